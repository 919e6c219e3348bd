//! Puts the rooms together from the data folder and the command line.

use crate::edge::random;
use crate::picture::OwnProcess;
use crate::post::PostArgs;
use crate::time_authority::TspOverHttp;
use crate::trust::seed;
use crate::{institution, receivers, resources, trust_folder::TrustFolder};
use clap::Args;
use gateways::nca::{HttpNca, Patience};
use gateways::{Clamd, Scanner};
use jiff::Timestamp;
use office::{Office, Parts, Settings};
use service::{Catalogue, Texts};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
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
    /// Where letters go.
    #[command(flatten)]
    pub post: PostArgs,
    /// File that names who is told of a registered death, and where each listens (docs/outgoing-notices.md). Without it the notices wait.
    #[arg(long, env = "ELSHI_RECEIVERS", value_name = "FILE")]
    pub receivers: Option<PathBuf>,
    /// ClamAV's clamd, which looks for viruses in enclosed files: `unix:/run/clamav/clamd.ctl`, or `127.0.0.1:3310` on this computer.
    /// Without it nothing is said of viruses.
    #[arg(long, env = "ELSHI_CLAMD", value_name = "ADDRESS")]
    pub clamd: Option<String>,
    /// Longest time that clamd may take for one file, seconds.
    #[arg(long, env = "ELSHI_CLAMD_SECONDS", value_name = "N", default_value_t = gateways::SCAN_SECONDS)]
    pub clamd_seconds: u64,
    /// Requests a minute that one address may put to the verification of signatures; 0 = no limit. Default: 600, in a
    /// demonstration no limit.
    #[arg(long, env = "ELSHI_VERIFY_PER_MINUTE", value_name = "N")]
    pub verify_per_minute: Option<u32>,
    /// A demonstration: people with known passwords, developer pages, letters as files in the data folder.
    #[arg(long)]
    pub demo: bool,
    /// Folder with kk/, ru/ and en/ of sentences instead of the built-in ones, to try a translation. Demonstrations only.
    #[arg(long, value_name = "DIR", requires = "demo")]
    pub texts: Option<PathBuf>,
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
pub async fn compose(args: &OfficeArgs, listen: &str, now: Timestamp) -> Result<Composed, String> {
    let data = &args.place.data;
    institution::private_folder(data)?;
    let files = resources::service_files(args.place.services.as_deref())?;
    let texts = texts(args.texts.as_deref())?;
    let post = args.post.open(data, args.demo)?;
    let trust_path = args.trust.clone().unwrap_or_else(|| data.join("trust"));
    let trust = Arc::new(TrustFolder::open(&trust_path)?);
    let press = papers::TypstPress::new(
        resources::fonts()?,
        &papers::PaperTemplates::built_in(),
        Box::new(PaperWords(texts.clone())),
    )
    .map_err(|error| error.to_string())?;
    let host = host(args, listen)?;
    let store = store(&args.place).await?;
    let keys = institution::open_keys(data, &store).await?;
    let parts = Parts {
        store,
        files,
        texts,
        press: Arc::new(press),
        draws: Arc::new(OwnProcess::of_this_binary()?),
        sealer: Arc::new(institution::open_seal(data, now)?),
        trust: trust.clone(),
        time: Arc::new(TspOverHttp::new(trust_path, HttpNca::new(Patience::STAMP, seed(&random()?))?)),
        post,
        scanner: scanner(args)?,
        receivers: receivers::open(args.receivers.as_deref())?,
        keys,
        settings: settings(args, host),
    };
    let office = Office::new(parts).map_err(|error| error.to_string())?;
    office::registers::refresh(&office, now).await.map_err(|error| error.to_string())?;
    let office = office.current();
    check_years(&office, now)?;
    for file in office::registers::hidden_by_changes(&office).await.map_err(|error| error.to_string())? {
        tracing::warn!(
            file,
            "this release has a newer file, which a change made at the desk hides: look at /desk/registers"
        );
    }
    for file in office.edition().unfit_letters() {
        tracing::warn!(
            file,
            "words changed at the desk do not fit this release, its own are used: look at /desk/registers/letters"
        );
    }
    guard_demo(&office, args.demo).await?;
    Ok(Composed { office, trust })
}

fn scanner(args: &OfficeArgs) -> Result<Option<Arc<dyn Scanner>>, String> {
    let Some(address) = &args.clamd else { return Ok(None) };
    let clamd = Clamd::new(address, Duration::from_secs(args.clamd_seconds)).map_err(|why| format!("--clamd {why}"))?;
    Ok(Some(Arc::new(clamd)))
}

fn settings(args: &OfficeArgs, host: String) -> Settings {
    let own = Settings::new(host, args.demo);
    let verify_per_minute_max = match args.verify_per_minute {
        Some(most) => (most > 0).then_some(most),
        None => own.verify_per_minute_max,
    };
    Settings { verify_per_minute_max, ..own }
}

/// A demonstration never meets real people: it wants test keys, and its people never work in an installation.
async fn guard_demo(office: &Office, demo: bool) -> Result<(), String> {
    if demo && !office.is_test() {
        return Err("--demo with a trust list of real keys: a demonstration takes only a list whose trust.toml says \
                    environment = \"test\""
            .to_owned());
    }
    let people = office::staff::demo_people(office).await.map_err(|error| error.to_string())?;
    if !demo && !people.is_empty() {
        return Err(format!(
            "this database holds people of a demonstration, whose passwords everybody knows ({}): start with --demo, or \
             take a new data folder",
            people.join(", ")
        ));
    }
    Ok(())
}

/// The public address. Cookies are safe and signatures can be trusted only over https; this computer itself is the exception.
fn host(args: &OfficeArgs, listen: &str) -> Result<String, String> {
    let host = args.host.clone().unwrap_or_else(|| format!("http://{listen}"));
    let host = host.trim_end_matches('/').to_owned();
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|own| host.starts_with(own));
    if host.starts_with("https://") || local {
        return Ok(host);
    }
    Err(format!(
        "{host}: the public address must begin with https:// (put a proxy with a certificate before elshi, --host names it)"
    ))
}

/// This year must be whole; what the next year lacks is said in time. Where a change made at the desk is in force, what lacks is only said: the
/// desk is where it is mended.
fn check_years(office: &Office, now: Timestamp) -> Result<(), String> {
    let (catalogue, is_changed) = (office.catalogue(), office.edition().number() > 0);
    let year = now.to_zoned(jiff::tz::TimeZone::UTC).year();
    let listed = |problems: Vec<service::catalogue::Problem>| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    };
    let now = catalogue.check(year..=year);
    if !now.is_empty() && is_changed {
        tracing::error!(
            lacking = listed(now),
            "the registers, as changed at the desk, cannot serve this year: requests are refused until they are mended"
        );
    } else if !now.is_empty() {
        return Err(format!("the registers cannot serve {year}: {}", listed(now)));
    }
    let next = catalogue.check(year + 1..=year + 1);
    if !next.is_empty() {
        tracing::warn!(
            lacking = listed(next),
            "the registers cannot serve the next year yet: terms will be refused then"
        );
    }
    Ok(())
}

/// The database and the folder of files.
///
/// # Errors
/// A sentence.
pub async fn store(place: &PlaceArgs) -> Result<Store, String> {
    let url = place.database.clone().unwrap_or_else(|| format!("sqlite:{}", place.data.join("elshi.db").display()));
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

fn texts(folder: Option<&Path>) -> Result<Arc<Texts>, String> {
    Texts::load(&resources::locale_files(folder)?).map(Arc::new).map_err(|error| error.to_string())
}

/// The sentences of papers, out of all sentences.
struct PaperWords(Arc<Texts>);

impl papers::Words for PaperWords {
    fn word(&self, lang: domain::lang::Lang, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, service::Value)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.0.f(lang, key, &args)
    }
}
