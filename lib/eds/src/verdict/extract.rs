//! The document out of a CMS, unverified.
//! Here because people who get an attached signature need the document in it. It must never be read as a verdict.

use super::unreadable;
use crate::cms;
use crate::finding::{Code, Finding};
use crate::input::{Decoded, InputError, decode_input};

/// Octets of the encapsulated content. The finding says why there are none.
pub fn extract(input: &[u8]) -> Result<Vec<u8>, Finding> {
    let binary = match decode_input(input) {
        Ok(Decoded::Binary(binary)) => binary,
        Ok(Decoded::Xml(_)) => return Err(Finding::about(Code::NotSignedData, "XML")),
        Err(InputError::Empty) => return Err(Finding::new(Code::InputEmpty)),
        Err(InputError::Unknown) => return Err(Finding::new(Code::InputUnknown)),
        Err(InputError::Armour) => return Err(Finding::about(Code::Malformed, "PEM")),
    };
    let message = cms::parse(&binary).map_err(unreadable)?;
    match message.content {
        Some(segments) => Ok(segments.concat()),
        None => Err(Finding::new(Code::ContentMissing)),
    }
}
