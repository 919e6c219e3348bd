//! Sign in with an EDS: the person signs a challenge that names purpose, host, time and nonce, so that a challenge and an
//! application can never be taken for each other (DECISIONS.md, Signatures).

use crate::session;
use crate::sign_in_otp::SignedIn;
use crate::{Fault, Office, OfficeError, SignatureProblem, new_device, signature};
use domain::actor::Actor;
use domain::ids::AccountId;
use domain::iin::Iin;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::name::PersonName;
use eds::Policy;
use jiff::{SignedDuration, Timestamp};
use store::account::Account;
use store::{StoreError, Tx};

/// A challenge can be answered for so long.
pub const VALID: SignedDuration = SignedDuration::from_mins(10);
/// A nonce is remembered so long after its challenge was made: longer than [`VALID`].
const NONCE_WINDOW_SECONDS: i64 = 3600;

/// What the person signs.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// The exact bytes to sign, UTF-8.
    pub text: String,
    /// Comes back with the answer; carries the text and our tag over it.
    pub ticket: String,
}

/// Which door a challenge opens: an answer to one's challenge is none to the other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The applicant's.
    Portal,
    /// The official's.
    Desk,
}

impl Door {
    fn purpose(self) -> &'static str {
        match self {
            Door::Portal => "sign-in",
            Door::Desk => "desk-sign-in",
        }
    }

    fn policy(self) -> Policy {
        match self {
            Door::Portal => Policy::login(),
            Door::Desk => Policy::officer(),
        }
    }
}

/// Makes a challenge. Nothing is stored.
pub fn challenge(office: &Office, door: Door, moment: &Moment) -> Challenge {
    let text = format!(
        "Elshi\npurpose: {}\nhost: {}\ntime: {}\nnonce: {}\n",
        door.purpose(),
        office.settings().host,
        moment.now,
        hex::encode(&moment.bytes("challenge nonce")[..16])
    );
    let tag = office.parts().keys.tag("challenge", text.as_bytes());
    Challenge { ticket: format!("{}.{}", hex::encode(text.as_bytes()), hex::encode(tag)), text }
}

/// The text of a ticket, if the ticket is ours: for the download without JavaScript.
pub fn challenge_text(office: &Office, ticket: &str) -> Option<String> {
    let (text, tag) = ticket.split_once('.')?;
    let (text, tag) = (hex::decode(text).ok()?, hex::decode(tag).ok()?);
    if !office.parts().keys.tag_matches("challenge", &text, &tag) {
        return None;
    }
    String::from_utf8(text).ok()
}

/// Checks the signed challenge and opens a session of the person whose IIN the certificate proves.
///
/// # Errors
/// The signature's cause; `used` for a ticket that is old, used or not ours.
pub async fn answer(
    office: &Office,
    ticket: &str,
    cms: &[u8],
    lang: Lang,
    moment: &Moment,
) -> Result<SignedIn, OfficeError> {
    let proven = check(office, Door::Portal, ticket, cms, moment).await?;
    match open_session(office, proven.clone(), lang, moment).await {
        // Two first sign-ins of one person at once: the other made the account, so the second look finds it.
        Err(OfficeError::Fault(Fault::Store(StoreError::Conflict(_)))) => {
            open_session(office, proven, lang, moment).await
        }
        other => other,
    }
}

/// Whose signature stands under the challenge of this ticket. Opens nothing and uses nothing up.
///
/// # Errors
/// The signature's cause; `used` for a ticket that is old or not ours.
pub(crate) async fn check(
    office: &Office,
    door: Door,
    ticket: &str,
    cms: &[u8],
    moment: &Moment,
) -> Result<Proven, OfficeError> {
    let stale = || OfficeError::Signature(SignatureProblem::plain("used"));
    let text = challenge_text(office, ticket).ok_or_else(stale)?;
    let made_at: Timestamp = line(&text, "time: ").and_then(|time| time.parse().ok()).ok_or_else(stale)?;
    if moment.now.duration_since(made_at) > VALID || made_at > moment.now {
        return Err(stale());
    }
    if line(&text, "purpose: ") != Some(door.purpose()) {
        return Err(stale());
    }
    let nonce = line(&text, "nonce: ").ok_or_else(stale)?.to_owned();
    let (verdict, _) = signature::verdict(
        office,
        cms,
        text.clone().into_bytes(),
        door.policy(),
        signature::Instants::first_seen(moment.now),
    )
    .await?;
    let iin = signature::signer_iin(office, &verdict).map_err(OfficeError::Signature)?;
    let name = verdict.signers.first().and_then(|signer| signer.certificate.as_ref()).and_then(name_of);
    Ok(Proven { iin, name, nonce, made_at })
}

/// What the signed challenge proves.
#[derive(Clone)]
pub(crate) struct Proven {
    iin: Iin,
    name: Option<PersonName>,
    nonce: String,
    made_at: Timestamp,
}

impl Proven {
    /// Whose key it is.
    pub(crate) fn iin(&self) -> &Iin {
        &self.iin
    }

    /// Uses the challenge up; in the caller's transaction.
    ///
    /// # Errors
    /// `used` for one that was answered already.
    pub(crate) async fn use_up(&self, tx: &mut Tx) -> Result<(), OfficeError> {
        // Counted in the window of the challenge's own time, which no later answer can leave.
        let key = format!("challenge {}", self.nonce);
        match store::limit::hit(tx, &key, NONCE_WINDOW_SECONDS, self.made_at).await? {
            ..=1 => Ok(()),
            _ => Err(OfficeError::Signature(SignatureProblem::plain("used"))),
        }
    }

    /// The name in the certificate, as a page says it.
    pub(crate) fn signer(&self) -> String {
        self.name.as_ref().map(PersonName::official).unwrap_or_default()
    }
}

async fn open_session(office: &Office, proven: Proven, lang: Lang, moment: &Moment) -> Result<SignedIn, OfficeError> {
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                proven.use_up(tx).await?;
                let Proven { iin, name, .. } = proven;
                let known = store::account::by_proven_iin(tx, iin.as_str()).await?;
                let first_time = known.is_none();
                let mut account = known.unwrap_or_else(|| new_account(&iin, lang, &moment));
                account.name = name.or(account.name);
                if first_time {
                    store::account::insert(tx, &account).await?;
                    new_device::tell_who_stated(&inner, tx, (account.id, iin.as_str()), &moment).await?;
                } else {
                    store::account::update(tx, &account).await?;
                }
                let (session, token) = session::begin(Actor::Applicant(account.id), &moment);
                store::session::insert(tx, &session).await?;
                Ok(SignedIn { token, account: account.id, first_time })
            })
        })
        .await
}

fn line<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    text.lines().find_map(|line| line.strip_prefix(start))
}

fn new_account(iin: &Iin, lang: Lang, moment: &Moment) -> Account {
    Account {
        id: AccountId(moment.uuid("account")),
        iin: Some(iin.as_str().to_owned()),
        iin_proven: true,
        name: None,
        phone: None,
        email: None,
        lang,
        notice_wish: None,
        notice_lang: None,
        created_at: moment.now,
    }
}

/// The NCA profile (EDS.md 4): SURNAME, CN = "SURNAME GIVEN", GIVENNAME = patronymic.
fn name_of(certificate: &eds::CertificateSummary) -> Option<PersonName> {
    let surname = certificate.surname.clone().unwrap_or_default();
    let given = certificate.given.clone().unwrap_or_default();
    if surname.is_empty() && given.is_empty() {
        return None;
    }
    Some(PersonName { surname, given, patronymic: certificate.patronymic.clone(), latin: None })
}
