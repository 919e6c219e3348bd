//! The words and laws of the path from a request to a certificate handed over.
//!
//! Pure: values in, values out. Nothing here reads a clock, a file, the network or an environment; time and
//! randomness come in as a [`moment::Moment`]. One rule of law is one file with its article and its test.

pub mod actor;
pub mod annulment;
pub mod application;
pub mod blank;
pub mod calendar;
pub mod certificate;
pub mod comparison;
pub mod complaint;
pub mod confirmation;
pub mod consent;
pub mod country;
pub mod date;
pub mod deadline;
pub mod decision;
pub mod district;
pub mod documents;
pub mod draft_number;
pub mod draft_term;
pub mod enquiry;
pub mod form_number;
pub mod hearing;
pub mod ids;
pub mod iin;
pub mod lang;
pub mod likeness;
pub mod mission;
pub mod moment;
pub mod motion;
pub mod name;
pub mod notices;
pub mod outgoing;
pub mod paper;
pub mod picture;
pub mod provenance;
pub mod receiver;
pub mod reference;
pub mod refusal;
pub mod request;
pub mod return_of_request;
pub mod sample;
pub mod scan;
pub mod signing_age;
pub mod slip;
pub mod slots;
pub mod statistics;
