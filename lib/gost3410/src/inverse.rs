//! `1 / value` modulo an odd prime for public values: Bernstein and Yang's division steps (ePrint 2019/266, section 11).
//!
//! Sixty-two steps at a time are gathered into a 2x2 matrix from the lowest bits alone, in the variable-time form that libsecp256k1
//! documents (doc/safegcd_implementation.md). Numbers are signed and held in limbs of 62 bits.
//! Must never: be called with a secret.

use crate::limbs::Limbs;

/// Bits of a limb, and division steps of a batch.
const BATCH: u32 = 62;
const MASK: u64 = u64::MAX >> 2;
/// Limbs of the widest number: 512 bits and a sign.
const LIMBS_MAX: usize = 9;
/// More than the proven bound of (49 * 512 + 57) / 17 steps needs.
const BATCHES_MAX: usize = 26;

/// A signed number of 62-bit limbs; the highest carries the sign.
type Signed = [i64; LIMBS_MAX];

/// What a batch of steps does to `(f, g)`, times 2^62.
struct Matrix {
    u: i64,
    v: i64,
    q: i64,
    r: i64,
}

/// `1 / value`; `None` if there is none. `modulus` is odd, `value` below it, `negated_inverse` is `-1 / modulus` modulo 2^64.
pub(crate) fn invert_vartime<const N: usize>(
    value: &Limbs<N>,
    modulus: &Limbs<N>,
    negated_inverse: u64,
) -> Option<Limbs<N>> {
    let inverse = negated_inverse.wrapping_neg() & MASK;
    let modulus = to_signed(modulus);
    let (mut f, mut g) = (modulus, to_signed(value));
    let (mut d, mut e) = ([0; LIMBS_MAX], [0; LIMBS_MAX]);
    e[0] = 1;
    let mut eta = -1;
    for _ in 0..BATCHES_MAX {
        let matrix;
        (eta, matrix) = divide_steps(eta, f[0] as u64, g[0] as u64);
        apply::<N>(&matrix, &mut f, &mut g);
        apply_modulo::<N>(&matrix, &mut d, &mut e, &modulus, inverse);
        if g == [0; LIMBS_MAX] {
            return finish::<N>(&f, d, &modulus);
        }
    }
    None
}

/// One batch of steps over the lowest bits of `f` (odd) and `g`.
#[inline(always)]
fn divide_steps(mut eta: i64, mut f: u64, mut g: u64) -> (i64, Matrix) {
    let (mut u, mut v, mut q, mut r) = (1_u64, 0_u64, 0_u64, 1_u64);
    let mut left = BATCH;
    loop {
        // The bit set above the steps that are left stops the count there.
        let zeros = (g | (u64::MAX << left)).trailing_zeros();
        g >>= zeros;
        u <<= zeros;
        v <<= zeros;
        eta -= i64::from(zeros);
        left -= zeros;
        if left == 0 {
            return (eta, Matrix { u: u as i64, v: v as i64, q: q as i64, r: r as i64 });
        }
        let bits_max = if eta < 0 {
            eta = -eta;
            (f, g) = (g, f.wrapping_neg());
            (u, q) = (q, u.wrapping_neg());
            (v, r) = (r, v.wrapping_neg());
            6
        } else {
            4
        };
        // The multiple of f that clears as many low bits of g as eta and the batch admit.
        let bits = left.min(u32::try_from(eta + 1).unwrap_or(left)).min(bits_max);
        let mask = (1 << bits) - 1;
        // -1 / f modulo 2^6.
        let negated = f.wrapping_mul(f.wrapping_mul(f).wrapping_sub(2));
        let multiple = negated.wrapping_mul(g) & mask;
        g = g.wrapping_add(f.wrapping_mul(multiple));
        q = q.wrapping_add(u.wrapping_mul(multiple));
        r = r.wrapping_add(v.wrapping_mul(multiple));
    }
}

/// `(f, g)` becomes `matrix (f, g) / 2^62`, which is exact.
#[inline(always)]
fn apply<const N: usize>(matrix: &Matrix, f: &mut Signed, g: &mut Signed) {
    let (mut f_carry, mut g_carry) = (0_i128, 0_i128);
    for i in 0..=N {
        f_carry += wide(matrix.u, f[i]) + wide(matrix.v, g[i]);
        g_carry += wide(matrix.q, f[i]) + wide(matrix.r, g[i]);
        if i > 0 {
            (f[i - 1], g[i - 1]) = (low(f_carry), low(g_carry));
        }
        f_carry >>= BATCH;
        g_carry >>= BATCH;
    }
    (f[N], g[N]) = (f_carry as i64, g_carry as i64);
}

/// `(d, e)` becomes `matrix (d, e) / 2^62` modulo the modulus; both stay between `-2 modulus` and `modulus`.
#[inline(always)]
fn apply_modulo<const N: usize>(matrix: &Matrix, d: &mut Signed, e: &mut Signed, modulus: &Signed, inverse: u64) {
    let (d_sign, e_sign) = (d[N] >> 63, e[N] >> 63);
    // Whole moduli are added: one for each negative number, and then what clears the low limb.
    let mut d_moduli = (matrix.u & d_sign) + (matrix.v & e_sign);
    let mut e_moduli = (matrix.q & d_sign) + (matrix.r & e_sign);
    let (mut d_carry, mut e_carry) = (0_i128, 0_i128);
    for i in 0..=N {
        d_carry += wide(matrix.u, d[i]) + wide(matrix.v, e[i]);
        e_carry += wide(matrix.q, d[i]) + wide(matrix.r, e[i]);
        if i == 0 {
            d_moduli -= clearing(d_carry, d_moduli, inverse);
            e_moduli -= clearing(e_carry, e_moduli, inverse);
        }
        d_carry += wide(modulus[i], d_moduli);
        e_carry += wide(modulus[i], e_moduli);
        if i > 0 {
            (d[i - 1], e[i - 1]) = (low(d_carry), low(e_carry));
        }
        d_carry >>= BATCH;
        e_carry >>= BATCH;
    }
    (d[N], e[N]) = (d_carry as i64, e_carry as i64);
}

/// How many moduli fewer make the low limb 0.
#[inline(always)]
fn clearing(carry: i128, moduli: i64, inverse: u64) -> i64 {
    (inverse.wrapping_mul(carry as u64).wrapping_add(moduli as u64) & MASK) as i64
}

/// `f` is 1 or -1, and `d` the inverse up to that sign and two moduli.
fn finish<const N: usize>(f: &Signed, mut d: Signed, modulus: &Signed) -> Option<Limbs<N>> {
    let negative = f[N] < 0;
    let one = if negative { carried::<N>(f.map(|limb| -limb)) } else { *f };
    if one[0] != 1 || one.iter().skip(1).any(|limb| *limb != 0) {
        return None;
    }
    if d[N] < 0 {
        d = sum::<N>(&d, modulus);
    }
    if negative {
        d = carried::<N>(d.map(|limb| -limb));
    }
    if d[N] < 0 {
        d = sum::<N>(&d, modulus);
    }
    Some(from_signed(&d))
}

fn sum<const N: usize>(a: &Signed, b: &Signed) -> Signed {
    carried::<N>(std::array::from_fn(|i| a[i] + b[i]))
}

/// Brings every limb but the highest between 0 and 2^62.
fn carried<const N: usize>(mut number: Signed) -> Signed {
    for i in 0..N {
        let limb = number[i];
        number[i] = limb & MASK as i64;
        number[i + 1] += limb >> BATCH;
    }
    number
}

#[inline(always)]
fn wide(a: i64, b: i64) -> i128 {
    i128::from(a) * i128::from(b)
}

#[inline(always)]
fn low(carry: i128) -> i64 {
    (carry as u64 & MASK) as i64
}

fn to_signed<const N: usize>(value: &Limbs<N>) -> Signed {
    let bit = |at: usize| value.get(at).copied().unwrap_or(0);
    std::array::from_fn(|i| {
        let (limb, shift) = (i * 62 / 64, i * 62 % 64);
        let above = if shift > 2 { bit(limb + 1) << (64 - shift) } else { 0 };
        (((bit(limb) >> shift) | above) & MASK) as i64
    })
}

fn from_signed<const N: usize>(number: &Signed) -> Limbs<N> {
    let part = |at: usize| number.get(at).map_or(0, |limb| *limb as u64);
    std::array::from_fn(|i| {
        let (limb, shift) = (i * 64 / 62, i * 64 % 62);
        (part(limb) >> shift) | (part(limb + 1) << (62 - shift))
    })
}
