//! The outside world: mail, SMS, the NCA, a virus scanner. A gateway is a trait, a real one and a local one; nothing here knows of cases.
//!
//! Mail leaves by SMTP, text messages by an HTTP gateway in Kannel's form. The folder gateway writes each letter as an `.eml` or `.sms`
//! file: it is the demonstration's, and an installation may use it deliberately where another program takes the files on.

mod clamd;
mod folder;
mod http_line;
mod mail;
pub mod nca;
mod sms;
mod smtp;
mod two_ways;
mod webhook;

pub use clamd::{ANSWER_SECONDS as SCAN_SECONDS, Clamd, Found, NotScanned, Scanner};
pub use folder::FolderPost;
pub use mail::paragraphs;
pub use sms::{SmsGateway, SmsLine};
pub use smtp::SmtpPost;
pub use two_ways::TwoWays;
pub use webhook::{NotTaken, Webhook};

use futures_util::future::BoxFuture;
use jiff::Timestamp;

/// A letter as a gateway sees it.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Stable identifier: the same letter tried twice is the same parcel.
    pub id: String,
    /// Mail, else SMS.
    pub by_mail: bool,
    /// Address or number in E.164.
    pub to: String,
    /// Subject, for mail.
    pub subject: String,
    /// Text.
    pub body: String,
    /// BCP 47 tag of the text.
    pub lang: String,
    /// When it was written.
    pub at: Timestamp,
    /// Address that a gateway for SMS may call with `?status=` when it knows what became of the message.
    pub report_to: Option<String>,
    /// Files with their names.
    pub attachments: Vec<(String, Vec<u8>)>,
}

/// Why a parcel did not leave.
#[derive(Debug, thiserror::Error)]
#[error("{why}")]
pub struct NotDelivered {
    /// One sentence for the administrator; it names no person.
    pub why: String,
    /// No later try will help: the address does not exist, the message is refused.
    pub for_good: bool,
}

impl NotDelivered {
    /// Not now; it is tried again.
    pub fn now(why: String) -> NotDelivered {
        NotDelivered { why, for_good: false }
    }

    /// Never.
    pub fn for_good(why: String) -> NotDelivered {
        NotDelivered { why, for_good: true }
    }
}

/// Takes letters to people.
pub trait Post: Send + Sync {
    /// Delivers one parcel, or says why not.
    fn deliver(&self, parcel: Parcel) -> BoxFuture<'_, Result<(), NotDelivered>>;
    /// What it is, for the administrator's page: an address or a folder, without a word of any language.
    fn describe(&self) -> String;
}
