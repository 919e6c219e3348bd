//! Reading cases: the applicant's history, one case whole, and its papers.

mod decisions;
mod desk;
mod line;
mod motions;
mod notices;
mod papers;
mod view;

pub(crate) use decisions::file_type;
pub(crate) use view::proof;

pub use decisions::{DecisionProof, DecisionView};
pub use desk::DeskView;
pub use line::CaseLine;
pub(crate) use line::{cursor, line, parse_cursor};
pub(crate) use motions::flag;
pub use motions::{MotionLine, MotionsView};
pub use notices::{Delivery, Notice};
pub use view::{CaseView, DocumentView, ProofView, SupplementView, TimelineLine};

use crate::attach_file::File;
use crate::surrender_receipt::{SURRENDER_RECEIPT, surrender_receipt};
use crate::{Office, OfficeError, file_check, permission, readings, receipt};
use domain::actor::Actor;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use jiff::Timestamp;
use store::Tx;
use store::reading::What;

/// One's own applications, newest first: "History of obtained services".
///
/// # Errors
/// `NotAllowed` for staff.
pub async fn of_applicant(office: &Office, actor: &Actor, now: Timestamp) -> Result<Vec<CaseLine>, OfficeError> {
    let account = permission::applicant(actor)?;
    let cases =
        office.read(move |tx| Box::pin(async move { Ok(store::application::of_account(tx, account).await?) })).await?;
    Ok(cases.iter().map(|case| line(office, case, case.language, now)).collect())
}

/// One case whole.
///
/// # Errors
/// `NotFound` for another person's or another mission's case.
pub async fn get(office: &Office, actor: &Actor, id: ApplicationId, now: Timestamp) -> Result<CaseView, OfficeError> {
    let asking = actor.clone();
    let parts = office.read(move |tx| Box::pin(view::load(tx, asking, id, now))).await?;
    readings::note(office, actor, id, What::Case, now).await?;
    view::view(office, actor, parts, now)
}

/// The same for an act, in its transaction: no reading is noted of it.
pub(crate) async fn within(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    now: Timestamp,
) -> Result<CaseView, OfficeError> {
    let parts = view::load(tx, actor.clone(), id, now).await?;
    view::view(office, actor, parts, now)
}

/// A paper of a case: `application`, `certificate`, `refusal`, `receipt` and `signed-form` (of a request on paper), `surrender-receipt`, `supplement-N` and
/// `signed-supplement-N` (of one on paper), `proof` (the CMS or the seal), `supplement-proof-N`, or
/// `stamped` (the CMS with its timestamp), `decision-N` (what an official signed or the institution sealed) and `decision-proof-N`.
///
/// # Errors
/// `NotFound`: not there, or not to be seen. The certificate is given to staff only: the person collects it.
pub async fn paper(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    kind: &str,
    moment: &Moment,
) -> Result<File, OfficeError> {
    if kind.starts_with("certificate") && matches!(actor, Actor::Applicant(_)) {
        return Err(OfficeError::NotFound);
    }
    if kind == receipt::RECEIPT {
        receipt::receipt(office, actor, id, moment).await?;
    }
    if kind == SURRENDER_RECEIPT {
        surrender_receipt(office, actor, id, moment).await?;
    }
    let (asking, wanted) = (actor.clone(), kind.to_owned());
    let (reference, key) = office
        .read(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::read_whole(tx, &asking, &case).await?;
                if wanted == "proof" {
                    return Ok((case.reference, case.proof));
                }
                if let Some(number) = wanted.strip_prefix("supplement-proof-") {
                    let mut sent = store::supplement::of(tx, id).await?.into_iter();
                    let own = sent.find(|own| own.number.to_string() == number).ok_or(OfficeError::NotFound)?;
                    return Ok((case.reference, own.proof));
                }
                if wanted == "stamped" {
                    let time = store::proof_time::get(tx, &case.proof).await?.and_then(|time| time.token);
                    return Ok((case.reference, time.ok_or(OfficeError::NotFound)?.file));
                }
                if let Some(file) = decisions::file(tx, &asking, id, &wanted).await? {
                    return Ok((case.reference, file));
                }
                let paper = store::paper::get(tx, id, &wanted).await?.ok_or(OfficeError::NotFound)?;
                Ok((case.reference, paper.file))
            })
        })
        .await?;
    readings::note(office, actor, id, What::Paper, moment.now).await?;
    let bytes = office.store().blobs().get(&key).await?;
    let (ending, media_type) = match kind {
        proof if is_cms(proof) => ("cms", "application/pkcs7-signature"),
        own if own.starts_with("decision-") => file_type(&bytes),
        own if own.starts_with("signed-") => file_check::told(&bytes),
        _ => ("pdf", "application/pdf"),
    };
    Ok(File { name: format!("{reference}-{kind}.{ending}"), media_type: media_type.to_owned(), bytes })
}

fn is_cms(kind: &str) -> bool {
    ["proof", "stamped"].contains(&kind)
        || ["supplement-proof-", "decision-proof-"].iter().any(|own| kind.starts_with(own))
}
