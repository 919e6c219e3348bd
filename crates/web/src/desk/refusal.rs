//! Refuses: at least one ground of the law, and reasons in words (Law on public services 19-1(2), APPC 80(1)).

use super::act::{
    ActPage, Confirm, Confirmation, Form, Opened, Step, TEXT_CHARS_MAX, error_of, findings, kept, open, text,
};
use super::letter::preview;
use super::{Row, decision, key};
use crate::forms::{Control, Fields, Item, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use domain::refusal::Ground;
use office::refuse::{Written, refuse};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::Refuse, noun: "refusal", name: "refusal" };

/// Reasons shorter than this tell nobody what is wrong, characters.
pub const REASONS_CHARS_MIN: usize = 40;
const REASONS_ROWS: u8 = 8;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(decide)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    let mut fields = kept(&visit).await?;
    // What was planned is what is refused, unless the officer takes something back.
    if let Some(own) = opened.view.state.hearing().filter(|_| !fields.has("reasons")) {
        let grounds: Vec<&str> = own.grounds.iter().map(|ground| ground.as_str()).collect();
        fields.put("grounds", &grounds.join(" "));
        fields.put("reasons", &own.reasons);
    }
    ask(&visit, &opened, &fields, &[])
}

async fn decide(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let (grounds, reasons) = match read(&fields) {
        Ok(read) => read,
        Err(found) => return ask(&visit, &opened, &fields, &found),
    };
    let written = Written { grounds, reasons };
    match step {
        Step::Preview | Step::Edit => return look(&visit, &opened, written, &[]).await,
        Step::Sign => return decision::prepare(&visit, &opened, written.into()).await,
        Step::Send => {}
    }
    let (office, code) = (&visit.state.office, fields.trimmed("code"));
    let seen = (opened.id, opened.version);
    let Err(error) = refuse(office, visit.actor()?, seen, written.clone(), code, &visit.moment).await else {
        return Ok(opened.done(&visit));
    };
    let found = findings(error)?;
    match found.iter().any(|one| one.field == "code") {
        true => look(&visit, &opened, written, &found).await,
        false => ask(&visit, &opened, &fields, &found),
    }
}

/// Grounds and reasons, or all that is missing of them.
pub(super) fn read(fields: &Fields) -> Result<(Vec<Ground>, String), Vec<Finding>> {
    let chosen: Vec<&str> = fields.get("grounds").split_whitespace().collect();
    let grounds: Vec<Ground> = Ground::ALL.into_iter().filter(|ground| chosen.contains(&ground.as_str())).collect();
    let reasons = text(fields, "reasons");
    let mut found = vec![];
    if grounds.is_empty() {
        found.push(Finding::new("grounds", "missing"));
    }
    match reasons.chars().count() {
        0 => found.push(Finding::new("reasons", "missing")),
        count if count < REASONS_CHARS_MIN => found.push(Finding::new("reasons", "short")),
        count if count > TEXT_CHARS_MAX => found.push(Finding::new("reasons", "too-long")),
        _ => {}
    }
    if found.is_empty() { Ok((grounds, reasons)) } else { Err(found) }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let word = t.s("frame-title-error");
    let short = found.iter().any(|one| one.code == "short");
    let reasons_error = match short {
        true => Some(t.f("desk-refusal-reasons-error-short", "min", REASONS_CHARS_MIN)),
        false => error_of(visit, PAGE, found, "reasons"),
    };
    let grounds = Ground::ALL.into_iter().map(|one| Item::new(one.as_str(), t.s(&key("ground-", one.as_str()))));
    let hint = format!("{} {}", t.s("desk-refusal-reasons-hint"), t.f("desk-text-max", "max", TEXT_CHARS_MAX));
    let controls = vec![
        Control::checkboxes("grounds", t.s("desk-refusal-grounds"), grounds.collect())
            .hint(Some(t.s("desk-refusal-grounds-hint")))
            .value(fields.get("grounds"))
            .error(error_of(visit, PAGE, found, "grounds"), word.clone()),
        Control::textarea("reasons", t.s("desk-refusal-reasons"), REASONS_ROWS)
            .hint(Some(hint))
            .value(fields.get("reasons"))
            .error(reasons_error, word),
    ];
    let facts = super::hearing::facts(visit, &opened.view);
    let mut leads = opened.lead(visit);
    if opened.view.open_acts.contains(&ActKind::ReturnRequest) {
        leads.push(t.s("desk-return-or-refuse"));
    }
    opened.ask(visit, Form { leads, facts, controls })
}

async fn look(visit: &Visit, opened: &Opened, written: Written, found: &[Finding]) -> Outcome {
    let (t, Written { grounds, reasons }) = (visit.t(), written);
    let letter = preview(visit, &opened.view, Act::Refuse { grounds: grounds.clone(), reasons: reasons.clone() })?;
    let named: Vec<String> = grounds.iter().map(|ground| t.s(&key("ground-", ground.as_str()))).collect();
    let rows = vec![
        Row::new(t.s("desk-refusal-grounds"), named.join("; ")),
        Row::new(t.s("desk-refusal-reasons"), reasons.clone()),
    ];
    let posted: Vec<&str> = grounds.iter().map(|ground| ground.as_str()).collect();
    let hidden = vec![Row::new("grounds", posted.join(" ")), Row::new("reasons", reasons)];
    let decision = Some(Confirmation::of(visit, PAGE, found).await?);
    opened.confirm(visit, Confirm { leads: vec![], rows, hidden, letter, decision })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "The+medical+document+names+another+person+than+the+passport+page.";

    #[test]
    fn free_text_alone_is_no_refusal() {
        let found = read(&Fields::decode(format!("reasons={LONG}").as_bytes())).unwrap_err();
        assert_eq!(found, [Finding::new("grounds", "missing")]);
        let found = read(&Fields::decode(b"grounds=late&reasons=Late.")).unwrap_err();
        assert_eq!(found, [Finding::new("grounds", "missing"), Finding::new("reasons", "short")]);
    }

    #[test]
    fn several_boxes_of_one_name_and_the_posted_list_read_the_same() {
        let boxes = format!("grounds=no_consent&grounds=unreliable_documents&reasons={LONG}");
        let list = format!("grounds=unreliable_documents+no_consent&reasons={LONG}");
        let read = |body: &str| read(&Fields::decode(body.as_bytes())).unwrap();
        assert_eq!(read(&boxes), read(&list));
        assert_eq!(read(&boxes).0, [Ground::UnreliableDocuments, Ground::NoConsent], "in the law's order");
    }
}
