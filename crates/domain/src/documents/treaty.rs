//! The treaties that decide on legalization, with the dates on which each state was a party and how well each date is known.

use crate::country::CountryCode;
use crate::provenance::Mark;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A treaty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Treaty {
    /// Convention on legal aid, Minsk, 22 January 1993: documents of a party need no legalization.
    Minsk1993,
    /// Convention on legal aid, Chisinau, 7 October 2002: the same.
    Chisinau2002,
    /// Convention abolishing the requirement of legalisation, The Hague, 5 October 1961: an apostille instead.
    Apostille1961,
}

impl Treaty {
    /// Every treaty.
    pub const ALL: [Treaty; 3] = [Treaty::Minsk1993, Treaty::Chisinau2002, Treaty::Apostille1961];

    /// Stable name in the register and in locales (`treaty-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Treaty::Minsk1993 => "minsk_1993",
            Treaty::Chisinau2002 => "chisinau_2002",
            Treaty::Apostille1961 => "apostille_1961",
        }
    }

    /// The treaty of a stable name.
    pub fn from_name(name: &str) -> Option<Treaty> {
        Treaty::ALL.into_iter().find(|treaty| treaty.as_str() == name)
    }
}

/// One state in one treaty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreatyMember {
    /// Which treaty.
    pub treaty: Treaty,
    /// Which state.
    pub country: CountryCode,
    /// First day as a party; `None` when it signed and ratification is not confirmed.
    pub in_force_from: Option<Date>,
    /// First day on which it was no longer a party.
    pub ceased_on: Option<Date>,
    /// How well the dates are known.
    pub mark: Mark,
    /// Where the row comes from.
    pub source: String,
}

/// The register of treaties.
#[derive(Clone, Debug, Default)]
pub struct Treaties(pub Vec<TreatyMember>);

/// Both states are parties on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BothParties {
    /// From when both were.
    pub since: Date,
    /// The weaker mark of the two rows.
    pub mark: Mark,
}

impl Treaties {
    /// The row of a state in a treaty.
    pub fn member(&self, treaty: Treaty, country: CountryCode) -> Option<&TreatyMember> {
        self.0.iter().find(|member| member.treaty == treaty && member.country == country)
    }

    /// Kazakhstan and `country` are both parties to `treaty` on `day`.
    pub fn both_parties_on(&self, treaty: Treaty, country: CountryCode, day: Date) -> Option<BothParties> {
        let (ours, theirs) = self.both(treaty, country)?;
        let since = ours.in_force_from?.max(theirs.in_force_from?);
        let ceased = [ours.ceased_on, theirs.ceased_on].into_iter().flatten().any(|ceased| day >= ceased);
        (since <= day && !ceased).then_some(BothParties { since, mark: ours.mark.min(theirs.mark) })
    }

    /// Kazakhstan and `country` both stand in the register of `treaty`, whatever the dates.
    pub fn both(&self, treaty: Treaty, country: CountryCode) -> Option<(&TreatyMember, &TreatyMember)> {
        Some((self.member(treaty, CountryCode::KZ)?, self.member(treaty, country)?))
    }
}
