//! A person comes to the mission without a filled-in form (UX.md 3.6): somebody of the desk types for them, on the pages that everybody fills
//! in, prints the form and accepts it when it is signed by hand. What was typed belongs to the person.
//!
//! Only such a draft is open to the desk, only at its mission, only until it is accepted. Must never give a hand in anything else of the account.

use crate::declare_identity::{self, IdentityInput};
use crate::start_draft::{self, FirstAnswers};
use crate::{Office, OfficeError, new_device, permission};
use domain::actor::Actor;
use domain::country::CountryCode;
use domain::ids::{AccountId, AttachmentId, DraftId, MissionId};
use domain::lang::Lang;
use domain::moment::Moment;
use domain::request::MissionBasis;
use jiff::Timestamp;
use service::answers::MISSION_REASON;
use std::collections::BTreeMap;
use store::Tx;
use store::account::Account;
use store::draft::{Draft, Typed};

/// So many that were begun and not accepted are listed.
pub const LISTED_MAX: i64 = 50;
/// So many one person of the desk begins in an hour.
const PER_HOUR_MAX: i64 = 60;
const HOUR_SECONDS: i64 = 3_600;

/// Who came, and from where.
#[derive(Clone, Debug)]
pub struct Person {
    /// Name and IIN, as in the identity document.
    pub identity: IdentityInput,
    /// The language the person reads.
    pub language: Lang,
    /// Country of residence.
    pub residence: CountryCode,
    /// Why at this mission, where the register names another.
    pub because: String,
}

/// A draft that was typed here and is not accepted yet.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The draft.
    pub draft: DraftId,
    /// For whom.
    pub name: String,
    /// At which mission.
    pub mission: Option<MissionId>,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Begins a request for a person who stands at the desk, in an account of its own that nobody can enter. An IIN alone tells the desk nothing:
/// neither whether there is an account, nor a name, nor a telephone.
///
/// # Errors
/// Findings at the parts of the identity (`identity-iin`: `own` for one's own) and at `mission-reason`; `TooMany` after [`PER_HOUR_MAX`];
/// `NotAllowed` for who accepts no paper.
pub async fn start(office: &Office, actor: &Actor, person: Person, moment: &Moment) -> Result<DraftId, OfficeError> {
    let (officer, mission) = permission::intake(actor)?;
    let mission = mission.clone();
    let (name, iin) = declare_identity::parse(office, &person.identity)?;
    let because = person.because.trim().replace("\r\n", "\n");
    let (mission, basis) = start_draft::resolve(office, &person.residence, Some(&mission), &because)?;
    let mut answers = start_draft::first_answers(office, &person.residence, &FirstAnswers::default());
    if basis == MissionBasis::Objected {
        answers.insert(MISSION_REASON.to_owned(), because);
    }
    let new = Account {
        id: AccountId(moment.uuid("account")),
        iin: Some(iin.as_str().to_owned()),
        iin_proven: false,
        name: Some(name),
        phone: None,
        email: None,
        lang: person.language,
        notice_wish: None,
        notice_lang: None,
        created_at: moment.now,
    };
    let (inner, at) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let own = store::officer::get(tx, officer).await?.ok_or(OfficeError::NotAllowed)?;
                if own.iin.as_deref() == Some(iin.as_str()) {
                    return Err(OfficeError::finding("identity-iin", "own"));
                }
                let key = format!("typing:{officer}");
                if store::limit::hit(tx, &key, HOUR_SECONDS, at.now).await? > PER_HOUR_MAX {
                    return Err(OfficeError::TooMany { retry_at: store::limit::window_end(HOUR_SECONDS, at.now) });
                }
                store::account::insert(tx, &new).await?;
                let typed = Typed { officer, mission: mission.clone() };
                let draft = draft(&inner, &new, person.language, answers, typed, &at);
                let draft = Draft { mission: Some(mission), mission_basis: Some(basis), ..draft };
                store::draft::insert(tx, &draft).await?;
                Ok(draft.id)
            })
        })
        .await
}

/// Everything that can be said of `person` without writing.
///
/// # Errors
/// As [`start`].
pub fn check(office: &Office, actor: &Actor, person: &Person) -> Result<(), OfficeError> {
    let (_, mission) = permission::intake(actor)?;
    let identity = declare_identity::parse(office, &person.identity).map(drop);
    let place = start_draft::resolve(office, &person.residence, Some(mission), person.because.trim()).map(drop);
    let mut found = vec![];
    for checked in [identity, place] {
        match checked {
            Ok(()) => {}
            Err(OfficeError::Findings(more)) => found.extend(more),
            Err(other) => return Err(other),
        }
    }
    if found.is_empty() { Ok(()) } else { Err(OfficeError::Findings(found)) }
}

fn draft(
    office: &Office,
    account: &Account,
    language: Lang,
    answers: BTreeMap<String, String>,
    typed: Typed,
    moment: &Moment,
) -> Draft {
    let passport = office.catalogue().passport();
    Draft {
        id: DraftId(moment.uuid("draft")),
        account: account.id,
        service: passport.id.clone(),
        revision: passport.revision,
        language,
        mission: None,
        mission_basis: None,
        answers,
        version: 1,
        created_at: moment.now,
        updated_at: moment.now,
        sent_as: None,
        amends: None,
        typed: Some(typed),
    }
}

/// The person whose draft this is, for somebody of the desk who types it: the draft of the address, or that of the file which it names.
///
/// # Errors
/// `NotAllowed` for everything else: another mission's, one that was not typed at a desk, one that was sent, no such draft.
pub async fn hand(
    office: &Office,
    actor: &Actor,
    draft: Option<DraftId>,
    file: Option<AttachmentId>,
) -> Result<Account, OfficeError> {
    let mission = permission::intake(actor)?.1.clone();
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let draft = match (draft, file) {
                    (Some(draft), _) => Some(draft),
                    (None, Some(file)) => store::attachment::get(tx, file).await?.map(|row| row.draft),
                    (None, None) => None,
                };
                let Some(draft) = draft else { return Ok(None) };
                let draft = store::draft::get(tx, draft).await?.filter(|own| own.sent_as.is_none());
                let here = draft.filter(|own| own.typed.as_ref().is_some_and(|typed| typed.mission == mission));
                match here {
                    Some(own) => Ok(store::account::get(tx, own.account).await?),
                    None => Ok(None),
                }
            })
        })
        .await?;
    found.ok_or(OfficeError::NotAllowed)
}

/// What was begun at the actor's mission and is not accepted, the newest first.
///
/// # Errors
/// `NotAllowed` for who accepts no paper.
pub async fn begun(office: &Office, actor: &Actor) -> Result<Vec<Begun>, OfficeError> {
    let mission = permission::intake(actor)?.1.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let mut begun = vec![];
                for draft in store::draft::typed_at(tx, &mission, LISTED_MAX).await? {
                    let person = store::account::get(tx, draft.account).await?.and_then(|own| own.name);
                    let name = person.map(|own| own.official()).unwrap_or_default();
                    begun.push(Begun { draft: draft.id, name, mission: draft.mission, updated_at: draft.updated_at });
                }
                Ok(begun)
            })
        })
        .await
}

/// The draft with the account that the case will be of: the paper is accepted, so the identity document with this IIN was seen. Who has proven the
/// IIN by an EDS has the case among theirs; else the account that was made for it is the one that an EDS of this IIN opens from now on, and who
/// only stated the IIN is told.
pub(crate) async fn of_its_person(
    office: &Office,
    tx: &mut Tx,
    draft: Draft,
    moment: &Moment,
) -> Result<Draft, OfficeError> {
    if draft.typed.is_none() {
        return Ok(draft);
    }
    let mut account = store::account::get(tx, draft.account).await?.ok_or(OfficeError::NotFound)?;
    let Some(iin) = account.iin.clone() else { return Ok(draft) };
    if let Some(known) = store::account::by_proven_iin(tx, &iin).await? {
        store::draft::give(tx, draft.id, known.id).await?;
        return Ok(Draft { account: known.id, ..draft });
    }
    account.iin_proven = true;
    store::account::update(tx, &account).await?;
    new_device::tell_who_stated(office, tx, (account.id, &iin), moment).await?;
    Ok(draft)
}
