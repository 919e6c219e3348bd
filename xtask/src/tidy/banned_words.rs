//! Rule: words that hurt or blame are not used (UX.md 5, row 24; 2.16): plain "died", no congratulation, no "invalid".

use super::texts;
use super::tree::{Fault, Tree};
use super::unfinished::has_word;

/// Language and word, in small letters. Words marked as stems also count with an ending.
const BANNED: [(&str, &str, bool); 11] = [
    ("en", "passed away", false),
    ("en", "loved one", false),
    ("en", "loved ones", false),
    ("en", "congratulations", false),
    ("en", "invalid", false),
    ("en", "please note", false),
    ("ru", "услугополучател", true),
    ("ru", "услугодател", true),
    ("ru", "поздравля", true),
    ("kk", "өлген", true),
    ("kk", "құттықтаймыз", false),
];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let allowed = texts::allowances(tree);
    let mut faults = Vec::new();
    for text in texts::all(tree) {
        let lower = text.value.to_lowercase();
        for (language, word, is_stem) in BANNED {
            let found = if is_stem { lower.contains(word) } else { has_word(&lower, word) };
            if language == text.language && found && !allowed.contains(&("word".into(), text.key.clone())) {
                faults.push(Fault::new(&text.path, text.line, format!("{} says \"{word}\"", text.key)));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_are_found_in_their_language() {
        let tree = Tree::of(&[
            ("locales/en/a.ftl", "a = Your IIN is Invalid\nb = Invalidity pension\n"),
            ("locales/ru/a.ftl", "a = Данные услугополучателя\nlaw = услугополучатель\n"),
            ("locales/kk/a.ftl", "a = Өлген адам\n"),
            ("docs/locale-allowance.txt", "word law  # the law's own title\n"),
        ]);
        let found: Vec<_> = check(&tree).into_iter().map(|f| f.path).collect();
        assert_eq!(found, ["locales/kk/a.ftl", "locales/ru/a.ftl", "locales/en/a.ftl"]);
    }
}
