//! GOST R 34.10 signing and verification over one width of field (RFC 7091 sections 6.1 and 6.2).
//!
//! Octets are those of the NCA of Kazakhstan: digest read little-endian, signature `r || s`, each little-endian.
//! Must never: be exported; `key.rs` gives the types a caller sees.

use zeroize::{Zeroize, Zeroizing};

use crate::SignatureError;
use crate::comb::Comb;
use crate::domain::Domain;
use crate::field::Fe;
use crate::jacobian::{Affine, Jacobian};
use crate::limbs::{self, Limbs};
use crate::nonce::Nonces;
use crate::secret;
use crate::vartime;

/// Reads `x || y`, both below `p`, on the curve and in the subgroup of prime order.
pub(crate) fn read_point<const N: usize, const C: u64>(domain: &Domain<N, C>, xy: &[u8]) -> Option<Affine<N, C>> {
    let (x, y) = xy.split_at_checked(8 * N)?;
    let point =
        Affine { x: Fe::from_canonical(limbs::from_le_bytes(x))?, y: Fe::from_canonical(limbs::from_le_bytes(y))? };
    (domain.contains(&point) && domain.in_prime_subgroup(&point)).then_some(point)
}

/// `x || y`, each little-endian.
pub(crate) fn write_point<const N: usize, const C: u64>(point: &Affine<N, C>) -> Vec<u8> {
    let mut out = Vec::with_capacity(16 * N);
    limbs::push_le_bytes(&point.x.canonical(), &mut out);
    limbs::push_le_bytes(&point.y.canonical(), &mut out);
    out
}

/// RFC 7091 section 6.2. `table`: the key's, where it has one.
pub(crate) fn verify<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    key: &Affine<N, C>,
    table: Option<&Comb<N, C>>,
    digest: &[u8],
    signature: &[u8],
) -> Result<(), SignatureError> {
    if !matches!(digest.len(), 32 | 64) {
        return Err(SignatureError::DigestLength);
    }
    if signature.len() != 16 * N {
        return Err(SignatureError::Length);
    }
    let (r, s) = signature.split_at_checked(8 * N).ok_or(SignatureError::Length)?;
    let (r, s) = (limbs::from_le_bytes(r), limbs::from_le_bytes(s));
    let order = &domain.order;
    if !order.contains_nonzero(&r) || !order.contains_nonzero(&s) {
        return Err(SignatureError::OutOfRange);
    }
    let v = order.invert_vartime(&read_digest(domain, digest)).ok_or(SignatureError::Mismatch)?;
    let z1 = order.mul(&s, &v);
    let z2 = order.negate(&order.mul(&r, &v));
    let point = match table {
        Some(table) => vartime::multiply_two_combs(domain, &z1, table, &z2),
        None => vartime::multiply_two(domain, &z1, key, &z2),
    };
    if x_is(domain, &point, &r) { Ok(()) } else { Err(SignatureError::Mismatch) }
}

/// RFC 7091 section 6.1: `r || s`.
pub(crate) fn sign<const N: usize, const C: u64>(
    domain: &Domain<N, C>,
    secret: &Limbs<N>,
    digest: &[u8],
    added: &[u8; 32],
) -> Vec<u8> {
    let order = &domain.order;
    let e = read_digest(domain, digest);
    let mut secret_octets = Zeroizing::new(Vec::with_capacity(8 * N));
    limbs::push_le_bytes(secret, &mut secret_octets);
    let mut digest_octets = Vec::with_capacity(8 * N);
    limbs::push_le_bytes(&e, &mut digest_octets);
    let mut nonces = Nonces::new(&secret_octets, &digest_octets, added);
    loop {
        let mut k = limbs::from_le_bytes::<N>(&*Zeroizing::new(nonces.next()));
        k[N - 1] &= u64::MAX >> order.modulus[N - 1].leading_zeros();
        if !order.contains_nonzero(&k) {
            continue;
        }
        let r = order.reduce(&secret::multiply_base(domain, &k).x.canonical());
        let (of_key, of_nonce) = (Zeroizing::new(order.mul(&r, secret)), Zeroizing::new(order.mul(&k, &e)));
        let s = order.add(&of_key, &of_nonce);
        k.zeroize();
        if order.contains_nonzero(&r) && order.contains_nonzero(&s) {
            let mut out = Vec::with_capacity(16 * N);
            limbs::push_le_bytes(&r, &mut out);
            limbs::push_le_bytes(&s, &mut out);
            return out;
        }
    }
}

/// The digest modulo `q`; 0 counts as 1.
fn read_digest<const N: usize, const C: u64>(domain: &Domain<N, C>, digest: &[u8]) -> Limbs<N> {
    let e = domain.order.reduce_le_bytes(digest);
    if limbs::is_zero(&e).into() { Fe::<N, C>::ONE.0 } else { e }
}

/// `x(point) mod q == r`, without an inversion: `X == (r + i q) Z^2` for an `i` with `r + i q < p`.
fn x_is<const N: usize, const C: u64>(domain: &Domain<N, C>, point: &Jacobian<N, C>, r: &Limbs<N>) -> bool {
    if point.is_identity() {
        return false;
    }
    let zz = point.z.square();
    let mut candidate = *r;
    while let Some(x) = Fe::from_canonical(candidate) {
        if x.mul(&zz) == point.x {
            return true;
        }
        let (next, carry) = limbs::add(&candidate, &domain.order.modulus);
        if carry {
            return false;
        }
        candidate = next;
    }
    false
}
