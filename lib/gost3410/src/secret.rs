//! `k G` for a secret `k`, in constant time: signing and the public key of a secret one.
//!
//! The complete addition of Renes, Costello and Batina (ePrint 2015/1060, algorithms 1 and 2, any `a`) has no exceptional case among
//! multiples of G, so every step does the same work; entries of the comb are read by masks over the whole block.
//! Must never: branch on, or index by, anything derived from `k`.

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};
use zeroize::Zeroizing;

use crate::comb::Digit;
use crate::domain::Domain;
use crate::field::Fe;
use crate::jacobian::Affine;
use crate::limbs::{self, Limbs};

/// `(X / Z, Y / Z)`; the identity is `(0, 1, 0)`.
#[derive(Clone, Copy)]
struct Projective<const N: usize, const C: u64> {
    x: Fe<N, C>,
    y: Fe<N, C>,
    z: Fe<N, C>,
}

/// The products of the coordinates that an addition is made of (the names are those of the terms of algorithm 1).
struct Products<const N: usize, const C: u64> {
    xx: Fe<N, C>,
    yy: Fe<N, C>,
    zz: Fe<N, C>,
    xy: Fe<N, C>,
    xz: Fe<N, C>,
    yz: Fe<N, C>,
}

/// `a` and `3 b`, as the formulas want them.
struct Coefficients<'a, const N: usize, const C: u64> {
    domain: &'a Domain<N, C>,
    b3: Fe<N, C>,
}

impl<const N: usize, const C: u64> Coefficients<'_, N, C> {
    /// `a * value`; which curve it is is public.
    fn times_a(&self, value: &Fe<N, C>) -> Fe<N, C> {
        if self.domain.a_is_minus_three { value.double().add(value).negate() } else { self.domain.a.mul(value) }
    }
}

impl<const N: usize, const C: u64> Projective<N, C> {
    const IDENTITY: Self = Self { x: Fe::ZERO, y: Fe::ONE, z: Fe::ZERO };

    /// Algorithm 1 with both points the same.
    fn double(&self, coefficients: &Coefficients<N, C>) -> Self {
        Self::sum(
            &Products {
                xx: self.x.square(),
                yy: self.y.square(),
                zz: self.z.square(),
                xy: self.x.mul(&self.y).double(),
                xz: self.x.mul(&self.z).double(),
                yz: self.y.mul(&self.z).double(),
            },
            coefficients,
        )
    }

    /// Algorithm 2: the other point has `Z = 1`.
    fn add_affine(&self, other: &Affine<N, C>, coefficients: &Coefficients<N, C>) -> Self {
        let xx = self.x.mul(&other.x);
        let yy = self.y.mul(&other.y);
        let xy = self.x.add(&self.y).mul(&other.x.add(&other.y)).sub(&xx.add(&yy));
        let xz = self.z.mul(&other.x).add(&self.x);
        let yz = self.z.mul(&other.y).add(&self.y);
        Self::sum(&Products { xx, yy, zz: self.z, xy, xz, yz }, coefficients)
    }

    #[inline(always)]
    fn sum(products: &Products<N, C>, coefficients: &Coefficients<N, C>) -> Self {
        let Products { xx, yy, zz, xy, xz, yz } = products;
        let shift = coefficients.times_a(xz).add(&coefficients.b3.mul(zz));
        let minus = yy.sub(&shift);
        let plus = yy.add(&shift);
        let azz = coefficients.times_a(zz);
        let slope = xx.double().add(xx).add(&azz);
        let cross = coefficients.b3.mul(xz).add(&coefficients.times_a(&xx.sub(&azz)));
        Self {
            x: xy.mul(&minus).sub(&yz.mul(&cross)),
            y: minus.mul(&plus).add(&slope.mul(&cross)),
            z: yz.mul(&plus).add(&xy.mul(&slope)),
        }
    }

    fn to_affine(self) -> Affine<N, C> {
        let inverse = self.z.invert();
        Affine { x: self.x.mul(&inverse), y: self.y.mul(&inverse) }
    }
}

/// `scalar * G` for `0 < scalar < q`.
pub(crate) fn multiply_base<const N: usize, const C: u64>(domain: &Domain<N, C>, scalar: &Limbs<N>) -> Affine<N, C> {
    let comb = domain.secret_comb();
    let coefficients = Coefficients { domain, b3: domain.b.double().add(&domain.b) };
    // q is odd: of k and q - k one is odd, and the other way round the sum is negated.
    let even = Choice::from((!scalar[0] & 1) as u8);
    let odd = Zeroizing::new(limbs::select(scalar, &domain.order.negate(scalar), even));
    let mut sum = Projective::IDENTITY;
    for column in (0..comb.columns()).rev() {
        sum = sum.double(&coefficients);
        for block in 0..comb.shape().blocks {
            let digit = comb.shape().digit(&odd, block, column);
            sum = sum.add_affine(&look_up(comb.block(block), digit), &coefficients);
        }
    }
    let mut point = sum.to_affine();
    point.y = Fe::conditional_select(&point.y, &point.y.negate(), even);
    point
}

/// Reads every entry and keeps the one asked for.
fn look_up<const N: usize, const C: u64>(block: &[Affine<N, C>], digit: Digit) -> Affine<N, C> {
    let mut out = Affine { x: Fe::ZERO, y: Fe::ZERO };
    for (at, entry) in (0_u64..).zip(block) {
        let wanted = at.ct_eq(&(digit.number as u64));
        out.x = Fe::conditional_select(&out.x, &entry.x, wanted);
        out.y = Fe::conditional_select(&out.y, &entry.y, wanted);
    }
    out.y = Fe::conditional_select(&out.y, &out.y.negate(), Choice::from(digit.negative as u8));
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};

    use super::multiply_base;
    use crate::domain::{CRYPTO_PRO_A, Domain, TC26_256_A, TC26_512_A};
    use crate::limbs::Limbs;
    use crate::vartime;

    /// `a G` in constant time, then `b (a G) + c G` in variable time, equals `(a b + c) G` in constant time.
    fn both_ways_agree<const N: usize, const C: u64>(domain: &Domain<N, C>, [a, b, c]: [Limbs<N>; 3]) {
        let order = &domain.order;
        let [a, b, c] = [a, b, c].map(|scalar| order.reduce(&scalar));
        let point = multiply_base(domain, &a);
        assert!(domain.contains(&point));
        let sum = vartime::multiply_two(domain, &c, &point, &b);
        let expected = multiply_base(domain, &order.add(&order.mul(&a, &b), &c));
        let zz = sum.z.square();
        assert!(expected.x.mul(&zz) == sum.x && expected.y.mul(&zz).mul(&sum.z) == sum.y);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn secret_and_public_multiplication_agree(narrow in any::<[[u64; 4]; 3]>(), wide in any::<[[u64; 8]; 3]>()) {
            both_ways_agree(&CRYPTO_PRO_A, narrow);
            both_ways_agree(&TC26_256_A, narrow);
            both_ways_agree(&TC26_512_A, wide);
        }
    }

    #[test]
    fn sums_that_meet_doubling_and_the_identity() {
        let small = |value| [value, 0, 0, 0];
        for a in 1..20 {
            for b in 1..20 {
                both_ways_agree(&CRYPTO_PRO_A, [small(a), small(b), small(a * b)]);
                both_ways_agree(&TC26_256_A, [small(a), small(b), small(3)]);
            }
        }
        let order = &CRYPTO_PRO_A.order;
        let sum = vartime::multiply_two(&CRYPTO_PRO_A, &order.negate(&small(7)), &CRYPTO_PRO_A.base, &small(7));
        assert!(sum.is_identity());
    }
}
