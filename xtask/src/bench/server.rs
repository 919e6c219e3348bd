//! The release binary as a child with a data folder of its own, a mini NCA and a fixed clock, so that every run does the same work.
//!
//! The child is ended by its id when the value goes; its folder lies in the target folder, on the disk whose fsync is measured. Must
//! never touch another installation's data.

use crate::process;
use crate::workspace::Workspace;
use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// The clock the server is given: a Monday morning in Berlin.
pub const CLOCK: &str = "2026-11-23T09:00:00Z";
/// The certificates of the mini NCA begin before it.
const NCA_AT: &str = "2026-11-23T08:00:00Z";
/// Said by the server when it can be reached.
const LISTENING: &str = "listening on http://";

/// A folder with a mini NCA and the server's data.
pub struct Place {
    folder: PathBuf,
    bin: PathBuf,
    database: Option<String>,
}

impl Place {
    /// Makes it anew.
    pub fn fresh(workspace: &Workspace, name: &str) -> Result<Self, String> {
        let folder = workspace.target.join("bench").join(name);
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        }
        fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let own = Self { folder, bin: workspace.target.join("release"), database: None };
        process::output(own.demo().args(["nca", "--at", NCA_AT, "--out"]).arg(own.below("nca")))?;
        Ok(own)
    }

    /// With a database of PostgreSQL in place of the file.
    pub fn on(mut self, database: Option<String>) -> Self {
        self.database = database;
        self
    }

    /// A path of this place.
    pub fn below(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The detached signature of `person` over `content`.
    pub fn sign(&self, person: &str, content: &[u8]) -> Result<Vec<u8>, String> {
        self.signed(person, content, "signed.cms", &[])
    }

    /// The same with the content inside, in base64.
    pub fn sign_attached(&self, person: &str, content: &[u8]) -> Result<String, String> {
        let pem = self.signed(person, content, "signed.pem", &["--attached"])?;
        let text = String::from_utf8(pem).map_err(|e| format!("signed.pem: {e}"))?;
        Ok(text.lines().filter(|line| !line.starts_with('-')).collect())
    }

    fn signed(&self, person: &str, content: &[u8], out: &str, how: &[&str]) -> Result<Vec<u8>, String> {
        let (file, signed) = (self.below("to-sign"), self.below(out));
        fs::write(&file, content).map_err(|e| format!("{}: {e}", file.display()))?;
        let mut sign = self.demo();
        sign.args(["sign", "--person", person, "--at", CLOCK, "--people"]).arg(self.below("nca"));
        process::output(sign.args(how).arg(&file).arg("--out").arg(&signed))?;
        fs::read(&signed).map_err(|e| format!("{}: {e}", signed.display()))
    }

    /// The program itself.
    pub fn elshi(&self) -> Command {
        let mut program = Command::new(self.bin.join("elshi"));
        program.env_remove("ELSHI_DATABASE");
        if let Some(url) = &self.database {
            program.env("ELSHI_DATABASE", url);
        }
        program
    }

    fn demo(&self) -> Command {
        Command::new(self.bin.join("elshi-demo"))
    }

    /// Starts the server and waits until it listens.
    pub fn start(&self) -> Result<Server, String> {
        let log = fs::File::create(self.below("server.log")).map_err(|e| e.to_string())?;
        let mut command = self.elshi();
        command.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--clock", CLOCK, "--data"]);
        command.arg(self.below("data")).arg("--trust").arg(self.below("nca/trust"));
        command.env_remove("ELSHI_DATABASE").env_remove("ELSHI_SERVICES").env_remove("ELSHI_LETTERS_FOLDER");
        command.env_remove("ELSHI_HOST").env("RUST_LOG", "warn");
        let started = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn();
        let mut child = child.map_err(|e| format!("{}: {e}", self.bin.join("elshi").display()))?;
        let said = child.stdout.take().map(|out| BufReader::new(out).lines());
        let mut server = Server { child, started, address: String::new(), said };
        let lines = server.said.iter_mut().flatten().map_while(Result::ok);
        let address = lines.filter_map(|line| line.strip_prefix(LISTENING).map(str::to_owned)).next();
        server.address = address.ok_or_else(|| {
            format!("the server did not start: {}", fs::read_to_string(self.below("server.log")).unwrap_or_default())
        })?;
        Ok(server)
    }
}

/// A running server; ended when dropped.
pub struct Server {
    child: Child,
    started: Instant,
    address: String,
    /// Kept open: a closed pipe would stop what it still says.
    said: Option<Lines<BufReader<ChildStdout>>>,
}

impl Server {
    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Since the process was started.
    pub fn running_for(&self) -> Duration {
        self.started.elapsed()
    }

    /// Resident memory of the process, KiB (proc(5), `VmRSS`).
    pub fn resident_kib(&self) -> Result<u64, String> {
        let path = format!("/proc/{}/status", self.child.id());
        let text = fs::read_to_string(Path::new(&path)).map_err(|e| format!("{path}: {e}"))?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|rest| rest.split_whitespace().next()).and_then(|kib| kib.parse().ok());
        number.ok_or_else(|| format!("{path} has no VmRSS"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ended already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
