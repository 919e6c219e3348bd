//! The browser that asked goes on with the signed challenge. Only here a session begins: for that browser, by its own press of a
//! button, with a token made at that moment. The signature is judged once more, by the very verb that NCALayer's goes through.

use super::{Browser, Place, must_be_offered};
use crate::sign_in_otp::SignedIn;
use crate::{Fault, Office, OfficeError, sign_in_eds};
use domain::lang::Lang;
use domain::moment::Moment;
use store::mobile_signing::{State, Subject};

/// Opens the session.
///
/// # Errors
/// `Stale` when there is nothing signed in this browser, or it is too late; the signature's cause.
pub async fn enter(office: &Office, browser: Browser, lang: Lang, moment: &Moment) -> Result<SignedIn, OfficeError> {
    must_be_offered(office)?;
    let place = Place::SignIn.name();
    let found = office
        .read(move |tx| Box::pin(async move { Ok(store::mobile_signing::at(tx, &browser.0, &place).await?) }))
        .await?;
    let signing = found.filter(|own| moment.now <= own.expires_at).ok_or(OfficeError::Stale)?;
    let (Subject::SignIn { ticket }, State::Signed { cms, .. }) = (&signing.subject, &signing.state) else {
        return Err(OfficeError::Stale);
    };
    let cms = hex::decode(cms).map_err(|error| Fault::Broken(format!("kept signature: {error}")))?;
    let entered = sign_in_eds::answer(office, ticket, &cms, lang, moment).await?;
    let id = signing.id;
    office.write(move |tx| Box::pin(async move { Ok(store::mobile_signing::remove(tx, id).await?) })).await?;
    Ok(entered)
}
