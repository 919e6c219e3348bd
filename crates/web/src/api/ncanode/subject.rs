//! Subject and issuer of a certificate in NCANode's words. What the name does not say is left out.

use super::dn;
use eds::name::Name;
use eds::oid::Oid;
use serde::Serialize;

/// See the module.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Subject {
    #[serde(skip_serializing_if = "Option::is_none")]
    common_name: Option<String>,
    /// GIVENNAME, which in the NCA's profile is the patronymic: NCANode calls it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sur_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    dn: String,
}

impl Subject {
    /// Of a name.
    pub fn of(name: &Name) -> Subject {
        let first = |dotted: &str| Oid::dotted(dotted).and_then(|oid| name.first(&oid).map(str::to_owned));
        let number = first("2.5.4.5");
        let iin = number.as_deref().and_then(|number| after("IIN", number));
        let unit = first("2.5.4.11");
        let unit_bin = unit.as_deref().and_then(|unit| after("BIN", unit));
        Subject {
            common_name: first("2.5.4.3"),
            last_name: first("2.5.4.42"),
            sur_name: first("2.5.4.4"),
            email: first("1.2.840.113549.1.9.1"),
            organization: first("2.5.4.10"),
            gender: iin.as_deref().map(gender),
            bin: unit_bin.or_else(|| number.as_deref().and_then(|number| after("BIN", number))),
            iin,
            country: first("2.5.4.6"),
            locality: first("2.5.4.7"),
            state: first("2.5.4.8"),
            dn: dn::text(name),
        }
    }
}

fn after(prefix: &str, text: &str) -> Option<String> {
    text.strip_prefix(prefix).filter(|rest| !rest.is_empty()).map(str::to_owned)
}

/// The seventh digit of an IIN: odd for a man, even for a woman, by century.
fn gender(iin: &str) -> &'static str {
    match iin.as_bytes().get(6) {
        Some(b'1' | b'3' | b'5') => "MALE",
        Some(b'2' | b'4' | b'6') => "FEMALE",
        _ => "NONE",
    }
}

#[cfg(test)]
mod tests {
    use super::gender;

    #[test]
    fn the_seventh_digit_says_it() {
        assert_eq!(gender("850417400014"), "FEMALE");
        assert_eq!(gender("910823300011"), "MALE");
        assert_eq!(gender("123456789011"), "NONE");
        assert_eq!(gender("123"), "NONE");
    }
}
