//! The NCA over HTTP/1.1: one connection a question, straight to the address given.
//! Here on `hyper` itself and not on a client library: no proxy out of the environment, no cookie, no decompression, no redirect to
//! another host can come in by a default. It must never hand on more octets than the limit, nor a part of an answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::future::BoxFuture;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{ACCEPT, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, LOCATION, USER_AGENT};
use hyper::{Method, Request, Response, StatusCode, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

use super::{Answer, Nca, Patience, Question, Refusal, Unreachable};

/// Redirects followed: to the same host, or from http to https of it.
const REDIRECTS_MAX: usize = 3;

/// Asks over the network.
pub struct HttpNca {
    tls: TlsConnector,
    patience: Patience,
    random: AtomicU64,
}

impl HttpNca {
    /// `seed` spreads the waits between tries; it guards nothing.
    ///
    /// # Errors
    /// A sentence when TLS cannot be set up.
    pub fn new(patience: Patience, seed: u64) -> Result<Self, String> {
        // A certificate of the NCA fetched here is pinned by its fingerprint in any case; the roots of Mozilla keep the rest honest.
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("TLS: {error}"))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), patience, random: AtomicU64::new(seed | 1) })
    }

    async fn with_retries(&self, address: &str, question: &Question) -> Answer {
        let mut tried = 1;
        loop {
            let answer = self.follow(address, question).await.map_or_else(|failed| failed, Answer::Got);
            if tried >= self.patience.tries || !answer.may_pass() {
                return answer;
            }
            tokio::time::sleep(self.patience.wait(tried, self.spread())).await;
            tried += 1;
        }
    }

    /// xorshift64*.
    fn spread(&self) -> u64 {
        let next = |mut x: u64| {
            x ^= x >> 12;
            x ^= x << 25;
            x ^ (x >> 27)
        };
        let before = self.random.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |x| Some(next(x)));
        before.unwrap_or(1).wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    async fn follow(&self, address: &str, question: &Question) -> Result<Vec<u8>, Answer> {
        let mut target = Target::parse(address)?;
        for _ in 0..=REDIRECTS_MAX {
            let response = self.send(&target, question).await?;
            if !response.status().is_redirection() {
                return self.take(response, question).await;
            }
            let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
            let not_followed = || Answer::Refused(Refusal::Redirect(location.chars().take(200).collect()));
            if question.posted().is_some() {
                return Err(not_followed());
            }
            target = target.redirected(location).ok_or_else(not_followed)?;
        }
        Err(Answer::Refused(Refusal::Redirect("ever another address".to_owned())))
    }

    async fn send(&self, target: &Target, question: &Question) -> Result<Response<Incoming>, Answer> {
        let stream = self.connect(target).await?;
        if !target.tls {
            return self.exchange(stream, target, question).await;
        }
        let failed = |error: String| Answer::Unreachable(Unreachable::Tls(error));
        let name = ServerName::try_from(target.host.clone()).map_err(|error| failed(error.to_string()))?;
        let protected = timeout(self.patience.connect, self.tls.connect(name, stream)).await;
        let protected = protected.map_err(|_| Answer::Unreachable(Unreachable::Timeout))?;
        self.exchange(protected.map_err(|error| failed(error.to_string()))?, target, question).await
    }

    async fn connect(&self, target: &Target) -> Result<TcpStream, Answer> {
        let late = |_| Answer::Unreachable(Unreachable::Timeout);
        let looked_up = timeout(self.patience.connect, tokio::net::lookup_host((target.host.as_str(), target.port)));
        let addresses = looked_up.await.map_err(late)?;
        let addresses = addresses.map_err(|error| Answer::Unreachable(Unreachable::Name(error.to_string())))?;
        let mut failed = Answer::Unreachable(Unreachable::Name("no address".to_owned()));
        for address in addresses {
            match timeout(self.patience.connect, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => failed = Answer::Unreachable(Unreachable::Connect(error.to_string())),
                Err(elapsed) => failed = late(elapsed),
            }
        }
        Err(failed)
    }

    async fn exchange<S>(&self, stream: S, target: &Target, question: &Question) -> Result<Response<Incoming>, Answer>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let broken = |error: hyper::Error| Answer::Unreachable(Unreachable::Broken(told(&error)));
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
        // It ends by itself when the answer was read or dropped.
        tokio::spawn(connection);
        let request = request(target, question).map_err(|why| Answer::Refused(Refusal::Address(why)))?;
        let answered = timeout(self.patience.stall, sender.send_request(request)).await;
        answered.map_err(|_| Answer::Unreachable(Unreachable::Timeout))?.map_err(broken)
    }

    /// The body of a 200, whole and within the limit.
    async fn take(&self, response: Response<Incoming>, question: &Question) -> Result<Vec<u8>, Answer> {
        let refused = |refusal| Err(Answer::Refused(refusal));
        let max = question.bytes_max();
        if response.status() != StatusCode::OK {
            return refused(Refusal::Status(response.status().as_u16()));
        }
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let kind = header(CONTENT_TYPE).unwrap_or_default().to_owned();
        let announced = header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok()).unwrap_or(0);
        if announced > max {
            return refused(Refusal::TooLarge(max));
        }
        if kind.starts_with("text/html") {
            return refused(Refusal::Content("text/html".to_owned()));
        }
        let mut body = response.into_body();
        let mut octets = Vec::with_capacity(announced);
        while !body.is_end_stream() {
            let part = timeout(self.patience.stall, body.frame()).await;
            let Some(frame) = part.map_err(|_| Answer::Unreachable(Unreachable::Timeout))? else { break };
            let frame = frame.map_err(|error| Answer::Unreachable(Unreachable::Broken(told(&error))))?;
            let data = frame.into_data().unwrap_or_default();
            if octets.len() + data.len() > max {
                return refused(Refusal::TooLarge(max));
            }
            octets.extend_from_slice(&data);
        }
        question.admits(&octets).map_err(Answer::Refused)?;
        Ok(octets)
    }
}

impl Nca for HttpNca {
    fn ask<'a>(&'a self, address: &'a str, question: &'a Question) -> BoxFuture<'a, Answer> {
        let asked = timeout(self.patience.in_all, self.with_retries(address, question));
        Box::pin(async { asked.await.unwrap_or(Answer::Unreachable(Unreachable::Timeout)) })
    }
}

/// What hyper says, with the reason beneath it.
fn told(error: &hyper::Error) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), |source| format!("{error}: {source}"))
}

fn request(target: &Target, question: &Question) -> Result<Request<Full<Bytes>>, String> {
    let builder = Request::builder()
        .uri(&target.path)
        .header(HOST, &target.authority)
        .header(USER_AGENT, "elshi")
        .header(CONNECTION, "close")
        .header(ACCEPT, "*/*");
    let built = match question.posted() {
        None => builder.method(Method::GET).body(Full::default()),
        Some((kind, octets)) => {
            builder.method(Method::POST).header(CONTENT_TYPE, kind).body(Full::from(octets.to_vec()))
        }
    };
    built.map_err(|error| error.to_string())
}

/// An address taken apart.
#[derive(Clone, Debug)]
struct Target {
    tls: bool,
    host: String,
    port: u16,
    /// Host and, where it was given, port.
    authority: String,
    path: String,
}

impl Target {
    fn parse(address: &str) -> Result<Self, Answer> {
        let unusable = |why: &str| Answer::Refused(Refusal::Address(why.to_owned()));
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
    fn redirected(&self, location: &str) -> Option<Self> {
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
            assert!(matches!(Target::parse(address), Err(Answer::Refused(Refusal::Address(_)))), "{address}");
        }
        let target = Target::parse("http://[::1]:8080").unwrap();
        assert_eq!((target.host.as_str(), target.port, target.path.as_str()), ("::1", 8080, "/"));
    }
}
