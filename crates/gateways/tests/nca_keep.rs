//! What may be kept of the NCA's answers: lists as files, OCSP answers in memory.
//! Here because every call of NCANode failed once an empty file had replaced a list (#52, #104, #187).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::Arc;

use eds::ocsp::OcspResponse;
use eds::{Certificate, TrustList};
use gateways::nca::{self, Answer, CrlRefused, LocalNca, OcspCache, Refusal, Unreachable};
use jiff::{SignedDuration, Timestamp};
use testkit::nca::crl::List;
use testkit::ocsp::Status;
use testkit::{Algorithm, Nca, PersonSpec};

const DAY: SignedDuration = SignedDuration::from_hours(24);
const ADDRESS: &str = "http://crl.example/nca_gost_2022.crl";

fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

struct Desk {
    nca: Nca,
    list: TrustList,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let nca = Nca::new([7; 32], now());
        let hierarchy = nca.hierarchy(Algorithm::Gost512);
        let files = [hierarchy.root.certificate.der.as_slice(), hierarchy.issuing.certificate.der.as_slice()];
        let list = TrustList::from_certificates(files.into_iter()).0;
        Self { nca, list, folder: tempfile::tempdir().unwrap() }
    }

    fn crl(&self, from: Timestamp, until: Timestamp) -> List {
        self.nca.list(Algorithm::Gost512, from, until)
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("crl").join(nca::file_name(ADDRESS, ".crl"))
    }

    async fn fetch(&self, answer: Answer) -> Result<nca::Fetched, CrlRefused> {
        let local = LocalNca::new(move |_, _| answer.clone());
        nca::fetch_crl(&local, ADDRESS, &self.path(), &self.list, now()).await
    }
}

fn files(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[tokio::test]
async fn nothing_bad_ever_replaces_a_good_list() {
    let desk = Desk::new();
    let good = desk.crl(now() - DAY, now() + DAY).sign();
    let fetched = desk.fetch(Answer::Got(good.clone())).await.unwrap();
    assert!(!fetched.stale && !fetched.unchanged);
    assert!(desk.fetch(Answer::Got(good.clone())).await.unwrap().unchanged);
    let mut forged = desk.crl(now(), now() + DAY);
    forged.signer = Some(testkit::Key::from_seed(Algorithm::Gost512, [9; 32]));
    let mut delta = desk.crl(now(), now() + DAY);
    delta.base = Some(1);
    let mut endless = desk.crl(now(), now() + DAY);
    endless.next_update = None;
    let foreign = Nca::new([8; 32], now()).list(Algorithm::Gost512, now(), now() + DAY).sign();
    let mut changed = desk.crl(now(), now() + DAY).sign();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    let older = desk.crl(now() - DAY * 2, now() + DAY).sign();
    let future = desk.crl(now() + DAY, now() + DAY * 2).sign();
    let answers = [
        Answer::Got(Vec::new()),
        Answer::Got(good[..good.len() / 2].to_vec()),
        Answer::Got(b"<html>404</html>".to_vec()),
        Answer::Got(b"garbage".to_vec()),
        Answer::Got([good.as_slice(), &[0]].concat()),
        Answer::Got(forged.sign()),
        Answer::Got(delta.sign()),
        Answer::Got(endless.sign()),
        Answer::Got(foreign),
        Answer::Got(changed),
        Answer::Got(older),
        Answer::Got(future),
        Answer::Refused(Refusal::Status(404)),
        Answer::Unreachable(Unreachable::Timeout),
    ];
    for answer in answers {
        let shown = format!("{answer:?}").chars().take(60).collect::<String>();
        let refused = desk.fetch(answer).await;
        assert!(refused.is_err(), "{shown}");
        assert_eq!(std::fs::read(desk.path()).unwrap(), good, "{shown}: {refused:?}");
    }
    assert_eq!(files(&desk.folder.path().join("crl")), ["crl.example-nca_gost_2022.crl"]);
    let newer = desk.crl(now(), now() + DAY).sign();
    desk.fetch(Answer::Got(newer.clone())).await.unwrap();
    assert_eq!(std::fs::read(desk.path()).unwrap(), newer);
}

#[tokio::test]
async fn what_is_broken_on_the_disk_is_replaced() {
    let desk = Desk::new();
    let good = desk.crl(now() - DAY, now() + DAY).sign();
    for broken in [&b""[..], b"<html>", &good[..40]] {
        nca::replace(&desk.path(), broken).unwrap();
        desk.fetch(Answer::Got(good.clone())).await.unwrap();
        assert_eq!(std::fs::read(desk.path()).unwrap(), good);
    }
}

#[tokio::test]
async fn a_list_whose_time_is_over_is_kept_and_called_stale() {
    let desk = Desk::new();
    let stale = desk.crl(now() - DAY * 2, now() - DAY).sign();
    assert!(desk.fetch(Answer::Got(stale)).await.unwrap().stale);
    // A good one never makes way for it.
    desk.fetch(Answer::Got(desk.crl(now() - DAY, now() + DAY).sign())).await.unwrap();
    let back = desk.fetch(Answer::Got(desk.crl(now() - DAY * 2, now() - DAY).sign())).await;
    assert!(matches!(back, Err(CrlRefused::Older { .. })), "{back:?}");
}

#[test]
fn every_address_has_a_file_name_that_stays_in_its_folder() {
    for (address, name) in [
        ("http://crl.pki.gov.kz/nca_gost_2022.crl", "crl.pki.gov.kz-nca_gost_2022.crl"),
        ("http://test.pki.gov.kz/crl/a.crl?x=/../../etc", "test.pki.gov.kz-crl-a.crl"),
        ("http://host/../../../etc/passwd", "host-..-..-..-etc-passwd.crl"),
        ("../../x", "-..-x.crl"),
        ("http://host/", "host.crl"),
    ] {
        assert_eq!(nca::file_name(address, ".crl"), name);
    }
}

#[test]
fn ocsp_answers_are_kept_while_they_are_fresh_and_no_more_than_the_bound() {
    let desk = Desk::new();
    let issuing = Certificate::from_der(&desk.nca.issuing(Algorithm::Gost512).certificate.der).unwrap();
    let people: Vec<_> = ["one", "two", "three"]
        .map(|name| desk.nca.person(&PersonSpec::individual(name, Algorithm::Gost512)).certificate)
        .into();
    let parsed: Vec<_> = people.iter().map(|one| Certificate::from_der(&one.der).unwrap()).collect();
    let responder = desk.nca.responder(Algorithm::Gost512);
    let answer = |responder: &testkit::ocsp::Responder, at| {
        Arc::new(OcspResponse::from_der(&responder.about(&people[0].serial, at)).unwrap())
    };
    let cache = OcspCache::new(2);
    let good = answer(&responder, now());
    assert!(cache.keep(&parsed[0], &issuing, Arc::clone(&good), DAY, now()));
    assert!(cache.get(&parsed[0], &issuing, now() + DAY).is_some());
    assert!(cache.get(&parsed[0], &issuing, now() + DAY * 2).is_none(), "older than the policy allows");
    assert!(cache.get(&parsed[1], &issuing, now()).is_none());
    // About another certificate, forged, stale, unknown: not kept.
    assert!(!cache.keep(&parsed[1], &issuing, Arc::clone(&good), DAY, now()));
    let (mut forged, mut unknown, mut short) = (responder.clone(), responder.clone(), responder.clone());
    forged.broken = true;
    assert!(!cache.keep(&parsed[0], &issuing, answer(&forged, now()), DAY, now()));
    assert!(!cache.keep(&parsed[0], &issuing, answer(&responder, now() - DAY * 3), DAY, now()));
    unknown.set(&people[0].serial, Status::Unknown);
    assert!(!cache.keep(&parsed[0], &issuing, answer(&unknown, now()), DAY, now()));
    // nextUpdate ends it before the policy does.
    short.next_update = Some(SignedDuration::from_mins(5));
    assert!(cache.keep(&parsed[0], &issuing, answer(&short, now()), DAY, now()));
    assert!(cache.get(&parsed[0], &issuing, now() + DAY / 2).is_none());
    for (person, certificate) in people.iter().zip(&parsed) {
        let response = OcspResponse::from_der(&responder.about(&person.serial, now())).unwrap();
        assert!(cache.keep(certificate, &issuing, Arc::new(response), DAY, now()));
    }
    assert_eq!(cache.len(), 2);
}
