//! DER writing of small structures (X.690 8.1, 10.1).
//! Here because the requests of this library and the signatures of `signer` are written by the same three rules. It must never
//! write what is signed by others: received octets are kept, not written again.

use super::{INTEGER, SEQUENCE};

/// One value with a definite, shortest length.
#[must_use]
pub fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut octets = vec![tag];
    match u8::try_from(content.len()) {
        Ok(short) if short < 0x80 => octets.push(short),
        _ => {
            let length = content.len().to_be_bytes();
            let length = super::without_leading_zeros(&length);
            octets.push(0x80 | u8::try_from(length.len()).unwrap_or(8));
            octets.extend(length);
        }
    }
    octets.extend(content);
    octets
}

/// SEQUENCE of values that are written already.
#[must_use]
pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    element(SEQUENCE, &parts.concat())
}

/// Non-negative INTEGER of big-endian octets, leading zeros dropped. X.690 8.3.
#[must_use]
pub fn unsigned(octets: &[u8]) -> Vec<u8> {
    let octets = super::without_leading_zeros(octets);
    match octets.first() {
        Some(first) if first & 0x80 == 0 => element(INTEGER, octets),
        _ => element(INTEGER, &[&[0], octets].concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::der::{Rules, single};

    #[test]
    fn what_is_written_is_read_back_under_strict_rules() {
        for length in [0, 1, 127, 128, 255, 256, 70_000] {
            let written = element(SEQUENCE, &vec![5; length]);
            assert_eq!(single(&written, Rules::Der).unwrap().content.len(), length);
        }
        assert_eq!(unsigned(&[]), [2, 1, 0]);
        assert_eq!(unsigned(&[0, 0, 0x80]), [2, 2, 0, 0x80]);
        assert_eq!(unsigned(&[0, 0x7f]), [2, 1, 0x7f]);
    }
}
