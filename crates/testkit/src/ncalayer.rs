//! A simulated NCALayer: the WebSocket service on the user's computer that signs with the user's keys.
//!
//! It behaves as told at run time: sign, cancel, delay, drop, error. The protocol is in `protocol.rs`.
//! Must never: listen on anything but the address given, or answer for a port that a real NCALayer holds.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use jiff::Timestamp;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;
use tokio_rustls::rustls::{ServerConfig, crypto};
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use crate::Person;

pub mod protocol;

use protocol::{Answer, Desk};

/// Where the real NCALayer listens.
pub const STANDARD_ADDRESS: &str = "127.0.0.1:13579";
/// The first message of every connection.
const GREETING: &str = r#"{"result":{"version":"1.4"}}"#;

/// How connections are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// `ws://`
    Plain,
    /// `wss://` with a certificate of its own for 127.0.0.1 and localhost, made at the start.
    SelfSigned,
}

/// What the person before the screen does with the next signing requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behaviour {
    Sign,
    /// Closes the window: a good answer without a result.
    Cancel,
    /// Signs after this time.
    Delay(Duration),
    /// The connection breaks without a word.
    Drop,
    /// An error of the module.
    Error {
        code: String,
        message: String,
        details: String,
    },
}

/// Why it did not start.
#[derive(Debug)]
pub enum StartError {
    /// Something listens there already.
    Taken(SocketAddr),
    Other(SocketAddr, io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(address) => write!(
                f,
                "{address} is taken: probably a real NCALayer runs on this computer; close it or choose another address"
            ),
            Self::Other(address, error) => write!(f, "cannot listen on {address}: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

/// A running simulation; it stops when dropped.
pub struct Ncalayer {
    address: SocketAddr,
    tls: Tls,
    certificate: Vec<u8>,
    desk: Arc<Mutex<Desk>>,
    accepting: JoinHandle<()>,
}

impl Ncalayer {
    /// Listens on `address` (port 0: a free one) with the keys of `people`.
    pub async fn start(address: SocketAddr, tls: Tls, people: Vec<Person>) -> Result<Self, StartError> {
        let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => StartError::Taken(address),
            _ => StartError::Other(address, error),
        })?;
        let address = listener.local_addr().map_err(|error| StartError::Other(address, error))?;
        let (acceptor, certificate) = match tls {
            Tls::Plain => (None, Vec::new()),
            Tls::SelfSigned => {
                let (acceptor, certificate) = self_signed();
                (Some(acceptor), certificate)
            }
        };
        let desk = Arc::new(Mutex::new(Desk::new(people)));
        let accepting = tokio::spawn(accept(listener, acceptor, Arc::clone(&desk)));
        Ok(Self { address, tls, certificate, desk, accepting })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `ws://...` or `wss://...`, for the page's setting.
    pub fn url(&self) -> String {
        let scheme = if self.tls == Tls::Plain { "ws" } else { "wss" };
        format!("{scheme}://{}", self.address)
    }

    /// DER of the certificate of `wss`; empty for `ws`.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// From now on, until told otherwise.
    pub fn behave(&self, behaviour: Behaviour) {
        self.desk().behaviour = behaviour;
    }

    /// The key the person picks where several fit; `None`: the first that fits.
    pub fn choose(&self, id: Option<&str>) {
        self.desk().chosen = id.map(str::to_owned);
    }

    /// Signing time of the next signatures; `None`: this computer's clock.
    pub fn set_time(&self, at: Option<Timestamp>) {
        self.desk().at = at;
    }

    /// Every request received so far, oldest first.
    pub fn requests(&self) -> Vec<Value> {
        self.desk().requests.clone()
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap()
    }
}

impl Drop for Ncalayer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, acceptor: Option<TlsAcceptor>, desk: Arc<Mutex<Desk>>) {
    // Connections live inside the accepting task's set: they end with it.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, acceptor.clone(), Arc::clone(&desk)));
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, acceptor: Option<TlsAcceptor>, desk: Arc<Mutex<Desk>>) {
    match acceptor {
        None => converse(stream, desk).await,
        Some(acceptor) => {
            if let Ok(stream) = acceptor.accept(stream).await {
                converse(stream, desk).await;
            }
        }
    }
}

async fn converse<S: AsyncRead + AsyncWrite + Unpin>(stream: S, desk: Arc<Mutex<Desk>>) {
    let Ok(mut socket) = tokio_tungstenite::accept_async(stream).await else { return };
    if socket.send(Message::Text(Utf8Bytes::from_static(GREETING))).await.is_err() {
        return;
    }
    while let Some(Ok(message)) = socket.next().await {
        let Message::Text(text) = message else { continue };
        let answer = desk.lock().unwrap().answer(&text);
        let reply = match answer {
            Answer::Now(reply) => reply,
            Answer::After(delay, reply) => {
                tokio::time::sleep(delay).await;
                reply
            }
            Answer::HangUp => return,
        };
        if socket.send(Message::Text(reply.to_string().into())).await.is_err() {
            return;
        }
    }
}

fn self_signed() -> (TlsAcceptor, Vec<u8>) {
    let names = ["127.0.0.1".to_owned(), "localhost".to_owned()];
    let made = rcgen::generate_simple_self_signed(names).unwrap();
    let certificate = made.cert.der().clone();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let configuration = ServerConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key.into())
        .unwrap();
    (TlsAcceptor::from(Arc::new(configuration)), certificate.to_vec())
}
