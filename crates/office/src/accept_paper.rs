//! Accepts a request on paper: the officer has seen who the person is and the signature by hand, and the scan is kept. From here on it is
//! a case like any other, with the term of the paper way (service page: 3 working days) and a receipt (APPC 64(2)). An addendum that is
//! brought on paper goes to its case, and its scan beside it.

use crate::desk_act::{self, Doing};
use crate::paper_intake::{self, Loaded};
use crate::send::{self, Sent};
use crate::{Fault, Office, OfficeError, attach_file, file_check, permission, print_form, receipt, type_request};
use domain::actor::{Actor, Role};
use domain::application::Act;
use domain::confirmation::{Confirmation, PaperConfirmation, PaperStatement, SignedRequest};
use domain::ids::{DraftId, MissionId, OfficerId};
use domain::moment::Moment;
use serde_json::json;
use store::BlobKey;
use store::prepared::Prepared;

/// Longest number of an identity document, characters.
pub const IDENTITY_NUMBER_CHARS_MAX: usize = 60;

/// Identity documents to choose from; stable names (`desk-handover-document-…`).
pub const IDENTITY_DOCUMENTS: [&str; 4] = ["passport", "identity_card", "foreign_passport", "other"];

/// What the officer saw.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Kind of the identity document.
    pub identity_document: String,
    /// Its number.
    pub identity_number: String,
    /// The IIN in the document; asked where the request was typed at the desk, whose word it stands on.
    pub iin: String,
    /// The scan of the signed paper, as received.
    pub scan: Vec<u8>,
}

/// Accepts, and registers a request in one go: the person stands at the desk.
///
/// # Errors
/// `NotFound` for another mission's form; [`crate::FileProblem`] for the scan; findings; `Stale` when the answers were changed after printing
/// or the form was accepted already.
pub async fn accept_paper(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    seen: Seen,
    moment: &Moment,
) -> Result<Sent, OfficeError> {
    let (officer, mission) = permission::intake(actor)?;
    let mission = mission.clone();
    let asking = actor.clone();
    let loaded = office.read(move |tx| Box::pin(async move { paper_intake::waiting(tx, &asking, id).await })).await?;
    if !print_form::still_says(office, &loaded.draft, &loaded.request, moment.now).await? {
        return Err(OfficeError::Stale);
    }
    if !IDENTITY_DOCUMENTS.contains(&seen.identity_document.as_str()) {
        return Err(OfficeError::finding("identity_document", "missing"));
    }
    let identity_number = identity_number(&seen.identity_number)?;
    if loaded.draft.typed.is_some() {
        same_iin(&seen.iin, loaded.request.applicant.iin.as_str())?;
    }
    let (scan, _) = attach_file::checked(office, seen.scan, file_check::turn().await).await?;
    let scan = office.store().keep(scan.bytes).await?;
    let seen = (seen.identity_document, identity_number);
    let statement = statement(office, &loaded, &scan, seen, officer, moment).await?;
    let bytes = statement.bytes().map_err(|error| Fault::Broken(format!("statement: {error}")))?;
    let seal = office.parts().sealer.seal(&bytes, moment.now, &moment.bytes("seal")).map_err(Fault::Seal)?;
    let proof = (office.store().keep(seal).await?, json!({ "statement": statement }));
    let confirmation = Confirmation::Paper(PaperConfirmation::accepted(statement));
    let signed = SignedRequest::new(loaded.request.clone(), &loaded.form.file.0, confirmation)
        .map_err(|error| Fault::Broken(error.to_string()))?;
    let taken = Taken { draft: id, file: loaded.form.file, signed, proof, scan };
    let (inner, by, at) = (office.clone(), registering(officer, &mission), moment.clone());
    let (sent, is_new) =
        office.write(move |tx| Box::pin(async move { take(&inner, tx, &by, taken, &at).await })).await?;
    if !is_new {
        return Ok(sent);
    }
    // It is accepted, whatever happens now: the receipt is made from what is stored, and whoever asks for it later gets the same one.
    if let Err(error) = receipt::receipt(office, actor, sent.application, moment).await {
        tracing::error!(application = %sent.application, %error, "the receipt could not be made yet");
    }
    Ok(sent)
}

/// What was brought, checked and sealed.
struct Taken {
    draft: DraftId,
    /// The form that the officer compared.
    file: BlobKey,
    signed: SignedRequest,
    proof: (BlobKey, serde_json::Value),
    scan: BlobKey,
}

/// Sends it; true for a request, which is registered by that, false for an addendum to a case.
async fn take(
    office: &Office,
    tx: &mut store::Tx,
    by: &Actor,
    taken: Taken,
    moment: &Moment,
) -> Result<(Sent, bool), OfficeError> {
    let Taken { draft: id, file, signed, proof, scan } = taken;
    let Loaded { draft, form, .. } = paper_intake::waiting(tx, by, id).await?;
    if form.file != file {
        return Err(OfficeError::Stale);
    }
    let printed = Prepared {
        draft: id,
        draft_version: form.draft_version,
        file: form.file,
        request_json: form.request_json,
        prepared_at: form.printed_at,
    };
    let draft = type_request::of_its_person(office, tx, draft, moment).await?;
    let (amends, typed) = (draft.amends, draft.typed.clone());
    let sent = match send::send(office, tx, draft, &printed, &signed, proof, moment).await {
        // The mission asks for it no more: what is printed does not count.
        Err(OfficeError::NotOpen(_)) if amends.is_some() => return Err(OfficeError::Stale),
        other => other?,
    };
    if amends.is_some() {
        return Ok((sent, false));
    }
    let typist = typed.map(|own| ("typed_by", json!(own.officer.to_string())));
    let evidence: Vec<_> = [("signed_form", json!(scan.0))].into_iter().chain(typist).collect();
    keep_scan(tx, &sent, scan, moment).await?;
    let mut case = desk_act::load(tx, by, sent.application).await?;
    let doing = Doing { actor: by, moment, seen_version: case.version };
    desk_act::perform(office, tx, &mut case, Act::Register, &doing, &evidence).await?;
    Ok((sent, true))
}

/// A number mistyped at the beginning would give the case to somebody else.
fn same_iin(typed: &str, wanted: &str) -> Result<(), OfficeError> {
    let digits: String = typed.chars().filter(|own| !own.is_whitespace() && *own != '-').collect();
    match digits.as_str() {
        "" => Err(OfficeError::finding("iin", "missing")),
        same if same == wanted => Ok(()),
        _ => Err(OfficeError::finding("iin", "differs")),
    }
}

/// What the officer says of it, for the seal.
async fn statement(
    office: &Office,
    loaded: &Loaded,
    scan: &BlobKey,
    (identity_document, identity_number): (String, String),
    officer: OfficerId,
    moment: &Moment,
) -> Result<PaperStatement, OfficeError> {
    Ok(PaperStatement {
        file_sha256: loaded.form.file.0.clone(),
        form_number: loaded.form.number.clone(),
        scan_sha256: scan.0.clone(),
        draft: loaded.draft.id,
        application: loaded.draft.amends.unwrap_or_else(|| send::application_id(moment)),
        accepted_at: moment.now,
        officer,
        official: official(office, officer).await?,
        identity_document,
        identity_number,
    })
}

/// Who accepts a request on paper registers it by that, an intake clerk too: nothing else of the case is theirs to do.
fn registering(officer: OfficerId, mission: &MissionId) -> Actor {
    Actor::Staff { officer, role: Role::Officer, mission: Some(mission.clone()) }
}

/// Name and post as they are now.
pub(crate) async fn official(office: &Office, id: OfficerId) -> Result<domain::paper::OfficerLine, OfficeError> {
    let person = office.read(move |tx| Box::pin(async move { Ok(store::officer::get(tx, id).await?) })).await?;
    Ok(person.ok_or(OfficeError::NotAllowed)?.line)
}

pub(crate) fn identity_number(typed: &str) -> Result<String, OfficeError> {
    let number = crate::decline_registration::plain(typed);
    match number.chars().count() {
        0 => Err(OfficeError::finding("identity_number", "missing")),
        count if count > IDENTITY_NUMBER_CHARS_MAX => Err(OfficeError::finding("identity_number", "too-long")),
        _ => Ok(number),
    }
}

async fn keep_scan(tx: &mut store::Tx, sent: &Sent, scan: BlobKey, moment: &Moment) -> Result<(), OfficeError> {
    let paper = store::paper::Paper {
        application: sent.application,
        kind: "signed-form".to_owned(),
        number: None,
        file: scan,
        created_at: moment.now,
    };
    Ok(store::paper::insert(tx, &paper).await?)
}
