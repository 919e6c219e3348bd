//! The sentences of the papers, asked for by key. The binary passes the service's Fluent texts in.

use domain::lang::Lang;

/// Looks sentences up. Never composes one: order of words belongs to the language file.
pub trait Words: Send + Sync {
    /// The sentence `key` of `papers.ftl` in `lang`; `args` fill its placeholders.
    fn word(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> String;
}

impl<F> Words for F
where
    F: Fn(Lang, &str, &[(&str, &str)]) -> String + Send + Sync,
{
    fn word(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
        self(lang, key, args)
    }
}
