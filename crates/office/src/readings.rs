//! Who opened a case: noted whenever the staff reads, shown to the applicant, listed for the auditor with what was done.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::{ApplicationId, OfficerId};
use domain::paper::OfficerLine;
use domain::reference::Reference;
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::reading::{Filter, Line, Reading, What};

/// Lines of a page of the list.
pub const LINES: usize = 50;

/// Somebody who opened a case.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Name and post.
    pub line: OfficerLine,
    /// When last.
    pub at: Timestamp,
}

/// A line of the auditor's list.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What was done or opened.
    pub line: Line,
    /// The member of the staff; `None` for an applicant or the system.
    pub officer: Option<OfficerLine>,
}

/// The list and the people to choose from.
#[derive(Clone, Debug)]
pub struct Page {
    /// The newest first.
    pub lines: Vec<Shown>,
    /// There are older ones.
    pub more: bool,
    /// Staff, for the filter.
    pub people: Vec<(OfficerId, OfficerLine)>,
}

/// Notes that `actor` opened a case, once an hour; what applicants and jobs read is not noted.
pub(crate) async fn note(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    what: What,
    now: Timestamp,
) -> Result<(), OfficeError> {
    let Actor::Staff { officer, .. } = actor else { return Ok(()) };
    let reading = Reading { application: id, officer: *officer, at: now };
    let seen = reading.clone();
    let noted = office.read(move |tx| Box::pin(async move { Ok(store::reading::is_noted(tx, &seen, what).await?) }));
    if noted.await? {
        return Ok(());
    }
    office.write(move |tx| Box::pin(async move { Ok(store::reading::note(tx, &reading, what).await?) })).await
}

/// What was done and opened, for the auditor. `reference` as typed.
///
/// # Errors
/// `NotAllowed` for anybody but an auditor; a finding at `reference` for what is none.
pub async fn list(
    office: &Office,
    actor: &Actor,
    reference: &str,
    officer: Option<OfficerId>,
    before: Option<Timestamp>,
) -> Result<Page, OfficeError> {
    permission::readings(actor)?;
    let reference = match reference.trim() {
        "" => None,
        typed => {
            let read = Reference::parse(typed).map_err(|_| OfficeError::finding("reference", "wrong"))?;
            Some(read.as_str().to_owned())
        }
    };
    let filter = Filter { reference, officer, before };
    let ((lines, more), people) = office
        .read(move |tx| {
            Box::pin(
                async move { Ok((store::reading::list(tx, &filter, LINES).await?, store::officer::list(tx).await?)) },
            )
        })
        .await?;
    let people: Vec<(OfficerId, OfficerLine)> = people.into_iter().map(|one| (one.id, one.line)).collect();
    let named: BTreeMap<String, &OfficerLine> =
        people.iter().map(|(id, line)| (format!("officer:{id}"), line)).collect();
    let lines = lines.into_iter().map(|line| Shown { officer: named.get(&line.actor).map(|own| (*own).clone()), line });
    Ok(Page { lines: lines.collect(), more, people: people.clone() })
}
