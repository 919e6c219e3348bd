//! A simulated phone with the app eGov Mobile: reads the code, asks what it is about, takes the documents, signs them with a key and
//! brings them back. Written from EDS.md 5, apart from the server, so that each checks the other; the real app was never tried.
//!
//! Must never: touch a real key, or speak to anything but the address in the code.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use reqwest::blocking::{Client, RequestBuilder};
use serde_json::Value;

use crate::Person;

/// Before the address in the code.
const CODE_PREFIX: &str = "mobileSign:";
const ANSWER_SECONDS_MAX: u64 = 60;

/// The phone.
pub struct Phone {
    client: Client,
    lang: String,
}

/// What the server said.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    /// `null` when it was no JSON.
    pub json: Value,
}

/// Where the documents are and with which token they are asked for.
#[derive(Clone, Debug)]
pub struct Errand {
    pub uri: String,
    pub token: String,
}

/// What the app makes of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A CMS without the document.
    Detached,
    /// A CMS with the document inside.
    Attached,
}

impl Phone {
    /// A phone set to this language.
    pub fn speaking(lang: &str) -> Self {
        let client = Client::builder().no_proxy().timeout(Duration::from_secs(ANSWER_SECONDS_MAX)).build().unwrap();
        Self { client, lang: lang.to_owned() }
    }

    /// Reads a code: what is asked, or why not.
    pub fn reads(&self, code: &str) -> Answer {
        let address = code.strip_prefix(CODE_PREFIX).unwrap_or_else(|| panic!("not a code to sign: {code}"));
        self.answer(self.client.get(address))
    }

    /// Takes the documents.
    pub fn takes(&self, errand: &Errand) -> Answer {
        self.answer(self.client.get(&errand.uri).bearer_auth(&errand.token))
    }

    /// Brings them back.
    pub fn brings(&self, errand: &Errand, documents: &Value) -> Answer {
        let body = documents.to_string();
        let request = self.client.put(&errand.uri).bearer_auth(&errand.token);
        self.answer(request.header("content-type", "application/json").body(body))
    }

    /// The whole way, from the code to the last answer.
    pub fn signs(&self, code: &str, person: &Person, at: Timestamp) -> Answer {
        let asked = self.reads(code);
        if asked.status != 200 {
            return asked;
        }
        let errand = asked.errand();
        let taken = self.takes(&errand);
        if taken.status != 200 {
            return taken;
        }
        self.brings(&errand, &signed(&taken.json, person, at, Manner::Detached))
    }

    fn answer(&self, request: RequestBuilder) -> Answer {
        let answer = request.header("accept-language", &self.lang).send().unwrap();
        Answer { status: answer.status().as_u16(), json: answer.json().unwrap_or(Value::Null) }
    }
}

impl Answer {
    /// What a code led to.
    pub fn errand(&self) -> Errand {
        let document = &self.json["document"];
        assert_eq!(document["auth_type"], "Token", "{}", self.json);
        let text =
            |name: &str| document[name].as_str().unwrap_or_else(|| panic!("no {name}: {}", self.json)).to_owned();
        Errand { uri: text("uri"), token: text("auth_token") }
    }

    /// The sentence of an answer to `brings`, or of a refusal.
    pub fn message(&self) -> &str {
        self.json["message"].as_str().unwrap_or_default()
    }
}

/// The bytes of a document that was taken.
pub fn content(documents: &Value) -> Vec<u8> {
    let data = documents["documentsToSign"][0]["document"]["file"]["data"].as_str();
    STANDARD.decode(data.unwrap_or_else(|| panic!("no document: {documents}"))).unwrap()
}

/// The same JSON with a signature in the place of each document.
pub fn signed(documents: &Value, person: &Person, at: Timestamp, manner: Manner) -> Value {
    let bytes = content(documents);
    let cms = match manner {
        Manner::Detached => person.sign_detached(&bytes, at),
        Manner::Attached => person.sign_attached(&bytes, at),
    };
    with_signature(documents, &cms)
}

/// The same JSON with this signature in the place of the document.
pub fn with_signature(documents: &Value, cms: &[u8]) -> Value {
    let mut back = documents.clone();
    back["documentsToSign"][0]["document"]["file"]["data"] = Value::String(STANDARD.encode(cms));
    back
}
