//! What the registers lack for the years ahead: found at the start and by `elshi registers check`, not when a person waits.

use super::{Catalogue, Problem};
use std::ops::RangeInclusive;

pub fn problems(catalogue: &Catalogue, years: RangeInclusive<i16>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mission in catalogue.missions() {
        let Some(calendar) = catalogue.calendar(&mission.id) else { continue };
        for year in years.clone().filter(|year| !calendar.years.contains(year)) {
            let what = format!("no holiday data for the year {year} for {} ({})", mission.id, mission.country);
            problems.push(Problem { file: "registers/holidays_host.csv".to_owned(), what });
        }
    }
    problems
}
