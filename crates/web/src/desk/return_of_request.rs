//! Returns a request that was not mended in its time: what is missing still, in words, and the letter (APPC 64(7)).

use super::Row;
use super::act::{ActPage, Confirm, Form, Opened, Step, TEXT_CHARS_MAX, error_of, findings, kept, open, text};
use super::clock::Clock;
use super::letter::preview;
use crate::forms::{Control, Fields, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use office::return_request::{reasons, return_request};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::ReturnRequest, noun: "return", name: "return" };

const REASONS_ROWS: u8 = 8;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(give_back)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    let mut fields = kept(&visit).await?;
    if let Some(asked) = opened.view.state.correction().filter(|_| !fields.has("reasons")) {
        fields.put("reasons", &reasons(&visit.state.office, asked, opened.view.letters_in));
    }
    ask(&visit, &opened, &fields, &[])
}

async fn give_back(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let reasons = match read(&fields) {
        Ok(reasons) => reasons,
        Err(found) => return ask(&visit, &opened, &fields, &[found]),
    };
    if step != Step::Send {
        return look(&visit, &opened, reasons);
    }
    let office = &visit.state.office;
    match return_request(office, visit.actor()?, opened.id, opened.version, reasons, &visit.moment).await {
        Ok(()) => Ok(opened.done(&visit)),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

fn read(fields: &Fields) -> Result<String, Finding> {
    let reasons = text(fields, "reasons");
    match reasons.chars().count() {
        0 => Err(Finding::new("reasons", "missing")),
        count if count > TEXT_CHARS_MAX => Err(Finding::new("reasons", "too-long")),
        _ => Ok(reasons),
    }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let clock = Clock::of(visit, &opened.view.mission.id);
    let mut leads = opened.lead(visit);
    leads.push(t.s("desk-return-or-refuse"));
    leads.extend(opened.view.line.return_by.map(|at| t.f("desk-return-by", "when", clock.full(at))));
    let hint = format!("{} {}", t.s("desk-return-reasons-hint"), t.f("desk-text-max", "max", TEXT_CHARS_MAX));
    let reasons = Control::textarea("reasons", t.s("desk-return-reasons"), REASONS_ROWS)
        .hint(Some(hint))
        .value(fields.get("reasons"))
        .error(error_of(visit, PAGE, found, "reasons"), t.s("frame-title-error"));
    opened.ask(visit, Form { leads, facts: vec![], controls: vec![reasons] })
}

fn look(visit: &Visit, opened: &Opened, reasons: String) -> Outcome {
    let letter = preview(visit, &opened.view, Act::ReturnRequest { reasons: reasons.clone() })?;
    let rows = vec![Row::new(visit.t().s("desk-return-reasons"), reasons.clone())];
    let hidden = vec![Row::new("reasons", reasons)];
    opened.confirm(visit, Confirm { leads: vec![], rows, hidden, letter, decision: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_says_what_is_missing() {
        let read = |body: &str| read(&Fields::decode(body.as_bytes()));
        assert_eq!(read("reasons=+%0A").unwrap_err(), Finding::new("reasons", "missing"));
        let long = format!("reasons={}", "x".repeat(TEXT_CHARS_MAX + 1));
        assert_eq!(read(&long).unwrap_err(), Finding::new("reasons", "too-long"));
        assert_eq!(read("reasons=Page+2%0D%0APage+3").unwrap(), "Page 2\nPage 3");
    }
}
