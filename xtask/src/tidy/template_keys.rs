//! Rule: a key that a template or a page's code asks for exists. A missing one would reach a person as a bare key.
//!
//! Looks at the string literal handed to a function called `s`, `f`, `f2` or `n`; keys made at run time are beyond it.

use super::texts;
use super::tree::{Fault, Tree};
use std::collections::BTreeSet;

const FUNCTIONS: [&str; 4] = ["s", "f", "f2", "n"];
/// Rooms whose code asks for texts by these functions.
const ROOMS: [&str; 2] = ["crates/web/src/", "crates/elshi/src/"];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let keys: BTreeSet<String> = texts::all(tree).into_iter().map(|t| t.key).collect();
    let templates = tree.files.iter().filter(|f| {
        let (folder, ext) = (format!("/{}", f.path), f.path.rsplit('.').next());
        folder.contains("/templates/") && matches!(ext, Some("html" | "txt" | "typ"))
    });
    let code = tree.code().filter(|(f, _)| ROOMS.iter().any(|room| f.path.starts_with(room)));
    let code = code.map(|(file, source)| (file, source.code.lines().count()));
    let mut faults = Vec::new();
    for (file, lines) in templates.map(|f| (f, usize::MAX)).chain(code) {
        for (i, line) in file.text().lines().take(lines).enumerate() {
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
        let code = "fn a(t: T) { t.s(\"title\") }\n#[cfg(test)]\nmod tests {\n    fn b(t: T) { t.s(\"made-up\") }\n}\n";
        let text = ("locales/en/a.ftl", "title = T\n");
        let tree = Tree::of(&[text, ("templates/pages/a.html", page), ("crates/web/src/a.rs", code)]);
        let found: Vec<_> = check(&tree).into_iter().map(|f| (f.line, f.said)).collect();
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|(line, said)| *line == 2 && said.contains("gone")), "{found:?}");
    }
}
