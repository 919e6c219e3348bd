//! Answers what the applicant says is wrong with the protocol (APPC 74(6)).

use super::Row;
use super::act::{ActPage, Confirm, Form, Opened, Step, error_of, findings, kept, open, text};
use super::hearing;
use super::letter::preview;
use crate::forms::{Control, Fields, Item, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use domain::hearing::Answer;
use office::answer_remarks::{self, answer_remarks};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::AnswerRemarks, noun: "hearing-remarks", name: "hearing-remarks" };

const REASON_ROWS: u8 = 5;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(answer)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    ask(&visit, &opened, &kept(&visit).await?, &[])
}

async fn answer(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let (office, step) = (&visit.state.office, Step::of(&fields));
    let answered = (Answer::from_name(fields.trimmed("answer")), text(&fields, "reason"));
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    if step == Step::Send {
        let seen = (opened.id, opened.version);
        return match answer_remarks(office, visit.actor()?, seen, answered, &visit.moment).await {
            Ok(()) => Ok(opened.done(&visit)),
            Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
        };
    }
    match answer_remarks::act(answered) {
        Ok(act) => look(&visit, &opened, &fields, act),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

fn named(own: Answer) -> String {
    format!("hearing-remarks-{}", own.as_str())
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let word = t.s("frame-title-error");
    let answers = Answer::ALL.map(|own| Item::new(own.as_str(), t.s(&named(own)))).into();
    let controls = vec![
        Control::radios("answer", t.s("hearing-row-answer"), answers)
            .value(fields.get("answer"))
            .error(error_of(visit, PAGE, found, "answer"), word.clone()),
        Control::textarea("reason", t.s("hearing-row-answer-reason"), REASON_ROWS)
            .value(fields.get("reason"))
            .error(error_of(visit, PAGE, found, "reason"), word),
    ];
    let facts = hearing::facts(visit, &opened.view);
    opened.ask(visit, Form { leads: opened.lead(visit), facts, controls })
}

fn look(visit: &Visit, opened: &Opened, fields: &Fields, act: Act) -> Outcome {
    let t = visit.t();
    let mut rows = vec![];
    if let Act::AnswerRemarks { answer, reason } = &act {
        rows.push(Row::new(t.s("hearing-row-answer"), t.s(&named(*answer))));
        rows.push(Row::new(t.s("hearing-row-answer-reason"), reason.clone()));
    }
    let hidden = ["answer", "reason"].map(|name| Row::new(name, text(fields, name))).into();
    let letter = preview(visit, &opened.view, act)?;
    opened.confirm(visit, Confirm { leads: vec![], rows, hidden, letter, decision: None })
}
