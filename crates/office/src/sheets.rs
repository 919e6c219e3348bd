//! The enclosed papers of a case page by page, for the eyes of the desk: which there are, and the picture of one page.
//!
//! Who may read a file may see its pages, nobody else. Pictures are drawn from the bytes kept, on demand; the last ones stay in memory
//! for a while, never on the disk.

use crate::attach_file::enclosed;
use crate::file_check;
use crate::{Fault, Office, OfficeError, permission, readings, scan_files};
use domain::actor::Actor;
use domain::documents::DocumentKind;
use domain::ids::{ApplicationId, AttachmentId};
use domain::picture::{Wanted, drawn_as};
use domain::request::EnclosedFile;
use domain::scan::Scan;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use store::Tx;
use store::application::Application;
use store::reading::What;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Pages that are drawn at a time: each takes a processor, and may take a gigabyte.
const DRAWN_AT_ONCE_MAX: usize = 2;
/// Pictures that stay in memory together, bytes.
const KEPT_BYTES_MAX: usize = 48_000_000;
/// Pictures that stay in memory, those that could not be drawn counted too.
const KEPT_MAX: usize = 64;

/// An enclosed file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The file.
    pub file: AttachmentId,
    /// The document it belongs to.
    pub document: DocumentKind,
    /// Its name.
    pub name: String,
    /// Media type, told by content.
    pub media_type: String,
    /// Size, bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes kept, hex.
    pub sha256: String,
    /// Its pages; `None` for a PDF taken before pages were counted.
    pub pages: Option<u32>,
    /// When it came.
    pub uploaded_at: Timestamp,
    /// It was enclosed before an addendum, which took it out.
    pub replaced: bool,
    /// What the virus scanner says of it; `None` where nobody was asked.
    pub scan: Option<Scan>,
}

/// A picture of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Media type.
    pub media_type: &'static str,
    /// Content.
    pub bytes: Arc<Vec<u8>>,
}

/// Where pages are drawn.
pub struct Room {
    turns: Arc<Semaphore>,
    kept: Mutex<VecDeque<(Key, Option<Picture>)>>,
}

/// What a picture is of: SHA-256 of the file, and what was wanted.
type Key = (String, Wanted);

impl Default for Room {
    fn default() -> Room {
        Room { turns: Arc::new(Semaphore::new(DRAWN_AT_ONCE_MAX)), kept: Mutex::default() }
    }
}

impl Room {
    fn find(&self, key: &Key) -> Option<Option<Picture>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(own, _)| own == key).map(|(_, picture)| picture.clone())
    }

    fn keep(&self, key: Key, picture: Option<Picture>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(own, _)| *own != key);
        kept.push_back((key, picture));
        let size = |own: &VecDeque<(Key, Option<Picture>)>| -> usize {
            own.iter().filter_map(|(_, picture)| picture.as_ref()).map(|own| own.bytes.len()).sum()
        };
        while kept.len() > KEPT_MAX || (kept.len() > 1 && size(&kept) > KEPT_BYTES_MAX) {
            kept.pop_front();
        }
    }
}

/// The enclosed files of a case, those that stand first, in the order of the request.
///
/// # Errors
/// `NotFound` for everybody who may not read its files, and for applicants: they have their own pages.
pub async fn of_case(office: &Office, actor: &Actor, id: ApplicationId) -> Result<Vec<Sheet>, OfficeError> {
    let actor = actor.clone();
    let mut sheets = office
        .read(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if !matches!(actor, Actor::Staff { .. }) {
                    return Err(OfficeError::NotFound);
                }
                permission::read_whole(tx, &actor, &case).await?;
                all(tx, &case).await
            })
        })
        .await?;
    for own in &mut sheets {
        own.scan = scan_files::told(office, own.scan.take());
    }
    Ok(sheets)
}

/// Of a case that the reader may read.
pub(crate) async fn all(tx: &mut Tx, case: &Application) -> Result<Vec<Sheet>, OfficeError> {
    let before = store::supplement::of(tx, case.id).await?;
    let requests = [&case.request].into_iter().chain(before.iter().rev().map(|own| &own.was));
    let mut files: Vec<(DocumentKind, EnclosedFile, bool)> = vec![];
    for (at, request) in requests.enumerate() {
        for document in &request.documents {
            for file in &document.files {
                if files.iter().all(|(_, own, _)| own.id != file.id) {
                    files.push((document.kind, file.clone(), at > 0));
                }
            }
        }
    }
    let mut sheets = vec![];
    for (document, file, replaced) in files {
        sheets.extend(sheet(tx, document, &file, replaced).await?);
    }
    Ok(sheets)
}

async fn sheet(
    tx: &mut Tx,
    document: DocumentKind,
    file: &EnclosedFile,
    replaced: bool,
) -> Result<Option<Sheet>, OfficeError> {
    let row = store::attachment::get(tx, file.id).await?.filter(|row| row.blob.0 == file.sha256);
    let Some(row) = row else { return Ok(None) };
    let scan = store::scan::get(tx, &row.blob).await?;
    let pages = |pages: Option<i64>| match drawn_as(&file.media_type) {
        Some(_) if file.media_type != "application/pdf" => Some(1),
        _ => pages.and_then(|pages| u32::try_from(pages).ok()),
    };
    Ok(Some(Sheet {
        file: file.id,
        document,
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        bytes: file.bytes,
        sha256: file.sha256.clone(),
        pages: pages(row.pages),
        uploaded_at: row.created_at,
        replaced,
        scan,
    }))
}

/// The pages of a file, counted now where they were not counted when it came; one where they cannot be.
///
/// # Errors
/// `NotFound` for who may not read it.
pub async fn count(office: &Office, actor: &Actor, sheet: &Sheet) -> Result<u32, OfficeError> {
    if let Some(pages) = sheet.pages {
        return Ok(pages);
    }
    let (asking, id) = (actor.clone(), sheet.file);
    let row = office.read(move |tx| Box::pin(enclosed(tx, asking, id, None))).await?;
    let turn = file_check::turn().await;
    let bytes = office.store().blobs().get(&row.blob).await?;
    let limit = office.settings().upload_bytes_max;
    let counted = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        file_check::check(bytes, limit).ok().and_then(|checked| checked.pages)
    });
    let pages = counted.await.map_err(|error| Fault::Broken(format!("pages: {error}")))?;
    Ok(pages.and_then(|pages| u32::try_from(pages).ok()).unwrap_or(1))
}

/// The picture of a page of a file of case `id`; `None` when it cannot be drawn.
///
/// # Errors
/// `NotFound` for who may not read the file, and for a file of another case.
pub async fn picture(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    file: AttachmentId,
    wanted: Wanted,
    now: Timestamp,
) -> Result<Option<Picture>, OfficeError> {
    if !matches!(actor, Actor::Staff { .. }) {
        return Err(OfficeError::NotFound);
    }
    let asking = actor.clone();
    let row = office.read(move |tx| Box::pin(enclosed(tx, asking, file, Some(id)))).await?;
    readings::note(office, actor, id, What::File, now).await?;
    let Some(media_type) = drawn_as(&row.media_type) else { return Ok(None) };
    let (room, key) = (Arc::clone(office.drawing_room()), (row.blob.0.clone(), wanted));
    if let Some(picture) = room.find(&key) {
        return Ok(picture);
    }
    let turn = turn(&room).await?;
    // Somebody may have had it drawn meanwhile.
    if let Some(picture) = room.find(&key) {
        return Ok(picture);
    }
    let bytes = office.store().blobs().get(&row.blob).await?;
    let picture = drawn(office, turn, row.media_type, bytes, wanted).await;
    let picture = picture.map(|bytes| Picture { media_type, bytes: Arc::new(bytes) });
    // What failed may have failed for want of time or memory: it is tried again when somebody asks again.
    if picture.is_some() {
        room.keep(key, picture.clone());
    }
    Ok(picture)
}

/// A page drawn once, and not kept here; `None` when it cannot be drawn.
pub(crate) async fn draw(
    office: &Office,
    media_type: String,
    bytes: Vec<u8>,
    wanted: Wanted,
) -> Result<Option<Vec<u8>>, OfficeError> {
    let turn = turn(office.drawing_room()).await?;
    Ok(drawn(office, turn, media_type, bytes, wanted).await)
}

async fn turn(room: &Room) -> Result<OwnedSemaphorePermit, OfficeError> {
    let turn = Arc::clone(&room.turns).acquire_owned().await;
    Ok(turn.map_err(|error| Fault::Broken(format!("turns to draw: {error}")))?)
}

async fn drawn(
    office: &Office,
    turn: OwnedSemaphorePermit,
    media_type: String,
    bytes: Vec<u8>,
    wanted: Wanted,
) -> Option<Vec<u8>> {
    let draws = Arc::clone(&office.parts().draws);
    let drawn = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        draws.draw(&media_type, bytes, wanted)
    });
    match drawn.await {
        Ok(picture) => picture,
        Err(error) => {
            tracing::error!(%error, "drawing a page ended badly");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::picture::Turn;

    fn key(page: u32) -> Key {
        ("00".to_owned(), Wanted { page, width_pixels: 1200, turn: Turn::None })
    }

    fn picture(bytes: usize) -> Option<Picture> {
        Some(Picture { media_type: "image/png", bytes: Arc::new(vec![0; bytes]) })
    }

    #[test]
    fn the_room_keeps_the_last_pictures_within_its_limits() {
        let room = Room::default();
        for page in 0..100 {
            room.keep(key(page), None);
        }
        assert_eq!(room.find(&key(99)), Some(None), "that it cannot be drawn is known");
        assert_eq!(room.find(&key(0)), None);
        for page in 0..5 {
            room.keep(key(page), picture(KEPT_BYTES_MAX / 2));
        }
        assert_eq!([0, 1, 2, 3, 4].map(|page| room.find(&key(page)).is_some()), [false, false, false, true, true]);
        room.keep(key(9), picture(KEPT_BYTES_MAX * 2));
        assert!(room.find(&key(9)).is_some(), "the one just drawn is given out");
        assert!(room.find(&key(4)).is_none());
    }
}
