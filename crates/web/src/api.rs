//! Addresses for programs: our own verification service `/api/eds/v1`, the face of NCANode 3 (docs/eds-service.md), and what the
//! phone app eGov Mobile asks (docs/decisions/0019).
//!
//! Public, without cookies and hidden fields, JSON in and out. Limits: size, requests a minute of one address, bytes in
//! flight, time. It must never open them to scripts of other sites (no CORS), and never decide: the office's query does.

pub mod ask;
pub mod certificates;
pub mod delivery;
pub mod egov_mobile;
pub mod extract;
pub mod ncanode;
pub mod openapi;
pub mod problem;
pub mod room;
pub mod verify;

use crate::routes::{GET, GET_PUT, POST, Route, Who, machine};

/// Addresses of the service and of the face.
pub const ROUTES: &[Route] = &[
    machine("/api/eds/v1/verify", POST, Who::Public, verify::service),
    machine("/api/eds/v1/extract", POST, Who::Public, extract::service),
    machine("/api/eds/v1/certificates", POST, Who::Public, certificates::service),
    machine("/api/eds/v1/openapi.json", GET, Who::Public, openapi::service),
    machine("/deliveries/{letter}/{tag}", GET, Who::Public, delivery::service),
    machine("/mobile/{signing}/{tag}", GET, Who::EgovMobile, egov_mobile::signing::service),
    machine("/mobile/{signing}/documents", GET_PUT, Who::EgovMobile, egov_mobile::documents::service),
    machine("/cms/verify", POST, Who::Public, ncanode::cms_verify::service),
    machine("/cms/extract", POST, Who::Public, ncanode::cms_extract::service),
    machine("/xml/verify", POST, Who::Public, ncanode::xml_verify::service),
    machine("/x509/info", POST, Who::Public, ncanode::x509_info::service),
    machine("/cms/sign", POST, Who::TestKeys, ncanode::cms_sign::service),
    machine("/pkcs12/info", POST, Who::TestKeys, ncanode::pkcs12_info::service),
    machine("/pkcs12/aliases", POST, Who::TestKeys, ncanode::pkcs12_aliases::service),
];

/// In whose manner an address answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// RFC 9457 problems.
    Own,
    /// `{"status","message","details"}`.
    Ncanode,
    /// `{"code","message"}`.
    EgovMobile,
}

/// The face of an address for programs; `None` for pages. What lies under these roots and is not served is told as JSON too.
pub fn face(path: &str) -> Option<Face> {
    const NCANODE: [&str; 6] = ["/cms/", "/xml/", "/x509/", "/pkcs12/", "/wsse/", "/tsp/"];
    if path.starts_with("/api/") || path.starts_with("/deliveries/") {
        Some(Face::Own)
    } else if NCANODE.iter().any(|root| path.starts_with(root)) {
        Some(Face::Ncanode)
    } else if path.starts_with("/mobile/") {
        Some(Face::EgovMobile)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_for_programs_has_a_face_and_no_page_has() {
        for route in crate::routes::all() {
            let ours = ROUTES.iter().any(|own| own.path == route.path);
            assert_eq!(face(route.path).is_some(), ours, "{}", route.path);
        }
    }
}
