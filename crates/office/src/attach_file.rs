//! Encloses a file with a document of the draft, removes it again, and reads it back for those who may.

use crate::{FileProblem, Office, OfficeError, drafts, file_check, permission, photo};
use domain::actor::Actor;
use domain::documents::DocumentKind;
use domain::ids::{AttachmentId, DraftId};
use domain::moment::Moment;
use sha2::{Digest, Sha256};
use store::attachment::Attachment;

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

/// Takes `bytes` as the next file of `document`. The bytes are durable before the row that names them.
///
/// # Errors
/// [`FileProblem`] by cause; nothing else of the draft changes.
pub async fn attach_file(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    document: DocumentKind,
    name: &str,
    bytes: Vec<u8>,
    moment: &Moment,
) -> Result<AttachmentId, OfficeError> {
    let account = permission::applicant(actor)?;
    office.read(move |tx| Box::pin(async move { drafts::owned(tx, account, id).await.map(drop) })).await?;
    let limit = office.settings().upload_bytes_max;
    let checked = tokio::task::spawn_blocking(move || {
        let media_type = file_check::media_type(&bytes, limit)?;
        let received = hex::encode(Sha256::digest(&bytes));
        Ok((media_type, received, photo::without_location(bytes, media_type)))
    });
    let checked = checked.await.map_err(|error| crate::Fault::Broken(format!("file check: {error}")))?;
    let (media_type, sha256_received, bytes) = checked.map_err(OfficeError::File)?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let blob = office.store().blobs().put(bytes).await?;
    let row = Attachment {
        id: AttachmentId(moment.uuid("attachment")),
        draft: id,
        document: document.as_str().to_owned(),
        name: plain_name(name),
        media_type: media_type.to_owned(),
        bytes: size,
        blob,
        sha256_received,
        position: 0,
        created_at: moment.now,
    };
    insert(office, account, row).await
}

async fn insert(
    office: &Office,
    account: domain::ids::AccountId,
    mut row: Attachment,
) -> Result<AttachmentId, OfficeError> {
    let settings = office.settings().clone();
    office
        .write(move |tx| {
            Box::pin(async move {
                let draft = drafts::owned(tx, account, row.draft).await?;
                if draft.sent_as.is_some() {
                    return Err(OfficeError::Stale);
                }
                let present = store::attachment::of_draft(tx, row.draft).await?;
                let same = present.iter().filter(|own| own.document == row.document).count();
                if same >= settings.files_per_document_max {
                    return Err(OfficeError::File(FileProblem::TooMany { files_max: settings.files_per_document_max }));
                }
                let total: i64 = present.iter().map(|own| own.bytes).sum::<i64>() + row.bytes;
                if u64::try_from(total).unwrap_or(u64::MAX) > settings.request_bytes_max {
                    return Err(OfficeError::File(FileProblem::TooBig { bytes_max: settings.request_bytes_max }));
                }
                row.position = present.iter().map(|own| own.position).max().unwrap_or(0) + 1;
                store::attachment::insert(tx, &row).await?;
                changed(tx, draft, row.created_at).await?;
                Ok(row.id)
            })
        })
        .await
}

/// The draft is another one now: a file prepared for signing before is no longer its file.
async fn changed(tx: &mut store::Tx, mut draft: store::draft::Draft, now: jiff::Timestamp) -> Result<(), OfficeError> {
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
    let now = moment.now;
    office
        .write(move |tx| {
            Box::pin(async move {
                let draft = drafts::owned(tx, account, id).await?;
                if draft.sent_as.is_some() {
                    return Err(OfficeError::Stale);
                }
                match store::attachment::get(tx, file).await? {
                    Some(row) if row.draft == id => {
                        store::attachment::remove(tx, file).await?;
                        changed(tx, draft, now).await
                    }
                    _ => Err(OfficeError::NotFound),
                }
            })
        })
        .await
}

/// Reads a file: the applicant their own, staff those of cases they may read.
///
/// # Errors
/// `NotFound` for everybody else.
pub async fn read_file(office: &Office, actor: &Actor, file: AttachmentId) -> Result<File, OfficeError> {
    let actor = actor.clone();
    let row = office
        .read(move |tx| {
            Box::pin(async move {
                let row = store::attachment::get(tx, file).await?.ok_or(OfficeError::NotFound)?;
                if let Actor::Applicant(account) = &actor {
                    drafts::owned(tx, *account, row.draft).await?;
                } else {
                    let case = store::application::by_draft(tx, row.draft).await?.ok_or(OfficeError::NotFound)?;
                    permission::read_case(&actor, &case)?;
                }
                Ok(row)
            })
        })
        .await?;
    let bytes = office.store().blobs().get(&row.blob).await?;
    Ok(File { name: row.name, media_type: row.media_type, bytes })
}

/// The last part of the name without control characters, at most 120 characters.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    if clean.trim().is_empty() { "file".to_owned() } else { clean }
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_lose_folders_and_control_characters() {
        assert_eq!(super::plain_name("C:\\scans\\page\u{7}1.pdf"), "page1.pdf");
        assert_eq!(super::plain_name("../../etc/passwd"), "passwd");
        assert_eq!(super::plain_name("  "), "file");
    }
}
