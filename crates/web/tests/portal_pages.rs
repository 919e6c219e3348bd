//! Every public page and every page of the portal in every language: no key is missing, one H1, headings in order, fields labelled, no script inside.
#![cfg(test)]

#[path = "portal_pages/samples.rs"]
mod samples;

use domain::lang::Lang;
use samples::{pages, sections, texts};
use std::collections::BTreeSet;

/// Ids, labels, headings and inline code of a page.
fn look(name: &str, html: &str) {
    assert!(!html.contains('⟦'), "{name}: a text is missing: {}", around(html, '⟦'));
    assert_eq!(html.matches("<h1").count(), 1, "{name}: one H1");
    let mut ids = BTreeSet::new();
    for id in attributes(html, " id=\"") {
        assert!(ids.insert(id.to_owned()), "{name}: id {id} stands twice");
    }
    for wanted in attributes(html, " for=\"").chain(attributes(html, "href=\"#")) {
        assert!(ids.contains(wanted), "{name}: nothing has the id {wanted}");
    }
    for described in attributes(html, "aria-describedby=\"").chain(attributes(html, "aria-labelledby=\"")) {
        for id in described.split(' ') {
            assert!(ids.contains(id), "{name}: nothing has the id {id}");
        }
    }
    // The error summary and the notice stand before the H1, as in govuk-frontend.
    let mut last = 0;
    let html = &html[html.find("<h1").unwrap()..];
    for level in html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10)) {
        assert!(level <= last + 1, "{name}: a heading of level {level} after {last}");
        last = level;
    }
    for post in html.match_indices("method=\"post\"").map(|(at, _)| &html[at..]) {
        let form = &post[..post.find("</form>").unwrap()];
        assert!(form.contains("name=\"csrf\""), "{name}: a form without its hidden field");
    }
    for never in [" onclick", " style=\"", "<style", "<script>", "required", "http-equiv"] {
        assert!(!html.contains(never), "{name}: {never}");
    }
    // Pictures are the person's own pages, from our own address, and say what they are or that they are beside a name.
    for picture in html.split("<img ").skip(1).filter_map(|rest| rest.split('>').next()) {
        assert!(picture.contains(" alt=\"") && picture.contains("src=\"/"), "{name}: {picture}");
    }
}

fn attributes<'a>(html: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(opening).skip(1).filter_map(|rest| rest.split('"').next()).filter(|value| !value.is_empty())
}

fn around(html: &str, mark: char) -> String {
    html.split(mark).nth(1).unwrap_or_default().chars().take(80).collect()
}

#[test]
fn every_page_is_whole_in_every_language() {
    for lang in Lang::ALL {
        for (name, html) in pages(lang) {
            look(&format!("{name} in {}", lang.tag()), &html);
            assert!(html.contains(&format!("<html lang=\"{}\"", lang.tag())), "{name}");
        }
    }
}

#[test]
fn every_section_of_the_form_is_whole_empty_filled_and_with_findings() {
    for lang in Lang::ALL {
        for (name, html) in sections(lang) {
            look(&format!("{name} in {}", lang.tag()), &html);
        }
    }
}

#[test]
fn a_title_says_first_that_something_is_wrong() {
    let (_, html) = pages(Lang::En).into_iter().find(|(name, _)| *name == "sign_in with an error").unwrap();
    assert!(html.contains("<title>Error: How do you want to sign in?"), "{html}");
    assert!(html.contains("href=\"#way\""), "the summary leads to the field");
}

#[test]
fn what_people_typed_is_never_markup() {
    for (name, html) in pages(Lang::Kk).into_iter().chain(sections(Lang::Kk)) {
        assert!(!html.contains("<b>x"), "{name}");
    }
}

#[test]
fn nothing_is_missing_after_all_pages() {
    let texts = texts();
    assert_eq!(texts.missing_count(), 0);
}

#[test]
fn only_what_is_asked_stands_on_the_page() {
    let empty = samples::section_of("documents", &[], false);
    assert!(empty.contains("name=\"basis-country\"") && !empty.contains("kinship-"), "no relationship is asked for");
    assert!(!empty.contains("attorney-"), "nobody acts under a power of attorney");
    assert!(samples::section_of("documents", &[], true).contains("name=\"kinship-enclosed\""));
    let representative = samples::section_of("documents", &[("relation", "representative")], false);
    assert!(representative.contains("name=\"attorney-country\""));
}

#[test]
fn questions_of_one_choice_stand_under_it_and_a_long_list_stands_on_the_page() {
    let death = samples::section_of("death", &[], false);
    let folded = death.split("app-reveal").nth(1).unwrap();
    assert!(folded.contains("name=\"medical-issued-by\""));
    let known = samples::section_of("person", &[], false);
    assert!(known.contains("name=\"deceased-surname\""), "most people are known, so their questions are open");
    let unknown = samples::section_of("person", &[("deceased-known", "no")], false);
    assert!(!unknown.contains("name=\"deceased-surname\"") && unknown.contains("name=\"deceased-description\""));
}

#[test]
fn a_question_of_two_choices_keeps_what_was_typed_under_the_one_made() {
    let typed = [("relation", "other"), ("relation-said", "neighbour")];
    let you = samples::section_of("you", &typed, true);
    assert_eq!(you.matches("name=\"relation-said\"").count(), 2);
    assert_eq!(
        you.matches("value=\"neighbour\"").count(),
        1,
        "the other copy stays empty, so that nothing is sent twice"
    );
}
