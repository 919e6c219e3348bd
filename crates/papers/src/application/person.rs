//! Who died (Family Code 270(3), 272), or what is known of an unidentified person (271).

use crate::application::applicant::name_rows;
use crate::sheet::{Row, Section, Text, Tongue};
use domain::request::{Deceased, IdentifiedDeceased, MaritalStatus, Sex};

/// The section on the person who died.
pub(super) fn section(tongue: &Tongue<'_>, deceased: &Deceased) -> Section {
    let rows = match deceased {
        Deceased::Identified(person) => identified(tongue, person),
        Deceased::Unidentified { description, sex } => {
            let sex = sex.map_or("paper-not-known", sex_key);
            let said = tongue.said("paper-description", description);
            vec![
                tongue.row("paper-identity", tongue.word("paper-unidentified")),
                said,
                tongue.row("paper-sex", tongue.word(sex)),
            ]
        }
    };
    Section { heading: tongue.word("paper-section-person"), rows }
}

fn identified(tongue: &Tongue<'_>, person: &IdentifiedDeceased) -> Vec<Row> {
    let mut rows = name_rows(tongue, &person.name);
    let iin = person.iin.as_ref().map(|iin| Text::said(iin.as_str()));
    rows.push(tongue.row("paper-iin", iin.unwrap_or_else(|| tongue.word("paper-not-known"))));
    rows.push(tongue.row("paper-sex", tongue.word(sex_key(person.sex))));
    rows.push(tongue.row("paper-born-on", tongue.partial(person.born)));
    rows.push(Row {
        label: tongue.word("paper-born-in"),
        value: tongue.place(person.birth_country, &person.birth_place),
    });
    rows.push(tongue.row("paper-citizenship", tongue.each(|lang| tongue.country(person.citizenship, lang))));
    if let Some(ethnicity) = &person.ethnicity {
        rows.push(tongue.said("paper-ethnicity", ethnicity));
    }
    rows.push(tongue.said("paper-last-residence", &person.residence));
    rows.push(tongue.row("paper-marital-status", tongue.word(marital_key(person.marital_status))));
    rows
}

pub(crate) fn sex_key(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "paper-sex-male",
        Sex::Female => "paper-sex-female",
    }
}

fn marital_key(status: MaritalStatus) -> &'static str {
    match status {
        MaritalStatus::Married => "paper-marital-married",
        MaritalStatus::NotMarried => "paper-marital-not-married",
        MaritalStatus::Divorced => "paper-marital-divorced",
        MaritalStatus::Widowed => "paper-marital-widowed",
        MaritalStatus::Unknown => "paper-not-known",
    }
}
