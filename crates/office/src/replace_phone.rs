//! A person who lost their telephone and has no EDS comes to the mission that has their case. The officer sees the identity document and records
//! the new number, which shows by a code that the person holds it. The old number and the mail are told at once; only after [`WAIT`] does the
//! new number sign in, and until then the old one does, and its owner or the mission can stop it (docs/decisions/0041).
//!
//! Must never give an account to a number whose owner was not seen, nor without the IIN of the document being the account's.

use crate::accept_paper::{IDENTITY_DOCUMENTS, identity_number};
use crate::one_time_code::{self, CodePurpose, CodeSent};
use crate::{Fault, Office, OfficeError, account, change_phone, desk_act, letters, permission};
use domain::actor::Actor;
use domain::country::CountryCode;
use domain::ids::{AccountId, ApplicationId};
use domain::iin::Iin;
use domain::moment::Moment;
use jiff::SignedDuration;
use serde_json::json;
use service::Finding;
use std::collections::BTreeMap;
use store::account::Account;
use store::application::Application;
use store::outbox::{Channel, Letter};
use store::phone_change::PhoneChange;
use store::{StoreError, Tx};

/// From the record until the new number signs in.
pub const WAIT: SignedDuration = SignedDuration::from_hours(24);
/// Purpose of the code that the person reads to the officer.
const AT_DESK: &str = "desk-phone";
/// Changes that one round of the job carries out.
const BATCH: i64 = 100;
const RECORD: &str = "record_phone";
const STOP: &str = "stop_phone";
const APPLY: &str = "apply_phone";

/// What the officer enters.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The new number, as typed or in E.164.
    pub phone: String,
    /// Where a number without a country code belongs.
    pub country: Option<CountryCode>,
    /// The IIN in the identity document.
    pub iin: String,
    /// Kind of the identity document.
    pub identity_document: String,
    /// Its number.
    pub identity_number: String,
    /// The code that came to the new number; empty when it is to be sent.
    pub code: String,
}

/// `Seen` in order.
#[derive(Clone)]
struct Checked {
    phone: String,
    iin: Iin,
    identity_document: String,
    identity_number: String,
    code: String,
}

/// Sends the code to the new number, when everything else is in order.
///
/// # Errors
/// Findings at the fields; the code's cause; `NotFound`, `NotAllowed`, `Barred` for whoever may not act on the case.
pub async fn send_code(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen: Seen,
    remote: &str,
    moment: &Moment,
) -> Result<CodeSent, OfficeError> {
    let asking = actor.clone();
    let checked = check(office, seen);
    let (own, checked) = office
        .read(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &asking, id).await?;
                let checked = checked?;
                Ok((fitting(tx, &case, &checked).await?, checked))
            })
        })
        .await?;
    one_time_code::send(office, purpose(own.id, &checked.phone), checked.phone, own.reads(), remote, moment).await
}

/// Records the new number.
///
/// # Errors
/// As [`send_code`]; `Stale` when a number waits already.
pub async fn record(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen: Seen,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let checked = check(office, seen);
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    let done = office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &actor, id).await?;
                let checked = checked?;
                let own = fitting(tx, &case, &checked).await?;
                let what = purpose(own.id, &checked.phone);
                if let Err(problem) = one_time_code::check(&inner, tx, &what, &checked.code, moment.now).await? {
                    return Ok(Err(OfficeError::Otp(problem)));
                }
                if !change_phone::make_free(tx, &checked.phone, own.id).await? {
                    return Ok(Err(OfficeError::finding("phone", "taken")));
                }
                wait(&inner, tx, (&case, &own), checked, &actor, &moment).await.map(Ok)
            })
        })
        .await;
    match done {
        Err(OfficeError::Fault(Fault::Store(StoreError::Conflict(_)))) => Err(OfficeError::Stale),
        other => other?,
    }
}

/// The owner stops it: whoever the old number and the mail told.
///
/// # Errors
/// `Stale` when nothing waits any more; `NotAllowed` for staff.
pub async fn stop(office: &Office, actor: &Actor, moment: &Moment) -> Result<(), OfficeError> {
    let id = permission::applicant(actor)?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office.write(move |tx| Box::pin(async move { end(&inner, tx, id, &actor, &moment).await })).await
}

/// The mission stops it, because the owner of the account called or came.
///
/// # Errors
/// As [`send_code`]; `Stale` when nothing waits any more.
pub async fn stop_at_desk(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &actor, id).await?;
                end(&inner, tx, case.account, &actor, &moment).await
            })
        })
        .await
}

/// The change that waits for the account of a case, for its officer.
///
/// # Errors
/// As [`send_code`].
pub async fn waiting(office: &Office, actor: &Actor, id: ApplicationId) -> Result<Option<PhoneChange>, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &actor, id).await?;
                Ok(store::phone_change::of(tx, case.account).await?)
            })
        })
        .await
}

/// One round of the job; how many numbers sign in from now on.
///
/// # Errors
/// Faults of the store. One that fails does not stop the others: it is logged.
pub(crate) async fn apply_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let now = moment.now;
    let due =
        office.read(move |tx| Box::pin(async move { Ok(store::phone_change::due(tx, now, BATCH).await?) })).await?;
    let mut done = 0;
    for own in due {
        let (account, inner, moment) = (own.account, office.clone(), moment.clone());
        match office.write(move |tx| Box::pin(async move { apply(&inner, tx, own, &moment).await })).await {
            Ok(()) => done += 1,
            Err(error) => tracing::error!(%account, %error, "a recorded telephone could not be set"),
        }
    }
    Ok(done)
}

/// Everything that can be wrong without the database, at once.
fn check(office: &Office, seen: Seen) -> Result<Checked, OfficeError> {
    let mut found = vec![];
    let phone = one_time_code::number(&seen.phone, seen.country.as_ref());
    if phone.is_err() {
        found.push(Finding::new("phone", "unreadable"));
    }
    let digits: String = seen.iin.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let iin = Iin::parse(&digits, office.iin_rules());
    if iin.is_err() {
        found.push(Finding::new("iin", "impossible"));
    }
    if !IDENTITY_DOCUMENTS.contains(&seen.identity_document.as_str()) {
        found.push(Finding::new("identity_document", "missing"));
    }
    let number = identity_number(&seen.identity_number);
    if let Err(OfficeError::Findings(own)) = &number {
        found.extend(own.iter().cloned());
    }
    match (phone, iin, number) {
        (Ok(phone), Ok(iin), Ok(identity_number)) if found.is_empty() => {
            Ok(Checked { phone, iin, identity_document: seen.identity_document, identity_number, code: seen.code })
        }
        _ => Err(OfficeError::Findings(found)),
    }
}

/// The account of the case, where the document is of its person and the number is another one than it has.
async fn fitting(tx: &mut Tx, case: &Application, checked: &Checked) -> Result<Account, OfficeError> {
    let own = store::account::get(tx, case.account).await?.ok_or(OfficeError::NotFound)?;
    let stated = own.iin.as_deref().unwrap_or(case.request.applicant.iin.as_str());
    if stated != checked.iin.as_str() {
        return Err(OfficeError::finding("iin", "other"));
    }
    if own.phone.as_deref() == Some(checked.phone.as_str()) {
        return Err(OfficeError::finding("phone", "same"));
    }
    Ok(own)
}

fn purpose(account: AccountId, phone: &str) -> CodePurpose {
    CodePurpose { subject: account.to_string(), purpose: AT_DESK, context: Some(phone.to_owned()) }
}

async fn wait(
    office: &Office,
    tx: &mut Tx,
    (case, own): (&Application, &Account),
    checked: Checked,
    actor: &Actor,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let Actor::Staff { officer, .. } = actor else { return Err(OfficeError::NotAllowed) };
    let change = PhoneChange {
        account: own.id,
        application: case.id,
        phone: checked.phone,
        recorded_by: *officer,
        recorded_at: moment.now,
        counts_from: moment.now + WAIT,
    };
    store::phone_change::insert(tx, &change).await?;
    for letter in told(office, case, own, &change, moment)? {
        store::outbox::insert(tx, &letter).await?;
    }
    let commitments = BTreeMap::from([
        ("phone".to_owned(), json!(change.phone)),
        ("identity_document".to_owned(), json!(checked.identity_document)),
        ("identity_number".to_owned(), json!(checked.identity_number)),
        ("counts_from".to_owned(), json!(change.counts_from)),
    ]);
    note(tx, RECORD, &change, actor, commitments, moment).await
}

/// Word to the old number and to the mail, before anything changes.
fn told(
    office: &Office,
    case: &Application,
    own: &Account,
    change: &PhoneChange,
    moment: &Moment,
) -> Result<Vec<Letter>, OfficeError> {
    let (lang, texts) = (own.reads(), office.texts());
    let mission = letters::mission_of(office, case)?;
    let url = format!("{}/{}/account", office.settings().host, lang.tag());
    let call = if mission.phone.is_empty() { url.clone() } else { mission.phone.clone() };
    let args = [
        ("url", url.into()),
        ("hours", WAIT.as_hours().to_string().into()),
        ("call", call.into()),
        ("phone", one_time_code::masked(&change.phone).into()),
        ("mission", mission.name.get(lang).into()),
        ("when", texts.moment_at(lang, change.counts_from, &letters::zone_of(mission), &mission.city).into()),
    ];
    let text = |part: &str| texts.f(lang, &format!("letter-phone-recorded-{part}"), &args);
    let mut rows = vec![];
    if let Some(old) = &own.phone {
        rows.push(row(own, Channel::Sms, old, (String::new(), text("sms")), moment));
    }
    if let Some(email) = &own.email {
        rows.push(row(own, Channel::Email, email, (text("subject"), text("body")), moment));
    }
    Ok(rows)
}

fn row(own: &Account, channel: Channel, to: &str, words: (String, String), moment: &Moment) -> Letter {
    letters::of_account(account::CONTACT_CHANGED, own.id, (channel, to), own.reads(), words, moment)
}

/// Ends what waits; the new number is told, for the person who came would wait for nothing.
async fn end(office: &Office, tx: &mut Tx, id: AccountId, actor: &Actor, moment: &Moment) -> Result<(), OfficeError> {
    let own = store::account::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    let change = store::phone_change::of(tx, id).await?.ok_or(OfficeError::Stale)?;
    store::phone_change::remove(tx, id).await?;
    let url = format!("{}/{}/sign-in", office.settings().host, own.reads().tag());
    let sms = office.texts().f(own.reads(), "letter-phone-stopped-sms", &[("url", url.into())]);
    store::outbox::insert(tx, &row(&own, Channel::Sms, &change.phone, (String::new(), sms), moment)).await?;
    let commitments = BTreeMap::from([("phone".to_owned(), json!(change.phone))]);
    note(tx, STOP, &change, actor, commitments, moment).await
}

/// The number signs in from now on; whoever has the lost telephone in hand is signed out.
async fn apply(office: &Office, tx: &mut Tx, found: PhoneChange, moment: &Moment) -> Result<(), OfficeError> {
    let own = store::account::get(tx, found.account).await?.ok_or(OfficeError::NotFound)?;
    // Stopped, or carried out by another server, since it was looked up.
    let Some(change) = store::phone_change::of(tx, own.id).await?.filter(|own| own.counts_from <= moment.now) else {
        return Ok(());
    };
    if !change_phone::make_free(tx, &change.phone, own.id).await? {
        return end(office, tx, own.id, &Actor::System, moment).await;
    }
    let entry = (APPLY, Some(change.application), &Actor::System);
    store::session::remove_of(tx, &Actor::Applicant(own.id)).await?;
    change_phone::put(office, tx, own, change.phone, entry, moment).await
}

async fn note(
    tx: &mut Tx,
    act: &str,
    change: &PhoneChange,
    actor: &Actor,
    commitments: BTreeMap<String, serde_json::Value>,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let entry =
        store::journal::Entry { application: Some(change.application), act, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}
