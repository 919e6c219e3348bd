//! Turns a photographed page a quarter clockwise, until the request is sent: what is signed is what is kept and shown.
//!
//! A JPEG keeps its picture untouched: its orientation is written anew, so nothing is lost however often it is turned. A PNG has no
//! orientation that every program reads; it is drawn anew by the process that draws pages. Never decodes a picture in this process.

use crate::attach_file::{self, Place, Wanted};
use crate::{FileProblem, Office, OfficeError, drafts, file_check, permission, photo, scan_files, sheets};
use domain::actor::Actor;
use domain::ids::{AccountId, AttachmentId};
use domain::moment::Moment;
use domain::picture::{Turn, WIDTH_PIXELS_MAX};
use store::Tx;
use store::attachment::Attachment;

/// Turns the page that `place` names (`instead`) once to the right. The hash as received stays beside the new one.
///
/// # Errors
/// `NotFound` for another person's page and for a PDF; [`FileProblem::NotTurned`] for a picture that cannot be drawn; `Stale` once it was sent.
pub async fn turn_page(office: &Office, actor: &Actor, place: Place, moment: &Moment) -> Result<(), OfficeError> {
    let account = permission::applicant(actor)?;
    let file = place.instead.ok_or(OfficeError::NotFound)?;
    let row = office.read(move |tx| Box::pin(page(tx, account, place, file))).await?;
    attach_file::admit(office, account, place, row.bytes, moment.now).await?;
    let kept = office.store().blobs().get(&row.blob).await?;
    let turned = match row.media_type.as_str() {
        "image/jpeg" => photo::turned(&kept),
        "image/png" => {
            let wanted = domain::picture::Wanted { page: 1, width_pixels: WIDTH_PIXELS_MAX, turn: Turn::Right };
            sheets::draw(office, row.media_type.clone(), kept, wanted).await?
        }
        _ => return Err(OfficeError::NotFound),
    };
    let turned = turned.ok_or(OfficeError::File(FileProblem::NotTurned))?;
    let (checked, _) = attach_file::checked(office, turned, file_check::turn().await).await?;
    if checked.media_type != row.media_type {
        return Err(OfficeError::File(FileProblem::NotTurned));
    }
    let bytes = i64::try_from(checked.bytes.len()).unwrap_or(i64::MAX);
    let blob = office.store().keep(checked.bytes).await?;
    let wanted = Wanted::new(office, account, place, moment.now);
    let (inner, now) = (office.clone(), moment.now);
    office
        .write(move |tx| {
            Box::pin(async move {
                let (draft, _) = wanted.room(tx, bytes).await?;
                if !store::attachment::turn(tx, &row, &blob, bytes, now).await? {
                    return Err(OfficeError::Stale);
                }
                scan_files::want(&inner, tx, &blob, now).await?;
                attach_file::changed(tx, draft, now).await
            })
        })
        .await
}

async fn page(tx: &mut Tx, account: AccountId, place: Place, file: AttachmentId) -> Result<Attachment, OfficeError> {
    drafts::owned(tx, account, place.draft).await?;
    let row = store::attachment::get(tx, file).await?;
    let is_there = |row: &Attachment| row.draft == place.draft && row.document == place.document.as_str();
    row.filter(is_there).ok_or(OfficeError::NotFound)
}
