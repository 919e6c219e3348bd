//! What entries commit to of blanks: that they were received, taken for a case, spoiled. SHA-256 of the rows, none of their words.

use super::sending::row_hash;
use crate::blank::{Delivery, Used};
use crate::error::StoreError;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The act of entering a delivery.
pub const RECEIVE_BLANKS: &str = "receive_blanks";
/// The act of printing a certificate on a blank.
pub const TAKE_BLANK: &str = "take_blank";
/// The act of writing a blank off.
pub const SPOIL_BLANK: &str = "spoil_blank";

/// Under which an entry commits SHA-256, hex, of the canonical JSON of its row.
pub(super) const BLANK: &str = "blank";
pub(super) const BLANK_SPOILED: &str = "blank_spoiled";
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
