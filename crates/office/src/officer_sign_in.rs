//! Staff sign in with login, password and a time-based one-time password (RFC 6238). One answer for every wrong part, the same
//! work for an unknown login, no code accepted twice. Only who has everything right hears of a lock.
//!
//! Failures are counted per login and address, so that a stranger cannot keep a consul out; over all addresses a login has a
//! far higher ceiling.

use crate::{Fault, Office, OfficeError, session, staff};
use domain::actor::Actor;
use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use store::Tx;
use store::officer::Officer;

/// Failed sign-ins of one login from one address in [`WINDOW_SECONDS`] before the lock.
pub const FAILED_MAX: i64 = 5;
/// Failed sign-ins of one login from all addresses, since the last good one, before [`LOCK`].
pub const FAILED_ANYWHERE_MAX: i64 = 100;
/// The lock of a login for all addresses.
pub const LOCK: SignedDuration = SignedDuration::from_mins(15);
/// Sign-ins tried from one address in [`WINDOW_SECONDS`].
const PER_ADDRESS_MAX: i64 = 50;
const WINDOW_SECONDS: i64 = 900;

/// What was typed, and from where.
struct Attempt {
    login: String,
    /// Key of the failures of this login from this address.
    pair: String,
    /// The hash that the password was compared with and fits, with the step of the right code.
    proven: Option<(String, i64)>,
    /// Hash of the password that the person sets in place of one that was given to them.
    own: Option<String>,
}

/// What a person types to sign in.
#[derive(Clone, Copy)]
pub struct Typed<'t> {
    /// Login.
    pub login: &'t str,
    /// Password.
    pub password: &'t str,
    /// Code of the moment.
    pub code: &'t str,
    /// A password of their own, where theirs was given to them; else empty.
    pub own: &'t str,
}

/// Opens a session of the person.
///
/// # Errors
/// `SignIn` for anything wrong, `SignInLocked` when all is right but there were too many failures, `TooMany`; when all is right and the password
/// was given by somebody else: findings at `own_password` (`missing`, `too-short`, `same`, `expired`).
pub async fn officer_sign_in(
    office: &Office,
    typed: Typed<'_>,
    remote: &str,
    moment: &Moment,
) -> Result<String, OfficeError> {
    let Typed { login, password, code, own } = typed;
    let login: String = login.trim().to_lowercase().chars().filter(|c| !c.is_control()).collect();
    let found = look(office, login.clone(), remote, moment.now).await?.filter(|person| person.active);
    let hash = found.as_ref().map_or(staff::NOBODYS_HASH.to_owned(), |person| person.password_hash.clone());
    let (compared, password) = (hash.clone(), password.to_owned());
    let right = tokio::task::spawn_blocking(move || staff::password_matches(&compared, &password));
    let right = right.await.map_err(|error| Fault::Broken(format!("password: {error}")))?;
    let found = found.filter(|_| right);
    let step = match &found {
        Some(person) => code_step(office, person, code, moment.now)?,
        None => None,
    };
    let is_given = found.and_then(|person| person.given).is_some_and(|given| given.until.is_some());
    let own = match is_given && step.is_some() {
        true => Some(staff::own_password(typed.password, own, moment).await?),
        false => None,
    };
    let named = hex::encode(office.parts().keys.tag("desk login", login.as_bytes()));
    let attempt =
        Attempt { login, pair: format!("desk {named} from {remote}"), proven: step.map(|step| (hash, step)), own };
    let moment = moment.clone();
    // A failure is counted, so it is committed like a success.
    office.write(move |tx| Box::pin(finish(tx, attempt, moment))).await?
}

/// Counts the try of this address and finds the person.
async fn look(office: &Office, login: String, remote: &str, now: Timestamp) -> Result<Option<Officer>, OfficeError> {
    let key = format!("desk from {remote}");
    office
        .write(move |tx| {
            Box::pin(async move {
                if store::limit::hit(tx, &key, WINDOW_SECONDS, now).await? > PER_ADDRESS_MAX {
                    return Err(OfficeError::TooMany { retry_at: store::limit::window_end(WINDOW_SECONDS, now) });
                }
                Ok(store::officer::by_login(tx, &login).await?)
            })
        })
        .await
}

/// The time step of the typed code, if it is right.
pub(crate) fn code_step(
    office: &Office,
    person: &Officer,
    code: &str,
    now: Timestamp,
) -> Result<Option<i64>, OfficeError> {
    let secret = office.parts().keys.open("totp", &person.totp_secret);
    let secret = secret.ok_or_else(|| Fault::Broken("the code secret cannot be opened".to_owned()))?;
    let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    Ok(staff::totp_step(&secret, &typed, now)?)
}

/// Decides with the person's row locked: of two requests with one code one passes, and a lock set meanwhile holds.
async fn finish(tx: &mut Tx, attempt: Attempt, moment: Moment) -> Result<Result<String, OfficeError>, OfficeError> {
    let now = moment.now;
    let person = store::officer::by_login(tx, &attempt.login).await?.filter(|person| person.active);
    let proven = person.as_ref().zip(attempt.proven).and_then(|(person, (hash, step))| {
        (person.password_hash == hash && step > person.totp_last_step).then_some(step)
    });
    let (Some(mut person), Some(step)) = (person.clone(), proven) else {
        count_failure(tx, &attempt.pair, person, now).await?;
        return Ok(Err(OfficeError::SignIn));
    };
    if store::limit::hits(tx, &attempt.pair, WINDOW_SECONDS, now).await? >= FAILED_MAX {
        return Ok(Err(OfficeError::SignInLocked { until: store::limit::window_end(WINDOW_SECONDS, now) }));
    }
    if let Some(until) = person.locked_until.filter(|until| *until > now) {
        return Ok(Err(OfficeError::SignInLocked { until }));
    }
    if let Some(given) = person.given.as_mut().filter(|given| given.until.is_some()) {
        if given.until.is_some_and(|until| until < now) {
            return Ok(Err(OfficeError::finding("own_password", "expired")));
        }
        let Some(own) = attempt.own else { return Ok(Err(OfficeError::SignIn)) };
        person.password_hash = own;
        given.until = None;
    }
    person.totp_last_step = step;
    person.failed = 0;
    person.locked_until = None;
    store::officer::save(tx, &person).await?;
    store::limit::forget(tx, &attempt.pair).await?;
    let actor = Actor::Staff { officer: person.id, role: person.role, mission: person.mission };
    let (session, token) = session::begin(actor, &moment);
    store::session::insert(tx, &session).await?;
    Ok(Ok(token))
}

async fn count_failure(tx: &mut Tx, pair: &str, person: Option<Officer>, now: Timestamp) -> Result<(), OfficeError> {
    store::limit::hit(tx, pair, WINDOW_SECONDS, now).await?;
    let Some(mut person) = person else { return Ok(()) };
    person.failed += 1;
    if person.failed >= FAILED_ANYWHERE_MAX {
        person.failed = 0;
        person.locked_until = Some(now + LOCK);
    }
    store::officer::save(tx, &person).await?;
    Ok(())
}
