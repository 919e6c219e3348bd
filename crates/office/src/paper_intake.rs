//! Requests on paper at the desk: which are expected, one looked at whole, and its files. Accepting and refusing are verbs of their own.

use crate::attach_file::File;
use crate::{Fault, Office, OfficeError, declare_conflict, permission, print_form};
use domain::actor::Actor;
use domain::confirmation::ConfirmationKind;
use domain::form_number::FormNumber;
use domain::ids::{ApplicationId, AttachmentId, DraftId, MissionId};
use domain::request::{Deceased, Request};
use jiff::Timestamp;
use std::collections::BTreeSet;
use store::Tx;
use store::application::Application;
use store::attachment::Attachment;
use store::draft::Draft;
use store::paper_form::{PaperForm, Slip};
use uuid::Uuid;

/// So many are listed; the others are found by their number.
pub const LISTED_MAX: i64 = 100;

/// A form that somebody will bring.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The draft.
    pub draft: DraftId,
    /// Number on every page.
    pub number: String,
    /// Who asks.
    pub applicant: String,
    /// The person who died; `None` where it is not known who it was.
    pub deceased: Option<String>,
    /// When it was printed.
    pub printed_at: Timestamp,
    /// The mission.
    pub mission: MissionId,
    /// The case that it amends, where it is an addendum.
    pub amends: Option<String>,
}

/// What an officer finds behind the number of a form of their mission.
#[derive(Clone, Debug)]
pub enum AtDesk {
    /// It waits to be accepted.
    Waiting(Box<FormAtDesk>),
    /// The answers were changed after it was printed: it does not count, and nothing of it is shown.
    Changed,
    /// It was accepted already, as this case.
    Accepted(ApplicationId),
}

/// A form as the officer sees it.
#[derive(Clone, Debug)]
pub struct FormAtDesk {
    /// Number on every page.
    pub number: String,
    /// When it was printed.
    pub printed_at: Timestamp,
    /// The request that is printed on it.
    pub request: Request,
    /// The files that the printed request encloses.
    pub files: Vec<Attachment>,
    /// Slips given before, the newest first.
    pub slips: Vec<Slip>,
    /// It was typed at the desk: the IIN in the identity document is compared.
    pub typed: bool,
}

/// A form that was loaded for an officer of its mission.
pub(crate) struct Loaded {
    pub draft: Draft,
    pub form: PaperForm,
    pub request: Request,
}

enum Found {
    Waiting(Box<Loaded>),
    Changed,
    Accepted(ApplicationId),
}

/// The forms that were printed for the officer's mission and not brought yet, the newest first.
///
/// # Errors
/// `NotAllowed` for anybody but an officer of a mission.
pub async fn expected(office: &Office, actor: &Actor) -> Result<Vec<Expected>, OfficeError> {
    let mission = permission::intake(actor)?.1.clone();
    let forms = office
        .read(move |tx| Box::pin(async move { Ok(store::paper_form::expected(tx, &mission, LISTED_MAX).await?) }))
        .await?;
    forms.into_iter().map(|form| line(&form)).collect()
}

/// The draft whose form bears this number.
///
/// # Errors
/// `NotFound`: mistyped, of another mission, or printed anew since.
pub async fn find(office: &Office, actor: &Actor, typed: &str) -> Result<DraftId, OfficeError> {
    let mission = permission::intake(actor)?.1.clone();
    let number = FormNumber::parse(typed).map_err(|_| OfficeError::NotFound)?;
    let form = office
        .read(move |tx| Box::pin(async move { Ok(store::paper_form::by_number(tx, number.as_str()).await?) }))
        .await?;
    form.filter(|form| form.mission == mission).map(|form| form.draft).ok_or(OfficeError::NotFound)
}

/// One form whole.
///
/// # Errors
/// `NotFound` for another mission's, and for a request that was sent on the portal.
pub async fn open(office: &Office, actor: &Actor, id: DraftId) -> Result<AtDesk, OfficeError> {
    permission::intake(actor)?;
    let asking = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let Loaded { form, request, draft } = match load(tx, &asking, id).await? {
                    Found::Waiting(loaded) => *loaded,
                    Found::Changed => return Ok(AtDesk::Changed),
                    Found::Accepted(case) => return Ok(AtDesk::Accepted(case)),
                };
                Ok(AtDesk::Waiting(Box::new(FormAtDesk {
                    files: enclosed_files(tx, id, &request).await?,
                    slips: store::paper_form::slips_of(tx, id).await?,
                    typed: draft.typed.is_some(),
                    number: form.number,
                    printed_at: form.printed_at,
                    request,
                })))
            })
        })
        .await
}

/// The printed file.
///
/// # Errors
/// As [`open`].
pub async fn file(office: &Office, actor: &Actor, id: DraftId) -> Result<File, OfficeError> {
    permission::intake(actor)?;
    let asking = actor.clone();
    let loaded = office.read(move |tx| Box::pin(async move { waiting(tx, &asking, id).await })).await?;
    print_form::pdf(office, &loaded.form).await
}

/// A file that is enclosed with the request.
///
/// # Errors
/// `NotFound` when it does not belong to this form.
pub async fn enclosed(office: &Office, actor: &Actor, id: DraftId, file: AttachmentId) -> Result<File, OfficeError> {
    permission::intake(actor)?;
    let asking = actor.clone();
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let loaded = waiting(tx, &asking, id).await?;
                let files = enclosed_files(tx, id, &loaded.request).await?;
                files.into_iter().find(|one| one.id == file).ok_or(OfficeError::NotFound)
            })
        })
        .await?;
    let bytes = office.store().blobs().get(&found.blob).await?;
    Ok(File { name: found.name, media_type: found.media_type, bytes })
}

/// A slip as paper.
///
/// # Errors
/// `NotFound` for another mission's.
pub async fn slip(office: &Office, actor: &Actor, id: Uuid) -> Result<File, OfficeError> {
    let mission = permission::intake(actor)?.1.clone();
    let found = office.read(move |tx| Box::pin(async move { Ok(store::paper_form::slip(tx, id).await?) })).await?;
    let found = found.filter(|slip| slip.mission == mission).ok_or(OfficeError::NotFound)?;
    let bytes = office.store().blobs().get(&found.file).await?;
    Ok(File { name: format!("slip-{id}.pdf"), media_type: "application/pdf".to_owned(), bytes })
}

/// What stands behind a form, for an officer of the mission it is addressed to. A request that went another way is nobody's here.
async fn load(tx: &mut Tx, actor: &Actor, id: DraftId) -> Result<Found, OfficeError> {
    let mission = permission::intake(actor)?.1;
    let form = store::paper_form::get(tx, id).await?.filter(|form| form.mission == *mission);
    let form = form.ok_or(OfficeError::NotFound)?;
    let draft = store::draft::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    // Who is kept from a case has no hand in its addendum either (Family Code 179(4), APPC 67).
    if let Some(case) = draft.amends {
        declare_conflict::must_not_concern(tx, actor, case).await?;
    }
    if let Some(sent) = draft.sent_as {
        let case = store::application::get(tx, sent).await?.filter(|case| case.mission == *mission);
        let case = case.ok_or(OfficeError::NotFound)?;
        return match confirmation(tx, &case, id).await? {
            Some(ConfirmationKind::Paper) => Ok(Found::Accepted(case.id)),
            _ => Err(OfficeError::NotFound),
        };
    }
    if !print_form::is_current(&draft, &form) {
        return Ok(Found::Changed);
    }
    let request = request_of(&form)?;
    Ok(Found::Waiting(Box::new(Loaded { draft, form, request })))
}

/// How the request of a case, or its addendum, that became of this draft was confirmed.
async fn confirmation(
    tx: &mut Tx,
    case: &Application,
    draft: DraftId,
) -> Result<Option<ConfirmationKind>, OfficeError> {
    if case.draft == draft {
        return Ok(Some(case.confirmation));
    }
    let mut sent = store::supplement::of(tx, case.id).await?.into_iter();
    Ok(sent.find(|own| own.draft == draft).map(|own| own.confirmation))
}

/// A form that waits.
///
/// # Errors
/// `NotFound` for another mission's; `Stale` for one that was changed or accepted.
pub(crate) async fn waiting(tx: &mut Tx, actor: &Actor, id: DraftId) -> Result<Loaded, OfficeError> {
    match load(tx, actor, id).await? {
        Found::Waiting(loaded) => Ok(*loaded),
        Found::Changed | Found::Accepted(_) => Err(OfficeError::Stale),
    }
}

/// The files that the printed request names, byte for byte, and no others of the draft.
async fn enclosed_files(tx: &mut Tx, id: DraftId, request: &Request) -> Result<Vec<Attachment>, OfficeError> {
    let named: BTreeSet<(AttachmentId, &str)> = request
        .documents
        .iter()
        .flat_map(|document| &document.files)
        .map(|file| (file.id, file.sha256.as_str()))
        .collect();
    let mut files = store::attachment::of_draft(tx, id).await?;
    files.retain(|file| named.contains(&(file.id, file.blob.0.as_str())));
    Ok(files)
}

fn request_of(form: &PaperForm) -> Result<Request, OfficeError> {
    serde_json::from_slice(&form.request_json)
        .map_err(|error| Fault::Broken(format!("printed request: {error}")).into())
}

fn line(form: &PaperForm) -> Result<Expected, OfficeError> {
    let request = request_of(form)?;
    Ok(Expected {
        draft: form.draft,
        number: form.number.clone(),
        applicant: request.applicant.name.official(),
        deceased: match &request.deceased {
            Deceased::Identified(person) => Some(person.name.official()),
            Deceased::Unidentified { .. } => None,
        },
        printed_at: form.printed_at,
        mission: form.mission.clone(),
        amends: request.amends.map(|own| own.reference),
    })
}
