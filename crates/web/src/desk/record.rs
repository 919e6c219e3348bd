//! Makes the record of the act of death: grants. The certificate follows by itself; its number is given when the record is made.

use super::act::{ActPage, Confirm, Confirmation, Opened, Step, error_of, findings, kept, open, text};
use super::checks;
use super::clock::Clock;
use super::decision;
use super::letter::preview;
use crate::forms::{Control, Fields, Posted};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use domain::application::{Act, ActKind};
use domain::certificate::ActRecord;
use office::despite::{self, REASON};
use office::grant;
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::Grant, noun: "record", name: "record" };

/// Stands in the preview where the number will be.
const NUMBER_TO_COME: &str = "…";
const REASON_ROWS: u8 = 4;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(grant)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    look(&visit, &open(&visit, &named, PAGE).await?, &kept(&visit).await?, &[]).await
}

async fn grant(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    let (seen, reason) = ((opened.id, opened.version), text(&fields, REASON));
    let done = match Step::of(&fields) {
        Step::Send => grant::grant(office, actor, seen, reason, fields.trimmed("code"), moment).await.map(|()| None),
        Step::Sign => decision::prepared(&visit, actor, seen, despite::grant(reason)).await.map(Some),
        Step::Edit | Step::Preview => return look(&visit, &opened, &fields, &[]).await,
    };
    match done {
        Ok(page) => Ok(page.unwrap_or_else(|| opened.done(&visit))),
        Err(error) => look(&visit, &opened, &fields, &findings(error)?).await,
    }
}

async fn look(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let clock = Clock::of(visit, &opened.view.mission.id);
    let date = visit.moment.now.to_zoned(clock.zone().clone()).date();
    let Actor::Staff { officer, .. } = visit.actor()? else { return Err(Problem::NotAllowed) };
    let record = ActRecord { number: NUMBER_TO_COME.to_owned(), date, made_by: *officer };
    let letter = preview(visit, &opened.view, Act::Grant { record })?;
    let mut leads = opened.lead_after_papers(visit);
    leads.push(visit.t().s("desk-record-check"));
    let against = despite::of_case(&visit.state.office, visit.actor()?, opened.id, visit.moment.now).await?;
    let mut confirmation = Confirmation::of(visit, PAGE, found).await?;
    if !against.is_empty() {
        leads.push(visit.t().s("checks-despite-lead"));
        leads.extend(checks::told(visit, &against));
        confirmation.reason = Some(reason(visit, fields, found));
    }
    opened.confirm(visit, Confirm { leads, rows: vec![], hidden: vec![], letter, decision: Some(confirmation) })
}

/// Why the record is made although a check does not agree.
fn reason(visit: &Visit, fields: &Fields, found: &[Finding]) -> Control {
    let t = visit.t();
    Control::textarea(REASON, t.s("checks-despite"), REASON_ROWS)
        .hint(Some(t.s("checks-despite-hint")))
        .value(fields.get(REASON))
        .error(error_of(visit, PAGE, found, REASON), t.s("frame-title-error"))
}
