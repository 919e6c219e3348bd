//! The stock of blanks: what a mission received, how much is free, which blank went where. It only reads.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::blank::{BlankNumber, BlankRange, LOW_STOCK_BLANKS};
use domain::ids::MissionId;
use std::collections::BTreeMap;
use store::blank::{Delivery, Used};

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

/// The stock of those missions that the reader sees.
#[derive(Clone, Debug)]
pub struct Blanks {
    /// Delivery by delivery.
    pub stock: Vec<Stock>,
    /// Every blank that was taken, with its case where the reader may know it.
    pub used: Vec<(Used, Option<String>)>,
    /// Missions whose stock is low, and how many blanks are left.
    pub low: Vec<(MissionId, u32)>,
    /// Missions for which the reader may enter a delivery; `None`: for every one.
    pub receives: Option<Vec<MissionId>>,
}

/// The blank of a case: the last one it took, unless that is spoiled.
pub fn current(used: &[Used]) -> Option<&BlankNumber> {
    used.last().filter(|own| own.spoiled.is_none()).map(|own| &own.blank)
}

/// Reads the stock.
///
/// # Errors
/// `NotAllowed`.
pub async fn blanks(office: &Office, actor: &Actor) -> Result<Blanks, OfficeError> {
    let mission = permission::read_blanks(actor)?.cloned();
    let receives = match permission::receive_blanks(actor) {
        Ok((_, None)) => None,
        Ok((_, Some(own))) => Some(vec![own.clone()]),
        Err(_) => Some(vec![]),
    };
    let tells = permission::read_cases_of_blanks(actor);
    let is_shown = move |own: &MissionId| mission.as_ref().is_none_or(|mission| mission == own);
    let (deliveries, used) = office
        .read(move |tx| {
            Box::pin(async move {
                let mut deliveries = store::blank::deliveries(tx).await?;
                deliveries.retain(|own| is_shown(&own.mission));
                let mut shown = vec![];
                for own in store::blank::used(tx).await?.into_iter().filter(|own| is_shown(&own.mission)) {
                    let case = match tells {
                        true => store::application::get(tx, own.application).await?,
                        false => None,
                    };
                    shown.push((own, case.map(|case| case.reference)));
                }
                Ok((deliveries, shown))
            })
        })
        .await?;
    let stock: Vec<Stock> = deliveries.into_iter().map(|delivery| counted(delivery, &used)).collect();
    Ok(Blanks { low: low(&stock), stock, used, receives })
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

fn counted(delivery: Delivery, used: &[(Used, Option<String>)]) -> Stock {
    let own = used.iter().filter(|(own, _)| own.delivery == delivery.number);
    let (mut kept, mut spoiled) = (0, 0);
    for (own, _) in own {
        match own.spoiled {
            None => kept += 1,
            Some(_) => spoiled += 1,
        }
    }
    let free = delivery.range.count().saturating_sub(kept + spoiled);
    Stock { delivery, free, used: kept, spoiled }
}

fn low(stock: &[Stock]) -> Vec<(MissionId, u32)> {
    let mut free: BTreeMap<String, u32> = BTreeMap::new();
    for own in stock {
        *free.entry(own.delivery.mission.0.clone()).or_default() += own.free;
    }
    let low = free.into_iter().filter(|(_, left)| *left <= LOW_STOCK_BLANKS);
    low.map(|(mission, left)| (MissionId(mission), left)).collect()
}
