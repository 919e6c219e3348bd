//! Certificate extensions of the NCA's profile.
//!
//! Addresses are under `.test` (RFC 6761), so that nobody fetches them. Must never: name a real server.

use crate::{Algorithm, PersonSpec, Purpose, Role, der, oids};

/// keyUsage bits, most significant first: (unused bits, octet).
pub const SIGN_AND_COMMIT: (u8, u8) = (6, 0xc0);
pub const SIGN_COMMIT_AND_AGREE: (u8, u8) = (3, 0xc8);
pub const SIGN_AND_ENCIPHER: (u8, u8) = (5, 0xa0);
pub const CERTIFICATES_AND_CRLS: (u8, u8) = (1, 0x06);

pub fn authority(identifier: &[u8], authority: &[u8]) -> Vec<Vec<u8>> {
    vec![
        basic_constraints(None),
        key_usage(CERTIFICATES_AND_CRLS),
        subject_key_identifier(identifier),
        authority_key_identifier(authority),
    ]
}

pub fn person(spec: &PersonSpec, identifier: &[u8], authority: &[u8]) -> Vec<Vec<u8>> {
    let algorithm = spec.algorithm.name();
    let store = der::sequence(&[der::oid(oids::KEY_STORE_PKCS12)]);
    let mut all = vec![
        extension(oids::CERTIFICATE_POLICIES, &policies(spec)),
        extension(oids::AUTHORITY_INFORMATION_ACCESS, &information_access(algorithm)),
        extension(
            oids::CRL_DISTRIBUTION_POINTS,
            &distribution_point(&format!("http://nca.test/crl/nca_{algorithm}.crl")),
        ),
        extension(oids::FRESHEST_CRL, &distribution_point(&format!("http://nca.test/crl/nca_d_{algorithm}.crl"))),
    ];
    let usages: Vec<_> = usages(spec).into_iter().map(der::oid).collect();
    if !usages.is_empty() {
        all.push(extension(oids::EXTENDED_KEY_USAGE, &der::sequence(&usages)));
    }
    all.extend([
        key_usage(match (spec.algorithm, spec.purpose) {
            (Algorithm::Gost512 | Algorithm::Gost256, _) => SIGN_COMMIT_AND_AGREE,
            (_, Purpose::Sign) => SIGN_AND_COMMIT,
            (_, Purpose::Authenticate) => SIGN_AND_ENCIPHER,
        }),
        subject_key_identifier(identifier),
        authority_key_identifier(authority),
        extension(oids::KEY_STORE_KIND, &store),
    ]);
    all
}

pub fn authority_key_identifier(identifier: &[u8]) -> Vec<u8> {
    extension(oids::AUTHORITY_KEY_IDENTIFIER, &der::sequence(&[der::implicit(0, identifier)]))
}

pub fn extension(identifier: &str, value: &[u8]) -> Vec<u8> {
    der::sequence(&[der::oid(identifier), der::octet_string(value)])
}

pub fn critical(identifier: &str, value: &[u8]) -> Vec<u8> {
    der::sequence(&[der::oid(identifier), der::boolean_true(), der::octet_string(value)])
}

/// basicConstraints with cA, and pathLenConstraint where given.
pub fn basic_constraints(path_len: Option<u64>) -> Vec<u8> {
    let mut fields = vec![der::boolean_true()];
    fields.extend(path_len.map(der::small_integer));
    critical(oids::BASIC_CONSTRAINTS, &der::sequence(&fields))
}

/// extKeyUsage, critical as a TSA must have it (RFC 3161 2.3).
pub fn purposes(purposes: &[&str]) -> Vec<u8> {
    critical(oids::EXTENDED_KEY_USAGE, &der::sequence(&purposes.iter().map(|oid| der::oid(oid)).collect::<Vec<_>>()))
}

/// id-pkix-ocsp-nocheck. RFC 6960 says NULL; the NCA's responders of 2004 keys carry an empty body.
pub fn ocsp_nocheck(algorithm: Algorithm) -> Vec<u8> {
    let body = if algorithm == Algorithm::Gost2004 { Vec::new() } else { der::null() };
    extension(oids::OCSP_NOCHECK, &body)
}

/// keyUsage from (unused bits, octet).
pub fn key_usage((unused, octet): (u8, u8)) -> Vec<u8> {
    critical(oids::KEY_USAGE, &der::bits(unused, &[octet]))
}

pub fn subject_key_identifier(identifier: &[u8]) -> Vec<u8> {
    extension(oids::SUBJECT_KEY_IDENTIFIER, &der::octet_string(identifier))
}

/// extKeyUsage: the purpose, then the roles.
fn usages(spec: &PersonSpec) -> Vec<&'static str> {
    let purpose = match spec.purpose {
        Purpose::Sign => oids::EMAIL_PROTECTION,
        Purpose::Authenticate => oids::CLIENT_AUTH,
    };
    match &spec.role {
        Role::Individual => vec![purpose, oids::INDIVIDUAL],
        Role::FirstHead { .. } => vec![purpose, oids::LEGAL_ENTITY, oids::FIRST_HEAD],
        Role::RightToSign { .. } => vec![purpose, oids::LEGAL_ENTITY, oids::RIGHT_TO_SIGN],
        Role::FinancialRightToSign { .. } => vec![purpose, oids::LEGAL_ENTITY, oids::FINANCIAL_RIGHT_TO_SIGN],
        Role::HumanResources { .. } => vec![purpose, oids::LEGAL_ENTITY, oids::HUMAN_RESOURCES],
        Role::Employee { .. } => vec![purpose, oids::LEGAL_ENTITY, oids::EMPLOYEE],
        Role::TreasuryClient { .. } => vec![purpose, oids::LEGAL_ENTITY, oids::TREASURY_CLIENT],
        Role::CivilServant { .. } => vec![purpose, oids::CIVIL_SERVANT],
        Role::NcaStaff => vec![purpose, oids::NCA_STAFF],
        Role::WithoutPurposes { .. } => vec![],
        Role::InformationSystem { .. } => vec![oids::LEGAL_ENTITY, oids::INFORMATION_SYSTEM],
    }
}

fn policies(spec: &PersonSpec) -> Vec<u8> {
    let policy = match (spec.algorithm, spec.purpose) {
        (Algorithm::Gost512 | Algorithm::Gost256, _) => oids::POLICY_GOST512,
        (Algorithm::Gost2004, Purpose::Sign) => oids::POLICY_SIGN_GOST2004,
        (Algorithm::Gost2004, Purpose::Authenticate) => oids::POLICY_AUTH_GOST2004,
        (Algorithm::Rsa, Purpose::Sign) => oids::POLICY_SIGN_RSA,
        (Algorithm::Rsa, Purpose::Authenticate) => oids::POLICY_AUTH_RSA,
    };
    let statement = der::sequence(&[der::oid(oids::POLICY_CPS), der::element(0x16, b"http://nca.test/cps")]);
    der::sequence(&[der::sequence(&[der::oid(policy), der::sequence(&[statement])])])
}

fn information_access(algorithm: &str) -> Vec<u8> {
    let access = |method, address: &str| der::sequence(&[der::oid(method), der::implicit(6, address.as_bytes())]);
    der::sequence(&[
        access(oids::ACCESS_OCSP, "http://nca.test/ocsp/"),
        access(oids::ACCESS_CA_ISSUERS, &format!("http://nca.test/cert/nca_{algorithm}.cer")),
    ])
}

fn distribution_point(address: &str) -> Vec<u8> {
    let full_name = der::explicit(0, &der::implicit(6, address.as_bytes()));
    der::sequence(&[der::sequence(&[der::explicit(0, &full_name)])])
}
