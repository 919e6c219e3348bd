//! Printing the certificate of a case on a blank: the officer types the number of the blank in their hand, and writes spoiled ones off.
//! It proposes a number and never fills it in: what is typed is what was read.

use super::act::findings;
use super::bar::Bar;
use super::clock::Clock;
use super::{Row, act, key};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::ApplicationId;
use office::account_blank::{Fate, account_blank};
use office::cases::CaseView;
use office::print_on_blank::{Printing, print_on_blank, printing};
use office::spoil_blank::{REASON_CHARS_MAX, spoil_blank};
use service::Finding;
use store::blank::{Used, paper_kind};

const NUMBER: &str = "number";
const REASON: &str = "reason";
const FATE: &str = "fate";
const REASON_ROWS: u8 = 3;

/// The page.
#[derive(Template)]
#[template(path = "desk/blank.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// What to know first.
    pub lead: String,
    /// Blanks of the case: number, when, what became of it.
    pub used: Vec<[String; 3]>,
    /// The paper to print, once a blank is taken.
    pub paper: Option<Row>,
    /// The question for the number, while none is taken.
    pub number: Option<Control>,
    /// The blank that can be written off, and the question why.
    pub spoil: Option<(String, Control)>,
    /// The blank of an annulled certificate, and the questions what became of it.
    pub account: Option<(String, Vec<Control>)>,
    /// Where the forms go.
    pub action: String,
    /// The case.
    pub case_url: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(send)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, &act::kept(&visit).await?, &[]).await
}

async fn send(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let (done, noun) = match fields.trimmed("act") {
        "spoil" => {
            let said = (fields.get("seen"), fields.get(REASON));
            (spoil_blank(office, actor, id, said, &visit.moment).await, "spoiled")
        }
        "account" => {
            let said = (fields.get("seen"), Fate::from_name(fields.trimmed(FATE)), fields.get(REASON));
            (account_blank(office, actor, id, said, &visit.moment).await, "accounted")
        }
        _ => (print_on_blank(office, actor, id, fields.get(NUMBER), &visit.moment).await, "printed"),
    };
    match done {
        Ok(()) if noun == "accounted" => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}/blank?{}={noun}", act::DONE))),
        Err(error) => page(&visit, id, &fields, &findings(error)?).await,
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let (office, actor, t) = (&visit.state.office, visit.actor()?, visit.t());
    let own = printing(office, actor, id).await?;
    let view = office::cases::get(office, actor, id, visit.moment.now).await?;
    let current = office::blanks::current(&own.used);
    let account = own.accounts.as_ref().map(|used| (used.blank.to_string(), fate(visit, fields, found)));
    let is_annulled = account.is_some();
    let number = (own.has_stock && current.is_none() && own.proposed.is_some()).then(|| number(visit, fields, found));
    let spoil = current.or(own.proposed.as_ref()).filter(|_| own.has_stock && !is_annulled);
    let spoil = spoil.map(|blank| (blank.to_string(), reason(visit, fields, found)));
    let case_url = visit.url(&format!("/desk/cases/{id}"));
    let paper = current.filter(|_| !is_annulled).map(|blank| {
        let url = format!("{case_url}/papers/{}", paper_kind(own.used.len()));
        Row::new(t.f("blank-open", "blank", blank), url)
    });
    let mut errors: Vec<Control> = number.iter().chain(spoil.iter().map(|(_, control)| control)).cloned().collect();
    errors.extend(account.iter().flat_map(|(_, controls)| controls.clone()));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = visit.frame(t.f("blank-title", "reference", &view.line.reference)).back(case_url.clone());
    let frame = match visit.query_value(act::DONE).as_deref() {
        Some("printed") => frame.notice(t.s("blank-done-printed")),
        Some("spoiled") => frame.notice(t.s("blank-done-spoiled")),
        _ => frame,
    };
    visit.show_with(
        status,
        &Page {
            frame: frame.errors(error_lines(&errors)).wide(),
            bar: Bar::of(visit, &view),
            lead: lead(visit, &own),
            used: lines(visit, &view, &own),
            paper,
            number,
            spoil,
            account,
            action: format!("{case_url}/blank"),
            case_url,
        },
    )
}

fn lines(visit: &Visit, view: &CaseView, own: &Printing) -> Vec<[String; 3]> {
    let clock = Clock::of(visit, &view.mission.id);
    own.used.iter().map(|own| line(visit, &clock, own)).collect()
}

fn lead(visit: &Visit, own: &Printing) -> String {
    let t = visit.t();
    if let Some(used) = &own.accounts {
        return t.f("blank-account-lead", "blank", &used.blank);
    }
    match (own.has_stock, office::blanks::current(&own.used), &own.proposed) {
        (false, _, _) => t.s("blank-no-stock"),
        (true, Some(blank), _) => t.f("blank-current", "blank", blank),
        (true, None, Some(blank)) => t.f("blank-proposed", "blank", blank),
        (true, None, None) => t.s("blank-none-left"),
    }
}

fn number(visit: &Visit, fields: &Fields, found: &[Finding]) -> Control {
    let t = visit.t();
    Control::text(NUMBER, t.s("blank-number"))
        .hint(Some(t.s("blank-number-hint")))
        .value(fields.get(NUMBER))
        .error(error(visit, found, NUMBER), t.s("frame-title-error"))
        .autocomplete("off")
        .width("govuk-input--width-20")
}

fn reason(visit: &Visit, fields: &Fields, found: &[Finding]) -> Control {
    let t = visit.t();
    Control::textarea(REASON, t.s("blank-reason"), REASON_ROWS)
        .hint(Some(t.s("blank-reason-hint")))
        .value(fields.get(REASON))
        .error(error(visit, found, REASON), t.s("frame-title-error"))
}

/// What became of the blank of an annulled certificate.
fn fate(visit: &Visit, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let t = visit.t();
    let items = Fate::ALL.map(|own| Item::new(own.as_str(), t.s(&key("blank-fate-", own.as_str()))));
    let fate = Control::radios(FATE, t.s("blank-fate"), items.into())
        .value(fields.get(FATE))
        .error(error(visit, found, FATE), t.s("frame-title-error"));
    vec![fate, reason(visit, fields, found)]
}

fn error(visit: &Visit, found: &[Finding], field: &str) -> Option<String> {
    let finding = found.iter().find(|own| own.field == field)?;
    Some(visit.t().f(&format!("blank-{field}-error-{}", finding.code), "max", REASON_CHARS_MAX))
}

fn line(visit: &Visit, clock: &Clock<'_>, own: &Used) -> [String; 3] {
    [own.blank.to_string(), clock.full(own.taken_at), became(visit, own)]
}

/// What became of a blank, in words.
pub fn became(visit: &Visit, own: &Used) -> String {
    match (&own.spoiled, &own.unreturned) {
        (Some(spoiled), _) => visit.t().f("blank-spoiled", "reason", &spoiled.reason),
        (None, Some(said)) => visit.t().f("blank-unreturned", "reason", &said.reason),
        (None, None) => visit.t().s("blank-used"),
    }
}

/// Papers that were printed on blanks: the last one counts, those before it are marked.
pub fn papers(visit: &Visit, id: ApplicationId, view: &CaseView) -> Vec<Row> {
    let blanks = view.desk.as_ref().map(|desk| desk.blanks.as_slice()).unwrap_or_default();
    let kept = |own: &&Used| view.papers.contains(&paper_kind(own.attempt));
    let row = |own: &Used| {
        let key = if own.spoiled.is_some() { "blank-paper-spoiled" } else { "blank-paper" };
        let url = visit.url(&format!("/desk/cases/{id}/papers/{}", paper_kind(own.attempt)));
        Row::new(visit.t().f(key, "blank", &own.blank), url)
    };
    blanks.iter().filter(kept).map(row).collect()
}
