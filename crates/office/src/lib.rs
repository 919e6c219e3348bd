//! The verbs of the office: one file per act done to a request or an application.
//!
//! Every verb does the same: look who asks, load, ask the domain, then store the new state, its journal entry and its
//! letters in one transaction. Default deny: a permission that is not granted here does not exist. This room never
//! sees HTTP or SQL, sends nothing itself and renders nothing inside a transaction.

pub mod accept_paper;
pub mod account;
pub mod account_blank;
pub mod annul;
pub mod answer_complaint;
pub mod answer_remarks;
pub mod appointments;
pub mod ask_file;
pub mod ask_hearing;
pub mod ask_recusal;
pub mod ask_slip;
pub mod assign;
pub mod attach_file;
pub mod blanks;
pub mod cases;
pub mod change_notices;
pub mod change_phone;
pub mod checks;
pub mod compare_papers;
pub mod complain;
mod complained_of;
mod complaint_decision;
mod complaint_terms;
pub mod correct_slip;
pub mod day;
mod decide;
pub mod decide_recusal;
pub mod decide_sealed;
pub mod decide_signed;
pub mod declare_conflict;
pub mod declare_identity;
pub mod decline_registration;
pub mod despite;
pub mod discard_typed;
pub mod drafts;
pub mod duplicates;
pub mod earlier_documents;
pub mod enquiry;
pub mod erase_draft;
pub mod error;
pub mod extend_complaint;
pub mod four_eyes;
pub mod grant;
pub mod hand_over;
pub mod hearing;
pub mod installation;
pub mod issue_certificate;
pub mod jobs;
pub mod journal;
pub mod kept_filters;
pub mod keys;
pub mod leave;
pub mod letter_report;
pub mod letters;
pub mod mail_list;
pub mod mobile_signing;
pub mod motions;
pub mod needs_you;
pub mod new_device;
pub mod officer_sign_in;
pub mod officer_sign_in_eds;
pub mod open_file;
pub mod outbox;
pub mod outgoing;
pub mod paper_intake;
pub mod people;
pub mod plan_refusal;
pub mod prepare_request;
pub mod print_form;
pub mod print_on_blank;
pub mod propose_slip;
pub mod queue;
pub mod readings;
pub mod receipt;
pub mod receive_blanks;
mod recheck_complaint;
pub mod recheck_signature;
pub mod record_hearing;
pub mod refuse;
pub mod refuse_paper;
pub mod register;
pub mod registers;
pub mod rehearsal;
pub mod remark_protocol;
pub mod remind;
pub mod replace_phone;
pub mod report_no_show;
pub mod request_correction;
pub mod reserve_certificate;
pub mod restore;
pub mod resumable_upload;
pub mod resume_review;
pub mod return_request;
pub mod rooms;
pub mod sample;
pub mod save_section;
pub mod scan_files;
pub mod second_factor;
pub mod session;
pub mod set_collection;
pub mod set_hearing;
pub mod sheets;
pub mod sign_cms;
pub mod sign_in_eds;
pub mod sign_in_otp;
pub mod slips;
pub mod spoil_blank;
pub mod staff;
pub mod staff_mail;
pub mod start_again;
pub mod start_draft;
pub mod state_position;
pub mod statistics;
pub mod submit_confirmed;
pub mod submit_signed;
pub mod supplement;
pub mod surrender_receipt;
mod tell_draft;
mod tell_overdue;
mod tell_silence;
pub mod tell_staff;
pub mod timestamp_signatures;
pub mod transfer;
pub mod trust;
pub mod turn_page;
pub mod type_request;
pub mod verify_file;
pub mod waive_hearing;
mod waste;
pub mod withdraw;
pub mod withdraw_blanks;
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
use registers::Edition;
use service::catalogue::Files;
use service::{Catalogue, LoadError, Texts};
use std::sync::{Arc, RwLock};
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
    /// The service and the registers as shipped; changes from the desk lie over them ([`registers`]).
    pub files: Files,
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
    /// Looks for viruses in enclosed files; `None`: nobody does, and nothing is said of it.
    pub scanner: Option<Arc<dyn gateways::Scanner>>,
    /// Other bodies that are told of a registered death.
    pub receivers: outgoing::Receivers,
    /// Keys of this installation.
    pub keys: keys::Keys,
    /// Its settings.
    pub settings: Settings,
}

/// The office, with the registers in force when it was taken: who wants them as they are later takes [`Office::current`]. Cheap to clone.
#[derive(Clone)]
pub struct Office {
    house: Arc<House>,
    edition: Arc<Edition>,
}

/// What all clones share.
struct House {
    parts: Parts,
    /// Where heavy work waits for a processor.
    seats: Arc<Semaphore>,
    /// Where pages are drawn, and those drawn last lie.
    drawing_room: Arc<sheets::Room>,
    /// Where the public board of terms hangs.
    kiosk: statistics::Kiosk,
    /// The registers in force.
    shelf: RwLock<Arc<Edition>>,
}

impl Office {
    /// Opens the office over its parts, with the registers as shipped; [`registers::refresh`] brings the changes from the desk.
    ///
    /// # Errors
    /// File, line and reason, where the shipped files are bad.
    pub fn new(mut parts: Parts) -> Result<Office, LoadError> {
        // The words of letters are changed as the registers are: they lie beside them.
        parts.files.extend(service::letters::files(&parts.texts));
        let seats = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let edition = Arc::new(Edition::shipped(&parts.files, &parts.texts)?);
        let house = House {
            parts,
            seats: Arc::new(Semaphore::new(seats)),
            drawing_room: Arc::default(),
            kiosk: statistics::Kiosk::default(),
            shelf: RwLock::new(Arc::clone(&edition)),
        };
        Ok(Office { house: Arc::new(house), edition })
    }

    /// The same office with the registers that are in force now.
    #[must_use]
    pub fn current(&self) -> Office {
        let edition =
            self.house.shelf.read().map_or_else(|broken| Arc::clone(&broken.into_inner()), |now| Arc::clone(&now));
        Office { house: Arc::clone(&self.house), edition }
    }

    /// Every sentence a person reads, letters in the words that are in force.
    pub fn texts(&self) -> &Texts {
        &self.edition.texts
    }

    /// The service and the registers.
    pub fn catalogue(&self) -> &Catalogue {
        &self.edition.catalogue
    }

    pub(crate) fn put_on_shelf(&self, edition: Edition) {
        let mut shelf = self.house.shelf.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        *shelf = Arc::new(edition);
    }

    /// The edition of the registers this office was taken with.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The service as it was when this case was sent: a case keeps the rules it came under.
    pub fn catalogue_of(&self, case: &store::application::Application) -> &Catalogue {
        self.edition.at(case.sent_at)
    }

    /// Settings.
    pub fn settings(&self) -> &Settings {
        &self.parts().settings
    }

    /// True when the trust list is one of test keys: every page bears a banner.
    pub fn is_test(&self) -> bool {
        self.parts().trust.snapshot().environment == trust::Environment::Test
    }

    /// What the trust list is for: `production` or `test`.
    pub fn environment(&self) -> &'static str {
        match self.parts().trust.snapshot().environment {
            trust::Environment::Production => "production",
            trust::Environment::Test => "test",
        }
    }

    /// Where heavy work waits for a processor.
    pub(crate) fn seats(&self) -> Arc<Semaphore> {
        Arc::clone(&self.house.seats)
    }

    /// Where the public board of terms hangs.
    pub(crate) fn kiosk(&self) -> &statistics::Kiosk {
        &self.house.kiosk
    }

    /// Where pages are drawn, and those drawn last lie.
    pub(crate) fn drawing_room(&self) -> &Arc<sheets::Room> {
        &self.house.drawing_room
    }

    pub(crate) fn store(&self) -> &Store {
        &self.parts().store
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.house.parts
    }

    /// One read-only transaction.
    pub(crate) async fn read<T, F>(&self, work: F) -> Result<T, OfficeError>
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, OfficeError>> + Send + 'static,
        T: Send + 'static,
    {
        self.parts().store.read(work).await
    }

    /// One writing transaction: all of it or nothing.
    pub(crate) async fn write<T, F>(&self, work: F) -> Result<T, OfficeError>
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, OfficeError>> + Send + 'static,
        T: Send + 'static,
    {
        self.parts().store.write(work).await.map_err(error::flat)
    }

    pub(crate) fn iin_rules(&self) -> IinRules {
        IinRules { allow_test_persons: self.is_test() }
    }
}
