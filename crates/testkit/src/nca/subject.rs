//! Names as the NCA writes them: attribute order, string types, and the patronymic in givenName.
//!
//! Must never: put a given name into givenName; it stands in the common name after the surname.

use crate::{Algorithm, PersonSpec, Role, der, oids};

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
    };
    der::sequence(&[
        attribute(oids::COMMON_NAME, der::utf8(&format!("{title} ({algorithm}) TESTKIT"))),
        attribute(oids::COUNTRY, der::printable("KZ")),
    ])
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
    match &spec.role {
        Role::Individual => {}
        Role::FirstHead { bin, organization }
        | Role::RightToSign { bin, organization }
        | Role::Employee { bin, organization }
        | Role::InformationSystem { bin, organization, .. } => {
            out.push(attribute(oids::ORGANIZATION, der::utf8(organization)));
            out.push(attribute(oids::ORGANIZATIONAL_UNIT, der::utf8(&format!("BIN{bin}"))));
        }
    }
    if let Some(patronymic) = spec.patronymic.as_ref().filter(|_| !matches!(spec.role, Role::InformationSystem { .. }))
    {
        out.push(attribute(oids::GIVEN_NAME, der::utf8(patronymic)));
    }
    der::sequence(&out)
}
