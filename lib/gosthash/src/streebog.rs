//! Streebog: GOST R 34.11-2012 (RFC 6986), which Kazakhstan takes as GOST R 34.11-2015, of 256 and 512 bits.
//!
//! The key and the state advance in one loop, by the tables of LPS. Here because it sets the pace for a large document signed by
//! GOST R 34.10-2015. Must never: give 256 bits as a part of the digest of 512, which begins elsewhere.

use crate::blocks::Blocks;
use crate::streebog_constants::C;
use crate::streebog_tables::LPS;
use crate::wide;
use core::hint::black_box;

const BLOCK_BYTES: usize = 64;

type Block = [u64; 8];

/// A digest of 256 bits under way.
#[derive(Clone)]
pub struct Streebog256(Streebog);

/// A digest of 512 bits under way.
#[derive(Clone)]
pub struct Streebog512(Streebog);

impl Default for Streebog256 {
    fn default() -> Self {
        Self::new()
    }
}

impl Default for Streebog512 {
    fn default() -> Self {
        Self::new()
    }
}

impl Streebog256 {
    #[must_use]
    pub const fn new() -> Self {
        Self(Streebog::new(0x0101_0101_0101_0101))
    }

    pub fn update(&mut self, octets: &[u8]) {
        self.0.update(octets);
    }

    /// The upper half of the hash.
    #[must_use]
    pub fn finish(self) -> [u8; 32] {
        let [_, _, _, _, upper @ ..] = self.0.finish();
        wide::to_octets(&upper)
    }
}

impl Streebog512 {
    #[must_use]
    pub const fn new() -> Self {
        Self(Streebog::new(0))
    }

    pub fn update(&mut self, octets: &[u8]) {
        self.0.update(octets);
    }

    #[must_use]
    pub fn finish(self) -> [u8; 64] {
        wide::to_octets(&self.0.finish())
    }
}

#[derive(Clone)]
struct Streebog {
    blocks: Blocks<BLOCK_BYTES>,
    state: State,
}

#[derive(Clone)]
struct State {
    hash: Block,
    checksum: Block,
    length_bits: Block,
}

impl Streebog {
    const fn new(initial: u64) -> Self {
        Self { blocks: Blocks::new(), state: State { hash: [initial; 8], checksum: [0; 8], length_bits: [0; 8] } }
    }

    fn update(&mut self, octets: &[u8]) {
        let state = &mut self.state;
        self.blocks.update(octets, |block| state.take(block, BLOCK_BYTES));
    }

    fn finish(self) -> Block {
        let mut state = self.state;
        let (mut block, begun_bytes) = self.blocks.last();
        block[begun_bytes] = 1;
        state.take(&block, begun_bytes);
        let hash = compressed(&state.hash, &[0; 8], &state.length_bits);
        compressed(&hash, &[0; 8], &state.checksum)
    }
}

impl State {
    #[inline(always)]
    fn take(&mut self, block: &[u8; BLOCK_BYTES], message_bytes: usize) {
        let block = wide::from_octets(block);
        self.hash = compressed(&self.hash, &self.length_bits, &block);
        wide::add(&mut self.checksum, &block);
        wide::add(&mut self.length_bits, &wide::small(8 * message_bytes));
    }
}

/// g of the standard.
fn compressed(hash: &Block, length_bits: &Block, message: &Block) -> Block {
    // How many tables there are is kept from the compiler, or it unrolls the loop over them and spills its sums: a quarter slower.
    let tables = black_box(LPS.as_slice());
    let mut key = lps(&xor(hash, length_bits), tables);
    let mut state = *message;
    for constant in &C {
        state = lps(&xor(&state, &key), tables);
        key = lps(&xor(&key, constant), tables);
    }
    xor(&xor(&state, &key), &xor(hash, message))
}

#[inline(always)]
fn xor(left: &Block, right: &Block) -> Block {
    core::array::from_fn(|lane| left[lane] ^ right[lane])
}

/// LPS of the standard, lane by lane, so that the eight sums stay in registers.
#[inline(always)]
fn lps(block: &Block, tables: &[[u64; 256]]) -> Block {
    let mut sums = [0; 8];
    for (lane, table) in block.iter().zip(tables) {
        for (octet, sum) in sums.iter_mut().enumerate() {
            *sum ^= table[(lane >> (8 * octet) & 0xFF) as usize];
        }
    }
    sums
}
