//! What is built into the binary: the service, the registers, the sentences, the built assets. A debug build reads them from the
//! checkout, so that a text can be changed without compiling.

use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "../../services"]
#[prefix = "services/"]
struct Services;

#[derive(RustEmbed)]
#[folder = "../../registers"]
#[prefix = "registers/"]
struct Registers;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Locales;

#[derive(RustEmbed)]
#[folder = "../../assets/dist"]
#[allow_missing = true]
struct Dist;

/// The built assets for `web`.
pub struct BuiltAssets;

impl web::Assets for BuiltAssets {
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        Dist::get(path).map(|file| file.data)
    }
}

/// Files of the service and the registers by path, from `folder` (holding `services/` and `registers/`) or built in.
///
/// # Errors
/// A sentence naming what cannot be read.
pub fn service_files(folder: Option<&Path>) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = match folder {
        Some(folder) => read_folder(folder, &["services", "registers"])?,
        None => embedded::<Services>().chain(embedded::<Registers>()).collect(),
    };
    let countries = Dist::get("countries.json")
        .ok_or("the built assets are missing: run `cargo xtask assets`, then build again")?;
    files.insert("countries.json".to_owned(), countries.data.into_owned());
    Ok(files)
}

/// One file of the registers that are built in, by path (`registers/trust/nca-test.toml`).
pub fn register_file(path: &str) -> Option<Vec<u8>> {
    Registers::get(path).map(|file| file.data.into_owned())
}

/// Files of the sentences by path (`kk/pages.ftl`), from `folder` or built in.
///
/// # Errors
/// A sentence naming what cannot be read.
pub fn locale_files(folder: Option<&Path>) -> Result<BTreeMap<String, Vec<u8>>, String> {
    folder.map_or_else(|| Ok(embedded::<Locales>().collect()), |folder| read_folder(folder, &["kk", "ru", "en"]))
}

/// Fonts of the papers.
///
/// # Errors
/// A sentence when there are none.
pub fn fonts() -> Result<Vec<Vec<u8>>, String> {
    let fonts: Vec<Vec<u8>> = Dist::iter()
        .filter(|name| name.starts_with("papers/") && name.ends_with(".ttf"))
        .filter_map(|name| Dist::get(&name).map(|file| file.data.into_owned()))
        .collect();
    if fonts.is_empty() {
        return Err("the fonts of the papers are missing: run `cargo xtask assets`, then build again".to_owned());
    }
    Ok(fonts)
}

fn embedded<E: RustEmbed>() -> impl Iterator<Item = (String, Vec<u8>)> {
    E::iter().filter_map(|name| E::get(&name).map(|file| (name.to_string(), file.data.into_owned())))
}

fn read_folder(root: &Path, parts: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    let mut waiting: Vec<_> = parts.iter().map(|part| root.join(part)).collect();
    while let Some(folder) = waiting.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.insert(name, bytes);
        }
    }
    Ok(files)
}
