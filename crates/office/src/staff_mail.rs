//! A person of the desk says whether and where they are written to when terms pass. Without it the desk alone tells them.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::lang::Lang;
use domain::moment::Moment;
use serde_json::json;
use service::answers::is_email;
use store::journal::Entry;

/// Longest address, characters.
pub const EMAIL_CHARS_MAX: usize = 200;

/// Where the reader is written to; `None`: nowhere.
///
/// # Errors
/// `NotAllowed` for who is not warned of terms.
pub async fn get(office: &Office, actor: &Actor) -> Result<Option<(String, Lang)>, OfficeError> {
    let (officer, _) = permission::is_warned(actor)?;
    office.read(move |tx| Box::pin(async move { Ok(store::warning::mail(tx, officer).await?) })).await
}

/// Says where to and in which language; an empty address: nowhere.
///
/// # Errors
/// A finding at `email` (`format`, `too-long`); `NotAllowed` as above.
pub async fn save(office: &Office, actor: &Actor, email: &str, lang: Lang, moment: &Moment) -> Result<(), OfficeError> {
    let (officer, _) = permission::is_warned(actor)?;
    let email = email.trim().to_owned();
    if email.chars().count() > EMAIL_CHARS_MAX {
        return Err(OfficeError::finding("email", "too-long"));
    }
    if !email.is_empty() && !is_email(&email) {
        return Err(OfficeError::finding("email", "format"));
    }
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mail = Some((email.as_str(), lang)).filter(|(email, _)| !email.is_empty());
                store::warning::save_mail(tx, officer, mail).await?;
                // The address itself is not written down for ever.
                let facts = json!({ "officer": officer, "written_to": mail.is_some() });
                let (act, commitments) = (store::journal::STAFF_MAIL, [("mail".to_owned(), facts)].into());
                let entry = Entry { application: None, act, actor: &actor, at: moment.now, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
