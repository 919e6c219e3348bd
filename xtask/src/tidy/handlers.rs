//! Rule: a handler of `crates/web` is at most 40 lines (STYLE.md 1): extract, one verb or query, render.

use super::tree::{Fault, Tree};

const HANDLER_LINES_MAX: usize = 40;
const ROOM: &str = "crates/web/src/";

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, source) in tree.code().filter(|(f, _)| f.path.starts_with(ROOM)) {
        for (line, name, length) in async_functions(&source.code) {
            if length > HANDLER_LINES_MAX {
                let said = format!("handler {name} has {length} lines, at most {HANDLER_LINES_MAX}");
                faults.push(Fault::new(&file.path, line, said));
            }
        }
    }
    faults
}

/// First line, name and length in lines of every `async fn` of a code text.
fn async_functions(code: &str) -> Vec<(usize, String, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let Some((_, rest)) = line.split_once("async fn ") else { continue };
        let name = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        found.push((i + 1, name, length(lines.iter().skip(i))));
    }
    found
}

/// Lines up to the brace that closes the first one, or up to the semicolon of a declaration.
fn length<'a>(lines: impl Iterator<Item = &'a &'a str>) -> usize {
    let (mut depth, mut opened, mut count) = (0_usize, false, 0);
    for line in lines {
        count += 1;
        for c in line.chars() {
            match c {
                '{' => (depth, opened) = (depth + 1, true),
                '}' => depth = depth.saturating_sub(1),
                ';' if !opened => return count,
                _ => {}
            }
        }
        if opened && depth == 0 {
            break;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fat_handler_is_found() {
        let fat = format!("pub async fn post() {{\n{}}}\nfn helper() {{}}\n", "    let a = [1; 2];\n".repeat(40));
        let thin = format!("pub async fn get(\n    a: A,\n) -> B {{\n{}}}\n", "    a();\n".repeat(36));
        let tree =
            Tree::of(&[("crates/web/src/a.rs", &fat), ("crates/web/src/b.rs", &thin), ("crates/store/src/c.rs", &fat)]);
        let found: Vec<_> = check(&tree).into_iter().map(|f| f.said).collect();
        assert_eq!(found, ["handler post has 42 lines, at most 40"]);
    }
}
