//! What a person gets at the desk: the receipt of a request on paper (APPC 64(2)), that of papers that were surrendered (Family Code
//! 270(4)), or why a request was not accepted with the
//! reason of the law and the way to complain (Law on public services 19, APPC 91).

use crate::application;
use crate::dates;
use crate::officer::Officer;
use crate::sheet::{Frame, Row, Text, Tongue};
use domain::lang::Lang;
use domain::paper::{SlipAnswer, SlipPaper};
use domain::request::Deceased;
use jiff::civil::DateTime;
use serde::Serialize;

/// The data of `slip.typ`.
#[derive(Serialize)]
pub(crate) struct Sheet {
    frame: Frame,
    mission: Text,
    title: Text,
    facts: Vec<Row>,
    parts: Vec<Part>,
    officer: Officer,
}

/// A heading with sentences under it.
#[derive(Serialize)]
struct Part {
    heading: Text,
    prose: Vec<Text>,
}

/// The applicant's language; where that is English, the certificate's stands beside it.
pub(crate) fn tongue_languages(paper: &SlipPaper<'_>) -> (Lang, Option<Lang>) {
    match paper.language {
        Lang::En => (Lang::En, Some(Lang::from(paper.request.certificate_language))),
        other => (other, None),
    }
}

/// Lays the slip out. `font` is the family of the frame.
pub(crate) fn sheet(paper: &SlipPaper<'_>, tongue: &Tongue<'_>, font: &str) -> Sheet {
    let (title, number) = match paper.answer {
        SlipAnswer::Accepted { reference, .. } => (tongue.word("paper-slip-accepted-title"), reference),
        SlipAnswer::NotAccepted { .. } => (tongue.word("paper-slip-not-accepted-title"), paper.form_number),
        SlipAnswer::Surrendered { reference, .. } => (tongue.word("paper-slip-surrendered-title"), reference),
    };
    let properties = format!("{} {number}", title.main);
    Sheet {
        frame: tongue.frame(properties.clone(), properties, paper.at.date(), font, "paper-unprintable"),
        mission: tongue.mission(),
        title,
        facts: facts(paper, tongue),
        parts: parts(paper, tongue),
        officer: Officer::of(paper.officer, tongue, "paper-slip-signing"),
    }
}

/// Unique number, date, time, name and post (APPC 64(2)); who asks for what; the papers that were handed in.
fn facts(paper: &SlipPaper<'_>, tongue: &Tongue<'_>) -> Vec<Row> {
    let request = paper.request;
    let about = match &request.deceased {
        Deceased::Identified(person) => Text::said(person.name.official()),
        Deceased::Unidentified { .. } => tongue.word("paper-slip-unidentified"),
    };
    let mut rows = vec![];
    if let SlipAnswer::Accepted { reference, .. } | SlipAnswer::Surrendered { reference, .. } = paper.answer {
        rows.push(tongue.row("paper-refusal-reference", Text::said(reference)));
    }
    if !paper.form_number.is_empty() {
        rows.push(tongue.row("paper-slip-form-number", Text::said(paper.form_number)));
    }
    rows.extend([
        tongue.row("paper-slip-at", at(tongue, paper.at)),
        Row {
            label: tongue.word("paper-refusal-official"),
            value: vec![Text::said(&paper.officer.name), tongue.trilingual(&paper.officer.post)],
        },
        tongue.row("paper-refusal-applicant", Text::said(request.applicant.name.official())),
        tongue.row("paper-slip-about", about),
    ]);
    if let SlipAnswer::Accepted { registered_on, due, .. } = paper.answer {
        rows.push(tongue.row("paper-slip-registered", tongue.date(registered_on)));
        rows.push(tongue.row("paper-slip-due", at(tongue, due)));
    }
    let documents = match paper.answer {
        SlipAnswer::Accepted { .. } => "paper-slip-documents",
        SlipAnswer::NotAccepted { .. } => "paper-slip-enclosed",
        SlipAnswer::Surrendered { by, papers, .. } => {
            rows.push(tongue.row("paper-slip-surrendered-by", Text::said(by)));
            rows.push(Row { label: tongue.word("paper-slip-surrendered"), value: Text::lines(papers) });
            return rows;
        }
    };
    rows.push(Row { label: tongue.word(documents), value: application::names_of_documents(tongue, request) });
    rows
}

fn parts(paper: &SlipPaper<'_>, tongue: &Tongue<'_>) -> Vec<Part> {
    match paper.answer {
        SlipAnswer::Accepted { .. } => {
            let next = ["paper-slip-next", "paper-slip-free"].map(|key| tongue.word(key));
            vec![Part { heading: tongue.word("paper-slip-next-heading"), prose: next.into() }]
        }
        SlipAnswer::Surrendered { .. } => {
            let why = ["paper-slip-surrendered-law", "paper-slip-surrendered-check"].map(|key| tongue.word(key));
            vec![Part { heading: tongue.word("paper-slip-surrendered-heading"), prose: why.into() }]
        }
        SlipAnswer::NotAccepted { reason, remedy, higher_body, complaint_months } => {
            let why = tongue.word(&format!("paper-slip-reason-{}", reason.as_str().replace('_', "-")));
            let months = complaint_months.to_string();
            let complaint = tongue.each(|lang| {
                let (body, mission) = (higher_body.get(lang), tongue.names.mission.get(lang));
                let named = [("body", body), ("mission", mission), ("months", &*months)];
                tongue.words.word(lang, "paper-slip-complaint", &named)
            });
            vec![
                Part { heading: tongue.word("paper-slip-reason-heading"), prose: vec![why] },
                Part { heading: tongue.word("paper-slip-remedy-heading"), prose: Text::lines(remedy) },
                Part { heading: tongue.word("paper-complaint-heading"), prose: vec![complaint] },
            ]
        }
    }
}

/// A day with its time on the mission's clock.
fn at(tongue: &Tongue<'_>, at: DateTime) -> Text {
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    tongue.each(|lang| {
        let date = dates::whole(tongue.words, lang, at.date());
        tongue.words.word(lang, "paper-slip-moment", &[("date", &date), ("time", &time)])
    })
}
