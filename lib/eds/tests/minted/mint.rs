//! What testkit's mini NCA does not issue: authorities below it, a TSA, an OCSP responder, delta lists, tokens.
//! Here beside its only user. It signs and never verifies; GOST-2015-512 throughout.

use jiff::{SignedDuration, Timestamp};
use testkit::certificate::Certificate;
use testkit::{Algorithm, Key, Nca, Person, PersonSpec, der};

pub const DAY: SignedDuration = SignedDuration::from_hours(24);
pub const ALGORITHM: Algorithm = Algorithm::Gost512;

/// Key and certificate of anybody.
pub struct Holder {
    pub key: Key,
    pub certificate: Certificate,
    /// Subject name in DER.
    pub name: Vec<u8>,
}

pub fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

pub fn nca() -> Nca {
    Nca::new([7; 32], now())
}

pub fn issuing(nca: &Nca) -> Holder {
    let authority = &nca.hierarchy(ALGORITHM).issuing;
    Holder { key: authority.key.clone(), certificate: authority.certificate.clone(), name: authority.name().to_vec() }
}

pub fn person(nca: &Nca) -> Person {
    nca.person(&PersonSpec::individual("applicant", ALGORITHM))
}

pub fn extension(oid: &str, critical: bool, body: &[u8]) -> Vec<u8> {
    let mut parts = vec![der::oid(oid)];
    if critical {
        parts.push(der::boolean_true());
    }
    parts.push(der::octet_string(body));
    der::sequence(&parts)
}

pub fn purposes(oids: &[&str]) -> Vec<u8> {
    extension("2.5.29.37", true, &der::sequence(&oids.iter().map(|oid| der::oid(oid)).collect::<Vec<_>>()))
}

/// basicConstraints cA and keyCertSign, cRLSign; `path_len` where given.
pub fn authority(path_len: Option<u64>) -> Vec<Vec<u8>> {
    let mut constraints = vec![der::boolean_true()];
    constraints.extend(path_len.map(der::small_integer));
    vec![
        extension("2.5.29.19", true, &der::sequence(&constraints)),
        extension("2.5.29.15", true, &der::bits(1, &[0x06])),
    ]
}

/// emailProtection and role individual, digitalSignature and nonRepudiation.
pub fn signer() -> Vec<Vec<u8>> {
    vec![extension("2.5.29.15", true, &der::bits(6, &[0xc0])), purposes(&["1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.1"])]
}

pub fn name(common_name: &str) -> Vec<u8> {
    let attribute = der::sequence(&[der::oid("2.5.4.3"), der::utf8(common_name)]);
    der::sequence(&[der::set_of(&[attribute])])
}

/// Issues a certificate valid for a year around `now`.
pub fn issue(issuer: &Holder, common_name: &str, number: u8, extensions: &[Vec<u8>]) -> Holder {
    let key = Key::from_seed(ALGORITHM, [number; 32]);
    let mut all = vec![extension("2.5.29.14", false, &der::octet_string(&[number; 20]))];
    all.extend_from_slice(extensions);
    let subject = name(common_name);
    let to_be_signed = der::sequence(&[
        der::explicit(0, &der::small_integer(2)),
        der::integer(&[0x11, number]),
        ALGORITHM.signature_identifier(),
        issuer.name.clone(),
        der::sequence(&[der::time(now() - DAY * 180), der::time(now() + DAY * 180)]),
        subject.clone(),
        key.public_key_info(),
        der::explicit(3, &der::sequence(&all)),
    ]);
    let signed = sign(issuer, to_be_signed);
    Holder { key, certificate: Certificate::read(&signed), name: subject }
}

fn sign(signer: &Holder, to_be_signed: Vec<u8>) -> Vec<u8> {
    let signature = der::bit_string(&signer.key.sign(&to_be_signed));
    der::sequence(&[to_be_signed, ALGORITHM.signature_identifier(), signature])
}

pub fn holder(person: &Person) -> Holder {
    Holder { key: person.key.clone(), certificate: person.certificate.clone(), name: Vec::new() }
}

/// ContentInfo with one signer; `unsigned` gives timestamp tokens over the signature.
pub fn signed_data(
    content_type: &str,
    content: &[u8],
    certificates: &[&Holder],
    signer: &Holder,
    tokens: impl Fn(&[u8]) -> Vec<Vec<u8>>,
) -> Vec<u8> {
    let attribute = |oid: &str, value| der::sequence(&[der::oid(oid), der::set_of(&[value])]);
    let attributes = der::sorted(&[
        attribute("1.2.840.113549.1.9.3", der::oid(content_type)),
        attribute("1.2.840.113549.1.9.4", der::octet_string(&ALGORITHM.digest(content))),
    ]);
    let signature = signer.key.sign(&der::element(der::SET, &attributes));
    let mut info = vec![
        der::small_integer(1),
        der::sequence(&[signer.certificate.issuer.clone(), signer.certificate.serial.clone()]),
        ALGORITHM.digest_identifier(),
        der::explicit(0, &attributes),
        ALGORITHM.signature_identifier(),
        der::octet_string(&signature),
    ];
    let unsigned: Vec<_> =
        tokens(&signature).into_iter().map(|token| attribute("1.2.840.113549.1.9.16.2.14", token)).collect();
    if !unsigned.is_empty() {
        info.push(der::explicit(1, &der::sorted(&unsigned)));
    }
    let certificates: Vec<_> = certificates.iter().map(|holder| holder.certificate.der.clone()).collect();
    let body = der::sequence(&[
        der::small_integer(3),
        der::set_of(&[ALGORITHM.digest_identifier()]),
        der::sequence(&[der::oid(content_type), der::explicit(0, &der::octet_string(content))]),
        der::explicit(0, &der::sorted(&certificates)),
        der::set_of(&[der::sequence(&info)]),
    ]);
    der::sequence(&[der::oid("1.2.840.113549.1.7.2"), der::explicit(0, &body)])
}

/// A timestamp token over `signature`, imprint by Streebog-512.
pub fn token(signature: &[u8], at: Timestamp, tsa: &Holder) -> Vec<u8> {
    token_with(signature, at, tsa, None)
}

/// The same with a nonce (INTEGER in DER).
pub fn token_with(signature: &[u8], at: Timestamp, tsa: &Holder, nonce: Option<Vec<u8>>) -> Vec<u8> {
    let mut fields = vec![
        der::small_integer(1),
        der::oid("1.2.398.3.3.2.6.4"),
        der::sequence(&[ALGORITHM.digest_identifier(), der::octet_string(&ALGORITHM.digest(signature))]),
        der::small_integer(77),
        generalized(at),
    ];
    fields.extend(nonce);
    let info = der::sequence(&fields);
    signed_data("1.2.840.113549.1.9.16.1.4", &info, &[tsa], tsa, |_| Vec::new())
}

pub fn generalized(at: Timestamp) -> Vec<u8> {
    der::element(0x18, at.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes())
}

/// certStatus good [0].
pub fn good() -> Vec<u8> {
    der::element(0x80, &[])
}

/// certStatus revoked [1].
pub fn revoked(at: Timestamp) -> Vec<u8> {
    der::element(0xa1, &generalized(at))
}

/// An OCSP response about `serial` (INTEGER in DER) under `issuer`, signed by `responder`.
pub fn ocsp(issuer: &Holder, serial: &[u8], status: Vec<u8>, at: Timestamp, responder: &Holder) -> Vec<u8> {
    ocsp_with(issuer, serial, status, at, responder, &[])
}

/// The same with responseExtensions.
pub fn ocsp_with(
    issuer: &Holder,
    serial: &[u8],
    status: Vec<u8>,
    at: Timestamp,
    responder: &Holder,
    extensions: &[Vec<u8>],
) -> Vec<u8> {
    let key_info = issuer.key.public_key_info();
    let read = eds::der::single(&key_info, eds::der::Rules::Der).unwrap();
    let mut fields = read.enter().unwrap();
    fields.read().unwrap();
    let key = fields.read().unwrap().whole_bits().unwrap();
    let id = der::sequence(&[
        ALGORITHM.digest_identifier(),
        der::octet_string(&ALGORITHM.digest(&issuer.name)),
        der::octet_string(&ALGORITHM.digest(key)),
        serial.to_vec(),
    ]);
    let answer = der::sequence(&[id, status, generalized(at)]);
    let mut parts = vec![der::explicit(1, &responder.name), generalized(at), der::sequence(&[answer])];
    if !extensions.is_empty() {
        parts.push(der::explicit(1, &der::sequence(extensions)));
    }
    let to_be_signed = der::sequence(&parts);
    let signature = der::bit_string(&responder.key.sign(&to_be_signed));
    let basic = der::sequence(&[
        to_be_signed,
        ALGORITHM.signature_identifier(),
        signature,
        der::explicit(0, &der::sequence(std::slice::from_ref(&responder.certificate.der))),
    ]);
    let bytes = der::sequence(&[der::oid("1.3.6.1.5.5.7.48.1.1"), der::octet_string(&basic)]);
    der::sequence(&[der::enumerated(0), der::explicit(0, &bytes)])
}

/// A list of `issuer`: number, base number of a delta, and entries (serial INTEGER, time, reason).
pub fn crl(
    issuer: &Holder,
    number: u64,
    base: Option<u64>,
    (from, until): (Timestamp, Timestamp),
    entries: &[(&[u8], Timestamp, u8)],
) -> Vec<u8> {
    limited_crl(issuer, number, base, (from, until), entries, None)
}

/// The same with an issuingDistributionPoint of these fields.
pub fn limited_crl(
    issuer: &Holder,
    number: u64,
    base: Option<u64>,
    (from, until): (Timestamp, Timestamp),
    entries: &[(&[u8], Timestamp, u8)],
    limits: Option<Vec<u8>>,
) -> Vec<u8> {
    let mut fields = vec![
        der::small_integer(1),
        ALGORITHM.signature_identifier(),
        issuer.name.clone(),
        der::time(from),
        der::time(until),
    ];
    if !entries.is_empty() {
        let entry = |(serial, at, reason): &(&[u8], Timestamp, u8)| {
            let reason = extension("2.5.29.21", false, &der::enumerated(*reason));
            der::sequence(&[serial.to_vec(), der::time(*at), der::sequence(&[reason])])
        };
        fields.push(der::sequence(&entries.iter().map(entry).collect::<Vec<_>>()));
    }
    let mut extensions = vec![extension("2.5.29.20", false, &der::small_integer(number))];
    extensions.extend(base.map(|base| extension("2.5.29.27", true, &der::small_integer(base))));
    extensions.extend(limits.map(|limits| extension("2.5.29.28", true, &der::sequence(&[limits]))));
    fields.push(der::explicit(0, &der::sequence(&extensions)));
    sign(issuer, der::sequence(&fields))
}
