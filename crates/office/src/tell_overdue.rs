//! Tells an applicant that the term has passed without an answer (N18): the mission must still decide, and silence may be complained of
//! (APPC 91(2)). A job; once for each term, and it closes no act.

use crate::{Office, OfficeError, letters};
use domain::actor::Actor;
use domain::application::LetterKind;
use domain::application::state::is_overdue;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use serde_json::json;
use store::journal::Entry;

/// Cases of one round.
const BATCH: i64 = 100;

/// One round; how many were told.
///
/// # Errors
/// Faults of the store. One case that fails does not stop the others: it is logged.
pub(crate) async fn tell_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let now = moment.now;
    let due = office
        .read(move |tx| Box::pin(async move { Ok(store::application::overdue_untold(tx, now, BATCH).await?) }))
        .await?;
    let mut told = 0;
    for id in due {
        match tell(office, id, moment).await {
            Ok(done) => told += usize::from(done),
            Err(error) => tracing::error!(application = %id, %error, "nobody could be told that the term has passed"),
        }
    }
    Ok(told)
}

async fn tell(office: &Office, id: ApplicationId, moment: &Moment) -> Result<bool, OfficeError> {
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                // Decided since it was looked up.
                if !is_overdue(case.state.kind(), case.due_at, moment.now) || case.term_met_at.is_some() {
                    return Ok(false);
                }
                store::application::note_overdue(tx, id, true).await?;
                for row in letters::rows(&inner, tx, LetterKind::TermPassed, &case, &case.state, &moment).await? {
                    store::outbox::insert(tx, &row).await?;
                }
                let entry = Entry {
                    application: Some(id),
                    act: store::journal::TELL_OVERDUE,
                    actor: &Actor::System,
                    at: moment.now,
                    commitments: [("term".to_owned(), json!(case.due_at))].into(),
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(true)
            })
        })
        .await
}
