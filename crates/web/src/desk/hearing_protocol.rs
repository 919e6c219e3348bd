//! Writes down what was said at a hearing: the protocol of APPC 74(2). The applicant gets a letter, reads it and may say what is wrong with it.

use super::Row;
use super::act::{ActPage, Confirm, Form, Opened, Step, error_of, findings, kept, open, text};
use super::letter::preview;
use super::{collection, hearing};
use crate::forms::{Control, Fields, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use office::record_hearing::{self, Written, record_hearing};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::RecordHearing, noun: "hearing-protocol", name: "hearing-protocol" };

const SAID_ROWS: u8 = 12;
/// Fields that are posted again with the last word.
const FIELDS: [&str; 5] = ["from", "to", "secretary", "present", "said"];

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(record)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    ask(&visit, &opened, &kept(&visit).await?, &[])
}

async fn record(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let (office, actor, step) = (&visit.state.office, visit.actor()?, Step::of(&fields));
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let written = read(&fields);
    if step == Step::Send {
        let seen = (&opened.view, opened.version);
        return match record_hearing(office, actor, seen, written, &visit.moment).await {
            Ok(()) => Ok(opened.done(&visit)),
            Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
        };
    }
    match record_hearing::act(office, actor, &opened.view, written, visit.moment.now).await {
        Ok(act) => look(&visit, &opened, &fields, act),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

fn read(fields: &Fields) -> Written {
    let time = |name: &str| collection::read_time(fields.trimmed(name));
    Written {
        times: time("from").zip(time("to")),
        secretary: text(fields, "secretary"),
        present: text(fields, "present"),
        said: text(fields, "said"),
    }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let word = t.s("frame-title-error");
    let error = |field: &str| error_of(visit, PAGE, found, field);
    let time = |name: &str, key: &str| {
        Control::text(name, t.s(key)).hint(Some(t.s("desk-collection-time-hint"))).value(fields.get(name))
    };
    let controls = vec![
        time("from", "desk-hearing-protocol-from").width("govuk-input--width-5").error(error("times"), word.clone()),
        time("to", "desk-hearing-protocol-to").width("govuk-input--width-5"),
        Control::text("secretary", t.s("hearing-row-secretary"))
            .hint(Some(t.s("desk-hearing-protocol-secretary-hint")))
            .value(fields.get("secretary"))
            .error(error("secretary"), word.clone()),
        Control::text("present", t.s("hearing-row-present"))
            .hint(Some(t.s("desk-hearing-protocol-present-hint")))
            .value(fields.get("present"))
            .error(error("present"), word.clone()),
        Control::textarea("said", t.s("hearing-row-said"), SAID_ROWS)
            .hint(Some(t.s("desk-hearing-protocol-said-hint")))
            .value(fields.get("said"))
            .error(error("said"), word),
    ];
    let facts = hearing::facts(visit, &opened.view);
    opened.ask(visit, Form { leads: opened.lead(visit), facts, controls })
}

fn look(visit: &Visit, opened: &Opened, fields: &Fields, act: Act) -> Outcome {
    let t = visit.t();
    let row = |name: &str| Row::new(t.s(&format!("hearing-row-{name}")), text(fields, name));
    let times = format!("{}–{}", fields.trimmed("from"), fields.trimmed("to"));
    let rows = vec![Row::new(t.s("hearing-row-when"), times), row("secretary"), row("present"), row("said")];
    let hidden = FIELDS.iter().map(|name| Row::new(*name, text(fields, name))).collect();
    let letter = preview(visit, &opened.view, act)?;
    opened.confirm(visit, Confirm { leads: opened.lead(visit), rows, hidden, letter, decision: None })
}
