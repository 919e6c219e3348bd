//! The record of the act and the certificate's number. The state's own number format was not found (DOMAIN.md 9.2), so both
//! formats are ours and marked unverified wherever they are shown to an officer.

use crate::ids::OfficerId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The record of the act of death (Family Code 272).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActRecord {
    /// Number within the mission and year, for example `BERLIN-2026-000012`.
    pub number: String,
    /// Date of composition, in the mission's zone.
    pub date: Date,
    /// The officer who made it; the certificate bears their name.
    pub made_by: OfficerId,
}

/// Series and number of a certificate (Family Code 274(4)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CertificateNumber(pub String);

impl std::fmt::Display for CertificateNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The record's number: mission, year and a counter without holes.
pub fn record_number(mission: &crate::ids::MissionId, year: i16, counter: i64) -> String {
    format!("{}-{year}-{counter:06}", mission.0.to_uppercase())
}

/// The certificate's number: series `DA` (death abroad), year and a counter of the whole system without holes.
pub fn certificate_number(year: i16, counter: i64) -> CertificateNumber {
    CertificateNumber(format!("DA-{:02}-{counter:07}", year.rem_euclid(100)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_fixed_width_and_sort_by_counter() {
        assert_eq!(record_number(&crate::ids::MissionId("berlin".into()), 2026, 12), "BERLIN-2026-000012");
        assert_eq!(certificate_number(2026, 7).0, "DA-26-0000007");
        assert!(certificate_number(2026, 9).0 < certificate_number(2026, 10).0);
    }
}
