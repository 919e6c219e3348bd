//! An account signs in in a browser where it was not before: its contacts are told (N24). It never stands in the way of signing in, and what is
//! kept of a browser is the hash of a random cookie with the account.

use crate::sign_in_otp::SignedIn;
use crate::{Office, OfficeError, letters};
use domain::ids::AccountId;
use domain::moment::Moment;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use store::account::Account;
use store::device::Known;
use store::outbox::{Channel, Letter};

/// A browser that was not seen so long is a new one. The cookie lives as long.
pub const KEPT: SignedDuration = SignedDuration::from_hours(400 * 24);

/// How somebody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a code to the telephone.
    Code,
    /// By a digital signature.
    Eds,
    /// By the phone app.
    Mobile,
}

impl Way {
    fn key(self) -> &'static str {
        match self {
            Way::Code => "device-way-code",
            Way::Eds => "device-way-eds",
            Way::Mobile => "device-way-mobile",
        }
    }
}

/// Notes the browser of a person who has just signed in, tells their contacts where it is a new one, and gives the cookie's value.
///
/// # Errors
/// Faults of the store: the caller signs the person in all the same.
pub async fn note(
    office: &Office,
    entered: &SignedIn,
    cookie: Option<&str>,
    way: Way,
    moment: &Moment,
) -> Result<String, OfficeError> {
    let token = cookie.map_or_else(|| hex::encode(moment.bytes("device")), str::to_owned);
    let (account, first_time) = (entered.account, entered.first_time);
    // With the account, so that two accounts of one browser share nothing in the database.
    let hash = Sha256::digest(format!("{account} {token}")).to_vec();
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let known = store::device::note(tx, account, &hash, moment.now).await?;
                if known == Known::This || first_time {
                    return Ok(());
                }
                let Some(account) = store::account::get(tx, account).await? else { return Ok(()) };
                for letter in told(&inner, &account, way, &moment) {
                    store::outbox::insert(tx, &letter).await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(token)
}

/// A letter for each contact, but no text message to the telephone whose code was just typed.
fn told(office: &Office, account: &Account, way: Way, moment: &Moment) -> Vec<Letter> {
    let (lang, texts) = (account.reads(), office.texts());
    let local = moment.now.to_zoned(TimeZone::UTC);
    let url = format!("{}/{}/account", office.settings().host, lang.tag());
    let when = texts.f(
        lang,
        "account-moment",
        &[("date", texts.date(lang, local.date()).into()), ("time", local.strftime("%H:%M").to_string().into())],
    );
    let args = [("when", when.into()), ("way", texts.s(lang, way.key()).into()), ("url", url.into())];
    let text = |part: &str| texts.f(lang, &format!("letter-new-device-{part}"), &args);
    let mut letters = vec![];
    if let Some(email) = &account.email {
        letters.push(letter(account, Channel::Email, email, (text("subject"), text("body")), moment));
    }
    if let Some(phone) = account.phone.as_ref().filter(|_| way != Way::Code) {
        letters.push(letter(account, Channel::Sms, phone, (String::new(), text("sms")), moment));
    }
    letters
}

fn letter(account: &Account, channel: Channel, to: &str, words: (String, String), moment: &Moment) -> Letter {
    letters::of_account("new_device", account.id, (channel, to), account.reads(), words, moment)
}

/// Tells the accounts that state an IIN which an EDS has just proven for another account (DECISIONS.md, Identity). Nothing of either is merged
/// or shown to the other.
pub(crate) async fn tell_who_stated(
    office: &Office,
    tx: &mut store::Tx,
    (proven, iin): (AccountId, &str),
    moment: &Moment,
) -> Result<(), OfficeError> {
    for account in store::account::stating_iin(tx, iin).await? {
        if account.id == proven {
            continue;
        }
        let (lang, texts) = (account.reads(), office.texts());
        let url = format!("{}/{}/account", office.settings().host, lang.tag());
        let text = |part: &str| texts.f(lang, &format!("letter-iin-proven-{part}"), &[("url", url.as_str().into())]);
        let contacts = [(Channel::Email, &account.email, (text("subject"), text("body")))].into_iter().chain([(
            Channel::Sms,
            &account.phone,
            (String::new(), text("sms")),
        )]);
        for (channel, to, words) in contacts {
            if let Some(to) = to {
                let letter = letters::of_account("iin_proven", account.id, (channel, to), lang, words, moment);
                store::outbox::insert(tx, &letter).await?;
            }
        }
    }
    Ok(())
}
