//! The shipped words load; a row that is not whole, plain and new is refused with its reason, and one that was shown stays.

use super::*;

fn shipped() -> Vec<u8> {
    std::fs::read(format!("{}/../../{FILE}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn loaded(file: &[u8]) -> Result<Consents, String> {
    let files: Files = [(FILE.to_owned(), file.to_vec())].into();
    Consents::load(&files, &mut vec![]).map_err(|error| error.to_string())
}

/// A new version whose words differ in every language.
fn new(version: &str) -> Row {
    let words = |lang: &str| ConsentWords::each(|part| format!("{lang} \"{}\" \\ қ", part.as_str()));
    let text = ConsentText { version: version.to_owned(), kk: words("kk"), ru: words("ru"), en: words("en") };
    Row { text, source: "the Ministry's letter of 1 December".to_owned(), verified: Mark::Yes }
}

/// The shipped file with `from` replaced once.
fn spoiled(from: &str, to: &str) -> String {
    let text = String::from_utf8(shipped()).unwrap();
    assert!(text.contains(from), "{from}");
    loaded(text.replacen(from, to, 1).as_bytes()).expect_err(to)
}

#[test]
fn the_last_row_is_shown_and_the_rows_before_it_stay() {
    let first = loaded(&shipped()).unwrap();
    let version = first.newest().version.clone();
    let second = loaded(&with(&shipped(), &new("2026-12-01"))).unwrap();
    assert_eq!(second.newest(), &new("2026-12-01").text, "quotes and backslashes come back");
    assert_eq!(second.version(&version), Some(first.newest()));
    assert_eq!(second.version("1"), None);
    assert_eq!(second.rows().count(), 2);
    assert_eq!(second.keeps(&first), Ok(()));
    assert!(with(b"x = 1", &new("2")).starts_with(b"x = 1\n\n[[text]]\n"), "a last line without its end");
}

#[test]
fn a_version_that_was_shown_is_never_changed_or_removed() {
    let (old, version) = (loaded(&shipped()).unwrap(), loaded(&shipped()).unwrap().newest().version.clone());
    let text = String::from_utf8(shipped()).unwrap();
    let other = loaded(text.replacen("75 years", "70 years", 1).as_bytes()).unwrap();
    assert!(other.keeps(&old).unwrap_err().contains("changed; a new text needs a new version"));
    let renamed = loaded(text.replacen(&version, "2026-12-01", 1).as_bytes()).unwrap();
    assert!(renamed.keeps(&old).unwrap_err().contains("is gone"), "{version}");
    let two = loaded(&with(&shipped(), &new("2026-12-01"))).unwrap();
    assert!(old.keeps(&two).unwrap_err().contains("2026-12-01"), "the newer one is gone");
    let turned = Consents { earlier: vec![two.newest.clone()], newest: old.newest.clone() };
    assert!(turned.keeps(&old).unwrap_err().contains("another place"));
    let verified = loaded(text.replacen("\"partly\"", "\"yes\"", 1).as_bytes()).unwrap();
    assert_eq!(verified.keeps(&old), Ok(()), "where a text comes from may be said better");
}

#[test]
fn a_bad_row_is_refused_with_its_reason() {
    for (from, to, said) in [
        ("version = \"2026-11-28\"", "version = \"\"", "version is empty"),
        ("version = \"2026-11-28\"", "version = \"28 November\"", "version cannot be read"),
        ("version = \"2026-11-28\"", "version = \"2026-11-28-2026-11-28\"", "version cannot be read"),
        ("storage = \"The record of the death is kept for 75 years.\"", "storage = \" \"", "storage-en is empty"),
        ("for 75 years.", "for <b>75</b> years.", "storage-en holds markup"),
        ("for 75 years.", "for { $years } years.", "storage-en holds markup"),
        ("for 75 years.", "for 75\\u202e years.", "storage-en holds a line break or a character"),
        ("for 75 years.", "for\\n75 years.", "storage-en holds a line break or a character"),
        (
            "The record of the death is kept for 75 years.",
            "Запись акта о смерти хранится 75 лет.",
            "same as in another",
        ),
        ("source = \"Law", "source = \"\" # \"Law", "source is empty"),
        ("verified = \"partly\"", "verified = \"surely\"", "consent.toml:7"),
        ("[text.en]", "[text.de]", "de"),
        ("storage = \"The record of the death is kept for 75 years.\"\n", "", "storage"),
    ] {
        let error = spoiled(from, to);
        assert!(error.contains(said), "{to}: {error}");
    }
    let long = "x".repeat(PARAGRAPH_CHARS_MAX + 1);
    assert!(spoiled("The record of the death is kept for 75 years.", &long).contains("storage-en is too long"));
    assert!(loaded(&with(&shipped(), &new("2026-11-28"))).unwrap_err().contains("stands there already"));
    assert!(loaded(b"").is_err() && loaded(b"text = []").unwrap_err().contains("no [[text]]"));
    assert!(loaded(&[0xff, 0xfe]).unwrap_err().contains("UTF-8"));
}

#[test]
fn every_fault_of_a_row_is_told_at_its_field() {
    let empty = |_: &str| ConsentWords::each(|_| String::new());
    let text = ConsentText { version: String::new(), kk: empty("kk"), ru: empty("ru"), en: empty("en") };
    let found = check(&Row { text, source: String::new(), verified: Mark::No }, &[]);
    assert_eq!(found.len(), 2 + 3 * Part::ALL.len());
    assert!(found.iter().any(|own| own.field == "withdrawal-kk" && own.code == "empty"));
}
