//! The app brings the signature back. It is judged as every other one: a challenge as `sign_in_eds` judges it, a request by
//! `submit_signed`, which sends it, a complaint by `complain::sign`, which files it. What is refused ends the signing; the browser tells why and begins again.

use super::fetch::standing;
use super::view::problem;
use super::{NotServed, called, is_open, save};
use crate::submit_signed::submit_signed;
use crate::{Office, OfficeError, SignatureProblem, complain, sign_in_eds};
use domain::actor::Actor;
use domain::ids::MobileSigningId;
use domain::moment::Moment;
use store::mobile_signing::{MobileSigning, State, Subject};

/// Takes `cms` (DER, BER, PEM or base64; detached, or with exactly the given bytes inside).
///
/// A call that is repeated because its answer was lost gets the same answer.
///
/// # Errors
/// See [`NotServed`].
pub async fn take(
    office: &Office,
    id: MobileSigningId,
    bearer: &str,
    cms: &[u8],
    remote: &str,
    moment: &Moment,
) -> Result<(), NotServed> {
    let signing = called(office, id, bearer, remote, moment).await?;
    match &signing.state {
        State::Signed { .. } | State::Sent => return Ok(()),
        State::Refused { kind, name, date } => return Err(NotServed::Refused(problem(kind, name, *date))),
        State::Waiting | State::Fetched if is_open(&signing, moment.now) => {}
        State::Waiting | State::Fetched => return Err(NotServed::Over),
    }
    match judge(office, &signing, cms, moment).await {
        Ok(state) => Ok(save(office, id, state).await?),
        Err(OfficeError::Signature(refused)) => {
            let (kind, name, date) = (refused.kind.to_owned(), refused.name.clone(), refused.date);
            save(office, id, State::Refused { kind, name, date }).await?;
            Err(NotServed::Refused(refused))
        }
        Err(other) => Err(other.into()),
    }
}

async fn judge(office: &Office, signing: &MobileSigning, cms: &[u8], moment: &Moment) -> Result<State, OfficeError> {
    match &signing.subject {
        Subject::SignIn { ticket } => {
            let signer = sign_in_eds::check(office, sign_in_eds::Door::Portal, ticket, cms, moment).await?.signer();
            Ok(State::Signed { signer, cms: hex::encode(cms) })
        }
        Subject::Request { account, draft, .. } => {
            stands(office, signing, moment).await?;
            sent(submit_signed(office, &Actor::Applicant(*account), *draft, cms, moment).await)
        }
        Subject::Complaint { account, complaint, .. } => {
            stands(office, signing, moment).await?;
            sent(complain::sign(office, &Actor::Applicant(*account), *complaint, cms, moment).await)
        }
    }
}

fn changed() -> OfficeError {
    OfficeError::Signature(SignatureProblem::plain("changed"))
}

async fn stands(office: &Office, signing: &MobileSigning, moment: &Moment) -> Result<(), OfficeError> {
    if standing(office, signing, moment.now).await?.is_some() { Ok(()) } else { Err(changed()) }
}

/// What was changed between the code and the signature is told as such.
fn sent<T>(done: Result<T, OfficeError>) -> Result<State, OfficeError> {
    match done {
        Ok(_) => Ok(State::Sent),
        Err(OfficeError::Stale | OfficeError::Findings(_) | OfficeError::NotOpen(_)) => Err(changed()),
        Err(other) => Err(other),
    }
}
