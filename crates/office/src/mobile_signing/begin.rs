//! Begins a signing by the phone app, in place of an earlier one of the same browser. Nothing is signed or sent yet.

use super::{BEGUN_PER_ADDRESS_MAX, BEGUN_PER_BROWSER_MAX, Browser, HOUR_SECONDS, VALID, count, must_be_offered};
use crate::{Office, OfficeError, complain, permission, prepare_request, sign_in_eds};
use domain::actor::Actor;
use domain::ids::{DraftId, MobileSigningId};
use domain::moment::Moment;
use store::mobile_signing::{MobileSigning, State, Subject};
use uuid::Uuid;

/// To sign in: the challenge stays here until the app fetches it.
///
/// # Errors
/// `NotFound` where this way is not offered; too many from one address or browser.
pub async fn sign_in(office: &Office, browser: Browser, remote: &str, moment: &Moment) -> Result<(), OfficeError> {
    let ticket = sign_in_eds::challenge(office, sign_in_eds::Door::Portal, moment).ticket;
    begin(office, browser, Subject::SignIn { ticket }, remote, moment).await
}

/// To sign the prepared file of a request or an addendum. `token`: the session that asks; the signing ends with it.
///
/// # Errors
/// As [`sign_in`]; all findings of an unfinished request; `Stale` for one that was sent.
pub async fn request(
    office: &Office,
    actor: &Actor,
    draft: DraftId,
    token: &str,
    remote: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    must_be_offered(office)?;
    let account = permission::applicant(actor)?;
    let file = prepare_request::prepare_request(office, actor, draft, moment).await?.sha256;
    begin(office, Browser::session(token), Subject::Request { account, draft, file }, remote, moment).await
}

/// To sign a complaint's file, as [`request`] for a request's.
///
/// # Errors
/// As [`sign_in`]; `NotFound` for another person's; `Stale` for one that was filed, or written on another day.
pub async fn complaint(
    office: &Office,
    actor: &Actor,
    complaint: Uuid,
    token: &str,
    remote: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    must_be_offered(office)?;
    let own = complain::unfiled(office, actor, complaint, moment.now).await?;
    let subject = Subject::Complaint { account: own.account, complaint, file: own.file.0 };
    begin(office, Browser::session(token), subject, remote, moment).await
}

async fn begin(
    office: &Office,
    browser: Browser,
    subject: Subject,
    remote: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    must_be_offered(office)?;
    let limits = [
        (format!("mobile begun from {remote}"), HOUR_SECONDS, BEGUN_PER_ADDRESS_MAX),
        (format!("mobile begun by {}", hex::encode(browser.0)), HOUR_SECONDS, BEGUN_PER_BROWSER_MAX),
    ];
    count(office, limits, moment.now).await?;
    let signing = MobileSigning {
        id: MobileSigningId(moment.uuid("mobile signing")),
        browser: browser.0,
        subject,
        state: State::Waiting,
        begun_at: moment.now,
        expires_at: moment.now + VALID,
    };
    office.write(move |tx| Box::pin(async move { Ok(store::mobile_signing::begin(tx, &signing).await?) })).await
}
