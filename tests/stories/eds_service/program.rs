//! A program that speaks JSON to the service: no cookies, no hidden fields, no browser's headers.

use super::schema::Document;
use crate::harness::Server;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::blocking::{Client, RequestBuilder, multipart};
use serde_json::Value;
use std::time::Duration;

/// Longest wait for an answer.
const ANSWER_SECONDS_MAX: u64 = 120;

/// See the module.
pub struct Program {
    client: Client,
    base: String,
    document: Document,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `Retry-After`.
    pub retry_after: Option<String>,
    /// The body.
    pub json: Value,
}

impl Answer {
    /// Must have this status.
    #[track_caller]
    pub fn must_be(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}", self.json);
        self
    }

    /// A value inside, by JSON pointer.
    pub fn at(&self, pointer: &str) -> &Value {
        self.json.pointer(pointer).unwrap_or(&Value::Null)
    }

    /// A text inside.
    pub fn text(&self, pointer: &str) -> &str {
        self.at(pointer).as_str().unwrap_or_default()
    }

    /// Codes of all findings.
    pub fn codes(&self) -> Vec<String> {
        let mut codes = vec![];
        collect(&self.json, &mut codes);
        codes
    }
}

fn collect(value: &Value, codes: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            codes.extend(fields.get("code").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| collect(field, codes));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, codes)),
        _ => {}
    }
}

impl Program {
    /// One that read the document first.
    pub fn of(server: &Server) -> Program {
        let client = Client::builder().timeout(Duration::from_secs(ANSWER_SECONDS_MAX)).no_proxy().build().unwrap();
        let base = server.base();
        let document = client.get(format!("{base}/api/eds/v1/openapi.json")).send().unwrap().json().unwrap();
        Program { client, base, document: Document::new(document) }
    }

    /// The document it read.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Posts JSON; the answer must be as the document says.
    #[track_caller]
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(path, self.request(path).json(body))
    }

    /// Posts a form with files and texts.
    #[track_caller]
    pub fn post_form(&self, path: &str, parts: Vec<(&'static str, Vec<u8>)>) -> Answer {
        let mut form = multipart::Form::new();
        for (name, bytes) in parts {
            form = form.part(name, multipart::Part::bytes(bytes).file_name("file"));
        }
        self.ask(path, self.request(path).multipart(form))
    }

    /// A request to be filled in.
    pub fn request(&self, path: &str) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.base))
    }

    /// Sends it; the answer must be as the document says, and no answer sets a cookie or is open to other sites.
    #[track_caller]
    pub fn ask(&self, path: &str, request: RequestBuilder) -> Answer {
        let response = request.send().unwrap();
        let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (status, media_type) = (response.status().as_u16(), header("content-type").unwrap_or_default());
        assert_ne!(status, 500, "{path}: a fault of ours");
        assert_eq!(header("set-cookie"), None, "{path}");
        assert_eq!(header("access-control-allow-origin"), None, "{path}");
        let retry_after = header("retry-after");
        let json: Value = response.json().unwrap_or_else(|error| panic!("{path} {status}: {error}"));
        self.document.check("post", path, status, &media_type, &json);
        Answer { status, retry_after, json }
    }
}

/// Base64.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
