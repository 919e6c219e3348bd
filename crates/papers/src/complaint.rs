//! What a complaint prints: everything that APPC 93(2) lists, in the person's words where they are the person's.

use crate::application::address;
use crate::sheet::{Frame, Row, Section, Text, Tongue};
use domain::complaint::Subject;
use domain::lang::Lang;
use domain::paper::ComplaintPaper;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The data of `complaint.typ`.
#[derive(Serialize)]
pub(crate) struct Sheet {
    frame: Frame,
    title: Text,
    to: Row,
    through: Row,
    from: Row,
    sections: Vec<Section>,
    files_heading: Text,
    files: Vec<File>,
    no_files: Text,
    date_label: Text,
    date: Text,
    line: Text,
    note: Text,
    attachment_description: String,
    attachment_note: Text,
    attachment_sha256: String,
}

#[derive(Serialize)]
struct File {
    name: String,
    sha256: String,
}

/// The applicant's language; where that is English, the certificate's stands beside it.
pub(crate) fn tongue_languages(paper: &ComplaintPaper<'_>) -> (Lang, Option<Lang>) {
    match paper.complaint.language {
        Lang::En => (Lang::En, Some(Lang::from(paper.beside))),
        other => (other, None),
    }
}

/// Lays the complaint out. `font` is the family of the frame.
pub(crate) fn sheet(paper: &ComplaintPaper<'_>, tongue: &Tongue<'_>, font: &str) -> Sheet {
    let own = paper.complaint;
    let title = tongue.word("paper-complaint-title");
    let properties = format!("{} {}", title.main, own.reference);
    let iin = tongue.words.word(tongue.main, "paper-iin-number", &[("iin", own.iin.as_str())]);
    let mut from = vec![Text::said(own.name.official()), Text::said(iin)];
    from.extend(address(tongue, &own.postal_address));
    Sheet {
        frame: tongue.frame(properties.clone(), properties, own.date, font, "paper-unprintable-application"),
        to: Row { label: tongue.word("paper-to"), value: vec![tongue.trilingual(&own.considered_by)] },
        through: Row { label: tongue.word("paper-complaint-against"), value: against(paper, tongue) },
        from: Row { label: tongue.word("paper-from"), value: from },
        sections: vec![about(paper, tongue), asked(paper, tongue)],
        files_heading: tongue.word("paper-complaint-files"),
        files: own
            .attachments
            .iter()
            .map(|file| File { name: file.name.clone(), sha256: file.sha256.clone() })
            .collect(),
        no_files: tongue.word("paper-complaint-no-files"),
        date_label: tongue.word("paper-complaint-date"),
        date: tongue.date(own.date),
        line: tongue.word("paper-applicant-signature"),
        note: tongue.word("paper-complaint-signing"),
        attachment_description: tongue.words.word(tongue.main, "paper-complaint-data", &[]),
        attachment_note: tongue.word("paper-complaint-data-note"),
        attachment_sha256: hex::encode(Sha256::digest(paper.canonical)),
        title,
    }
}

fn against(paper: &ComplaintPaper<'_>, tongue: &Tongue<'_>) -> Vec<Text> {
    let official = paper.complaint.official.as_ref();
    let official = official.map(|own| [Text::said(&own.name), tongue.trilingual(&own.post)]);
    [tongue.mission()].into_iter().chain(official.into_iter().flatten()).collect()
}

fn about(paper: &ComplaintPaper<'_>, tongue: &Tongue<'_>) -> Section {
    let own = paper.complaint;
    let subject = format!("paper-complaint-subject-{}", own.subject.as_str().replace('_', "-"));
    let mut rows = vec![
        tongue.row("paper-refusal-reference", Text::said(&*own.reference)),
        tongue.row("paper-complaint-subject", tongue.word(&subject)),
        tongue.row("paper-complaint-learned-on", tongue.date(own.learned_on)),
        tongue.said("paper-complaint-residence", &own.residence),
        tongue.said("paper-complaint-circumstances", &own.circumstances),
    ];
    if !own.late_because.is_empty() {
        rows.push(tongue.said("paper-complaint-late", &own.late_because));
    }
    Section { heading: tongue.word("paper-complaint-about"), rows }
}

fn asked(paper: &ComplaintPaper<'_>, tongue: &Tongue<'_>) -> Section {
    let wish = |name: &str| match (paper.complaint.subject, name) {
        (Subject::Annulment, "cancel") => tongue.word("paper-complaint-wish-cancel-annulment"),
        _ => tongue.word(&format!("paper-complaint-wish-{}", name.replace('_', "-"))),
    };
    let value = paper.complaint.wishes.iter().map(|own| wish(own.as_str())).collect();
    let rows = vec![Row { label: tongue.word("paper-complaint-wishes"), value }];
    Section { heading: tongue.word("paper-complaint-asked"), rows }
}
