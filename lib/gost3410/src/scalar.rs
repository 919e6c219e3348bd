//! Arithmetic modulo the order `q` of the base point (Montgomery multiplication), for the few products a signature needs.
//!
//! Constant time except [`Order::invert_vartime`], which verification calls with public values.
//! Must never: hold a secret longer than the call.

use subtle::Choice;

use crate::inverse;
use crate::limbs::{self, Limbs};

/// An odd modulus with what Montgomery multiplication needs, all computed at compile time.
pub(crate) struct Order<const N: usize> {
    pub(crate) modulus: Limbs<N>,
    /// `-1 / modulus` modulo 2^64.
    negated_inverse: u64,
    /// `2^(128 N)` modulo the modulus.
    r_squared: Limbs<N>,
}

impl<const N: usize> Order<N> {
    pub(crate) const fn new(modulus: Limbs<N>) -> Self {
        Self { modulus, negated_inverse: negated_inverse(modulus[0]), r_squared: r_squared(&modulus) }
    }

    /// Any number of `64 * N` bits, brought below the modulus.
    pub(crate) fn reduce(&self, value: &Limbs<N>) -> Limbs<N> {
        let mut one = [0; N];
        one[0] = 1;
        self.montgomery(&self.montgomery(value, &self.r_squared), &one)
    }

    /// Little-endian octets of any length, modulo the modulus (Horner, the most significant block first).
    pub(crate) fn reduce_le_bytes(&self, bytes: &[u8]) -> Limbs<N> {
        let mut out = [0; N];
        for block in bytes.chunks(8 * N).rev() {
            let shifted = self.montgomery(&out, &self.r_squared);
            out = self.add(&shifted, &self.reduce(&limbs::from_le_bytes(block)));
        }
        out
    }

    /// `a + b`, both below the modulus.
    pub(crate) fn add(&self, a: &Limbs<N>, b: &Limbs<N>) -> Limbs<N> {
        let (sum, carry) = limbs::add(a, b);
        self.subtract_once(&sum, carry)
    }

    /// `-a`, `a` below the modulus.
    pub(crate) fn negate(&self, a: &Limbs<N>) -> Limbs<N> {
        let (difference, _) = limbs::sub(&self.modulus, a);
        limbs::select(&difference, &[0; N], limbs::is_zero(a))
    }

    /// `a * b`, both below the modulus.
    pub(crate) fn mul(&self, a: &Limbs<N>, b: &Limbs<N>) -> Limbs<N> {
        self.montgomery(&self.montgomery(a, b), &self.r_squared)
    }

    /// `0 < a < modulus`.
    pub(crate) fn contains_nonzero(&self, a: &Limbs<N>) -> bool {
        (limbs::less(a, &self.modulus) & !limbs::is_zero(a)).into()
    }

    /// `1 / a`; `None` only for 0. Variable time: for public values.
    pub(crate) fn invert_vartime(&self, a: &Limbs<N>) -> Option<Limbs<N>> {
        inverse::invert_vartime(a, &self.modulus, self.negated_inverse)
    }

    /// `a * b / 2^(64 N)`, where at least one factor is below the modulus.
    fn montgomery(&self, a: &Limbs<N>, b: &Limbs<N>) -> Limbs<N> {
        let mut out = [0; N];
        let mut top = false;
        for digit in a {
            let mut carry = 0;
            for (limb, factor) in out.iter_mut().zip(b) {
                (*limb, carry) = digit.carrying_mul_add(*factor, *limb, carry);
            }
            let (over, over_carry) = carry.overflowing_add(u64::from(top));
            let quotient = out[0].wrapping_mul(self.negated_inverse);
            let (_, mut low_carry) = quotient.carrying_mul_add(self.modulus[0], out[0], 0);
            for i in 1..N {
                (out[i - 1], low_carry) = quotient.carrying_mul_add(self.modulus[i], out[i], low_carry);
            }
            let (last, last_carry) = over.overflowing_add(low_carry);
            out[N - 1] = last;
            top = over_carry | last_carry;
        }
        self.subtract_once(&out, top)
    }

    /// `carry * 2^(64 N) + value`, less the modulus once if that leaves it non-negative.
    fn subtract_once(&self, value: &Limbs<N>, carry: bool) -> Limbs<N> {
        let (difference, borrow) = limbs::sub(value, &self.modulus);
        let keep = Choice::from(u8::from(borrow)) & !Choice::from(u8::from(carry));
        limbs::select(&difference, value, keep)
    }
}

/// `-1 / odd` modulo 2^64 by Newton's iteration (each step doubles the number of right bits).
pub(crate) const fn negated_inverse(odd: u64) -> u64 {
    let mut inverse = odd;
    let mut step = 0;
    while step < 5 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(inverse)));
        step += 1;
    }
    inverse.wrapping_neg()
}

/// `2^(128 N)` modulo `modulus` by doubling 1.
const fn r_squared<const N: usize>(modulus: &Limbs<N>) -> Limbs<N> {
    let mut value = [0; N];
    value[0] = 1;
    let mut step = 0;
    while step < 128 * N {
        value = double_mod(&value, modulus);
        step += 1;
    }
    value
}

/// `2 * value` modulo `modulus`, `value` below it.
const fn double_mod<const N: usize>(value: &Limbs<N>, modulus: &Limbs<N>) -> Limbs<N> {
    let mut doubled = [0; N];
    let mut carry = 0;
    let mut i = 0;
    while i < N {
        doubled[i] = (value[i] << 1) | carry;
        carry = value[i] >> 63;
        i += 1;
    }
    let mut reduced = [0; N];
    let mut borrow = 0_u64;
    i = 0;
    while i < N {
        let (partial, under) = doubled[i].overflowing_sub(modulus[i]);
        let (limb, under_again) = partial.overflowing_sub(borrow);
        reduced[i] = limb;
        borrow = under as u64 | under_again as u64;
        i += 1;
    }
    if carry == 0 && borrow == 1 { doubled } else { reduced }
}

#[cfg(test)]
mod tests {
    use crypto_bigint::{NonZero, Uint};
    use proptest::prelude::{any, proptest};

    use super::{Limbs, Order};
    use crate::domain::{CRYPTO_PRO_A, TC26_256_A, TC26_512_A};

    fn agrees<const N: usize>(order: &Order<N>, a: Limbs<N>, b: Limbs<N>) {
        let q = NonZero::new(Uint::<N>::from_words(order.modulus)).expect("q is not 0");
        let (x, y) = (Uint::from_words(a).rem(&q), Uint::from_words(b).rem(&q));
        assert_eq!(order.reduce(&a), x.to_words());
        let (a, b) = (order.reduce(&a), order.reduce(&b));
        assert_eq!(order.add(&a, &b), x.add_mod(&y, &q).to_words());
        assert_eq!(order.mul(&a, &b), x.mul_mod(&y, &q).to_words());
        assert_eq!(order.negate(&a), x.neg_mod(&q).to_words());
        match order.invert_vartime(&a) {
            Some(inverse) => assert_eq!(order.mul(&inverse, &a), Uint::<N>::ONE.to_words()),
            None => assert_eq!(a, [0; N]),
        }
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_long_division(a in any::<[u64; 4]>(), b in any::<[u64; 4]>(), c in any::<[u64; 8]>(), d in any::<[u64; 8]>()) {
            agrees(&CRYPTO_PRO_A.order, a, b);
            agrees(&TC26_256_A.order, a, b);
            agrees(&TC26_512_A.order, c, d);
        }

        #[test]
        fn long_digests_are_reduced_whole(octets in any::<[u8; 32]>(), more in any::<[u8; 32]>()) {
            let digest = [octets, more].concat();
            let q = NonZero::new(Uint::<8>::from_le_slice(&[CRYPTO_PRO_A.order.modulus.map(u64::to_le_bytes).concat(), vec![0; 32]].concat())).expect("q is not 0");
            let expected = Uint::<8>::from_le_slice(&digest).rem(&q).to_words();
            assert_eq!(CRYPTO_PRO_A.order.reduce_le_bytes(&digest), expected[..4]);
        }
    }

    #[test]
    fn the_ends_of_the_range() {
        for a in [[0; 8], [u64::MAX; 8], TC26_512_A.order.modulus] {
            agrees(&TC26_512_A.order, a, a);
            agrees(&TC26_512_A.order, a, [u64::MAX; 8]);
        }
        for a in [[0; 4], [u64::MAX; 4], TC26_256_A.order.modulus] {
            agrees(&TC26_256_A.order, a, a);
            agrees(&CRYPTO_PRO_A.order, a, [u64::MAX; 4]);
        }
    }
}
