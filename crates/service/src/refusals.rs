//! Grounds of refusal and reasons not to register, in the law's words with their articles.

use crate::catalogue::{Files, LoadError, UnverifiedFact, note, toml};
use domain::application::DeclineReason;
use domain::lang::Trilingual;
use domain::paper::PrintedGround;
use domain::provenance::Mark;
use domain::refusal::Ground;
use serde::Deserialize;

const FILE: &str = "services/death-abroad/refusals.toml";

/// The loaded texts: one for every ground and reason of `domain`.
#[derive(Clone, Debug)]
pub struct Refusals {
    grounds: Vec<Entry>,
    declines: Vec<Entry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    article: String,
    source: String,
    verified: Mark,
    kk: String,
    ru: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ground: Vec<Entry>,
    decline: Vec<Entry>,
}

impl Refusals {
    pub(crate) fn load(files: &Files, unverified: &mut Vec<UnverifiedFact>) -> Result<Refusals, LoadError> {
        let File { ground: grounds, decline: declines } = toml(files, FILE)?;
        let wanted: Vec<&str> = Ground::ALL.into_iter().map(Ground::as_str).collect();
        same_ids("ground", &grounds, &wanted)?;
        let mut wanted: Vec<&str> = DeclineReason::OFFICERS.into_iter().map(DeclineReason::as_str).collect();
        wanted.push(DeclineReason::SignatureInvalid.as_str());
        same_ids("decline", &declines, &wanted)?;
        for entry in grounds.iter().chain(&declines) {
            note(unverified, (FILE, 0), format!("{}: {}", entry.id, entry.article), &entry.source, entry.verified);
        }
        Ok(Refusals { grounds, declines })
    }

    /// A ground as a paper prints it.
    pub fn ground(&self, ground: Ground) -> Option<PrintedGround> {
        self.grounds.iter().find(|entry| entry.id == ground.as_str()).map(Entry::printed)
    }

    /// A reason not to register, in words.
    pub fn decline(&self, reason: DeclineReason) -> Option<PrintedGround> {
        self.declines.iter().find(|entry| entry.id == reason.as_str()).map(Entry::printed)
    }
}

impl Entry {
    fn printed(&self) -> PrintedGround {
        let text = Trilingual { kk: self.kk.clone(), ru: self.ru.clone(), en: self.en.clone() };
        PrintedGround { text, article: self.article.clone() }
    }
}

fn same_ids(table: &str, entries: &[Entry], wanted: &[&str]) -> Result<(), LoadError> {
    let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    if ids == wanted {
        return Ok(());
    }
    let reason = format!("[[{table}]] must be, in this order: {}", wanted.join(", "));
    Err(LoadError { file: FILE.to_owned(), line: 0, reason })
}
