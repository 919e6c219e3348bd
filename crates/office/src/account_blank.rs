//! Says what became of the blank of a certificate that was annulled: it was brought back and is written off, or it was not brought back. The
//! second can become the first later. Should a complaint undo the annulment, a blank that was not written off carries the certificate again.

use crate::blanks::current;
use crate::decline_registration::plain;
use crate::print_on_blank::taken;
use crate::spoil_blank::REASON_CHARS_MAX;
use crate::{Office, OfficeError, declare_conflict, permission};
use domain::actor::Actor;
use domain::application::{NotOpen, StateKind};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use store::Tx;
use store::application::Application;
use store::blank::{Spoiled, Used};
use store::journal::Entry;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Brought back; written off.
    Returned,
    /// Not brought back.
    NotReturned,
}

impl Fate {
    /// Both.
    pub const ALL: [Fate; 2] = [Fate::Returned, Fate::NotReturned];

    /// Stable name in forms and in locales (`blank-fate-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Fate::Returned => "returned",
            Fate::NotReturned => "not_returned",
        }
    }

    /// The fate of a stable name.
    pub fn from_name(name: &str) -> Option<Fate> {
        Fate::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// The blank that is to be accounted for by `actor`; `None` where there is none, or it is not theirs to say.
pub(crate) async fn blank(tx: &mut Tx, actor: &Actor, case: &Application) -> Result<Option<Used>, OfficeError> {
    if case.state.kind() != StateKind::Annulled || permission::act_on_case(actor, case).is_err() {
        return Ok(None);
    }
    let Actor::Staff { officer, .. } = actor else { return Ok(None) };
    if declare_conflict::is_barred(tx, case.id, *officer).await? {
        return Ok(None);
    }
    let used = store::blank::of_case(tx, case.id).await?;
    Ok(if current(&used).is_some() { used.last().cloned() } else { None })
}

/// Says it of the blank that the person saw, `seen`.
///
/// # Errors
/// `NotFound`; `NotOpen` where there is none, or it was said already; `Stale` when another blank is current; findings at `fate` (`missing`) and
/// `reason` (`missing`, `too-long`).
pub async fn account_blank(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    (seen, fate, reason): (&str, Option<Fate>, &str),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (seen, reason) = (seen.to_owned(), plain(reason));
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::read_desk(&actor, &case)?;
                let mut own = blank(tx, &actor, &case).await?.ok_or(OfficeError::NotOpen(NotOpen::Act))?;
                if !own.blank.is_typed(&seen) {
                    return Err(OfficeError::Stale);
                }
                let fate = fate.ok_or_else(|| OfficeError::finding("fate", "missing"))?;
                match reason.chars().count() {
                    0 => return Err(OfficeError::finding("reason", "missing")),
                    1..=REASON_CHARS_MAX => {}
                    _ => return Err(OfficeError::finding("reason", "too-long")),
                }
                let said = Spoiled { reason, officer: permission::staff(&actor)?, at: moment.now };
                let commitments = match fate {
                    Fate::Returned => {
                        taken(store::blank::spoil(tx, &own.blank, &said).await)?;
                        own.spoiled = Some(said);
                        store::journal::spoiling(&own)?
                    }
                    Fate::NotReturned if own.unreturned.is_some() => return Err(OfficeError::NotOpen(NotOpen::Act)),
                    Fate::NotReturned => {
                        taken(store::blank::not_returned(tx, &own.blank, &said).await)?;
                        own.unreturned = Some(said);
                        store::journal::not_returning(&own)?
                    }
                };
                let (act, at) = (store::journal::ACCOUNT_BLANK, moment.now);
                let entry = Entry { application: Some(id), act, actor: &actor, at, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
