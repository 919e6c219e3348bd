//! A PostgreSQL 15 of this run's own: fresh data, a free port on loopback, stopped at the end whatever happens.
//!
//! The storage suite runs on both engines, so the gate brings the second one. Must never touch a server it did not start.

use super::debian::{self, Need};
use super::{Outcome, Run};
use crate::process;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const BIN: &str = "/usr/lib/postgresql/15/bin";
const START_TRIES: usize = 3;
/// Debian makes this user; PostgreSQL refuses to run as root.
const OWNER: &str = "postgres";

const SERVER: [Need; 1] = [Need {
    package: "postgresql-15",
    why: "the storage tests run on both engines",
    there: || Path::new(BIN).join("initdb").is_file(),
}];

/// A running server. Dropping it stops it and removes its data.
pub struct Postgres {
    /// `postgres://elshi@127.0.0.1:PORT/postgres`; the user may create databases.
    pub url: String,
    dir: PathBuf,
    root: bool,
}

/// Starts the server for the steps after this one.
pub fn step(run: &mut Run) -> Outcome {
    if !run.workspace.has("store") {
        return Outcome::Skipped("the workspace has no crate `store` yet".into());
    }
    if let Err(why) = debian::install(&SERVER) {
        return Outcome::Skipped(format!("the tests run on SQLite only: {why}"));
    }
    match start(&run.workspace.target) {
        Ok(server) => {
            println!("{}", server.url);
            run.postgres = Some(server);
            Outcome::Passed
        }
        Err(why) => Outcome::Failed(why),
    }
}

fn start(target: &Path) -> Result<Postgres, String> {
    let root = debian::is_root();
    let dir = data_folder(target, root)?;
    let mut server = Postgres { url: String::new(), root, dir };
    let init = ["--auth=trust", "--username=elshi", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata"];
    process::output(server.program("initdb").args(init).arg(server.data()))?;
    let mut said = String::new();
    for _ in 0..START_TRIES {
        let port = free_port()?;
        match server.listen(port) {
            Ok(()) => {
                server.url = format!("postgres://elshi@127.0.0.1:{port}/postgres");
                return Ok(server);
            }
            Err(why) => said = why,
        }
    }
    Err(format!("PostgreSQL did not start: {said}"))
}

/// target/pg, or a temporary folder where the server's user cannot enter the target folder.
fn data_folder(target: &Path, root: bool) -> Result<PathBuf, String> {
    let temporary = std::env::temp_dir().join(format!("elshi-pg-{}", std::process::id()));
    for dir in [target.join("pg"), temporary] {
        if dir.exists() {
            stop(&dir, root);
            std::fs::remove_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        }
        std::fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        if !root {
            return Ok(dir);
        }
        process::run(Command::new("chown").arg(OWNER).arg(&dir))?;
        if process::works(as_owner(true, "test").arg("-w").arg(&dir)) {
            return Ok(dir);
        }
        std::fs::remove_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    }
    Err(format!("the user {OWNER} can write neither below {} nor into the temporary folder", target.display()))
}

/// A port nobody listens on just now; another may take it before the server does, hence the tries.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|e| format!("no free port: {e}"))?;
    listener.local_addr().map(|a| a.port()).map_err(|e| format!("no free port: {e}"))
}

/// The program as PostgreSQL's user when we are root, as ourselves otherwise.
fn as_owner(root: bool, program: &str) -> Command {
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", OWNER, "--", program]);
    command
}

fn stop(dir: &Path, root: bool) {
    let mut command = as_owner(root, &format!("{BIN}/pg_ctl"));
    process::works(
        command.args(["stop", "--silent", "--mode=immediate", "--pgdata"]).arg(dir.join("data")).current_dir("/"),
    );
}

impl Postgres {
    fn data(&self) -> PathBuf {
        self.dir.join("data")
    }

    fn program(&self, name: &str) -> Command {
        let mut command = as_owner(self.root, &format!("{BIN}/{name}"));
        command.current_dir("/");
        command
    }

    /// Starts the server and waits until it answers. Data of a test need no fsync; the server's own is checked elsewhere.
    fn listen(&self, port: u16) -> Result<(), String> {
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c fsync=off \
             -c synchronous_commit=off -c full_page_writes=off"
        );
        let log = self.dir.join("log");
        let mut command = self.program("pg_ctl");
        command
            .args(["start", "--silent", "--wait", "--pgdata"])
            .arg(self.data())
            .arg("--log")
            .arg(&log)
            .arg("-o")
            .arg(options);
        // The server inherits our pipes and would keep them open, so it gets none.
        let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        match started {
            Ok(status) if status.success() => Ok(()),
            other => Err(format!("{other:?}; {}", std::fs::read_to_string(&log).unwrap_or_default().trim())),
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        stop(&self.dir, self.root);
        drop(std::fs::remove_dir_all(&self.dir));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_server_answers_and_is_gone_when_dropped() {
        if !(SERVER[0].there)() {
            if let Some(skips) = std::env::var_os("ELSHI_SKIPS") {
                let mut list = std::fs::OpenOptions::new().append(true).create(true).open(skips).unwrap();
                list.write_all(b"xtask: PostgreSQL 15 is not installed\n").unwrap();
            }
            return;
        }
        let target = std::env::temp_dir().join(format!("elshi-xtask-{}", std::process::id()));
        std::fs::create_dir_all(&target).unwrap();
        let server = start(&target).unwrap();
        let ask = |url: &str| process::output(Command::new(format!("{BIN}/psql")).args([url, "-Atc", "select 6 * 7"]));
        assert_eq!(ask(&server.url).unwrap().trim(), "42");
        let (url, dir) = (server.url.clone(), server.dir.clone());
        drop(server);
        assert!(ask(&url).is_err() && !dir.exists());
        std::fs::remove_dir_all(&target).unwrap();
    }
}
