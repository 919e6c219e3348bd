//! Distinguished names: reading attributes, comparing names the way the NCA's generations need it.
//! Here because the order of attributes and the string types of one CA's name differ between its certificates and the
//! certificates it signed (EDS.md 3.3). It must never take two names for equal that differ in any attribute's text.

use crate::der::{self, Element, Error};
use crate::oid::{self, Oid};

/// Attributes in a name; more is refused.
pub const ATTRIBUTES_MAX: usize = 64;

/// One attribute: type and text. Values that are not text keep their octets in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub oid: Vec<u8>,
    pub text: String,
}

/// A name as it came, its attributes, and the form it is compared in.
#[derive(Clone, Debug)]
pub struct Name {
    raw: Vec<u8>,
    attributes: Vec<Attribute>,
    comparable: Vec<(Vec<u8>, String)>,
}

impl Name {
    /// RFC 5280 4.1.2.4: SEQUENCE OF SET OF SEQUENCE { type, value }.
    pub fn parse(element: &Element<'_>) -> Result<Self, Error> {
        let mut attributes = Vec::new();
        for set in element.must_be(der::SEQUENCE)?.enter()?.rest(ATTRIBUTES_MAX)? {
            for pair in set.must_be(der::SET)?.enter()?.rest(ATTRIBUTES_MAX)? {
                let mut reader = pair.must_be(der::SEQUENCE)?.enter()?;
                let oid = reader.must_be(der::OBJECT_IDENTIFIER)?.content.to_vec();
                let text = text(&reader.read()?);
                reader.finish()?;
                if attributes.len() >= ATTRIBUTES_MAX {
                    return Err(Error::Limit);
                }
                attributes.push(Attribute { oid, text });
            }
        }
        let mut comparable: Vec<_> =
            attributes.iter().map(|attribute| (attribute.oid.clone(), attribute.text.clone())).collect();
        comparable.sort();
        Ok(Self { raw: element.raw.to_vec(), attributes, comparable })
    }

    /// The DER octets.
    #[must_use]
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Attributes in the order of the certificate.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// Text of the first attribute of this type.
    #[must_use]
    pub fn first(&self, oid: &Oid) -> Option<&str> {
        self.attributes.iter().find(|attribute| oid.is(&attribute.oid)).map(|attribute| attribute.text.as_str())
    }

    pub fn all<'a>(&'a self, oid: &'a Oid) -> impl Iterator<Item = &'a str> {
        self.attributes.iter().filter(|attribute| oid.is(&attribute.oid)).map(|attribute| attribute.text.as_str())
    }

    /// Same attributes with the same texts, whatever their order and string types. Letter case counts: RFC 5280 7.1
    /// folds it, but no name of the NCA needs that, and a folded SID would leave unsigned bytes free to change.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.raw == other.raw || (!self.comparable.is_empty() && self.comparable == other.comparable)
    }
}

/// "C=KZ, CN=…" in the order of the certificate (short names of RFC 4514, else dotted).
impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let short: [(&[u8], &str); 11] = [
            (&[0x55, 4, 3], "CN"),
            (&[0x55, 4, 4], "SURNAME"),
            (&[0x55, 4, 5], "SERIALNUMBER"),
            (&[0x55, 4, 6], "C"),
            (&[0x55, 4, 7], "L"),
            (&[0x55, 4, 8], "S"),
            (&[0x55, 4, 10], "O"),
            (&[0x55, 4, 11], "OU"),
            (&[0x55, 4, 15], "BUSINESSCATEGORY"),
            (&[0x55, 4, 42], "GIVENNAME"),
            (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1], "E"),
        ];
        for (at, attribute) in self.attributes.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            match short.iter().find(|(oid, _)| *oid == attribute.oid.as_slice()) {
                Some((_, name)) => write!(f, "{name}={}", attribute.text)?,
                None => write!(f, "{}={}", oid::dotted(&attribute.oid), attribute.text)?,
            }
        }
        Ok(())
    }
}

fn text(value: &Element<'_>) -> String {
    let octets = value.content;
    match value.tag {
        der::UTF8_STRING | der::PRINTABLE_STRING | der::IA5_STRING => {
            std::str::from_utf8(octets).map_or_else(|_| hexadecimal(value.raw), str::to_owned)
        }
        der::T61_STRING => octets.iter().map(|octet| char::from(*octet)).collect(),
        der::BMP_STRING if octets.len().is_multiple_of(2) => {
            let units: Vec<u16> = octets
                .chunks_exact(2)
                .map(|pair| pair.iter().fold(0, |unit, octet| (unit << 8) | u16::from(*octet)))
                .collect();
            String::from_utf16_lossy(&units)
        }
        _ => hexadecimal(value.raw),
    }
}

fn hexadecimal(octets: &[u8]) -> String {
    let mut text = String::from("#");
    for octet in octets {
        text.push_str(&format!("{octet:02x}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::der::{Rules, single};

    fn name(pairs: &[(&[u8], u8, &[u8])]) -> Name {
        let mut content = Vec::new();
        for (oid, tag, value) in pairs {
            let mut pair = vec![6, u8::try_from(oid.len()).unwrap()];
            pair.extend_from_slice(oid);
            pair.extend([*tag, u8::try_from(value.len()).unwrap()]);
            pair.extend_from_slice(value);
            let length = u8::try_from(pair.len()).unwrap();
            content.extend([0x31, length + 2, 0x30, length]);
            content.extend(pair);
        }
        let mut bytes = vec![0x30, u8::try_from(content.len()).unwrap()];
        bytes.extend(content);
        Name::parse(&single(&bytes, Rules::Der).unwrap()).unwrap()
    }

    #[test]
    fn order_and_string_type_do_not_count_but_text_does() {
        let one = name(&[(&[0x55, 4, 6], der::PRINTABLE_STRING, b"KZ"), (&[0x55, 4, 3], der::UTF8_STRING, b"NCA 1")]);
        let two = name(&[(&[0x55, 4, 3], der::PRINTABLE_STRING, b"NCA 1"), (&[0x55, 4, 6], der::UTF8_STRING, b"KZ")]);
        let other = name(&[(&[0x55, 4, 3], der::PRINTABLE_STRING, b"NCA 2"), (&[0x55, 4, 6], der::UTF8_STRING, b"KZ")]);
        let longer = name(&[(&[0x55, 4, 3], der::PRINTABLE_STRING, b"NCA 1")]);
        assert!(one.matches(&two));
        assert!(!one.matches(&other));
        assert!(!one.matches(&longer));
        assert_eq!(two.to_string(), "CN=NCA 1, C=KZ");
    }
}
