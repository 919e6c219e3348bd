//! Object identifiers of the NCA RK profile (arc 1.2.398) and of PKIX, by their standard names.
//!
//! Source: the tables of the NCA's own provider, proved on its certificates. Must never: hold logic.

pub const GOST2004_KEY: &str = "1.2.398.3.10.1.1.1.1";
pub const GOST2004_CURVE: &str = "1.2.398.3.10.1.1.1.1.1";
pub const GOST2004_DIGEST: &str = "1.2.398.3.10.1.3.1";
/// The S-box of the digest, named in the key's parameters.
pub const GOST2004_DIGEST_PARAMETERS: &str = "1.2.398.3.10.1.3.1.1.0";
pub const GOST2004_SIGNATURE: &str = "1.2.398.3.10.1.1.1.2";
pub const GOST512_KEY: &str = "1.2.398.3.10.1.1.2.2";
pub const GOST512_CURVE: &str = "1.2.398.3.10.1.1.2.2.1";
pub const GOST512_DIGEST: &str = "1.2.398.3.10.1.3.3";
pub const GOST512_SIGNATURE: &str = "1.2.398.3.10.1.1.2.3.2";
pub const RSA_ENCRYPTION: &str = "1.2.840.113549.1.1.1";
pub const SHA256_WITH_RSA: &str = "1.2.840.113549.1.1.11";
pub const SHA256: &str = "2.16.840.1.101.3.4.2.1";

pub const COMMON_NAME: &str = "2.5.4.3";
pub const SURNAME: &str = "2.5.4.4";
pub const SERIAL_NUMBER: &str = "2.5.4.5";
pub const COUNTRY: &str = "2.5.4.6";
pub const ORGANIZATION: &str = "2.5.4.10";
pub const ORGANIZATIONAL_UNIT: &str = "2.5.4.11";
/// The NCA writes the patronymic here.
pub const GIVEN_NAME: &str = "2.5.4.42";
pub const USER_ID: &str = "0.9.2342.19200300.100.1.1";

pub const SUBJECT_KEY_IDENTIFIER: &str = "2.5.29.14";
pub const KEY_USAGE: &str = "2.5.29.15";
pub const BASIC_CONSTRAINTS: &str = "2.5.29.19";
pub const CRL_NUMBER: &str = "2.5.29.20";
pub const CRL_REASON: &str = "2.5.29.21";
pub const CRL_DISTRIBUTION_POINTS: &str = "2.5.29.31";
pub const CERTIFICATE_POLICIES: &str = "2.5.29.32";
pub const AUTHORITY_KEY_IDENTIFIER: &str = "2.5.29.35";
pub const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
pub const FRESHEST_CRL: &str = "2.5.29.46";
pub const AUTHORITY_INFORMATION_ACCESS: &str = "1.3.6.1.5.5.7.1.1";
pub const ACCESS_OCSP: &str = "1.3.6.1.5.5.7.48.1";
pub const ACCESS_CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";
pub const POLICY_CPS: &str = "1.3.6.1.5.5.7.2.1";
/// What holds the key (PKCS#12, ID card, token).
pub const KEY_STORE_KIND: &str = "1.2.398.3.3.5";
pub const KEY_STORE_PKCS12: &str = "1.2.398.3.3.5.1.1";

pub const EMAIL_PROTECTION: &str = "1.3.6.1.5.5.7.3.4";
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";
pub const INDIVIDUAL: &str = "1.2.398.3.3.4.1.1";
pub const LEGAL_ENTITY: &str = "1.2.398.3.3.4.1.2";
pub const FIRST_HEAD: &str = "1.2.398.3.3.4.1.2.1";
pub const RIGHT_TO_SIGN: &str = "1.2.398.3.3.4.1.2.2";
pub const EMPLOYEE: &str = "1.2.398.3.3.4.1.2.5";
pub const INFORMATION_SYSTEM: &str = "1.2.398.3.3.4.1.2.6";

pub const POLICY_GOST512: &str = "1.2.398.3.3.2";
pub const POLICY_SIGN_GOST2004: &str = "1.2.398.3.3.2.1";
pub const POLICY_AUTH_GOST2004: &str = "1.2.398.3.3.2.2";
pub const POLICY_SIGN_RSA: &str = "1.2.398.3.3.2.3";
pub const POLICY_AUTH_RSA: &str = "1.2.398.3.3.2.4";

pub const DATA: &str = "1.2.840.113549.1.7.1";
pub const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
pub const ENCRYPTED_DATA: &str = "1.2.840.113549.1.7.6";
pub const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
pub const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
pub const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";

pub const PBE_SHA1_3DES: &str = "1.2.840.113549.1.12.1.3";
pub const PBE_SHA1_RC2_40: &str = "1.2.840.113549.1.12.1.6";
pub const SHROUDED_KEY_BAG: &str = "1.2.840.113549.1.12.10.1.2";
pub const CERTIFICATE_BAG: &str = "1.2.840.113549.1.12.10.1.3";
