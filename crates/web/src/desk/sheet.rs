//! The viewer: one page of an enclosed paper, or two side by side (the original beside its translation). Everything is a link.

use super::bar::Bar;
use super::pane::{Look, Pane, name_of, pane, parse, turn_of};
use crate::forms::encode;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::comparison::PaperPage;
use domain::ids::ApplicationId;
use domain::picture::Turn;
use office::sheets::{self, Sheet};
use service::summary::document_name;

/// The page.
#[derive(Template)]
#[template(path = "desk/sheet.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// One page, or two side by side.
    pub panes: Vec<Pane>,
    /// Closes the second one.
    pub alone: Option<String>,
    /// All enclosed files.
    pub files: Vec<FileLinks>,
    /// The page where answers are held against this page; `None` for who does not read it.
    pub comparison: Option<String>,
}

/// An enclosed file with what can be done with it here.
#[derive(Clone, Debug)]
pub struct FileLinks {
    /// What it is.
    pub name: String,
    /// Shows it.
    pub url: String,
    /// It is shown.
    pub current: bool,
    /// Shows it beside the page that is shown.
    pub beside: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// What the address shows.
#[derive(Clone, Copy)]
struct Shown {
    look: Look,
    beside: Option<(PaperPage, Turn)>,
}

impl Shown {
    fn url(self, visit: &Visit, id: ApplicationId) -> String {
        let PaperPage { file, page } = self.look.at;
        let mut query = vec![("zoom", self.look.zoom.to_string()), ("turn", self.look.turn.degrees().to_string())];
        if let Some((at, turn)) = self.beside {
            query.extend([("beside", name_of(at)), ("turn2", turn.degrees().to_string())]);
        }
        visit.url(&format!("/desk/cases/{id}/pages/{file}/{page}?{}", encode(&query)))
    }
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let at = PaperPage { file: named.get("attachment")?, page: named.get("page")? };
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let sheets = sheets::of_case(office, actor, id).await?;
    let view = office::cases::get(office, actor, id, visit.moment.now).await?;
    let query = |name: &str| visit.query_value(name);
    let look = Look::new(at, query("zoom").as_deref(), query("turn").as_deref());
    let beside = query("beside").and_then(|text| parse(&text)).map(|own| (own, turn_of(query("turn2").as_deref())));
    let shown = Shown { look, beside };
    let case = (id, &view.mission.id);
    let mut panes = vec![pane(&visit, case, &sheets, look, |look| Shown { look, ..shown }.url(&visit, id)).await?];
    if let Some((at, turn)) = beside {
        let second = Look { at, turn, ..look };
        let link = |own: Look| {
            let look = Look { zoom: own.zoom, ..look };
            Shown { look, beside: Some((own.at, own.turn)) }.url(&visit, id)
        };
        panes.push(pane(&visit, case, &sheets, second, link).await?);
    }
    let comparison = view.desk.is_some().then(|| comparison(&visit, id, look));
    visit.show(&Page {
        frame: frame(&visit, id, &panes),
        bar: Bar::of(&visit, &view),
        panes,
        alone: beside.map(|_| Shown { beside: None, ..shown }.url(&visit, id)),
        files: sheets.iter().map(|sheet| file_links(&visit, id, shown, sheet)).collect(),
        comparison,
    })
}

fn frame(visit: &Visit, id: ApplicationId, panes: &[Pane]) -> Frame {
    let heading = panes.first().map(|own| own.title.clone()).unwrap_or_default();
    visit.frame(heading).back(visit.url(&format!("/desk/cases/{id}"))).wide()
}

fn comparison(visit: &Visit, id: ApplicationId, look: Look) -> String {
    let query = [("at", name_of(look.at)), ("zoom", look.zoom.to_string()), ("turn", look.turn.degrees().to_string())];
    visit.url(&format!("/desk/cases/{id}/comparison?{}", encode(&query)))
}

fn file_links(visit: &Visit, id: ApplicationId, shown: Shown, sheet: &Sheet) -> FileLinks {
    let document = document_name(visit.state.office.texts(), visit.lang, sheet.document);
    let first = PaperPage { file: sheet.file, page: 1 };
    let look = Look { at: first, turn: Turn::None, ..shown.look };
    FileLinks {
        name: format!("{document}: {}", sheet.name),
        url: Shown { look, ..shown }.url(visit, id),
        current: shown.look.at.file == sheet.file,
        beside: Shown { beside: Some((first, Turn::None)), ..shown }.url(visit, id),
    }
}
