//! `/{lang}/request/{draft}/check`: all answers with "Change", then the file that will be signed (UX.md H2, H3).

use super::{draft_help, questions, sign_panel};
use crate::frame::{ErrorLine, Frame};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use domain::scan::Scan;
use office::OfficeError;
use office::drafts::DraftView;
use office::mobile_signing::is_offered;
use office::prepare_request::PreparedView;

/// The page.
#[derive(Template)]
#[template(path = "portal/check.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// For an addendum: what it changes.
    pub changes: Vec<questions::Change>,
    /// A card for each section.
    pub cards: Vec<questions::SummaryCard>,
    /// Enclosed files: document, names and pages' address.
    pub files: Vec<(String, String, String)>,
    /// Where files are changed.
    pub change_files: String,
    /// What is missing or wrong: text and the page that mends it.
    pub findings: Vec<(String, String)>,
    /// The prepared file: hash and size; `None` while something is missing.
    pub prepared: Option<(String, String)>,
    /// What the law asks of each foreign document: its name, the sentences, and whether it bears what is needed.
    pub rules: Vec<(String, String, bool)>,
    /// Files wait for the virus scanner.
    pub scans_wait: bool,
    /// Address of the file.
    pub file: String,
    /// Sign.
    pub signature: String,
    /// Confirm by a one-time code.
    pub code: String,
    /// Sign with eGov Mobile, where that is offered.
    pub mobile: Option<String>,
    /// Typed at the desk: it is signed by hand only.
    pub by_hand_only: bool,
    /// Sign by hand and bring it.
    pub on_paper: String,
    /// The account signed in with an EDS: signing comes first.
    pub eds_first: bool,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let view = office::drafts::get(office, actor, id, visit.moment.now).await?;
    match office::prepare_request::prepare_request(office, actor, id, &visit.moment).await {
        Ok(prepared) => page(&visit, &view, StatusCode::OK, Some(&prepared), vec![]),
        Err(error) => unfinished(&visit, id, &view, error),
    }
}

/// A request that cannot be sent: already sent, or with findings, which are listed with links to their pages.
pub fn unfinished(visit: &Visit, id: DraftId, view: &DraftView, error: OfficeError) -> Outcome {
    match error {
        OfficeError::Findings(findings) => {
            let listed = questions::located(visit, view, &findings);
            page(visit, view, StatusCode::OK, None, listed)
        }
        OfficeError::Stale if view.draft.sent_as.is_some() => Ok(visit.go(&format!("/request/{id}/sent"))),
        other => Err(other.into()),
    }
}

fn page(
    visit: &Visit,
    view: &DraftView,
    status: StatusCode,
    prepared: Option<&PreparedView>,
    findings: Vec<(String, String)>,
) -> Result<axum::response::Response, Problem> {
    let (t, id) = (visit.t(), view.draft.id);
    let url = |page: &str| visit.url(&format!("/request/{id}/{page}"));
    let frame = visit
        .frame(t.s(if view.amends.is_some() { "answer-check-title" } else { "check-title" }))
        .caption(t.s("request-caption"))
        .back(visit.url(&format!("/request/{id}")))
        .help(draft_help(visit, view), None)
        .errors(
            findings
                .iter()
                .map(|_| ())
                .take(1)
                .map(|()| ErrorLine { field: "findings".into(), text: t.s("check-unfinished") })
                .collect(),
        );
    let eds_first =
        visit.session.as_ref().and_then(|session| session.account.as_ref()).is_some_and(|one| one.iin_proven);
    let page = Page {
        frame,
        changes: match (&view.amends, prepared) {
            (Some(amends), Some(one)) => questions::changes(visit, &amends.before, &one.request),
            _ => vec![],
        },
        cards: if view.amends.is_some() { vec![] } else { questions::summary_of_draft(visit, view) },
        files: questions::files_of_draft(visit, view),
        change_files: url("files"),
        findings,
        prepared: prepared.map(|one| (one.sha256.clone(), sign_panel::size(&t, one.bytes_len))),
        rules: prepared.map(|one| questions::rules_of_request(visit, &one.request)).unwrap_or_default(),
        scans_wait: view.scans.values().any(|scan| *scan == Scan::Waiting),
        file: url("file"),
        signature: url("signature"),
        code: url("code"),
        mobile: is_offered(&visit.state.office).then(|| url("mobile")),
        by_hand_only: visit.typist.is_some(),
        on_paper: url("paper"),
        eds_first,
    };
    visit.show_with(status, &page)
}
