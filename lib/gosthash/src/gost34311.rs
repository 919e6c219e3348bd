//! GOST 34.311-95, the hash of GOST 34.310-2004 signatures, with the S-boxes of the NCA of Kazakhstan.
//!
//! The four ciphers of a step do not wait for each other, so they run side by side, a round of each in turn. Here because one after
//! another, with S-boxes of four bits, they are several times slower. Must never: hash with other S-boxes under this name.

use crate::blocks::Blocks;
use crate::psi::{self, Block};
use crate::{sboxes, wide};

const BLOCK_BYTES: usize = 32;

/// C3 of the standard; C2 and C4 are zero.
const C3: Block = [0xFF00_FF00_FF00_FF00, 0x00FF_00FF_00FF_00FF, 0xFF00_00FF_00FF_FF00, 0xFF00_FFFF_0000_00FF];

/// A digest under way.
#[derive(Clone)]
pub struct Gost34311 {
    blocks: Blocks<BLOCK_BYTES>,
    state: State,
}

#[derive(Clone)]
struct State {
    hash: Block,
    checksum: Block,
    length_bits: Block,
}

impl Default for Gost34311 {
    fn default() -> Self {
        Self::new()
    }
}

impl Gost34311 {
    #[must_use]
    pub const fn new() -> Self {
        let state = State { hash: [0; 4], checksum: [0; 4], length_bits: [0; 4] };
        Self { blocks: Blocks::new(), state }
    }

    pub fn update(&mut self, octets: &[u8]) {
        let state = &mut self.state;
        self.blocks.update(octets, |block| state.take(block, BLOCK_BYTES));
    }

    #[must_use]
    pub fn finish(self) -> [u8; 32] {
        let mut state = self.state;
        let (block, begun_bytes) = self.blocks.last();
        if begun_bytes > 0 {
            state.take(&block, begun_bytes);
        }
        let hash = compressed(state.hash, state.length_bits);
        wide::to_octets(&compressed(hash, state.checksum))
    }
}

impl State {
    #[inline(always)]
    fn take(&mut self, block: &[u8; BLOCK_BYTES], message_bytes: usize) {
        let block = wide::from_octets(block);
        self.hash = compressed(self.hash, block);
        wide::add(&mut self.checksum, &block);
        wide::add(&mut self.length_bits, &wide::small(8 * message_bytes));
    }
}

/// The step function of the standard.
#[inline(always)]
fn compressed(hash: Block, message: Block) -> Block {
    let ciphered = enciphered(hash, &keys(hash, message));
    let mixed = xor(psi::twelve(ciphered), message);
    psi::sixty_one(xor(hash, psi::one(mixed)))
}

/// Words of the four keys: the first index is that of the word, the second that of the key.
#[inline(always)]
fn keys(hash: Block, message: Block) -> [[u32; 4]; 8] {
    let mut keys = [[0; 4]; 8];
    let (mut u, mut v) = (hash, message);
    for number in 0..4 {
        if number > 0 {
            u = shifted(u);
            v = shifted(shifted(v));
        }
        if number == 2 {
            u = xor(u, C3);
        }
        for (word, of_keys) in transposed(xor(u, v)).into_iter().zip(&mut keys) {
            of_keys[number] = word;
        }
    }
    keys
}

/// A of the standard.
#[inline(always)]
const fn shifted(block: Block) -> Block {
    [block[1], block[2], block[3], block[0] ^ block[1]]
}

#[inline(always)]
const fn xor(left: Block, right: Block) -> Block {
    [left[0] ^ right[0], left[1] ^ right[1], left[2] ^ right[2], left[3] ^ right[3]]
}

/// P of the standard: word k is made of octet k of each lane.
#[inline(always)]
fn transposed(block: Block) -> [u32; 8] {
    let lanes = block.map(u64::to_le_bytes);
    core::array::from_fn(|k| u32::from_le_bytes([lanes[0][k], lanes[1][k], lanes[2][k], lanes[3][k]]))
}

/// GOST 28147-89 of each lane with its own key.
#[inline(always)]
fn enciphered(lanes: Block, keys: &[[u32; 4]; 8]) -> Block {
    let mut low = lanes.map(|lane| lane as u32);
    let mut high = lanes.map(|lane| (lane >> 32) as u32);
    for _ in 0..3 {
        for pair in 0..4 {
            two_rounds(&mut low, &mut high, &keys[2 * pair], &keys[2 * pair + 1]);
        }
    }
    for pair in (0..4).rev() {
        two_rounds(&mut low, &mut high, &keys[2 * pair + 1], &keys[2 * pair]);
    }
    // The last round of the cipher does not swap its halves.
    core::array::from_fn(|lane| u64::from(low[lane]) << 32 | u64::from(high[lane]))
}

#[inline(always)]
fn two_rounds(low: &mut [u32; 4], high: &mut [u32; 4], first: &[u32; 4], second: &[u32; 4]) {
    for lane in 0..4 {
        high[lane] ^= sboxes::step(low[lane].wrapping_add(first[lane]));
    }
    for lane in 0..4 {
        low[lane] ^= sboxes::step(high[lane].wrapping_add(second[lane]));
    }
}
