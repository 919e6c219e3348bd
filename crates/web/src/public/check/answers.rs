//! The answers of the check tool: country codes and kinds of papers, nothing about a person. They live in the address alone.
//!
//! Which question comes next is decided here, purely. A value that is not one of the choices counts as not answered.

use domain::country::CountryCode;
use domain::district::DistrictAnswer;
use domain::documents::{DocumentKind, DocumentLanguage};
use domain::ids::MissionId;
use domain::request::Relation;
use service::Catalogue;
use std::collections::BTreeMap;

/// The questions in their order. `gather`: the person goes on although the paper that counts is not there yet.
pub const ORDER: [&str; 9] =
    ["died", "citizen", "lives", "mission", "paper", "gather", "issued", "language", "relation"];
/// Between two answers in a path.
const SEPARATOR: &str = "--";
/// Answers that the request takes over.
const CARRIED: [&str; 7] = ["died", "lives", "mission", "paper", "issued", "language", "relation"];

/// What is asked, or said, next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The question of this name.
    Ask(&'static str),
    /// The service is not for this case: `kazakhstan`, `citizen`, `lives`.
    Exit(&'static str),
    /// The paper that counts is not there: `local`, `other`, `none`.
    Trap(&'static str),
    /// Everything is known.
    Result,
}

/// The answers so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<&'static str, String>);

impl Answers {
    /// Takes what `value` gives for each question, if it is a choice.
    pub fn read(catalogue: &Catalogue, value: impl Fn(&str) -> Option<String>) -> Answers {
        let mut answers = Answers::default();
        for name in ORDER {
            if let Some(given) = value(name).filter(|given| answers.admits(catalogue, name, given)) {
                answers.0.insert(name, given);
            }
        }
        answers
    }

    /// Out of a path made by [`Answers::path`].
    pub fn from_path(catalogue: &Catalogue, path: &str) -> Answers {
        let parts: Vec<&str> = path.split(SEPARATOR).collect();
        let value = |name: &str| {
            let at = CARRIED.iter().position(|own| *own == name)?;
            parts.get(at).map(|part| if *part == "kk-ru" { "kk+ru".to_owned() } else { (*part).to_owned() })
        };
        Answers::read(catalogue, value)
    }

    /// The answers that a request takes over, as one part of a path; `None` until all are there.
    pub fn path(&self) -> Option<String> {
        let parts: Option<Vec<String>> =
            CARRIED.iter().map(|name| self.get(name).map(|value| value.replace('+', "-"))).collect();
        parts.map(|parts| parts.join(SEPARATOR))
    }

    /// An answer.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A country among the answers.
    pub fn country(&self, name: &str) -> Option<CountryCode> {
        self.get(name).and_then(|code| CountryCode::parse(code).ok())
    }

    /// The mission.
    pub fn mission(&self) -> Option<MissionId> {
        self.get("mission").map(|id| MissionId(id.to_owned()))
    }

    /// The paper that counts, there or still to be asked for.
    pub fn basis(&self) -> DocumentKind {
        match self.get("paper") {
            Some("court_decision") => DocumentKind::CourtDecision,
            _ => DocumentKind::Medical,
        }
    }

    /// The paper that counts is in the person's hands.
    pub fn has_basis(&self) -> bool {
        matches!(self.get("paper"), Some("medical" | "court_decision"))
    }

    /// The language of the paper.
    pub fn language(&self) -> Option<DocumentLanguage> {
        self.get("language").and_then(|tag| DocumentLanguage::parse(tag).ok())
    }

    /// Who the person is.
    pub fn relation(&self) -> Option<Relation> {
        Some(match self.get("relation")? {
            "spouse" => Relation::Spouse,
            "child" => Relation::Child,
            "parent" => Relation::Parent,
            "sibling" => Relation::Sibling,
            "grand" => Relation::Grand,
            "other_relative" => Relation::OtherRelative(String::new()),
            "representative" => Relation::Representative,
            _ => Relation::Other(String::new()),
        })
    }

    /// The answers as pairs, in order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        ORDER.iter().filter_map(|name| self.get(name).map(|value| (*name, value.to_owned()))).collect()
    }

    /// Those given before the question `name`.
    pub fn before(&self, name: &str) -> Answers {
        Answers(
            ORDER
                .iter()
                .take_while(|own| **own != name)
                .filter_map(|own| Some((*own, self.0.get(own)?.clone())))
                .collect(),
        )
    }

    /// Those that stay when the answer `name` is changed: a mission goes with the country it was found by.
    pub fn without(&self, name: &str) -> Answers {
        let gone: &[&str] = match name {
            "lives" => &["lives", "mission"],
            "paper" => &["paper", "gather"],
            _ => &[],
        };
        Answers(
            self.0
                .iter()
                .filter(|(own, _)| **own != name && !gone.contains(own))
                .map(|(a, b)| (*a, b.clone()))
                .collect(),
        )
    }

    /// With one more answer.
    pub fn with(&self, name: &'static str, value: &str) -> Answers {
        let mut more = self.clone();
        more.0.insert(name, value.to_owned());
        more
    }

    /// The next question, or what there is to say.
    pub fn step(&self) -> Step {
        let answered = |name: &str| self.get(name).is_some();
        match (self.get("died"), self.get("citizen"), self.get("lives")) {
            (None, ..) => return Step::Ask("died"),
            (Some("KZ"), ..) => return Step::Exit("kazakhstan"),
            (_, None, _) => return Step::Ask("citizen"),
            (_, Some("no"), _) => return Step::Exit("citizen"),
            (_, _, None) => return Step::Ask("lives"),
            (_, _, Some("KZ")) => return Step::Exit("lives"),
            _ => {}
        }
        if !answered("mission") {
            return Step::Ask("mission");
        }
        match self.get("paper") {
            None => return Step::Ask("paper"),
            Some("local_death_certificate") if !answered("gather") => return Step::Trap("local"),
            Some("other") if !answered("gather") => return Step::Trap("other"),
            Some("none") if !answered("gather") => return Step::Trap("none"),
            Some(_) => {}
        }
        let next = ["issued", "language", "relation"].into_iter().find(|name| !answered(name));
        next.map_or(Step::Result, Step::Ask)
    }

    fn admits(&self, catalogue: &Catalogue, name: &str, value: &str) -> bool {
        let is_option = |field: &str| {
            catalogue.form().field(field).is_some_and(|field| field.options.iter().any(|option| option == value))
        };
        let is_country = || CountryCode::parse(value).is_ok_and(|code| catalogue.country(code).is_some());
        match name {
            "died" => value == AT_SEA || is_country(),
            "citizen" => matches!(value, "yes" | "no" | "unsure"),
            "lives" | "issued" => is_country(),
            "mission" => self.serves(catalogue, &MissionId(value.to_owned())),
            "paper" => is_option("basis") || matches!(value, "other" | "none"),
            "gather" => value == "yes",
            "language" => is_option("basis-language"),
            "relation" => is_option("relation"),
            _ => false,
        }
    }

    /// May this mission be chosen for the country of residence?
    fn serves(&self, catalogue: &Catalogue, mission: &MissionId) -> bool {
        let Some(lives) = self.country("lives") else { return false };
        match catalogue.resolve(lives) {
            DistrictAnswer::One(one) => one == *mission,
            DistrictAnswer::Choose(some) => some.contains(mission),
            DistrictAnswer::Ask => catalogue.mission(mission).is_some(),
        }
    }
}

/// On board a ship or plane.
pub const AT_SEA: &str = "at-sea";

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&'static str, &str)]) -> Answers {
        Answers(pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect())
    }

    #[test]
    fn each_answer_leads_to_the_next_question() {
        let all = [
            ("died", "DE"),
            ("citizen", "yes"),
            ("lives", "DE"),
            ("mission", "berlin"),
            ("paper", "medical"),
            ("issued", "DE"),
            ("language", "de"),
            ("relation", "child"),
        ];
        for (at, (name, _)) in all.iter().enumerate() {
            assert_eq!(answers(&all[..at]).step(), Step::Ask(name));
        }
        assert_eq!(answers(&all).step(), Step::Result);
        assert_eq!(answers(&all).path().unwrap(), "DE--DE--berlin--medical--DE--de--child");
        assert_eq!(answers(&all[..7]).path(), None);
    }

    #[test]
    fn whom_the_service_is_not_for_learns_it_at_once() {
        assert_eq!(answers(&[("died", "KZ")]).step(), Step::Exit("kazakhstan"));
        assert_eq!(answers(&[("died", "DE"), ("citizen", "no")]).step(), Step::Exit("citizen"));
        assert_eq!(answers(&[("died", "DE"), ("citizen", "unsure"), ("lives", "KZ")]).step(), Step::Exit("lives"));
    }

    #[test]
    fn a_local_certificate_is_a_trap_until_the_person_goes_on() {
        let trapped = answers(&[
            ("died", "DE"),
            ("citizen", "yes"),
            ("lives", "DE"),
            ("mission", "berlin"),
            ("paper", "local_death_certificate"),
        ]);
        assert_eq!(trapped.step(), Step::Trap("local"));
        assert_eq!(trapped.with("gather", "yes").step(), Step::Ask("issued"));
        assert_eq!(trapped.with("paper", "medical").step(), Step::Ask("issued"));
        assert!(!trapped.has_basis() && trapped.basis() == DocumentKind::Medical);
        assert_eq!(trapped.with("gather", "yes").without("paper").pairs().last().unwrap().0, "mission");
        assert_eq!(trapped.before("lives").pairs().len(), 2);
        assert_eq!(trapped.without("lives").step(), Step::Ask("lives"));
    }
}
