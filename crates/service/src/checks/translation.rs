//! Check 8: a paper in another language than Kazakh or Russian has a translation (service page, step 6). Who translated it, and whether well, is
//! seen on the paper.

use super::{Detail, Known, Outcome, Subject};
use crate::answers::document_advice;
use domain::documents::DocumentKind;

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let mut documents = known.request.documents.iter();
    let enclosed = documents.any(|own| own.kind == DocumentKind::Translation && !own.files.is_empty());
    let mut details: Vec<Detail> = document_advice(known.catalogue, known.request, known.presented_on)
        .into_iter()
        .map(|own| {
            let (outcome, code) = match (own.translation_needed, own.translated, enclosed) {
                (false, ..) => (Outcome::Pass, "translation-unneeded"),
                (true, true, true) => (Outcome::Pass, "translation-enclosed"),
                (true, true, false) => (Outcome::Attention, "translation-only-stated"),
                (true, false, _) => (Outcome::Fail, "translation-missing"),
            };
            Detail::new(Subject::Document(own.kind), outcome, code)
        })
        .collect();
    if details.is_empty() {
        details.push(Detail::new(Subject::Case, Outcome::NotRun, "papers-nothing"));
    }
    details
}
