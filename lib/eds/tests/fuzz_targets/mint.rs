//! Mints what the fuzz targets begin with: a setting (trust list, lists, valid signatures) and a corpus for each target.
//! Here so that nothing binary is committed: the same seed gives the same octets. Must never verify.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use testkit::cms::{Options, SignerName, pem, sign};
use testkit::{Algorithm, Key, Nca, Person, PersonSpec, der};

mod services;
mod xml;

use services::Holder;

const DAY: SignedDuration = SignedDuration::from_hours(24);
const CONTENT: &[u8] = b"The content of a signed file, long enough to be changed in many places.";

/// Of the keystores: `fuzz/src/targets/keys.rs`.
const PASSWORD: &str = "fuzz";

/// Named octets: `TARGET/NAME`, and `setting/KIND.NAME`.
pub type Seeds = Vec<(String, Vec<u8>)>;

fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

/// Everything. Setting first.
pub fn seeds() -> Seeds {
    let mut nca = Nca::new([7; 32], now());
    for algorithm in Algorithm::ALL {
        let revoked = nca.person(&PersonSpec::individual("revoked", algorithm));
        nca.revoke(&revoked, now() - DAY * 3);
    }
    let mut seeds = setting(&nca);
    let mut add = |name: String, octets: &[u8]| seeds.push((name, octets.to_vec()));
    forms(&nca, &mut add);
    keys(&mut add);
    let signed: Seeds = seeds.iter().filter(|(name, _)| name.starts_with("setting/signed.")).cloned().collect();
    for (at, (name, file)) in (0u8..).zip(&signed) {
        let name = name.trim_start_matches("setting/signed.");
        seeds.push((format!("verdict/{name}"), [&[0], file.as_slice()].concat()));
        let is_text = file.first() != Some(&der::SEQUENCE);
        if !is_text {
            seeds.push((format!("cms/{name}"), file.clone()));
            seeds.push((format!("input/{name}"), pem(file).into_bytes()));
        }
        // A step of every kind at places all over the message.
        for kind in 0..8 {
            let script = [at, kind, kind * 29, at * 17, 0x21, 6, at, kind, 9];
            let target = if file.first() == Some(&b'<') { "tamper_xml" } else { "tamper_cms" };
            seeds.push((format!("{target}/{name}-{kind}"), script.to_vec()));
        }
    }
    seeds
}

fn setting(nca: &Nca) -> Seeds {
    let mut seeds = Seeds::new();
    let mut add = |name: &str, octets: Vec<u8>| seeds.push((format!("setting/{name}"), octets));
    let person = |algorithm: Algorithm| nca.person(&PersonSpec::individual("signer", algorithm));
    let [gost512, gost2004, rsa] = Algorithm::ALL.map(person);
    for algorithm in Algorithm::ALL {
        let hierarchy = nca.hierarchy(algorithm);
        add(&format!("trust.root-{}", algorithm.name()), hierarchy.root.certificate.der.clone());
        add(&format!("trust.nca-{}", algorithm.name()), hierarchy.issuing.certificate.der.clone());
        add(&format!("crl.{}", algorithm.name()), nca.crl_of(algorithm, now() - DAY, now() + DAY));
    }
    let attached = Options::attached(now());
    add("signed.attached", gost512.sign_attached(CONTENT, now()));
    add("signed.detached", gost2004.sign_detached(CONTENT, now()));
    add("content.detached", CONTENT.to_vec());
    add("signed.indefinite", sign(&[&rsa], CONTENT, &Options { indefinite: true, ..attached }));
    add("signed.two", sign(&[&gost512, &rsa], CONTENT, &attached));
    let by_key = Options { signer_name: SignerName::KeyIdentifier, ..attached };
    add("signed.by-key", sign(&[&gost2004], CONTENT, &by_key));
    add("signed.bare", sign(&[&gost512], CONTENT, &Options { signed_attributes: false, ..attached }));
    add("signed.armoured", pem(&rsa.sign_attached(CONTENT, now())).into_bytes());
    add("signed.base64", STANDARD.encode(gost2004.sign_attached(CONTENT, now())).into_bytes());
    add("signed.stamped", stamped(nca, &gost512));
    add("signed.xml", xml::co_signed(&[&gost512]).into_bytes());
    add("signed.xml-two", xml::co_signed(&[&rsa, &gost2004]).into_bytes());
    seeds
}

fn tsa(nca: &Nca) -> Holder {
    services::issue(nca, "TSA TEST", 21, "1.3.6.1.5.5.7.3.8")
}

fn stamped(nca: &Nca, person: &Person) -> Vec<u8> {
    services::stamped(person, CONTENT, |signature| services::token(signature, now() - DAY, &tsa(nca)))
}

/// Certificates, lists, responses, tokens, names, armours, documents.
fn forms(nca: &Nca, add: &mut impl FnMut(String, &[u8])) {
    for algorithm in Algorithm::ALL {
        let hierarchy = nca.hierarchy(algorithm);
        let person = nca.person(&PersonSpec::individual("signer", algorithm));
        let name = algorithm.name();
        for (kind, certificate) in [
            ("root", &hierarchy.root.certificate),
            ("nca", &hierarchy.issuing.certificate),
            ("person", &person.certificate),
        ] {
            add(format!("certificate/{kind}-{name}"), &certificate.der);
            add(format!("name/{kind}-{name}"), &certificate.issuer);
            for rules in [0, 1] {
                add(format!("der/{kind}-{name}-{rules}"), &[&[rules], certificate.der.as_slice()].concat());
            }
        }
        let crl = nca.crl_of(algorithm, now() - DAY, now() + DAY);
        add(format!("crl/{name}"), &crl);
        let bundle = [pem(&person.certificate.der), pem(&hierarchy.root.certificate.der)].concat();
        add(format!("input/bundle-{name}"), bundle.as_bytes());
        add(format!("pkcs12/{name}"), &testkit::pkcs12::write(&[("someone", &person)], PASSWORD));
        let document = xml::co_signed(&[&person]);
        add(format!("xml/signed-{name}"), format!("0{document}").as_bytes());
    }
    let responder = services::issue(nca, "OCSP TEST", 31, "1.3.6.1.5.5.7.3.9");
    let tsa = tsa(nca);
    for service in [&responder, &tsa] {
        add(format!("certificate/service-{}", service.certificate.serial[3]), &service.certificate.der);
    }
    for (status, octets) in [("good", services::good()), ("revoked", services::revoked(now() - DAY))] {
        add(format!("ocsp/{status}"), &services::ocsp(nca, octets, now() - DAY, &responder));
    }
    let person = nca.person(&PersonSpec::individual("signer", Algorithm::Gost512));
    let mut token = Vec::new();
    services::stamped(&person, CONTENT, |signature| {
        token = services::token(signature, now() - DAY, &tsa);
        token.clone()
    });
    add("timestamp/good".to_owned(), &token);
    add("timestamp/foreign".to_owned(), &services::token(b"another", now() - DAY, &tsa));
    for (at, text) in [
        "0<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- a --><?p x?><a b='1'><![CDATA[<]]>&#13;&lt;</a><?q?>",
        "1<b:c xmlns:b='urn:b' b:d='&quot;&#9;'>text<!-- x --></b:c>",
        "2<ds:Reference URI=\"#i\"/>",
        "3<ds:X509Data/>",
    ]
    .iter()
    .enumerate()
    {
        add(format!("xml/piece-{at}"), text.as_bytes());
    }
}

/// Keys and signatures on all three curves.
fn keys(add: &mut impl FnMut(String, &[u8])) {
    use gost3410::{Curve, SigningKey};
    let curves = [Curve::CryptoProA, Curve::Tc26Gost256A, Curve::Tc26Gost512A];
    for (at, curve) in (0u8..).zip(curves) {
        let mut secret = vec![0x5a; curve.field_bytes()];
        if let Some(top) = secret.last_mut() {
            *top = 0x12;
        }
        let key = SigningKey::from_le_bytes(curve, &secret).unwrap();
        let public = key.verifying_key().to_le_bytes();
        add(format!("setting/key.{at}"), &[&[at], public.as_slice()].concat());
        add(format!("gost_key/public-{at}"), &[&[at], public.as_slice()].concat());
        add(format!("gost_key/secret-{at}"), &[&[at], secret.as_slice()].concat());
        for digest_len in [32usize, 64] {
            let digest: Vec<u8> = (1..=digest_len).map(|octet| octet.to_le_bytes()[0]).collect();
            let selector = at | if digest_len == 64 { 0x80 } else { 0 };
            let signature = key.sign(&digest, &[0; 32]);
            add(format!("gost_signature/{at}-{digest_len}"), &[&[selector], digest.as_slice(), &signature].concat());
        }
    }
}

/// A key of testkit from a number.
fn key(number: u8) -> Key {
    Key::from_seed(Algorithm::Gost512, [number; 32])
}
