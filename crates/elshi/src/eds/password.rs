//! The password of a keystore: out of a file or out of the environment.
//! Here because a password on the command line is seen by everyone on the computer. It must never print one.

use std::path::Path;

use zeroize::Zeroizing;

use super::load::{self, Unreadable};

/// The variable of the environment.
pub const VARIABLE: &str = "ELSHI_EDS_PASSWORD";

/// The password; the end of the last line of a file is no part of it. `None` = neither way gives one.
pub fn read(file: Option<&Path>) -> Result<Option<Zeroizing<String>>, Unreadable> {
    let Some(path) = file else { return Ok(of_environment()) };
    let octets = Zeroizing::new(load::file(path)?);
    let text = std::str::from_utf8(&octets)
        .map_err(|_| Unreadable { path: path.to_owned(), reason: "the password is not UTF-8".to_owned() })?;
    let text = text.strip_suffix('\n').unwrap_or(text);
    Ok(Some(Zeroizing::new(text.strip_suffix('\r').unwrap_or(text).to_owned())))
}

#[expect(clippy::disallowed_methods, reason = "the binary is where the environment is read")]
fn of_environment() -> Option<Zeroizing<String>> {
    std::env::var(VARIABLE).ok().map(Zeroizing::new)
}
