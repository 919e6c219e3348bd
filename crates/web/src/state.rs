//! What the binary gives to `web`: the office, the edge (clock and randomness) and the built assets.

use crate::api::room::Room;
use crate::assets::AssetNames;
use crate::forms::countries::Shelf;
use crate::remote::Network;
use domain::lang::Trilingual;
use domain::moment::Moment;
use office::Office;
use std::borrow::Cow;
use std::sync::Arc;

/// The clock and the randomness of the operating system; only the binary implements it.
pub trait Edge: Send + Sync {
    /// A fresh moment for one request.
    fn moment(&self) -> Moment;
}

/// The built files of `assets/dist`.
pub trait Assets: Send + Sync {
    /// Bytes of a file by its path inside `dist`, for example `app.1a2b3c4d5e.css`.
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>>;
}

/// What only concerns pages.
#[derive(Clone, Debug)]
pub struct WebSettings {
    /// Address of NCALayer as the browser sees it.
    pub ncalayer: String,
    /// A keystore of test keys for the phone of a demonstration.
    pub phone_keys: Option<Vec<u8>>,
    /// Whose installation it is, where it was said.
    pub owner: Option<Owner>,
}

/// Whose installation it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Name.
    pub name: Trilingual,
    /// Address of the logo.
    pub logo: Option<String>,
}

impl Default for WebSettings {
    fn default() -> WebSettings {
        WebSettings { ncalayer: NCALAYER_ADDRESS.to_owned(), phone_keys: None, owner: None }
    }
}

/// Where NCALayer listens on the person's own computer (EDS.md).
pub const NCALAYER_ADDRESS: &str = "wss://127.0.0.1:13579";

/// Shared by all handlers. Cheap to clone. Each request takes a clone of its own (axum's `State`): it sees the registers that are in force
/// when it comes, from beginning to end.
pub struct AppState {
    /// The verbs.
    pub office: Office,
    /// Clock and randomness.
    pub edge: Arc<dyn Edge>,
    /// Built files.
    pub assets: Arc<dyn Assets>,
    /// Their names on pages.
    pub names: Arc<AssetNames>,
    /// Names of countries in the order of each language.
    pub countries: Arc<Shelf>,
    /// Settings of pages.
    pub settings: Arc<WebSettings>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Arc<[Network]>,
    /// Room in memory for the bodies of programs.
    pub room: Room,
}

impl Clone for AppState {
    fn clone(&self) -> AppState {
        AppState {
            office: self.office.current(),
            edge: Arc::clone(&self.edge),
            assets: Arc::clone(&self.assets),
            names: Arc::clone(&self.names),
            countries: Arc::clone(&self.countries),
            settings: Arc::clone(&self.settings),
            trusted_proxies: Arc::clone(&self.trusted_proxies),
            room: self.room.clone(),
        }
    }
}

impl AppState {
    /// Joins the parts; reads `manifest.json` of the assets once.
    pub fn new(office: Office, edge: Arc<dyn Edge>, assets: Arc<dyn Assets>, settings: WebSettings) -> AppState {
        let names = Arc::new(AssetNames::read(assets.as_ref()));
        let countries = Arc::new(Shelf::with(&office));
        let trusted_proxies = Arc::new([]);
        AppState {
            office,
            edge,
            assets,
            names,
            countries,
            settings: Arc::new(settings),
            trusted_proxies,
            room: Room::default(),
        }
    }

    /// The same behind proxies: limits count whom they name, not them.
    #[must_use]
    pub fn behind(self, trusted_proxies: Vec<Network>) -> AppState {
        AppState { trusted_proxies: trusted_proxies.into(), ..self }
    }

    /// True when cookies must be `Secure`: the public address is https.
    pub fn is_https(&self) -> bool {
        self.office.settings().host.starts_with("https://")
    }
}
