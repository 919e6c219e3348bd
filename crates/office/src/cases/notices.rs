//! What the applicant was told: the notices in the portal, and what became of the mail and the text message of the same letter.

use domain::lang::Lang;
use jiff::Timestamp;
use store::outbox::{Channel, Fate, Letter};

/// A notice with its delivery.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its language.
    pub lang: Lang,
    /// When it was written.
    pub at: Timestamp,
    /// Headline.
    pub subject: String,
    /// Text.
    pub body: String,
    /// Mail and SMS of the same letter.
    pub deliveries: Vec<Delivery>,
}

/// A letter on its way.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Mail or SMS.
    pub channel: Channel,
    /// Masked address or number.
    pub to: String,
    /// When it left.
    pub sent_at: Option<Timestamp>,
    /// What became of it.
    pub fate: Fate,
}

/// Portal rows are the notices; mail and SMS rows of the same letter tell of its delivery.
pub(super) fn notices(sent: &[Letter]) -> Vec<Notice> {
    let mut notices: Vec<Notice> = sent
        .iter()
        .filter(|letter| letter.channel == Channel::Portal)
        .map(|letter| Notice {
            lang: letter.lang,
            at: letter.created_at,
            subject: letter.subject.clone(),
            body: letter.body.clone(),
            deliveries: sent
                .iter()
                .filter(|other| other.channel != Channel::Portal && of_the_same(letter, other))
                .map(|other| Delivery {
                    channel: other.channel,
                    to: masked(other),
                    sent_at: other.sent_at,
                    fate: other.fate,
                })
                .collect(),
        })
        .collect();
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.at));
    notices
}

/// Rows of one letter are written in one transaction, at one instant.
fn of_the_same(letter: &Letter, other: &Letter) -> bool {
    other.kind == letter.kind && other.created_at == letter.created_at
}

fn masked(letter: &Letter) -> String {
    match letter.channel {
        Channel::Sms => crate::one_time_code::masked(&letter.to),
        _ => match letter.to.split_once('@') {
            Some((name, host)) => format!("{}•••@{host}", name.chars().next().unwrap_or('•')),
            None => String::new(),
        },
    }
}
