//! Encloses a file with a document of the draft, removes it again, and reads it back for those who may.

use crate::file_check::{self, Checked, Turn};
use crate::{Fault, FileProblem, Office, OfficeError, Settings, drafts, permission, readings, scan_files};
use domain::actor::Actor;
use domain::documents::DocumentKind;
use domain::ids::{AccountId, ApplicationId, AttachmentId, DraftId, UploadId};
use domain::moment::Moment;
use domain::request::EnclosedFile;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::attachment::Attachment;
use store::draft::Draft;
use store::reading::What;
use store::{BlobKey, Tx};

/// What one account may upload in an hour, megabytes as received, each begun one counted. A removed file stays on the disk (blobs
/// are shared by content and nothing deletes them), so this bounds what one person can fill.
pub const UPLOAD_MEGABYTES_PER_HOUR_MAX: i64 = 500;
const MEGABYTE: i64 = 1_000_000;
const HOUR_SECONDS: i64 = 3600;

/// A file to be given out.
#[derive(Clone, Debug)]
pub struct File {
    /// Name for the download.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Where in a draft a file goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The draft.
    pub draft: DraftId,
    /// Its document.
    pub document: DocumentKind,
    /// The file whose place it takes: a page photographed again. `None`: it comes last.
    pub instead: Option<AttachmentId>,
}

/// Takes `bytes` as the next file of a document, or in the place of one that leaves with the same transaction. The bytes are
/// durable before the row that names them; what would not be taken is never put on the disk.
///
/// # Errors
/// [`FileProblem`] by cause, `TooMany` after [`UPLOAD_MEGABYTES_PER_HOUR_MAX`]; nothing else of the draft changes.
pub async fn attach_file(
    office: &Office,
    actor: &Actor,
    place: Place,
    name: &str,
    bytes: Vec<u8>,
    moment: &Moment,
) -> Result<AttachmentId, OfficeError> {
    let account = permission::applicant(actor)?;
    admit(office, account, place, i64::try_from(bytes.len()).unwrap_or(i64::MAX), moment.now).await?;
    let wanted = Wanted::new(office, account, place, moment.now);
    take(office, wanted, name, bytes, file_check::turn().await, moment).await
}

/// Takes the bytes of an upload that was admitted when it began; its pieces go with the same transaction. `turn` was taken before
/// they were read: many at once wait with empty hands.
pub(crate) async fn take_upload(
    office: &Office,
    actor: &Actor,
    place: Place,
    upload: UploadId,
    (name, bytes): (&str, Vec<u8>),
    turn: Turn,
    moment: &Moment,
) -> Result<AttachmentId, OfficeError> {
    let account = permission::applicant(actor)?;
    let wanted = Wanted { upload: Some(upload), ..Wanted::new(office, account, place, moment.now) };
    take(office, wanted, name, bytes, turn, moment).await
}

async fn take(
    office: &Office,
    wanted: Wanted,
    name: &str,
    bytes: Vec<u8>,
    turn: Turn,
    moment: &Moment,
) -> Result<AttachmentId, OfficeError> {
    let place = wanted.place;
    let (checked, sha256_received) = checked(office, bytes, turn).await?;
    let size = i64::try_from(checked.bytes.len()).unwrap_or(i64::MAX);
    let again = wanted.clone();
    office.read(move |tx| Box::pin(async move { again.room(tx, size).await.map(drop) })).await?;
    let blob = office.store().keep(checked.bytes).await?;
    let row = Attachment {
        id: AttachmentId(moment.uuid("attachment")),
        draft: place.draft,
        document: place.document.as_str().to_owned(),
        name: plain_name(name),
        media_type: checked.media_type.to_owned(),
        bytes: size,
        blob,
        sha256_received,
        position: 0,
        created_at: moment.now,
        pages: checked.pages,
    };
    insert(office, wanted, row).await
}

/// Where a file is wanted, and by whom.
#[derive(Clone)]
pub(crate) struct Wanted {
    account: AccountId,
    place: Place,
    office: Office,
    now: Timestamp,
    upload: Option<UploadId>,
}

impl Wanted {
    pub(crate) fn new(office: &Office, account: AccountId, place: Place, now: Timestamp) -> Wanted {
        Wanted { account, place, office: office.clone(), now, upload: None }
    }

    /// The unsent draft and the position in it, when a file of `size` bytes fits.
    pub(crate) async fn room(&self, tx: &mut Tx, size: i64) -> Result<(Draft, i64), OfficeError> {
        let Place { draft, document, instead } = self.place;
        let draft = drafts::owned(tx, self.account, draft).await?;
        drafts::changeable(&self.office, tx, &draft, &section_of(&self.office, document), self.now).await?;
        let settings: &Settings = self.office.settings();
        let mut present = store::attachment::of_draft(tx, draft.id).await?;
        let last = present.iter().map(|own| own.position).max().unwrap_or(0);
        let position = match instead {
            None => last + 1,
            Some(id) => {
                let at = present.iter().position(|own| own.id == id && own.document == document.as_str());
                present.remove(at.ok_or(OfficeError::NotFound)?).position
            }
        };
        let same = present.iter().filter(|own| own.document == document.as_str()).count();
        if same >= settings.files_per_document_max {
            return Err(OfficeError::File(FileProblem::TooMany { files_max: settings.files_per_document_max }));
        }
        let (used, bytes_max) = (bytes_used(&present), settings.request_bytes_max);
        if used.saturating_add(u64::try_from(size).unwrap_or(u64::MAX)) > bytes_max {
            return Err(OfficeError::File(FileProblem::Full { bytes_max, used }));
        }
        Ok((draft, position))
    }
}

/// The section of the form that asks for a document; empty where none does.
fn section_of(office: &Office, document: DocumentKind) -> String {
    let sections = &office.catalogue().form().sections;
    let asks = |section: &&service::form::Section| section.uploads.iter().any(|upload| upload.kind == document);
    sections.iter().find(asks).map(|section| section.id.clone()).unwrap_or_default()
}

/// What files take together, bytes.
pub fn bytes_used(files: &[Attachment]) -> u64 {
    files.iter().map(|file| u64::try_from(file.bytes).unwrap_or(0)).fold(0, u64::saturating_add)
}

/// Before any work is done: the draft is theirs and has room for the bytes as received, and the account has not uploaded too much.
pub(crate) async fn admit(
    office: &Office,
    account: AccountId,
    place: Place,
    bytes: i64,
    now: Timestamp,
) -> Result<(), OfficeError> {
    let wanted = Wanted::new(office, account, place, now);
    office
        .write(move |tx| {
            Box::pin(async move {
                wanted.room(tx, bytes).await?;
                let key = format!("megabytes of {}", wanted.account);
                for _ in 0..megabytes(bytes) {
                    let hits = store::limit::hit(tx, &key, HOUR_SECONDS, now).await?;
                    if hits > UPLOAD_MEGABYTES_PER_HOUR_MAX {
                        return Err(OfficeError::TooMany { retry_at: next_hour(now) });
                    }
                }
                Ok(())
            })
        })
        .await
}

/// Each begun one counts, and a file counts at least one.
fn megabytes(bytes: i64) -> i64 {
    bytes.saturating_add(MEGABYTE - 1).div_euclid(MEGABYTE).max(1)
}

/// The window of `store::limit` ends with the hour.
fn next_hour(now: Timestamp) -> Timestamp {
    let seconds = (now.as_second().div_euclid(HOUR_SECONDS) + 1).saturating_mul(HOUR_SECONDS);
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
}

/// The checked file, and SHA-256 (hex) of the bytes as received.
pub(crate) async fn checked(office: &Office, bytes: Vec<u8>, turn: Turn) -> Result<(Checked, String), OfficeError> {
    let limit = office.settings().upload_bytes_max;
    let work = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let received = hex::encode(Sha256::digest(&bytes));
        file_check::check(bytes, limit).map(|checked| (checked, received))
    });
    let checked = work.await.map_err(|error| Fault::Broken(format!("file check: {error}")))?;
    checked.map_err(OfficeError::File)
}

async fn insert(office: &Office, wanted: Wanted, mut row: Attachment) -> Result<AttachmentId, OfficeError> {
    office
        .write(move |tx| {
            Box::pin(async move {
                let (draft, position) = wanted.room(tx, row.bytes).await?;
                row.position = position;
                if let Some(upload) = wanted.upload
                    && !store::upload::remove(tx, upload).await?
                {
                    return Err(OfficeError::Stale);
                }
                if let Some(old) = wanted.place.instead {
                    store::attachment::remove(tx, old, row.created_at).await?;
                }
                store::attachment::insert(tx, &row).await?;
                scan_files::want(&wanted.office, tx, &row.blob, row.created_at).await?;
                changed(tx, draft, row.created_at).await?;
                Ok(row.id)
            })
        })
        .await
}

/// The draft is another one now: a file prepared for signing before is no longer its file.
pub(crate) async fn changed(tx: &mut Tx, mut draft: Draft, now: Timestamp) -> Result<(), OfficeError> {
    let seen = draft.version;
    draft.updated_at = now;
    if store::draft::save(tx, &draft, seen).await? { Ok(()) } else { Err(OfficeError::Stale) }
}

/// Removes a file of one's own unsent draft.
///
/// # Errors
/// `NotFound`, `Stale` when the draft was sent.
pub async fn remove_file(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    file: AttachmentId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let account = permission::applicant(actor)?;
    let (inner, now) = (office.clone(), moment.now);
    office
        .write(move |tx| {
            Box::pin(async move {
                let draft = drafts::owned(tx, account, id).await?;
                if draft.sent_as.is_some() {
                    return Err(OfficeError::Stale);
                }
                match store::attachment::get(tx, file).await? {
                    Some(row) if row.draft == id => {
                        let document = DocumentKind::from_name(&row.document).ok_or(OfficeError::NotFound)?;
                        drafts::changeable(&inner, tx, &draft, &section_of(&inner, document), now).await?;
                        store::attachment::remove(tx, file, now).await?;
                        changed(tx, draft, now).await
                    }
                    _ => Err(OfficeError::NotFound),
                }
            })
        })
        .await
}

/// Reads a file: the applicant their own, staff those that the request of a case they may read encloses.
///
/// # Errors
/// `NotFound` for everybody else; `Harmful` for staff: such a file is never handed to the desk, its pages are drawn.
pub async fn read_file(
    office: &Office,
    actor: &Actor,
    file: AttachmentId,
    now: Timestamp,
) -> Result<File, OfficeError> {
    let asking = actor.clone();
    let (row, case) = office
        .read(move |tx| {
            Box::pin(async move {
                let is_staff = matches!(asking, Actor::Staff { .. });
                let row = enclosed(tx, asking, file, None).await?;
                if is_staff && store::scan::get(tx, &row.blob).await?.is_some_and(|scan| scan.is_infected()) {
                    return Err(OfficeError::Harmful);
                }
                let draft = store::draft::get(tx, row.draft).await?;
                Ok((row, draft.and_then(|draft| draft.sent_as)))
            })
        })
        .await?;
    if let Some(case) = case {
        readings::note(office, actor, case, What::File, now).await?;
    }
    let bytes = office.store().blobs().get(&row.blob).await?;
    Ok(File { name: row.name, media_type: row.media_type, bytes })
}

/// The row of a file that `actor` may read; with `of`, only one of that case.
pub(crate) async fn enclosed(
    tx: &mut Tx,
    actor: Actor,
    file: AttachmentId,
    of: Option<ApplicationId>,
) -> Result<Attachment, OfficeError> {
    let row = store::attachment::get(tx, file).await?.ok_or(OfficeError::NotFound)?;
    if let Actor::Applicant(account) = &actor {
        drafts::owned(tx, *account, row.draft).await?;
        return Ok(row);
    }
    let draft = store::draft::get(tx, row.draft).await?.ok_or(OfficeError::NotFound)?;
    let sent = draft.sent_as.filter(|sent| of.is_none_or(|of| of == *sent)).ok_or(OfficeError::NotFound)?;
    let case = store::application::get(tx, sent).await?.ok_or(OfficeError::NotFound)?;
    permission::read_whole(tx, &actor, &case).await?;
    // As it stands, or as it was before an addendum.
    let before = store::supplement::of(tx, sent).await?;
    let requests = before.iter().map(|own| &own.was).chain([&case.request]);
    let mut files = requests.flat_map(|request| &request.documents).flat_map(|own| &own.files);
    if files.any(|file| is_enclosed(file, row.id, &row.blob)) { Ok(row) } else { Err(OfficeError::NotFound) }
}

/// The file is one that the person signed: its id and its bytes stand in the request.
fn is_enclosed(file: &EnclosedFile, id: AttachmentId, blob: &BlobKey) -> bool {
    file.id == id && file.sha256 == blob.0
}

/// The last part of the name without control characters, at most 120 characters.
pub(crate) fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    if clean.trim().is_empty() { "file".to_owned() } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_folders_and_control_characters() {
        assert_eq!(plain_name("C:\\scans\\page\u{7}1.pdf"), "page1.pdf");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("  "), "file");
    }

    #[test]
    fn uploads_count_by_begun_megabytes_until_the_hour_ends() {
        assert_eq!([0, 1, 1_000_000, 1_000_001, 15_000_000].map(megabytes), [1, 1, 1, 2, 15]);
        let hour = |text: &str| next_hour(text.parse().unwrap()).to_string();
        assert_eq!(hour("2026-12-11T17:59:59Z"), "2026-12-11T18:00:00Z");
        assert_eq!(hour("2026-12-11T18:00:00Z"), "2026-12-11T19:00:00Z");
    }

    #[test]
    fn staff_see_only_what_was_signed() {
        let moment = Moment::new(Timestamp::UNIX_EPOCH, [7; 32]);
        let (signed, other) = (AttachmentId(moment.uuid("signed")), AttachmentId(moment.uuid("other")));
        let (kept, swapped) = (BlobKey::of(b"kept"), BlobKey::of(b"swapped"));
        let file = EnclosedFile {
            id: signed,
            name: "page.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            bytes: 4,
            sha256: kept.0.clone(),
        };
        assert!(is_enclosed(&file, signed, &kept));
        assert!(!is_enclosed(&file, other, &kept), "of the draft, not of the request");
        assert!(!is_enclosed(&file, signed, &swapped), "other bytes than those signed");
    }
}
