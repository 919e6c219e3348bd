//! Where the workspace and its target folder are, and which crates it has, as cargo tells it.
//!
//! Every habit needs these; none guesses a path. Must never change anything on disk.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};
use std::path::{Path, PathBuf};

/// The workspace this xtask was built from.
pub struct Workspace {
    /// Folder of the root Cargo.toml.
    pub root: PathBuf,
    /// Cargo's target folder (`CARGO_TARGET_DIR` is honoured).
    pub target: PathBuf,
    /// The members, by name.
    pub members: Vec<Member>,
}

/// One crate of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Package name.
    pub name: String,
    /// Folder relative to the root, `/` between parts.
    pub dir: String,
    /// Names of the packages that the crate itself (not its tests, not its build script) depends on.
    pub needs: Vec<String>,
}

impl Workspace {
    /// Asks cargo. Fails with cargo's own words.
    pub fn find() -> Result<Self, String> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
        let told = MetadataCommand::new().manifest_path(manifest).no_deps().exec();
        let metadata = told.map_err(|e| format!("cargo metadata: {e}"))?;
        let root = metadata.workspace_root.clone().into_std_path_buf();
        let mut members = members(&metadata, &root);
        members.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { target: metadata.target_directory.clone().into_std_path_buf(), root, members })
    }

    /// A path below the root.
    pub fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// Is there a member of this name?
    pub fn has(&self, name: &str) -> bool {
        self.members.iter().any(|m| m.name == name)
    }
}

fn members(metadata: &Metadata, root: &Path) -> Vec<Member> {
    let packages = metadata.workspace_packages();
    let member = |p: &&cargo_metadata::Package| {
        let dir = p.manifest_path.parent().map(|d| d.as_std_path().to_path_buf()).unwrap_or_default();
        let dir = dir.strip_prefix(root).unwrap_or(&dir).to_string_lossy().replace('\\', "/");
        let normal = p.dependencies.iter().filter(|d| d.kind == DependencyKind::Normal);
        Member { name: p.name.to_string(), dir, needs: normal.map(|d| d.name.clone()).collect() }
    };
    packages.iter().map(member).collect()
}
