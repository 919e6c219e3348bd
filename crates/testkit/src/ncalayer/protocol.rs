//! What the simulated NCALayer answers: module `kz.gov.pki.knca.basics`, method `sign`, format `cms`.
//!
//! Answers follow those recorded by `ncalayer-js-client` from the real program. Every other module is rejected, as the
//! client's first probe (`kz.digiflow.mobile.extensions`) must be. Must never: guess a parameter the page left out.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Behaviour;
use crate::cms::{self, Options};
use crate::{Person, oids};

const BASICS: &str = "kz.gov.pki.knca.basics";
/// The kind of storage the simulated keys lie in.
const STORAGE: &str = "PKCS12";

/// What goes back on the wire.
#[derive(Debug)]
pub enum Answer {
    Now(Value),
    After(Duration, Value),
    /// The connection breaks.
    HangUp,
}

/// The keys, and what the person at the desk does.
pub struct Desk {
    people: Vec<Person>,
    pub behaviour: Behaviour,
    pub chosen: Option<String>,
    pub at: Option<Timestamp>,
    pub requests: Vec<Value>,
}

impl Desk {
    pub fn new(people: Vec<Person>) -> Self {
        Self { people, behaviour: Behaviour::Sign, chosen: None, at: None, requests: Vec::new() }
    }

    /// One text message of the client.
    pub fn answer(&mut self, text: &str) -> Answer {
        let Ok(request) = serde_json::from_str::<Value>(text) else {
            return Answer::Now(failure("JSON_ERROR", "The request is not JSON.", text));
        };
        let answer = self.answer_request(&request);
        self.requests.push(request);
        answer
    }

    fn answer_request(&self, request: &Value) -> Answer {
        let (module, method) = (request["module"].as_str(), request["method"].as_str());
        if module != Some(BASICS) {
            let name = module.unwrap_or("none");
            return Answer::Now(json!({"code": "500", "message": format!("no such module: {name}")}));
        }
        if method != Some("sign") {
            return Answer::Now(failure("METHOD_NOT_FOUND", "No such method.", method.unwrap_or("none")));
        }
        let signed = match self.sign(&request["args"]) {
            Ok(result) => json!({"status": true, "body": result}),
            Err(details) => {
                return Answer::Now(failure("INVOCATION_ERROR", "An invoked method threw an exception.", &details));
            }
        };
        match &self.behaviour {
            Behaviour::Sign => Answer::Now(signed),
            Behaviour::Delay(delay) => Answer::After(*delay, signed),
            Behaviour::Cancel => Answer::Now(json!({"status": true, "body": {}})),
            Behaviour::Drop => Answer::HangUp,
            Behaviour::Error { code, message, details } => Answer::Now(failure(code, message, details)),
        }
    }

    /// The body of a good answer: a result, or none where no key fits and the person can only cancel.
    fn sign(&self, arguments: &Value) -> Result<Value, String> {
        if arguments["format"] != "cms" {
            return Err(format!("format {} is not simulated", arguments["format"]));
        }
        let parameters = arguments["signingParams"].as_object().ok_or("signingParams is not a JSONObject.")?;
        if parameters.contains_key("tsaProfile") {
            return Err("no timestamp authority is simulated: leave tsaProfile out".to_owned());
        }
        let flag = |name: &str| parameters.get(name).and_then(Value::as_bool).ok_or(format!("{name} is not given"));
        let (decode, attached, digested) = (flag("decode")?, flag("encapsulate")?, flag("digested")?);
        let usages = strings(&arguments["signerParams"]["extKeyUsageOids"]).ok_or("extKeyUsageOids is not an array")?;
        let Some(person) = self.person(&usages, &arguments["allowedStorages"]) else { return Ok(json!({})) };
        let options = Options { digested, ..Options::detached(self.at.unwrap_or_else(Timestamp::now)) };
        let options = Options { attached, ..options };
        let sign_one = |data: &Value| -> Result<String, String> {
            let text = data.as_str().ok_or("data is not a string")?;
            let content = if decode {
                STANDARD.decode(text).map_err(|error| format!("data is not base64: {error}"))?
            } else {
                text.as_bytes().to_vec()
            };
            Ok(cms::pem(&cms::sign(&[person], &content, &options)))
        };
        match &arguments["data"] {
            Value::Array(many) => Ok(json!({"result": many.iter().map(sign_one).collect::<Result<Vec<_>, _>>()?})),
            one => Ok(json!({"result": sign_one(one)?})),
        }
    }

    /// The chosen person, or the first, among those whose key fits every asked usage and storage.
    fn person(&self, usages: &[&str], storages: &Value) -> Option<&Person> {
        if strings(storages).is_some_and(|storages| !storages.contains(&STORAGE)) {
            return None;
        }
        let fits = |person: &&Person| {
            let own = &person.certificate.extended_key_usages;
            usages.iter().all(|usage| own.iter().any(|has| has == usage))
        };
        let mut fitting = self.people.iter().filter(fits);
        match &self.chosen {
            Some(id) => fitting.find(|person| person.id == *id),
            // Asked for nothing, as officials are: a person at a desk takes the key of their office.
            None if usages.is_empty() => {
                let office = |person: &&Person| person.certificate.extended_key_usages.iter().any(is_civil_servant);
                self.people.iter().find(office).or_else(|| fitting.next())
            }
            None => fitting.next(),
        }
    }
}

fn is_civil_servant(usage: &String) -> bool {
    usage == oids::CIVIL_SERVANT
}

fn strings(value: &Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(Value::as_str).collect()
}

fn failure(code: &str, message: &str, details: &str) -> Value {
    json!({"status": false, "code": code, "message": message, "details": details})
}
