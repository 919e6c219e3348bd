//! Tables of multiples of one point, with which it is multiplied in a few doublings (Lim and Lee's comb, signed digits).
//!
//! An odd scalar below `2^L` is a sum of `±2^i` over all `i < L`: bit `i + 1` of the scalar tells the sign of `2^i`. The `L` signs
//! are laid out in `teeth` rows; one column of a block of rows is one entry of the table, negated if its top sign is minus.
//! No digit is 0, so the work does not depend on the scalar; whether an entry is read by index or by masks is the caller's choice.
//! Must never: hold a point that depends on a secret.

use crate::domain::Domain;
use crate::field::Fe;
use crate::jacobian::{Affine, Jacobian, normalise};
use crate::limbs::Limbs;

/// How a comb is laid out: a table holds `blocks * 2^(teeth - 1)` points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) teeth: usize,
    pub(crate) blocks: usize,
}

/// For verification, where an entry is found by its index: 2,048 points, 256 KiB on the 512-bit curve and 128 KiB on the others.
pub(crate) const PUBLIC_SHAPE: Shape = Shape { teeth: 10, blocks: 4 };
/// For secrets, where each look-up reads a whole block: 256 points.
pub(crate) const SECRET_SHAPE: Shape = Shape { teeth: 6, blocks: 8 };

impl Shape {
    /// Doublings of one multiplication, and columns of one block.
    pub(crate) const fn columns(self, scalar_bits: usize) -> usize {
        scalar_bits.div_ceil(self.teeth * self.blocks)
    }

    /// Entries of one block.
    pub(crate) const fn entries(self) -> usize {
        1 << (self.teeth - 1)
    }
}

/// The table of one point.
pub(crate) struct Comb<const N: usize, const C: u64> {
    shape: Shape,
    /// Block after block.
    points: Vec<Affine<N, C>>,
}

/// One signed entry: `number` within its block.
#[derive(Clone, Copy)]
pub(crate) struct Digit {
    pub(crate) number: usize,
    /// 1 if the entry is to be negated, else 0.
    pub(crate) negative: u64,
}

impl<const N: usize, const C: u64> Comb<N, C> {
    /// The table of a point of prime order: some 2,000 additions.
    pub(crate) fn new(domain: &Domain<N, C>, point: &Affine<N, C>, shape: Shape) -> Self {
        let columns = shape.columns(64 * N);
        // Row t of block b begins at the power t * blocks + b, counted in columns.
        let mut power = Jacobian::from_affine(point);
        let mut powers = Vec::with_capacity(shape.teeth * shape.blocks);
        for _ in 0..shape.teeth * shape.blocks {
            powers.push(power);
            for _ in 0..columns {
                power = power.double(domain);
            }
        }
        let twice: Vec<_> = powers.iter().map(|power| power.double(domain)).collect();
        let (powers, twice) = (all_normal(&powers), all_normal(&twice));
        let mut points = Vec::with_capacity(shape.blocks * shape.entries());
        for block in 0..shape.blocks {
            let mut rows = powers.iter().skip(block).step_by(shape.blocks).rev();
            let Some(top) = rows.next() else { continue };
            let mut lowest = Jacobian::from_affine(top);
            for row in rows {
                lowest = lowest.add_affine(&row.negate(), domain);
            }
            let begin = points.len();
            points.push(lowest);
            // Turning a row's sign from minus to plus adds its double.
            for row in twice.iter().skip(block).step_by(shape.blocks).take(shape.teeth - 1) {
                for at in begin..points.len() {
                    points.push(points[at].add_affine(row, domain));
                }
            }
        }
        Self { shape, points: all_normal(&points) }
    }

    pub(crate) fn shape(&self) -> Shape {
        self.shape
    }

    /// Columns of a block: how many doublings one multiplication takes.
    pub(crate) fn columns(&self) -> usize {
        self.shape.columns(64 * N)
    }

    /// The entries of one block.
    pub(crate) fn block(&self, block: usize) -> &[Affine<N, C>] {
        let entries = self.shape.entries();
        self.points.get(block * entries..(block + 1) * entries).unwrap_or_default()
    }

    /// The sum of the entries of one column, added to `sum`. `negative`: the scalar stands for its negative.
    pub(crate) fn add_column_vartime(
        &self,
        sum: Jacobian<N, C>,
        odd: &Limbs<N>,
        negative: bool,
        column: usize,
        domain: &Domain<N, C>,
    ) -> Jacobian<N, C> {
        let mut sum = sum;
        for block in 0..self.shape.blocks {
            let digit = self.shape.digit(odd, block, column);
            if let Some(entry) = self.block(block).get(digit.number) {
                sum = sum.add_affine(&entry.negate_if((digit.negative == 1) != negative), domain);
            }
        }
        sum
    }
}

impl Shape {
    /// The entry of an odd scalar for one column of a block, without a branch or an index that depends on the scalar.
    pub(crate) fn digit<const N: usize>(self, odd: &Limbs<N>, block: usize, column: usize) -> Digit {
        let columns = self.columns(64 * N);
        let last = self.teeth * self.blocks * columns - 1;
        let mut signs = 0;
        for tooth in 0..self.teeth {
            let at = (tooth * self.blocks + block) * columns + column;
            // The topmost sign is always plus.
            let plus = if at == last { 1 } else { bit(odd, at + 1) };
            signs |= plus << tooth;
        }
        let top = signs >> (self.teeth - 1);
        let negative = top ^ 1;
        let mask = self.entries() as u64 - 1;
        let number = (signs ^ negative.wrapping_neg()) & mask;
        // A number below 2^9.
        Digit { number: number as usize, negative }
    }
}

fn all_normal<const N: usize, const C: u64>(points: &[Jacobian<N, C>]) -> Vec<Affine<N, C>> {
    let mut out = vec![Affine { x: Fe::ZERO, y: Fe::ZERO }; points.len()];
    normalise(points, &mut out);
    out
}

/// Bit `at` of the scalar, 0 beyond its end.
fn bit<const N: usize>(scalar: &Limbs<N>, at: usize) -> u64 {
    scalar.get(at / 64).map_or(0, |limb| (limb >> (at % 64)) & 1)
}
