//! LPS of Streebog as eight tables: what each octet of a lane adds to the sum of its column.
//!
//! Here because S, P and L taken one by one cost sixty-four products of a bit matrix a round. Must never be computed at run time.

use crate::streebog_constants::{A, PI};

pub static LPS: [[u64; 256]; 8] = tables();

const fn tables() -> [[u64; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut lane = 0;
    while lane < 8 {
        let mut octet = 0;
        while octet < 256 {
            let mut bit = 0;
            while bit < 8 {
                if PI[octet] >> bit & 1 != 0 {
                    tables[lane][octet] ^= A[8 * lane + bit];
                }
                bit += 1;
            }
            octet += 1;
        }
        lane += 1;
    }
    tables
}
