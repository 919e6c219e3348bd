//! Which mission serves a residence (service page step 3: the mission whose consular district includes the place of residence).
//!
//! A country in one district resolves at once. Where the split of a country between missions is not known, its missions are
//! listed and the person chooses. A country that nobody is known to serve leads to the "ask" page: nothing is guessed.

use crate::country::CountryCode;
use crate::ids::MissionId;
use crate::mission::Mission;
use crate::provenance::Mark;

/// A row of the register of districts: `mission` serves the whole of `country`, or an unknown part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// Which mission.
    pub mission: MissionId,
    /// Country served from elsewhere.
    pub country: CountryCode,
    /// How well the row is known.
    pub mark: Mark,
}

/// Who serves a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DistrictAnswer {
    /// One mission serves the whole country.
    One(MissionId),
    /// Several do and the split is not known: the person chooses.
    Choose(Vec<MissionId>),
    /// None is known: the "ask" page.
    Ask,
}

/// Resolves a country of residence. Kazakhstan itself has no mission: deaths there are registered inside the country.
pub fn resolve(country: CountryCode, missions: &[Mission], districts: &[District]) -> DistrictAnswer {
    let hosted = missions.iter().filter(|mission| mission.country == country).map(|mission| mission.id.clone());
    let given = districts
        .iter()
        .filter(|district| district.country == country)
        .map(|district| district.mission.clone())
        .filter(|id| missions.iter().any(|mission| &mission.id == id));
    let mut found: Vec<MissionId> = Vec::new();
    for id in hosted.chain(given) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    match found.as_slice() {
        [] => DistrictAnswer::Ask,
        [one] => DistrictAnswer::One(one.clone()),
        _ => DistrictAnswer::Choose(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WeeklyHours;
    use crate::lang::Trilingual;
    use crate::mission::MissionKind;

    fn mission(id: &str, country: &str) -> Mission {
        let text = Trilingual { kk: id.into(), ru: id.into(), en: id.into() };
        let hours = WeeklyHours::parse("Mon-Fri 09:00-18:00").unwrap();
        Mission {
            id: MissionId(id.into()),
            country: CountryCode::parse(country).unwrap(),
            city: text.clone(),
            name: text,
            kind: MissionKind::Embassy,
            zone: "UTC".into(),
            address: String::new(),
            phone: String::new(),
            office: hours.clone(),
            reception: hours,
            mark: Mark::No,
            names_kk_mark: Mark::No,
            office_mark: Mark::No,
            reception_mark: Mark::No,
            source: String::new(),
        }
    }

    fn district(mission: &str, country: &str) -> District {
        District {
            mission: MissionId(mission.into()),
            country: CountryCode::parse(country).unwrap(),
            mark: Mark::Partly,
        }
    }

    #[test]
    fn one_resolves_several_are_listed_none_is_asked() {
        let missions =
            [mission("vienna", "AT"), mission("berlin", "DE"), mission("frankfurt", "DE"), mission("paris", "FR")];
        let districts =
            [district("paris", "MC"), district("paris", "AD"), district("vienna", "AD"), district("gone", "LI")];
        let answer = |code| resolve(CountryCode::parse(code).unwrap(), &missions, &districts);
        let id = |name: &str| MissionId(name.into());
        assert_eq!(answer("AT"), DistrictAnswer::One(id("vienna")));
        assert_eq!(answer("DE"), DistrictAnswer::Choose(vec![id("berlin"), id("frankfurt")]));
        assert_eq!(answer("MC"), DistrictAnswer::One(id("paris")));
        assert_eq!(answer("AD"), DistrictAnswer::Choose(vec![id("paris"), id("vienna")]));
        assert_eq!(answer("LI"), DistrictAnswer::Ask, "a district of a mission that is gone");
        assert_eq!(answer("KZ"), DistrictAnswer::Ask);
    }
}
