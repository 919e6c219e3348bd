//! Pictures of every page for a person to look at: contact sheets at the width of a phone and of a desk, in each language.
//!
//! The tours of tests/browser take them, so that a new page is on the sheets because it is in the gate. Must never count as a test:
//! a tour takes pictures in place of its checks.

use crate::test::browser;
use crate::workspace::Workspace;
use crate::{assets, process};
use std::fs;
use std::process::Command;

/// The languages, each a file tests/browser/every-page-LANG.test.mjs.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// Takes the pictures and makes the sheets in target/screens.
pub fn screens(workspace: &Workspace, lang: Option<&str>) -> Result<(), String> {
    assets::assets(workspace)?;
    browser::prepare(workspace)?;
    let out = workspace.target.join("screens");
    if out.exists() {
        fs::remove_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    }
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let mut tours = browser::node(workspace);
    tours.args(
        LANGUAGES.iter().filter(|l| lang.is_none_or(|one| one == **l)).map(|l| format!("every-page-{l}.test.mjs")),
    );
    process::run(tours.env("ELSHI_PICTURES", &out))?;
    let mut sheets = Command::new("node");
    process::run(sheets.arg("sheets.mjs").arg(&out).current_dir(workspace.path("tests/browser")))?;
    println!("look at {}", out.join("index.html").display());
    Ok(())
}
