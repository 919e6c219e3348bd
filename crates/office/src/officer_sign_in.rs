//! Staff sign in with login, password and a time-based one-time password (RFC 6238). One answer for every wrong part, the same
//! work for an unknown login, no code accepted twice.

use crate::{Fault, Office, OfficeError, session, staff};
use domain::actor::Actor;
use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use store::officer::Officer;

/// Failed sign-ins before the lock.
pub const FAILED_MAX: i64 = 5;
/// The lock.
pub const LOCK: SignedDuration = SignedDuration::from_mins(15);
/// Sign-ins tried from one address in a quarter of an hour.
const PER_ADDRESS_MAX: i64 = 50;
const ADDRESS_WINDOW_SECONDS: i64 = 900;

/// Opens a session of the person.
///
/// # Errors
/// `SignIn` for anything wrong, `SignInLocked`, `TooMany`.
pub async fn officer_sign_in(
    office: &Office,
    login: &str,
    password: &str,
    code: &str,
    remote: &str,
    moment: &Moment,
) -> Result<String, OfficeError> {
    let now = moment.now;
    let (key, login) = (format!("desk from {remote}"), login.trim().to_lowercase());
    let found = office
        .write(move |tx| {
            Box::pin(async move {
                if store::limit::hit(tx, &key, ADDRESS_WINDOW_SECONDS, now).await? > PER_ADDRESS_MAX {
                    return Err(OfficeError::TooMany { retry_at: now + LOCK });
                }
                Ok(store::officer::by_login(tx, &login).await?)
            })
        })
        .await?;
    if let Some(until) = found.as_ref().and_then(|person| person.locked_until).filter(|until| *until > now) {
        return Err(OfficeError::SignInLocked { until });
    }
    let hash = found.as_ref().map_or(staff::NOBODYS_HASH.to_owned(), |person| person.password_hash.clone());
    let password = password.to_owned();
    let right = tokio::task::spawn_blocking(move || staff::password_matches(&hash, &password));
    let right = right.await.map_err(|error| Fault::Broken(format!("password: {error}")))?;
    let Some(person) = found.filter(|person| person.active) else { return Err(OfficeError::SignIn) };
    let step = if right { code_step(office, &person, code, now)? } else { None };
    finish(office, person, step, moment).await
}

/// The time step of the typed code, if it is right and newer than the last one taken.
fn code_step(office: &Office, person: &Officer, code: &str, now: Timestamp) -> Result<Option<i64>, OfficeError> {
    let secret = office.parts().keys.open("totp", &person.totp_secret);
    let secret = secret.ok_or_else(|| Fault::Broken("the code secret cannot be opened".to_owned()))?;
    let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    Ok(staff::totp_step(&secret, &typed, now)?.filter(|step| *step > person.totp_last_step))
}

async fn finish(
    office: &Office,
    person: Officer,
    step: Option<i64>,
    moment: &Moment,
) -> Result<String, OfficeError> {
    let moment = moment.clone();
    let opened = office
        .write(move |tx| {
            Box::pin(async move {
                let Some(mut now) = store::officer::get(tx, person.id).await? else { return Ok(None) };
                let Some(step) = step.filter(|step| *step > now.totp_last_step) else {
                    now.failed += 1;
                    if now.failed >= FAILED_MAX {
                        now.failed = 0;
                        now.locked_until = Some(moment.now + LOCK);
                    }
                    store::officer::save(tx, &now).await?;
                    return Ok(None);
                };
                now.totp_last_step = step;
                now.failed = 0;
                now.locked_until = None;
                store::officer::save(tx, &now).await?;
                let actor = Actor::Staff { officer: now.id, role: now.role, mission: now.mission };
                let (session, token) = session::begin(actor, &moment);
                store::session::insert(tx, &session).await?;
                Ok(Some(token))
            })
        })
        .await?;
    opened.ok_or(OfficeError::SignIn)
}
