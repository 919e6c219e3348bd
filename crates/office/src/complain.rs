//! The applicant's complaint (APPC 91-93): written from the case with everything that article 93(2) lists, set as a file, and filed with
//! the proof of the person over exactly that file. A missed term bars nothing (92(3)).

use crate::attach_file::File;
use crate::decline_registration::plain;
use crate::one_time_code::{self, CodePurpose, CodeSent};
use crate::signature::{self, Instants};
use crate::{
    Fault, Office, OfficeError, OtpProblem, SignatureProblem, complained_of, complaint_terms, desk_act, letters,
    outgoing, permission, prepare_request,
};
use domain::actor::Actor;
use domain::application::State;
use domain::application::state::is_overdue;
use domain::complaint::{Complaint, ComplaintState, Subject, Wish, file_until};
use domain::confirmation::{ConfirmationKind, OtpStatement, Purpose, Revocation, VerifiedSignature};
use domain::decision::Decided;
use domain::ids::{AccountId, ApplicationId, AttachmentId, DraftId};
use domain::moment::Moment;
use domain::paper::ComplaintPaper;
use domain::signing_age::may_sign;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};
use store::application::Application;
use store::complaint::{Filed, Proof};
use store::{StoreError, Tx};
use uuid::Uuid;

/// Longest text of circumstances (UX.md J2).
pub const TEXT_CHARS_MAX: usize = 10_000;
/// Longest further text.
pub const LINE_CHARS_MAX: usize = 1_000;
/// Writings of one account in an hour.
const PER_HOUR_MAX: i64 = 30;
const HOUR_SECONDS: i64 = 3_600;

/// What a person typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// What it is about.
    pub subject: Option<Subject>,
    /// Circumstances and evidence.
    pub circumstances: String,
    /// What is asked for.
    pub wishes: Vec<Wish>,
    /// Actual residence.
    pub residence: String,
    /// Why later than the term; only asked where it is late.
    pub late_because: String,
    /// Enclosed files, of those of the application.
    pub attachments: Vec<AttachmentId>,
}

/// What a complaint can be about now, the likeliest first, and whether the term to file has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Subjects.
    pub subjects: Vec<Subject>,
    /// More than the months of 92(1) have passed since the person learned.
    pub late: bool,
}

/// The rules of complaints for a case that was sent at `sent_at`: those that the signed complaint will name.
pub fn policy(office: &Office, sent_at: Timestamp) -> &service::passport::Complaint {
    &office.edition().at(sent_at).passport().complaint
}

/// What a complaint about `case` can be about at `now`; `last_act`: when the mission last acted on it.
///
/// # Errors
/// A fault, when the register does not know its mission.
pub(crate) fn open(
    office: &Office,
    case: &Application,
    last_act: Option<Timestamp>,
    now: Timestamp,
) -> Result<Open, OfficeError> {
    let overdue = is_overdue(case.state.kind(), case.due_at, now);
    let first = match &case.state {
        State::Refused { .. } => Some(Subject::Refusal),
        State::DeclinedRegistration { .. } => Some(Subject::NotRegistered),
        State::Returned { .. } => Some(Subject::Return),
        State::Annulled { .. } => Some(Subject::Annulment),
        _ if overdue => Some(Subject::DeadlineMissed),
        _ => None,
    };
    let until = file_until(
        learned_on(office, case, last_act, now)?,
        office.catalogue_of(case).passport().complaint.file_months,
    );
    let today = now.to_zoned(letters::zone_of(letters::mission_of(office, case)?)).date();
    Ok(Open { subjects: first.into_iter().chain([Subject::Action]).collect(), late: today > until })
}

/// The day, at the mission, on which the person learned of what the complaint is about: the decision, the end of a term that was missed,
/// or else the last act of the mission; today where it has not acted.
fn learned_on(
    office: &Office,
    case: &Application,
    last_act: Option<Timestamp>,
    now: Timestamp,
) -> Result<Date, OfficeError> {
    let at = match &case.state {
        State::Refused { refused_at, .. } => *refused_at,
        State::DeclinedRegistration { declined_at, .. } => *declined_at,
        State::Returned { returned_at, .. } => *returned_at,
        State::Annulled { annulled_at, .. } => *annulled_at,
        _ if is_overdue(case.state.kind(), case.due_at, now) => case.due_at,
        _ => last_act.unwrap_or(now),
    };
    Ok(at.to_zoned(letters::zone_of(letters::mission_of(office, case)?)).date())
}

/// What was written before and is not filed: the form begins with it.
///
/// # Errors
/// `NotFound` for another person's case.
pub async fn written(office: &Office, actor: &Actor, id: ApplicationId) -> Result<Option<Complaint>, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                desk_act::load_own(tx, &actor, id).await?;
                let draft =
                    store::complaint::of(tx, id).await?.into_iter().find(|own| own.state == ComplaintState::Draft);
                Ok(draft.map(|own| own.body))
            })
        })
        .await
}

/// Writes the complaint and sets its file; a second writing replaces the first until it is filed.
///
/// # Errors
/// Findings at `subject`, `circumstances`, `wishes`, `residence`, `late_because`; `Stale` while another complaint is open; `NotFound`;
/// `TooMany` after [`PER_HOUR_MAX`].
pub async fn write(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    typed: Typed,
    moment: &Moment,
) -> Result<Uuid, OfficeError> {
    let account = permission::applicant(actor)?;
    let (asking, now, about) = (actor.clone(), moment.now, typed.subject);
    let (case, last_act, before, official) = office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &asking, id).await?;
                // Each writing sets a file and keeps it.
                let key = format!("complaint:{account}");
                if store::limit::hit(tx, &key, HOUR_SECONDS, now).await? > PER_HOUR_MAX {
                    return Err(OfficeError::TooMany { retry_at: store::limit::window_end(HOUR_SECONDS, now) });
                }
                let timeline = store::journal::of_application(tx, id).await?;
                let official = complained_of::official(tx, &timeline, about).await?;
                let last_act = complained_of::last_act(timeline.iter());
                Ok((case, last_act, store::complaint::of(tx, id).await?, official))
            })
        })
        .await?;
    let unanswered = before.into_iter().find(|own| !own.state.is_final());
    if unanswered.as_ref().is_some_and(|own| own.state != ComplaintState::Draft) {
        return Err(OfficeError::Stale);
    }
    let body = Complaint { official, ..compose(office, &case, typed, last_act, moment.now)? };
    let pdf = set(office, &case, body.clone()).await?;
    let own = Filed {
        id: unanswered.as_ref().map_or_else(|| moment.uuid("complaint"), |own| own.id),
        application: id,
        account,
        mission: case.mission.clone(),
        state: ComplaintState::Draft,
        version: unanswered.map_or(1, |own| own.version + 1),
        body,
        file: office.store().keep(pdf).await?,
        proof: None,
        created_at: moment.now,
        terms: None,
        silence_told: false,
    };
    let complaint = own.id;
    office
        .write(move |tx| {
            Box::pin(async move {
                match store::complaint::put_draft(tx, &own).await {
                    // Two clicks at once: the other one has written it.
                    Err(StoreError::Conflict(_)) => Err(OfficeError::Stale),
                    other => Ok(other?),
                }
            })
        })
        .await?;
    Ok(complaint)
}

fn compose(
    office: &Office,
    case: &Application,
    typed: Typed,
    last_act: Option<Timestamp>,
    now: Timestamp,
) -> Result<Complaint, OfficeError> {
    let open = open(office, case, last_act, now)?;
    let mut findings = vec![];
    let mut miss = |field: &str, code: &'static str| findings.push(service::Finding::new(field, code));
    let subject = typed.subject.filter(|own| open.subjects.contains(own));
    if subject.is_none() {
        miss("subject", "missing");
    }
    let circumstances = plain(&typed.circumstances);
    match circumstances.chars().count() {
        0 => miss("circumstances", "missing"),
        count if count > TEXT_CHARS_MAX => miss("circumstances", "too-long"),
        _ => {}
    }
    let wishes: Vec<Wish> = Wish::ALL.into_iter().filter(|wish| typed.wishes.contains(wish)).collect();
    if wishes.is_empty() {
        miss("wishes", "missing");
    }
    let residence = plain(&typed.residence);
    match residence.chars().count() {
        0 => miss("residence", "missing"),
        count if count > LINE_CHARS_MAX => miss("residence", "too-long"),
        _ => {}
    }
    let late_because = if open.late { plain(&typed.late_because) } else { String::new() };
    if late_because.chars().count() > LINE_CHARS_MAX {
        miss("late_because", "too-long");
    }
    let Some(subject) = subject.filter(|_| findings.is_empty()) else { return Err(OfficeError::Findings(findings)) };
    let zone = letters::zone_of(letters::mission_of(office, case)?);
    let applicant = &case.request.applicant;
    let files = case.request.documents.iter().flat_map(|document| &document.files);
    Ok(Complaint {
        reference: case.reference.clone(),
        language: case.language,
        considered_by: office.catalogue_of(case).passport().complaint.higher_body.clone(),
        mission: case.mission.clone(),
        official: None,
        name: applicant.name.clone(),
        iin: applicant.iin.clone(),
        iin_proven: applicant.iin_proven,
        postal_address: applicant.address.clone(),
        residence,
        subject,
        learned_on: learned_on(office, case, last_act, now)?,
        circumstances,
        wishes,
        late_because,
        attachments: files.filter(|file| typed.attachments.contains(&file.id)).cloned().collect(),
        date: now.to_zoned(zone).date(),
    })
}

async fn set(office: &Office, case: &Application, body: Complaint) -> Result<Vec<u8>, OfficeError> {
    let names = prepare_request::printed_names(office, &case.request)?;
    let press = office.parts().press.clone();
    let beside = case.request.certificate_language;
    let json = body.bytes().map_err(|error| Fault::Broken(error.to_string()))?;
    let set = tokio::task::spawn_blocking(move || {
        press.complaint(&ComplaintPaper { complaint: &body, canonical: &json, beside, names: &names })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}

/// One's own complaint.
///
/// # Errors
/// `NotFound` for another person's.
pub async fn get(office: &Office, actor: &Actor, id: Uuid) -> Result<Filed, OfficeError> {
    let account = permission::applicant(actor)?;
    office.read(move |tx| Box::pin(owned(tx, account, id))).await
}

/// One's own complaint that still waits to be signed.
pub(crate) async fn unfiled(office: &Office, actor: &Actor, id: Uuid, now: Timestamp) -> Result<Filed, OfficeError> {
    let own = get(office, actor, id).await?;
    if own.state != ComplaintState::Draft {
        return Err(OfficeError::Stale);
    }
    dated_today(office, &own, now)?;
    Ok(own)
}

async fn owned(tx: &mut Tx, account: AccountId, id: Uuid) -> Result<Filed, OfficeError> {
    let own = store::complaint::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if own.account == account { Ok(own) } else { Err(OfficeError::NotFound) }
}

/// The file that is signed.
///
/// # Errors
/// `NotFound` for another person's.
pub async fn file(office: &Office, actor: &Actor, id: Uuid) -> Result<File, OfficeError> {
    paper(office, &get(office, actor, id).await?).await
}

/// Number of the decision on one's own complaint; `None` while there is none.
///
/// # Errors
/// Storage only.
pub async fn decided(office: &Office, own: &Filed) -> Result<Option<u32>, OfficeError> {
    let (application, id) = (own.application, own.id);
    let all = office.read(move |tx| Box::pin(async move { Ok(store::decision::of(tx, application).await?) })).await?;
    let is_own = |own: &&store::decision::Decision| matches!(own.statement.decided, Decided::AnswerComplaint { complaint, .. } if complaint == id);
    Ok(all.iter().find(is_own).map(|own| own.number))
}

pub(crate) async fn paper(office: &Office, own: &Filed) -> Result<File, OfficeError> {
    let bytes = office.store().blobs().get(&own.file).await?;
    let name = format!("{}-complaint.pdf", own.body.reference);
    Ok(File { name, media_type: "application/pdf".to_owned(), bytes })
}

/// The CMS or the seal over the file, once it was filed.
///
/// # Errors
/// `NotFound` for another person's, and for a draft.
pub async fn proof_file(office: &Office, actor: &Actor, id: Uuid) -> Result<File, OfficeError> {
    proof_paper(office, &get(office, actor, id).await?).await
}

pub(crate) async fn proof_paper(office: &Office, own: &Filed) -> Result<File, OfficeError> {
    let proof = own.proof.as_ref().ok_or(OfficeError::NotFound)?;
    let bytes = office.store().blobs().get(&proof.file).await?;
    let name = format!("{}-complaint.cms", own.body.reference);
    Ok(File { name, media_type: "application/pkcs7-signature".to_owned(), bytes })
}

/// Files it with an EDS over the file. Twice is once.
///
/// # Errors
/// The signature's cause; `Stale` when it was written on another day or written anew.
pub async fn sign(office: &Office, actor: &Actor, id: Uuid, cms: &[u8], moment: &Moment) -> Result<(), OfficeError> {
    let own = get(office, actor, id).await?;
    if own.state != ComplaintState::Draft {
        return Ok(());
    }
    dated_today(office, &own, moment.now)?;
    let file = office.store().blobs().get(&own.file).await?;
    let at = Instants::first_seen(moment.now);
    let (verdict, file) = signature::verdict(office, cms, file, eds::Policy::applicant(), at).await?;
    may_sign(&own.body.iin, own.body.date).map_err(|_| OfficeError::Signature(SignatureProblem::plain("too-young")))?;
    let verified = VerifiedSignature::accept(cms.to_vec(), &file, &verdict, &own.body.iin, office.iin_rules())
        .map_err(|refused| OfficeError::Signature(signature::problem(&verdict, &refused)))?;
    let detail = crate::submit_signed::detail(&verdict, moment);
    let cms = office.store().keep(verified.cms().to_vec()).await?;
    let awaits_nca = verified.revocation() == Revocation::AwaitsNca;
    record(office, own, Proof { confirmation: ConfirmationKind::Eds, file: cms, detail, awaits_nca }, moment).await
}

/// Sends a code that confirms exactly this file.
///
/// # Errors
/// Too soon, locked, no number.
pub async fn send_code(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    remote: &str,
    moment: &Moment,
) -> Result<CodeSent, OfficeError> {
    let own = unfiled(office, actor, id, moment.now).await?;
    let phone = phone(office, &own).await?;
    one_time_code::send(office, purpose(&own), phone, own.body.language, remote, moment).await
}

/// Files it with a one-time password: the server seals a statement over the file. Twice is once.
///
/// # Errors
/// The code's cause; `Stale` as [`sign`].
pub async fn confirm(office: &Office, actor: &Actor, id: Uuid, code: &str, moment: &Moment) -> Result<(), OfficeError> {
    let own = get(office, actor, id).await?;
    if own.state != ComplaintState::Draft {
        return Ok(());
    }
    dated_today(office, &own, moment.now)?;
    let (inner, purpose, code, now) = (office.clone(), purpose(&own), code.to_owned(), moment.now);
    let used = office
        .write(move |tx| Box::pin(async move { one_time_code::check(&inner, tx, &purpose, &code, now).await }))
        .await?
        .map_err(OfficeError::Otp)?;
    let statement = OtpStatement {
        purpose: Purpose::Complaint,
        file_sha256: own.file.0.clone(),
        draft: DraftId(own.id),
        application: own.application,
        confirmed_at: moment.now,
        masked_number: one_time_code::masked(&used.sent_to),
        code_id: used.id.to_string(),
    };
    let bytes = statement.bytes().map_err(|error| Fault::Broken(format!("statement: {error}")))?;
    let seal = office.parts().sealer.seal(&bytes, moment.now, &moment.bytes("seal")).map_err(Fault::Seal)?;
    let file = office.store().keep(seal).await?;
    let detail = json!({ "statement": statement, "code_id": used.id.to_string() });
    record(office, own, Proof { confirmation: ConfirmationKind::Otp, file, detail, awaits_nca: false }, moment).await
}

fn purpose(own: &Filed) -> CodePurpose {
    CodePurpose { subject: own.account.to_string(), purpose: one_time_code::CONFIRM, context: Some(own.file.0.clone()) }
}

async fn phone(office: &Office, own: &Filed) -> Result<String, OfficeError> {
    let (account, application) = (own.account, own.application);
    let (person, case) = office
        .read(move |tx| {
            Box::pin(async move {
                let person = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
                let case = store::application::get(tx, application).await?.ok_or(OfficeError::NotFound)?;
                Ok((person, case))
            })
        })
        .await?;
    let phone = person.phone.unwrap_or(case.request.applicant.phone.e164);
    if phone.is_empty() { Err(OfficeError::Otp(OtpProblem::BadPhone)) } else { Ok(phone) }
}

/// The complaint bears today's date at its mission; one that was left over midnight is written again before it is filed.
fn dated_today(office: &Office, own: &Filed, now: Timestamp) -> Result<(), OfficeError> {
    let zone = office.catalogue().mission(&own.mission).map_or(jiff::tz::TimeZone::UTC, letters::zone_of);
    if own.body.date == now.to_zoned(zone).date() { Ok(()) } else { Err(OfficeError::Stale) }
}

async fn record(office: &Office, seen: Filed, proof: Proof, moment: &Moment) -> Result<(), OfficeError> {
    let terms = complaint_terms::terms(office, &seen, moment.now)?;
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut own = owned(tx, seen.account, seen.id).await?;
                if own.state != ComplaintState::Draft {
                    return Ok(());
                }
                let case = store::application::get(tx, own.application).await?.ok_or(OfficeError::NotFound)?;
                let still = open(&inner, &case, None, moment.now)?.subjects.contains(&own.body.subject);
                if own.file != seen.file || !still {
                    return Err(OfficeError::Stale);
                }
                own.state = ComplaintState::Received;
                own.terms = Some(terms);
                own.proof = Some(proof);
                let applicant = Actor::Applicant(own.account);
                let told = outgoing::write_suspended(&inner, tx, &case, &own, &moment).await?;
                let act = (store::journal::FILE_COMPLAINT, told.into_iter().collect());
                keep(&inner, tx, own, act, &applicant, &moment).await
            })
        })
        .await
}

/// Stores where a complaint stands, with its entry in the chain of its application, which commits also to `evidence`, and its letter.
pub(crate) async fn keep(
    office: &Office,
    tx: &mut Tx,
    own: Filed,
    (act, evidence): (&str, Vec<(String, Value)>),
    actor: &Actor,
    moment: &Moment,
) -> Result<(), OfficeError> {
    if !store::complaint::save(tx, &own).await? {
        return Err(OfficeError::Stale);
    }
    if act == store::journal::FILE_COMPLAINT
        && let Some(proof) = own.proof.as_ref().filter(|proof| proof.confirmation == ConfirmationKind::Eds)
    {
        store::proof_time::wait(tx, &proof.file, own.application, moment.now).await?;
    }
    let case = store::application::get(tx, own.application).await?.ok_or(OfficeError::NotFound)?;
    if let Some(letter) = own.state.letter() {
        for row in letters::complaint_rows(office, tx, letter, &case, &own, moment).await? {
            store::outbox::insert(tx, &row).await?;
        }
    }
    let mut commitments = store::journal::complaining(&own)?;
    commitments.extend(evidence);
    let entry = store::journal::Entry { application: Some(own.application), act, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}
