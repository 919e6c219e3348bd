//! Sessions: a random token whose hash is stored; idle 30 minutes, 12 hours in all (UX.md 2.1).

use crate::{Office, OfficeError};
use domain::actor::{Actor, Role};
use domain::ids::MissionId;
use domain::moment::Moment;
use domain::paper::OfficerLine;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::account::Account;
use store::kept::KeptPost;
use store::session::Session;

/// A session ends after so long without a request.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// A session ends after so long in any case.
pub const ABSOLUTE: SignedDuration = SignedDuration::from_hours(12);
/// A form posted with an expired session is kept so long.
pub const KEPT_POST: SignedDuration = SignedDuration::from_hours(1);
/// Forms kept for one address in an hour.
pub const KEPT_POSTS_PER_HOUR_MAX: i64 = 60;
const HOUR_SECONDS: i64 = 3600;
/// `seen_at` is written at most so often, so that reading pages does not write.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);

/// An open session.
#[derive(Clone, Debug)]
pub struct SessionView {
    /// Who.
    pub actor: Actor,
    /// The account, for an applicant.
    pub account: Option<Account>,
    /// The person, for staff.
    pub officer: Option<OfficerView>,
    /// The token that every form of this session carries.
    pub csrf: String,
    /// When it ends if nothing happens.
    pub expires_at: Timestamp,
}

/// Staff as pages show them.
#[derive(Clone, Debug)]
pub struct OfficerView {
    /// Name and post.
    pub line: OfficerLine,
    /// Role.
    pub role: Role,
    /// Mission.
    pub mission: Option<MissionId>,
}

/// Opens the session of `token`, if it has not ended.
///
/// # Errors
/// Faults only.
pub async fn open(office: &Office, token: &str, now: Timestamp) -> Result<Option<SessionView>, OfficeError> {
    let hash = hash_of(token);
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let Some(session) = store::session::find(tx, &hash).await? else { return Ok(None) };
                if now > session.expires_at || now.duration_since(session.seen_at) > IDLE {
                    return Ok(None);
                }
                let (account, officer) = match &session.actor {
                    Actor::Applicant(id) => (store::account::get(tx, *id).await?, None),
                    Actor::Staff { officer, .. } => (None, store::officer::get(tx, *officer).await?),
                    Actor::System => (None, None),
                };
                Ok(Some((session, account, officer)))
            })
        })
        .await?;
    let Some((session, account, officer)) = found else { return Ok(None) };
    let (actor, officer) = match (session.actor, officer) {
        // What a person of the desk may do is what their row says now, not what it said when they signed in.
        (Actor::Staff { officer, .. }, Some(person)) if person.active => {
            let view = OfficerView { line: person.line, role: person.role, mission: person.mission.clone() };
            (Actor::Staff { officer, role: person.role, mission: person.mission }, Some(view))
        }
        (Actor::Staff { .. }, _) => return Ok(None),
        (actor, _) => (actor, None),
    };
    if now.duration_since(session.seen_at) > TOUCH {
        office.write(move |tx| Box::pin(async move { Ok(store::session::touch(tx, &hash, now).await?) })).await?;
    }
    let csrf = hex::encode(office.parts().keys.tag("csrf", &hash));
    let expires_at = (now + IDLE).min(session.expires_at);
    Ok(Some(SessionView { actor, account, officer, csrf, expires_at }))
}

/// Ends the session of `token`.
///
/// # Errors
/// Faults only.
pub async fn close(office: &Office, token: &str) -> Result<(), OfficeError> {
    let hash = hash_of(token);
    office.write(move |tx| Box::pin(async move { Ok(store::session::remove(tx, &hash).await?) })).await
}

/// The token of forms before sign-in, bound to a random cookie that `web` set.
pub fn anonymous_csrf(office: &Office, cookie: &str) -> String {
    hex::encode(office.parts().keys.tag("anonymous csrf", cookie.as_bytes()))
}

/// Keeps a form that was posted with the expired session of `token`, encrypted, for an hour; the answer is the ticket to take
/// it back. `None` when there never was such a session, or one address (`remote`) has kept [`KEPT_POSTS_PER_HOUR_MAX`].
///
/// # Errors
/// Faults only.
pub async fn keep_post(
    office: &Office,
    token: &str,
    remote: &str,
    post: (&str, &[u8]),
    moment: &Moment,
) -> Result<Option<String>, OfficeError> {
    keep(office, (Some(hash_of(token)), ""), format!("kept from {remote}"), post, moment).await
}

/// Keeps what was typed on a page while its language is switched, as [`keep_post`] does, also of who is not signed in. Only who has the same
/// `csrf` takes it back: a ticket that is sent to somebody else fills in nothing of theirs.
///
/// # Errors
/// `TooMany` when one address has kept [`KEPT_POSTS_PER_HOUR_MAX`]: the page with what was typed still stands in the browser.
pub async fn keep_typed(
    office: &Office,
    (csrf, remote): (&str, &str),
    post: (&str, &[u8]),
    moment: &Moment,
) -> Result<String, OfficeError> {
    let retry_at = store::limit::window_end(HOUR_SECONDS, moment.now);
    let kept = keep(office, (None, csrf), format!("typed from {remote}"), post, moment).await?;
    kept.ok_or(OfficeError::TooMany { retry_at })
}

async fn keep(
    office: &Office,
    (session, owner): (Option<[u8; 32]>, &str),
    limit: String,
    (path, body): (&str, &[u8]),
    moment: &Moment,
) -> Result<Option<String>, OfficeError> {
    let ticket = hex::encode(moment.bytes("kept post"));
    let sealed = office
        .parts()
        .keys
        .close(&purpose(&ticket, owner), body, &moment.bytes("kept post nonce"))
        .ok_or_else(|| crate::Fault::Broken("kept post".to_owned()))?;
    let kept =
        KeptPost { id: hash_of(&ticket), path: path.to_owned(), body: sealed, expires_at: moment.now + KEPT_POST };
    let now = moment.now;
    let is_kept = office
        .write(move |tx| {
            Box::pin(async move {
                store::kept::purge(tx, now).await?;
                if let Some(session) = &session
                    && store::session::find(tx, session).await?.is_none()
                {
                    return Ok(false);
                }
                if store::limit::hit(tx, &limit, HOUR_SECONDS, now).await? > KEPT_POSTS_PER_HOUR_MAX {
                    return Ok(false);
                }
                store::kept::insert(tx, &kept).await?;
                Ok(true)
            })
        })
        .await?;
    Ok(is_kept.then_some(ticket))
}

fn purpose(ticket: &str, owner: &str) -> String {
    format!("kept post {ticket} {owner}")
}

/// Takes a kept form back, once. `owner`: the `csrf` with which [`keep_typed`] kept it; empty for a form of [`keep_post`].
///
/// # Errors
/// Faults only.
pub async fn take_post(
    office: &Office,
    (ticket, owner): (&str, &str),
    now: Timestamp,
) -> Result<Option<(String, Vec<u8>)>, OfficeError> {
    let id = hash_of(ticket);
    let kept = office.write(move |tx| Box::pin(async move { Ok(store::kept::take(tx, &id).await?) })).await?;
    Ok(kept.filter(|kept| kept.expires_at >= now).and_then(|kept| {
        let body = office.parts().keys.open(&purpose(ticket, owner), &kept.body)?;
        Some((kept.path, body))
    }))
}

/// A new session for `actor`: the row to insert and the token for the cookie.
pub(crate) fn begin(actor: Actor, moment: &Moment) -> (Session, String) {
    let token = hex::encode(moment.bytes("session token"));
    let session = Session {
        token_hash: hash_of(&token),
        actor,
        created_at: moment.now,
        seen_at: moment.now,
        expires_at: moment.now + ABSOLUTE,
    };
    (session, token)
}

pub(crate) fn hash_of(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
