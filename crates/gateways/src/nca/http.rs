//! The NCA over HTTP/1.1: one connection a question, straight to the address given.
//! Here beside the line itself because of the questions, limits and retries. It must never hand on more octets than the limit, nor a part of an answer.

use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::future::BoxFuture;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{ACCEPT, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, LOCATION, USER_AGENT};
use hyper::{Method, Request, Response, StatusCode};
use tokio::time::timeout;

use super::{Answer, Nca, Patience, Question, Refusal, Unreachable};
use crate::http_line::{Line, Target, told};

/// Redirects followed: to the same host, or from http to https of it.
const REDIRECTS_MAX: usize = 3;

/// Asks over the network.
pub struct HttpNca {
    line: Line,
    patience: Patience,
    random: AtomicU64,
}

impl HttpNca {
    /// `seed` spreads the waits between tries; it guards nothing.
    ///
    /// # Errors
    /// A sentence when TLS cannot be set up.
    pub fn new(patience: Patience, seed: u64) -> Result<Self, String> {
        let line = Line::new(patience.connect, patience.stall)?;
        Ok(Self { line, patience, random: AtomicU64::new(seed | 1) })
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
        let unusable = |why| Answer::Refused(Refusal::Address(why));
        let mut target = Target::parse(address).map_err(unusable)?;
        for _ in 0..=REDIRECTS_MAX {
            let request = request(&target, question).map_err(unusable)?;
            let response = self.line.send(&target, request).await.map_err(Answer::Unreachable)?;
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
