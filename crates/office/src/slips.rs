//! Slips that were put right in a case's certificate (APPC 82): what its certificate says now. The request stays as it was signed.

use crate::OfficeError;
use domain::motion::Word;
use domain::request::Request;
use domain::slip::{Slip, corrected};
use store::Tx;
use store::application::Application;
use store::motion::Said;

/// Every slip that was put right, the first one first.
pub fn agreed(said: &[Said]) -> Vec<Slip> {
    let mut all = vec![];
    for own in said {
        if let Word::CorrectCertificate { slips, .. } = &own.word {
            all.extend(slips.iter().cloned());
        }
    }
    all
}

/// The request as the certificate says it.
pub(crate) async fn as_certified(tx: &mut Tx, case: &Application) -> Result<Request, OfficeError> {
    Ok(corrected(&case.request, &agreed(&store::motion::of(tx, case.id).await?)))
}
