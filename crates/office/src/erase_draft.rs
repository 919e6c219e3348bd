//! Erases a request that was not sent, with its answers, files and the letters about it: when its person wants it gone, or when its time is over
//! (UX.md 2.1). One transaction, one journal entry, which knows its id and why.
//!
//! Never one that was sent, and never one whose person was not warned; an answer to a mission's question only when the mission asks no more.

use crate::{Office, OfficeError, drafts, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::draft_term::{DraftTerm, Step, days_after, days_before};
use domain::ids::DraftId;
use domain::moment::Moment;
use jiff::Timestamp;
use store::Tx;
use store::draft::Draft;
use store::journal::{ERASE_DRAFT, Entry};

/// Drafts of one round: each is a transaction of its own.
const BATCH: i64 = 100;
/// Its person wants it gone.
const WISH: &str = "wish";
/// Its time is over.
const TIME: &str = "time";

/// By its person.
///
/// # Errors
/// `NotFound` for another's; `Stale` once it was sent; `NotOpen` for an answer to a mission's question, which belongs to its case.
pub async fn erase_draft(office: &Office, actor: &Actor, id: DraftId, moment: &Moment) -> Result<(), OfficeError> {
    let account = permission::applicant(actor)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let draft = drafts::owned(tx, account, id).await?;
                if draft.sent_as.is_some() {
                    return Err(OfficeError::Stale);
                }
                if draft.amends.is_some() {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                gone(tx, &actor, &draft, WISH, &moment).await
            })
        })
        .await
}

/// The job: all whose time is over; how many went. One that fails does not stop the others: it is logged.
///
/// # Errors
/// Faults of the store.
pub(crate) async fn erase_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let Some(term) = office.catalogue().passport().draft_term() else { return Ok(0) };
    let now = moment.now;
    let (kept, warned) = (days_before(now, term.keep_days), days_before(now, term.warn_days));
    let over = office
        .read(move |tx| {
            Box::pin(async move {
                let mut over = store::draft_term::warned_before(tx, kept, warned, BATCH).await?;
                over.extend(store::draft_term::left_answers(tx, kept, BATCH).await?);
                Ok(over)
            })
        })
        .await?;
    let mut done = 0;
    for id in over {
        let (term, moment) = (term.clone(), moment.clone());
        let erased = office.write(move |tx| {
            Box::pin(async move {
                let Some(draft) = over_now(tx, id, &term, moment.now).await? else { return Ok(false) };
                gone(tx, &Actor::System, &draft, TIME, &moment).await.map(|()| true)
            })
        });
        match erased.await {
            Ok(erased) => done += usize::from(erased),
            // Its person was quicker, or another server.
            Err(OfficeError::NotFound) => {}
            Err(error) => tracing::error!(draft = %id, %error, "a draft whose time is over could not be erased"),
        }
    }
    Ok(done)
}

/// The draft, locked, if its time is still over: somebody may have come back to it since it was looked up.
async fn over_now(tx: &mut Tx, id: DraftId, term: &DraftTerm, now: Timestamp) -> Result<Option<Draft>, OfficeError> {
    let Some(draft) = store::draft::get(tx, id).await?.filter(|draft| draft.sent_as.is_none()) else { return Ok(None) };
    let Some(kept) = store::draft_term::kept(tx, id).await? else { return Ok(None) };
    let is_over = match draft.amends {
        None => term.due(&kept, now) == Some(Step::Erase),
        Some(case) => {
            let case = store::application::get(tx, case).await?.ok_or(OfficeError::NotFound)?;
            case.state.correction().is_none() && days_after(kept.from, term.keep_days) <= now
        }
    };
    Ok(is_over.then_some(draft))
}

async fn gone(tx: &mut Tx, actor: &Actor, draft: &Draft, why: &str, moment: &Moment) -> Result<(), OfficeError> {
    if !store::draft::erase(tx, draft.id, moment.now).await? {
        return Err(OfficeError::NotFound);
    }
    if draft.typed.is_some() {
        // Made at the desk for this request alone: name and IIN go with it.
        store::account::erase_unused(tx, draft.account).await?;
    }
    let commitments = store::journal::of_draft(draft.id, why);
    let entry = Entry { application: None, act: ERASE_DRAFT, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}
