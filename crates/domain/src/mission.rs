//! A mission abroad that provides the service.

use crate::calendar::WeeklyHours;
use crate::country::CountryCode;
use crate::ids::MissionId;
use crate::lang::Trilingual;
use crate::provenance::Mark;
use serde::{Deserialize, Serialize};

/// Kind of a mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissionKind {
    /// Embassy.
    Embassy,
    /// Consulate general.
    ConsulateGeneral,
    /// Consulate.
    Consulate,
}

impl MissionKind {
    /// Every kind.
    pub const ALL: [MissionKind; 3] = [MissionKind::Embassy, MissionKind::ConsulateGeneral, MissionKind::Consulate];

    /// Stable name in the register and in locales.
    pub fn as_str(self) -> &'static str {
        match self {
            MissionKind::Embassy => "embassy",
            MissionKind::ConsulateGeneral => "consulate_general",
            MissionKind::Consulate => "consulate",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<MissionKind> {
        MissionKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// A row of the register of missions, with a mark for every group of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mission {
    /// Short name, for example `berlin`.
    pub id: MissionId,
    /// Host country.
    pub country: CountryCode,
    /// City.
    pub city: Trilingual,
    /// Full name.
    pub name: Trilingual,
    /// Kind.
    pub kind: MissionKind,
    /// IANA name of the zone.
    pub zone: String,
    /// Postal address as published; empty when not known.
    pub address: String,
    /// Telephone as published; empty when not known.
    pub phone: String,
    /// Hours by which the term runs.
    pub office: WeeklyHours,
    /// Hours in which people are received.
    pub reception: WeeklyHours,
    /// Mark of the row: the mission, its city, address and telephone.
    pub mark: Mark,
    /// Mark of the Kazakh names.
    pub names_kk_mark: Mark,
    /// Mark of the office hours.
    pub office_mark: Mark,
    /// Mark of the reception hours.
    pub reception_mark: Mark,
    /// Where the row comes from.
    pub source: String,
}
