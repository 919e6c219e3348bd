//! What every measurement needs: release programs, built once, and a place to run them in.
//!
//! Here so that no measurement builds or finds a program by itself. Must never hand out a debug program, and nothing at all under
//! `cargo test`: a busy test machine gives figures that mean nothing.

use super::server::Place;
use crate::workspace::Workspace;
use crate::{assets, process};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Release programs of a workspace.
pub struct Rig<'a> {
    pub workspace: &'a Workspace,
    built: Cell<bool>,
}

impl<'a> Rig<'a> {
    /// Builds nothing yet.
    pub fn new(workspace: &'a Workspace) -> Result<Self, String> {
        if cfg!(test) {
            return Err("nothing is timed under `cargo test`; use `cargo xtask bench`".to_owned());
        }
        Ok(Self { workspace, built: Cell::new(false) })
    }

    /// A fresh place for the server, whose release binary is built when it is missing or old.
    pub fn place(&self, name: &str) -> Result<Place, String> {
        if !self.built.get() {
            assets::assets(self.workspace)?;
            eprintln!("the first release build of the server takes about twenty minutes on two cores");
            self.build(&["--package", "elshi", "--package", "testkit", "--bins"])?;
            self.built.set(true);
        }
        refuse_debug(&self.release().join("elshi"))?;
        Place::fresh(self.workspace, name)
    }

    /// An example of a crate, ready to run.
    pub fn example(&self, package: &str, name: &str) -> Result<Command, String> {
        self.build(&["--package", package, "--example", name])?;
        let program = self.release().join("examples").join(name);
        refuse_debug(&program)?;
        Ok(Command::new(program))
    }

    fn release(&self) -> PathBuf {
        self.workspace.target.join("release")
    }

    fn build(&self, what: &[&str]) -> Result<(), String> {
        eprintln!("building {}", what.join(" "));
        process::run(
            process::cargo().args(["build", "--release", "--quiet"]).args(what).current_dir(&self.workspace.root),
        )
    }
}

/// A debug build measures the compiler's laziness, not the product.
fn refuse_debug(program: &Path) -> Result<(), String> {
    let of_release = program.ancestors().skip(1).take(2).any(|folder| folder.ends_with("release"));
    if of_release && program.is_file() {
        return Ok(());
    }
    Err(format!("{} is not a release build; measure with `cargo xtask bench`, which makes one", program.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_debug_program_is_refused() {
        let own = std::env::current_exe().unwrap();
        assert!(own.is_file() && refuse_debug(&own).is_err(), "{}", own.display());
        assert!(refuse_debug(Path::new("target/release/no-such-program")).is_err());
    }

    #[test]
    fn nothing_is_timed_under_cargo_test() {
        let workspace = Workspace { root: PathBuf::new(), target: PathBuf::new(), members: vec![] };
        assert!(Rig::new(&workspace).is_err());
    }
}
