//! The texts of locales/{kk,ru,en}/*.ftl as keys and values, and the list of allowances in docs/locale-allowance.txt.
//!
//! A reader of the part of Fluent that the texts use: messages, terms, attributes, variables, lines that go on. Must never
//! judge a text; the rules beside it do.

use super::tree::{Fault, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// The languages, the source of truth first.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];
const ALLOWANCES: &str = "docs/locale-allowance.txt";
/// Rules a text can be allowed to break.
const RULES: [&str; 3] = ["same", "letters", "word"];

/// One message, term or attribute of one language.
pub struct Text {
    pub path: String,
    pub line: usize,
    pub language: &'static str,
    /// File name below the language's folder.
    pub file: String,
    /// `key` or `key.attribute`.
    pub key: String,
    pub value: String,
}

/// Every text of the tree.
pub fn all(tree: &Tree) -> Vec<Text> {
    let mut texts = Vec::new();
    for language in LANGUAGES {
        let folder = format!("locales/{language}/");
        for file in &tree.files {
            if let Some(name) = file.path.strip_prefix(&folder).filter(|n| n.ends_with(".ftl")) {
                read(file.text(), |line, key, value| {
                    texts.push(Text { path: file.path.clone(), line, language, file: name.into(), key, value });
                });
            }
        }
    }
    texts
}

/// Calls back with line, key and value of every text of a file.
fn read(source: &str, mut found: impl FnMut(usize, String, String)) {
    let mut open: Option<(usize, String, String)> = None;
    let mut message = String::new();
    for (i, line) in source.lines().enumerate() {
        let attribute = line.trim_start().strip_prefix('.').and_then(entry).filter(|_| line.starts_with(' '));
        let (key, value) = match (entry(line), attribute) {
            (Some((key, value)), _) => {
                message = key.into();
                (key.to_string(), value)
            }
            (None, Some((name, value))) => (format!("{message}.{name}"), value),
            (None, None) => {
                if let Some((_, _, text)) = open.as_mut().filter(|_| line.starts_with([' ', '}']) || line.is_empty()) {
                    text.push('\n');
                    text.push_str(line.trim());
                }
                continue;
            }
        };
        if let Some((at, key, text)) = open.replace((i + 1, key, value.into())) {
            found(at, key, text.trim().into());
        }
    }
    if let Some((at, key, text)) = open {
        found(at, key, text.trim().into());
    }
}

/// `key = value` at the start of a line.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim_end();
    let first = key.trim_start_matches('-').chars().next()?;
    let whole = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (first.is_ascii_alphabetic() && whole).then_some((key, value.trim()))
}

/// Names of the variables of a text: `{ $name }`.
pub fn variables(value: &str) -> BTreeSet<String> {
    let after = value.split('$').skip(1);
    after.map(|t| t.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect()).collect()
}

/// The text without what stands in braces: the words a person reads in every case.
pub fn words(value: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in value.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Pairs of rule and key that are allowed: `rule key  # why` a line.
pub fn allowances(tree: &Tree) -> BTreeSet<(String, String)> {
    allowance_lines(tree).into_iter().map(|(_, rule, key, _)| (rule, key)).collect()
}

fn allowance_lines(tree: &Tree) -> Vec<(usize, String, String, bool)> {
    let text = tree.file(ALLOWANCES).map_or("", |f| f.text());
    let mut lines = Vec::new();
    for (i, line) in text.lines().enumerate() {
        let (entry, why) = line.split_once('#').unwrap_or((line, ""));
        let mut parts = entry.split_whitespace();
        if let Some(rule) = parts.next() {
            lines.push((i + 1, rule.into(), parts.next().unwrap_or_default().into(), !why.trim().is_empty()));
        }
    }
    lines
}

/// Rule: an allowance names a rule, a text that exists, and why.
pub fn check_allowances(tree: &Tree) -> Vec<Fault> {
    let keys: BTreeSet<String> = all(tree).into_iter().map(|t| t.key).collect();
    let mut by_place: BTreeMap<usize, String> = BTreeMap::new();
    for (line, rule, key, has_why) in allowance_lines(tree) {
        if !RULES.contains(&rule.as_str()) {
            by_place.insert(line, format!("no rule is called {rule}; there are: {}", RULES.join(", ")));
        } else if !keys.contains(&key) {
            by_place.insert(line, format!("no text has the key {key}"));
        } else if !has_why {
            by_place.insert(line, format!("{key} is allowed without a reason: add `# why`"));
        }
    }
    by_place.into_iter().map(|(line, said)| Fault::new(ALLOWANCES, line, said)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_attributes_and_lines_that_go_on_are_read() {
        let source = "# note = not a key\nhello = Hello, { $name }\n    and { $other }\n    .title = Big\n-brand = Elshi\nn = { $count ->\n    [one] one\n   *[other] many\n}\n";
        let mut seen = Vec::new();
        read(source, |line, key, value| seen.push((line, key, value)));
        let keys: Vec<_> = seen.iter().map(|(l, k, _)| (*l, k.as_str())).collect();
        assert_eq!(keys, [(2, "hello"), (4, "hello.title"), (5, "-brand"), (6, "n")]);
        assert_eq!(variables(&seen[0].2), ["name".to_string(), "other".to_string()].into());
        assert_eq!(words(&seen[0].2).trim(), "Hello, \nand");
    }

    #[test]
    fn an_allowance_needs_a_rule_a_text_and_a_reason() {
        let list = "# a list\nsame iin  # an abbreviation\nsame gone  # old\nfree iin  # typo\nword iin\n";
        let tree = Tree::of(&[("locales/kk/a.ftl", "iin = IIN\n"), (ALLOWANCES, list)]);
        assert_eq!(check_allowances(&tree).iter().map(|f| f.line).collect::<Vec<_>>(), [3, 4, 5]);
        assert!(allowances(&tree).contains(&("same".into(), "iin".into())));
    }
}
