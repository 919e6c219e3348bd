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
        let zz = self.z.square_vartime();
        let yy = self.y.square_vartime();
        let product = self.x.sub_vartime(&zz).mul_vartime(&self.x.add_vartime(&zz));
        let slope = product.half_vartime().add_vartime(&product);
        let xyy = self.x.mul_vartime(&yy);
        let x = slope.square_vartime().sub_vartime(&xyy).sub_vartime(&xyy);
        let y = slope.mul_vartime(&xyy.sub_vartime(&x)).sub_vartime(&yy.square_vartime());
        Self { x, y, z: self.y.mul_vartime(&self.z) }
    }

    fn double_any(&self, domain: &Domain<N, C>) -> Self {
        let xx = self.x.square_vartime();
        let yy = self.y.square_vartime();
        let yyyy = yy.square_vartime();
        let zz = self.z.square_vartime();
        let s = self.x.add_vartime(&yy).square_vartime().sub_vartime(&xx).sub_vartime(&yyyy).double();
        let m = xx.double().add_vartime(&xx).add_vartime(&domain.a.mul_vartime(&zz.square_vartime()));
        let x = m.square_vartime().sub_vartime(&s.double());
        let y = m.mul_vartime(&s.sub_vartime(&x)).sub_vartime(&yyyy.double().double().double());
        let z = self.y.add_vartime(&self.z).square_vartime().sub_vartime(&yy).sub_vartime(&zz);
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
        let (zz1, zz2) = (self.z.square_vartime(), other.z.square_vartime());
        let (x1, y1) = (self.x.mul_vartime(&zz2), self.y.mul_vartime(&zz2.mul_vartime(&other.z)));
        let h = other.x.mul_vartime(&zz1).sub_vartime(&x1);
        let r = other.y.mul_vartime(&zz1.mul_vartime(&self.z)).sub_vartime(&y1);
        if h.is_zero_vartime() {
            return self.add_same_x(&r, domain);
        }
        Self::sum(&x1, &y1, &self.z.mul_vartime(&other.z), &h, &r)
    }

    /// 8 multiplications and 3 squarings; any two points.
    pub(crate) fn add_affine(&self, other: &Affine<N, C>, domain: &Domain<N, C>) -> Self {
        if self.is_identity() {
            return Self::from_affine(other);
        }
        let zz = self.z.square_vartime();
        let h = other.x.mul_vartime(&zz).sub_vartime(&self.x);
        let r = other.y.mul_vartime(&zz.mul_vartime(&self.z)).sub_vartime(&self.y);
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
        let hh = h.square_vartime();
        let hhh = hh.mul_vartime(h);
        let v = x1.mul_vartime(&hh);
        let x = r.square_vartime().sub_vartime(&hhh).sub_vartime(&v).sub_vartime(&v);
        let y = r.mul_vartime(&v.sub_vartime(&x)).sub_vartime(&y1.mul_vartime(&hhh));
        Self { x, y, z: z.mul_vartime(h) }
    }
}

/// Writes the same points with `Z = 1`, by one inversion (Montgomery's trick). No point may be the identity.
pub(crate) fn normalise<const N: usize, const C: u64>(points: &[Jacobian<N, C>], out: &mut [Affine<N, C>]) {
    let mut product = Fe::ONE;
    for (point, to) in points.iter().zip(out.iter_mut()) {
        to.x = product;
        product = product.mul_vartime(&point.z);
    }
    let mut inverse = product.invert_vartime();
    for (point, to) in points.iter().zip(out).rev() {
        let own = inverse.mul_vartime(&to.x);
        inverse = inverse.mul_vartime(&point.z);
        let squared = own.square_vartime();
        *to = Affine { x: point.x.mul_vartime(&squared), y: point.y.mul_vartime(&squared.mul_vartime(&own)) };
    }
}
