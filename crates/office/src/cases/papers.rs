//! Which papers a case has. Never makes one: a receipt is made when somebody asks for it, should the server have been stopped before it was.

use crate::surrender_receipt::SURRENDER_RECEIPT;
use crate::{OfficeError, receipt, surrender_receipt};
use domain::confirmation::ConfirmationKind;
use store::Tx;
use store::application::Application;

/// Kinds of its papers, those too that are made at the first asking.
pub(super) async fn papers(tx: &mut Tx, case: &Application) -> Result<Vec<String>, OfficeError> {
    let mut papers: Vec<String> = store::paper::of(tx, case.id).await?.into_iter().map(|paper| paper.kind).collect();
    if case.confirmation == ConfirmationKind::Paper && !papers.iter().any(|kind| kind == receipt::RECEIPT) {
        papers.push(receipt::RECEIPT.to_owned());
    }
    if surrender_receipt::handover(case).is_some() && !papers.iter().any(|kind| kind == SURRENDER_RECEIPT) {
        papers.push(SURRENDER_RECEIPT.to_owned());
    }
    Ok(papers)
}
