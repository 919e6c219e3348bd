//! The journal: an append-only proof of who did what to which application and when.
//!
//! An entry is the RFC 8785 JSON of ids and salted SHA-256 commitments; no names and no free text. Its hash is over the stored
//! bytes, which are never serialised again. Entries are chained per application (the rest in the chain `system`); a worker
//! [`seal`]s them into one global sequence. [`verify`] walks all of it, compares the cases with it and names the first fault.

mod case;
mod chain;
mod entry;
mod global;
mod record;
mod report;
mod seal;
mod sending;
mod stock;
mod verify;
mod words;

pub use entry::{Entry, Head, TimelineEntry, append, of_application};
pub use report::{Defect, Fault, Report};
pub use seal::{Seal, seal};
pub use sending::{
    ADD_PERSON, ANSWER_ENQUIRY, APPROVE_REGISTERS, ASK_ENQUIRY, ASSIGN, CLOSE_HOURS, CLOSE_PERSON, COMPARE, CONFLICT,
    DECLINE_ANNULMENT, DISCARD_TYPED, DRAW_SECRET, END_LEAVE, ENTER_LEAVE, ERASE_DRAFT, ERASE_ENQUIRY,
    EXTEND_COMPLAINT, FILE_COMPLAINT, JUDGE_LIKENESS, JUDGE_SAMPLE, MISSION, NAME_KEY, NOTE, OPEN_HOURS,
    PROPOSE_ANNULMENT, PROPOSE_REGISTERS, READ_ENQUIRY, READ_SAMPLE, RECHECK, RECHECK_COMPLAINT, REJECT_REGISTERS,
    RESET_PERSON, SEND, SIGNED_SUPPLEMENT, STAFF_MAIL, TELL_OVERDUE, TELL_SILENCE, TELL_STAFF, WARN_DRAFT,
    WITHDRAW_REGISTERS, annulling, asking, assigning, comparing, complaining, conflicting, deciding, judging,
    notifying, noting, of_draft, rechecking, request_standing, sending, supplementing, term,
};
pub use stock::{
    ACCOUNT_BLANK, RECEIVE_BLANKS, SPOIL_BLANK, TAKE_BLANK, WITHDRAW_BLANKS, not_returning, receiving, spoiling,
    taking, withdrawing,
};
pub use verify::verify;

/// The chain of entries that belong to no application.
const SYSTEM_CHAIN: &str = "system";

/// A SHA-256 hash.
type Hash = [u8; 32];

/// What the first entry of a chain and the first seal name as their predecessor.
const NO_PREDECESSOR: Hash = [0; 32];
