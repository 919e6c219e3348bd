//! Virus scans by ClamAV's daemon: the command INSTREAM of its own protocol (clamd(8)), over a Unix socket or a TCP socket of this computer.
//!
//! The file goes over in pieces of bounded length, each after its length, and a length of zero ends it. Must never take an answer that it
//! does not understand for "nothing found", nor carry a person's paper over an unprotected line to another computer.

use futures_util::future::BoxFuture;
use std::path::PathBuf;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

/// Until a connection stands.
const CONNECT: Duration = Duration::from_secs(5);
/// Until the answer has come, unless the installation says otherwise; clamd gives up by itself after two minutes (`MaxScanTime`).
pub const ANSWER_SECONDS: u64 = 130;
/// Longest time that an installation may name, seconds.
pub const ANSWER_SECONDS_MAX: u64 = 600;
/// Octets of a piece.
const PIECE_BYTES_MAX: usize = 64 * 1024;
/// Octets of a file; clamd takes no more than its `StreamMaxLength`, which is at least this where nobody lowered it.
pub const FILE_BYTES_MAX: usize = 25_000_000;
/// Octets of an answer that are read.
const ANSWER_BYTES_MAX: u64 = 1024;
/// Characters of a threat's name.
const THREAT_CHARS_MAX: usize = 100;

/// What a scanner found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// Something harmful, by the scanner's name for it.
    Threat(String),
}

/// Why a file was not looked at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotScanned {
    /// The scanner cannot be reached or looks at nothing now: no other file need be tried.
    #[error("{0}")]
    Nobody(String),
    /// The scanner could not look at this one; another try may help.
    #[error("{0}")]
    ThisOne(String),
    /// No later try will help.
    #[error("{0}")]
    Never(String),
}

/// Looks for viruses.
pub trait Scanner: Send + Sync {
    /// Looks at one file.
    fn scan(&self, file: Vec<u8>) -> BoxFuture<'_, Result<Found, NotScanned>>;
    /// Longest time that one file takes.
    fn patience(&self) -> Duration;
    /// What it is, for the administrator's page: an address, without a word of any language.
    fn describe(&self) -> String;
}

/// clamd at an address.
#[derive(Clone, Debug)]
pub struct Clamd {
    place: Place,
    answer: Duration,
}

#[derive(Clone, Debug)]
enum Place {
    Unix(PathBuf),
    /// `host:port` on this computer.
    Tcp(String),
}

impl Clamd {
    /// At `unix:/path` (or `/path`), or at `host:port` on this computer; `answer`: how long one file may take.
    ///
    /// # Errors
    /// A sentence that says what cannot be used.
    pub fn new(address: &str, answer: Duration) -> Result<Clamd, String> {
        if answer.is_zero() || answer > Duration::from_secs(ANSWER_SECONDS_MAX) {
            return Err(format!("a scan takes 1 to {ANSWER_SECONDS_MAX} seconds"));
        }
        Ok(Clamd { place: place(address)?, answer })
    }

    async fn ask(&self, file: &[u8]) -> Result<String, NotScanned> {
        let nobody = |error: std::io::Error| NotScanned::Nobody(format!("no connection: {error}"));
        let late = || NotScanned::Nobody("no connection in time".to_owned());
        match &self.place {
            Place::Tcp(address) => {
                let line = tokio::time::timeout(CONNECT, TcpStream::connect(address)).await.map_err(|_| late())?;
                self.within_time(line.map_err(nobody)?, file).await
            }
            #[cfg(unix)]
            Place::Unix(path) => {
                let line = tokio::time::timeout(CONNECT, tokio::net::UnixStream::connect(path)).await;
                self.within_time(line.map_err(|_| late())?.map_err(nobody)?, file).await
            }
            #[cfg(not(unix))]
            Place::Unix(_) => Err(NotScanned::Nobody("this system has no Unix sockets".to_owned())),
        }
    }

    async fn within_time(&self, line: impl AsyncRead + AsyncWrite, file: &[u8]) -> Result<String, NotScanned> {
        let answered = tokio::time::timeout(self.answer, exchange(line, file)).await;
        answered.unwrap_or_else(|_| Err(std::io::Error::other("no answer in time"))).map_err(|error| {
            // It took the connection and then said nothing whole: this file may be why.
            NotScanned::ThisOne(error.to_string())
        })
    }
}

impl Scanner for Clamd {
    fn scan(&self, file: Vec<u8>) -> BoxFuture<'_, Result<Found, NotScanned>> {
        Box::pin(async move {
            if file.len() > FILE_BYTES_MAX {
                return Err(NotScanned::Never(format!("{} bytes are too many", file.len())));
            }
            understood(&self.ask(&file).await?)
        })
    }

    fn patience(&self) -> Duration {
        CONNECT + self.answer
    }

    fn describe(&self) -> String {
        match &self.place {
            Place::Unix(path) => format!("clamd, {}", path.display()),
            Place::Tcp(address) => format!("clamd, {address}"),
        }
    }
}

fn place(address: &str) -> Result<Place, String> {
    let path = address.strip_prefix("unix:").or_else(|| address.starts_with('/').then_some(address));
    if let Some(path) = path {
        let absolute = path.starts_with('/');
        return absolute.then(|| Place::Unix(path.into())).ok_or_else(|| format!("{address}: name the whole path"));
    }
    let (host, port) =
        address.rsplit_once(':').ok_or_else(|| format!("{address}: unix:/path or host:port is expected"))?;
    if port.parse::<u16>().map_or(true, |port| port == 0) {
        return Err(format!("{address}: {port:?} is no port"));
    }
    if !matches!(host, "127.0.0.1" | "[::1]" | "localhost") {
        return Err(format!(
            "{address}: clamd's protocol is not protected on the way; it must listen on this computer (a Unix socket, 127.0.0.1, \
             or a tunnel that ends here)"
        ));
    }
    Ok(Place::Tcp(address.to_owned()))
}

/// Hands the file over and hears the answer. clamd answers and hangs up early when it has had enough: what it said counts more than
/// that the line broke.
async fn exchange(line: impl AsyncRead + AsyncWrite, file: &[u8]) -> std::io::Result<String> {
    let (from, mut to) = tokio::io::split(line);
    let hands = async {
        to.write_all(b"zINSTREAM\0").await?;
        for piece in file.chunks(PIECE_BYTES_MAX) {
            to.write_all(&u32::try_from(piece.len()).unwrap_or(0).to_be_bytes()).await?;
            to.write_all(piece).await?;
        }
        to.write_all(&[0; 4]).await?;
        to.flush().await
    };
    let hears = async {
        let mut answer = vec![];
        let mut from = from.take(ANSWER_BYTES_MAX);
        let mut octet = [0];
        while from.read(&mut octet).await? == 1 && octet != [0] {
            answer.extend(octet);
        }
        Ok::<_, std::io::Error>(answer)
    };
    let (mut hands, mut hears) = (pin!(hands), pin!(hears));
    let answer = tokio::select! {
        biased;
        answer = &mut hears => answer?,
        handed = &mut hands => match (handed, hears.await) {
            (_, Ok(answer)) if !answer.is_empty() => answer,
            (Err(error), _) | (_, Err(error)) => return Err(error),
            (Ok(()), Ok(_)) => return Err(std::io::Error::other("closed without an answer")),
        },
    };
    String::from_utf8(answer).map_err(std::io::Error::other)
}

fn understood(answer: &str) -> Result<Found, NotScanned> {
    let said = answer.trim();
    let shown = || said.chars().filter(|own| !own.is_control()).take(THREAT_CHARS_MAX).collect::<String>();
    match said.strip_prefix("stream: ") {
        Some("OK") => return Ok(Found::Nothing),
        Some(rest) if rest.ends_with(" FOUND") => {
            let name = rest.trim_end_matches(" FOUND").trim();
            return Ok(Found::Threat(name.chars().filter(char::is_ascii_graphic).take(THREAT_CHARS_MAX).collect()));
        }
        _ => {}
    }
    if said.contains("size limit exceeded") {
        return Err(NotScanned::Never(shown()));
    }
    if said.ends_with("ERROR") || said == "COMMAND READ TIMED OUT" || said.is_empty() {
        return Err(NotScanned::ThisOne(if said.is_empty() { "closed without an answer".to_owned() } else { shown() }));
    }
    Err(NotScanned::Nobody(format!("not an answer of clamd: {}", shown())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_answer_that_is_understood_says_that_nothing_was_found() {
        assert_eq!(understood("stream: OK"), Ok(Found::Nothing));
        let threat = understood("stream: Win.Test.EICAR_HDB-1 FOUND\n");
        assert_eq!(threat, Ok(Found::Threat("Win.Test.EICAR_HDB-1".to_owned())));
        assert!(matches!(understood("INSTREAM size limit exceeded. ERROR"), Err(NotScanned::Never(_))));
        for said in ["stream: Can't allocate memory ERROR", "COMMAND READ TIMED OUT", ""] {
            assert!(matches!(understood(said), Err(NotScanned::ThisOne(_))), "{said}");
        }
        for said in ["OK", "stream: OK OK", "HTTP/1.1 200 OK", "UNKNOWN COMMAND", "stream: ok"] {
            assert!(matches!(understood(said), Err(NotScanned::Nobody(_))), "{said}");
        }
    }

    #[test]
    fn papers_do_not_leave_this_computer_unprotected() {
        let at = |address: &str| Clamd::new(address, Duration::from_secs(1)).map(|own| own.describe());
        assert_eq!(at("unix:/run/clamav/clamd.ctl").unwrap(), "clamd, /run/clamav/clamd.ctl");
        assert_eq!(at("/run/clamav/clamd.ctl").unwrap(), "clamd, /run/clamav/clamd.ctl");
        for good in ["127.0.0.1:3310", "[::1]:3310", "localhost:3310"] {
            assert!(at(good).is_ok(), "{good}");
        }
        for bad in
            ["clamav.example.kz:3310", "10.0.0.7:3310", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:x", "unix:clamd", ""]
        {
            assert!(at(bad).is_err(), "{bad}");
        }
        for seconds in [0, ANSWER_SECONDS_MAX + 1] {
            assert!(Clamd::new("/run/clamd", Duration::from_secs(seconds)).is_err());
        }
    }
}
