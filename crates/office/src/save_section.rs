//! Saves one page of the form. A page that does not meet its rules is not stored unless the person leaves: then it is kept as typed.

use crate::{Office, OfficeError, drafts, permission};
use domain::actor::Actor;
use domain::ids::DraftId;
use domain::moment::Moment;
use service::Answers;
use std::collections::BTreeMap;

/// Bytes of one typed answer.
pub const ANSWER_BYTES_MAX: usize = 8 * 1024;

/// Stores what was `typed` on `section`.
///
/// # Errors
/// Findings of the page (nothing is stored then); `Stale` when the draft was changed elsewhere meanwhile.
pub async fn save_section(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    section: &str,
    typed: BTreeMap<String, String>,
    seen_version: i64,
    checked: bool,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let account = permission::applicant(actor)?;
    let section = office.catalogue().form().section(section).ok_or(OfficeError::NotFound)?.clone();
    let (inner, now) = (office.clone(), moment.now);
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut draft = drafts::owned(tx, account, id).await?;
                if draft.sent_as.is_some() {
                    return Err(OfficeError::Stale);
                }
                for field in section.names() {
                    draft.answers.remove(&field);
                    if let Some(text) = typed.get(&field).filter(|text| text.len() <= ANSWER_BYTES_MAX) {
                        draft.answers.insert(field, text.clone());
                    }
                }
                if checked {
                    let person = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
                    let files = drafts::uploads(&store::attachment::of_draft(tx, id).await?);
                    let context = drafts::context(&inner, &draft, &person, now)?;
                    let findings =
                        service::check_section(&section, &Answers(draft.answers.clone()), &files, &context);
                    if !findings.is_empty() {
                        return Err(OfficeError::Findings(findings));
                    }
                }
                draft.updated_at = now;
                match store::draft::save(tx, &draft, seen_version).await? {
                    true => Ok(()),
                    false => Err(OfficeError::Stale),
                }
            })
        })
        .await
}
