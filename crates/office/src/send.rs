//! The common end of sending, signed or confirmed: the draft becomes an application, once, in one transaction with its
//! journal entry and its letters. A double click or a retry finds the application that is there already.

use crate::{Fault, Office, OfficeError, drafts, letters, prepare_request, supplement};
use domain::actor::{Actor, Role};
use domain::application::{LetterKind, State};
use domain::calendar::WorkingCalendar;
use domain::confirmation::{Confirmation, ConfirmationKind, Revocation, SignedRequest};
use domain::deadline::{self, Channel};
use domain::ids::{AccountId, ApplicationId, DraftId, MissionId};
use domain::moment::Moment;
use domain::reference::Reference;
use domain::request::Request;
use domain::scan::Scan;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;
use store::application::Application;
use store::draft::Draft;
use store::prepared::Prepared;
use store::{BlobKey, StoreError, Tx};

/// Label of the randomness of a reference, and of the one drawn when that is taken.
const REFERENCE: &str = "reference";
const REFERENCE_AGAIN: &str = "reference again";

/// A request that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The case.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
}

/// What is already there for this draft: sent before, or the file that waits to be confirmed.
pub enum Standing {
    /// Sent before: the same answer again.
    Sent(Sent),
    /// Waits.
    Waiting(Box<(Draft, Prepared)>),
}

/// Looks at the draft inside the caller's transaction. `Stale` where the file may not be signed any more.
pub async fn standing(tx: &mut Tx, account: AccountId, id: DraftId) -> Result<Standing, OfficeError> {
    let draft = drafts::owned(tx, account, id).await?;
    if let Some(sent) = draft.sent_as {
        let case = store::application::get(tx, sent).await?.ok_or(OfficeError::NotFound)?;
        return Ok(Standing::Sent(Sent { application: case.id, reference: case.reference }));
    }
    let prepared = prepare_request::current(&draft, store::prepared::get(tx, id).await?)?;
    none_infected(tx, id, &prepared).await?;
    Ok(Standing::Waiting(Box::new((draft, prepared))))
}

/// The scanner may have found something after the file was prepared: that file is not signed any more. Waiting stops nothing.
async fn none_infected(tx: &mut Tx, id: DraftId, prepared: &Prepared) -> Result<(), OfficeError> {
    let scans = store::scan::of_draft(tx, id).await?;
    if !scans.values().any(Scan::is_infected) {
        return Ok(());
    }
    let request = request_of(prepared)?;
    let mut files = request.documents.iter().flat_map(|document| &document.files);
    let is_infected = |sha256: &str| scans.iter().any(|(blob, scan)| blob.0 == sha256 && scan.is_infected());
    if files.any(|file| is_infected(&file.sha256)) { Err(OfficeError::Stale) } else { Ok(()) }
}

/// The id of the application that is made at `moment`: a seal names it before the row is there.
pub fn application_id(moment: &Moment) -> ApplicationId {
    ApplicationId(moment.uuid("application"))
}

/// The request inside a prepared file.
pub fn request_of(prepared: &Prepared) -> Result<Request, OfficeError> {
    serde_json::from_slice(&prepared.request_json)
        .map_err(|error| Fault::Broken(format!("prepared request: {error}")).into())
}

/// Makes the application, or the addendum to one. `proof`: the CMS or the seal, already durable.
pub async fn send(
    office: &Office,
    tx: &mut Tx,
    draft: Draft,
    prepared: &Prepared,
    signed: &SignedRequest,
    proof: (BlobKey, Value),
    moment: &Moment,
) -> Result<Sent, OfficeError> {
    if let Some(amended) = draft.amends {
        return supplement::send(office, tx, (draft, amended), prepared, signed, proof, moment).await;
    }
    let case = insert(tx, application(office, &draft, prepared, signed, proof, moment)?, moment).await?;
    let mut sent = draft;
    let seen = sent.version;
    sent.sent_as = Some(case.id);
    sent.updated_at = moment.now;
    if !store::draft::save(tx, &sent, seen).await? {
        return Err(OfficeError::Stale);
    }
    store::paper::insert(tx, &paper(&case, moment)).await?;
    if case.confirmation == ConfirmationKind::Eds {
        store::proof_time::wait(tx, &case.proof, case.id, moment.now).await?;
    }
    if let Some(kind) = first_letter(&case) {
        for letter in letters::rows(office, tx, kind, &case, &case.state, moment).await? {
            store::outbox::insert(tx, &letter).await?;
        }
    }
    let sender = sender(&case, signed);
    let entry = store::journal::Entry {
        application: Some(case.id),
        act: store::journal::SEND,
        actor: &sender,
        at: moment.now,
        commitments: store::journal::sending(&case)?,
    };
    store::journal::append(tx, &entry, moment).await?;
    remember_contacts(tx, &case).await?;
    Ok(Sent { application: case.id, reference: case.reference })
}

/// Who brought a request on paper has the receipt in hand; the letter is that of the registration.
fn first_letter(case: &Application) -> Option<LetterKind> {
    match (&case.state, case.confirmation) {
        (_, ConfirmationKind::Paper) => None,
        (State::SignatureCheckPending, _) => Some(LetterKind::SignatureDelayed),
        _ => Some(LetterKind::Submitted),
    }
}

/// Whose act the sending was: the officer's who accepted the paper, else the applicant's.
fn sender(case: &Application, signed: &SignedRequest) -> Actor {
    match signed.confirmation() {
        Confirmation::Paper(paper) => Actor::Staff {
            officer: paper.statement().officer,
            role: Role::Officer,
            mission: Some(case.mission.clone()),
        },
        Confirmation::Eds(_) | Confirmation::Otp(_) => Actor::Applicant(case.account),
    }
}

/// Stores the case. When another case has its reference, a second one is drawn, once.
async fn insert(tx: &mut Tx, mut case: Application, moment: &Moment) -> Result<Application, OfficeError> {
    let refused = match store::application::insert(tx, &case).await {
        Ok(()) => return Ok(case),
        Err(refused) => refused,
    };
    let conflict = matches!(refused, StoreError::Conflict(_));
    if !conflict || store::application::by_reference(tx, &case.reference).await?.is_none() {
        return Err(refused.into());
    }
    case.reference = reference(case.registration_date, moment, REFERENCE_AGAIN);
    store::application::insert(tx, &case).await?;
    Ok(case)
}

fn reference(registered: Date, moment: &Moment, label: &str) -> String {
    Reference::make(registered.year(), &moment.bytes(label)).to_string()
}

fn calendar<'o>(office: &'o Office, mission: &MissionId) -> Result<&'o WorkingCalendar, Fault> {
    let calendar = office.catalogue().calendar(mission);
    calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))
}

/// The end of the term of what was sent, or is decided anew, at `from`.
pub(crate) fn due_at(
    office: &Office,
    mission: &MissionId,
    channel: Channel,
    from: Timestamp,
) -> Result<Timestamp, Fault> {
    let terms = office.catalogue().passport().deadlines();
    let due = deadline::due(from, channel, calendar(office, mission)?, &terms);
    due.map_err(|error| Fault::Registers(error.to_string()))
}

fn application(
    office: &Office,
    draft: &Draft,
    prepared: &Prepared,
    signed: &SignedRequest,
    proof: (BlobKey, Value),
    moment: &Moment,
) -> Result<Application, OfficeError> {
    let request = signed.request().clone();
    let calendar = calendar(office, &request.mission)?;
    let registered = deadline::registration_date(moment.now, calendar);
    let registration_date = registered.map_err(|error| Fault::Registers(error.to_string()))?;
    let channel = match signed.kind() {
        ConfirmationKind::Paper => Channel::Paper,
        ConfirmationKind::Eds | ConfirmationKind::Otp => Channel::Portal,
    };
    let due_at = due_at(office, &request.mission, channel, moment.now)?;
    let state = match signed.confirmation() {
        Confirmation::Eds(own) if own.revocation() == Revocation::AwaitsNca => State::SignatureCheckPending,
        _ => State::Submitted,
    };
    Ok(Application {
        id: application_id(moment),
        reference: reference(registration_date, moment, REFERENCE),
        account: draft.account,
        draft: draft.id,
        mission: request.mission.clone(),
        channel,
        state,
        version: 1,
        sent_at: moment.now,
        registration_date,
        due_at,
        term_met_at: None,
        assignee: None,
        language: request.language,
        request,
        file: prepared.file.clone(),
        confirmation: signed.kind(),
        proof: proof.0,
        proof_detail: proof.1,
    })
}

fn paper(case: &Application, moment: &Moment) -> store::paper::Paper {
    store::paper::Paper {
        application: case.id,
        kind: "application".to_owned(),
        number: None,
        file: case.file.clone(),
        created_at: moment.now,
    }
}

/// The next request of this person starts with what is known (WCAG 3.3.7).
async fn remember_contacts(tx: &mut Tx, case: &Application) -> Result<(), OfficeError> {
    let Some(mut account) = store::account::get(tx, case.account).await? else { return Ok(()) };
    if account.email.is_none() {
        account.email = case.request.applicant.email.clone();
    }
    if account.name.is_none() {
        account.name = Some(case.request.applicant.name.clone());
    }
    if account.iin.is_none() {
        account.iin = Some(case.request.applicant.iin.as_str().to_owned());
    }
    store::account::update(tx, &account).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_reference_is_another_one() {
        let moment = Moment::new(Timestamp::UNIX_EPOCH, [7; 32]);
        let day = jiff::civil::date(2026, 11, 23);
        let first = reference(day, &moment, REFERENCE);
        assert!(first.starts_with("DR-26-"), "{first}");
        assert_ne!(first, reference(day, &moment, REFERENCE_AGAIN));
    }
}
