//! Object identifiers of the NCA RK profile and of the RFCs behind it, encoded at compile time.
//! Here so that every algorithm, extension and attribute is compared by its octets. It must never decide what is
//! accepted: that is `algorithm`, `x509` and `policy`.

/// Longest content octets among the identifiers below.
const OCTETS_MAX: usize = 16;

/// Content octets of an OBJECT IDENTIFIER. X.690 8.19.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Oid {
    octets: [u8; OCTETS_MAX],
    len: usize,
}

impl Oid {
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.octets.get(..self.len).unwrap_or_default()
    }

    /// From its dotted form; `None` = not one, or longer than any of this profile.
    #[must_use]
    pub fn dotted(text: &str) -> Option<Self> {
        let arcs: Vec<u32> = text.split('.').map(|arc| arc.parse().ok()).collect::<Option<_>>()?;
        let [root @ 0..=2, second, rest @ ..] = arcs.as_slice() else { return None };
        let mut found = Self { octets: [0; OCTETS_MAX], len: 0 };
        let first = root.checked_mul(40)?.checked_add(*second).filter(|_| *root == 2 || *second < 40)?;
        for arc in std::iter::once(&first).chain(rest) {
            let groups = (arc.checked_ilog2().unwrap_or(0) / 7 + 1) as usize;
            for group in (0..groups).rev() {
                let more = if group > 0 { 0x80 } else { 0 };
                *found.octets.get_mut(found.len)? = (arc >> (7 * group)) as u8 & 0x7f | more;
                found.len += 1;
            }
        }
        (dotted(found.as_bytes()) == text).then_some(found)
    }

    #[must_use]
    pub fn is(&self, content: &[u8]) -> bool {
        self.as_bytes() == content
    }
}

impl std::fmt::Debug for Oid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&dotted(self.as_bytes()))
    }
}

/// For constants: an identifier that does not fit stops the build.
pub const fn oid(arcs: &[u32]) -> Oid {
    let mut octets = [0u8; OCTETS_MAX];
    octets[0] = (arcs[0] * 40 + arcs[1]) as u8;
    let mut len = 1;
    let mut at = 2;
    while at < arcs.len() {
        let mut groups = 1;
        while groups < 5 && arcs[at] >> (7 * groups) != 0 {
            groups += 1;
        }
        while groups > 0 {
            groups -= 1;
            let more = if groups > 0 { 0x80 } else { 0 };
            octets[len] = ((arcs[at] >> (7 * groups)) & 0x7f) as u8 | more;
            len += 1;
        }
        at += 1;
    }
    Oid { octets, len }
}

/// Dotted form of content octets, for texts; "?" where they are not an identifier.
#[must_use]
pub fn dotted(content: &[u8]) -> String {
    let mut arcs: Vec<u64> = Vec::new();
    let mut value = 0u64;
    for octet in content {
        if value >> 56 != 0 {
            return "?".to_owned();
        }
        value = (value << 7) | u64::from(octet & 0x7f);
        if octet & 0x80 == 0 {
            arcs.push(value);
            value = 0;
        }
    }
    let Some((first, rest)) = arcs.split_first() else { return "?".to_owned() };
    let root = (*first / 40).min(2);
    let mut text = format!("{root}.{}", first - root * 40);
    for arc in rest {
        text.push('.');
        text.push_str(&arc.to_string());
    }
    text
}

// Digests.
pub const SHA1: Oid = oid(&[1, 3, 14, 3, 2, 26]);
pub const SHA256: Oid = oid(&[2, 16, 840, 1, 101, 3, 4, 2, 1]);
pub const SHA384: Oid = oid(&[2, 16, 840, 1, 101, 3, 4, 2, 2]);
pub const SHA512: Oid = oid(&[2, 16, 840, 1, 101, 3, 4, 2, 3]);
pub const GOST_34_311: Oid = oid(&[1, 2, 398, 3, 10, 1, 3, 1]);
pub const STREEBOG_256: Oid = oid(&[1, 2, 398, 3, 10, 1, 3, 2]);
pub const STREEBOG_512: Oid = oid(&[1, 2, 398, 3, 10, 1, 3, 3]);
// Keys.
pub const RSA_ENCRYPTION: Oid = oid(&[1, 2, 840, 113549, 1, 1, 1]);
pub const GOST_2004_KEY: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 1, 1]);
pub const GOST_2004_CURVE: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 1, 1, 1]);
pub const GOST_2015_256_KEY: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 2, 1]);
pub const GOST_2015_256_CURVE: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 2, 1, 1]);
pub const GOST_2015_512_KEY: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 2, 2]);
pub const GOST_2015_512_CURVE: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 2, 2, 1]);
// Signatures.
pub const MD5_WITH_RSA: Oid = oid(&[1, 2, 840, 113549, 1, 1, 4]);
pub const SHA1_WITH_RSA: Oid = oid(&[1, 2, 840, 113549, 1, 1, 5]);
pub const SHA256_WITH_RSA: Oid = oid(&[1, 2, 840, 113549, 1, 1, 11]);
pub const SHA384_WITH_RSA: Oid = oid(&[1, 2, 840, 113549, 1, 1, 12]);
pub const SHA512_WITH_RSA: Oid = oid(&[1, 2, 840, 113549, 1, 1, 13]);
pub const GOST_2004_SIGNATURE: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 1, 2]);
pub const GOST_2015_256_SIGNATURE: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 2, 3, 1]);
pub const GOST_2015_512_SIGNATURE: Oid = oid(&[1, 2, 398, 3, 10, 1, 1, 2, 3, 2]);
// CMS content types and attributes (RFC 5652, 3161, 5035).
pub const DATA: Oid = oid(&[1, 2, 840, 113549, 1, 7, 1]);
pub const SIGNED_DATA: Oid = oid(&[1, 2, 840, 113549, 1, 7, 2]);
pub const TST_INFO: Oid = oid(&[1, 2, 840, 113549, 1, 9, 16, 1, 4]);
pub const CONTENT_TYPE: Oid = oid(&[1, 2, 840, 113549, 1, 9, 3]);
pub const MESSAGE_DIGEST: Oid = oid(&[1, 2, 840, 113549, 1, 9, 4]);
pub const SIGNING_TIME: Oid = oid(&[1, 2, 840, 113549, 1, 9, 5]);
pub const TIMESTAMP_TOKEN: Oid = oid(&[1, 2, 840, 113549, 1, 9, 16, 2, 14]);
pub const SIGNING_CERTIFICATE: Oid = oid(&[1, 2, 840, 113549, 1, 9, 16, 2, 12]);
pub const SIGNING_CERTIFICATE_V2: Oid = oid(&[1, 2, 840, 113549, 1, 9, 16, 2, 47]);
pub const OTHER_REVOCATION_OCSP: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 16, 2]);
// Name attributes (X.520).
pub const COMMON_NAME: Oid = oid(&[2, 5, 4, 3]);
pub const SURNAME: Oid = oid(&[2, 5, 4, 4]);
pub const SERIAL_NUMBER: Oid = oid(&[2, 5, 4, 5]);
pub const ORGANIZATION: Oid = oid(&[2, 5, 4, 10]);
pub const ORGANIZATIONAL_UNIT: Oid = oid(&[2, 5, 4, 11]);
pub const GIVEN_NAME: Oid = oid(&[2, 5, 4, 42]);
pub const USER_ID: Oid = oid(&[0, 9, 2342, 19200300, 100, 1, 1]);
// Extensions (RFC 5280 4.2, 5.2, 5.3).
pub const SUBJECT_KEY_IDENTIFIER: Oid = oid(&[2, 5, 29, 14]);
pub const KEY_USAGE: Oid = oid(&[2, 5, 29, 15]);
pub const SUBJECT_ALT_NAME: Oid = oid(&[2, 5, 29, 17]);
pub const BASIC_CONSTRAINTS: Oid = oid(&[2, 5, 29, 19]);
pub const CRL_NUMBER: Oid = oid(&[2, 5, 29, 20]);
pub const REASON_CODE: Oid = oid(&[2, 5, 29, 21]);
pub const DELTA_CRL_INDICATOR: Oid = oid(&[2, 5, 29, 27]);
pub const ISSUING_DISTRIBUTION_POINT: Oid = oid(&[2, 5, 29, 28]);
pub const CRL_DISTRIBUTION_POINTS: Oid = oid(&[2, 5, 29, 31]);
pub const CERTIFICATE_POLICIES: Oid = oid(&[2, 5, 29, 32]);
pub const AUTHORITY_KEY_IDENTIFIER: Oid = oid(&[2, 5, 29, 35]);
pub const EXTENDED_KEY_USAGE: Oid = oid(&[2, 5, 29, 37]);
pub const FRESHEST_CRL: Oid = oid(&[2, 5, 29, 46]);
pub const AUTHORITY_INFORMATION_ACCESS: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 1, 1]);
pub const ACCESS_OCSP: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 48, 1]);
pub const ACCESS_CA_ISSUERS: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 48, 2]);
// Extended key usages (RFC 5280 4.2.1.12).
pub const CLIENT_AUTH: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 3, 2]);
pub const EMAIL_PROTECTION: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 3, 4]);
pub const TIME_STAMPING: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 3, 8]);
pub const OCSP_SIGNING: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 3, 9]);
// OCSP (RFC 6960).
pub const OCSP_BASIC: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 48, 1, 1]);
pub const OCSP_NONCE: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 48, 1, 2]);
pub const OCSP_EXTENDED_REVOKE: Oid = oid(&[1, 3, 6, 1, 5, 5, 7, 48, 1, 9]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_as_in_real_certificates() {
        // From certs/go_individual_valid: 06 0a 2a 83 0e 03 0a 01 01 02 03 02 (GOST-2015-512 signature).
        assert_eq!(GOST_2015_512_SIGNATURE.as_bytes(), [0x2a, 0x83, 0x0e, 0x03, 0x0a, 0x01, 0x01, 0x02, 0x03, 0x02]);
        assert_eq!(dotted(GOST_2015_512_SIGNATURE.as_bytes()), "1.2.398.3.10.1.1.2.3.2");
        assert_eq!(dotted(USER_ID.as_bytes()), "0.9.2342.19200300.100.1.1");
        assert_eq!(dotted(&[0xff; 20]), "?");
    }

    #[test]
    fn the_dotted_form_is_read_back() {
        for oid in [GOST_2015_512_SIGNATURE, USER_ID, SHA256, RSA_ENCRYPTION] {
            assert_eq!(Oid::dotted(&format!("{oid:?}")), Some(oid));
        }
        let long = "1.2.4294967295.4294967295.4294967295.4294967295";
        for text in ["", "1", "3.1", "1.40", "1.2.", "1.02.3", "1.2.+3", "1.2.4294967296", long, "1.2.x"] {
            assert_eq!(Oid::dotted(text), None, "{text}");
        }
    }
}
