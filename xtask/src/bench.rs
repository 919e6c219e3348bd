//! Measurements of the release build, one figure each, printed as a table for people or as one JSON object a line.
//!
//! Here so that figures in the documents can be made again. Must never measure a debug build, never leave out a figure whose peer is
//! missing, and never call a guess or another machine's figure a measurement. Progress goes to stderr.

mod certificate;
mod form;
mod http;
mod journey;
mod machine;
mod pages;
mod rig;
mod sample;
mod server;
mod start;
mod submission;
mod verify;

use crate::workspace::Workspace;
use rig::Rig;
use serde_json::json;

/// One measurement. The smaller a figure the better, each of them.
struct Bench {
    name: &'static str,
    unit: &'static str,
    /// The figure to stay under, in `unit`.
    goal: Option<f64>,
    /// Who does the same work in this run, if anybody can.
    peer: Option<&'static str>,
    measure: fn(&Rig) -> Result<Measured, String>,
}

/// What came out.
struct Measured {
    value: f64,
    /// The peer's figure of this run; `None` where the peer is not on this machine.
    peer_value: Option<f64>,
}

impl Measured {
    /// A figure without a peer.
    fn alone(value: f64) -> Self {
        Self { value, peer_value: None }
    }
}

const fn bench_of(
    name: &'static str,
    unit: &'static str,
    goal: Option<f64>,
    peer: Option<&'static str>,
    measure: fn(&Rig) -> Result<Measured, String>,
) -> Bench {
    Bench { name, unit, goal, peer, measure }
}

const GOST_PEER: Option<&str> = Some("OpenSSL, gost engine");

/// The registry: a new measurement is a new row.
const BENCHES: [Bench; 10] = [
    bench_of("page_render", "ms", Some(2.0), None, pages::service_page),
    bench_of("page_render_section", "ms", Some(2.0), None, pages::section_page),
    bench_of("signed_submission", "ms", Some(15.0), None, submission::signed),
    bench_of("certificate_pdf", "ms", Some(15.0), Some("ReportLab"), certificate::pdf),
    bench_of("idle_memory", "MiB", Some(128.0), None, start::idle_memory),
    bench_of("start_to_first_answer", "ms", Some(500.0), None, start::first_answer),
    bench_of("first_page_bytes", "bytes", Some(90_000.0), None, pages::first_page_bytes),
    bench_of("rsa2048_verify", "us", None, Some("OpenSSL"), verify::rsa2048),
    bench_of("gost2004_verify", "us", None, GOST_PEER, verify::gost2004),
    bench_of("gost512_verify", "us", None, GOST_PEER, verify::gost512),
];

/// Runs all measurements, or the one called `name` and those whose names begin with it.
pub fn bench(workspace: &Workspace, name: Option<&str>, as_json: bool) -> Result<(), String> {
    let wanted = |bench: &&Bench| name.is_none_or(|name| bench.name.starts_with(name));
    let chosen: Vec<&Bench> = BENCHES.iter().filter(wanted).collect();
    if chosen.is_empty() {
        let names: Vec<_> = BENCHES.iter().map(|b| b.name).collect();
        return Err(format!("no measurement is called {}; there are: {}", name.unwrap_or(""), names.join(", ")));
    }
    let rig = Rig::new(workspace)?;
    if !as_json {
        println!("{}\n\n{TABLE_HEAD}", machine::describe(workspace));
    }
    let mut failed = 0_usize;
    for bench in &chosen {
        match (bench.measure)(&rig) {
            Ok(measured) => println!("{}", line(bench, &measured, as_json)),
            Err(why) => {
                failed += 1;
                eprintln!("{}: {why}", bench.name);
            }
        }
    }
    if failed == 0 { Ok(()) } else { Err(format!("{failed} of {} measurements failed", chosen.len())) }
}

const TABLE_HEAD: &str = "| figure | value | goal | | peer in the same run | ratio |\n|---|---|---|---|---|---|";

fn line(bench: &Bench, measured: &Measured, as_json: bool) -> String {
    let (value, peer) = (rounded(measured.value), measured.peer_value.map(rounded));
    let ratio = peer.filter(|p| *p > 0.0).map(|p| rounded(value / p));
    let (name, unit) = (bench.name, bench.unit);
    if as_json {
        let object = json!({ "bench": name, "unit": unit, "value": value, "peer": bench.peer, "peer_value": peer, "ratio": ratio });
        return object.to_string();
    }
    let goal = bench.goal.map_or_else(|| "none".to_owned(), |goal| format!("under {goal} {unit}"));
    let met = bench.goal.map_or("", |goal| if value < goal { "met" } else { "MISSED" });
    let peer = match (bench.peer, peer) {
        (None, _) => "none".to_owned(),
        (Some(who), None) => format!("{who}: missing"),
        (Some(who), Some(peer)) => format!("{who}: {peer} {unit}"),
    };
    let ratio = ratio.map_or_else(String::new, |ratio| ratio.to_string());
    format!("| {name} | {value} {unit} | {goal} | {met} | {peer} | {ratio} |")
}

/// Three digits after the point: more would be noise.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn of_json(measured: &Measured) -> Value {
        serde_json::from_str(&line(&BENCHES[3], measured, true)).unwrap()
    }

    #[test]
    fn a_missing_peer_is_said() {
        assert!(line(&BENCHES[3], &Measured::alone(1.0), false).contains("ReportLab: missing"));
        assert_eq!(of_json(&Measured::alone(1.0))["peer_value"], Value::Null);
        assert_eq!(of_json(&Measured::alone(1.0))["peer"], json!("ReportLab"));
    }

    #[test]
    fn the_ratio_is_ours_over_theirs() {
        assert_eq!(of_json(&Measured { value: 3.0, peer_value: Some(2.0) })["ratio"], json!(1.5));
    }

    #[test]
    fn a_goal_that_was_not_met_stands_out() {
        assert!(line(&BENCHES[0], &Measured::alone(2.0), false).contains("MISSED"));
        assert!(!line(&BENCHES[0], &Measured::alone(1.9), false).contains("MISSED"));
    }
}
