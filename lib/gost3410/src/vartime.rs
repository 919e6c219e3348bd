//! Points in Jacobian coordinates and `u G + v Q` for verification. Variable time: every input is public.
//!
//! Formulas: EFD shortw/jacobian-3 "dbl-2001-b", shortw/jacobian "dbl-2007-bl", "add-2007-bl", "madd-2007-bl";
//! scalars in width-w NAF, interleaved (Handbook of Elliptic and Hyperelliptic Curve Cryptography, 9.1).
//! Must never: be called with a secret scalar.

use crate::domain::Domain;
use crate::field::Fe;
use crate::limbs::Limbs;

/// A finite point of a curve.
#[derive(Clone, Copy)]
pub(crate) struct Affine<const N: usize, const C: u64> {
    pub(crate) x: Fe<N, C>,
    pub(crate) y: Fe<N, C>,
}

/// `(X / Z^2, Y / Z^3)`; `Z = 0` is the identity.
#[derive(Clone, Copy)]
pub(crate) struct Jacobian<const N: usize, const C: u64> {
    pub(crate) x: Fe<N, C>,
    pub(crate) y: Fe<N, C>,
    pub(crate) z: Fe<N, C>,
}

/// Width of the NAF of the base point's scalar: its table is made once per process.
const BASE_WIDTH: u32 = 8;
/// Width of the NAF of the key's scalar: its table is made for each verification.
const KEY_WIDTH: u32 = 5;
const BASE_TABLE_POINTS: usize = 1 << (BASE_WIDTH - 2);
const KEY_TABLE_POINTS: usize = 1 << (KEY_WIDTH - 2);
/// Digits of the longest NAF: one more than the bits of the scalar.
const NAF_DIGITS_MAX: usize = 513;

impl<const N: usize, const C: u64> Affine<N, C> {
    fn negate(&self) -> Self {
        Self { x: self.x, y: self.y.negate() }
    }
}

impl<const N: usize, const C: u64> Jacobian<N, C> {
    const IDENTITY: Self = Self { x: Fe::ONE, y: Fe::ONE, z: Fe::ZERO };

    fn from_affine(point: &Affine<N, C>) -> Self {
        Self { x: point.x, y: point.y, z: Fe::ONE }
    }

    pub(crate) fn is_identity(&self) -> bool {
        self.z.is_zero().into()
    }

    fn negate(&self) -> Self {
        Self { x: self.x, y: self.y.negate(), z: self.z }
    }

    fn double(&self, domain: &Domain<N, C>) -> Self {
        if domain.a_is_minus_three { self.double_minus_three() } else { self.double_any(domain) }
    }

    /// dbl-2001-b, 3 multiplications and 5 squarings.
    fn double_minus_three(&self) -> Self {
        let delta = self.z.square();
        let gamma = self.y.square();
        let beta = self.x.mul(&gamma);
        let product = self.x.sub(&delta).mul(&self.x.add(&delta));
        let alpha = product.double().add(&product);
        let beta4 = beta.double().double();
        let x = alpha.square().sub(&beta4.double());
        let z = self.y.add(&self.z).square().sub(&gamma).sub(&delta);
        let gamma_squared8 = gamma.double().square().double();
        let y = alpha.mul(&beta4.sub(&x)).sub(&gamma_squared8);
        Self { x, y, z }
    }

    /// dbl-2007-bl for any `a`.
    fn double_any(&self, domain: &Domain<N, C>) -> Self {
        let xx = self.x.square();
        let yy = self.y.square();
        let yyyy = yy.square();
        let zz = self.z.square();
        let s = self.x.add(&yy).square().sub(&xx).sub(&yyyy).double();
        let m = xx.double().add(&xx).add(&domain.a.mul(&zz.square()));
        let x = m.square().sub(&s.double());
        let y = m.mul(&s.sub(&x)).sub(&yyyy.double().double().double());
        let z = self.y.add(&self.z).square().sub(&yy).sub(&zz);
        Self { x, y, z }
    }

    /// add-2007-bl with the exceptional cases.
    fn add(&self, other: &Self, domain: &Domain<N, C>) -> Self {
        if other.is_identity() {
            return *self;
        }
        if self.is_identity() {
            return *other;
        }
        let z1z1 = self.z.square();
        let z2z2 = other.z.square();
        let u1 = self.x.mul(&z2z2);
        let s1 = self.y.mul(&other.z).mul(&z2z2);
        let h = other.x.mul(&z1z1).sub(&u1);
        let half_r = other.y.mul(&self.z).mul(&z1z1).sub(&s1);
        if bool::from(h.is_zero()) {
            return if bool::from(half_r.is_zero()) { self.double(domain) } else { Self::IDENTITY };
        }
        let i = h.double().square();
        let j = h.mul(&i);
        let r = half_r.double();
        let v = u1.mul(&i);
        let x = r.square().sub(&j).sub(&v.double());
        let y = r.mul(&v.sub(&x)).sub(&s1.mul(&j).double());
        let z = self.z.add(&other.z).square().sub(&z1z1).sub(&z2z2).mul(&h);
        Self { x, y, z }
    }

    /// madd-2007-bl (`other.z = 1`) with the exceptional cases.
    fn add_affine(&self, other: &Affine<N, C>, domain: &Domain<N, C>) -> Self {
        if self.is_identity() {
            return Self::from_affine(other);
        }
        let z1z1 = self.z.square();
        let h = other.x.mul(&z1z1).sub(&self.x);
        let half_r = other.y.mul(&self.z).mul(&z1z1).sub(&self.y);
        if bool::from(h.is_zero()) {
            return if bool::from(half_r.is_zero()) { self.double(domain) } else { Self::IDENTITY };
        }
        let hh = h.square();
        let i = hh.double().double();
        let j = h.mul(&i);
        let r = half_r.double();
        let v = self.x.mul(&i);
        let x = r.square().sub(&j).sub(&v.double());
        let y = r.mul(&v.sub(&x)).sub(&self.y.mul(&j).double());
        let z = self.z.add(&h).square().sub(&z1z1).sub(&hh);
        Self { x, y, z }
    }

    fn to_affine(self) -> Affine<N, C> {
        let inverse = self.z.invert();
        let squared = inverse.square();
        Affine { x: self.x.mul(&squared), y: self.y.mul(&squared).mul(&inverse) }
    }
}

/// `1 P, 3 P, 5 P ...`, as many as the table of the base point holds.
pub(crate) fn odd_multiples_affine<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    point: &Affine<N, C>,
) -> Vec<Affine<N, C>> {
    let mut multiple = Jacobian::from_affine(point);
    let twice = multiple.double(domain);
    let mut table = Vec::with_capacity(BASE_TABLE_POINTS);
    for _ in 0..BASE_TABLE_POINTS {
        table.push(multiple.to_affine());
        multiple = multiple.add(&twice, domain);
    }
    table
}

/// `scalar * point`.
pub(crate) fn multiply<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    point: &Affine<N, C>,
    scalar: &Limbs<N>,
) -> Jacobian<N, C> {
    multiply_two(domain, &[0; N], point, scalar)
}

/// `base_scalar * G + key_scalar * key`.
pub(crate) fn multiply_two<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    base_scalar: &Limbs<N>,
    key: &Affine<N, C>,
    key_scalar: &Limbs<N>,
) -> Jacobian<N, C> {
    let base_table = domain.base_table();
    let key_table = odd_multiples(domain, key);
    let base_naf = naf(base_scalar, BASE_WIDTH);
    let key_naf = naf(key_scalar, KEY_WIDTH);
    let mut sum = Jacobian::IDENTITY;
    for (base_digit, key_digit) in base_naf.iter().zip(&key_naf).take(64 * N + 1).rev() {
        sum = sum.double(domain);
        if let Some(multiple) = base_table.get(usize::from(base_digit.unsigned_abs() / 2)).filter(|_| *base_digit != 0)
        {
            let multiple = if *base_digit < 0 { multiple.negate() } else { *multiple };
            sum = sum.add_affine(&multiple, domain);
        }
        if let Some(multiple) = key_table.get(usize::from(key_digit.unsigned_abs() / 2)).filter(|_| *key_digit != 0) {
            let multiple = if *key_digit < 0 { multiple.negate() } else { *multiple };
            sum = sum.add(&multiple, domain);
        }
    }
    sum
}

fn odd_multiples<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    point: &Affine<N, C>,
) -> [Jacobian<N, C>; KEY_TABLE_POINTS] {
    let mut table = [Jacobian::from_affine(point); KEY_TABLE_POINTS];
    let twice = table[0].double(domain);
    for i in 1..KEY_TABLE_POINTS {
        table[i] = table[i - 1].add(&twice, domain);
    }
    table
}

/// Width-w non-adjacent form, least significant digit first: digits are 0 or odd, below `2^(width - 1)` in size.
fn naf<const N: usize>(scalar: &Limbs<N>, width: u32) -> [i8; NAF_DIGITS_MAX] {
    let mut digits = [0; NAF_DIGITS_MAX];
    let mask = (1_u64 << width) - 1;
    let mut carry = 0;
    let mut at = 0;
    while at < 64 * N + 1 {
        let window = (bits_at(scalar, at) & mask) + carry;
        if window & 1 == 0 {
            at += 1;
            continue;
        }
        let negative = window > 1 << (width - 1);
        carry = u64::from(negative);
        let magnitude = if negative { (1 << width) - window } else { window };
        let digit = i8::try_from(magnitude).unwrap_or(0);
        digits[at] = if negative { -digit } else { digit };
        at += width as usize;
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
