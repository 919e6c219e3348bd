//! Powers of psi, the mixing of GOST 34.311-95, on lanes of 64 bits.
//!
//! Psi shifts sixteen words of 16 bits by one and appends `w[0]^w[1]^w[2]^w[3]^w[12]^w[15]`: a linear register, so psi to the power n
//! is `x^n` modulo its polynomial. Here because step by step it costs a third of the hash. Must never: loop over single words.

/// Four lanes of four words, the first word lowest.
pub type Block = [u64; 4];

/// `x^16 + x^15 + x^12 + x^3 + x^2 + x + 1`, without its highest term.
const POLYNOMIAL: u32 = 0x900F;

/// `x^power` modulo the polynomial: bit k says whether word k goes into the sum.
const fn taps(power: u32) -> u32 {
    let mut taps = 1;
    let mut done = 0;
    while done < power {
        taps <<= 1;
        if taps & 0x1_0000 != 0 {
            taps = taps & 0xFFFF ^ POLYNOMIAL;
        }
        done += 1;
    }
    taps
}

/// Four words that begin `words` after the beginning of `low`.
#[inline(always)]
const fn window(low: u64, high: u64, words: u32) -> u64 {
    if words == 0 { low } else { low >> (16 * words) | high << (64 - 16 * words) }
}

/// The four words that follow sixteen.
#[inline(always)]
const fn next(lanes: Block) -> u64 {
    let [first, second, _, fourth] = lanes;
    let sum = first ^ window(first, second, 1) ^ window(first, second, 2) ^ window(first, second, 3) ^ fourth;
    // Each word also takes the one before it: a running sum that begins with the last word there was.
    let sum = sum ^ fourth >> 48;
    let sum = sum ^ sum << 16;
    sum ^ sum << 32
}

/// Psi to the power of 12.
#[inline(always)]
pub const fn twelve(block: Block) -> Block {
    let fifth = next(block);
    let sixth = next([block[1], block[2], block[3], fifth]);
    let seventh = next([block[2], block[3], fifth, sixth]);
    [block[3], fifth, sixth, seventh]
}

/// Psi itself.
#[inline(always)]
pub const fn one(block: Block) -> Block {
    let [first, second, third, fourth] = block;
    let word = first ^ first >> 16 ^ first >> 32 ^ first >> 48 ^ fourth ^ fourth >> 48;
    [window(first, second, 1), window(second, third, 1), window(third, fourth, 1), window(fourth, word, 1)]
}

/// Psi to the power of 61: sixteen words more, then sums of the 31 by `x^61`.
#[inline(always)]
pub fn sixty_one(block: Block) -> Block {
    const TAPS: u32 = taps(61);
    let mut lanes = [0; 8];
    lanes[..4].copy_from_slice(&block);
    for at in 4..8 {
        lanes[at] = next([lanes[at - 4], lanes[at - 3], lanes[at - 2], lanes[at - 1]]);
    }
    let mut mixed = [0; 4];
    for words in 0..4 {
        // Taps that are the same number of words off the beginning of a lane share their shifts.
        let sum = |at: usize| {
            (0..4).filter(|lane| TAPS >> (4 * lane + words) & 1 != 0).fold(0, |sum, lane| sum ^ lanes[at + lane])
        };
        for (at, lane) in mixed.iter_mut().enumerate() {
            *lane ^= window(sum(at), if words == 0 { 0 } else { sum(at + 1) }, words as u32);
        }
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the standard writes it, word by word.
    fn slowly(block: Block, times: usize) -> Block {
        let octets: Vec<u8> = block.iter().flat_map(|lane| lane.to_le_bytes()).collect();
        let mut words: Vec<u16> = octets.as_chunks().0.iter().map(|two| u16::from_le_bytes(*two)).collect();
        for _ in 0..times {
            let next = words[0] ^ words[1] ^ words[2] ^ words[3] ^ words[12] ^ words[15];
            words.remove(0);
            words.push(next);
        }
        let octets: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        crate::wide::from_octets(&octets)
    }

    #[test]
    fn the_powers_are_as_many_steps() {
        // Linear: every single bit, and one block of all kinds of bits.
        let mut blocks =
            vec![[0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210, 0x55AA_00FF_1234_5678, 0xDEAD_BEEF_0BAD_F00D]];
        blocks.extend((0..256).map(|bit: usize| {
            let mut block = [0; 4];
            block[bit / 64] = 1 << (bit % 64);
            block
        }));
        for block in blocks {
            assert_eq!(one(block), slowly(block, 1));
            assert_eq!(twelve(block), slowly(block, 12));
            assert_eq!(sixty_one(block), slowly(block, 61));
        }
    }
}
