//! Reads `services/death-abroad/form/*.toml` and refuses a form that could not be asked.

use super::{CONDITION_DEPTH_MAX, Condition, Field, FieldKind, Form, Section};
use crate::catalogue::{Files, LoadError, toml};
use std::collections::BTreeSet;

const FOLDER: &str = "services/death-abroad/form/";

impl Form {
    pub(crate) fn load(files: &Files) -> Result<Form, LoadError> {
        let mut form = Form { sections: Vec::new() };
        let mut names = BTreeSet::new();
        let paths = files.range(FOLDER.to_owned()..).map(|(path, _)| path).take_while(|path| path.starts_with(FOLDER));
        for path in paths.filter(|path| path.ends_with(".toml")) {
            let section: Section = toml(files, path)?;
            let bad = |reason: String| LoadError { file: path.clone(), line: 0, reason };
            for field in &section.fields {
                check(field).map_err(bad)?;
                if !names.insert(field.name.clone()) {
                    return Err(bad(format!("{} appears twice", field.name)));
                }
            }
            if section.fields.is_empty() || form.section(&section.id).is_some() || !is_name(&section.id) {
                return Err(bad(format!("section {:?} is empty, doubled or misnamed", section.id)));
            }
            form.sections.push(section);
        }
        if form.sections.is_empty() {
            return Err(LoadError { file: FOLDER.to_owned(), line: 0, reason: "no sections".to_owned() });
        }
        form.check_conditions()?;
        Ok(form)
    }

    fn check_conditions(&self) -> Result<(), LoadError> {
        for section in &self.sections {
            let conditions = section.fields.iter().map(|field| (field.name.clone(), field.show_when.as_ref()));
            let uploads = section.uploads.iter().map(|upload| (upload.name(), upload.show_when.as_ref()));
            for (name, condition) in conditions.chain(uploads) {
                let Some(condition) = condition else { continue };
                let bad = |reason: &str| {
                    let file = format!("{FOLDER}*.toml ({})", section.id);
                    LoadError { file, line: 0, reason: format!("{name}: {reason}") }
                };
                self.check_condition(condition).map_err(bad)?;
                if self.depth(condition, 0) > CONDITION_DEPTH_MAX {
                    return Err(bad("conditions run in a circle or too deep"));
                }
            }
        }
        Ok(())
    }

    fn check_condition(&self, condition: &Condition) -> Result<(), &'static str> {
        let fields = condition.field.iter().count() + condition.any.len();
        match (&condition.computed, fields) {
            (Some(fact), 0) if fact == "iin" || fact == "kinship" => {}
            (None, 1..) => {}
            _ => return Err("a condition names a field, several fields, or the fact iin or kinship"),
        }
        if condition.is.is_empty() && condition.is_not.is_empty() {
            return Err("a condition says is or is_not");
        }
        for name in condition.field.iter().chain(&condition.any) {
            let field = self.field(name).ok_or("a condition names a field that is not asked")?;
            let known = |value: &String| value.is_empty() || field.options.contains(value) || field.options.is_empty();
            if !condition.is.iter().chain(&condition.is_not).all(known) {
                return Err("a condition names an answer that cannot be chosen");
            }
        }
        Ok(())
    }

    fn depth(&self, condition: &Condition, so_far: usize) -> usize {
        if so_far > CONDITION_DEPTH_MAX {
            return so_far;
        }
        let parents = condition.field.iter().chain(&condition.any).filter_map(|name| self.field(name));
        parents
            .filter_map(|field| field.show_when.as_ref())
            .map(|parent| self.depth(parent, so_far + 1))
            .max()
            .unwrap_or(so_far)
    }
}

fn check(field: &Field) -> Result<(), String> {
    let name = &field.name;
    if !is_name(name) || field.texts.as_deref().is_some_and(|texts| !is_name(texts)) {
        return Err(format!("{name:?} is not a field name"));
    }
    let text = matches!(field.kind, FieldKind::Text | FieldKind::Textarea);
    if text != field.max.is_some() {
        return Err(format!("{name}: text has a max, nothing else has"));
    }
    if (field.kind == FieldKind::Choice) != (field.options.len() >= 2) {
        return Err(format!("{name}: a choice has at least two options, nothing else has"));
    }
    let chosen = |value: &String| match field.kind {
        FieldKind::Choice => field.options.contains(value),
        FieldKind::Country => domain::country::CountryCode::parse(value).is_ok(),
        _ => false,
    };
    if field.default.as_ref().is_some_and(|value| !chosen(value)) {
        return Err(format!("{name}: only a choice or a country has a default, one of its answers"));
    }
    let distinct: BTreeSet<&String> = field.options.iter().collect();
    let plain = |option: &String| option.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'+'));
    if distinct.len() != field.options.len() || !field.options.iter().all(plain) {
        return Err(format!("{name}: an option is doubled or misnamed"));
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
