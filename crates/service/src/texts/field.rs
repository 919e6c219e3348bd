//! The words of a form's field: built from its name, with generic words where it has none of its own.

use super::{Texts, Value};
use crate::answers::Finding;
use crate::form::{Field, Form};
use domain::lang::Lang;

impl Texts {
    /// The label of a field or of an upload's name.
    pub fn label(&self, lang: Lang, form: &Form, name: &str) -> String {
        self.s(lang, &format!("field-{}-label", stem(form, name)))
    }

    /// The hint, where the field has one.
    pub fn hint(&self, lang: Lang, form: &Form, name: &str) -> Option<String> {
        let key = format!("field-{}-hint", stem(form, name));
        self.has(lang, &key).then(|| self.s(lang, &key))
    }

    /// The words of an option: the field's own, else `option-<value>`.
    pub fn option(&self, lang: Lang, field: &Field, value: &str) -> String {
        let stem = field.texts.as_deref().unwrap_or(&field.name);
        let own = format!("field-{stem}-option-{value}");
        if self.has(lang, &own) { self.s(lang, &own) } else { self.s(lang, &format!("option-{value}")) }
    }

    /// The sentence of a finding: `field-<name>-error-<code>`, else `error-<code>`.
    pub fn error(&self, lang: Lang, form: &Form, finding: &Finding) -> String {
        self.said(lang, form, finding, "error")
    }

    /// The sentence of advice: `field-<name>-advice-<code>`, else `advice-<code>`.
    pub fn advice(&self, lang: Lang, form: &Form, finding: &Finding) -> String {
        self.said(lang, form, finding, "advice")
    }

    fn said(&self, lang: Lang, form: &Form, finding: &Finding, what: &str) -> String {
        let own = format!("field-{}-{what}-{}", stem(form, &finding.field), finding.code);
        let args: Vec<(&str, Value)> = finding.args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let key = if self.has(lang, &own) { own } else { format!("{what}-{}", finding.code) };
        self.f(lang, &key, &args)
    }
}

fn stem<'a>(form: &'a Form, name: &'a str) -> &'a str {
    form.field(name).and_then(|field| field.texts.as_deref()).unwrap_or(name)
}
