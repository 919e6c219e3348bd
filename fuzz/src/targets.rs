//! The table of targets: name, what its octets are, body. Here as the one list for libFuzzer, `cargo xtask fuzz` and the tests.
//! Must never hold a target that no seed reaches.

use super::bound;
use super::setting::Setting;

mod forms;
mod keys;
mod verdicts;

/// One target.
pub struct Target {
    pub name: &'static str,
    /// Octets before the message, which choose how it is used.
    pub selector_len: usize,
    /// The message is one DER value.
    pub takes_der: bool,
    body: fn(&Setting, &[u8]),
}

const fn der(name: &'static str, selector_len: usize, body: fn(&Setting, &[u8])) -> Target {
    Target { name, selector_len, takes_der: true, body }
}

const fn text(name: &'static str, selector_len: usize, body: fn(&Setting, &[u8])) -> Target {
    Target { name, selector_len, takes_der: false, body }
}

pub const TARGETS: [Target; 15] = [
    der("der", 1, forms::der),
    der("certificate", 0, forms::certificate),
    der("crl", 0, forms::crl),
    der("ocsp", 0, forms::ocsp),
    der("cms", 0, forms::cms),
    der("name", 0, forms::name),
    der("pkcs12", 0, keys::pkcs12),
    text("input", 0, forms::input),
    text("gost_key", 1, keys::gost_key),
    text("gost_signature", 1, keys::gost_signature),
    text("xml", 1, verdicts::xml),
    der("timestamp", 0, verdicts::timestamp),
    der("verdict", 1, verdicts::verdict),
    text("tamper_cms", 1, verdicts::tamper_cms),
    text("tamper_xml", 1, verdicts::tamper_xml),
];

/// # Panics
/// Where there is no such target.
#[must_use]
pub fn named(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| panic!("no target {name}"))
}

/// Runs one target within its memory bound.
pub fn run(setting: &Setting, name: &str, data: &[u8]) {
    let target = named(name);
    // What a script is applied to counts as input.
    let message_len = if name.starts_with("tamper") { setting.signed_len_max() } else { data.len() };
    bound::within(name, message_len, || (target.body)(setting, data));
}
