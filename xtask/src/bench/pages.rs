//! What pages cost: server time of the service page and of a section page, and the bytes of a first visit.
//!
//! Times are round trips on a kept loopback connection: the server's work and about 0.05 ms of kernel. Must never time a page that did
//! not answer 200.

use super::http::Browser;
use super::rig::Rig;
use super::sample::median_of;
use super::{Measured, journey};
use std::collections::BTreeSet;
use std::time::Duration;

/// Unmeasured pages before the measured ones.
const WARM_ROUNDS: usize = 100;
/// Measured pages.
const ROUNDS: usize = 1000;
/// The page most people see first.
const SERVICE_PAGE: &str = "/kk/";

/// Median milliseconds of the service page.
pub fn service_page(rig: &Rig) -> Result<Measured, String> {
    let server = rig.place("pages")?.start()?;
    let mut browser = Browser::open(server.address())?;
    browser.compressed = true;
    median_of(WARM_ROUNDS, ROUNDS, || timed(&mut browser, SERVICE_PAGE)).map(Measured::alone)
}

/// Median milliseconds of the longest section of a person's own draft.
pub fn section_page(rig: &Rig) -> Result<Measured, String> {
    let place = rig.place("pages")?;
    let server = place.start()?;
    let mut browser = Browser::open(server.address())?;
    journey::sign_in(&mut browser, &place)?;
    let section = format!("{}/person", journey::begin(&mut browser)?);
    browser.compressed = true;
    median_of(WARM_ROUNDS, ROUNDS, || timed(&mut browser, &section)).map(Measured::alone)
}

fn timed(browser: &mut Browser, path: &str) -> Result<Duration, String> {
    let answer = browser.get(path)?;
    if answer.status == 200 { Ok(answer.took) } else { Err(format!("{path} answered {}", answer.status)) }
}

/// Bytes on the wire (answer heads included, requests not) of a first visit to the Kazakh service page: HTML, and all that it and its
/// style sheets name: styles, scripts, and every font, although a browser leaves out subsets no letter needs.
#[expect(clippy::cast_precision_loss, reason = "a page stays far below 2^53 bytes")]
pub fn first_page_bytes(rig: &Rig) -> Result<Measured, String> {
    let server = rig.place("pages")?.start()?;
    let mut browser = Browser::open(server.address())?;
    let mut known = BTreeSet::from([SERVICE_PAGE.to_owned()]);
    let mut waiting: Vec<String> = known.iter().cloned().collect();
    let mut total = 0;
    while let Some(path) = waiting.pop() {
        browser.compressed = false;
        let named = loaded_by(&journey::page(&mut browser, &path)?);
        browser.compressed = true;
        total += browser.get(&path)?.wire_bytes;
        waiting.extend(named.into_iter().filter(|path| known.insert(path.clone())));
    }
    if !known.iter().any(|path| path.ends_with(".woff2")) || !known.iter().any(|path| path.ends_with(".css")) {
        return Err(format!("the first page lost its style or fonts: {known:?}"));
    }
    Ok(Measured::alone(total as f64))
}

/// Own addresses of styles, scripts and fonts in a page or a style sheet.
fn loaded_by(text: &str) -> Vec<String> {
    let pieces =
        text.split(['"', '\'', '(', ')']).filter(|piece| piece.starts_with("/assets/") || piece.starts_with("fonts/"));
    let loaded = pieces.filter(|piece| [".css", ".js", ".woff2"].iter().any(|end| piece.ends_with(end)));
    loaded.map(|piece| if piece.starts_with('/') { piece.to_owned() } else { format!("/assets/{piece}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_scripts_and_fonts_are_loaded_and_links_are_not() {
        let page = r#"<link href="/assets/a.css"><script src="/assets/a.js"></script><a href="/assets/licences.txt">"#;
        assert_eq!(loaded_by(page), ["/assets/a.css", "/assets/a.js"]);
        let style = "@font-face{src:url(fonts/a.woff2) format(\"woff2\")}@font-face{src:url('/assets/fonts/b.woff2')}";
        assert_eq!(loaded_by(style), ["/assets/fonts/a.woff2", "/assets/fonts/b.woff2"]);
    }
}
