//! A press with the real fonts and sentences, and a request in which every kind of answer occurs.
//! The people are invented; the IINs are test vectors of persons born in 1899.

use domain::blank::BlankNumber;
use domain::certificate::{ActRecord, CertificateNumber};
use domain::consent::{ConsentText, ConsentWords};
use domain::country::CountryCode;
use domain::date::PartialDate;
use domain::documents::{Certification, Certified, DocumentKind, DocumentLanguage};
use domain::ids::{AttachmentId, MissionId, OfficerId};
use domain::iin::Iin;
use domain::lang::{CertificateLang, Lang, Trilingual};
use domain::name::{LatinName, PersonName};
use domain::paper::{
    ApplicationPaper, CertificatePaper, OfficerLine, Press, PrintedGround, PrintedNames, RefusalPaper,
};
use domain::request::*;
use jiff::civil::{Date, date};
use papers::{PaperTemplates, TypstPress};
use std::sync::LazyLock;

pub const KAZAKH_LETTERS: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

/// One press for the whole test binary, as in the server.
pub static PRESS: LazyLock<TypstPress> =
    LazyLock::new(|| TypstPress::new(fonts(), &PaperTemplates::built_in(), Box::new(super::texts::words())).unwrap());

pub fn fonts() -> Vec<Vec<u8>> {
    let folder = format!("{}/../../assets/dist/papers", env!("CARGO_MANIFEST_DIR"));
    ["NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf"]
        .map(|name| {
            std::fs::read(format!("{folder}/{name}"))
                .unwrap_or_else(|e| panic!("{folder}/{name}: {e}; run `cargo xtask assets`, which makes it"))
        })
        .into()
}

pub fn three(kk: &str, ru: &str, en: &str) -> Trilingual {
    Trilingual { kk: kk.into(), ru: ru.into(), en: en.into() }
}

fn country(code: &str) -> CountryCode {
    CountryCode::parse(code).unwrap()
}

pub fn iin(text: &str) -> Iin {
    Iin::try_from(text.to_owned()).unwrap()
}

pub fn names(test: bool) -> PrintedNames {
    let countries =
        [("DE", three("Германия", "Германия", "Germany")), ("KZ", three("Қазақстан", "Казахстан", "Kazakhstan"))];
    PrintedNames {
        mission: three(
            "Қазақстан Республикасының Германия Федеративтік Республикасындағы Елшілігі, Берлин",
            "Посольство Республики Казахстан в Федеративной Республике Германия, Берлин",
            "Embassy of the Republic of Kazakhstan in the Federal Republic of Germany, Berlin",
        ),
        countries: countries.into_iter().map(|(code, name)| (code.to_owned(), name)).collect(),
        test,
    }
}

pub fn person(surname: &str, given: &str, patronymic: &str) -> PersonName {
    PersonName {
        surname: surname.into(),
        given: given.into(),
        patronymic: (!patronymic.is_empty()).then(|| patronymic.into()),
        latin: None,
    }
}

pub fn file(n: u8, name: &str, bytes: u64) -> EnclosedFile {
    EnclosedFile {
        id: format!("00000000-0000-7000-8000-0000000000{n:02x}").parse::<AttachmentId>().unwrap(),
        name: name.into(),
        media_type: "application/pdf".into(),
        bytes,
        sha256: format!("{n:02x}").repeat(32),
    }
}

fn medical() -> EnclosedDocument {
    EnclosedDocument {
        kind: DocumentKind::Medical,
        issued_in: country("DE"),
        language: DocumentLanguage::parse("de").unwrap(),
        issued_on: Some(date(2026, 11, 3)),
        stamped: true,
        certified: Certified { by: Certification::Apostille, translation_enclosed: true },
        files: vec![file(1, "Todesbescheinigung-1.pdf", 812_345), file(2, "Todesbescheinigung-2.pdf", 2_400_001)],
    }
}

fn identity() -> EnclosedDocument {
    EnclosedDocument {
        kind: DocumentKind::DeceasedIdentity,
        issued_in: country("KZ"),
        language: DocumentLanguage::parse("kk+ru").unwrap(),
        issued_on: None,
        stamped: true,
        certified: Certified { by: Certification::Nothing, translation_enclosed: false },
        files: vec![file(3, "төлқұжат — көшірме №1.jpg", 640_000)],
    }
}

fn applicant() -> Applicant {
    Applicant {
        name: person("Сафина", "Айгүл", "Маратқызы"),
        iin: iin("991231400014"),
        iin_proven: true,
        address: Address {
            country: country("DE"),
            line1: "Nordendstraße 14".into(),
            line2: "Hinterhaus, 2. Stock".into(),
            city: "Berlin".into(),
            postal_code: "13156".into(),
        },
        phone: Phone { e164: "+4930123456".into(), typed: "030 / 123456".into(), takes_texts: true },
        email: Some("aigul.safina@example.org".into()),
        relation: Relation::Child,
        principal: None,
    }
}

pub fn deceased() -> IdentifiedDeceased {
    let mut name = person("Әбдіғалиев", "Құрманғазы", "Өмірұлы");
    name.latin = Some(LatinName { surname: "ABDIGALIYEV".into(), given: "KURMANGAZY".into() });
    IdentifiedDeceased {
        name,
        iin: Some(iin("610315300012")),
        sex: Sex::Male,
        born: PartialDate::YearMonth(1961, 3),
        birth_country: Some(country("KZ")),
        birth_place: "Ақтөбе облысы, Шалқар ауданы".into(),
        citizenship: country("KZ"),
        ethnicity: Some("қазақ".into()),
        residence: "Berlin, Nordendstraße 14".into(),
        marital_status: MaritalStatus::Widowed,
    }
}

pub fn request(language: Lang, certificate_language: CertificateLang) -> Request {
    Request {
        service: "death-abroad".into(),
        revision: 1,
        language,
        mission: MissionId("berlin".into()),
        mission_basis: MissionBasis::OnlyMission,
        mission_reason: None,
        applicant: applicant(),
        deceased: Deceased::Identified(Box::new(deceased())),
        death: Death {
            date: PartialDate::Day(date(2026, 11, 2)),
            country: country("DE"),
            place: "Berlin, Charité".into(),
        },
        basis: Basis::Medical {
            issued_by: "Charité – Universitätsmedizin Berlin".into(),
            number: "2026/4711".into(),
            issued_on: date(2026, 11, 3),
        },
        cause: Cause::CopyFromPaper,
        certificate_language,
        surrendered: Surrendered {
            identity_document: "төлқұжат N12345678".into(),
            identity_document_missing: String::new(),
            military_id: false,
        },
        collector: Collector::Applicant,
        documents: vec![medical(), identity()],
        consent: Consent { text_version: "2026-11-01".into() },
        date: date(2026, 11, 22),
        amends: None,
    }
}

/// Words that tell their language and part.
pub fn consent() -> ConsentText {
    let words = |lang: &str| ConsentWords::each(|part| format!("{lang}: {} {KAZAKH_LETTERS}", part.as_str()));
    ConsentText { version: "2026-11-01".into(), kk: words("kk"), ru: words("ru"), en: words("en") }
}

pub fn print_application(request: &Request, names: &PrintedNames) -> Vec<u8> {
    let canonical = CanonicalRequest::of(request).unwrap();
    PRESS
        .application(&ApplicationPaper {
            request,
            canonical: &canonical,
            names,
            consent: &consent(),
            before: None,
            form_number: None,
        })
        .unwrap()
}

pub fn print_addendum(request: &Request, before: &Request, names: &PrintedNames) -> Vec<u8> {
    let canonical = CanonicalRequest::of(request).unwrap();
    PRESS
        .application(&ApplicationPaper {
            request,
            canonical: &canonical,
            names,
            consent: &consent(),
            before: Some(before),
            form_number: None,
        })
        .unwrap()
}

fn officer_id() -> OfficerId {
    "00000000-0000-7000-8000-0000000000ff".parse().unwrap()
}

pub fn officer() -> OfficerLine {
    OfficerLine {
        name: "Н. Ә. Жүнісов".into(),
        post: three("Екінші хатшы, консул", "Второй секретарь, консул", "Second Secretary, Consul"),
    }
}

pub fn print_certificate(request: &Request, language: CertificateLang, names: &PrintedNames) -> Vec<u8> {
    let record = ActRecord { number: "BERLIN-2026-000012".into(), date: date(2026, 11, 24), made_by: officer_id() };
    let number = CertificateNumber("DA-26-0000007".into());
    let officer = officer();
    let issued_on: Date = date(2026, 11, 24);
    let blank = BlankNumber { series: "AB".into(), number: 107, figures: 7 };
    let paper = CertificatePaper {
        request,
        record: &record,
        number: &number,
        blank: Some(&blank),
        language,
        issued_on,
        officer: &officer,
        names,
    };
    PRESS.certificate(&paper).unwrap()
}

pub const REASONS: &str = "Медицинский документ подан без апостиля, хотя он выдан в Германии 3 ноября 2026 г.\n\
    На второй странице не видна печать: снимок обрезан снизу.";

pub fn print_refusal(request: &Request, language: Lang, reasons: &str, names: &PrintedNames) -> Vec<u8> {
    let grounds = [PrintedGround {
        text: three(
            "Көрсетілетін қызметті алушының және (немесе) ұсынылған мәліметтердің Қағидалардың 6-тарауының талаптарына сәйкес келмеуі",
            "Несоответствие услугополучателя и (или) представленных сведений требованиям главы 6 Правил",
            "The applicant or the data submitted do not meet the requirements of chapter 6 of the Rules",
        ),
        article: "PS 19-1(2)2)".into(),
    }];
    let higher = three(
        "Қазақстан Республикасының Сыртқы істер министрлігі",
        "Министерство иностранных дел Республики Казахстан",
        "Ministry of Foreign Affairs of the Republic of Kazakhstan",
    );
    let paper = RefusalPaper {
        reference: "DR-26-7K4FQX-3",
        request,
        grounds: &grounds,
        reasons,
        date: date(2026, 11, 23),
        officer: &officer(),
        language,
        names,
        mission: &request.mission,
        higher_body: &higher,
        complaint_months: 3,
        is_signed: false,
    };
    PRESS.refusal(&paper).unwrap()
}
