//! A question to a mission before applying, with photos of the paper (UX.md PC6b): put, read at the desk, answered, erased.
//!
//! It is kept apart from cases and leads to none: no case, draft or search reads it. What was asked and answered is erased with the letters
//! about it ([`domain::enquiry`] says when); the journal keeps that it was, by ids.

pub mod answer;
pub mod ask;
pub mod erase;
pub mod view;

use crate::{Fault, Office, OfficeError, letters};
use domain::actor::Actor;
use domain::ids::EnquiryId;
use domain::mission::Mission;
use domain::moment::Moment;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::Tx;
use store::enquiry::Enquiry;
use store::journal::Entry;
use store::outbox::{Channel, Letter};

/// What the key of private links is for.
const LINK: &str = "enquiry link";
/// Bytes of a private link's secret: guessing one of all that there are is hopeless.
const LINK_BYTES: usize = 16;

/// How much one question takes: pages say it before, at and after, from these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files.
    pub files: usize,
    /// Bytes of all of them together.
    pub bytes: u64,
    /// Characters of the question.
    pub chars: usize,
}

/// The limits of this installation.
pub fn limits(office: &Office) -> Limits {
    Limits {
        files: domain::enquiry::FILES_MAX,
        // As much as one page of a document, so that one form holds no more in memory than that.
        bytes: office.settings().upload_bytes_max,
        chars: ask::QUESTION_CHARS_MAX,
    }
}

/// The secret of a question's private link: made from its id by the installation's key, so that it is nowhere kept.
fn link_secret(office: &Office, id: EnquiryId) -> String {
    let tag = office.parts().keys.tag(LINK, id.0.as_bytes());
    hex::encode(tag.get(..LINK_BYTES).unwrap_or_default())
}

/// What is kept of it.
fn link_hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// Where who asked reads it, without the language: in the account, or at the private link.
pub(crate) fn path(office: &Office, own: &Enquiry) -> String {
    match own.account {
        Some(_) => format!("/enquiries/{}", own.id),
        // In the query, which no log has.
        None => format!("/enquiry?key={}", link_secret(office, own.id)),
    }
}

/// The same, whole, in the language of who asked.
fn url(office: &Office, own: &Enquiry) -> String {
    format!("{}/{}{}", office.settings().host, own.lang.tag(), path(office, own))
}

fn mission<'o>(office: &'o Office, own: &Enquiry) -> Result<&'o Mission, OfficeError> {
    let found = office.catalogue().mission(&own.mission);
    found.ok_or_else(|| Fault::Registers(format!("mission {} is not in the register", own.mission)).into())
}

/// A letter to who asked.
fn letter(
    own: &Enquiry,
    kind: &str,
    (channel, to): (Channel, &str),
    words: (String, String),
    moment: &Moment,
) -> Letter {
    let id = moment.uuid(&format!("letter {kind} {} {}", channel.as_str(), own.id));
    Letter { account: own.account, ..Letter::to_leave(id, kind, (channel, to), own.lang, words, moment.now) }
}

/// The journal's entry of an act on a question.
async fn note(
    tx: &mut Tx,
    act: &str,
    actor: &Actor,
    id: EnquiryId,
    more: Value,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let commitments = [("enquiry".to_owned(), json!({ "id": id, "what": more }))].into();
    let entry = Entry { application: None, act, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

/// A day on the mission's calendar, in the language of who asked.
fn day(office: &Office, own: &Enquiry, mission: &Mission, at: jiff::Timestamp) -> String {
    office.texts().date(own.lang, at.to_zoned(letters::zone_of(mission)).date())
}
