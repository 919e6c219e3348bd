//! `elshi trust add`: takes a certificate of an authority into the folder.
//! Here because a root pinned by nobody is how a trust list is taken over. It must never take in an unknown self-signed root whose
//! fingerprint was not given, a certificate that is no authority's, or a root of the other environment.

use std::path::Path;

use eds::{Certificate, TrustList};
use gateways::nca::{CERTIFICATE_BYTES_MAX, replace};

use super::settings::Settings;
use super::shelf::{Shelf, fingerprint, name, title};
use super::{EXIT_DONE, Failed, failed, no_input, print};

pub fn run(folder: &Path, file: &Path, sha256: Option<&str>) -> Result<u8, Failed> {
    let told = |error: std::io::Error| no_input(format!("{}: {error}", file.display()));
    if std::fs::metadata(file).map_err(told)?.len() > CERTIFICATE_BYTES_MAX as u64 {
        return Err(failed(format!("{}: larger than any certificate", file.display())));
    }
    let octets = std::fs::read(file).map_err(told)?;
    let refused = |why: String| failed(format!("{}: not taken in: {why}", file.display()));
    let certificate = only(&octets).map_err(refused)?;
    let settings = Settings::read(folder).map_err(no_input)?;
    let shelf = Shelf::read(folder).map_err(no_input)?;
    let shown = fingerprint(&certificate);
    print(&format!("{}\nSHA-256 {shown}", title(&certificate)));
    if shelf.list.is_listed(&certificate) {
        print("is in the list already");
        return Ok(EXIT_DONE);
    }
    if let Some(given) = sha256
        && given != shown
    {
        return Err(refused(format!("its fingerprint is not the one given ({given})")));
    }
    let register = Settings::register(settings.register_of_its_kind()).map_err(failed)?;
    let known = sha256.is_some() || register.pin(&shown).is_some() || settings.pin(&shown).is_some();
    admit(&certificate, &shelf.list, known).map_err(refused)?;
    let stem = name(&file.with_extension(""));
    let path = folder.join(gateways::nca::file_name(&stem, ".cer"));
    if path.exists() {
        return Err(refused(format!("another file is called {} already", path.display())));
    }
    replace(&path, certificate.der()).map_err(|error| failed(format!("{}: {error}", path.display())))?;
    print(&format!("taken in as {}", path.display()));
    Ok(EXIT_DONE)
}

/// The one certificate of a file.
pub fn only(octets: &[u8]) -> Result<Certificate, String> {
    let blocks = eds::input::decode_bundle(octets).map_err(|_| "it is no certificate".to_owned())?;
    match blocks.as_slice() {
        [block] => Certificate::from_der(block).map_err(|error| format!("it is no certificate ({error})")),
        _ => Err("it holds several certificates; add them one by one".to_owned()),
    }
}

/// An authority, its signature right; a root only if it is `known`; else under an authority that is listed.
fn admit(certificate: &Certificate, list: &TrustList, known: bool) -> Result<(), String> {
    if !certificate.extensions().ca {
        return Err("it is not the certificate of an authority (basicConstraints cA)".to_owned());
    }
    if certificate.is_self_issued() && certificate.verify_issued_by(certificate).is_ok() {
        return if known {
            Ok(())
        } else {
            Err("nobody here knows this root. Compare the fingerprint above with the one that its owner publishes, then say \
                 --sha256 HEX"
                .to_owned())
        };
    }
    let above = list.listed().iter().map(|listed| &listed.certificate);
    let mut above = above.filter(|issuer| certificate.issuer().matches(issuer.subject()));
    if above.any(|issuer| certificate.verify_issued_by(issuer).is_ok()) {
        Ok(())
    } else {
        Err(format!("no certificate of the list issued it; add the one of its issuer first ({})", certificate.issuer()))
    }
}
