//! The rules of the verdict (issue 3, part 3), sentence by sentence: one named test each, one file a theme.
//! What the mini NCA shows without further making stands in `synthetic.rs`; here is the rest.
//! Must never: need a file from outside.

#[path = "rules/setting.rs"]
mod setting;

#[path = "rules/chain.rs"]
mod chain;
#[path = "rules/control_time.rs"]
mod control_time;
#[path = "rules/form.rs"]
mod form;
#[path = "rules/lists.rs"]
mod lists;
#[path = "rules/ocsp.rs"]
mod ocsp;
#[path = "rules/outcome.rs"]
mod outcome;
#[path = "rules/round_trip.rs"]
mod round_trip;
#[path = "rules/signed_xml.rs"]
mod signed_xml;
#[path = "rules/strength.rs"]
mod strength;
