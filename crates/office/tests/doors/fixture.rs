//! An office over a new database in a folder of its own, with the project's own data; letters are remembered, the seal can fail.

use domain::moment::Moment;
use domain::paper::{ApplicationPaper, CertificatePaper, Press, PressError, RefusalPaper};
use eds::{Evidence, TrustList};
use futures_util::future::BoxFuture;
use gateways::{NotDelivered, Parcel, Post};
use jiff::{SignedDuration, Timestamp};
use office::keys::Keys;
use office::trust::{Environment, Sealer, TimeAuthority, TrustSnapshot, TrustSource};
use office::{Office, Parts, Settings};
use service::Texts;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use store::Store;
use testkit::{Algorithm, Nca, Person, PersonSpec};

/// An office for one test.
pub struct Desk {
    pub office: Office,
    pub store: Store,
    pub outside: Arc<Outside>,
    pub nca: Nca,
    pub person: Person,
    _folder: tempfile::TempDir,
}

/// What lies outside the office.
#[derive(Default)]
pub struct Outside {
    /// What was delivered: number and text.
    pub delivered: Mutex<Vec<(String, String)>>,
    /// The seal cannot be used.
    pub is_seal_broken: AtomicBool,
}

/// `seconds` after 09:00 of 22 November 2026.
pub fn at(seconds: i64) -> Timestamp {
    "2026-11-22T09:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_secs(seconds)
}

/// A moment then; `seed` tells it from others.
pub fn moment(seconds: i64) -> Moment {
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&seconds.to_be_bytes());
    Moment::new(at(seconds), seed)
}

impl Desk {
    pub async fn open() -> Desk {
        Desk::under(Environment::Test).await
    }

    /// With a trust list for this.
    pub async fn under(environment: Environment) -> Desk {
        let settings = Settings::new("https://consul.example.kz".into(), false);
        Desk::with(environment, settings).await
    }

    /// Where signing by eGov Mobile is offered.
    pub async fn open_with_mobile() -> Desk {
        let settings = Settings::new("https://consul.example.kz".into(), false);
        Desk::with(Environment::Test, Settings { egov_mobile: true, ..settings }).await
    }

    async fn with(environment: Environment, settings: Settings) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("elshi.db").display());
        let store = Store::open(&url, &folder.path().join("files")).await.unwrap();
        let nca = Nca::new([7; 32], at(0));
        let person = nca.person(&PersonSpec::individual("applicant", Algorithm::Gost512));
        let outside = Arc::new(Outside::default());
        let mut data = files(&["services", "registers"]);
        data.insert("countries.json".into(), std::fs::read(root().join("assets/dist/countries.json")).unwrap());
        let parts = Parts {
            store: store.clone(),
            files: data,
            texts: Arc::new(Texts::load(&files(&["locales"])).unwrap()),
            press: Arc::new(NoPress),
            draws: Arc::new(NoPictures),
            sealer: outside.clone(),
            trust: Arc::new(Trust(Arc::new(snapshot(&nca, environment)))),
            time: outside.clone(),
            post: outside.clone(),
            scanner: None,
            receivers: office::outgoing::Receivers::new(),
            keys: Keys::new([5; 32]),
            settings,
        };
        Desk { office: Office::new(parts).unwrap(), store, outside, nca, person, _folder: folder }
    }

    /// The digits of the last code that was delivered.
    pub fn last_code(&self) -> String {
        let delivered = self.outside.delivered.lock().unwrap();
        let (_, text) = delivered.last().unwrap();
        text.rsplit('#').next().unwrap().trim().to_owned()
    }
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn files(folders: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for folder in folders {
        read(&root().join(folder), &mut files);
    }
    files
}

fn read(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, files);
        } else {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read(&path).unwrap());
        }
    }
}

fn snapshot(nca: &Nca, environment: Environment) -> TrustSnapshot {
    let hierarchy = nca.hierarchy(Algorithm::Gost512);
    let certificates = [&hierarchy.root.certificate.der, &hierarchy.issuing.certificate.der];
    let (list, _) = TrustList::from_certificates(certificates.into_iter().map(Vec::as_slice));
    let mut evidence = Evidence::new();
    evidence.add_crl("crl", &nca.crl_of(Algorithm::Gost512, at(-86_400), at(864_000))).unwrap();
    TrustSnapshot { list, evidence, environment }
}

struct Trust(Arc<TrustSnapshot>);

impl TrustSource for Trust {
    fn snapshot(&self) -> Arc<TrustSnapshot> {
        self.0.clone()
    }
}

impl TimeAuthority for Outside {
    fn address(&self) -> Option<String> {
        None
    }

    fn ask<'a>(&'a self, _request: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, String>> {
        Box::pin(async { Err("no authority is named".to_owned()) })
    }
}

impl Post for Outside {
    fn deliver(&self, parcel: Parcel) -> BoxFuture<'_, Result<(), NotDelivered>> {
        self.delivered.lock().unwrap().push((parcel.to, parcel.body));
        Box::pin(async { Ok(()) })
    }

    fn describe(&self) -> String {
        "memory".to_owned()
    }
}

impl Sealer for Outside {
    fn seal(&self, content: &[u8], _: Timestamp, _: &[u8; 32]) -> Result<Vec<u8>, String> {
        if self.is_seal_broken.load(Ordering::SeqCst) {
            Err("the key is away".to_owned())
        } else {
            Ok(content.to_vec())
        }
    }

    fn certificate(&self) -> &[u8] {
        b"certificate"
    }
}

struct NoPictures;

impl domain::picture::Draws for NoPictures {
    fn draw(&self, _: &str, _: Vec<u8>, _: domain::picture::Wanted) -> Option<Vec<u8>> {
        None
    }
}

struct NoPress;

impl Press for NoPress {
    fn slip(&self, _: &domain::paper::SlipPaper<'_>) -> Result<Vec<u8>, PressError> {
        Err(PressError("no press".into()))
    }

    fn complaint_decision(&self, _: &domain::paper::ComplaintDecisionPaper<'_>) -> Result<Vec<u8>, PressError> {
        Err(PressError("no press".into()))
    }

    fn complaint(&self, _: &domain::paper::ComplaintPaper<'_>) -> Result<Vec<u8>, PressError> {
        Err(PressError("no press".into()))
    }

    fn application(&self, _: &ApplicationPaper<'_>) -> Result<Vec<u8>, PressError> {
        Err(PressError("no papers here".to_owned()))
    }

    fn certificate(&self, _: &CertificatePaper<'_>) -> Result<Vec<u8>, PressError> {
        Err(PressError("no papers here".to_owned()))
    }

    fn refusal(&self, _: &RefusalPaper<'_>) -> Result<Vec<u8>, PressError> {
        Err(PressError("no papers here".to_owned()))
    }
}
