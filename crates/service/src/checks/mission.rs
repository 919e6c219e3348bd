//! Check 6: the consular district of the mission covers the country where the applicant lives (service page, step 3). Where the register does
//! not know, or nobody has confirmed its row, a person looks.

use super::{Arg, Detail, Known, Outcome, Subject};
use domain::district::DistrictAnswer;
use domain::provenance::Mark;
use domain::request::MissionBasis;

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let (home, mission) = (known.request.applicant.address.country, known.mission);
    // The reason was given for this mission, not for the one that the case was forwarded to.
    let objected = known.request.mission_basis == MissionBasis::Objected && known.request.mission == *mission;
    let detail = |outcome, code| Detail::new(Subject::Case, outcome, code).with("country", Arg::Country(home));
    vec![match known.catalogue.resolve(home) {
        DistrictAnswer::One(own) if own == *mission => match known.catalogue.district_mark(home, mission) {
            Some(Mark::Yes) => detail(Outcome::Pass, "mission-covers"),
            _ => detail(Outcome::Attention, "mission-unconfirmed"),
        },
        DistrictAnswer::Choose(own) if own.contains(mission) => detail(Outcome::Attention, "mission-shared"),
        DistrictAnswer::Ask => detail(Outcome::Attention, "mission-unknown"),
        DistrictAnswer::One(_) | DistrictAnswer::Choose(_) if objected => {
            detail(Outcome::Attention, "mission-objected")
        }
        DistrictAnswer::One(own) => detail(Outcome::Fail, "mission-other").with("mission", Arg::Mission(own)),
        DistrictAnswer::Choose(_) => detail(Outcome::Fail, "mission-others"),
    }]
}
