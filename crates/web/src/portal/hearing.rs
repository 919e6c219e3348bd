//! `/{lang}/services/{application}/hearing`: a refusal is planned, and the applicant may speak first (UX.md X1-X3; APPC 73, 74). What is wrong,
//! how it can be mended, until when and how to speak; afterwards the protocol, and what is wrong with it. Not there where nobody is heard.

use super::times;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::application::ActKind;
use domain::hearing::{Hearing, OralWay, Protocol, Remarks, Stage, Wish};
use domain::ids::ApplicationId;
use domain::paper::OfficerLine;
use jiff::Timestamp;
use office::OfficeError;
use office::cases::CaseView;
use office::decline_registration::TEXT_CHARS_MAX;
use service::Finding;

const WORDS_ROWS: u8 = 10;
/// To answer in writing.
const WRITTEN: &str = "written";
/// To ask that there is no hearing; that the protocol is right.
const NONE: &str = "none";

/// The page.
#[derive(Template)]
#[template(path = "portal/hearing.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What is to be known before one answers.
    pub leads: Vec<String>,
    /// Each hearing: heading, and its lines.
    pub cards: Vec<(String, Vec<(String, String)>)>,
    /// The question that is open, with the key of its button.
    pub asks: Option<(Vec<Control>, &'static str)>,
    /// The version that the person sees.
    pub version: i64,
    /// Address of the form.
    pub action: String,
    /// Address of the case.
    pub case: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(say)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let typed = visit.kept_fields().await?.unwrap_or_default();
    page(&visit, named.get("application")?, StatusCode::OK, &typed, &[]).await
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let seen = (id, fields.get("version").parse().unwrap_or_default());
    let said = match fields.has("remarks") {
        true => remark(&visit, seen, &fields).await,
        false => speak(&visit, seen, &fields).await,
    };
    match said {
        Ok(()) => Ok(visit.go(&format!("/services/{id}/hearing"))),
        Err(OfficeError::Findings(found)) => page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found).await,
        Err(other) => Err(other.into()),
    }
}

fn words(fields: &Fields) -> String {
    fields.trimmed("words").replace("\r\n", "\n")
}

async fn speak(visit: &Visit, seen: (ApplicationId, i64), fields: &Fields) -> Result<(), OfficeError> {
    let (office, actor, moment) =
        (&visit.state.office, visit.actor().map_err(|_| OfficeError::NotAllowed)?, &visit.moment);
    match (fields.trimmed("way"), OralWay::from_name(fields.trimmed("way"))) {
        (_, Some(way)) => office::ask_hearing::ask_hearing(office, actor, seen, (way, &words(fields)), moment).await,
        (WRITTEN, None) => office::state_position::state_position(office, actor, seen, words(fields), moment).await,
        (NONE, None) => office::waive_hearing::waive_hearing(office, actor, seen, moment).await,
        _ => {
            // Whose case it is not learns nothing of it here either.
            office::cases::get(office, actor, seen.0, moment.now).await?;
            Err(OfficeError::Findings(vec![Finding::new("way", "missing")]))
        }
    }
}

async fn remark(visit: &Visit, seen: (ApplicationId, i64), fields: &Fields) -> Result<(), OfficeError> {
    let (office, actor, moment) =
        (&visit.state.office, visit.actor().map_err(|_| OfficeError::NotAllowed)?, &visit.moment);
    let remarks = (fields.trimmed("remarks") != NONE).then(|| words(fields));
    office::remark_protocol::remark_protocol(office, actor, seen, remarks, moment).await
}

async fn page(visit: &Visit, id: ApplicationId, status: StatusCode, typed: &Fields, found: &[Finding]) -> Outcome {
    let (t, office) = (visit.t(), &visit.state.office);
    let view = office::cases::get(office, visit.actor()?, id, visit.moment.now).await?;
    if view.hearings.is_empty() {
        return Err(Problem::NotFound);
    }
    let asks = asks(&t, &view, typed, found);
    let case = visit.url(&format!("/services/{id}"));
    let frame = visit
        .frame(t.s("hearing-title"))
        .caption(view.line.reference.clone())
        .back(case.clone())
        .errors(asks.as_ref().map(|(controls, _)| error_lines(controls)).unwrap_or_default())
        .help(Some(times::help(&t, &view.mission)), Some(view.line.reference.clone()))
        .keeps_typed();
    let when = |at| times::when(&t, at, &view.mission);
    let card = |own: &Hearing| (t.f("hearing-heading", "when", when(own.told_at)), rows(&t, own, &when));
    let cards = view.hearings.iter().map(card).collect();
    let page = Page {
        frame,
        leads: leads(&t, &view),
        cards,
        asks,
        version: view.version,
        action: format!("{case}/hearing"),
        case,
    };
    visit.show_with(status, &page)
}

/// What happens next, in words.
pub fn leads(t: &T, view: &CaseView) -> Vec<String> {
    let Some(own) = view.state.hearing() else { return vec![] };
    let when = |at| times::when(t, at, &view.mission);
    let day = times::day(t, own.decide_by, &view.mission);
    match &own.stage {
        Stage::Awaited => vec![
            t.f("hearing-lead-planned", "day", &day),
            t.f("hearing-lead-until", "when", when(own.object_by)),
            t.s("hearing-lead-papers"),
        ],
        Stage::Stated { .. } => vec![t.f("hearing-lead-stated", "day", &day)],
        Stage::Waived { .. } => vec![t.s("hearing-lead-waived")],
        Stage::Asked { .. } => vec![t.s("hearing-lead-asked")],
        Stage::Set { meeting, .. } => vec![t.f("hearing-lead-set", "when", when(meeting.at))],
        Stage::Held { protocol, remarks: Remarks::Awaited, .. } => {
            vec![t.f("hearing-lead-held", "when", when(protocol.remarks_by)), t.f("hearing-lead-day", "day", &day)]
        }
        Stage::Held { .. } => vec![t.f("hearing-lead-day", "day", &day)],
    }
}

fn asks(t: &T, view: &CaseView, typed: &Fields, found: &[Finding]) -> Option<(Vec<Control>, &'static str)> {
    let is_open = |act| view.open_acts.contains(&act);
    let error = |field: &str| {
        let own = found.iter().find(|own| own.field == field)?;
        Some(t.f(&format!("hearing-error-{field}-{}", own.code), "max", TEXT_CHARS_MAX))
    };
    let word = t.s("frame-error-word");
    let words = |label: &str, hint: &str| {
        Control::textarea("words", t.s(label), WORDS_ROWS)
            .hint(Some(t.f(hint, "max", TEXT_CHARS_MAX)))
            .value(typed.get("words"))
            .error(error("words"), word.clone())
    };
    if is_open(ActKind::RemarkProtocol) {
        let items = [NONE, "some"].map(|own| Item::new(own, t.s(&format!("hearing-remarks-{own}")))).into();
        // Nothing was chosen: the form had nothing by which it could be told from the other one.
        let missing = found.iter().any(|own| own.field == "way").then(|| t.s("hearing-error-remarks-missing"));
        let choice = Control::radios("remarks", t.s("hearing-remarks-ask"), items)
            .value(typed.get("remarks"))
            .error(missing, word.clone());
        return Some((vec![choice, words("hearing-remarks-words", "hearing-words-max")], "hearing-send-remarks"));
    }
    if !is_open(ActKind::StatePosition) {
        return None;
    }
    let mut ways = vec![WRITTEN];
    if is_open(ActKind::AskHearing) {
        ways.extend(OralWay::ALL.map(OralWay::as_str));
    }
    if is_open(ActKind::WaiveHearing) {
        ways.push(NONE);
    }
    let items = ways.into_iter().map(|own| Item::new(own, t.s(&way_key(own)))).collect();
    let choice =
        Control::radios("way", t.s("hearing-way"), items).value(typed.get("way")).error(error("way"), word.clone());
    Some((vec![choice, words("hearing-words", "hearing-words-hint")], "hearing-send"))
}

fn way_key(own: &str) -> String {
    format!("hearing-way-{}", own.replace('_', "-"))
}

/// The lines of a hearing: what is planned, what was said, the protocol; `when` tells a time.
pub fn rows(t: &T, own: &Hearing, when: &dyn Fn(Timestamp) -> String) -> Vec<(String, String)> {
    let grounds: Vec<String> =
        own.grounds.iter().map(|ground| t.s(&format!("ground-{}", ground.as_str().replace('_', "-")))).collect();
    let row = |key: &str, value: String| (t.s(&format!("hearing-row-{key}")), value);
    let mut rows = vec![
        row("grounds", grounds.join("; ")),
        row("reasons", own.reasons.clone()),
        row("remedy", own.remedy.clone()),
        row("listens", person(t, &own.listens)),
        row("object-by", when(own.object_by)),
        row("decide-from", when(own.decide_from)),
    ];
    let wish = |wish: &Wish| {
        let mut rows = vec![row("way", t.s(&way_key(wish.way.as_str()))), row("asked", when(wish.asked_at))];
        rows.extend((!wish.said.is_empty()).then(|| row("wish", wish.said.clone())));
        rows
    };
    match &own.stage {
        Stage::Awaited => {}
        Stage::Stated { position, stated_at } => {
            rows.extend([row("position", position.clone()), row("stated", when(*stated_at))]);
        }
        Stage::Waived { waived_at } => rows.push(row("waived", when(*waived_at))),
        Stage::Asked { wish: asked } => rows.extend(wish(asked)),
        Stage::Set { wish: asked, meeting } => {
            rows.extend(wish(asked));
            rows.extend([row("when", when(meeting.at)), row("place", meeting.place.clone())]);
        }
        Stage::Held { wish: asked, protocol, remarks } => {
            rows.extend(wish(asked));
            rows.extend(protocol_rows(t, protocol, when));
            rows.extend(remark_rows(t, remarks, when));
        }
    }
    rows
}

fn person(t: &T, own: &OfficerLine) -> String {
    format!("{}, {}", own.name, t.of(&own.post))
}

fn protocol_rows(t: &T, own: &Protocol, when: &dyn Fn(Timestamp) -> String) -> Vec<(String, String)> {
    let row = |key: &str, value: String| (t.s(&format!("hearing-row-{key}")), value);
    vec![
        row("began", when(own.began_at)),
        row("ended", when(own.ended_at)),
        row("place", own.place.clone()),
        row("presided", person(t, &own.presided)),
        row("secretary", own.secretary.clone()),
        row("present", own.present.clone()),
        row("said", own.said.clone()),
        row("made", when(own.made_at)),
    ]
}

fn remark_rows(t: &T, own: &Remarks, when: &dyn Fn(Timestamp) -> String) -> Vec<(String, String)> {
    let row = |key: &str, value: String| (t.s(&format!("hearing-row-{key}")), value);
    match own {
        Remarks::Awaited => vec![],
        Remarks::None { said_at } => vec![row("no-remarks", when(*said_at))],
        Remarks::Made { said, .. } => vec![row("remarks", said.clone())],
        Remarks::Answered { said, answer, reason, .. } => vec![
            row("remarks", said.clone()),
            row("answer", t.s(&format!("hearing-remarks-{}", answer.as_str()))),
            row("answer-reason", reason.clone()),
        ],
    }
}
