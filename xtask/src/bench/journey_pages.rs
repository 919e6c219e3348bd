//! What every page of the journey with a digital signature costs: server time and bytes, for one person and for 200 at once.
//!
//! One applicant signs in, composes a request and sends it; a second request stays prepared, so that every page has its content. Then each page
//! is asked for alone, and by 200 kept connections at once on the machine that serves them, so that times at 200 hold the clients' work too.
//! Each page's line goes to stderr, the slowest page is the figure. Must never time a page that did not answer 200.

use super::figure::Bound;
use super::http::Browser;
use super::rig::Rig;
use super::sample::ms;
use super::{Measured, journey};
use std::sync::Barrier;
use std::thread;

/// Connections at once.
const USERS: usize = 200;
/// Unmeasured rounds of a page before the measured ones.
const WARM_ROUNDS: usize = 20;
/// Measured rounds for one person.
const ROUNDS: usize = 200;
/// Measured rounds of each of the many.
const ROUNDS_EACH: usize = 5;
/// UX.md 5: "server p95 ≤150 ms".
const P95_MAX: f64 = 150.0;

/// A page's name on the line, and its address.
type Page = (String, String);

/// The slowest page's p95, milliseconds: for one, and (as the bound) for 200 at once.
pub fn slowest(rig: &Rig) -> Result<Measured, String> {
    let place = rig.place("journey-pages")?;
    let server = place.start()?;
    let mut browser = Browser::open(server.address())?;
    journey::sign_in(&mut browser, &place)?;
    let pages = pages(&mut browser, &place)?;
    browser.compressed = true;
    let (mut alone, mut crowded) = (0.0_f64, 0.0_f64);
    eprintln!("| page | bytes | one: median, p95 ms | {USERS}: median, p95 ms |\n|---|---|---|---|");
    // Who is signed in is not asked to sign in.
    let mut stranger = Browser::open(server.address())?;
    stranger.compressed = true;
    for (name, address) in pages {
        let person = if address.starts_with("/en/sign-in") { &mut stranger } else { &mut browser };
        let (bytes, one) = one(person, &address)?;
        let many = many(person, &address)?;
        eprintln!("| {name} | {bytes} | {:.2}, {:.2} | {:.1}, {:.1} |", one.0, one.1, many.0, many.1);
        (alone, crowded) = (alone.max(one.1), crowded.max(many.1));
    }
    let bound = Bound { name: "p95_of_200_ms", unit: "ms", value: crowded, under: P95_MAX };
    Ok(Measured { bound: Some(bound), ..Measured::alone(alone) })
}

/// Every page of the journey, in its order; the addresses of this person's requests are named by their words.
fn pages(browser: &mut Browser, place: &super::server::Place) -> Result<Vec<Page>, String> {
    let sent = journey::compose(browser, place)?;
    let done = sent.submit(browser)?.location.unwrap_or_default();
    let waiting = journey::compose(browser, place)?;
    let draft = waiting.draft();
    let history = journey::page(browser, "/en/services")?;
    let case = history.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let case = case.filter(|address| address.starts_with("/en/services/")).last();
    let case = case.ok_or("the history names no case")?.to_owned();
    let mut pages: Vec<Page> = PUBLIC.iter().map(|path| ((*path).to_owned(), (*path).to_owned())).collect();
    for (name, end) in OF_A_DRAFT {
        pages.push(((*name).to_owned(), format!("{draft}{end}")));
    }
    pages.push(("sent".to_owned(), done));
    pages.push(("the case".to_owned(), case.clone()));
    pages.push(("the case's request, PDF".to_owned(), format!("{case}/papers/application")));
    Ok(pages)
}

/// Pages that need no request of one's own.
const PUBLIC: [&str; 9] = [
    "/en/",
    "/en/check",
    "/en/check?died=DE&citizen=yes&lives=DE&mission=berlin&paper=medical&issued=DE&language=de&relation=child",
    "/en/sign-in",
    "/en/sign-in/eds",
    "/en/services",
    "/en/account",
    "/en/request/new",
    "/en/request/new?country=DE",
];

/// Pages of a request that waits for its signature.
const OF_A_DRAFT: [(&str, &str); 11] = [
    ("task list", ""),
    ("section: you", "/you"),
    ("section: person", "/person"),
    ("section: death", "/death"),
    ("section: documents", "/documents"),
    ("section: collecting", "/collecting"),
    ("documents", "/files"),
    ("one document", "/files/medical"),
    ("check answers", "/check"),
    ("sign", "/signature"),
    ("the file to sign, PDF", "/file"),
];

fn one(browser: &mut Browser, address: &str) -> Result<(usize, (f64, f64)), String> {
    let mut bytes = 0;
    let mut samples = Vec::with_capacity(ROUNDS);
    for round in 0..WARM_ROUNDS + ROUNDS {
        let (took, size) = timed(browser, address)?;
        bytes = size;
        if round >= WARM_ROUNDS {
            samples.push(took);
        }
    }
    Ok((bytes, middle_and_p95(samples)))
}

fn many(browser: &Browser, address: &str) -> Result<(f64, f64), String> {
    let together = Barrier::new(USERS);
    let samples = thread::scope(|scope| {
        let users: Vec<_> = (0..USERS)
            .map(|_| {
                scope.spawn(|| -> Result<Vec<f64>, String> {
                    let own = browser.another();
                    // Nobody waits for who could not connect.
                    together.wait();
                    let mut own = own?;
                    (0..ROUNDS_EACH).map(|_| timed(&mut own, address).map(|(took, _)| took)).collect()
                })
            })
            .collect();
        let mut all = vec![];
        for user in users {
            all.extend(user.join().map_err(|_| "a client ended in a panic".to_owned())??);
        }
        Ok::<_, String>(all)
    })?;
    Ok(middle_and_p95(samples))
}

fn timed(browser: &mut Browser, address: &str) -> Result<(f64, usize), String> {
    let answer = browser.get(address)?;
    if answer.status == 200 {
        Ok((ms(answer.took), answer.wire_bytes))
    } else {
        Err(format!("{address} answered {}", answer.status))
    }
}

fn middle_and_p95(mut samples: Vec<f64>) -> (f64, f64) {
    samples.sort_by(f64::total_cmp);
    let at = |part: usize| samples.get(samples.len() * part / 100).copied().unwrap_or(f64::NAN);
    (at(50), at(95))
}
