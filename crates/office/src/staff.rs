//! Adds people of the desk, closes and resets their accounts, and knows their secrets: passwords by Argon2id (RFC 9106), codes by TOTP (RFC 6238).

use crate::{Fault, Office, OfficeError, people};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use domain::actor::{Actor, Role};
use domain::ids::{MissionId, OfficerId};
use domain::iin::Iin;
use domain::moment::Moment;
use domain::paper::OfficerLine;
use jiff::Timestamp;
use store::officer::Officer;
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// Hash of a password nobody has, so that an unknown login costs the same work.
pub const NOBODYS_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// Shortest password, characters.
pub const PASSWORD_CHARS_MIN: usize = 12;
const STEP_SECONDS: u64 = 30;
const DIGITS: u8 = 6;
const SECRET_BYTES: usize = 20;

/// A person to add.
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// Login, lower case.
    pub login: String,
    /// Password, at least [`PASSWORD_CHARS_MIN`] characters.
    pub password: String,
    /// Role.
    pub role: Role,
    /// Mission; officers need one.
    pub mission: Option<MissionId>,
    /// Name and post on papers.
    pub line: OfficerLine,
    /// Whose EDS signs in and decides as this person.
    pub iin: Option<String>,
    /// A given secret (demo) or `None` for a random one.
    pub totp_secret: Option<Vec<u8>>,
}

/// What the administrator hands to the new person.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// Address for an authenticator app.
    pub otpauth: String,
    /// The secret, base 32.
    pub secret_base32: String,
}

/// Adds a person. Only the administrator's command line calls this.
///
/// # Errors
/// Findings: password too short, mission unknown, role without a mission; `Conflict` for a login that exists.
pub async fn add(office: &Office, new: NewStaff, moment: &Moment) -> Result<Welcome, OfficeError> {
    let (row, welcome) = person(office, new, moment).await?;
    let moment = moment.clone();
    office
        .write(move |tx| {
            Box::pin(async move {
                store::officer::insert(tx, &row).await?;
                people::note(tx, store::journal::ADD_PERSON, &Actor::System, &row, &moment).await
            })
        })
        .await?;
    Ok(welcome)
}

/// The row of a person to add, and what they are told.
///
/// # Errors
/// Findings: password too short, mission unknown, role without a mission.
pub(crate) async fn person(office: &Office, new: NewStaff, moment: &Moment) -> Result<(Officer, Welcome), OfficeError> {
    check(office, &new)?;
    let iin = new.iin.as_deref().map(|typed| iin_of(office, typed)).transpose()?;
    let made = Credentials::make(office, new.password.clone(), new.totp_secret.clone(), moment).await?;
    let login = login_of(&new.login);
    let welcome = made.welcome(&login);
    let row = Officer {
        id: OfficerId(moment.uuid("officer")),
        login,
        password_hash: made.password_hash,
        totp_secret: made.sealed_secret,
        totp_last_step: 0,
        role: new.role,
        mission: new.mission,
        line: new.line,
        failed: 0,
        locked_until: None,
        active: true,
        iin,
        given: None,
        created_at: moment.now,
    };
    Ok((row, welcome))
}

/// Closes a person's account: they can no longer sign in, and their sessions end. Only the administrator's command line calls
/// this. The number of sessions that ended.
///
/// # Errors
/// `NotFound` for a login nobody has.
pub async fn close(office: &Office, login: &str, moment: &Moment) -> Result<u64, OfficeError> {
    change(office, login, store::journal::CLOSE_PERSON, moment, |person| {
        (person.active, person.iin) = (false, None);
    })
    .await
}

/// Gives a person a new password and a new code secret, opens a closed or locked account and ends their sessions. Only the
/// administrator's command line calls this.
///
/// # Errors
/// A finding for a password that is too short; `NotFound` for a login nobody has.
pub async fn reset(office: &Office, login: &str, password: String, moment: &Moment) -> Result<Welcome, OfficeError> {
    check_password(&password)?;
    let made = Credentials::make(office, password, None, moment).await?;
    let welcome = made.welcome(&login_of(login));
    let (password_hash, sealed_secret) = (made.password_hash, made.sealed_secret);
    change(office, login, store::journal::RESET_PERSON, moment, move |person| {
        person.password_hash = password_hash;
        person.totp_secret = sealed_secret;
        person.totp_last_step = 0;
        person.failed = 0;
        person.locked_until = None;
        person.active = true;
        person.given = None;
    })
    .await?;
    Ok(welcome)
}

/// Changes a person and ends their sessions, in one transaction.
async fn change(
    office: &Office,
    login: &str,
    act: &'static str,
    moment: &Moment,
    with: impl FnOnce(&mut Officer) + Send + 'static,
) -> Result<u64, OfficeError> {
    let (login, moment) = (login_of(login), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut person = store::officer::by_login(tx, &login).await?.ok_or(OfficeError::NotFound)?;
                with(&mut person);
                store::officer::save(tx, &person).await?;
                people::note(tx, act, &Actor::System, &person, &moment).await?;
                if !person.active {
                    store::kept_filter::remove_of(tx, person.id).await?;
                }
                let actor = Actor::Staff { officer: person.id, role: person.role, mission: person.mission };
                Ok(store::session::remove_of(tx, &actor).await?)
            })
        })
        .await
}

/// A password's hash and a code secret, plain for the person and encrypted for the row.
pub(crate) struct Credentials {
    pub(crate) password_hash: String,
    secret: Vec<u8>,
    pub(crate) sealed_secret: Vec<u8>,
}

impl Credentials {
    /// What the person is told of them.
    pub(crate) fn welcome(&self, login: &str) -> Welcome {
        Welcome::of(login, self.secret.clone())
    }

    pub(crate) async fn make(
        office: &Office,
        password: String,
        secret: Option<Vec<u8>>,
        moment: &Moment,
    ) -> Result<Credentials, OfficeError> {
        let secret = secret.unwrap_or_else(|| moment.bytes("totp secret").into_iter().take(SECRET_BYTES).collect());
        let salt = moment.bytes("password salt");
        let hash = tokio::task::spawn_blocking(move || hash_password(&password, &salt[..16]));
        let password_hash = hash.await.map_err(|error| Fault::Broken(format!("password: {error}")))??;
        let sealed = office.parts().keys.close("totp", &secret, &moment.bytes("totp nonce"));
        let sealed_secret = sealed.ok_or_else(|| Fault::Broken("secret".to_owned()))?;
        Ok(Credentials { password_hash, secret, sealed_secret })
    }
}

impl Welcome {
    fn of(login: &str, secret: Vec<u8>) -> Welcome {
        let secret_base32 = Secret::from(secret).to_base32();
        Welcome { otpauth: format!("otpauth://totp/Elshi:{login}?secret={secret_base32}&issuer=Elshi"), secret_base32 }
    }
}

fn login_of(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// True when the desk has any people.
///
/// # Errors
/// Faults only.
pub async fn anybody(office: &Office) -> Result<bool, OfficeError> {
    office.read(move |tx| Box::pin(async move { Ok(!store::officer::list(tx).await?.is_empty()) })).await
}

/// True when somebody with this login exists.
///
/// # Errors
/// Faults only.
pub async fn exists(office: &Office, login: &str) -> Result<bool, OfficeError> {
    let login = login_of(login);
    office.read(move |tx| Box::pin(async move { Ok(store::officer::by_login(tx, &login).await?.is_some()) })).await
}

fn check(office: &Office, new: &NewStaff) -> Result<(), OfficeError> {
    check_password(&new.password)?;
    match (&new.mission, new.role) {
        (_, Role::Applicant | Role::System) => Err(OfficeError::finding("role", "not-staff")),
        (None, Role::Clerk | Role::Officer | Role::Supervisor) => Err(OfficeError::finding("mission", "missing")),
        (Some(mission), _) if office.catalogue().mission(mission).is_none() => {
            Err(OfficeError::finding("mission", "unknown"))
        }
        _ => Ok(()),
    }
}

/// The IIN of an official's EDS.
///
/// # Errors
/// A finding at `iin`.
pub(crate) fn iin_of(office: &Office, typed: &str) -> Result<String, OfficeError> {
    let digits: String = typed.chars().filter(|own| !own.is_whitespace()).collect();
    let iin = Iin::parse(&digits, office.iin_rules()).map_err(|_| OfficeError::finding("iin", "wrong"))?;
    Ok(iin.as_str().to_owned())
}

/// The hash of a password that a person sets in place of the `given` one.
///
/// # Errors
/// Findings at `own_password`: `missing`, `too-short`, `same`.
pub(crate) async fn own_password(given: &str, own: &str, moment: &Moment) -> Result<String, OfficeError> {
    match own.chars().count() {
        0 => return Err(OfficeError::finding("own_password", "missing")),
        count if count < PASSWORD_CHARS_MIN => return Err(OfficeError::finding("own_password", "too-short")),
        _ if own == given => return Err(OfficeError::finding("own_password", "same")),
        _ => {}
    }
    let (own, salt) = (own.to_owned(), moment.bytes("own password salt"));
    let hash = tokio::task::spawn_blocking(move || hash_password(&own, &salt[..16]));
    Ok(hash.await.map_err(|error| Fault::Broken(format!("password: {error}")))??)
}

fn check_password(password: &str) -> Result<(), OfficeError> {
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(OfficeError::finding("password", "too-short"));
    }
    Ok(())
}

fn hash_password(password: &str, salt: &[u8]) -> Result<String, Fault> {
    Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash| hash.to_string())
        .map_err(|error| Fault::Broken(format!("password: {error}")))
}

/// Compares a password with its hash.
pub(crate) fn password_matches(hash: &str, password: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// The time step of `typed`, if it is the code of this step or of the one before or after.
pub(crate) fn totp_step(secret: &[u8], typed: &str, now: Timestamp) -> Result<Option<i64>, Fault> {
    let totp = totp(secret.to_vec())?;
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let current = seconds / STEP_SECONDS;
    let mut found = None;
    for step in [current.saturating_sub(1), current, current + 1] {
        let code = totp.generate(step * STEP_SECONDS).to_string();
        if bool::from(subtle::ConstantTimeEq::ct_eq(code.as_bytes(), typed.as_bytes())) {
            found = i64::try_from(step).ok();
        }
    }
    Ok(found)
}

fn totp(secret: Vec<u8>) -> Result<Totp, Fault> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_step_duration(STEP_SECONDS)
        .with_secret(secret)
        .build()
        .map_err(|error| Fault::Broken(format!("code: {error}")))
}

/// The code secret of a demonstration login: everybody may know it. Used by `serve --demo` and its developer page only.
pub fn demo_secret(login: &str) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    Sha256::digest(format!("elshi demonstration {login}")).iter().take(20).copied().collect()
}

/// The codes of the demonstration's people right now; empty outside a demonstration.
///
/// # Errors
/// Faults only.
pub async fn demo_codes(office: &Office, now: Timestamp) -> Result<Vec<(String, String)>, OfficeError> {
    if !office.settings().demo {
        return Ok(vec![]);
    }
    let people = office.read(|tx| Box::pin(async move { Ok(store::officer::list(tx).await?) })).await?;
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    people
        .into_iter()
        .map(|person| {
            let code = totp(demo_secret(&person.login))?.generate(seconds).to_string();
            Ok((person.login, code))
        })
        .collect()
}

/// Logins whose code secret is that of a demonstration: everybody can compute it.
///
/// # Errors
/// Faults only.
pub async fn demo_people(office: &Office) -> Result<Vec<String>, OfficeError> {
    let people = office.read(|tx| Box::pin(async move { Ok(store::officer::list(tx).await?) })).await?;
    let of_demo = |person: &Officer| {
        office.parts().keys.open("totp", &person.totp_secret).is_some_and(|secret| secret == demo_secret(&person.login))
    };
    Ok(people.iter().filter(|person| of_demo(person)).map(|person| person.login.clone()).collect())
}
