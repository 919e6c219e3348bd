//! Each rule of the form by one wrong answer; the whole request; and back.

use crate::fixture::{answers, catalogue, context, texts, uploads};
use domain::date::PartialDate;
use domain::documents::{Certification, DocumentKind};
use domain::lang::{CertificateLang, Lang};
use domain::request::{Basis, Cause, Collector, Deceased, Relation, Sex};
use jiff::civil::date;
use service::answers::{advice, answers_of, document_advice, facts};
use service::{Answers, parse_request, parse_section};
use std::collections::BTreeMap;

const MEDICAL: &[DocumentKind] = &[DocumentKind::Medical, DocumentKind::Translation];

/// The findings of the whole as `field code`.
fn wrong(answers: &Answers) -> Vec<String> {
    let kinds =
        [MEDICAL, &[DocumentKind::CourtDecision, DocumentKind::Kinship, DocumentKind::PowerOfAttorney]].concat();
    match parse_request(catalogue(), answers, &uploads(&kinds), &context()) {
        Ok(_) => Vec::new(),
        Err(findings) => findings.iter().map(|finding| format!("{} {}", finding.field, finding.code)).collect(),
    }
}

/// The findings after a few answers are changed.
fn changed(changes: &[(&str, &str)]) -> Vec<String> {
    let mut answers = answers();
    for (name, value) in changes {
        answers.set(name, value);
    }
    wrong(&answers)
}

fn death_on(day: &str, month: &str, year: &str) -> Vec<String> {
    changed(&[("death-date-day", day), ("death-date-month", month), ("death-date-year", year)])
}

#[test]
fn a_whole_draft_is_a_request() {
    let request = parse_request(catalogue(), &answers(), &uploads(MEDICAL), &context()).unwrap();
    assert_eq!(request.date, date(2026, 11, 22));
    assert_eq!(request.applicant.phone.e164, "+49301234567");
    assert!(!request.applicant.phone.takes_texts);
    assert_eq!(request.applicant.relation, Relation::Child);
    assert_eq!(request.death.date, PartialDate::Day(date(2026, 11, 14)));
    assert_eq!(request.cause, Cause::CopyFromPaper);
    assert_eq!(request.certificate_language, CertificateLang::Kk);
    let Deceased::Identified(person) = &request.deceased else { panic!("{:?}", request.deceased) };
    assert_eq!((person.born, person.sex, person.iin.as_ref()), (PartialDate::Year(1950), Sex::Male, None));
    let medical = &request.documents[0];
    assert_eq!((medical.kind, medical.issued_on), (DocumentKind::Medical, Some(date(2026, 11, 15))));
    assert_eq!(medical.certified.by, Certification::OnSamePage);
    assert!(medical.certified.translation_enclosed);
    assert_eq!(request.documents.len(), 2);
    assert_eq!(request.consent.text_version, catalogue().consents().newest().version);
}

#[test]
fn an_empty_draft_reports_every_section_at_once() {
    let findings = parse_request(catalogue(), &Answers::default(), &[], &context()).unwrap_err();
    let form = catalogue().form();
    for section in &form.sections {
        assert!(findings.iter().any(|f| form.section_of(&f.field).unwrap().id == section.id), "{}", section.id);
    }
    assert!(findings.iter().all(|finding| finding.code == "empty"));
}

#[test]
fn a_request_as_answers_gives_the_same_request() {
    let mut representative = answers();
    for (name, value) in [
        ("relation", "representative"),
        ("principal-given", "Асқар"),
        ("attorney-country", "KZ"),
        ("attorney-issued-on-day", "1"),
        ("attorney-issued-on-month", "11"),
        ("attorney-issued-on-year", "2026"),
        ("attorney-language", "kk+ru"),
        ("attorney-stamped", "yes"),
        ("attorney-certified", "nothing"),
        ("collector", "other"),
        ("collector-name", "Асқар"),
        ("collector-authority", "heir"),
        ("deceased-latin-surname", "AKHMETOV"),
        ("deceased-iin-unknown", ""),
        ("deceased-iin", "9912 3120 0007"),
        ("surrendered", "cannot"),
        ("surrendered-missing", "белгісіз"),
        ("death-date-day", ""),
        ("death-date-partial", "yes"),
        ("phone-texts", "yes"),
        ("email", ""),
    ] {
        representative.set(name, value);
    }
    let mut unidentified = answers();
    unidentified.set("deceased-known", "no");
    unidentified.set("deceased-description", "a man of about sixty");
    unidentified.set("deceased-body-sex", "not_stated");
    let all = [DocumentKind::Medical, DocumentKind::Translation, DocumentKind::PowerOfAttorney];
    for draft in [answers(), representative, unidentified] {
        let request = parse_request(catalogue(), &draft, &uploads(&all), &context()).unwrap();
        let again = parse_request(catalogue(), &answers_of(&request), &uploads(&all), &context()).unwrap();
        assert_eq!(again, request);
    }
}

#[test]
fn a_date_of_death_lies_in_the_past_and_after_birth() {
    assert_eq!(death_on("23", "11", "2026"), ["death-date future"], "tomorrow at the mission");
    assert_eq!(death_on("14", "11", "1949"), ["death-date before-birth"]);
    assert_eq!(death_on("", "11", "2026"), ["death-date missing-day"]);
    assert_eq!(death_on("31", "11", "2026"), ["death-date not-real"]);
    assert_eq!(death_on("14", "11", "26"), ["death-date year-digits"]);
    assert_eq!(death_on("", "", ""), ["death-date empty"]);
    let partial = [("death-date-day", ""), ("death-date-partial", "yes")];
    assert_eq!(changed(&partial), Vec::<String>::new());
}

#[test]
fn today_is_the_missions_today() {
    let mut late = context();
    late.now = "2026-11-22T23:30:00Z".parse().unwrap();
    let mut answers = answers();
    answers.set("death-date-day", "23");
    answers.set("medical-issued-on-day", "23");
    let findings = parse_section(catalogue(), "death", &answers, &late);
    assert_eq!(findings, vec![], "it is already the 23rd in Berlin");
}

#[test]
fn the_paper_is_of_an_accepted_kind_and_issued_in_time() {
    assert_eq!(changed(&[("basis", "local_death_certificate")]), ["basis not-accepted"]);
    assert_eq!(changed(&[("medical-issued-on-day", "13")]), ["medical-issued-on before-death"]);
    assert_eq!(changed(&[("medical-issued-on-month", "12")]), ["medical-issued-on future"]);
    let court = [
        ("basis", "court_decision"),
        ("court-name", "Amtsgericht"),
        ("court-case-number", "1 UR 1/26"),
        ("court-decided-on-day", "1"),
        ("court-decided-on-month", "10"),
        ("court-decided-on-year", "2026"),
        ("court-in-force-on-day", "1"),
        ("court-in-force-on-month", "9"),
        ("court-in-force-on-year", "2026"),
    ];
    assert_eq!(changed(&court), ["court-in-force-on before-decision"]);
    let mut fine = court.to_vec();
    fine[7] = ("court-in-force-on-month", "11");
    assert_eq!(changed(&fine), Vec::<String>::new());
    fine[7] = ("court-in-force-on-month", "12");
    assert_eq!(changed(&fine), ["court-in-force-on future"]);
}

#[test]
fn an_iin_is_right_or_said_to_be_unknown() {
    let iin = |text| changed(&[("deceased-iin-unknown", ""), ("deceased-iin", text)]);
    assert_eq!(iin(""), ["deceased-iin empty"]);
    assert_eq!(iin("991231200008"), ["deceased-iin impossible"]);
    assert_eq!(iin("99123120000"), ["deceased-iin format"]);
    assert_eq!(iin("123456789011"), ["deceased-iin impossible"], "a test person outside a test");
    assert_eq!(iin("991231200017"), ["deceased-iin applicant"]);
    assert_eq!(iin("991231 200 007"), Vec::<String>::new());
    assert_eq!(changed(&[("deceased-iin", "991231200007")]), ["deceased-iin both"]);
}

#[test]
fn somebody_can_be_reached() {
    assert_eq!(changed(&[("email", "")]), ["email empty"]);
    assert_eq!(changed(&[("email", "aliya@example")]), ["email format"]);
    assert_eq!(changed(&[("phone", "12")]), ["phone format"]);
    assert_eq!(changed(&[("email", ""), ("phone-texts", "yes")]), Vec::<String>::new());
}

#[test]
fn limits_and_lists_hold() {
    assert_eq!(changed(&[("address-line1", &"x".repeat(121))]), ["address-line1 too-long"]);
    assert_eq!(changed(&[("relation", "neighbour")]), ["relation option"]);
    assert_eq!(changed(&[("death-country", "ZZ")]), ["death-country country"]);
    assert_eq!(changed(&[("death-country", "KZ")]), ["death-country kazakhstan"]);
    assert_eq!(changed(&[("deceased-given", "Қайрат1")]), ["deceased-given character"]);
    let nameless = changed(&[("deceased-given", ""), ("deceased-surname", ""), ("kinship-enclosed", "no")]);
    assert_eq!(nameless, ["deceased-given empty"], "a name is needed, a surname is not");
    assert_eq!(changed(&[("consent", "")]), ["consent empty"]);
    assert_eq!(changed(&[("consent", "on")]), ["consent option"]);
    for version in ["", "2025-01-01", "yes"] {
        assert_eq!(
            changed(&[("consent-version", version)]),
            ["consent changed"],
            "{version:?}: read before the text of today"
        );
    }
    assert_eq!(changed(&[("address-line1", " \u{200B} ")]), ["address-line1 empty"], "nothing visible");
}

#[test]
fn what_is_no_longer_asked_does_not_get_into_the_request() {
    let mut answers = answers();
    answers.set("collector-name", "Somebody");
    answers.set("court-name", "Amtsgericht");
    answers.set("cause-text", "text");
    answers.set("surrendered-missing", "lost");
    answers.set("principal-given", "Асқар");
    let request = parse_request(catalogue(), &answers, &uploads(&DocumentKind::ALL), &context()).unwrap();
    assert_eq!(request.collector, Collector::Applicant);
    assert!(matches!(request.basis, Basis::Medical { .. }));
    assert!(request.applicant.principal.is_none());
    assert!(request.surrendered.identity_document_missing.is_empty());
    let kinds: Vec<DocumentKind> = request.documents.iter().map(|document| document.kind).collect();
    assert_eq!(kinds, [DocumentKind::Medical, DocumentKind::Translation, DocumentKind::DeceasedIdentity]);
}

#[test]
fn documents_are_asked_for_by_what_was_said() {
    let missing = |changes: &[(&str, &str)], proven: bool| {
        let (mut answers, mut context) = (answers(), context());
        changes.iter().for_each(|(name, value)| answers.set(name, value));
        context.applicant.proven = proven;
        let findings = parse_request(catalogue(), &answers, &[], &context).unwrap_err();
        findings
            .into_iter()
            .map(|finding| finding.field)
            .filter(|field| field.starts_with("upload-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(missing(&[], true), ["upload-medical", "upload-translation"]);
    assert_eq!(missing(&[("basis-language", "ru")], true), ["upload-medical"], "a hidden answer counts for nothing");
    assert_eq!(missing(&[("basis-language", "ru")], false), ["upload-medical", "upload-applicant_passport"]);
    let apostille = [("basis-certified", "apostille"), ("basis-language", "ru")];
    assert_eq!(missing(&apostille, true), ["upload-medical", "upload-apostille"]);
    let attorney = [("relation", "representative"), ("basis-language", "ru")];
    assert_eq!(missing(&attorney, true), ["upload-medical", "upload-power_of_attorney"]);
    let sibling = [("relation", "sibling"), ("basis-language", "ru"), ("kinship-enclosed", "yes")];
    assert_eq!(missing(&sibling, true), ["upload-medical", "upload-kinship"]);
}

#[test]
fn kinship_is_asked_of_those_who_need_it() {
    let asked = |changes: &[(&str, &str)]| {
        let mut answers = answers();
        changes.iter().for_each(|(name, value)| answers.set(name, value));
        let facts = facts(&answers, &context().applicant);
        catalogue().form().is_shown("kinship-enclosed", &answers, facts)
    };
    assert!(!asked(&[]), "Ахметова, daughter of Ахметов");
    assert!(asked(&[("deceased-surname", "Иванов")]));
    assert!(asked(&[("relation", "sibling")]));
    assert!(!asked(&[("relation", "sibling"), ("deceased-known", "no")]));
    assert!(!asked(&[("relation", "other")]));
}

#[test]
fn the_rules_of_documents_run_for_what_is_enclosed() {
    let request = parse_request(catalogue(), &answers(), &uploads(MEDICAL), &context()).unwrap();
    let advice = document_advice(catalogue(), &request, request.date);
    assert_eq!(advice.len(), 1);
    assert_eq!(advice[0].legalization.as_str(), "apostille");
    assert!(advice[0].certified && advice[0].translation_needed && advice[0].translated && advice[0].stamped);
    for lang in Lang::ALL {
        let said = service::summary::legalization_text(
            catalogue(),
            texts(),
            lang,
            advice[0].issued_in,
            advice[0].legalization,
        );
        assert!(!said.contains('⟦'), "{said}");
    }
}

#[test]
fn contradictions_are_advice_and_do_not_stop() {
    let mut answers = answers();
    answers.set("deceased-iin-unknown", "");
    answers.set("deceased-iin", "991231200007");
    answers.set("deceased-given", "Қайpат");
    let found = advice(catalogue(), "person", &answers, &context());
    let codes: Vec<(&str, &str)> = found.iter().map(|own| (own.finding.field.as_str(), own.finding.code)).collect();
    assert_eq!(codes, [("deceased-given", "lookalike"), ("deceased-born", "iin"), ("deceased-sex", "iin")]);
    assert_eq!(wrong(&answers), Vec::<String>::new());
    for lang in Lang::ALL {
        for own in &found {
            assert!(!texts().advice(lang, catalogue().form(), &own.finding).contains('⟦'));
        }
    }
    // What would agree, taken as it is offered, agrees.
    for (name, value) in found.into_iter().filter_map(|own| own.meant).flat_map(|(_, answers)| answers) {
        answers.set(&name, &value);
    }
    assert_eq!(advice(catalogue(), "person", &answers, &context()), []);
    assert_eq!(wrong(&answers), Vec::<String>::new());
}

#[test]
fn a_mail_address_one_slip_from_a_common_host_is_asked_about() {
    let asked = |typed: &str| {
        let mut answers = answers();
        answers.set("email", typed);
        let found = advice(catalogue(), "you", &answers, &context());
        found.into_iter().find(|own| own.finding.field == "email").and_then(|own| own.meant).map(|(_, all)| all)
    };
    let right = |text: &str| Some(vec![("email".to_owned(), text.to_owned())]);
    assert_eq!(asked("sara@gmial.com"), right("sara@gmail.com"));
    assert_eq!(asked("sara@mail.r"), right("sara@mail.ru"));
    for fine in ["sara@gmail.com", "sara@GMAIL.com", "sara@mail.com", "sara@example.kz", "", "sara"] {
        assert_eq!(asked(fine), None, "{fine}");
    }
}

#[test]
fn a_posted_form_gives_known_answers_only_and_bounded() {
    let section = catalogue().form().section("death").unwrap();
    let mut draft = answers();
    draft.set("death-date-partial", "yes");
    let posted: BTreeMap<String, String> = [
        ("death-place".to_owned(), "ә".repeat(1_000_000)),
        ("consent".to_owned(), "of another section".to_owned()),
        ("invented".to_owned(), "x".to_owned()),
    ]
    .into();
    draft.take(section, &posted);
    assert!(draft.get("death-place").len() <= service::answers::ANSWER_BYTES_MAX);
    assert_eq!(draft.get("death-date-partial"), "", "an unticked box is emptied");
    assert_eq!((draft.get("consent"), draft.get("invented")), ("yes", ""));
    let collecting = catalogue().form().section("collecting").unwrap();
    let ticked = [("consent".to_owned(), "yes".to_owned()), ("consent-version".to_owned(), "x".to_owned())];
    draft.take(collecting, &ticked.into());
    assert_eq!((draft.get("consent"), draft.get("consent-version")), ("yes", "x"));
    draft.take(collecting, &[("consent-version".to_owned(), "x".to_owned())].into());
    assert_eq!(
        (draft.get("consent"), draft.get("consent-version")),
        ("", ""),
        "who does not agree has read no version"
    );
}

#[test]
fn hostile_text_in_any_field_is_a_finding_or_fine_and_never_a_panic() {
    let hostile = [
        "\u{0}",
        "\u{202E}abc",
        "<script>",
        "{ $x }",
        "9".repeat(5000).as_str(),
        "-1",
        "\u{1F600}",
        "٣",
        "'; DROP",
        "+",
    ]
    .map(str::to_owned);
    let names: Vec<String> = answers().0.keys().cloned().collect();
    for name in &names {
        for text in &hostile {
            let mut draft = answers();
            draft.set(name, text);
            for lang in Lang::ALL {
                let findings =
                    parse_request(catalogue(), &draft, &uploads(MEDICAL), &context()).err().unwrap_or_default();
                for finding in findings {
                    let said = texts().error(lang, catalogue().form(), &finding);
                    assert!(!said.contains('⟦'), "{name} {text:?}: {said}");
                }
            }
        }
    }
}
