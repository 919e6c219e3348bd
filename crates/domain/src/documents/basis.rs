//! What a registration may rest on (Family Code 268): a medical document of the established form, or a court decision in force.
//!
//! "Any other documents, for example, a death certificate obtained in a country of stay will not be accepted" (service page, step 6).

use super::DocumentKind;

/// The document is no basis of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} is no basis of the registration", .0.as_str())]
pub struct NotABasis(pub DocumentKind);

/// Is a document of this kind accepted as the basis?
///
/// # Errors
/// [`NotABasis`] for everything but the two that the law names.
pub fn accepted_as_basis(kind: DocumentKind) -> Result<(), NotABasis> {
    match kind {
        DocumentKind::Medical | DocumentKind::CourtDecision => Ok(()),
        other => Err(NotABasis(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_medical_document_or_a_court_decision_is_a_basis() {
        let accepted: Vec<DocumentKind> =
            DocumentKind::ALL.into_iter().filter(|kind| accepted_as_basis(*kind).is_ok()).collect();
        assert_eq!(accepted, [DocumentKind::Medical, DocumentKind::CourtDecision]);
    }

    #[test]
    fn a_death_certificate_of_the_country_of_stay_is_not_accepted() {
        let kind = DocumentKind::LocalDeathCertificate;
        assert_eq!(accepted_as_basis(kind), Err(NotABasis(kind)));
    }
}
