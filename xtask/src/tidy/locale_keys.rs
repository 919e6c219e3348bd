//! Rule: every text exists in kk, ru and en, in the file of the same name, with the same variables, and only once.

use super::texts::{self, LANGUAGES, Text};
use super::tree::{Fault, Tree};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(tree: &Tree) -> Vec<Fault> {
    let all = texts::all(tree);
    let mut faults = Vec::new();
    let mut by_key: BTreeMap<(&str, &str), Vec<&Text>> = BTreeMap::new();
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for text in &all {
        by_key.entry((&text.file, &text.key)).or_default().push(text);
        if !seen.insert((text.language, &text.key)) {
            faults.push(Fault::new(
                &text.path,
                text.line,
                format!("{} is written twice in {}", text.key, text.language),
            ));
        }
        if text.value.is_empty() && !has_attribute(&all, text) {
            faults.push(Fault::new(&text.path, text.line, format!("{} is empty", text.key)));
        }
    }
    let mut missing: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for ((file, key), texts) in by_key {
        for language in LANGUAGES.into_iter().filter(|l| !texts.iter().any(|t| t.language == *l)) {
            missing.entry((language, file)).or_default().push(key);
        }
        faults.extend(different_variables(&texts));
    }
    let said = |((language, file), keys): ((&str, &str), Vec<&str>)| {
        let path = format!("locales/{language}/{file}");
        Fault::new(&path, 0, format!("{} missing: {}", keys.len(), keys.join(", ")))
    };
    faults.extend(missing.into_iter().map(said));
    faults
}

/// A message may have attributes only.
fn has_attribute(all: &[Text], text: &Text) -> bool {
    let prefix = format!("{}.", text.key);
    all.iter().any(|t| t.language == text.language && t.key.starts_with(&prefix))
}

fn different_variables(texts: &[&Text]) -> Vec<Fault> {
    let Some(first) = texts.first() else { return vec![] };
    let wanted = texts::variables(&first.value);
    let other = texts.iter().skip(1).filter(|t| texts::variables(&t.value) != wanted);
    let said = |t: &&&Text| {
        let has = texts::variables(&t.value);
        format!("{} has the variables {has:?}, in {} it has {wanted:?}", t.key, first.language)
    };
    other.map(|t| Fault::new(&t.path, t.line, said(&t))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_another_variable_and_a_double_are_found() {
        let tree = Tree::of(&[
            ("locales/kk/a.ftl", "hello = Сәлем, { $name }\nonly = Тек\n"),
            ("locales/ru/a.ftl", "hello = Привет, { $surname }\nhello = Привет, { $name }\n"),
            ("locales/en/a.ftl", "hello = Hello, { $name }\nempty =\n"),
        ]);
        let said: Vec<_> = check(&tree).into_iter().map(|f| f.said).collect();
        assert!(
            said.iter().filter(|s| s.contains("missing: empty, only") || s.contains("1 missing: ")).count() == 3,
            "{said:?}"
        );
        assert!(said.iter().any(|s| s.contains("surname")), "{said:?}");
        assert!(said.iter().any(|s| s.contains("twice")), "{said:?}");
        assert!(said.iter().any(|s| s.contains("empty is empty")), "{said:?}");
    }
}
