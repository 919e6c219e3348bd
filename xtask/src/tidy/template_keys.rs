//! Rule: a key that a template asks for exists. A missing one would reach a person as a bare key.
//!
//! Looks at the string literal handed to a function called `s`, `f` or `n`; keys made at run time are beyond it.

use super::texts;
use super::tree::{Fault, Tree};
use std::collections::BTreeSet;

const FUNCTIONS: [&str; 3] = ["s", "f", "n"];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let keys: BTreeSet<String> = texts::all(tree).into_iter().map(|t| t.key).collect();
    let templates = tree.files.iter().filter(|f| {
        let (folder, ext) = (format!("/{}", f.path), f.path.rsplit('.').next());
        folder.contains("/templates/") && matches!(ext, Some("html" | "txt" | "typ"))
    });
    let mut faults = Vec::new();
    for file in templates {
        for (i, line) in file.text().lines().enumerate() {
            let unknown = asked(line).into_iter().filter(|key| !keys.contains(*key));
            faults.extend(unknown.map(|key| Fault::new(&file.path, i + 1, format!("no text has the key {key}"))));
        }
    }
    faults
}

/// Literals of `s("key")`, `t.f("key", ..)`.
fn asked(line: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for (at, open) in line.match_indices("(\"") {
        let (before, after) = line.split_at(at);
        let name = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
        let key = after.strip_prefix(open).and_then(|rest| rest.split('"').next());
        keys.extend(key.filter(|_| FUNCTIONS.contains(&name)));
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_without_a_text_is_found() {
        let page = "<h1>{{ t.s(\"title\") }}</h1>\n{{ t.f(\"gone\", x) }} {{ is(\"other\") }} {{ n(\"also-gone\") }}\n";
        let tree = Tree::of(&[("locales/en/a.ftl", "title = T\n"), ("templates/pages/a.html", page)]);
        let found: Vec<_> = check(&tree).into_iter().map(|f| (f.line, f.said)).collect();
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|(line, said)| *line == 2 && said.contains("gone")), "{found:?}");
    }
}
