//! What is at hand beside the message: revocation lists, OCSP responses, certificates. Parsed once, shared.
//! Here so that a service reads a list once and verifies many files with it. It must never lend trust: all of it is
//! checked against the chain each time it is used.

use std::sync::Arc;

use crate::crl::Crl;
use crate::der::{Error, SEQUENCE};
use crate::finding::{Code, Finding};
use crate::input::{InputError, decode_bundle};
use crate::ocsp::OcspResponse;
use crate::x509::Certificate;

/// Why a file of evidence was left aside. Never a reason to call a signature invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Input(InputError),
    Structure(Error),
    /// It does not echo the nonce that was sent, so it may be an old answer played again.
    NonceDiffers,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Input(InputError::Empty) => f.write_str("empty"),
            Self::Input(_) => f.write_str("encoding"),
            Self::Structure(error) => error.fmt(f),
            Self::NonceDiffers => f.write_str("nonce"),
        }
    }
}

/// Shared evidence. `Clone` copies pointers only.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    pub(crate) crls: Vec<Arc<Crl>>,
    pub(crate) ocsp: Vec<Arc<OcspResponse>>,
    pub(crate) certificates: Vec<Arc<Certificate>>,
    /// What was left aside; every verdict warns of it.
    pub(crate) left_aside: Vec<Finding>,
}

impl Evidence {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the list in `file` (DER, PEM, base64). What cannot be read is remembered and warned of by every verdict.
    pub fn add_crl(&mut self, label: &str, file: &[u8]) -> Result<(), Unreadable> {
        let added = read(file, |block| Crl::from_der(block.to_vec()));
        self.keep(label, added, |evidence, crl| evidence.crls.push(Arc::new(crl)))
    }

    /// The same for octets that are given away: a list of 60 MB is not copied.
    pub fn add_crl_file(&mut self, label: &str, file: Vec<u8>) -> Result<(), Unreadable> {
        if file.first() != Some(&SEQUENCE) {
            return self.add_crl(label, &file);
        }
        let added = Crl::from_der(file).map(|crl| vec![crl]).map_err(Unreadable::Structure);
        self.keep(label, added, |evidence, crl| evidence.crls.push(Arc::new(crl)))
    }

    /// Adds what another holds, warnings included. Copies pointers only.
    pub fn absorb(&mut self, other: &Self) {
        self.crls.extend(other.crls.iter().cloned());
        self.ocsp.extend(other.ocsp.iter().cloned());
        self.certificates.extend(other.certificates.iter().cloned());
        self.left_aside.extend(other.left_aside.iter().cloned());
    }

    /// Adds a list that is shared with others.
    pub fn add_shared_crl(&mut self, crl: Arc<Crl>) {
        self.crls.push(crl);
    }

    /// Adds the OCSP response in `file`.
    pub fn add_ocsp(&mut self, label: &str, file: &[u8]) -> Result<(), Unreadable> {
        let added = read(file, OcspResponse::from_der);
        self.keep(label, added, |evidence, response| evidence.ocsp.push(Arc::new(response)))
    }

    /// Adds the answer to a request that carried `nonce`: one that does not echo it never counts. RFC 6960 4.4.1.
    pub fn add_ocsp_asked(&mut self, label: &str, answer: &[u8], nonce: &[u8]) -> Result<(), Unreadable> {
        let added = OcspResponse::from_der(answer).map_err(Unreadable::Structure).and_then(|response| {
            let echoed = !nonce.is_empty() && response.nonce() == Some(nonce);
            if echoed { Ok(vec![response]) } else { Err(Unreadable::NonceDiffers) }
        });
        self.keep(label, added, |evidence, response| evidence.ocsp.push(Arc::new(response)))
    }

    /// Adds a response that is shared with others.
    pub fn add_shared_ocsp(&mut self, response: Arc<OcspResponse>) {
        self.ocsp.push(response);
    }

    /// Adds certificates that may be the signer's or an issuer's. They create no trust.
    pub fn add_certificate(&mut self, label: &str, file: &[u8]) -> Result<(), Unreadable> {
        let added = read(file, Certificate::from_der);
        self.keep(label, added, |evidence, certificate| evidence.certificates.push(Arc::new(certificate)))
    }

    /// Lists that are at hand.
    #[must_use]
    pub fn crls(&self) -> &[Arc<Crl>] {
        &self.crls
    }

    fn keep<T>(
        &mut self,
        label: &str,
        added: Result<Vec<T>, Unreadable>,
        push: impl Fn(&mut Self, T),
    ) -> Result<(), Unreadable> {
        match added {
            Ok(all) => {
                all.into_iter().for_each(|one| push(self, one));
                Ok(())
            }
            Err(error) => {
                // The name only: a verdict must not show where an operator keeps files.
                let name = label.rsplit(['/', '\\']).next().unwrap_or_default();
                self.left_aside.push(match error {
                    Unreadable::NonceDiffers => Finding::about(Code::OcspNonceDiffers, name),
                    _ => Finding::about(Code::EvidenceUnreadable, format!("{name}: {error}")),
                });
                Err(error)
            }
        }
    }
}

fn read<T>(file: &[u8], parse: impl Fn(&[u8]) -> Result<T, Error>) -> Result<Vec<T>, Unreadable> {
    if file.first() == Some(&SEQUENCE) {
        return parse(file).map(|one| vec![one]).map_err(Unreadable::Structure);
    }
    let blocks = decode_bundle(file).map_err(Unreadable::Input)?;
    blocks.iter().map(|block| parse(block)).collect::<Result<_, _>>().map_err(Unreadable::Structure)
}
