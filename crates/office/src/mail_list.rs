//! The list of the check tool by mail, for who has no account. The letter holds the list and nothing of a person; an address is not kept
//! beyond the letter. Must never say whether an address is known here.

use crate::{Office, OfficeError};
use domain::lang::Lang;
use domain::moment::Moment;
use jiff::SignedDuration;
use service::answers::is_email;
use sha2::{Digest, Sha256};
use store::outbox::{Channel, Letter};

/// Name of the letter in the outbox.
pub(crate) const KIND: &str = "check_list";
/// The letter is known so long after it was written, for questions about it; then it is forgotten with its address.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(24);
const HOUR_SECONDS: i64 = 3600;
const DAY_SECONDS: i64 = 86_400;
/// Lists that one address of a network may send in an hour.
const FROM_ONE_MAX: i64 = 30;
/// Lists that one mailbox may get in a day.
const TO_ONE_MAX: i64 = 3;

/// The list as it is read: what, and the sentences below it.
#[derive(Clone, Debug)]
pub struct List {
    /// The things, in order.
    pub things: Vec<(String, Vec<String>)>,
    /// The mission: name, address, telephone; empty where none was found.
    pub mission: String,
    /// Address of the list.
    pub url: String,
}

/// Writes the letter; it leaves with the others.
///
/// # Errors
/// Findings at `email` (`missing`, `format`); `TooMany` with the instant from which it may be asked again.
pub async fn send(
    office: &Office,
    email: &str,
    list: &List,
    lang: Lang,
    remote: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let email = email.trim();
    if email.is_empty() {
        return Err(OfficeError::finding("email", "missing"));
    }
    if !is_email(email) {
        return Err(OfficeError::finding("email", "format"));
    }
    let letter = letter(office, email, list, lang, moment);
    let limits = [
        (format!("check list from {remote}"), HOUR_SECONDS, FROM_ONE_MAX),
        // The mailbox itself is not written down for counting.
        (format!("check list to {}", hex::encode(Sha256::digest(mailbox(email)))), DAY_SECONDS, TO_ONE_MAX),
    ];
    let now = moment.now;
    office
        .write(move |tx| {
            Box::pin(async move {
                for (key, seconds, most) in &limits {
                    if store::limit::hit(tx, key, *seconds, now).await? > *most {
                        return Err(OfficeError::TooMany { retry_at: store::limit::window_end(*seconds, now) });
                    }
                }
                store::outbox::insert(tx, &letter).await?;
                Ok(())
            })
        })
        .await
}

/// The mailbox for counting: many take `name+anything@` as `name@`.
fn mailbox(email: &str) -> String {
    let email = email.to_lowercase();
    match email.split_once('@') {
        Some((name, host)) => format!("{}@{host}", name.split('+').next().unwrap_or(name)),
        None => email,
    }
}

fn letter(office: &Office, email: &str, list: &List, lang: Lang, moment: &Moment) -> Letter {
    let numbered = list.things.iter().zip(1..).map(|((title, lines), number)| {
        let below = lines.iter().map(|line| format!("\n   {line}")).collect::<String>();
        format!("{number}. {title}{below}")
    });
    let things = numbered.collect::<Vec<_>>().join("\n\n");
    let args = [("things", things.as_str()), ("mission", list.mission.as_str()), ("url", list.url.as_str())];
    let args = args.map(|(name, value)| (name, value.into()));
    let text = |part: &str| office.texts().f(lang, &format!("letter-check-list-{part}"), &args);
    let words = (text("subject"), text("body"));
    Letter::to_leave(moment.uuid("check list"), KIND, (Channel::Email, email), lang, words, moment.now)
}
