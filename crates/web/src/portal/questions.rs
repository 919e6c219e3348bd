//! A section of the form as data becomes controls of a page. Knows no field by name: the form says what is asked and when.

mod reveal;
mod summary;

pub use summary::{
    Change, SummaryCard, changes, files_of_draft, located, rules_of_request, summary_of_draft, summary_of_request,
};

use crate::forms::control::DatePart;
use crate::forms::{Control, Item};
use crate::texts::T;
use crate::visit::Visit;
use domain::consent::ConsentText;
use domain::iin::{Iin, IinRules};
use office::drafts::DraftView;
use service::answers::{Answers, KnownApplicant, facts, version_name};
use service::form::{Facts, Field, FieldKind, Section};
use service::{Finding, Form};

/// From so many options on, a choice is a select.
const RADIOS_MAX: usize = 8;

/// Questions that stand together, under a heading of their own when they are a group.
pub struct Block {
    /// Heading of the group.
    pub heading: Option<String>,
    /// What changed since it was answered.
    pub notice: Option<String>,
    /// Texts to read before the questions.
    pub texts: Vec<String>,
    /// Posted with the answers and not seen: which version of a text was read.
    pub hidden: Vec<(String, String)>,
    /// The questions.
    pub controls: Vec<Control>,
}

/// Everything a page of questions is made from.
pub struct Asked<'a> {
    /// Texts.
    pub t: &'a T,
    /// The form.
    pub form: &'a Form,
    /// The section.
    pub section: &'a Section,
    /// What was typed.
    pub answers: &'a Answers,
    /// What is wrong.
    pub findings: &'a [Finding],
    /// Computed facts.
    pub facts: Facts,
    /// Countries in the page's order.
    pub countries: Vec<Item>,
    /// The words of the consent.
    pub consent: &'a ConsentText,
}

/// The questions of a section, block by block.
pub fn blocks(asked: &Asked<'_>) -> Vec<Block> {
    let on_page = asked.form.on_page(asked.section, asked.answers, asked.facts);
    let mut blocks: Vec<Block> = vec![];
    let mut last_group: Option<&str> = None;
    for field in &on_page {
        if !reveal::stands_alone(asked, &on_page, field) {
            continue;
        }
        let group = field.group.as_deref();
        if field.kind == FieldKind::Consent {
            blocks.push(consent(asked, field));
            last_group = group;
        } else if blocks.is_empty() || group != last_group {
            let heading = heading(asked.t, group);
            blocks.push(Block { heading, notice: None, texts: vec![], hidden: vec![], controls: vec![] });
            last_group = group;
        }
        if let Some(block) = blocks.last_mut() {
            block.controls.push(reveal::with_reveals(asked, &on_page, field));
        }
    }
    blocks
}

fn heading(t: &T, group: Option<&str>) -> Option<String> {
    group.and_then(|group| t.maybe(&format!("group-{group}")))
}

/// The words of the consent, which are read before the box; their version is posted with it.
fn consent(asked: &Asked<'_>, field: &Field) -> Block {
    let words = asked.consent.words(asked.t.lang);
    let is_old = asked.answers.get(&field.name) == "yes" && !agrees(asked, field);
    Block {
        heading: Some(words.title.clone()),
        notice: is_old.then(|| asked.t.s("consent-changed")),
        texts: words.statement().map(str::to_owned).into(),
        hidden: vec![(version_name(&field.name), asked.consent.version.clone())],
        controls: vec![],
    }
}

/// Ticked, and to these very words.
fn agrees(asked: &Asked<'_>, field: &Field) -> bool {
    asked.answers.get(&field.name) == "yes" && asked.answers.get(&version_name(&field.name)) == asked.consent.version
}

/// One question.
fn control(asked: &Asked<'_>, field: &Field) -> Control {
    let (t, form) = (asked.t, asked.form);
    let mut label = match field.kind {
        FieldKind::Consent => asked.consent.words(t.lang).agree.clone(),
        _ => t.texts().label(t.lang, form, &field.name),
    };
    if field.optional && field.kind != FieldKind::Checkbox {
        label = format!("{label} {}", t.s("option-optional"));
    }
    let error = asked.findings.iter().find(|finding| finding.field == field.name);
    let error = error.map(|finding| t.texts().error(t.lang, form, finding));
    let typed = match field.kind {
        FieldKind::Consent if !agrees(asked, field) => "",
        _ => asked.answers.get(&field.name),
    };
    let value = if typed.is_empty() { field.default.as_deref().unwrap_or_default() } else { typed };
    let control = match field.kind {
        FieldKind::Text | FieldKind::Name => Control::text(&field.name, label),
        FieldKind::Textarea => Control::textarea(&field.name, label, 5),
        FieldKind::Iin => Control::text(&field.name, label).numeric().width("govuk-input--width-20"),
        FieldKind::Phone => Control::text(&field.name, label).input_type("tel").width("govuk-input--width-20"),
        FieldKind::Email => Control::text(&field.name, label).input_type("email"),
        FieldKind::Country => Control::select(&field.name, label, asked.countries.clone()),
        FieldKind::Choice if field.options.len() > RADIOS_MAX => Control::select(&field.name, label, options(t, field)),
        FieldKind::Choice => Control::radios(&field.name, label, options(t, field)),
        FieldKind::Checkbox | FieldKind::Consent => Control::box_alone(&field.name, label),
        FieldKind::Date | FieldKind::PartialDate => {
            Control::date(&field.name, label, date_parts(t, asked.answers, &field.name))
        }
    };
    let control = control
        .hint(t.texts().hint(t.lang, form, &field.name))
        .value(value)
        .error(error, t.s("frame-error-word"))
        .autocomplete(autocomplete(field.autocomplete.as_deref()));
    if field.group.is_some() { control.plain() } else { control }
}

fn options(t: &T, field: &Field) -> Vec<Item> {
    field.options.iter().map(|value| Item::new(value.clone(), t.texts().option(t.lang, field, value))).collect()
}

fn date_parts(t: &T, answers: &Answers, name: &str) -> Vec<DatePart> {
    [("day", 2), ("month", 10), ("year", 4)]
        .into_iter()
        .map(|(part, width)| DatePart {
            part,
            label: t.s(&format!("date-{part}")),
            value: answers.get(&format!("{name}-{part}")).to_owned(),
            width,
        })
        .collect()
}

/// Tokens of the HTML standard that the form uses; anything else is not written.
fn autocomplete(token: Option<&str>) -> &'static str {
    const KNOWN: [&str; 7] =
        ["address-line1", "address-line2", "address-level2", "postal-code", "tel", "email", "country"];
    KNOWN.into_iter().find(|known| Some(*known) == token).unwrap_or("off")
}

/// Countries in the page's order.
pub fn countries(visit: &Visit) -> Vec<Item> {
    visit.state.countries.of(&visit.state.office).items(visit.lang)
}

/// Name and IIN of the account, once both are known.
pub fn applicant(visit: &Visit) -> Option<KnownApplicant> {
    let account = visit.session.as_ref()?.account.as_ref()?;
    let rules = IinRules { allow_test_persons: visit.state.office.is_test() };
    let iin = Iin::parse(account.iin.as_deref()?, rules).ok()?;
    Some(KnownApplicant { name: account.name.clone()?, iin, proven: account.iin_proven })
}

/// Facts that conditions of the form ask for.
pub fn facts_of(visit: &Visit, answers: &Answers) -> Facts {
    match applicant(visit) {
        Some(applicant) => facts(answers, &applicant),
        None => Facts { iin_proven: false, kinship_needed: false },
    }
}

/// Answers of a draft.
pub fn answers(view: &DraftView) -> Answers {
    Answers(view.draft.answers.clone())
}
