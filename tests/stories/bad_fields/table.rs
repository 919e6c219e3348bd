//! The tables of wrong input, read from `table.txt` and `elsewhere.txt`: pages with their wrong answers, and the sentences told elsewhere.

use std::path::Path;

/// Where the tables lie, from the folder of this package.
const FOLDER: &str = "../../tests/stories/bad_fields";

/// A page with what may be typed wrongly on it.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Who opens it.
    pub who: String,
    /// Its address after the language, with `{placeholders}`.
    pub address: String,
    /// Value of the button that is pressed; empty: the first.
    pub button: String,
    /// Typed before each line, so that nothing else is wrong.
    pub base: Vec<(String, String)>,
    /// Its lines.
    pub wrongs: Vec<Wrong>,
}

/// One wrong input.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// What is typed.
    pub typed: Vec<(String, String)>,
    /// The field at which the sentence stands.
    pub field: String,
    /// Key of the sentence.
    pub key: String,
}

/// A sentence that no line of the table can call forth.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// Its key.
    pub key: String,
    /// The test that shows it, from the folder of the project; `-`: none yet.
    pub test: String,
}

/// Every page of the table.
pub fn sheets() -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = vec![];
    for line in lines("table.txt") {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        if let Some(head) = parts[0].strip_prefix("== ") {
            let (who, address) = head.split_once(' ').unwrap_or_else(|| panic!("WHO ADDRESS: {line}"));
            let [_, button, base] = parts[..] else { panic!("three parts: {line}") };
            let (who, address, button) = (who.to_owned(), address.to_owned(), button.to_owned());
            sheets.push(Sheet { who, address, button, base: pairs(base), wrongs: vec![] });
            continue;
        }
        let [typed, field, key] = parts[..] else { panic!("three parts: {line}") };
        let wrong = Wrong { typed: pairs(typed), field: field.to_owned(), key: key.to_owned() };
        sheets.last_mut().unwrap_or_else(|| panic!("no page above {line}")).wrongs.push(wrong);
    }
    sheets
}

/// Every sentence that is told elsewhere.
pub fn elsewhere() -> Vec<Elsewhere> {
    let (mut all, mut test) = (vec![], String::new());
    for line in lines("elsewhere.txt") {
        match line.strip_prefix("== ") {
            Some(head) => head.split(' ').next().unwrap_or_default().clone_into(&mut test),
            None => {
                all.extend(line.split_whitespace().map(|key| Elsewhere { key: key.to_owned(), test: test.clone() }))
            }
        }
    }
    all
}

/// Keys of the sentences of `locales/en` that say what is wrong.
pub fn keys_of_errors() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en");
    let mut keys = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let named = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        keys.extend(named.filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned())));
    }
    keys.retain(|key| key.split('-').any(|part| part == "error") && !key.starts_with("frame-"));
    keys.sort();
    keys
}

/// True when the text of a test names the key: as it is, or as a pattern `"…-{one}"` with the missing words quoted beside it.
pub fn names(test: &str, key: &str) -> bool {
    let quoted: Vec<&str> = test.split('"').collect();
    let is_pattern = |text: &&str| -> bool {
        let Some((before, rest)) = text.split_once('{') else { return false };
        let Some((_, after)) = rest.split_once('}') else { return false };
        let middle = key.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        before.contains("error") && middle.is_some_and(|middle| quoted.contains(&middle))
            || after.contains("error") && middle.is_some_and(|middle| quoted.contains(&middle))
    };
    quoted.contains(&key) || quoted.iter().any(is_pattern)
}

fn lines(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join(file);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// `name=value&name=value`, as typed.
fn pairs(text: &str) -> Vec<(String, String)> {
    let pair = |one: &str| {
        let (name, value) = one.split_once('=').unwrap_or_else(|| panic!("NAME=VALUE: {one}"));
        (name.to_owned(), value.to_owned())
    };
    text.split('&').filter(|one| !one.is_empty()).map(pair).collect()
}
