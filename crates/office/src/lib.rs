//! The verbs of the office: one file per act done to a request or an application.
//!
//! Every verb does the same: look who asks, load, ask the domain, then store the new state, its journal entry and its
//! letters in one transaction. Default deny: a permission that is not granted here does not exist. This room never
//! sees HTTP or SQL, sends nothing itself and renders nothing inside a transaction.

pub mod accept_paper;
pub mod account;
pub mod answer_complaint;
pub mod appointments;
pub mod assign;
pub mod attach_file;
pub mod blanks;
pub mod cases;
pub mod compare_papers;
pub mod complain;
mod complained_of;
pub mod day;
pub mod declare_conflict;
pub mod declare_identity;
pub mod decline_registration;
pub mod drafts;
pub mod duplicates;
pub mod error;
pub mod grant;
pub mod hand_over;
pub mod installation;
pub mod issue_certificate;
pub mod jobs;
pub mod journal;
pub mod keys;
pub mod letter_report;
pub mod letters;
pub mod mobile_signing;
pub mod officer_sign_in;
pub mod outbox;
pub mod outgoing;
pub mod paper_intake;
pub mod people;
pub mod prepare_request;
pub mod print_form;
pub mod print_on_blank;
pub mod queue;
pub mod readings;
pub mod receipt;
pub mod receive_blanks;
mod recheck_complaint;
pub mod recheck_signature;
pub mod refuse;
pub mod refuse_paper;
pub mod register;
pub mod rehearsal;
pub mod remind;
pub mod report_no_show;
pub mod request_correction;
pub mod reserve_certificate;
pub mod resumable_upload;
pub mod save_section;
pub mod session;
pub mod set_collection;
pub mod sheets;
pub mod sign_cms;
pub mod sign_in_eds;
pub mod sign_in_otp;
pub mod spoil_blank;
pub mod staff;
pub mod start_again;
pub mod start_draft;
pub mod statistics;
pub mod submit_confirmed;
pub mod submit_signed;
pub mod supplement;
mod tell_overdue;
pub mod timestamp_signatures;
pub mod transfer;
pub mod trust;
pub mod verify_file;
pub mod withdraw;
pub mod workload;
pub mod write_note;

mod desk_act;
mod file_check;
mod one_time_code;
mod permission;
mod photo;
mod send;
mod signature;

pub use error::{Fault, FileProblem, OfficeError, OtpProblem, SignatureProblem};

use domain::iin::IinRules;
use domain::paper::Press;
use domain::picture::Draws;
use futures_util::future::BoxFuture;
use service::{Catalogue, Texts};
use std::sync::Arc;
use store::{Store, Tx};
use tokio::sync::Semaphore;
use trust::{Sealer, TimeAuthority, TrustSource};

/// What an installation decides once.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Public address without a trailing slash, for example `https://consul.example.kz`; stands in letters and challenges.
    pub host: String,
    /// A demonstration: developer pages are shown and test keys may be trusted.
    pub demo: bool,
    /// Largest file that is taken, bytes.
    pub upload_bytes_max: u64,
    /// Most files of one document.
    pub files_per_document_max: usize,
    /// Most bytes of one request's files together.
    pub request_bytes_max: u64,
    /// Largest signature, and largest document beside it, that the verification service takes, bytes.
    pub verify_bytes_max: u64,
    /// Requests a minute of one address to the verification service; `None` = no limit.
    pub verify_per_minute_max: Option<u32>,
    /// Signing by the phone app eGov Mobile is offered. Nobody has tried it with the real app, so only a demonstration offers it
    /// (docs/decisions/0019).
    pub egov_mobile: bool,
}

/// Requests a minute of one address to the verification service, unless the installation says otherwise.
pub const VERIFY_PER_MINUTE_MAX: u32 = 600;

impl Settings {
    /// 15 MB a page, 20 pages a document, 100 MB in all (UX.md 2.6).
    pub fn new(host: String, demo: bool) -> Settings {
        Settings {
            host,
            demo,
            upload_bytes_max: 15_000_000,
            files_per_document_max: 20,
            request_bytes_max: 100_000_000,
            verify_bytes_max: 20_000_000,
            // A demonstration listens on this computer only.
            verify_per_minute_max: (!demo).then_some(VERIFY_PER_MINUTE_MAX),
            egov_mobile: demo,
        }
    }
}

/// What the binary puts together.
pub struct Parts {
    /// The database and the folder of files.
    pub store: Store,
    /// The service and the registers.
    pub catalogue: Arc<Catalogue>,
    /// Every sentence a person reads.
    pub texts: Arc<Texts>,
    /// Sets papers.
    pub press: Arc<dyn Press>,
    /// Draws pages of enclosed files.
    pub draws: Arc<dyn Draws>,
    /// The institution's seal.
    pub sealer: Arc<dyn Sealer>,
    /// The trust list and revocation data as they stand now.
    pub trust: Arc<dyn TrustSource>,
    /// Proof of time for signatures.
    pub time: Arc<dyn TimeAuthority>,
    /// Mail and SMS.
    pub post: Arc<dyn gateways::Post>,
    /// Other bodies that are told of a registered death.
    pub receivers: outgoing::Receivers,
    /// Keys of this installation.
    pub keys: keys::Keys,
    /// Its settings.
    pub settings: Settings,
}

/// The office. Cheap to clone.
#[derive(Clone)]
pub struct Office(Arc<Parts>, Arc<Semaphore>, Arc<sheets::Room>, Arc<statistics::Kiosk>);

impl Office {
    /// Opens the office over its parts.
    pub fn new(parts: Parts) -> Office {
        let seats = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Office(Arc::new(parts), Arc::new(Semaphore::new(seats)), Arc::default(), Arc::default())
    }

    /// Every sentence a person reads.
    pub fn texts(&self) -> &Texts {
        &self.0.texts
    }

    /// The service and the registers.
    pub fn catalogue(&self) -> &Catalogue {
        &self.0.catalogue
    }

    /// Settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// True when the trust list is one of test keys: every page bears a banner.
    pub fn is_test(&self) -> bool {
        self.0.trust.snapshot().environment == trust::Environment::Test
    }

    /// What the trust list is for: `production` or `test`.
    pub fn environment(&self) -> &'static str {
        match self.0.trust.snapshot().environment {
            trust::Environment::Production => "production",
            trust::Environment::Test => "test",
        }
    }

    /// Where heavy work waits for a processor.
    pub(crate) fn seats(&self) -> Arc<Semaphore> {
        Arc::clone(&self.1)
    }

    /// Where the public board of terms hangs.
    pub(crate) fn kiosk(&self) -> &statistics::Kiosk {
        &self.3
    }

    /// Where pages are drawn, and those drawn last lie.
    pub(crate) fn drawing_room(&self) -> &Arc<sheets::Room> {
        &self.2
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }

    /// One read-only transaction.
    pub(crate) async fn read<T, F>(&self, work: F) -> Result<T, OfficeError>
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, OfficeError>> + Send + 'static,
        T: Send + 'static,
    {
        self.0.store.read(work).await
    }

    /// One writing transaction: all of it or nothing.
    pub(crate) async fn write<T, F>(&self, work: F) -> Result<T, OfficeError>
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, OfficeError>> + Send + 'static,
        T: Send + 'static,
    {
        self.0.store.write(work).await.map_err(error::flat)
    }

    pub(crate) fn iin_rules(&self) -> IinRules {
        IinRules { allow_test_persons: self.is_test() }
    }
}
