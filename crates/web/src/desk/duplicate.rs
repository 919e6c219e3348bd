//! Two cases that look like the same death: the lines on a case, and the page that shows both answer by answer and takes the officer's word.

use super::act::{findings, kept, text};
use super::bar::Bar;
use super::clock::Clock;
use super::notes::NoteLine;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::ids::ApplicationId;
use domain::likeness::Likeness;
use domain::paper::OfficerLine;
use domain::request::Request;
use office::decline_registration::TEXT_CHARS_MAX;
use office::duplicates::{self, Pair};
use service::Finding;
use service::checks::Alike;
use service::summary::summary_of;
use store::likeness::Judged;

const SAME: &str = "same";
const REASON: &str = "reason";
const REASON_ROWS: u8 = 4;
const YES: &str = "yes";
const NO: &str = "no";

/// What a case says of those that look alike.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// The cases.
    pub alike: Vec<Line>,
    /// Sentences on records of other missions.
    pub records: Vec<String>,
}

/// A case that looks alike.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its reference.
    pub reference: String,
    /// The page that shows both.
    pub url: String,
    /// Why, and what was said.
    pub words: Vec<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "desk/duplicate.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// Why they look alike.
    pub why: Vec<String>,
    /// References of the two, and the other's page.
    pub references: [String; 2],
    /// The other's page.
    pub other: String,
    /// Answers.
    pub rows: Vec<Both>,
    /// What was said, the newest first.
    pub notes: Vec<NoteLine>,
    /// Questions; none for who only reads.
    pub controls: Vec<Control>,
}

/// An answer in both.
#[derive(Clone, Debug)]
pub struct Both {
    /// What is asked.
    pub label: String,
    /// Here and there.
    pub values: [String; 2],
    /// Both say the same.
    pub is_same: bool,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(judge)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, ids(&named)?, &kept(&visit).await?, &[]).await
}

async fn judge(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (id, other) = ids(&named)?;
    let is_same = match fields.trimmed(SAME) {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    };
    let reason = text(&fields, REASON);
    let office = &visit.state.office;
    match duplicates::judge(office, visit.actor()?, (id, other), is_same, reason, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(error) => page(&visit, (id, other), &fields, &findings(error)?).await,
    }
}

fn ids(named: &Named) -> Result<(ApplicationId, ApplicationId), Problem> {
    Ok((named.get("application")?, named.get("other")?))
}

async fn page(
    visit: &Visit,
    (id, other): (ApplicationId, ApplicationId),
    fields: &Fields,
    found: &[Finding],
) -> Outcome {
    let (office, actor, now) = (&visit.state.office, visit.actor()?, visit.moment.now);
    let pair = duplicates::pair(office, actor, id, other, now).await?;
    let view = office::cases::get(office, actor, id, now).await?;
    let t = visit.t();
    let writes = matches!(actor.role(), Role::Officer | Role::Supervisor);
    let controls = if writes { controls(&t, fields, found) } else { vec![] };
    let references = [view.line.reference.clone(), pair.alike.line.reference.clone()];
    let heading = t.f2("alike-title", "one", &references[0], "other", &references[1]);
    let frame =
        visit.frame(heading).back(visit.url(&format!("/desk/cases/{id}"))).errors(error_lines(&controls)).wide();
    let clock = Clock::of(visit, &view.mission.id);
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(
        status,
        &Page {
            frame,
            bar: Bar::of(visit, &view),
            why: why(&t, &pair.alike.likeness),
            references,
            other: visit.url(&format!("/desk/cases/{other}")),
            rows: rows(visit, &pair),
            notes: pair.judged.iter().rev().map(|own| note(visit, &clock, own)).collect(),
            controls,
        },
    )
}

/// Those that look like the case, for its page, and counted for the machine's checks.
///
/// # Errors
/// As `office::duplicates::of_case`.
pub async fn section(visit: &Visit, id: ApplicationId, clock: &Clock<'_>) -> Result<(Section, Alike), Problem> {
    let found = duplicates::of_case(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let t = visit.t();
    let line = |own: &duplicates::Alike| {
        let said = own.judged.as_ref().map(|judged| note(visit, clock, judged).meta);
        Line {
            reference: own.line.reference.clone(),
            url: visit.url(&format!("/desk/cases/{id}/duplicates/{}", own.line.id)),
            words: why(&t, &own.likeness).into_iter().chain(said).collect(),
        }
    };
    let records = found.records.iter().map(|number| t.f("alike-record", "number", number)).collect();
    Ok((Section { alike: found.alike.iter().map(line).collect(), records }, office::checks::counted(&found)))
}

fn why(t: &T, own: &Likeness) -> Vec<String> {
    let iin = match own.same_iin {
        Some(true) => Some(t.s("alike-iin-same")),
        Some(false) => Some(t.s("alike-iin-differs")),
        None => None,
    };
    let name = own.near_name.then(|| t.s("alike-name"));
    let days = |key: &str, count: u32| t.n(key, "count", count);
    iin.into_iter().chain(name).chain([days("alike-born", own.born_days), days("alike-died", own.died_days)]).collect()
}

fn rows(visit: &Visit, pair: &Pair) -> Vec<Both> {
    let (catalogue, texts) = (visit.state.office.catalogue(), visit.state.office.texts());
    let of = |request: &Request| summary_of(catalogue, texts, visit.lang, request);
    let (mine, theirs) = (of(&pair.one), of(&pair.other));
    let theirs: Vec<_> = theirs.into_iter().flat_map(|section| section.rows).collect();
    let both = |row: service::summary::SummaryRow| {
        let other = theirs.iter().find(|other| other.field == row.field);
        let there = other.map_or_else(String::new, |other| other.value.clone());
        let is_given = row.given || other.is_some_and(|other| other.given);
        is_given.then(|| Both { is_same: row.value == there, label: row.label, values: [row.value, there] })
    };
    mine.into_iter().flat_map(|section| section.rows).filter_map(both).collect()
}

fn note(visit: &Visit, clock: &Clock<'_>, (own, who): &(Judged, Option<OfficerLine>)) -> NoteLine {
    let t = visit.t();
    let said = t.s(if own.is_same { "alike-said-same" } else { "alike-said-other" });
    let who = who.as_ref().map(|own| format!("{}, {}", own.name, t.of(&own.post))).unwrap_or_default();
    NoteLine { meta: format!("{said} · {} · {who}", clock.full(own.judged_at)), text: own.reason.clone() }
}

fn controls(t: &T, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        Some(t.f(&format!("alike-error-{name}-{}", own.code), "max", TEXT_CHARS_MAX))
    };
    let word = || t.s("frame-title-error");
    let items = vec![Item::new(YES, t.s("alike-same-yes")), Item::new(NO, t.s("alike-same-no"))];
    vec![
        Control::radios(SAME, t.s("alike-same"), items).value(fields.get(SAME)).error(error(SAME), word()),
        Control::textarea(REASON, t.s("alike-reason"), REASON_ROWS)
            .hint(Some(t.s("alike-reason-hint")))
            .value(fields.get(REASON))
            .error(error(REASON), word()),
    ]
}
