//! The handover at the desk: who receives (Family Code 273), which identity document was seen, the originals, the papers surrendered.

use super::act::{ActPage, Confirm, Form, Opened, Step, error_of, findings, kept, open, text};
use super::clock::Clock;
use super::letter::preview;
use super::{Row, key};
use crate::forms::{Control, Fields, Item, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind, Handover, State};
use domain::blank::BlankNumber;
use domain::motion::Word;
use domain::receiver::{RECEIVER_CHARS_MAX, RECEIVER_KINDS, Receiver};
use domain::request::Collector;
use office::accept_paper::IDENTITY_DOCUMENTS;
use office::hand_over::{HandOverInput, TEXT_CHARS_MAX, blank_in_hand, hand_over};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::HandOver, noun: "handover", name: "handover" };

const SURRENDERED_ROWS: u8 = 3;
/// Fields that are posted again with the last word.
const FIELDS: [&str; 8] = [
    "receiver",
    "receiver_name",
    "receiver_paper",
    "identity_document",
    "identity_number",
    "originals_seen",
    "surrendered",
    "blank",
];

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(hand)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    let mut fields = kept(&visit).await?;
    if !fields.has("receiver_name") {
        fields.put("receiver_name", &expected_name(&opened));
    }
    if !fields.has("surrendered") {
        fields.put("surrendered", &declared(&visit, &opened).join("\n"));
    }
    ask(&visit, &opened, &fields, &[])
}

async fn hand(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let (input, blank) = match (read(&fields), in_hand(&opened, &fields)) {
        (Ok(input), Ok(blank)) => (input, blank),
        (read, blank) => {
            let found: Vec<Finding> = read.err().into_iter().flatten().chain(blank.err()).collect();
            return ask(&visit, &opened, &fields, &found);
        }
    };
    if step == Step::Preview {
        return look(&visit, &opened, &fields, (&input, blank));
    }
    let office = &visit.state.office;
    match hand_over(office, visit.actor()?, opened.id, opened.version, input, &visit.moment).await {
        Ok(()) => Ok(opened.done(&visit)),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

/// The blank in the officer's hand; the office asks the register again when the act is done.
fn in_hand(opened: &Opened, fields: &Fields) -> Result<Option<BlankNumber>, Finding> {
    match &opened.view.desk {
        Some(desk) => blank_in_hand(desk.has_stock, &desk.blanks, fields.get("blank")),
        None => Ok(None),
    }
}

fn read(fields: &Fields) -> Result<HandOverInput, Vec<Finding>> {
    let mut found = vec![];
    let receiver =
        Receiver::entitled(fields.trimmed("receiver"), fields.get("receiver_name"), fields.get("receiver_paper"));
    if let Err(refused) = &receiver {
        found.push(match refused.code() {
            "no-name" => Finding::new("receiver_name", "missing"),
            "no-paper" => Finding::new("receiver_paper", "missing"),
            "too-long" => Finding::new("receiver_name", "too-long"),
            code => Finding::new("receiver", code),
        });
    }
    let document = IDENTITY_DOCUMENTS.into_iter().find(|one| *one == fields.trimmed("identity_document"));
    if document.is_none() {
        found.push(Finding::new("identity_document", "missing"));
    }
    if !fields.has("identity_number") {
        found.push(Finding::new("identity_number", "missing"));
    }
    let originals_seen = fields.trimmed("originals_seen") == "yes";
    if !originals_seen {
        found.push(Finding::new("originals_seen", "missing"));
    }
    match (receiver, document) {
        (Ok(receiver), Some(document)) if found.is_empty() => Ok(HandOverInput {
            receiver,
            identity_document: document.to_owned(),
            identity_number: fields.trimmed("identity_number").to_owned(),
            originals_seen,
            surrendered: text(fields, "surrendered"),
            blank: fields.trimmed("blank").to_owned(),
        }),
        _ => Err(found),
    }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let word = t.s("frame-title-error");
    let error = |field: &str| match found.iter().find(|one| one.field == field) {
        Some(one) if one.code == "too-long" && field != "identity_number" => {
            let max = if field == "surrendered" { TEXT_CHARS_MAX } else { RECEIVER_CHARS_MAX };
            Some(t.f("desk-field-error-too-long", "max", max))
        }
        _ => error_of(visit, PAGE, found, field),
    };
    let choices = |prefix: &str, names: &[&str]| -> Vec<Item> {
        names.iter().map(|name| Item::new(*name, t.s(&key(prefix, name)))).collect()
    };
    let line = |name: &'static str, label: &str, hint: Option<&str>| {
        Control::text(name, t.s(label))
            .hint(hint.map(|hint| t.s(hint)))
            .value(fields.get(name))
            .error(error(name), word.clone())
            .autocomplete("off")
            .width("govuk-input--width-20")
    };
    let mut controls = vec![
        Control::radios("receiver", t.s("desk-handover-receiver"), choices("receiver-", &RECEIVER_KINDS))
            .hint(Some(t.s("desk-handover-receiver-hint")))
            .value(fields.trimmed("receiver"))
            .error(error("receiver"), word.clone()),
        line("receiver_name", "desk-handover-receiver-name", Some("desk-handover-receiver-name-hint")),
        line("receiver_paper", "desk-handover-receiver-paper", Some("desk-handover-receiver-paper-hint")),
        Control::radios(
            "identity_document",
            t.s("desk-handover-document"),
            choices("desk-handover-document-", &IDENTITY_DOCUMENTS),
        )
        .value(fields.trimmed("identity_document"))
        .error(error("identity_document"), word.clone()),
        line("identity_number", "desk-handover-identity-number", None),
        Control::checkboxes(
            "originals_seen",
            t.s("desk-handover-originals-legend"),
            vec![Item::new("yes", t.s("desk-handover-originals"))],
        )
        .value(fields.get("originals_seen"))
        .error(error("originals_seen"), word.clone()),
        Control::textarea("surrendered", t.s("desk-handover-surrendered"), SURRENDERED_ROWS)
            .hint(Some(t.s("desk-handover-surrendered-hint")))
            .value(fields.get("surrendered"))
            .error(error("surrendered"), word.clone()),
    ];
    if opened.view.desk.as_ref().is_some_and(|desk| desk.has_stock) {
        let at = controls.len() - 1;
        controls.insert(at, line("blank", "desk-handover-blank", Some("desk-handover-blank-hint")));
    }
    opened.ask(visit, Form { leads: opened.lead(visit), facts: facts(visit, opened), controls })
}

/// Number of the certificate, whom the applicant named, when they were asked to come.
fn facts(visit: &Visit, opened: &Opened) -> Vec<Row> {
    let (t, view) = (visit.t(), &opened.view);
    let mut rows = vec![];
    rows.extend(view.state.number().map(|number| Row::new(t.s("desk-handover-number"), number.to_string())));
    // A corrected certificate takes the place of one that may be in the family's hands.
    let replaced = view.motions.said.iter().rev().find_map(|own| match &own.said.word {
        Word::CorrectCertificate { replaced, .. } => Some(replaced.to_string()),
        _ => None,
    });
    rows.extend(replaced.map(|number| Row::new(t.s("slip-take-back"), number)));
    if let State::Ready { collection, .. } = &view.state {
        let clock = Clock::of(visit, &view.mission.id);
        rows.push(Row::new(t.s("desk-case-collection"), clock.full(collection.at)));
    }
    let named = match &view.request.collector {
        Collector::Applicant => {
            format!("{} — {}", view.line.applicant, t.s("desk-handover-collector-applicant"))
        }
        Collector::Other { name, authority } => format!("{name} — {authority}"),
    };
    rows.push(Row::new(t.s("desk-handover-collector"), named));
    let declared = declared(visit, opened).join("; ");
    rows.extend((!declared.is_empty()).then(|| Row::new(t.s("desk-handover-declared"), declared)));
    rows
}

/// What the applicant said would be surrendered (Family Code 270(4)).
fn declared(visit: &Visit, opened: &Opened) -> Vec<String> {
    let own = &opened.view.request.surrendered;
    let identity = (!own.identity_document.is_empty()).then(|| own.identity_document.clone());
    let military = own.military_id.then(|| visit.t().s("desk-handover-military"));
    identity.into_iter().chain(military).collect()
}

fn expected_name(opened: &Opened) -> String {
    match &opened.view.request.collector {
        Collector::Applicant => opened.view.line.applicant.clone(),
        Collector::Other { name, .. } => name.clone(),
    }
}

fn look(
    visit: &Visit,
    opened: &Opened,
    fields: &Fields,
    (input, blank): (&HandOverInput, Option<BlankNumber>),
) -> Outcome {
    let t = visit.t();
    let handover = Box::new(Handover {
        at: visit.moment.now,
        receiver: input.receiver.clone(),
        identity_document: input.identity_document.clone(),
        identity_number: input.identity_number.clone(),
        originals_seen: input.originals_seen,
        surrendered: input.surrendered.clone(),
        blank: blank.clone(),
    });
    let letter = preview(visit, &opened.view, Act::HandOver { handover })?;
    let who = t.s(&key("receiver-", input.receiver.kind()));
    let document = t.s(&key("desk-handover-document-", &input.identity_document));
    let mut rows = vec![
        Row::new(t.s("desk-handover-receiver"), format!("{}, {who}", input.receiver.name())),
        Row::new(t.s("desk-handover-document"), format!("{document}, {}", input.identity_number)),
        Row::new(t.s("desk-handover-originals-legend"), t.s("desk-handover-originals")),
    ];
    if let Some(paper) = input.receiver.paper() {
        rows.insert(1, Row::new(t.s("desk-handover-receiver-paper"), paper));
    }
    rows.extend(blank.map(|blank| Row::new(t.s("desk-handover-blank"), blank.to_string())));
    if !input.surrendered.is_empty() {
        rows.push(Row::new(t.s("desk-handover-surrendered"), input.surrendered.clone()));
    }
    let hidden = FIELDS.iter().map(|name| Row::new(*name, fields.get(name))).collect();
    opened.confirm(visit, Confirm { leads: vec![], rows, hidden, letter, decision: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(body: &str) -> Fields {
        Fields::decode(body.as_bytes())
    }

    #[test]
    fn everything_missing_is_told_at_once() {
        let found = read(&fields("")).unwrap_err();
        let names: Vec<&str> = found.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(names, ["receiver", "identity_document", "identity_number", "originals_seen"]);
    }

    #[test]
    fn a_representative_shows_a_paper_and_nobody_receives_without_originals() {
        let base = "receiver_name=A&identity_document=passport&identity_number=N1";
        let found = read(&fields(&format!("receiver=representative&originals_seen=yes&{base}"))).unwrap_err();
        assert_eq!(found, [Finding::new("receiver_paper", "missing")]);
        let found = read(&fields(&format!("receiver=close_relative&{base}"))).unwrap_err();
        assert_eq!(found, [Finding::new("originals_seen", "missing")]);
        assert!(read(&fields(&format!("receiver=close_relative&originals_seen=yes&{base}"))).is_ok());
    }

    #[test]
    fn the_law_names_no_neighbour() {
        let found = read(&fields("receiver=neighbour&receiver_name=A")).unwrap_err();
        assert_eq!(found.first(), Some(&Finding::new("receiver", "not-entitled")));
    }
}
