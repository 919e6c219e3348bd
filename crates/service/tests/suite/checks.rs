//! Each of the machine's checks by one case that passes and by each way in which one does not; and every sentence in three languages.

use crate::fixture::{all_texts, answers, catalogue, context, uploads};
use domain::documents::{Certification, DocumentKind, DocumentLanguage};
use domain::iin::{Iin, IinRules};
use domain::lang::Lang;
use domain::request::{Basis, Deceased, IdentifiedDeceased, MissionBasis, Relation, Request, Sex};
use domain::scan::Scan;
use domain::{country::CountryCode, date::PartialDate, ids::MissionId};
use jiff::Timestamp;
use jiff::civil::date;
use service::checks::{Alike, Check, CheckKind, FilesOf, Found, Known, Outcome, Proof, Proven, checks, sentence};
use service::{Texts, parse_request};

/// A case and what is known of it, to be changed by a test.
struct Case {
    request: Request,
    mission: &'static str,
    proofs: Vec<Proven>,
    scan: Option<Scan>,
    alike: Option<Alike>,
    consent: String,
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn now() -> Timestamp {
    at("2026-11-24T09:00:00Z")
}

/// A case with nothing to remark but that Germany has several missions: the IIN agrees with the birth, the paper is apostilled and translated.
fn case() -> Case {
    let mut answers = answers();
    answers.set("deceased-iin-unknown", "");
    for (part, value) in [("day", "4"), ("month", "11"), ("year", "1952")] {
        answers.set(&format!("deceased-born-{part}"), value);
    }
    answers.set("deceased-iin", &iin("52110430001"));
    let kinds = [DocumentKind::Medical, DocumentKind::Translation];
    let request = parse_request(catalogue(), &answers, &uploads(&kinds), &context()).unwrap();
    Case {
        mission: "berlin",
        proofs: vec![Proven { addendum: None, proof: Proof::Eds(Found::Valid, Some(at("2026-11-22T14:05:00Z"))) }],
        scan: Some(Scan::Clean { at: at("2026-11-22T14:06:00Z") }),
        alike: Some(Alike::default()),
        consent: request.consent.text_version.clone(),
        request,
    }
}

/// The IIN with these eleven digits.
fn iin(body: &str) -> String {
    let all = (0..10).map(|digit| format!("{body}{digit}"));
    all.into_iter().find(|text| Iin::parse(text, IinRules::default()).is_ok()).unwrap()
}

impl Case {
    fn person(&mut self) -> &mut IdentifiedDeceased {
        match &mut self.request.deceased {
            Deceased::Identified(person) => person,
            Deceased::Unidentified { .. } => panic!("known"),
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Case)) -> Case {
        change(&mut self);
        self
    }

    fn checks(&self) -> Vec<Check> {
        let files: Vec<FilesOf> = self
            .request
            .documents
            .iter()
            .map(|own| FilesOf { kind: own.kind, scans: own.files.iter().map(|_| self.scan.clone()).collect() })
            .collect();
        checks(&Known {
            catalogue: catalogue(),
            request: &self.request,
            mission: &MissionId(self.mission.into()),
            presented_on: date(2026, 11, 23),
            proofs: &self.proofs,
            files: &files,
            alike: self.alike,
            consent: &self.consent,
            rules: IinRules::default(),
            now: now(),
        })
    }

    fn check(&self, kind: CheckKind) -> Check {
        self.checks().into_iter().find(|own| own.kind == kind).unwrap()
    }

    /// Outcome and codes of one check; the same of what it says is found in every language.
    fn found(&self, kind: CheckKind) -> (Outcome, Vec<&'static str>) {
        let own = self.check(kind);
        let texts = Texts::load(&all_texts()).unwrap();
        for (lang, detail) in Lang::ALL.into_iter().flat_map(|lang| own.details.iter().map(move |own| (lang, own))) {
            let said = sentence(catalogue(), &texts, lang, detail);
            assert!(!said.contains('⟦'), "{said}");
        }
        (own.outcome, own.details.iter().map(|own| own.code).collect())
    }
}

fn changed(kind: CheckKind, change: impl FnOnce(&mut Case)) -> (Outcome, Vec<&'static str>) {
    case().with(change).found(kind)
}

#[test]
fn a_clean_case_passes_and_every_check_is_there_by_its_number() {
    let made = case().checks();
    let kinds: Vec<CheckKind> = made.iter().map(|own| own.kind).collect();
    assert_eq!(kinds, CheckKind::ALL);
    let not: Vec<(CheckKind, Outcome)> =
        made.iter().filter(|own| own.outcome != Outcome::Pass).map(|own| (own.kind, own.outcome)).collect();
    let expected = [
        (CheckKind::Code, Outcome::NotRun),
        (CheckKind::Mission, Outcome::Attention),
        (CheckKind::Attorney, Outcome::NotRun),
    ];
    assert_eq!(not, expected);
}

#[test]
fn an_eds_speaks_of_when_it_was_looked_at_and_everything_else_of_now() {
    let case = case();
    assert_eq!(case.check(CheckKind::Signature).at, at("2026-11-22T14:05:00Z"));
    assert_eq!(case.check(CheckKind::Files).at, at("2026-11-22T14:06:00Z"));
    assert_eq!(case.check(CheckKind::Iin).at, now());
    assert_eq!(case.with(|own| own.scan = None).check(CheckKind::Files).at, now());
}

#[test]
fn an_eds_holds_waits_or_does_not_hold() {
    let proven = |found| {
        changed(CheckKind::Signature, |own| {
            own.proofs = vec![Proven { addendum: None, proof: Proof::Eds(found, None) }]
        })
    };
    assert_eq!(proven(Found::Valid), (Outcome::Pass, vec!["signature-valid"]));
    assert_eq!(proven(Found::Indeterminate), (Outcome::Attention, vec!["signature-waits"]));
    assert_eq!(proven(Found::Invalid), (Outcome::Fail, vec!["signature-invalid"]));
    // The gravest counts: an addendum whose EDS does not hold is not made good by the first one.
    let addendum = Proven { addendum: Some(1), proof: Proof::Eds(Found::Invalid, None) };
    let both = changed(CheckKind::Signature, |own| own.proofs.push(addendum));
    assert_eq!(both, (Outcome::Fail, vec!["signature-valid", "signature-invalid"]));
}

#[test]
fn a_one_time_password_is_evidence_of_its_own_and_no_signature() {
    let by = |proof| case().with(|own| own.proofs = vec![Proven { addendum: None, proof }]);
    let code = by(Proof::Code(Some(now())));
    assert_eq!(code.found(CheckKind::Signature), (Outcome::NotRun, vec!["signature-code-instead"]));
    assert_eq!(code.found(CheckKind::Code), (Outcome::Pass, vec!["code-entered"]));
    assert_eq!(by(Proof::Code(None)).found(CheckKind::Code).0, Outcome::Attention);
    let paper = by(Proof::Paper);
    for kind in [CheckKind::Signature, CheckKind::Code] {
        assert_eq!(paper.found(kind), (Outcome::NotRun, vec!["proof-by-hand"]));
    }
}

#[test]
fn an_iin_is_well_formed_and_agrees_with_the_birth_and_the_sex() {
    let of = |change: fn(&mut Case)| changed(CheckKind::Iin, change);
    assert_eq!(of(|_| {}), (Outcome::Pass, vec!["iin-proven", "iin-agrees"]));
    let born = of(|own| own.person().born = PartialDate::Day(date(1952, 4, 11)));
    assert_eq!(born, (Outcome::Fail, vec!["iin-proven", "iin-born"]));
    assert_eq!(of(|own| own.person().born = PartialDate::YearMonth(1952, 11)).0, Outcome::Pass);
    assert_eq!(of(|own| own.person().sex = Sex::Female), (Outcome::Fail, vec!["iin-proven", "iin-sex"]));
    // Stored numbers are read by their shape alone.
    let wrong: fn(&mut Case) = |own| own.person().iin = Some(Iin::try_from("521104300019".to_owned()).unwrap());
    let right = case().person().iin.clone();
    assert_ne!(right.unwrap().as_str(), "521104300019");
    assert!(of(wrong).1.contains(&"iin-wrong"), "{:?}", of(wrong));
    assert_eq!(of(wrong).0, Outcome::Fail);
    assert_eq!(of(|own| own.person().iin = None), (Outcome::Attention, vec!["iin-proven", "iin-unknown"]));
    assert!(of(|own| own.person().iin = Some(own.request.applicant.iin.clone())).1.contains(&"iin-of-applicant"));
    assert_eq!(of(|own| own.request.applicant.iin_proven = false).1[0], "iin-declared");
    let nobody = of(|own| {
        own.request.deceased = Deceased::Unidentified { description: "a man of about sixty".into(), sex: None };
    });
    assert_eq!(nobody, (Outcome::Pass, vec!["iin-proven", "iin-unidentified"]));
}

#[test]
fn cases_that_look_alike_are_counted_and_a_record_elsewhere_is_grave() {
    let found = |alike| changed(CheckKind::Alike, |own| own.alike = alike);
    let alike = Alike::default();
    assert_eq!(found(None), (Outcome::NotRun, vec!["alike-kept"]));
    assert_eq!(found(Some(alike)), (Outcome::Pass, vec!["alike-nothing"]));
    assert_eq!(found(Some(Alike { apart: 2, ..alike })), (Outcome::Pass, vec!["alike-apart"]));
    assert_eq!(found(Some(Alike { open: 1, apart: 1, ..alike })).0, Outcome::Attention);
    assert_eq!(found(Some(Alike { same: 1, ..alike })), (Outcome::Attention, vec!["alike-same"]));
    assert_eq!(found(Some(Alike { records: 1, open: 3, ..alike })).0, Outcome::Fail);
}

#[test]
fn dates_are_held_against_each_other_and_against_today() {
    let of = |change: fn(&mut Case)| changed(CheckKind::Dates, change);
    assert_eq!(of(|_| {}), (Outcome::Pass, vec!["dates-agree"]));
    let late = of(|own| own.request.death.date = PartialDate::Day(date(2026, 11, 20)));
    assert_eq!(late, (Outcome::Fail, vec!["dates-before-death"]), "the paper is of the 15th");
    assert!(of(|own| own.request.death.date = PartialDate::Day(date(2026, 11, 25))).1.contains(&"dates-future"));
    assert!(of(|own| own.person().born = PartialDate::Year(2027)).1.contains(&"dates-future"));
    let early = of(|own| own.request.death.date = PartialDate::Year(1951));
    assert_eq!(early, (Outcome::Fail, vec!["dates-before-birth"]));
    let court = of(|own| {
        own.request.basis = Basis::Court {
            court: "Amtsgericht".into(),
            case_number: "1".into(),
            decided_on: date(2026, 11, 20),
            in_force_on: date(2026, 11, 18),
        };
        own.request.documents[0].kind = DocumentKind::CourtDecision;
    });
    assert_eq!(court, (Outcome::Fail, vec!["dates-before-decision"]));
}

#[test]
fn the_district_covers_the_country_of_the_address() {
    let at = |country: &str, mission: &'static str| {
        case().with(|own| {
            own.mission = mission;
            own.request.mission = MissionId(mission.into());
            own.request.applicant.address.country = CountryCode::parse(country).unwrap();
        })
    };
    let of = |case: Case| case.found(CheckKind::Mission);
    assert_eq!(of(at("BY", "minsk")).1.len(), 1);
    assert_eq!(of(at("MO", "hongkong")), (Outcome::Pass, vec!["mission-covers"]), "its row is confirmed");
    assert_eq!(of(at("AT", "vienna")), (Outcome::Attention, vec!["mission-unconfirmed"]), "nobody confirmed its row");
    assert_eq!(of(at("DE", "berlin")), (Outcome::Attention, vec!["mission-shared"]));
    assert_eq!(of(at("AT", "berlin")), (Outcome::Fail, vec!["mission-other"]));
    assert_eq!(of(at("DE", "vienna")), (Outcome::Fail, vec!["mission-others"]));
    assert_eq!(of(at("KZ", "berlin")), (Outcome::Attention, vec!["mission-unknown"]));
    let objected = |case: Case| {
        case.with(|own| {
            own.request.mission_basis = MissionBasis::Objected;
            own.request.mission_reason = Some("I live in Salzburg".into());
        })
    };
    assert_eq!(of(objected(at("AT", "berlin"))), (Outcome::Attention, vec!["mission-objected"]));
    // The reason was for Berlin: to Vienna's neighbour the case was forwarded without one.
    let forwarded = objected(at("AT", "berlin")).with(|own| own.mission = "prague");
    assert_eq!(of(forwarded), (Outcome::Fail, vec!["mission-other"]));
}

#[test]
fn a_paper_bears_what_the_law_asks_of_it() {
    let of = |change: fn(&mut Case)| changed(CheckKind::Papers, change);
    assert_eq!(of(|_| {}), (Outcome::Pass, vec!["papers-need"]));
    let bare: fn(&mut Case) = |own| own.request.documents[0].certified.by = Certification::Nothing;
    assert_eq!(of(bare), (Outcome::Fail, vec!["papers-need"]));
    let own_paper: fn(&mut Case) = |own| {
        own.request.documents[0].certified.by = Certification::Nothing;
        own.request.documents[0].issued_in = CountryCode::KZ;
    };
    assert_eq!(of(own_paper).0, Outcome::Pass);
    // The register's date for the country is not confirmed: an apostille is there, a person looks nevertheless.
    let unconfirmed: fn(&mut Case) = |own| own.request.documents[0].issued_in = CountryCode::parse("US").unwrap();
    assert_eq!(of(unconfirmed).0, Outcome::Attention);
    // No treaty: an apostille does not do, a legalization does.
    let apostilled: fn(&mut Case) = |own| {
        own.request.documents[0].issued_in = CountryCode::parse("AE").unwrap();
        own.request.documents[0].certified.by = Certification::Apostille;
    };
    assert_eq!(of(apostilled).0, Outcome::Fail);
    let unsealed = of(|own| own.request.documents[0].stamped = false);
    assert_eq!(unsealed, (Outcome::Attention, vec!["papers-need", "papers-unsealed"]));
    assert_eq!(of(|own| own.request.documents.clear()), (Outcome::NotRun, vec!["papers-nothing"]));
}

#[test]
fn a_paper_in_a_foreign_language_is_translated() {
    let of = |change: fn(&mut Case)| changed(CheckKind::Translation, change);
    assert_eq!(of(|_| {}), (Outcome::Pass, vec!["translation-enclosed"]));
    let said = of(|own| own.request.documents.retain(|own| own.kind != DocumentKind::Translation));
    assert_eq!(said, (Outcome::Attention, vec!["translation-only-stated"]));
    let none = of(|own| own.request.documents[0].certified.translation_enclosed = false);
    assert_eq!(none, (Outcome::Fail, vec!["translation-missing"]));
    let russian = of(|own| own.request.documents[0].language = DocumentLanguage::parse("ru").unwrap());
    assert_eq!(russian, (Outcome::Pass, vec!["translation-unneeded"]));
}

#[test]
fn a_representative_encloses_a_power_of_attorney_given_before() {
    let given = |on: Option<jiff::civil::Date>| {
        changed(CheckKind::Attorney, |own| {
            own.request.applicant.relation = Relation::Representative;
            let mut paper = own.request.documents[0].clone();
            paper.kind = DocumentKind::PowerOfAttorney;
            paper.issued_on = on;
            own.request.documents.push(paper);
        })
    };
    assert_eq!(changed(CheckKind::Attorney, |_| {}), (Outcome::NotRun, vec!["attorney-nobody"]));
    let none = changed(CheckKind::Attorney, |own| own.request.applicant.relation = Relation::Representative);
    assert_eq!(none, (Outcome::Fail, vec!["attorney-missing"]));
    // Its term is on the paper: a machine never says that it is in force.
    assert_eq!(given(Some(date(2026, 11, 1))), (Outcome::Attention, vec!["attorney-enclosed"]));
    assert_eq!(given(Some(date(2026, 11, 23))), (Outcome::Fail, vec!["attorney-later"]));
    assert_eq!(given(None), (Outcome::Attention, vec!["attorney-undated"]));
}

#[test]
fn the_consent_is_to_the_text_that_was_in_force() {
    let of =
        |version: &'static str| changed(CheckKind::Consent, |own| own.request.consent.text_version = version.into());
    assert_eq!(changed(CheckKind::Consent, |_| {}), (Outcome::Pass, vec!["consent-in-force"]));
    assert_eq!(of("2020-01-01"), (Outcome::Attention, vec!["consent-other"]));
    assert_eq!(of(" "), (Outcome::Fail, vec!["consent-none"]));
}

#[test]
fn a_file_that_nobody_looked_at_is_not_clean() {
    let of = |scan: Option<Scan>| {
        changed(CheckKind::Files, |own| {
            own.request.documents.truncate(1);
            own.scan = scan;
        })
    };
    assert_eq!(of(Some(Scan::Clean { at: now() })), (Outcome::Pass, vec!["files-opened", "files-clean"]));
    assert_eq!(of(None), (Outcome::Pass, vec!["files-opened", "files-unscanned"]));
    assert_eq!(of(Some(Scan::Waiting)), (Outcome::Attention, vec!["files-opened", "files-waiting"]));
    let harmful = Scan::Infected { at: now(), threat: "Eicar".into() };
    assert_eq!(of(Some(harmful.clone())), (Outcome::Fail, vec!["files-opened", "files-harmful"]));
    assert_eq!(of(Some(Scan::NotPossible { at: now() })).0, Outcome::Attention);
    let none = changed(CheckKind::Files, |own| own.request.documents[0].files.clear());
    assert_eq!((none.0, none.1[0]), (Outcome::Attention, "files-none"));
    assert_eq!(changed(CheckKind::Files, |own| own.request.documents.clear()).0, Outcome::NotRun);
    // The scanner's name for it is told to nobody here.
    let case = case().with(|own| own.scan = Some(harmful));
    let texts = Texts::load(&all_texts()).unwrap();
    let own = case.check(CheckKind::Files);
    let said = own.details.iter().map(|own| sentence(catalogue(), &texts, Lang::En, own));
    assert!(!said.collect::<String>().contains("Eicar"));
}

#[test]
fn every_check_and_outcome_has_its_words() {
    let texts = Texts::load(&all_texts()).unwrap();
    for lang in Lang::ALL {
        for kind in CheckKind::ALL {
            assert!(texts.has(lang, &format!("checks-name-{}", kind.as_str())));
            assert!(texts.has(lang, &format!("machine-{}", kind.as_str())));
        }
        for outcome in Outcome::ALL {
            assert!(texts.has(lang, &format!("checks-outcome-{}", outcome.as_str())));
        }
    }
}
