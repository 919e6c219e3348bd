//! Measurements of the release build, one figure each, printed as a table for people or as one JSON object a line.
//!
//! Here so that figures in the documents can be made again. Must never measure a debug build, never leave out a figure whose peer is
//! missing, and never call a guess or another machine's figure a measurement. Progress goes to stderr.

mod certificate;
mod cms_memory;
mod desk;
mod digest;
mod figure;
mod form;
mod http;
mod http_verdict;
mod journey;
mod journey_pages;
mod machine;
mod pages;
mod peers;
mod rig;
mod sample;
mod server;
mod start;
mod submission;
mod turns;
mod verify;

use crate::workspace::Workspace;
use figure::{Bench, Goal, Measured, TABLE_HEAD, json_line, row};
use rig::Rig;

const fn bench_of(
    name: &'static str,
    unit: &'static str,
    goal: Goal,
    peer: Option<&'static str>,
    measure: fn(&Rig) -> Result<Measured, String>,
) -> Bench {
    Bench { name, unit, goal, peer, measure }
}

/// The desk is its own peer: the growth from few cases to many.
const FEW_CASES: Option<&str> = Some("itself at 1,000 cases");

/// Figures of the office.
static OFFICE: [Bench; 11] = [
    bench_of("page_render", "ms", Goal::Under(2.0), None, pages::service_page),
    bench_of("page_render_section", "ms", Goal::Under(2.0), None, pages::section_page),
    bench_of("journey_pages_slowest_p95", "ms", Goal::Under(150.0), None, journey_pages::slowest),
    bench_of("signed_submission", "ms", Goal::Under(15.0), None, submission::signed),
    bench_of("certificate_pdf", "ms", Goal::Under(15.0), Some("ReportLab"), certificate::pdf),
    bench_of("idle_memory", "MiB", Goal::Under(128.0), None, start::idle_memory),
    bench_of("start_to_first_answer", "ms", Goal::Under(500.0), None, start::first_answer),
    bench_of("first_page_bytes", "bytes", Goal::Under(90_000.0), None, pages::first_page_bytes),
    bench_of("desk_queue_p95", "ms", Goal::RatioUnder(2.0), FEW_CASES, desk::queue),
    bench_of("desk_search_p95", "ms", Goal::RatioUnder(2.0), FEW_CASES, desk::search),
    bench_of("desk_case_p95", "ms", Goal::RatioUnder(2.0), FEW_CASES, desk::case),
];

const OPENSSL: Option<&str> = Some("OpenSSL");
const GOST_ENGINE: Option<&str> = Some("OpenSSL, gost engine");
const RUST_CRYPTO: Option<&str> = Some("RustCrypto");
/// Nobody else who may be distributed judges a CMS of the NCA.
const TWO_VERIFICATIONS: Option<&str> = Some("OpenSSL, gost engine, two verifications only");
const THE_FILE: Option<&str> = Some("the file itself");

/// Figures of the signature engine, the group `eds`. The one that needs the whole server comes last: building it takes longest.
static EDS: [Bench; 8] = [
    bench_of("rsa2048_verify", "1/s", Goal::RatioAtLeast(0.8), OPENSSL, verify::rsa2048),
    bench_of("gost2004_verify", "1/s", Goal::RatioAtLeast(1.2), GOST_ENGINE, verify::gost2004),
    bench_of("gost512_verify", "1/s", Goal::RatioAtLeast(1.7), GOST_ENGINE, verify::gost512),
    bench_of("cms_gost512_verdict", "1/s", Goal::AtLeast(950.0), TWO_VERIFICATIONS, verify::cms_gost512),
    bench_of("streebog512", "MB/s", Goal::None, RUST_CRYPTO, digest::streebog512),
    bench_of("gost34311", "MB/s", Goal::None, RUST_CRYPTO, digest::gost34311),
    bench_of("cms_100mb_peak_memory", "MiB", Goal::RatioUnder(2.0), THE_FILE, cms_memory::peak),
    bench_of("http_verdict", "1/s", Goal::AtLeast(1200.0), None, http_verdict::verdicts),
];

/// The name of the second group.
const EDS_GROUP: &str = "eds";

/// Runs all measurements, a group of them, or the one called `name` and those whose names begin with it.
pub fn bench(workspace: &Workspace, name: Option<&str>, as_json: bool) -> Result<(), String> {
    let chosen = chosen(name);
    if chosen.is_empty() {
        let names: Vec<_> = OFFICE.iter().chain(&EDS).map(|b| b.name).collect();
        let name = name.unwrap_or("");
        return Err(format!("no measurement is called {name}; there are: {EDS_GROUP} (a group), {}", names.join(", ")));
    }
    let rig = Rig::new(workspace)?;
    if !as_json {
        println!("{}\n\n{TABLE_HEAD}", machine::describe(workspace));
    }
    let mut failed = 0_usize;
    for bench in &chosen {
        eprintln!("{}: measuring", bench.name);
        match (bench.measure)(&rig) {
            Ok(measured) if as_json => println!("{}", json_line(bench, &measured)),
            Ok(measured) => println!("{}", row(bench, &measured)),
            Err(why) => {
                failed += 1;
                eprintln!("{}: {why}", bench.name);
            }
        }
    }
    if failed == 0 { Ok(()) } else { Err(format!("{failed} of {} measurements failed", chosen.len())) }
}

fn chosen(name: Option<&str>) -> Vec<&'static Bench> {
    let all = OFFICE.iter().chain(&EDS);
    match name {
        Some(EDS_GROUP) => EDS.iter().collect(),
        name => all.filter(|b| name.is_none_or(|name| b.name.starts_with(name))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: Option<&str>) -> Vec<&'static str> {
        chosen(name).iter().map(|bench| bench.name).collect()
    }

    #[test]
    fn the_group_has_the_names_of_the_issue() {
        let mut group = names(Some("eds"));
        group.sort_unstable();
        let issue = [
            "cms_100mb_peak_memory",
            "cms_gost512_verdict",
            "gost2004_verify",
            "gost34311",
            "gost512_verify",
            "http_verdict",
            "rsa2048_verify",
            "streebog512",
        ];
        assert_eq!(group, issue);
    }

    #[test]
    fn names_and_beginnings_of_names_choose() {
        assert_eq!(names(Some("gost512_verify")), ["gost512_verify"]);
        assert_eq!(names(Some("page_render")), ["page_render", "page_render_section"]);
        assert_eq!(names(Some("no-such")), [""; 0]);
        assert_eq!(names(None).len(), OFFICE.len() + EDS.len());
    }
}
