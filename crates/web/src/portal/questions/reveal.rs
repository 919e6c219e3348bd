//! Questions that depend on another answer of the same page. Without a script all of them are seen; with one, those of the other choices fold away.

use super::{Asked, control};
use crate::forms::Control;
use crate::forms::control::Kind;
use service::form::{Field, FieldKind};

/// More dependent questions than this do not fold into a choice: they stand on the page while the choice is open or made.
const FOLDED_MAX: usize = 6;

/// The question with the dependent ones folded into its choices.
pub fn with_reveals(asked: &Asked<'_>, on_page: &[&Field], field: &Field) -> Control {
    let mut question = control(asked, field);
    if question.kind == Kind::Radios {
        for item in &mut question.items {
            let folded = folded(on_page, field, &item.value);
            item.reveals = folded
                .into_iter()
                .map(|inner| {
                    let mut inner = with_reveals(asked, on_page, inner).plain();
                    if let Some(copy) = copy_of(inner.name.as_str(), on_page, &item.value) {
                        inner.id = copy;
                    }
                    if !item.checked {
                        inner.error = None;
                        if is_shared(inner.name.as_str(), on_page) {
                            inner = inner.value("");
                        }
                    }
                    inner
                })
                .collect();
        }
    }
    question
}

/// True for a question with a place of its own in the order of the page, at this state of the answers.
pub fn stands_alone(asked: &Asked<'_>, on_page: &[&Field], field: &Field) -> bool {
    let Some(condition) = &field.show_when else { return true };
    let Some(holder) = condition.field.as_ref().and_then(|name| on_page.iter().find(|one| &one.name == name)) else {
        // Asked because of another section, which the form has judged; or because of a question of this one that is not asked.
        return !condition.field.as_ref().is_some_and(|name| asked.section.fields.iter().any(|one| &one.name == name));
    };
    if is_radios(holder) && condition.is_not.is_empty() && condition.is.iter().all(|value| fits(on_page, holder, value))
    {
        return false;
    }
    let holder_seen = stands_alone(asked, on_page, holder) || is_folded_somewhere(on_page, holder);
    let open = asked.answers.get(&holder.name).is_empty() && holder.default.is_none();
    let first = holder.options.first();
    let guessed = if is_radios(holder) { condition.is.iter().any(|value| Some(value) == first) } else { true };
    holder_seen && (asked.form.is_shown(&field.name, asked.answers, asked.facts) || (open && guessed))
}

fn is_folded_somewhere(on_page: &[&Field], field: &Field) -> bool {
    field
        .show_when
        .as_ref()
        .and_then(|condition| condition.field.as_ref())
        .is_some_and(|name| on_page.iter().find(|one| &one.name == name).is_some_and(|holder| is_radios(holder)))
}

fn is_radios(field: &Field) -> bool {
    field.kind == FieldKind::Choice && field.options.len() <= super::RADIOS_MAX
}

fn folded<'a>(on_page: &[&'a Field], holder: &Field, value: &str) -> Vec<&'a Field> {
    if fits(on_page, holder, value) { dependents(on_page, holder, value) } else { vec![] }
}

fn fits(on_page: &[&Field], holder: &Field, value: &str) -> bool {
    dependents(on_page, holder, value).len() <= FOLDED_MAX
}

fn dependents<'a>(on_page: &[&'a Field], holder: &Field, value: &str) -> Vec<&'a Field> {
    let depends = |field: &&Field| {
        field.show_when.as_ref().is_some_and(|condition| {
            condition.field.as_ref() == Some(&holder.name)
                && condition.is_not.is_empty()
                && condition.is.iter().any(|is| is == value)
        })
    };
    on_page.iter().copied().filter(depends).collect()
}

/// A question that belongs to several choices is written under each; all but the first need an id of their own.
fn copy_of(name: &str, on_page: &[&Field], value: &str) -> Option<String> {
    let field = on_page.iter().find(|field| field.name == name)?;
    let is = &field.show_when.as_ref()?.is;
    (is_shared(name, on_page) && is.first().map(String::as_str) != Some(value)).then(|| format!("{name}-{value}"))
}

fn is_shared(name: &str, on_page: &[&Field]) -> bool {
    on_page
        .iter()
        .any(|field| field.name == name && field.show_when.as_ref().is_some_and(|condition| condition.is.len() > 1))
}
