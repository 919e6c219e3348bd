//! One answer against its field's kind and limits, without looking at other answers.

use super::{Answers, Finding, ParseContext, version_name};
use crate::catalogue::Catalogue;
use crate::form::{Field, FieldKind};
use crate::texts::Value;
use domain::country::CountryCode;
use domain::date::{DateError, PartialDate};
use domain::iin::Iin;
use domain::name::{NAME_CHARS_MAX, NameErrorKind, PersonName, TypedName};
use domain::request::Phone;
use jiff::civil::Date;

/// Longest email address, in characters (RFC 5321 4.5.3.1.3 less the angle brackets).
pub const EMAIL_CHARS_MAX: usize = 254;
/// What is wrong with one answer.
pub fn findings(field: &Field, catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Vec<Finding> {
    let name = field.name.as_str();
    let text = answers.tidy(name);
    let empty = if field.kind.is_date() {
        let (day, month, year) = answers.date_parts(name);
        [day, month, year].iter().all(|part| part.trim().is_empty())
    } else {
        text.is_empty()
    };
    if empty {
        return if field.optional { Vec::new() } else { vec![Finding::new(name, "empty")] };
    }
    match field.kind {
        FieldKind::Text | FieldKind::Textarea => too_long(name, &text, field.max.unwrap_or(0)),
        FieldKind::Name => name_part(name, answers.get(name)),
        FieldKind::Iin => match read_iin(answers.get(name), context) {
            Ok(_) => Vec::new(),
            Err(error) => vec![Finding::new(name, error.code())],
        },
        FieldKind::Choice => known(field.options.contains(&text), name, "option"),
        FieldKind::Checkbox => known(text == "yes", name, "option"),
        FieldKind::Consent if text != "yes" => vec![Finding::new(name, "option")],
        FieldKind::Consent => known(is_todays(catalogue, answers, name), name, "changed"),
        FieldKind::Date => date(name, read_date(answers, name)),
        FieldKind::PartialDate => date(name, read_partial_date(answers, name)),
        FieldKind::Country => known(read_country(catalogue, answers, name).is_some(), name, "country"),
        FieldKind::Phone => known(read_phone(catalogue, answers, context).is_some(), name, "format"),
        FieldKind::Email => known(is_email(&text), name, "format"),
    }
}

/// Was the consent given to the words that are shown today?
fn is_todays(catalogue: &Catalogue, answers: &Answers, name: &str) -> bool {
    answers.get(&version_name(name)) == catalogue.consents().newest().version
}

fn known(fine: bool, name: &str, code: &'static str) -> Vec<Finding> {
    if fine { Vec::new() } else { vec![Finding::new(name, code)] }
}

fn too_long(name: &str, text: &str, max: usize) -> Vec<Finding> {
    if text.chars().count() <= max {
        return Vec::new();
    }
    let max = i64::try_from(max).unwrap_or_default();
    vec![Finding::new(name, "too-long").with("max", Value::Number(max))]
}

fn name_part(name: &str, typed: &str) -> Vec<Finding> {
    let errors = PersonName::parse(TypedName { given: typed, ..TypedName::default() }).err().unwrap_or_default();
    let finding = |kind: NameErrorKind| match kind {
        NameErrorKind::Missing => Finding::new(name, kind.code()),
        NameErrorKind::TooLong => {
            let max = i64::try_from(NAME_CHARS_MAX).unwrap_or_default();
            Finding::new(name, kind.code()).with("max", Value::Number(max))
        }
        NameErrorKind::Character(c) => Finding::new(name, kind.code()).with("character", Value::Text(c.to_string())),
    };
    errors.into_iter().map(|error| finding(error.kind)).collect()
}

fn date<T>(name: &str, read: Result<T, DateError>) -> Vec<Finding> {
    read.err().map(|error| Finding::new(name, error.code())).into_iter().collect()
}

/// An IIN as typed: spaces and hyphens are forgiven.
pub fn read_iin(typed: &str, context: &ParseContext) -> Result<Iin, domain::iin::IinError> {
    let digits: String = domain::name::tidy(typed).chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    Iin::parse(&digits, context.rules)
}

/// A whole date.
pub fn read_date(answers: &Answers, name: &str) -> Result<Date, DateError> {
    let (day, month, year) = answers.date_parts(name);
    PartialDate::typed_whole(day, month, year)
}

/// A date of which parts may be missing.
pub fn read_partial_date(answers: &Answers, name: &str) -> Result<PartialDate, DateError> {
    let (day, month, year) = answers.date_parts(name);
    PartialDate::typed(day, month, year)
}

/// A country in use.
pub fn read_country(catalogue: &Catalogue, answers: &Answers, name: &str) -> Option<CountryCode> {
    CountryCode::parse(answers.get(name).trim()).ok().filter(|code| catalogue.country(*code).is_some())
}

/// The telephone number; the country of residence is the default region, else the mission's country.
pub fn read_phone(catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Option<Phone> {
    let host = catalogue.mission(&context.mission).map(|mission| mission.country);
    let country = read_country(catalogue, answers, "address-country").or(host);
    let phone = crate::phone::parse(answers.get("phone"), country.as_ref()).ok()?;
    Some(Phone { takes_texts: answers.get("phone-texts") == "yes", ..phone })
}

/// One `@`, something before it, a host of at least two labels after it.
pub fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let local_fine = !local.is_empty() && !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let characters = local.chars().all(|c| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let host_fine = host.contains('.') && host.split('.').all(label);
    text.chars().count() <= EMAIL_CHARS_MAX && local.len() <= 64 && local_fine && characters && host_fine
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_mail_can_reach_and_those_it_cannot() {
        for good in ["name@example.com", "a.b+c@sub.example.kz", "әлия@пошта.қаз"] {
            assert!(is_email(good), "{good}");
        }
        let long = format!("{}@example.com", "a".repeat(65));
        for bad in [
            "",
            "name",
            "@example.com",
            "a@b",
            "a@b@c.d",
            "a b@c.de",
            "a@-b.de",
            "a@b..de",
            ".a@b.de",
            "a\n@b.de",
            &long,
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
