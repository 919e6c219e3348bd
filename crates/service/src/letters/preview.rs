//! A letter filled with sample values, as its reader gets it.

use super::check::{Piece, known, pieces};
use super::{Letter, Part, Segments, Words, segments, tidied, values};
use crate::texts::{Texts, Value};
use domain::lang::Lang;
use std::collections::BTreeSet;

/// A letter to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Its parts but the text message.
    pub parts: Vec<(Part, String)>,
    /// The text message and its measure.
    pub sms: Option<(String, Segments)>,
}

/// The letter of these words.
pub fn preview(own: &Letter, words: &Words, lang: Lang) -> Preview {
    let text = |part: &Part| {
        let text = words.get(part).map(|text| tidied(text)).unwrap_or_default();
        filled(&text, &own.name, lang, *part == Part::Sms)
    };
    let parts = own.parts.iter().filter(|part| **part != Part::Sms).map(|part| (*part, text(part))).collect();
    let sms = own.parts.contains(&Part::Sms).then(|| text(&Part::Sms));
    Preview { parts, sms: sms.map(|sms| (sms.clone(), segments(&sms))) }
}

/// The names that some part of a letter may hold, each with its sample value in Russian: that is what is long.
pub fn sampled(release: &Texts, own: &Letter) -> Vec<(String, String)> {
    let names: BTreeSet<String> = own.parts.iter().flat_map(|part| known(release, own, *part)).collect();
    let value = |name: String| {
        let value = filled(&format!("{{ ${name} }}"), &own.name, Lang::Ru, false);
        (name, value)
    };
    names.into_iter().map(value).collect()
}

/// Words with the sample values in the place of their names. Total: what is no name stays as typed.
pub(super) fn filled(text: &str, letter: &str, lang: Lang, is_sms: bool) -> String {
    let values = values(letter, lang, is_sms);
    let value = |name: &str| match values.iter().find(|(own, _)| *own == name) {
        Some((_, Value::Text(value))) => value.clone(),
        _ => format!("{{ ${name} }}"),
    };
    let line = |line: &str| match pieces(line) {
        Ok(pieces) => pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => (*words).to_owned(),
                Piece::Name(name) => value(name),
            })
            .collect(),
        Err(_) => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<String>>().join("\n").replace("г..", "г.")
}
