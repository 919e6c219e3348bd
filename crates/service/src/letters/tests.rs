//! Every letter of the release passes its own guards; what an administrator must not write is refused with its place.

use super::*;
use crate::texts::Value;

fn texts() -> Texts {
    let root = format!("{}/../../locales", env!("CARGO_MANIFEST_DIR"));
    let mut files = Files::new();
    for lang in Lang::ALL {
        for entry in std::fs::read_dir(format!("{root}/{}", lang.tag())).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            files.insert(format!("locales/{}/{name}", lang.tag()), std::fs::read(path).unwrap());
        }
    }
    Texts::load(&files).unwrap()
}

/// Codes of what is wrong when one part of the Russian letter is this.
fn codes(texts: &Texts, name: &str, part: Part, text: &str) -> Vec<String> {
    let own = letter(texts, name).unwrap();
    let mut all: BTreeMap<Lang, Words> = Lang::ALL.map(|lang| (lang, words(texts, &own, lang))).into();
    all.get_mut(&Lang::Ru).unwrap().insert(part, text.to_owned());
    check_words(texts, &own, &all).into_iter().map(|own| format!("{}:{} {}", own.line, own.code, own.what)).collect()
}

#[test]
fn every_letter_of_the_release_passes_its_own_guards_and_is_written_back_word_for_word() {
    let texts = texts();
    let files = files(&texts);
    assert_eq!(files.len(), letters(&texts).len() * 3);
    for own in letters(&texts) {
        assert_eq!(check(&texts, &own, &files), [], "{}", own.name);
        for lang in Lang::ALL {
            let path = own.path(lang);
            assert_eq!(place(&path), Some((own.name.as_str(), lang)));
            let over = texts.over([(lang, path.as_str(), files[&path].as_slice())].into_iter()).unwrap();
            for part in &own.parts {
                let values = values(&own.name, lang, *part == Part::Sms);
                let key = own.key(*part);
                assert_eq!(over.f(lang, &key, &values), texts.f(lang, &key, &values), "{path}");
                let shown = preview(&own, &words(&texts, &own, lang), lang);
                let shown = match part {
                    Part::Sms => shown.sms.unwrap().0,
                    part => shown.parts.iter().find(|own| own.0 == *part).unwrap().1.clone(),
                };
                assert_eq!(shown, texts.f(lang, &key, &values), "{path}: the preview is the letter");
            }
        }
    }
    assert_eq!(texts.missing_count(), 0, "a letter names what has no sample value");
}

#[test]
fn a_letter_that_loses_a_fact_or_carries_more_than_words_is_refused_with_its_place() {
    let texts = texts();
    let refused = |text: &str| codes(&texts, "submitted", Part::Body, text);
    let body = words(&texts, &letter(&texts, "submitted").unwrap(), Lang::Ru)[&Part::Body].clone();
    assert_eq!(refused(&body), Vec::<String>::new());
    for (end, said) in [
        ("{ $reference", "open { $reference"),
        ("$reference }", "close $reference }"),
        ("{ NUMBER($reference) }", "not-a-name { NUMBER($reference) }"),
        ("{ \"https:\" }", "not-a-name { \"https:\" }"),
        ("<b>", "markup <"),
        ("https://evil.example", "link https://evil.example"),
        ("evil.kz/x", "link evil.kz/x"),
        ("a@b", "link a@b"),
        ("t.me/help", "link t.me/help"),
        ("evil。kz", "link evil。kz"),
        ("{ $url }{ $reference }", "link "),
        ("{ $url }/../x", "link /../x"),
        ("x{ $url }", "link x"),
        (".attr = x", "line-start ."),
        ("a\u{202e}b", "hidden "),
    ] {
        let lines = body.lines().count() + 1;
        assert_eq!(refused(&format!("{body}\n{end}")), [format!("{lines}:{said}")]);
    }
    assert_eq!(refused(&format!("{body}\n{{ $collector }}")), ["0:unknown-name collector"]);
    assert_eq!(refused(&body.replace("{ $deadline }", "скоро")), ["0:missing-name deadline"]);
    assert_eq!(refused(&format!("{body}\n{}", "а".repeat(4_000))), ["0:too-long 4000"]);
    assert_eq!(refused(" \n "), ["0:empty "]);
}

#[test]
fn a_text_message_is_short_and_names_nobody() {
    let texts = texts();
    let refused = |name: &str, text: &str| codes(&texts, name, Part::Sms, text);
    assert_eq!(refused("granted", "{ $reference }: { $name }. { $url }"), ["0:names-somebody name"]);
    let long = format!("{{ $reference }}: {} {{ $url }}", "а".repeat(90));
    assert_eq!(refused("granted", &long), ["0:sms-too-long 143 > 134"]);
    assert_eq!(
        refused("otp", "{ $code } { $minutes }"),
        ["1:code-line @{ $host } #{ $code }", "0:missing-name minutes"]
    );
    let own = letter(&texts, "granted").unwrap();
    let english = words(&texts, &own, Lang::En)[&Part::Subject].clone();
    // The English letter is then the copy: the languages come in one order.
    assert_eq!(codes(&texts, "granted", Part::Subject, &english), ["0:copy "]);
    assert_eq!(segments(&"ә".repeat(71)).count, 2);
    assert_eq!(segments(&"a".repeat(161)).count, 2);
    assert!(
        segments(&"a".repeat(160)).fits() && !segments(&"a".repeat(161)).fits() && !segments(&"€".repeat(81)).fits()
    );
    assert!(segments(&"ә".repeat(134)).fits() && !segments(&"ә".repeat(135)).fits());
}

#[test]
fn files_of_any_bytes_are_read_and_only_plain_ones_are_laid_over() {
    let texts = texts();
    let own = letter(&texts, "granted").unwrap();
    let path = own.path(Lang::Ru);
    let good = String::from_utf8(files(&texts)[&path].clone()).unwrap();
    for (bytes, code) in [
        (b"\xff".to_vec(), "syntax"),
        (b"letter-granted-subject".to_vec(), "syntax"),
        (b"letter-granted-subject = a".to_vec(), "absent"),
        (format!("{good}\nletter-ready-sms = a\n").into_bytes(), "stranger"),
        (format!("{good}    .more = a\n").into_bytes(), "stranger"),
        (format!("-term = a\n{good}").into_bytes(), "stranger"),
        (good.replace("    ", "        ").into_bytes(), "not-plain"),
        (good.replacen("{ $reference }", "{ $reference -> *[a] b }", 1).into_bytes(), "syntax"),
    ] {
        let files = Files::from([(path.clone(), bytes)]);
        assert_eq!(check(&texts, &own, &files).first().map(|own| own.code), Some(code), "{files:?}");
        let (laid, unfit) = laid_over(&texts, &files);
        assert!(unfit.contains(&path));
        assert_eq!(words(&laid, &own, Lang::Ru), words(&texts, &own, Lang::Ru));
    }
    let other = good.replace("Время выдачи сообщим", "Сообщим день");
    assert_ne!(other, good);
    let (laid, unfit) = laid_over(&texts, &Files::from([(path, other.into_bytes())]));
    assert_eq!(unfit, Vec::<String>::new());
    let sms = laid.f(Lang::Ru, "letter-granted-sms", &[("reference", Value::from("A")), ("url", Value::from("B"))]);
    assert!(sms.contains("Сообщим день"), "{sms}");
    assert_eq!(
        laid.release().f(Lang::En, "letter-granted-subject", &[("reference", "A".into())]),
        laid.f(Lang::En, "letter-granted-subject", &[("reference", "A".into())])
    );
}
