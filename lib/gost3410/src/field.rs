//! The prime field modulo `p = 2^(64 N) - C` (pseudo-Mersenne: 2^256 - 617 and 2^512 - 569).
//!
//! An element is held as any number below `2^(64 N)`; it is brought below `p` only where it is compared or written out.
//! A product is reduced by folding: `high * 2^(64 N) + low = high * C + low (mod p)`.
//! Everything is constant time. Must never: branch on a value.

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

use crate::limbs::{self, Limbs};

/// An element of the field modulo `2^(64 N) - C`.
#[derive(Clone, Copy)]
pub(crate) struct Fe<const N: usize, const C: u64>(pub(crate) Limbs<N>);

impl<const N: usize, const C: u64> Fe<N, C> {
    pub(crate) const ZERO: Self = Self([0; N]);
    pub(crate) const ONE: Self = {
        let mut one = [0; N];
        one[0] = 1;
        Self(one)
    };

    /// `p` itself.
    pub(crate) const MODULUS: Limbs<N> = {
        let mut p = [u64::MAX; N];
        p[0] = 0_u64.wrapping_sub(C);
        p
    };

    /// Reads a number that must be below `p`.
    pub(crate) fn from_canonical(value: Limbs<N>) -> Option<Self> {
        bool::from(limbs::less(&value, &Self::MODULUS)).then_some(Self(value))
    }

    /// The one representative below `p`.
    pub(crate) fn canonical(&self) -> Limbs<N> {
        let (plus_c, carry) = limbs::add_small(&self.0, C);
        limbs::select(&self.0, &plus_c, Choice::from(u8::from(carry)))
    }

    pub(crate) fn is_zero(&self) -> Choice {
        limbs::is_zero(&self.canonical())
    }

    #[inline(always)]
    pub(crate) fn add(&self, other: &Self) -> Self {
        let (sum, carry) = limbs::add(&self.0, &other.0);
        Self(Self::add_folded(sum, u64::from(carry) * C))
    }

    #[inline(always)]
    pub(crate) fn sub(&self, other: &Self) -> Self {
        let (difference, borrow) = limbs::sub(&self.0, &other.0);
        let (mut out, again) = limbs::sub_small(&difference, u64::from(borrow) * C);
        // A second borrow leaves a number within C of 2^(64 N): the lowest limb takes the last C alone.
        out[0] = out[0].wrapping_sub(u64::from(again) * C);
        Self(out)
    }

    #[inline(always)]
    pub(crate) fn double(&self) -> Self {
        self.add(self)
    }

    pub(crate) fn negate(&self) -> Self {
        Self::ZERO.sub(self)
    }

    #[inline(always)]
    pub(crate) fn mul(&self, other: &Self) -> Self {
        let (low, high) = limbs::mul(&self.0, &other.0);
        Self::fold(low, high)
    }

    #[inline(always)]
    pub(crate) fn square(&self) -> Self {
        let (low, high) = limbs::square(&self.0);
        Self::fold(low, high)
    }

    /// `1 / self`, and 0 for 0 (Fermat: `self^(p - 2)`; the exponent is public).
    pub(crate) fn invert(&self) -> Self {
        let (exponent, _) = limbs::sub_small(&Self::MODULUS, 2);
        let mut out = Self::ONE;
        for limb in exponent.iter().rev() {
            for bit in (0..64).rev() {
                out = out.square();
                if (limb >> bit) & 1 == 1 {
                    out = out.mul(self);
                }
            }
        }
        out
    }

    #[inline(always)]
    fn fold(mut low: Limbs<N>, high: Limbs<N>) -> Self {
        let mut carry = 0;
        for (limb, top) in low.iter_mut().zip(high) {
            (*limb, carry) = top.carrying_mul_add(C, *limb, carry);
        }
        Self(Self::add_folded(low, carry * C))
    }

    /// `value + small` with the carry out folded in; `small` is at most `C * C`, far below 2^64.
    #[inline(always)]
    fn add_folded(value: Limbs<N>, small: u64) -> Limbs<N> {
        let (mut out, carry) = limbs::add_small(&value, small);
        // After a carry the number is below `small`: the lowest limb takes C without a carry.
        out[0] = out[0].wrapping_add(u64::from(carry) * C);
        out
    }
}

impl<const N: usize, const C: u64> ConditionallySelectable for Fe<N, C> {
    #[inline(always)]
    fn conditional_select(a: &Self, b: &Self, choice: Choice) -> Self {
        Self(limbs::select(&a.0, &b.0, choice))
    }
}

impl<const N: usize, const C: u64> ConstantTimeEq for Fe<N, C> {
    fn ct_eq(&self, other: &Self) -> Choice {
        self.sub(other).is_zero()
    }
}

impl<const N: usize, const C: u64> PartialEq for Fe<N, C> {
    fn eq(&self, other: &Self) -> bool {
        self.ct_eq(other).into()
    }
}

#[cfg(test)]
mod tests {
    use crypto_bigint::{NonZero, Uint};
    use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};

    use super::{Fe, Limbs};

    /// Any limbs, with a liking for 0, 1, all ones and the neighbourhood of `p`.
    fn limbs<const N: usize>() -> impl Strategy<Value = Limbs<N>> {
        let limb = prop_oneof![any::<u64>(), (0..2_u64), (0..2000_u64).prop_map(|small| u64::MAX - small)];
        proptest::collection::vec(limb, N).prop_map(|limbs| std::array::from_fn(|i| limbs[i]))
    }

    /// One law of the field, computed by long division.
    fn agrees<const N: usize, const C: u64>(a: Limbs<N>, b: Limbs<N>) {
        let p = NonZero::new(Uint::<N>::from_words(Fe::<N, C>::MODULUS)).expect("p is not 0");
        let (x, y) = (Uint::from_words(a).rem(&p), Uint::from_words(b).rem(&p));
        let (fe_a, fe_b) = (Fe::<N, C>(a), Fe::<N, C>(b));
        assert_eq!(fe_a.canonical(), x.to_words());
        assert_eq!(fe_a.add(&fe_b).canonical(), x.add_mod(&y, &p).to_words());
        assert_eq!(fe_a.sub(&fe_b).canonical(), x.sub_mod(&y, &p).to_words());
        assert_eq!(fe_a.negate().canonical(), x.neg_mod(&p).to_words());
        assert_eq!(fe_a.double().canonical(), x.add_mod(&x, &p).to_words());
        assert_eq!(fe_a.mul(&fe_b).canonical(), x.mul_mod(&y, &p).to_words());
        assert_eq!(fe_a.square().canonical(), x.mul_mod(&x, &p).to_words());
        let unit: Fe<N, C> = if bool::from(fe_a.is_zero()) { Fe::ZERO } else { Fe::ONE };
        assert_eq!(fe_a.mul(&fe_a.invert()).canonical(), unit.0);
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_long_division(a in limbs::<4>(), b in limbs::<4>(), c in limbs::<8>(), d in limbs::<8>()) {
            agrees::<4, 617>(a, b);
            agrees::<8, 569>(c, d);
        }

        #[test]
        fn only_numbers_below_p_are_canonical(a in limbs::<4>()) {
            let read = Fe::<4, 617>::from_canonical(a).map(|fe| fe.0);
            let below = Uint::from_words(a) < Uint::from_words(Fe::<4, 617>::MODULUS);
            prop_assert_eq!(read, below.then_some(a));
        }
    }

    #[test]
    fn the_primes_are_what_they_are_called() {
        let narrow = Uint::<4>::from_words(Fe::<4, 617>::MODULUS);
        assert_eq!(narrow.wrapping_add(&Uint::from_u64(617)), Uint::ZERO);
        let wide = Uint::<8>::from_words(Fe::<8, 569>::MODULUS);
        assert_eq!(wide.wrapping_add(&Uint::from_u64(569)), Uint::ZERO);
    }
}
