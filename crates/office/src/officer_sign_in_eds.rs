//! Staff sign in with an EDS of an official (a role in a legal entity, or a civil servant) whose IIN an administrator has named. No password and
//! no code: the key is what one has, its own password what one knows.

use crate::sign_in_eds::{self, Door};
use crate::{Office, OfficeError, SignatureProblem, session, signature};
use domain::actor::Actor;
use domain::moment::Moment;

/// Checks the signed challenge and opens a session of the official whose IIN the certificate proves.
///
/// # Errors
/// The signature's cause; `used` for a ticket that is old, used or not of the desk; `not-staff` for a key that nobody of the desk has.
pub async fn answer(office: &Office, ticket: &str, cms: &[u8], moment: &Moment) -> Result<String, OfficeError> {
    let proven = sign_in_eds::check(office, Door::Desk, ticket, cms, moment).await;
    let proven = proven.map_err(|error| match error {
        OfficeError::Signature(problem) => OfficeError::Signature(signature::for_official(problem)),
        other => other,
    })?;
    let moment = moment.clone();
    office
        .write(move |tx| {
            Box::pin(async move {
                proven.use_up(tx).await?;
                let person = store::officer::by_iin(tx, proven.iin().as_str()).await?.filter(|person| person.active);
                let nobody = || OfficeError::Signature(SignatureProblem::plain("not-staff"));
                let person = person.ok_or_else(nobody)?;
                let actor = Actor::Staff { officer: person.id, role: person.role, mission: person.mission };
                let (session, token) = session::begin(actor, &moment);
                store::session::insert(tx, &session).await?;
                Ok(token)
            })
        })
        .await
}
