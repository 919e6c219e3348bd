//! Lists and answers of the corpus, asked about one good signature of each algorithm.
//!
//! Must never: make the signature itself anything but good.

use super::Verdict::{Indeterminate, Invalid, Valid};
use super::{Corpus, DAY, Verdict, another_serial};
use crate::nca::crl::{HOLD, List, REMOVE_FROM_CRL, scope};
use crate::ocsp::{self, Responder, Status};
use crate::{Algorithm, Digest, Nca, der};

pub(super) fn add(corpus: &mut Corpus) {
    for algorithm in Algorithm::ALL {
        lists(corpus, algorithm);
        answers(corpus, algorithm);
    }
}

/// The signature every list and answer here is about.
fn subject(algorithm: Algorithm) -> String {
    format!("cms/{}_attached.cms", algorithm.name())
}

fn lists(corpus: &mut Corpus, algorithm: Algorithm) {
    let now = corpus.at();
    let serial = corpus.person("applicant", algorithm).certificate.serial;
    let fresh = corpus.nca.list(algorithm, now - DAY, now + DAY);
    let base = List { number: 10, ..fresh.clone() };
    let delta = |reason| {
        let list = List { number: 11, base: Some(10), ..fresh.clone() };
        list.with(&serial, now - DAY * 2, Some(reason)).sign()
    };
    let key = Nca::new([0xee; 32], now).issuing(algorithm).key;
    let revoked = |reason| fresh.clone().with(&serial, now - DAY * 2, reason).sign();
    let limited = |field: Vec<u8>| List { distribution_point: Some(field), ..fresh.clone() }.sign();
    let stale = List { this_update: now - DAY * 9, next_update: Some(now - DAY), ..fresh.clone() };
    let held = base.clone().with(&serial, now - DAY * 2, Some(HOLD)).sign();
    let cases: Vec<(&str, Vec<Vec<u8>>, Verdict, &'static str)> = vec![
        ("none", vec![], Indeterminate, "no list at hand"),
        ("revoked", vec![revoked(None)], Invalid, "revoked two days ago"),
        ("key_compromise", vec![revoked(Some(1))], Invalid, "revoked two days ago"),
        ("hold", vec![revoked(Some(HOLD))], Invalid, "on hold"),
        ("stale", vec![stale.sign()], Indeterminate, "nextUpdate has passed"),
        ("stale_revoked", vec![stale.with(&serial, now - DAY * 20, Some(1)).sign()], Invalid, "revocation is final"),
        ("endless", vec![List { next_update: None, ..fresh.clone() }.sign()], Indeterminate, "no nextUpdate"),
        ("forged", vec![List { signer: Some(key), ..fresh.clone() }.sign()], Indeterminate, "another key signed"),
        ("delta_adds", vec![base.sign(), delta(1)], Invalid, "revoked by the delta"),
        ("delta_lifts", vec![held, delta(REMOVE_FROM_CRL)], Valid, "the hold was lifted by the delta"),
        ("delta_alone", vec![delta(HOLD)], Indeterminate, "a delta without its base"),
        ("indirect", vec![limited(scope::indirect())], Indeterminate, "an indirect list"),
        ("only_authorities", vec![limited(scope::only_authorities())], Indeterminate, "not about users"),
        ("only_users", vec![limited(scope::only_users())], Valid, "about users"),
        ("some_reasons", vec![limited(scope::only_some_reasons())], Indeterminate, "not about all reasons"),
        ("crowd", vec![fresh.clone().with_strangers(500, now - DAY * 9).sign()], Valid, "others are revoked"),
    ];
    for (name, lists, verdict, reason) in cases {
        let mut names = Vec::new();
        for (at, list) in lists.into_iter().enumerate() {
            names.push(format!("crl/{}_{name}_{at}.crl", algorithm.name()));
            corpus.add(names[at].clone(), list);
        }
        corpus.ask(&subject(algorithm), names, vec![], verdict, reason);
    }
}

fn answers(corpus: &mut Corpus, algorithm: Algorithm) {
    let now = corpus.at();
    let serial = corpus.person("applicant", algorithm).certificate.serial;
    let issuer = corpus.nca.issuing(algorithm);
    let responder = corpus.nca.responder(algorithm);
    let saying = |status| responder.clone().saying(&serial, status);
    let stranger = Nca::new([0xee; 32], now).responder(algorithm).signer;
    let tsa = corpus.nca.tsa(algorithm).signer;
    let revoked = Status::Revoked { at: now - DAY * 2, reason: Some(1) };
    let cases: Vec<(&str, Responder, Verdict, &'static str)> = vec![
        ("good", responder.clone(), Valid, "good"),
        ("by_key", Responder { by_key: true, ..responder.clone() }, Valid, "good"),
        ("by_the_authority", Responder { signer: issuer.clone(), ..responder.clone() }, Valid, "good"),
        ("revoked", saying(revoked), Invalid, "revoked two days ago"),
        ("unknown", saying(Status::Unknown), Indeterminate, "unknown to the responder"),
        ("non_issued", saying(Status::NonIssued), Indeterminate, "never issued, says the responder"),
        ("stale", Responder { this_update: -DAY * 3, ..responder.clone() }, Indeterminate, "three days old"),
        ("future", Responder { this_update: DAY, ..responder.clone() }, Indeterminate, "from tomorrow"),
        ("broken", Responder { broken: true, ..responder.clone() }, Indeterminate, "a bit was changed"),
        ("stranger", Responder { signer: stranger, ..responder.clone() }, Indeterminate, "an unknown responder"),
        ("wrong_purpose", Responder { signer: tsa, ..responder.clone() }, Indeterminate, "not authorised"),
        ("another", Responder { about: Some(another_serial()), ..responder.clone() }, Indeterminate, "about another"),
    ];
    let request = ocsp::request(Digest::Sha256, &issuer.certificate, &[&serial], Some(b"0123456789abcdef"));
    corpus.add(format!("ocsp/{}.req", algorithm.name()), request.clone());
    for (name, responder, verdict, reason) in cases {
        let file = format!("ocsp/{}_{name}.ocsp", algorithm.name());
        corpus.add(file.clone(), responder.respond(&request, now));
        corpus.ask(&subject(algorithm), vec![], vec![file], verdict, reason);
    }
    let file = format!("ocsp/{}_try_later.ocsp", algorithm.name());
    corpus.add(file, ocsp::failure(ocsp::TRY_LATER));
    let nonsense = format!("ocsp/{}_nonsense.ocsp", algorithm.name());
    corpus.add(nonsense, der::sequence(&[der::enumerated(0), der::null()]));
}
