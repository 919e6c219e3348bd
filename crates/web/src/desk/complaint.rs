//! Complaints at the desk: the list of those that wait, one whole, and its answer with the very letter before the last word (APPC 91(4),
//! 97-101). A mission satisfies or forwards; the higher body decides.

use super::Row;
use super::act::{DONE, Step, TEXT_CHARS_MAX, text};
use super::letter::Shown;
use super::motions::{self, Waits};
use super::nav::{self, Link};
use super::proof::{self, Panel};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::portal::complaint as own_page;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::complaint::{Answer, ComplaintState, answer, open_answers};
use office::OfficeError;
use office::answer_complaint::{self, AtDesk, answer_complaint};
use service::Finding;
use store::complaint::Filed;
use uuid::Uuid;

const REASONS_ROWS: u8 = 8;

/// The list.
#[derive(Template)]
#[template(path = "desk/complaints.html")]
pub struct ListPage {
    /// Frame of the page.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// The complaints: address, reference, subject, filed, until when.
    pub rows: Vec<[String; 5]>,
    /// What applicants asked for beside the decision and waits for the reader.
    pub motions: Waits,
}

/// One complaint.
#[derive(Template)]
#[template(path = "desk/complaint.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Where it stands.
    pub headline: String,
    /// What follows and by when.
    pub told: Vec<String>,
    /// Who complains and what was written.
    pub rows: Vec<Row>,
    /// Its file.
    pub file: String,
    /// The CMS or the seal over it.
    pub proof_file: String,
    /// What is said of it.
    pub proof: Option<Panel>,
    /// The case it is about.
    pub case: String,
    /// Says of oneself that it concerns one.
    pub conflict: Option<String>,
    /// Answer, where one is open to the reader.
    pub answer: Option<String>,
    /// The reader made the act it is about.
    pub own_act: bool,
}

/// Asks for the answer, or shows the letter before the last word.
#[derive(Template)]
#[template(path = "desk/complaint_answer.html")]
pub struct AnswerPage {
    /// Frame of the page.
    pub frame: Frame,
    /// Sentences above.
    pub leads: Vec<String>,
    /// Questions; empty when the letter is shown.
    pub controls: Vec<Control>,
    /// What was chosen, in words, and as it is posted.
    pub chosen: Vec<Row>,
    /// The same, as it is posted.
    pub hidden: Vec<Row>,
    /// The letter.
    pub letter: Option<Shown>,
    /// Version that the person saw.
    pub version: i64,
    /// Address of the form.
    pub action: String,
}

/// `/{lang}/desk/complaints`.
pub fn list() -> MethodRouter<AppState> {
    get(show_list)
}

/// `/{lang}/desk/complaints/{complaint}`.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// `/{lang}/desk/complaints/{complaint}/file`.
pub fn file() -> MethodRouter<AppState> {
    get(give)
}

/// `/{lang}/desk/complaints/{complaint}/proof`.
pub fn proof() -> MethodRouter<AppState> {
    get(give_proof)
}

/// `/{lang}/desk/complaints/{complaint}/answer`.
pub fn answering() -> MethodRouter<AppState> {
    get(ask_answer).post(do_answer)
}

async fn show_list(visit: Visit) -> Outcome {
    let t = visit.t();
    let waiting = answer_complaint::waiting(&visit.state.office, visit.actor()?).await?;
    let row = |own: &Filed| {
        let clock = super::clock::Clock::of(&visit, &own.mission);
        let due = own.terms.map(|terms| match own.state {
            ComplaintState::Received => terms.forward_by,
            _ => terms.decide_by,
        });
        [
            format!("/desk/complaints/{}", own.id),
            own.body.reference.clone(),
            t.s(&format!("complaint-subject-{}", own.body.subject.as_str().replace('_', "-"))),
            own.terms.map(|terms| clock.short(terms.filed_at)).unwrap_or_default(),
            due.map(|at| clock.short(at)).unwrap_or_default(),
        ]
    };
    let rows = waiting.iter().map(row).collect();
    let (frame, motions) = (visit.frame(t.s("desk-complaints-title")).wide(), motions::waiting(&visit).await?);
    visit.show(&ListPage { frame, nav: nav::links(&visit), rows, motions })
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let AtDesk { filed: own, own_act, proof } =
        answer_complaint::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let t = visit.t();
    let mission = visit.state.office.catalogue().mission(&own.mission).ok_or(Problem::NotFound)?;
    let mut rows = vec![Row::new(t.s("desk-complaint-from"), own.body.name.official())];
    rows.extend(own_page::rows(&visit, &own).into_iter().map(|(label, value)| Row::new(label, value)));
    let mut frame = visit
        .frame(t.f("desk-complaint-title", "reference", &own.body.reference))
        .back(visit.url("/desk/complaints"))
        .wide();
    if visit.query_value(DONE).is_some() {
        frame = frame.notice(t.s("desk-complaint-done"));
    }
    let open = !open_answers(&own.state, own.body.subject, visit.actor()?.role(), own_act).is_empty();
    visit.show(&Page {
        frame,
        headline: t.s(&format!("complaint-state-{}", own.state.as_str())),
        told: own_page::told(&visit, &own, mission),
        rows,
        file: visit.url(&format!("/desk/complaints/{id}/file")),
        proof_file: visit.url(&format!("/desk/complaints/{id}/proof")),
        proof: proof.map(|own_proof| proof::panel(&visit, &own.mission, &own_proof, &own.file.0)),
        case: visit.url(&format!("/desk/cases/{}", own.application)),
        conflict: (visit.actor()?.role() == Role::Reviewer)
            .then(|| visit.url(&format!("/desk/cases/{}/conflict", own.application))),
        answer: open.then(|| visit.url(&format!("/desk/complaints/{id}/answer"))),
        own_act,
    })
}

async fn give_proof(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let file = answer_complaint::proof_file(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    Ok(super::file::inline(file))
}

async fn give(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let file = answer_complaint::file(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    Ok(super::file::inline(file))
}

async fn ask_answer(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let AtDesk { filed: own, own_act, .. } =
        answer_complaint::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    form(&visit, &own, own_act, &super::act::kept(&visit).await?, &[])
}

async fn do_answer(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let AtDesk { filed: own, own_act, .. } = answer_complaint::get(office, actor, id, visit.moment.now).await?;
    let step = Step::of(&fields);
    if step == Step::Edit {
        return form(&visit, &own, own_act, &fields, &[]);
    }
    let wanted = match read(&fields) {
        Ok(wanted) => wanted,
        Err(found) => return form(&visit, &own, own_act, &fields, &found),
    };
    if step == Step::Preview {
        return look(&visit, &own, own_act, &fields, wanted).await;
    }
    let version = fields.trimmed("seen_version").parse().unwrap_or(-1);
    match answer_complaint(office, actor, id, version, wanted, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/desk/complaints/{id}?{DONE}=answer"))),
        Err(OfficeError::Findings(found)) => form(&visit, &own, own_act, &fields, &found),
        Err(other) => Err(other.into()),
    }
}

fn read(fields: &Fields) -> Result<Answer, Vec<Finding>> {
    let reasons = text(fields, "reasons");
    let mut found = vec![];
    let chosen = fields.trimmed("answer");
    if chosen != "forward" {
        match reasons.chars().count() {
            0 => found.push(Finding::new("reasons", "missing")),
            count if count > TEXT_CHARS_MAX => found.push(Finding::new("reasons", "too-long")),
            _ => {}
        }
    }
    match Answer::named(chosen, reasons) {
        None => Err(vec![Finding::new("answer", "missing")]),
        Some(_) if !found.is_empty() => Err(found),
        Some(wanted) => Ok(wanted),
    }
}

fn title(visit: &Visit, own: &Filed) -> String {
    visit.t().f("desk-complaint-answer-title", "reference", &own.body.reference)
}

/// An answer in words: "considered anew" only where there is an act to undo.
fn words_of(visit: &Visit, own: &Filed, answer: &str) -> String {
    let key = answer.replace('_', "-");
    let key = match own.body.subject.act() {
        None if key == "satisfy" => "satisfy-carried-out",
        _ => key.as_str(),
    };
    visit.t().first(&[&format!("desk-complaint-answer-{key}"), &format!("complaint-decision-{key}")], &[])
}

fn form(visit: &Visit, own: &Filed, own_act: bool, fields: &Fields, found: &[Finding]) -> Outcome {
    let (t, role) = (visit.t(), visit.actor()?.role());
    let open = open_answers(&own.state, own.body.subject, role, own_act);
    if open.is_empty() {
        return Err(Problem::NotOpen);
    }
    let word = t.s("frame-title-error");
    let error = |field: &str| {
        let code = &found.iter().find(|finding| finding.field == field)?.code;
        Some(t.f(&format!("desk-complaint-{field}-error-{code}"), "max", TEXT_CHARS_MAX))
    };
    let items = open.iter().map(|name| Item::new(*name, words_of(visit, own, name)));
    let controls = vec![
        Control::radios("answer", t.s("desk-complaint-answer"), items.collect())
            .value(fields.get("answer"))
            .error(error("answer"), word.clone()),
        Control::textarea("reasons", t.s("desk-complaint-reasons"), REASONS_ROWS)
            .hint(Some(t.s("desk-complaint-reasons-hint")))
            .value(fields.get("reasons"))
            .error(error("reasons"), word),
    ];
    let errors = error_lines(&controls);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut leads = vec![t.s("desk-complaint-answer-lead")];
    if own_act {
        leads.push(t.s("desk-complaint-own-act"));
    }
    let action = visit.url(&format!("/desk/complaints/{}/answer", own.id));
    let back = visit.url(&format!("/desk/complaints/{}", own.id));
    let page = AnswerPage {
        frame: visit.frame(title(visit, own)).back(back).errors(errors).wide(),
        leads,
        controls,
        chosen: vec![],
        hidden: vec![],
        letter: None,
        version: own.version,
        action,
    };
    visit.show_with(status, &page)
}

async fn look(visit: &Visit, own: &Filed, own_act: bool, fields: &Fields, wanted: Answer) -> Outcome {
    let (t, actor) = (visit.t(), visit.actor()?);
    let mut after = own.clone();
    let (subject, role, now) = (own.body.subject, actor.role(), visit.moment.now);
    after.state = answer(&own.state, wanted, subject, role, own_act, now).map_err(|_| Problem::NotOpen)?;
    let kind = after.state.letter().ok_or(Problem::NotOpen)?;
    let office = &visit.state.office;
    let view = office::cases::get(office, actor, own.application, visit.moment.now).await?;
    let letter = office::letters::compose_complaint(office, kind, (&view).into(), &after, view.letters_in)?;
    let said = words_of(visit, own, fields.trimmed("answer"));
    let mut rows = vec![Row::new(t.s("desk-complaint-answer"), said)];
    if fields.has("reasons") {
        rows.push(Row::new(t.s("desk-complaint-reasons"), text(fields, "reasons")));
    }
    let hidden = vec![Row::new("answer", fields.trimmed("answer")), Row::new("reasons", text(fields, "reasons"))];
    let back = visit.url(&format!("/desk/complaints/{}", own.id));
    let lang = view.letters_in.tag();
    visit.show(&AnswerPage {
        frame: visit.frame(title(visit, own)).back(back).wide(),
        leads: vec![],
        controls: vec![],
        chosen: rows,
        hidden,
        letter: Some(Shown { lang, subject: letter.subject, body: letter.body, sms: letter.sms }),
        version: own.version,
        action: visit.url(&format!("/desk/complaints/{}/answer", own.id)),
    })
}
