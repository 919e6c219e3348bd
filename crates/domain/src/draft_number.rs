//! The short number of a request that is not sent yet: `DN-26-7K4FQ2-X`, made from its id and the year in which it was begun, with the letters
//! and the check letter of a [`Reference`].
//!
//! It tells a person and who helps them by telephone which of several they mean. It finds nothing and gives no access: a request gets its
//! reference when it is sent.

use crate::ids::DraftId;
use crate::reference::Reference;

const PREFIX: &str = "DN";
/// The prefix of a reference, which shares the letters and the check letter.
const REFERENCE_PREFIX: &str = "DR";
/// The bytes of an id (UUIDv7) that are random begin here.
const RANDOM_FROM: usize = 9;

/// The number in its printed form.
pub fn draft_number(id: DraftId, year: i16) -> String {
    let mut random = [0; 32];
    for (to, from) in random.iter_mut().zip(id.0.as_bytes().iter().skip(RANDOM_FROM)) {
        *to = *from;
    }
    Reference::make(year, &random).as_str().replacen(REFERENCE_PREFIX, PREFIX, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_draft_has_the_same_number_and_another_another() {
        let number = |id: &str| draft_number(id.parse().unwrap(), 2026);
        let one = number("01a207a2-4334-7aab-85fb-6a02403964e1");
        assert_eq!(one, number("01a207a2-4334-7aab-85fb-6a02403964e1"));
        assert_ne!(one, number("01a207a2-4334-7aab-85fb-6a02403965e1"));
        assert!(one.starts_with("DN-26-"), "{one}");
        assert!(Reference::parse(&one.replacen(PREFIX, REFERENCE_PREFIX, 1)).is_ok(), "{one}");
    }
}
