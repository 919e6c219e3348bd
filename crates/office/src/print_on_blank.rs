//! Prints the certificate on the next blank of the mission's stock. The officer types the number that is printed on the blank in their
//! hand; only when it is the proposed one is the blank taken, and a paper with its number is kept (Family Code 272, 274).
//!
//! As in issuing, the paper is set outside any transaction. A blank that somebody took meanwhile is not taken twice.

use crate::blanks::current;
use crate::{Office, OfficeError, account_blank, declare_conflict, issue_certificate, permission, slips};
use domain::actor::Actor;
use domain::application::{NotOpen, StateKind};
use domain::blank::{BlankNumber, may_print};
use domain::certificate::ActRecord;
use domain::ids::{ApplicationId, OfficerId};
use domain::moment::Moment;
use domain::paper::OfficerLine;
use serde_json::json;
use store::application::Application;
use store::blank::{Used, paper_kind};
use store::certificate::Certificate;
use store::journal::Entry;
use store::paper::Paper;
use store::{BlobKey, StoreError, Tx};

/// Where the printing stands.
#[derive(Clone, Debug)]
pub struct Printing {
    /// The mission keeps a stock: a delivery was ever entered.
    pub has_stock: bool,
    /// The blanks of the case, the first one first.
    pub used: Vec<Used>,
    /// The next free blank.
    pub proposed: Option<BlankNumber>,
    /// The blank of an annulled certificate, of which it is to be said what became of it.
    pub accounts: Option<Used>,
}

/// The officer of the case's mission, while the certificate is printed.
///
/// # Errors
/// `NotFound`; `NotOpen` for who may only read, and in every other state.
pub(crate) async fn is_open(tx: &mut Tx, actor: &Actor, case: &Application) -> Result<OfficerId, OfficeError> {
    permission::read_desk(actor, case)?;
    // A certificate that is valid again after its blank was written off needs another one.
    let again = case.state.kind() == StateKind::Collected
        && store::blank::of_case(tx, case.id).await?.last().is_some_and(|own| own.spoiled.is_some());
    let acts = permission::act_on_case(actor, case).is_ok() && (may_print(case.state.kind()) || again);
    match actor {
        // Family Code 179(4).
        Actor::Staff { officer, .. } if acts && !declare_conflict::is_barred(tx, case.id, *officer).await? => {
            Ok(*officer)
        }
        _ => Err(OfficeError::NotOpen(NotOpen::Act)),
    }
}

/// What the page shows.
///
/// # Errors
/// `NotFound`, `NotOpen`.
pub async fn printing(office: &Office, actor: &Actor, id: ApplicationId) -> Result<Printing, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                let accounts = account_blank::blank(tx, &actor, &case).await?;
                if accounts.is_none() {
                    is_open(tx, &actor, &case).await?;
                }
                Ok(Printing {
                    accounts,
                    has_stock: store::blank::has_stock(tx, &case.mission).await?,
                    used: store::blank::of_case(tx, id).await?,
                    proposed: store::blank::next_free(tx, &case.mission).await?.map(|(_, blank)| blank),
                })
            })
        })
        .await
}

/// Takes the proposed blank, which must be the one typed.
///
/// # Errors
/// `NotFound`; `NotOpen` where no stock is kept, when a blank is taken that is not spoiled, in every other state; at `number`:
/// `missing`, `mismatch`, `none-left`, `taken`.
pub async fn print_on_blank(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    typed: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (asking, typed) = (actor.clone(), typed.to_owned());
    let ready = office.read(move |tx| Box::pin(async move { ready(tx, &asking, id, &typed).await })).await?;
    let numbers = (ready.record, ready.reserved.number.clone());
    let blank = ready.own.blank.clone();
    let pdf = issue_certificate::set(office, &ready.case, numbers, ready.line, &ready.reserved, Some(blank)).await?;
    let file = office.store().keep(pdf).await?;
    let (actor, moment, own) = (actor.clone(), moment.clone(), ready.own);
    office.write(move |tx| Box::pin(async move { keep(tx, &actor, own, file, &moment).await })).await
}

struct Ready {
    case: Application,
    record: ActRecord,
    reserved: Certificate,
    line: OfficerLine,
    /// The taking, but for its moment.
    own: Used,
}

async fn ready(tx: &mut Tx, actor: &Actor, id: ApplicationId, typed: &str) -> Result<Ready, OfficeError> {
    let mut case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    let officer = is_open(tx, actor, &case).await?;
    let used = store::blank::of_case(tx, id).await?;
    if !store::blank::has_stock(tx, &case.mission).await? || current(&used).is_some() {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    let (delivery, blank) =
        store::blank::next_free(tx, &case.mission).await?.ok_or_else(|| OfficeError::finding("number", "none-left"))?;
    if typed.trim().is_empty() {
        return Err(OfficeError::finding("number", "missing"));
    }
    if !blank.is_typed(typed) {
        return Err(OfficeError::finding("number", "mismatch"));
    }
    issue_certificate::as_sent(&case, store::journal::request_standing(tx, id).await?)?;
    case.request = slips::as_certified(tx, &case).await?;
    let gone = || OfficeError::NotOpen(NotOpen::Act);
    let record = case.state.record().cloned().ok_or_else(gone)?;
    let reserved = store::certificate::get(tx, id).await?.ok_or_else(gone)?;
    let line = store::officer::get(tx, reserved.officer).await?.ok_or(OfficeError::NotFound)?.line;
    let own = taking(&case, (delivery, blank), officer, used.len(), reserved.reserved_at);
    Ok(Ready { case, record, reserved, line, own })
}

/// The row of a taking.
pub(crate) fn taking(
    case: &Application,
    (delivery, blank): (i64, BlankNumber),
    officer: OfficerId,
    before: usize,
    taken_at: jiff::Timestamp,
) -> Used {
    let attempt = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
    let (mission, application) = (case.mission.clone(), case.id);
    Used { blank, delivery, mission, application, attempt, officer, taken_at, spoiled: None, unreturned: None }
}

async fn keep(tx: &mut Tx, actor: &Actor, mut own: Used, file: BlobKey, moment: &Moment) -> Result<(), OfficeError> {
    // The case may have gone on while the paper was set.
    let case = store::application::get(tx, own.application).await?.ok_or(OfficeError::NotFound)?;
    is_open(tx, actor, &case).await?;
    own.taken_at = moment.now;
    taken(store::blank::take(tx, &own).await)?;
    let paper = Paper {
        application: own.application,
        kind: paper_kind(own.attempt),
        number: None,
        file: file.clone(),
        created_at: moment.now,
    };
    store::paper::insert(tx, &paper).await?;
    let mut commitments = store::journal::taking(&own)?;
    commitments.insert("file".to_owned(), json!(file.0));
    let (application, act) = (Some(own.application), store::journal::TAKE_BLANK);
    let entry = Entry { application, act, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

/// Somebody was first: the page then proposes the next one.
pub(crate) fn taken(done: Result<(), StoreError>) -> Result<(), OfficeError> {
    match done {
        Err(StoreError::Conflict(_)) => Err(OfficeError::finding("number", "taken")),
        other => Ok(other?),
    }
}
