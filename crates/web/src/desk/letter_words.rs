//! `/{lang}/desk/registers/letters`: what people are written, letter by letter in three languages, and the form that changes its words
//! (docs/decisions/0054). What comes of the form is a change of the registers.

use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;
use office::registers::letters::{self, Open, Read, Refused, Wanted};
use office::registers::{Misfit, TEXT_CHARS_MAX};
use service::Finding;
use service::letters::{Flaw, Part, Preview, Words, preview};
use std::collections::BTreeMap;

/// The list.
#[derive(Template)]
#[template(path = "desk/letter_list.html")]
pub struct ListPage {
    /// Its frame.
    pub frame: Frame,
    /// Each letter.
    pub rows: Vec<LetterRow>,
}

/// A letter on the list.
#[derive(Clone, Debug)]
pub struct LetterRow {
    /// Its page.
    pub url: String,
    /// What it is.
    pub title: String,
    /// Its subject, or its text message.
    pub begins: String,
    /// Whose words it has.
    pub origin: String,
}

/// A letter.
#[derive(Template)]
#[template(path = "desk/letter_words.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Whose words it has.
    pub origin: String,
    /// As it is read.
    pub letter: LetterView,
    /// Names that it knows, with samples.
    pub names: Vec<String>,
    /// Its words as they are typed, a group a language; empty for who only reads.
    pub groups: Vec<Group>,
    /// Why they are changed.
    pub reason: Control,
    /// Its words are not the release's.
    pub changed: bool,
}

/// The words of a language.
#[derive(Clone, Debug)]
pub struct Group {
    /// The language.
    pub title: String,
    /// A question a part.
    pub controls: Vec<Control>,
}

/// A letter as it is read.
#[derive(Clone, Debug)]
pub struct LetterView {
    /// What it is.
    pub title: String,
    /// In each language.
    pub languages: Vec<LanguageView>,
}

/// A letter in a language.
#[derive(Clone, Debug)]
pub struct LanguageView {
    /// BCP 47.
    pub tag: &'static str,
    /// Name of the language.
    pub language: String,
    /// Subject and texts.
    pub parts: Vec<PartView>,
    /// The text message.
    pub sms: Option<SmsView>,
}

/// A part that a mail and a notice have.
#[derive(Clone, Debug)]
pub struct PartView {
    /// What it is.
    pub what: String,
    /// As text.
    pub text: String,
    /// As it stands in the page of a mail; empty for a subject.
    pub html: String,
}

/// A text message.
#[derive(Clone, Debug)]
pub struct SmsView {
    /// As it is read.
    pub text: String,
    /// How long it is.
    pub measure: String,
}

impl LetterView {
    /// The view of a letter.
    pub fn new(t: &T, own: &Read) -> LetterView {
        let view = |(lang, own): &(Lang, Preview)| LanguageView::new(t, *lang, own);
        LetterView { title: title(t, &own.name), languages: own.previews.iter().map(view).collect() }
    }
}

impl LanguageView {
    fn new(t: &T, lang: Lang, own: &Preview) -> LanguageView {
        let part = |(part, text): &(Part, String)| PartView {
            what: t.s(&format!("letters-part-{}", part.as_str())),
            text: text.clone(),
            html: if *part == Part::Subject { String::new() } else { letters::in_a_mail(text) },
        };
        let sms = own.sms.as_ref().map(|(text, own)| {
            let numbers = [own.units, own.units_max(), own.count].map(|number| number.to_string());
            let [units, most, count] = numbers;
            let alphabet = if own.is_gsm { "letters-sms-gsm" } else { "letters-sms-ucs2" };
            let measure = t.all(alphabet, &[("units", units), ("max", most), ("count", count)]);
            SmsView { text: text.clone(), measure }
        });
        LanguageView { tag: lang.tag(), language: language(t, lang), parts: own.parts.iter().map(part).collect(), sms }
    }
}

fn language(t: &T, lang: Lang) -> String {
    t.s(&format!("letters-language-{}", lang.tag()))
}

fn title(t: &T, name: &str) -> String {
    t.s(&format!("letters-name-{name}"))
}

/// The handler of the list.
pub fn list() -> MethodRouter<AppState> {
    get(show_list)
}

/// The handlers of a letter.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

async fn show_list(visit: Visit) -> Outcome {
    let t = visit.t();
    let found = letters::list(&visit.state.office, visit.actor()?).await?;
    let row = |own: letters::Line| LetterRow {
        url: visit.url(&format!("/desk/registers/letters/{}", own.name)),
        title: title(&t, &own.name),
        begins: own.begins.get(&visit.lang).cloned().unwrap_or_default(),
        origin: t.s(match (own.is_unfit, own.is_behind, own.changed) {
            (true, ..) => "letters-unfit",
            (_, true, _) => "letters-behind",
            (_, _, true) => "registers-changed",
            _ => "registers-shipped",
        }),
    };
    let frame = visit.frame(t.s("letters-title")).wide().back(visit.url("/desk/registers"));
    visit.show(&ListPage { frame, rows: found.into_iter().map(row).collect() })
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let own = letters::open(&visit.state.office, visit.actor()?, &named.get::<String>("letter")?).await?;
    let typed = own.words.clone();
    page(&visit, &own, &typed, &Fields::default(), &Wrong::default())
}

async fn change(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let name: String = named.get("letter")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let own = letters::open(office, actor, &name).await?;
    let typed = typed(&own, &fields);
    let wanted = match fields.get("step") {
        "words" => Wanted::Words(typed.clone()),
        "release" => Wanted::Release,
        _ => return Err(Problem::DoesNotFit),
    };
    let reason = fields.get("reason").to_owned();
    let wrong = match letters::draft(office, actor, &name, wanted, reason, &visit.moment).await? {
        Ok(id) => return Ok(visit.go(&format!("/desk/registers/changes/{id}"))),
        Err(Refused::Flaws(flaws)) => Wrong { flaws, ..Wrong::default() },
        Err(Refused::Misfit(Misfit::Findings(found))) => Wrong { found, ..Wrong::default() },
        Err(Refused::Misfit(Misfit::Data(why))) => Wrong { why: Some(why), ..Wrong::default() },
    };
    page(&visit, &own, &typed, &fields, &wrong)
}

/// What is wrong with what was typed.
#[derive(Default)]
struct Wrong {
    flaws: Vec<Flaw>,
    found: Vec<Finding>,
    why: Option<String>,
}

/// Name of the field of a part.
fn field(part: Part, lang: Lang) -> String {
    format!("{}-{}", part.as_str(), lang.tag())
}

fn typed(own: &Open, fields: &Fields) -> BTreeMap<Lang, Words> {
    let words =
        |lang| own.letter.parts.iter().map(|part| (*part, fields.get(&field(*part, lang)).to_owned())).collect();
    Lang::ALL.map(|lang| (lang, words(lang))).into()
}

fn page(visit: &Visit, own: &Open, typed: &BTreeMap<Lang, Words>, fields: &Fields, wrong: &Wrong) -> Outcome {
    let t = visit.t();
    let shown = |(lang, words): (&Lang, &Words)| (*lang, preview(&own.letter, words, *lang));
    let read = Read { name: own.letter.name.clone(), previews: typed.iter().map(shown).collect() };
    let groups: Vec<Group> = match own.keeps {
        true => Lang::ALL.map(|lang| group(&t, own, lang, typed, &wrong.flaws)).into(),
        false => vec![],
    };
    let reason = reason(&t, fields, wrong);
    let mut lines: Vec<_> = groups.iter().flat_map(|group| error_lines(&group.controls)).collect();
    lines.extend(error_lines(std::slice::from_ref(&reason)));
    let status = if lines.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = visit.frame(title(&t, &own.letter.name)).wide().back(visit.url("/desk/registers/letters"));
    let page = Page {
        frame: frame.caption(t.s("letters-title")).errors(lines),
        origin: t.s(if own.changed { "letters-are-changed" } else { "letters-are-shipped" }),
        letter: LetterView::new(&t, &read),
        names: own
            .known
            .iter()
            .map(|(name, value)| t.f2("letters-sample", "name", braced(name), "value", value))
            .collect(),
        groups,
        reason,
        changed: own.changed,
    };
    visit.show_with(status, &page)
}

fn group(t: &T, own: &Open, lang: Lang, typed: &BTreeMap<Lang, Words>, flaws: &[Flaw]) -> Group {
    let control = |part: &Part| {
        let label = format!("{} ({})", t.s(&format!("letters-part-{}", part.as_str())), language(t, lang));
        let name = field(*part, lang);
        let control = match part {
            Part::Subject => Control::text(&name, label).autocomplete("off"),
            Part::Sms => Control::textarea(&name, label, 3),
            Part::Body | Part::BodyNew | Part::BodyOld => Control::textarea(&name, label, 14),
        };
        let wanted = own.wanted.get(&(lang, *part)).cloned().unwrap_or_default();
        let wanted: Vec<String> = wanted.iter().map(|name| braced(name)).collect();
        let hint = (!wanted.is_empty()).then(|| t.f("letters-wanted", "names", wanted.join(", ")));
        let here = |own: &&Flaw| own.lang == lang && own.part.is_none_or(|own| own == *part);
        let said = sentences(t, &flaws.iter().filter(here).collect::<Vec<_>>());
        let error = (!said.is_empty()).then(|| said.join(". "));
        let text = typed.get(&lang).and_then(|words| words.get(part)).cloned().unwrap_or_default();
        control.plain().hint(hint).value(text).error(error, t.s("frame-error-word"))
    };
    Group { title: language(t, lang), controls: own.letter.parts.iter().map(control).collect() }
}

fn braced(name: &str) -> String {
    format!("{{ ${name} }}")
}

/// What is wrong, each fault with its line once: several names of one fault stand in one sentence.
fn sentences(t: &T, flaws: &[&Flaw]) -> Vec<String> {
    let mut grouped: Vec<((&str, usize), Vec<String>)> = vec![];
    for own in flaws {
        let what = match own.code {
            "unknown-name" | "missing-name" | "names-somebody" => braced(&own.what),
            _ => own.what.clone(),
        };
        match grouped.iter_mut().find(|(place, _)| *place == (own.code, own.line)) {
            Some((_, whats)) => whats.push(what),
            None => grouped.push(((own.code, own.line), vec![what])),
        }
    }
    let sentence = |((code, line), whats): ((&str, usize), Vec<String>)| {
        let said = t.f(&format!("letters-error-{code}"), "what", whats.join(", "));
        if line == 0 { said } else { t.f2("letters-error-at", "line", line, "said", said) }
    };
    grouped.into_iter().map(sentence).collect()
}

fn reason(t: &T, fields: &Fields, wrong: &Wrong) -> Control {
    let said = |own: &Finding| {
        let key = if own.field == "files" {
            "letters-error-same".to_owned()
        } else {
            format!("registers-error-{}-{}", own.field, own.code)
        };
        t.f(&key, "max", TEXT_CHARS_MAX)
    };
    let unfit = wrong.why.as_ref().map(|why| t.f("registers-error-files-unfit", "why", why));
    Control::textarea("reason", t.s("registers-reason"), 3)
        .hint(Some(t.s("letters-reason-hint")))
        .value(fields.get("reason"))
        .error(wrong.found.first().map(said).or(unfit), t.s("frame-error-word"))
}
