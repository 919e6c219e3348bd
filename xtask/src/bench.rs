//! Measurements of the release build, one table row each, printed for people or as one JSON object a line.
//!
//! Here so that figures in the documents can be made again. Must never measure a debug build, never leave out a figure
//! whose peer is missing, and never call a guess a measurement.

use crate::assets;
use crate::process;
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// One measurement.
struct Bench {
    name: &'static str,
    unit: &'static str,
    /// The figure to stay under, in `unit`.
    goal: f64,
    /// Whom we compare with, and the peer's figure measured in this run; `None` where the peer is not on this machine.
    peer: &'static str,
    peer_value: fn(&Workspace) -> Option<f64>,
    /// Does it run the release binary?
    needs_binary: bool,
    measure: fn(&Workspace, &Path) -> Result<f64, String>,
}

/// The registry: a new measurement is a new row.
fn benches() -> Vec<Bench> {
    vec![Bench {
        name: "first_page_assets_bytes",
        unit: "bytes",
        goal: 90_000.0,
        peer: "a first page of egov.kz",
        peer_value: |_| None,
        needs_binary: false,
        measure: |workspace, _| first_page_assets_bytes(workspace),
    }]
}

/// Runs one measurement or all.
pub fn bench(workspace: &Workspace, name: Option<&str>, as_json: bool) -> Result<(), String> {
    let mut chosen = benches();
    if let Some(name) = name {
        let names: Vec<_> = chosen.iter().map(|b| b.name).collect();
        chosen.retain(|b| b.name == name);
        if chosen.is_empty() {
            return Err(format!("no measurement is called {name}; there are: {}", names.join(", ")));
        }
    }
    let binary = workspace.target.join("release/elshi");
    if chosen.iter().any(|b| b.needs_binary) {
        eprintln!("building the release binary (the first time takes about twenty minutes on two cores)");
        process::run(process::cargo().args(["build", "--release", "--package", "elshi"]).current_dir(&workspace.root))?;
        refuse_debug(&binary)?;
    }
    let mut failed = 0_usize;
    for bench in &chosen {
        match (bench.measure)(workspace, &binary) {
            Ok(value) => println!("{}", line(bench, value, (bench.peer_value)(workspace), as_json)),
            Err(why) => {
                failed += 1;
                eprintln!("{}: {why}", bench.name);
            }
        }
    }
    if failed == 0 { Ok(()) } else { Err(format!("{failed} of {} measurements failed", chosen.len())) }
}

/// A debug build measures the compiler's laziness, not the product.
fn refuse_debug(binary: &Path) -> Result<(), String> {
    let profile = binary.parent().and_then(Path::file_name);
    if profile.is_some_and(|p| p == "release") && binary.is_file() {
        return Ok(());
    }
    Err(format!("{} is not a release build; measure with `cargo xtask bench`, which makes one", binary.display()))
}

fn line(bench: &Bench, value: f64, peer: Option<f64>, as_json: bool) -> String {
    let ratio = peer.filter(|p| *p > 0.0).map(|p| value / p);
    if as_json {
        let object = json!({ "bench": bench.name, "unit": bench.unit, "value": value, "peer": bench.peer, "peer_value": peer, "ratio": ratio });
        return object.to_string();
    }
    let met = if value <= bench.goal { "met" } else { "MISSED" };
    let peer = peer.map_or_else(|| "missing".to_string(), |p| format!("{p} {}", bench.unit));
    format!("{}: {value} {} (goal {}: {met}); peer {}: {peer}", bench.name, bench.unit, bench.goal, bench.peer)
}

/// Compressed bytes of what the first page loads beside its own HTML: style, script and the six font files a page with
/// Kazakh text in two weights asks for. The HTML is measured by the running server.
fn first_page_assets_bytes(workspace: &Workspace) -> Result<f64, String> {
    assets::assets(workspace)?;
    let path: PathBuf = workspace.path("assets/dist/manifest.json");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let manifest: Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    sum_first_page(&manifest)
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files stay far below 2^53")]
fn sum_first_page(manifest: &Value) -> Result<f64, String> {
    let size = |name: &str, of: &str| manifest.get(name).and_then(|f| f.get(of)).and_then(Value::as_u64);
    let mut total = 0;
    for name in ["app.css", "app.js"] {
        total += size(name, "gzip").ok_or_else(|| format!("the manifest has no {name}"))?;
    }
    // woff2 is compressed already: the file itself travels.
    let names = manifest.as_object().into_iter().flat_map(|m| m.keys());
    total += names.filter(|n| n.starts_with("fonts/")).filter_map(|n| size(n, "bytes")).sum::<u64>();
    Ok(total as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_is_style_script_and_fonts() {
        let manifest = json!({ "app.css": {"gzip": 10, "bytes": 99}, "app.js": {"gzip": 5, "bytes": 99}, "sign.js": {"gzip": 1000},
            "fonts/a.woff2": {"bytes": 20, "gzip": 21}, "papers/b.ttf": {"bytes": 9999} });
        assert_eq!(sum_first_page(&manifest), Ok(35.0));
        assert!(sum_first_page(&json!({})).is_err());
    }

    #[test]
    fn a_debug_binary_is_refused() {
        assert!(refuse_debug(Path::new("target/debug/elshi")).is_err());
    }

    #[test]
    fn a_missing_peer_is_said() {
        let bench = &benches()[0];
        assert!(line(bench, 1.0, None, false).contains("missing"));
        let object: Value = serde_json::from_str(&line(bench, 3.0, Some(2.0), true)).unwrap();
        assert_eq!(object["ratio"], json!(1.5));
        assert_eq!(serde_json::from_str::<Value>(&line(bench, 3.0, None, true)).unwrap()["peer_value"], Value::Null);
    }
}
