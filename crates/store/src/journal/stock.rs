//! What entries commit to of blanks: that they were received, taken for a case, spoiled. SHA-256 of the rows, none of their words.

use super::sending::row_hash;
use crate::blank::{Delivery, Used, Withdrawn};
use crate::error::StoreError;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The act of entering a delivery.
pub const RECEIVE_BLANKS: &str = "receive_blanks";
/// The act of printing a certificate on a blank.
pub const TAKE_BLANK: &str = "take_blank";
/// The act of writing a blank off.
pub const SPOIL_BLANK: &str = "spoil_blank";

/// The act of saying what became of the blank of an annulled certificate.
pub const ACCOUNT_BLANK: &str = "account_blank";
/// The act of withdrawing a delivery that was typed wrongly.
pub const WITHDRAW_BLANKS: &str = "withdraw_blanks";

/// Under which an entry commits SHA-256, hex, of the canonical JSON of its row.
pub(super) const BLANK: &str = "blank";
pub(super) const BLANK_SPOILED: &str = "blank_spoiled";
pub(super) const BLANK_UNRETURNED: &str = "blank_unreturned";
const DELIVERY: &str = "delivery";

/// What the entry [`RECEIVE_BLANKS`] commits to.
///
/// # Errors
/// [`StoreError::BadRow`] when a value cannot be written as JSON; the types leave no such value.
pub fn receiving(own: &Delivery) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok(BTreeMap::from([(DELIVERY.to_owned(), json!(row_hash(&own.facts())?))]))
}

/// What the entry commits to that takes a blank.
///
/// # Errors
/// As [`receiving`].
pub fn taking(own: &Used) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok(BTreeMap::from([(BLANK.to_owned(), json!(row_hash(&own.facts())?))]))
}

/// What the entry commits to that writes a blank off; empty for one that is not spoiled.
///
/// # Errors
/// As [`receiving`].
pub fn spoiling(own: &Used) -> Result<BTreeMap<String, Value>, StoreError> {
    let facts = own.spoiled_facts();
    facts.map(|facts| Ok((BLANK_SPOILED.to_owned(), json!(row_hash(&facts)?)))).into_iter().collect()
}

/// What the entry commits to that says a blank was not brought back; empty for one of which that was not said.
///
/// # Errors
/// As [`receiving`].
pub fn not_returning(own: &Used) -> Result<BTreeMap<String, Value>, StoreError> {
    let facts = own.unreturned_facts();
    facts.map(|facts| Ok((BLANK_UNRETURNED.to_owned(), json!(row_hash(&facts)?)))).into_iter().collect()
}

/// What the entry [`WITHDRAW_BLANKS`] commits to.
///
/// # Errors
/// As [`receiving`].
pub fn withdrawing(own: &Withdrawn) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok(BTreeMap::from([(DELIVERY.to_owned(), json!(row_hash(&own.facts())?))]))
}
