//! What memory it takes to judge a 100 MB attached CMS, beside the size of the file.
//!
//! A child process reads and judges it as the command line does (example `cms_memory` of `eds`) and reads its own peak; another one made
//! the file. Must never measure the process that made it.

use super::Measured;
use super::rig::Rig;
use crate::process;
use std::fs;

/// Children that judge it; the median counts.
const ROUNDS: usize = 3;
const MIB: f64 = 1024.0 * 1024.0;

/// Peak MiB, beside MiB of the file.
pub fn peak(rig: &Rig) -> Result<Measured, String> {
    let folder = rig.workspace.target.join("bench/cms_memory");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    process::output(rig.example("eds", "cms_memory")?.arg("make").arg(&folder))?;
    let mut peaks = Vec::new();
    let mut file = None;
    for _ in 0..ROUNDS {
        let said = process::output(rig.example("eds", "cms_memory")?.arg("judge").arg(&folder))?;
        let (peak, size) = two_numbers(&said).ok_or_else(|| format!("not a peak and a size: {said:?}"))?;
        peaks.push(peak / MIB);
        file = Some(size / MIB);
    }
    fs::remove_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let value = super::sample::median(peaks).ok_or("nothing was measured")?;
    Ok(Measured::beside(value, file))
}

fn two_numbers(said: &str) -> Option<(f64, f64)> {
    let (one, other) = said.trim().split_once(' ')?;
    Some((one.parse().ok()?, other.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_child_says_two_numbers() {
        assert_eq!(two_numbers("104857600 52428800\n"), Some((104_857_600.0, 52_428_800.0)));
        assert_eq!(two_numbers("104857600"), None);
    }
}
