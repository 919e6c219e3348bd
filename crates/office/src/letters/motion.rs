//! Letters about what the applicant asked for beside the decision.

use super::{About, Composed, addressed, arguments, mission, said, wish};
use crate::{Office, OfficeError};
use domain::application::{LetterKind, State};
use domain::lang::Lang;
use domain::moment::Moment;
use store::Tx;
use store::application::Application;

/// What such a letter says beyond the case, in the language of the letter.
pub(crate) type Says<'s> = &'s (dyn Fn(Lang) -> Vec<(&'static str, String)> + Send + Sync);

/// Writes a letter into the outbox.
///
/// # Errors
/// As [`super::compose`].
pub(crate) async fn write(
    office: &Office,
    tx: &mut Tx,
    kind: LetterKind,
    case: &Application,
    says: Says<'_>,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let wish = wish(tx, case).await?;
    let composed = compose(office, kind, case.into(), says, wish.lang)?;
    for row in addressed(kind, case, &composed, &wish, moment) {
        store::outbox::insert(tx, &row).await?;
    }
    Ok(())
}

fn compose(
    office: &Office,
    kind: LetterKind,
    case: About<'_>,
    says: Says<'_>,
    lang: Lang,
) -> Result<Composed, OfficeError> {
    let mission = mission(office, case.mission)?;
    let mut args = arguments(office, &case, &State::Submitted, mission, lang);
    args.extend(says(lang));
    Ok(said(office, kind, lang, args))
}
