//! Wide little-endian numbers as lanes of 64 bits, the lowest first.
//!
//! Here because both hashes keep a checksum and a length as wide as a block. Must never be used for secrets of a signature.

/// `sum + addend`, modulo the width.
pub fn add<const LANES: usize>(sum: &mut [u64; LANES], addend: &[u64; LANES]) {
    let mut carry = false;
    for (lane, more) in sum.iter_mut().zip(addend) {
        let (partial, over) = lane.overflowing_add(*more);
        let (whole, over_again) = partial.overflowing_add(u64::from(carry));
        *lane = whole;
        carry = over | over_again;
    }
}

/// A small number in the lowest lane.
pub fn small<const LANES: usize>(number: usize) -> [u64; LANES] {
    let mut lanes = [0; LANES];
    lanes[0] = number as u64;
    lanes
}

/// Octets in groups of eight; what is beyond the last lane is not read.
pub fn from_octets<const LANES: usize>(octets: &[u8]) -> [u64; LANES] {
    let mut lanes = [0; LANES];
    for (lane, eight) in lanes.iter_mut().zip(octets.as_chunks().0) {
        *lane = u64::from_le_bytes(*eight);
    }
    lanes
}

/// As many of the octets, the lowest lane first, as there is room for.
pub fn to_octets<const OCTETS: usize>(lanes: &[u64]) -> [u8; OCTETS] {
    let mut octets = [0; OCTETS];
    for (eight, lane) in octets.as_chunks_mut().0.iter_mut().zip(lanes) {
        *eight = lane.to_le_bytes();
    }
    octets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_carry_runs_to_the_top_and_out() {
        let mut sum = [u64::MAX, u64::MAX, 7, 0];
        add(&mut sum, &small(1));
        assert_eq!(sum, [0, 0, 8, 0]);
        let mut sum = [u64::MAX; 4];
        add(&mut sum, &[u64::MAX; 4]);
        assert_eq!(sum, [u64::MAX - 1, u64::MAX, u64::MAX, u64::MAX]);
    }
}
