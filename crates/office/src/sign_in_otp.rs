//! Sign in with a phone and a one-time password. The account's IIN stays declared: it blocks nobody (DECISIONS.md, Identity).

use crate::one_time_code::{self, CodePurpose};
use crate::session;
use crate::{Office, OfficeError, OtpProblem};
use domain::actor::Actor;
use domain::country::CountryCode;
use domain::ids::AccountId;
use domain::lang::Lang;
use domain::moment::Moment;
use store::account::Account;

pub use crate::one_time_code::CodeSent;

/// A person signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// For the session cookie.
    pub token: String,
    /// The account.
    pub account: AccountId,
    /// The account was made just now.
    pub first_time: bool,
}

/// Sends a code to `phone` as typed.
///
/// # Errors
/// Not a phone number, too soon, locked, too many from one address.
pub async fn send(
    office: &Office,
    phone: &str,
    default_country: Option<&CountryCode>,
    lang: Lang,
    remote: &str,
    moment: &Moment,
) -> Result<CodeSent, OfficeError> {
    let phone = one_time_code::number(phone, default_country)?;
    one_time_code::send(office, purpose(&phone), phone, lang, remote, moment).await
}

/// Checks the code and opens a session; the account is made when the phone is new.
///
/// # Errors
/// Wrong, expired, locked.
pub async fn answer(
    office: &Office,
    phone: &str,
    code: &str,
    lang: Lang,
    moment: &Moment,
) -> Result<SignedIn, OfficeError> {
    let phone = one_time_code::number(phone, None)?;
    let (inner, code, moment) = (office.clone(), code.to_owned(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let checked = one_time_code::check(&inner, tx, &purpose(&phone), &code, moment.now).await?;
                if let Err(problem) = checked {
                    return Ok(Err(problem));
                }
                let known = store::account::by_phone(tx, &phone).await?;
                if known.is_none()
                    && let Some(change) = store::phone_change::by_phone(tx, &phone).await?
                {
                    return Ok(Err(OtpProblem::Waits { until: change.counts_from }));
                }
                let first_time = known.is_none();
                let account = match known {
                    Some(account) => account,
                    None => {
                        let account = new_account(phone, lang, &moment);
                        store::account::insert(tx, &account).await?;
                        account
                    }
                };
                let (session, token) = session::begin(Actor::Applicant(account.id), &moment);
                store::session::insert(tx, &session).await?;
                Ok(Ok(SignedIn { token, account: account.id, first_time }))
            })
        })
        .await?
        .map_err(OfficeError::Otp)
}

fn purpose(phone: &str) -> CodePurpose {
    CodePurpose { subject: phone.to_owned(), purpose: one_time_code::SIGN_IN, context: None }
}

fn new_account(phone: String, lang: Lang, moment: &Moment) -> Account {
    Account {
        id: AccountId(moment.uuid("account")),
        iin: None,
        iin_proven: false,
        name: None,
        phone: Some(phone),
        email: None,
        lang,
        notice_wish: None,
        notice_lang: None,
        created_at: moment.now,
    }
}
