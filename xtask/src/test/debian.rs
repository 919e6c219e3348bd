//! Programs that tests call: from Debian where we may install them, named otherwise.
//!
//! Here so that a new machine passes with the same one command. Must never install anything when not run as root.

use super::{Outcome, Run};
use crate::process;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The validator of PDF/A and PDF/UA, from PyPI.
const PAGE_VALIDATION: &str = "page-validation==0.11.0";

/// A Debian package and how we see that what we need of it is there.
pub struct Need {
    pub package: &'static str,
    pub why: &'static str,
    pub there: fn() -> bool,
}

const PROGRAMS: [Need; 11] = [
    Need { package: "poppler-utils", why: "pdftotext reads our papers back", there: || process::on_path("pdftotext") },
    Need { package: "qpdf", why: "checks the structure of PDF files", there: || process::on_path("qpdf") },
    Need { package: "strace", why: "shows fsync before the reply", there: || process::on_path("strace") },
    Need { package: "libengine-gost-openssl", why: "OpenSSL checks our GOST signatures", there: gost_engine },
    Need { package: "default-jdk-headless", why: "runs BouncyCastle", there: || process::on_path("javac") },
    Need { package: "libbcprov-java", why: "BouncyCastle checks our GOST signatures", there: || jar("bcprov") },
    Need { package: "libbcpkix-java", why: "BouncyCastle checks our CMS", there: || jar("bcpkix") },
    Need { package: "kannel", why: "takes our text messages", there: || process::on_path("bearerbox") },
    Need {
        package: "kannel-extras",
        why: "simulates phones",
        there: || Path::new("/usr/lib/kannel/test/fakesmsc").exists(),
    },
    Need { package: "g++", why: "builds libFuzzer", there: || process::on_path("c++") },
    Need { package: "python3-venv", why: "holds the validator of PDF/A and PDF/UA", there: python_venv },
];

/// The step: Debian's programs and the Python validator.
pub fn programs(run: &mut Run) -> Outcome {
    let programs = install(&PROGRAMS);
    match validator(run.workspace) {
        Ok(python) => {
            run.python = Some(python);
            programs.map_or_else(Outcome::Skipped, |()| Outcome::Passed)
        }
        Err(why) => Outcome::Skipped(programs.err().into_iter().chain([why]).collect::<Vec<_>>().join("; ")),
    }
}

/// Installs what is missing when we are root. `Err` says in words what stays missing.
pub fn install(needs: &[Need]) -> Result<(), String> {
    let missing = || needs.iter().filter(|n| !(n.there)()).collect::<Vec<_>>();
    if missing().is_empty() {
        return Ok(());
    }
    if is_root() && process::on_path("apt-get") {
        let packages: Vec<_> = missing().iter().map(|n| n.package).collect();
        eprintln!("installing from Debian: {}", packages.join(" "));
        let apt = |args: &[&str]| {
            let quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"];
            let mut command = Command::new("apt-get");
            // Its words go into the error only: stdout belongs to the figures of `bench --json`.
            process::output(command.args(quiet).args(args).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        apt(&["update"])?;
        apt(&[&["install", "--yes", "--no-install-recommends"], packages.as_slice()].concat())?;
    }
    let still: Vec<_> = missing().iter().map(|n| format!("{} ({})", n.package, n.why)).collect();
    if still.is_empty() { Ok(()) } else { Err(format!("missing, install it with apt-get: {}", still.join(", "))) }
}

/// Are we root? Asked of `id`, so that no unsafe call is needed.
pub fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Python with the validator in a folder of its own, target/venv.
fn validator(workspace: &Workspace) -> Result<PathBuf, String> {
    let venv = workspace.target.join("venv");
    let python = venv.join("bin/python");
    let there = || process::works(Command::new(&python).args(["-c", "import page"]));
    if !there() {
        println!("installing {PAGE_VALIDATION} into {}", venv.display());
        process::run(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        process::run(Command::new(&python).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            PAGE_VALIDATION,
        ]))?;
    }
    if there() { Ok(python) } else { Err("page-validation does not load: PDF/A and PDF/UA are not checked".into()) }
}

/// OpenSSL's GOST engine lies in a folder named after the machine's kind.
pub fn gost_engine() -> bool {
    let libs = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    libs.map(|dir| dir.path().join("engines-3/gost.so")).any(|so: PathBuf| Path::is_file(&so))
}

/// A library of Java, where Debian puts them.
fn jar(name: &str) -> bool {
    Path::new("/usr/share/java").join(name).with_extension("jar").is_file()
}

/// Can Python make a folder of its own with pip in it? Debian packs that part apart.
fn python_venv() -> bool {
    process::works(Command::new("python3").args(["-c", "import venv, ensurepip"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_installed_when_nothing_is_missing() {
        let there = Need { package: "no-such-package-of-debian", why: "never asked for", there: || true };
        assert_eq!(install(&[there]), Ok(()));
    }
}
