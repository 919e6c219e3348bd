//! Mail by SMTP (RFC 5321), protected by TLS: to port 465 at once, to other ports by STARTTLS, which is then required.
//!
//! On `lettre`; each mail over a kept connection. A plain connection is made to this computer only. Must never log in, or send, over
//! an unprotected line to another computer.

use crate::{NotDelivered, Parcel, Post, mail};
use futures_util::future::BoxFuture;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::time::Duration;

/// For a command and its answer.
const TIMEOUT: Duration = Duration::from_secs(30);
/// The port of SMTP with TLS from the first byte (RFC 8314 3.3).
const SUBMISSIONS: u16 = 465;
/// The port where nothing is named (RFC 6409).
const SUBMISSION: u16 = 587;

/// One server.
pub struct SmtpPost {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    shown: String,
}

impl SmtpPost {
    /// `server`: `host` or `host:port`; `login`: user and password, where the server wants them.
    ///
    /// # Errors
    /// A sentence that says what cannot be used.
    pub fn new(server: &str, login: Option<(String, String)>, from: &str) -> Result<SmtpPost, String> {
        let (host, port) = match server.rsplit_once(':') {
            Some((host, port)) if !host.is_empty() => {
                (host, port.parse::<u16>().map_err(|_| format!("{server}: the port is no number"))?)
            }
            _ => (server, SUBMISSION),
        };
        if host.is_empty() || host.starts_with(':') && host != "::1" || host.contains(['/', '@', ' ']) {
            return Err(format!("{server}: say the mail server as HOST or HOST:PORT"));
        }
        let tls = || TlsParameters::new(host.to_owned()).map_err(|error| format!("TLS: {error}"));
        let own = matches!(host, "localhost" | "127.0.0.1" | "::1");
        let protection = match port {
            SUBMISSIONS => Tls::Wrapper(tls()?),
            _ if own => Tls::None,
            _ => Tls::Required(tls()?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(port)
            .tls(protection)
            .timeout(Some(TIMEOUT));
        if let Some((user, password)) = login {
            builder = builder.credentials(Credentials::new(user, password));
        }
        Ok(SmtpPost { transport: builder.build(), from: mail::sender(from)?, shown: format!("SMTP {host}:{port}") })
    }

    async fn send(&self, parcel: Parcel) -> Result<(), NotDelivered> {
        let message = mail::message(&parcel, &self.from)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // A refused login is the operator's to mend: the letter is not to blame.
            Err(error) if error.is_permanent() && !is_of_the_login(&error) => {
                Err(NotDelivered::for_good(without_address(&error.to_string(), &parcel.to)))
            }
            Err(error) => Err(NotDelivered::now(without_address(&error.to_string(), &parcel.to))),
        }
    }
}

/// RFC 4954 6: 530, 534, 535, 538.
fn is_of_the_login(error: &lettre::transport::smtp::Error) -> bool {
    error.status().is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538))
}

/// The log and the administrator's page name no person.
fn without_address(said: &str, address: &str) -> String {
    said.replace(address, "(address)")
}

impl Post for SmtpPost {
    fn deliver(&self, parcel: Parcel) -> BoxFuture<'_, Result<(), NotDelivered>> {
        Box::pin(self.send(parcel))
    }

    fn describe(&self) -> String {
        self.shown.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_server_is_a_host_with_or_without_a_port() {
        let from = "Elshi <elshi@example.kz>";
        for (server, shown) in [
            ("mail.example.kz", "SMTP mail.example.kz:587"),
            ("mail.example.kz:465", "SMTP mail.example.kz:465"),
            ("127.0.0.1:2525", "SMTP 127.0.0.1:2525"),
        ] {
            assert_eq!(SmtpPost::new(server, None, from).unwrap().describe(), shown);
        }
        for server in ["", "mail.example.kz:smtp", "smtp://mail.example.kz/", "user@mail.example.kz", ":25"] {
            assert!(SmtpPost::new(server, None, from).is_err(), "{server}");
        }
        assert!(SmtpPost::new("mail.example.kz", None, "nobody").is_err());
    }
}
