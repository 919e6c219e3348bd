//! Rule: nothing unfinished is named in the code (STYLE.md 17): finish it, or write an issue with its number beside it.

use super::tree::{Fault, Tree};

/// Whole words, as written.
const MARKS: [&str; 4] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("HA", "CK")];
/// Whole words in any case.
const PHRASES: [&str; 3] = [concat!("for", " now"), concat!("st", "ub"), concat!("place", "holder")];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, source) in tree.code() {
        for (i, line) in source.comments.lines().enumerate() {
            if let Some(mark) = mark(line) {
                faults.push(Fault::new(&file.path, i + 1, format!("says `{mark}`")));
            }
        }
    }
    faults
}

fn mark(comment: &str) -> Option<&'static str> {
    let lower = comment.to_lowercase();
    MARKS.into_iter().find(|m| has_word(comment, m)).or_else(|| PHRASES.into_iter().find(|p| has_word(&lower, p)))
}

/// Does the text have these words with nothing of a word on either side?
pub fn has_word(text: &str, words: &str) -> bool {
    let of_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(words).any(|(at, found)| {
        let (before, after) = text.split_at(at);
        !of_word(before.chars().next_back()) && !of_word(after.strip_prefix(found).and_then(|t| t.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfinished_business_is_found_in_comments_only() {
        let mark = MARKS[0];
        let text = format!("// {mark}: later\nlet {} = \"{mark}\"; // good {}\n", mark.to_lowercase(), PHRASES[0]);
        let lines: Vec<_> = check(&Tree::of(&[("crates/a/src/a.rs", &text)])).iter().map(|f| f.line).collect();
        assert_eq!(lines, [1, 2]);
    }

    #[test]
    fn a_part_of_a_word_is_no_word() {
        assert!(has_word("put it off, later.", "later") && has_word("later", "later"));
        assert!(!has_word("collateral", "later") && !has_word("later_on", "later") && !has_word("кейін", "ейін"));
    }
}
