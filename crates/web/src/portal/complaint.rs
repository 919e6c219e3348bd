//! Complaints of an applicant (UX.md 2.12, APPC 91-93): writing one from the case, the file to be signed, and what became of it.

use super::{sign_panel, times};
use crate::desk::Row;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::complaint::{Complaint, ComplaintState, Subject, Wish};
use domain::ids::ApplicationId;
use domain::mission::Mission;
use jiff::Timestamp;
use office::OfficeError;
use office::complain::{self, Open, Typed};
use service::Finding;
use store::complaint::Filed;
use uuid::Uuid;

/// The page to write one.
#[derive(Template)]
#[template(path = "portal/complaint_form.html")]
pub struct FormPage {
    /// Its frame.
    pub frame: Frame,
    /// Who considers it and by when.
    pub leads: Vec<String>,
    /// The questions.
    pub controls: Vec<Control>,
    /// Address of the form.
    pub action: String,
    /// Address of the case.
    pub case: String,
}

/// The page of one: a draft to be signed, or what became of it.
#[derive(Template)]
#[template(path = "portal/complaint.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Where it stands.
    pub headline: String,
    /// Lines below.
    pub told: Vec<String>,
    /// What was written: question and answer.
    pub rows: Vec<(String, String)>,
    /// Address of the file.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Size of the file in words.
    pub size: String,
    /// The proof, once it was filed: address and the words of its link.
    pub proof: Option<(String, String)>,
    /// The decision and its signature or seal: words and address.
    pub decided: Vec<Row>,
    /// For a draft: addresses of signing, confirming by a code, and changing.
    pub draft: Option<[String; 3]>,
    /// The account signed in with an EDS: signing comes first.
    pub eds_first: bool,
    /// Address of the case.
    pub case: String,
}

/// `/{lang}/services/{application}/complaint`.
pub fn form() -> MethodRouter<AppState> {
    get(ask).post(write)
}

/// `/{lang}/complaints/{complaint}`.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// `/{lang}/complaints/{complaint}/file`.
pub fn file() -> MethodRouter<AppState> {
    get(give)
}

/// `/{lang}/complaints/{complaint}/proof`.
pub fn proof() -> MethodRouter<AppState> {
    get(give_proof)
}

async fn ask(visit: Visit, named: Named) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let typed = match visit.kept_fields().await? {
        Some(kept) => kept,
        None => {
            let before = complain::written(&visit.state.office, visit.actor()?, id).await?;
            before.map(|own| fields_of(&own)).unwrap_or_default()
        }
    };
    form_page(&visit, id, StatusCode::OK, &typed, &[]).await
}

async fn write(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    match complain::write(office, actor, id, read(&fields), &visit.moment).await {
        Ok(complaint) => Ok(visit.go(&format!("/complaints/{complaint}"))),
        Err(OfficeError::Findings(found)) => {
            form_page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What was written before, as the form would post it.
fn fields_of(own: &Complaint) -> Fields {
    let mut fields = Fields::default();
    fields.put("subject", own.subject.as_str());
    fields.put("circumstances", &own.circumstances);
    fields.put("wishes", &own.wishes.iter().map(|wish| wish.as_str()).collect::<Vec<_>>().join(" "));
    fields.put("residence", &own.residence);
    fields.put("late_because", &own.late_because);
    fields.put("attachments", &own.attachments.iter().map(|file| file.id.to_string()).collect::<Vec<_>>().join(" "));
    fields
}

fn read(fields: &Fields) -> Typed {
    let wishes: Vec<&str> = fields.get("wishes").split_whitespace().collect();
    Typed {
        subject: Subject::from_name(fields.trimmed("subject")),
        circumstances: fields.get("circumstances").replace("\r\n", "\n"),
        wishes: Wish::ALL.into_iter().filter(|wish| wishes.contains(&wish.as_str())).collect(),
        residence: fields.trimmed("residence").to_owned(),
        late_because: fields.get("late_because").replace("\r\n", "\n"),
        attachments: fields.get("attachments").split_whitespace().filter_map(|id| id.parse().ok()).collect(),
    }
}

async fn form_page(
    visit: &Visit,
    id: ApplicationId,
    status: StatusCode,
    typed: &Fields,
    found: &[Finding],
) -> Result<Response, Problem> {
    let (t, office) = (visit.t(), &visit.state.office);
    let view = office::cases::get(office, visit.actor()?, id, visit.moment.now).await?;
    let Some(open) = &view.may_complain else { return Err(Problem::NotOpen) };
    let case = visit.url(&format!("/services/{id}"));
    let controls = controls(visit, open, &view.request, typed, found);
    let frame = visit
        .frame(t.s("complaint-title"))
        .caption(view.line.reference.clone())
        .back(case.clone())
        .errors(error_lines(&controls))
        .help(Some(times::help(&t, &view.mission)), Some(view.line.reference.clone()))
        .keeps_typed();
    let policy = complain::policy(office, view.line.sent_at);
    let leads = vec![
        t.f2("complaint-lead-order", "mission", t.of(&view.mission.name), "body", t.of(&policy.higher_body)),
        t.n2("complaint-lead-terms", "forward", policy.forward_working_days, "decide", policy.provider_working_days),
        t.s("complaint-lead-no-harm"),
    ];
    visit.show_with(status, &FormPage { frame, leads, controls, action: format!("{case}/complaint"), case })
}

fn controls(
    visit: &Visit,
    open: &Open,
    request: &domain::request::Request,
    typed: &Fields,
    found: &[Finding],
) -> Vec<Control> {
    let t = visit.t();
    let word = t.s("frame-error-word");
    let error = |field: &str| {
        let code = &found.iter().find(|finding| finding.field == field)?.code;
        let most = if field == "circumstances" { complain::TEXT_CHARS_MAX } else { complain::LINE_CHARS_MAX };
        Some(t.f(&format!("complaint-{}-error-{code}", field.replace('_', "-")), "max", most))
    };
    let name = |prefix: &str, name: &str| t.s(&format!("complaint-{prefix}-{}", name.replace('_', "-")));
    let subjects = open.subjects.iter().map(|one| Item::new(one.as_str(), name("subject", one.as_str())));
    let about = open.subjects.first().copied().unwrap_or(Subject::Action);
    let wishes = Wish::ALL.into_iter().map(|one| Item::new(one.as_str(), t.s(&wish_key(about, one))));
    // What the person took away is not put back beside the sentence that it is missing.
    let is_typed = |field: &str| typed.has(field) || !found.is_empty();
    let value = |field: &str, preset: String| if is_typed(field) { typed.get(field).to_owned() } else { preset };
    let first = open.subjects.first().map(|one| one.as_str().to_owned()).unwrap_or_default();
    let mut controls = vec![
        Control::radios("subject", t.s("complaint-subject"), subjects.collect())
            .value(value("subject", first))
            .error(error("subject"), word.clone()),
        Control::textarea("circumstances", t.s("complaint-circumstances"), 8)
            .hint(Some(t.f("complaint-circumstances-hint", "max", complain::TEXT_CHARS_MAX)))
            .value(typed.get("circumstances"))
            .error(error("circumstances"), word.clone()),
        Control::checkboxes("wishes", t.s("complaint-wishes"), wishes.collect())
            .value(typed.get("wishes"))
            .error(error("wishes"), word.clone()),
        Control::textarea("residence", t.s("complaint-residence"), 3)
            .hint(Some(t.s("complaint-residence-hint")))
            .value(value("residence", residence(visit, request)))
            .error(error("residence"), word.clone()),
    ];
    if open.late {
        controls.push(
            Control::textarea("late_because", t.s("complaint-late-because"), 4)
                .hint(Some(t.s("complaint-late-because-hint")))
                .value(typed.get("late_because"))
                .error(error("late_because"), word),
        );
    }
    let files = request.documents.iter().flat_map(|document| &document.files);
    let files: Vec<Item> = files.map(|file| Item::new(file.id.to_string(), file.name.clone())).collect();
    if !files.is_empty() {
        controls.push(
            Control::checkboxes("attachments", t.s("complaint-attachments"), files)
                .hint(Some(t.s("complaint-attachments-hint")))
                .value(typed.get("attachments")),
        );
    }
    controls
}

/// The postal address as it is known: most people live where their letters go.
fn residence(visit: &Visit, request: &domain::request::Request) -> String {
    let address = &request.applicant.address;
    let country = visit.state.office.catalogue().country(address.country);
    let country = country.map(|name| visit.t().of(name).to_owned()).unwrap_or_default();
    let town = format!("{} {}", address.postal_code, address.city);
    let parts = [address.line1.as_str(), address.line2.as_str(), town.trim(), country.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let own = complain::get(office, actor, id).await?;
    let bytes = complain::file(office, actor, id).await?.bytes.len();
    let (t, is_draft) = (visit.t(), own.state == ComplaintState::Draft);
    let mission = office.catalogue().mission(&own.mission).ok_or(Problem::NotFound)?;
    let case = visit.url(&format!("/services/{}", own.application));
    let url = |page: &str| visit.url(&format!("/complaints/{id}{page}"));
    let frame = visit
        .frame(t.s(if is_draft { "complaint-check-title" } else { "complaint-own-title" }))
        .caption(own.body.reference.clone())
        .back(if is_draft { format!("{case}/complaint") } else { case.clone() })
        .help(Some(times::help(&t, mission)), Some(own.body.reference.clone()));
    let eds_first =
        visit.session.as_ref().and_then(|session| session.account.as_ref()).is_some_and(|one| one.iin_proven);
    visit.show(&Page {
        frame,
        headline: t.s(&format!("complaint-state-{}", own.state.as_str())),
        told: told(&visit, &own, mission),
        rows: rows(&visit, &own),
        file: url("/file"),
        sha256: own.file.0.clone(),
        size: sign_panel::size(&t, bytes),
        proof: (!is_draft).then(|| (url("/proof"), t.s("complaint-proof"))),
        decided: decided(&visit, &own, &format!("/services/{}", own.application)).await?,
        draft: is_draft.then(|| [url("/signature"), url("/code"), format!("{case}/complaint")]),
        eds_first,
        case,
    })
}

/// The decision on a complaint as a document, with its signature or seal: papers of the case at `case`.
///
/// # Errors
/// Storage only.
pub async fn decided(visit: &Visit, own: &Filed, case: &str) -> Result<Vec<Row>, Problem> {
    let t = visit.t();
    let Some(number) = complain::decided(&visit.state.office, own).await? else { return Ok(vec![]) };
    let papers = [
        ("paper-link-complaint-decision", store::decision::complaint_paper(number)),
        ("paper-link-complaint-decision-proof", format!("decision-proof-{number}")),
    ];
    Ok(papers.map(|(key, kind)| Row::new(t.s(key), visit.url(&format!("{case}/papers/{kind}")))).into())
}

/// What follows and by when; after an answer, the answer.
pub fn told(visit: &Visit, own: &Filed, mission: &Mission) -> Vec<String> {
    let t = visit.t();
    let when = |at| times::when(&t, at, mission);
    let Some(terms) = own.terms else { return vec![t.s("complaint-draft-next")] };
    let mut told = vec![t.f("complaint-filed-at", "when", when(terms.filed_at))];
    match &own.state {
        ComplaintState::Received => {
            told.push(t.f2("complaint-forward-by", "mission", t.of(&mission.name), "when", when(terms.forward_by)));
            told.push(t.f("complaint-decide-by", "when", when(terms.decide_by)));
            told.push(t.s(until_decided(own, visit.moment.now)));
        }
        ComplaintState::Forwarded { at, extension } => {
            told.push(t.f2("complaint-forwarded-at", "body", t.of(&own.body.considered_by), "when", when(*at)));
            if let Some(more) = extension {
                let ground = t.s(&format!("complaint-extension-{}", more.ground.as_str().replace('_', "-")));
                told.push(t.f2("complaint-extended-at", "when", when(more.at), "ground", ground));
                told.push(more.reasons.clone());
            }
            told.push(t.f("complaint-decide-by", "when", when(terms.decide_by)));
            told.push(t.s(until_decided(own, visit.moment.now)));
        }
        ComplaintState::Satisfied { reasons, at } => {
            told.push(t.f("complaint-satisfied-at", "when", when(*at)));
            told.push(reasons.clone());
            told.push(t.s(office::letters::what_follows(own)));
        }
        ComplaintState::Decided { decision, reasons, at } => {
            let text = t.s(&format!("complaint-decision-{}", decision.as_str().replace('_', "-")));
            told.push(t.f2("complaint-decided-at", "decision", text, "when", when(*at)));
            told.push(reasons.clone());
            told.push(t.s(office::letters::what_follows(own)));
        }
        ComplaintState::Draft => {}
    }
    told
}

/// Key of what is asked for: to cancel an annulment is not to register.
fn wish_key(about: Subject, wish: Wish) -> String {
    match (about, wish) {
        (Subject::Annulment, Wish::Cancel) => "complaint-wish-cancel-annulment".to_owned(),
        _ => format!("complaint-wish-{}", wish.as_str().replace('_', "-")),
    }
}

/// Key of what holds until the decision: the act is not carried out (APPC 96), or the term passed and the way to court is open (100(5)).
fn until_decided(own: &Filed, now: Timestamp) -> &'static str {
    match own.body.subject {
        _ if own.terms.is_some_and(|terms| now > terms.decide_by) => "complaint-silence",
        Subject::Annulment => "complaint-suspends-annulment",
        Subject::DeadlineMissed => "complaint-without-decision",
        _ => "complaint-suspends",
    }
}

/// What was written, in words.
pub fn rows(visit: &Visit, own: &Filed) -> Vec<(String, String)> {
    let t = visit.t();
    let body = &own.body;
    let name = |prefix: &str, name: &str| t.s(&format!("complaint-{prefix}-{}", name.replace('_', "-")));
    let wishes: Vec<String> = body.wishes.iter().map(|wish| t.s(&wish_key(body.subject, *wish))).collect();
    let files: Vec<&str> = body.attachments.iter().map(|file| file.name.as_str()).collect();
    let mut rows = vec![
        (t.s("complaint-subject"), name("subject", body.subject.as_str())),
        (t.s("complaint-circumstances"), body.circumstances.clone()),
        (t.s("complaint-wishes"), wishes.join("; ")),
        (t.s("complaint-residence"), body.residence.clone()),
    ];
    if !body.late_because.is_empty() {
        rows.push((t.s("complaint-late-because"), body.late_because.clone()));
    }
    if !files.is_empty() {
        rows.push((t.s("complaint-attachments"), files.join("\n")));
    }
    rows
}

async fn give_proof(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let file = complain::proof_file(&visit.state.office, visit.actor()?, id).await?;
    Ok(super::file::download(&file.name, &file.media_type, file.bytes, false))
}

async fn give(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let file = complain::file(&visit.state.office, visit.actor()?, id).await?;
    Ok(super::file::download(&file.name, &file.media_type, file.bytes, false))
}
