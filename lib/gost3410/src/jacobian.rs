//! Points of a curve in affine and Jacobian coordinates. Variable time: every point that comes here is public.
//!
//! Doubling with `a = -3` is EFD's "dbl-2001-b" with the denominator halved (`Z3 = Y1 Z1`), which saves six additions;
//! for any `a` it is "dbl-2007-bl". Addition is "add-1998-cmo-2", whose part that depends on the second point alone is kept.
//! Must never: see a secret, or a value computed from one.

use crate::domain::Domain;
use crate::field::Fe;

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

impl<const N: usize, const C: u64> Affine<N, C> {
    pub(crate) fn negate(&self) -> Self {
        Self { x: self.x, y: Fe::ZERO.sub_vartime(&self.y) }
    }

    pub(crate) fn negate_if(&self, negative: bool) -> Self {
        if negative { self.negate() } else { *self }
    }
}

impl<const N: usize, const C: u64> Jacobian<N, C> {
    pub(crate) const IDENTITY: Self = Self { x: Fe::ONE, y: Fe::ONE, z: Fe::ZERO };

    pub(crate) fn from_affine(point: &Affine<N, C>) -> Self {
        Self { x: point.x, y: point.y, z: Fe::ONE }
    }

    pub(crate) fn is_identity(&self) -> bool {
        self.z.is_zero_vartime()
    }

    pub(crate) fn double(&self, domain: &Domain<N, C>) -> Self {
        if domain.a_is_minus_three { self.double_minus_three() } else { self.double_any(domain) }
    }

    /// 4 multiplications and 4 squarings.
    fn double_minus_three(&self) -> Self {
        let zz = self.z.square();
        let yy = self.y.square();
        let product = self.x.sub_vartime(&zz).mul(&self.x.add_vartime(&zz));
        let slope = product.half_vartime().add_vartime(&product);
        let xyy = self.x.mul(&yy);
        let x = slope.square().sub_vartime(&xyy).sub_vartime(&xyy);
        let y = slope.mul(&xyy.sub_vartime(&x)).sub_vartime(&yy.square());
        Self { x, y, z: self.y.mul(&self.z) }
    }

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

    /// 12 multiplications and 4 squarings; any two points.
    pub(crate) fn add(&self, other: &Self, domain: &Domain<N, C>) -> Self {
        if other.is_identity() {
            return *self;
        }
        if self.is_identity() {
            return *other;
        }
        let (zz1, zz2) = (self.z.square(), other.z.square());
        let (x1, y1) = (self.x.mul(&zz2), self.y.mul(&zz2.mul(&other.z)));
        let h = other.x.mul(&zz1).sub_vartime(&x1);
        let r = other.y.mul(&zz1.mul(&self.z)).sub_vartime(&y1);
        if h.is_zero_vartime() {
            return self.add_same_x(&r, domain);
        }
        Self::sum(&x1, &y1, &self.z.mul(&other.z), &h, &r)
    }

    /// 8 multiplications and 3 squarings; any two points.
    pub(crate) fn add_affine(&self, other: &Affine<N, C>, domain: &Domain<N, C>) -> Self {
        if self.is_identity() {
            return Self::from_affine(other);
        }
        let zz = self.z.square();
        let h = other.x.mul(&zz).sub_vartime(&self.x);
        let r = other.y.mul(&zz.mul(&self.z)).sub_vartime(&self.y);
        if h.is_zero_vartime() {
            return self.add_same_x(&r, domain);
        }
        Self::sum(&self.x, &self.y, &self.z, &h, &r)
    }

    /// The other point has the same x: it is this one (`r = 0`) or its negative.
    #[cold]
    fn add_same_x(&self, r: &Fe<N, C>, domain: &Domain<N, C>) -> Self {
        if r.is_zero_vartime() { self.double(domain) } else { Self::IDENTITY }
    }

    /// The chord: `h` and `r` are the differences of the coordinates over the common denominator `z`.
    #[inline(always)]
    fn sum(x1: &Fe<N, C>, y1: &Fe<N, C>, z: &Fe<N, C>, h: &Fe<N, C>, r: &Fe<N, C>) -> Self {
        let hh = h.square();
        let hhh = hh.mul(h);
        let v = x1.mul(&hh);
        let x = r.square().sub_vartime(&hhh).sub_vartime(&v).sub_vartime(&v);
        let y = r.mul(&v.sub_vartime(&x)).sub_vartime(&y1.mul(&hhh));
        Self { x, y, z: z.mul(h) }
    }
}

/// Writes the same points with `Z = 1`, by one inversion (Montgomery's trick). No point may be the identity.
pub(crate) fn normalise<const N: usize, const C: u64>(points: &[Jacobian<N, C>], out: &mut [Affine<N, C>]) {
    let mut product = Fe::ONE;
    for (point, to) in points.iter().zip(out.iter_mut()) {
        to.x = product;
        product = product.mul(&point.z);
    }
    let mut inverse = product.invert();
    for (point, to) in points.iter().zip(out).rev() {
        let own = inverse.mul(&to.x);
        inverse = inverse.mul(&point.z);
        let squared = own.square();
        *to = Affine { x: point.x.mul(&squared), y: point.y.mul(&squared.mul(&own)) };
    }
}
