//! `/dev/letters`: what the outbox sent, one-time codes included. Exists in a demonstration only.

use super::developer_frame;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use store::outbox::{Channel, Letter};

const LETTERS_MAX: i64 = 100;

/// The page.
#[derive(Template)]
#[template(path = "public/letters.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Newest first.
    pub letters: Vec<Shown>,
}

/// One letter as shown.
pub struct Shown {
    /// Key of the channel's name.
    pub channel: &'static str,
    /// Where it went.
    pub to: String,
    /// Language of the text.
    pub lang: &'static str,
    /// Empty for an SMS.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Universal time.
    pub at: String,
}

impl Shown {
    fn of(letter: &Letter) -> Shown {
        Shown {
            channel: match letter.channel {
                Channel::Email => "dev-letters-email",
                Channel::Sms => "dev-letters-sms",
                Channel::Portal => "dev-letters-portal",
            },
            to: letter.to.clone(),
            lang: letter.lang.tag(),
            subject: letter.subject.clone(),
            body: letter.body.clone(),
            at: letter.created_at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
        }
    }
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let frame = developer_frame(&visit, "/dev/letters", "dev-letters-title");
    let letters = office::outbox::recent(&visit.state.office, LETTERS_MAX).await?;
    visit.show(&Page { frame, letters: letters.iter().map(Shown::of).collect() })
}
