//! Annulment of the record: the officer proposes it on a basis of the law, the head reads the very letter and says yes or no.

use super::act::{ActPage, Confirmation, TEXT_CHARS_MAX, findings, kept, text};
use super::bar::Bar;
use super::clock::Clock;
use super::letter::{Shown, preview};
use super::notes::NoteLine;
use super::{Row, decision, key};
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
use domain::annulment::{Annulment, Basis};
use domain::application::transition::is_open;
use domain::application::{Act, ActKind};
use domain::ids::ApplicationId;
use office::annul::{Wanted, annul, decline, propose, proposed};
use office::cases::CaseView;
use service::Finding;
use store::annulment::{Said, waiting};

/// The page, for how its decision is confirmed.
pub const PAGE: ActPage = ActPage { act: ActKind::Annul, noun: "annulment", name: "annulment" };

const REASON_ROWS: u8 = 4;

/// The page.
#[derive(Template)]
#[template(path = "desk/annulment.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// What the page is for.
    pub lead: String,
    /// What is proposed.
    pub rows: Vec<Row>,
    /// The letter that would leave.
    pub letter: Option<Shown>,
    /// What the head decides about: version of the case and number of the proposal.
    pub seen: Option<(i64, u32)>,
    /// How the head's yes is confirmed.
    pub decision: Option<Confirmation>,
    /// Questions.
    pub controls: Vec<Control>,
    /// What was said, the newest first.
    pub notes: Vec<NoteLine>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(say)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, &kept(&visit).await?, &[]).await
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    let said = match fields.get("step") {
        "annul" => {
            let seen = (number(&fields, "seen_version"), number(&fields, "seen_number"));
            annul(office, actor, id, seen, fields.trimmed("code"), moment).await
        }
        "sign" => return sign(&visit, id, &fields).await,
        "decline" => decline(office, actor, id, number(&fields, "seen_number"), text(&fields, "reason"), moment).await,
        _ => {
            let wanted = Wanted {
                basis: Basis::from_name(fields.trimmed("basis")),
                document: text(&fields, "document"),
                reason: text(&fields, "reason"),
                not_suspended: text(&fields, "not_suspended"),
            };
            propose(office, actor, id, wanted, moment).await
        }
    };
    match said {
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(error) => page(&visit, id, &fields, &findings(error)?).await,
    }
}

/// Prepares the head's yes for their EDS.
async fn sign(visit: &Visit, id: ApplicationId, fields: &Fields) -> Outcome {
    let seen = number(fields, "seen_number");
    let decided = proposed(&visit.state.office, visit.actor()?, id, seen).await?;
    Ok(decision::prepared(visit, visit.actor()?, (id, number(fields, "seen_version")), decided).await?)
}

/// A number that the form carries; one that nothing has where it cannot be read.
fn number<N: std::str::FromStr + Default>(fields: &Fields, name: &str) -> N {
    fields.trimmed(name).parse().unwrap_or_default()
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let said: Vec<Said> = words(&view);
    let t = visit.t();
    let (role, proposed) = (visit.actor()?.role(), waiting(&said));
    let is_possible = is_open(view.line.state, ActKind::Annul, Role::Supervisor);
    let is_told = is_possible || !said.is_empty();
    let (lead, controls) = match (role, proposed) {
        (Role::Officer, None) if is_possible => ("annulment-lead", asked(&t, fields, found)),
        (Role::Supervisor, Some(_)) => ("annulment-decide", vec![reason(&t, fields, found, "annulment-no")]),
        (Role::Officer | Role::Supervisor | Role::Auditor, _) if is_told => ("annulment-only-read", vec![]),
        _ => return Err(Problem::NotOpen),
    };
    let clock = Clock::of(visit, &view.mission.id);
    let decided = proposed.filter(|_| role == Role::Supervisor);
    let letter = decided.map(|own| preview(visit, &view, Act::Annul { annulment: own.annulment.clone() }));
    let decision = match decided {
        Some(_) => Some(Confirmation::of(visit, PAGE, found).await?),
        None => None,
    };
    let mut errors = error_lines(&controls);
    errors.extend(decision.iter().flat_map(|own| error_lines(own.code.as_slice())));
    let heading = t.f("annulment-title", "reference", &view.line.reference);
    let back = visit.url(&format!("/desk/cases/{id}"));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page {
        frame: visit.frame(heading).back(back).errors(errors).wide(),
        bar: Bar::of(visit, &view),
        lead: t.s(lead),
        rows: proposed.map(|own| rows(&t, &own.annulment)).unwrap_or_default(),
        letter: letter.transpose()?,
        seen: decided.map(|own| (view.version, own.number)),
        decision,
        controls,
        notes: lines(visit, &clock, &view),
    };
    visit.show_with(status, &page)
}

fn words(view: &CaseView) -> Vec<Said> {
    view.desk.iter().flat_map(|desk| desk.annulments.iter().map(|(own, _)| own.clone())).collect()
}

/// On what, by which paper, why.
pub fn rows(t: &T, own: &Annulment) -> Vec<Row> {
    let stays = Some(&own.not_suspended).filter(|why| !why.is_empty());
    let basis = t.s(&key("annulment-basis-", own.basis.as_str()));
    vec![
        Row::new(t.s("annulment-basis"), basis),
        Row::new(t.s("annulment-document"), own.document.clone()),
        Row::new(t.s("annulment-reason"), own.reason.clone()),
    ]
    .into_iter()
    .chain(stays.map(|why| Row::new(t.s("annulment-stays"), why.clone())))
    .collect()
}

fn asked(t: &T, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let items = Basis::ALL.map(|own| Item::new(own.as_str(), t.s(&key("annulment-basis-", own.as_str()))));
    vec![
        Control::radios("basis", t.s("annulment-basis"), items.into())
            .value(fields.get("basis"))
            .error(error(t, found, "basis"), t.s("frame-title-error")),
        Control::text("document", t.s("annulment-document"))
            .hint(Some(t.s("annulment-document-hint")))
            .value(fields.get("document"))
            .error(error(t, found, "document"), t.s("frame-title-error"))
            .autocomplete("off"),
        reason(t, fields, found, "annulment-reason"),
        Control::textarea("not_suspended", t.s("annulment-stays"), REASON_ROWS)
            .hint(Some(t.s("annulment-stays-hint")))
            .value(fields.get("not_suspended"))
            .error(error(t, found, "not_suspended"), t.s("frame-title-error")),
    ]
}

fn reason(t: &T, fields: &Fields, found: &[Finding], label: &str) -> Control {
    Control::textarea("reason", t.s(label), REASON_ROWS)
        .hint(Some(t.s(&format!("{label}-hint"))))
        .value(fields.get("reason"))
        .error(error(t, found, "reason"), t.s("frame-title-error"))
}

fn error(t: &T, found: &[Finding], field: &str) -> Option<String> {
    let own = found.iter().find(|own| own.field == field)?;
    Some(t.f(&format!("annulment-error-{}-{}", field.replace('_', "-"), own.code), "max", TEXT_CHARS_MAX))
}

/// What was said of annulling the record of this case, the newest first.
pub fn lines(visit: &Visit, clock: &Clock<'_>, view: &CaseView) -> Vec<NoteLine> {
    let t = visit.t();
    let line = |(own, by): &(Said, Option<domain::paper::OfficerLine>)| {
        let who = by.as_ref().map(|own| own.name.clone()).unwrap_or_default();
        let step = t.s(&format!("annulment-{}", own.step.as_str()));
        NoteLine { meta: format!("{step} · {} · {who}", clock.full(own.said_at)), text: own.annulment.reason.clone() }
    };
    view.desk.iter().flat_map(|desk| desk.annulments.iter().rev().map(line)).collect()
}

/// The key of the link on the case, for who has something to do or to read there.
pub fn link(visit: &Visit, view: &CaseView) -> Option<&'static str> {
    let said = words(view);
    let role = visit.session.as_ref()?.actor.role();
    match (role, waiting(&said)) {
        (Role::Supervisor, Some(_)) => Some("annulment-link-decide"),
        (Role::Officer, None) if is_open(view.line.state, ActKind::Annul, Role::Supervisor) => {
            Some("annulment-link-propose")
        }
        (Role::Officer | Role::Supervisor | Role::Auditor, _) if !said.is_empty() => Some("annulment-link-read"),
        _ => None,
    }
}
