//! The people of the desk, kept from the desk: an administrator lists, adds, closes and resets. Each is a journal entry that names nobody.
//! An administrator of one mission keeps that mission's people; nobody closes themselves, and the installation keeps an administrator.

use crate::staff::{self, Credentials, NewStaff, Welcome};
use crate::{Office, OfficeError, permission};
use domain::actor::{Actor, Role};
use domain::application::NotOpen;
use domain::ids::{MissionId, OfficerId};
use domain::moment::Moment;
use domain::paper::OfficerLine;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::Tx;
use store::journal::Entry;
use store::officer::Officer;

/// Characters of a password that is made here.
const PASSWORD_CHARS: usize = 20;
/// A password that was given opens one sign-in within this time; there the person sets their own.
pub const GIVEN_HOLDS: SignedDuration = SignedDuration::from_hours(72);
/// Without letters and digits that look alike.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Longest login, name and post, characters.
pub const TEXT_CHARS_MAX: usize = 100;
/// Roles of the desk, as they are chosen.
pub const ROLES: [Role; 6] =
    [Role::Clerk, Role::Officer, Role::Supervisor, Role::Reviewer, Role::Auditor, Role::Administrator];

/// A person on the list.
#[derive(Clone, Debug)]
pub struct Person {
    /// Id.
    pub id: OfficerId,
    /// Login.
    pub login: String,
    /// As what.
    pub role: Role,
    /// Of which mission; `None`: of all.
    pub mission: Option<MissionId>,
    /// Name and post.
    pub line: OfficerLine,
    /// May sign in.
    pub active: bool,
    /// Not before, after too many wrong passwords.
    pub locked_until: Option<Timestamp>,
    /// An EDS signs in and decides as this person.
    pub has_key: bool,
    /// The reader.
    pub is_me: bool,
}

/// What is given to a person once.
#[derive(Clone, Debug)]
pub struct Given {
    /// Their login.
    pub login: String,
    /// The password.
    pub password: String,
    /// The secret of the second factor.
    pub welcome: Welcome,
}

/// Whose cases a person of the desk works with. Nothing chosen is neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All missions together.
    All,
    /// One mission.
    Mission(MissionId),
}

/// Who is to be added.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Login.
    pub login: String,
    /// Role.
    pub role: Option<Role>,
    /// Whose cases; `None`: nothing was chosen.
    pub reach: Option<Reach>,
    /// Name and post.
    pub line: OfficerLine,
    /// IIN of their EDS; empty = none.
    pub iin: String,
}

/// The people that this administrator keeps, by login.
///
/// # Errors
/// `NotAllowed` for everybody else.
pub async fn list(office: &Office, actor: &Actor, now: Timestamp) -> Result<Vec<Person>, OfficeError> {
    let own = permission::keeps_people_of(actor)?.cloned();
    let me = permission::staff(actor)?;
    let all = office.read(|tx| Box::pin(async move { Ok(store::officer::list(tx).await?) })).await?;
    Ok(all.into_iter().filter(|person| is_kept(own.as_ref(), person)).map(|person| shown(person, me, now)).collect())
}

/// Adds a person with a password and a code secret that are told once.
///
/// # Errors
/// Findings at `login` (`missing`, `unreadable`, `taken`), `name`, `post_kk`, `post_ru`, `post_en` (`missing`, `too-long`), `role`, `mission`;
/// `NotAllowed` for who does not keep such people.
pub async fn add(office: &Office, actor: &Actor, wanted: Wanted, moment: &Moment) -> Result<Given, OfficeError> {
    let own = permission::keeps_people_of(actor)?.cloned();
    let me = permission::staff(actor)?;
    let role = check(&wanted)?;
    let mission = match wanted.reach {
        Some(Reach::Mission(mission)) => Some(mission),
        Some(Reach::All) | None => None,
    };
    if own.is_some() && mission != own {
        return Err(OfficeError::finding("mission", "not-yours"));
    }
    let password = password(moment);
    let new = NewStaff {
        login: wanted.login.trim().to_lowercase(),
        password: password.clone(),
        role,
        mission,
        line: wanted.line,
        totp_secret: None,
        iin: Some(wanted.iin).filter(|typed| !typed.trim().is_empty()),
    };
    let (row, welcome) = staff::person(office, new, moment).await?;
    let login = row.login.clone();
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                if store::officer::by_login(tx, &row.login).await?.is_some() {
                    return Err(OfficeError::finding("login", "taken"));
                }
                key_is_free(tx, &row).await?;
                let row = Officer { given: Some(given(me, &moment)), ..row };
                store::officer::insert(tx, &row).await?;
                note(tx, store::journal::ADD_PERSON, &actor, &row, &moment).await
            })
        })
        .await?;
    Ok(Given { login, password, welcome })
}

/// What an administrator gave is theirs to know until the person has set a password of their own.
fn given(by: OfficerId, moment: &Moment) -> store::officer::Given {
    store::officer::Given { by, at: moment.now, until: Some(moment.now + GIVEN_HOLDS) }
}

/// Ends a person's access and sessions. Their key is free for another account, should they come back under another login.
///
/// # Errors
/// `NotFound` for who is not kept by this administrator; `NotOpen` for oneself and for who is closed.
pub async fn close(office: &Office, actor: &Actor, id: OfficerId, moment: &Moment) -> Result<(), OfficeError> {
    let end = |person: &mut Officer| {
        must_be_open(person)?;
        (person.active, person.iin) = (false, None);
        Ok(())
    };
    change(office, actor, id, store::journal::CLOSE_PERSON, moment, end).await.map(drop)
}

/// Names the IIN of a person's EDS, or takes it away where nothing is typed; their sessions end.
///
/// # Errors
/// Findings at `iin`: `wrong`, `taken`; else as [`close`].
pub async fn name_key(
    office: &Office,
    actor: &Actor,
    id: OfficerId,
    typed: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    permission::keeps_people_of(actor)?;
    let iin = Some(typed.trim()).filter(|typed| !typed.is_empty());
    let iin = iin.map(|typed| staff::iin_of(office, typed)).transpose()?;
    let name = |person: &mut Officer| {
        must_be_open(person)?;
        person.iin = iin;
        Ok(())
    };
    change(office, actor, id, store::journal::NAME_KEY, moment, name).await.map(drop)
}

/// Gives a person a new password and code secret, opens a closed or locked account and ends their sessions.
///
/// # Errors
/// As [`close`], but for oneself `NotOpen` too: an administrator is reset by another one, or on the command line.
pub async fn reset(office: &Office, actor: &Actor, id: OfficerId, moment: &Moment) -> Result<Given, OfficeError> {
    permission::keeps_people_of(actor)?;
    let (password, by) = (password(moment), given(permission::staff(actor)?, moment));
    let made = Credentials::make(office, password.clone(), None, moment).await?;
    let (hash, sealed) = (made.password_hash.clone(), made.sealed_secret.clone());
    let give = |person: &mut Officer| {
        person.password_hash = hash;
        person.totp_secret = sealed;
        person.totp_last_step = 0;
        person.failed = 0;
        person.locked_until = None;
        person.active = true;
        person.given = Some(by);
        Ok(())
    };
    let login = change(office, actor, id, store::journal::RESET_PERSON, moment, give).await?.login;
    let welcome = made.welcome(&login);
    Ok(Given { login, password, welcome })
}

/// Changes somebody else, ends their sessions and writes it down, in one transaction.
async fn change(
    office: &Office,
    actor: &Actor,
    id: OfficerId,
    act: &'static str,
    moment: &Moment,
    with: impl FnOnce(&mut Officer) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Officer, OfficeError> {
    let (own, me) = (permission::keeps_people_of(actor)?.cloned(), permission::staff(actor)?);
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut person = locked(tx, me, id, own.as_ref()).await?;
                if person.id == me {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                with(&mut person)?;
                key_is_free(tx, &person).await?;
                store::officer::save(tx, &person).await?;
                if !person.active {
                    store::kept_filter::remove_of(tx, person.id).await?;
                }
                end_sessions(tx, &person).await?;
                note(tx, act, &actor, &person, &moment).await?;
                Ok(person)
            })
        })
        .await
}

fn must_be_open(person: &Officer) -> Result<(), OfficeError> {
    if person.active { Ok(()) } else { Err(OfficeError::NotOpen(NotOpen::Act)) }
}

/// One key is one person's.
async fn key_is_free(tx: &mut Tx, person: &Officer) -> Result<(), OfficeError> {
    let Some(iin) = &person.iin else { return Ok(()) };
    match store::officer::by_iin(tx, iin).await? {
        Some(other) if other.id != person.id => Err(OfficeError::finding("iin", "taken")),
        _ => Ok(()),
    }
}

/// The person, with both rows locked in one order: two administrators who close each other at once leave one.
async fn locked(tx: &mut Tx, me: OfficerId, id: OfficerId, own: Option<&MissionId>) -> Result<Officer, OfficeError> {
    let mine = store::officer::get(tx, me).await?.ok_or(OfficeError::NotAllowed)?;
    let theirs = store::officer::get(tx, id).await?.filter(|person| is_kept(own, person));
    let theirs = theirs.ok_or(OfficeError::NotFound)?;
    let mut logins = [mine.login, theirs.login.clone()];
    logins.sort();
    let mut found = None;
    for login in logins {
        let row = store::officer::by_login(tx, &login).await?.ok_or(OfficeError::NotFound)?;
        if row.id == me && !row.active {
            return Err(OfficeError::NotAllowed);
        }
        if row.id == id {
            found = Some(row);
        }
    }
    found.ok_or(OfficeError::NotFound)
}

async fn end_sessions(tx: &mut Tx, person: &Officer) -> Result<(), OfficeError> {
    let actor = Actor::Staff { officer: person.id, role: person.role, mission: person.mission.clone() };
    store::session::remove_of(tx, &actor).await?;
    Ok(())
}

pub(crate) async fn note(
    tx: &mut Tx,
    act: &str,
    actor: &Actor,
    of: &Officer,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let facts = json!({ "officer": of.id, "role": of.role.as_str(), "mission": of.mission });
    let entry =
        Entry { application: None, act, actor, at: moment.now, commitments: [("person".to_owned(), facts)].into() };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

fn is_kept(own: Option<&MissionId>, person: &Officer) -> bool {
    own.is_none_or(|own| person.mission.as_ref() == Some(own))
}

fn shown(person: Officer, me: OfficerId, now: Timestamp) -> Person {
    Person {
        has_key: person.iin.is_some(),
        is_me: person.id == me,
        locked_until: person.locked_until.filter(|until| *until > now),
        id: person.id,
        login: person.login,
        role: person.role,
        mission: person.mission,
        line: person.line,
        active: person.active,
    }
}

/// All findings at once.
fn check(wanted: &Wanted) -> Result<Role, OfficeError> {
    let mut found = vec![];
    let login = wanted.login.trim();
    let is_login = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    match login {
        "" => found.push(service::Finding::new("login", "missing")),
        text if text.len() > TEXT_CHARS_MAX || !text.chars().all(is_login) => {
            found.push(service::Finding::new("login", "unreadable"));
        }
        _ => {}
    }
    let post = &wanted.line.post;
    let texts = [("name", &wanted.line.name), ("post_kk", &post.kk), ("post_ru", &post.ru), ("post_en", &post.en)];
    for (field, text) in texts {
        match text.trim().chars().count() {
            0 => found.push(service::Finding::new(field, "missing")),
            count if count > TEXT_CHARS_MAX => found.push(service::Finding::new(field, "too-long")),
            _ => {}
        }
    }
    let is_one = matches!(wanted.reach, Some(Reach::Mission(_)));
    match wanted.role {
        None => found.push(service::Finding::new("role", "missing")),
        Some(Role::Clerk | Role::Officer | Role::Supervisor) if !is_one => {
            found.push(service::Finding::new("mission", "missing"));
        }
        // Who reads or keeps all missions does so because somebody chose it.
        Some(_) if wanted.reach.is_none() => found.push(service::Finding::new("mission", "missing")),
        // Who decides complaints does so for the higher body, of all missions.
        Some(Role::Reviewer) if is_one => found.push(service::Finding::new("mission", "of-all")),
        Some(_) => {}
    }
    match wanted.role {
        Some(role) if found.is_empty() => Ok(role),
        _ => Err(OfficeError::Findings(found)),
    }
}

/// A hundred bits of the moment's randomness in letters that are read out without a mistake.
fn password(moment: &Moment) -> String {
    let letter = |byte: &u8| ALPHABET.get(usize::from(byte & 31)).copied().map_or('a', char::from);
    moment.bytes("password of a person").iter().take(PASSWORD_CHARS).map(letter).collect()
}
