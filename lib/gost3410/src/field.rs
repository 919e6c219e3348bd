//! The prime field modulo `p = 2^(64 N) - C` (pseudo-Mersenne: 2^256 - 617 and 2^512 - 569).
//!
//! An element is held as any number below `2^(64 N)`; it is brought below `p` only where it is compared or written out.
//! A product is reduced by folding: `high * 2^(64 N) + low = high * C + low (mod p)`.
//! Everything is constant time. Must never: branch on a value.

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

use crate::limbs::{self, Limbs};
use crate::{inverse, scalar};

/// `p - 2` is all ones above this many bits, for both primes: `C + 2 <= 2^10`.
const INVERSE_TAIL_BITS: usize = 10;

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
    ///
    /// `p - 2` is `64 N - 10` ones and ten more bits, so the ones are made by doubling their number.
    pub(crate) fn invert(&self) -> Self {
        let ones = 64 * N - INVERSE_TAIL_BITS;
        let mut out = *self;
        let mut made = 1;
        for bit in (0..ones.ilog2()).rev() {
            out = out.square_times(made).mul(&out);
            made *= 2;
            if (ones >> bit) & 1 == 1 {
                out = out.square().mul(self);
                made += 1;
            }
        }
        let tail = (1 << INVERSE_TAIL_BITS) - (C + 2);
        for bit in (0..INVERSE_TAIL_BITS).rev() {
            out = out.square();
            if (tail >> bit) & 1 == 1 {
                out = out.mul(self);
            }
        }
        out
    }

    /// `self^(2^times)`.
    fn square_times(&self, times: usize) -> Self {
        let mut out = *self;
        for _ in 0..times {
            out = out.square();
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

/// The same arithmetic for public values: shorter, because what happens once in 2^54 is left to a branch.
impl<const N: usize, const C: u64> Fe<N, C> {
    #[inline(always)]
    pub(crate) fn add_vartime(&self, other: &Self) -> Self {
        let (mut sum, carry) = limbs::add(&self.0, &other.0);
        let (low, again) = sum[0].overflowing_add(u64::from(carry) * C);
        sum[0] = low;
        if again { Self::carry_on(&sum) } else { Self(sum) }
    }

    #[inline(always)]
    pub(crate) fn sub_vartime(&self, other: &Self) -> Self {
        let (mut difference, borrow) = limbs::sub(&self.0, &other.0);
        let (low, again) = difference[0].overflowing_sub(u64::from(borrow) * C);
        difference[0] = low;
        if again { Self::borrow_on(&difference) } else { Self(difference) }
    }

    /// `self / 2`: `(p + 1) / 2 = 2^(64 N - 1) - (C - 1) / 2` is added to half of an odd number.
    #[inline(always)]
    pub(crate) fn half_vartime(&self) -> Self {
        let odd = self.0[0] & 1;
        let mut above = odd;
        let mut out = self.0;
        for limb in out.iter_mut().rev() {
            let lowest = *limb & 1;
            *limb = (*limb >> 1) | (above << 63);
            above = lowest;
        }
        let (low, borrow) = out[0].overflowing_sub(odd * (C / 2));
        out[0] = low;
        if borrow { Self::borrow_on(&out) } else { Self(out) }
    }

    /// `1 / self`, and 0 for 0.
    pub(crate) fn invert_vartime(&self) -> Self {
        let negated_inverse = const { scalar::negated_inverse(Self::MODULUS[0]) };
        inverse::invert_vartime(&self.canonical(), &Self::MODULUS, negated_inverse).map_or(Self::ZERO, Self)
    }

    #[inline(never)]
    pub(crate) fn mul_vartime(&self, other: &Self) -> Self {
        let (low, high) = limbs::mul(&self.0, &other.0);
        Self::fold_vartime(low, high)
    }

    #[inline(never)]
    pub(crate) fn square_vartime(&self) -> Self {
        let (low, high) = limbs::square(&self.0);
        Self::fold_vartime(low, high)
    }

    #[inline(always)]
    fn fold_vartime(mut low: Limbs<N>, high: Limbs<N>) -> Self {
        let mut carry = 0;
        for (limb, top) in low.iter_mut().zip(high) {
            (*limb, carry) = top.carrying_mul_add(C, *limb, carry);
        }
        let (lowest, again) = low[0].overflowing_add(carry * C);
        low[0] = lowest;
        if again { Self::carry_on(&low) } else { Self(low) }
    }

    /// 0 is held as 0 or as `p`: the lowest limb settles nearly every case.
    #[inline(always)]
    pub(crate) fn is_zero_vartime(&self) -> bool {
        (self.0[0] == 0 || self.0[0] == Self::MODULUS[0]) && bool::from(self.is_zero())
    }

    /// The lowest limb has overflowed: the carry goes on from the second.
    #[cold]
    fn carry_on(value: &Limbs<N>) -> Self {
        let mut out = *value;
        let mut carry = true;
        for limb in &mut out[1..] {
            (*limb, carry) = limb.carrying_add(0, carry);
        }
        // As in `add_folded`: what is left is small.
        out[0] = out[0].wrapping_add(u64::from(carry) * C);
        Self(out)
    }

    /// The lowest limb has underflowed: the borrow goes on from the second.
    #[cold]
    fn borrow_on(value: &Limbs<N>) -> Self {
        let mut out = *value;
        let mut borrow = true;
        for limb in &mut out[1..] {
            (*limb, borrow) = limb.borrowing_sub(0, borrow);
        }
        // As in `sub`: what is left is within C of 2^(64 N).
        out[0] = out[0].wrapping_sub(u64::from(borrow) * C);
        Self(out)
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
        assert_eq!(fe_a.add_vartime(&fe_b).canonical(), x.add_mod(&y, &p).to_words());
        assert_eq!(fe_a.sub_vartime(&fe_b).canonical(), x.sub_mod(&y, &p).to_words());
        assert_eq!(fe_a.half_vartime().double().canonical(), x.to_words());
        assert_eq!(fe_a.is_zero_vartime(), bool::from(x.is_zero()));
        assert_eq!(fe_a.mul(&fe_b).canonical(), x.mul_mod(&y, &p).to_words());
        assert_eq!(fe_a.square().canonical(), x.mul_mod(&x, &p).to_words());
        assert_eq!(fe_a.mul_vartime(&fe_b).canonical(), x.mul_mod(&y, &p).to_words());
        assert_eq!(fe_a.square_vartime().canonical(), x.mul_mod(&x, &p).to_words());
        assert_eq!(fe_a.invert_vartime().canonical(), fe_a.invert().canonical());
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
