//! A page as a person sees it: words, links, forms, errors.

use super::form::Form;
use super::words::tidy;
use scraper::{ElementRef, Html, Node, Selector};

/// What came back.
pub struct Page {
    /// HTTP status after all redirects.
    pub status: u16,
    /// Path and query it came from.
    pub path: String,
    /// Media type.
    pub media_type: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl Page {
    /// Must be a page without an error.
    pub fn ok(self) -> Page {
        self.must_be(200)
    }

    /// Must have this status.
    pub fn must_be(self, status: u16) -> Page {
        assert_eq!(self.status, status, "{}: {}", self.path, self.text());
        self
    }

    /// Its markup.
    pub fn html(&self) -> Html {
        Html::parse_document(&String::from_utf8_lossy(&self.bytes))
    }

    /// Every visible word, one space between.
    pub fn text(&self) -> String {
        if !self.media_type.starts_with("text/html") {
            return format!("({}, {} bytes)", self.media_type, self.bytes.len());
        }
        let mut words = String::new();
        read(self.html().root_element(), &mut words);
        tidy(&words)
    }

    /// True when these words stand on the page.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(&tidy(words))
    }

    /// These words must stand on the page.
    pub fn must_say(&self, words: &str) -> &Page {
        assert!(self.says(words), "{} does not say {words:?} but: {}", self.path, self.text());
        self
    }

    /// These words must not stand on the page.
    pub fn must_not_say(&self, words: &str) -> &Page {
        assert!(!self.says(words), "{} says {words:?}: {}", self.path, self.text());
        self
    }

    /// The first link whose address contains `part`.
    pub fn link(&self, part: &str) -> String {
        let found = self.links().into_iter().find(|address| address.contains(part));
        found.unwrap_or_else(|| panic!("{} has no link to {part:?}: {:?}", self.path, self.links()))
    }

    /// Addresses of all links.
    pub fn links(&self) -> Vec<String> {
        let html = self.html();
        html.select(&select("a[href]")).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
    }

    /// The sentences at the fields.
    pub fn errors(&self) -> Vec<String> {
        let html = self.html();
        html.select(&select(".govuk-error-message")).map(|one| tidy(&one.text().collect::<String>())).collect()
    }

    /// Forms that can be seen (not those a script shows).
    pub fn forms(&self) -> Vec<Form> {
        let html = self.html();
        html.select(&select("form")).filter(|form| form.attr("hidden").is_none()).map(Form::read).collect()
    }

    /// The form that has all these fields.
    pub fn form(&self, fields: &[&str]) -> Form {
        let found = self.forms().into_iter().find(|form| fields.iter().all(|name| form.has(name)));
        found.unwrap_or_else(|| panic!("{} has no form with {fields:?}: {}", self.path, self.text()))
    }

    /// What a field shows as typed or chosen; several boxes of one name are joined by spaces.
    pub fn value(&self, field: &str) -> String {
        self.form(&[field]).value(field)
    }
}

/// A selector that is right by construction.
pub fn select(what: &str) -> Selector {
    Selector::parse(what).unwrap()
}

fn read(element: ElementRef<'_>, words: &mut String) {
    if matches!(element.value().name(), "script" | "style" | "template" | "head") {
        return;
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => words.push_str(text),
            Node::Element(_) => {
                words.push(' ');
                if let Some(inner) = ElementRef::wrap(child) {
                    read(inner, words);
                }
                words.push(' ');
            }
            _ => {}
        }
    }
}
