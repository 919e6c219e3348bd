//! Arithmetic on fixed arrays of 64-bit limbs, least significant first: the floor every other module stands on.
//!
//! Nothing here branches on, or indexes by, the value of a limb.
//! Must never: allocate, or learn anything of curves and moduli.

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

/// An unsigned number of `64 * N` bits, least significant limb first.
pub(crate) type Limbs<const N: usize> = [u64; N];

/// The widest product: two numbers of 512 bits.
const WIDE_LIMBS: usize = 16;

/// `a + b`; the flag is the carry out.
#[inline(always)]
pub(crate) fn add<const N: usize>(a: &Limbs<N>, b: &Limbs<N>) -> (Limbs<N>, bool) {
    let mut out = [0; N];
    let mut carry = false;
    for i in 0..N {
        (out[i], carry) = a[i].carrying_add(b[i], carry);
    }
    (out, carry)
}

/// `a - b`; the flag is the borrow out.
#[inline(always)]
pub(crate) fn sub<const N: usize>(a: &Limbs<N>, b: &Limbs<N>) -> (Limbs<N>, bool) {
    let mut out = [0; N];
    let mut borrow = false;
    for i in 0..N {
        (out[i], borrow) = a[i].borrowing_sub(b[i], borrow);
    }
    (out, borrow)
}

/// `a + small`; the flag is the carry out.
#[inline(always)]
pub(crate) fn add_small<const N: usize>(a: &Limbs<N>, small: u64) -> (Limbs<N>, bool) {
    let mut out = *a;
    let (low, mut carry) = a[0].overflowing_add(small);
    out[0] = low;
    for i in 1..N {
        (out[i], carry) = a[i].carrying_add(0, carry);
    }
    (out, carry)
}

/// `a - small`; the flag is the borrow out.
#[inline(always)]
pub(crate) fn sub_small<const N: usize>(a: &Limbs<N>, small: u64) -> (Limbs<N>, bool) {
    let mut out = *a;
    let (low, mut borrow) = a[0].overflowing_sub(small);
    out[0] = low;
    for i in 1..N {
        (out[i], borrow) = a[i].borrowing_sub(0, borrow);
    }
    (out, borrow)
}

/// `a * b` as (low half, high half).
#[inline(always)]
pub(crate) fn mul<const N: usize>(a: &Limbs<N>, b: &Limbs<N>) -> (Limbs<N>, Limbs<N>) {
    let mut low = [0; N];
    let mut high = [0; N];
    for i in 0..N {
        let mut carry;
        (low[i], carry) = a[i].carrying_mul_add(b[0], high[0], 0);
        for j in 1..N {
            (high[j - 1], carry) = a[i].carrying_mul_add(b[j], high[j], carry);
        }
        high[N - 1] = carry;
    }
    (low, high)
}

/// `a * a` as (low half, high half): the products off the diagonal are computed once and doubled.
#[inline(always)]
pub(crate) fn square<const N: usize>(a: &Limbs<N>) -> (Limbs<N>, Limbs<N>) {
    let mut wide = [0_u64; WIDE_LIMBS];
    // Each row is a function of its own, so that the compiler knows every loop's length and unrolls it: a quarter faster.
    square_row::<0, N>(a, &mut wide);
    square_row::<1, N>(a, &mut wide);
    square_row::<2, N>(a, &mut wide);
    square_row::<3, N>(a, &mut wide);
    square_row::<4, N>(a, &mut wide);
    square_row::<5, N>(a, &mut wide);
    square_row::<6, N>(a, &mut wide);
    let mut low = [0; N];
    let mut high = [0; N];
    let mut top_bit = 0;
    let mut carry = false;
    for i in 0..N {
        let (square_low, square_high) = a[i].carrying_mul(a[i], 0);
        let (even, odd) = (wide[2 * i], wide[2 * i + 1]);
        (wide[2 * i], carry) = ((even << 1) | top_bit).carrying_add(square_low, carry);
        (wide[2 * i + 1], carry) = ((odd << 1) | (even >> 63)).carrying_add(square_high, carry);
        top_bit = odd >> 63;
    }
    low.copy_from_slice(&wide[..N]);
    high.copy_from_slice(&wide[N..2 * N]);
    (low, high)
}

/// Adds `a[I] * a[j]` for every `j > I`; nothing to do from the last row on.
#[inline(always)]
fn square_row<const I: usize, const N: usize>(a: &Limbs<N>, wide: &mut [u64; WIDE_LIMBS]) {
    if I + 1 >= N {
        return;
    }
    let mut carry = 0;
    for j in I + 1..N {
        (wide[I + j], carry) = a[I].carrying_mul_add(a[j], wide[I + j], carry);
    }
    wide[I + N] = carry;
}

/// `b` if `choice`, else `a`, without a branch.
#[inline(always)]
pub(crate) fn select<const N: usize>(a: &Limbs<N>, b: &Limbs<N>, choice: Choice) -> Limbs<N> {
    let mut out = [0; N];
    for i in 0..N {
        out[i] = u64::conditional_select(&a[i], &b[i], choice);
    }
    out
}

/// Is every limb zero? Without a branch.
pub(crate) fn is_zero<const N: usize>(a: &Limbs<N>) -> Choice {
    let mut all = 0;
    for limb in a {
        all |= limb;
    }
    all.ct_eq(&0)
}

/// Is `a < b`? Without a branch.
pub(crate) fn less<const N: usize>(a: &Limbs<N>, b: &Limbs<N>) -> Choice {
    let (_, borrow) = sub(a, b);
    Choice::from(u8::from(borrow))
}

/// Reads little-endian octets; octets that are missing count as zero, octets beyond `8 * N` are not read.
pub(crate) fn from_le_bytes<const N: usize>(bytes: &[u8]) -> Limbs<N> {
    let mut out = [0; N];
    for (limb, chunk) in out.iter_mut().zip(bytes.chunks(8)) {
        let mut octets = [0; 8];
        for (to, from) in octets.iter_mut().zip(chunk) {
            *to = *from;
        }
        *limb = u64::from_le_bytes(octets);
    }
    out
}

/// Appends the `8 * N` little-endian octets of `a`.
pub(crate) fn push_le_bytes<const N: usize>(a: &Limbs<N>, out: &mut Vec<u8>) {
    for limb in a {
        out.extend_from_slice(&limb.to_le_bytes());
    }
}

/// Reads hexadecimal digits, most significant first, at compile time; any other octet is skipped.
pub(crate) const fn from_hex<const N: usize>(hex: &str) -> Limbs<N> {
    let digits = hex.as_bytes();
    let mut out = [0; N];
    let mut at = digits.len();
    let mut nibble = 0;
    while at > 0 && nibble < 16 * N {
        at -= 1;
        let value = match digits[at] {
            digit @ b'0'..=b'9' => digit - b'0',
            digit @ b'A'..=b'F' => digit - b'A' + 10,
            _ => continue,
        };
        out[nibble / 16] |= (value as u64) << (4 * (nibble % 16));
        nibble += 1;
    }
    out
}
