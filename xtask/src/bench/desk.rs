//! What the desk costs when it is full: a page of the queue, a search, a case, at 1,000 synthetic cases and at many more, p95 of round
//! trips on a kept loopback connection. The growth from few to many is the figure's ratio.
//!
//! How many the many are: 100,000, or what `ELSHI_BENCH_CASES` says; on PostgreSQL where `ELSHI_BENCH_PG` names a server. Must never time a page that did not show a case.

use super::figure::Measured;
use super::form::forms;
use super::http::Browser;
use super::journey;
use super::rig::Rig;
use super::sample::p95_of;
use super::server::Server;
use crate::process;
use std::process::Command;
use std::sync::OnceLock;

const FEW: u64 = 1_000;
const MANY: u64 = 100_000;
/// Says where databases of PostgreSQL may be made: `postgres://USER@HOST:PORT/postgres`.
const SERVER: &str = "ELSHI_BENCH_PG";
/// Says how many the many are.
const CASES: &str = "ELSHI_BENCH_CASES";
const LOGIN: &str = "officer.berlin";
const PASSWORD: &str = "demo-demo-demo";
const WARM_ROUNDS: usize = 50;
const ROUNDS: usize = 400;
/// A surname in another alphabet than the cases have it: some of few, a full page of many.
const SEARCHED: &str = "Zhumabaeva";

/// p95 in ms of one size.
#[derive(Clone, Copy)]
struct Figures {
    queue: f64,
    search: f64,
    case: f64,
}

/// A page of the queue, in ms: the slower of the default one and a tab.
pub fn queue(rig: &Rig) -> Result<Measured, String> {
    grown(rig, |own| own.queue)
}

/// A search by name, in ms.
pub fn search(rig: &Rig) -> Result<Measured, String> {
    grown(rig, |own| own.search)
}

/// A case, in ms.
pub fn case(rig: &Rig) -> Result<Measured, String> {
    grown(rig, |own| own.case)
}

/// Both sizes are filled and measured once for the three figures.
fn grown(rig: &Rig, of: impl Fn(&Figures) -> f64) -> Result<Measured, String> {
    static BOTH: OnceLock<Result<[Figures; 2], String>> = OnceLock::new();
    let many = std::env::var(CASES).ok().and_then(|text| text.parse().ok()).unwrap_or(MANY);
    let both = BOTH.get_or_init(|| Ok([at(rig, FEW)?, at(rig, many)?]));
    let [few, many] = both.as_ref().map_err(Clone::clone)?;
    Ok(Measured::beside(of(many), Some(of(few))))
}

fn at(rig: &Rig, cases: u64) -> Result<Figures, String> {
    let name = format!("desk_{cases}");
    let place = rig.place(&name)?.on(postgresql(&name)?);
    eprintln!("filling a desk with {cases} cases");
    let mut fill = place.elshi();
    fill.args(["demo", "--cases", &cases.to_string(), "--data"]).arg(place.below("data"));
    process::output(fill.arg("--trust").arg(place.below("nca/trust")))?;
    let server = place.start()?;
    let mut browser = signed_in(&server)?;
    let page = journey::page(&mut browser, "/en/desk/queue?tab=check")?;
    let case =
        page.split("href=\"").filter_map(|rest| rest.split('"').next()).find(|link| link.contains("/desk/cases/"));
    let case = case.ok_or("the queue shows no case")?.to_owned();
    let form = forms(&page).into_iter().find(|form| form.hidden.iter().any(|(name, _)| name == "csrf"));
    let mut fields = form.ok_or("the queue has no form")?.hidden;
    fields.retain(|(name, _)| name == "csrf");
    fields.push(("search".to_owned(), SEARCHED.to_owned()));
    browser.compressed = true;
    let get = |browser: &mut Browser, path: &str| {
        let answer = browser.get(path)?;
        if answer.status == 200 { Ok(answer.took) } else { Err(format!("{path} answered {}", answer.status)) }
    };
    // The slower of the page that everybody sees first and of a tab.
    let first = p95_of(WARM_ROUNDS, ROUNDS, || get(&mut browser, "/en/desk/queue"))?;
    let tab = p95_of(WARM_ROUNDS, ROUNDS, || get(&mut browser, "/en/desk/queue?tab=check"))?;
    let queue = first.max(tab);
    let one = p95_of(WARM_ROUNDS, ROUNDS, || get(&mut browser, &case))?;
    browser.compressed = false;
    let search = p95_of(WARM_ROUNDS, ROUNDS, || {
        let answer = browser.post("/en/desk/queue", &fields)?;
        match answer.status == 200 && answer.text().contains("/desk/cases/") {
            true => Ok(answer.took),
            false => Err(format!("the search answered {} or found nothing", answer.status)),
        }
    })?;
    Ok(Figures { queue, search, case: one })
}

/// An empty database where `ELSHI_BENCH_PG` names a server on which some may be made; else the figures are those of SQLite.
fn postgresql(name: &str) -> Result<Option<String>, String> {
    let Ok(server) = std::env::var(SERVER) else { return Ok(None) };
    let (base, _) = server.rsplit_once('/').ok_or_else(|| format!("{SERVER}: postgres://USER@HOST:PORT/postgres"))?;
    for sql in [format!("DROP DATABASE IF EXISTS elshi_{name} WITH (FORCE)"), format!("CREATE DATABASE elshi_{name}")] {
        process::output(Command::new("psql").args(["--no-psqlrc", "--quiet", "-c", &sql, &server]))?;
    }
    Ok(Some(format!("{base}/elshi_{name}")))
}

/// The officer signs in with the code that a demonstration shows.
fn signed_in(server: &Server) -> Result<Browser, String> {
    let mut browser = Browser::open(server.address())?;
    let codes = journey::page(&mut browser, "/dev/codes")?;
    let row = codes.split("<tr").find(|row| row.contains(LOGIN)).ok_or("no code for the officer")?;
    let code: String = row.rsplit("<td").next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let html = journey::page(&mut browser, "/en/desk/sign-in")?;
    let fields = [("login", LOGIN), ("password", PASSWORD), ("code", code.as_str())];
    let answer = journey::send(&mut browser, "/en/desk/sign-in", &html, &fields)?;
    if answer.status == 303 { Ok(browser) } else { Err(format!("the officer stays outside: {}", answer.status)) }
}
