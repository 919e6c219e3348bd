//! One HTTP/1.1 exchange over a connection of its own, straight to the address given, TLS where it says https.
//! Here on `hyper` itself and not on a client library: no proxy out of the environment, no cookie, no decompression, no redirect can
//! come in by a default. It must never follow an answer anywhere, nor wait for ever.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

use crate::nca::Unreachable;

/// Makes connections.
pub(crate) struct Line {
    tls: TlsConnector,
    connect: Duration,
    stall: Duration,
}

impl Line {
    /// `connect`: until a connection stands; `stall`: until the answer begins.
    ///
    /// # Errors
    /// A sentence when TLS cannot be set up.
    pub(crate) fn new(connect: Duration, stall: Duration) -> Result<Self, String> {
        // A certificate of the NCA fetched here is pinned by its fingerprint in any case; the roots of Mozilla keep the rest honest.
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("TLS: {error}"))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), connect, stall })
    }

    /// Sends a request; its URI is the path, its HOST the target's authority. The head of the answer.
    pub(crate) async fn send(
        &self,
        target: &Target,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Incoming>, Unreachable> {
        let stream = self.connect(target).await?;
        if !target.tls {
            return self.exchange(stream, request).await;
        }
        let failed = |error: String| Unreachable::Tls(error);
        let name = ServerName::try_from(target.host.clone()).map_err(|error| failed(error.to_string()))?;
        let protected = timeout(self.connect, self.tls.connect(name, stream)).await;
        let protected = protected.map_err(|_| Unreachable::Timeout)?;
        self.exchange(protected.map_err(|error| failed(error.to_string()))?, request).await
    }

    async fn connect(&self, target: &Target) -> Result<TcpStream, Unreachable> {
        let late = |_| Unreachable::Timeout;
        let looked_up = timeout(self.connect, tokio::net::lookup_host((target.host.as_str(), target.port)));
        let addresses = looked_up.await.map_err(late)?;
        let addresses = addresses.map_err(|error| Unreachable::Name(error.to_string()))?;
        let mut failed = Unreachable::Name("no address".to_owned());
        for address in addresses {
            match timeout(self.connect, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => failed = Unreachable::Connect(error.to_string()),
                Err(elapsed) => failed = late(elapsed),
            }
        }
        Err(failed)
    }

    async fn exchange<S>(&self, stream: S, request: Request<Full<Bytes>>) -> Result<Response<Incoming>, Unreachable>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let broken = |error: hyper::Error| Unreachable::Broken(told(&error));
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
        // It ends by itself when the answer was read or dropped.
        tokio::spawn(connection);
        let answered = timeout(self.stall, sender.send_request(request)).await;
        answered.map_err(|_| Unreachable::Timeout)?.map_err(broken)
    }
}

/// What hyper says, with the reason beneath it.
pub(crate) fn told(error: &hyper::Error) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), |source| format!("{error}: {source}"))
}

/// An address taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) tls: bool,
    pub(crate) host: String,
    pub(crate) port: u16,
    /// Host and, where it was given, port.
    pub(crate) authority: String,
    pub(crate) path: String,
}

impl Target {
    /// # Errors
    /// Why it cannot be used.
    pub(crate) fn parse(address: &str) -> Result<Self, String> {
        let unusable = |why: &str| why.to_owned();
        let uri: Uri = address.parse().map_err(|_| unusable("not a URL"))?;
        let tls = match uri.scheme_str() {
            Some("http") => false,
            Some("https") => true,
            _ => return Err(unusable("not http or https")),
        };
        let authority = uri.authority().ok_or_else(|| unusable("no host"))?.clone();
        if authority.as_str().contains('@') {
            return Err(unusable("a user name in it"));
        }
        Ok(Self {
            tls,
            host: authority.host().trim_matches(['[', ']']).to_owned(),
            port: authority.port_u16().unwrap_or(if tls { 443 } else { 80 }),
            path: uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            authority: authority.to_string(),
        })
    }

    /// The target of a redirect that may be followed: the same host, never from https back to http.
    pub(crate) fn redirected(&self, location: &str) -> Option<Self> {
        let next = if location.starts_with('/') && !location.starts_with("//") {
            Self { path: location.parse::<Uri>().ok()?.path_and_query()?.to_string(), ..self.clone() }
        } else {
            Self::parse(location).ok()?
        };
        let upgrade = next.tls && !self.tls && (self.port, next.port) == (80, 443);
        let same = next.tls == self.tls && next.port == self.port;
        (next.host.eq_ignore_ascii_case(&self.host) && (same || upgrade)).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_stay_on_the_host_and_never_lose_protection() {
        let from = |address: &str| Target::parse(address).unwrap();
        let plain = from("http://crl.example/a.crl");
        assert_eq!(plain.redirected("/b.crl?x=1").unwrap().path, "/b.crl?x=1");
        assert!(plain.redirected("https://CRL.example/a.crl").unwrap().tls);
        for elsewhere in
            ["http://evil.example/a", "//evil.example/a", "http://crl.example:8080/a", "ftp://crl.example/a", ""]
        {
            assert!(plain.redirected(elsewhere).is_none(), "{elsewhere}");
        }
        assert!(from("https://crl.example/a").redirected("http://crl.example/a").is_none());
    }

    #[test]
    fn addresses_are_http_with_a_host_and_nothing_secret() {
        for address in
            ["", "crl.example/a", "file:///etc/passwd", "http://", "http://user:word@crl.example/", "http://a b/"]
        {
            assert!(Target::parse(address).is_err(), "{address}");
        }
        let target = Target::parse("http://[::1]:8080").unwrap();
        assert_eq!((target.host.as_str(), target.port, target.path.as_str()), ("::1", 8080, "/"));
    }
}
