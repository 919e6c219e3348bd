//! Who opened a case: noted whenever the staff reads, shown to the applicant, listed for the auditor with what was done.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::{ApplicationId, OfficerId};
use domain::paper::OfficerLine;
use domain::reference::Reference;
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::officer::Officer;
use store::reading::{Filter, Line, Reading, What};

/// Chosen for openings alone.
pub const OPENED: &str = "opened";
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

/// What is looked for, as it was typed and chosen.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Reference of a case; empty: of all.
    pub reference: String,
    /// A member of the staff.
    pub officer: Option<OfficerId>,
    /// An act of the journal, or [`OPENED`].
    pub what: Option<String>,
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Before this one.
    pub before: Option<Timestamp>,
}

/// What was done and opened: of every mission for an auditor of all, else of the cases of one's own.
///
/// # Errors
/// `NotAllowed` for anybody but auditors and heads of missions; a finding at `reference` for what is none.
pub async fn list(office: &Office, actor: &Actor, asked: &Asked) -> Result<Page, OfficeError> {
    let mission = permission::readings(actor)?.cloned();
    let reference = match asked.reference.trim() {
        "" => None,
        typed => {
            let read = Reference::parse(typed).map_err(|_| OfficeError::finding("reference", "wrong"))?;
            Some(read.as_str().to_owned())
        }
    };
    let (what, opened) = match asked.what.as_deref() {
        Some(OPENED) => (None, Some(true)),
        Some(act) => (Some(act.to_owned()), Some(false)),
        None => (None, None),
    };
    let own = mission.clone();
    let (officer, from, before) = (asked.officer, asked.from, asked.before);
    let filter = Filter { reference, officer, mission, what, opened, from, before };
    let ((lines, more), people) = office
        .read(move |tx| {
            Box::pin(
                async move { Ok((store::reading::list(tx, &filter, LINES).await?, store::officer::list(tx).await?)) },
            )
        })
        .await?;
    let named_here = |one: &Officer| own.is_none() || one.mission == own;
    let chosen = people.iter().filter(|one| named_here(one)).map(|one| (one.id, one.line.clone())).collect();
    let people: Vec<(OfficerId, OfficerLine)> = people.into_iter().map(|one| (one.id, one.line)).collect();
    let named: BTreeMap<String, &OfficerLine> =
        people.iter().map(|(id, line)| (format!("officer:{id}"), line)).collect();
    let lines = lines.into_iter().map(|line| Shown { officer: named.get(&line.actor).map(|own| (*own).clone()), line });
    Ok(Page { lines: lines.collect(), more, people: chosen })
}
