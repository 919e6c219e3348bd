//! The app takes what is to be signed: exactly the bytes that the signature will be checked against.

use super::{Asked, NotServed, called, describe, is_open, number, save};
use crate::send::{self, Standing};
use crate::session::IDLE;
use crate::{Fault, Office, OfficeError, complain, sign_in_eds};
use domain::actor::Actor;
use domain::ids::{AccountId, DraftId, MobileSigningId};
use domain::moment::Moment;
use jiff::Timestamp;
use store::BlobKey;
use store::Tx;
use store::mobile_signing::{MobileSigning, State, Subject};

/// What is to be signed.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// What it is.
    pub asked: Asked,
    /// The number that the browser shows too.
    pub number: String,
    /// The exact bytes.
    pub content: Vec<u8>,
}

/// Gives it out and notes that the app has it.
///
/// # Errors
/// See [`NotServed`].
pub async fn fetch(
    office: &Office,
    id: MobileSigningId,
    bearer: &str,
    remote: &str,
    moment: &Moment,
) -> Result<Fetched, NotServed> {
    let signing = called(office, id, bearer, remote, moment).await?;
    if !is_open(&signing, moment.now) {
        return Err(NotServed::Over);
    }
    let subject = signing.subject.clone();
    let asked = office.read(move |tx| Box::pin(async move { describe::asked(tx, &subject).await })).await?;
    let content = content(office, &signing, moment.now).await?.ok_or(NotServed::Over)?;
    save(office, id, State::Fetched).await?;
    Ok(Fetched { asked, number: number(office, id), content })
}

/// The bytes; `None` when they are no longer what would be sent, or the session that asked has ended.
async fn content(office: &Office, signing: &MobileSigning, now: Timestamp) -> Result<Option<Vec<u8>>, OfficeError> {
    match &signing.subject {
        Subject::SignIn { ticket } => {
            let text = sign_in_eds::challenge_text(office, ticket);
            let text = text.ok_or_else(|| Fault::Broken("a kept challenge is not ours".to_owned()))?;
            Ok(Some(text.into_bytes()))
        }
        Subject::Request { .. } | Subject::Complaint { .. } => match standing(office, signing, now).await? {
            Some(file) => Ok(Some(office.store().blobs().get(&file).await?)),
            None => Ok(None),
        },
    }
}

/// The file that a session asked to have signed, if it is still the one that was asked for and the session stands.
pub(super) async fn standing(
    office: &Office,
    signing: &MobileSigning,
    now: Timestamp,
) -> Result<Option<BlobKey>, OfficeError> {
    let browser = signing.browser;
    let session = office.read(move |tx| Box::pin(async move { Ok(store::session::find(tx, &browser).await?) })).await?;
    if !session.is_some_and(|own| now <= own.expires_at && now.duration_since(own.seen_at) <= IDLE) {
        return Ok(None);
    }
    let (read, asked) = match signing.subject.clone() {
        Subject::SignIn { .. } => return Ok(None),
        Subject::Request { account, draft, file } => {
            (office.read(move |tx| Box::pin(prepared(tx, account, draft))).await, file)
        }
        Subject::Complaint { account, complaint, file } => {
            let own = complain::unfiled(office, &Actor::Applicant(account), complaint, now).await;
            (own.map(|own| Some(own.file)), file)
        }
    };
    match read {
        Ok(standing) => Ok(standing.filter(|own| own.0 == asked)),
        Err(OfficeError::Stale | OfficeError::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

async fn prepared(tx: &mut Tx, account: AccountId, draft: DraftId) -> Result<Option<BlobKey>, OfficeError> {
    match send::standing(tx, account, draft).await? {
        Standing::Waiting(waiting) => Ok(Some(waiting.1.file)),
        Standing::Sent(_) => Ok(None),
    }
}
