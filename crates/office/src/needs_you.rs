//! "Needs you now": the cases of which a person was warned and whose term is not met. An officer's own and those they stand in for; for the head of
//! a mission, all of it.

use crate::cases::CaseLine;
use crate::queue::{assignees, lines};
use crate::{Office, OfficeError, leave, permission};
use domain::actor::{Actor, Role};
use domain::lang::Lang;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Cases that are named.
pub const ROWS: usize = 10;

/// The cases, by the end of their terms, at most one more than [`ROWS`]; none for who is not warned.
///
/// # Errors
/// Faults only.
pub async fn list(office: &Office, actor: &Actor, lang: Lang, now: Timestamp) -> Result<Vec<CaseLine>, OfficeError> {
    let Ok((officer, mission)) = permission::is_warned(actor) else { return Ok(vec![]) };
    let (reader, mission, is_head) = (actor.clone(), mission.clone(), actor.role() == Role::Supervisor);
    let limit = i64::try_from(ROWS).unwrap_or(i64::MAX).saturating_add(1);
    let (cases, officers) = office
        .read(move |tx| {
            Box::pin(async move {
                let mut cases = vec![];
                if is_head {
                    cases = store::warning::of_mission(tx, &mission, limit).await?;
                } else {
                    let others = leave::taken_over(tx, &reader, now).await?;
                    for own in [officer].into_iter().chain(others) {
                        cases.extend(store::warning::of_officer(tx, &mission, own, limit).await?);
                    }
                }
                cases.sort_by_key(|case| (case.due_at, case.id));
                cases.truncate(ROWS + 1);
                let officers = assignees(tx, &reader, &cases, now).await?;
                Ok((cases, officers))
            })
        })
        .await?;
    Ok(lines(office, cases.iter(), (&officers, &BTreeMap::new()), lang, now))
}
