//! A person adds or changes the telephone that signs them in. The new number proves itself by a code; the old one and the mail are told, and
//! every other device is signed out, for it may be the lost telephone itself.
//!
//! Must never say whose a number is, nor that it has an account before the person has shown that they hold it.

use crate::one_time_code::{self, CodePurpose, CodeSent, NEW_PHONE};
use crate::session::hash_of;
use crate::{Fault, Office, OfficeError, account, letters, permission};
use domain::actor::Actor;
use domain::country::CountryCode;
use domain::ids::{AccountId, ApplicationId};
use domain::lang::Lang;
use domain::moment::Moment;
use serde_json::json;
use std::collections::BTreeMap;
use store::account::Account;
use store::outbox::{Channel, Letter};
use store::{StoreError, Tx};

/// The act in the journal.
const CHANGE_PHONE: &str = "change_phone";

/// Sends a code to the new number as typed.
///
/// # Errors
/// Not a phone number, too soon, locked, too many; a finding at `phone`: `same`. `NotAllowed` for staff.
pub async fn send_code(
    office: &Office,
    actor: &Actor,
    (typed, country): (&str, Option<&CountryCode>),
    lang: Lang,
    remote: &str,
    moment: &Moment,
) -> Result<CodeSent, OfficeError> {
    let id = permission::applicant(actor)?;
    let phone = one_time_code::number(typed, country)?;
    let own = office.read(move |tx| Box::pin(async move { Ok(store::account::get(tx, id).await?) })).await?;
    if own.ok_or(OfficeError::NotFound)?.phone.as_deref() == Some(phone.as_str()) {
        return Err(OfficeError::finding("phone", "same"));
    }
    one_time_code::send(office, purpose(id, &phone), phone, lang, remote, moment).await
}

/// Checks the code and makes the number the one that signs in. `token`: the session that asks and that stays.
///
/// # Errors
/// The code's cause; a finding at `phone`: `taken` when the number signs another person in; `TooMany`. `NotAllowed` for staff.
pub async fn change_phone(
    office: &Office,
    actor: &Actor,
    token: &str,
    (phone, code): (&str, &str),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let id = permission::applicant(actor)?;
    let phone = one_time_code::number(phone, None)?;
    let (inner, actor, this, code, moment) =
        (office.clone(), actor.clone(), hash_of(token), code.to_owned(), moment.clone());
    let changed = office
        .write(move |tx| {
            Box::pin(async move {
                let own = store::account::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                let checked = one_time_code::check(&inner, tx, &purpose(id, &phone), &code, moment.now).await?;
                if let Err(problem) = checked {
                    return Ok(Err(OfficeError::Otp(problem)));
                }
                if !make_free(tx, &phone, id).await? {
                    return Ok(Err(taken()));
                }
                account::count_change(tx, id, moment.now).await?;
                put(&inner, tx, own, phone, (CHANGE_PHONE, None, &actor), &moment).await?;
                store::session::remove_others(tx, &actor, &this).await?;
                Ok(Ok(()))
            })
        })
        .await;
    match changed {
        // Somebody signed in with the number for the first time just now.
        Err(OfficeError::Fault(Fault::Store(StoreError::Conflict(_)))) => Err(taken()),
        other => other?,
    }
}

fn purpose(account: AccountId, phone: &str) -> CodePurpose {
    CodePurpose { subject: account.to_string(), purpose: NEW_PHONE, context: Some(phone.to_owned()) }
}

fn taken() -> OfficeError {
    OfficeError::finding("phone", "taken")
}

/// False when the number signs another person in. An account that holds nothing but the number lets it go: who tries the new number before
/// changing it has made one, and nothing is lost or merged.
pub(crate) async fn make_free(tx: &mut Tx, phone: &str, own: AccountId) -> Result<bool, OfficeError> {
    if store::phone_change::by_phone(tx, phone).await?.is_some_and(|change| change.account != own) {
        return Ok(false);
    }
    let Some(mut other) = store::account::by_phone(tx, phone).await?.filter(|other| other.id != own) else {
        return Ok(true);
    };
    if !store::account::holds_nothing(tx, other.id).await? {
        return Ok(false);
    }
    other.phone = None;
    store::account::update(tx, &other).await?;
    store::session::remove_of(tx, &Actor::Applicant(other.id)).await?;
    Ok(true)
}

/// Writes the number, its letters and its entry: act, case and who. Codes that went to the old number count no more, and no other number waits.
pub(crate) async fn put(
    office: &Office,
    tx: &mut Tx,
    mut own: Account,
    phone: String,
    (act, application, actor): (&str, Option<ApplicationId>, &Actor),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let old = own.phone.replace(phone);
    store::account::update(tx, &own).await?;
    store::phone_change::remove(tx, own.id).await?;
    store::otp::forget(tx, &own.id.to_string()).await?;
    for letter in told(office, &own, old.as_deref(), moment) {
        store::outbox::insert(tx, &letter).await?;
    }
    let commitments = BTreeMap::from([("phone".to_owned(), json!(own.phone))]);
    let entry = store::journal::Entry { application, act, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

/// A text message to the old number, a letter to the mail.
fn told(office: &Office, own: &Account, old: Option<&str>, moment: &Moment) -> Vec<Letter> {
    let (lang, texts, host) = (own.reads(), office.texts(), &office.settings().host);
    let phone = own.phone.as_deref().map(one_time_code::masked).unwrap_or_default();
    let url = |page: &str| format!("{host}/{}/{page}", lang.tag());
    let row = |channel, to: &str, words| {
        letters::of_account(account::CONTACT_CHANGED, own.id, (channel, to), lang, words, moment)
    };
    let mut rows = vec![];
    if let Some(old) = old {
        let sms = texts.f(lang, "letter-phone-changed-sms", &[("url", url("sign-in").into())]);
        rows.push(row(Channel::Sms, old, (String::new(), sms)));
    }
    if let Some(email) = &own.email {
        let args = [("phone", phone.into()), ("url", url("account").into())];
        let text = |part: &str| texts.f(lang, &format!("letter-phone-changed-{part}"), &args);
        rows.push(row(Channel::Email, email, (text("subject"), text("body"))));
    }
    rows
}
