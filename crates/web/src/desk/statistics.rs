//! `/{lang}/desk/statistics`: counts for those who answer for a desk, with a bar beside each, and the same as CSV. No name comes near them.

use super::key;
use super::nav::{self, Link};
use crate::forms::{Control, encode, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use domain::country::CountryCode;
use domain::ids::MissionId;
use domain::statistics::Cell;
use jiff::civil::Date;
use office::OfficeError;
use office::statistics::{Group, Months, Name, Report, Terms, report};
use service::Finding;
use store::statistics::By;

/// The page.
#[derive(Template)]
#[template(path = "desk/statistics.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Of what: a mission, or all.
    pub of: String,
    /// The months.
    pub controls: Vec<Control>,
    /// Terms kept.
    pub terms: Vec<TermRow>,
    /// Sentences on visits and days.
    pub sentences: Vec<String>,
    /// The counts.
    pub tables: Vec<Table>,
    /// The same as CSV.
    pub csv: String,
}

/// A group of counts.
#[derive(Clone, Debug)]
pub struct Table {
    /// By what.
    pub title: String,
    /// Name, count, and the length of its bar out of 100.
    pub rows: Vec<Line>,
    /// Of all.
    pub total: String,
}

/// A count.
#[derive(Clone, Debug)]
pub struct Line {
    /// Of what.
    pub name: String,
    /// How many, or that it is too few.
    pub count: String,
    /// Out of 100.
    pub bar: u64,
}

/// A mission's terms.
#[derive(Clone, Debug)]
pub struct TermRow {
    /// Its name.
    pub mission: String,
    /// Cases.
    pub ended: String,
    /// In time.
    pub in_time: String,
    /// Out of 100.
    pub bar: u64,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// The same as a file.
pub fn csv() -> MethodRouter<AppState> {
    get(file)
}

async fn show(visit: Visit) -> Outcome {
    let t = visit.t();
    let (months, found) = match asked(&visit) {
        Ok(months) => (months, vec![]),
        Err(OfficeError::Findings(found)) => (Months::recent(visit.moment.now), found),
        Err(other) => return Err(other.into()),
    };
    let own = report(&visit.state.office, visit.actor()?, months, visit.moment.now).await?;
    let controls = controls(&visit, &t, months, &found);
    let frame = visit.frame(t.s("statistics-title")).wide().errors(error_lines(&controls));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let pairs = [("from", month(months.first)), ("until", month(months.last))];
    visit.show_with(
        status,
        &Page {
            frame,
            nav: nav::links(&visit),
            of: of(&visit, &own),
            controls,
            terms: own.terms.iter().map(|terms| term_row(&visit, terms)).collect(),
            sentences: sentences(&t, &own),
            tables: own.groups.iter().map(|group| table(&visit, group)).collect(),
            csv: visit.url(&format!("/desk/statistics/table?{}", encode(&pairs))),
        },
    )
}

async fn file(visit: Visit) -> Outcome {
    let months = asked(&visit).map_err(|_| Problem::NotFound)?;
    let own = report(&visit.state.office, visit.actor()?, months, visit.moment.now).await?;
    let t = visit.t();
    let mut text =
        format!("{};{};{}\r\n", t.s("statistics-csv-group"), t.s("statistics-csv-name"), t.s("statistics-count"));
    for terms in &own.terms {
        let row = term_row(&visit, terms);
        line(&mut text, &[&t.s("statistics-terms-ended"), &row.mission, &row.ended]);
        line(&mut text, &[&t.s("statistics-terms-in-time"), &row.mission, &row.in_time]);
    }
    for table in own.groups.iter().map(|group| table(&visit, group)) {
        for row in &table.rows {
            line(&mut text, &[&table.title, &row.name, &row.count]);
        }
        line(&mut text, &[&table.title, &t.s("statistics-total"), &table.total]);
    }
    let name = format!("attachment; filename=\"elshi-{}-{}.csv\"", month(months.first), month(months.last));
    let values = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    // The mark tells spreadsheets that it is UTF-8.
    Ok((values, format!("\u{feff}{text}")).into_response())
}

/// A semicolon, as spreadsheets of the region expect; no cell begins like a formula.
fn line(text: &mut String, cells: &[&str]) {
    let cell = |cell: &&str| {
        let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    };
    text.push_str(&cells.iter().map(cell).collect::<Vec<_>>().join(";"));
    text.push_str("\r\n");
}

fn asked(visit: &Visit) -> Result<Months, OfficeError> {
    match (visit.query_value("from"), visit.query_value("until")) {
        (None, None) => Ok(Months::recent(visit.moment.now)),
        (first, last) => Months::typed(&first.unwrap_or_default(), &last.unwrap_or_default()),
    }
}

fn month(first: Date) -> String {
    first.strftime("%Y-%m").to_string()
}

fn controls(visit: &Visit, t: &T, months: Months, found: &[Finding]) -> Vec<Control> {
    let one = |name: &str, month: String| {
        let error = found.iter().find(|own| own.field == name);
        let error =
            error.map(|own| t.f(&format!("statistics-error-{}", own.code), "max", office::statistics::MONTHS_MAX));
        Control::text(name, t.s(&format!("statistics-{name}")))
            .hint(Some(t.s("statistics-month-hint")))
            .value(visit.query_value(name).unwrap_or(month))
            .error(error, t.s("frame-error-word"))
            .autocomplete("off")
            .width("govuk-input--width-10")
    };
    vec![one("from", month(months.first)), one("until", month(months.last))]
}

fn of(visit: &Visit, own: &Report) -> String {
    own.mission.as_ref().map_or_else(|| visit.t().s("statistics-all"), |mission| mission_name(visit, mission))
}

/// The mission's name, or its short name where the register lost it.
pub fn mission_name(visit: &Visit, id: &MissionId) -> String {
    let mission = visit.state.office.catalogue().mission(id);
    mission.map_or_else(|| id.0.clone(), |own| own.name.get(visit.lang).to_owned())
}

/// A mission's terms in words.
pub fn term_row(visit: &Visit, own: &Terms) -> TermRow {
    let t = visit.t();
    TermRow {
        mission: mission_name(visit, &own.mission),
        ended: own.ended.map_or_else(|| t.s("statistics-few"), |count| count.to_string()),
        in_time: own.in_time.map_or_else(|| t.s("statistics-share-few"), |share| format!("{share} %")),
        bar: own.in_time.unwrap_or(0),
    }
}

fn sentences(t: &T, own: &Report) -> Vec<String> {
    let visits = match own.visits_tenths {
        Some(tenths) => t.f("statistics-visits", "count", format!("{},{}", tenths / 10, tenths % 10)),
        None => t.s("statistics-visits-few"),
    };
    let days = match own.days {
        Some(days) => t.n("statistics-days", "count", days),
        None => t.s("statistics-days-few"),
    };
    vec![visits, days]
}

fn table(visit: &Visit, group: &Group) -> Table {
    let t = visit.t();
    let most = group.column.cells.iter().filter_map(|cell| cell.shown()).max().unwrap_or(0);
    let said = |cell: Cell| cell.shown().map_or_else(|| t.s("statistics-few"), |count| count.to_string());
    let row = |(name, cell): (&String, &Cell)| Line {
        name: named(visit, group.name, name),
        count: said(*cell),
        bar: domain::statistics::per_cent(cell.shown().unwrap_or(0), most).unwrap_or(0),
    };
    Table {
        title: t.s(title(group.name)),
        rows: group.names.iter().zip(&group.column.cells).map(row).collect(),
        total: group.column.total.to_string(),
    }
}

fn title(name: Name) -> &'static str {
    match name {
        Name::Of(By::Month) => "statistics-by-month",
        Name::Of(By::Mission) => "statistics-by-mission",
        Name::Of(By::Channel) => "statistics-by-channel",
        Name::Of(By::Country) => "statistics-by-country",
        Name::Of(By::State) => "statistics-by-state",
        Name::Ground => "statistics-by-ground",
        Name::Asked => "statistics-by-asked",
    }
}

fn named(visit: &Visit, by: Name, name: &str) -> String {
    let t = visit.t();
    match by {
        Name::Of(By::Month) => name.to_owned(),
        Name::Of(By::Mission) => mission_name(visit, &MissionId(name.to_owned())),
        Name::Of(By::Channel) => t.s(&key("statistics-channel-", name)),
        Name::Of(By::Country) => {
            let country = CountryCode::parse(name).ok().and_then(|code| visit.state.office.catalogue().country(code));
            country.map_or_else(|| t.s("desk-none"), |own| own.get(visit.lang).to_owned())
        }
        Name::Of(By::State) => t.s(&format!("{}-officer", key("state-", name))),
        Name::Ground => t.s(&key("ground-", name)),
        Name::Asked => t.s(&format!("section-{name}-title")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_breaks_a_line_or_begins_a_formula() {
        let mut text = String::new();
        line(&mut text, &["=1+1", "a\"b", "7"]);
        assert_eq!(text, "\"'=1+1\";\"a\"\"b\";\"7\"\r\n");
    }
}
