//! The queue of a mission (of all, for an auditor): cases by the end of their term under one tab, and the search over them.

use crate::cases::{CaseLine, cursor, flag, line, parse_cursor};
use crate::leave::{self, StandIn};
use crate::{Office, OfficeError, permission};
use domain::actor::{Actor, Role};
use domain::application::Work;
use domain::ids::{ApplicationId, MissionId, OfficerId};
use domain::lang::Lang;
use domain::reference::Reference;
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::Tx;
use store::application::Application;

/// Rows of one page, and most cases of one search.
pub const ROWS: usize = 50;
/// Cases of a tab are counted up to this many.
pub const COUNTED_MAX: i64 = 100;
/// Longest search, in characters.
pub const SEARCH_CHARS_MAX: usize = 200;

/// Which cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Not ended.
    Open,
    /// Taken up by the reader, or by somebody who is away and for whom they stand in.
    Mine,
    /// Asking for one kind of work.
    Work(Work),
    /// The term is nearly over, or passed, without being met.
    Near,
    /// The term passed without being met.
    Late,
    /// All.
    All,
}

impl Tab {
    /// Every tab, in the order of the page.
    pub const ALL: [Tab; 10] = [
        Tab::Open,
        Tab::Mine,
        Tab::Work(Work::New),
        Tab::Work(Work::Check),
        Tab::Work(Work::Waiting),
        Tab::Work(Work::Prepare),
        Tab::Work(Work::HandOver),
        Tab::Near,
        Tab::Late,
        Tab::All,
    ];

    /// Stable name in addresses and locales (`desk-tab-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Tab::Open => "open",
            Tab::Mine => "mine",
            Tab::Work(work) => work.as_str(),
            Tab::Near => "near",
            Tab::Late => "late",
            Tab::All => "all",
        }
    }

    /// The tab of a stable name.
    pub fn from_name(name: &str) -> Option<Tab> {
        Tab::ALL.into_iter().find(|tab| tab.as_str() == name)
    }

    /// The tabs that a person has: only who decides takes cases up.
    pub fn of(actor: &Actor) -> impl Iterator<Item = Tab> {
        let decides = actor.role() == Role::Officer;
        Tab::ALL.into_iter().filter(move |tab| decides || *tab != Tab::Mine)
    }

    /// The questions of a tab; `taken_over`: whose cases the reader has beside their own.
    fn stored(
        self,
        actor: &Actor,
        taken_over: &[OfficerId],
        now: Timestamp,
    ) -> Result<Vec<store::queue::Tab>, OfficeError> {
        let one = match (self, actor) {
            (Tab::Open, _) => store::queue::Tab::Open,
            (Tab::All, _) => store::queue::Tab::All,
            (Tab::Work(work), _) => store::queue::Tab::Work(work),
            (Tab::Near, _) => store::queue::Tab::Near,
            (Tab::Late, _) => store::queue::Tab::Late { now },
            (Tab::Mine, Actor::Staff { officer, role: Role::Officer, .. }) => {
                return Ok([officer].into_iter().chain(taken_over).map(|own| store::queue::Tab::Of(*own)).collect());
            }
            (Tab::Mine, _) => return Err(OfficeError::NotFound),
        };
        Ok(vec![one])
    }
}

/// A page of the queue.
#[derive(Clone, Debug)]
pub struct Page {
    /// Rows by due time.
    pub rows: Vec<CaseLine>,
    /// Cursor of the next page.
    pub next: Option<String>,
    /// How many cases each tab has, up to [`COUNTED_MAX`]; none is counted for all cases.
    pub counts: Vec<(Tab, Option<i64>)>,
}

/// A page of the queue that this person may see.
///
/// # Errors
/// `NotAllowed`; `NotFound` for a cursor that is not ours, and for a tab that this person does not have.
pub async fn page(
    office: &Office,
    actor: &Actor,
    tab: Tab,
    after: Option<&str>,
    lang: Lang,
    now: Timestamp,
) -> Result<Page, OfficeError> {
    let mission = permission::queue(actor)?.cloned();
    let after = after.map(parse_cursor).transpose()?;
    let reader = actor.clone();
    let (cases, counts, (officers, marks)) = office
        .read(move |tx| {
            Box::pin(async move {
                let taken_over = leave::taken_over(tx, &reader, now).await?;
                let wanted = tab.stored(&reader, &taken_over, now)?;
                let cases = page_of(tx, mission.as_ref(), &wanted, after).await?;
                let mut counts = vec![];
                for tab in Tab::of(&reader) {
                    let stored = tab.stored(&reader, &taken_over, now)?;
                    counts.push((tab, count_of(tx, mission.as_ref(), tab, &stored).await?));
                }
                let beside = (assignees(tx, &reader, &cases, now).await?, marks(tx, mission.as_ref()).await?);
                Ok((cases, counts, beside))
            })
        })
        .await?;
    let next = (cases.len() > ROWS).then(|| cases.get(ROWS - 1).map(cursor)).flatten();
    let rows = lines(office, cases.iter().take(ROWS), (&officers, &marks), lang, now);
    Ok(Page { rows, next, counts })
}

/// A page of several questions as if they were one: each is answered by its index, and a person stands in for few.
async fn page_of(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    tabs: &[store::queue::Tab],
    after: Option<(Timestamp, ApplicationId)>,
) -> Result<Vec<Application>, OfficeError> {
    let limit = i64::try_from(ROWS).unwrap_or(i64::MAX).saturating_add(1);
    let mut cases = vec![];
    for tab in tabs {
        cases.extend(store::queue::page(tx, mission, *tab, limit, after).await?);
    }
    cases.sort_by_key(|case| (case.due_at, case.id));
    cases.truncate(ROWS + 1);
    Ok(cases)
}

async fn count_of(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    tab: Tab,
    stored: &[store::queue::Tab],
) -> Result<Option<i64>, OfficeError> {
    if tab == Tab::All {
        return Ok(None);
    }
    let mut count = 0;
    for own in stored {
        count += store::queue::count(tx, mission, *own, COUNTED_MAX).await?;
    }
    Ok(Some(count.min(COUNTED_MAX)))
}

/// The cases that a person means by a reference, an IIN, or names in any spelling; the newest first, at most [`ROWS`].
///
/// # Errors
/// `NotAllowed`; a finding at `search` for a text that is too long.
pub async fn search(
    office: &Office,
    actor: &Actor,
    text: &str,
    lang: Lang,
    now: Timestamp,
) -> Result<Vec<CaseLine>, OfficeError> {
    let mission = permission::queue(actor)?.cloned();
    if text.chars().count() > SEARCH_CHARS_MAX {
        return Err(OfficeError::finding("search", "too-long"));
    }
    let (asking, text) = (actor.clone(), text.to_owned());
    let (cases, (officers, marks)) = office
        .read(move |tx| {
            Box::pin(async move {
                let cases = found(tx, &asking, mission.as_ref(), &text).await?;
                let beside = (assignees(tx, &asking, &cases, now).await?, marks(tx, mission.as_ref()).await?);
                Ok((cases, beside))
            })
        })
        .await?;
    Ok(lines(office, cases.iter(), (&officers, &marks), lang, now))
}

async fn found(
    tx: &mut Tx,
    actor: &Actor,
    mission: Option<&MissionId>,
    text: &str,
) -> Result<Vec<Application>, OfficeError> {
    if let Ok(reference) = Reference::parse(text) {
        let case = store::application::by_reference(tx, &reference.to_string()).await?;
        return Ok(case.into_iter().filter(|case| permission::read_case(actor, case).is_ok()).collect());
    }
    let mut cases = vec![];
    for id in store::spelling::search(tx, mission, text, ROWS).await? {
        cases.extend(store::application::get(tx, id).await?);
    }
    Ok(cases)
}

/// Those who have taken the cases up: the name, and who stands in while they are away.
pub(crate) async fn assignees(
    tx: &mut Tx,
    reader: &Actor,
    cases: &[Application],
    now: Timestamp,
) -> Result<BTreeMap<OfficerId, (String, Option<StandIn>)>, OfficeError> {
    let mut names = BTreeMap::new();
    for case in cases {
        let Some(id) = case.assignee else { continue };
        if let std::collections::btree_map::Entry::Vacant(place) = names.entry(id)
            && let Some(officer) = store::officer::get(tx, id).await?
        {
            place.insert((officer.line.name, leave::stand_in(tx, reader, id, &case.mission, now).await?));
        }
    }
    Ok(names)
}

/// Name of an official, and who stands in for them.
type Officers = BTreeMap<OfficerId, (String, Option<StandIn>)>;
/// What the applicants asked for beside the decision and is not answered: locale keys by case.
type Marks = BTreeMap<ApplicationId, Vec<String>>;

async fn marks(tx: &mut Tx, mission: Option<&MissionId>) -> Result<Marks, OfficeError> {
    let mut marks = Marks::new();
    for own in store::motion::waiting_for(tx, None, mission).await? {
        let key = flag(own.kind);
        let there = marks.entry(own.application).or_default();
        if !there.contains(&key) {
            there.push(key);
        }
    }
    Ok(marks)
}

pub(crate) fn lines<'c>(
    office: &Office,
    cases: impl Iterator<Item = &'c Application>,
    (officers, marks): (&Officers, &Marks),
    lang: Lang,
    now: Timestamp,
) -> Vec<CaseLine> {
    let named = |case: &Application| {
        let (assignee, stand_in) = case.assignee.and_then(|id| officers.get(&id).cloned()).unzip();
        let mut own = CaseLine { assignee, stand_in: stand_in.flatten(), ..line(office, case, lang, now) };
        own.flags.extend(marks.get(&case.id).cloned().unwrap_or_default());
        own
    };
    cases.map(named).collect()
}
