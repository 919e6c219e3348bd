//! Declines to register: a reason of the law and, in words, what the person can do (Law on public services 19, APPC 64(6)).

use super::act::{ActPage, Confirm, Form, Offer, Opened, Step, TEXT_CHARS_MAX, error_of, findings, kept, open, text};
use super::letter::preview;
use super::{Row, key};
use crate::forms::{Control, Fields, Item, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind, DeclineReason};
use office::decline_registration::decline_registration;
use service::Finding;

/// The page.
pub const PAGE: ActPage =
    ActPage { act: ActKind::DeclineRegistration, noun: "declined-registration", name: "declined" };

const REMEDY_ROWS: u8 = 6;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(decline)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    ask(&visit, &opened, &kept(&visit).await?, &[])
}

async fn decline(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let (reason, remedy) = match read(&fields, &DeclineReason::OFFICERS) {
        Ok(read) => read,
        Err(found) => return ask(&visit, &opened, &fields, &found),
    };
    if step == Step::Preview {
        return look(&visit, &opened, reason, remedy);
    }
    let office = &visit.state.office;
    match decline_registration(office, visit.actor()?, opened.id, opened.version, reason, remedy, &visit.moment).await {
        Ok(()) => Ok(opened.done(&visit)),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

/// One of `reasons` and the remedy, or all that is wrong with either.
pub(super) fn read(fields: &Fields, reasons: &[DeclineReason]) -> Result<(DeclineReason, String), Vec<Finding>> {
    let reason = reasons.iter().copied().find(|one| one.as_str() == fields.trimmed("reason"));
    let remedy = text(fields, "remedy");
    let mut found = vec![];
    if reason.is_none() {
        found.push(Finding::new("reason", "missing"));
    }
    match remedy.chars().count() {
        0 => found.push(Finding::new("remedy", "missing")),
        count if count > TEXT_CHARS_MAX => found.push(Finding::new("remedy", "too-long")),
        _ => {}
    }
    match reason {
        Some(reason) if found.is_empty() => Ok((reason, remedy)),
        _ => Err(found),
    }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let controls = controls(visit, fields, found, &DeclineReason::OFFICERS);
    opened.ask(visit, Form { leads: opened.lead(visit), facts: vec![], controls })
}

/// The choice of the reason and the text of the remedy.
pub(super) fn controls(visit: &Visit, fields: &Fields, found: &[Finding], reasons: &[DeclineReason]) -> Vec<Control> {
    let t = visit.t();
    let word = t.s("frame-title-error");
    let error = |field| error_of(visit, PAGE, found, field);
    let reasons = reasons.iter().map(|one| Item::new(one.as_str(), t.s(&key("decline-", one.as_str()))));
    let hint = format!("{} {}", t.s("desk-declined-remedy-hint"), t.f("desk-text-max", "max", TEXT_CHARS_MAX));
    vec![
        Control::radios("reason", t.s("desk-declined-reason"), reasons.collect())
            .value(fields.trimmed("reason"))
            .error(error("reason"), word.clone()),
        Control::textarea("remedy", t.s("desk-declined-remedy"), REMEDY_ROWS)
            .hint(Some(hint))
            .value(fields.get("remedy"))
            .error(error("remedy"), word),
    ]
}

fn look(visit: &Visit, opened: &Opened, reason: DeclineReason, remedy: String) -> Outcome {
    let t = visit.t();
    let letter = preview(visit, &opened.view, Act::DeclineRegistration { reason, remedy: remedy.clone() })?;
    let rows = vec![
        Row::new(t.s("desk-declined-reason"), t.s(&key("decline-", reason.as_str()))),
        Row::new(t.s("desk-declined-remedy"), remedy.clone()),
    ];
    let hidden = vec![Row::new("reason", reason.as_str()), Row::new("remedy", remedy)];
    opened.confirm_or(
        visit,
        Confirm { leads: vec![], rows, hidden, letter, decision: None },
        offer(visit, opened, reason),
    )
}

/// A mission that is not competent forwards the application (APPC 65(1)): the person need not apply again.
fn offer(visit: &Visit, opened: &Opened, reason: DeclineReason) -> Option<Offer> {
    let is_elsewhere = reason == DeclineReason::WrongMission && opened.view.open_acts.contains(&ActKind::Transfer);
    let days = visit.state.office.catalogue().passport().transfer.working_days;
    is_elsewhere.then(|| Offer {
        sentence: visit.t().n("desk-declined-forward", "days", days),
        link: visit.t().s("desk-declined-forward-link"),
        url: visit.url(&format!("/desk/cases/{}/transfer", opened.id)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_and_a_remedy_are_both_needed_and_told_at_once() {
        let found = read(&Fields::decode(b"reason=nothing&remedy=+"), &DeclineReason::OFFICERS).unwrap_err();
        let codes: Vec<(&str, &str)> = found.iter().map(|one| (one.field.as_str(), one.code)).collect();
        assert_eq!(codes, [("reason", "missing"), ("remedy", "missing")]);
        assert!(
            read(&Fields::decode(b"reason=signature_invalid&remedy=x"), &DeclineReason::OFFICERS).is_err(),
            "only the system says so"
        );
        let (reason, remedy) =
            read(&Fields::decode(b"reason=wrong_mission&remedy=+Ask+Paris+"), &DeclineReason::OFFICERS).unwrap();
        assert_eq!((reason, remedy.as_str()), (DeclineReason::WrongMission, "Ask Paris"));
    }

    #[test]
    fn a_text_has_an_end() {
        let body = format!("reason=wrong_mission&remedy={}", "x".repeat(TEXT_CHARS_MAX + 1));
        assert_eq!(
            read(&Fields::decode(body.as_bytes()), &DeclineReason::OFFICERS).unwrap_err(),
            [Finding::new("remedy", "too-long")]
        );
    }
}
