//! What a changed letter must still be: whole in three languages, with every fact that the release's words tell, and no more than words.
//!
//! Total: any bytes give findings with their places, never a panic.

use super::preview::filled;
use super::{Letter, Part, Words, file, names, segments, tidied, typed, words};
use crate::catalogue::Files;
use crate::texts::Texts;
use domain::lang::Lang;
use fluent_syntax::ast::Entry;
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};

/// Longest subject with its values, characters.
pub const SUBJECT_CHARS_MAX: usize = 150;
/// Longest text as typed, characters.
pub const BODY_CHARS_MAX: usize = 4_000;
/// What every letter about a case can name.
const OF_A_CASE: [&str; 9] = ["reference", "url", "mission", "deadline", "name", "date", "time", "zone", "phone"];
/// Of these the subject has room for some.
const IN_A_SUBJECT: [&str; 3] = ["reference", "date", "time"];
/// And the text message, which lies open on a locked telephone: nobody's name.
const IN_AN_SMS: [&str; 6] = ["reference", "url", "deadline", "date", "time", "zone"];

/// Something wrong with a changed letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Of which language.
    pub lang: Lang,
    /// Of which part; `None`: of the file.
    pub part: Option<Part>,
    /// Line of the part, of the file where it has no part; counted from 1, 0 = the whole.
    pub line: usize,
    /// What is wrong; ends the key of its sentence (`letters-error-…`).
    pub code: &'static str,
    /// The word that is wrong, or the limit.
    pub what: String,
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part = self.part.map(Part::as_str).unwrap_or("file");
        write!(f, "{} {part}, line {}: {} {}", self.lang.tag(), self.line, self.code, self.what)
    }
}

/// Everything wrong with the files of a letter; what `files` lacks, or holds empty, is the release's.
pub fn check(release: &Texts, own: &Letter, files: &Files) -> Vec<Flaw> {
    let mut found = vec![];
    let mut all = BTreeMap::new();
    for lang in Lang::ALL {
        let bytes = files.get(&own.path(lang)).map(Vec::as_slice).unwrap_or_default();
        let read = if bytes.is_empty() { Ok(words(release, own, lang)) } else { read(own, lang, bytes) };
        match read {
            Ok(words) => _ = all.insert(lang, words),
            Err(flaw) => found.push(flaw),
        }
    }
    found.extend(check_words(release, own, &all));
    found
}

/// Everything wrong with words as they are typed.
pub fn check_words(release: &Texts, own: &Letter, all: &BTreeMap<Lang, Words>) -> Vec<Flaw> {
    let mut found = vec![];
    for (lang, words) in all {
        for part in &own.parts {
            let text = words.get(part).map(|text| tidied(text)).unwrap_or_default();
            found.extend(check_part(&Place { release, own, lang: *lang, part: *part }, &text));
            let same =
                |other: &Lang| all.get(other).and_then(|words| words.get(part)).is_some_and(|own| tidied(own) == text);
            if !text.is_empty() && Lang::ALL.iter().take_while(|other| *other != lang).any(same) {
                found.push(Flaw { lang: *lang, part: Some(*part), line: 0, code: "copy", what: String::new() });
            }
        }
    }
    found
}

/// Names that a part may hold.
pub fn known(release: &Texts, own: &Letter, part: Part) -> BTreeSet<String> {
    Place { release, own, lang: Lang::Kk, part }.known()
}

/// Names that a part has to hold: what the release's own words tell.
pub fn wanted(release: &Texts, own: &Letter, lang: Lang, part: Part) -> BTreeSet<String> {
    Place { release, own, lang, part }.of_release(lang, part)
}

/// Where a sentence stands.
struct Place<'t> {
    release: &'t Texts,
    own: &'t Letter,
    lang: Lang,
    part: Part,
}

impl Place<'_> {
    fn flaw(&self, line: usize, code: &'static str, what: impl ToString) -> Flaw {
        Flaw { lang: self.lang, part: Some(self.part), line, code, what: what.to_string() }
    }

    /// The names in a part of the release's words.
    fn of_release(&self, lang: Lang, part: Part) -> BTreeSet<String> {
        self.release.pattern(lang, &self.own.key(part)).map(names).unwrap_or_default().into_iter().collect()
    }

    /// Names that this part may hold.
    fn known(&self) -> BTreeSet<String> {
        let all = |parts: &[Part]| {
            let each = parts.iter().flat_map(|part| Lang::ALL.map(|lang| self.of_release(lang, *part)));
            each.flatten().collect::<BTreeSet<String>>()
        };
        let whole = all(&self.own.parts);
        let is_of_a_case = whole.contains("reference");
        let (mut known, more): (_, &[&str]) = match self.part {
            Part::Subject => (all(&[Part::Subject]), &IN_A_SUBJECT),
            Part::Sms => (all(&[Part::Sms]), &IN_AN_SMS),
            Part::Body | Part::BodyNew | Part::BodyOld => (whole, &OF_A_CASE),
        };
        if is_of_a_case {
            known.extend(more.iter().map(|name| (*name).to_owned()));
        }
        known
    }
}

fn check_part(place: &Place<'_>, text: &str) -> Vec<Flaw> {
    if text.is_empty() {
        return vec![place.flaw(0, "empty", "")];
    }
    let mut found = vec![];
    let last = text.lines().count();
    let bound = place.release.pattern(place.lang, &place.own.key(place.part)).and_then(typed).unwrap_or_default();
    // The line by which a browser knows the host that a code is for (origin-bound one-time codes).
    let bound = bound.lines().last().filter(|line| line.starts_with('@')).unwrap_or_default().to_owned();
    let mut named = BTreeSet::new();
    for (at, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line)) {
        if at == last && !bound.is_empty() {
            if line != bound {
                found.push(place.flaw(at, "code-line", &bound));
            }
            named.extend(["host", "code"].map(str::to_owned));
            continue;
        }
        match pieces(line) {
            Ok(pieces) => {
                named.extend(pieces.iter().filter_map(Piece::name).map(str::to_owned));
                found.extend(wrong_words(place, at, line, &pieces));
            }
            Err((code, what)) => found.push(place.flaw(at, code, what)),
        }
    }
    found.extend(wrong_names(place, &named));
    if found.is_empty() { measures(place, text) } else { found }
}

/// A piece of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'l> {
    /// Words.
    Words(&'l str),
    /// `{ $name }`.
    Name(&'l str),
}

impl Piece<'_> {
    fn name(&self) -> Option<&str> {
        match self {
            Piece::Name(name) => Some(name),
            Piece::Words(_) => None,
        }
    }
}

/// A line in its pieces, or why its braces are wrong.
pub(super) fn pieces(line: &str) -> Result<Vec<Piece<'_>>, (&'static str, String)> {
    let mut found = vec![];
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('{') {
        let (inner, after) = behind.split_once('}').ok_or(("open", format!("{{{behind}")))?;
        if before.contains('}') {
            return Err(("close", before.to_owned()));
        }
        let is_name = |own: &&str| {
            own.starts_with(|own: char| own.is_ascii_alphabetic())
                && own.chars().all(|own| own.is_ascii_alphanumeric() || own == '_' || own == '-')
        };
        let name = inner.trim().strip_prefix('$').filter(is_name);
        let name = name.ok_or_else(|| ("not-a-name", format!("{{{inner}}}")))?;
        found.extend([Piece::Words(before), Piece::Name(name)]);
        rest = after;
    }
    if rest.contains('}') {
        return Err(("close", rest.to_owned()));
    }
    found.push(Piece::Words(rest));
    Ok(found)
}

fn wrong_words(place: &Place<'_>, at: usize, line: &str, pieces: &[Piece<'_>]) -> Vec<Flaw> {
    let mut found = vec![];
    if line.starts_with(['.', '*', '[']) {
        found.push(place.flaw(at, "line-start", line.chars().take(1).collect::<String>()));
    }
    for (number, piece) in pieces.iter().enumerate() {
        let Piece::Words(words) = piece else { continue };
        if words.chars().any(is_hidden) {
            found.push(place.flaw(at, "hidden", ""));
        }
        if let Some(markup) = words.chars().find(|own| ['<', '>'].contains(own)) {
            found.push(place.flaw(at, "markup", markup));
        }
        found.extend(words.split_whitespace().filter(|word| is_link(word)).map(|word| place.flaw(at, "link", word)));
        // Nothing is sewn to an address of ours: it would lead elsewhere.
        let is_url =
            |piece: Option<&Piece<'_>>| piece.and_then(Piece::name).is_some_and(|name| ["url", "host"].contains(&name));
        let before = number.checked_sub(1).and_then(|number| pieces.get(number));
        let glued_behind = is_url(before) && !is_end(words);
        let glued_before =
            is_url(pieces.get(number + 1)) && !words.is_empty() && !words.ends_with([' ', '(', '«', '\u{a0}']);
        // Two names with nothing between them: what is filled in later would lengthen the address.
        let sewn = words.is_empty()
            && before.is_some_and(|own| own.name().is_some())
            && pieces.get(number + 1).is_some_and(|own| own.name().is_some())
            && (is_url(before) || is_url(pieces.get(number + 1)));
        if glued_behind || glued_before || sewn {
            found.push(place.flaw(at, "link", words.trim()));
        }
    }
    found
}

/// Words that may follow an address: nothing, a blank, or a stop with a blank behind it.
fn is_end(words: &str) -> bool {
    let rest = words.trim_start_matches(['.', ',', ';', ')', '»', '!', '?']);
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// An address of the web or of mail, or what a program may take for one.
fn is_link(word: &str) -> bool {
    let letters = |text: &str, at_end: bool| {
        let of = |own: &char| own.is_alphanumeric();
        if at_end {
            text.chars().rev().take_while(of).count()
        } else {
            text.chars().take_while(|own| own.is_alphabetic()).count()
        }
    };
    let is_domain = |(at, _): (usize, &str)| {
        let before = word.get(..at).unwrap_or_default();
        let after = word.get(at..).unwrap_or_default().trim_start_matches(['.', '。', '．', '｡']);
        let is_short = after.contains('/') && letters(before, true) >= 1;
        (letters(before, true) >= 2 || is_short) && letters(after, false) >= 2
    };
    word.contains("://")
        || word.contains('@')
        || word.to_lowercase().contains("www.")
        || word.match_indices(['.', '。', '．', '｡']).any(is_domain)
}

/// Control characters, and those that turn or hide the text around them.
pub(crate) fn is_hidden(own: char) -> bool {
    own.is_control()
        || matches!(own, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn wrong_names(place: &Place<'_>, named: &BTreeSet<String>) -> Vec<Flaw> {
    let known = place.known();
    let unknown = named.iter().filter(|name| !known.contains(*name)).map(|name| {
        let code = if place.part == Part::Sms && name == "name" { "names-somebody" } else { "unknown-name" };
        place.flaw(0, code, name)
    });
    let wanted = place.of_release(place.lang, place.part);
    let missing = wanted.iter().filter(|name| !named.contains(*name)).map(|name| place.flaw(0, "missing-name", name));
    unknown.chain(missing).collect()
}

fn measures(place: &Place<'_>, text: &str) -> Vec<Flaw> {
    let told = filled(text, &place.own.name, place.lang, place.part == Part::Sms);
    match place.part {
        Part::Subject if text.contains('\n') => vec![place.flaw(2, "one-line", "")],
        Part::Subject if told.chars().count() > SUBJECT_CHARS_MAX => {
            vec![place.flaw(0, "too-long", SUBJECT_CHARS_MAX)]
        }
        Part::Sms => {
            let own = segments(&told);
            let flaw = || place.flaw(0, "sms-too-long", format!("{} > {}", own.units, own.units_max()));
            if own.fits() { vec![] } else { vec![flaw()] }
        }
        _ if text.chars().count() > BODY_CHARS_MAX => vec![place.flaw(0, "too-long", BODY_CHARS_MAX)],
        _ => vec![],
    }
}

/// The words in a file, each sentence of the letter once and nothing beside them.
fn read(own: &Letter, lang: Lang, bytes: &[u8]) -> Result<Words, Flaw> {
    let flaw = |line: usize, code: &'static str, what: String| Flaw { lang, part: None, line, code, what };
    let text = std::str::from_utf8(bytes).map_err(|_| flaw(0, "syntax", "UTF-8".to_owned()))?;
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let first = errors.first();
        let before = first.and_then(|error| text.get(..error.pos.start)).unwrap_or_default();
        flaw(before.matches('\n').count() + 1, "syntax", first.map(|own| own.kind.to_string()).unwrap_or_default())
    })?;
    let mut found = Words::new();
    for entry in &resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Term(term) => return Err(flaw(0, "stranger", format!("-{}", term.id.name))),
            Entry::Junk { .. } => return Err(flaw(0, "syntax", String::new())),
        };
        let key = message.id.name;
        let part = own.parts.iter().find(|part| own.key(**part) == key && !found.contains_key(*part));
        let part = *part.ok_or_else(|| flaw(0, "stranger", key.to_owned()))?;
        if let Some(attribute) = message.attributes.first() {
            return Err(flaw(0, "stranger", format!("{key}.{}", attribute.id.name)));
        }
        let value = message.value.as_ref().and_then(typed);
        found.insert(part, value.ok_or_else(|| flaw(0, "not-a-name", key.to_owned()))?);
    }
    if let Some(absent) = own.parts.iter().find(|part| !found.contains_key(*part)) {
        return Err(flaw(0, "absent", own.key(*absent)));
    }
    // One way of writing: what is laid over the release is what was checked.
    if file(own, &found) == text { Ok(found) } else { Err(flaw(0, "not-plain", own.path(lang))) }
}
