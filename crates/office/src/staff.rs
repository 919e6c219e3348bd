//! Adds people of the desk and knows their secrets: passwords by Argon2id (RFC 9106), codes by TOTP (RFC 6238).

use crate::{Fault, Office, OfficeError};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use domain::actor::Role;
use domain::ids::{MissionId, OfficerId};
use domain::moment::Moment;
use domain::paper::OfficerLine;
use jiff::Timestamp;
use store::officer::Officer;
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// Hash of a password nobody has, so that an unknown login costs the same work.
pub const NOBODYS_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// Shortest password, characters.
pub const PASSWORD_CHARS_MIN: usize = 12;
const STEP_SECONDS: u64 = 30;
const DIGITS: u8 = 6;

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
    check(office, &new)?;
    let secret = new.totp_secret.clone().unwrap_or_else(|| moment.bytes("totp secret")[..20].to_vec());
    let salt = moment.bytes("password salt");
    let password = new.password.clone();
    let hash = tokio::task::spawn_blocking(move || hash_password(&password, &salt[..16]));
    let hash = hash.await.map_err(|error| Fault::Broken(format!("password: {error}")))??;
    let sealed = office.parts().keys.close("totp", &secret, &moment.bytes("totp nonce"));
    let row = Officer {
        id: OfficerId(moment.uuid("officer")),
        login: new.login.trim().to_lowercase(),
        password_hash: hash,
        totp_secret: sealed.ok_or_else(|| Fault::Broken("secret".to_owned()))?,
        totp_last_step: 0,
        role: new.role,
        mission: new.mission,
        line: new.line,
        failed: 0,
        locked_until: None,
        active: true,
        created_at: moment.now,
    };
    let login = row.login.clone();
    office.write(move |tx| Box::pin(async move { Ok(store::officer::insert(tx, &row).await?) })).await?;
    let secret_base32 = Secret::from(secret).to_base32();
    Ok(Welcome { otpauth: format!("otpauth://totp/Elshi:{login}?secret={secret_base32}&issuer=Elshi"), secret_base32 })
}

/// True when somebody with this login exists.
///
/// # Errors
/// Faults only.
pub async fn exists(office: &Office, login: &str) -> Result<bool, OfficeError> {
    let login = login.trim().to_lowercase();
    office.read(move |tx| Box::pin(async move { Ok(store::officer::by_login(tx, &login).await?.is_some()) })).await
}

fn check(office: &Office, new: &NewStaff) -> Result<(), OfficeError> {
    if new.password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(OfficeError::finding("password", "too-short"));
    }
    match (&new.mission, new.role) {
        (_, Role::Applicant | Role::System) => Err(OfficeError::finding("role", "not-staff")),
        (None, Role::Officer) => Err(OfficeError::finding("mission", "missing")),
        (Some(mission), _) if office.catalogue().mission(mission).is_none() => {
            Err(OfficeError::finding("mission", "unknown"))
        }
        _ => Ok(()),
    }
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
