//! Forms of our own pages, read just well enough to send them back: hidden fields, names, buttons.
//!
//! Here because a bench needs the token and the field names of a page and xtask needs no HTML library for that. It reads pages of the
//! server this program started and must never be taken for an HTML parser.

use super::http::Pairs;

/// A form of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Where it goes; empty: the page's own address.
    pub action: String,
    /// Values of hidden fields.
    pub hidden: Pairs,
    /// Names of all its fields.
    pub names: Vec<String>,
    /// The file field.
    pub file: Option<String>,
    /// Name and value of each button that has a name.
    pub buttons: Pairs,
}

/// All forms of a page, those a script shows included.
pub fn forms(page: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for tag in page.split('<').skip(1).map(|piece| piece.split('>').next().unwrap_or_default()) {
        if tag.starts_with("form") {
            forms.push(Form { action: attribute(tag, "action").unwrap_or_default(), ..Form::default() });
        }
        let (Some(form), Some(name)) = (forms.last_mut(), attribute(tag, "name")) else { continue };
        let value = attribute(tag, "value").unwrap_or_default();
        match (tag.split_whitespace().next().unwrap_or_default(), attribute(tag, "type").as_deref()) {
            ("button", _) => form.buttons.push((name, value)),
            ("input", Some("hidden")) => {
                form.names.push(name.clone());
                form.hidden.push((name, value));
            }
            ("input", Some("file")) => form.file = Some(name),
            ("input" | "select" | "textarea", _) => form.names.push(name),
            _ => {}
        }
    }
    forms
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    Some(value.replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_it_would_be_sent() {
        let page = r#"<p name="no">x</p><form method="post" action="/a?b=1&amp;c=2" enctype="multipart/form-data"><input type="hidden" name="csrf" value="t">
            <input class="x" id="f" name="cms-file" type="file"><select name="country"><option value="DE"></select><button name="go" value="continue">"#;
        let forms = forms(page);
        assert_eq!(forms.len(), 1);
        assert_eq!(forms[0].action, "/a?b=1&c=2");
        assert_eq!(forms[0].hidden, [("csrf".to_owned(), "t".to_owned())]);
        assert_eq!(forms[0].file.as_deref(), Some("cms-file"));
        assert_eq!(forms[0].names, ["csrf", "country"]);
        assert_eq!(forms[0].buttons, [("go".to_owned(), "continue".to_owned())]);
    }
}
