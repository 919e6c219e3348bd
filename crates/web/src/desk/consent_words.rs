//! `/{lang}/desk/registers/consent`: the text that people agree to, version by version in three languages, and the form that puts a new version
//! behind them (docs/decisions/0059). What comes of the form is a change of the registers.

use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::consent::{ConsentText, ConsentWords, Part};
use domain::lang::Lang;
use domain::provenance::Mark;
use office::registers::consent::{self, Open};
use office::registers::{Misfit, TEXT_CHARS_MAX};
use service::Finding;
use service::consent::{Row, chars_max, field};

/// The page.
#[derive(Template)]
#[template(path = "desk/consent_words.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Every version, the newest first.
    pub versions: Vec<VersionView>,
    /// Version, source and how well it is known; empty for who only reads.
    pub about: Vec<Control>,
    /// The words as they are typed, a group a language.
    pub groups: Vec<super::letter_words::Group>,
    /// Why they are changed.
    pub reason: Option<Control>,
}

/// A version on the page.
#[derive(Clone, Debug)]
pub struct VersionView {
    /// Its name, and when it is shown.
    pub title: String,
    /// Where it comes from, and how well that is known.
    pub source: String,
    /// Its words.
    pub text: ConsentView,
    /// It is the newest: its words stand open.
    pub is_open: bool,
}

/// A text as it is read.
#[derive(Clone, Debug)]
pub struct ConsentView {
    /// Its version.
    pub version: String,
    /// In each language.
    pub languages: Vec<LanguageView>,
}

/// A text in a language.
#[derive(Clone, Debug)]
pub struct LanguageView {
    /// BCP 47.
    pub tag: &'static str,
    /// Name of the language.
    pub language: String,
    /// The heading.
    pub title: String,
    /// What is read before the box.
    pub statement: Vec<String>,
    /// The sentence beside the box.
    pub agree: String,
}

impl ConsentView {
    /// The view of a text.
    pub fn new(t: &T, text: &ConsentText) -> ConsentView {
        let language = |lang: Lang| {
            let words = text.words(lang);
            LanguageView {
                tag: lang.tag(),
                language: t.s(&format!("letters-language-{}", lang.tag())),
                title: words.title.clone(),
                statement: words.statement().map(str::to_owned).into(),
                agree: words.agree.clone(),
            }
        };
        ConsentView { version: text.version.clone(), languages: Lang::ALL.map(language).into() }
    }
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

async fn show(visit: Visit) -> Outcome {
    let own = consent::open(&visit.state.office, visit.actor()?).await?;
    // What is changed is changed from the words agreed last.
    let typed = own.rows.last().map(filled).unwrap_or_default();
    page(&visit, &own, &typed, &[], None)
}

async fn change(visit: Visit, Posted(fields): Posted) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let reason = fields.get("reason").to_owned();
    let (found, why) = match consent::draft(office, actor, typed(&fields), reason, &visit.moment).await? {
        Ok(id) => return Ok(visit.go(&format!("/desk/registers/changes/{id}"))),
        Err(Misfit::Findings(found)) => (found, None),
        Err(Misfit::Data(why)) => (vec![], Some(why)),
    };
    let own = consent::open(office, actor).await?;
    page(&visit, &own, &fields, &found, why.as_deref())
}

/// The row that a form holds: blanks and line breaks are one blank.
fn typed(fields: &Fields) -> Row {
    let plain = |name: &str| fields.get(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let words = |lang: Lang| ConsentWords::each(|part| plain(&field(part, lang)));
    let text = ConsentText { version: plain("version"), kk: words(Lang::Kk), ru: words(Lang::Ru), en: words(Lang::En) };
    Row { text, source: plain("source"), verified: Mark::from_name(fields.get("verified")).unwrap_or(Mark::No) }
}

/// The form as it begins: the words of a row under no version yet.
fn filled(row: &Row) -> Fields {
    let mut fields = Fields::default();
    for (lang, part) in Lang::ALL.into_iter().flat_map(|lang| Part::ALL.map(|part| (lang, part))) {
        fields.add(field(part, lang), row.text.words(lang).get(part).to_owned());
    }
    fields.add("verified".to_owned(), Mark::No.as_str().to_owned());
    fields
}

fn page(visit: &Visit, own: &Open, fields: &Fields, found: &[Finding], why: Option<&str>) -> Outcome {
    let t = visit.t();
    let mut page = Page {
        frame: visit.frame(t.s("consents-title")).wide().back(visit.url("/desk/registers")),
        versions: versions(&t, own),
        about: vec![],
        groups: vec![],
        reason: None,
    };
    let mut lines = vec![];
    if own.keeps {
        let form = Form { t: &t, fields, found };
        (page.about, page.groups) = (form.about(), Lang::ALL.map(|lang| form.group(lang)).into());
        let reason = form.reason(why);
        lines.extend(error_lines(&page.about));
        lines.extend(page.groups.iter().flat_map(|group| error_lines(&group.controls)));
        lines.extend(error_lines(std::slice::from_ref(&reason)));
        page.reason = Some(reason);
    }
    let status = if lines.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.frame = page.frame.errors(lines);
    visit.show_with(status, &page)
}

fn versions(t: &T, own: &Open) -> Vec<VersionView> {
    let shown = own.rows.iter().position(|row| row.text.version == own.shown);
    let view = |(at, row): (usize, &Row)| {
        let when = match shown.map(|shown| at.cmp(&shown)) {
            Some(std::cmp::Ordering::Equal) => "consents-shown",
            Some(std::cmp::Ordering::Less) => "consents-earlier",
            _ => "consents-later",
        };
        let known = t.s(&format!("mark-{}", row.verified.as_str()));
        VersionView {
            title: t.f2("consents-version", "version", &row.text.version, "when", t.s(when)),
            source: t.f2("consents-source", "source", &row.source, "known", known),
            text: ConsentView::new(t, &row.text),
            is_open: at + 1 == own.rows.len(),
        }
    };
    own.rows.iter().enumerate().rev().map(view).collect()
}

/// The form with what was typed and what is wrong with it.
struct Form<'a> {
    t: &'a T,
    fields: &'a Fields,
    found: &'a [Finding],
}

impl Form<'_> {
    fn error(&self, name: &str) -> Option<String> {
        let own = self.found.iter().find(|own| own.field == name)?;
        let max = own.args.iter().find_map(|(_, value)| match value {
            service::Value::Number(max) => Some(max.to_string()),
            _ => None,
        });
        Some(self.t.f(&format!("consents-error-{}", own.code), "max", max.unwrap_or_default()))
    }

    fn finished(&self, name: &str, control: Control) -> Control {
        let control =
            control.plain().value(self.fields.get(name)).error(self.error(name), self.t.s("frame-error-word"));
        control.autocomplete("off")
    }

    fn about(&self) -> Vec<Control> {
        let t = self.t;
        let marks = [Mark::Yes, Mark::Partly, Mark::No];
        let item = |own: Mark| Item::new(own.as_str(), t.s(&format!("rows-choice-{}", own.as_str())));
        let version = Control::text("version", t.s("consents-field-version")).width("govuk-input--width-20");
        let source = Control::text("source", t.s("consents-field-source"));
        let verified = Control::radios("verified", t.s("consents-field-verified"), marks.map(item).into());
        vec![
            self.finished("version", version.hint(Some(t.s("consents-hint-version")))),
            self.finished("source", source.hint(Some(t.s("consents-hint-source")))),
            self.finished("verified", verified),
        ]
    }

    fn group(&self, lang: Lang) -> super::letter_words::Group {
        let language = self.t.s(&format!("letters-language-{}", lang.tag()));
        let control = |part: Part| {
            let (name, words) = (field(part, lang), self.t.s(&format!("consents-part-{}", part.as_str())));
            let label = format!("{words} ({language})");
            let control = match part {
                Part::Title => Control::text(&name, label),
                _ => Control::textarea(&name, label, if chars_max(part) > 500 { 4 } else { 2 }),
            };
            self.finished(&name, control)
        };
        super::letter_words::Group { controls: Part::ALL.map(control).into(), title: language }
    }

    fn reason(&self, why: Option<&str>) -> Control {
        let t = self.t;
        let wrong = self.found.iter().find(|own| ["files", "reason"].contains(&own.field.as_str()));
        let said = wrong.map(|own| match own.field.as_str() {
            "files" => t.s("consents-error-same"),
            _ => t.f(&format!("registers-error-reason-{}", own.code), "max", TEXT_CHARS_MAX),
        });
        let unfit = why.map(|why| t.f("registers-error-files-unfit", "why", why));
        Control::textarea("reason", t.s("registers-reason"), 3)
            .plain()
            .hint(Some(t.s("consents-hint-reason")))
            .value(self.fields.get("reason"))
            .error(said.or(unfit), t.s("frame-error-word"))
    }
}
