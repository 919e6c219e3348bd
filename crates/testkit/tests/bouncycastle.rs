//! The engine against BouncyCastle: GOST signatures both ways, digests of any length, certificates and CMS of RSA.
//! One Java process for each test answers a file of questions (`tests/java/BouncyPeer.java`). Must never pass in silence
//! where Java or the library is missing.

use std::path::Path;
use std::process::Command;

use eds::digest::DigestAlgorithm;
use eds::{Certificate, Evidence, Outcome, Policy, TrustList, verify};
use gost3410::VerifyingKey;
use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use sha2::Digest as _;
use testkit::cms::{Options, SignerName, sign};
use testkit::{Algorithm, Nca, PersonSpec};

#[path = "openssl/pairs.rs"]
mod pairs;
#[path = "openssl/tool.rs"]
#[expect(dead_code, reason = "some of it is for the tests of OpenSSL")]
mod tool;

use pairs::pairs;

const PEER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/java/BouncyPeer.java");
/// Debian's packages libbcprov-java and libbcpkix-java (which brings bcutil).
const JARS: [&str; 3] = ["/usr/share/java/bcprov.jar", "/usr/share/java/bcutil.jar", "/usr/share/java/bcpkix.jar"];
/// Random keys of each curve.
const PAIRS: usize = 40;
const MESSAGES: usize = 60;
const MESSAGE_BYTES_MAX: usize = 5_000;
const CHANGES: usize = 200;

/// Answers of the peer; `None` = it is not here, and that was said.
fn ask(lines: &[String]) -> Option<Vec<String>> {
    let java = Command::new("java").arg("-version").output().is_ok_and(|done| done.status.success());
    if !java || !JARS.iter().all(|jar| Path::new(jar).is_file()) {
        tool::left_out("BouncyCastle: no Java, or no libbcprov-java and libbcpkix-java");
        return None;
    }
    Some(tool::answers(Command::new("java").args(["-cp", &JARS.join(":"), PEER]), lines))
}

fn word(octets: &[u8]) -> String {
    if octets.is_empty() { "-".to_owned() } else { hex::encode(octets) }
}

#[test]
fn bouncycastle_and_we_accept_and_refuse_the_same_signatures() {
    let pairs = pairs(2, PAIRS);
    let mut lines = Vec::new();
    for pair in &pairs {
        let curve = format!("{:?}", pair.curve);
        let [secret, public, digest] = [&pair.secret, &pair.public, &pair.digest].map(|octets| word(octets));
        let (signature, other) = (word(&pair.signature), word(&pair.changed_signature));
        lines.push(format!("sign {curve} {secret} {digest}"));
        lines.push(format!("verify {curve} {public} {digest} {signature}"));
        lines.push(format!("verify {curve} {public} {} {signature}", word(&pair.changed_digest)));
        lines.push(format!("verify {curve} {public} {digest} {other}"));
    }
    let Some(answers) = ask(&lines) else { return };
    for (pair, answers) in pairs.iter().zip(answers.chunks(4)) {
        let curve = pair.curve;
        assert_eq!(answers[1..], ["yes", "no", "no"], "{curve:?}: our signature, another digest, another signature");
        let key = VerifyingKey::from_le_bytes(curve, &pair.public).unwrap();
        let mut theirs = hex::decode(&answers[0]).unwrap_or_else(|_| panic!("{curve:?}: {}", answers[0]));
        assert_eq!(key.verify(&pair.digest, &theirs), Ok(()), "{curve:?}: its signature");
        assert!(key.verify(&pair.changed_digest, &theirs).is_err(), "{curve:?}: another digest");
        assert!(key.verify(&pair.digest, &pair.changed_signature).is_err(), "{curve:?}: another signature");
        theirs[5] ^= 0x20;
        assert!(key.verify(&pair.digest, &theirs).is_err(), "{curve:?}: its signature, changed");
    }
}

/// The same digest by another library.
type Other = fn(&[u8]) -> Vec<u8>;

#[test]
fn digests_of_any_length_are_bouncycastles_and_rustcryptos() {
    let kinds: [(&str, DigestAlgorithm, Other); 3] = [
        ("gost34311", DigestAlgorithm::Gost34311, |message| gost94::Gost94Test::digest(message).to_vec()),
        ("streebog256", DigestAlgorithm::Streebog256, |message| streebog::Streebog256::digest(message).to_vec()),
        ("streebog512", DigestAlgorithm::Streebog512, |message| streebog::Streebog512::digest(message).to_vec()),
    ];
    let mut random = StdRng::seed_from_u64(4);
    let mut messages: Vec<Vec<u8>> = Vec::new();
    let edges = [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 129, MESSAGE_BYTES_MAX];
    let lengths: Vec<usize> = (0..MESSAGES).map(|_| random.random_range(0..=MESSAGE_BYTES_MAX)).collect();
    for length in edges.into_iter().chain(lengths) {
        let mut message = vec![0; length];
        random.fill(&mut message[..]);
        messages.push(message);
    }
    // Carries of the checksum run through whole blocks of ones.
    messages.extend([vec![0xff; 64], vec![0xff; 96], vec![0xff; 1_000]]);
    for (name, digest, other) in kinds {
        for message in &messages {
            let (before, after) = message.split_at(message.len() / 3);
            let ours = digest.digest(&[message]);
            assert_eq!(ours, other(message), "{name}: {} octets", message.len());
            assert_eq!(ours, digest.digest(&[before, after]), "{name}: {} octets in two", message.len());
        }
    }
    let questions = |message: &Vec<u8>| kinds.map(|(name, ..)| format!("hash {name} {}", word(message)));
    let lines: Vec<String> = messages.iter().flat_map(questions).collect();
    let Some(answers) = ask(&lines) else { return };
    for (message, answers) in messages.iter().zip(answers.chunks(3)) {
        for ((name, digest, _), answer) in kinds.iter().zip(answers) {
            assert_eq!(word(&digest.digest(&[message])), *answer, "{name}: {} octets", message.len());
        }
    }
}

/// A message, its detached content, and whether it holds.
type Case<'a> = (Vec<u8>, Option<&'a [u8]>, bool);

#[test]
fn bouncycastle_and_we_agree_on_certificates_and_messages_of_rsa() {
    let at: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    let nca = Nca::new([7; 32], at);
    let hierarchy = nca.hierarchy(Algorithm::Rsa);
    let (root, issuing) = (&hierarchy.root.certificate.der, &hierarchy.issuing.certificate.der);
    let person = nca.person(&PersonSpec::individual("someone", Algorithm::Rsa));
    let (trust, _) = TrustList::from_certificates([root.as_slice(), issuing.as_slice()].into_iter());
    let mut evidence = Evidence::new();
    let day = SignedDuration::from_hours(24);
    evidence.add_crl("crl", &nca.crl_of(Algorithm::Rsa, at - day, at + day)).unwrap();
    let attached = Options::attached(at);
    let messages = [
        (person.sign_attached(b"content", at), None),
        (person.sign_detached(b"content", at), Some(&b"content"[..])),
        (sign(&[&person], b"content", &Options { indefinite: true, ..attached }), None),
        (sign(&[&person], b"content", &Options { signer_name: SignerName::KeyIdentifier, ..attached }), None),
        (sign(&[&person], b"content", &Options { signed_attributes: false, ..attached }), None),
    ];
    let mut cases: Vec<Case<'_>> = Vec::new();
    let mut random = StdRng::seed_from_u64(5);
    for (message, content) in &messages {
        cases.push((message.clone(), *content, true));
        let end = message.len();
        // The last octets are the signature value (and the ends of indefinite lengths).
        for _ in 0..CHANGES / messages.len() {
            let at = end - 8 - random.random_range(0..200);
            let mut changed = message.clone();
            changed[at] ^= random.random_range(1..=255u8);
            cases.push((changed, *content, false));
        }
    }
    let certificates = [
        (&person.certificate.der, issuing, true),
        (issuing, root, true),
        (root, root, true),
        (&person.certificate.der, root, false),
    ];
    let of_cms = |(message, content, _): &Case<'_>| {
        format!("cms {} {}", word(message), content.map_or_else(|| "-".to_owned(), word))
    };
    let of_certificate = |(certificate, issuer, _): &(&Vec<u8>, &Vec<u8>, bool)| {
        format!("certificate {} {}", word(certificate), word(issuer))
    };
    let lines: Vec<String> = cases.iter().map(of_cms).chain(certificates.iter().map(of_certificate)).collect();
    for (certificate, issuer, good) in &certificates {
        let (certificate, issuer) =
            (Certificate::from_der(certificate).unwrap(), Certificate::from_der(issuer).unwrap());
        assert_eq!(certificate.verify_issued_by(&issuer).is_ok(), *good);
    }
    let Some(answers) = ask(&lines) else { return };
    for ((message, content, good), answer) in cases.iter().zip(&answers) {
        let ours = verify(message, *content, &trust, &evidence, &Policy::any(), at).outcome == Outcome::Valid;
        assert_eq!(answer, if *good { "yes" } else { "no" }, "BouncyCastle: {}", word(message));
        assert_eq!(ours, *good, "ours: {}", word(message));
    }
    for ((.., good), answer) in certificates.iter().zip(&answers[cases.len()..]) {
        assert_eq!(answer, if *good { "yes" } else { "no" });
    }
}
