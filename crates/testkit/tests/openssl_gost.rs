//! GOST signatures of random keys against OpenSSL's gost engine, both ways: what one signs the other accepts, what is changed
//! both refuse. Keys and signatures are mapped to the Russian profile (EDS.md 3). Must never pass in silence without the engine.

use std::process::Command;

use gost3410::{Curve, VerifyingKey};
use testkit::der;

#[path = "openssl/pairs.rs"]
mod pairs;
#[path = "openssl/tool.rs"]
#[expect(dead_code, reason = "some of it is for the tests of RSA")]
mod tool;

use pairs::{Pair, pairs};

/// Random keys of each curve.
const PAIRS: usize = 60;
const PEER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/openssl/gost_peer.py");

/// AlgorithmIdentifier of the Russian profile (RFC 4491, RFC 9215).
fn identifier(curve: Curve) -> Vec<u8> {
    let (key, parameters) = match curve {
        Curve::CryptoProA => ("1.2.643.2.2.19", ["1.2.643.2.2.35.1", "1.2.643.2.2.30.1"]),
        Curve::Tc26Gost256A => ("1.2.643.7.1.1.1.1", ["1.2.643.7.1.2.1.1.1", "1.2.643.7.1.1.2.2"]),
        Curve::Tc26Gost512A => ("1.2.643.7.1.1.1.2", ["1.2.643.7.1.2.1.2.1", "1.2.643.7.1.1.2.3"]),
    };
    der::sequence(&[der::oid(key), der::sequence(&parameters.map(der::oid))])
}

fn reversed(octets: &[u8]) -> Vec<u8> {
    octets.iter().rev().copied().collect()
}

fn sign_line(pair: &Pair) -> String {
    let secret = der::octet_string(&der::octet_string(&pair.secret));
    let key = der::sequence(&[der::small_integer(0), identifier(pair.curve), secret]);
    format!("sign {} {}", hex::encode(key), hex::encode(&pair.digest))
}

fn verify_line(pair: &Pair, digest: &[u8], signature: &[u8]) -> String {
    let key = der::sequence(&[identifier(pair.curve), der::bit_string(&der::octet_string(&pair.public))]);
    format!("verify {} {} {}", hex::encode(key), hex::encode(digest), hex::encode(reversed(signature)))
}

fn engine_is_there() -> bool {
    let found = Command::new("openssl").args(["engine", "gost"]).output().is_ok_and(|done| done.status.success());
    if !found {
        tool::left_out("GOST against OpenSSL: no gost engine (Debian: libengine-gost-openssl)");
    }
    found
}

#[test]
fn the_gost_engine_and_we_accept_and_refuse_the_same() {
    if !engine_is_there() {
        return;
    }
    let pairs = pairs(1, PAIRS);
    let lines: Vec<String> = pairs
        .iter()
        .flat_map(|pair| {
            [
                sign_line(pair),
                verify_line(pair, &pair.digest, &pair.signature),
                verify_line(pair, &pair.changed_digest, &pair.signature),
                verify_line(pair, &pair.digest, &pair.changed_signature),
            ]
        })
        .collect();
    let answers = tool::answers(Command::new("python3").arg(PEER), &lines);
    for (pair, answers) in pairs.iter().zip(answers.chunks(4)) {
        let curve = pair.curve;
        assert_eq!(answers[1..], ["yes", "no", "no"], "{curve:?}: our signature, another digest, another signature");
        let key = VerifyingKey::from_le_bytes(curve, &pair.public).unwrap();
        let mut theirs = reversed(&hex::decode(&answers[0]).unwrap());
        assert_eq!(key.verify(&pair.digest, &theirs), Ok(()), "{curve:?}: the engine's signature");
        assert!(key.verify(&pair.changed_digest, &theirs).is_err(), "{curve:?}: another digest");
        assert!(key.verify(&pair.digest, &pair.changed_signature).is_err(), "{curve:?}: another signature");
        theirs[3] ^= 0x10;
        assert!(key.verify(&pair.digest, &theirs).is_err(), "{curve:?}: the engine's signature, changed");
    }
}
