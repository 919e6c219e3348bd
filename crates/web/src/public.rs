//! Pages for everybody: the service, the door of languages, the health of the server, and the letters of a demonstration.

pub mod codes;
pub mod health;
pub mod letters;
pub mod root;
pub mod service_page;

use crate::routes::{GET, Route, Who, page};

/// Addresses of the public pages.
pub const ROUTES: &[Route] = &[
    page("/", GET, Who::Public, root::service),
    page("/{lang}", GET, Who::Public, service_page::service),
    page("/{lang}/", GET, Who::Public, service_page::service),
    page("/health", GET, Who::Public, health::service),
    page("/dev/letters", GET, Who::Demo, letters::service),
    page("/dev/codes", GET, Who::Demo, codes::service),
];
