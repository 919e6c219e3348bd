//! Verification: the whole journal against itself, against the applications, and against a head that was kept elsewhere.
//!
//! It reads one unchanging view in pages, needs no more memory than a page and changes nothing.

use super::report::{Defect, Fault, Report};
use super::{chain, global};
use crate::db::Store;
use crate::error::StoreError;
use crate::transaction::{Tx, on};

/// Whether the head that somebody kept was met on the way.
pub(super) struct Expected {
    hash: Option<String>,
    met: bool,
}

impl Expected {
    pub(super) fn see(&mut self, hash: &[u8]) {
        if !self.met && self.hash.as_deref().is_some_and(|expected| expected == hex::encode(hash)) {
            self.met = true;
        }
    }
}

/// Walks the journal. `expect`: a head from an earlier report (hash of a seal or of an entry, hex), which must still be in it.
/// A fault is in the report; it is not an error.
///
/// # Errors
/// Storage only.
pub async fn verify(store: &Store, expect: Option<&str>) -> Result<Report, StoreError> {
    let hash = expect.map(|hash| hash.trim().to_ascii_lowercase());
    store.read(move |tx| Box::pin(walk(tx, hash))).await
}

async fn walk(tx: &mut Tx, hash: Option<String>) -> Result<Report, StoreError> {
    let mut report = Report::default();
    let mut expected = Expected { met: hash.is_none(), hash };
    report.fault = chain::walk(tx, &mut report, &mut expected).await?;
    if report.fault.is_none() {
        report.fault = applications_without_entries(tx).await?;
    }
    if report.fault.is_none() {
        report.fault = global::walk(tx, &mut report, &mut expected).await?;
    }
    if report.fault.is_none() && !expected.met {
        report.fault = Some(Fault { what: Defect::ExpectedHeadMissing, ..Fault::default() });
    }
    Ok(report)
}

async fn applications_without_entries(tx: &mut Tx) -> Result<Option<Fault>, StoreError> {
    let lost: Option<uuid::Uuid> = on!(tx, |c| sqlx::query_scalar(
        "SELECT a.id FROM application a LEFT JOIN journal_head h ON h.application = a.id
         WHERE h.chain IS NULL ORDER BY a.id LIMIT 1"
    )
    .fetch_optional(c))?;
    Ok(lost.map(|id| Fault::of_chain(&id.to_string(), Defect::EntriesMissing)))
}
