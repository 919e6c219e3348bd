//! Asks the NCA for what a verdict lacks: OCSP, then revocation lists, at the addresses of the trust folder's trust.toml.
//! Here apart so that "no network" is one condition. It must never follow an address out of a certificate, wait longer than a few
//! seconds in all, or make a verdict better by silence.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use eds::digest::DigestAlgorithm;
use eds::{Certificate, Evidence, Policy, TrustList, Verdict};
use gateways::nca::{HttpNca, Inquirer, Nca, Patience, Question};
use jiff::Timestamp;

use crate::trust::seed;
use crate::trust::settings::Settings;

/// All questions of one run together.
const IN_ALL: Duration = Duration::from_secs(8);
/// Answers remembered during one run.
const ANSWERS_MAX: usize = 1_000;

/// The NCA for one run of the command.
pub struct Online {
    runtime: tokio::runtime::Runtime,
    nca: Arc<HttpNca>,
    responder: Option<Inquirer>,
    /// Addresses of lists that were not asked for yet.
    lists: Vec<String>,
    /// What is left of [`IN_ALL`].
    left: Duration,
    random: [u8; 32],
    asked: u64,
}

impl Online {
    /// `None`: trust.toml is absent or names no address, so no network is used.
    pub fn open(folder: &Path, random: Result<[u8; 32], String>) -> Option<Self> {
        if !folder.join("trust.toml").is_file() {
            return None;
        }
        let opened = Settings::read(folder).and_then(|settings| {
            if settings.ocsp().is_none() && settings.crl.is_empty() {
                return Ok(None);
            }
            Self::with(&settings, random?).map(Some)
        });
        opened.unwrap_or_else(|why| {
            eprintln!("elshi: the network is not used: {why}");
            None
        })
    }

    fn with(settings: &Settings, random: [u8; 32]) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let nca = Arc::new(HttpNca::new(Patience::PERSON, seed(&random))?);
        let responder = settings.ocsp().map(|address| Inquirer::new(nca.clone(), address.to_owned(), ANSWERS_MAX));
        let lists = settings.crl.iter().map(|row| row.url.clone()).collect();
        let runtime = runtime.map_err(|error| error.to_string())?;
        Ok(Self { runtime, nca, responder, lists, left: IN_ALL, random, asked: 0 })
    }

    /// Adds to `evidence` what could be got for this verdict; true if there may be something new to judge.
    pub fn complete(&mut self, verdict: &Verdict, trust: &TrustList, evidence: &mut Evidence, now: Timestamp) -> bool {
        let pairs = Inquirer::lacking(verdict, trust);
        let mut answered = false;
        for (certificate, issuer) in &pairs {
            answered |= self.ask_responder((certificate, issuer), evidence, now);
        }
        if !pairs.is_empty() && !answered {
            self.ask_lists(evidence);
        }
        // Also what was left aside: it is a warning of the new verdict.
        !pairs.is_empty()
    }

    fn ask_responder(&mut self, pair: (&Certificate, &Certificate), evidence: &mut Evidence, now: Timestamp) -> bool {
        let nonce = self.nonce();
        let Some(responder) = &self.responder else { return false };
        let begun = tokio::time::Instant::now();
        let age_max = Policy::any().ocsp_age_max;
        let asked = self.runtime.block_on(async {
            tokio::time::timeout(self.left, responder.inquire(pair, &nonce, age_max, now, evidence)).await
        });
        self.left = self.left.saturating_sub(begun.elapsed());
        let answered = asked.unwrap_or_else(|_| Err("no answer in time".to_owned()));
        answered.map_err(|why| eprintln!("elshi: OCSP: {why}")).is_ok()
    }

    /// Each list is asked for once in a run.
    fn ask_lists(&mut self, evidence: &mut Evidence) {
        for address in std::mem::take(&mut self.lists) {
            let begun = tokio::time::Instant::now();
            let answer = self
                .runtime
                .block_on(async { tokio::time::timeout(self.left, self.nca.ask(&address, &Question::Crl)).await });
            self.left = self.left.saturating_sub(begun.elapsed());
            let got = answer.map_err(|_| "no answer in time".to_owned()).and_then(gateways::nca::Answer::got);
            let read = got.and_then(|octets| evidence.add_crl_file(&address, octets).map_err(|why| why.to_string()));
            if let Err(why) = read {
                eprintln!("elshi: {address}: {why}");
            }
        }
    }

    /// Thirty-two octets that were not sent before.
    fn nonce(&mut self) -> [u8; 32] {
        self.asked += 1;
        let mixed = DigestAlgorithm::Sha256.digest(&[&self.random, &self.asked.to_be_bytes()]);
        mixed.try_into().unwrap_or(self.random)
    }
}
