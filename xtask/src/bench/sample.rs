//! Repeats a piece of work and takes the median, which a busy machine disturbs least.
//!
//! Must never drop an unlucky sample.

use std::time::Duration;

/// Milliseconds of a duration.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The middle one; of an even number the upper middle. Nothing for no samples.
pub fn median(mut samples: Vec<f64>) -> Option<f64> {
    samples.sort_by(f64::total_cmp);
    samples.get(samples.len() / 2).copied()
}

/// Median of `rounds` measurements after `warm` unmeasured ones.
pub fn median_of(
    warm: usize,
    rounds: usize,
    mut work: impl FnMut() -> Result<Duration, String>,
) -> Result<f64, String> {
    for _ in 0..warm {
        work()?;
    }
    let samples = (0..rounds).map(|_| work().map(ms)).collect::<Result<Vec<_>, _>>()?;
    median(samples).ok_or_else(|| "nothing was measured".to_owned())
}

/// The one that 95 of 100 come before, after `warm` unmeasured ones.
pub fn p95_of(warm: usize, rounds: usize, mut work: impl FnMut() -> Result<Duration, String>) -> Result<f64, String> {
    for _ in 0..warm {
        work()?;
    }
    let mut samples = (0..rounds).map(|_| work().map(ms)).collect::<Result<Vec<_>, _>>()?;
    samples.sort_by(f64::total_cmp);
    samples.get(samples.len() * 95 / 100).copied().ok_or_else(|| "nothing was measured".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9.0, 1.0, 5.0]), Some(5.0));
        assert_eq!(median(vec![]), None);
    }
}
