//! A bad file stops the start with file, line and reason.

use crate::fixture::data_files;
use service::{Catalogue, LoadError};

/// Loads the data with `from` replaced by `to` in one file.
fn spoiled(file: &str, from: &str, to: &str) -> LoadError {
    let mut files = data_files();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    Catalogue::load(&files).expect_err(file)
}

#[test]
fn a_bad_row_of_a_register_is_named() {
    let error = spoiled("registers/missions.csv", "Europe/Berlin", "Europe/Atlantis");
    assert_eq!((error.file.as_str(), error.line), ("registers/missions.csv", 11));
    assert!(error.reason.contains("zone"), "{error}");
    let error = spoiled("registers/missions.csv", "berlin,DE", "vienna,DE");
    assert!(error.reason.contains("twice"), "{error}");
    assert_eq!(spoiled("registers/missions.csv", "Mon-Fri 09:00-18:00", "all day").line, 2);
    assert_eq!(spoiled("registers/missions.csv", "id,country", "country,id").line, 1);
    assert!(spoiled("registers/districts.csv", "hongkong,MO", "atlantis,MO").reason.contains("atlantis"));
    assert!(spoiled("registers/treaties.csv", "minsk_1993,KZ", "minsk_1993,XX").reason.contains("Kazakhstan"));
    assert!(spoiled("registers/holidays_kz.csv", "2026-01-01", "2026-13-01").reason.contains("date"));
    assert!(spoiled("registers/holidays_host.csv", ",partly", ",surely").reason.contains("verified"));
    assert!(spoiled("registers/country_names_override.csv", "AE,", "ZZ,").reason.contains("ZZ"));
}

#[test]
fn a_bad_table_of_the_service_is_named_with_its_line() {
    let passport = "services/death-abroad/passport.toml";
    assert_eq!(spoiled(passport, "revision = 1", "revision = \"one\"").line, 4);
    assert!(spoiled(passport, "portal_working_days = 1", "portal_working_days = 0").reason.contains("terms"));
    let mut earlier = data_files();
    earlier.get_mut(passport).unwrap().extend(b"\n[consent]\ntext_version = \"2026-11-22\"\n");
    assert!(Catalogue::load(&earlier).is_ok(), "a passport that was approved before 0059");
    let refusals = "services/death-abroad/refusals.toml";
    assert!(spoiled(refusals, "\"no_consent\"", "\"late_report\"").reason.contains("no_consent"));
}

#[test]
fn a_form_that_could_not_be_asked_is_refused() {
    let you = "services/death-abroad/form/1-you.toml";
    assert!(spoiled(you, "field = \"relation\"", "field = \"religion\"").reason.contains("not asked"));
    assert!(spoiled(you, "is = [\"other_relative\"", "is = [\"neighbour\"").reason.contains("cannot be chosen"));
    assert!(spoiled(you, "name = \"relation-said\"", "name = \"relation\"").reason.contains("twice"));
    assert!(spoiled(you, "max = 80\n", "").reason.contains("max"));
    assert!(spoiled(you, "kind = \"choice\"", "kind = \"guess\"").line > 0);
    let person = "services/death-abroad/form/2-person.toml";
    assert!(spoiled(person, "default = \"KZ\"", "default = \"Kazakhstan\"").reason.contains("default"));
    let circle = "kind = \"choice\"\nshow_when = { field = \"relation-said\", is = [\"x\"] }";
    assert!(spoiled(you, "kind = \"choice\"", circle).reason.contains("circle"));
}

#[test]
fn a_missing_or_unreadable_file_is_named() {
    for file in ["registers/missions.csv", "countries.json", "services/death-abroad/passport.toml"] {
        let mut files = data_files();
        files.remove(file);
        assert_eq!(Catalogue::load(&files).unwrap_err().file, file);
        files.insert(file.to_owned(), vec![0xFF, 0xFE]);
        assert_eq!(Catalogue::load(&files).unwrap_err().file, file);
    }
}
