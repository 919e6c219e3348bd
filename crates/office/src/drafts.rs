//! Reading one's own drafts: answers, files and how far each section is.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::documents::DocumentKind;
use domain::ids::DraftId;
use domain::iin::Iin;
use domain::request::EnclosedFile;
use service::answers::field_answers;
use service::{Answers, KnownApplicant, ParseContext, UploadedDocument};
use store::Tx;
use store::account::Account;
use store::attachment::Attachment;
use store::draft::Draft;

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing typed yet.
    NotStarted,
    /// Typed, but something is missing or wrong.
    Started,
    /// Every rule is met.
    Done,
}

/// A draft as its owner sees it.
#[derive(Clone, Debug)]
pub struct DraftView {
    /// The draft.
    pub draft: Draft,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Every section of the form with its progress.
    pub sections: Vec<(String, Progress)>,
    /// Every section is done.
    pub complete: bool,
}

/// One's own draft; another person's is not found.
///
/// # Errors
/// `NotFound`, `NotAllowed`.
pub async fn get(office: &Office, actor: &Actor, id: DraftId, now: jiff::Timestamp) -> Result<DraftView, OfficeError> {
    let account = permission::applicant(actor)?;
    let (draft, attachments, person) = office
        .read(move |tx| {
            Box::pin(async move {
                let draft = owned(tx, account, id).await?;
                let attachments = store::attachment::of_draft(tx, id).await?;
                let person = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
                Ok((draft, attachments, person))
            })
        })
        .await?;
    view(office, draft, attachments, &person, now)
}

/// One's own unsent drafts, newest first.
///
/// # Errors
/// `NotAllowed`.
pub async fn list(office: &Office, actor: &Actor, now: jiff::Timestamp) -> Result<Vec<DraftView>, OfficeError> {
    let account = permission::applicant(actor)?;
    let (drafts, person) = office
        .read(move |tx| {
            Box::pin(async move {
                let mut all = vec![];
                for draft in store::draft::of_account(tx, account).await? {
                    let attachments = store::attachment::of_draft(tx, draft.id).await?;
                    all.push((draft, attachments));
                }
                let person = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
                Ok((all, person))
            })
        })
        .await?;
    drafts.into_iter().map(|(draft, attachments)| view(office, draft, attachments, &person, now)).collect()
}

/// The draft, if it is this account's.
pub(crate) async fn owned(tx: &mut Tx, account: domain::ids::AccountId, id: DraftId) -> Result<Draft, OfficeError> {
    match store::draft::get(tx, id).await? {
        Some(draft) if draft.account == account => Ok(draft),
        _ => Err(OfficeError::NotFound),
    }
}

/// What the parser needs to know beside the answers.
pub(crate) fn context(
    office: &Office,
    draft: &Draft,
    person: &Account,
    now: jiff::Timestamp,
) -> Result<ParseContext, OfficeError> {
    let mission = draft.mission.clone().ok_or_else(|| OfficeError::finding("mission", "choose"))?;
    let mission_basis = draft.mission_basis.ok_or_else(|| OfficeError::finding("mission", "choose"))?;
    Ok(ParseContext {
        now,
        applicant: known(office, person)?,
        language: draft.language,
        mission,
        mission_basis,
        rules: office.iin_rules(),
    })
}

/// Name and IIN of the account: from the certificate, or as declared.
pub(crate) fn known(office: &Office, person: &Account) -> Result<KnownApplicant, OfficeError> {
    let missing = || OfficeError::finding("identity", "missing");
    let name = person.name.clone().ok_or_else(missing)?;
    let iin = person.iin.as_deref().and_then(|iin| Iin::parse(iin, office.iin_rules()).ok()).ok_or_else(missing)?;
    Ok(KnownApplicant { name, iin, proven: person.iin_proven })
}

/// The files as the parser sees them.
pub(crate) fn uploads(attachments: &[Attachment]) -> Vec<UploadedDocument> {
    let mut documents: Vec<UploadedDocument> = vec![];
    for file in attachments {
        let Some(kind) = DocumentKind::from_name(&file.document) else { continue };
        let enclosed = EnclosedFile {
            id: file.id,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            bytes: u64::try_from(file.bytes).unwrap_or(0),
            sha256: file.blob.0.clone(),
        };
        match documents.iter_mut().find(|document| document.kind == kind) {
            Some(document) => document.files.push(enclosed),
            None => documents.push(UploadedDocument { kind, files: vec![enclosed] }),
        }
    }
    documents
}

fn view(
    office: &Office,
    draft: Draft,
    attachments: Vec<Attachment>,
    person: &Account,
    now: jiff::Timestamp,
) -> Result<DraftView, OfficeError> {
    let context = context(office, &draft, person, now)?;
    let answers = Answers(draft.answers.clone());
    let files = uploads(&attachments);
    let catalogue = office.catalogue();
    let form = catalogue.form();
    let findings = service::parse_request(catalogue, &answers, &files, &context).err().unwrap_or_default();
    let sections: Vec<(String, Progress)> = form
        .sections
        .iter()
        .map(|section| {
            let typed = section.fields.iter().any(|field| {
                field_answers(&field.name, field.kind.is_date()).iter().any(|name| !answers.get(name).is_empty())
            });
            let wrong =
                findings.iter().any(|finding| form.section_of(&finding.field).is_some_and(|own| own.id == section.id));
            let progress = match (typed, wrong) {
                (true, false) => Progress::Done,
                (true, true) => Progress::Started,
                (false, _) => Progress::NotStarted,
            };
            (section.id.clone(), progress)
        })
        .collect();
    let complete = sections.iter().all(|(_, progress)| *progress == Progress::Done);
    Ok(DraftView { draft, attachments, sections, complete })
}
