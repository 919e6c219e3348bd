//! Mail by one gateway, text messages by another.
//! Here so that an installation may combine them. Must never send a letter by the wrong one.

use crate::{NotDelivered, Parcel, Post};
use futures_util::future::BoxFuture;

/// The two ways.
pub struct TwoWays {
    /// Takes mail.
    pub mail: Box<dyn Post>,
    /// Takes text messages.
    pub sms: Box<dyn Post>,
}

impl Post for TwoWays {
    fn deliver(&self, parcel: Parcel) -> BoxFuture<'_, Result<(), NotDelivered>> {
        if parcel.by_mail { self.mail.deliver(parcel) } else { self.sms.deliver(parcel) }
    }

    fn describe(&self) -> String {
        format!("{}; SMS: {}", self.mail.describe(), self.sms.describe())
    }
}
