//! `/{lang}/request/{draft}/paper`: print the request, sign it by hand and bring it to the mission (UX.md H3, "on paper at the embassy").

use super::check::unfinished;
use super::{draft_help, times};
use crate::desk::{file::inline, key};
use crate::forms::Posted;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::drafts::DraftView;
use office::print_form::FormView;

/// The page.
#[derive(Template)]
#[template(path = "portal/on_paper.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What it is for, and what follows from it.
    pub lead: String,
    /// The term.
    pub term: String,
    /// Where it is brought: name and address of the mission.
    pub mission: Option<(String, String)>,
    /// What was printed.
    pub form: Option<Printed>,
    /// Slips of the desk: when, the reason of the law, what to do.
    pub slips: Vec<(String, String, String)>,
    /// Address of the printed file.
    pub file: String,
    /// Typed at the desk: where the form is accepted once it is signed.
    pub accept: Option<String>,
    /// Back to the answers.
    pub check: String,
}

/// A form that was printed.
pub struct Printed {
    /// Its number.
    pub number: String,
    /// When.
    pub at: String,
    /// It still says what the answers say.
    pub is_current: bool,
}

impl Page {
    /// There is a form that still says what the answers say.
    pub fn has_current(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.is_current)
    }
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(print)
}

/// The printed file.
pub fn form() -> MethodRouter<AppState> {
    get(file)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let view = office::drafts::get(office, actor, id, visit.moment.now).await?;
    if view.draft.sent_as.is_some() {
        return Ok(visit.go(&format!("/request/{id}/sent")));
    }
    let form = office::print_form::form(office, actor, id).await?;
    page(&visit, &view, form)
}

async fn print(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    if fields.get("act") == "forget" {
        office::print_form::forget_form(office, actor, id, &visit.moment).await?;
        return Ok(visit.go(&format!("/request/{id}/check")));
    }
    match office::print_form::print_form(office, actor, id, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/request/{id}/paper"))),
        Err(error) => {
            let view = office::drafts::get(office, actor, id, visit.moment.now).await?;
            unfinished(&visit, id, &view, error)
        }
    }
}

async fn file(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    Ok(inline(office::print_form::file(&visit.state.office, visit.actor()?, id).await?))
}

fn page(visit: &Visit, view: &DraftView, form: Option<FormView>) -> Outcome {
    let (t, id) = (visit.t(), view.draft.id);
    let url = |page: &str| visit.url(&format!("/request/{id}/{page}"));
    let mission = view.amends.as_ref().map(|own| &own.mission).or(view.draft.mission.as_ref());
    let mission = mission.and_then(|mission| visit.state.office.catalogue().mission(mission));
    let [lead, term] = match view.amends {
        _ if visit.typist.is_some() => ["typing-paper-lead", "on-paper-term"],
        Some(_) => ["on-paper-addendum-lead", "on-paper-addendum-term"],
        None => ["on-paper-lead", "on-paper-term"],
    };
    let when = |at| mission.map(|mission| times::when(&t, at, mission)).unwrap_or_default();
    let slips = form.iter().flat_map(|form| &form.slips);
    let slips =
        slips.map(|slip| (when(slip.given_at), t.s(&key("decline-", slip.reason.as_str())), slip.remedy.clone()));
    let page = Page {
        frame: visit
            .frame(t.s(if visit.typist.is_some() { "typing-print" } else { "on-paper-title" }))
            .caption(t.s("request-caption"))
            .back(url("check"))
            .help(draft_help(visit, view), None),
        lead: t.s(lead),
        term: t.s(term),
        slips: slips.collect(),
        mission: mission.map(|own| (t.of(&own.name).to_owned(), own.address.clone())),
        form: form.map(|own| Printed { number: own.number, at: when(own.printed_at), is_current: own.is_current }),
        accept: visit.typist.as_ref().map(|_| visit.url(&format!("/desk/paper/{id}"))),
        file: url("paper/form"),
        check: url("check"),
    };
    visit.show(&page)
}
