//! A person says which ways and in which language notices come. Must never silence what the law requires a mission to tell: that goes at least
//! one way whatever is said here (`domain::notices`).

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::notices::NoticeWish;
use serde_json::json;
use service::Finding;
use std::collections::BTreeMap;

/// The act in the journal.
const CHANGE_NOTICES: &str = "change_notices";
/// What the form calls "as each request says".
pub const AS_STATED: &str = "as-stated";

/// Reads both answers by their stable names.
///
/// # Errors
/// Findings at `channel` and `language`: `missing`.
fn read(channel: &str, language: &str) -> Result<(Option<NoticeWish>, Lang), OfficeError> {
    let wish = match channel {
        AS_STATED => Some(None),
        name => NoticeWish::from_name(name).map(Some),
    };
    match (wish, Lang::from_tag(language)) {
        (Some(wish), Some(lang)) => Ok((wish, lang)),
        (wish, lang) => {
            let missing = |name, is_there: bool| (!is_there).then(|| Finding::new(name, "missing"));
            let found = [missing("channel", wish.is_some()), missing("language", lang.is_some())];
            Err(OfficeError::Findings(found.into_iter().flatten().collect()))
        }
    }
}

/// Stores the wish.
///
/// # Errors
/// Findings at `channel` (`missing`, `no-mail`) and `language` (`missing`). `NotAllowed` for staff.
pub async fn change_notices(
    office: &Office,
    actor: &Actor,
    (channel, language): (&str, &str),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let id = permission::applicant(actor)?;
    let (wish, lang) = read(channel, language)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut account = store::account::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if wish.is_some_and(NoticeWish::by_mail) && account.email.is_none() {
                    return Err(OfficeError::finding("channel", "no-mail"));
                }
                if account.notice_wish == wish && account.notice_lang == Some(lang) {
                    return Ok(());
                }
                account.notice_wish = wish;
                account.notice_lang = Some(lang);
                store::account::update(tx, &account).await?;
                let wish = wish.map(NoticeWish::as_str);
                let commitments =
                    BTreeMap::from([("channel".to_owned(), json!(wish)), ("language".to_owned(), json!(lang.tag()))]);
                let entry = store::journal::Entry {
                    application: None,
                    act: CHANGE_NOTICES,
                    actor: &actor,
                    at: moment.now,
                    commitments,
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
