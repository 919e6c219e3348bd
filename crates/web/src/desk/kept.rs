//! Kept filters on the page of the queue: one's own as links, each with its removal, and the form that keeps what is shown.

use super::queue::address;
use crate::forms::{Control, Fields};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::visit::Visit;
use axum::http::StatusCode;
use office::OfficeError;
use office::kept_filters::{self, FILTERS_MAX, NAME, NAME_CHARS_MAX, Shows};
use office::queue::Tab;
use service::Finding;
use uuid::Uuid;

/// Query name of the filter that is shown.
pub const FILTER: &str = "filter";
/// Query name of what was done to the filters.
const DONE: &str = "kept";

/// What the page shows of them.
#[derive(Clone, Debug)]
pub struct Panel {
    /// One's own.
    pub links: Vec<KeptLink>,
    /// What would be kept, in words; `None`: there is room for no other.
    pub keeps: Option<String>,
    /// Its name.
    pub name: Control,
    /// The form is open: something is wrong with it.
    pub is_open: bool,
    /// The tab that is shown.
    pub tab: &'static str,
    /// The search that is shown; empty: the tab.
    pub search: String,
}

/// A kept filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptLink {
    /// Address without the language.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its id.
    pub id: String,
    /// The one that is shown.
    pub current: bool,
}

/// The panel beside what is shown; `None` for who keeps none.
///
/// # Errors
/// Faults only.
pub async fn panel(
    visit: &Visit,
    (tab, search): (Tab, &str),
    fields: &Fields,
    found: &[Finding],
) -> Result<Option<Panel>, Problem> {
    let t = visit.t();
    let Some(own) = kept_filters::list(&visit.state.office, visit.actor()?).await? else { return Ok(None) };
    let current = visit.query_value(FILTER);
    let links = own.iter().map(|own| KeptLink {
        path: format!("/desk/queue?{FILTER}={}", own.id),
        name: own.name.clone(),
        id: own.id.to_string(),
        current: current.as_deref() == Some(&own.id.to_string()),
    });
    let error = found.iter().find(|one| one.field == NAME).map(|one| message(visit, one));
    let keeps = match search {
        "" => t.f("kept-keeps-tab", "tab", super::queue::tab_name(visit, tab)),
        text => t.f("kept-keeps-search", "text", text),
    };
    Ok(Some(Panel {
        links: links.collect(),
        keeps: (own.len() < FILTERS_MAX || error.is_some()).then_some(keeps),
        is_open: error.is_some(),
        name: Control::text(NAME, t.s("kept-name"))
            .value(fields.trimmed(NAME))
            .error(error, t.s("frame-error-word"))
            .autocomplete("off")
            .width("govuk-input--width-20")
            .plain(),
        tab: tab.as_str(),
        search: search.to_owned(),
    }))
}

/// What is wrong with the name, in words.
pub fn message(visit: &Visit, finding: &Finding) -> String {
    let max = if finding.code == "too-many" { FILTERS_MAX } else { NAME_CHARS_MAX };
    visit.t().f(&format!("kept-error-{}", finding.code), "max", max)
}

/// Says what was done.
pub fn told(visit: &Visit, frame: Frame) -> Frame {
    match visit.query_value(DONE).as_deref() {
        Some("saved") => frame.notice(visit.t().s("kept-saved")),
        Some("removed") => frame.notice(visit.t().s("kept-removed")),
        _ => frame,
    }
}

/// Keeps what the form says is shown.
pub async fn keep(visit: &Visit, fields: &Fields) -> Outcome {
    let (tab, search) = posted(fields)?;
    let shows = if search.is_empty() { Shows::Tab(tab) } else { Shows::Search(search.to_owned()) };
    let name = fields.trimmed(NAME);
    match kept_filters::keep(&visit.state.office, visit.actor()?, name, shows, &visit.moment).await {
        Ok(id) => Ok(visit.go(&format!("/desk/queue?{FILTER}={id}&{DONE}=saved"))),
        Err(OfficeError::Findings(found)) if found.iter().any(|one| one.field == NAME) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            match search {
                "" => super::queue::page(visit, status, tab, fields, &found).await,
                text => super::queue::found(visit, text, fields, &found).await,
            }
        }
        Err(other) => Err(other.into()),
    }
}

/// Forgets one, and goes back to the tab that was shown.
pub async fn forget(visit: &Visit, id: Uuid) -> Outcome {
    kept_filters::forget(&visit.state.office, visit.actor()?, id).await?;
    Ok(visit.go(&format!("{}?{DONE}=removed", address(Tab::Open, None))))
}

/// What was shown beside the form.
fn posted(fields: &Fields) -> Result<(Tab, &str), Problem> {
    let tab = Tab::from_name(fields.trimmed("kept_tab")).ok_or(Problem::NotFound)?;
    Ok((tab, fields.trimmed("kept_search")))
}
