//! Who requests: name, IIN, postal address (APPC 63(2)), how to reach them, for whom they act.

use crate::sheet::{Row, Section, Text, Tongue};
use domain::lang::Lang;
use domain::name::PersonName;
use domain::request::{Address, Applicant, MissionBasis, Relation, Request};

/// The applicant as named at the head of the application.
pub(super) fn from(tongue: &Tongue<'_>, applicant: &Applicant) -> Row {
    let mut value = vec![Text::said(applicant.name.official())];
    let iin = tongue.words.word(tongue.main, "paper-iin-number", &[("iin", applicant.iin.as_str())]);
    value.push(Text::said(iin));
    value.extend(address(tongue, &applicant.address));
    Row { label: tongue.word("paper-from"), value }
}

/// The section on the applicant.
pub(super) fn section(tongue: &Tongue<'_>, request: &Request) -> Section {
    let applicant = &request.applicant;
    let mut rows = name_rows(tongue, &applicant.name);
    rows.push(iin(tongue, applicant));
    rows.push(Row { label: tongue.word("paper-postal-address"), value: address(tongue, &applicant.address) });
    rows.push(tongue.row("paper-phone", Text::said(phone(applicant))));
    rows.push(tongue.said("paper-email", applicant.email.as_deref().unwrap_or_default()));
    rows.push(tongue.row("paper-relation", relation(tongue, &applicant.relation)));
    if let Some(principal) = &applicant.principal {
        let mut value = vec![Text::said(principal.name.official())];
        value.extend(Text::lines(&principal.identity));
        rows.push(Row { label: tongue.word("paper-principal"), value });
    }
    rows.push(tongue.row("paper-writes-in", tongue.word(&format!("paper-language-{}", request.language.tag()))));
    rows.push(tongue.row("paper-mission-basis", tongue.word(mission_basis(request.mission_basis))));
    if let Some(reason) = &request.mission_reason {
        rows.push(tongue.said("paper-mission-reason", reason));
    }
    Section { heading: tongue.word("paper-section-applicant"), rows }
}

/// Surname, given name, patronymic and the Latin spelling, each in its own row.
pub(super) fn name_rows(tongue: &Tongue<'_>, name: &PersonName) -> Vec<Row> {
    let mut rows = vec![
        tongue.said("paper-surname", &name.surname),
        tongue.said("paper-given-name", &name.given),
        tongue.said("paper-patronymic", name.patronymic.as_deref().unwrap_or_default()),
    ];
    if let Some(latin) = &name.latin {
        rows.push(tongue.said("paper-latin-name", &format!("{} {}", latin.surname, latin.given)));
    }
    rows
}

fn iin(tongue: &Tongue<'_>, applicant: &Applicant) -> Row {
    let origin = if applicant.iin_proven { "paper-iin-proven" } else { "paper-iin-declared" };
    let value = vec![Text::said(applicant.iin.as_str()), tongue.word(origin)];
    Row { label: tongue.word("paper-iin"), value }
}

pub(crate) fn address(tongue: &Tongue<'_>, address: &Address) -> Vec<Text> {
    let town = format!("{} {}", address.postal_code, address.city);
    let mut lines: Vec<Text> =
        [&*address.line1, &*address.line2, town.trim()].into_iter().flat_map(Text::lines).collect();
    lines.push(tongue.each(|lang: Lang| tongue.country(address.country, lang)));
    lines
}

fn phone(applicant: &Applicant) -> String {
    let phone = &applicant.phone;
    if phone.typed.is_empty() || phone.typed == phone.e164 {
        phone.e164.clone()
    } else {
        format!("{} ({})", phone.e164, phone.typed)
    }
}

fn relation(tongue: &Tongue<'_>, relation: &Relation) -> Text {
    match relation {
        Relation::Spouse => tongue.word("paper-relation-spouse"),
        Relation::Child => tongue.word("paper-relation-child"),
        Relation::Parent => tongue.word("paper-relation-parent"),
        Relation::Sibling => tongue.word("paper-relation-sibling"),
        Relation::Grand => tongue.word("paper-relation-grand"),
        Relation::OtherRelative(said) => own_words(tongue, "paper-relation-other-relative", said),
        Relation::Other(said) => own_words(tongue, "paper-relation-other", said),
        Relation::Representative => tongue.word("paper-relation-representative"),
    }
}

fn own_words(tongue: &Tongue<'_>, key: &str, said: &str) -> Text {
    tongue.each(|lang| tongue.words.word(lang, key, &[("said", said)]))
}

fn mission_basis(basis: MissionBasis) -> &'static str {
    match basis {
        MissionBasis::OnlyMission => "paper-mission-only",
        MissionBasis::Chosen => "paper-mission-chosen",
        MissionBasis::Asked => "paper-mission-asked",
        MissionBasis::Objected => "paper-mission-objected",
    }
}
