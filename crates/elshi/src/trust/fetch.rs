//! `elshi trust fetch`: certificates by their fingerprints, then revocation lists that they signed.
//! Here so that an installation begins and stays complete with one command. It must never write a certificate whose fingerprint is
//! not the pinned one, nor let one dead address stop the rest (NCANode #12, #13).

use std::path::Path;

use gateways::nca::{self, HttpNca, Nca, Patience, Question};
use jiff::Timestamp;

use super::settings::{CertificateRow, Register, Settings};
use super::shelf::{Shelf, fingerprint, title};
use super::{EXIT_DONE, EXIT_FAILED, EXIT_PARTLY, Failed, add, block_on, failed, no_input, print, seed, usage};

/// How many items were got and how many not.
#[derive(Default)]
struct Count {
    got: usize,
    missed: usize,
}

impl Count {
    fn note(&mut self, what: &str, done: Result<String, String>) {
        match done {
            Ok(said) => {
                self.got += 1;
                print(&format!("ok      {what}: {said}"));
            }
            Err(why) => {
                self.missed += 1;
                print(&format!("FAILED  {what}: {why}"));
            }
        }
    }
}

pub fn run(folder: &Path, register: Option<Register>, now: Timestamp, random: [u8; 32]) -> Result<u8, Failed> {
    let settings = settings(folder, register)?;
    if settings.crl.is_empty() && !settings.certificate.iter().any(|row| row.url.is_some()) {
        return Err(usage(format!(
            "{}: trust.toml names no address; say --register production (or test), or add [[certificate]] and [[crl]]",
            folder.display()
        )));
    }
    let patience = Patience { tries: 3, wait_first: std::time::Duration::from_millis(500), ..Patience::JOB };
    let http = HttpNca::new(patience, seed(&random)).map_err(failed)?;
    let count = block_on(fetch(&http, folder, &settings, now))??;
    print(&format!("{} of {} fetched or up to date", count.got, count.got + count.missed));
    Ok(match (count.got, count.missed) {
        (_, 0) => EXIT_DONE,
        (0, _) => EXIT_FAILED,
        _ => EXIT_PARTLY,
    })
}

/// What to fetch. A folder that is not there yet begins with the register's text.
fn settings(folder: &Path, register: Option<Register>) -> Result<Settings, Failed> {
    let Some(register) = register else { return Settings::read(folder).map_err(no_input) };
    let known = Settings::register(register).map_err(failed)?;
    let path = folder.join("trust.toml");
    if !path.exists() {
        let text = register.text().map_err(failed)?;
        nca::replace(&path, text.as_bytes()).map_err(|error| no_input(format!("{}: {error}", path.display())))?;
        print(&format!("made {}", path.display()));
        return Ok(known);
    }
    let own = Settings::read(folder).map_err(no_input)?;
    if own.environment() != known.environment() {
        return Err(usage(format!("{}: its environment is not that of the register asked for", path.display())));
    }
    Ok(known)
}

async fn fetch(nca: &dyn Nca, folder: &Path, settings: &Settings, now: Timestamp) -> Result<Count, Failed> {
    let mut count = Count::default();
    let before = Shelf::read(folder).map_err(no_input)?;
    for row in &settings.certificate {
        let Some(url) = &row.url else { continue };
        let present = before.certificates.iter().any(|one| one.sha256.eq_ignore_ascii_case(&row.sha256));
        let done = if present { Ok("is in the list".to_owned()) } else { certificate(nca, folder, row, url).await };
        count.note(row.title(), done);
    }
    // The lists are checked with the certificates that have just arrived.
    let list = Shelf::read(folder).map_err(no_input)?.list;
    for row in &settings.crl {
        eprintln!("fetching {}", row.url);
        let path = folder.join("crl").join(nca::file_name(&row.url, ".crl"));
        let fetched = nca::fetch_crl(nca, &row.url, &path, &list, now).await;
        let said = fetched.map_err(|error| error.to_string()).and_then(|fetched| match fetched.stale {
            true => Err(format!("its time was over on {}", fetched.next_update)),
            false if fetched.unchanged => Ok(format!("up to date, holds until {}", fetched.next_update)),
            false => Ok(format!("{} entries, holds until {}", fetched.entries, fetched.next_update)),
        });
        count.note(&row.url, said);
    }
    Ok(count)
}

async fn certificate(nca: &dyn Nca, folder: &Path, row: &CertificateRow, url: &str) -> Result<String, String> {
    eprintln!("fetching {url}");
    let certificate = add::only(&nca.ask(url, &Question::Certificate).await.got()?)?;
    let sha256 = fingerprint(&certificate);
    if !sha256.eq_ignore_ascii_case(&row.sha256) {
        return Err(format!("another certificate is there: SHA-256 {sha256}, pinned {}", row.sha256));
    }
    if !certificate.extensions().ca {
        return Err("it is not the certificate of an authority".to_owned());
    }
    let path = folder.join(nca::file_name(row.title(), ".cer"));
    nca::replace(&path, certificate.der()).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(format!("{}, SHA-256 {sha256}", title(&certificate)))
}
