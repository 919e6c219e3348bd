//! The form as data: sections are pages, fields have a kind, limits and a condition under which they are asked.
//!
//! No words here: every text is a Fluent key built from the field's name. No rule of law here either: those are `domain`'s.

mod load;

use crate::answers::Answers;
use domain::documents::DocumentKind;
use serde::Deserialize;

/// Deepest chain of conditions (a field asked because of a field asked because of a field).
const CONDITION_DEPTH_MAX: usize = 6;

/// The form.
#[derive(Clone, Debug)]
pub struct Form {
    /// The sections in order.
    pub sections: Vec<Section>,
}

/// A section: one page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable name; texts are `section-<id>-title` and `-intro`.
    pub id: String,
    /// The fields in order.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
    /// The documents that are uploaded here, in order.
    #[serde(default, rename = "upload")]
    pub uploads: Vec<Upload>,
}

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable name of the answer. A date has three answers: `<name>-day`, `<name>-month`, `<name>-year`.
    pub name: String,
    /// How it is asked and read.
    pub kind: FieldKind,
    /// May be empty.
    #[serde(default)]
    pub optional: bool,
    /// Longest text in characters.
    #[serde(default)]
    pub max: Option<usize>,
    /// Answers to choose from.
    #[serde(default)]
    pub options: Vec<String>,
    /// What is filled in at first.
    #[serde(default)]
    pub default: Option<String>,
    /// Name under which the texts stand, when several fields share them.
    #[serde(default)]
    pub texts: Option<String>,
    /// Fields of one group stand together under `group-<group>`.
    #[serde(default)]
    pub group: Option<String>,
    /// HTML autocomplete token.
    #[serde(default)]
    pub autocomplete: Option<String>,
    /// An enclosed paper can confirm it: an officer holds it against the papers.
    #[serde(default)]
    pub on_paper: bool,
    /// Asked only then.
    #[serde(default)]
    pub show_when: Option<Condition>,
}

/// How a field is asked and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Textarea,
    /// Part of a person's name.
    Name,
    /// IIN.
    Iin,
    /// One of the options.
    Choice,
    /// `yes` when checked.
    Checkbox,
    /// `yes` when checked, with the version of the words that were read: the answer `<name>-version`.
    Consent,
    /// A whole date.
    Date,
    /// A date whose day or month may be missing.
    PartialDate,
    /// A country code.
    Country,
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
}

impl FieldKind {
    /// True for the kinds with three answers.
    pub fn is_date(self) -> bool {
        matches!(self, FieldKind::Date | FieldKind::PartialDate)
    }
}

/// A document to upload.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upload {
    /// Which document.
    pub kind: DocumentKind,
    /// May be missing.
    #[serde(default)]
    pub optional: bool,
    /// Asked only then.
    #[serde(default)]
    pub show_when: Option<Condition>,
}

impl Upload {
    /// The name that findings and texts use: `upload-<kind>`.
    pub fn name(&self) -> String {
        format!("upload-{}", self.kind.as_str())
    }
}

/// A condition on one answer, on any of several, or on a computed fact.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The answer of this field.
    #[serde(default)]
    pub field: Option<String>,
    /// The answer of any of these fields.
    #[serde(default)]
    pub any: Vec<String>,
    /// A fact: `iin` or `kinship`.
    #[serde(default)]
    pub computed: Option<String>,
    /// It is one of these.
    #[serde(default)]
    pub is: Vec<String>,
    /// It is none of these.
    #[serde(default)]
    pub is_not: Vec<String>,
}

/// Facts that conditions may ask for and that are no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The applicant's IIN was proven by an EDS.
    pub iin_proven: bool,
    /// A document of close relationship is asked for.
    pub kinship_needed: bool,
}

impl Facts {
    fn value(self, name: &str) -> &'static str {
        match (name, self.iin_proven, self.kinship_needed) {
            ("iin", true, _) => "proven",
            ("iin", false, _) => "declared",
            ("kinship", _, true) => "needed",
            ("kinship", _, false) => "not_needed",
            _ => "",
        }
    }
}

impl Form {
    /// What is filled in at first in a new draft.
    pub fn defaults(&self) -> Answers {
        let mut answers = Answers::default();
        for field in self.sections.iter().flat_map(|section| &section.fields) {
            if let Some(value) = &field.default {
                answers.set(&field.name, value);
            }
        }
        answers
    }

    /// A section.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The section before and after `id`.
    pub fn neighbours(&self, id: &str) -> (Option<&Section>, Option<&Section>) {
        let place = self.sections.iter().position(|section| section.id == id);
        let at = |place: Option<usize>| place.and_then(|place| self.sections.get(place));
        (at(place.and_then(|place| place.checked_sub(1))), at(place.map(|place| place + 1)))
    }

    /// A field, wherever it is asked.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.sections.iter().flat_map(|section| &section.fields).find(|field| field.name == name)
    }

    /// The section in which a field (or an upload's name) is asked.
    pub fn section_of(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| {
            section.fields.iter().any(|field| field.name == name)
                || section.uploads.iter().any(|upload| upload.name() == name)
        })
    }

    /// The fields of `section` that are asked, given the answers so far.
    pub fn shown<'a>(&'a self, section: &'a Section, answers: &Answers, facts: Facts) -> Vec<&'a Field> {
        section.fields.iter().filter(|field| self.is_shown(&field.name, answers, facts)).collect()
    }

    /// The uploads of `section` that are asked for.
    pub fn uploads<'a>(&'a self, section: &'a Section, answers: &Answers, facts: Facts) -> Vec<&'a Upload> {
        section.uploads.iter().filter(|upload| self.holds(upload.show_when.as_ref(), answers, facts, 0)).collect()
    }

    /// The fields of `section` to put on the page when conditions on the same page are left to the reader's eye or to the script:
    /// those whose conditions on other sections hold.
    pub fn on_page<'a>(&'a self, section: &'a Section, answers: &Answers, facts: Facts) -> Vec<&'a Field> {
        let asked_here = |condition: &Condition| {
            condition.field.iter().chain(&condition.any).any(|name| section.fields.iter().any(|f| &f.name == name))
        };
        let open = |field: &&Field| match &field.show_when {
            Some(condition) if asked_here(condition) => true,
            condition => self.holds(condition.as_ref(), answers, facts, 0),
        };
        section.fields.iter().filter(open).collect()
    }

    /// Is the field asked, given the answers so far?
    pub fn is_shown(&self, name: &str, answers: &Answers, facts: Facts) -> bool {
        self.asked(name, answers, facts, 0)
    }

    fn asked(&self, name: &str, answers: &Answers, facts: Facts, depth: usize) -> bool {
        self.field(name).is_some_and(|field| self.holds(field.show_when.as_ref(), answers, facts, depth))
    }

    fn holds(&self, condition: Option<&Condition>, answers: &Answers, facts: Facts, depth: usize) -> bool {
        let Some(condition) = condition else { return true };
        if depth > CONDITION_DEPTH_MAX {
            return false;
        }
        let fits = |value: &str| {
            (condition.is.is_empty() || condition.is.iter().any(|is| is == value))
                && !condition.is_not.iter().any(|is_not| is_not == value)
        };
        let field_fits = |name: &String| self.asked(name, answers, facts, depth + 1) && fits(answers.get(name));
        if let Some(fact) = &condition.computed {
            return fits(facts.value(fact));
        }
        condition.field.iter().chain(&condition.any).any(field_fits)
    }
}
