//! Who is told of a registered death: a file that names a receiver for each notice (docs/outgoing-notices.md).
//!
//! Here so that a start says at once what cannot be used. Must never take a secret from the command line, nor show one.

use domain::outgoing::Outgoing;
use gateways::Webhook;
use office::outgoing::Receivers;
use serde::Deserialize;
use std::path::Path;

/// Octets of the file, and of one with a secret.
const FILE_BYTES_MAX: u64 = 64 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    receiver: Vec<Receiver>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Receiver {
    /// Stable names of the notices that it takes.
    notices: Vec<String>,
    url: String,
    /// Beside this file, or absolute.
    secret_file: String,
}

/// The receivers that `file` names; none without a file.
///
/// # Errors
/// A sentence that says what to do.
pub fn open(file: Option<&Path>) -> Result<Receivers, String> {
    let Some(file) = file else { return Ok(Receivers::new()) };
    let shown = file.display();
    let parsed: File = toml::from_str(&text(file)?).map_err(|error| format!("{shown}: {error}"))?;
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut all = Receivers::new();
    for own in parsed.receiver {
        let secrets = text(&folder.join(&own.secret_file))?;
        for name in &own.notices {
            let kind = Outgoing::from_name(name).ok_or_else(|| {
                let known: Vec<&str> = Outgoing::ALL.into_iter().map(Outgoing::as_str).collect();
                format!("{shown}: there is no notice {name:?}; there are {}", known.join(", "))
            })?;
            let webhook =
                Webhook::new(&own.url, &secrets).map_err(|why| format!("{shown}: {}: {why}", own.secret_file))?;
            if all.insert(kind, webhook).is_some() {
                return Err(format!("{shown}: {name} has two receivers; name one"));
            }
        }
    }
    Ok(all)
}

fn text(file: &Path) -> Result<String, String> {
    let told = |error: String| format!("{}: {error}", file.display());
    let bytes = std::fs::metadata(file).map_err(|error| told(error.to_string()))?.len();
    if bytes > FILE_BYTES_MAX {
        return Err(told(format!("more than {FILE_BYTES_MAX} bytes")));
    }
    std::fs::read_to_string(file).map_err(|error| told(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str) -> Result<Receivers, String> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n").unwrap();
        let file = folder.path().join("receivers.toml");
        std::fs::write(&file, text).unwrap();
        open(Some(&file))
    }

    #[test]
    fn a_file_names_who_takes_what() {
        assert!(open(None).unwrap().is_empty());
        let of = |notices: &str, url: &str| {
            format!("[[receiver]]\nnotices = [{notices}]\nurl = \"{url}\"\nsecret_file = \"secret\"\n")
        };
        let good = of("\"key_revocation\", \"register_copy\"", "https://a.example.kz/");
        assert_eq!(opened(&good).unwrap().len(), 2);
        let twice = format!("{good}{}", of("\"key_revocation\"", "https://b.example.kz/"));
        for (bad, said) in [
            (of("\"passport\"", "https://a.example.kz/"), "there is no notice"),
            (of("\"register_copy\"", "http://a.example.kz/"), "https"),
            (twice, "two receivers"),
            (good.replace("secret_file", "secret"), "unknown field"),
            (good.replace("= \"secret\"", "= \"none\""), "none"),
        ] {
            let told = opened(&bad).unwrap_err();
            assert!(told.contains(said) && !told.contains("MfKQ"), "{told}");
        }
    }
}
