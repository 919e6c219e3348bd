//! HTTP: pages in, one verb of the office or one query, pages out.
//!
//! Every address stands in [`routes::TABLE`]; a page is one file with its `get` and `post`. Nothing here says SQL, reads a
//! clock or decides by a state: which acts are open is asked of the office.

pub mod api;
pub mod assets;
pub mod cookies;
pub mod csrf;
pub mod desk;
pub mod entry;
pub mod forms;
pub mod frame;
pub mod headers;
pub mod problem;
pub mod qr;
pub mod remote;
pub mod routes;
pub mod scanned;
pub mod state;
pub mod switch;
pub mod texts;
pub mod tus;
pub mod visit;

pub mod portal;
pub mod public;

pub use remote::Network;
pub use routes::router;
pub use state::{AppState, Assets, Edge, Owner, WebSettings};
