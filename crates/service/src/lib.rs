//! The service as data: reads `services/`, `registers/` and `locales/` into checked values, and a draft into a request.
//!
//! Pure: bytes in, values out. Nothing here opens a file, reads a clock or decides a case; what is not confirmed keeps its mark.

pub mod answers;
pub mod catalogue;
pub mod checks;
pub mod comparable;
pub mod consent;
pub mod difference;
pub mod form;
pub mod letters;
pub mod passport;
pub mod phone;
pub mod refusals;
pub mod rows;
pub mod summary;
pub mod texts;

pub use answers::{
    Answers, Finding, KnownApplicant, ParseContext, UploadedDocument, asked_documents, parse_request, parse_section,
};
pub use catalogue::{Catalogue, LoadError, Problem, UnverifiedFact};
pub use form::{Facts, Form};
pub use texts::{Texts, Value};
