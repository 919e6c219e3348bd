//! The texts of the Typst templates. They hold layout only: every sentence comes from `papers.ftl`.

/// Sources of the templates, given as text so that nothing here opens a file.
#[derive(Clone, Debug)]
pub struct PaperTemplates {
    /// What the papers share.
    pub layout: String,
    /// The file that is signed.
    pub application: String,
    /// The certificate.
    pub certificate: String,
    /// The motivated refusal.
    pub refusal: String,
    /// The complaint.
    pub complaint: String,
    /// The receipt of a paper request, or why it was not accepted.
    pub slip: String,
}

impl PaperTemplates {
    /// The templates of this revision, embedded when the crate is built.
    pub fn built_in() -> PaperTemplates {
        PaperTemplates {
            layout: include_str!("../../../templates/papers/layout.typ").to_owned(),
            application: include_str!("../../../templates/papers/application.typ").to_owned(),
            certificate: include_str!("../../../templates/papers/certificate.typ").to_owned(),
            refusal: include_str!("../../../templates/papers/refusal.typ").to_owned(),
            complaint: include_str!("../../../templates/papers/complaint.typ").to_owned(),
            slip: include_str!("../../../templates/papers/slip.typ").to_owned(),
        }
    }
}
