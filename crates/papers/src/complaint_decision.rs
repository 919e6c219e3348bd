//! What the decision on a complaint prints: the parts of APPC 101(1), the decision of 100(1), and where the person may go after it (100(6)).
//!
//! It has the shape of a refusal and is laid out as one.

use crate::officer::Officer;
use crate::refusal::{Part, Sheet};
use crate::sheet::{Row, Text, Tongue};
use domain::complaint::Subject;
use domain::lang::Lang;
use domain::paper::ComplaintDecisionPaper;

/// The language of the complaint; where that is English, the certificate's stands beside it.
pub(crate) fn tongue_languages(paper: &ComplaintDecisionPaper<'_>) -> (Lang, Option<Lang>) {
    match paper.complaint.language {
        Lang::En => (Lang::En, Some(Lang::from(paper.beside))),
        other => (other, None),
    }
}

/// Lays the decision out. `font` is the family of the frame.
pub(crate) fn sheet(paper: &ComplaintDecisionPaper<'_>, tongue: &Tongue<'_>, font: &str) -> Sheet {
    let title = tongue.word("paper-complaint-decision-title");
    let properties = format!("{} {}", title.main, paper.complaint.reference);
    let part = |heading: &str, prose: Vec<Text>| Part { heading: tongue.word(heading), prose, grounds: Vec::new() };
    let mut essence = Text::lines(&paper.complaint.circumstances);
    essence.extend(wishes(paper, tongue));
    let decision = paper.decision.map_or("satisfied", |own| own.as_str()).replace('_', "-");
    let decided = tongue.word(&format!("paper-complaint-decision-{decision}"));
    Sheet {
        frame: tongue.frame(properties.clone(), properties, paper.date, font, "paper-unprintable"),
        mission: body(paper, tongue),
        title,
        facts: facts(paper, tongue),
        opening: Vec::new(),
        parts: vec![
            part("paper-complaint-decision-act", vec![tongue.trilingual(paper.brief)]),
            part("paper-complaint-decision-essence", essence),
            part("paper-complaint-decision-decided", vec![decided, tongue.trilingual(paper.follows)]),
            part("paper-complaint-decision-reasons", Text::lines(paper.reasons)),
        ],
        complaint: part(
            "paper-complaint-decision-next",
            ["paper-complaint-decision-binding", "paper-complaint-decision-court"].map(|key| tongue.word(key)).into(),
        ),
        officer: Officer::of(paper.officer, tongue, "paper-complaint-decision-signing")
            .signing(paper.is_signed, tongue),
    }
}

/// Who decides: the mission where it satisfies the complaint itself, else the higher body.
fn body(paper: &ComplaintDecisionPaper<'_>, tongue: &Tongue<'_>) -> Text {
    match paper.decision {
        None => tongue.mission(),
        Some(_) => tongue.trilingual(&paper.complaint.considered_by),
    }
}

fn facts(paper: &ComplaintDecisionPaper<'_>, tongue: &Tongue<'_>) -> Vec<Row> {
    let own = paper.complaint;
    let iin = tongue.words.word(tongue.main, "paper-iin-number", &[("iin", own.iin.as_str())]);
    let row = |label: &str, value: Vec<Text>| Row { label: tongue.word(label), value };
    let against = own.official.as_ref().map(|own| [Text::said(&own.name), tongue.trilingual(&own.post)]);
    vec![
        tongue.row("paper-refusal-reference", Text::said(&*own.reference)),
        tongue.row("paper-refusal-date", tongue.date(paper.date)),
        tongue.row("paper-refusal-body", body(paper, tongue)),
        row("paper-refusal-official", vec![Text::said(&paper.officer.name), tongue.trilingual(&paper.officer.post)]),
        row("paper-complaint-decision-from", vec![Text::said(own.name.official()), Text::said(iin)]),
        tongue.row("paper-complaint-decision-filed-on", tongue.date(paper.filed_on)),
        row("paper-complaint-against", [tongue.mission()].into_iter().chain(against.into_iter().flatten()).collect()),
    ]
}

fn wishes(paper: &ComplaintDecisionPaper<'_>, tongue: &Tongue<'_>) -> Vec<Text> {
    let own = paper.complaint;
    let wish = |name: &str| match (own.subject, name) {
        (Subject::Annulment, "cancel") => tongue.word("paper-complaint-wish-cancel-annulment"),
        _ => tongue.word(&format!("paper-complaint-wish-{}", name.replace('_', "-"))),
    };
    own.wishes.iter().map(|one| wish(one.as_str())).collect()
}
