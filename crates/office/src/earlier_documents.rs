//! Takes a document over from one's own earlier request that was not registered, was returned, refused, taken back or annulled, instead of uploading it
//! again: the same bytes under the same hash. Must never reach into another account's request, or into one that is still decided.

use crate::attach_file::{self, Place, Wanted};
use crate::{Office, OfficeError, drafts, permission, start_again};
use domain::actor::Actor;
use domain::documents::DocumentKind;
use domain::ids::{AccountId, ApplicationId, AttachmentId, DraftId, MissionId};
use domain::moment::Moment;
use jiff::Timestamp;
use std::collections::BTreeSet;
use store::application::Application;
use store::attachment::Attachment;
use store::{BlobKey, Tx};

/// Earlier requests that are looked into, the newest first.
const CASES_MAX: usize = 10;

/// A document of an earlier request that can be taken over.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// What it is.
    pub kind: DocumentKind,
    /// The request.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Where.
    pub mission: MissionId,
    /// Names of the files.
    pub names: Vec<String>,
}

/// What may be taken over into a draft: documents of which it lacks a file.
///
/// # Errors
/// `NotFound` for another person's draft.
pub async fn offers(office: &Office, actor: &Actor, id: DraftId) -> Result<Vec<Earlier>, OfficeError> {
    let account = permission::applicant(actor)?;
    office
        .read(move |tx| {
            Box::pin(async move {
                drafts::owned(tx, account, id).await?;
                let present = present(&store::attachment::of_draft(tx, id).await?);
                let (mut offers, mut told) = (vec![], BTreeSet::new());
                for case in closed(tx, account).await? {
                    let files = files(tx, &case).await?;
                    for kind in DocumentKind::ALL {
                        let own: Vec<&Attachment> =
                            files.iter().filter(|file| file.document == kind.as_str()).collect();
                        let keys: BTreeSet<_> = own.iter().map(|file| key(file)).collect();
                        // The same bytes of an older request are not told twice.
                        if !keys.is_subset(&present) && told.insert(keys) {
                            offers.push(Earlier {
                                kind,
                                application: case.id,
                                reference: case.reference.clone(),
                                sent_at: case.sent_at,
                                mission: case.mission.clone(),
                                names: own.iter().map(|file| file.name.clone()).collect(),
                            });
                        }
                    }
                }
                Ok(offers)
            })
        })
        .await
}

/// Takes the files of `place`'s document over from `from`. Those that are there already stay as they are: twice is once.
///
/// # Errors
/// `NotFound` for another person's request, one that is still alive, and one without this document; [`crate::FileProblem`] when they do not fit.
pub async fn take_over(
    office: &Office,
    actor: &Actor,
    place: Place,
    from: ApplicationId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let account = permission::applicant(actor)?;
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let wanted = Wanted::new(&inner, account, Place { instead: None, ..place }, moment.now);
                let present = present(&store::attachment::of_draft(tx, place.draft).await?);
                let case = closed(tx, account).await?.into_iter().find(|case| case.id == from);
                let mut files = files(tx, &case.ok_or(OfficeError::NotFound)?).await?;
                files.retain(|file| file.document == place.document.as_str());
                if files.is_empty() {
                    return Err(OfficeError::NotFound);
                }
                let mut changed = None;
                for mut file in files.into_iter().filter(|file| !present.contains(&key(file))) {
                    let (draft, position) = wanted.room(tx, file.bytes).await?;
                    // The bytes are kept once; the new row names them again.
                    file.id = AttachmentId(moment.uuid(&format!("attachment taken over {}", file.id)));
                    (file.draft, file.position, file.created_at) = (place.draft, position, moment.now);
                    store::attachment::insert(tx, &file).await?;
                    crate::scan_files::want(&inner, tx, &file.blob, moment.now).await?;
                    changed = Some(draft);
                }
                match changed {
                    Some(draft) => attach_file::changed(tx, draft, moment.now).await,
                    None => drafts::owned(tx, account, place.draft).await.map(drop),
                }
            })
        })
        .await
}

/// One's own requests that may be begun again.
async fn closed(tx: &mut Tx, account: AccountId) -> Result<Vec<Application>, OfficeError> {
    let mut cases = store::application::of_account(tx, account).await?;
    cases.retain(|case| start_again::is_open(case.state.kind()));
    cases.truncate(CASES_MAX);
    Ok(cases)
}

/// The files that were sent last for a case, but those in which a virus was found.
async fn files(tx: &mut Tx, case: &Application) -> Result<Vec<Attachment>, OfficeError> {
    let (sent, _) = drafts::last_sent(tx, case).await?;
    let scans = store::scan::of_draft(tx, sent.id).await?;
    let mut files = store::attachment::of_draft(tx, sent.id).await?;
    files.retain(|file| !scans.get(&file.blob).is_some_and(domain::scan::Scan::is_infected));
    Ok(files)
}

fn key(file: &Attachment) -> (String, BlobKey) {
    (file.document.clone(), file.blob.clone())
}

fn present(files: &[Attachment]) -> BTreeSet<(String, BlobKey)> {
    files.iter().map(key).collect()
}
