//! Pages for everybody: the service, the door of languages, the health of the server, and the letters of a demonstration.

pub mod accessibility;
pub mod afterwards;
pub mod check;
pub mod check_letter;
pub mod codes;
pub mod enquiry;
pub mod health;
pub mod letters;
pub mod phone;
pub mod root;
pub mod service_page;
pub mod terms;
pub mod verify_signature;
pub mod verify_signature_door;

use crate::frame::Frame;
use crate::routes::{GET, GET_POST, Route, Who, page, upload};
use crate::visit::Visit;
use domain::lang::Lang;

/// Addresses of the public pages.
pub const ROUTES: &[Route] = &[
    page("/", GET, Who::Public, root::service),
    page("/{lang}", GET, Who::Public, service_page::service),
    page("/{lang}/", GET, Who::Public, service_page::service),
    page("/{lang}/accessibility", GET, Who::Public, accessibility::service),
    page("/{lang}/afterwards", GET, Who::Public, afterwards::service),
    page("/{lang}/terms", GET, Who::Public, terms::service),
    page("/{lang}/check", GET, Who::Public, check::service),
    page("/{lang}/check/mail", GET_POST, Who::Public, check::mail::service),
    upload("/{lang}/check/enquiry", Who::Public, check::enquiry::service),
    page("/{lang}/enquiry", GET_POST, Who::Public, enquiry::service),
    page("/{lang}/check/letter", GET, Who::Public, check_letter::service),
    page("/verify-signature", GET, Who::Public, verify_signature_door::service),
    upload("/{lang}/verify-signature", Who::Public, verify_signature::service),
    page("/health", GET, Who::Public, health::service),
    page("/dev/letters", GET, Who::Demo, letters::service),
    page("/dev/codes", GET, Who::Demo, codes::service),
    page("/dev/phone", GET_POST, Who::Demo, phone::service),
];

/// The frame of a developer page: its address names no language, the query does.
fn developer_frame(visit: &Visit, path: &str, heading: &str) -> Frame {
    let lang = visit.query_value("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::En);
    let mut frame = visit.frame(String::new());
    frame.t = visit.t_in(lang);
    frame.heading = frame.t.s(heading);
    for link in &mut frame.languages {
        link.url = format!("{path}?lang={}", link.tag);
        link.current = link.tag == lang.tag();
    }
    frame
}
