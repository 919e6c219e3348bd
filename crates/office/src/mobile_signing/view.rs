//! A signing as the browser that began it sees it. A query; nobody else's browser finds it.

use super::{Browser, Place, is_open, number, tag};
use crate::{Office, OfficeError, SignatureProblem};
use domain::ids::MobileSigningId;
use jiff::Timestamp;
use store::mobile_signing::{MobileSigning, State};

/// See the module.
#[derive(Clone, Debug)]
pub struct View {
    /// Its id, for the address in the code.
    pub id: MobileSigningId,
    /// The secret part of that address.
    pub tag: String,
    /// The number that the app shows too.
    pub number: String,
    /// How far it is.
    pub stage: Stage,
    /// When the code stops working.
    pub expires_at: Timestamp,
}

/// How far a signing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The code waits for the app.
    Waiting,
    /// The app has the file; the person looks at it there.
    Fetched,
    /// A challenge was signed; the person goes on here.
    Signed {
        /// Name in the certificate.
        signer: String,
    },
    /// The request was signed and sent.
    Sent,
    /// The signature was not taken.
    Refused(SignatureProblem),
    /// Too late.
    Expired,
}

/// What `browser` has at `place`; `None` where it began nothing.
///
/// # Errors
/// Faults only.
pub async fn view(
    office: &Office,
    browser: Browser,
    place: Place,
    now: Timestamp,
) -> Result<Option<View>, OfficeError> {
    let name = place.name();
    let found = office
        .read(move |tx| Box::pin(async move { Ok(store::mobile_signing::at(tx, &browser.0, &name).await?) }))
        .await?;
    Ok(found.map(|signing| View {
        id: signing.id,
        tag: tag(office, signing.id),
        number: number(office, signing.id),
        stage: stage(&signing, now),
        expires_at: signing.expires_at,
    }))
}

fn stage(signing: &MobileSigning, now: Timestamp) -> Stage {
    match &signing.state {
        State::Sent => Stage::Sent,
        State::Refused { kind, name, date } => Stage::Refused(problem(kind, name, *date)),
        State::Signed { signer, .. } if now <= signing.expires_at => Stage::Signed { signer: signer.clone() },
        State::Waiting if is_open(signing, now) => Stage::Waiting,
        State::Fetched if is_open(signing, now) => Stage::Fetched,
        State::Waiting | State::Fetched | State::Signed { .. } => Stage::Expired,
    }
}

/// A cause as it was kept. A name that is no longer known is told as any other cause.
pub(super) fn problem(kind: &str, name: &str, date: Option<Timestamp>) -> SignatureProblem {
    let known = SignatureProblem::KINDS.into_iter().find(|own| *own == kind);
    SignatureProblem { name: name.to_owned(), date, ..SignatureProblem::plain(known.unwrap_or("other")) }
}
