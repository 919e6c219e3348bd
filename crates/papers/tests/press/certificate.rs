//! The certificate: the fields of Family Code 274, partial dates as they are, one page.

use crate::fixture::{deceased, names, print_certificate, request};
use crate::reading::Printed;
use domain::date::PartialDate;
use domain::lang::{CertificateLang, Lang};
use domain::request::{Deceased, Request, Sex};

fn with(change: impl FnOnce(&mut domain::request::IdentifiedDeceased)) -> Request {
    let mut person = deceased();
    change(&mut person);
    let mut request = request(Lang::Ru, CertificateLang::Ru);
    request.deceased = Deceased::Identified(Box::new(person));
    request
}

#[test]
fn it_holds_every_field_of_the_family_code_in_both_languages() {
    let request = request(Lang::En, CertificateLang::Kk);
    for (language, needed) in [
        (
            CertificateLang::Kk,
            [
                "Қайтыс болу туралы куәлік",
                "1961 жылғы наурыз",
                "2026 жылғы 2 қараша",
                "2026 жылғы 24 қараша",
                "Елшілігі",
                "Қолы",
                "Мөр орны",
            ],
        ),
        (
            CertificateLang::Ru,
            [
                "Свидетельство о смерти",
                "март 1961 г.",
                "2 ноября 2026 г.",
                "24 ноября 2026 г.",
                "Посольство",
                "Подпись",
                "Место печати",
            ],
        ),
    ] {
        let printed = Printed::new(&print_certificate(&request, language, &names(false)));
        let text = printed.text();
        let always = [
            "Әбдіғалиев",
            "Құрманғазы",
            "Өмірұлы",
            "65",
            "Berlin, Charité",
            "BERLIN-2026-000012",
            "DA-26-0000007",
            "Н. Ә. Жүнісов",
        ];
        for needed in needed.into_iter().chain(always) {
            assert!(text.contains(needed), "{needed:?} is missing in {text}");
        }
        assert_eq!(printed.pages(), 1);
    }
}

#[test]
fn a_partial_date_gives_a_partial_date_and_an_age_range() {
    let request = with(|person| person.born = PartialDate::Year(1961));
    let text = Printed::new(&print_certificate(&request, CertificateLang::Ru, &names(false))).text();
    assert!(text.contains("Дата рождения 1961 "), "{text}");
    assert!(text.contains("64–65"), "{text}");
}

#[test]
fn no_patronymic_leaves_no_row() {
    let request = with(|person| person.name.patronymic = None);
    let text = Printed::new(&print_certificate(&request, CertificateLang::Ru, &names(false))).text();
    assert!(!text.contains("Отчество"), "{text}");
}

#[test]
fn an_unidentified_person_is_described_by_what_is_known() {
    let mut request = request(Lang::Kk, CertificateLang::Kk);
    request.deceased = Deceased::Unidentified {
        description: "сол қолында тыртық бар".into(), sex: Some(Sex::Female)
    };
    let text = Printed::new(&print_certificate(&request, CertificateLang::Kk, &names(false))).text();
    for needed in ["Анықталмаған", "сол қолында тыртық бар", "Әйел", "2026 жылғы 2 қараша"]
    {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
    assert!(!text.contains("Тегі"), "{text}");
}

#[test]
fn it_promises_nothing_that_does_not_exist() {
    let request = request(Lang::Ru, CertificateLang::Ru);
    let text = Printed::new(&print_certificate(&request, CertificateLang::Ru, &names(false))).text();
    assert!(text.contains("Электронной подписи на нём нет"), "{text}");
    for promise in ["QR", "http", "ПРОБА", "ОБРАЗЕЦ"] {
        assert!(!text.contains(promise), "{promise:?} in {text}");
    }
    let tested = Printed::new(&print_certificate(&request, CertificateLang::Ru, &names(true))).text();
    assert!(tested.contains("ПРОБА") && tested.contains("ОБРАЗЕЦ"), "{tested}");
}
