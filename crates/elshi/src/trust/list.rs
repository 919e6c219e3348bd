//! `elshi trust list`: certificates and revocation lists, for people and for programs.
//! Here because an administrator has to see whom the installation trusts (NCANode #13: a store that was empty and said nothing).

use std::path::Path;

use eds::Certificate;
use jiff::Timestamp;
use serde::Serialize;

use super::shelf::{Shelf, Shelved, ShelvedList, title};
use super::{EXIT_DONE, Failed, no_input, print};

#[derive(Serialize)]
struct Whole {
    folder: String,
    certificates: Vec<CertificateRow>,
    crls: Vec<CrlRow>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct CertificateRow {
    file: String,
    subject: String,
    issuer: String,
    standing: &'static str,
    not_before: Timestamp,
    not_after: Timestamp,
    algorithm: Option<&'static str>,
    sha256: String,
}

#[derive(Serialize)]
struct CrlRow {
    file: String,
    issuer: String,
    delta: bool,
    state: &'static str,
    this_update: Timestamp,
    next_update: Option<Timestamp>,
    entries: usize,
    age_hours: i64,
}

pub fn run(folder: &Path, json: bool, now: Timestamp) -> Result<u8, Failed> {
    let shelf = Shelf::read(folder).map_err(no_input)?;
    let whole = Whole {
        folder: folder.display().to_string(),
        certificates: shelf.certificates.iter().map(certificate).collect(),
        crls: shelf.lists.iter().map(|list| crl(list, now)).collect(),
        problems: shelf.problems,
    };
    if json {
        // Strings and numbers only: there is nothing that could not be written.
        print(&serde_json::to_string(&whole).unwrap_or_default());
    } else {
        print(&table(&whole, now));
    }
    Ok(EXIT_DONE)
}

fn certificate(shelved: &Shelved) -> CertificateRow {
    let certificate = &shelved.certificate;
    CertificateRow {
        file: shelved.file.clone(),
        subject: title(certificate),
        issuer: certificate.issuer().to_string(),
        standing: shelved.standing.as_str(),
        not_before: certificate.not_before(),
        not_after: certificate.not_after(),
        algorithm: algorithm(certificate),
        sha256: shelved.sha256.clone(),
    }
}

pub fn algorithm(certificate: &Certificate) -> Option<&'static str> {
    certificate.key().ok().map(|key| key.algorithm().as_str())
}

fn crl(list: &ShelvedList, now: Timestamp) -> CrlRow {
    let crl = &list.crl;
    CrlRow {
        file: list.file.clone(),
        issuer: list.by.as_ref().map_or_else(|| crl.issuer().to_string(), |by| title(by)),
        delta: crl.is_delta(),
        state: list.state(now).as_str(),
        this_update: crl.this_update(),
        next_update: crl.next_update(),
        entries: crl.len(),
        age_hours: now.duration_since(crl.this_update()).as_hours(),
    }
}

fn table(whole: &Whole, now: Timestamp) -> String {
    let mut lines = Vec::new();
    if whole.certificates.is_empty() {
        lines.push(format!("{}: the trust list is EMPTY: no signature can be proven with it", whole.folder));
    }
    for row in &whole.certificates {
        let over = if row.not_after < now { ", its time is over" } else { "" };
        lines.push(format!("{:10} {} ({})", row.standing, row.subject, row.algorithm.unwrap_or("unknown key")));
        lines.push(format!("           {} .. {}{over}", day(row.not_before), day(row.not_after)));
        lines.push(format!("           SHA-256 {}  {}", row.sha256, row.file));
    }
    for row in &whole.crls {
        let kind = if row.delta { "delta" } else { "list" };
        lines.push(format!("{kind:10} {} - {}, {} entries", row.issuer, row.state, row.entries));
        let until = row.next_update.map_or_else(|| "never said".to_owned(), |until| until.to_string());
        lines
            .push(format!("           made {} ({} h ago), next {until}  {}", row.this_update, row.age_hours, row.file));
    }
    lines.extend(whole.problems.iter().map(|problem| format!("PROBLEM    {problem}")));
    let shown = |line: &String| line.chars().filter(|letter| !letter.is_control()).collect();
    lines.iter().map(shown).collect::<Vec<String>>().join("\n")
}

fn day(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}
