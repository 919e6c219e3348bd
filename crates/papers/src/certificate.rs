//! What the certificate prints: the fields of Family Code 274, for an unidentified person what is known (271).
//!
//! The age is derived from the two dates and printed as a range where a date is partial. Nothing else is derived.

use crate::application::sex_key;
use crate::officer::Officer;
use crate::sheet::{Frame, Row, Text, Tongue};
use domain::paper::CertificatePaper;
use domain::request::{Deceased, IdentifiedDeceased};
use serde::Serialize;

/// The data of `certificate.typ`.
#[derive(Serialize)]
pub(crate) struct Sheet {
    frame: Frame,
    state: Text,
    mission: Text,
    title: Text,
    number: Text,
    person: Vec<Row>,
    record: Vec<Row>,
    officer: Officer,
}

/// Lays the certificate out. `font` is the family of the frame.
pub(crate) fn sheet(paper: &CertificatePaper<'_>, tongue: &Tongue<'_>, font: &str) -> Sheet {
    let title = tongue.word("paper-certificate-title");
    let number = tongue
        .each(|lang| tongue.words.word(lang, "paper-certificate-number", &[("number", &paper.number.to_string())]));
    let properties = format!("{} {}", title.main, paper.number);
    Sheet {
        frame: tongue.frame(properties.clone(), properties, paper.issued_on, font, "paper-unprintable"),
        state: tongue.word("paper-state"),
        mission: tongue.mission(),
        number,
        person: person(paper, tongue),
        record: record(paper, tongue),
        officer: Officer::of(paper.officer, tongue, "paper-certificate-signing"),
        title,
    }
}

fn record(paper: &CertificatePaper<'_>, tongue: &Tongue<'_>) -> Vec<Row> {
    let mut rows = vec![
        tongue.row("paper-record-date", tongue.date(paper.record.date)),
        tongue.row("paper-record-number", Text::said(&paper.record.number)),
        tongue.row("paper-record-body", tongue.mission()),
        tongue.row("paper-issued-on", tongue.date(paper.issued_on)),
        tongue.row("paper-issued-by", tongue.mission()),
    ];
    rows.extend(paper.blank.map(|blank| tongue.row("paper-blank", Text::said(blank.to_string()))));
    rows
}

fn person(paper: &CertificatePaper<'_>, tongue: &Tongue<'_>) -> Vec<Row> {
    let death = &paper.request.death;
    let mut rows = match &paper.request.deceased {
        Deceased::Identified(person) => identified(paper, tongue, person),
        Deceased::Unidentified { description, sex } => {
            let mut rows = vec![tongue.row("paper-identity", tongue.word("paper-unidentified"))];
            rows.extend(sex.map(|sex| tongue.row("paper-sex", tongue.word(sex_key(sex)))));
            rows.push(tongue.said("paper-description", description));
            rows
        }
    };
    rows.push(tongue.row("paper-died-on", tongue.partial(death.date)));
    rows.push(tongue.row("paper-died-in", one_line(tongue.place(Some(death.country), &death.place))));
    rows
}

fn identified(paper: &CertificatePaper<'_>, tongue: &Tongue<'_>, person: &IdentifiedDeceased) -> Vec<Row> {
    let name = &person.name;
    let mut rows = vec![tongue.said("paper-surname", &name.surname), tongue.said("paper-given-name", &name.given)];
    rows.extend(name.patronymic.as_deref().map(|patronymic| tongue.said("paper-patronymic", patronymic)));
    rows.push(tongue.row("paper-born-on", tongue.partial(person.born)));
    rows.push(tongue.row("paper-born-in", one_line(tongue.place(person.birth_country, &person.birth_place))));
    let age = match domain::date::age(person.born, paper.request.death.date) {
        Some(age) if age.from == age.to => Text::said(age.to.to_string()),
        Some(age) => Text::said(format!("{}–{}", age.from, age.to)),
        None => tongue.word("paper-not-known"),
    };
    rows.push(tongue.row("paper-age", age));
    rows
}

/// Country and place in one line; a certificate has one language, so nothing stands beside.
fn one_line(place: Vec<Text>) -> Text {
    Text::said(place.into_iter().map(|line| line.main).collect::<Vec<_>>().join(", "))
}
