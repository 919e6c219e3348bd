//! The job that keeps the revocation lists of a trust folder fresh while the server runs.
//! Here beside the commands, with the same checks. It must never delay a start (NCANode #132), stop because one address is dead,
//! or run where trust.toml names no address.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use gateways::nca::{self, Fetched, Nca};
use jiff::{SignedDuration, Timestamp};
use office::trust::TrustSource;

use super::settings::Settings;

/// After a failure the next try is one minute later, then two, four, up to this many.
const RETRY_MINUTES_MAX: i64 = 60;
/// This part of a list's life before its end it is asked for again.
const LIFE_LEFT_PART: i64 = 10;

/// When each address is asked next.
pub struct Refresh {
    folder: PathBuf,
    trust: Arc<dyn TrustSource>,
    nca: Box<dyn Nca>,
    due: BTreeMap<String, (Timestamp, u32)>,
}

impl Refresh {
    pub fn new(folder: PathBuf, trust: Arc<dyn TrustSource>, nca: Box<dyn Nca>) -> Self {
        Self { folder, trust, nca, due: BTreeMap::new() }
    }

    /// Asks at the addresses whose time has come; true when a file changed. trust.toml is read each time, so that a change counts.
    pub async fn round(&mut self, now: Timestamp) -> bool {
        let settings = match Settings::read(&self.folder) {
            Ok(settings) => settings,
            Err(why) => {
                tracing::error!(%why, "revocation lists are not refreshed");
                return false;
            }
        };
        let every = SignedDuration::from_mins(i64::from(settings.refresh_minutes()));
        let mut changed = false;
        for row in &settings.crl {
            let (due, failures) = self.due.get(&row.url).copied().unwrap_or((now, 0));
            if due > now {
                continue;
            }
            let path = self.folder.join("crl").join(nca::file_name(&row.url, ".crl"));
            let list = self.trust.snapshot();
            let next = match nca::fetch_crl(self.nca.as_ref(), &row.url, &path, &list.list, now).await {
                Ok(fetched) => {
                    changed |= !fetched.unchanged;
                    told(&row.url, &fetched);
                    (next_look(&fetched, now, every), 0)
                }
                Err(why) => {
                    tracing::warn!(address = row.url, %why, "a revocation list could not be refreshed; the last good one stays");
                    (next_try(now, failures), failures.saturating_add(1))
                }
            };
            self.due.insert(row.url.clone(), next);
        }
        changed
    }
}

fn told(address: &str, fetched: &Fetched) {
    let (entries, until) = (fetched.entries, fetched.next_update);
    if fetched.stale {
        tracing::warn!(address, %until, "the published revocation list is stale");
    } else if !fetched.unchanged {
        tracing::info!(address, entries, %until, "revocation list refreshed");
    }
}

/// Before nextUpdate, and not later than `every`; a list that is about to end is not asked for more than once a minute.
fn next_look(fetched: &Fetched, now: Timestamp, every: SignedDuration) -> Timestamp {
    let life = fetched.next_update.duration_since(fetched.this_update);
    let before_end = fetched.next_update.checked_sub(life / i32::try_from(LIFE_LEFT_PART).unwrap_or(1)).unwrap_or(now);
    before_end.min(later(now, every)).max(later(now, SignedDuration::from_mins(1)))
}

fn next_try(now: Timestamp, failures: u32) -> Timestamp {
    let minutes = 1_i64.checked_shl(failures).filter(|minutes| *minutes > 0).unwrap_or(i64::MAX);
    later(now, SignedDuration::from_mins(minutes.min(RETRY_MINUTES_MAX)))
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eds::{Evidence, TrustList};
    use gateways::nca::{Answer, LocalNca, Refusal};
    use office::trust::{Environment, TrustSnapshot};
    use std::sync::Mutex;
    use testkit::{Algorithm, Nca as Mint};

    fn now() -> Timestamp {
        "2026-11-22T14:00:00Z".parse().unwrap()
    }

    fn minutes(minutes: i64) -> SignedDuration {
        SignedDuration::from_mins(minutes)
    }

    #[test]
    fn a_list_is_asked_for_before_its_end_and_after_failures_ever_more_seldom() {
        let fetched = |age: i64, left: i64| Fetched {
            this_update: now() - minutes(age),
            next_update: now() + minutes(left),
            entries: 0,
            stale: false,
            unchanged: false,
        };
        let every = minutes(60);
        assert_eq!(next_look(&fetched(10, 60 * 24), now(), every), now() + every);
        assert_eq!(next_look(&fetched(50, 50), now(), every), now() + minutes(40));
        assert_eq!(next_look(&fetched(100, 0), now(), every), now() + minutes(1));
        for (failures, wait) in [(0, 1), (1, 2), (5, 32), (6, 60), (63, 60), (64, 60), (u32::MAX, 60)] {
            assert_eq!(next_try(now(), failures), now() + minutes(wait), "{failures}");
        }
    }

    struct Fixed(Arc<TrustSnapshot>);

    impl TrustSource for Fixed {
        fn snapshot(&self) -> Arc<TrustSnapshot> {
            Arc::clone(&self.0)
        }
    }

    #[tokio::test]
    async fn each_address_has_its_own_time_and_a_dead_one_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mint = Mint::new([7; 32], now());
        let issuing = &mint.hierarchy(Algorithm::Gost512).issuing.certificate.der;
        let list = TrustList::from_certificates([issuing.as_slice()].into_iter()).0;
        let snapshot = TrustSnapshot { list, evidence: Evidence::new(), environment: Environment::Test };
        let crl = mint.crl_of(Algorithm::Gost512, now(), now() + minutes(60 * 24));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        let nca = LocalNca::new(move |address, _| {
            seen.lock().unwrap().push(address.to_owned());
            if address.ends_with("dead.crl") { Answer::Refused(Refusal::Status(404)) } else { Answer::Got(crl.clone()) }
        });
        let toml = folder.path().join("trust.toml");
        std::fs::write(&toml, "environment = \"test\"").unwrap();
        let mut job = Refresh::new(folder.path().to_owned(), Arc::new(Fixed(Arc::new(snapshot))), Box::new(nca));
        assert!(!job.round(now()).await, "no address, nothing asked");
        assert!(asked.lock().unwrap().is_empty());
        let rows = "[[crl]]\nurl = \"http://nca/dead.crl\"\n[[crl]]\nurl = \"http://nca/good.crl\"";
        std::fs::write(&toml, format!("environment = \"test\"\nrefresh_minutes = 5\n{rows}")).unwrap();
        assert!(job.round(now()).await);
        assert!(folder.path().join("crl/nca-good.crl").is_file());
        assert!(!job.round(now()).await, "nothing is due yet");
        assert_eq!(asked.lock().unwrap().len(), 2);
        assert!(!job.round(now() + minutes(1)).await);
        assert_eq!(asked.lock().unwrap().last().unwrap(), "http://nca/dead.crl");
        assert!(!job.round(now() + minutes(5)).await, "the same list again is no change");
        assert_eq!(asked.lock().unwrap().len(), 5);
    }
}
