//! Dates, errors and the summary in three languages, and texts that cannot be loaded.

use crate::fixture::{all_texts, answers, catalogue, context, form_texts, texts, uploads};
use domain::date::PartialDate;
use domain::documents::DocumentKind;
use domain::ids::MissionId;
use domain::lang::Lang;
use jiff::civil::date;
use service::catalogue::Files;
use service::summary::{summary, summary_of};
use service::texts::TextsError;
use service::{Answers, Finding, Texts, Value, parse_request};

#[test]
fn dates_are_written_as_each_language_writes_them() {
    let day = date(2026, 11, 24);
    assert_eq!(texts().date(Lang::En, day), "24 November 2026");
    assert_eq!(texts().date(Lang::Ru, day), "24 ноября 2026 г.");
    assert_eq!(texts().date(Lang::Kk, day), "2026 жылғы 24 қараша");
    let month = PartialDate::YearMonth(1950, 5);
    assert_eq!(texts().partial_date(Lang::Ru, month), "май 1950 г.");
    assert_eq!(texts().partial_date(Lang::Kk, PartialDate::Year(1950)), "1950 жыл");
}

#[test]
fn a_time_is_never_without_its_place() {
    let mission = catalogue().mission(&MissionId("berlin".into())).unwrap();
    let zone = &catalogue().calendar(&mission.id).unwrap().zone;
    let at = "2026-11-24T09:30:00Z".parse().unwrap();
    assert_eq!(texts().time_at(Lang::En, at, zone, &mission.city), "10:30 (Berlin time)");
    assert_eq!(texts().moment_at(Lang::Kk, at, zone, &mission.city), "2026 жылғы 24 қараша, 10:30 (Берлин уақыты)");
}

#[test]
fn every_error_has_a_sentence_in_every_language() {
    let form = catalogue().form();
    let codes = [
        "empty",
        "option",
        "country",
        "format",
        "missing-day",
        "missing-month",
        "missing-year",
        "year-digits",
        "not-real",
    ];
    for lang in Lang::ALL {
        for field in form.sections.iter().flat_map(|section| &section.fields) {
            for code in codes {
                let said = texts().error(lang, form, &Finding::new(&field.name, code));
                assert!(!said.contains('⟦'), "{} {said}", lang.tag());
            }
            let finding = Finding::new(&field.name, "future").with("today", Value::Date(date(2026, 11, 22)));
            assert!(!texts().error(lang, form, &finding).contains('⟦'));
        }
    }
    let finding = Finding::new("address-line1", "too-long").with("max", Value::Number(120));
    assert_eq!(texts().error(Lang::En, form, &finding), "Your answer must be 120 characters or fewer");
    assert_eq!(
        texts().error(Lang::En, form, &Finding::new("basis-country", "empty")),
        "Select the country that issued the document"
    );
}

#[test]
fn the_summary_of_a_request_speaks_each_language() {
    let kinds = [DocumentKind::Medical, DocumentKind::Translation];
    let request = parse_request(catalogue(), &answers(), &uploads(&kinds), &context()).unwrap();
    for lang in Lang::ALL {
        let sections = summary_of(catalogue(), texts(), lang, &request);
        assert_eq!(sections.len(), 5);
        let rows: Vec<_> = sections.iter().flat_map(|section| &section.rows).collect();
        assert!(rows.iter().all(|row| !row.label.contains('⟦') && !row.value.contains('⟦') && !row.value.is_empty()));
        assert!(rows.iter().all(|row| !row.field.starts_with("court-")), "what is not asked is not shown");
    }
    let of = |lang, field: &str| {
        let sections = summary_of(catalogue(), texts(), lang, &request);
        sections.into_iter().flat_map(|section| section.rows).find(|row| row.field == field).unwrap().value
    };
    assert_eq!(of(Lang::Ru, "death-date"), "14 ноября 2026 г.");
    assert_eq!(of(Lang::En, "relation"), "Son or daughter");
    assert_eq!(of(Lang::Kk, "death-country"), "Германия");
    assert_eq!(of(Lang::En, "deceased-patronymic"), "Not provided");
    assert_eq!(of(Lang::En, "upload-medical"), "medical.pdf");
}

#[test]
fn the_summary_of_an_empty_draft_says_not_provided() {
    let sections = summary(catalogue(), texts(), Lang::En, &Answers::default(), &[], &context().applicant);
    assert!(sections.iter().flat_map(|section| &section.rows).all(|row| !row.given && row.value == "Not provided"));
}

#[test]
fn no_kazakh_text_is_its_russian_or_english_one() {
    // Words that the languages share.
    let same = ["field-upload-apostille", "month-", "date-"];
    let lines = |lang: &str| {
        let file = crate::fixture::file(&format!("locales/{lang}/form.ftl"));
        let pairs =
            file.lines().filter_map(|line| line.split_once(" = ")).map(|(key, text)| (key.to_owned(), text.to_owned()));
        pairs.collect::<std::collections::BTreeMap<_, _>>()
    };
    let (kk, ru, en) = (lines("kk"), lines("ru"), lines("en"));
    for (key, text) in &kk {
        let shared = same.iter().any(|prefix| key.starts_with(prefix));
        assert!(shared || (ru.get(key) != Some(text) && en.get(key) != Some(text)), "{key} = {text}");
        let own = text.chars().any(|c| "ӘәҒғҚқҢңӨөҰұҮүҺһІі".contains(c));
        assert!(own || text.chars().count() <= 60, "{key} has no Kazakh letter: {text}");
    }
}

#[test]
fn all_texts_of_the_project_load_together() {
    let loaded = Texts::load(&all_texts());
    assert!(loaded.is_ok(), "{}", loaded.err().map(|error| error.to_string()).unwrap_or_default());
}

#[test]
fn texts_that_differ_between_languages_are_refused_with_their_keys() {
    let changed = |path: &str, text: &str| {
        let mut files: Files = form_texts();
        files.insert(path.to_owned(), text.as_bytes().to_vec());
        Texts::load(&files).err()
    };
    assert_eq!(
        changed("locales/kk/more.ftl", "only-here = бар\n"),
        Some(TextsError::Missing { lang: Lang::Ru, keys: vec!["only-here".into()] })
    );
    assert!(matches!(changed("locales/kk/more.ftl", "date-day = Күн\n"), Some(TextsError::Twice { .. })));
    assert!(matches!(changed("locales/kk/more.ftl", "ok = ok\nbroken\n"), Some(TextsError::Syntax { line: 2, .. })));
    assert!(matches!(changed("locales/kk/more.ftl", "not_so = x\n"), Some(TextsError::Syntax { .. })));
    assert!(matches!(changed("locales/de/more.ftl", "a = b\n"), Some(TextsError::Place(_))));
}

#[test]
fn a_date_with_a_stop_of_its_own_ends_its_sentence() {
    let texts = Texts::load(&all_texts()).unwrap();
    let said =
        |lang, mission: &str, day: Value| texts.f(lang, "sent-next-1", &[("mission", mission.into()), ("date", day)]);
    let day = || Value::Date(date(2026, 11, 24));
    assert!(said(Lang::Ru, "X", day()).ends_with(" 24 ноября 2026 г."), "{}", said(Lang::Ru, "X", day()));
    assert!(said(Lang::En, "X", day()).ends_with(" 24 November 2026."));
    // What was given is not changed.
    assert!(said(Lang::En, "a..b", "…".into()).starts_with("a..b "));
}

#[test]
fn a_missing_key_or_argument_is_seen_and_counted() {
    let texts = Texts::load(&form_texts()).unwrap();
    assert_eq!(texts.s(Lang::Kk, "no-such-key"), "⟦no-such-key⟧");
    assert!(texts.s(Lang::En, "error-too-long").contains('⟦'));
    assert_eq!(texts.missing_count(), 2);
    assert_eq!(texts.f(Lang::Ru, "document-pages", &[("count", Value::Number(3))]), "3 файла");
    assert_eq!(texts.s(Lang::En, "document-court_decision"), "Court decision", "a stable name finds its key");
}
