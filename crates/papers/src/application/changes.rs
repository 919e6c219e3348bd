//! What an addendum changes: every printed line that differs from the request before it, with both texts.
//!
//! The lines are those the application prints, so that nothing can be changed that is not shown here.

use super::{documents, sections};
use crate::sheet::{Row, Text, Tongue};
use domain::paper::ApplicationPaper;
use domain::request::{Amends, Request};
use serde::Serialize;

/// The data of the part on changes.
#[derive(Serialize)]
pub(super) struct Changes {
    heading: Text,
    about: Text,
    hash_label: Text,
    sha256: String,
    columns: [Text; 3],
    list: Vec<Change>,
    whole: Text,
}

#[derive(Serialize)]
struct Change {
    label: Text,
    before: Vec<Text>,
    after: Vec<Text>,
}

/// The changes of an addendum; nothing for a new request.
pub(super) fn changes(paper: &ApplicationPaper<'_>, tongue: &Tongue<'_>) -> Option<Changes> {
    let (amends, before) = (paper.request.amends.as_ref()?, paper.before?);
    Some(Changes {
        heading: tongue.word("paper-changes-heading"),
        about: about(tongue, amends),
        hash_label: tongue.word("paper-changes-first-file"),
        sha256: amends.file_sha256.clone(),
        columns: ["paper-changes-what", "paper-changes-before", "paper-changes-after"].map(|key| tongue.word(key)),
        list: differing(tongue, lines(tongue, before), lines(tongue, paper.request)),
        whole: tongue.word("paper-changes-whole"),
    })
}

fn about(tongue: &Tongue<'_>, amends: &Amends) -> Text {
    let number = amends.number.to_string();
    let args = [("reference", &*amends.reference), ("number", &*number)];
    tongue.each(|lang| tongue.words.word(lang, "paper-changes-about", &args))
}

/// Every line of the application, each under the heading it stands under.
fn lines(tongue: &Tongue<'_>, request: &Request) -> Vec<(String, Row)> {
    let rows = sections(tongue, request).into_iter().flat_map(|section| {
        let heading = section.heading.main;
        section.rows.into_iter().map(move |row| (heading.clone(), row))
    });
    rows.chain(documents::lines(tongue, &request.documents).into_iter().map(|row| (String::new(), row))).collect()
}

/// Lines of `after` that say something else than the line of the same name in `before`, and lines that are gone.
fn differing(tongue: &Tongue<'_>, before: Vec<(String, Row)>, after: Vec<(String, Row)>) -> Vec<Change> {
    let mut before: Vec<Option<(String, Row)>> = before.into_iter().map(Some).collect();
    let nothing = || vec![tongue.word("paper-not-provided")];
    let mut list = vec![];
    for (heading, row) in after {
        let same = |one: &&mut Option<(String, Row)>| {
            one.as_ref().is_some_and(|(under, own)| *under == heading && own.label == row.label)
        };
        let was = before.iter_mut().find(same).and_then(Option::take).map(|(_, own)| own.value);
        if was.as_ref() != Some(&row.value) {
            list.push(Change { label: row.label, before: was.unwrap_or_else(nothing), after: row.value });
        }
    }
    let gone = before.into_iter().flatten();
    list.extend(gone.map(|(_, row)| Change { label: row.label, before: row.value, after: nothing() }));
    list
}
