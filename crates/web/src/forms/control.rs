//! One question of a form as data and as markup (the structure of govuk-frontend's components). Templates write `{{ control|safe }}`.

use askama::Template;

/// What kind of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines; the number is the visible rows.
    Textarea(u8),
    /// One of several.
    Radios,
    /// Any of several.
    Checkboxes,
    /// One box, ticked or not.
    Box,
    /// One of a long list.
    Select,
    /// Day, month, year in three fields `<name>-day`, `<name>-month`, `<name>-year`.
    Date,
    /// A file.
    File,
}

/// How large the label or legend is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSize {
    /// Ordinary text, bold only for groups.
    Plain,
    /// Like a second heading: for pages with several questions.
    Medium,
    /// Read aloud only: the heading of the page asks the same (UX.md 2.1).
    Unseen,
}

/// One choice of radios, checkboxes or a select.
#[derive(Clone, Debug)]
pub struct Item {
    /// What is posted.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A line below.
    pub hint: Option<String>,
    /// Chosen.
    pub checked: bool,
    /// Questions that belong to this choice; without a script they are always seen.
    pub reveals: Vec<Control>,
    /// Language of the label when it is not the page's.
    pub lang: Option<&'static str>,
}

impl Item {
    /// A choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Item {
        Item { value: value.into(), label: label.into(), hint: None, checked: false, reveals: vec![], lang: None }
    }

    /// Adds a line below.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Item {
        self.hint = Some(hint.into());
        self
    }
}

/// One field of a date.
#[derive(Clone, Debug, Default)]
pub struct DatePart {
    /// `day`, `month` or `year`.
    pub part: &'static str,
    /// What is read.
    pub label: String,
    /// As typed.
    pub value: String,
    /// Width in figures.
    pub width: u8,
}

/// A question.
#[derive(Clone, Debug, Template)]
#[template(path = "control.html")]
pub struct Control {
    /// Name of the posted field.
    pub name: String,
    /// Id of the input; the name, unless the question is written twice on a page.
    pub id: String,
    /// Kind of markup.
    pub kind: Kind,
    /// The question.
    pub label: String,
    /// Size of the question's text.
    pub size: LabelSize,
    /// Help below the question.
    pub hint: Option<String>,
    /// What is wrong, as in the summary.
    pub error: Option<String>,
    /// Hidden word before the error, for screen readers: "Error:".
    pub error_word: String,
    /// As typed.
    pub value: String,
    /// Choices.
    pub items: Vec<Item>,
    /// Parts of a date.
    pub parts: Vec<DatePart>,
    /// `type` of the input.
    pub input_type: &'static str,
    /// `inputmode` of the input; empty for none.
    pub inputmode: &'static str,
    /// `autocomplete` of the input (WCAG 1.3.5); empty for none.
    pub autocomplete: &'static str,
    /// Class of width, for example `govuk-input--width-10`; empty for full.
    pub width: &'static str,
    /// `accept` of a file.
    pub accept: &'static str,
    /// Several files at once.
    pub multiple: bool,
    /// Further attributes of a drop zone in the page's language: `(data-i18n.…, text)`.
    pub drop_texts: Vec<(&'static str, String)>,
}

impl Control {
    fn new(kind: Kind, name: &str, label: impl Into<String>) -> Control {
        Control {
            name: name.to_owned(),
            id: name.to_owned(),
            kind,
            label: label.into(),
            size: LabelSize::Medium,
            hint: None,
            error: None,
            error_word: String::new(),
            value: String::new(),
            items: vec![],
            parts: vec![],
            input_type: "text",
            inputmode: "",
            autocomplete: "",
            width: "",
            accept: "",
            multiple: false,
            drop_texts: vec![],
        }
    }

    /// One line of text.
    pub fn text(name: &str, label: impl Into<String>) -> Control {
        Control::new(Kind::Text, name, label)
    }

    /// A password.
    pub fn password(name: &str, label: impl Into<String>) -> Control {
        Control { input_type: "password", ..Control::new(Kind::Text, name, label) }
    }

    /// Several lines of text.
    pub fn textarea(name: &str, label: impl Into<String>, rows: u8) -> Control {
        Control::new(Kind::Textarea(rows), name, label)
    }

    /// One of several choices.
    pub fn radios(name: &str, label: impl Into<String>, items: Vec<Item>) -> Control {
        Control { items, ..Control::new(Kind::Radios, name, label) }
    }

    /// Any of several choices; the values come back joined by spaces.
    pub fn checkboxes(name: &str, label: impl Into<String>, items: Vec<Item>) -> Control {
        Control { items, ..Control::new(Kind::Checkboxes, name, label) }
    }

    /// One box, ticked or not; posts `yes`.
    pub fn box_alone(name: &str, label: impl Into<String>) -> Control {
        Control { items: vec![Item::new("yes", label)], ..Control::new(Kind::Box, name, "") }
    }

    /// One of a long list; the first choice is empty.
    pub fn select(name: &str, label: impl Into<String>, items: Vec<Item>) -> Control {
        Control { items, ..Control::new(Kind::Select, name, label) }
    }

    /// A date in three fields.
    pub fn date(name: &str, label: impl Into<String>, parts: Vec<DatePart>) -> Control {
        Control { parts, inputmode: "numeric", ..Control::new(Kind::Date, name, label) }
    }

    /// A file.
    pub fn file(name: &str, label: impl Into<String>, accept: &'static str) -> Control {
        Control { accept, ..Control::new(Kind::File, name, label) }
    }

    /// Takes several files at once.
    #[must_use]
    pub fn multiple(mut self) -> Control {
        self.multiple = true;
        self
    }

    /// Adds help below the question.
    #[must_use]
    pub fn hint(mut self, hint: Option<String>) -> Control {
        self.hint = hint;
        self
    }

    /// Adds what was typed or chosen before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Control {
        self.value = value.into();
        let chosen: Vec<&str> = match self.kind {
            Kind::Checkboxes => self.value.split_whitespace().collect(),
            _ => vec![self.value.as_str()],
        };
        for item in &mut self.items {
            item.checked = chosen.contains(&item.value.as_str()) && !item.value.is_empty();
        }
        self
    }

    /// Adds what is wrong; `word` is "Error:" in the page's language.
    #[must_use]
    pub fn error(mut self, error: Option<String>, word: impl Into<String>) -> Control {
        self.error = error;
        self.error_word = word.into();
        self
    }

    /// An ordinary label instead of a heading-like one.
    #[must_use]
    pub fn plain(mut self) -> Control {
        self.size = LabelSize::Plain;
        self
    }

    /// The only question of a page, which its heading asks: the label is read aloud and not seen.
    #[must_use]
    pub fn asked_by_heading(mut self) -> Control {
        self.size = LabelSize::Unseen;
        self
    }

    /// Figures only: shows the numeric keyboard, keeps the text type.
    #[must_use]
    pub fn numeric(mut self) -> Control {
        self.inputmode = "numeric";
        self
    }

    /// Sets `type`.
    #[must_use]
    pub fn input_type(mut self, kind: &'static str) -> Control {
        self.input_type = kind;
        self
    }

    /// Texts of the drop zone in the page's language.
    #[must_use]
    pub fn drop_texts(mut self, texts: Vec<(&'static str, String)>) -> Control {
        self.drop_texts = texts;
        self
    }

    /// Sets `autocomplete`.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Control {
        self.autocomplete = token;
        self
    }

    /// Sets the class of width.
    #[must_use]
    pub fn width(mut self, class: &'static str) -> Control {
        self.width = class;
        self
    }

    /// The id that the error summary links to.
    pub fn first_id(&self) -> String {
        match self.kind {
            Kind::Date => format!("{}-{}", self.id, self.parts.first().map_or("day", |part| part.part)),
            _ => self.id.clone(),
        }
    }

    /// True when help or an error describes the field.
    pub fn described(&self) -> bool {
        self.hint.is_some() || self.error.is_some()
    }

    /// Ids of help and error, for `aria-describedby`.
    pub fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        [hint, error].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Id of a choice: the first has the name itself, so that the summary's link finds it.
    pub fn item_id(&self, index: &usize) -> String {
        if *index == 0 { self.id.clone() } else { format!("{}-{}", self.id, index + 1) }
    }

    /// Class of the label or legend's size.
    pub fn size_class(&self, what: &str) -> String {
        match self.size {
            LabelSize::Plain => String::new(),
            LabelSize::Medium => format!(" govuk-{what}--m"),
            LabelSize::Unseen => " govuk-visually-hidden".to_owned(),
        }
    }

    /// Visible rows of a textarea.
    pub fn rows(&self) -> u8 {
        match self.kind {
            Kind::Textarea(rows) => rows,
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_escaped_and_described() {
        let control = Control::text("surname", "Surname")
            .hint(Some("As in the passport".into()))
            .value("\"<b>")
            .error(Some("Enter the surname".into()), "Error:");
        let html = control.render().unwrap();
        assert!(html.contains("aria-describedby=\"surname-hint surname-error\""), "{html}");
        assert!(!html.contains("<b>") && html.contains("Enter the surname") && html.contains("Error:"), "{html}");
        assert!(!html.contains("required"), "the server decides, never the browser");
    }

    #[test]
    fn every_kind_renders_and_marks_the_choice() {
        let items = || vec![Item::new("a", "A"), Item::new("b", "B").hint("second")];
        let radios = Control::radios("choice", "Which?", items()).value("b").render().unwrap();
        assert_eq!(radios.matches(" checked").count(), 1, "{radios}");
        let boxes = Control::checkboxes("box", "Which?", items()).value("a b").render().unwrap();
        assert_eq!(boxes.matches(" checked").count(), 2, "{boxes}");
        let select = Control::select("country", "Country", items()).value("a").render().unwrap();
        assert_eq!(select.matches(" selected").count(), 1, "{select}");
        let parts = vec![DatePart { part: "day", label: "Day".into(), value: "3".into(), width: 2 }];
        let date = Control::date("born", "Born", parts).render().unwrap();
        assert!(date.contains("name=\"born-day\"") && date.contains("value=\"3\""), "{date}");
        assert!(Control::file("file", "File", "image/png").render().unwrap().contains("type=\"file\""));
        assert!(Control::textarea("why", "Why?", 5).value("x").render().unwrap().contains(">x</textarea>"));
    }
}
