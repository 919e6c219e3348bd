//! Rule: a Kazakh text is Kazakh: not the Russian or English one copied, and a long one has letters only Kazakh has.

use super::texts::{self, Text};
use super::tree::{Fault, Tree};
use std::collections::BTreeMap;

/// Longer texts without one of the letters are suspected of being Russian.
const SUSPECT_CHARS_MIN: usize = 60;
/// Letters of the Kazakh alphabet that Russian has not.
const LETTERS: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

pub fn check(tree: &Tree) -> Vec<Fault> {
    let all = texts::all(tree);
    let allowed = texts::allowances(tree);
    let is_allowed = |rule: &str, key: &str| allowed.contains(&(rule.into(), key.into()));
    let others: BTreeMap<(&str, &str), &Text> =
        all.iter().filter(|t| t.language != "kk").map(|t| ((t.language, t.key.as_str()), t)).collect();
    let mut faults = Vec::new();
    for text in all.iter().filter(|t| t.language == "kk") {
        let words = texts::words(&text.value);
        let has_words = words.chars().any(char::is_alphabetic);
        for language in ["ru", "en"] {
            let same = others.get(&(language, text.key.as_str())).is_some_and(|o| o.value == text.value);
            if has_words && same && !is_allowed("same", &text.key) {
                faults.push(Fault::new(&text.path, text.line, format!("{} is the same as in {language}", text.key)));
            }
        }
        let long = words.chars().count() > SUSPECT_CHARS_MIN;
        if long && !words.contains(|c| LETTERS.contains(c)) && !is_allowed("letters", &text.key) {
            faults.push(Fault::new(&text.path, text.line, format!("{} has no letter that only Kazakh has", text.key)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_text_and_a_russian_one_are_found() {
        let russian = "Это предложение написано на русском языке и довольно длинное";
        let tree = Tree::of(&[
            (
                "locales/kk/a.ftl",
                &format!("copied = Да\nlong = {russian} по виду\nshort = Иә\nmail = E-mail\nbare = {{ $a }}\n"),
            ),
            ("locales/ru/a.ftl", "copied = Да\nlong = Другое\nshort = Да\nmail = E-mail\nbare = { $a }\n"),
            ("docs/locale-allowance.txt", "same mail  # an international word\n"),
        ]);
        let said: Vec<_> = check(&tree).into_iter().map(|f| f.said).collect();
        assert_eq!(said, ["copied is the same as in ru", "long has no letter that only Kazakh has"]);
    }
}
