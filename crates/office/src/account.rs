//! One's own account: who it is, where letters go, and on which devices it is signed in.
//!
//! A new mail address is told to the old one, so that nobody is moved away unnoticed. Must never change what a sent request says: its
//! letters go where the request names.

use crate::session::{IDLE, hash_of};
use crate::{Office, OfficeError, one_time_code, permission};
use domain::actor::Actor;
use domain::ids::AccountId;
use domain::iin::Iin;
use domain::moment::Moment;
use jiff::Timestamp;
use serde_json::json;
use std::collections::BTreeMap;
use store::Tx;
use store::account::Account;
use store::outbox::{Channel, Letter};

/// Longest mail address (RFC 5321 4.5.3.1).
const EMAIL_CHARS_MAX: usize = 254;
/// Changes of one account in an hour.
const CHANGES_PER_HOUR_MAX: i64 = 5;
const HOUR_SECONDS: i64 = 3_600;
/// Stable name of the letters about a changed address or number.
pub(crate) const CONTACT_CHANGED: &str = "contact_changed";

/// The account as its owner sees it.
#[derive(Clone, Debug)]
pub struct AccountView {
    /// Who.
    pub account: Account,
    /// The IIN, masked: the page may be looked at over a shoulder.
    pub iin_masked: Option<String>,
    /// The number, masked.
    pub phone_masked: Option<String>,
    /// Another account states this proven IIN without a proof.
    pub stated_elsewhere: bool,
    /// A number that a mission recorded and that signs in later: masked, and from when.
    pub waiting_phone: Option<(String, Timestamp)>,
    /// Where it is signed in, the newest first.
    pub sessions: Vec<SessionLine>,
}

/// A device that is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLine {
    /// When it signed in.
    pub created_at: Timestamp,
    /// Its last request, to the minute.
    pub seen_at: Timestamp,
    /// The one that asks.
    pub is_this: bool,
}

/// One's own account. `token`: the session that asks.
///
/// # Errors
/// `NotAllowed` for staff.
pub async fn get(office: &Office, actor: &Actor, token: &str, now: Timestamp) -> Result<AccountView, OfficeError> {
    let account = permission::applicant(actor)?;
    let (inner, actor, this) = (office.clone(), actor.clone(), hash_of(token));
    office
        .read(move |tx| {
            Box::pin(async move {
                let account = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
                let sessions = store::session::of(tx, &actor, now).await?;
                let alive = sessions.into_iter().filter(|own| now.duration_since(own.seen_at) <= IDLE);
                let line = |own: store::session::Session| SessionLine {
                    created_at: own.created_at,
                    seen_at: own.seen_at,
                    is_this: own.token_hash == this,
                };
                let stated_elsewhere = match account.iin.as_deref().filter(|_| account.iin_proven) {
                    Some(iin) => store::account::is_stated(tx, iin).await?,
                    None => false,
                };
                let waiting = store::phone_change::of(tx, account.id).await?;
                let iin = account.iin.as_deref().and_then(|iin| Iin::parse(iin, inner.iin_rules()).ok());
                Ok(AccountView {
                    iin_masked: iin.map(|iin| iin.masked()),
                    phone_masked: account.phone.as_deref().map(one_time_code::masked),
                    stated_elsewhere,
                    waiting_phone: waiting.map(|own| (one_time_code::masked(&own.phone), own.counts_from)),
                    sessions: alive.map(line).collect(),
                    account,
                })
            })
        })
        .await
}

/// Ends every session but the one that asks; how many.
///
/// # Errors
/// `NotAllowed` for staff.
pub async fn end_other_sessions(office: &Office, actor: &Actor, token: &str) -> Result<u64, OfficeError> {
    permission::applicant(actor)?;
    let (actor, this) = (actor.clone(), hash_of(token));
    office.write(move |tx| Box::pin(async move { Ok(store::session::remove_others(tx, &actor, &this).await?) })).await
}

/// Changes the mail address; the old and the new one are told. Empty: no mails any more.
///
/// # Errors
/// Findings at `email`: `unreadable`; `TooMany` after [`CHANGES_PER_HOUR_MAX`].
pub async fn change_email(office: &Office, actor: &Actor, typed: &str, moment: &Moment) -> Result<(), OfficeError> {
    let id = permission::applicant(actor)?;
    let typed = typed.trim();
    if !typed.is_empty() && (!service::answers::is_email(typed) || typed.chars().count() > EMAIL_CHARS_MAX) {
        return Err(OfficeError::finding("email", "unreadable"));
    }
    let new = (!typed.is_empty()).then(|| typed.to_owned());
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut account = store::account::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if account.email == new {
                    return Ok(());
                }
                count_change(tx, id, moment.now).await?;
                let old = std::mem::replace(&mut account.email, new);
                store::account::update(tx, &account).await?;
                for (which, to) in [("old", old), ("new", account.email.clone())] {
                    if let Some(to) = to {
                        store::outbox::insert(tx, &told(&inner, &account, which, to, &moment)).await?;
                    }
                }
                let entry = store::journal::Entry {
                    application: None,
                    act: "change_contact",
                    actor: &actor,
                    at: moment.now,
                    commitments: BTreeMap::from([("email".to_owned(), json!(account.email))]),
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}

/// Counts a change of a contact: each sends letters to addresses that nobody has proven.
///
/// # Errors
/// `TooMany` after [`CHANGES_PER_HOUR_MAX`].
pub(crate) async fn count_change(tx: &mut Tx, id: AccountId, now: Timestamp) -> Result<(), OfficeError> {
    let key = format!("contact:{id}");
    if store::limit::hit(tx, &key, HOUR_SECONDS, now).await? > CHANGES_PER_HOUR_MAX {
        return Err(OfficeError::TooMany { retry_at: store::limit::window_end(HOUR_SECONDS, now) });
    }
    Ok(())
}

fn told(office: &Office, account: &Account, which: &str, to: String, moment: &Moment) -> Letter {
    let lang = account.reads();
    let url = format!("{}/{}/account", office.settings().host, lang.tag());
    let text =
        |part: &str| office.texts().f(lang, &format!("letter-contact-changed-{part}"), &[("url", url.as_str().into())]);
    let words = (text("subject"), text(&format!("body-{which}")));
    let (id, to) = (moment.uuid(&format!("letter contact {which}")), (Channel::Email, to.as_str()));
    Letter { account: Some(account.id), ..Letter::to_leave(id, CONTACT_CHANGED, to, lang, words, moment.now) }
}
