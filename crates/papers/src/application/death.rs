//! The death, the document that the registration rests on (Family Code 268), what is surrendered (270(4)) and how the
//! certificate is wanted (178(3), 273).

use crate::sheet::{Row, Section, Text, Tongue};
use domain::lang::Lang;
use domain::request::{Basis, Cause, Collector, Request, Surrendered};

/// The section on the death.
pub(super) fn section(tongue: &Tongue<'_>, request: &Request) -> Section {
    let death = &request.death;
    let mut rows = vec![
        tongue.row("paper-died-on", tongue.partial(death.date)),
        Row { label: tongue.word("paper-died-in"), value: tongue.place(Some(death.country), &death.place) },
    ];
    rows.extend(basis(tongue, &request.basis));
    rows.push(match &request.cause {
        Cause::Copied(text) => tongue.said("paper-cause", text),
        Cause::CopyFromPaper => tongue.row("paper-cause", tongue.word("paper-cause-from-paper")),
        Cause::NotStated => tongue.row("paper-cause", tongue.word("paper-cause-not-stated")),
    });
    Section { heading: tongue.word("paper-section-death"), rows }
}

fn basis(tongue: &Tongue<'_>, basis: &Basis) -> Vec<Row> {
    match basis {
        Basis::Medical { issued_by, number, issued_on } => vec![
            tongue.row("paper-basis", tongue.word("paper-basis-medical")),
            tongue.said("paper-basis-issued-by", issued_by),
            tongue.said("paper-basis-number", number),
            tongue.row("paper-basis-issued-on", tongue.date(*issued_on)),
        ],
        Basis::Court { court, case_number, decided_on, in_force_on } => vec![
            tongue.row("paper-basis", tongue.word("paper-basis-court")),
            tongue.said("paper-court", court),
            tongue.said("paper-case-number", case_number),
            tongue.row("paper-decided-on", tongue.date(*decided_on)),
            tongue.row("paper-in-force-on", tongue.date(*in_force_on)),
        ],
    }
}

/// The section on the papers of the person who died.
pub(super) fn surrendered(tongue: &Tongue<'_>, surrendered: &Surrendered) -> Section {
    let mut rows = vec![tongue.said("paper-identity-document", &surrendered.identity_document)];
    if !surrendered.identity_document_missing.is_empty() {
        rows.push(tongue.said("paper-identity-document-missing", &surrendered.identity_document_missing));
    }
    let military = if surrendered.military_id { "paper-military-id-yes" } else { "paper-military-id-no" };
    rows.push(tongue.row("paper-military-id", tongue.word(military)));
    Section { heading: tongue.word("paper-section-surrendered"), rows }
}

/// The section on the certificate.
pub(super) fn certificate(tongue: &Tongue<'_>, request: &Request) -> Section {
    let language = format!("paper-language-{}", Lang::from(request.certificate_language).tag());
    let value = match &request.collector {
        Collector::Applicant => vec![tongue.word("paper-collector-applicant")],
        Collector::Other { name, authority } => {
            let mut lines = vec![Text::said(name)];
            lines.extend(Text::lines(authority));
            lines
        }
    };
    let rows = vec![
        tongue.row("paper-certificate-language", tongue.word(&language)),
        Row { label: tongue.word("paper-collector"), value },
    ];
    Section { heading: tongue.word("paper-section-certificate"), rows }
}
