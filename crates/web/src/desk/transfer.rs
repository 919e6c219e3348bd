//! Forwards the application to the competent mission (APPC 65(1)): which, why, and the letter; after it the case is theirs.

use super::Row;
use super::act::{ActPage, Confirm, Form, Opened, Step, TEXT_CHARS_MAX, error_of, findings, kept, open, text};
use super::clock::Clock;
use super::letter::preview;
use super::statistics::mission_name;
use crate::forms::{Control, Fields, Item, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind, State};
use domain::ids::MissionId;
use office::transfer::{forward_by, suggested, transfer};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::Transfer, noun: "transfer", name: "transfer" };

const REASON_ROWS: u8 = 4;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(forward)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    ask(&visit, &opened, &kept(&visit).await?, &[])
}

async fn forward(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let (to, reason) = match read(&visit, &opened, &fields) {
        Ok(read) => read,
        Err(found) => return ask(&visit, &opened, &fields, &found),
    };
    if step == Step::Preview {
        return look(&visit, &opened, &to, reason);
    }
    let office = &visit.state.office;
    match transfer(office, visit.actor()?, opened.id, opened.version, to, reason, &visit.moment).await {
        // The case is not theirs any more: there is nothing to go back to.
        Ok(()) => Ok(visit.go("/desk/queue?taken=transfer")),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

fn read(visit: &Visit, opened: &Opened, fields: &Fields) -> Result<(MissionId, String), Vec<Finding>> {
    let to = MissionId(fields.trimmed("mission").to_owned());
    let reason = text(fields, "reason");
    let mut found = vec![];
    if visit.state.office.catalogue().mission(&to).is_none() {
        found.push(Finding::new("mission", "missing"));
    } else if to == opened.view.mission.id {
        found.push(Finding::new("mission", "same"));
    }
    match reason.chars().count() {
        0 => found.push(Finding::new("reason", "missing")),
        count if count > TEXT_CHARS_MAX => found.push(Finding::new("reason", "too-long")),
        _ => {}
    }
    if found.is_empty() { Ok((to, reason)) } else { Err(found) }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let word = t.s("frame-title-error");
    let (office, own) = (&visit.state.office, &opened.view.mission.id);
    let first = suggested(office, &opened.view.request, own);
    let others = office.catalogue().missions().iter().map(|one| one.id.clone());
    let others = others.filter(|id| id != own && !first.contains(id));
    let items: Vec<Item> =
        first.iter().cloned().chain(others).map(|id| Item::new(id.0.clone(), mission_name(visit, &id))).collect();
    let error = |field| error_of(visit, PAGE, found, field);
    let controls = vec![
        Control::select("mission", t.s("desk-transfer-mission"), items)
            .hint(Some(t.s("desk-transfer-mission-hint")))
            .value(fields.trimmed("mission"))
            .error(error("mission"), word.clone()),
        Control::textarea("reason", t.s("desk-transfer-reason"), REASON_ROWS)
            .hint(Some(t.f("desk-text-max", "max", TEXT_CHARS_MAX)))
            .value(fields.get("reason"))
            .error(error("reason"), word),
    ];
    let clock = Clock::of(visit, own);
    // The term of a mission that got it by forwarding runs from then.
    let since = match &opened.view.state {
        State::Transferred { transferred_at, .. } => transferred_at.to_zoned(clock.zone().clone()).date(),
        _ => opened.view.registration_date,
    };
    let until = forward_by(office, own, since)?;
    let key = if visit.moment.now > until { "desk-transfer-late" } else { "desk-transfer-until" };
    let mut leads = opened.lead(visit);
    leads.push(t.f(key, "when", clock.full(until)));
    opened.ask(visit, Form { leads, facts: vec![], controls })
}

fn look(visit: &Visit, opened: &Opened, to: &MissionId, reason: String) -> Outcome {
    let t = visit.t();
    let from = opened.view.mission.id.clone();
    let letter = preview(visit, &opened.view, Act::Transfer { from, to: to.clone(), reason: reason.clone() })?;
    let rows = vec![
        Row::new(t.s("desk-transfer-mission"), mission_name(visit, to)),
        Row::new(t.s("desk-transfer-reason"), reason.clone()),
    ];
    let hidden = vec![Row::new("mission", to.0.clone()), Row::new("reason", reason)];
    opened.confirm(visit, Confirm { leads: opened.lead(visit), rows, hidden, letter, decision: None })
}
