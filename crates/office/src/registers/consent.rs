//! The words of the consent at the desk: every version to read, and a form that puts a new one behind them. What comes of the form is a change
//! like every other ([`super::draft`]).
//!
//! Must never touch a version that stands there.

use super::draft::{File, Misfit};
use super::{edition, name_of};
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::moment::Moment;
use service::consent::{FILE, Row, check, with};
use uuid::Uuid;

/// The versions.
#[derive(Clone, Debug)]
pub struct Open {
    /// The version that is shown now.
    pub shown: String,
    /// Every version that is agreed, the oldest first; those behind the one that is shown come later.
    pub rows: Vec<Row>,
    /// May put a new one behind them.
    pub keeps: bool,
}

/// Every version that was agreed, also for a later day.
///
/// # Errors
/// `NotAllowed` but for who reads the registers.
pub async fn open(office: &Office, actor: &Actor) -> Result<Open, OfficeError> {
    permission::reads_registers(actor)?;
    let inner = office.clone();
    let agreed = office.read(move |tx| Box::pin(async move { edition::composed(&inner, tx, |_| true).await })).await?;
    Ok(Open {
        shown: office.catalogue().consents().newest().version.clone(),
        rows: agreed.catalogue.consents().rows().cloned().collect(),
        keeps: permission::keeps_registers(actor).is_ok(),
    })
}

/// Keeps a draft with `row` behind the others.
///
/// # Errors
/// As [`open`]; `NotAllowed` for who does not keep the registers. What is wrong is the inner answer, findings by the names of fields.
pub async fn draft(
    office: &Office,
    actor: &Actor,
    row: Row,
    reason: String,
    moment: &Moment,
) -> Result<Result<Uuid, Misfit>, OfficeError> {
    permission::keeps_registers(actor)?;
    let inner = office.clone();
    let agreed = office.read(move |tx| Box::pin(async move { edition::composed(&inner, tx, |_| true).await })).await?;
    let rows: Vec<Row> = agreed.catalogue.consents().rows().cloned().collect();
    let mut found = check(&row, &rows);
    if rows
        .last()
        .is_some_and(|last| [&last.text.kk, &last.text.ru, &last.text.en] == [&row.text.kk, &row.text.ru, &row.text.en])
    {
        found.push(service::Finding::new("files", "same"));
    }
    if !found.is_empty() {
        return Ok(Err(Misfit::Findings(found)));
    }
    let before = agreed.files.get(FILE).map(Vec::as_slice).unwrap_or_default();
    let file = File { name: name_of(FILE).to_owned(), bytes: with(before, &row) };
    super::draft(office, actor, vec![file], reason, moment).await
}
