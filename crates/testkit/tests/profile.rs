//! The mini NCA's certificates and CMS beside those of the NCA and its official provider: same shape, field by field.
//!
//! Must never: pass in silence where the folder of real artefacts is there and a file is not.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use testkit::ber::{self, Element};
use testkit::{Algorithm, Nca, Person, PersonSpec, Purpose, Role};

const KEY_USAGE: &str = "2.5.29.15";
const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
const POLICIES: &str = "2.5.29.32";

/// The folder of real artefacts, or `None` with a loud line.
fn real() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/eds/real");
    let folder = std::env::var_os("ELSHI_REAL_ARTEFACTS").map_or_else(|| PathBuf::from(default), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no real artefacts at {} (set ELSHI_REAL_ARTEFACTS)", folder.display());
    None
}

/// What makes two certificates the same kind.
#[derive(Debug, PartialEq)]
struct Shape {
    signature: Vec<u8>,
    /// Attribute types in order, with the tags of their values.
    subject: Vec<(String, u8)>,
    key_algorithm: Vec<u8>,
    key_bytes: usize,
    extensions: Vec<String>,
    key_usage: Vec<u8>,
    extended_key_usages: Vec<String>,
    policy: String,
}

fn shape(certificate: &[u8]) -> Shape {
    let fields = ber::read(certificate).0.child(0).children();
    let extensions = fields[7].child(0).children();
    let value = |identifier: &str| -> Vec<u8> {
        let found = extensions.iter().find(|extension| extension.child(0).oid() == identifier);
        found.unwrap_or_else(|| panic!("no extension {identifier}")).children().last().unwrap().octets()
    };
    let attributes = fields[5].children().into_iter().flat_map(|set| set.children());
    let mut names: Vec<String> = extensions.iter().map(|extension| extension.child(0).oid()).collect();
    // The order differs between generations of the NCA.
    names.sort();
    Shape {
        signature: fields[2].whole.to_vec(),
        subject: attributes.map(|pair| (pair.child(0).oid(), pair.child(1).tag)).collect(),
        key_algorithm: fields[6].child(0).whole.to_vec(),
        key_bytes: fields[6].child(1).content.len(),
        extensions: names,
        key_usage: value(KEY_USAGE),
        extended_key_usages: ber::read(&value(EXTENDED_KEY_USAGE)).0.children().iter().map(Element::oid).collect(),
        policy: ber::read(&value(POLICIES)).0.child(0).child(0).oid(),
    }
}

fn cases() -> Vec<(&'static str, PersonSpec)> {
    let spec = |id, algorithm| PersonSpec::individual(id, algorithm);
    let (bin, organization) = ("120340000014".to_owned(), "ТОО «СЫНАҚ»".to_owned());
    let head = Role::FirstHead { bin: bin.clone(), organization: organization.clone() };
    let right = Role::RightToSign { bin: bin.clone(), organization: organization.clone() };
    let employee = Role::Employee { bin: bin.clone(), organization: organization.clone() };
    let system = Role::InformationSystem { bin, organization, system: "1.2.398.6.10.1.1".to_owned() };
    let with = |role: &Role, id, algorithm| PersonSpec { role: role.clone(), ..spec(id, algorithm) };
    let authenticate = PersonSpec { purpose: Purpose::Authenticate, ..spec("auth", Algorithm::Rsa) };
    vec![
        ("go_individual_valid__individual_valid", spec("individual", Algorithm::Gost512)),
        ("go_legal_valid__head", with(&head, "head", Algorithm::Gost512)),
        ("go_legal_valid__employee_signright", with(&right, "right", Algorithm::Gost512)),
        ("go_legal_valid__employee", with(&employee, "employee", Algorithm::Gost512)),
        ("go_legal_valid__treasury_client", with(&system, "system", Algorithm::Gost512)),
        (
            "sdk2004_v20231117_legal_ceo_valid__GOSTKNCA_455af122bf07fddcb6351c6842653b42f02b0a26",
            with(&head, "head2004", Algorithm::Gost2004),
        ),
        (
            "sdk2004_v20231117_individual_valid__RSA256_641e729521986a2d12e5187dc6c605789e2365ef",
            spec("rsa", Algorithm::Rsa),
        ),
        ("sdk2004_v20231117_individual_valid__AUTH_RSA256_df5e58a1d8998ac28a8409ef1d9c7f41dfdbd114", authenticate),
    ]
}

#[test]
fn certificates_have_the_shape_of_the_real_ones() {
    let Some(real) = real() else { return };
    let nca = Nca::new([2; 32], "2026-11-22T12:00:00Z".parse().unwrap());
    for (name, spec) in cases() {
        let theirs = shape(&fs::read(real.join(format!("certs/{name}.cer"))).unwrap());
        assert_eq!(shape(&nca.person(&spec).certificate.der), theirs, "{name}");
    }
}

/// The keystore whose certificate the CMS embeds.
fn signer(real: &Path, cms: &[u8]) -> Person {
    let keystores = fs::read_dir(real.join("p12")).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    let mut people = keystores.map(|keystore| Person::from_pkcs12("signer", &keystore, "Qwerty12"));
    let embeds = |person: &Person| {
        let certificate = &person.certificate.der;
        cms.windows(certificate.len()).any(|octets| octets == certificate)
    };
    people.find(embeds).expect("a keystore with the signer's key")
}

/// The official provider's octets, reproduced: all of them for RSA, all but the signature value for GOST.
#[test]
fn cms_is_what_the_official_provider_writes() {
    let Some(real) = real() else { return };
    let folder = real.join("reference_signed");
    let content = fs::read(folder.join("data.bin")).unwrap();
    for name in ["gost512_attached", "gost2004_attached", "rsa2048_attached", "rsa2048_detached"] {
        let theirs = fs::read(folder.join(format!("{name}.cms"))).unwrap();
        let person = signer(&real, &theirs);
        let info = ber::read(&theirs).0.child(1).child(0).children().last().unwrap().child(0);
        let attributes = info.child(3).children();
        let time = attributes.iter().find(|attribute| attribute.child(0).oid() == "1.2.840.113549.1.9.5").unwrap();
        let time = format!("20{}", str::from_utf8(time.child(1).child(0).content).unwrap());
        let at = Timestamp::strptime("%Y%m%d%H%M%S%z", time.replace('Z', "+0000")).unwrap();
        let ours = match name.ends_with("detached") {
            true => person.sign_detached(&content, at),
            false => person.sign_attached(&content, at),
        };
        let compared = match person.algorithm() {
            Algorithm::Rsa => theirs.len(),
            _ => theirs.len() - info.child(5).content.len(),
        };
        assert_eq!(ours.len(), theirs.len(), "{name}");
        assert_eq!(ours[..compared], theirs[..compared], "{name}");
    }
}
