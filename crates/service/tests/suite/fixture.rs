//! The project's own files, read once for the tests, and a filled-in draft to start from.

use domain::documents::DocumentKind;
use domain::ids::{AttachmentId, MissionId};
use domain::iin::{Iin, IinRules};
use domain::lang::Lang;
use domain::name::{PersonName, TypedName};
use domain::request::{EnclosedFile, MissionBasis};
use service::catalogue::Files;
use service::{Answers, Catalogue, KnownApplicant, ParseContext, Texts, UploadedDocument};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(&data_files()).unwrap());
static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::load(&form_texts()).unwrap());

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// One file of the checkout.
pub fn file(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// The files of the service and the registers, with the country names where they are built and a few of them where not.
pub fn data_files() -> Files {
    let mut files = Files::new();
    for folder in ["services", "registers"] {
        read(&root(), &root().join(folder), &mut files);
    }
    files.insert("countries.json".into(), std::fs::read(root().join("assets/dist/countries.json")).unwrap());
    files
}

/// The texts that belong to this crate.
pub fn form_texts() -> Files {
    let path = |lang: Lang| format!("locales/{}/form.ftl", lang.tag());
    Lang::ALL.into_iter().map(|lang| (path(lang), file(&path(lang)).into_bytes())).collect()
}

/// Every text of the project.
pub fn all_texts() -> Files {
    let mut files = Files::new();
    read(&root(), &root().join("locales"), &mut files);
    files
}

fn read(root: &Path, folder: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read(&path).unwrap());
        }
    }
}

pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

pub fn texts() -> &'static Texts {
    &TEXTS
}

/// Sunday 22 November 2026 in Berlin; an applicant signed in with an EDS.
pub fn context() -> ParseContext {
    let typed = TypedName {
        surname: "Ахметова", given: "Әлия", patronymic: "Қайратқызы", ..TypedName::default()
    };
    ParseContext {
        now: "2026-11-22T14:00:00Z".parse().unwrap(),
        applicant: KnownApplicant {
            name: PersonName::parse(typed).unwrap(),
            iin: Iin::parse("991231200017", IinRules::default()).unwrap(),
            proven: true,
        },
        language: Lang::Ru,
        mission: MissionId("berlin".into()),
        mission_basis: MissionBasis::Chosen,
        rules: IinRules::default(),
    }
}

/// A draft without findings.
pub fn answers() -> Answers {
    let mut answers = Answers::default();
    let filled = [
        ("relation", "child"),
        ("address-country", "DE"),
        ("address-line1", "Hauptstraße 5"),
        ("address-city", "Berlin"),
        ("phone", "030 1234567"),
        ("phone-texts", "no"),
        ("email", "aliya@example.com"),
        ("deceased-known", "yes"),
        ("deceased-surname", "Ахметов"),
        ("deceased-given", "Қайрат"),
        ("deceased-iin-unknown", "yes"),
        ("deceased-sex", "male"),
        ("deceased-born-year", "1950"),
        ("deceased-citizenship", "KZ"),
        ("deceased-residence", "Berlin"),
        ("deceased-marital-status", "married"),
        ("surrendered", "will_bring"),
        ("surrendered-document", "паспорт N12345678"),
        ("surrendered-military", "no"),
        ("death-date-day", "14"),
        ("death-date-month", "қараша"),
        ("death-date-year", "2026"),
        ("death-country", "DE"),
        ("death-place", "Berlin"),
        ("basis", "medical"),
        ("medical-issued-by", "Charité"),
        ("medical-issued-on-day", "15"),
        ("medical-issued-on-month", "11"),
        ("medical-issued-on-year", "2026"),
        ("cause", "copy_from_paper"),
        ("basis-country", "DE"),
        ("basis-language", "de"),
        ("basis-stamped", "yes"),
        ("basis-certified", "on_same_page"),
        ("basis-translation", "yes"),
        ("collector", "applicant"),
        ("certificate-language", "kk"),
        ("consent", "yes"),
    ];
    for (name, value) in filled {
        answers.set(name, value);
    }
    answers.set("consent-version", &catalogue().consents().newest().version);
    answers
}

/// Files of the given kinds.
pub fn uploads(kinds: &[DocumentKind]) -> Vec<UploadedDocument> {
    let file = |kind: &DocumentKind| EnclosedFile {
        id: AttachmentId("018f0000-0000-7000-8000-000000000001".parse().unwrap()),
        name: format!("{}.pdf", kind.as_str()),
        media_type: "application/pdf".into(),
        bytes: 1234,
        sha256: "ab".repeat(32),
    };
    kinds.iter().map(|kind| UploadedDocument { kind: *kind, files: vec![file(kind)] }).collect()
}
