//! Letters in three languages: every letter has its three parts, a text message fits its limit with realistic values and names nobody.

#![expect(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

use domain::application::{ActKind, DeclineReason, LetterKind, StateKind};
use domain::lang::Lang;
use domain::receiver::RECEIVER_KINDS;
use domain::refusal::Ground;
use service::{Texts, Value};
use std::collections::BTreeMap;

const NAME: &str = "АХМЕТОВА Әлия Серікқызы";

fn texts() -> Texts {
    let mut files = BTreeMap::new();
    for lang in Lang::ALL {
        for room in [
            "letters",
            "desk",
            "after",
            "complaint",
            "transfer",
            "overdue",
            "annulment",
            "enquiry",
            "account",
            "motion",
            "return",
            "hearing",
        ] {
            let path = format!("locales/{}/{room}.ftl", lang.tag());
            let full = format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"));
            files.insert(path, std::fs::read(full).unwrap());
        }
    }
    Texts::load(&files).unwrap()
}

/// The longest values that real letters carry: a zone of two words, the longest month, the short address of the portal.
fn values(lang: Lang) -> Vec<(&'static str, Value)> {
    let (date, deadline, zone) = match lang {
        Lang::Kk => {
            ("2026 жылғы 24 қыркүйек", "2026 жылғы 24 қыркүйек, 18:00 (Санкт-Петербург)", "Санкт-Петербург уақыты")
        }
        Lang::Ru => ("24 сентября 2026 г.", "24 сентября 2026 г., 18:00 (Санкт-Петербург)", "время Санкт-Петербурга"),
        Lang::En => ("24 September 2026", "24 September 2026, 18:00 (Saint Petersburg time)", "Saint Petersburg time"),
    };
    let url = format!("https://elshi.mfa.gov.kz/{}/services", lang.tag());
    let mut values: Vec<(&'static str, Value)> = vec![
        ("reference", "DR-26-7K4FQ2-X".into()),
        ("url", url.into()),
        ("date", date.into()),
        ("answer_by_date", date.into()),
        ("decide_on", date.into()),
        ("when", deadline.into()),
        ("way", "by video".into()),
        ("deadline", deadline.into()),
        ("zone", zone.into()),
        ("time", "18:00".into()),
        ("name", NAME.into()),
        ("phone", "+49 30 47 00 71 11".into()),
        ("code", "123456".into()),
        ("minutes", "15".into()),
        ("hours", "24".into()),
        ("call", "+49 30 47 00 71 11".into()),
        ("host", "elshi.mfa.gov.kz".into()),
    ];
    let long = [
        "mission",
        "record",
        "place",
        "reason",
        "remedy",
        "grounds",
        "appeal_until",
        "body",
        "collector",
        "items",
        "answer_by",
        "higher_body",
        "forward_by",
        "decide_by",
        "decision",
        "to",
        "certificate",
        "basis",
        "document",
        "next",
        "suspension",
        "official",
        "number",
    ];
    values.extend(long.map(|name| (name, "A text of an officer".into())));
    values
}

fn fits(text: &str) -> bool {
    service::letters::segments(text).fits()
}

#[test]
fn every_text_message_fits_and_names_nobody() {
    let texts = texts();
    for lang in Lang::ALL {
        let kinds = LetterKind::ALL.map(|kind| kind.as_str().replace('_', "-"));
        for kind in kinds.iter().map(String::as_str).chain(["otp"]) {
            let sms = texts.f(lang, &format!("letter-{kind}-sms"), &values(lang));
            assert!(fits(&sms), "{} {kind}: {} characters: {sms}", lang.tag(), sms.chars().count());
            assert!(!sms.contains(NAME), "{} {kind} names the person who died", lang.tag());
            assert!(sms.contains("DR-26-7K4FQ2-X") || kind == "otp", "{} {kind} has no reference", lang.tag());
        }
    }
    assert_eq!(texts.missing_count(), 0);
}

/// Those about an account name no case.
#[test]
fn every_text_message_about_an_account_fits() {
    let texts = texts();
    for lang in Lang::ALL {
        for key in ["phone-changed", "phone-recorded", "phone-stopped", "new-device", "iin-proven", "draft-expiring"] {
            let sms = texts.f(lang, &format!("letter-{key}-sms"), &values(lang));
            assert!(fits(&sms), "{} {key}: {} characters: {sms}", lang.tag(), sms.chars().count());
        }
    }
    assert_eq!(texts.missing_count(), 0);
}

#[test]
fn every_letter_has_a_subject_and_a_body_with_its_reference() {
    let texts = texts();
    for lang in Lang::ALL {
        for kind in LetterKind::ALL {
            let part = |part: &str| {
                texts.f(lang, &format!("letter-{}-{part}", kind.as_str().replace('_', "-")), &values(lang))
            };
            assert!(part("subject").contains("DR-26-7K4FQ2-X"), "{} {}", lang.tag(), kind.as_str());
            assert!(part("body").lines().count() > 3, "{} {}", lang.tag(), kind.as_str());
            for text in [part("subject"), part("body"), part("sms")] {
                assert!(!text.contains(".."), "{} {}: a date that ends in a point: {text}", lang.tag(), kind.as_str());
            }
        }
    }
    assert_eq!(texts.missing_count(), 0);
}

#[test]
fn a_one_time_code_is_bound_to_our_host_in_its_last_line() {
    let texts = texts();
    for lang in Lang::ALL {
        let sms = texts.f(lang, "letter-otp-sms", &values(lang));
        assert_eq!(sms.lines().last(), Some("@elshi.mfa.gov.kz #123456"), "{}", lang.tag());
    }
}

#[test]
fn every_state_act_reason_ground_and_receiver_has_its_words() {
    let texts = texts();
    let mut keys: Vec<String> = vec!["unidentified-person".into(), "timeline-send".into()];
    for state in StateKind::ALL {
        keys.extend(["applicant", "officer"].map(|reader| format!("state-{}-{reader}", state.as_str())));
    }
    for act in ActKind::ALL {
        keys.extend(["timeline", "act"].map(|prefix| format!("{prefix}-{}", act.as_str())));
    }
    keys.extend(DeclineReason::OFFICERS.map(|reason| format!("decline-{}", reason.as_str())));
    keys.push(format!("decline-{}", DeclineReason::SignatureInvalid.as_str()));
    keys.extend(Ground::ALL.map(|ground| format!("ground-{}", ground.as_str())));
    keys.extend(RECEIVER_KINDS.map(|kind| format!("receiver-{kind}")));
    for lang in Lang::ALL {
        for key in &keys {
            assert!(texts.has(lang, &key.replace('_', "-")), "{} {key}", lang.tag());
        }
    }
}

/// The text message of an answer holds a private link, and two joined messages have room for it.
#[test]
fn the_private_link_of_an_answer_fits_a_text_message() {
    let texts = texts();
    for lang in Lang::ALL {
        let url = format!("https://elshi.mfa.gov.kz/{}/enquiries/{}", lang.tag(), "0".repeat(36));
        let sms = texts.f(lang, "letter-enquiry-answered-sms", &[("url", url.as_str().into())]);
        assert!(fits(&sms) && sms.ends_with(&url), "{}: {} characters: {sms}", lang.tag(), sms.chars().count());
    }
}

/// A letter that says the same in two languages was not translated.
#[test]
fn no_letter_of_one_language_is_a_copy_of_another() {
    let texts = texts();
    for kind in LetterKind::ALL {
        for part in ["subject", "body", "sms"] {
            let key = format!("letter-{}-{part}", kind.as_str().replace('_', "-"));
            let said = Lang::ALL.map(|lang| texts.f(lang, &key, &values(Lang::En)));
            let [kk, ru, en] = &said;
            assert!(kk != ru && ru != en && kk != en, "{key}");
        }
    }
}
