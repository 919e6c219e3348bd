//! Complaints at the desk: the list of those that wait, one whole, and its answer with the very letter before the last word (APPC 91(4),
//! 97-101). A mission satisfies or forwards; the higher body decides.

use super::act::{ActPage, Confirmation, DONE, Step, TEXT_CHARS_MAX, text};
use super::letter::Shown;
use super::motions::{self, Waits};
use super::nav::{self, Link};
use super::proof::{self, Panel};
use super::{Row, decision};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::portal::complaint as own_page;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::actor::{Actor, Role};
use domain::annulment::Basis;
use domain::application::{ActKind, LetterKind};
use domain::complaint::{Answer, ComplaintState, Subject, answer, may_extend, open_answers};
use jiff::Timestamp;
use office::OfficeError;
use office::answer_complaint::{self, AtDesk, answer_complaint};
use office::letters::{Composed, compose};
use service::Finding;
use store::complaint::Filed;
use uuid::Uuid;

/// The page, for how its decision is confirmed.
const PAGE: ActPage = ActPage { act: ActKind::Reopen, noun: "answer", name: "complaint" };

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
    /// The decision on it and its signature or seal: words and address.
    pub decided: Vec<Row>,
    /// What is said of it.
    pub proof: Option<Panel>,
    /// The case it is about.
    pub case: String,
    /// Says of oneself that it concerns one.
    pub conflict: Option<String>,
    /// Answer, where one is open to the reader.
    pub answer: Option<String>,
    /// Extend the term, where that is open to the reader.
    pub extend: Option<String>,
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
    /// The letter that leaves beside it, where the record is valid again.
    pub also: Option<Shown>,
    /// How an answer in substance is confirmed.
    pub decision: Option<Confirmation>,
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
            match due.map(|at| clock.short(at)) {
                Some(due) if has_passed(own, visit.moment.now) => t.f("desk-complaint-passed", "when", due),
                due => due.unwrap_or_default(),
            },
        ]
    };
    let rows = waiting.iter().map(row).collect();
    let (frame, motions) = (visit.frame(t.s("desk-complaints-title")).wide(), motions::waiting(&visit).await?);
    visit.show(&ListPage { frame, nav: nav::links(&visit), rows, motions })
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let AtDesk { filed: own, own_act, proof, .. } =
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
        decided: own_page::decided(&visit, &own, &format!("/desk/cases/{}", own.application)).await?,
        proof: proof.map(|own_proof| proof::panel(&visit, &own.mission, &own_proof, &own.file.0)),
        case: visit.url(&format!("/desk/cases/{}", own.application)),
        conflict: (visit.actor()?.role() == Role::Reviewer)
            .then(|| visit.url(&format!("/desk/cases/{}/conflict", own.application))),
        answer: open.then(|| visit.url(&format!("/desk/complaints/{id}/answer"))),
        extend: may_extend(&own.state, visit.actor()?.role(), own_act, has_passed(&own, visit.moment.now))
            .then(|| visit.url(&format!("/desk/complaints/{id}/extension"))),
        own_act,
    })
}

/// The term to decide passed: by law the complaint counts as refused (APPC 100(5)).
pub fn has_passed(own: &Filed, now: Timestamp) -> bool {
    own.terms.is_some_and(|terms| now > terms.decide_by)
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
    let own = answer_complaint::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    form(&visit, &own, &super::act::kept(&visit).await?, &[])
}

async fn do_answer(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let own = answer_complaint::get(office, actor, id, visit.moment.now).await?;
    let step = Step::of(&fields);
    if step == Step::Edit {
        return form(&visit, &own, &fields, &[]);
    }
    let wanted = match read(&fields) {
        Ok(wanted) => wanted,
        Err(found) => return form(&visit, &own, &fields, &found),
    };
    if step == Step::Preview {
        return look(&visit, &own, &fields, wanted, &[]).await;
    }
    match confirm(&visit, actor, id, &fields, (step, wanted.clone())).await {
        Ok(next) => Ok(next),
        Err(OfficeError::Findings(found)) if found.iter().any(|one| one.field == "code") => {
            look(&visit, &own, &fields, wanted, &found).await
        }
        Err(OfficeError::Findings(found)) => form(&visit, &own, &fields, &found),
        Err(other) => Err(other.into()),
    }
}

/// Answers, or prepares the answer for the official's EDS.
async fn confirm(
    visit: &Visit,
    actor: &Actor,
    id: Uuid,
    fields: &Fields,
    (step, wanted): (Step, Answer),
) -> Result<Response, OfficeError> {
    let office = &visit.state.office;
    let version = fields.trimmed("seen_version").parse().unwrap_or(-1);
    if step == Step::Sign {
        let (about, decided) = answer_complaint::decided(office, actor, id, version, wanted).await?;
        return decision::prepared(visit, actor, about, decided).await;
    }
    answer_complaint(office, actor, id, version, wanted, fields.trimmed("code"), &visit.moment).await?;
    Ok(visit.go(&format!("/desk/complaints/{id}?{DONE}=answer")))
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
    let key = match own.body.subject {
        Subject::Annulment if key == "satisfy" => "satisfy-restored",
        subject if key == "satisfy" && subject.act().is_none() => "satisfy-carried-out",
        _ => key.as_str(),
    };
    visit.t().first(&[&format!("desk-complaint-answer-{key}"), &format!("complaint-decision-{key}")], &[])
}

fn form(visit: &Visit, at_desk: &AtDesk, fields: &Fields, found: &[Finding]) -> Outcome {
    let (t, role, own) = (visit.t(), visit.actor()?.role(), &at_desk.filed);
    let open = open_answers(&own.state, own.body.subject, role, at_desk.own_act);
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
    let action = visit.url(&format!("/desk/complaints/{}/answer", own.id));
    let back = visit.url(&format!("/desk/complaints/{}", own.id));
    let page = AnswerPage {
        frame: visit.frame(title(visit, own)).back(back).errors(errors).wide(),
        leads: leads(visit, at_desk),
        controls,
        chosen: vec![],
        hidden: vec![],
        letter: None,
        also: None,
        decision: None,
        version: own.version,
        action,
    };
    visit.show_with(status, &page)
}

/// What who answers reads first.
fn leads(visit: &Visit, at_desk: &AtDesk) -> Vec<String> {
    let t = visit.t();
    let mut leads = vec![t.s("desk-complaint-answer-lead")];
    if at_desk.own_act {
        leads.push(t.s("desk-complaint-own-act"));
    }
    if let Some(annulled) = &at_desk.annulled {
        if annulled.basis == Basis::CourtDecision {
            leads.push(t.s("desk-complaint-court"));
        }
        leads.extend(annulled.standing.as_ref().map(|number| t.f("desk-complaint-record-stands", "record", number)));
    }
    leads
}

/// The answer in words.
fn chosen(visit: &Visit, own: &Filed, fields: &Fields) -> Vec<Row> {
    let t = visit.t();
    let mut rows = vec![Row::new(t.s("desk-complaint-answer"), words_of(visit, own, fields.trimmed("answer")))];
    if fields.has("reasons") {
        rows.push(Row::new(t.s("desk-complaint-reasons"), text(fields, "reasons")));
    }
    rows
}

async fn look(visit: &Visit, at_desk: &AtDesk, fields: &Fields, wanted: Answer, found: &[Finding]) -> Outcome {
    let (actor, own) = (visit.actor()?, &at_desk.filed);
    let mut after = own.clone();
    let (subject, role, now) = (own.body.subject, actor.role(), visit.moment.now);
    let is_decision = wanted != Answer::Forward;
    after.state = answer(&own.state, wanted, subject, role, at_desk.own_act, now).map_err(|_| Problem::NotOpen)?;
    let restored = at_desk.annulled.as_ref().filter(|_| after.state.reopens(subject));
    if restored.is_some_and(|own| own.standing.is_some()) {
        return form(visit, at_desk, fields, &[Finding::new("answer", "record-stands")]);
    }
    let kind = after.state.letter().ok_or(Problem::NotOpen)?;
    let office = &visit.state.office;
    let view = office::cases::get(office, actor, own.application, visit.moment.now).await?;
    let lang = view.letters_in;
    let letter = office::letters::compose_complaint(office, kind, (&view).into(), &after, lang)?;
    let also = restored.map(|own| compose(office, LetterKind::Reinstated, (&view).into(), &own.after, lang));
    let shown = |own: Composed| Shown { lang: lang.tag(), subject: own.subject, body: own.body, sms: own.sms };
    let decision = if is_decision { Some(Confirmation::of(visit, PAGE, found).await?) } else { None };
    let errors = decision.iter().flat_map(|own| error_lines(own.code.as_slice())).collect::<Vec<_>>();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let back = visit.url(&format!("/desk/complaints/{}", own.id));
    let page = AnswerPage {
        frame: visit.frame(title(visit, own)).back(back).errors(errors).wide(),
        leads: vec![],
        controls: vec![],
        chosen: chosen(visit, own, fields),
        hidden: vec![Row::new("answer", fields.trimmed("answer")), Row::new("reasons", text(fields, "reasons"))],
        letter: Some(shown(letter)),
        also: also.transpose()?.map(shown),
        decision,
        version: own.version,
        action: visit.url(&format!("/desk/complaints/{}/answer", own.id)),
    };
    visit.show_with(status, &page)
}
