//! The three curves the NCA of Kazakhstan uses, with the source of each number; all in short Weierstrass form.
//!
//! Parameters: RFC 4357 section 11.4 (CryptoPro-A), RFC 7836 appendix A (tc26 sets). The tests recompute what they can.
//! Must never: hold anything that depends on a key.

use std::sync::OnceLock;

use crate::comb::{Comb, PUBLIC_SHAPE, SECRET_SHAPE};
use crate::field::Fe;
use crate::jacobian::Affine;
use crate::limbs::from_hex;
use crate::scalar::Order;
use crate::vartime;

/// Domain parameters of `y^2 = x^3 + a x + b` over the field modulo `2^(64 N) - C`.
pub(crate) struct Domain<const N: usize, const C: u64> {
    pub(crate) a: Fe<N, C>,
    /// `a = p - 3`: doubling saves two multiplications.
    pub(crate) a_is_minus_three: bool,
    pub(crate) b: Fe<N, C>,
    pub(crate) base: Affine<N, C>,
    pub(crate) order: Order<N>,
    pub(crate) cofactor: u64,
    /// The table of the base point for verification, made at the first one (about 2 ms on the 512-bit curve).
    public_comb: OnceLock<Comb<N, C>>,
    /// The smaller one that signing reads whole, made at the first signature.
    secret_comb: OnceLock<Comb<N, C>>,
}

/// id-GostR3410-2001-CryptoPro-A-ParamSet; in Kazakhstan 1.2.398.3.10.1.1.1.1.1.
pub(crate) static CRYPTO_PRO_A: Domain<4, 617> = Domain {
    a: Fe(from_hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFD94")),
    a_is_minus_three: true,
    b: Fe(from_hex("A6")),
    base: Affine {
        x: Fe(from_hex("1")),
        y: Fe(from_hex("8D91E471E0989CDA27DF505A453F2B7635294F2DDF23E3B122ACC99C9E9F1E14")),
    },
    order: Order::new(from_hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF6C611070995AD10045841B09B761B893")),
    cofactor: 1,
    public_comb: OnceLock::new(),
    secret_comb: OnceLock::new(),
};

/// id-tc26-gost-3410-2012-256-paramSetA; in Kazakhstan 1.2.398.3.10.1.1.2.1.1.
pub(crate) static TC26_256_A: Domain<4, 617> = Domain {
    a: Fe(from_hex("C2173F1513981673AF4892C23035A27CE25E2013BF95AA33B22C656F277E7335")),
    a_is_minus_three: false,
    b: Fe(from_hex("295F9BAE7428ED9CCC20E7C359A9D41A22FCCD9108E17BF7BA9337A6F8AE9513")),
    base: Affine {
        x: Fe(from_hex("91E38443A5E82C0D880923425712B2BB658B9196932E02C78B2582FE742DAA28")),
        y: Fe(from_hex("32879423AB1A0375895786C4BB46E9565FDE0B5344766740AF268ADB32322E5C")),
    },
    order: Order::new(from_hex("400000000000000000000000000000000FD8CDDFC87B6635C115AF556C360C67")),
    cofactor: 4,
    public_comb: OnceLock::new(),
    secret_comb: OnceLock::new(),
};

/// id-tc26-gost-3410-12-512-paramSetA; in Kazakhstan 1.2.398.3.10.1.1.2.2.1.
pub(crate) static TC26_512_A: Domain<8, 569> = Domain {
    a: Fe(from_hex(concat!(
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFDC4",
    ))),
    a_is_minus_three: true,
    b: Fe(from_hex(concat!(
        "E8C2505DEDFC86DDC1BD0B2B6667F1DA34B82574761CB0E879BD081CFD0B6265",
        "EE3CB090F30D27614CB4574010DA90DD862EF9D4EBEE4761503190785A71C760",
    ))),
    base: Affine {
        x: Fe(from_hex("3")),
        y: Fe(from_hex(concat!(
            "7503CFE87A836AE3A61B8816E25450E6CE5E1C93ACF1ABC1778064FDCBEFA921",
            "DF1626BE4FD036E93D75E6A50E3A41E98028FE5FC235F5B889A589CB5215F2A4",
        ))),
    },
    order: Order::new(from_hex(concat!(
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "27E69532F48D89116FF22B8D4E0560609B4B38ABFAD2B85DCACDB1411F10B275",
    ))),
    cofactor: 1,
    public_comb: OnceLock::new(),
    secret_comb: OnceLock::new(),
};

impl<const N: usize, const C: u64> Domain<N, C> {
    /// Does `y^2 = x^3 + a x + b` hold?
    pub(crate) fn contains(&self, point: &Affine<N, C>) -> bool {
        let cubic = point.x.square().add(&self.a).mul(&point.x).add(&self.b);
        point.y.square() == cubic
    }

    /// Is the point in the subgroup of prime order? Nothing to compute where the cofactor is 1.
    pub(crate) fn in_prime_subgroup(&self, point: &Affine<N, C>) -> bool {
        self.cofactor == 1 || vartime::multiply(self, point, &self.order.modulus).is_identity()
    }

    pub(crate) fn public_comb(&self) -> &Comb<N, C> {
        self.public_comb.get_or_init(|| Comb::new(self, &self.base, PUBLIC_SHAPE))
    }

    pub(crate) fn secret_comb(&self) -> &Comb<N, C> {
        self.secret_comb.get_or_init(|| Comb::new(self, &self.base, SECRET_SHAPE))
    }
}

#[cfg(test)]
mod tests {
    use crypto_bigint::{NonZero, RandomMod, Uint};
    use crypto_primes::{Flavor, is_prime};

    use super::{CRYPTO_PRO_A, Domain, TC26_256_A, TC26_512_A};
    use crate::field::Fe;
    use crate::limbs::{self, from_hex};
    use crate::secret;
    use crate::vartime;

    fn holds<const N: usize, const C: u64>(domain: &Domain<N, C>) {
        assert!(Fe::<N, C>::from_canonical(domain.base.x.0).is_some());
        assert!(Fe::<N, C>::from_canonical(domain.base.y.0).is_some());
        assert!(domain.contains(&domain.base), "G is on the curve");
        assert!(vartime::multiply(domain, &domain.base, &domain.order.modulus).is_identity(), "q G = O");
        let mut three = Fe::<N, C>::ZERO;
        three.0[0] = 3;
        assert_eq!(domain.a_is_minus_three, domain.a == three.negate());
        let (before, _) = limbs::sub_small(&domain.order.modulus, 1);
        let last = secret::multiply_base(domain, &before);
        assert!(last.x == domain.base.x && last.y == domain.base.y.negate(), "(q - 1) G = -G in constant time too");
        // Hasse: h q lies within 2 sqrt(p) of p + 1, so its upper half is that of p: all ones or 0, 1.
        let mut multiple = domain.order.modulus;
        for _ in 1..domain.cofactor {
            multiple = limbs::add(&multiple, &domain.order.modulus).0;
        }
        let upper = &multiple[N / 2..];
        assert!(upper.iter().all(|limb| *limb == u64::MAX) || upper.iter().all(|limb| *limb == 0));
    }

    #[test]
    fn constants_hold_together() {
        holds(&CRYPTO_PRO_A);
        holds(&TC26_256_A);
        holds(&TC26_512_A);
    }

    fn powers_stay_off_one<const N: usize>(p: &Uint<N>, q: &Uint<N>) {
        // MOV: the embedding degree is large (GOST R 34.10: p^k is not 1 modulo q for k up to 31 or 131).
        let modulus = NonZero::new(*q).unwrap();
        let base = p.rem(&modulus);
        let mut power = base;
        for k in 1..=131 {
            assert_ne!(power, Uint::ONE, "p^{k}");
            power = power.mul_mod(&base, &modulus);
        }
    }

    fn is_sound<const N: usize, const C: u64>(domain: &Domain<N, C>)
    where
        Uint<N>: crypto_bigint::UnsignedWithMontyForm + RandomMod,
    {
        let p = Uint::<N>::from_words(Fe::<N, C>::MODULUS);
        let q = Uint::<N>::from_words(domain.order.modulus);
        assert!(is_prime(Flavor::Any, &p), "p is prime");
        assert!(is_prime(Flavor::Any, &q), "q is prime");
        assert_ne!(p, q, "not anomalous");
        powers_stay_off_one(&p, &q);
        let times = |fe: &Fe<N, C>, by: u64| (1..by).fold(*fe, |sum, _| sum.add(fe));
        let cube = domain.a.square().mul(&domain.a);
        let discriminant = times(&cube, 4).add(&times(&domain.b.square(), 27));
        assert!(!bool::from(discriminant.is_zero()), "not singular");
        // j is neither 0 nor 1728.
        assert!(!bool::from(domain.a.is_zero()) && !bool::from(domain.b.is_zero()));
    }

    #[test]
    fn orders_and_moduli_are_primes_of_sound_curves() {
        is_sound(&CRYPTO_PRO_A);
        is_sound(&TC26_256_A);
        is_sound(&TC26_512_A);
    }

    /// RFC 7836 A.2: tc26-256-A is the Edwards curve `u^2 + v^2 = 1 + d u^2 v^2` in other coordinates.
    #[test]
    fn tc26_256_a_is_its_edwards_curve() {
        let d = Fe::<4, 617>(from_hex("0605F6B7C183FA81578BC39CFAD518132B9DF62897009AF7E522C32D6DC7BFFB"));
        let small = |value: u64| Fe::<4, 617>([value, 0, 0, 0]);
        let s = Fe::ONE.sub(&d).mul(&small(4).invert());
        let t = Fe::ONE.add(&d).mul(&small(6).invert());
        let (ss, tt) = (s.square(), t.square());
        assert!(TC26_256_A.a == ss.sub(&small(3).mul(&tt)));
        assert!(TC26_256_A.b == small(2).mul(&tt).mul(&t).sub(&t.mul(&ss)));
    }
}
