//! An official's second factor at a decision: the code of the moment, asked for again when the last one is older than [`FRESH`].

use crate::{Office, OfficeError, officer_sign_in, permission};
use domain::actor::Actor;
use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use store::officer::Officer;

/// A code that was taken holds so long for decisions.
pub const FRESH: SignedDuration = SignedDuration::from_hours(1);
/// Wrong codes of one official in [`WINDOW_SECONDS`].
pub const WRONG_MAX: i64 = 5;
const WINDOW_SECONDS: i64 = 900;
const STEP_SECONDS: i64 = 30;

/// Does a decision of `actor` ask for a code now?
///
/// # Errors
/// `NotAllowed` for who is no official.
pub async fn is_asked(office: &Office, actor: &Actor, now: Timestamp) -> Result<bool, OfficeError> {
    let officer = permission::staff(actor)?;
    let person = office.read(move |tx| Box::pin(async move { Ok(store::officer::get(tx, officer).await?) })).await?;
    Ok(person.is_none_or(|person| !is_fresh(&person, now)))
}

/// When the official's code was last taken: now, by `code`, or lately, where `code` is empty.
///
/// # Errors
/// A finding at `code`: `missing`, `wrong`; `TooMany` after [`WRONG_MAX`] wrong ones.
pub(crate) async fn prove(
    office: &Office,
    actor: &Actor,
    code: &str,
    moment: &Moment,
) -> Result<Timestamp, OfficeError> {
    let (officer, inner, code, now) = (permission::staff(actor)?, office.clone(), code.to_owned(), moment.now);
    // A wrong code is counted, so it is committed like a right one.
    office
        .write(move |tx| {
            Box::pin(async move {
                let found = store::officer::get(tx, officer).await?.ok_or(OfficeError::NotFound)?;
                // Locked: of two decisions with one code one passes.
                let mut person = store::officer::by_login(tx, &found.login).await?.ok_or(OfficeError::NotFound)?;
                if code.trim().is_empty() {
                    let taken = is_fresh(&person, now).then(|| taken_at(&person)).flatten();
                    return Ok(taken.ok_or_else(|| OfficeError::finding("code", "missing")));
                }
                let key = format!("decision code {officer}");
                if store::limit::hits(tx, &key, WINDOW_SECONDS, now).await? >= WRONG_MAX {
                    return Err(OfficeError::TooMany { retry_at: store::limit::window_end(WINDOW_SECONDS, now) });
                }
                let step = officer_sign_in::code_step(&inner, &person, &code, now)?;
                let Some(step) = step.filter(|step| *step > person.totp_last_step) else {
                    store::limit::hit(tx, &key, WINDOW_SECONDS, now).await?;
                    return Ok(Err(OfficeError::finding("code", "wrong")));
                };
                person.totp_last_step = step;
                store::officer::save(tx, &person).await?;
                Ok(Ok(now))
            })
        })
        .await?
}

fn is_fresh(person: &Officer, now: Timestamp) -> bool {
    taken_at(person).is_some_and(|at| now.duration_since(at) <= FRESH)
}

fn taken_at(person: &Officer) -> Option<Timestamp> {
    Timestamp::from_second(person.totp_last_step.checked_mul(STEP_SECONDS)?).ok()
}
