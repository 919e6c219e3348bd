//! The higher body extends the term to decide a complaint (Law on public services 25(4)): once, before it has passed, for what the law names, and
//! the person is told why at once.

use crate::decline_registration::written;
use crate::{Office, OfficeError, answer_complaint, complain, complaint_terms};
use domain::actor::Actor;
use domain::complaint::{Extension, ExtensionGround, extend};
use domain::moment::Moment;
use service::Finding;
use uuid::Uuid;

/// What the reviewer says, as typed.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// For what.
    pub ground: Option<ExtensionGround>,
    /// Working days more.
    pub working_days: Option<u32>,
    /// Why.
    pub reasons: String,
}

/// Most working days more.
pub fn days_max(office: &Office) -> u32 {
    office.catalogue().passport().complaint.extension_working_days
}

/// Extends it.
///
/// # Errors
/// Findings at `ground`, `days` (`missing`, `too-many`), `reasons`; `NotFound`, `NotAllowed` for the official complained of, `NotOpen`, `Stale`.
pub async fn extend_complaint(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    seen: i64,
    wanted: Wanted,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let extension = read(office, wanted, moment)?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (mut own, own_act) = answer_complaint::load(tx, &actor, id).await?;
                if own.version != seen {
                    return Err(OfficeError::Stale);
                }
                let Some(mut terms) = own.terms else { return Err(OfficeError::NotFound) };
                let has_passed = moment.now > terms.decide_by;
                let days = inner.catalogue().passport().complaint.provider_working_days + extension.working_days;
                own.state = extend(&own.state, extension, actor.role(), own_act, has_passed)
                    .map_err(answer_complaint::refused)?;
                terms.decide_by = complaint_terms::end_of(&inner, &own.mission, terms.filed_at, days)?;
                own.terms = Some(terms);
                let act = (store::journal::EXTEND_COMPLAINT, vec![]);
                complain::keep(&inner, tx, own, act, &actor, &moment).await
            })
        })
        .await
}

fn read(office: &Office, wanted: Wanted, moment: &Moment) -> Result<Extension, OfficeError> {
    let mut found = vec![];
    if wanted.ground.is_none() {
        found.push(Finding::new("ground", "missing"));
    }
    match wanted.working_days {
        None | Some(0) => found.push(Finding::new("days", "missing")),
        Some(days) if days > days_max(office) => found.push(Finding::new("days", "too-many")),
        Some(_) => {}
    }
    let reasons = match written("reasons", wanted.reasons) {
        Ok(reasons) => reasons,
        Err(OfficeError::Findings(own)) => {
            found.extend(own);
            String::new()
        }
        Err(other) => return Err(other),
    };
    match (wanted.ground, wanted.working_days) {
        (Some(ground), Some(working_days)) if found.is_empty() => {
            Ok(Extension { ground, reasons, working_days, at: moment.now })
        }
        _ => Err(OfficeError::Findings(found)),
    }
}
