//! Has enclosed files looked at by the virus scanner, where one is configured: each once, by its bytes, by a loop of its own. Nobody waits
//! for it; what it says is told to the applicant and to the desk.
//!
//! Must never take silence for "clean", nor claim anything where no scanner is configured.

use crate::{Fault, Office, OfficeError, permission};
use domain::actor::Actor;
use domain::moment::Moment;
use domain::scan::Scan;
use gateways::{Found, NotScanned, Scanner};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::scan::{Claimed, Health};
use store::{BlobKey, Tx};

/// Files that one round looks at.
const ROUND_MAX: usize = 50;
/// A file that could not be looked at so often is not tried again.
const TRIES_MAX: i64 = 4;
const WAIT_MAX: SignedDuration = SignedDuration::from_mins(5);
/// Until a scanner that cannot be reached is looked for again.
const NOBODY_WAIT: SignedDuration = SignedDuration::from_secs(10);
/// Beside the scanner's own patience: reading the file and noting what was said.
const LEASE_MORE: SignedDuration = SignedDuration::from_secs(30);

/// Has the bytes looked at, where there is who does it.
pub(crate) async fn want(office: &Office, tx: &mut Tx, blob: &BlobKey, now: Timestamp) -> Result<(), OfficeError> {
    if office.parts().scanner.is_some() {
        store::scan::want(tx, blob, now).await?;
    }
    Ok(())
}

/// What may be said of a file: without a scanner nothing waits for one.
pub(crate) fn told(office: &Office, scan: Option<Scan>) -> Option<Scan> {
    scan.filter(|scan| office.parts().scanner.is_some() || *scan != Scan::Waiting)
}

/// What may be said of the files of a draft, by their bytes.
pub(crate) fn all_told(office: &Office, scans: BTreeMap<BlobKey, Scan>) -> BTreeMap<BlobKey, Scan> {
    scans.into_iter().filter_map(|(blob, scan)| Some((blob, told(office, Some(scan))?))).collect()
}

/// The files that came while no scanner was configured are looked at too.
///
/// # Errors
/// Faults of the store.
pub async fn catch_up(office: &Office, now: Timestamp) -> Result<u64, OfficeError> {
    if office.parts().scanner.is_none() {
        return Ok(0);
    }
    office.write(move |tx| Box::pin(async move { Ok(store::scan::want_all(tx, now).await?) })).await
}

/// Looks at what is due. `fresh` gives the moment of each try.
///
/// # Errors
/// Faults of the store; what goes wrong with the scanner is noted on the file and tried again later.
pub async fn round(office: &Office, fresh: impl Fn() -> Result<Moment, String>) -> Result<usize, OfficeError> {
    let Some(scanner) = office.parts().scanner.as_deref() else { return Ok(0) };
    let lease = SignedDuration::try_from(scanner.patience()).unwrap_or(WAIT_MAX).saturating_add(LEASE_MORE);
    let mut looked_at = 0;
    for _ in 0..ROUND_MAX {
        let now = fresh().map_err(Fault::Broken)?.now;
        let claimed =
            office.write(move |tx| Box::pin(async move { Ok(store::scan::claim(tx, now, lease).await?) })).await?;
        let Some(claimed) = claimed else { break };
        let said = look(office, scanner, &claimed).await?;
        if !note(office, claimed, said, fresh().map_err(Fault::Broken)?.now).await? {
            break;
        }
        looked_at += 1;
    }
    Ok(looked_at)
}

async fn look(
    office: &Office,
    scanner: &dyn Scanner,
    claimed: &Claimed,
) -> Result<Result<Found, NotScanned>, OfficeError> {
    match office.store().blobs().get(&claimed.blob).await {
        Ok(bytes) => Ok(scanner.scan(bytes).await),
        Err(store::StoreError::BlobMissing(_) | store::StoreError::BlobChanged(_)) => {
            Ok(Err(NotScanned::Never("the file is not as it was kept".to_owned())))
        }
        Err(other) => Err(other.into()),
    }
}

/// False when the scanner looks at nothing now.
async fn note(
    office: &Office,
    claimed: Claimed,
    said: Result<Found, NotScanned>,
    now: Timestamp,
) -> Result<bool, OfficeError> {
    let Claimed { blob, attempts } = claimed;
    if let Err(error) = &said {
        tracing::warn!(blob = %blob.0, attempts, %error, "a file was not looked at for viruses");
    }
    let goes_on = !matches!(said, Err(NotScanned::Nobody(_)));
    let next = now + if goes_on { wait(attempts) } else { NOBODY_WAIT };
    office
        .write(move |tx| {
            Box::pin(async move {
                let scan = match said {
                    Ok(Found::Nothing) => Scan::Clean { at: now },
                    Ok(Found::Threat(threat)) => Scan::Infected { at: now, threat },
                    Err(NotScanned::Nobody(why)) => return Ok(store::scan::rest(tx, &blob, next, &why).await?),
                    Err(NotScanned::ThisOne(why)) if attempts < TRIES_MAX => {
                        return Ok(store::scan::failed(tx, &blob, next, &why).await?);
                    }
                    Err(NotScanned::ThisOne(_) | NotScanned::Never(_)) => Scan::NotPossible { at: now },
                };
                store::scan::judge(tx, &blob, &scan).await?;
                Ok(())
            })
        })
        .await?;
    Ok(goes_on)
}

/// 5, 10, 20 ... seconds, at most five minutes.
fn wait(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.saturating_sub(1).clamp(0, 10)).unwrap_or(0);
    SignedDuration::from_secs(5_i64 << doublings).min(WAIT_MAX)
}

/// The scanner, for the administrator: its address and how the files are that wait; `None` where none is configured.
///
/// # Errors
/// `NotAllowed` for everybody but administrators of the whole installation.
pub async fn standing(office: &Office, actor: &Actor) -> Result<Option<(String, Health)>, OfficeError> {
    permission::reads_installation(actor)?;
    let Some(scanner) = office.parts().scanner.as_deref() else { return Ok(None) };
    let health = office.read(move |tx| Box::pin(async move { Ok(store::scan::health(tx).await?) })).await?;
    Ok(Some((scanner.describe(), health)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_five_seconds_to_five_minutes() {
        let seconds: Vec<i64> = [1, 2, 3, 6, 7, 40].into_iter().map(|tries| wait(tries).as_secs()).collect();
        assert_eq!(seconds, [5, 10, 20, 160, 300, 300]);
    }
}
