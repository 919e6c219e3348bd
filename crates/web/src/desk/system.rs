//! The administrator's page: what this installation is connected to, what is absent and said so, and which facts are not verified.

use super::nav::{self, Link};
use super::{Row, outgoing};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::installation::{Installation, installation};
use service::UnverifiedFact;
use std::collections::BTreeMap;
use store::scan::Health;

/// Most facts on the page; the command line lists all.
pub const FACTS_MAX: usize = 200;

/// The page.
#[derive(Template)]
#[template(path = "desk/system.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Address and trust list.
    pub facts: Vec<Row>,
    /// The seal's certificate, PEM.
    pub seal: String,
    /// Gateways and their state.
    pub gateways: Vec<Row>,
    /// Notices to other bodies and how they are.
    pub outgoing: Vec<Row>,
    /// How many facts are not verified.
    pub count: usize,
    /// How many in each file.
    pub counts: Vec<Row>,
    /// The first of them.
    pub unverified: Vec<UnverifiedFact>,
    /// How many are not on the page.
    pub more: usize,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let installation = installation(&visit.state.office, visit.actor()?, visit.moment.now).await?;
    let scan = office::scan_files::standing(&visit.state.office, visit.actor()?).await?;
    let t = visit.t();
    let all = visit.state.office.catalogue().unverified();
    let unverified: Vec<UnverifiedFact> = all.iter().take(FACTS_MAX).cloned().collect();
    visit.show(&Page {
        frame: visit.frame(t.s("desk-system-title")).wide(),
        nav: nav::links(&visit),
        facts: facts(&visit, &installation),
        seal: pem(&installation.seal_certificate),
        gateways: gateways(&visit, &installation, scan.as_ref()),
        outgoing: outgoing::standing(&visit).await?,
        count: all.len(),
        counts: counts(all),
        more: all.len() - unverified.len(),
        unverified,
    })
}

fn counts(all: &[UnverifiedFact]) -> Vec<Row> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in all {
        *files.entry(fact.file.as_str()).or_default() += 1;
    }
    files.into_iter().map(|(file, count)| Row::new(file, count.to_string())).collect()
}

fn facts(visit: &Visit, installation: &Installation) -> Vec<Row> {
    let (t, office) = (visit.t(), &visit.state.office);
    let trust = if office.is_test() { "desk-system-trust-test" } else { "desk-system-trust-production" };
    vec![
        Row::new(t.s("desk-system-host"), office.settings().host.clone()),
        Row::new(t.s("desk-system-trust"), t.s(trust)),
        Row::new(t.s("desk-system-letters"), installation.post.clone()),
        Row::new(t.s("desk-system-letters-state"), letters(visit, installation)),
        Row::new(t.s("desk-system-seal"), installation.seal_sha256.clone()),
    ]
}

fn letters(visit: &Visit, installation: &Installation) -> String {
    let (t, health) = (visit.t(), &installation.letters);
    if health.late == 0 && health.failed == 0 && health.last_error.is_none() {
        return t.s("desk-system-letters-good");
    }
    let counts = t.f2("desk-system-letters-counts", "late", health.late, "failed", health.failed);
    let said = health.last_error.as_ref().map(|said| t.f("desk-system-letters-error", "said", said));
    format!("{counts} {}", said.unwrap_or_default()).trim_end().to_owned()
}

/// RFC 7468: lines of 64 characters.
fn pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> =
        (0..text.len()).step_by(64).filter_map(|at| text.get(at..(at + 64).min(text.len()))).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

/// A start outside the demonstration is refused without a mail and SMS gateway, so they are configured there.
fn gateways(visit: &Visit, installation: &Installation, scan: Option<&(String, Health)>) -> Vec<Row> {
    let t = visit.t();
    let post = if visit.state.office.settings().demo { "desk-system-local" } else { "desk-system-on" };
    let scan = match scan {
        Some((address, health)) => {
            let waiting = (health.waiting > 0).then(|| t.f("scan-system-waiting", "count", health.waiting));
            let said = health.last_error.as_ref().map(|said| t.f("scan-system-error", "said", said));
            [Some(address.clone()), waiting, said].into_iter().flatten().collect::<Vec<_>>().join(". ")
        }
        None => t.s("desk-system-absent"),
    };
    let is_offered = office::mobile_signing::is_offered(&visit.state.office);
    let mobile = if is_offered { "mobile-system-on" } else { "desk-system-off-egov-mobile" };
    [
        ("desk-system-gateway-mail", post),
        ("desk-system-gateway-sms", post),
        ("desk-system-gateway-nca", "desk-system-off-nca"),
        ("desk-system-gateway-egov-mobile", mobile),
        ("desk-system-gateway-citizens", "desk-system-off-citizens"),
    ]
    .into_iter()
    .map(|(name, state)| Row::new(t.s(name), t.s(state)))
    .chain([
        Row::new(t.s("desk-system-gateway-scan"), scan),
        Row::new(t.s("desk-system-gateway-time"), time(visit, installation)),
    ])
    .collect()
}

fn time(visit: &Visit, installation: &Installation) -> String {
    let t = visit.t();
    let Some(address) = &installation.time else { return t.s("desk-system-off-time") };
    if installation.time_waiting == 0 {
        return address.clone();
    }
    let waiting = t.f("desk-system-time-waiting", "count", installation.time_waiting);
    let said = installation.time_failure.as_deref().unwrap_or_default();
    format!("{address}: {waiting} {said}").trim_end().to_owned()
}
