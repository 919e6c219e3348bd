//! A distinguished name as Java prints it (`X500Principal.toString`): attributes from the last to the first, values with
//! special characters quoted. Clients of NCANode take it apart as text. It must never reorder what a value says.

use eds::name::Name;

/// Keywords of `sun.security.x509.AVAKeyword`; others are dotted.
const KEYWORDS: [(&str, &str); 16] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SURNAME"),
    ("2.5.4.5", "SERIALNUMBER"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "STREET"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "T"),
    ("2.5.4.42", "GIVENNAME"),
    ("2.5.4.43", "INITIALS"),
    ("2.5.4.44", "GENERATION"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "EMAILADDRESS"),
];

/// The name in one line.
pub fn text(name: &Name) -> String {
    let one = |attribute: &eds::name::Attribute| {
        let dotted = eds::oid::dotted(&attribute.oid);
        let keyword = KEYWORDS.iter().find(|(oid, _)| *oid == dotted).map(|(_, keyword)| (*keyword).to_owned());
        format!("{}={}", keyword.unwrap_or_else(|| format!("OID.{dotted}")), quoted(&attribute.text))
    };
    name.attributes().iter().rev().map(one).collect::<Vec<_>>().join(", ")
}

/// RFC 1779 2.3: quoted where a character is special or a space stands at an end.
fn quoted(value: &str) -> String {
    let special = |letter: char| matches!(letter, ',' | '+' | '=' | '\n' | '<' | '>' | '#' | ';' | '\\' | '"');
    let at_ends = value.starts_with(' ') || value.ends_with(' ') || value.contains("  ");
    if !value.contains(special) && !at_ends {
        return value.to_owned();
    }
    let mut text = String::from("\"");
    for letter in value.chars() {
        if matches!(letter, '"' | '\\') {
            text.push('\\');
        }
        text.push(letter);
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn values_are_quoted_as_java_does() {
        assert_eq!(quoted("ТЕСТОВ ТЕСТ"), "ТЕСТОВ ТЕСТ");
        assert_eq!(quoted("АО \"ТЕСТ\""), r#""АО \"ТЕСТ\"""#);
        assert_eq!(quoted("A, B"), r#""A, B""#);
    }
}
