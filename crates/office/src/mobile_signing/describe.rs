//! The app has read the code: it is told what is asked of it, and given the token to fetch it with. Changes nothing.

use super::{Asked, NotServed, admit, is_open, is_same, number, tag, token};
use crate::{Office, OfficeError, drafts};
use domain::ids::MobileSigningId;
use domain::moment::Moment;
use jiff::Timestamp;
use store::Tx;
use store::mobile_signing::Subject;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Described {
    /// What it is.
    pub asked: Asked,
    /// The number that the browser shows too.
    pub number: String,
    /// The bearer token of the calls that follow.
    pub token: String,
    /// When it is too late.
    pub expires_at: Timestamp,
}

/// Answers to the address in the code. The code itself gives nobody a session.
///
/// # Errors
/// `NotFound` for an address that is not ours, without a hint why; [`NotServed::Over`].
pub async fn describe(
    office: &Office,
    id: MobileSigningId,
    address_tag: &str,
    remote: &str,
    moment: &Moment,
) -> Result<Described, NotServed> {
    admit(office, id, remote, moment).await?;
    if !is_same(&tag(office, id), address_tag) {
        return Err(OfficeError::NotFound.into());
    }
    let now = moment.now;
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let Some(signing) = store::mobile_signing::get(tx, id).await? else { return Ok(None) };
                let asked = asked(tx, &signing.subject).await?;
                Ok(Some((signing, asked)))
            })
        })
        .await?;
    let Some((signing, asked)) = found.filter(|(signing, _)| is_open(signing, now)) else {
        return Err(NotServed::Over);
    };
    Ok(Described { asked, number: number(office, id), token: token(office, id), expires_at: signing.expires_at })
}

/// What a subject is.
pub(super) async fn asked(tx: &mut Tx, subject: &Subject) -> Result<Asked, OfficeError> {
    match subject {
        Subject::SignIn { .. } => Ok(Asked::SignIn),
        Subject::Request { account, draft, .. } => {
            let draft = drafts::owned(tx, *account, *draft).await?;
            Ok(if draft.amends.is_some() { Asked::Addendum } else { Asked::Request })
        }
        Subject::Complaint { .. } => Ok(Asked::Complaint),
    }
}
