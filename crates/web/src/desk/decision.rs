//! `/{lang}/desk/cases/{application}/decisions/{decision}`: a decision that was prepared, to be read and signed with the official's EDS.

use super::Row;
use super::act::{DONE, Opened, Shell, TEXT_CHARS_MAX};
use super::bar::Bar;
use super::checks;
use super::clock::Clock;
use super::file::inline;
use super::key;
use crate::forms::Signed;
use crate::frame::Frame;
use crate::portal::sign_panel::{self, OIDS_OFFICIAL, SignPanel};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use domain::decision::Decided;
use domain::ids::ApplicationId;
use office::cases::{CaseView, DecisionProof, DecisionView};
use office::decide_signed::{self, ToSign};
use office::{OfficeError, SignatureProblem};
use uuid::Uuid;

/// The page.
#[derive(Template)]
#[template(path = "desk/decision.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// Address and version.
    pub act: Shell,
    /// What is decided.
    pub rows: Vec<Row>,
    /// Address of the file.
    pub file: String,
    /// Its type and size in words.
    pub size: String,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// The panel.
    pub panel: SignPanel,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(sign)
}

/// The handlers of the file.
pub fn file() -> MethodRouter<AppState> {
    get(read)
}

/// Prepares the decision of an opened case and leads to its page.
///
/// # Errors
/// As `office::decide_signed::prepare`.
pub async fn prepare(visit: &Visit, opened: &Opened, decided: Decided) -> Outcome {
    Ok(prepared(visit, visit.actor()?, (opened.id, opened.version), decided).await?)
}

/// The same of a case that was seen in a version.
///
/// # Errors
/// As `office::decide_signed::prepare`.
pub async fn prepared(
    visit: &Visit,
    actor: &Actor,
    seen: (ApplicationId, i64),
    decided: Decided,
) -> Result<Response, OfficeError> {
    let id = decide_signed::prepare(&visit.state.office, actor, seen, decided, &visit.moment).await?;
    Ok(visit.go(&format!("/desk/cases/{}/decisions/{id}", seen.0)))
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, of(&named)?, None).await
}

async fn sign(visit: Visit, named: Named, signed: Signed) -> Outcome {
    let ids = of(&named)?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let prepared = decide_signed::get(office, actor, ids, visit.moment.now).await?;
    match decide_signed::sign(office, actor, ids, &signed.cms, &visit.moment).await {
        Ok(()) => Ok(visit.go(&done(ids.0, &prepared.statement.decided))),
        Err(OfficeError::Signature(problem)) => page(&visit, ids, Some(problem)).await,
        Err(other) => Err(other.into()),
    }
}

async fn read(visit: Visit, named: Named) -> Outcome {
    let file = decide_signed::file(&visit.state.office, visit.actor()?, of(&named)?, visit.moment.now).await?;
    Ok(inline(file))
}

fn of(named: &Named) -> Result<(ApplicationId, Uuid), Problem> {
    Ok((named.get("application")?, named.get("decision")?))
}

async fn page(visit: &Visit, ids: (ApplicationId, Uuid), problem: Option<SignatureProblem>) -> Outcome {
    let (office, actor, t) = (&visit.state.office, visit.actor()?, visit.t());
    let prepared = decide_signed::get(office, actor, ids, visit.moment.now).await?;
    let view = office::cases::get(office, actor, ids.0, visit.moment.now).await?;
    let own = visit.url(&format!("/desk/cases/{}/decisions/{}", ids.0, ids.1));
    let panel = SignPanel::new(visit, own.clone(), format!("{own}/file"), OIDS_OFFICIAL, problem.as_ref());
    let back = visit.url(&page_of(ids.0, &prepared.statement.decided));
    let frame = visit
        .frame(t.f("decision-title", "reference", &view.line.reference))
        .back(back)
        .errors(panel.errors())
        .wide()
        .signs();
    let status = if problem.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = Page {
        frame,
        bar: Bar::of(visit, &view),
        act: Shell {
            action: own.clone(),
            version: prepared.statement.version,
            case_url: visit.url(&format!("/desk/cases/{}", ids.0)),
        },
        rows: rows(visit, &view, &prepared),
        file: format!("{own}/file"),
        size: format!("{}, {}", kind(&prepared.statement.decided), sign_panel::size(&t, prepared.bytes_len)),
        sha256: prepared.sha256,
        panel,
    };
    visit.show_signature_page(status, &shown)
}

fn rows(visit: &Visit, view: &CaseView, prepared: &ToSign) -> Vec<Row> {
    let (t, clock) = (visit.t(), Clock::of(visit, &view.mission.id));
    let mut rows = vec![Row::new(t.s("decision-what"), t.s(what(&prepared.statement.decided)))];
    if let Decided::Refuse { grounds, reasons } = &prepared.statement.decided {
        let named: Vec<String> = grounds.iter().map(|ground| t.s(&key("ground-", ground.as_str()))).collect();
        rows.push(Row::new(t.s("desk-refusal-grounds"), named.join("; ")));
        rows.push(Row::new(t.s("desk-refusal-reasons"), reasons.chars().take(TEXT_CHARS_MAX).collect::<String>()));
    }
    match &prepared.statement.decided {
        Decided::AnswerComplaint { decision, reasons, .. } => {
            let answer = decision.map_or("satisfied", |own| own.as_str());
            rows.push(Row::new(t.s("desk-complaint-answer"), t.s(&key("complaint-decision-", answer))));
            rows.push(Row::new(t.s("desk-complaint-reasons"), reasons.clone()));
        }
        Decided::Annul { annulment, .. } => rows.extend(super::annulment::rows(&t, annulment)),
        own @ Decided::Grant { .. } => rows.extend(despite(&t, own)),
        Decided::Refuse { .. } => {}
    }
    rows.push(Row::new(t.s("decision-valid"), clock.full(prepared.statement.prepared_at + decide_signed::VALID)));
    rows
}

/// A decision on the page of its case: its heading and facts.
pub fn shown(visit: &Visit, clock: &Clock<'_>, own: &DecisionView) -> (String, Vec<Row>) {
    let t = visit.t();
    let title = t.f2("decision-shown", "what", t.s(what(&own.decided)), "when", clock.full(own.decided_at));
    let official = format!("{}, {}", own.official.name, t.of(&own.official.post));
    let mut rows = vec![Row::new(t.s("decision-official"), official)];
    match &own.proof {
        DecisionProof::Eds { signer, algorithm, timestamp } => {
            rows.push(Row::new(t.s("decision-way"), t.s("decision-way-eds")));
            rows.push(Row::new(t.s("desk-proof-signer"), signer.clone()));
            rows.push(Row::new(t.s("desk-proof-algorithm"), super::proof::algorithm_name(algorithm)));
            let stamped = timestamp.as_ref().map(|(at, by)| format!("{} · {by}", clock.full(*at)));
            rows.extend(stamped.map(|text| Row::new(t.s("desk-proof-timestamp"), text)));
        }
        DecisionProof::Seal { second_factor_at } => {
            rows.push(Row::new(t.s("decision-way"), t.s("decision-way-seal")));
            let at = second_factor_at.map(|at| clock.full(at));
            rows.extend(at.map(|text| Row::new(t.s("decision-factor"), text)));
        }
    }
    rows.extend(despite(&t, &own.decided));
    rows.push(Row::new(t.s("desk-proof-file"), own.file_sha256.clone()));
    (title, rows)
}

/// The checks that did not agree, and the official's reason.
fn despite(t: &T, decided: &Decided) -> Vec<Row> {
    let Decided::Grant { despite: Some(own) } = decided else { return vec![] };
    let label = t.f("checks-despite-row", "checks", checks::names(t, &own.checks));
    vec![Row::new(label, own.reason.clone())]
}

/// Key of what was decided.
fn what(decided: &Decided) -> &'static str {
    match decided {
        Decided::Grant { .. } => "decision-grant",
        Decided::Refuse { .. } => "decision-refuse",
        Decided::AnswerComplaint { .. } => "decision-answer-complaint",
        Decided::Annul { .. } => "decision-annul",
    }
}

/// Address of the page where it is decided.
fn page_of(id: ApplicationId, decided: &Decided) -> String {
    match decided {
        Decided::Grant { .. } => format!("/desk/cases/{id}/{}", super::record::PAGE.noun),
        Decided::Refuse { .. } => format!("/desk/cases/{id}/{}", super::refusal::PAGE.noun),
        Decided::Annul { .. } => format!("/desk/cases/{id}/{}", super::annulment::PAGE.noun),
        Decided::AnswerComplaint { complaint, .. } => format!("/desk/complaints/{complaint}/answer"),
    }
}

/// Address that says what was done.
fn done(id: ApplicationId, decided: &Decided) -> String {
    match decided {
        Decided::Grant { .. } => format!("/desk/cases/{id}?{DONE}={}", super::record::PAGE.noun),
        Decided::Refuse { .. } => format!("/desk/cases/{id}?{DONE}={}", super::refusal::PAGE.noun),
        Decided::Annul { .. } => format!("/desk/cases/{id}"),
        Decided::AnswerComplaint { complaint, .. } => format!("/desk/complaints/{complaint}?{DONE}=answer"),
    }
}

fn kind(decided: &Decided) -> &'static str {
    match decided {
        Decided::Grant { .. } | Decided::Annul { .. } => "JSON",
        Decided::Refuse { .. } | Decided::AnswerComplaint { .. } => "PDF",
    }
}
