//! elshi-demo: the mini NCA, the simulated NCALayer and phone, and a signer on the command line, for the demo and for tests by hand.
//!
//! Must never: be shipped, or touch a real key.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::Timestamp;
use testkit::corpus::Corpus;
use testkit::key::derive;
use testkit::nca::demo;
use testkit::ncalayer::{STANDARD_ADDRESS, Tls};
use testkit::person::PEOPLE_FILE;
use testkit::{Nca, Ncalayer, Person, Phone, Receiver, cms, pkcs12};

/// All keys in one keystore, for the simulated phone of `elshi serve --demo --phone-keys`.
const PHONE_KEYS_FILE: &str = "phone.p12";
/// As of the NCA's own test keystores.
const PASSWORD: &str = "Qwerty12";

/// A test NCA, its people, and a simulated NCALayer. Nothing here is worth anything outside a test.
#[derive(Parser)]
#[command(name = "elshi-demo")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a trust folder (DIR/trust), people with keys (DIR/people.json) and all keys in one keystore (DIR/phone.p12).
    Nca {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The NCA as of this time, RFC 3339 [default: now]
        #[arg(long, value_name = "RFC3339")]
        at: Option<Timestamp>,
        /// The same number and time give the same keys.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Write signatures, certificates, lists, answers and timestamps, right and wrong, and the verdict each deserves.
    Corpus {
        out: PathBuf,
        /// As of this time, RFC 3339 [default: now]
        #[arg(long, value_name = "RFC3339")]
        at: Option<Timestamp>,
        /// The same number and time give the same files.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Run the simulated NCALayer until Ctrl-C.
    Ncalayer {
        #[arg(long, value_name = "DIR")]
        people: PathBuf,
        #[arg(long, default_value = STANDARD_ADDRESS)]
        listen: SocketAddr,
        /// wss:// with a certificate of its own, instead of ws://
        #[arg(long)]
        tls: bool,
        /// Whose key signs [default: the first that fits]
        #[arg(long, value_name = "ID")]
        person: Option<String>,
    },
    /// Do what a phone with eGov Mobile does when it reads a code: fetch, sign, bring back.
    Phone {
        #[arg(long, value_name = "DIR")]
        people: PathBuf,
        #[arg(long, value_name = "ID")]
        person: String,
        /// Signing time, RFC 3339 [default: now]
        #[arg(long, value_name = "RFC3339")]
        at: Option<Timestamp>,
        /// Language of the phone.
        #[arg(long, default_value = "en")]
        lang: String,
        /// The text of the code: mobileSign:http://…
        code: String,
    },
    /// Take notices as another body would, check them, and print one line of JSON for each, until Ctrl-C.
    Receiver {
        /// File with the secret, `whsec_…`.
        #[arg(long, value_name = "FILE")]
        secret_file: PathBuf,
        #[arg(long, default_value = "127.0.0.1:9100")]
        listen: SocketAddr,
    },
    /// Sign a file as NCALayer would; PEM if OUT ends in .pem.
    Sign {
        #[arg(long, value_name = "DIR")]
        people: PathBuf,
        #[arg(long, value_name = "ID")]
        person: String,
        /// Signing time, RFC 3339 [default: now]
        #[arg(long, value_name = "RFC3339")]
        at: Option<Timestamp>,
        file: PathBuf,
        #[arg(long)]
        out: PathBuf,
        /// With the content inside.
        #[arg(long)]
        attached: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("elshi-demo: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Box<dyn std::error::Error>> {
    match command {
        Command::Nca { out, at, seed } => {
            write_nca(&out, at.unwrap_or_else(Timestamp::now), seed);
            Ok(())
        }
        Command::Corpus { out, at, seed } => {
            let corpus = Corpus::new(derive(&[0; 32], &format!("corpus {seed}")), at.unwrap_or_else(Timestamp::now));
            corpus.write(&out).map_err(|error| format!("{}: {error}", out.display()))?;
            println!("{} files, {} cases: {}", corpus.files.len(), corpus.cases.len(), out.display());
            Ok(())
        }
        Command::Ncalayer { people, listen, tls, person } => {
            let people = load(&people)?;
            if let Some(id) = &person {
                find(&people, id)?;
            }
            run_ncalayer(people, listen, if tls { Tls::SelfSigned } else { Tls::Plain }, person)
        }
        Command::Phone { people, person, at, lang, code } => {
            let people = load(&people)?;
            let person = find(&people, &person)?;
            let answer = Phone::speaking(&lang).signs(&code, person, at.unwrap_or_else(Timestamp::now));
            println!("{} {}", answer.status, answer.message());
            if answer.status == 200 { Ok(()) } else { Err("the signature was not taken".into()) }
        }
        Command::Receiver { secret_file, listen } => receive(&secret_file, listen),
        Command::Sign { people, person, at, file, out, attached } => {
            let people = load(&people)?;
            let person = find(&people, &person)?;
            let content = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            let at = at.unwrap_or_else(Timestamp::now);
            let signed = if attached { person.sign_attached(&content, at) } else { person.sign_detached(&content, at) };
            let armoured = out.extension().is_some_and(|extension| extension == "pem");
            Ok(fs::write(&out, if armoured { cms::pem(&signed).into_bytes() } else { signed })?)
        }
    }
}

fn load(folder: &Path) -> Result<Vec<Person>, String> {
    let file = folder.join(PEOPLE_FILE);
    if file.is_file() {
        return Ok(Person::load_all(folder));
    }
    Err(format!("{} is not there; make it with: elshi-demo nca --out {}", file.display(), folder.display()))
}

fn find<'a>(people: &'a [Person], id: &str) -> Result<&'a Person, String> {
    let known: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    let unknown = || format!("nobody is called {id}; known: {}", known.join(", "));
    people.iter().find(|person| person.id == id).ok_or_else(unknown)
}

/// Prints what arrives as it arrives.
fn receive(secret_file: &Path, listen: SocketAddr) -> Result<(), Box<dyn std::error::Error>> {
    let told = |error: std::io::Error| format!("{}: {error}", secret_file.display());
    let receiver = Receiver::listen(listen, &fs::read_to_string(secret_file).map_err(told)?, Timestamp::now)?;
    eprintln!("listening on {}", receiver.address);
    let (mut shown, mut said) = (0, 0);
    loop {
        std::thread::sleep(std::time::Duration::from_millis(200));
        for event in receiver.taken().iter().skip(shown) {
            println!("{event}");
            shown += 1;
        }
        for word in receiver.said().iter().skip(said) {
            eprintln!("{word}");
            said += 1;
        }
    }
}

fn write_nca(out: &Path, at: Timestamp, seed: u64) {
    let mut nca = Nca::new(derive(&[0; 32], &format!("demo {seed}")), at);
    let people = demo::people(&mut nca);
    nca.write_trust(&out.join("trust"), "test");
    Person::save_all(out, &people);
    let named: Vec<_> = people.iter().map(|person| (person.id.as_str(), person)).collect();
    fs::write(out.join(PHONE_KEYS_FILE), pkcs12::write(&named, PASSWORD)).unwrap();
    println!("trust list: {}", out.join("trust").display());
    for person in &people {
        let name = person.certificate.common_name();
        println!("{:<20} {:<8} {:<14} {name}", person.id, person.algorithm().name(), person.note);
    }
}

fn run_ncalayer(
    people: Vec<Person>,
    listen: SocketAddr,
    tls: Tls,
    person: Option<String>,
) -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let ncalayer = Ncalayer::start(listen, tls, people).await?;
        ncalayer.choose(person.as_deref());
        println!("simulated NCALayer: {} (Ctrl-C ends it)", ncalayer.url());
        tokio::signal::ctrl_c().await?;
        Ok(())
    })
}
