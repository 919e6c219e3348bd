//! Text messages over HTTP in the form of Kannel's `sendsms` (User's Guide, chapter "Using the HTTP interface to send SMS"), which other
//! gateways follow.
//!
//! POST, so that neither text nor password stands in an address that servers log. Must never say that a message has left when the
//! gateway did not take it.

use crate::http_line::{Line, Target};
use crate::{NotDelivered, Parcel, Post};
use futures_util::future::BoxFuture;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{CONNECTION, CONTENT_TYPE, HOST, USER_AGENT};
use hyper::{Method, Request};
use std::time::Duration;

/// Until a connection stands.
const CONNECT: Duration = Duration::from_secs(10);
/// Until the answer has come.
const ANSWER: Duration = Duration::from_secs(30);
/// Octets of an answer that are read.
const ANSWER_BYTES_MAX: usize = 4096;
/// Kannel's `coding`: UCS-2, the only one that holds Kazakh and Russian letters.
const UCS_2: &str = "2";
/// Kannel's `dlr-mask`: delivered to the phone, not delivered to it, refused by the centre.
const REPORTS: &str = "19";

/// What the operator of the gateway gave.
#[derive(Clone)]
pub struct SmsLine {
    /// Address of `sendsms`.
    pub address: String,
    /// Who sends.
    pub user: String,
    /// Its password.
    pub password: String,
    /// Name or number that the phone shows.
    pub from: String,
}

/// One gateway.
pub struct SmsGateway {
    line: Line,
    target: Target,
    own: SmsLine,
}

impl SmsGateway {
    /// Text and password leave this computer over https only.
    ///
    /// # Errors
    /// A sentence that says what cannot be used.
    pub fn new(own: SmsLine) -> Result<SmsGateway, String> {
        let target = Target::parse(&own.address).map_err(|why| format!("{}: {why}", own.address))?;
        let local = matches!(target.host.as_str(), "127.0.0.1" | "::1" | "localhost");
        if !target.tls && !local {
            return Err(format!("{}: a gateway on another computer must be reached by https", own.address));
        }
        if let Some(bad) = [&own.user, &own.password, &own.from].into_iter().find(|text| !is_header(text)) {
            let what = if bad == &own.password { "the password" } else { bad.as_str() };
            return Err(format!("{what}: only printable ASCII letters can be sent to the gateway"));
        }
        Ok(SmsGateway { line: Line::new(CONNECT, ANSWER)?, target, own })
    }

    fn request(&self, parcel: &Parcel) -> Result<Request<Full<Bytes>>, String> {
        let text: Vec<u8> = parcel.body.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut builder = Request::builder()
            .method(Method::POST)
            .uri(&self.target.path)
            .header(HOST, &self.target.authority)
            .header(USER_AGENT, "elshi")
            .header(CONNECTION, "close")
            .header(CONTENT_TYPE, "text/plain; charset=UTF-16BE")
            .header("X-Kannel-Username", &self.own.user)
            .header("X-Kannel-Password", &self.own.password)
            .header("X-Kannel-From", &self.own.from)
            .header("X-Kannel-To", &parcel.to)
            .header("X-Kannel-Coding", UCS_2);
        if let Some(address) = &parcel.report_to {
            // %d becomes the kind of the report.
            builder =
                builder.header("X-Kannel-DLR-Url", format!("{address}?status=%d")).header("X-Kannel-DLR-Mask", REPORTS);
        }
        builder.body(Full::from(text)).map_err(|error| error.to_string())
    }

    async fn send(&self, parcel: Parcel) -> Result<(), NotDelivered> {
        let request = self.request(&parcel).map_err(NotDelivered::for_good)?;
        let asked = async {
            let response = self.line.send(&self.target, request).await.map_err(|why| why.to_string())?;
            let status = response.status().as_u16();
            let body = Limited::new(response.into_body(), ANSWER_BYTES_MAX).collect().await;
            let body = body.map_err(|error| format!("the answer broke off: {error}"))?.to_bytes();
            Ok::<_, String>((status, String::from_utf8_lossy(&body).trim().to_owned()))
        };
        let answered = tokio::time::timeout(ANSWER, asked).await;
        let (status, said) =
            answered.unwrap_or_else(|_| Err("no answer in time".to_owned())).map_err(NotDelivered::now)?;
        // 0: accepted for delivery; 3: queued for later delivery. 202 is Kannel's, 200 of others.
        if matches!(status, 200 | 202) && matches!(said.split(':').next().map(str::trim), Some("0" | "3")) {
            return Ok(());
        }
        let why = format!("the gateway answered {status} {}", plain(&said)).replace(&parcel.to, "(number)");
        // 400: this message will never be taken. 401 and 403 are the operator's to mend.
        Err(if status == 400 { NotDelivered::for_good(why) } else { NotDelivered::now(why) })
    }
}

/// May stand in a header.
fn is_header(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

fn plain(said: &str) -> String {
    said.chars().filter(|letter| !letter.is_control()).take(200).collect()
}

impl Post for SmsGateway {
    fn deliver(&self, parcel: Parcel) -> BoxFuture<'_, Result<(), NotDelivered>> {
        Box::pin(self.send(parcel))
    }

    fn describe(&self) -> String {
        format!("HTTP {}", self.target.authority)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_protected_or_local_gateway_is_taken() {
        let line = |address: &str, password: &str| {
            let (address, password) = (address.to_owned(), password.to_owned());
            SmsGateway::new(SmsLine { address, user: "egov".into(), password, from: "1414".into() })
        };
        for good in ["http://127.0.0.1:13013/cgi-bin/sendsms", "https://sms.example.kz/cgi-bin/sendsms"] {
            assert!(line(good, "secret").is_ok(), "{good}");
        }
        for bad in ["http://sms.example.kz/cgi-bin/sendsms", "sms.example.kz", "ftp://127.0.0.1/"] {
            assert!(line(bad, "secret").is_err(), "{bad}");
        }
        let told = line("http://127.0.0.1/", "пароль").err().unwrap();
        assert!(told.contains("the password") && !told.contains("пароль"), "{told}");
    }
}
