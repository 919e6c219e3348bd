//! RSA signatures, certificates, lists, OCSP responses and timestamps that OpenSSL made, judged by `eds`; and OpenSSL's own
//! judgement of the same files, changed and unchanged. Where the two differ on purpose, the test says why.
//! Must never use a certificate of testkit: here OpenSSL is the whole other side.

use std::sync::{Mutex, OnceLock};

use eds::{Code, Evidence, Outcome, Policy, Verdict, verify};
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use testkit::{ber, der};

#[path = "openssl/authority.rs"]
mod authority;
#[path = "openssl/tool.rs"]
#[expect(dead_code, reason = "some of it is for the tests of GOST")]
mod tool;

use authority::Authority;

const CONTENT: &[u8] = b"content that OpenSSL signs\r\nin two lines";
const ATTACHED: [&str; 3] = ["-nodetach", "-outform", "DER"];
/// Changes that OpenSSL and we are both asked about.
const CHANGES: usize = 240;

/// One authority for all tests of a process; its folder is used by one at a time.
fn authority() -> std::sync::MutexGuard<'static, Authority> {
    static AUTHORITY: OnceLock<Mutex<Authority>> = OnceLock::new();
    let made = AUTHORITY.get_or_init(|| {
        let authority = Authority::new();
        authority.write("content", CONTENT);
        Mutex::new(authority)
    });
    made.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn judge(authority: &Authority, file: &[u8], content: Option<&[u8]>) -> Verdict {
    verify(file, content, &authority.trust(), &authority.evidence(), &Policy::any(), Timestamp::now())
}

fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.all_findings().map(|finding| finding.code).collect()
}

/// Does OpenSSL accept this CMS, with the list checked?
fn openssl_accepts(authority: &Authority, file: &[u8], form: &str, detached: bool) -> bool {
    authority.write("judged", file);
    let fixed = ["cms", "-verify", "-binary", "-inform", form, "-in", "judged", "-out", "out", "-purpose", "any"];
    let trust = ["-CAfile", "chain.pem", "-crl_check"];
    let content: &[&str] = if detached { &["-content", "content"] } else { &[] };
    tool::output(authority.folder(), &[&fixed[..], &trust, content].concat()).status.success()
}

#[test]
fn every_form_that_openssl_writes_is_valid_here_and_there() {
    let authority = authority();
    let forms: [&[&str]; 10] = [
        &ATTACHED,
        &["-nodetach", "-outform", "DER", "-nosmimecap"],
        &["-nodetach", "-outform", "DER", "-noattr"],
        &["-nodetach", "-outform", "DER", "-cades"],
        &["-nodetach", "-outform", "DER", "-stream"],
        &["-nodetach", "-outform", "DER", "-keyid"],
        &["-nodetach", "-outform", "DER", "-md", "sha512"],
        &["-nodetach", "-outform", "PEM"],
        &["-outform", "DER", "-md", "sha384"],
        &["-outform", "PEM", "-cades", "-certfile", "issuing.pem"],
    ];
    for form in forms {
        let detached = !form.contains(&"-nodetach");
        let signed = authority.sign("one", form);
        let verdict = judge(&authority, &signed, detached.then_some(CONTENT));
        assert_eq!(verdict.outcome, Outcome::Valid, "{form:?}: {:?}", codes(&verdict));
        assert_eq!(verdict.attached, !detached);
        assert_eq!(verdict.signers[0].iin.as_deref(), Some("850417400014"));
        let encoding = if form.contains(&"PEM") { "PEM" } else { "DER" };
        assert!(openssl_accepts(&authority, &signed, encoding, detached), "{form:?}: OpenSSL refuses its own");
        let other = judge(&authority, &signed, Some(b"other content"));
        assert_eq!(other.outcome, Outcome::Invalid, "{form:?}");
    }
}

#[test]
fn signers_are_added_and_one_that_is_revoked_makes_the_whole_invalid() {
    let authority = authority();
    let mut signed = authority.sign("one", &ATTACHED);
    for (signer, outcome) in [("two", Outcome::Valid), ("gone", Outcome::Invalid)] {
        authority.write("first", &signed);
        let (certificate, key) = (format!("{signer}.pem"), format!("{signer}.key"));
        let fixed =
            ["cms", "-resign", "-inform", "DER", "-outform", "DER", "-in", "first", "-out", "both", "-nodetach"];
        tool::run(authority.folder(), &[&fixed[..], &["-binary", "-signer", &certificate, "-inkey", &key]].concat());
        signed = authority.read("both");
        let verdict = judge(&authority, &signed, None);
        assert_eq!(verdict.outcome, outcome, "{signer}: {:?}", codes(&verdict));
        assert_eq!(openssl_accepts(&authority, &signed, "DER", false), outcome == Outcome::Valid, "{signer}");
        assert_eq!(codes(&verdict).contains(&Code::CertificateRevoked), outcome == Outcome::Invalid);
    }
    assert_eq!(judge(&authority, &signed, None).signers.len(), 3);
}

#[test]
fn what_openssl_still_accepts_and_the_profile_does_not_is_refused_by_name() {
    let authority = authority();
    let pss = ["-keyopt", "rsa_padding_mode:pss"];
    for (signer, form, code) in [
        ("one", &pss[..], Code::AlgorithmUnknown),
        ("one", &["-md", "sha1"], Code::AlgorithmWeak),
        ("one", &["-md", "md5"], Code::AlgorithmUnknown),
        ("one", &["-md", "sha224"], Code::AlgorithmUnknown),
        ("short", &[], Code::AlgorithmWeak),
    ] {
        let signed = authority.sign(signer, &[&ATTACHED[..], form].concat());
        let verdict = judge(&authority, &signed, None);
        assert_eq!(verdict.outcome, Outcome::Invalid, "{signer} {form:?}");
        assert!(codes(&verdict).contains(&code), "{signer} {form:?}: {:?}", codes(&verdict));
    }
}

#[test]
fn a_change_of_one_octet_of_what_is_signed_is_refused_here_and_there() {
    let authority = authority();
    let signed = authority.sign("one", &ATTACHED);
    assert!(openssl_accepts(&authority, &signed, "DER", false));
    let mut places: Vec<usize> = signed_places(&signed);
    let mut random = StdRng::seed_from_u64(3);
    for _ in 0..CHANGES {
        let at = places.swap_remove(random.random_range(0..places.len()));
        let mut changed = signed.clone();
        changed[at] ^= random.random_range(1..=255u8);
        let verdict = judge(&authority, &changed, None);
        let story = format!("octet {at}, {:02x} for {:02x}: {:?}", changed[at], signed[at], codes(&verdict));
        assert_ne!(verdict.outcome, Outcome::Valid, "{story}");
        assert!(!openssl_accepts(&authority, &changed, "DER", false), "OpenSSL accepts {story}");
    }
    // Anywhere else: where OpenSSL refuses, the octet was not signed, and where we refuse it was no more a message.
    let mut differ = Vec::new();
    for _ in 0..CHANGES / 2 {
        let mut changed = signed.clone();
        let at = random.random_range(0..signed.len());
        changed[at] ^= random.random_range(1..=255u8);
        let ours = judge(&authority, &changed, None).outcome == Outcome::Valid;
        if ours && !openssl_accepts(&authority, &changed, "DER", false) {
            differ.push(at);
        }
    }
    let signed_places = signed_places(&signed);
    assert!(differ.iter().all(|at| !signed_places.contains(at)), "valid here, refused there: {differ:?}");
}

/// Positions of content, of the signer's certificate (toBeSigned and signature), of signedAttrs and of the signature value.
fn signed_places(cms: &[u8]) -> Vec<usize> {
    let body = ber::read(cms).0.child(1).child(0);
    let fields = body.children();
    let signer = fields[4].child(0).children();
    let certificate = fields[3].child(0).children();
    let content = fields[2].child(1).child(0);
    let parts = [content.content, certificate[0].whole, certificate[2].content, signer[3].content, signer[5].content];
    let start = |part: &[u8]| part.as_ptr() as usize - cms.as_ptr() as usize;
    parts.iter().flat_map(|part| start(part)..start(part) + part.len()).collect()
}

#[test]
fn ocsp_responses_of_openssl_count() {
    let authority = authority();
    let trust = authority.trust();
    for (signer, outcome) in [("one", Outcome::Valid), ("gone", Outcome::Invalid)] {
        let signed = authority.sign(signer, &ATTACHED);
        let alone = verify(&signed, None, &trust, &Evidence::new(), &Policy::any(), Timestamp::now());
        assert_eq!(alone.outcome, Outcome::Indeterminate, "{:?}", codes(&alone));
        let certificate = format!("{signer}.pem");
        let ask = ["ocsp", "-issuer", "issuing.pem", "-cert", &certificate, "-reqout", "request", "-no_nonce"];
        tool::run(authority.folder(), &ask);
        let answer = ["ocsp", "-index", "index.txt", "-CA", "issuing.pem", "-rsigner", "ocsp.pem", "-rkey", "ocsp.key"];
        let to = ["-reqin", "request", "-respout", "response", "-ndays", "1"];
        tool::run(authority.folder(), &[&answer[..], &to].concat());
        let response = authority.read("response");
        let with = |response: &[u8]| {
            let mut evidence = Evidence::new();
            let _ = evidence.add_ocsp("response", response);
            verify(&signed, None, &trust, &evidence, &Policy::any(), Timestamp::now())
        };
        let verdict = with(&response);
        assert_eq!(verdict.outcome, outcome, "{signer}: {:?}", codes(&verdict));
        let outer = ber::read(&response).0.child(1).child(0).child(1);
        let basic = ber::read(outer.content).0.children();
        let start = basic[0].whole.as_ptr() as usize - response.as_ptr() as usize;
        for at in (start..start + basic[0].whole.len()).step_by(7) {
            let mut changed = response.clone();
            changed[at] ^= 0x08;
            assert_eq!(with(&changed).outcome, Outcome::Indeterminate, "{signer}: octet {at} of the response changed");
        }
    }
}

#[test]
fn a_timestamp_of_openssl_is_taken_and_a_changed_one_is_not() {
    let authority = authority();
    let signed = authority.sign("one", &ATTACHED);
    authority.write("signature", &judge(&authority, &signed, None).signers[0].signature);
    let folder = authority.folder();
    tool::run(folder, &["ts", "-query", "-data", "signature", "-sha256", "-cert", "-out", "query"]);
    let reply = ["ts", "-reply", "-config", "openssl.cnf", "-section", "service", "-queryfile", "query"];
    let by = ["-signer", "tsa.pem", "-inkey", "tsa.key", "-token_out", "-out", "token"];
    tool::run(folder, &[&reply[..], &by].concat());
    let check = ["ts", "-verify", "-data", "signature", "-in", "token", "-token_in", "-CAfile", "root.pem"];
    tool::run(folder, &[&check[..], &["-untrusted", "issuing.pem"]].concat());
    let token = authority.read("token");
    let verdict = judge(&authority, &with_token(&signed, &token), None);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    let stamp = verdict.signers[0].timestamp.as_ref().unwrap_or_else(|| panic!("{:?}", codes(&verdict)));
    assert_eq!(stamp.policy, "1.2.398.3.3.2.6.2");
    let places = signed_places(&token);
    for at in places.iter().step_by(places.len() / 60) {
        let mut changed = token.clone();
        changed[*at] ^= 0x04;
        let verdict = judge(&authority, &with_token(&signed, &changed), None);
        assert!(verdict.signers[0].timestamp.is_none(), "octet {at} of the token changed");
        assert_eq!(verdict.outcome, Outcome::Valid, "a bad token is only a warning: {:?}", codes(&verdict));
        assert!(codes(&verdict).contains(&Code::TimestampIgnored));
    }
}

/// The message with a timestamp as its only unsigned attribute.
fn with_token(cms: &[u8], token: &[u8]) -> Vec<u8> {
    let info = ber::read(cms).0.children();
    let body = info[1].child(0).children();
    let whole = |elements: &[ber::Element<'_>]| -> Vec<Vec<u8>> { elements.iter().map(|e| e.whole.to_vec()).collect() };
    let mut signer = whole(&body[4].child(0).children()[..6]);
    let attribute = der::sequence(&[der::oid("1.2.840.113549.1.9.16.2.14"), der::set_of(&[token.to_vec()])]);
    signer.push(der::explicit(1, &attribute));
    let mut fields = whole(&body[..4]);
    fields.push(der::set_of(&[der::sequence(&signer)]));
    der::sequence(&[info[0].whole.to_vec(), der::explicit(0, &der::sequence(&fields))])
}
