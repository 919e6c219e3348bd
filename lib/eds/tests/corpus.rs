//! The corpus that `elshi-demo corpus` writes for fuzzing and for other verifiers: this library agrees with every verdict in it.
//! Must never: be where a verdict comes from; the corpus states what the rules say.

use eds::{Evidence, Policy, TrustList, verify};
use testkit::corpus::{Corpus, Verdict};

#[test]
fn every_case_of_the_corpus_gets_the_verdict_it_deserves() {
    let corpus = Corpus::new([7; 32], "2026-11-22T14:00:00Z".parse().unwrap());
    let (trust, problems) = TrustList::from_certificates(corpus.trusted());
    assert!(problems.is_empty(), "{problems:?}");
    let mut seen = std::collections::BTreeMap::new();
    for case in &corpus.cases {
        let mut evidence = Evidence::new();
        case.crl.iter().for_each(|name| evidence.add_crl(name, &corpus.files[name]).unwrap());
        case.ocsp.iter().for_each(|name| evidence.add_ocsp(name, &corpus.files[name]).unwrap());
        let content = case.content.map(|name| corpus.files[name].as_slice());
        let at = case.at.parse().unwrap();
        let verdict = verify(&corpus.files[&case.file], content, &trust, &evidence, &Policy::any(), at);
        let expected = match case.verdict {
            Verdict::Valid => "valid",
            Verdict::Invalid => "invalid",
            Verdict::Indeterminate => "indeterminate",
        };
        let codes: Vec<_> = verdict.all_findings().map(|finding| finding.code).collect();
        let sources = [&case.crl[..], &case.ocsp].concat();
        assert_eq!(verdict.outcome.as_str(), expected, "{} with {sources:?} ({}): {codes:?}", case.file, case.reason);
        *seen.entry(expected).or_insert(0) += 1;
    }
    assert!(seen.len() == 3 && seen.values().all(|count| *count > 30), "{seen:?}");
}
