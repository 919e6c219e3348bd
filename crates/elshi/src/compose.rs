//! Puts the rooms together from the data folder and the command line.

use crate::{edge, institution, resources, trust_folder::TrustFolder};
use clap::Args;
use gateways::{FolderPost, Post};
use office::{Office, Parts, Settings};
use service::{Catalogue, Texts};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Store;

/// Where an installation keeps what it has.
#[derive(Args, Clone, Debug)]
pub struct PlaceArgs {
    /// Folder for the database, the files, the keys and the letters.
    #[arg(long, env = "ELSHI_DATA", value_name = "DIR", default_value = "elshi-data")]
    pub data: PathBuf,
    /// PostgreSQL instead of the database in the data folder: `postgres://user@host/name`.
    #[arg(long, env = "ELSHI_DATABASE", value_name = "URL")]
    pub database: Option<String>,
    /// Folder with `services/` and `registers/` instead of the built-in ones.
    #[arg(long, env = "ELSHI_SERVICES", value_name = "DIR")]
    pub services: Option<PathBuf>,
}

/// What an installation decides beside its place.
#[derive(Args, Clone, Debug)]
pub struct OfficeArgs {
    /// Folder with the place's data.
    #[command(flatten)]
    pub place: PlaceArgs,
    /// Trust list: a folder with trust.toml, certificates and crl/. Default: `trust` in the data folder.
    #[arg(long, env = "ELSHI_TRUST", value_name = "DIR")]
    pub trust: Option<PathBuf>,
    /// Public address, as people type it: stands in letters and in challenges to sign. Default: the address listened on.
    #[arg(long, env = "ELSHI_HOST", value_name = "URL")]
    pub host: Option<String>,
    /// Write letters and SMS as files into this folder, for another program to take on.
    #[arg(long, env = "ELSHI_LETTERS_FOLDER", value_name = "DIR")]
    pub letters_folder: Option<PathBuf>,
    /// Sender of the letters.
    #[arg(long, env = "ELSHI_SENDER", value_name = "ADDRESS", default_value = "Elshi <elshi@localhost>")]
    pub sender: String,
    /// A demonstration: people with known passwords, developer pages, letters as files in the data folder.
    #[arg(long)]
    pub demo: bool,
}

/// The office with what the server needs beside it.
pub struct Composed {
    /// The office.
    pub office: Office,
    /// The trust folder, to be refreshed.
    pub trust: Arc<TrustFolder>,
}

/// Opens everything; each failure is one sentence that says what to do.
///
/// # Errors
/// That sentence.
pub async fn compose(args: &OfficeArgs, listen: &str) -> Result<Composed, String> {
    let data = &args.place.data;
    std::fs::create_dir_all(data).map_err(|error| format!("{}: {error}", data.display()))?;
    let catalogue = catalogue(args.place.services.as_deref())?;
    let texts = texts()?;
    let post = post(args)?;
    let trust_path = args.trust.clone().unwrap_or_else(|| data.join("trust"));
    let trust = Arc::new(TrustFolder::open(&trust_path)?);
    let press = papers::TypstPress::new(
        resources::fonts()?,
        &papers::PaperTemplates::built_in(),
        Box::new(PaperWords(texts.clone())),
    )
    .map_err(|error| error.to_string())?;
    let host = args.host.clone().unwrap_or_else(|| format!("http://{listen}"));
    let parts = Parts {
        store: store(&args.place).await?,
        catalogue,
        texts,
        press: Arc::new(press),
        sealer: Arc::new(institution::open_seal(data, edge::clock())?),
        trust: trust.clone(),
        post,
        keys: institution::open_keys(data)?,
        settings: Settings::new(host.trim_end_matches('/').to_owned(), args.demo),
    };
    Ok(Composed { office: Office::new(parts), trust })
}

/// The database and the folder of files.
///
/// # Errors
/// A sentence.
pub async fn store(place: &PlaceArgs) -> Result<Store, String> {
    let url = place
        .database
        .clone()
        .unwrap_or_else(|| format!("sqlite:{}", place.data.join("elshi.db").display()));
    let shown = url.split('@').next_back().unwrap_or(&url).to_owned();
    Store::open(&url, &place.data.join("files")).await.map_err(|error| format!("database {shown}: {error}"))
}

/// The service and the registers, checked.
///
/// # Errors
/// File, line and reason.
pub fn catalogue(folder: Option<&Path>) -> Result<Arc<Catalogue>, String> {
    let files = resources::service_files(folder)?;
    Catalogue::load(&files).map(Arc::new).map_err(|error| error.to_string())
}

fn texts() -> Result<Arc<Texts>, String> {
    Texts::load(&resources::locale_files()).map(Arc::new).map_err(|error| error.to_string())
}

fn post(args: &OfficeArgs) -> Result<Arc<dyn Post>, String> {
    let folder = match (&args.letters_folder, args.demo) {
        (Some(folder), _) => folder.clone(),
        (None, true) => args.place.data.join("letters"),
        (None, false) => {
            return Err("no gateway for letters: people would never hear of their application. Set --letters-folder \
                        (ELSHI_LETTERS_FOLDER) to a folder that your mail and SMS program takes files from, or start a \
                        demonstration with --demo"
                .to_owned());
        }
    };
    FolderPost::new(folder, &args.sender).map(|post| Arc::new(post) as Arc<dyn Post>).map_err(|error| error.to_string())
}

/// The sentences of papers, out of all sentences.
struct PaperWords(Arc<Texts>);

impl papers::Words for PaperWords {
    fn word(&self, lang: domain::lang::Lang, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, service::Value)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.0.f(lang, key, &args)
    }
}
