//! Every row of the law's table has a reader in this repository or is said not to be built: `docs/rules.md` against
//! `../shared/domain/rules.toml`. No server runs here.

use crate::harness::skips::left_out;
use std::collections::BTreeSet;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const PARTS: [&str; 4] = ["deadline", "intake", "refusal", "complaint"];
const NOT_BUILT: &str = "not built";

#[test]
fn every_row_of_the_law_is_read_or_said_not_to_be_built() {
    let rules = Path::new(ROOT).join("../shared/domain/rules.toml");
    let Ok(text) = std::fs::read_to_string(&rules) else { return left_out("the law's rows: ../shared is not at hand") };
    let rules: toml::Table = text.parse().unwrap();
    let rows =
        |part: &&str| rules[*part].as_table().unwrap().keys().map(|key| format!("{part}.{key}")).collect::<Vec<_>>();
    let wanted: BTreeSet<String> = PARTS.iter().flat_map(rows).collect();
    assert!(wanted.len() > 30, "{wanted:?}");

    let page = std::fs::read_to_string(Path::new(ROOT).join("docs/rules.md")).unwrap();
    let mut told = BTreeSet::new();
    let mut faults = vec![];
    for line in page.lines().filter(|line| line.starts_with("| ") && line.contains('.')) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [row, file, article] = cells[..] else { panic!("three cells: {line}") };
        assert!(told.insert(row.to_owned()), "{row} stands twice");
        assert!(!article.is_empty(), "{row}");
        if file != NOT_BUILT {
            let named = std::fs::read_to_string(Path::new(ROOT).join(file)).is_ok_and(|text| text.contains(article));
            faults.extend((!named).then(|| format!("{row}: {file} does not name {article}")));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(told, wanted);
}
