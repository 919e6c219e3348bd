//! The sentences of `papers.ftl` read with Fluent, as the binary reads them; the three languages are compared.

use domain::lang::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::collections::BTreeSet;

fn source(lang: Lang) -> String {
    let path = format!("{}/../../locales/{}/papers.ftl", env!("CARGO_MANIFEST_DIR"), lang.tag());
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source(lang)).unwrap_or_else(|(_, e)| panic!("{lang:?}: {e:?}"));
    let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap();
    bundle
}

/// Panics on a key that does not exist: a test that prints a paper shows that every key it needs is there.
pub fn words() -> impl Fn(Lang, &str, &[(&str, &str)]) -> String + Send + Sync {
    let bundles = Lang::ALL.map(bundle);
    move |lang, key, args| {
        let bundle = Lang::ALL.iter().zip(&bundles).find(|(it, _)| **it == lang).unwrap().1;
        let message = bundle.get_message(key).and_then(|m| m.value()).unwrap_or_else(|| panic!("{lang:?} lacks {key}"));
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            filled.set(*name, *value);
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(message, Some(&filled), &mut errors).into_owned();
        assert!(errors.is_empty(), "{lang:?} {key}: {errors:?}");
        text
    }
}

/// `key` and the placeholders of its sentence.
fn keys(lang: Lang) -> BTreeSet<(String, BTreeSet<String>)> {
    let source = source(lang);
    let lines = source.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let (key, text) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
            let placeholders = text.split("{ $").skip(1).filter_map(|rest| rest.split_once(" }")).map(|(name, _)| name);
            (key.to_owned(), placeholders.map(str::to_owned).collect())
        })
        .collect()
}

#[test]
fn the_three_languages_have_the_same_keys_and_placeholders() {
    assert!(keys(Lang::En).len() > 150);
    for lang in [Lang::Kk, Lang::Ru] {
        let differing: Vec<_> = keys(Lang::En).symmetric_difference(&keys(lang)).cloned().collect();
        assert!(differing.is_empty(), "{lang:?}: {differing:?}");
    }
}

#[test]
fn no_kazakh_sentence_is_a_copy_of_another_language() {
    let kazakh = source(Lang::Kk);
    for other in [Lang::Ru, Lang::En] {
        let other_source = source(other);
        let copies: Vec<&str> = kazakh.lines().filter(|l| l.contains(" = ") && other_source.contains(*l)).collect();
        let whole = |line: &&str| other_source.lines().any(|it| it == *line);
        let copies: Vec<&str> = copies.into_iter().filter(whole).collect();
        assert!(copies.is_empty(), "{other:?}: {copies:?}");
    }
}
