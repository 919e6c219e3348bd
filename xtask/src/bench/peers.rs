//! Programs of others that do the work of a figure: OpenSSL with Debian's gost engine, BouncyCastle, the load generator wrk.
//!
//! Installed from Debian when we are root, named otherwise. Their sources under `peer/` say what they do. Must never be linked into
//! anything of ours.

use crate::process;
use crate::test::debian::{self, Need};
use crate::workspace::Workspace;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What libcrypto is asked to do.
const OPENSSL_SOURCE: &str = include_str!("peer/openssl.c");
/// What BouncyCastle is asked to do.
const BOUNCY_CASTLE_SOURCE: &str = include_str!("peer/BouncyCastle.java");
/// Debian's archive of BouncyCastle.
const BOUNCY_CASTLE: &str = "/usr/share/java/bcprov.jar";

const OPENSSL_NEEDS: [Need; 3] = [
    Need { package: "gcc", why: "compiles the peer that calls OpenSSL", there: || process::on_path("cc") },
    Need {
        package: "libssl-dev",
        why: "OpenSSL's headers",
        there: || Path::new("/usr/include/openssl/evp.h").is_file(),
    },
    Need { package: "libengine-gost-openssl", why: "GOST of OpenSSL", there: debian::gost_engine },
];
const BOUNCY_CASTLE_NEEDS: [Need; 2] = [
    Need { package: "default-jdk-headless", why: "runs BouncyCastle", there: || process::on_path("javac") },
    Need { package: "libbcprov-java", why: "BouncyCastle", there: || Path::new(BOUNCY_CASTLE).is_file() },
];
const WRK_NEEDS: [Need; 1] =
    [Need { package: "wrk", why: "asks over 64 connections", there: || process::on_path("wrk") }];

/// The peer that calls libcrypto, compiled; `work` is what `peer/openssl.c` names.
pub fn openssl(workspace: &Workspace, work: &str) -> Result<Command, String> {
    debian::install(&OPENSSL_NEEDS)?;
    let folder = written(workspace, "openssl.c", OPENSSL_SOURCE)?;
    let program = folder.join("openssl");
    process::output(
        Command::new("cc").args(["-O2", "-o"]).arg(&program).arg(folder.join("openssl.c")).arg("-lcrypto"),
    )?;
    let mut command = Command::new(program);
    command.arg(work);
    Ok(command)
}

/// The peer that calls BouncyCastle; `work` is what `peer/BouncyCastle.java` names.
pub fn bouncy_castle(workspace: &Workspace, work: &str) -> Result<Command, String> {
    debian::install(&BOUNCY_CASTLE_NEEDS)?;
    let source = written(workspace, "BouncyCastle.java", BOUNCY_CASTLE_SOURCE)?.join("BouncyCastle.java");
    let mut command = Command::new("java");
    command.args(["-cp", BOUNCY_CASTLE]).arg(source).arg(work);
    Ok(command)
}

/// The load generator.
pub fn wrk() -> Result<Command, String> {
    debian::install(&WRK_NEEDS)?;
    Ok(Command::new("wrk"))
}

/// Puts a source into a folder of the target folder.
fn written(workspace: &Workspace, name: &str, source: &str) -> Result<PathBuf, String> {
    let folder = workspace.target.join("bench/peers");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let path = folder.join(name);
    fs::write(&path, source).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(folder)
}
