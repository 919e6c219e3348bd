//! The stock of blanks: what a mission received, how much is free, which blank went where. It only reads.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::blank::{BlankNumber, BlankRange, LOW_STOCK_BLANKS};
use domain::ids::{ApplicationId, MissionId};
use std::collections::BTreeMap;
use store::Tx;
use store::blank::{Counted, Cursor, Delivery, Used};

/// Deliveries on the page, the newest first.
const DELIVERIES_MAX: i64 = 100;
/// Used blanks on one page.
pub const PAGE_BLANKS: usize = 50;
/// Used blanks in the list for the archive.
pub const LIST_BLANKS_MAX: usize = 20_000;

/// A delivery and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    /// The delivery.
    pub delivery: Delivery,
    /// Blanks that no case took.
    pub free: u32,
    /// Blanks with a certificate on them.
    pub used: u32,
    /// Blanks written off.
    pub spoiled: u32,
}

/// A used blank, with its case where the reader may know it.
pub type Shown = (Used, Option<String>);

/// The stock of those missions that the reader sees.
#[derive(Clone, Debug)]
pub struct Blanks {
    /// Delivery by delivery, the newest first.
    pub stock: Vec<Stock>,
    /// A page of the blanks that were taken, the newest first.
    pub used: Vec<Shown>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// Missions whose stock is low, and how many blanks are left.
    pub low: Vec<(MissionId, u32)>,
    /// Missions for which the reader may enter a delivery; `None`: for every one.
    pub receives: Option<Vec<MissionId>>,
}

/// The blank of a case: the last one it took, unless that is spoiled.
pub fn current(used: &[Used]) -> Option<&BlankNumber> {
    used.last().filter(|own| own.spoiled.is_none()).map(|own| &own.blank)
}

/// Reads the stock, and the page of used blanks after `after`.
///
/// # Errors
/// `NotAllowed`.
pub async fn blanks(office: &Office, actor: &Actor, after: Option<Cursor>) -> Result<Blanks, OfficeError> {
    let mission = permission::read_blanks(actor)?.cloned();
    let receives = match permission::receive_blanks(actor) {
        Ok((_, None)) => None,
        Ok((_, Some(own))) => Some(vec![own.clone()]),
        Err(_) => Some(vec![]),
    };
    let tells = permission::read_cases_of_blanks(actor);
    let (counted, free, used) = office
        .read(move |tx| {
            Box::pin(async move {
                let counted = store::blank::counted(tx, mission.as_ref(), DELIVERIES_MAX).await?;
                let free = store::blank::free(tx, mission.as_ref()).await?;
                Ok((counted, free, page(tx, mission.as_ref(), after, tells).await?))
            })
        })
        .await?;
    let low = free.into_iter().filter(|(_, left)| *left <= LOW_STOCK_BLANKS).collect();
    let (used, next) = used;
    Ok(Blanks { low, stock: counted.into_iter().map(stock).collect(), used, next, receives })
}

/// The used blanks for the archive, page by page: the newest [`LIST_BLANKS_MAX`].
///
/// # Errors
/// `NotAllowed`.
pub async fn list(office: &Office, actor: &Actor) -> Result<Vec<Shown>, OfficeError> {
    let mission = permission::read_blanks(actor)?.cloned();
    let tells = permission::read_cases_of_blanks(actor);
    let (mut all, mut after) = (vec![], None);
    loop {
        let mission = mission.clone();
        let (used, next) =
            office.read(move |tx| Box::pin(async move { page(tx, mission.as_ref(), after, tells).await })).await?;
        all.extend(used);
        after = next;
        if after.is_none() || all.len() >= LIST_BLANKS_MAX {
            return Ok(all);
        }
    }
}

async fn page(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    after: Option<Cursor>,
    tells: bool,
) -> Result<(Vec<Shown>, Option<Cursor>), OfficeError> {
    let limit = i64::try_from(PAGE_BLANKS + 1).unwrap_or(i64::MAX);
    let mut used = store::blank::used(tx, mission, after, limit).await?;
    let more = used.len() > PAGE_BLANKS;
    used.truncate(PAGE_BLANKS);
    let next = used.last().filter(|_| more).map(|own| (own.taken_at, own.application, own.attempt));
    let mut cases = BTreeMap::new();
    if tells {
        let ids: Vec<ApplicationId> = used.iter().map(|own| own.application).collect();
        for case in store::application::all_of(tx, &ids).await? {
            cases.insert(case.id, case.reference);
        }
    }
    let shown = used.into_iter().map(|own| {
        let case = cases.get(&own.application).cloned();
        (own, case)
    });
    Ok((shown.collect(), next))
}

/// The delivery that a range would lie in, where there is one: of whatever mission, for a number is on one blank.
///
/// # Errors
/// `NotAllowed`.
pub async fn overlapping(office: &Office, actor: &Actor, range: &BlankRange) -> Result<Option<Delivery>, OfficeError> {
    permission::receive_blanks(actor)?;
    let all = office.read(move |tx| Box::pin(async move { Ok(store::blank::deliveries(tx).await?) })).await?;
    Ok(all.into_iter().find(|own| own.range.overlaps(range)))
}

fn stock(own: Counted) -> Stock {
    let free = own.delivery.range.count().saturating_sub(own.taken);
    Stock { free, used: own.taken.saturating_sub(own.spoiled), spoiled: own.spoiled, delivery: own.delivery }
}
