//! Octets that come in any pieces, cut into whole blocks.
//!
//! Here because both hashes need it. It must never copy a block that lies whole in the caller's piece.

/// What has come of the next block.
#[derive(Clone)]
pub struct Blocks<const BLOCK: usize> {
    begun: [u8; BLOCK],
    begun_bytes: usize,
}

impl<const BLOCK: usize> Blocks<BLOCK> {
    pub const fn new() -> Self {
        Self { begun: [0; BLOCK], begun_bytes: 0 }
    }

    /// Gives `take` each block that is whole now.
    pub fn update(&mut self, mut octets: &[u8], mut take: impl FnMut(&[u8; BLOCK])) {
        if self.begun_bytes > 0 {
            let (fits, rest) = octets.split_at(octets.len().min(BLOCK - self.begun_bytes));
            self.begun[self.begun_bytes..][..fits.len()].copy_from_slice(fits);
            self.begun_bytes += fits.len();
            if self.begun_bytes < BLOCK {
                return;
            }
            take(&self.begun);
            octets = rest;
        }
        let (whole, rest) = octets.as_chunks();
        whole.iter().for_each(take);
        self.begun[..rest.len()].copy_from_slice(rest);
        self.begun_bytes = rest.len();
    }

    /// The block that was begun, filled up with zeros, and how many octets of it came: fewer than a block.
    pub fn last(&self) -> ([u8; BLOCK], usize) {
        let mut block = [0; BLOCK];
        block[..self.begun_bytes].copy_from_slice(&self.begun[..self.begun_bytes]);
        (block, self.begun_bytes)
    }
}
