//! Requests that were sent: where most stories begin.

use super::page::Page;
use super::person::Person;
use super::request::{Draft, reference};
use super::server::Server;

/// A request that was sent, with the person who sent it.
pub struct Sent {
    /// Who sent it.
    pub person: Person,
    /// The draft it was.
    pub draft: Draft,
    /// `DR-26-…`
    pub reference: String,
}

impl Sent {
    /// The daughter's request to Berlin, signed with her key.
    pub fn signed(server: &Server, lang: &'static str) -> Sent {
        let person = server.person(lang);
        let key = server.signer("applicant1");
        let _ = person.signs_in_with(key, server.now()).ok();
        let draft = person.composes();
        let page = person.signs(&draft, key, server.now()).ok();
        Sent { reference: reference(&page), person, draft }
    }

    /// The case as its applicant sees it.
    pub fn case(&self) -> Page {
        let history = self.person.open("/services").ok();
        let addresses: Vec<String> = history.links().into_iter().filter(|link| link.contains("/services/")).collect();
        let mut cases = addresses.iter().map(|address| self.person.get(address).ok());
        cases.find(|case| case.says(&self.reference)).unwrap_or_else(|| panic!("no case: {}", history.text()))
    }
}
