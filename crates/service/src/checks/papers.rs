//! Check 7: for each paper that the rule is about, what the law asks of it and what the applicant says is on it. Whether the stamp is there, and
//! whose it is, is seen on the paper: an official does that.

use super::{Arg, Detail, Known, Outcome, Subject};
use crate::answers::document_advice;
use domain::documents::legalization::LegalizationNeed;
use domain::provenance::Mark;

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let mut details = vec![];
    for own in document_advice(known.catalogue, known.request, known.presented_on) {
        let outcome = match (own.legalization, own.certified) {
            (LegalizationNeed::Unknown { .. }, _) => Outcome::Attention,
            (_, false) => Outcome::Fail,
            (need, true) if need.mark().is_some_and(|mark| mark != Mark::Yes) => Outcome::Attention,
            (_, true) => Outcome::Pass,
        };
        let subject = Subject::Document(own.kind);
        let stated = known.request.documents.iter().find(|document| document.kind == own.kind);
        let need = Arg::Need(own.issued_in, own.legalization);
        let detail = Detail::new(subject.clone(), outcome, "papers-need").with("need", need);
        details.push(match stated {
            Some(document) => detail.with("stated", Arg::Stated(document.certified.by)),
            None => detail,
        });
        if !own.stamped {
            details.push(Detail::new(subject, Outcome::Attention, "papers-unsealed"));
        }
    }
    if details.is_empty() {
        details.push(Detail::new(Subject::Case, Outcome::NotRun, "papers-nothing"));
    }
    details
}
