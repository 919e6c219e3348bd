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
pub const GOST256_KEY: &str = "1.2.398.3.10.1.1.2.1";
pub const GOST256_CURVE: &str = "1.2.398.3.10.1.1.2.1.1";
pub const GOST256_SIGNATURE: &str = "1.2.398.3.10.1.1.2.3.1";
pub const RSA_ENCRYPTION: &str = "1.2.840.113549.1.1.1";
pub const SHA256_WITH_RSA: &str = "1.2.840.113549.1.1.11";
pub const SHA1_WITH_RSA: &str = "1.2.840.113549.1.1.5";
pub const MD5_WITH_RSA: &str = "1.2.840.113549.1.1.4";
pub const SHA384_WITH_RSA: &str = "1.2.840.113549.1.1.12";
pub const SHA512_WITH_RSA: &str = "1.2.840.113549.1.1.13";
pub const SHA1: &str = "1.3.14.3.2.26";
pub const SHA384: &str = "2.16.840.1.101.3.4.2.2";
pub const SHA512: &str = "2.16.840.1.101.3.4.2.3";
pub const STREEBOG_256: &str = "1.2.398.3.10.1.3.2";
pub const SHA256: &str = "2.16.840.1.101.3.4.2.1";

pub const COMMON_NAME: &str = "2.5.4.3";
pub const SURNAME: &str = "2.5.4.4";
pub const SERIAL_NUMBER: &str = "2.5.4.5";
pub const COUNTRY: &str = "2.5.4.6";
pub const LOCALITY: &str = "2.5.4.7";
pub const STATE: &str = "2.5.4.8";
pub const ORGANIZATION: &str = "2.5.4.10";
pub const ORGANIZATIONAL_UNIT: &str = "2.5.4.11";
pub const BUSINESS_CATEGORY: &str = "2.5.4.15";
/// The NCA writes the patronymic here.
pub const GIVEN_NAME: &str = "2.5.4.42";
pub const DOMAIN_COMPONENT: &str = "0.9.2342.19200300.100.1.25";
pub const USER_ID: &str = "0.9.2342.19200300.100.1.1";

pub const SUBJECT_KEY_IDENTIFIER: &str = "2.5.29.14";
pub const KEY_USAGE: &str = "2.5.29.15";
pub const BASIC_CONSTRAINTS: &str = "2.5.29.19";
pub const CRL_NUMBER: &str = "2.5.29.20";
pub const CRL_REASON: &str = "2.5.29.21";
pub const DELTA_CRL_INDICATOR: &str = "2.5.29.27";
pub const ISSUING_DISTRIBUTION_POINT: &str = "2.5.29.28";
pub const CERTIFICATE_ISSUER: &str = "2.5.29.29";
pub const CRL_DISTRIBUTION_POINTS: &str = "2.5.29.31";
pub const CERTIFICATE_POLICIES: &str = "2.5.29.32";
pub const AUTHORITY_KEY_IDENTIFIER: &str = "2.5.29.35";
pub const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
pub const FRESHEST_CRL: &str = "2.5.29.46";
pub const AUTHORITY_INFORMATION_ACCESS: &str = "1.3.6.1.5.5.7.1.1";
pub const ACCESS_OCSP: &str = "1.3.6.1.5.5.7.48.1";
pub const ACCESS_CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";
pub const OCSP_BASIC: &str = "1.3.6.1.5.5.7.48.1.1";
pub const OCSP_NONCE: &str = "1.3.6.1.5.5.7.48.1.2";
pub const OCSP_NOCHECK: &str = "1.3.6.1.5.5.7.48.1.5";
pub const OCSP_EXTENDED_REVOKE: &str = "1.3.6.1.5.5.7.48.1.9";
/// A revocation value of RFC 5940 inside a CMS.
pub const OTHER_REVOCATION_OCSP: &str = "1.3.6.1.5.5.7.16.2";
pub const POLICY_CPS: &str = "1.3.6.1.5.5.7.2.1";
/// What holds the key (PKCS#12, ID card, token).
pub const KEY_STORE_KIND: &str = "1.2.398.3.3.5";
pub const KEY_STORE_PKCS12: &str = "1.2.398.3.3.5.1.1";

pub const EMAIL_PROTECTION: &str = "1.3.6.1.5.5.7.3.4";
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";
pub const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";
pub const OCSP_SIGNING: &str = "1.3.6.1.5.5.7.3.9";
pub const INDIVIDUAL: &str = "1.2.398.3.3.4.1.1";
pub const LEGAL_ENTITY: &str = "1.2.398.3.3.4.1.2";
pub const FIRST_HEAD: &str = "1.2.398.3.3.4.1.2.1";
pub const RIGHT_TO_SIGN: &str = "1.2.398.3.3.4.1.2.2";
pub const FINANCIAL_RIGHT_TO_SIGN: &str = "1.2.398.3.3.4.1.2.3";
pub const HUMAN_RESOURCES: &str = "1.2.398.3.3.4.1.2.4";
pub const TREASURY_CLIENT: &str = "1.2.398.5.19.1.2.2.1";
pub const NCA_STAFF: &str = "1.2.398.3.3.4.2";
/// The certification authority of state bodies (УЦГО) has an arc of its own.
pub const CIVIL_SERVANT: &str = "1.2.398.3.2.3.1";
pub const EMPLOYEE: &str = "1.2.398.3.3.4.1.2.5";
pub const INFORMATION_SYSTEM: &str = "1.2.398.3.3.4.1.2.6";

pub const POLICY_GOST512: &str = "1.2.398.3.3.2";
pub const POLICY_SIGN_GOST2004: &str = "1.2.398.3.3.2.1";
pub const POLICY_AUTH_GOST2004: &str = "1.2.398.3.3.2.2";
pub const POLICY_SIGN_RSA: &str = "1.2.398.3.3.2.3";
pub const POLICY_AUTH_RSA: &str = "1.2.398.3.3.2.4";

pub const TSA_POLICY_GOST2004: &str = "1.2.398.3.3.2.6.1";
pub const TSA_POLICY_RSA: &str = "1.2.398.3.3.2.6.2";
pub const TSA_POLICY_GOST512: &str = "1.2.398.3.3.2.6.4";

pub const DATA: &str = "1.2.840.113549.1.7.1";
pub const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
pub const ENCRYPTED_DATA: &str = "1.2.840.113549.1.7.6";
pub const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
pub const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
pub const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
pub const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";
pub const TIMESTAMP_TOKEN: &str = "1.2.840.113549.1.9.16.2.14";
pub const SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.12";
pub const SIGNING_CERTIFICATE_V2: &str = "1.2.840.113549.1.9.16.2.47";

pub const PBE_SHA1_3DES: &str = "1.2.840.113549.1.12.1.3";
pub const PBE_SHA1_RC2_40: &str = "1.2.840.113549.1.12.1.6";
pub const SHROUDED_KEY_BAG: &str = "1.2.840.113549.1.12.10.1.2";
pub const CERTIFICATE_BAG: &str = "1.2.840.113549.1.12.10.1.3";
pub const X509_CERTIFICATE: &str = "1.2.840.113549.1.9.22.1";
pub const FRIENDLY_NAME: &str = "1.2.840.113549.1.9.20";
pub const LOCAL_KEY_ID: &str = "1.2.840.113549.1.9.21";
