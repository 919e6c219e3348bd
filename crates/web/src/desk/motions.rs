//! What applicants asked for beside the decision, at the desk: what waits for the reader, and what was said on a case.

use super::clock::Clock;
use super::key;
use super::notes::NoteLine;
use crate::portal::motions::words;
use crate::problem::Problem;
use crate::visit::Visit;
use domain::ids::ApplicationId;
use domain::motion::Kind;
use office::ask_slip;
use office::cases::{CaseView, MotionLine};

/// What waits for the reader: reference, what and until when, address.
pub type Waits = Vec<[String; 3]>;

/// What waits for a word of the reader.
///
/// # Errors
/// As `office::motions::waiting_of`.
pub async fn waiting(visit: &Visit) -> Result<Waits, Problem> {
    let waiting = office::motions::waiting_of(&visit.state.office, visit.actor()?).await?;
    let t = visit.t();
    let line = |own: store::motion::Waiting| {
        let what = t.s(&key("flag-motion-", own.kind.as_str()));
        let due = own.due_at.map(|at| Clock::of(visit, &own.mission).full(at));
        let words = due.map_or(what.clone(), |due| t.f2("motion-waits", "what", &what, "due", due));
        [own.reference, words, visit.url(&address(own.application, own.kind))]
    };
    Ok(waiting.into_iter().map(line).collect())
}

/// The page on which a request is answered, without the language.
pub fn address(id: ApplicationId, kind: Kind) -> String {
    format!("/desk/cases/{id}/{}", kind.as_str().replace('_', "-"))
}

/// What was said on a case: the words, and the pages on which they are answered.
#[derive(Default)]
pub struct Section {
    /// The words, the newest first.
    pub notes: Vec<NoteLine>,
    /// Address and text.
    pub links: Vec<(String, String)>,
}

/// The section of the case page.
pub fn section(visit: &Visit, clock: &Clock<'_>, view: &CaseView) -> Section {
    let t = visit.t();
    let mut kinds: Vec<Kind> = view.motions.said.iter().map(|own| own.said.word.kind()).collect();
    // An officer may notice a slip without a word of the applicant.
    if ask_slip::is_open(view.line.state, &view.motions.words()) {
        kinds.push(Kind::CorrectSlip);
    }
    kinds.sort();
    kinds.dedup();
    let link = |own: Kind| (visit.url(&address(view.line.id, own)), t.s(&key("motion-desk-", own.as_str())));
    Section { notes: notes(visit, clock, view, None), links: kinds.into_iter().map(link).collect() }
}

/// What was said, of one kind or all, the newest first.
pub fn notes(visit: &Visit, clock: &Clock<'_>, view: &CaseView, kind: Option<Kind>) -> Vec<NoteLine> {
    let t = visit.t();
    let note = |own: &MotionLine| {
        let name = own.official.as_ref().map(|own| own.name.clone()).unwrap_or_default();
        let said = t.f(&key("motion-", own.said.word.act()), "name", name);
        let who = own.by.as_ref().map_or_else(|| t.s("desk-who-applicant"), |own| own.name.clone());
        let due = own.said.due_at.map(|at| t.f("motion-due", "when", clock.full(at)));
        let meta = [Some(said), Some(clock.full(own.said.said_at)), Some(who), due];
        NoteLine {
            meta: meta.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            text: words(&t, &own.said.word).join("\n"),
        }
    };
    let wanted = |own: &&MotionLine| kind.is_none_or(|kind| own.said.word.kind() == kind);
    view.motions.said.iter().rev().filter(wanted).map(note).collect()
}
