//! `docs/findings.md` lists every code with its weight, rule and sentences, as the code has them.

use eds::{Code, Family, Finding, Lang, Severity};

const HEAD: &str = "# Findings\n\nWhat a verification may say, in the order in which it looks. Codes are stable: they are never renamed nor used \
for something else.\n`error` makes a verdict invalid, `unproven` makes it indeterminate, `warning` changes nothing. Made from \
`lib/eds/src/finding/code.rs`;\n`cargo nextest run -p eds findings_page` compares this page with it.\n\n\
| code | weight | rule | en | ru | kk |\n|---|---|---|---|---|---|\n";

fn page() -> String {
    let row = |code: &Code| {
        let finding = Finding::new(*code);
        let weight = match (finding.severity(), finding.family()) {
            (Severity::Error, Family::Policy) => "error (policy)",
            (Severity::Error, Family::Mathematics) => "error",
            (Severity::Unproven, _) => "unproven",
            (Severity::Warning, _) => "warning",
        };
        let said = |lang| finding.sentence(lang);
        let (en, ru, kk) = (said(Lang::En), said(Lang::Ru), said(Lang::Kk));
        format!("| `{}` | {weight} | {} | {en} | {ru} | {kk} |\n", code.as_str(), code.rule())
    };
    HEAD.to_owned() + &Code::ALL.iter().map(row).collect::<String>()
}

#[test]
fn findings_page_is_the_one_in_docs() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/findings.md");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let made = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("findings.md");
    std::fs::write(&made, page()).unwrap();
    // Not assert_eq: the whole page twice would hide what to do.
    assert!(kept == page(), "docs/findings.md differs from the code; copy {} over it", made.display());
}
