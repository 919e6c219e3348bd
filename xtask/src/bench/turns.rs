//! Programs that do the same work by turns, a batch each, so that a noisy machine disturbs all of them alike.
//!
//! A contender says `ready` once warm and answers each line on its stdin with the rate of one batch. It ends when its stdin closes, or
//! by its id. Must never go on with a contender that stopped answering, nor drop a batch.

use super::sample::median;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Said by a contender that is warm.
const READY: &str = "ready";

/// A program under measurement.
pub struct Contender {
    child: Child,
    asks: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    shown: String,
}

impl Contender {
    /// Starts it and waits until it is warm.
    pub fn start(command: &mut Command) -> Result<Self, String> {
        let shown = format!("{command:?}");
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|e| format!("{shown} did not start: {e}"))?;
        let (Some(asks), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("{shown} has no pipes"));
        };
        let mut own = Self { child, asks, answers: BufReader::new(answers).lines(), shown };
        match own.line()? {
            said if said == READY => Ok(own),
            said => Err(format!("{} said {said:?} instead of {READY:?}", own.shown)),
        }
    }

    /// The rate of its next batch.
    pub fn batch(&mut self) -> Result<f64, String> {
        writeln!(self.asks).map_err(|e| format!("{}: {e}", self.shown))?;
        let said = self.line()?;
        rate(&said).ok_or_else(|| format!("{} said {said:?}, which is no rate", self.shown))
    }

    fn line(&mut self) -> Result<String, String> {
        let line = self.answers.next().ok_or_else(|| format!("{} ended", self.shown))?;
        line.map_err(|e| format!("{}: {e}", self.shown))
    }
}

impl Drop for Contender {
    fn drop(&mut self) {
        // Ended already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn rate(said: &str) -> Option<f64> {
    said.trim().parse().ok().filter(|rate: &f64| rate.is_finite() && *rate > 0.0)
}

/// Medians of `rounds` batches of each, taken by turns: ours first, then each peer that came.
pub fn by_turns(
    rounds: usize,
    ours: &mut Contender,
    peers: &mut [Option<Contender>],
) -> Result<(f64, Vec<Option<f64>>), String> {
    let mut own_rates = Vec::new();
    let mut peer_rates = vec![Vec::new(); peers.len()];
    for _ in 0..rounds {
        own_rates.push(ours.batch()?);
        for (peer, rates) in peers.iter_mut().zip(&mut peer_rates) {
            if let Some(peer) = peer {
                rates.push(peer.batch()?);
            }
        }
    }
    let own = median(own_rates).ok_or("nothing was measured")?;
    Ok((own, peer_rates.into_iter().map(median).collect()))
}

/// A peer that may be missing; why is said on stderr.
pub fn peer(figure: &str, who: &str, command: Result<Command, String>) -> Option<Contender> {
    let started = command.and_then(|mut command| Contender::start(&mut command));
    started.inspect_err(|why| eprintln!("{figure}: {who} is missing: {why}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Result<Contender, String> {
        Contender::start(Command::new("sh").args(["-c", script]))
    }

    #[test]
    fn contenders_take_turns_and_the_median_counts() {
        let mut ours = shell("echo ready; for n in 5 1 3; do read l; echo $n; done").unwrap();
        let mut peers = [shell("echo ready; for n in 20 10 90; do read l; echo $n; done").ok(), None];
        assert_eq!(by_turns(3, &mut ours, &mut peers), Ok((3.0, vec![Some(20.0), None])));
    }

    #[test]
    fn a_contender_that_stops_or_talks_nonsense_is_an_error() {
        assert!(shell("echo warm").is_err() && shell("exit 1").is_err());
        assert!(peer("figure", "nobody", Ok(Command::new("no-such-program-of-elshi"))).is_none());
        let mut ended = shell("echo ready; read l; echo 1").unwrap();
        assert_eq!(ended.batch(), Ok(1.0));
        assert!(ended.batch().is_err());
        let mut nonsense = shell("echo ready; read l; echo NaN; read l; echo 0").unwrap();
        assert!(nonsense.batch().is_err() && nonsense.batch().is_err());
    }
}
