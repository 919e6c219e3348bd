//! Reading one's own drafts: answers, files and how far each section is. An answer to what a mission asked is a draft too: it shows
//! and takes only the sections that were asked for, and those that the answers made necessary.

use crate::{Office, OfficeError, permission, scan_files};
use domain::actor::Actor;
use domain::application::{Correction, NotOpen};
use domain::documents::DocumentKind;
use domain::draft_number::draft_number;
use domain::draft_term::Kept;
use domain::ids::{ApplicationId, DraftId, MissionId};
use domain::iin::Iin;
use domain::request::{EnclosedFile, Request};
use domain::scan::Scan;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use service::answers::{Advice, field_answers};
use service::form::{Field, FieldKind};
use service::{Answers, KnownApplicant, ParseContext, UploadedDocument};
use std::collections::{BTreeMap, BTreeSet};
use store::account::Account;
use store::application::Application;
use store::attachment::Attachment;
use store::draft::Draft;
use store::{BlobKey, Tx};

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
    /// What the virus scanner says of them, by their bytes; nothing where nobody was asked.
    pub scans: BTreeMap<BlobKey, Scan>,
    /// The sections that may be changed, with their progress: of a new request all of the form.
    pub sections: Vec<(String, Progress)>,
    /// Every section is done.
    pub complete: bool,
    /// For an answer to what a mission asked.
    pub amends: Option<Amending>,
    /// When it is erased if nobody works on it; `None` for an answer to a mission, and where the service keeps drafts without end.
    pub erased_at: Option<Timestamp>,
}

impl DraftView {
    /// The short number by which people speak of it.
    pub fn number(&self) -> String {
        number(&self.draft)
    }
}

/// The short number of a draft.
pub(crate) fn number(draft: &Draft) -> String {
    draft_number(draft.id, draft.created_at.to_zoned(TimeZone::UTC).year())
}

/// What an unsent answer amends.
#[derive(Clone, Debug)]
pub struct Amending {
    /// The case.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// What is asked; `None` once it was answered or decided.
    pub correction: Option<Correction>,
    /// The mission that has it.
    pub mission: MissionId,
    /// The request as it stands.
    pub before: Request,
}

/// What is loaded of a draft.
pub(crate) struct Loaded {
    pub draft: Draft,
    pub attachments: Vec<Attachment>,
    pub scans: BTreeMap<BlobKey, Scan>,
    pub person: Account,
    pub amended: Option<Amended>,
    pub kept: Kept,
}

/// The case that a draft amends, and what was sent last for it.
pub(crate) struct Amended {
    pub case: Application,
    /// What is asked now, where the draft was begun as an answer to it.
    pub asked: Option<Correction>,
    /// Addenda that were sent before.
    pub sent_before: usize,
    answers: BTreeMap<String, String>,
    blobs: Blobs,
}

/// Document and content of each file.
type Blobs = BTreeSet<(String, String)>;

fn blobs(attachments: &[Attachment]) -> Blobs {
    attachments.iter().map(|file| (file.document.clone(), file.blob.0.clone())).collect()
}

/// Loads a draft of `account` with what it amends.
pub(crate) async fn load(tx: &mut Tx, account: domain::ids::AccountId, id: DraftId) -> Result<Loaded, OfficeError> {
    let draft = owned(tx, account, id).await?;
    let attachments = store::attachment::of_draft(tx, id).await?;
    let scans = store::scan::of_draft(tx, id).await?;
    let person = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
    let amended = match draft.amends {
        None => None,
        Some(application) => {
            let case = store::application::get(tx, application).await?.ok_or(OfficeError::NotFound)?;
            let (last, sent_before) = last_sent(tx, &case).await?;
            let asked = case.state.correction().filter(|asked| answers(&draft, asked)).cloned();
            let blobs = blobs(&store::attachment::of_draft(tx, last.id).await?);
            Some(Amended { case, asked, sent_before, answers: last.answers, blobs })
        }
    };
    let kept = store::draft_term::kept(tx, id).await?.ok_or(OfficeError::NotFound)?;
    Ok(Loaded { draft, attachments, scans, person, amended, kept })
}

/// The draft whose answers the case stands on, and how many addenda there are: the last addendum's, or the request's.
pub(crate) async fn last_sent(tx: &mut Tx, case: &Application) -> Result<(Draft, usize), OfficeError> {
    let supplements = store::supplement::of(tx, case.id).await?;
    let last = supplements.last().map_or(case.draft, |own| own.draft);
    let draft = store::draft::get(tx, last).await?.ok_or(OfficeError::NotFound)?;
    Ok((draft, supplements.len()))
}

/// May `section` of this draft be changed now?
///
/// # Errors
/// `Stale` once it was sent; `NotOpen` where the mission asked for other parts, or asks no more.
pub(crate) async fn changeable(
    office: &Office,
    tx: &mut Tx,
    draft: &Draft,
    section: &str,
    now: Timestamp,
) -> Result<(), OfficeError> {
    if draft.sent_as.is_some() {
        return Err(OfficeError::Stale);
    }
    if draft.amends.is_none() {
        return Ok(());
    }
    let loaded = load(tx, draft.account, draft.id).await?;
    let open = open_sections(office, &loaded, &findings(office, &loaded, now)?);
    if open.iter().any(|id| id == section) { Ok(()) } else { Err(OfficeError::NotOpen(NotOpen::Act)) }
}

/// The sections of the form that may be changed.
fn open_sections(office: &Office, loaded: &Loaded, findings: &[service::Finding]) -> Vec<String> {
    let form = office.catalogue().form();
    let all = form.sections.iter().map(|section| section.id.clone());
    let Some(amended) = &loaded.amended else { return all.collect() };
    let Some(correction) = &amended.asked else { return vec![] };
    let needed = |id: &str| findings.iter().any(|one| form.section_of(&one.field).is_some_and(|own| own.id == id));
    all.filter(|id| correction.items.iter().any(|item| item.section == *id) || needed(id)).collect()
}

fn findings(office: &Office, loaded: &Loaded, now: Timestamp) -> Result<Vec<service::Finding>, OfficeError> {
    let context = loaded.context(office, now)?;
    let (answers, files) = (Answers(loaded.draft.answers.clone()), uploads(&loaded.attachments));
    let parsed = service::parse_request(office.catalogue(), &answers, &files, &context);
    let mut findings = parsed.err().unwrap_or_default();
    findings.extend(infected(office, loaded, &context));
    Ok(findings)
}

/// The enclosed files in which the scanner found something: others must take their places before anything is signed.
pub(crate) fn infected(office: &Office, loaded: &Loaded, context: &ParseContext) -> Vec<service::Finding> {
    let is_infected = |file: &&Attachment| loaded.scans.get(&file.blob).is_some_and(Scan::is_infected);
    let asked = service::asked_documents(office.catalogue(), &Answers(loaded.draft.answers.clone()), context);
    let found = asked.into_iter().flat_map(|kind| {
        let files = loaded.attachments.iter().filter(move |file| file.document == kind.as_str());
        files.filter(is_infected).map(move |file| {
            service::Finding::new(&format!("upload-{}", kind.as_str()), "infected")
                .with("name", file.name.as_str().into())
        })
    });
    found.collect()
}

/// One's own draft; another person's is not found.
///
/// # Errors
/// `NotFound`, `NotAllowed`.
pub async fn get(office: &Office, actor: &Actor, id: DraftId, now: Timestamp) -> Result<DraftView, OfficeError> {
    let account = permission::applicant(actor)?;
    let loaded = office.read(move |tx| Box::pin(load(tx, account, id))).await?;
    view(office, loaded, now)
}

/// What the saved answers of `section` seem to contradict: to be asked once, never an error.
///
/// # Errors
/// `NotFound`; `Findings` before a mission was chosen.
pub async fn advice(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    section: &str,
    now: Timestamp,
) -> Result<Vec<Advice>, OfficeError> {
    let account = permission::applicant(actor)?;
    let loaded = office.read(move |tx| Box::pin(load(tx, account, id))).await?;
    let context = loaded.context(office, now)?;
    Ok(service::answers::advice(office.catalogue(), section, &Answers(loaded.draft.answers), &context))
}

/// One's own unsent drafts, newest first.
///
/// # Errors
/// `NotAllowed`.
pub async fn list(office: &Office, actor: &Actor, now: Timestamp) -> Result<Vec<DraftView>, OfficeError> {
    let account = permission::applicant(actor)?;
    let drafts = office
        .read(move |tx| {
            Box::pin(async move {
                let mut all = vec![];
                for draft in store::draft::of_account(tx, account).await? {
                    all.push(load(tx, account, draft.id).await?);
                }
                Ok(all)
            })
        })
        .await?;
    drafts.into_iter().map(|loaded| view(office, loaded, now)).collect()
}

/// The draft, if it is this account's.
pub(crate) async fn owned(tx: &mut Tx, account: domain::ids::AccountId, id: DraftId) -> Result<Draft, OfficeError> {
    match store::draft::get(tx, id).await? {
        Some(draft) if draft.account == account => Ok(draft),
        _ => Err(OfficeError::NotFound),
    }
}

/// Was the draft begun as an answer to this question? One that was begun for an earlier question is not.
pub(crate) fn answers(draft: &Draft, asked: &Correction) -> bool {
    draft.created_at >= asked.asked_at
}

impl Loaded {
    /// What the parser needs to know beside the answers. Who asks is as in the request that an addendum amends, whatever the account
    /// says today.
    pub(crate) fn context(&self, office: &Office, now: Timestamp) -> Result<ParseContext, OfficeError> {
        let applicant = match &self.amended {
            None => known(office, &self.person)?,
            Some(amended) => {
                let own = &amended.case.request.applicant;
                KnownApplicant { name: own.name.clone(), iin: own.iin.clone(), proven: own.iin_proven }
            }
        };
        let mission = || OfficeError::finding("mission", "choose");
        Ok(ParseContext {
            now,
            applicant,
            language: self.draft.language,
            mission: self.draft.mission.clone().ok_or_else(mission)?,
            mission_basis: self.draft.mission_basis.ok_or_else(mission)?,
            rules: office.iin_rules(),
        })
    }
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

fn view(office: &Office, loaded: Loaded, now: Timestamp) -> Result<DraftView, OfficeError> {
    let findings = findings(office, &loaded, now)?;
    let open = open_sections(office, &loaded, &findings);
    let form = office.catalogue().form();
    let sections: Vec<(String, Progress)> = form
        .sections
        .iter()
        .filter(|section| open.contains(&section.id))
        .map(|section| {
            let wrong =
                findings.iter().any(|finding| form.section_of(&finding.field).is_some_and(|own| own.id == section.id));
            let progress = match (begun(&loaded, section), wrong) {
                (true, false) => Progress::Done,
                (true, true) => Progress::Started,
                (false, _) => Progress::NotStarted,
            };
            (section.id.clone(), progress)
        })
        .collect();
    let complete = match &loaded.amended {
        None => sections.iter().all(|(_, progress)| *progress == Progress::Done),
        // One changed part is an answer; whether it is enough is for the officer to say.
        Some(_) => findings.is_empty() && sections.iter().any(|(_, progress)| *progress == Progress::Done),
    };
    let term = office.catalogue().passport().draft_term().filter(|_| loaded.amended.is_none());
    let erased_at = term.map(|term| term.erase_at(&loaded.kept, now));
    let amends = loaded.amended.map(|amended| Amending {
        application: amended.case.id,
        reference: amended.case.reference,
        correction: amended.asked,
        mission: amended.case.mission,
        before: amended.case.request,
    });
    let scans = scan_files::all_told(office, loaded.scans);
    let (draft, attachments) = (loaded.draft, loaded.attachments);
    Ok(DraftView { draft, attachments, scans, sections, complete, amends, erased_at })
}

/// Something was typed in the section; in an answer to a mission's question, something was changed. To agree again to a new text of the consent
/// answers no question.
fn begun(loaded: &Loaded, section: &service::form::Section) -> bool {
    let is_asked = |field: &&Field| loaded.amended.is_none() || field.kind != FieldKind::Consent;
    let names = || section.fields.iter().filter(is_asked).flat_map(field_answers);
    let typed = |name: &str| loaded.draft.answers.get(name).map(|text| text.trim()).unwrap_or_default();
    match &loaded.amended {
        None => names().any(|name| !typed(&name).is_empty()),
        Some(amended) => {
            let was = |name: &str| amended.answers.get(name).map(|text| text.trim()).unwrap_or_default();
            let files = !section.uploads.is_empty() && blobs(&loaded.attachments) != amended.blobs;
            files || names().any(|name| typed(&name) != was(&name))
        }
    }
}
