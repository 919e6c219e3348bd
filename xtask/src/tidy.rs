//! The house rules that clippy cannot see. One rule is one file below, with a test that shows it failing.
//!
//! Rules get a `Tree` (what git tracks or would track, and what cargo says), so that each can be tried on a made-up one.
//! No rule may change a file or look at anything outside the tree it is given.

mod banned_words;
mod code_map;
mod crate_graph;
mod file_length;
mod handlers;
mod ignored_tests;
mod kazakh;
mod lint_escapes;
mod locale_keys;
mod machine_paths;
mod module_names;
mod opening;
mod panics;
mod real_artefacts;
mod source;
mod template_keys;
mod texts;
mod tree;
mod unfinished;

use crate::workspace::Workspace;
use tree::{Fault, Tree};

/// A rule: its name in the output, and what finds its faults.
type Rule = (&'static str, fn(&Tree) -> Vec<Fault>);

const RULES: [Rule; 17] = [
    ("crates depend one way only", crate_graph::check),
    ("files stay under 500 lines", file_length::check),
    ("every file opens with `//!`", opening::check),
    ("modules have names that say something", module_names::check),
    ("nothing is left unfinished in words", unfinished::check),
    ("no panics outside tests", panics::check),
    ("no lint is switched off with allow", lint_escapes::check),
    ("no test is ignored without a reason", ignored_tests::check),
    ("ARCHITECTURE.md maps the crates that stand", code_map::check),
    ("texts have the same keys and variables in kk, ru, en", locale_keys::check),
    ("keys that pages use exist", template_keys::check),
    ("Kazakh texts are Kazakh", kazakh::check),
    ("texts avoid the banned words", banned_words::check),
    ("no real artefact is in the tree", real_artefacts::check),
    ("no path of one machine", machine_paths::check),
    ("handlers stay under 40 lines", handlers::check),
    ("the allowance list names texts that exist", texts::check_allowances),
];

/// Faults of one rule that are printed; the rest is counted.
const SHOWN_MAX: usize = 40;

/// Runs every rule, prints each fault with its place; fails when there is one.
pub fn tidy(workspace: &Workspace) -> Result<(), String> {
    let tree = Tree::read(workspace)?;
    let mut total = 0;
    for (name, check) in RULES {
        let faults = check(&tree);
        if faults.is_empty() {
            continue;
        }
        println!("\n{name}: {}", faults.len());
        faults.iter().take(SHOWN_MAX).for_each(|f| println!("  {f}"));
        if faults.len() > SHOWN_MAX {
            println!("  ... and {} more", faults.len() - SHOWN_MAX);
        }
        total += faults.len();
    }
    if total > 0 {
        return Err(format!("tidy: {total} faults"));
    }
    println!("tidy: {} rules hold over {} files", RULES.len(), tree.files.len());
    Ok(())
}
