//! Names as the NCA writes them: attribute order, string types, and the patronymic in givenName.
//!
//! Must never: put a given name into givenName; it stands in the common name after the surname.

use crate::{Algorithm, PersonSpec, Role, ber, der, oids};

pub fn attribute(identifier: &str, value: Vec<u8>) -> Vec<u8> {
    der::set_of(&[der::sequence(&[der::oid(identifier), value])])
}

/// A name of CN alone.
pub fn plain(common_name: &str) -> Vec<u8> {
    der::sequence(&[attribute(oids::COMMON_NAME, der::utf8(common_name))])
}

/// CN and C.
pub fn authority(title: &str, algorithm: Algorithm) -> Vec<u8> {
    let algorithm = match algorithm {
        Algorithm::Rsa => "RSA",
        Algorithm::Gost2004 => "GOST 2004",
        Algorithm::Gost512 => "GOST",
        Algorithm::Gost256 => "GOST 256",
    };
    der::sequence(&[
        attribute(oids::COMMON_NAME, der::utf8(&format!("{title} ({algorithm}) TESTKIT"))),
        attribute(oids::COUNTRY, der::printable("KZ")),
    ])
}

/// NCA of 2018: C before CN.
pub fn authority_of_2018(title: &str) -> Vec<u8> {
    der::sequence(&[
        attribute(oids::COUNTRY, der::printable("KZ")),
        attribute(oids::COMMON_NAME, der::utf8(&format!("{title} TESTKIT"))),
    ])
}

/// Root of 2015 and authorities outside the NCA: CN, O, C, or C, O, CN.
pub fn authority_of_organization(title: &str, organization: &str, country_first: bool) -> Vec<u8> {
    let mut parts = [
        attribute(oids::COMMON_NAME, der::utf8(&format!("{title} TESTKIT"))),
        attribute(oids::ORGANIZATION, der::utf8(organization)),
        attribute(oids::COUNTRY, der::printable("KZ")),
    ];
    if country_first {
        parts.reverse();
    }
    der::sequence(&parts)
}

/// The same attributes the other way round.
pub fn reversed(name: &[u8]) -> Vec<u8> {
    let mut sets: Vec<Vec<u8>> = ber::read(name).0.children().iter().map(|set| set.whole.to_vec()).collect();
    sets.reverse();
    der::sequence(&sets)
}

/// A person: CN, SURNAME, SERIALNUMBER, C, [O, OU], [GIVENNAME]. A system: UID, CN, C, O, OU.
pub fn person(spec: &PersonSpec) -> Vec<u8> {
    let mut out = Vec::new();
    if let Role::InformationSystem { system, .. } = &spec.role {
        out.push(attribute(oids::USER_ID, der::utf8(system)));
        out.push(attribute(oids::COMMON_NAME, der::utf8(&spec.surname)));
    } else {
        out.push(attribute(oids::COMMON_NAME, der::utf8(format!("{} {}", spec.surname, spec.given).trim_end())));
        out.push(attribute(oids::SURNAME, der::utf8(&spec.surname)));
        out.push(attribute(oids::SERIAL_NUMBER, der::printable(&format!("IIN{}", spec.iin))));
    }
    out.push(attribute(oids::COUNTRY, der::printable("KZ")));
    if let Some((bin, organization)) = spec.role.organization() {
        out.push(attribute(oids::ORGANIZATION, der::utf8(organization)));
        out.push(attribute(oids::ORGANIZATIONAL_UNIT, der::utf8(&format!("BIN{bin}"))));
    }
    if let Role::TreasuryClient { code, .. } = &spec.role {
        out.push(attribute(oids::BUSINESS_CATEGORY, der::utf8("CLIENT")));
        out.push(attribute(oids::DOMAIN_COMPONENT, der::element(0x16, code.as_bytes())));
    }
    if let Some(patronymic) = spec.patronymic.as_ref().filter(|_| !matches!(spec.role, Role::InformationSystem { .. }))
    {
        out.push(attribute(oids::GIVEN_NAME, der::utf8(patronymic)));
    }
    der::sequence(&out)
}
