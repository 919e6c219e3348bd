//! What people type must print as itself: markup, long tokens, scripts the font lacks, characters without a form.

use crate::fixture::{PRESS, fonts, names, person, print_application, print_certificate, print_refusal, request};
use crate::reading::Printed;
use domain::lang::{CertificateLang, Lang};
use domain::request::Deceased;
use papers::{PaperTemplates, TypstPress};

/// Unbroken letters as long as a name may be.
fn long_name() -> String {
    "Өмірбайұлы".chars().cycle().take(domain::name::NAME_CHARS_MAX).collect()
}

#[test]
fn markup_of_typst_and_json_prints_as_itself() {
    let typed = r##"#panic("x") *b* _i_ $x^2$ `raw` <label> @ref \u{41} "q" {a: 1} [c] // no = h"##;
    let mut request = request(Lang::Ru, CertificateLang::Ru);
    request.applicant.address.line1 = typed.into();
    let text = Printed::new(&print_application(&request, &names(false))).text();
    assert!(text.contains(typed), "{text}");
    let text = Printed::new(&print_refusal(&request, Lang::Ru, typed, &names(false))).text();
    assert!(text.contains(typed), "{text}");
}

#[test]
fn names_of_128_letters_break_and_stay_whole() {
    let mut request = request(Lang::Kk, CertificateLang::Kk);
    let long = long_name();
    if let Deceased::Identified(deceased) = &mut request.deceased {
        deceased.name = person(&long, &long, &long);
    }
    let application = Printed::new(&print_application(&request, &names(false)));
    assert!(application.text_without_spaces().contains(&long));
    let certificate = Printed::new(&print_certificate(&request, CertificateLang::Kk, &names(false)));
    assert_eq!(certificate.text_without_spaces().matches(&long).count(), 3);
    assert!(!certificate.text().contains('\u{200B}'));
}

#[test]
fn a_very_long_answer_runs_over_pages_and_none_of_it_is_lost() {
    let mut request = request(Lang::Kk, CertificateLang::Kk);
    let words: Vec<String> = (0..3_000).map(|n| format!("белгі{n}")).collect();
    request.deceased = Deceased::Unidentified { description: words.join(" "), sex: None };
    let application = Printed::new(&print_application(&request, &names(false)));
    let certificate = Printed::new(&print_certificate(&request, CertificateLang::Kk, &names(false)));
    for text in [application.text(), certificate.text()] {
        let lost = words.iter().find(|word| !text.contains(&***word));
        assert_eq!(lost, None);
    }
}

#[test]
fn a_script_the_font_lacks_is_printed_by_code_point_and_explained() {
    let mut request = request(Lang::Ru, CertificateLang::Ru);
    request.applicant.address.city = "東京".into();
    let printed = Printed::new(&print_application(&request, &names(false)));
    assert!(printed.text().contains("[U+6771][U+4EAC]"), "{}", printed.text());
    assert!(printed.text().contains("нет в шрифте"));
    assert!(String::from_utf8(printed.attachment("request.json")).unwrap().contains("東京"));
}

#[test]
fn characters_without_a_form_and_odd_ones_never_stop_the_press() {
    let odd =
        "a\u{0}b\u{7}c\u{AD}d\u{200B}e\u{202E}f\u{FEFF}g\u{E000}h\u{FFFD}i\u{1F600}j\u{10FFFD}k\tl\u{301}m\u{2028}n";
    let mut request = request(Lang::En, CertificateLang::Kk);
    request.applicant.address.line1 = odd.into();
    request.deceased = Deceased::Unidentified { description: odd.into(), sex: None };
    let text = Printed::new(&print_application(&request, &names(true))).text();
    assert!(text.contains("defg[U+E000]h"), "{text}");
    print_certificate(&request, CertificateLang::Ru, &names(true));
    print_refusal(&request, Lang::En, odd, &names(true));
}

#[test]
fn every_character_of_the_font_can_be_set() {
    let book = typst_free_characters();
    assert!(book.len() > 2_000, "{}", book.len());
    let lines: Vec<String> = book.chunks(60).map(|chunk| chunk.iter().collect()).collect();
    let request = request(Lang::Ru, CertificateLang::Ru);
    print_refusal(&request, Lang::Ru, &lines.join("\n"), &names(false));
}

/// Every character up to the end of the second plane that is a letter, a digit or a sign: the press sorts out the rest.
fn typst_free_characters() -> Vec<char> {
    ('\u{21}'..'\u{3000}').filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

#[test]
fn a_press_without_usable_fonts_says_so_at_start() {
    let words = || Box::new(crate::texts::words());
    let none = TypstPress::new(Vec::new(), &PaperTemplates::built_in(), words());
    assert!(none.is_err_and(|e| e.to_string().contains("no font")));
    let garbage = TypstPress::new(vec![vec![0; 64]], &PaperTemplates::built_in(), words());
    assert!(garbage.is_err());
    assert!(TypstPress::new(fonts(), &PaperTemplates::built_in(), words()).is_ok());
}

#[test]
fn one_press_serves_many_threads_with_the_same_bytes() {
    let request = request(Lang::Kk, CertificateLang::Kk);
    let _ = &*PRESS;
    let alone = print_certificate(&request, CertificateLang::Kk, &names(false));
    std::thread::scope(|scope| {
        let printing = || print_certificate(&request, CertificateLang::Kk, &names(false));
        let handles: Vec<_> = (0..4).map(|_| scope.spawn(printing)).collect();
        for handle in handles {
            assert_eq!(handle.join().unwrap(), alone);
        }
    });
}
