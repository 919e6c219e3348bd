//! The verdict over real artefacts of the NCA RK test PKI (issue 2, part 4), one test a statement.
//! They lie outside the repository; where the folder is absent the tests say loudly that they were skipped, where it
//! is present a missing file is a failure.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use eds::{Algorithm, Code, Evidence, Outcome, Policy, Role, TrustList, Verdict, verify};

fn folder() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch")]
    let named = std::env::var("ELSHI_REAL_ARTEFACTS").ok().map(PathBuf::from);
    let folder =
        named.unwrap_or_else(|| Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/eds/real")).into());
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no real artefacts at {} (set ELSHI_REAL_ARTEFACTS)", folder.display());
    None
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn trust(folder: &Path) -> TrustList {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder.join("ca")).unwrap() {
        files.push(std::fs::read(entry.unwrap().path()).unwrap());
    }
    let (list, problems) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
    assert!(problems.is_empty(), "{problems:?}");
    list
}

fn evidence(folder: &Path, crls: &[&str], ocsp: &[&str]) -> Evidence {
    let mut evidence = Evidence::new();
    for crl in crls {
        evidence.add_crl(crl, &read(folder, &format!("crl/{crl}"))).unwrap();
    }
    for response in ocsp {
        evidence.add_ocsp(response, &read(folder, &format!("ocsp/{response}"))).unwrap();
    }
    evidence
}

fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.all_findings().map(|finding| finding.code).collect()
}

const NOW: &str = "2026-11-22T14:00:00Z";
const SDK: &str = "2024-02-01T00:00:00Z";

struct Case {
    file: &'static str,
    detached: bool,
    crl: &'static str,
    at: &'static str,
    algorithm: Algorithm,
}

const GOST512: Case = Case {
    file: "reference_signed/gost512_attached.cms",
    detached: false,
    crl: "go_nca_gost2022_test.crl",
    at: NOW,
    algorithm: Algorithm::Gost512,
};
const RSA_ATTACHED: Case = Case {
    file: "reference_signed/rsa2048_attached.cms",
    detached: false,
    crl: "nca_rsa_test.crl",
    at: SDK,
    algorithm: Algorithm::Rsa,
};
const RSA_DETACHED: Case = Case { file: "reference_signed/rsa2048_detached.cms", detached: true, ..RSA_ATTACHED };
const GOST2004: Case = Case {
    file: "reference_signed/gost2004_attached.cms",
    crl: "nca_gost_test.crl",
    algorithm: Algorithm::Gost2004,
    ..RSA_ATTACHED
};

impl Case {
    fn judge(&self, folder: &Path, crls: &[&str], change: impl Fn(&mut Vec<u8>, &mut Vec<u8>)) -> Verdict {
        let mut input = read(folder, self.file);
        let mut data = read(folder, "reference_signed/data.bin");
        change(&mut input, &mut data);
        let content = self.detached.then_some(data.as_slice());
        let evidence = evidence(folder, crls, &[]);
        verify(&input, content, &trust(folder), &evidence, &Policy::any(), self.at.parse().unwrap())
    }

    fn is_valid_with_its_crl(&self) {
        let Some(folder) = folder() else { return };
        let verdict = self.judge(&folder, &[self.crl], |_, _| {});
        assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
        assert_eq!(verdict.signers[0].algorithm, Some(self.algorithm));
        assert_eq!(verdict.signers[0].iin.as_deref(), Some("123456789011"));
        assert_eq!(verdict.signers[0].name.as_deref(), Some("ТЕСТОВ ТЕСТ ТЕСТОВИЧ"));
        assert!(verdict.content_sha256.is_some());
    }

    fn is_indeterminate_without_a_crl(&self) {
        let Some(folder) = folder() else { return };
        let verdict = self.judge(&folder, &[], |_, _| {});
        assert_eq!(verdict.outcome, Outcome::Indeterminate);
        assert!(codes(&verdict).contains(&Code::RevocationMissing));
        assert!(verdict.waits_for_nca());
    }

    fn is_invalid_with_a_content_byte_changed(&self) {
        let Some(folder) = folder() else { return };
        let original = read(&folder, "reference_signed/data.bin");
        for at in 0..original.len() {
            let verdict = self.judge(&folder, &[self.crl], |input, data| {
                if self.detached {
                    data[at] ^= 1;
                } else {
                    let start = input.windows(data.len()).position(|window| window == data.as_slice()).unwrap();
                    input[start + at] ^= 1;
                }
            });
            assert_eq!(verdict.outcome, Outcome::Invalid, "byte {at}");
            assert!(codes(&verdict).contains(&Code::DigestMismatch));
        }
    }
}

#[test]
fn gost512_attached_is_valid_with_its_crl() {
    GOST512.is_valid_with_its_crl();
}

#[test]
fn rsa2048_attached_is_valid_with_its_crl() {
    RSA_ATTACHED.is_valid_with_its_crl();
}

#[test]
fn rsa2048_detached_is_valid_with_its_crl() {
    RSA_DETACHED.is_valid_with_its_crl();
}

#[test]
fn gost2004_attached_is_valid_with_its_crl() {
    GOST2004.is_valid_with_its_crl();
}

#[test]
fn each_is_indeterminate_without_a_crl() {
    [GOST512, RSA_ATTACHED, RSA_DETACHED, GOST2004].iter().for_each(Case::is_indeterminate_without_a_crl);
}

#[test]
fn each_is_invalid_with_one_content_byte_changed() {
    [GOST512, RSA_ATTACHED, RSA_DETACHED, GOST2004].iter().for_each(Case::is_invalid_with_a_content_byte_changed);
}

#[test]
fn rsa_of_2021_without_timestamp_is_indeterminate_with_good_mathematics() {
    let Some(folder) = folder() else { return };
    let input = read(&folder, "cms/26019d020953.cms");
    let verdict = verify(&input, None, &trust(&folder), &Evidence::new(), &Policy::any(), NOW.parse().unwrap());
    assert_eq!(verdict.outcome, Outcome::Indeterminate, "{:?}", codes(&verdict));
    assert_eq!(verdict.signers.len(), 1);
    assert!(codes(&verdict).contains(&Code::CertificateExpired));
    assert!(!codes(&verdict).contains(&Code::SignatureWrong));
    assert!(!verdict.waits_for_nca());
}

#[test]
fn two_signers_of_mixed_algorithms_are_indeterminate_with_good_mathematics() {
    let Some(folder) = folder() else { return };
    let input = read(&folder, "cms/91ab4a777ac8.cms");
    let verdict = verify(&input, None, &trust(&folder), &Evidence::new(), &Policy::any(), NOW.parse().unwrap());
    assert_eq!(verdict.outcome, Outcome::Indeterminate, "{:?}", codes(&verdict));
    let algorithms: Vec<_> = verdict.signers.iter().map(|signer| signer.algorithm).collect();
    assert_eq!(algorithms, [Some(Algorithm::Gost512), Some(Algorithm::Rsa)]);
    assert!(verdict.signers.iter().all(|signer| signer.outcome == Outcome::Indeterminate));
    assert_eq!(verdict.signers[0].iin.as_deref(), Some("123456789012"));
    assert_eq!(verdict.signers[0].signing_time.unwrap().to_string(), "2022-09-27T21:17:59Z");
}

#[test]
fn all_listed_authorities_read_and_link_to_an_anchor() {
    let Some(folder) = folder() else { return };
    for place in ["ca", "ca_prod"] {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder.join(place)).unwrap() {
            files.push(std::fs::read(entry.unwrap().path()).unwrap());
        }
        let (list, problems) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
        assert!(problems.is_empty(), "{problems:?}");
        for listed in list.listed() {
            let name = listed.certificate.subject();
            assert!(listed.anchor || !listed.issuers.is_empty(), "{place}: {name} has no issuer");
        }
    }
}

#[test]
fn every_real_certificate_reads_with_its_person_and_role() {
    let Some(folder) = folder() else { return };
    let mut roles = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(folder.join("certs")).unwrap() {
        let path = entry.unwrap().path();
        let der = eds::input::decode_bundle(&std::fs::read(&path).unwrap()).unwrap().remove(0);
        let summary = eds::CertificateSummary::of(&eds::Certificate::from_der(&der).unwrap());
        let role = summary.role().unwrap_or_else(|| panic!("{}: no role", path.display()));
        assert!(role == Role::InformationSystem || summary.iin.is_some(), "{}", path.display());
        assert!(summary.iin.is_none() || summary.given.is_some());
        roles.insert(role.as_str());
    }
    assert_eq!(
        roles.into_iter().collect::<Vec<_>>(),
        ["employee", "head", "individual", "information_system", "signing_right", "treasury_client"]
    );
}

#[test]
fn a_foreign_or_stale_crl_proves_nothing() {
    let Some(folder) = folder() else { return };
    let verdict = GOST512.judge(&folder, &["ncanode_nca_gost2022_test.crl"], |_, _| {});
    assert_eq!(verdict.outcome, Outcome::Indeterminate);
    assert!(codes(&verdict).contains(&Code::RevocationStale));
    let verdict = GOST512.judge(&folder, &["nca_rsa_test.crl"], |_, _| {});
    assert!(codes(&verdict).contains(&Code::RevocationMissing));
}

#[test]
fn a_delta_list_counts_on_its_base_only() {
    let Some(folder) = folder() else { return };
    let verdict = RSA_ATTACHED.judge(&folder, &["nca_d_rsa_test.crl"], |_, _| {});
    assert_eq!(verdict.outcome, Outcome::Indeterminate);
    assert!(codes(&verdict).contains(&Code::CrlDeltaWithoutBase));
    let verdict = RSA_ATTACHED.judge(&folder, &["nca_d_rsa_test.crl", "nca_rsa_test.crl"], |_, _| {});
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
}

#[test]
fn a_crl_with_a_byte_changed_is_not_authentic() {
    let Some(folder) = folder() else { return };
    let mut crl = read(&folder, "crl/go_nca_gost2022_test.crl");
    let last = crl.len() - 1;
    crl[last] ^= 1;
    let mut evidence = Evidence::new();
    evidence.add_crl("crl", &crl).unwrap();
    let input = read(&folder, GOST512.file);
    let verdict = verify(&input, None, &trust(&folder), &evidence, &Policy::any(), NOW.parse().unwrap());
    assert_eq!(verdict.outcome, Outcome::Indeterminate);
    assert!(codes(&verdict).contains(&Code::CrlNotAuthentic));
}

#[test]
fn a_non_issued_ocsp_answer_is_unknown_not_revoked() {
    let Some(folder) = folder() else { return };
    let input = read(&folder, "cms/91ab4a777ac8.cms");
    let evidence = evidence(&folder, &[], &["ocsp_response_individual_2015.bin"]);
    let at = "2022-09-02T17:00:00Z".parse().unwrap();
    let verdict = verify(&input, None, &trust(&folder), &evidence, &Policy::any(), at);
    let codes: Vec<_> = verdict.signers[0].findings.iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&Code::RevocationUnknownToResponder), "{codes:?}");
    assert!(!codes.contains(&Code::CertificateRevoked));
}

#[test]
fn a_good_ocsp_answer_of_an_authorised_responder_counts_while_fresh() {
    let Some(folder) = folder() else { return };
    let input = read(&folder, "cms/91ab4a777ac8.cms");
    let evidence = evidence(&folder, &[], &["ocsp_response_individual_sign_2004.bin"]);
    // The RSA certificate of the second signer ended in January 2022; the responder answers in September.
    let at = "2022-09-02T17:00:00Z".parse().unwrap();
    let verdict = verify(&input, None, &trust(&folder), &evidence, &Policy::any(), at);
    let codes: Vec<_> = verdict.signers[1].findings.iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&Code::CertificateExpired), "{codes:?}");
    assert!(!codes.contains(&Code::RevocationMissing) && !codes.contains(&Code::OcspNotAuthentic), "{codes:?}");
    let later = "2022-09-04T17:00:00Z".parse().unwrap();
    let verdict = verify(&input, None, &trust(&folder), &evidence, &Policy::any(), later);
    assert!(verdict.signers[1].findings.iter().any(|finding| finding.code == Code::RevocationStale));
}

#[test]
fn an_empty_trust_list_proves_nothing() {
    let Some(folder) = folder() else { return };
    let input = read(&folder, GOST512.file);
    let verdict = verify(&input, None, &TrustList::default(), &Evidence::new(), &Policy::any(), NOW.parse().unwrap());
    assert_eq!(verdict.outcome, Outcome::Indeterminate);
    assert!(codes(&verdict).contains(&Code::TrustListEmpty) && codes(&verdict).contains(&Code::IssuerUnknown));
}

fn xml(folder: &Path, name: &str, crl: Option<&str>, at: &str, change: impl Fn(String) -> String) -> Verdict {
    let text = change(String::from_utf8(read(folder, name)).unwrap());
    let evidence = evidence(folder, crl.as_slice(), &[]);
    verify(text.as_bytes(), None, &trust(folder), &evidence, &Policy::any(), at.parse().unwrap())
}

#[test]
fn xml_of_both_providers_has_good_mathematics() {
    let Some(folder) = folder() else { return };
    let verdict = xml(&folder, "reference_signed/gost512.xml", Some(GOST512.crl), NOW, |text| text);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    assert_eq!(verdict.signers[0].algorithm, Some(Algorithm::Gost512));
    let verdict = xml(&folder, "reference_signed/rsa2048.xml", Some(RSA_ATTACHED.crl), SDK, |text| text);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    let verdict = xml(&folder, "xml/cb1ca0b944.xml", None, "2025-01-01T00:00:00Z", |text| text);
    assert_eq!(verdict.outcome, Outcome::Indeterminate, "{:?}", codes(&verdict));
    assert!(verdict.waits_for_nca());
}

#[test]
fn xml_comments_are_not_digested_and_everything_else_is() {
    let Some(folder) = folder() else { return };
    let judge = |change: &dyn Fn(String) -> String| {
        xml(&folder, "reference_signed/gost512.xml", Some(GOST512.crl), NOW, change)
    };
    assert_eq!(judge(&|text| text.replace("<!-- c -->", "<!-- another --><!---->")).outcome, Outcome::Valid);
    for (from, to) in
        [("ҚЫЗЫ", "ҰЛЫ"), ("y=\"2\"", "y=\"3\""), ("</request>", "<more/></request>"), ("urn:a\"", "urn:b\"")]
    {
        let verdict = judge(&|text| text.replace(from, to));
        assert_eq!(verdict.outcome, Outcome::Invalid, "{from}");
        assert!(codes(&verdict).contains(&Code::DigestMismatch), "{from}: {:?}", codes(&verdict));
    }
}

#[test]
fn xml_outside_the_accepted_form_is_invalid() {
    let Some(folder) = folder() else { return };
    for (from, to, code) in [
        ("URI=\"\"", "URI=\"#part\"", Code::XmlForm),
        ("<ds:Reference", "<ds:Reference URI=\"#x\"/><ds:Reference", Code::XmlForm),
        ("#enveloped-signature", "#base64", Code::XmlForm),
        ("<request", "<!DOCTYPE request><request", Code::Malformed),
        ("</request>", "<x></request>", Code::Malformed),
    ] {
        let change = |text: String| text.replace(from, to);
        let verdict = xml(&folder, "reference_signed/gost512.xml", Some(GOST512.crl), NOW, change);
        assert_eq!(verdict.outcome, Outcome::Invalid, "{from}");
        assert!(codes(&verdict).contains(&code), "{from}: {:?}", codes(&verdict));
    }
    // Wrapped: the signed document becomes a part of another one.
    let wrap = |text: String| {
        let start = text.find("<request").unwrap();
        format!("<evil>{}</evil>", &text[start..])
    };
    let verdict = xml(&folder, "reference_signed/gost512.xml", Some(GOST512.crl), NOW, wrap);
    assert_eq!(codes(&verdict), [Code::XmlForm]);
}

#[test]
fn truncation_at_every_byte_never_panics_and_is_invalid() {
    let Some(folder) = folder() else { return };
    let (trust, evidence) = (trust(&folder), evidence(&folder, &[GOST512.crl], &[]));
    let input = read(&folder, GOST512.file);
    for length in 0..input.len() {
        let verdict = verify(&input[..length], None, &trust, &evidence, &Policy::any(), NOW.parse().unwrap());
        assert_eq!(verdict.outcome, Outcome::Invalid, "{length}");
    }
    let mut longer = input.clone();
    longer.push(0);
    let verdict = verify(&longer, None, &trust, &evidence, &Policy::any(), NOW.parse().unwrap());
    assert_eq!(codes(&verdict), [Code::TrailingBytes]);
}

#[test]
fn no_single_byte_change_of_signed_parts_is_valid() {
    let Some(folder) = folder() else { return };
    let mut survivors = Vec::new();
    for case in [&GOST512, &RSA_ATTACHED, &GOST2004] {
        let (trust, evidence) = (trust(&folder), evidence(&folder, &[case.crl], &[]));
        let original = read(&folder, case.file);
        for at in 0..original.len() {
            for flip in [0x01, 0x80] {
                let mut input = original.clone();
                input[at] ^= flip;
                let verdict = verify(&input, None, &trust, &evidence, &Policy::any(), case.at.parse().unwrap());
                if verdict.outcome == Outcome::Valid {
                    survivors.push((case.file, at, original[at], input[at]));
                }
            }
        }
    }
    // Not covered by any signature: SignedData.version and the digestAlgorithms a message announces (RFC 5652 5.1).
    survivors.retain(|(_, at, ..)| *at > 45);
    assert!(survivors.is_empty(), "{survivors:?}");
}
