//! What signed messages say: CMS, signed XML, timestamp tokens.
//! Here apart because they hold other things. It must never pass on a verdict: without a trust list there is none.

use eds::cms::{SignedData, SignerIdentifier, parse};
use eds::timestamp::TokenInfo;
use eds::{Certificate, Evidence, Policy, SignerVerdict, TrustList, oid};
use jiff::Timestamp;

use super::labels as l;
use super::{Seen, tell};

/// A CMS or a timestamp token; `None` = another thing.
pub fn cms(octets: &[u8], now: Timestamp) -> Option<Seen> {
    let message = parse(octets).ok()?;
    if oid::TST_INFO.is(message.content_type) {
        return token(octets);
    }
    let mut facts = Vec::new();
    if !oid::DATA.is(message.content_type) {
        facts.push((l::CONTENT_TYPE, oid::dotted(message.content_type)));
    }
    let size = message.content.as_ref().map(|segments| segments.iter().map(|segment| segment.len()).sum::<usize>());
    facts.push((l::FORM, if size.is_some() { l::ATTACHED } else { l::DETACHED }.name.to_owned()));
    facts.extend(size.map(|size| (l::CONTENT_BYTES, size.to_string())));
    facts.push((l::SIGNERS, message.signers.len().to_string()));
    let mut parts: Vec<Seen> = read_only(octets, now).signers.iter().map(signer_of).collect();
    for signer in &message.signers {
        let tokens = signer.unsigned_attributes.iter().flat_map(|list| list.values(&oid::TIMESTAMP_TOKEN));
        parts.extend(tokens.filter_map(|value| token(value.raw)));
    }
    parts.extend(certificates(&message).iter().map(tell::certificate));
    Some(Seen { kind: l::CMS, facts, parts })
}

/// Signed XML; `None` = XML without a signature, or none that can be read.
pub fn xml(input: &[u8], now: Timestamp) -> Option<Seen> {
    let verdict = read_only(input, now);
    let mut parts: Vec<Seen> = verdict.signers.iter().map(signer_of).collect();
    if parts.is_empty() {
        return None;
    }
    let facts = vec![(l::SIGNERS, parts.len().to_string())];
    for summary in verdict.signers.iter().filter_map(|signer| signer.certificate.as_ref()) {
        parts.extend(Certificate::from_der(&summary.der).ok().as_ref().map(tell::certificate));
    }
    Some(Seen { kind: l::XML, facts, parts })
}

/// A token; `None` = no token.
pub fn token(octets: &[u8]) -> Option<Seen> {
    let info = TokenInfo::read(octets).ok()?;
    let message = parse(octets).ok()?;
    let mut facts = vec![(l::GENERATED_AT, info.at.to_string()), (l::POLICY, info.policy)];
    facts.extend(tell::imprint(&info.imprint));
    facts.push((l::SERIAL, info.serial));
    facts.extend(info.nonce.as_deref().map(|nonce| (l::NONCE, tell::hex(nonce))));
    let inside = certificates(&message);
    let authority = message.signers.first().and_then(|signer| {
        let named = |certificate: &&Certificate| match &signer.sid {
            SignerIdentifier::IssuerAndSerial { issuer, serial } => certificate.is_identified_by(issuer, serial),
            SignerIdentifier::SubjectKeyIdentifier(wanted) => certificate.key_identifier().as_ref() == *wanted,
        };
        inside.iter().find(named)
    });
    facts.extend(authority.map(|certificate| (l::AUTHORITY, certificate.subject().to_string())));
    Some(Seen { kind: l::TIMESTAMP_TOKEN, facts, parts: Vec::new() })
}

fn certificates(message: &SignedData<'_>) -> Vec<Certificate> {
    message.certificates.iter().filter_map(|der| Certificate::from_der(der).ok()).collect()
}

/// The verdict of a verifier that trusts nobody: only what the signers say of themselves is taken from it.
fn read_only(input: &[u8], now: Timestamp) -> eds::Verdict {
    eds::verify(input, None, &TrustList::default(), &Evidence::new(), &Policy::any(), now)
}

fn signer_of(said: &SignerVerdict) -> Seen {
    let mut facts = Vec::new();
    facts.extend(said.name.clone().map(|name| (l::NAME, name)));
    facts.extend(said.iin.clone().map(|iin| (l::IIN, iin)));
    facts.extend(said.bin.clone().map(|bin| (l::BIN, bin)));
    facts.extend(said.algorithm.map(|algorithm| (l::ALGORITHM, algorithm.as_str().to_owned())));
    facts.extend(said.signing_time.map(|time| (l::SIGNING_TIME, time.to_string())));
    Seen { kind: l::SIGNER, facts, parts: Vec::new() }
}
