//! The service told as stories over HTTP against the real binary: one file per story, readable beside the service page.
//!
//! Every story starts a server of its own with its own data, its own NCA and its own clock. None may look past HTTP, the command
//! line and the folder of letters.

// `cfg(test)` tells clippy that these are tests throughout, the harness too.
#[cfg(test)]
mod account;
#[cfg(test)]
mod afterwards;
#[cfg(test)]
mod alike;
#[cfg(test)]
mod annulled;
#[cfg(test)]
mod appointment;
#[cfg(test)]
mod bad_fields;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod blanks;
#[cfg(test)]
mod check_tool;
#[cfg(test)]
mod checks;
#[cfg(test)]
mod clerk;
#[cfg(test)]
mod complaint;
#[cfg(test)]
mod complaint_decision;
#[cfg(test)]
mod complaint_term;
#[cfg(test)]
mod consent;
#[cfg(test)]
mod contradictions;
#[cfg(test)]
mod counts;
#[cfg(test)]
mod day;
#[cfg(test)]
mod decided;
#[cfg(test)]
mod declined_at_registration;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod draft_deleted;
#[cfg(test)]
mod draft_expires;
#[cfg(test)]
mod earlier_documents;
#[cfg(test)]
mod eds_service;
#[cfg(test)]
mod enquiry;
#[cfg(test)]
mod expired_session;
#[cfg(test)]
mod four_eyes;
#[cfg(test)]
mod fsync;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod hearing;
#[cfg(test)]
mod kept_filters;
#[cfg(test)]
mod kill_nine;
#[cfg(test)]
mod language_switch;
#[cfg(test)]
mod leave;
#[cfg(test)]
mod letter_words;
#[cfg(test)]
mod letters_leave;
#[cfg(test)]
mod mobile;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod on_paper;
#[cfg(test)]
mod one_time_password;
#[cfg(test)]
mod outgoing_notices;
#[cfg(test)]
mod overdue;
#[cfg(test)]
mod own_case;
#[cfg(test)]
mod own_telephone;
#[cfg(test)]
mod people;
#[cfg(test)]
mod posted_directly;
#[cfg(test)]
mod proof_of_time;
#[cfg(test)]
mod queue;
#[cfg(test)]
mod readings;
#[cfg(test)]
mod real_nca_key;
#[cfg(test)]
mod recusal;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod register_rows;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod reinstated;
#[cfg(test)]
mod resumed_uploads;
#[cfg(test)]
mod returned;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod rules_of_law;
#[cfg(test)]
mod sampled;
#[cfg(test)]
mod scanned;
#[cfg(test)]
mod see_file;
#[cfg(test)]
mod signature_check_pending;
#[cfg(test)]
mod signed_and_handed_over;
#[cfg(test)]
mod slip;
#[cfg(test)]
mod start_up;
#[cfg(test)]
mod supplement;
#[cfg(test)]
mod transferred;
#[cfg(test)]
mod turned_pages;
#[cfg(test)]
mod two_applicants;
#[cfg(test)]
mod typed;
#[cfg(test)]
mod viewer;
#[cfg(test)]
mod warned;
#[cfg(test)]
mod withdrawn;
