//! The real binary as a child process on a free port, with a data folder of its own and a mini NCA for its trust list.
//! Ended by its id; started again on the same data, at a later clock if the story says so.

use super::clock::{Clock, MONDAY_MORNING, eventually};
use super::mail;
use super::person::Person;
use jiff::{SignedDuration, Timestamp};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;
use testkit::nca::demo;
use testkit::{Nca, Person as Signer};

/// The binary under test.
const ELSHI: &str = env!("CARGO_BIN_EXE_elshi");
/// Said by the server when it can be reached.
const LISTENING: &str = "listening on ";

/// How to start.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The server's clock at the start.
    pub clock: Timestamp,
    /// Revocation lists are in the trust folder.
    pub with_crls: bool,
    /// PostgreSQL instead of the file in the data folder.
    pub database: Option<String>,
    /// Programs before the binary, for example `strace` and its options.
    pub under: Vec<String>,
    /// A demonstration; else an installation, at this computer's own time.
    pub demo: bool,
    /// More words for the command line.
    pub more: Vec<String>,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup {
            clock: MONDAY_MORNING.parse().unwrap(),
            with_crls: true,
            database: None,
            under: vec![],
            demo: true,
            more: vec![],
        }
    }
}

/// A server.
pub struct Server {
    place: TempDir,
    setup: Setup,
    /// The mini NCA.
    pub nca: Nca,
    people: Vec<Signer>,
    running: Option<Running>,
}

struct Running {
    child: Child,
    base: String,
    clock: Clock,
}

impl Server {
    /// Monday morning, everything at hand.
    pub fn start() -> Server {
        Server::start_with(Setup::default())
    }

    /// As the setup says.
    pub fn start_with(setup: Setup) -> Server {
        let mut server = Server::prepare(setup);
        server.run();
        server
    }

    /// The data folder with its trust list, nothing started.
    pub fn prepare(setup: Setup) -> Server {
        let place = tempfile::tempdir().unwrap();
        let mut nca = Nca::new([7; 32], setup.clock - SignedDuration::from_hours(1));
        let people = demo::people(&mut nca);
        nca.write_trust(&place.path().join("trust"), "test");
        if !setup.with_crls {
            std::fs::remove_dir_all(place.path().join("trust/crl")).unwrap();
        }
        Server { place, setup, nca, people, running: None }
    }

    /// Starts it, at the setup's clock.
    pub fn run(&mut self) {
        assert!(self.running.is_none(), "it runs already");
        let mut command = self.command();
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.log()).unwrap();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let heard =
            lines.by_ref().map_while(Result::ok).find_map(|line| line.strip_prefix(LISTENING).map(str::to_owned));
        let Some(base) = heard else {
            let _ = child.wait();
            panic!("the server did not start: {}", std::fs::read_to_string(self.log()).unwrap());
        };
        // The pipe stays open for whatever it still says.
        std::thread::spawn(move || lines.for_each(drop));
        self.running = Some(Running { child, base, clock: Clock::starting(self.setup.clock) });
    }

    fn command(&self) -> Command {
        let mut words = self.setup.under.clone();
        words.push(ELSHI.to_owned());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).args(["serve", "--listen", "127.0.0.1:0"]);
        if self.setup.demo {
            command.arg("--demo").arg("--clock").arg(self.setup.clock.to_string());
        } else {
            command.arg("--letters-folder").arg(self.place.path().join("letters"));
        }
        command.arg("--data").arg(self.data()).arg("--trust").arg(self.trust());
        command.args(&self.setup.more);
        if let Some(url) = &self.setup.database {
            command.arg("--database").arg(url);
        }
        command.env_remove("ELSHI_DATABASE").env_remove("ELSHI_SERVICES").env_remove("ELSHI_LETTERS_FOLDER");
        command.env("RUST_LOG", "warn,elshi=info");
        command
    }

    /// Ends it at once, as a power cut would: SIGKILL by its id.
    pub fn kill(&mut self) {
        if let Some(mut running) = self.running.take() {
            self.setup.clock = running.clock.now();
            let _ = running.child.kill();
            running.child.wait().unwrap();
        }
    }

    /// Ends it and starts it on the same data, where its clock stood.
    pub fn restart(&mut self) {
        self.kill();
        self.run();
    }

    /// More words for the command line, from the next start on.
    pub fn also(&mut self, more: &[&str]) {
        self.setup.more = more.iter().map(|word| (*word).to_owned()).collect();
    }

    /// Ends it and starts it on the same data at a later clock.
    pub fn restart_at(&mut self, clock: &str) {
        self.kill();
        self.setup.clock = clock.parse().unwrap();
        self.run();
    }

    /// The address people type.
    pub fn base(&self) -> String {
        self.running.as_ref().unwrap().base.clone()
    }

    /// The server's clock.
    pub fn now(&self) -> Timestamp {
        self.running.as_ref().unwrap().clock.now()
    }

    /// Its folder.
    pub fn data(&self) -> PathBuf {
        self.place.path().join("data")
    }

    /// Its trust list.
    pub fn trust(&self) -> PathBuf {
        self.place.path().join("trust")
    }

    /// A place of the story's own.
    pub fn desk_drawer(&self) -> &Path {
        self.place.path()
    }

    /// What it logged.
    pub fn log(&self) -> PathBuf {
        self.place.path().join("server.log")
    }

    /// Somebody with a browser who reads `lang`.
    pub fn person(&self, lang: &'static str) -> Person {
        Person::of(self, lang)
    }

    /// The owner of a key of the mini NCA: `applicant1`, `expired`, `head` …
    pub fn signer(&self, id: &str) -> &Signer {
        self.people.iter().find(|person| person.id == id).unwrap_or_else(|| panic!("nobody is called {id}"))
    }

    /// A command of the binary over this server's data.
    pub fn elshi(&self, words: &[&str]) -> Output {
        self.elshi_hears(words, b"")
    }

    /// The same, with what is typed.
    pub fn elshi_hears(&self, words: &[&str], typed: &[u8]) -> Output {
        let mut command = Command::new(ELSHI);
        command.args(words).env_remove("ELSHI_DATABASE").env_remove("ELSHI_SERVICES");
        if let Some(url) = &self.setup.database {
            command.env("ELSHI_DATABASE", url);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // One that reads nothing may be gone already.
        let _ = child.stdin.take().unwrap().write_all(typed);
        child.wait_with_output().unwrap()
    }

    /// `elshi journal verify` with more words; what it printed. Must find the journal whole.
    pub fn journal_is_whole(&self, more: &[&str]) -> String {
        let data = self.data();
        let mut words = vec!["journal", "verify", "--data", data.to_str().unwrap()];
        words.extend(more);
        let output = self.elshi(&words);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("the journal is whole"), "{said}");
        said
    }

    /// Letters that left, as files: `sms` or `eml`.
    pub fn letters(&self, ending: &str) -> Vec<String> {
        let Ok(folder) = std::fs::read_dir(self.data().join("letters")) else { return vec![] };
        let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|own| own == ending));
        paths.sort();
        let texts = paths.iter().map(|path| std::fs::read_to_string(path).unwrap());
        texts.map(|text| if ending == "eml" { mail::readable(&text) } else { text }).collect()
    }

    /// Waits for a letter that contains all these words.
    pub fn letter(&self, ending: &str, words: &[&str]) -> String {
        let fits = |text: &String| words.iter().all(|word| text.contains(word));
        eventually(&format!("a letter .{ending} with {words:?}"), || self.letters(ending).into_iter().rev().find(fits))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
        if std::thread::panicking() {
            eprintln!("--- the server's log ---\n{}", std::fs::read_to_string(self.log()).unwrap_or_default());
        }
    }
}
