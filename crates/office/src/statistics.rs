//! Counts for those who answer for the desk, and the public board of terms kept. No name comes near them; small counts are hidden
//! (`domain::statistics`) before they leave this room.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::MissionId;
use domain::statistics::{Column, SMALL_MAX, median, rounded, share, suppressed};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::{Arc, Mutex, PoisonError};
use store::Tx;
use store::statistics::{By, Kept, Scope};

/// Months that one report covers at most.
pub const MONTHS_MAX: i32 = 36;
/// Whole months on the public board.
pub const BOARD_MONTHS: i32 = 12;
/// The public board is counted once an hour.
const BOARD_SECONDS: i64 = 3600;

/// Months of registration, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// First day of the first.
    pub first: Date,
    /// First day of the last.
    pub last: Date,
}

impl Months {
    /// The last twelve, with the one that `now` is in.
    pub fn recent(now: Timestamp) -> Months {
        let last = month_of(now);
        Months { first: moved(last, 1 - BOARD_MONTHS), last }
    }

    /// As typed, `2026-01` and `2026-11`: in order, and no more than [`MONTHS_MAX`].
    ///
    /// # Errors
    /// Findings at `from` and `until`: `missing`, `order`, `too-long`.
    pub fn typed(first: &str, last: &str) -> Result<Months, OfficeError> {
        let read = |name: &str, text: &str| {
            // Exactly a year and a month: a date parser would take more after them.
            let is_month = text.len() == 7 && text.bytes().all(|own| own.is_ascii_digit() || own == b'-');
            let day = is_month.then(|| format!("{text}-01").parse::<Date>().ok()).flatten();
            day.ok_or_else(|| OfficeError::finding(name, "missing"))
        };
        let own = Months { first: read("from", first)?, last: read("until", last)? };
        if own.last < own.first {
            return Err(OfficeError::finding("until", "order"));
        }
        if moved(own.first, MONTHS_MAX) <= own.last {
            return Err(OfficeError::finding("until", "too-long"));
        }
        Ok(own)
    }

    fn scope(self, mission: Option<MissionId>) -> Scope {
        Scope { from: self.first, until: moved(self.last, 1), mission }
    }
}

fn month_of(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date().first_of_month()
}

fn moved(month: Date, months: i32) -> Date {
    month.checked_add(jiff::Span::new().months(months)).unwrap_or(month)
}

/// What a group counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// One of the columns of a case.
    Of(By),
    /// Grounds of refusals.
    Ground,
    /// Sections of the form that applicants were asked about.
    Asked,
}

/// A group of counts.
#[derive(Clone, Debug)]
pub struct Group {
    /// By what.
    pub name: Name,
    /// Stable names, in the order of the cells.
    pub names: Vec<String>,
    /// The counts.
    pub column: Column,
}

/// How a mission keeps its terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The mission.
    pub mission: MissionId,
    /// Cases whose term has ended, rounded; `None`: too few to be shown.
    pub ended: Option<u64>,
    /// Per cent of them that were answered in time; `None`: too few were, or were not.
    pub in_time: Option<u64>,
}

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Of which mission; `None`: of all.
    pub mission: Option<MissionId>,
    /// Of which months.
    pub months: Months,
    /// The counts.
    pub groups: Vec<Group>,
    /// Terms kept.
    pub terms: Vec<Terms>,
    /// Visits for a certificate, in tenths: 10 is one. `None`: too few.
    pub visits_tenths: Option<u64>,
    /// Days from the record to the hand-over, the middle one. `None`: too few.
    pub days: Option<i64>,
}

/// The report of one's mission, or of all for who reads all.
///
/// # Errors
/// `NotAllowed` for who does not answer for a desk.
pub async fn report(office: &Office, actor: &Actor, months: Months, now: Timestamp) -> Result<Report, OfficeError> {
    let mission = permission::statistics(actor)?.cloned();
    let scope = months.scope(mission.clone());
    office
        .read(move |tx| {
            Box::pin(async move {
                let mut groups = vec![];
                let by_mission = scope.mission.is_none().then_some(By::Mission);
                for by in [By::Month].into_iter().chain(by_mission).chain([By::Country, By::Channel, By::State]) {
                    groups.push(group(Name::Of(by), store::statistics::count(tx, by, &scope).await?));
                }
                let grounds = store::statistics::grounds(tx, &scope).await?;
                let grounds = grounds.into_iter().map(|(ground, count)| (ground.as_str().to_owned(), count));
                groups.push(group(Name::Ground, grounds.collect()));
                let asked = store::statistics::asked(tx, &scope).await?;
                groups.push(group(Name::Asked, asked.into_iter().collect()));
                let terms = store::statistics::terms(tx, &scope, now).await?.iter().map(shown).collect();
                let (visits_tenths, days) = collecting(tx, &scope).await?;
                Ok(Report { mission, months, groups, terms, visits_tenths, days })
            })
        })
        .await
}

fn group(name: Name, counts: Vec<(String, u64)>) -> Group {
    let (names, counts): (Vec<String>, Vec<u64>) = counts.into_iter().unzip();
    Group { name, names, column: suppressed(&counts) }
}

fn shown(own: &Kept) -> Terms {
    Terms {
        mission: own.mission.clone(),
        ended: (own.ended > SMALL_MAX).then(|| rounded(own.ended)),
        in_time: share(own.in_time, own.ended),
    }
}

/// Visits in tenths, and days to the hand-over; nothing of too few.
async fn collecting(tx: &mut Tx, scope: &Scope) -> Result<(Option<u64>, Option<i64>), OfficeError> {
    let collected = store::statistics::notices(tx, scope, "collected").await?;
    if collected <= SMALL_MAX {
        return Ok((None, None));
    }
    let missed = store::statistics::notices(tx, scope, "no_show").await?;
    let hours = store::statistics::hours(tx, scope, "granted", "collected").await?;
    let visits = !(1..=SMALL_MAX).contains(&missed);
    Ok((visits.then(|| (collected + missed) * 10 / collected), median(hours).map(|hours| hours / 24)))
}

/// The public board, as it was counted last.
#[derive(Clone, Debug)]
pub struct Board {
    /// When.
    pub counted_at: Timestamp,
    /// The months it covers.
    pub months: Months,
    /// Every mission that had a term to keep.
    pub terms: Vec<Terms>,
}

/// Where the board is kept for an hour.
#[derive(Default)]
pub struct Kiosk {
    kept: Mutex<Option<Arc<Board>>>,
    counting: tokio::sync::Mutex<()>,
}

impl Kiosk {
    fn fresh(&self, now: Timestamp) -> Option<Arc<Board>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
        kept.filter(|board| (0..BOARD_SECONDS).contains(&now.duration_since(board.counted_at).as_secs()))
    }
}

/// How every mission kept its terms in the last twelve whole months. For everybody.
///
/// # Errors
/// Faults only.
pub async fn board(office: &Office, now: Timestamp) -> Result<Arc<Board>, OfficeError> {
    let kiosk = office.kiosk();
    if let Some(board) = kiosk.fresh(now) {
        return Ok(board);
    }
    // One counts, whoever comes meanwhile waits for that.
    let _counting = kiosk.counting.lock().await;
    if let Some(board) = kiosk.fresh(now) {
        return Ok(board);
    }
    let last = moved(month_of(now), -1);
    let months = Months { first: moved(last, 1 - BOARD_MONTHS), last };
    let scope = months.scope(None);
    let terms =
        office.read(move |tx| Box::pin(async move { Ok(store::statistics::terms(tx, &scope, now).await?) })).await?;
    let known = |own: &&Kept| office.catalogue().mission(&own.mission).is_some();
    let terms = terms.iter().filter(known).map(shown).collect();
    let board = Arc::new(Board { counted_at: now, months, terms });
    *kiosk.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&board));
    Ok(board)
}

/// The law's term in working days: portal, paper.
pub fn law(office: &Office) -> [u32; 2] {
    let terms = office.catalogue().passport().deadlines();
    [terms.portal_working_days, terms.paper_working_days]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_are_in_order_and_not_endless() {
        let own = Months::typed("2026-01", "2026-11").unwrap();
        assert_eq!((own.first, own.scope(None).until), (date(2026, 1, 1), date(2026, 12, 1)));
        for (first, last) in [
            ("2026-11", "2026-01"),
            ("", "2026-01"),
            ("2026-13", "2026-12"),
            ("2020-01", "2026-01"),
            ("2026-01-15T00", "2026-02"),
            ("-26-01", "2026-01"),
        ] {
            assert!(Months::typed(first, last).is_err(), "{first} {last}");
        }
        let now = "2026-11-23T04:00:00Z".parse().unwrap();
        assert_eq!(Months::recent(now), Months { first: date(2025, 12, 1), last: date(2026, 11, 1) });
    }
}
