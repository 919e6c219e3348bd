//! Notices to other bodies in words: on a case, and on the administrator's page. Shows no name and no body of a notice.

use super::clock::Clock;
use super::{Row, key};
use crate::problem::Problem;
use crate::visit::Visit;
use domain::outgoing::Outgoing;
use office::cases::{CaseView, DeskView};
use office::outgoing::Standing;

/// The notices of a case.
pub fn rows(visit: &Visit, view: &CaseView, desk: &DeskView) -> Vec<Row> {
    let (t, clock) = (visit.t(), Clock::of(visit, &view.mission.id));
    let row = |own: &store::outgoing::Notice| {
        let said = match own.taken_at {
            Some(at) => t.f("outgoing-taken", "when", clock.short(at)),
            None => t.f("outgoing-waiting-since", "when", clock.short(own.created_at)),
        };
        Row::new(name(visit, own.kind), said)
    };
    desk.outgoing.iter().map(row).collect()
}

/// All notices of the installation.
///
/// # Errors
/// As `office::outgoing::standing`.
pub async fn standing(visit: &Visit) -> Result<Vec<Row>, Problem> {
    let all = office::outgoing::standing(&visit.state.office, visit.actor()?).await?;
    Ok(all.iter().map(|own| Row::new(name(visit, own.kind), said(visit, own))).collect())
}

fn name(visit: &Visit, kind: Outgoing) -> String {
    visit.t().s(&key("outgoing-kind-", kind.as_str()))
}

fn said(visit: &Visit, own: &Standing) -> String {
    let t = visit.t();
    let receiver = match &own.receiver {
        Some(host) => t.f("outgoing-receiver", "host", host),
        None => t.s("outgoing-nobody"),
    };
    let waiting = match own.health.waiting {
        0 => t.s("outgoing-none-waiting"),
        count => t.n("outgoing-waiting", "count", usize::try_from(count).unwrap_or(usize::MAX)),
    };
    let error = own.health.last_error.as_ref().map(|said| t.f("outgoing-error", "said", said));
    format!("{receiver} {waiting} {}", error.unwrap_or_default()).trim_end().to_owned()
}
