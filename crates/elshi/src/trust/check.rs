//! `elshi trust check`: is the trust list whole, authentic and in time, and do its addresses answer?
//! Here so that a monitor tells what applicants would otherwise find out first. It must never change anything.

use std::path::Path;

use eds::digest::DigestAlgorithm;
use eds::{ocsp, timestamp};
use gateways::nca::{HttpNca, Nca, Patience, Question};
use jiff::{SignedDuration, Timestamp};

use super::settings::Settings;
use super::shelf::{ListState, Shelf, Shelved, Standing, fingerprint, title};
use super::{EXIT_DONE, EXIT_FAILED, EXIT_PARTLY, Failed, add, block_on, failed, no_input, print, seed};

/// A certificate that ends sooner is told of.
const ENDS_SOON_DAYS: i64 = 90;

/// What was found, the worst first in the exit code.
#[derive(Default)]
struct Found {
    broken: usize,
    attention: usize,
}

impl Found {
    fn broken(&mut self, text: &str) {
        self.broken += 1;
        print(&format!("BROKEN     {text}"));
    }

    fn attention(&mut self, text: &str) {
        self.attention += 1;
        print(&format!("ATTENTION  {text}"));
    }
}

pub fn run(folder: &Path, online: bool, now: Timestamp, random: [u8; 32]) -> Result<u8, Failed> {
    let settings = Settings::read(folder).map_err(no_input)?;
    let shelf = Shelf::read(folder).map_err(no_input)?;
    let mut found = Found::default();
    certificates(&shelf, now, &mut found);
    lists(&shelf, now, &mut found);
    for problem in &shelf.problems {
        found.attention(problem);
    }
    if online {
        let http = HttpNca::new(Patience { tries: 2, ..Patience::JOB }, seed(&random)).map_err(failed)?;
        block_on(addresses(&http, &settings, &shelf, &random, &mut found))?;
    }
    Ok(match (found.broken, found.attention) {
        (0, 0) => {
            let (certificates, lists) = (shelf.certificates.len(), shelf.lists.len());
            print(&format!("all is well: {certificates} certificates, {lists} revocation lists"));
            EXIT_DONE
        }
        (0, _) => EXIT_PARTLY,
        _ => EXIT_FAILED,
    })
}

fn certificates(shelf: &Shelf, now: Timestamp, found: &mut Found) {
    if shelf.certificates.is_empty() {
        found.broken(
            "the trust list is empty: no signature can be proven. Begin with elshi trust fetch --register production",
        );
    } else if !shelf.certificates.iter().any(|one| one.standing == Standing::Anchor) {
        found.broken("there is no root in the trust list: no chain ends anywhere");
    }
    for one in &shelf.certificates {
        let (name, until) = (title(&one.certificate), one.certificate.not_after());
        if one.standing == Standing::Incomplete {
            found.broken(&format!("{name}: the certificate of its issuer is missing ({})", one.certificate.issuer()));
        }
        if !one.certificate.extensions().ca {
            found.attention(&format!("{name}: it is not the certificate of an authority ({})", one.file));
        }
        if one.certificate.key().is_err() {
            found.attention(&format!("{name}: its key is of an unknown kind"));
        }
        if until < now {
            found.attention(&format!("{name}: its time was over on {until}"));
        } else if until.duration_since(now) < SignedDuration::from_hours(24 * ENDS_SOON_DAYS) {
            found.attention(&format!("{name}: its time ends on {until}"));
        }
    }
}

fn lists(shelf: &Shelf, now: Timestamp, found: &mut Found) {
    for list in &shelf.lists {
        let until = list.crl.next_update().map_or_else(|| "never said".to_owned(), |until| until.to_string());
        match list.state(now) {
            ListState::Fresh => {}
            ListState::Stale => found.attention(&format!("{}: the list is stale since {until}", list.file)),
            ListState::NotAuthentic => {
                found.attention(&format!("{}: no authority of this folder signed it", list.file))
            }
        }
    }
    // Roots sign lists of the authorities below them; what people need is a list of each authority that issues to people.
    for one in shelf.certificates.iter().filter(|one| one.standing == Standing::Issuing) {
        let by = |list: &&super::shelf::ShelvedList| {
            list.by.as_ref().is_some_and(|by| by.der() == one.certificate.der()) && !list.crl.is_delta()
        };
        if one.certificate.not_after() >= now && !shelf.lists.iter().any(|list| by(&list)) {
            let name = title(&one.certificate);
            found.attention(&format!("{name}: there is no revocation list of it, so its signers stay unproven"));
        }
    }
}

async fn addresses(nca: &dyn Nca, settings: &Settings, shelf: &Shelf, random: &[u8; 32], found: &mut Found) {
    let mut tell = |url: &str, said: Result<(), String>| match said {
        Ok(()) => print(&format!("answers    {url}")),
        Err(why) => found.attention(&format!("{url}: {why}")),
    };
    for row in &settings.certificate {
        let Some(url) = &row.url else { continue };
        let got = nca.ask(url, &Question::Certificate).await.got().and_then(|octets| add::only(&octets));
        tell(
            url,
            got.and_then(|certificate| match fingerprint(&certificate).eq_ignore_ascii_case(&row.sha256) {
                true => Ok(()),
                false => Err("another certificate than the pinned one is there".to_owned()),
            }),
        );
    }
    for row in &settings.crl {
        let got = nca.ask(&row.url, &Question::Crl).await.got();
        let read =
            got.and_then(|octets| eds::Evidence::new().add_crl_file("", octets).map_err(|error| error.to_string()));
        tell(&row.url, read.map_err(|why| format!("no revocation list is there: {why}")));
    }
    if let Some(url) = settings.ocsp() {
        tell(url, responder(nca, url, &shelf.certificates, random).await);
    }
    if let Some(url) = settings.tsp() {
        let imprint = DigestAlgorithm::Sha256.digest(&[random]);
        let request = timestamp::request(DigestAlgorithm::Sha256, &imprint, random, None);
        let got = nca.ask(url, &Question::Timestamp(request)).await.got();
        tell(
            url,
            got.and_then(|octets| {
                timestamp::token_of(&octets, &imprint, Some(random)).map(drop).map_err(|refused| refused.to_string())
            }),
        );
    }
}

/// Any answer of a responder to a question about a listed authority: what it says is not judged here.
async fn responder(nca: &dyn Nca, url: &str, certificates: &[Shelved], random: &[u8; 32]) -> Result<(), String> {
    let subject = certificates.iter().find(|one| one.standing == Standing::Issuing).or(certificates.first());
    let Some(subject) = subject else { return Err("nothing to ask about: the trust list is empty".to_owned()) };
    let above = |one: &&Shelved| subject.certificate.issuer().matches(one.certificate.subject());
    let issuer = certificates.iter().find(above).unwrap_or(subject);
    let request = ocsp::request(&subject.certificate, &issuer.certificate, Some(random));
    let octets = nca.ask(url, &Question::Ocsp(request)).await.got()?;
    match ocsp::refusal(&octets) {
        // It speaks OCSP and does not know this authority: that is alive.
        Some("unauthorized") => Ok(()),
        Some(status) => Err(format!("the responder answered {status}")),
        None => ocsp::OcspResponse::from_der(&octets).map(drop).map_err(|error| format!("no OCSP response ({error})")),
    }
}
