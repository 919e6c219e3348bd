//! Which kind of thing octets are, and what it says.
//! Here apart from the printing. The order of the trials is part of the meaning: it must never take a message for its part.

use eds::crl::Crl;
use eds::digest::DigestAlgorithm;
use eds::input::{Decoded, decode_bundle, decode_input};
use eds::ocsp::{self, Answer, OcspResponse, Status};
use eds::timestamp::{Imprint, RequestInfo, ResponseRefused, token_in};
use eds::{Certificate, CertificateSummary, oid};
use jiff::Timestamp;
use signer::{Keystore, KeystoreError};

use super::super::args::LangName;
use super::labels::{self as l, in_lang};
use super::{Seen, message};

/// Answers of one OCSP response that are shown.
const ANSWERS_SHOWN_MAX: usize = 100;

/// Why a file is not told.
#[derive(Debug)]
pub enum Problem {
    Unknown,
    PasswordMissing,
    Keystore(KeystoreError),
}

impl Problem {
    pub fn sentence(&self, lang: LangName) -> String {
        match self {
            Self::Unknown => in_lang(&l::UNKNOWN_FILE, lang).to_owned(),
            Self::PasswordMissing => in_lang(&l::PASSWORD_MISSING, lang).to_owned(),
            Self::Keystore(error) => error.sentence(lang.lang()),
        }
    }
}

/// Everything in a file: one thing, or all blocks of a PEM bundle.
pub fn tell(input: &[u8], password: Option<&str>, now: Timestamp, lang: LangName) -> Result<Vec<Seen>, Problem> {
    match decode_input(input) {
        Ok(Decoded::Xml(_)) => message::xml(input, now).map(|seen| vec![seen]).ok_or(Problem::Unknown),
        Ok(Decoded::Binary(octets)) => binary(&octets, password, now, lang).map(|seen| vec![seen]),
        Err(_) => {
            let blocks = decode_bundle(input).map_err(|_| Problem::Unknown)?;
            blocks.iter().map(|block| binary(block, password, now, lang)).collect()
        }
    }
}

fn binary(octets: &[u8], password: Option<&str>, now: Timestamp, lang: LangName) -> Result<Seen, Problem> {
    if Keystore::is_one(octets) {
        return keystore(octets, password.ok_or(Problem::PasswordMissing)?);
    }
    if let Some(seen) = message::cms(octets, now) {
        return Ok(seen);
    }
    if let Ok(read) = Certificate::from_der(octets) {
        return Ok(certificate(&read));
    }
    if let Ok(read) = Crl::from_der(octets.to_vec()) {
        return Ok(crl(&read));
    }
    if let Ok(read) = OcspResponse::from_der(octets) {
        return Ok(ocsp_response(&read));
    }
    if let Some(why) = ocsp::refusal(octets) {
        return Ok(Seen { kind: l::OCSP, facts: vec![(l::REFUSED, why.to_owned())], parts: Vec::new() });
    }
    if let Ok(read) = RequestInfo::read(octets) {
        return Ok(request(&read));
    }
    match token_in(octets) {
        Ok(token) => {
            let token = message::token(token).ok_or(Problem::Unknown)?;
            Ok(Seen { kind: l::TIMESTAMP_RESPONSE, facts: Vec::new(), parts: vec![token] })
        }
        Err(refused @ ResponseRefused::Failed { .. }) => {
            let facts = vec![(l::REFUSED, refused.sentence(lang.lang()))];
            Ok(Seen { kind: l::TIMESTAMP_RESPONSE, facts, parts: Vec::new() })
        }
        Err(_) => Err(Problem::Unknown),
    }
}

fn keystore(octets: &[u8], password: &str) -> Result<Seen, Problem> {
    let opened = Keystore::open(octets, password).map_err(Problem::Keystore)?;
    let mut parts = Vec::new();
    for entry in opened.entries() {
        let mut facts = vec![(l::ALGORITHM, entry.key.algorithm().as_str().to_owned())];
        facts.extend(entry.alias.clone().map(|alias| (l::ALIAS, alias)));
        parts.push(Seen { kind: l::KEY, facts, parts: entry.certificate.iter().map(certificate).collect() });
    }
    parts.extend(opened.other_certificates().iter().map(certificate));
    Ok(Seen { kind: l::KEYSTORE, facts: vec![(l::KEYS, opened.entries().len().to_string())], parts })
}

pub fn certificate(read: &Certificate) -> Seen {
    let summary = CertificateSummary::of(read);
    let mut facts = vec![(l::SUBJECT, summary.subject), (l::ISSUER, summary.issuer), (l::SERIAL, summary.serial)];
    facts.push((l::NOT_BEFORE, summary.not_before.to_string()));
    facts.push((l::NOT_AFTER, summary.not_after.to_string()));
    facts.extend(summary.iin.map(|iin| (l::IIN, iin)));
    facts.extend(summary.bin.map(|bin| (l::BIN, bin)));
    let roles: Vec<_> = summary.roles.iter().map(|role| role.as_str()).collect();
    facts.extend((!roles.is_empty()).then(|| (l::ROLES, roles.join(", "))));
    if let Some(usage) = read.extensions().key_usage {
        facts.push((l::KEY_USAGE, usage.names().collect::<Vec<_>>().join(", ")));
    }
    if let Ok(key) = read.key() {
        facts.push((l::ALGORITHM, key.algorithm().as_str().to_owned()));
        facts.push((l::BITS, key.bits().to_string()));
    }
    let policies: Vec<_> = read.extensions().certificate_policies.iter().map(|policy| oid::dotted(policy)).collect();
    let addresses = read.addresses();
    let lists = [
        (l::POLICIES, policies),
        (l::CRL_ADDRESSES, addresses.crl),
        (l::DELTA_ADDRESSES, addresses.delta_crl),
        (l::OCSP_ADDRESSES, addresses.ocsp),
    ];
    facts.extend(lists.into_iter().filter(|(_, all)| !all.is_empty()).map(|(label, all)| (label, all.join(", "))));
    facts.push((l::FINGERPRINT, hex(&DigestAlgorithm::Sha256.digest(&[read.der()]))));
    Seen { kind: l::CERTIFICATE, facts, parts: Vec::new() }
}

fn crl(read: &Crl) -> Seen {
    let mut facts = vec![(l::ISSUER, read.issuer().to_string())];
    facts.extend(read.number().map(|number| (l::NUMBER, hex(number))));
    facts.extend(read.base_number().map(|number| (l::BASE_NUMBER, hex(number))));
    facts.push((l::THIS_UPDATE, read.this_update().to_string()));
    facts.extend(read.next_update().map(|time| (l::NEXT_UPDATE, time.to_string())));
    facts.push((l::ENTRIES, read.len().to_string()));
    Seen { kind: if read.is_delta() { l::DELTA_CRL } else { l::CRL }, facts, parts: Vec::new() }
}

fn ocsp_response(read: &OcspResponse) -> Seen {
    let answers = read.answers();
    let facts = vec![(l::PRODUCED_AT, read.produced_at().to_string()), (l::ANSWERS, answers.len().to_string())];
    Seen { kind: l::OCSP, facts, parts: answers.iter().take(ANSWERS_SHOWN_MAX).map(answer).collect() }
}

fn answer(read: &Answer) -> Seen {
    let mut facts = vec![(l::SERIAL, hex(read.serial()))];
    match read.status {
        Status::Good => facts.push((l::STATUS, l::GOOD.name.to_owned())),
        Status::Unknown => facts.push((l::STATUS, l::UNKNOWN.name.to_owned())),
        Status::Revoked(revocation) => {
            facts.push((l::STATUS, l::REVOKED.name.to_owned()));
            facts.push((l::REVOKED_AT, revocation.at.to_string()));
        }
    }
    facts.push((l::THIS_UPDATE, read.this_update.to_string()));
    facts.extend(read.next_update.map(|time| (l::NEXT_UPDATE, time.to_string())));
    Seen { kind: l::ANSWER, facts, parts: Vec::new() }
}

fn request(read: &RequestInfo) -> Seen {
    let mut facts = imprint(&read.imprint);
    facts.extend(read.policy.clone().map(|policy| (l::POLICY, policy)));
    facts.extend(read.nonce.as_deref().map(|nonce| (l::NONCE, hex(nonce))));
    Seen { kind: l::TIMESTAMP_REQUEST, facts, parts: Vec::new() }
}

pub fn imprint(read: &Imprint) -> Vec<(l::Label, String)> {
    let algorithm = read.algorithm.map_or_else(|| read.oid.clone(), |known| known.name().to_owned());
    vec![(l::IMPRINT_ALGORITHM, algorithm), (l::IMPRINT, hex(&read.octets))]
}

pub fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}
