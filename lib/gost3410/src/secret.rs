//! `k G` for a secret `k`, in constant time: signing and the public key of a secret one.
//!
//! The complete addition of Renes, Costello and Batina (ePrint 2015/1060, algorithm 1, any `a`) has no exceptional
//! case among multiples of G, so every step does the same work; table entries are read by masks over the whole table.
//! Must never: branch on, or index by, anything derived from `k`.

use subtle::{ConditionallySelectable, ConstantTimeEq};

use crate::domain::Domain;
use crate::field::Fe;
use crate::limbs::Limbs;
use crate::vartime::Affine;

/// Bits of the scalar taken at a time; it divides 64, so no window crosses a limb.
const WINDOW_BITS: usize = 4;
const WINDOW_ENTRIES: usize = 1 << WINDOW_BITS;

/// `(X / Z, Y / Z)`; the identity is `(0, 1, 0)`.
#[derive(Clone, Copy)]
struct Projective<const N: usize, const C: u64> {
    x: Fe<N, C>,
    y: Fe<N, C>,
    z: Fe<N, C>,
}

impl<const N: usize, const C: u64> Projective<N, C> {
    const IDENTITY: Self = Self { x: Fe::ZERO, y: Fe::ONE, z: Fe::ZERO };

    /// Algorithm 1; the names are those of its terms. `b3` is `3 b`.
    fn add(&self, other: &Self, a: &Fe<N, C>, b3: &Fe<N, C>) -> Self {
        let xx = self.x.mul(&other.x);
        let yy = self.y.mul(&other.y);
        let zz = self.z.mul(&other.z);
        let xy = self.x.add(&self.y).mul(&other.x.add(&other.y)).sub(&xx.add(&yy));
        let xz = self.x.add(&self.z).mul(&other.x.add(&other.z)).sub(&xx.add(&zz));
        let yz = self.y.add(&self.z).mul(&other.y.add(&other.z)).sub(&yy.add(&zz));
        let shift = a.mul(&xz).add(&b3.mul(&zz));
        let minus = yy.sub(&shift);
        let plus = yy.add(&shift);
        let azz = a.mul(&zz);
        let slope = xx.double().add(&xx).add(&azz);
        let cross = b3.mul(&xz).add(&a.mul(&xx.sub(&azz)));
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
    let b3 = domain.b.double().add(&domain.b);
    let base = Projective { x: domain.base.x, y: domain.base.y, z: Fe::ONE };
    let mut table = [Projective::IDENTITY; WINDOW_ENTRIES];
    for i in 1..WINDOW_ENTRIES {
        table[i] = table[i - 1].add(&base, &domain.a, &b3);
    }
    let mut sum = Projective::IDENTITY;
    for limb in scalar.iter().rev() {
        for shift in (0..64).step_by(WINDOW_BITS).rev() {
            for _ in 0..WINDOW_BITS {
                sum = sum.add(&sum, &domain.a, &b3);
            }
            let window = (limb >> shift) & (WINDOW_ENTRIES as u64 - 1);
            sum = sum.add(&look_up(&table, window), &domain.a, &b3);
        }
    }
    sum.to_affine()
}

/// Reads every entry and keeps the one asked for.
fn look_up<const N: usize, const C: u64>(table: &[Projective<N, C>; WINDOW_ENTRIES], index: u64) -> Projective<N, C> {
    let mut out = Projective::IDENTITY;
    for (at, entry) in (0_u64..).zip(table) {
        let wanted = at.ct_eq(&index);
        out.x = Fe::conditional_select(&out.x, &entry.x, wanted);
        out.y = Fe::conditional_select(&out.y, &entry.y, wanted);
        out.z = Fe::conditional_select(&out.z, &entry.z, wanted);
    }
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
