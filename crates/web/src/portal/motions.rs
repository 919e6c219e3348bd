//! What an applicant asks for beside the decision: the lines on the case page, and the page on which one asks.

use super::times;
use crate::desk::slip::slip;
use crate::forms::Control;
use crate::frame::Frame;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use domain::motion::{Kind, Word};
use domain::slip::Slip;
use office::cases::{CaseView, MotionLine};

/// The page on which one asks.
#[derive(Template)]
#[template(path = "portal/motion_form.html")]
pub struct FormPage {
    /// Its frame.
    pub frame: Frame,
    /// What it is, who answers and by when.
    pub leads: Vec<String>,
    /// The questions.
    pub controls: Vec<Control>,
    /// Key of the button.
    pub button: &'static str,
    /// Address of the form.
    pub action: String,
    /// Address of the case.
    pub case: String,
}

/// A request and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MotionCard {
    /// What was asked, or answered.
    pub title: String,
    /// When, and what was written.
    pub lines: Vec<String>,
}

/// Requests, the latest word of each; the first request first.
pub fn cards(t: &T, case: &CaseView) -> Vec<MotionCard> {
    let words = case.motions.words();
    let last = store::motion::last_words(&words);
    let line = |number: u32| case.motions.said.iter().find(|own| own.said.number == number);
    last.into_iter().filter_map(|own| Some(card(t, case, line(own.about), line(own.number)?))).collect()
}

fn card(t: &T, case: &CaseView, asked: Option<&MotionLine>, last: &MotionLine) -> MotionCard {
    let official = asked.and_then(|own| own.official.as_ref());
    let name = official.map(|own| own.name.clone()).unwrap_or_default();
    let when = |at| times::when(t, at, &case.mission);
    let key = last.said.word.act().replace('_', "-");
    let mut lines = vec![t.f("motion-said-at", "when", when(last.said.said_at))];
    lines.extend(
        last.said.due_at.filter(|_| last.said.waits_for.is_some()).map(|at| t.f("motion-due", "when", when(at))),
    );
    lines.extend(words(t, &last.said.word));
    MotionCard { title: t.f(&format!("motion-{key}"), "name", name), lines }
}

/// What was said in it, for who reads it.
pub fn words(t: &T, word: &Word) -> Vec<String> {
    match word {
        Word::AskRecusal { reason, .. }
        | Word::GrantRecusal { reason }
        | Word::RefuseRecusal { reason }
        | Word::DeclineSlip { reason }
        | Word::RefuseSlip { reason } => vec![reason.clone()],
        Word::AskSlip { what } => vec![what.clone()],
        Word::AskFile { way } => vec![t.s(&format!("file-way-{}", way.as_str().replace('_', "-")))],
        Word::OpenFile { withheld, visit, .. } => {
            let said = |key: &str, text: &String| (!text.is_empty()).then(|| t.f(key, "text", text));
            [said("file-visit-said", visit), said("file-withheld-said", withheld)].into_iter().flatten().collect()
        }
        Word::ProposeSlip { slips, basis } => said(t, slips, basis),
        Word::CorrectCertificate { slips, basis, replaced } => {
            let mut lines = said(t, slips, basis);
            lines.push(t.f("slip-replaced", "number", replaced));
            lines
        }
    }
}

fn said(t: &T, slips: &[Slip], basis: &str) -> Vec<String> {
    let lines = slips.iter().map(|own| slip(t, own)).map(|row| format!("{}: {}", row.label, row.value));
    lines.chain([format!("{}: {basis}", t.s("slip-basis"))]).collect()
}

/// What may be asked for: words of the link and address.
pub fn links(visit: &Visit, t: &T, case: &CaseView) -> Vec<(String, String)> {
    let link = |own: &Kind| {
        let noun = own.as_str().replace('_', "-");
        (t.s(&format!("motion-link-{noun}")), visit.url(&format!("/services/{}/{noun}", case.line.id)))
    };
    case.motions.may_ask.iter().map(link).collect()
}
