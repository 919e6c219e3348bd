//! The file that is signed: every answer on it, in the languages it needs, with the canonical JSON inside.

use crate::fixture::{KAZAKH_LETTERS, file, names, person, print_addendum, print_application, request};
use crate::reading::Printed;
use domain::lang::{CertificateLang, Lang};
use domain::request::{Amends, Basis, CanonicalRequest, Cause, Collector, Deceased, Principal, Relation, Sex};
use jiff::civil::date;

#[test]
fn kazakh_names_and_all_kazakh_letters_survive_in_the_text_layer() {
    let mut request = request(Lang::Kk, CertificateLang::Kk);
    request.applicant.address.line2 = KAZAKH_LETTERS.into();
    let text = Printed::new(&print_application(&request, &names(false))).text();
    assert!(text.contains("ӘБДІҒАЛИЕВ Құрманғазы Өмірұлы"), "{text}");
    assert!(text.contains(KAZAKH_LETTERS), "{text}");
    assert!(text.contains("1961 жылғы наурыз"), "{text}");
}

#[test]
fn it_carries_what_the_code_wants_of_a_request() {
    let text = Printed::new(&print_application(&request(Lang::Ru, CertificateLang::Ru), &names(false))).text();
    for needed in [
        "Посольство Республики Казахстан в Федеративной Республике Германия, Берлин",
        "САФИНА Айгүл Маратқызы",
        "ИИН 991231400014",
        "Nordendstraße 14",
        "13156 Berlin",
        "Прошу произвести государственную регистрацию смерти",
        "22 ноября 2026 г.",
        "март 1961 г.",
        "2 ноября 2026 г.",
        "Charité – Universitätsmedizin Berlin",
        "ru: title",
        "ru: withdrawal",
        "ru: agree",
        "в редакции 2026-11-01",
        "Todesbescheinigung-1.pdf 812 кБ",
        "Todesbescheinigung-2.pdf 2,4 МБ",
        "Язык: казахский и русский",
        "+4930123456 (030 / 123456)",
    ] {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
}

#[test]
fn an_english_application_stands_beside_the_language_of_the_certificate() {
    for (certificate, beside) in [
        (CertificateLang::Ru, ["Прошу произвести", "Дата смерти", "Германия", "ru: withdrawal"]),
        (CertificateLang::Kk, ["тіркеуді", "Қайтыс болған күні", "Германия", "kk: agree"]),
    ] {
        let text = Printed::new(&print_application(&request(Lang::En, certificate), &names(false))).text();
        for needed in beside.into_iter().chain(["I ask you to register", "Date of death", "Germany", "en: agree"]) {
            assert!(text.contains(needed), "{needed:?} is missing in {text}");
        }
    }
}

#[test]
fn the_attachment_is_the_canonical_request_to_the_byte() {
    let request = request(Lang::Kk, CertificateLang::Kk);
    let canonical = CanonicalRequest::of(&request).unwrap();
    let printed = Printed::new(&print_application(&request, &names(false)));
    assert_eq!(printed.attachment("request.json"), canonical.bytes());
    assert!(printed.text_without_spaces().contains(&canonical.sha256()));
}

#[test]
fn the_same_request_gives_the_same_bytes_and_another_one_does_not() {
    let (one, names) = (request(Lang::En, CertificateLang::Kk), names(false));
    let mut other = one.clone();
    other.applicant.phone.typed = "030 / 123457".into();
    assert_eq!(print_application(&one, &names), print_application(&one, &names));
    assert_ne!(print_application(&one, &names), print_application(&other, &names));
}

#[test]
fn a_banner_stands_on_every_page_under_test_keys_and_on_none_otherwise() {
    let request = request(Lang::En, CertificateLang::Ru);
    let tested = Printed::new(&print_application(&request, &names(true)));
    assert_eq!(tested.text().matches("Made with test keys").count(), tested.pages());
    assert!(!Printed::new(&print_application(&request, &names(false))).text().contains("test keys"));
}

#[test]
fn every_hash_of_thirty_files_can_be_read() {
    let mut request = request(Lang::Ru, CertificateLang::Ru);
    let files: Vec<_> = (1..=30).map(|n| file(n, &format!("страница {n}.pdf"), u64::from(n) * 500_000)).collect();
    request.documents.truncate(1);
    request.documents.iter_mut().for_each(|document| document.files.clone_from(&files));
    let printed = Printed::new(&print_application(&request, &names(false)));
    let text = printed.text_without_spaces();
    for file in files {
        assert!(text.contains(&file.sha256), "{}", file.sha256);
        assert!(text.contains(&file.name.replace(' ', "")));
    }
}

#[test]
fn the_rarer_answers_are_printed_too() {
    let mut request = request(Lang::En, CertificateLang::Ru);
    request.deceased =
        Deceased::Unidentified { description: "Scar on the left hand.\nAbout 40.".into(), sex: Some(Sex::Male) };
    request.applicant.relation = Relation::Other("employer".into());
    request.applicant.iin_proven = false;
    request.applicant.email = None;
    request.applicant.principal =
        Some(Principal { name: person("Ким", "Виктор", ""), identity: "passport N7654321".into() });
    request.basis = Basis::Court {
        court: "Amtsgericht Mitte".into(),
        case_number: "70 II 12/26".into(),
        decided_on: date(2026, 9, 1),
        in_force_on: date(2026, 10, 2),
    };
    request.cause = Cause::Copied("Herzstillstand".into());
    request.collector = Collector::Other { name: "Ким Виктор".into(), authority: "power of attorney".into() };
    let text = Printed::new(&print_application(&request, &names(false))).text();
    for needed in [
        "unidentified person",
        "Scar on the left hand.",
        "About 40.",
        "Not a relative: employer",
        "as stated by the applicant",
        "КИМ Виктор",
        "passport N7654321",
        "Amtsgericht Mitte",
        "2 October 2026",
        "Herzstillstand",
        "power of attorney",
        "Not provided",
    ] {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
}

#[test]
fn an_addendum_names_what_it_amends_and_prints_what_changed() {
    let before = request(Lang::Ru, CertificateLang::Ru);
    let mut after = before.clone();
    after.applicant.address.city = "Потсдам".into();
    after.documents[0].files[0].sha256 = "ab".repeat(32);
    after.documents.truncate(1);
    let sha256 = "cd".repeat(32);
    after.amends = Some(Amends { reference: "DR-26-ABCDEFG".into(), file_sha256: sha256.clone(), number: 2 });
    let printed = Printed::new(&print_addendum(&after, &before, &names(false)));
    let text = printed.text();
    for needed in ["Дополнение", "DR-26-ABCDEFG", "Что изменено", "13156 Berlin", "Потсдам", "Не указано"]
    {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
    let joined: String = text.split_whitespace().collect();
    assert!(
        joined.contains(&sha256) && joined.contains(&"ab".repeat(32)),
        "the first file and the new page by their hashes"
    );
    // What did not change is printed once, in the application as amended.
    assert_eq!(text.matches("Charité – Universitätsmedizin Berlin").count(), 1, "{text}");
    assert!(!Printed::new(&print_application(&before, &names(false))).text().contains("Что изменено"));
}
