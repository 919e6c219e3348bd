//! `/{lang}/desk/registers/rows/{register}`: the rows of a register, and a form for one of them, made from the description of its columns
//! (docs/decisions/0055). What comes of the form is a draft as of a whole file.

use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use office::registers::rows::{self, NEW, Open, Wanted};
use office::registers::{Misfit, TEXT_CHARS_MAX};
use service::Finding;
use service::rows::{CELL_CHARS_MAX, Column, Kind, Table};

/// From so many choices on, a choice is a select.
const RADIOS_MAX: usize = 4;
/// Cells of a row on the list, beside its name.
const CELLS_SHOWN: usize = 6;
/// Longest search, characters.
const SEARCH_CHARS_MAX: usize = 100;

/// The rows.
#[derive(Template)]
#[template(path = "desk/row_list.html")]
pub struct ListPage {
    /// Its frame.
    pub frame: Frame,
    /// The reader's own draft that these rows stand in.
    pub draft: Option<String>,
    /// Adds a row; nothing for who only reads.
    pub add: Option<String>,
    /// What is looked for.
    pub search: Control,
    /// How many there are.
    pub count: String,
    /// The rows.
    pub rows: Vec<RowLink>,
}

/// A row of the list.
#[derive(Clone, Debug)]
pub struct RowLink {
    /// Its page.
    pub url: String,
    /// Its first cells.
    pub name: String,
    /// Its other cells.
    pub rest: String,
}

/// A row.
#[derive(Template)]
#[template(path = "desk/row.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Its cells, for who only reads.
    pub cells: Vec<super::Row>,
    /// A question a column, and why; empty for who only reads.
    pub controls: Vec<Control>,
    /// It can be taken out.
    pub may_end: bool,
}

/// The handler of the list.
pub fn list() -> MethodRouter<AppState> {
    get(show_list)
}

/// The handlers of a row.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

/// The words that name a table.
fn title(t: &T, table: &Table) -> String {
    t.s(&format!("registers-file-{}", table.name))
}

async fn show_list(visit: Visit, named: Named) -> Outcome {
    let (t, office) = (visit.t(), &visit.state.office);
    let name: String = named.get("register")?;
    let search: String = visit.query_value("search").unwrap_or_default().chars().take(SEARCH_CHARS_MAX).collect();
    let own = rows::list(office, visit.actor()?, &name, &search).await?;
    let link = |row: &service::rows::Row| {
        let mut cells = row.cells.iter().filter(|cell| !cell.is_empty()).cloned();
        let first: Vec<String> = cells.by_ref().take(2).collect();
        RowLink {
            url: visit.url(&format!("/desk/registers/rows/{name}/{}", row.id)),
            name: first.join(", "),
            rest: cells.take(CELLS_SHOWN).collect::<Vec<_>>().join(" · "),
        }
    };
    let shown = own.rows.len();
    let count = [("shown", shown.to_string()), ("found", own.found.to_string())];
    let page = ListPage {
        frame: visit.frame(title(&t, own.table)).wide().back(visit.url("/desk/registers")),
        draft: own.draft.map(|id| visit.url(&format!("/desk/registers/changes/{id}"))),
        add: own.keeps.then(|| visit.url(&format!("/desk/registers/rows/{name}/{NEW}"))),
        search: Control::text("search", t.s("rows-search-label")).value(search).autocomplete("off").plain(),
        count: t.all("rows-count", &count),
        rows: own.rows.iter().map(link).collect(),
    };
    visit.show(&page)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let own = open(&visit, &named).await?;
    let cells = own.row.as_ref().map(|row| row.cells.clone());
    page(&visit, &own, &cells.unwrap_or_default(), &Fields::default(), &[], None)
}

async fn open(visit: &Visit, named: &Named) -> Result<Open, Problem> {
    let (name, id): (String, String) = (named.get("register")?, named.get("row")?);
    Ok(rows::open(&visit.state.office, visit.actor()?, &name, &id).await?)
}

async fn change(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let own = open(&visit, &named).await?;
    let cells = own.table.tidied(|name| fields.get(name));
    let wanted = match fields.get("step") {
        "row" => Wanted::Cells(cells.clone()),
        "end" => Wanted::End,
        _ => return Err(Problem::DoesNotFit),
    };
    let id = own.row.as_ref().map_or(NEW, |row| row.id.as_str());
    let (office, actor, reason) = (&visit.state.office, visit.actor()?, fields.get("reason").to_owned());
    match rows::draft(office, actor, (own.table.name, id), wanted, reason, &visit.moment).await? {
        Ok(id) => Ok(visit.go(&format!("/desk/registers/changes/{id}"))),
        Err(Misfit::Findings(found)) => page(&visit, &own, &cells, &fields, &found, None),
        Err(Misfit::Data(why)) => page(&visit, &own, &cells, &fields, &[], Some(&why)),
    }
}

fn page(
    visit: &Visit,
    own: &Open,
    cells: &[String],
    fields: &Fields,
    found: &[Finding],
    misfit: Option<&str>,
) -> Outcome {
    let t = visit.t();
    let name = own.table.name;
    let is_good = found.is_empty() && misfit.is_none();
    let status = if is_good { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let heading = match &own.row {
        Some(row) => row.cells.iter().filter(|cell| !cell.is_empty()).take(2).cloned().collect::<Vec<_>>().join(", "),
        None => t.s("rows-new"),
    };
    let frame = visit.frame(heading).caption(title(&t, own.table));
    let frame = frame.back(visit.url(&format!("/desk/registers/rows/{name}")));
    let value = |at: usize| cells.get(at).cloned().unwrap_or_default();
    let columns = own.table.columns.iter().enumerate();
    let mut controls: Vec<Control> = vec![];
    if own.keeps {
        controls.extend(columns.clone().map(|(at, column)| control(visit, column, &value(at), found)));
        controls.push(reason(&t, fields, found, misfit));
    }
    let page = Page {
        frame: frame.errors(error_lines(&controls)),
        cells: columns.map(|(at, column)| super::Row::new(label(&t, column), value(at))).collect(),
        may_end: own.table.may_end && own.row.is_some(),
        controls,
    };
    visit.show_with(status, &page)
}

fn label(t: &T, column: &Column) -> String {
    t.s(&format!("rows-column-{}", column.name))
}

/// The question of a column.
fn control(visit: &Visit, column: &Column, value: &str, found: &[Finding]) -> Control {
    let t = visit.t();
    let mut words = label(&t, column);
    if !column.is_required {
        words = format!("{words} {}", t.s("option-optional"));
    }
    let control = match column.kind {
        Kind::Text | Kind::Zone | Kind::Hours => Control::text(column.name, words),
        Kind::Id | Kind::Date => Control::text(column.name, words).width("govuk-input--width-20"),
        Kind::Long => Control::textarea(column.name, words, 5),
        Kind::Country => {
            let items = visit.state.countries.of(&visit.state.office).items(visit.lang);
            Control::select(column.name, words, items)
        }
        Kind::Mission => Control::select(column.name, words, missions(visit)),
        Kind::Choice(of) => {
            let items: Vec<Item> = of.iter().map(|own| Item::new(*own, t.s(&format!("rows-choice-{own}")))).collect();
            if of.len() > RADIOS_MAX {
                Control::select(column.name, words, items)
            } else {
                Control::radios(column.name, words, items)
            }
        }
    };
    let hint = match column.kind {
        Kind::Date | Kind::Zone | Kind::Hours | Kind::Id => Some(t.s(&format!("rows-hint-{}", kind_name(column.kind)))),
        _ => None,
    };
    let wrong = found.iter().find(|own| own.field == column.name);
    let error = wrong.map(|own| t.f(&format!("rows-error-{}", own.code), "max", CELL_CHARS_MAX));
    control.plain().hint(hint).value(value).error(error, t.s("frame-error-word")).autocomplete("off")
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "date",
        Kind::Zone => "zone",
        Kind::Hours => "hours",
        _ => "id",
    }
}

/// Every mission by name.
fn missions(visit: &Visit) -> Vec<Item> {
    let missions = visit.state.office.catalogue().missions().iter();
    let item = |own: &domain::mission::Mission| Item::new(own.id.0.clone(), own.name.get(visit.lang));
    let mut items: Vec<Item> = missions.map(item).collect();
    items.sort_by(|one, other| one.label.cmp(&other.label));
    items
}

fn reason(t: &T, fields: &Fields, found: &[Finding], misfit: Option<&str>) -> Control {
    let said = |own: &Finding| match own.field.as_str() {
        "files" => t.s("rows-error-same"),
        _ => t.f(&format!("registers-error-reason-{}", own.code), "max", TEXT_CHARS_MAX),
    };
    let own = found.iter().find(|own| ["files", "reason"].contains(&own.field.as_str()));
    let unfit = misfit.map(|why| t.f("registers-error-files-unfit", "why", why));
    Control::textarea("reason", t.s("registers-reason"), 3)
        .plain()
        .hint(Some(t.s("registers-reason-hint")))
        .value(fields.get("reason"))
        .error(own.map(said).or(unfit), t.s("frame-error-word"))
}
