//! The project's own data and texts: they load, they are whole, and what is not confirmed is listed.

use crate::fixture::{catalogue, texts};
use domain::country::CountryCode;
use domain::deadline::Channel;
use domain::district::DistrictAnswer;
use domain::documents::DocumentKind;
use domain::documents::legalization::{LegalizationNeed, legalization};
use domain::ids::MissionId;
use domain::lang::Lang;
use domain::provenance::Mark;
use jiff::civil::date;
use service::form::FieldKind;
use std::collections::BTreeSet;

#[test]
fn every_country_has_a_mission_a_choice_or_the_ask_page() {
    let catalogue = catalogue();
    let (mut one, mut choose, mut ask) = (0, 0, 0);
    for code in catalogue.countries().keys() {
        match catalogue.resolve(*code) {
            DistrictAnswer::One(id) => {
                assert!(catalogue.mission(&id).is_some());
                one += 1;
            }
            DistrictAnswer::Choose(ids) => {
                assert!(ids.len() > 1 && ids.iter().all(|id| catalogue.mission(id).is_some()));
                choose += 1;
            }
            DistrictAnswer::Ask => ask += 1,
        }
    }
    assert_eq!(one + choose + ask, 250);
    assert!(one > 40 && choose > 10 && ask > 100, "{one} {choose} {ask}");
    assert_eq!(catalogue.resolve(CountryCode::KZ), DistrictAnswer::Ask);
    assert_eq!(catalogue.resolve(CountryCode::parse("MO").unwrap()), DistrictAnswer::One(MissionId("hongkong".into())));
}

#[test]
fn the_years_ahead_have_holiday_data_and_the_year_after_is_named() {
    let catalogue = catalogue();
    assert_eq!(catalogue.check(2026..=2027), vec![]);
    let lacking = catalogue.check(2027..=2028);
    assert_eq!(lacking.len(), catalogue.missions().len());
    assert!(lacking.iter().all(|problem| problem.what.contains("2028")), "{:?}", lacking.first());
}

#[test]
fn the_clock_runs_in_berlin_with_the_registers() {
    let catalogue = catalogue();
    let berlin = MissionId("berlin".into());
    let at = |text: &str| text.parse::<jiff::civil::DateTime>().unwrap().in_tz("Europe/Berlin").unwrap().timestamp();
    let due = |sent, channel| catalogue.due(&berlin, at(sent), channel).unwrap().unwrap();
    let vectors = include_str!("../../../domain/tests/data/deadline_vectors.csv");
    for row in vectors.lines().filter(|row| !row.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let channel = if cells[1] == "paper" { Channel::Paper } else { Channel::Portal };
        assert_eq!(due(cells[0], channel), at(cells[2]), "{row}");
    }
    assert_eq!(due("2026-12-23T10:00:00", Channel::Portal), at("2026-12-24T18:00:00"));
    assert_eq!(due("2026-12-24T10:00:00", Channel::Portal), at("2026-12-28T18:00:00"), "25 and 26 December in Germany");
}

#[test]
fn a_missions_own_closures_and_regional_holidays_count() {
    let catalogue = catalogue();
    let off = |mission: &str, day| catalogue.calendar(&MissionId(mission.into())).unwrap().holidays.contains(&day);
    assert!(off("munich", date(2026, 1, 6)) && !off("berlin", date(2026, 1, 6)));
    assert!(off("washington", date(2026, 11, 26)), "a federal holiday of the host");
    assert!(off("newyork", date(2027, 1, 2)), "a closure");
}

#[test]
fn treaties_answer_for_real_countries() {
    let catalogue = catalogue();
    let need = |country: &str| {
        let country = CountryCode::parse(country).unwrap();
        let issued = Some(date(2026, 11, 20));
        legalization(DocumentKind::Medical, country, issued, date(2026, 11, 22), catalogue.treaties())
    };
    assert!(matches!(need("RU"), LegalizationNeed::None { .. }));
    assert!(matches!(need("DE"), LegalizationNeed::Apostille { .. }));
    assert!(matches!(need("UA"), LegalizationNeed::Apostille { .. }), "left Minsk");
    assert_eq!(need("AE"), LegalizationNeed::Legalization);
    assert_eq!(need("RU").mark(), Some(Mark::No), "the date of the Minsk convention is not confirmed");
}

#[test]
fn what_is_not_confirmed_is_listed_with_its_line_and_reason() {
    let catalogue = catalogue();
    let facts = catalogue.unverified();
    assert!(facts.iter().all(|fact| fact.mark != Mark::Yes && !fact.what.is_empty() && !fact.why.is_empty()));
    let berlin = facts.iter().find(|fact| fact.what == "berlin: Kazakh names").unwrap();
    assert_eq!((berlin.file.as_str(), berlin.line), ("registers/missions.csv", 11));
    for file in ["missions.csv", "districts.csv", "treaties.csv", "holidays_kz.csv", "holidays_host.csv"] {
        assert!(facts.iter().any(|fact| fact.file == format!("registers/{file}")), "{file}");
    }
    assert!(facts.iter().any(|fact| fact.what == "passport: schedule"));
}

#[test]
fn a_new_draft_begins_with_the_forms_defaults() {
    let defaults = catalogue().form().defaults();
    assert_eq!(defaults.0, [("deceased-citizenship".to_owned(), "KZ".to_owned())].into());
}

#[test]
fn no_mission_has_an_empty_or_foreign_name() {
    for mission in catalogue().missions() {
        for lang in Lang::ALL {
            assert!(!mission.name.get(lang).is_empty() && !mission.city.get(lang).is_empty(), "{}", mission.id);
        }
        assert!(mission.name.kk.contains("Қазақстан") && mission.name.en.is_ascii(), "{}", mission.id);
    }
}

#[test]
fn every_word_of_the_form_exists_in_the_three_languages() {
    let (catalogue, texts) = (catalogue(), texts());
    let form = catalogue.form();
    for lang in Lang::ALL {
        for section in &form.sections {
            texts.s(lang, &format!("section-{}-title", section.id));
            texts.s(lang, &format!("section-{}-intro", section.id));
            for field in &section.fields {
                texts.label(lang, form, &field.name);
                texts.hint(lang, form, &field.name);
                if let Some(group) = &field.group {
                    texts.s(lang, &format!("group-{group}"));
                }
                for option in &field.options {
                    texts.option(lang, field, option);
                }
                if field.kind == FieldKind::Choice && !field.optional {
                    texts.error(lang, form, &service::Finding::new(&field.name, "empty"));
                }
            }
            for upload in &section.uploads {
                texts.label(lang, form, &upload.name());
                service::summary::document_name(texts, lang, upload.kind);
            }
        }
        assert_eq!(texts.missing_count(), 0, "a text of the form is missing in {}", lang.tag());
    }
}

#[test]
fn no_text_of_the_form_stands_there_for_nothing() {
    let catalogue = catalogue();
    let form = catalogue.form();
    let mut stems = BTreeSet::new();
    for section in &form.sections {
        for field in &section.fields {
            stems.insert(field.texts.clone().unwrap_or(field.name.clone()));
        }
        stems.extend(section.uploads.iter().map(|upload| upload.name().replace('_', "-")));
    }
    for line in crate::fixture::file("locales/en/form.ftl").lines().filter(|line| line.starts_with("field-")) {
        let key = line.split(" =").next().unwrap().trim_start_matches("field-");
        let known = stems.iter().any(|stem| {
            key.strip_prefix(stem.as_str()).is_some_and(|rest| {
                ["-label", "-hint", "-option-", "-error-", "-advice-"].iter().any(|end| rest.starts_with(end))
            })
        });
        assert!(known, "field-{key} belongs to no field");
    }
}
