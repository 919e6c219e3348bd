//! Does a foreign document need an apostille or a legalization? (Service page, step 6; DECISIONS.md "Documents and missions".)
//!
//! Documents of foreign bodies are accepted after legalization or apostille, except from states party to the Minsk (1993) or
//! Chisinau (2002) convention. Only these two are named: no bilateral treaty exempts. The answer follows the document's date of
//! issue; an apostille also serves where the treaty came into force before presentation. Kazakhstan's own papers need nothing.
//! An answer that rests on a date nobody has confirmed carries that date's mark and is never shown as certain.

use super::DocumentKind;
use super::treaty::{Treaties, Treaty};
use crate::country::CountryCode;
use crate::provenance::Mark;
use jiff::civil::Date;

/// What a document needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalizationNeed {
    /// Nothing.
    None {
        /// Why.
        why: NothingNeeded,
    },
    /// An apostille.
    Apostille {
        /// From when both states were parties.
        since: Date,
        /// How well the date is known.
        mark: Mark,
    },
    /// Legalization by the mission, after the foreign ministry of the country of issue.
    Legalization,
    /// It depends on what is not known; an officer decides.
    Unknown {
        /// What is not known.
        why: NotKnown,
    },
}

/// Why nothing is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingNeeded {
    /// Kazakhstan's own paper.
    OwnPaper,
    /// The rule is not about documents of this kind.
    NotSubject,
    /// Both states were parties on the date of issue.
    Treaty {
        /// Which treaty.
        treaty: Treaty,
        /// From when both were parties.
        since: Date,
        /// How well the date is known.
        mark: Mark,
    },
}

/// What is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKnown {
    /// The document's date of issue, and the answer depends on it.
    DateOfIssue,
    /// Whether or since when the state is a party.
    TreatyDate {
        /// Which treaty.
        treaty: Treaty,
    },
}

impl LegalizationNeed {
    /// The mark of the date that the answer rests on; `None` when it rests on no date of the register.
    pub fn mark(&self) -> Option<Mark> {
        match self {
            LegalizationNeed::None { why: NothingNeeded::Treaty { mark, .. } }
            | LegalizationNeed::Apostille { mark, .. } => Some(*mark),
            LegalizationNeed::None { .. } | LegalizationNeed::Legalization => None,
            LegalizationNeed::Unknown { .. } => Some(Mark::No),
        }
    }

    /// Stable name in locales (`legalization-…`): `none`, `apostille`, `legalization`, `unknown`.
    pub fn as_str(&self) -> &'static str {
        match self {
            LegalizationNeed::None { .. } => "none",
            LegalizationNeed::Apostille { .. } => "apostille",
            LegalizationNeed::Legalization => "legalization",
            LegalizationNeed::Unknown { .. } => "unknown",
        }
    }
}

/// The need of a document of `kind`, issued in `issued_in` on `issued_on` (if known) and presented on `presented_on`.
pub fn legalization(
    kind: DocumentKind,
    issued_in: CountryCode,
    issued_on: Option<Date>,
    presented_on: Date,
    treaties: &Treaties,
) -> LegalizationNeed {
    if issued_in == CountryCode::KZ {
        return LegalizationNeed::None { why: NothingNeeded::OwnPaper };
    }
    if !kind.is_subject_to_legalization() {
        return LegalizationNeed::None { why: NothingNeeded::NotSubject };
    }
    let legal_aid = [Treaty::Minsk1993, Treaty::Chisinau2002];
    if let Some(issued_on) = issued_on {
        for treaty in legal_aid {
            if let Some(both) = treaties.both_parties_on(treaty, issued_in, issued_on) {
                let why = NothingNeeded::Treaty { treaty, since: both.since, mark: both.mark };
                return LegalizationNeed::None { why };
            }
        }
    } else if legal_aid.into_iter().any(|treaty| has_dates(treaties, treaty, issued_in)) {
        return LegalizationNeed::Unknown { why: NotKnown::DateOfIssue };
    }
    let days = [issued_on, Some(presented_on)].into_iter().flatten();
    let apostille = days.filter_map(|day| treaties.both_parties_on(Treaty::Apostille1961, issued_in, day)).next();
    if let Some(both) = apostille {
        return LegalizationNeed::Apostille { since: both.since, mark: both.mark };
    }
    let undated = Treaty::ALL
        .into_iter()
        .find(|treaty| treaties.both(*treaty, issued_in).is_some() && !has_dates(treaties, *treaty, issued_in));
    match undated {
        Some(treaty) => LegalizationNeed::Unknown { why: NotKnown::TreatyDate { treaty } },
        None => LegalizationNeed::Legalization,
    }
}

fn has_dates(treaties: &Treaties, treaty: Treaty, country: CountryCode) -> bool {
    treaties
        .both(treaty, country)
        .is_some_and(|(ours, theirs)| ours.in_force_from.is_some() && theirs.in_force_from.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::treaty::TreatyMember;
    use super::*;

    fn member(treaty: Treaty, country: &str, from: &str, ceased: &str, mark: Mark) -> TreatyMember {
        TreatyMember {
            treaty,
            country: CountryCode::parse(country).unwrap(),
            in_force_from: from.parse().ok(),
            ceased_on: ceased.parse().ok(),
            mark,
            source: "a test".into(),
        }
    }

    fn treaties() -> Treaties {
        Treaties(vec![
            member(Treaty::Minsk1993, "KZ", "1994-05-19", "", Mark::Partly),
            member(Treaty::Minsk1993, "UA", "1995-04-14", "2024-05-19", Mark::No),
            member(Treaty::Minsk1993, "RU", "1994-12-10", "", Mark::Yes),
            member(Treaty::Chisinau2002, "KZ", "2004-04-27", "", Mark::Partly),
            member(Treaty::Chisinau2002, "RU", "", "", Mark::No),
            member(Treaty::Chisinau2002, "XA", "", "", Mark::No),
            member(Treaty::Apostille1961, "KZ", "2001-01-30", "", Mark::Yes),
            member(Treaty::Apostille1961, "UA", "2003-12-22", "", Mark::Yes),
            member(Treaty::Apostille1961, "DE", "1966-02-13", "", Mark::Yes),
            member(Treaty::Apostille1961, "CN", "2023-11-07", "", Mark::No),
        ])
    }

    fn need(country: &str, issued: &str) -> LegalizationNeed {
        let presented = jiff::civil::date(2026, 11, 22);
        let country = CountryCode::parse(country).unwrap();
        legalization(DocumentKind::Medical, country, issued.parse().ok(), presented, &treaties())
    }

    fn none_by(treaty: Treaty, since: &str, mark: Mark) -> LegalizationNeed {
        LegalizationNeed::None { why: NothingNeeded::Treaty { treaty, since: since.parse().unwrap(), mark } }
    }

    #[test]
    fn a_party_to_minsk_on_the_date_of_issue_needs_nothing() {
        assert_eq!(need("RU", "2026-11-01"), none_by(Treaty::Minsk1993, "1994-12-10", Mark::Partly));
        assert_eq!(need("UA", "2024-05-18"), none_by(Treaty::Minsk1993, "1995-04-14", Mark::No));
    }

    #[test]
    fn after_leaving_minsk_and_before_entering_it_another_rule_holds() {
        let apostille = |since: &str, mark| LegalizationNeed::Apostille { since: since.parse().unwrap(), mark };
        assert_eq!(need("UA", "2024-05-19"), apostille("2003-12-22", Mark::Yes));
        assert_eq!(
            need("RU", "1994-12-09"),
            LegalizationNeed::Unknown { why: NotKnown::TreatyDate { treaty: Treaty::Chisinau2002 } }
        );
    }

    #[test]
    fn an_apostille_serves_where_both_are_parties_before_presentation() {
        let germany = LegalizationNeed::Apostille { since: "2001-01-30".parse().unwrap(), mark: Mark::Yes };
        assert_eq!(need("DE", "2026-11-01"), germany, "since Kazakhstan joined");
        assert_eq!(need("DE", "1999-01-01"), germany, "issued before, presented after");
        assert_eq!(need("DE", ""), germany, "the date of issue changes nothing");
        assert_eq!(need("CN", "2020-01-01").mark(), Some(Mark::No), "the mark of the weaker date is carried");
    }

    #[test]
    fn a_state_in_no_treaty_needs_legalization() {
        assert_eq!(need("AE", "2026-11-01"), LegalizationNeed::Legalization);
        assert_eq!(need("AE", ""), LegalizationNeed::Legalization);
    }

    #[test]
    fn what_is_not_known_is_said() {
        assert_eq!(need("UA", ""), LegalizationNeed::Unknown { why: NotKnown::DateOfIssue });
        assert_eq!(
            need("XA", "2026-11-01"),
            LegalizationNeed::Unknown { why: NotKnown::TreatyDate { treaty: Treaty::Chisinau2002 } }
        );
    }

    #[test]
    fn own_papers_and_identity_documents_need_nothing() {
        assert_eq!(need("KZ", ""), LegalizationNeed::None { why: NothingNeeded::OwnPaper });
        let presented = jiff::civil::date(2026, 11, 22);
        for kind in [
            DocumentKind::ApplicantPassport,
            DocumentKind::DeceasedIdentity,
            DocumentKind::Translation,
            DocumentKind::Apostille,
        ] {
            let need = legalization(kind, CountryCode::parse("AE").unwrap(), None, presented, &treaties());
            assert_eq!(need, LegalizationNeed::None { why: NothingNeeded::NotSubject });
        }
        for kind in [DocumentKind::CourtDecision, DocumentKind::Kinship, DocumentKind::PowerOfAttorney] {
            let need = legalization(kind, CountryCode::parse("AE").unwrap(), None, presented, &treaties());
            assert_eq!(need, LegalizationNeed::Legalization, "every enclosed foreign document");
        }
    }
}
