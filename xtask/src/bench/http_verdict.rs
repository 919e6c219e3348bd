//! Verdicts over HTTP: 64 connections ask the service to judge the same attached GOST-2015-512 CMS of 1 kB, on this machine's loopback.
//!
//! The load comes from wrk, one thread, so on two cores it takes its share of what it measures. The server is a demonstration, which has
//! no limit of requests a minute. Must never count an answer that is not "valid", and never ask a foreign server.

use super::figure::{Bound, Measured};
use super::peers;
use super::rig::Rig;
use crate::process;
use std::fs;
use std::path::Path;

/// What wrk does.
const SCRIPT: &str = include_str!("peer/verdict.lua");
const ADDRESS: &str = "/api/eds/v1/verify";
const CONNECTIONS: &str = "64";
/// Unmeasured, seconds.
const WARM_SECONDS: u32 = 2;
/// Measured, seconds.
const SECONDS: u32 = 8;
/// What is signed, bytes.
const CONTENT: [u8; 1024] = [0x5A; 1024];
const SIGNER: &str = "applicant1";
/// The slowest of a hundred answers comes before this, ms.
const P99_MS_MAX: f64 = 100.0;

/// Verdicts a second, all connections together.
pub fn verdicts(rig: &Rig) -> Result<Measured, String> {
    let place = rig.place("http_verdict")?;
    let signature = place.sign_attached(SIGNER, &CONTENT)?;
    let (script, body) = (place.below("verdict.lua"), place.below("body.json"));
    let written = fs::write(&script, SCRIPT)
        .and_then(|()| fs::write(&body, serde_json::json!({ "signature": signature }).to_string()));
    written.map_err(|e| format!("{}: {e}", body.display()))?;
    let server = place.start()?;
    let url = format!("http://{}{ADDRESS}", server.address());
    Counted::in_run(WARM_SECONDS, &script, &url, &body)?;
    let counted = Counted::in_run(SECONDS, &script, &url, &body)?;
    let bound = Bound { name: "p99_ms", unit: "ms", value: counted.p99_ms, under: P99_MS_MAX };
    Ok(Measured { bound: Some(bound), ..Measured::alone(counted.rate) })
}

/// What wrk counted.
#[derive(Debug, PartialEq)]
struct Counted {
    rate: f64,
    p99_ms: f64,
}

impl Counted {
    /// One run of wrk.
    fn in_run(seconds: u32, script: &Path, url: &str, body: &Path) -> Result<Self, String> {
        let mut wrk = peers::wrk()?;
        wrk.args(["--threads", "1", "--connections", CONNECTIONS, "--timeout", "10s", "--duration"]);
        wrk.arg(format!("{seconds}s")).arg("--script").arg(script).args([url, "--"]).arg(body);
        Self::read(&process::output(&mut wrk)?)
    }

    /// The line of `peer/verdict.lua`. One wrong or failed answer spoils the run.
    fn read(said: &str) -> Result<Self, String> {
        let line =
            said.lines().find_map(|line| line.strip_prefix("counted ")).ok_or_else(|| format!("wrk said {said:?}"))?;
        let number = |name: &str| {
            let found = line.split(' ').find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
            found.and_then(|number| number.parse::<f64>().ok()).ok_or_else(|| format!("wrk counted no {name}: {line}"))
        };
        let (requests, seconds) = (number("requests")?, number("microseconds")? / 1e6);
        if number("wrong")? + number("failed")? > 0.0 || requests < 1.0 || seconds <= 0.0 {
            return Err(format!("not every answer was the verdict: {said}"));
        }
        Ok(Self { rate: requests / seconds, p99_ms: number("p99_microseconds")? / 1000.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "Running 8s test @ http://127.0.0.1:1/\n  1 threads and 64 connections\n\
        counted requests=10400 microseconds=8000000 p99_microseconds=61500 wrong=0 failed=0\n";

    #[test]
    fn what_wrk_counted_is_read() {
        assert_eq!(Counted::read(SAID), Ok(Counted { rate: 1300.0, p99_ms: 61.5 }));
        assert!(Counted::read("Running 8s test\n").is_err());
    }

    #[test]
    fn one_wrong_or_failed_answer_spoils_the_run() {
        for spoilt in ["wrong=1 failed=0", "wrong=0 failed=1"] {
            assert!(Counted::read(&SAID.replace("wrong=0 failed=0", spoilt)).is_err(), "{spoilt}");
        }
        assert!(Counted::read(&SAID.replace("requests=10400", "requests=0")).is_err());
    }
}
