//! Assets: npm's packages by the lock file, then one node script, into assets/dist, which the binary embeds.
//!
//! A build script must not call npm, so this habit does. Must never run a package's install script and never
//! touch the network when nothing changed. Progress goes to stderr, so that `bench --json` prints figures alone.

use crate::process;
use crate::workspace::Workspace;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// What dist is made from, relative to assets/.
const SOURCES: [&str; 5] = ["src", "licences", "build.mjs", "package.json", "package-lock.json"];

/// Brings assets/node_modules and assets/dist up to date.
pub fn assets(workspace: &Workspace) -> Result<(), String> {
    let dir = workspace.path("assets");
    install(&dir)?;
    let newest_source = SOURCES.iter().filter_map(|s| newest(&dir.join(s))).max();
    if changed_at(&dir.join("dist/manifest.json")) >= newest_source {
        eprintln!("assets: dist is up to date");
        return Ok(());
    }
    eprintln!("assets: building dist (styles, scripts, fonts, country names)");
    let sizes = process::output(Command::new("node").arg("build.mjs").current_dir(&dir))?;
    eprint!("{sizes}");
    Ok(())
}

/// `npm ci` in a folder with a lock file, only when the lock is newer than what is installed.
pub fn install(dir: &Path) -> Result<(), String> {
    let installed = changed_at(&dir.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed_at(&dir.join("package-lock.json")) {
        return Ok(());
    }
    if !process::on_path("npm") {
        return Err("npm is missing: install Node.js 20 or newer (Debian: apt-get install nodejs npm)".into());
    }
    eprintln!("assets: npm ci in {} (packages of the lock file, no install scripts)", dir.display());
    let quiet = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    process::output(Command::new("npm").args(quiet).current_dir(dir)).map(drop)
}

/// When a file changed last; `None` when it is not there.
fn changed_at(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|m| m.modified()).ok()
}

/// The latest change of a file or of anything below a folder (a removed file changes its folder).
fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path).into_iter().flatten().flatten();
    below.filter_map(|entry| newest(&entry.path())).chain(changed_at(path)).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_change_below_a_folder_counts() {
        let dir = std::env::temp_dir().join(format!("elshi-assets-{}", std::process::id()));
        fs::create_dir_all(dir.join("deep")).unwrap();
        let file = fs::File::create(dir.join("deep/file")).unwrap();
        let future = SystemTime::now() + std::time::Duration::from_secs(3600);
        file.set_modified(future).unwrap();
        assert_eq!(newest(&dir), Some(future));
        assert_eq!(newest(&dir.join("absent")), None);
        fs::remove_dir_all(&dir).unwrap();
    }
}
