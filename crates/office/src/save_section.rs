//! Saves one page of the form. A page that does not meet its rules is not stored unless the person leaves: then it is kept as typed, and a
//! letter says how to come back.

use crate::{Office, OfficeError, drafts, permission, tell_draft};
use domain::actor::Actor;
use domain::ids::DraftId;
use domain::moment::Moment;
use service::Answers;
use std::collections::BTreeMap;

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
    let (inner, moment) = (office.clone(), moment.clone());
    let now = moment.now;
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut draft = drafts::owned(tx, account, id).await?;
                drafts::changeable(&inner, tx, &draft, &section.id, now).await?;
                let mut answers = Answers(std::mem::take(&mut draft.answers));
                answers.take(&section, &typed);
                draft.answers = answers.0;
                if checked {
                    let context = drafts::load(tx, account, id).await?.context(&inner, now)?;
                    let answers = Answers(draft.answers.clone());
                    let findings = service::parse_section(inner.catalogue(), &section.id, &answers, &context);
                    if !findings.is_empty() {
                        return Err(OfficeError::Findings(findings));
                    }
                }
                draft.updated_at = now;
                if !store::draft::save(tx, &draft, seen_version).await? {
                    return Err(OfficeError::Stale);
                }
                if checked { Ok(()) } else { tell_draft::saved(&inner, tx, id, &moment).await }
            })
        })
        .await
}
