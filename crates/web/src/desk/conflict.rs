//! A case that is an officer's own or a close relative's: the officer says so, the head of the section sees who, and may lift it.

use super::act::{TEXT_CHARS_MAX, findings, kept, text};
use super::bar::Bar;
use super::clock::Clock;
use super::notes::NoteLine;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::{Actor, Role};
use domain::ids::{ApplicationId, OfficerId};
use domain::paper::OfficerLine;
use office::cases::CaseView;
use office::declare_conflict::{declare, lift, may_declare};
use service::Finding;
use store::conflict::{Said, bars};

const REASON: &str = "reason";
/// Name of the field of what one says of oneself.
const OWN_REASON: &str = "own_reason";
/// The step of it.
const OWN: &str = "declare";
const OFFICER: &str = "officer";
const REASON_ROWS: u8 = 3;

/// What was said, of whom and by whom.
type Line = (Said, Option<OfficerLine>, Option<OfficerLine>);

/// The page.
#[derive(Template)]
#[template(path = "desk/conflict.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// What the page is for.
    pub lead: String,
    /// What can be said here; nothing for who only reads.
    pub forms: Vec<Ask>,
    /// What was said, the newest first.
    pub notes: Vec<NoteLine>,
}

/// Questions of one form, and its button.
pub struct Ask {
    /// The questions.
    pub controls: Vec<Control>,
    /// Key of the button.
    pub button: &'static str,
    /// What it says.
    pub step: &'static str,
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
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let is_own = fields.get("act") == OWN || actor.role() != Role::Supervisor;
    let said = match (is_own, fields.trimmed(OFFICER).parse::<OfficerId>()) {
        (true, _) => declare(office, actor, id, text(&fields, OWN_REASON), &visit.moment).await,
        (false, Ok(officer)) => lift(office, actor, id, officer, text(&fields, REASON), &visit.moment).await,
        (false, Err(_)) => return page(&visit, id, &fields, &[Finding::new(OFFICER, "missing")]).await,
    };
    match said {
        Ok(()) if actor.role() == Role::Reviewer => Ok(visit.go("/desk/complaints")),
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(error) => {
            let mut found = findings(error)?;
            if is_own {
                found.iter_mut().for_each(|one| OWN_REASON.clone_into(&mut one.field));
            }
            page(&visit, id, &fields, &found).await
        }
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let view = office::cases::get(office, actor, id, visit.moment.now).await?;
    let said: &[Line] = match (&view.desk, actor.role()) {
        (Some(desk), _) => &desk.conflicts,
        // A reviewer reads the file of a complaint, not what the desk keeps for itself.
        (None, Role::Reviewer) => &[],
        (None, _) => return Err(Problem::NotFound),
    };
    let t = visit.t();
    let recused = office::decide_recusal::recused(&view.motions.words());
    let (lead, forms) = questions(visit, fields, found, (said, &recused))?;
    let clock = Clock::of(visit, &view.mission.id);
    let heading = t.f("conflict-title", "reference", &view.line.reference);
    let back = visit.url(&format!("/desk/cases/{id}"));
    let errors = forms.iter().flat_map(|own| error_lines(&own.controls)).collect();
    let frame = visit.frame(heading).back(back).errors(errors).wide();
    let notes = said.iter().rev().map(|own| note(visit, &clock, own)).collect();
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(status, &Page { frame, bar: Bar::of(visit, &view), lead: t.s(lead), forms, notes })
}

/// What this person can say here: the key of the lead, and the forms.
fn questions(
    visit: &Visit,
    fields: &Fields,
    found: &[Finding],
    (said, recused): (&[Line], &[OfficerId]),
) -> Result<(&'static str, Vec<Ask>), Problem> {
    let t = visit.t();
    let all: Vec<Said> = said.iter().map(|(own, ..)| own.clone()).collect();
    let actor = visit.actor()?;
    let Actor::Staff { role, officer: me, .. } = actor else { return Err(Problem::NotAllowed) };
    let error = |name: &str, key: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        Some(t.f(&format!("conflict-error-{key}-{}", own.code), "max", TEXT_CHARS_MAX))
    };
    let reason = |name: &'static str, label: &str, hint: &str| {
        Control::textarea(name, t.s(label), REASON_ROWS)
            .hint(Some(t.s(hint)))
            .value(fields.get(name))
            .error(error(name, REASON), t.s("frame-title-error"))
    };
    let mut forms = vec![];
    // What was granted to the applicant is final (APPC 67(10)).
    let mut barred = barred(said, &all);
    barred.retain(|own| !recused.iter().any(|one| one.to_string() == own.value));
    if *role == Role::Supervisor && !barred.is_empty() && !bars(&all, *me) {
        let who = Control::radios(OFFICER, t.s("conflict-officer"), barred).value(fields.get(OFFICER));
        let who = who.error(error(OFFICER, OFFICER), t.s("frame-title-error"));
        let why = reason(REASON, "conflict-lift-reason", "conflict-lift-hint");
        forms.push(Ask { controls: vec![who, why], button: "conflict-lift-button", step: "lift" });
    }
    let lead = if forms.is_empty() { "conflict-lead" } else { "conflict-lift-lead" };
    if may_declare(actor) && !bars(&all, *me) {
        let why = reason(OWN_REASON, "conflict-reason", "conflict-reason-hint");
        forms.push(Ask { controls: vec![why], button: "conflict-button", step: OWN });
    }
    Ok((if forms.is_empty() { "conflict-only-read" } else { lead }, forms))
}

/// Who may not decide it now.
fn barred(said: &[Line], all: &[Said]) -> Vec<Item> {
    let mut barred: Vec<Item> = vec![];
    for (own, who, _) in said.iter().filter(|(own, ..)| own.bars && bars(all, own.officer)) {
        let item = Item::new(own.officer.to_string(), who.as_ref().map_or("", |own| own.name.as_str()));
        if !barred.iter().any(|other| other.value == item.value) {
            barred.push(item);
        }
    }
    barred
}

/// What was said of people and the case.
pub fn lines(visit: &Visit, clock: &Clock<'_>, view: &CaseView) -> Vec<NoteLine> {
    view.desk.iter().flat_map(|desk| desk.conflicts.iter().rev().map(|own| note(visit, clock, own))).collect()
}

fn note(
    visit: &Visit,
    clock: &Clock<'_>,
    (own, of, by): &(Said, Option<OfficerLine>, Option<OfficerLine>),
) -> NoteLine {
    let t = visit.t();
    let name = |line: &Option<OfficerLine>| line.as_ref().map(|own| own.name.clone()).unwrap_or_default();
    let said = t.f(if own.bars { "conflict-said" } else { "conflict-lifted" }, "name", name(of));
    NoteLine { meta: format!("{said} · {} · {}", clock.full(own.said_at), name(by)), text: own.reason.clone() }
}
