//! What the application prints: the request's fields of APPC 63(2) and Family Code 270(3), section by section.
//!
//! Every answer of the request is here; what is not here is not seen before signing. Nothing is derived or corrected.

mod applicant;
mod changes;
mod death;
mod documents;
mod person;

pub(crate) use applicant::address;
pub(crate) use person::sex_key;

use crate::sheet::{Frame, Row, Section, Text, Tongue};
use domain::consent::{ConsentText, Part};
use domain::lang::Lang;
use domain::paper::ApplicationPaper;
use domain::request::{Deceased, Request};
use serde::Serialize;

/// The data of `application.typ`.
#[derive(Serialize)]
pub(crate) struct Sheet {
    frame: Frame,
    title: Text,
    subtitle: Text,
    to: Row,
    from: Row,
    essence: Text,
    changes: Option<changes::Changes>,
    sections: Vec<Section>,
    documents: documents::Documents,
    consent: Consent,
    sign: Sign,
    attachment: Attachment,
}

/// What was read, and what was agreed to by it.
#[derive(Serialize)]
struct Consent {
    heading: Text,
    statement: Vec<Text>,
    agreed: [Text; 2],
}

/// The end of the application: date, line and what is signed.
#[derive(Serialize)]
struct Sign {
    date_label: Text,
    date: Text,
    line: Text,
    note: Text,
}

/// `request.json` inside the PDF.
#[derive(Serialize)]
struct Attachment {
    description: String,
    note: Text,
    sha256: String,
}

/// The applicant's language; where that is English, the certificate's stands beside it.
pub(crate) fn tongue_languages(request: &Request) -> (Lang, Option<Lang>) {
    match request.language {
        Lang::En => (Lang::En, Some(Lang::from(request.certificate_language))),
        other => (other, None),
    }
}

/// Lays the request out. `font` is the family of the frame.
pub(crate) fn sheet(paper: &ApplicationPaper<'_>, tongue: &Tongue<'_>, font: &str) -> Sheet {
    let request = paper.request;
    let title = tongue.word(if request.amends.is_some() { "paper-addendum-title" } else { "paper-application-title" });
    let subtitle = tongue.word("paper-application-subtitle");
    let properties = format!("{} {}", title.main, subtitle.main);
    // Printed on every page: what is brought on paper is found by it.
    let foot = match paper.form_number {
        Some(number) => {
            let named = tongue.words.word(tongue.main, "paper-form-number", &[("number", number)]);
            format!("{properties} · {named}")
        }
        None => properties.clone(),
    };
    Sheet {
        frame: tongue.frame(properties, foot, request.date, font, "paper-unprintable-application"),
        to: Row { label: tongue.word("paper-to"), value: vec![tongue.mission()] },
        from: applicant::from(tongue, &request.applicant),
        essence: essence(tongue, request),
        changes: changes::changes(paper, tongue),
        sections: sections(tongue, request),
        documents: documents::documents(tongue, &request.documents),
        consent: consent(tongue, paper.consent),
        sign: Sign {
            date_label: tongue.word("paper-application-date"),
            date: tongue.date(request.date),
            line: tongue.word("paper-applicant-signature"),
            note: tongue.word(match paper.form_number {
                Some(_) => "paper-application-signing-by-hand",
                None => "paper-application-signing",
            }),
        },
        attachment: Attachment {
            description: tongue.words.word(tongue.main, "paper-attachment-description", &[]),
            note: tongue.word("paper-attachment-note"),
            sha256: paper.canonical.sha256(),
        },
        title,
        subtitle,
    }
}

/// The enclosed documents by name, with how many files each has.
pub(crate) fn names_of_documents(tongue: &Tongue<'_>, request: &Request) -> Vec<Text> {
    documents::names(tongue, &request.documents)
}

/// The answers, section by section.
fn sections(tongue: &Tongue<'_>, request: &Request) -> Vec<Section> {
    vec![
        applicant::section(tongue, request),
        person::section(tongue, &request.deceased),
        death::section(tongue, request),
        death::surrendered(tongue, &request.surrendered),
        death::certificate(tongue, request),
    ]
}

/// The essence of the request (APPC 63(2)), in one sentence that names the person who died.
fn essence(tongue: &Tongue<'_>, request: &Request) -> Text {
    tongue.each(|lang| {
        let certificate = certificate_language(tongue, request, lang);
        match &request.deceased {
            Deceased::Identified(person) => {
                let args = [("name", &*person.name.official()), ("language", &*certificate)];
                tongue.words.word(lang, "paper-essence", &args)
            }
            Deceased::Unidentified { .. } => {
                tongue.words.word(lang, "paper-essence-unidentified", &[("language", &certificate)])
            }
        }
    })
}

/// "in Kazakh" or "in Russian".
fn certificate_language(tongue: &Tongue<'_>, request: &Request, lang: Lang) -> String {
    let key = format!("paper-in-language-{}", Lang::from(request.certificate_language).tag());
    tongue.words.word(lang, &key, &[])
}

/// The very words that were agreed to, and which version they are.
fn consent(tongue: &Tongue<'_>, text: &ConsentText) -> Consent {
    let part = |part: Part| tongue.each(|lang| text.words(lang).get(part).to_owned());
    let version = |lang| tongue.words.word(lang, "paper-consent-version", &[("version", &text.version)]);
    Consent {
        heading: part(Part::Title),
        statement: Part::STATEMENT.map(part).into(),
        agreed: [part(Part::Agree), tongue.each(version)],
    }
}
