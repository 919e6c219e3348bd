//! The words of a letter at the desk: looked at as its readers get them, changed by a form, given back to the release. What comes of the
//! form is a change like every other ([`super::draft`]).

use super::draft::{File, Misfit};
use super::edition::{self, Edition};
use super::name_of;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::lang::Lang;
use domain::moment::Moment;
use service::Finding;
use service::catalogue::Files;
use service::letters::{self, Flaw, Letter, Part, Preview, Words, check_words};
use std::collections::BTreeMap;
use store::register::NewFile;
use uuid::Uuid;

/// A letter on the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its subject, or its text message, in a language.
    pub begins: BTreeMap<Lang, String>,
    /// Its words differ from the release's.
    pub changed: bool,
    /// Its changed words do not fit this release; the release's are used.
    pub is_unfit: bool,
    /// The release has other words than those that the change was made from.
    pub is_behind: bool,
}

/// A letter as it is read in the three languages.
#[derive(Clone, Debug)]
pub struct Read {
    /// Its name.
    pub name: String,
    /// Each language.
    pub previews: Vec<(Lang, Preview)>,
}

/// A letter to be changed.
#[derive(Clone, Debug)]
pub struct Open {
    /// The letter.
    pub letter: Letter,
    /// The words agreed last, as they are typed.
    pub words: BTreeMap<Lang, Words>,
    /// Names that each part has to hold.
    pub wanted: BTreeMap<(Lang, Part), Vec<String>>,
    /// Names that some part may hold, with the value that a preview has.
    pub known: Vec<(String, String)>,
    /// Its words differ from the release's.
    pub changed: bool,
    /// May change it.
    pub keeps: bool,
}

/// What the form leads to.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// These words.
    Words(BTreeMap<Lang, Words>),
    /// Those of the release.
    Release,
}

/// Why words cannot become a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Of the words.
    Flaws(Vec<Flaw>),
    /// Of the rest.
    Misfit(Misfit),
}

/// Every letter.
///
/// # Errors
/// `NotAllowed` but for who reads the registers.
pub async fn list(office: &Office, actor: &Actor) -> Result<Vec<Line>, OfficeError> {
    permission::reads_registers(actor)?;
    let inner = office.clone();
    let behind = office.read(move |tx| Box::pin(async move { edition::behind(&inner, tx).await })).await?;
    let now = office.edition();
    let line = |own: Letter| {
        let paths = Lang::ALL.map(|lang| own.path(lang));
        let shown = Lang::ALL.map(|lang| (lang, letters::preview(&own, &letters::words(&now.texts, &own, lang), lang)));
        let first = |own: Preview| own.parts.into_iter().next().map(|own| own.1).or(own.sms.map(|own| own.0));
        Line {
            changed: is_changed(office, now, &own),
            is_unfit: now.unfit.iter().any(|path| paths.contains(path)),
            is_behind: behind.iter().any(|path| paths.contains(path)),
            begins: shown.into_iter().map(|(lang, own)| (lang, first(own).unwrap_or_default())).collect(),
            name: own.name,
        }
    };
    Ok(letters::letters(&now.texts).into_iter().map(line).collect())
}

/// A letter with the words agreed last: what is changed is changed from them.
///
/// # Errors
/// As [`list`]; `NotFound`.
pub async fn open(office: &Office, actor: &Actor, name: &str) -> Result<Open, OfficeError> {
    permission::reads_registers(actor)?;
    let letter = letters::letter(&office.parts().texts, name).ok_or(OfficeError::NotFound)?;
    let inner = office.clone();
    let newest = office.read(move |tx| Box::pin(async move { edition::composed(&inner, tx, |_| true).await })).await?;
    let release = &office.parts().texts;
    let places = Lang::ALL.into_iter().flat_map(|lang| letter.parts.iter().map(move |part| (lang, *part)));
    let wanted = |(lang, part)| ((lang, part), letters::wanted(release, &letter, lang, part).into_iter().collect());
    Ok(Open {
        wanted: places.map(wanted).collect(),
        known: letters::sampled(release, &letter),
        words: Lang::ALL.map(|lang| (lang, letters::words(&newest.texts, &letter, lang))).into(),
        changed: is_changed(office, &newest, &letter),
        keeps: permission::keeps_registers(actor).is_ok(),
        letter,
    })
}

/// Keeps a draft of a letter's words.
///
/// # Errors
/// As [`open`]; what is wrong is the inner answer.
pub async fn draft(
    office: &Office,
    actor: &Actor,
    name: &str,
    wanted: Wanted,
    reason: String,
    moment: &Moment,
) -> Result<Result<Uuid, Refused>, OfficeError> {
    let own = open(office, actor, name).await?;
    permission::keeps_registers(actor)?;
    let letter = own.letter;
    let release = &office.parts().texts;
    let files: Vec<(String, Vec<u8>)> = match wanted {
        Wanted::Words(words) => {
            let flaws = check_words(release, &letter, &words);
            if !flaws.is_empty() {
                return Ok(Err(Refused::Flaws(flaws)));
            }
            words.into_iter().map(|(lang, words)| (letter.path(lang), letters::file(&letter, &words).into())).collect()
        }
        Wanted::Release if !own.changed => {
            return Ok(Err(Refused::Misfit(Misfit::Findings(vec![Finding::new("files", "same")]))));
        }
        Wanted::Release => Lang::ALL.map(|lang| (letter.path(lang), vec![])).into(),
    };
    let files = files.into_iter().map(|(path, bytes)| File { name: name_of(&path).to_owned(), bytes });
    let done = super::draft(office, actor, files.collect(), reason, moment).await?;
    Ok(done.map_err(Refused::Misfit))
}

/// Letters that a change touches, as they would be read with it.
pub(super) fn of_change(office: &Office, after: &Files, made: &[NewFile]) -> Vec<Read> {
    let mut names: Vec<&str> = made.iter().filter_map(|file| Some(letters::place(&file.path)?.0)).collect();
    names.dedup();
    let release = &office.parts().texts;
    let found = names.into_iter().filter_map(|name| letters::letter(release, name));
    let read = |own: Letter| {
        let files = Lang::ALL.map(|lang| own.path(lang));
        let files = files.into_iter().filter_map(|path| Some((path.clone(), after.get(&path)?.clone()))).collect();
        let texts = letters::laid_over(release, &files).0;
        let shown = |lang| (lang, letters::preview(&own, &letters::words(&texts, &own, lang), lang));
        Read { previews: Lang::ALL.map(shown).into(), name: own.name.clone() }
    };
    found.map(read).collect()
}

/// The text of a letter as it stands in the page of a mail.
pub fn in_a_mail(text: &str) -> String {
    gateways::paragraphs(text)
}

fn is_changed(office: &Office, now: &Edition, own: &Letter) -> bool {
    let shipped = &office.parts().files;
    Lang::ALL.into_iter().any(|lang| now.files.get(&own.path(lang)) != shipped.get(&own.path(lang)))
}
