//! A browser for measuring: HTTP/1.1 over one kept TCP connection, cookies, and the time of each answer.
//!
//! Its own few lines, so that what is timed is the server and one loopback round trip, not a client library. It talks only to servers
//! this program started; it must never be used against a foreign one.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Longest wait for an answer.
const ANSWER_SECONDS_MAX: u64 = 60;
/// Largest answer that is read, bytes.
const ANSWER_BYTES_MAX: usize = 64_000_000;
/// Separates the parts of a form with a file; stands in none of our files.
const BOUNDARY: &str = "elshi-bench-boundary-7d41";

/// Names and values of a form.
pub type Pairs = Vec<(String, String)>;

/// What came back.
pub struct Answer {
    pub status: u16,
    /// Where a redirect leads.
    pub location: Option<String>,
    pub body: Vec<u8>,
    /// Bytes on the wire: head and body.
    pub wire_bytes: usize,
    /// From the first byte sent to the last byte read.
    pub took: Duration,
}

impl Answer {
    /// The page as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One person's browser.
pub struct Browser {
    address: String,
    line: BufReader<TcpStream>,
    cookies: BTreeMap<String, String>,
    /// Ask for gzip, as a real browser does; such an answer is measured, not read.
    pub compressed: bool,
}

impl Browser {
    /// `address` - host and port.
    pub fn open(address: &str) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|e| format!("{address}: {e}"))?;
        let wait = Some(Duration::from_secs(ANSWER_SECONDS_MAX));
        let set = stream.set_nodelay(true).and_then(|()| stream.set_read_timeout(wait));
        set.map_err(|e| format!("{address}: {e}"))?;
        Ok(Self {
            address: address.to_owned(),
            line: BufReader::new(stream),
            cookies: BTreeMap::new(),
            compressed: false,
        })
    }

    /// The same person on another connection.
    pub fn another(&self) -> Result<Self, String> {
        let own = Self::open(&self.address)?;
        Ok(Self { cookies: self.cookies.clone(), compressed: self.compressed, ..own })
    }

    /// One page, no redirect followed.
    pub fn get(&mut self, path: &str) -> Result<Answer, String> {
        self.send("GET", path, None, &[])
    }

    /// One ordinary form, no redirect followed.
    pub fn post(&mut self, path: &str, pairs: &Pairs) -> Result<Answer, String> {
        let body: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        self.send("POST", path, Some("application/x-www-form-urlencoded"), body.join("&").as_bytes())
    }

    /// One form with a file, no redirect followed.
    pub fn post_file(&mut self, path: &str, pairs: &Pairs, field: &str, file: (&str, &[u8])) -> Result<Answer, String> {
        let mut body = Vec::new();
        for (name, value) in pairs {
            body.extend(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        let (name, bytes) = file;
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n");
        body.extend(head.bytes());
        body.extend(b"Content-Type: application/octet-stream\r\n\r\n");
        body.extend(bytes);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
        self.send("POST", path, Some(&format!("multipart/form-data; boundary={BOUNDARY}")), &body)
    }

    fn send(&mut self, method: &str, path: &str, media_type: Option<&str>, body: &[u8]) -> Result<Answer, String> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {0}\r\n", self.address);
        if let Some(media_type) = media_type {
            head += &format!("Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", self.address);
            head += &format!("Content-Type: {media_type}\r\nContent-Length: {}\r\n", body.len());
        }
        if self.compressed {
            head += "Accept-Encoding: gzip\r\n";
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            head += &format!("Cookie: {}\r\n", cookies.join("; "));
        }
        let request = [head.as_bytes(), b"\r\n", body].concat();
        let began = Instant::now();
        self.line.get_mut().write_all(&request).map_err(|e| format!("{path}: {e}"))?;
        let (mut answer, cookies) = read(&mut self.line).map_err(|e| format!("{method} {path}: {e}"))?;
        answer.took = began.elapsed();
        for cookie in cookies {
            if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
        Ok(answer)
    }
}

/// Reads one answer and the cookies it sets.
fn read(line: &mut impl BufRead) -> Result<(Answer, Vec<String>), String> {
    let mut head_bytes = 0;
    let mut next = |line: &mut dyn BufRead| -> Result<String, String> {
        let mut text = String::new();
        head_bytes += line.read_line(&mut text).map_err(|e| e.to_string())?;
        Ok(text.trim_end().to_owned())
    };
    let first = next(line)?;
    let status =
        first.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| format!("not HTTP: {first:?}"))?;
    let (mut length, mut chunked, mut location, mut cookies) = (0, false, None, Vec::new());
    loop {
        let field = next(line)?;
        let Some((name, value)) = field.split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().map_err(|_| format!("length {value:?}"))?,
            "transfer-encoding" => chunked = value.eq_ignore_ascii_case("chunked"),
            "location" => location = Some(value.to_owned()),
            "set-cookie" => cookies.push(value.to_owned()),
            _ => {}
        }
    }
    let body = if chunked { chunks(line)? } else { exactly(line, length)? };
    Ok((Answer { status, location, wire_bytes: head_bytes + body.len(), body, took: Duration::ZERO }, cookies))
}

fn chunks(line: &mut impl BufRead) -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    loop {
        let mut size = String::new();
        line.read_line(&mut size).map_err(|e| e.to_string())?;
        let bytes = usize::from_str_radix(size.trim(), 16).map_err(|_| format!("chunk {size:?}"))?;
        body.extend(exactly(line, bytes)?);
        exactly(line, 2)?;
        if bytes == 0 {
            return Ok(body);
        }
    }
}

fn exactly(line: &mut impl Read, bytes: usize) -> Result<Vec<u8>, String> {
    if bytes > ANSWER_BYTES_MAX {
        return Err(format!("{bytes} bytes are more than {ANSWER_BYTES_MAX}"));
    }
    let mut body = vec![0; bytes];
    line.read_exact(&mut body).map_err(|e| e.to_string())?;
    Ok(body)
}

/// `application/x-www-form-urlencoded` (URL Standard).
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            b' ' => "+".to_owned(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_framing_a_body_are_read() {
        let plain =
            b"HTTP/1.1 303 See Other\r\nLocation: /en/\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 2\r\n\r\nokrest";
        let (answer, cookies) = read(&mut plain.as_slice()).unwrap();
        assert_eq!(
            (answer.status, answer.body.as_slice(), answer.location.as_deref()),
            (303, &b"ok"[..], Some("/en/"))
        );
        assert_eq!(cookies, ["a=b; Path=/"]);
        let chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
        assert_eq!(read(&mut chunked.as_slice()).unwrap().0.body, b"abcd");
        assert!(read(&mut b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut".as_slice()).is_err());
    }

    #[test]
    fn a_form_is_escaped() {
        assert_eq!(escaped("a+b c/Ә"), "a%2Bb+c%2F%D3%98");
    }
}
