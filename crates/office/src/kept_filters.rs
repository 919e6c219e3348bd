//! Filters of the queue that a person keeps under names of their own: a tab, or the text of a search. Nobody else sees them. Keeping one is no act on
//! a case and has no entry in the journal.

use crate::queue::{SEARCH_CHARS_MAX, Tab};
use crate::{Fault, Office, OfficeError, permission};
use domain::actor::Actor;
use domain::moment::Moment;
use store::StoreError;
use store::kept_filter::Filter;
use uuid::Uuid;

/// Most filters of one person.
pub const FILTERS_MAX: usize = 10;
/// Longest name, characters.
pub const NAME_CHARS_MAX: usize = 60;
/// The field of the name.
pub const NAME: &str = "kept_name";

/// What a filter shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A tab of the queue.
    Tab(Tab),
    /// What a search finds.
    Search(String),
}

/// A kept filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub shows: Shows,
}

/// One's own filters, the first one first; `None` for who keeps none at all.
///
/// # Errors
/// Faults only.
pub async fn list(office: &Office, actor: &Actor) -> Result<Option<Vec<Kept>>, OfficeError> {
    let Ok(me) = permission::keeps_filters(actor) else { return Ok(None) };
    let own = office.read(move |tx| Box::pin(async move { Ok(store::kept_filter::of(tx, me).await?) })).await?;
    own.into_iter().map(kept).collect::<Result<_, _>>().map(Some)
}

/// One of one's own.
///
/// # Errors
/// `NotAllowed` for who keeps none; `NotFound` for another's.
pub async fn open(office: &Office, actor: &Actor, id: Uuid) -> Result<Kept, OfficeError> {
    permission::keeps_filters(actor)?;
    let own = list(office, actor).await?.unwrap_or_default();
    own.into_iter().find(|own| own.id == id).ok_or(OfficeError::NotFound)
}

/// Keeps what is shown; the id of the filter.
///
/// # Errors
/// Findings at [`NAME`]: `missing`, `too-long`, `taken`, `too-many`; at `search`: `too-long`; `NotAllowed` for who keeps none, `NotFound` for a tab that
/// this person does not have; `Stale` when two are kept at once.
pub async fn keep(
    office: &Office,
    actor: &Actor,
    name: &str,
    shows: Shows,
    moment: &Moment,
) -> Result<Uuid, OfficeError> {
    let me = permission::keeps_filters(actor)?;
    let (tab, search) = stored(actor, &shows)?;
    let name = name.trim().to_owned();
    match name.chars().count() {
        0 => return Err(OfficeError::finding(NAME, "missing")),
        count if count > NAME_CHARS_MAX => return Err(OfficeError::finding(NAME, "too-long")),
        _ => {}
    }
    let id = moment.uuid("kept filter");
    office
        .write(move |tx| {
            Box::pin(async move {
                let before = store::kept_filter::of(tx, me).await?;
                if before.iter().any(|own| own.name == name) {
                    return Err(OfficeError::finding(NAME, "taken"));
                }
                let mut places = 1..=i64::try_from(FILTERS_MAX).unwrap_or(i64::MAX);
                let free = places.find(|place| before.iter().all(|own| own.place != *place));
                let place = free.ok_or_else(|| OfficeError::finding(NAME, "too-many"))?;
                let own = Filter { id, officer: me, place, name, tab, search };
                match store::kept_filter::insert(tx, &own).await {
                    Err(StoreError::Conflict { .. }) => Err(OfficeError::Stale),
                    done => Ok(done.map(|()| id)?),
                }
            })
        })
        .await
}

/// Forgets one of one's own.
///
/// # Errors
/// `NotAllowed` for who keeps none; `NotFound` for another's.
pub async fn forget(office: &Office, actor: &Actor, id: Uuid) -> Result<(), OfficeError> {
    let me = permission::keeps_filters(actor)?;
    let gone =
        office.write(move |tx| Box::pin(async move { Ok(store::kept_filter::remove(tx, me, id).await?) })).await?;
    if gone { Ok(()) } else { Err(OfficeError::NotFound) }
}

fn stored(actor: &Actor, shows: &Shows) -> Result<(String, String), OfficeError> {
    match shows {
        Shows::Tab(tab) if Tab::of(actor).any(|own| own == *tab) => Ok((tab.as_str().to_owned(), String::new())),
        Shows::Tab(_) => Err(OfficeError::NotFound),
        Shows::Search(text) if text.chars().count() > SEARCH_CHARS_MAX => {
            Err(OfficeError::finding("search", "too-long"))
        }
        Shows::Search(text) => Ok((Tab::All.as_str().to_owned(), text.trim().to_owned())),
    }
}

fn kept(own: Filter) -> Result<Kept, OfficeError> {
    let tab = Tab::from_name(&own.tab).ok_or_else(|| Fault::Broken(format!("kept filter: tab {:?}", own.tab)))?;
    let shows = if own.search.is_empty() { Shows::Tab(tab) } else { Shows::Search(own.search) };
    Ok(Kept { id: own.id, name: own.name, shows })
}
