//! A slip of the pen in the certificate (APPC 82): the officer says what is right by which paper, or that there is none; the head agrees or not.

use super::act::{TEXT_CHARS_MAX, findings, kept, text};
use super::bar::Bar;
use super::clock::Clock;
use super::conflict::Ask;
use super::notes::NoteLine;
use super::{Row, key, motions};
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::ids::ApplicationId;
use domain::motion::{Kind, Word};
use domain::slip::{Field, Slip, corrected, written};
use office::ask_slip;
use office::cases::CaseView;
use office::correct_slip::{agree, decline, for_head};
use office::propose_slip::{Typed, for_officer, propose, refuse};
use office::slips::agreed;
use service::Finding;
use store::motion::Said;

const REASON_ROWS: u8 = 4;

/// The page.
#[derive(Template)]
#[template(path = "desk/slip.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// What the page is for.
    pub lead: String,
    /// What was pointed out, or is to be put right.
    pub rows: Vec<Row>,
    /// What the head agrees to: version of the case and number of the word.
    pub seen: Option<(i64, u32)>,
    /// Forms: the questions, the button's value and its key.
    pub forms: Vec<Ask>,
    /// What was said, the newest first.
    pub notes: Vec<NoteLine>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(say)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, &kept(&visit).await?, &[]).await
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    let (version, number) = (number(&fields, "seen_version"), number(&fields, "seen_number"));
    let said = match fields.get("step") {
        "agree" => agree(office, actor, id, (version, number), moment).await,
        "decline" => decline(office, actor, id, number, text(&fields, "reason"), moment).await,
        "refuse" => refuse(office, actor, id, text(&fields, "reason"), moment).await,
        _ => propose(office, actor, id, read(&fields), moment).await,
    };
    match said {
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(error) => page(&visit, id, &fields, &findings(error)?).await,
    }
}

/// A number that the form carries; one that nothing has where it cannot be read.
fn number<N: std::str::FromStr + Default>(fields: &Fields, name: &str) -> N {
    fields.trimmed(name).parse().unwrap_or_default()
}

fn read(fields: &Fields) -> Typed {
    let typed = Field::ALL.into_iter().filter(|field| fields.has(field.as_str()));
    Typed {
        right: typed.map(|field| (field, fields.trimmed(field.as_str()).to_owned())).collect(),
        basis: text(fields, "basis"),
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let said = view.motions.words();
    let (t, clock) = (visit.t(), Clock::of(visit, &view.mission.id));
    let shown = Shown { t: &t, fields, found };
    let (role, head) = (visit.actor()?.role(), for_head(&said));
    let may_propose = for_officer(&said).is_some() || ask_slip::is_open(view.line.state, &said);
    let (lead, forms) = match role {
        Role::Officer if may_propose => ("slip-propose-lead", shown.for_officer(&view, for_officer(&said).is_some())),
        Role::Supervisor if head.is_some() => ("slip-decide-lead", vec![shown.reason("decline", "slip-decline")]),
        Role::Officer | Role::Supervisor | Role::Auditor if may_propose || head.is_some() || has_words(&said) => {
            ("slip-only-read", vec![])
        }
        _ => return Err(Problem::NotOpen),
    };
    let errors = forms.iter().flat_map(|own| error_lines(&own.controls)).collect();
    let heading = t.f("slip-desk-title", "reference", &view.line.reference);
    let page = Page {
        frame: visit.frame(heading).back(visit.url(&format!("/desk/cases/{id}"))).errors(errors).wide(),
        bar: Bar::of(visit, &view),
        lead: t.s(lead),
        rows: rows(&t, &clock, &said),
        seen: head.filter(|_| role == Role::Supervisor).map(|own| (view.version, own.number)),
        forms,
        notes: motions::notes(visit, &clock, &view, Some(Kind::CorrectSlip)),
    };
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(status, &page)
}

fn has_words(said: &[Said]) -> bool {
    said.iter().any(|own| own.word.kind() == Kind::CorrectSlip)
}

/// What was pointed out and waits, what is proposed, and by when it is to be answered.
fn rows(t: &T, clock: &Clock<'_>, said: &[Said]) -> Vec<Row> {
    let Some(waits) = for_head(said).or_else(|| for_officer(said)) else { return vec![] };
    let mut rows = vec![];
    for own in said.iter().filter(|own| own.about == waits.about) {
        if let Word::AskSlip { what } = &own.word {
            rows.push(Row::new(t.s("slip-what"), what.clone()));
        }
    }
    if let Word::ProposeSlip { slips, basis } = &waits.word {
        rows.extend(slips.iter().map(|own| slip(t, own)));
        rows.push(Row::new(t.s("slip-basis"), basis.clone()));
    }
    rows.extend(waits.due_at.map(|at| Row::new(t.s("recusal-due"), clock.full(at))));
    rows
}

/// A slip as a row.
pub fn slip(t: &T, own: &Slip) -> Row {
    let said = |text: &str| if text.is_empty() { t.s("desk-none") } else { text.to_owned() };
    Row::new(t.s(&key("slip-field-", own.field.as_str())), format!("{} → {}", said(&own.was), said(&own.right)))
}

struct Shown<'s> {
    t: &'s T,
    fields: &'s Fields,
    found: &'s [Finding],
}

impl Shown<'_> {
    /// What is right in each field; and, where the applicant pointed it out, that it is none.
    fn for_officer(&self, view: &CaseView, was_asked: bool) -> Vec<Ask> {
        let t = self.t;
        let certified = corrected(&view.request, &agreed(&view.motions.words()));
        let mut controls: Vec<Control> = written(&certified)
            .into_iter()
            .enumerate()
            .map(|(place, (field, was))| self.field(field, was, place == 0))
            .collect();
        controls.push(
            Control::text("basis", t.s("slip-basis"))
                .hint(Some(t.s("slip-basis-hint")))
                .value(self.fields.get("basis"))
                .error(self.error("basis"), t.s("frame-title-error"))
                .autocomplete("off"),
        );
        let mut forms = vec![Ask { controls, step: "propose", button: "slip-propose" }];
        if was_asked {
            forms.push(self.reason("refuse", "slip-refuse"));
        }
        forms
    }

    fn field(&self, field: Field, was: String, is_first: bool) -> Control {
        let (t, name) = (self.t, field.as_str());
        let value = if self.fields.has(name) { self.fields.get(name).to_owned() } else { was };
        // That nothing differs is said at the first field.
        let none = self.error("slips").filter(|_| is_first);
        Control::text(name, t.s(&key("slip-field-", name)))
            .value(value)
            .error(self.error(name).or(none), t.s("frame-title-error"))
            .autocomplete("off")
    }

    fn reason(&self, step: &'static str, button: &'static str) -> Ask {
        let t = self.t;
        let reason = Control::textarea("reason", t.s(&format!("{button}-reason")), REASON_ROWS)
            .hint(Some(t.s(&format!("{button}-hint"))))
            .value(self.fields.get("reason"))
            .error(self.error("reason"), t.s("frame-title-error"));
        Ask { controls: vec![reason], step, button }
    }

    fn error(&self, field: &str) -> Option<String> {
        let own = self.found.iter().find(|own| own.field == field)?;
        let name = if ["slips", "basis", "reason"].contains(&field) { field } else { "field" };
        Some(self.t.f(&format!("slip-error-{name}-{}", own.code), "max", TEXT_CHARS_MAX))
    }
}
