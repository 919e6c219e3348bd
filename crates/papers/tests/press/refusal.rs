//! The motivated refusal: the parts of APPC 80(1) and the paragraph on complaints of 80(5), in every language.

use crate::fixture::{REASONS, names, print_refusal, request};
use crate::reading::Printed;
use domain::lang::{CertificateLang, Lang};

const RUSSIAN: [&str; 13] = [
    "Посольство Республики Казахстан",
    "Н. Ә. Жүнісов",
    "23 ноября 2026 г.",
    "САФИНА Айгүл Маратқызы",
    "DR-26-7K4FQX-3",
    "требованиям главы 6",
    "PS 19-1(2)2)",
    "снимок обрезан снизу.",
    "Министерство иностранных дел Республики Казахстан",
    "3 мес. со дня",
    "обратиться снова",
    "соболезнования",
    "Место печати",
];

#[test]
fn it_holds_what_the_code_wants_of_a_refusal() {
    let request = request(Lang::Ru, CertificateLang::Ru);
    let text = Printed::new(&print_refusal(&request, Lang::Ru, REASONS, &names(false))).text();
    for needed in RUSSIAN {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
}

#[test]
fn in_english_the_language_of_the_certificate_stands_beside() {
    let request = request(Lang::En, CertificateLang::Ru);
    let text = Printed::new(&print_refusal(&request, Lang::En, REASONS, &names(false))).text();
    for needed in
        RUSSIAN.into_iter().chain(["Reasoned refusal", "3 months from the day", "Ministry of Foreign Affairs"])
    {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
}

#[test]
fn in_kazakh_it_speaks_kazakh_only() {
    let request = request(Lang::Kk, CertificateLang::Ru);
    let text = Printed::new(&print_refusal(&request, Lang::Kk, "Мөр көрінбейді.", &names(false))).text();
    for needed in ["Дәлелді бас тарту", "3 ай", "Сыртқы істер министрлігі", "Мөр көрінбейді."]
    {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
    assert!(!text.contains("Мотивированный"), "{text}");
}

#[test]
fn long_reasons_run_over_pages_whole() {
    let request = request(Lang::Ru, CertificateLang::Ru);
    let reasons = (0..120).map(|n| format!("Причина номер {n}: на странице не видна печать.\n\n")).collect::<String>();
    let printed = Printed::new(&print_refusal(&request, Lang::Ru, &reasons, &names(true)));
    assert!(printed.pages() > 2);
    assert!(printed.text().contains("Причина номер 119"));
    assert_eq!(printed.text().matches("ПРОБА").count(), printed.pages());
}
