//! A form as a browser reads it: hidden fields, what is typed and chosen already, the buttons. A person can only fill in what is there.

use super::page::select;
use scraper::ElementRef;
use std::collections::{BTreeMap, BTreeSet};

/// A form of a page.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes; empty: the page's own address.
    pub action: String,
    /// Asks only: the fields go into the address.
    pub asks: bool,
    /// `multipart/form-data`.
    pub with_files: bool,
    /// Names and values as they would be sent.
    pub pairs: Vec<(String, String)>,
    /// The file fields.
    pub files: Vec<String>,
    /// Name and value of each button, in order; empty names are plain buttons.
    pub buttons: Vec<(String, String)>,
    names: BTreeSet<String>,
    choices: BTreeMap<String, BTreeSet<String>>,
    boxes: BTreeSet<String>,
}

impl Form {
    /// Reads the form.
    pub fn read(form: ElementRef<'_>) -> Form {
        let mut own = Form {
            asks: form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("get")),
            action: form.attr("action").unwrap_or_default().to_owned(),
            with_files: form.attr("enctype") == Some("multipart/form-data"),
            pairs: vec![],
            files: vec![],
            buttons: vec![],
            names: BTreeSet::new(),
            choices: BTreeMap::new(),
            boxes: BTreeSet::new(),
        };
        for field in form.select(&select("input[name], select[name], textarea[name], button")) {
            let name = field.attr("name").unwrap_or_default().to_owned();
            match field.value().name() {
                "button" => own.buttons.push((name, field.attr("value").unwrap_or_default().to_owned())),
                "select" => own.read_select(field, name),
                "textarea" => own.add(name, field.text().collect()),
                _ => own.read_input(field, name),
            }
        }
        own
    }

    fn read_select(&mut self, field: ElementRef<'_>, name: String) {
        let mut chosen = String::new();
        for option in field.select(&select("option")) {
            let value = option.attr("value").unwrap_or_default().to_owned();
            if option.attr("selected").is_some() {
                chosen.clone_from(&value);
            }
            self.choices.entry(name.clone()).or_default().insert(value);
        }
        self.add(name, chosen);
    }

    fn read_input(&mut self, field: ElementRef<'_>, name: String) {
        let value = field.attr("value").unwrap_or_default().to_owned();
        let kind = field.attr("type").unwrap_or("text");
        match kind {
            "radio" | "checkbox" => {
                self.names.insert(name.clone());
                self.choices.entry(name.clone()).or_default().insert(value.clone());
                if kind == "checkbox" {
                    self.boxes.insert(name.clone());
                }
                if field.attr("checked").is_some() {
                    self.add(name, value);
                }
            }
            "file" => {
                self.names.insert(name.clone());
                self.files.push(name);
            }
            _ => self.add(name, value),
        }
    }

    fn add(&mut self, name: String, value: String) {
        self.names.insert(name.clone());
        self.pairs.push((name, value));
    }

    /// True when the form has this field.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// As it would be sent.
    pub fn value(&self, name: &str) -> String {
        let values: Vec<&str> =
            self.pairs.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str()).collect();
        values.join(" ")
    }

    /// Types or chooses. Several boxes of one name are given in one text with spaces.
    ///
    /// # Panics
    /// When the field or the choice is not on the page.
    #[must_use]
    pub fn fill(mut self, name: &str, value: &str) -> Form {
        assert!(self.has(name), "no field {name:?} in {:?}", self.names);
        let values: Vec<&str> =
            if self.boxes.contains(name) { value.split_whitespace().collect() } else { vec![value] };
        if let Some(choices) = self.choices.get(name) {
            for value in values.iter().filter(|value| !value.is_empty()) {
                assert!(choices.contains(*value), "{name:?} does not offer {value:?} but {choices:?}");
            }
        }
        self.pairs.retain(|(own, _)| own != name);
        self.pairs.extend(values.into_iter().map(|value| (name.to_owned(), value.to_owned())));
        self
    }

    /// Types or chooses several.
    #[must_use]
    pub fn fill_all(self, fields: &[(&str, &str)]) -> Form {
        fields.iter().fold(self, |form, (name, value)| form.fill(name, value))
    }

    /// Types or chooses what the page may not offer, as a program can; nothing chosen in a group or a box: it is not sent.
    #[must_use]
    pub fn puts(mut self, name: &str, value: &str) -> Form {
        self.pairs.retain(|(own, _)| own != name);
        if !value.is_empty() || !self.choices.contains_key(name) {
            self.pairs.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// Names of the fields that were sent.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(name, _)| name.as_str())
    }

    /// True for a text, and for what can be chosen on the page.
    pub fn offers(&self, name: &str, value: &str) -> bool {
        self.choices.get(name).is_none_or(|all| value.split_whitespace().all(|one| all.contains(one)))
    }

    /// Presses the button with this value (the first button if empty).
    ///
    /// # Panics
    /// When there is no such button.
    #[must_use]
    pub fn press(mut self, value: &str) -> Form {
        let found = self.buttons.iter().find(|(_, own)| value.is_empty() || own == value).cloned();
        let (name, value) = found.unwrap_or_else(|| panic!("no button {value:?} in {:?}", self.buttons));
        if !name.is_empty() {
            self.pairs.push((name, value));
        }
        self
    }
}
