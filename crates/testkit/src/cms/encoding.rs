//! Encodings of a CMS: DER, or BER of indefinite lengths as streaming software writes it (X.690 8.1.3.6, 8.7.3).
//!
//! Must never: touch certificates, lists or signed attributes, which stay DER in any message.

use crate::der;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Der,
    /// ContentInfo, its wrapper and SignedData are of indefinite length, the rest is DER.
    IndefiniteOuter,
    /// Every constructed value is of indefinite length; octet strings come in segments of so many octets.
    Indefinite {
        segment: usize,
    },
}

impl Encoding {
    pub(super) fn outer(self, tag: u8, content: &[u8]) -> Vec<u8> {
        if self == Self::Der { der::element(tag, content) } else { indefinite(tag, content) }
    }

    pub(super) fn inner(self, tag: u8, content: &[u8]) -> Vec<u8> {
        if matches!(self, Self::Indefinite { .. }) { indefinite(tag, content) } else { der::element(tag, content) }
    }

    pub(super) fn octets(self, content: &[u8]) -> Vec<u8> {
        match self {
            Self::Indefinite { segment } => {
                indefinite(0x24, &content.chunks(segment).flat_map(der::octet_string).collect::<Vec<_>>())
            }
            Self::Der | Self::IndefiniteOuter => der::octet_string(content),
        }
    }
}

fn indefinite(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, 0x80], content, &[0, 0]].concat()
}
