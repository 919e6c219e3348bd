//! `/{lang}/desk/paper`: requests on paper. Which are expected, one found by the number at its foot, and its acceptance: who the person
//! is was seen, the paper is signed by hand, and its scan is kept.

use super::act::DONE;
use super::clock::Clock;
use super::file::inline;
use super::nav::{self, Link};
use super::{Row, key, typed_removal};
use crate::forms::file::Upload;
use crate::forms::{Control, Fields, Item, error_lines};
use crate::frame::Frame;
use crate::portal::drop_texts;
use crate::portal::files::limits;
use crate::portal::upload::{ACCEPT, sentence};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::{AttachmentId, DraftId};
use office::accept_paper::{IDENTITY_DOCUMENTS, IDENTITY_NUMBER_CHARS_MAX, Seen, accept_paper};
use office::paper_intake::{self, AtDesk, Expected, FormAtDesk};
use office::type_request::{self, Begun};
use office::{FileProblem, OfficeError};
use service::Finding;
use uuid::Uuid;

/// The field of the scan.
const SCAN: &str = "scan";

/// The list.
#[derive(Template)]
#[template(path = "desk/intake.html")]
pub struct List {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// The number that is looked for.
    pub number: Control,
    /// Begins one for a person who came without.
    pub begin: String,
    /// Begun here and not accepted.
    pub begun: Vec<BegunLine>,
    /// Address, number, applicant, the person who died, printed at.
    pub forms: Vec<(String, [String; 4])>,
}

/// What was begun here and not accepted.
pub struct BegunLine {
    /// Address of its pages.
    pub url: String,
    /// For whom.
    pub name: String,
    /// When it was last changed.
    pub changed: String,
    /// Address to throw it away.
    pub removal: String,
}

/// A form that does not count.
#[derive(Template)]
#[template(path = "desk/paper_changed.html")]
pub struct Changed {
    /// Its frame.
    pub frame: Frame,
}

/// One form.
#[derive(Template)]
#[template(path = "desk/paper_form.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What is known of it.
    pub facts: Vec<Row>,
    /// Address of the printed file.
    pub file: String,
    /// Enclosed files: document with name, and address.
    pub files: Vec<Row>,
    /// Slips that were given: when, with the reason; address.
    pub slips: Vec<Row>,
    /// What follows from accepting it.
    pub lead: String,
    /// The form of the acceptance.
    pub controls: Vec<Control>,
    /// Not to accept it.
    pub refusal: String,
}

/// The handlers of the list.
pub fn list() -> MethodRouter<AppState> {
    get(listed)
}

/// The handlers of one form.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(accept)
}

/// The printed file.
pub fn form() -> MethodRouter<AppState> {
    get(printed)
}

/// An enclosed file.
pub fn enclosed() -> MethodRouter<AppState> {
    get(enclosure)
}

/// A slip.
pub fn slip() -> MethodRouter<AppState> {
    get(slip_paper)
}

async fn listed(visit: Visit) -> Outcome {
    let (t, office, actor) = (visit.t(), &visit.state.office, visit.actor()?);
    let typed = visit.query_value("number").unwrap_or_default();
    let found = match typed.trim() {
        "" => None,
        wanted => Some(paper_intake::find(office, actor, wanted).await),
    };
    let error = match found {
        Some(Ok(draft)) => return Ok(visit.go(&format!("/desk/paper/{draft}"))),
        Some(Err(OfficeError::NotFound)) => Some(t.s("intake-number-error")),
        Some(Err(other)) => return Err(other.into()),
        None => None,
    };
    let forms = paper_intake::expected(office, actor).await?;
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let number = Control::text("number", t.s("intake-number"))
        .hint(Some(t.s("intake-number-hint")))
        .value(typed)
        .error(error, t.s("frame-error-word"))
        .autocomplete("off")
        .width("govuk-input--width-10");
    let frame = visit.frame(t.s("intake-title")).wide().errors(error_lines(std::slice::from_ref(&number)));
    let frame = match visit.query_value(DONE).as_deref() == Some(typed_removal::DISCARDED) {
        true => frame.notice(t.s("typing-discarded")),
        false => frame,
    };
    let forms = forms.iter().map(|own| line(&visit, own)).collect();
    let begun = type_request::begun(office, actor).await?;
    let begun = begun.iter().map(|own| begun_line(&visit, own)).collect();
    let begin = visit.url("/desk/paper/new");
    visit.show_with(status, &List { frame, nav: nav::links(&visit), number, begin, begun, forms })
}

fn begun_line(visit: &Visit, own: &Begun) -> BegunLine {
    let changed = match &own.mission {
        Some(mission) => Clock::of(visit, mission).full(own.updated_at),
        None => String::new(),
    };
    BegunLine {
        url: visit.url(&format!("/request/{}", own.draft)),
        name: own.name.clone(),
        changed,
        removal: visit.url(&format!("/desk/paper/{}/removal", own.draft)),
    }
}

fn line(visit: &Visit, own: &Expected) -> (String, [String; 4]) {
    let t = visit.t();
    let deceased = own.deceased.clone().unwrap_or_else(|| t.s("intake-unidentified"));
    let printed = Clock::of(visit, &own.mission).full(own.printed_at);
    let number = match &own.amends {
        Some(reference) => t.f2("intake-number-addendum", "number", &own.number, "reference", reference),
        None => own.number.clone(),
    };
    (visit.url(&format!("/desk/paper/{}", own.draft)), [number, own.applicant.clone(), deceased, printed])
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    match paper_intake::open(&visit.state.office, visit.actor()?, id).await? {
        AtDesk::Waiting(form) => page(&visit, id, &form, StatusCode::OK, &Fields::default(), &[], None),
        other => elsewhere(&visit, &other),
    }
}

/// Accepted already: its case. Changed: a word that it does not count, and nothing of what it said.
fn elsewhere(visit: &Visit, found: &AtDesk) -> Outcome {
    if let AtDesk::Accepted(case) = found {
        return Ok(visit.go(&format!("/desk/cases/{case}")));
    }
    visit.show(&Changed { frame: visit.frame(visit.t().s("intake-title")).back(visit.url("/desk/paper")) })
}

async fn accept(visit: Visit, named: Named, mut upload: Upload) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let form = match paper_intake::open(&visit.state.office, visit.actor()?, id).await? {
        AtDesk::Waiting(form) => form,
        other => return elsewhere(&visit, &other),
    };
    let scan = upload.take(SCAN);
    let fields = upload.fields;
    let mut found = missing(&fields);
    let bytes_max = visit.state.office.settings().upload_bytes_max;
    let problem = match &scan {
        None => Some(FileProblem::Missing),
        Some(part) if part.too_big => Some(FileProblem::TooBig { bytes_max }),
        Some(_) => None,
    };
    if let (Some(part), true, None) = (scan, found.is_empty(), &problem) {
        let seen = Seen {
            identity_document: fields.trimmed("identity_document").to_owned(),
            identity_number: fields.trimmed("identity_number").to_owned(),
            iin: fields.trimmed("iin").to_owned(),
            scan: part.bytes,
        };
        match accept_paper(&visit.state.office, visit.actor()?, id, seen, &visit.moment).await {
            Ok(sent) => {
                let done = if form.request.amends.is_some() { "addendum" } else { "accepted" };
                return Ok(visit.go(&format!("/desk/cases/{}?done={done}", sent.application)));
            }
            Err(OfficeError::File(problem)) => return refused(&visit, id, &form, &fields, &[], Some(&problem)),
            Err(OfficeError::Findings(more)) => found.extend(more),
            // Somebody was first, or it does not say any more what would be asked today: its page tells which.
            Err(OfficeError::Stale) => return stale(&visit, id).await,
            Err(other) => return Err(other.into()),
        }
    }
    refused(&visit, id, &form, &fields, &found, problem.as_ref())
}

async fn stale(visit: &Visit, id: DraftId) -> Outcome {
    match paper_intake::open(&visit.state.office, visit.actor()?, id).await? {
        AtDesk::Waiting(_) => elsewhere(visit, &AtDesk::Changed),
        other => elsewhere(visit, &other),
    }
}

fn refused(
    visit: &Visit,
    id: DraftId,
    form: &FormAtDesk,
    fields: &Fields,
    found: &[Finding],
    problem: Option<&FileProblem>,
) -> Outcome {
    page(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY, fields, found, problem)
}

/// What was left out, all at once.
fn missing(fields: &Fields) -> Vec<Finding> {
    let mut found = vec![];
    if !IDENTITY_DOCUMENTS.contains(&fields.trimmed("identity_document")) {
        found.push(Finding::new("identity_document", "missing"));
    }
    match fields.trimmed("identity_number").chars().count() {
        0 => found.push(Finding::new("identity_number", "missing")),
        count if count > IDENTITY_NUMBER_CHARS_MAX => found.push(Finding::new("identity_number", "too-long")),
        _ => {}
    }
    if fields.trimmed("signature_seen") != "yes" {
        found.push(Finding::new("signature_seen", "missing"));
    }
    found
}

fn page(
    visit: &Visit,
    id: DraftId,
    form: &FormAtDesk,
    status: StatusCode,
    fields: &Fields,
    found: &[Finding],
    problem: Option<&FileProblem>,
) -> Outcome {
    let t = visit.t();
    let controls = controls(visit, form.typed, fields, found, problem);
    let url = |page: &str| visit.url(&format!("/desk/paper/{id}/{page}"));
    let clock = Clock::of(visit, &form.request.mission);
    let kinds = visit.state.office.catalogue().form();
    let named = |kind: &str| t.texts().label(t.lang, kinds, &format!("upload-{kind}"));
    let files = form
        .files
        .iter()
        .map(|file| Row::new(format!("{}: {}", named(&file.document), file.name), url(&format!("files/{}", file.id))));
    let slips = form.slips.iter().map(|slip| {
        let said = format!("{} · {}", clock.full(slip.given_at), t.s(&key("decline-", slip.reason.as_str())));
        Row::new(said, visit.url(&format!("/desk/slips/{}", slip.id)))
    });
    let frame = visit
        .frame(t.f("intake-form-title", "number", &form.number))
        .back(visit.url("/desk/paper"))
        .errors(error_lines(&controls));
    let page = Page {
        frame,
        facts: facts(visit, &clock, form),
        file: url("form"),
        files: files.collect(),
        slips: slips.collect(),
        lead: t.s(if form.request.amends.is_some() { "intake-accept-addendum-lead" } else { "intake-accept-lead" }),
        controls,
        refusal: url("refusal"),
    };
    visit.show_with(status, &page)
}

fn facts(visit: &Visit, clock: &Clock<'_>, form: &FormAtDesk) -> Vec<Row> {
    let (t, request) = (visit.t(), &form.request);
    let deceased = match &request.deceased {
        domain::request::Deceased::Identified(person) => person.name.official(),
        domain::request::Deceased::Unidentified { .. } => t.s("intake-unidentified"),
    };
    let amends = request.amends.as_ref().map(|own| Row::new(t.s("intake-amends"), own.reference.as_str()));
    // Said before the work is done: who accepts registers.
    let eyes = office::four_eyes::applies(&visit.state.office, &request.mission);
    let eyes = eyes.then(|| Row::new(t.s("four-eyes"), t.s("four-eyes-before")));
    let facts = [
        Row::new(t.s("intake-applicant"), request.applicant.name.official()),
        Row::new(t.s("intake-iin"), request.applicant.iin.as_str()),
        Row::new(t.s("intake-deceased"), deceased),
        Row::new(t.s("intake-dated"), t.date(request.date)),
        Row::new(t.s("intake-printed"), clock.full(form.printed_at)),
    ];
    amends.into_iter().chain(facts).chain(eyes).collect()
}

fn controls(
    visit: &Visit,
    typed: bool,
    fields: &Fields,
    found: &[Finding],
    problem: Option<&FileProblem>,
) -> Vec<Control> {
    let t = visit.t();
    let word = t.s("frame-error-word");
    let error = |field: &str| {
        let one = found.iter().find(|one| one.field == field)?;
        Some(t.s(&format!("intake-{}-error-{}", field.replace('_', "-"), one.code)))
    };
    let documents = IDENTITY_DOCUMENTS.iter().map(|one| Item::new(*one, t.s(&key("desk-handover-document-", one))));
    let iin = typed.then(|| {
        Control::text("iin", t.s("typing-document-iin"))
            .value(fields.get("iin"))
            .error(error("iin"), word.clone())
            .autocomplete("off")
            .numeric()
            .width("govuk-input--width-20")
    });
    let controls = vec![
        Control::radios("identity_document", t.s("intake-identity-document"), documents.collect())
            .value(fields.trimmed("identity_document"))
            .error(error("identity_document"), word.clone()),
        Control::text("identity_number", t.s("intake-identity-number"))
            .value(fields.get("identity_number"))
            .error(error("identity_number"), word.clone())
            .autocomplete("off")
            .width("govuk-input--width-20"),
        Control::checkboxes(
            "signature_seen",
            t.s("intake-signature-legend"),
            vec![Item::new("yes", t.s("intake-signature-seen"))],
        )
        .value(fields.get("signature_seen"))
        .error(error("signature_seen"), word.clone()),
        Control::file(SCAN, t.s("intake-scan"), ACCEPT)
            .drop_texts(drop_texts(&t))
            .hint(Some(format!("{} {}", t.s("intake-scan-hint"), limits(visit, &t))))
            .error(problem.map(|problem| sentence(&t, problem)), word.clone()),
    ];
    iin.into_iter().chain(controls).collect()
}

async fn printed(visit: Visit, named: Named) -> Outcome {
    Ok(inline(paper_intake::file(&visit.state.office, visit.actor()?, named.get("draft")?).await?))
}

async fn enclosure(visit: Visit, named: Named) -> Outcome {
    let (id, file): (DraftId, AttachmentId) = (named.get("draft")?, named.get("file")?);
    Ok(inline(paper_intake::enclosed(&visit.state.office, visit.actor()?, id, file).await?))
}

async fn slip_paper(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("slip")?;
    Ok(inline(paper_intake::slip(&visit.state.office, visit.actor()?, id).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_missing_is_told_at_once() {
        let found = missing(&Fields::default());
        let names: Vec<&str> = found.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(names, ["identity_document", "identity_number", "signature_seen"]);
        let long = format!("identity_document=passport&signature_seen=yes&identity_number={}", "1".repeat(61));
        assert_eq!(missing(&Fields::decode(long.as_bytes())), [Finding::new("identity_number", "too-long")]);
    }
}
