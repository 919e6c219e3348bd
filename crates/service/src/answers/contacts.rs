//! How the person of a request that is still being typed can be reached, as far as it can be read.

use super::field::{is_email, read_phone};
use super::{Answers, ParseContext};
use crate::catalogue::Catalogue;
use domain::request::Phone;

/// What can be read of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Address for mail.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<Phone>,
}

/// Reads them; what is half typed is none.
pub fn contacts(catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Contacts {
    Contacts {
        email: Some(answers.tidy("email")).filter(|email| is_email(email)),
        phone: read_phone(catalogue, answers, context),
    }
}
