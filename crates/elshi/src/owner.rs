//! Whose installation this is: a name in three languages and a logo for the head of every page, from a file beside the program's other
//! settings (UX.md 6: neutral, no emblem of ours, a slot for the deployer). Must never let a picture in that is no picture.

use crate::resources::BuiltAssets;
use domain::lang::{Lang, Trilingual};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use web::{Assets, Owner};

/// Longest name, characters.
const NAME_CHARS_MAX: usize = 80;
/// Largest logo, bytes: every first page carries it.
const LOGO_BYTES_MAX: usize = 20_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The file: `name = { kk = "…", ru = "…", en = "…" }` and, if there is one, `logo = "logo.svg"` beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    name: Trilingual,
    logo: Option<PathBuf>,
}

/// The built files, and the logo under a name that changes with its content.
pub struct WithLogo(Option<(String, Vec<u8>)>);

impl Assets for WithLogo {
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        match &self.0 {
            Some((name, bytes)) if name == path => Some(Cow::Owned(bytes.clone())),
            _ => BuiltAssets.file(path),
        }
    }
}

/// Reads `file`; without one the pages name nobody.
///
/// # Errors
/// A sentence that says what to mend.
pub fn read(file: Option<&Path>) -> Result<(Option<Owner>, WithLogo), String> {
    let Some(file) = file else { return Ok((None, WithLogo(None))) };
    let told = |what: &dyn std::fmt::Display| format!("{}: {what}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| told(&error))?;
    let stated: Stated = toml::from_str(&text).map_err(|error| told(&error))?;
    for lang in Lang::ALL {
        let name = stated.name.get(lang);
        if name.trim().is_empty() || name.chars().count() > NAME_CHARS_MAX || name.chars().any(char::is_control) {
            return Err(told(&format!("name.{} is 1 to {NAME_CHARS_MAX} characters on one line", lang.tag())));
        }
    }
    let logo = stated.logo.map(|logo| picture(&file.with_file_name(&logo))).transpose()?;
    let address = logo.as_ref().map(|(name, _)| format!("/assets/{name}"));
    Ok((Some(Owner { name: stated.name, logo: address }), WithLogo(logo)))
}

fn picture(file: &Path) -> Result<(String, Vec<u8>), String> {
    let told = |what: &dyn std::fmt::Display| format!("{}: {what}", file.display());
    let bytes = std::fs::read(file).map_err(|error| told(&error))?;
    if bytes.len() > LOGO_BYTES_MAX {
        return Err(told(&format!("the logo has {} bytes, at most {LOGO_BYTES_MAX} are taken", bytes.len())));
    }
    let kind = if bytes.starts_with(PNG) {
        "png"
    } else if std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg") && !text.contains("<!ENTITY")) {
        "svg"
    } else {
        return Err(told(&"the logo is an SVG or a PNG"));
    };
    let hash = hex::encode(Sha256::digest(&bytes));
    Ok((format!("owner.{}.{kind}", hash.get(..10).unwrap_or_default()), bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str =
        "name = { kk = \"Берлиндегі елшілік\", ru = \"Посольство в Берлине\", en = \"Embassy in Berlin\" }\n";

    fn written(text: &str, logo: &[u8]) -> Result<(Option<Owner>, WithLogo), String> {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("owner.toml"), text).unwrap();
        std::fs::write(place.path().join("logo.svg"), logo).unwrap();
        read(Some(&place.path().join("owner.toml")))
    }

    #[test]
    fn a_logo_is_served_under_a_name_of_its_content() {
        let (owner, assets) = written(&format!("{NAME}logo = \"logo.svg\""), b"<svg/>").unwrap();
        let address = owner.unwrap().logo.unwrap();
        assert_eq!(assets.file(address.strip_prefix("/assets/").unwrap()).unwrap(), b"<svg/>".as_slice());
        let (other, _) = written(&format!("{NAME}logo = \"logo.svg\""), b"<svg />").unwrap();
        assert_ne!(other.unwrap().logo.unwrap(), address);
        assert_eq!(written(NAME, b"").unwrap().0.unwrap().logo, None);
        assert!(read(None).unwrap().0.is_none());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_file() {
        let logo = format!("{NAME}logo = \"logo.svg\"");
        let told = |text: &str, bytes: &[u8]| written(text, bytes).err().unwrap();
        assert!(told(&logo, b"GIF89a").contains("an SVG or a PNG"));
        assert!(told(&logo, &[b'x'; LOGO_BYTES_MAX + 1]).contains("at most 20000"));
        assert!(told("name = { kk = \"а\", ru = \"\", en = \"a\" }", b"").contains("name.ru"));
        assert!(told("title = 1", b"").contains("owner.toml"));
        assert!(told(&format!("{NAME}logo = \"none.png\""), b"").contains("none.png"));
    }
}
