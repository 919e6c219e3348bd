//! Checks 1 and 2: the EDS as its engine found it, or the one-time password in its place; a request signed by hand has neither. Must never call
//! a one-time password a signature (Digital Code 47(4)).

use super::{Detail, Known, Outcome, Subject};
use jiff::Timestamp;

/// What the engine found of an EDS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Valid.
    Valid,
    /// The word of the NCA is missing.
    Indeterminate,
    /// Not valid.
    Invalid,
}

/// How something was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// With an EDS: what was found, and when it was looked at.
    Eds(Found, Option<Timestamp>),
    /// With a one-time password: when.
    Code(Option<Timestamp>),
    /// By hand, accepted at the desk.
    Paper,
}

/// The request or an addendum, and how it was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proven {
    /// Number of the addendum; `None`: the request.
    pub addendum: Option<u32>,
    /// How.
    pub proof: Proof,
}

/// The EDS: details, and when the engine looked last.
pub(super) fn signature(known: &Known<'_>) -> (Vec<Detail>, Option<Timestamp>) {
    of_each(known, |proof| match proof {
        Proof::Eds(Found::Valid, at) => (Outcome::Pass, "signature-valid", at),
        Proof::Eds(Found::Indeterminate, at) => (Outcome::Attention, "signature-waits", at),
        Proof::Eds(Found::Invalid, at) => (Outcome::Fail, "signature-invalid", at),
        Proof::Code(_) => (Outcome::NotRun, "signature-code-instead", None),
        Proof::Paper => (Outcome::NotRun, "proof-by-hand", None),
    })
}

/// The one-time password: details, and when it was entered last.
pub(super) fn code(known: &Known<'_>) -> (Vec<Detail>, Option<Timestamp>) {
    of_each(known, |proof| match proof {
        Proof::Code(Some(at)) => (Outcome::Pass, "code-entered", Some(at)),
        Proof::Code(None) => (Outcome::Attention, "code-undated", None),
        Proof::Eds(..) => (Outcome::NotRun, "code-eds-instead", None),
        Proof::Paper => (Outcome::NotRun, "proof-by-hand", None),
    })
}

fn of_each(
    known: &Known<'_>,
    look: impl Fn(Proof) -> (Outcome, &'static str, Option<Timestamp>),
) -> (Vec<Detail>, Option<Timestamp>) {
    let mut seen = None;
    let details = known.proofs.iter().map(|own| {
        let (outcome, code, at) = look(own.proof);
        seen = seen.max(at);
        Detail::new(own.addendum.map_or(Subject::Case, Subject::Addendum), outcome, code)
    });
    (details.collect(), seen)
}
