//! The machine's checks of a case (`service::checks`), from what its page has loaded already: no question to the store is asked for them.
//! They are made anew whenever they are shown. Must never decide, nor tell the applicant of other people's cases.

use crate::cases::{CaseView, DocumentView, ProofView};
use crate::{Office, duplicates};
use jiff::Timestamp;
use service::checks::{Alike, Check, FilesOf, Found, Known, Proof, Proven, checks};
use store::application::Application;

/// Made now. `alike`: what was found of other cases, for who may know of them.
pub fn of_case(office: &Office, view: &CaseView, alike: Option<Alike>, now: Timestamp) -> Vec<Check> {
    let addenda = view.supplements.iter().map(|own| Proven { addendum: Some(own.number), proof: proof(&own.proof) });
    let proofs: Vec<Proven> =
        [Proven { addendum: None, proof: proof(&view.proof) }].into_iter().chain(addenda).collect();
    let of = |own: &DocumentView| FilesOf { kind: own.document.kind, scans: own.scans.clone() };
    let files: Vec<FilesOf> = view.documents.iter().map(of).collect();
    checks(&Known {
        catalogue: office.catalogue(),
        request: &view.request,
        mission: &view.mission.id,
        presented_on: view.registration_date,
        proofs: &proofs,
        files: &files,
        alike,
        consent: &view.consent_in_force,
        rules: office.iin_rules(),
        now,
    })
}

/// What was found of other cases, counted.
pub fn counted(found: &duplicates::Found) -> Alike {
    let said = |word: Option<bool>| {
        found.alike.iter().filter(|own| own.judged.as_ref().map(|(judged, _)| judged.is_same) == word).count()
    };
    Alike { open: said(None), same: said(Some(true)), apart: said(Some(false)), records: found.records.len() }
}

fn proof(view: &ProofView) -> Proof {
    match view {
        ProofView::Eds { outcome, checked_at, .. } => Proof::Eds(found(outcome), *checked_at),
        ProofView::Otp { confirmed_at, .. } => Proof::Code(*confirmed_at),
        ProofView::Paper { .. } => Proof::Paper,
    }
}

/// An outcome that is not known is never taken for valid.
fn found(outcome: &str) -> Found {
    match outcome {
        "valid" => Found::Valid,
        "invalid" => Found::Invalid,
        _ => Found::Indeterminate,
    }
}

/// The version that was agreed to, where it is one that served: nobody sends with an older one than was in force. Else the newest.
pub(crate) fn consent_served(office: &Office, case: &Application) -> String {
    let (consents, given) = (office.catalogue().consents(), case.request.consent.text_version.trim());
    consents.version(given).unwrap_or_else(|| consents.newest()).version.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_that_is_not_known_is_never_taken_for_valid() {
        assert_eq!(found("valid"), Found::Valid);
        assert_eq!(found("invalid"), Found::Invalid);
        for other in ["indeterminate", "", "VALID"] {
            assert_eq!(found(other), Found::Indeterminate, "{other}");
        }
    }
}
