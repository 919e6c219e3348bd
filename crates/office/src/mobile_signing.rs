//! Signing by the phone app eGov Mobile: what a browser asks to have signed, the app fetches, signs and brings back
//! (docs/decisions/0019). The signature goes the way of every other one: `sign_in_eds` and `submit_signed` decide.
//!
//! Two secrets stand between the two devices, both derived from the id and the installation's key, so that the database holds
//! neither: the tag in the address of the code, and the bearer token. A third thing, the browser's own cookie, is what a session
//! is given to. Must never give a session to whoever brings a signature.

pub mod begin;
pub mod describe;
pub mod enter;
pub mod fetch;
pub mod rehearse;
pub mod take;
pub mod view;

use crate::{Office, OfficeError, SignatureProblem, session, sign_in_eds};
use domain::ids::{DraftId, MobileSigningId};
use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::mobile_signing::{MobileSigning, SIGN_IN_PLACE, State, complaint_place, request_place};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// From the code to the signature there is so much time: a challenge is worth no more.
pub const VALID: SignedDuration = sign_in_eds::VALID;
/// A signing is known so long after its end, so that its page can say what became of it.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(1);
/// Begun from one address in an hour.
const BEGUN_PER_ADDRESS_MAX: i64 = 60;
/// Begun by one browser in an hour.
const BEGUN_PER_BROWSER_MAX: i64 = 20;
/// Calls of the app about one signing: it needs three, and some for lines that break.
const CALLS_PER_SIGNING_MAX: i64 = 30;
/// Calls of the app from one address in a minute; many people share one at a mobile operator.
const CALLS_PER_ADDRESS_MAX: i64 = 300;
const HOUR_SECONDS: i64 = 3600;
const MINUTE_SECONDS: i64 = 60;
/// Of the tag in the address so many octets are used: the code stays small, and nobody finds 128 bits.
const TAG_OCTETS: usize = 16;
/// Numbers to compare have three digits.
const NUMBERS: u64 = 1000;

/// What only the browser that began a signing holds, hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Browser([u8; 32]);

impl Browser {
    /// Somebody who is not signed in: `secret` is derived from their form cookie, which no script reads.
    pub fn anonymous(secret: &str) -> Browser {
        Browser(Sha256::new().chain_update(b"mobile browser\0").chain_update(secret).finalize().into())
    }

    /// A session, by its token.
    pub fn session(token: &str) -> Browser {
        Browser(session::hash_of(token))
    }
}

/// Where in a browser a signing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Signing in.
    SignIn,
    /// The signature of a draft.
    Request(DraftId),
    /// The signature of a complaint.
    Complaint(Uuid),
}

impl Place {
    fn name(self) -> String {
        match self {
            Place::SignIn => SIGN_IN_PLACE.to_owned(),
            Place::Request(draft) => request_place(draft),
            Place::Complaint(complaint) => complaint_place(complaint),
        }
    }
}

/// What the app is asked to sign, as it is named to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The challenge of a sign-in.
    SignIn,
    /// A request.
    Request,
    /// An addendum to a request.
    Addendum,
    /// A complaint.
    Complaint,
}

/// Why the app is not served.
#[derive(Debug)]
pub enum NotServed {
    /// The bearer token is missing or wrong.
    Token,
    /// The signing has ended: signed, refused, expired, or its session has.
    Over,
    /// The signature is not taken.
    Refused(SignatureProblem),
    /// Anything else.
    Office(OfficeError),
}

impl From<OfficeError> for NotServed {
    fn from(error: OfficeError) -> NotServed {
        NotServed::Office(error)
    }
}

/// Is this way offered at all? Outside a demonstration not before somebody has tried it with the real app.
pub fn is_offered(office: &Office) -> bool {
    office.settings().egov_mobile
}

fn must_be_offered(office: &Office) -> Result<(), OfficeError> {
    if is_offered(office) { Ok(()) } else { Err(OfficeError::NotFound) }
}

fn tag(office: &Office, id: MobileSigningId) -> String {
    let whole = office.parts().keys.tag("mobile signing address", id.0.as_bytes());
    hex::encode(&whole[..TAG_OCTETS])
}

fn token(office: &Office, id: MobileSigningId) -> String {
    hex::encode(office.parts().keys.tag("mobile signing token", id.0.as_bytes()))
}

/// Is this the bearer token of that signing? For refusing before a body is read; every verb looks again.
pub fn is_bearer(office: &Office, id: MobileSigningId, bearer: &str) -> bool {
    is_offered(office) && is_same(&token(office, id), bearer)
}

/// The number that both devices show: who scans a code by mistake sees that it is another's.
fn number(office: &Office, id: MobileSigningId) -> String {
    let bytes = office.parts().keys.tag("mobile signing number", id.0.as_bytes());
    let mut wide = [0_u8; 8];
    wide.copy_from_slice(&bytes[..8]);
    format!("{:03}", u64::from_be_bytes(wide) % NUMBERS)
}

/// Compares in constant time.
fn is_same(expected: &str, got: &str) -> bool {
    expected.as_bytes().ct_eq(got.as_bytes()).into()
}

fn is_open(signing: &MobileSigning, now: Timestamp) -> bool {
    matches!(signing.state, State::Waiting | State::Fetched) && now <= signing.expires_at
}

/// Counts a call of the app.
async fn admit(office: &Office, id: MobileSigningId, remote: &str, moment: &Moment) -> Result<(), OfficeError> {
    must_be_offered(office)?;
    let now = moment.now;
    let limits = [
        (format!("mobile call from {remote}"), MINUTE_SECONDS, CALLS_PER_ADDRESS_MAX),
        (format!("mobile call of {id}"), HOUR_SECONDS, CALLS_PER_SIGNING_MAX),
    ];
    count(office, limits, now).await
}

async fn count(office: &Office, limits: [(String, i64, i64); 2], now: Timestamp) -> Result<(), OfficeError> {
    office
        .write(move |tx| {
            Box::pin(async move {
                for (key, seconds, most) in &limits {
                    if store::limit::hit(tx, key, *seconds, now).await? > *most {
                        return Err(OfficeError::TooMany { retry_at: store::limit::window_end(*seconds, now) });
                    }
                }
                Ok(())
            })
        })
        .await
}

/// The signing of a call with its bearer token.
async fn called(
    office: &Office,
    id: MobileSigningId,
    bearer: &str,
    remote: &str,
    moment: &Moment,
) -> Result<MobileSigning, NotServed> {
    admit(office, id, remote, moment).await?;
    if !is_bearer(office, id, bearer) {
        return Err(NotServed::Token);
    }
    let found = office.read(move |tx| Box::pin(async move { Ok(store::mobile_signing::get(tx, id).await?) })).await?;
    found.ok_or(NotServed::Over)
}

/// Writes how far a signing is, if it is still open and no other was begun in its place: of two answers the first one stands.
async fn save(office: &Office, id: MobileSigningId, state: State) -> Result<(), OfficeError> {
    office
        .write(move |tx| {
            Box::pin(async move {
                let now = store::mobile_signing::get(tx, id).await?;
                if now.is_some_and(|own| matches!(own.state, State::Waiting | State::Fetched)) {
                    store::mobile_signing::save(tx, id, &state).await?;
                }
                Ok(())
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_its_own_secret_only() {
        assert_eq!(Browser::anonymous("a"), Browser::anonymous("a"));
        assert_ne!(Browser::anonymous("a"), Browser::anonymous("b"));
        assert_ne!(Browser::anonymous("a"), Browser::session("a"));
    }
}
