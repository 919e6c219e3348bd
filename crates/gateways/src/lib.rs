//! The outside world: mail, SMS, the NCA. A gateway is a trait, a real one and a local one; nothing here knows of cases.
//!
//! For letters stands the folder gateway, which writes each letter as an `.eml` or `.sms` file. It is the demonstration's, and an
//! installation may use it deliberately where another program takes the files on.

mod folder;
pub mod nca;

pub use folder::FolderPost;

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
    /// Files with their names.
    pub attachments: Vec<(String, Vec<u8>)>,
}

/// Why a parcel did not leave. It will be tried again.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotDelivered(pub String);

/// Takes letters to people.
pub trait Post: Send + Sync {
    /// Delivers one parcel, or says why not.
    fn deliver(&self, parcel: Parcel) -> BoxFuture<'_, Result<(), NotDelivered>>;
    /// What it is, for the administrator's page.
    fn describe(&self) -> String;
}
