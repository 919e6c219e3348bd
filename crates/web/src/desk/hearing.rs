//! Sets the time at which the applicant is heard (APPC 73(3)), on the mission's clock; also another time. What was said so far stands above.

use super::Row;
use super::act::{ActPage, Confirm, Form, Opened, Step, error_of, findings, kept, open, text};
use super::clock::Clock;
use super::collection;
use super::letter::preview;
use crate::forms::{Control, Fields, Posted};
use crate::portal::hearing::rows;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use domain::hearing::Hearing;
use office::cases::CaseView;
use office::set_hearing::{self, set_hearing};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::SetHearing, noun: "hearing", name: "hearing" };

const PLACE_ROWS: u8 = 3;
/// Fields that are posted again with the last word.
const FIELDS: [&str; 5] = ["at-day", "at-month", "at-year", "time", "place"];

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(set)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    ask(&visit, &opened, &kept(&visit).await?, &[])
}

async fn set(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let at = match collection::read(&fields) {
        Ok(at) => at,
        Err(finding) => return ask(&visit, &opened, &fields, &[finding]),
    };
    let (office, actor, mission) = (&visit.state.office, visit.actor()?, &opened.view.mission.id);
    let typed = (at, text(&fields, "place"));
    if step == Step::Send {
        let seen = (opened.id, opened.version);
        return match set_hearing(office, actor, seen, typed, mission, &visit.moment).await {
            Ok(()) => Ok(opened.done(&visit)),
            Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
        };
    }
    match set_hearing::act(office, actor, typed, mission, visit.moment.now).await {
        Ok(act) => look(&visit, &opened, &fields, act),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let (t, clock) = (visit.t(), Clock::of(visit, &opened.view.mission.id));
    let word = t.s("frame-title-error");
    let today = visit.moment.now.to_zoned(clock.zone().clone()).date();
    let mut controls = collection::when(&t, fields, today, error_of(visit, PAGE, found, "at"));
    controls.push(
        Control::textarea("place", t.s("desk-hearing-place"), PLACE_ROWS)
            .hint(Some(t.s("desk-hearing-place-hint")))
            .value(fields.get("place"))
            .error(error_of(visit, PAGE, found, "place"), word),
    );
    let mut leads = opened.lead(visit);
    leads.push(t.f("desk-collection-zone", "zone", clock.zone_name()));
    opened.ask(visit, Form { leads, facts: facts(visit, &opened.view), controls })
}

fn look(visit: &Visit, opened: &Opened, fields: &Fields, act: Act) -> Outcome {
    let (t, clock) = (visit.t(), Clock::of(visit, &opened.view.mission.id));
    let Act::SetHearing { meeting, .. } = &act else { return Err(Problem::NotOpen) };
    let rows = vec![
        Row::new(t.s("hearing-row-when"), clock.full(meeting.at)),
        Row::new(t.s("hearing-row-place"), meeting.place.clone()),
    ];
    let hidden = FIELDS.iter().map(|name| Row::new(*name, fields.get(name))).collect();
    let letter = preview(visit, &opened.view, act)?;
    opened.confirm(visit, Confirm { leads: opened.lead(visit), rows, hidden, letter, decision: None })
}

/// What is planned and was said, of the hearing that goes on.
pub fn facts(visit: &Visit, view: &CaseView) -> Vec<Row> {
    view.state.hearing().map(|own| lines(visit, view, own)).unwrap_or_default()
}

/// The lines of a hearing on the mission's clock.
pub fn lines(visit: &Visit, view: &CaseView, own: &Hearing) -> Vec<Row> {
    let clock = Clock::of(visit, &view.mission.id);
    let lines = rows(&visit.t(), own, &|at| clock.full(at));
    lines.into_iter().map(|(label, value)| Row::new(label, value)).collect()
}

/// Hearings on the page of the case: heading and lines, the first one first.
pub fn sections(visit: &Visit, view: &CaseView) -> Vec<(String, Vec<Row>)> {
    let clock = Clock::of(visit, &view.mission.id);
    let heading = |own: &Hearing| visit.t().f("hearing-heading", "when", clock.full(own.told_at));
    view.hearings.iter().map(|own| (heading(own), lines(visit, view, own))).collect()
}
