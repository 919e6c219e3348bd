//! The officer's desk: sign-in, queue, case, one page for each act, the auditor's journal, the administrator's system page.
//!
//! A page shows what the office lists as open and asks the office to do it; it never decides by a state.

pub mod act;
pub mod annulment;
pub mod bar;
pub mod blank;
pub mod blanks;
pub mod case;
pub mod checks;
pub mod clock;
pub mod collection;
pub mod comparison;
pub mod complaint;
pub mod complaint_extension;
pub mod conflict;
pub mod consent_words;
pub mod correction;
pub mod coverage;
pub mod day;
pub mod decision;
pub mod declined_registration;
pub mod documents;
pub mod due;
pub mod duplicate;
pub mod enquiries;
pub mod enquiry;
pub mod enquiry_file;
pub mod file;
pub mod handover;
pub mod hearing;
pub mod hearing_protocol;
pub mod hearing_remarks;
pub mod intake;
pub mod journal;
pub mod kept;
pub mod leaves;
pub mod letter;
pub mod letter_words;
pub mod me;
pub mod motions;
pub mod nav;
pub mod no_show;
pub mod notes;
pub mod outgoing;
pub mod pane;
pub mod paper;
pub mod paper_refusal;
pub mod people;
pub mod person_key;
pub mod preliminary_refusal;
pub mod proof;
pub mod queue;
pub mod readings;
pub mod record;
pub mod recusal;
pub mod refusal;
pub mod register_change;
pub mod registers;
pub mod registration;
pub mod resumed_review;
pub mod return_of_request;
pub mod rows;
pub mod samples;
pub mod see_file;
pub mod sheet;
pub mod sheet_picture;
pub mod sign_in;
pub mod sign_in_eds;
pub mod slip;
pub mod statistics;
pub mod system;
pub mod telephone;
pub mod transfer;
pub mod typed_removal;
pub mod typing;
pub mod workload;

use crate::routes::{GET, GET_POST, Route, Who, page, signing, upload};

/// Addresses of the desk.
pub const ROUTES: &[Route] = &[
    page("/{lang}/desk/sign-in", GET_POST, Who::Public, sign_in::service),
    signing("/{lang}/desk/sign-in/eds", Who::Public, sign_in_eds::service),
    page("/{lang}/desk/queue", GET_POST, Who::Staff, queue::service),
    page("/{lang}/desk/day", GET_POST, Who::Staff, day::service),
    page("/{lang}/desk/workload", GET, Who::Staff, workload::service),
    page("/{lang}/desk/me", GET_POST, Who::Staff, me::service),
    page("/{lang}/desk/samples", GET, Who::Staff, samples::service),
    page("/{lang}/desk/cases/{application}/sample", GET_POST, Who::Staff, samples::one),
    page("/{lang}/desk/leaves", GET_POST, Who::Staff, leaves::service),
    page("/{lang}/desk/blanks", GET_POST, Who::Staff, blanks::service),
    page("/{lang}/desk/blanks/list", GET, Who::Staff, blanks::list),
    page("/{lang}/desk/cases/{application}", GET, Who::Staff, case::service),
    page("/{lang}/desk/cases/{application}/registration", GET_POST, Who::Staff, registration::service),
    page(
        "/{lang}/desk/cases/{application}/declined-registration",
        GET_POST,
        Who::Staff,
        declined_registration::service,
    ),
    page("/{lang}/desk/cases/{application}/transfer", GET_POST, Who::Staff, transfer::service),
    page("/{lang}/desk/cases/{application}/correction", GET_POST, Who::Staff, correction::service),
    page("/{lang}/desk/cases/{application}/return", GET_POST, Who::Staff, return_of_request::service),
    page("/{lang}/desk/cases/{application}/record", GET_POST, Who::Staff, record::service),
    page("/{lang}/desk/cases/{application}/preliminary-refusal", GET_POST, Who::Staff, preliminary_refusal::service),
    page("/{lang}/desk/cases/{application}/hearing", GET_POST, Who::Staff, hearing::service),
    page("/{lang}/desk/cases/{application}/hearing-protocol", GET_POST, Who::Staff, hearing_protocol::service),
    page("/{lang}/desk/cases/{application}/hearing-remarks", GET_POST, Who::Staff, hearing_remarks::service),
    page("/{lang}/desk/cases/{application}/resumed-review", GET_POST, Who::Staff, resumed_review::service),
    page("/{lang}/desk/cases/{application}/refusal", GET_POST, Who::Staff, refusal::service),
    signing("/{lang}/desk/cases/{application}/decisions/{decision}", Who::Staff, decision::service),
    page("/{lang}/desk/cases/{application}/decisions/{decision}/file", GET, Who::Staff, decision::file),
    page("/{lang}/desk/cases/{application}/collection", GET_POST, Who::Staff, collection::service),
    page("/{lang}/desk/cases/{application}/no-show", GET_POST, Who::Staff, no_show::service),
    page("/{lang}/desk/cases/{application}/handover", GET_POST, Who::Staff, handover::service),
    page("/{lang}/desk/cases/{application}/blank", GET_POST, Who::Staff, blank::service),
    page("/{lang}/desk/cases/{application}/papers/{kind}", GET, Who::Staff, paper::service),
    page("/{lang}/desk/paper", GET, Who::Staff, intake::list),
    page("/{lang}/desk/paper/new", GET_POST, Who::Staff, typing::service),
    upload("/{lang}/desk/paper/{draft}", Who::Staff, intake::service),
    page("/{lang}/desk/paper/{draft}/form", GET, Who::Staff, intake::form),
    page("/{lang}/desk/paper/{draft}/files/{file}", GET, Who::Staff, intake::enclosed),
    page("/{lang}/desk/paper/{draft}/removal", GET_POST, Who::Staff, typed_removal::service),
    page("/{lang}/desk/paper/{draft}/refusal", GET_POST, Who::Staff, paper_refusal::service),
    page("/{lang}/desk/slips/{slip}", GET, Who::Staff, intake::slip),
    page("/{lang}/desk/cases/{application}/pages/{attachment}/{page}", GET, Who::Staff, sheet::service),
    page("/{lang}/desk/cases/{application}/pages/{attachment}/{page}/picture", GET, Who::Staff, sheet_picture::service),
    page("/{lang}/desk/cases/{application}/comparison", GET_POST, Who::Staff, comparison::service),
    page("/{lang}/desk/cases/{application}/notes", GET_POST, Who::Staff, notes::service),
    page("/{lang}/desk/cases/{application}/annulment", GET_POST, Who::Staff, annulment::service),
    page("/{lang}/desk/cases/{application}/telephone", GET_POST, Who::Staff, telephone::service),
    page("/{lang}/desk/cases/{application}/conflict", GET_POST, Who::Staff, conflict::service),
    page("/{lang}/desk/cases/{application}/recusal", GET_POST, Who::Staff, recusal::service),
    page("/{lang}/desk/cases/{application}/see-file", GET_POST, Who::Staff, see_file::service),
    page("/{lang}/desk/cases/{application}/correct-slip", GET_POST, Who::Staff, slip::service),
    page("/{lang}/desk/cases/{application}/duplicates/{other}", GET_POST, Who::Staff, duplicate::service),
    page("/{lang}/desk/enquiries", GET, Who::Staff, enquiries::service),
    page("/{lang}/desk/enquiries/{enquiry}", GET_POST, Who::Staff, enquiry::service),
    page("/{lang}/desk/enquiries/{enquiry}/files/{number}", GET, Who::Staff, enquiry_file::service),
    page("/{lang}/desk/files/{attachment}", GET, Who::Staff, file::service),
    page("/{lang}/desk/complaints", GET, Who::Staff, complaint::list),
    page("/{lang}/desk/complaints/{complaint}", GET, Who::Staff, complaint::service),
    page("/{lang}/desk/complaints/{complaint}/file", GET, Who::Staff, complaint::file),
    page("/{lang}/desk/complaints/{complaint}/proof", GET, Who::Staff, complaint::proof),
    page("/{lang}/desk/complaints/{complaint}/answer", GET_POST, Who::Staff, complaint::answering),
    page("/{lang}/desk/complaints/{complaint}/extension", GET_POST, Who::Staff, complaint_extension::service),
    page("/{lang}/desk/statistics", GET, Who::Staff, statistics::service),
    page("/{lang}/desk/statistics/table", GET, Who::Staff, statistics::csv),
    page("/{lang}/desk/readings", GET, Who::Staff, readings::service),
    page("/{lang}/desk/journal", GET, Who::Staff, journal::service),
    page("/{lang}/desk/people", GET_POST, Who::Staff, people::service),
    page("/{lang}/desk/people/new", GET_POST, Who::Staff, people::new_person),
    page("/{lang}/desk/people/{officer}/key", GET_POST, Who::Staff, person_key::service),
    upload("/{lang}/desk/registers", Who::Staff, registers::service),
    page("/{lang}/desk/registers/rows/{register}", GET, Who::Staff, rows::list),
    page("/{lang}/desk/registers/rows/{register}/{row}", GET_POST, Who::Staff, rows::service),
    page("/{lang}/desk/registers/letters", GET, Who::Staff, letter_words::list),
    page("/{lang}/desk/registers/letters/{letter}", GET_POST, Who::Staff, letter_words::service),
    page("/{lang}/desk/registers/consent", GET_POST, Who::Staff, consent_words::service),
    page("/{lang}/desk/registers/coverage", GET, Who::Staff, coverage::service),
    page("/{lang}/desk/registers/files/{name}", GET, Who::Staff, registers::file),
    page("/{lang}/desk/registers/changes/{change}", GET_POST, Who::Staff, register_change::service),
    page("/{lang}/desk/registers/changes/{change}/files/{name}", GET, Who::Staff, register_change::file),
    page("/{lang}/desk/system", GET, Who::Staff, system::service),
];

/// A label and its value: a row of a summary list, or a hidden field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
}

impl Row {
    /// A row.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Row {
        Row { label: label.into(), value: value.into() }
    }
}

/// The locale key of a stable name: `state-` and `in_review` make `state-in-review`.
pub fn key(prefix: &str, name: &str) -> String {
    format!("{prefix}{}", name.replace('_', "-"))
}
