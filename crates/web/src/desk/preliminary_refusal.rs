//! Tells the applicant that a refusal is planned (APPC 73(1)): grounds, what is wrong, how it can be mended, and the day of the decision. There
//! only where the service hears; a favourable decision needs none of it.

use super::act::{ActPage, Confirm, Form, Opened, Step, TEXT_CHARS_MAX, error_of, findings, kept, open, text};
use super::letter::preview;
use super::refusal::{REASONS_CHARS_MIN, read as read_refusal};
use super::{Row, key};
use crate::forms::{Control, Fields, Item, Posted};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use domain::refusal::Ground;
use office::OfficeError;
use office::plan_refusal::{self, Planned};
use service::Finding;

/// The page.
pub const PAGE: ActPage =
    ActPage { act: ActKind::PlanRefusal, noun: "preliminary-refusal", name: "preliminary-refusal" };

const REASONS_ROWS: u8 = 8;
const REMEDY_ROWS: u8 = 5;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(plan)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    ask(&visit, &opened, &kept(&visit).await?, &[])
}

async fn plan(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let planned = match read(&fields) {
        Ok(planned) => planned,
        Err(found) => return ask(&visit, &opened, &fields, &found),
    };
    let (office, actor, line) = (&visit.state.office, visit.actor()?, &opened.view.line);
    let (seen, of) = ((opened.id, opened.version), (&opened.view.mission.id, line.sent_at));
    if step == Step::Send {
        return match plan_refusal::plan_refusal(office, actor, seen, planned, of, &visit.moment).await {
            Ok(()) => Ok(opened.done(&visit)),
            Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
        };
    }
    match plan_refusal::act(office, actor, planned, of, visit.moment.now).await {
        Ok(act) => look(&visit, &opened, &fields, act),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

/// All that is missing, at once.
fn read(fields: &Fields) -> Result<Planned, Vec<Finding>> {
    let (remedy, day) = (text(fields, "remedy"), fields.trimmed("day").parse().ok());
    let mut more = vec![];
    match remedy.chars().count() {
        0 => more.push(Finding::new("remedy", "missing")),
        count if count > TEXT_CHARS_MAX => more.push(Finding::new("remedy", "too-long")),
        _ => {}
    }
    if day.is_none() {
        more.push(Finding::new("day", "missing"));
    }
    match read_refusal(fields) {
        Ok((grounds, reasons)) if more.is_empty() => Ok(Planned { grounds, reasons, remedy, day }),
        Ok(_) => Err(more),
        Err(found) => Err([found, more].concat()),
    }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let (t, office, view) = (visit.t(), &visit.state.office, &opened.view);
    let word = t.s("frame-title-error");
    let short = found.iter().any(|one| one.code == "short");
    let reasons_error = match short {
        true => Some(t.f("desk-refusal-reasons-error-short", "min", REASONS_CHARS_MIN)),
        false => error_of(visit, PAGE, found, "reasons"),
    };
    let days = office::hearing::days(office, &view.mission.id, view.line.sent_at, visit.moment.now);
    let days = days.map_err(|error: OfficeError| Problem::from(error))?;
    let days = days.into_iter().map(|day| Item::new(day.to_string(), t.date(day)));
    let grounds = Ground::ALL.into_iter().map(|one| Item::new(one.as_str(), t.s(&key("ground-", one.as_str()))));
    let controls = vec![
        Control::checkboxes("grounds", t.s("desk-refusal-grounds"), grounds.collect())
            .hint(Some(t.s("desk-refusal-grounds-hint")))
            .value(fields.get("grounds"))
            .error(error_of(visit, PAGE, found, "grounds"), word.clone()),
        Control::textarea("reasons", t.s("hearing-row-reasons"), REASONS_ROWS)
            .hint(Some(t.f("desk-text-max", "max", TEXT_CHARS_MAX)))
            .value(fields.get("reasons"))
            .error(reasons_error, word.clone()),
        Control::textarea("remedy", t.s("hearing-row-remedy"), REMEDY_ROWS)
            .hint(Some(t.s("desk-preliminary-refusal-remedy-hint")))
            .value(fields.get("remedy"))
            .error(error_of(visit, PAGE, found, "remedy"), word.clone()),
        Control::select("day", t.s("desk-preliminary-refusal-day"), days.collect())
            .hint(Some(t.s("desk-preliminary-refusal-day-hint")))
            .value(fields.get("day"))
            .error(error_of(visit, PAGE, found, "day"), word),
    ];
    opened.ask(visit, Form { leads: opened.lead_after_papers(visit), facts: vec![], controls })
}

fn look(visit: &Visit, opened: &Opened, fields: &Fields, act: Act) -> Outcome {
    let t = visit.t();
    let Act::PlanRefusal { hearing } = &act else { return Err(Problem::NotOpen) };
    let named: Vec<String> = hearing.grounds.iter().map(|ground| t.s(&key("ground-", ground.as_str()))).collect();
    let rows = vec![
        Row::new(t.s("desk-refusal-grounds"), named.join("; ")),
        Row::new(t.s("hearing-row-reasons"), hearing.reasons.clone()),
        Row::new(t.s("hearing-row-remedy"), hearing.remedy.clone()),
    ];
    let hidden = ["grounds", "reasons", "remedy", "day"].map(|name| Row::new(name, text(fields, name))).into();
    let letter = preview(visit, &opened.view, act)?;
    opened.confirm(visit, Confirm { leads: opened.lead(visit), rows, hidden, letter, decision: None })
}
