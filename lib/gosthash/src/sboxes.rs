//! The S-boxes of id-GostR3411-94-TestParamSet, two of them and the rotation by 11 merged into each of four tables.
//!
//! Here because the cipher of GOST 34.311-95 spends its time in them. Must never be swapped for the CryptoPro set: the NCA of
//! Kazakhstan signs with this one (EDS.md 1).

/// K1 for the lowest four bits to K8 for the highest.
const SBOXES: [u64; 8] = [
    0x4A92_D80E_6B1C_7F53,
    0xEB4C_6DFA_2381_0759,
    0x581D_A342_EFC7_609B,
    0x7DA1_089F_E46C_B253,
    0x6C71_5FD8_4A9E_03B2,
    0x4BA0_721D_3685_9CFE,
    0xDB41_3F59_0AE7_682C,
    0x1FD0_57A4_923E_6B8C,
];

static TABLES: [[u32; 256]; 4] = tables();

/// What S-box `number` makes of four bits: its digits are written from that of 0 to that of 15.
const fn substituted(number: usize, bits: usize) -> u32 {
    (SBOXES[number] >> (60 - 4 * bits) & 0xF) as u32
}

const fn tables() -> [[u32; 256]; 4] {
    let mut tables = [[0; 256]; 4];
    let mut byte = 0;
    while byte < 4 {
        let mut value = 0;
        while value < 256 {
            let both = substituted(2 * byte, value & 0xF) | substituted(2 * byte + 1, value >> 4) << 4;
            tables[byte][value] = (both << (8 * byte)).rotate_left(11);
            value += 1;
        }
        byte += 1;
    }
    tables
}

/// The step of GOST 28147-89: eight S-boxes, then the rotation.
#[inline(always)]
pub fn step(word: u32) -> u32 {
    let [first, second, third, fourth] = &TABLES;
    first[(word & 0xFF) as usize]
        ^ second[(word >> 8 & 0xFF) as usize]
        ^ third[(word >> 16 & 0xFF) as usize]
        ^ fourth[(word >> 24) as usize]
}
