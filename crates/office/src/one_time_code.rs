//! One-time passwords (DECISIONS.md, Identity): 6 digits, 15 minutes, only the latest counts, 5 tries over all codes,
//! a new one after 60 seconds, then a lock of 30 minutes. The code itself is never stored: a hash of it, and the SMS encrypted until it has gone.

use crate::letters::otp_letter;
use crate::{Office, OfficeError, OtpProblem};
use domain::country::CountryCode;
use domain::lang::Lang;
use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use store::Tx;
use store::otp::{OtpCode, OtpGuard};
use subtle::ConstantTimeEq;

/// A code counts for so long.
pub const VALID: SignedDuration = SignedDuration::from_mins(15);
/// A new code can be asked for after so long.
pub const RESEND: SignedDuration = SignedDuration::from_secs(60);
/// Wrong tries over all codes before the lock.
pub const TRIES_MAX: i64 = 5;
/// The lock.
pub const LOCK: SignedDuration = SignedDuration::from_mins(30);
/// Codes asked for from one address in an hour.
const PER_ADDRESS_MAX: i64 = 20;
/// Codes to one number in an hour, whoever asks.
const PER_NUMBER_HOUR_MAX: i64 = 5;
/// Codes to one number in a day, whoever asks.
const PER_NUMBER_DAY_MAX: i64 = 10;
const HOUR_SECONDS: i64 = 3600;
const DAY_SECONDS: i64 = 86_400;

/// Purpose of a code that opens a session.
pub const SIGN_IN: &str = "sign-in";
/// Purpose of a code that shows that a person holds the number they want to sign in with.
pub const NEW_PHONE: &str = "new-phone";
/// Purpose of a code that confirms a file.
pub const CONFIRM: &str = "confirm";

/// A code was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSent {
    /// Number in E.164.
    pub phone: String,
    /// The number masked to its last two digits.
    pub masked: String,
    /// When a new code can be asked for.
    pub resend_at: Timestamp,
    /// When this code stops counting.
    pub expires_at: Timestamp,
}

/// What a code is for.
#[derive(Clone, Debug)]
pub struct CodePurpose {
    /// Whose tries are counted.
    pub subject: String,
    /// [`SIGN_IN`], [`NEW_PHONE`] or [`CONFIRM`].
    pub purpose: &'static str,
    /// SHA-256 of the file that the code confirms, or the new number.
    pub context: Option<String>,
}

/// Makes a code, stores its hash and writes the SMS into the outbox.
pub async fn send(
    office: &Office,
    what: CodePurpose,
    phone: String,
    lang: Lang,
    remote: &str,
    moment: &Moment,
) -> Result<CodeSent, OfficeError> {
    let now = moment.now;
    let code = digits(moment);
    let salt = first_half(moment.bytes("code salt"));
    let row = OtpCode {
        id: moment.uuid("code"),
        subject: what.subject.clone(),
        purpose: what.purpose.to_owned(),
        code_hash: hash(office, &what, &salt, &code),
        salt,
        context: what.context.clone(),
        sent_to: phone.clone(),
        created_at: now,
        expires_at: now + VALID,
        used_at: None,
    };
    let letter = otp_letter(office, &phone, &code, lang, moment)?;
    let limits = [
        (format!("code from {remote}"), HOUR_SECONDS, PER_ADDRESS_MAX),
        (format!("code to {phone} in an hour"), HOUR_SECONDS, PER_NUMBER_HOUR_MAX),
        (format!("code to {phone} in a day"), DAY_SECONDS, PER_NUMBER_DAY_MAX),
    ];
    office
        .write(move |tx| {
            Box::pin(async move {
                for (key, seconds, most) in &limits {
                    if store::limit::hit(tx, key, *seconds, now).await? > *most {
                        return Err(OfficeError::TooMany { retry_at: store::limit::window_end(*seconds, now) });
                    }
                }
                let mut guard = open_guard(tx, &row.subject, now).await?;
                if let Some(at) = guard.last_sent_at.map(|at| at + RESEND).filter(|at| *at > now) {
                    return Err(OfficeError::Otp(OtpProblem::TooSoon { at }));
                }
                guard.last_sent_at = Some(now);
                store::otp::save_guard(tx, &guard).await?;
                store::otp::insert(tx, &row).await?;
                store::outbox::insert(tx, &letter).await?;
                Ok(())
            })
        })
        .await?;
    Ok(CodeSent { masked: masked(&phone), phone, resend_at: now + RESEND, expires_at: now + VALID })
}

/// Checks a typed code inside the caller's transaction. `Ok(Err(problem))` must be committed: it counts the try.
///
/// A code that confirms a file is taken again for the same file until it expires: a draft is sent once whatever happens, and
/// a crash between the check and the sending must not cost the person their code.
pub async fn check(
    office: &Office,
    tx: &mut Tx,
    what: &CodePurpose,
    typed: &str,
    now: Timestamp,
) -> Result<Result<OtpCode, OtpProblem>, OfficeError> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if typed.len() != 6 || !typed.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(Err(OtpProblem::NotSixDigits));
    }
    // A number that never got a code leaves no row behind.
    if store::otp::latest(tx, &what.subject, what.purpose).await?.is_none() {
        return Ok(Err(OtpProblem::Expired));
    }
    let mut guard = match open_guard(tx, &what.subject, now).await {
        Ok(guard) => guard,
        Err(OfficeError::Otp(problem)) => return Ok(Err(problem)),
        Err(other) => return Err(other),
    };
    let Some(mut code) = store::otp::latest(tx, &what.subject, what.purpose).await? else {
        return Ok(Err(OtpProblem::Expired));
    };
    let spent = code.used_at.is_some() && what.purpose != CONFIRM;
    if spent || now > code.expires_at || code.context != what.context {
        return Ok(Err(OtpProblem::Expired));
    }
    let expected = hash(office, what, &code.salt, &typed);
    if !bool::from(code.code_hash.ct_eq(&expected)) {
        guard.tries += 1;
        let problem = if guard.tries >= TRIES_MAX {
            guard.tries = 0;
            guard.locked_until = Some(now + LOCK);
            OtpProblem::Locked { until: now + LOCK }
        } else {
            OtpProblem::Wrong { tries_left: TRIES_MAX - guard.tries }
        };
        store::otp::save_guard(tx, &guard).await?;
        return Ok(Err(problem));
    }
    guard.tries = 0;
    store::otp::save_guard(tx, &guard).await?;
    store::otp::mark_used(tx, code.id, now).await?;
    code.used_at = code.used_at.or(Some(now));
    Ok(Ok(code))
}

/// A telephone number as typed, in E.164; `country` is where a number without a country code belongs.
///
/// # Errors
/// [`OtpProblem::BadPhone`].
pub(crate) fn number(typed: &str, country: Option<&CountryCode>) -> Result<String, OfficeError> {
    service::phone::parse(typed, country).map(|phone| phone.e164).map_err(|_| OfficeError::Otp(OtpProblem::BadPhone))
}

/// `+49 ••• ••12`: the country part and the last two digits.
pub fn masked(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let head: String = digits.iter().take(2).collect();
    let tail: String = digits.iter().skip(digits.len().saturating_sub(2)).collect();
    format!("+{head} ••• ••{tail}")
}

async fn open_guard(tx: &mut Tx, subject: &str, now: Timestamp) -> Result<OtpGuard, OfficeError> {
    let guard = store::otp::guard(tx, subject).await?;
    match guard.locked_until {
        Some(until) if until > now => Err(OfficeError::Otp(OtpProblem::Locked { until })),
        _ => Ok(guard),
    }
}

fn digits(moment: &Moment) -> String {
    // 64 bits modulo a million: the bias is below 10^-13.
    let mut wide = [0_u8; 8];
    wide.copy_from_slice(&moment.bytes("code")[..8]);
    format!("{:06}", u64::from_be_bytes(wide) % 1_000_000)
}

fn hash(office: &Office, what: &CodePurpose, salt: &[u8; 16], code: &str) -> [u8; 32] {
    let context = what.context.as_deref().unwrap_or_default();
    let text = format!("{}\0{}\0{}\0{context}\0{code}", hex::encode(salt), what.subject, what.purpose);
    office.parts().keys.tag("one-time code", text.as_bytes())
}

fn first_half(bytes: [u8; 32]) -> [u8; 16] {
    let mut half = [0_u8; 16];
    half.copy_from_slice(&bytes[..16]);
    half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_six_digits_and_numbers_are_masked() {
        for seed in 0..50 {
            let moment = Moment::new(Timestamp::UNIX_EPOCH, [seed; 32]);
            assert_eq!(digits(&moment).len(), 6);
        }
        assert_eq!(masked("+4930123412"), "+49 ••• ••12");
    }
}
