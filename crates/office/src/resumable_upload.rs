//! A file that arrives in pieces over a bad line: begun, continued where it stopped, taken when it is whole.
//!
//! Every piece is durable before its offset is told. A whole file goes the way of every other (`attach_file`); nothing here
//! looks inside one. Bounded for each account in number, bytes and time.

use crate::attach_file::{self, Place};
use crate::{FileProblem, Office, OfficeError, drafts, file_check, permission};
use domain::actor::Actor;
use domain::ids::{AccountId, AttachmentId, DraftId, UploadId};
use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use store::Tx;
use store::upload::Upload;

/// Unfinished uploads of one account; a further one takes the place of the oldest.
pub const UPLOADS_MAX: usize = 10;
/// Pieces of one upload: a line that breaks after every few kilobytes still brings a whole file.
const PIECES_MAX: i64 = 2_000;
/// Largest piece that is stored at once, bytes.
pub const PIECE_BYTES_MAX: usize = 262_144;
/// An upload that is not finished is given up after this time.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// Begins an upload of `bytes` bytes. What could not be taken at its end is refused now.
///
/// # Errors
/// [`FileProblem`] `TooBig`, `TooMany`, `Full`; `TooMany` for an account that has uploaded too much; `NotFound`, `Stale`.
pub async fn begin(
    office: &Office,
    actor: &Actor,
    place: Place,
    name: &str,
    bytes: u64,
    moment: &Moment,
) -> Result<UploadId, OfficeError> {
    let account = permission::applicant(actor)?;
    let bytes_max = office.settings().upload_bytes_max;
    let size = i64::try_from(bytes).unwrap_or(i64::MAX);
    if bytes > bytes_max {
        return Err(OfficeError::File(FileProblem::TooBig { bytes_max }));
    }
    attach_file::admit(office, account, place, size, moment.now).await?;
    let upload = Upload {
        id: UploadId(moment.uuid("upload")),
        account,
        draft: place.draft,
        document: place.document.as_str().to_owned(),
        name: attach_file::plain_name(name),
        bytes: size,
        received: 0,
        expires_at: moment.now.checked_add(KEPT).unwrap_or(Timestamp::MAX),
    };
    let unfinished_max = i64::try_from(office.settings().request_bytes_max).unwrap_or(i64::MAX);
    office
        .write(move |tx| {
            Box::pin(async move {
                make_room(tx, account, size, unfinished_max).await?;
                store::upload::insert(tx, &upload).await?;
                Ok(upload.id)
            })
        })
        .await
}

/// Forgets the oldest unfinished ones until another of `size` bytes fits.
async fn make_room(tx: &mut Tx, account: AccountId, size: i64, bytes_max: i64) -> Result<(), OfficeError> {
    let mut waiting = store::upload::of_account(tx, account).await?;
    let too_much = |waiting: &[Upload]| {
        let bytes = waiting.iter().map(|one| one.bytes).fold(size, i64::saturating_add);
        waiting.len() >= UPLOADS_MAX || bytes > bytes_max
    };
    while too_much(&waiting) && !waiting.is_empty() {
        let oldest = waiting.remove(0);
        store::upload::remove(tx, oldest.id).await?;
    }
    Ok(())
}

/// One's own upload for a draft, as it stands.
///
/// # Errors
/// `NotFound` for another person's, for one that was taken or given up.
pub async fn get(
    office: &Office,
    actor: &Actor,
    draft: DraftId,
    id: UploadId,
    now: Timestamp,
) -> Result<Upload, OfficeError> {
    let account = permission::applicant(actor)?;
    office.read(move |tx| Box::pin(async move { owned(tx, account, draft, id, now).await })).await
}

async fn owned(
    tx: &mut Tx,
    account: AccountId,
    draft: DraftId,
    id: UploadId,
    now: Timestamp,
) -> Result<Upload, OfficeError> {
    let sent = drafts::owned(tx, account, draft).await?.sent_as.is_some();
    let found = store::upload::get(tx, id).await?.filter(|own| own.account == account && own.draft == draft);
    match found.filter(|own| own.expires_at > now) {
        None => Err(OfficeError::NotFound),
        Some(_) if sent => Err(OfficeError::Stale),
        Some(upload) => Ok(upload),
    }
}

/// Adds the bytes that begin at `at`; gives how much is there now. They are durable when this returns.
///
/// # Errors
/// `Stale` when the upload stands elsewhere; [`FileProblem::TooBig`] for more bytes than the file has; `NotFound`.
pub async fn append(
    office: &Office,
    actor: &Actor,
    (draft, id): (DraftId, UploadId),
    at: i64,
    content: Vec<u8>,
    now: Timestamp,
) -> Result<i64, OfficeError> {
    let account = permission::applicant(actor)?;
    office
        .write(move |tx| {
            Box::pin(async move {
                let upload = owned(tx, account, draft, id, now).await?;
                if upload.received != at {
                    return Err(OfficeError::Stale);
                }
                let end = at.saturating_add(i64::try_from(content.len()).unwrap_or(i64::MAX));
                if end > upload.bytes {
                    let bytes_max = u64::try_from(upload.bytes).unwrap_or(0);
                    return Err(OfficeError::File(FileProblem::TooBig { bytes_max }));
                }
                if store::upload::pieces(tx, id).await? >= PIECES_MAX {
                    return Err(OfficeError::File(FileProblem::Stopped));
                }
                if !content.is_empty() && !store::upload::append(tx, id, at, &content).await? {
                    return Err(OfficeError::Stale);
                }
                Ok(end)
            })
        })
        .await
}

/// Takes the whole file into the draft, by the checks of every file. One that is refused is forgotten, so that it can be sent again.
///
/// # Errors
/// [`FileProblem`] by cause, `Stopped` while bytes are missing; `NotFound`, `Stale`.
pub async fn finish(
    office: &Office,
    actor: &Actor,
    place: Place,
    id: UploadId,
    moment: &Moment,
) -> Result<AttachmentId, OfficeError> {
    let account = permission::applicant(actor)?;
    let now = moment.now;
    let read = office.read(move |tx| {
        Box::pin(async move {
            let upload = owned(tx, account, place.draft, id, now).await?;
            if upload.document != place.document.as_str() {
                return Err(OfficeError::NotFound);
            }
            if upload.received != upload.bytes {
                return Err(OfficeError::File(FileProblem::Stopped));
            }
            let content = store::upload::content(tx, id).await?;
            Ok((upload.name, content))
        })
    });
    let turn = file_check::turn().await;
    let (name, content) = read.await?;
    let taken = attach_file::take_upload(office, actor, place, id, (&name, content), turn, moment).await;
    if let Err(OfficeError::File(_)) = taken {
        office.write(move |tx| Box::pin(async move { Ok(store::upload::remove(tx, id).await?) })).await?;
    }
    taken
}
