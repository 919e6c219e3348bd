//! What the motivated refusal prints: the parts of APPC 80(1) and the paragraph on complaints of 80(5).
//!
//! Without that paragraph the term for a complaint becomes six months (92(1-1)), so it is never left out.

use crate::officer::Officer;
use crate::sheet::{Frame, Row, Text, Tongue};
use domain::lang::Lang;
use domain::paper::RefusalPaper;
use domain::request::Deceased;
use serde::Serialize;

/// The data of `refusal.typ`.
#[derive(Serialize)]
pub(crate) struct Sheet {
    pub frame: Frame,
    /// The body that decides.
    pub mission: Text,
    pub title: Text,
    pub facts: Vec<Row>,
    pub opening: Vec<Text>,
    pub parts: Vec<Part>,
    /// What the person may do; its last two sentences stand with the signature.
    pub complaint: Part,
    pub officer: Officer,
}

/// A heading, sentences and, under "grounds", the grounds.
#[derive(Serialize)]
pub(crate) struct Part {
    pub heading: Text,
    pub prose: Vec<Text>,
    pub grounds: Vec<Ground>,
}

#[derive(Serialize)]
pub(crate) struct Ground {
    text: Text,
    article: String,
}

/// The applicant's language; where that is English, the certificate's stands beside it.
pub(crate) fn tongue_languages(paper: &RefusalPaper<'_>) -> (Lang, Option<Lang>) {
    match paper.language {
        Lang::En => (Lang::En, Some(Lang::from(paper.request.certificate_language))),
        other => (other, None),
    }
}

/// Lays the refusal out. `font` is the family of the frame.
pub(crate) fn sheet(paper: &RefusalPaper<'_>, tongue: &Tongue<'_>, font: &str) -> Sheet {
    let title = tongue.word("paper-refusal-title");
    let properties = format!("{} {}", title.main, paper.reference);
    Sheet {
        frame: tongue.frame(properties.clone(), properties, paper.date, font, "paper-unprintable"),
        mission: tongue.mission(),
        title,
        facts: facts(paper, tongue),
        opening: vec![tongue.word("paper-refusal-opening"), tongue.word("paper-refusal-decided")],
        parts: vec![grounds(paper, tongue), reasons(paper, tongue), again(tongue)],
        complaint: complaint(paper, tongue),
        officer: Officer::of(paper.officer, tongue, "paper-refusal-signing").signing(paper.is_signed, tongue),
    }
}

/// Number, date, body, official, applicant and the question decided (APPC 80(1)).
fn facts(paper: &RefusalPaper<'_>, tongue: &Tongue<'_>) -> Vec<Row> {
    let request = paper.request;
    let question = tongue.each(|lang| match &request.deceased {
        Deceased::Identified(person) => {
            tongue.words.word(lang, "paper-refusal-question", &[("name", &person.name.official())])
        }
        Deceased::Unidentified { .. } => tongue.words.word(lang, "paper-refusal-question-unidentified", &[]),
    });
    vec![
        tongue.row("paper-refusal-reference", Text::said(paper.reference)),
        tongue.row("paper-refusal-date", tongue.date(paper.date)),
        tongue.row("paper-refusal-body", tongue.mission()),
        Row {
            label: tongue.word("paper-refusal-official"),
            value: vec![Text::said(&paper.officer.name), tongue.trilingual(&paper.officer.post)],
        },
        tongue.row("paper-refusal-applicant", Text::said(request.applicant.name.official())),
        tongue.row("paper-refusal-applied-on", tongue.date(request.date)),
        tongue.row("paper-refusal-subject", question),
    ]
}

fn grounds(paper: &RefusalPaper<'_>, tongue: &Tongue<'_>) -> Part {
    let grounds = paper.grounds.iter();
    let grounds = grounds.map(|it| Ground { text: tongue.trilingual(&it.text), article: it.article.clone() }).collect();
    Part { heading: tongue.word("paper-refusal-grounds"), prose: Vec::new(), grounds }
}

fn reasons(paper: &RefusalPaper<'_>, tongue: &Tongue<'_>) -> Part {
    Part { heading: tongue.word("paper-refusal-reasons"), prose: Text::lines(paper.reasons), grounds: Vec::new() }
}

/// The person may apply again after the reason is removed (Law on public services, 19-1(3)).
fn again(tongue: &Tongue<'_>) -> Part {
    let prose = vec![tongue.word("paper-refusal-again")];
    Part { heading: tongue.word("paper-refusal-again-heading"), prose, grounds: Vec::new() }
}

/// Higher body, term and order of appeal (APPC 80(5), 91(4), 92(1), 92(3), 93(2)).
fn complaint(paper: &RefusalPaper<'_>, tongue: &Tongue<'_>) -> Part {
    let months = paper.complaint_months.to_string();
    let sentence = |key: &'static str| {
        tongue.each(|lang| {
            let body = paper.higher_body.get(lang);
            let mission = tongue.names.mission.get(lang);
            tongue.words.word(lang, key, &[("body", body), ("mission", mission), ("months", &months)])
        })
    };
    let keys = [
        "paper-complaint-body",
        "paper-complaint-order",
        "paper-complaint-term",
        "paper-complaint-content",
        "paper-complaint-court",
    ];
    Part { heading: tongue.word("paper-complaint-heading"), prose: keys.map(sentence).into(), grounds: Vec::new() }
}
