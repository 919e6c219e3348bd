//! `u G + v Q` for verification. Variable time: every input is public.
//!
//! A key without a table: one chain of doublings, `v` in width-w NAF (Handbook of Elliptic and Hyperelliptic Curve Cryptography, 9.1),
//! and the comb of G joins for the last few doublings. A key with a table: two combs share those few doublings.
//! Must never: be called with a secret scalar.

use crate::comb::Comb;
use crate::domain::Domain;
use crate::jacobian::{Affine, Jacobian, normalise};
use crate::limbs::Limbs;

/// Width of the NAF of the key's scalar: its table is made for each verification.
const KEY_WIDTH: u32 = 5;
const KEY_TABLE_POINTS: usize = 1 << (KEY_WIDTH - 2);
/// Digits of the longest NAF: one more than the bits of the scalar.
const NAF_DIGITS_MAX: usize = 513;

/// `scalar` made odd: itself, or `q - scalar` with the flag that it stands for its negative. `None` for 0.
struct OddScalar<const N: usize> {
    odd: Limbs<N>,
    negative: bool,
}

impl<const N: usize> OddScalar<N> {
    fn new<const C: u64>(domain: &Domain<N, C>, scalar: &Limbs<N>) -> Option<Self> {
        if *scalar == [0; N] {
            return None;
        }
        let negative = scalar[0] & 1 == 0;
        let odd = if negative { domain.order.negate(scalar) } else { *scalar };
        Some(Self { odd, negative })
    }
}

/// `scalar * point`, any scalar.
pub(crate) fn multiply<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    point: &Affine<N, C>,
    scalar: &Limbs<N>,
) -> Jacobian<N, C> {
    multiply_two(domain, &[0; N], point, scalar)
}

/// `base_scalar * G + key_scalar * key`; `base_scalar` is below `q`.
pub(crate) fn multiply_two<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    base_scalar: &Limbs<N>,
    key: &Affine<N, C>,
    key_scalar: &Limbs<N>,
) -> Jacobian<N, C> {
    let base = OddScalar::new(domain, base_scalar).map(|scalar| (domain.public_comb(), scalar));
    let key_table = odd_multiples(domain, key);
    let key_naf = naf(key_scalar);
    let mut sum = Jacobian::IDENTITY;
    for (at, digit) in key_naf.iter().enumerate().take(64 * N + 1).rev() {
        sum = sum.double(domain);
        if let Some(multiple) = key_table.get(usize::from(digit.unsigned_abs() / 2)).filter(|_| *digit != 0) {
            sum = sum.add_affine(&multiple.negate_if(*digit < 0), domain);
        }
        if let Some((comb, scalar)) = base.as_ref().filter(|(comb, _)| at < comb.columns()) {
            sum = comb.add_column_vartime(sum, &scalar.odd, scalar.negative, at, domain);
        }
    }
    sum
}

/// `base_scalar * G + key_scalar * key` by the tables of both; the scalars are below `q`.
pub(crate) fn multiply_two_combs<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    base_scalar: &Limbs<N>,
    key: &Comb<N, C>,
    key_scalar: &Limbs<N>,
) -> Jacobian<N, C> {
    let base = domain.public_comb();
    let terms = [(base, OddScalar::new(domain, base_scalar)), (key, OddScalar::new(domain, key_scalar))];
    let mut sum = Jacobian::IDENTITY;
    for column in (0..base.columns()).rev() {
        sum = sum.double(domain);
        for (comb, scalar) in &terms {
            if let Some(scalar) = scalar {
                sum = comb.add_column_vartime(sum, &scalar.odd, scalar.negative, column, domain);
            }
        }
    }
    sum
}

/// `1 P, 3 P, 5 P ...`; none is the identity, because no order of a point here has a small odd factor.
fn odd_multiples<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    point: &Affine<N, C>,
) -> [Affine<N, C>; KEY_TABLE_POINTS] {
    let mut table = [Jacobian::from_affine(point); KEY_TABLE_POINTS];
    let twice = table[0].double(domain);
    for i in 1..KEY_TABLE_POINTS {
        table[i] = table[i - 1].add(&twice, domain);
    }
    let mut out = [*point; KEY_TABLE_POINTS];
    normalise(&table, &mut out);
    out
}

/// Width-w non-adjacent form, least significant digit first: digits are 0 or odd, below `2^(width - 1)` in size.
fn naf<const N: usize>(scalar: &Limbs<N>) -> [i8; NAF_DIGITS_MAX] {
    let mut digits = [0; NAF_DIGITS_MAX];
    let mask = (1_u64 << KEY_WIDTH) - 1;
    let mut carry = 0;
    let mut at = 0;
    while at < 64 * N + 1 {
        let window = (bits_at(scalar, at) & mask) + carry;
        if window & 1 == 0 {
            at += 1;
            continue;
        }
        let negative = window > 1 << (KEY_WIDTH - 1);
        carry = u64::from(negative);
        let magnitude = if negative { (1 << KEY_WIDTH) - window } else { window };
        let digit = i8::try_from(magnitude).unwrap_or(0);
        digits[at] = if negative { -digit } else { digit };
        at += KEY_WIDTH as usize;
    }
    digits
}

/// The 64 bits of `scalar` from bit `at` on; zero beyond its end.
fn bits_at<const N: usize>(scalar: &Limbs<N>, at: usize) -> u64 {
    let low = scalar.get(at / 64).copied().unwrap_or(0);
    let high = scalar.get(at / 64 + 1).copied().unwrap_or(0);
    match at % 64 {
        0 => low,
        shift => (low >> shift) | (high << (64 - shift)),
    }
}
