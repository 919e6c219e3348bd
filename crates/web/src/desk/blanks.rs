//! The stock of blanks: what came, what is free, which blank went where; the head of the mission or the administrator enters a delivery.
//! A list for the archive is the same as CSV. It shows cases only to who reads them.

use super::act::{findings, kept};
use super::blank::became;
use super::clock::Clock;
use super::nav::{self, Link};
use crate::forms::control::DatePart;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use domain::blank::{BlankRange, DELIVERY_BLANKS_MAX, FIGURES_MAX, LOW_STOCK_BLANKS, SERIES_CHARS_MAX};
use domain::date::PartialDate;
use domain::ids::MissionId;
use jiff::civil::Date;
use office::blanks::{Blanks, Stock, blanks, list as list_of, overlapping};
use office::receive_blanks::{DOCUMENT_CHARS_MAX, Received, receive_blanks};
use office::spoil_blank::REASON_CHARS_MAX;
use office::withdraw_blanks::withdraw_blanks;
use service::Finding;
use store::blank::{Cursor, Used};

const DONE: &str = "done";
const AFTER: &str = "after";

/// The page.
#[derive(Template)]
#[template(path = "desk/blanks.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Warnings of a low stock.
    pub low: Vec<String>,
    /// Deliveries: blanks, mission, when and with what, free, used, spoiled.
    pub stock: Vec<[String; 6]>,
    /// Blanks that were taken: number, mission, when, case, what became of it.
    pub used: Vec<[String; 5]>,
    /// Questions of a delivery; empty for who enters none.
    pub controls: Vec<Control>,
    /// Questions to withdraw a delivery; empty where none can be.
    pub withdrawal: Vec<Control>,
    /// Where they go.
    pub action: String,
    /// The next page of blanks that were taken.
    pub next: Option<String>,
    /// The list as CSV.
    pub csv: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(receive)
}

/// The list as CSV.
pub fn list() -> MethodRouter<AppState> {
    get(csv)
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, &kept(&visit).await?, &[], None).await
}

async fn receive(visit: Visit, Posted(fields): Posted) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let own = blanks(office, actor, None).await?;
    if own.receives.as_ref().is_some_and(Vec::is_empty) {
        return Err(Problem::NotAllowed);
    }
    if fields.trimmed("act") == "withdraw" {
        return withdraw(&visit, &fields).await;
    }
    let received = match read(&own, &fields) {
        Ok(received) => received,
        Err(found) => return page(&visit, &fields, &found, None).await,
    };
    let range = received.range.clone();
    match receive_blanks(office, actor, received, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/desk/blanks?{DONE}=received"))),
        Err(error) => {
            let found = findings(error)?;
            let other = overlapping(office, actor, &range).await?.map(|own| own.range.to_string());
            page(&visit, &fields, &found, other).await
        }
    }
}

async fn withdraw(visit: &Visit, fields: &Fields) -> Outcome {
    let delivery = fields.trimmed("delivery").parse().ok();
    let why = fields.get("why");
    match withdraw_blanks(&visit.state.office, visit.actor()?, delivery, why, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/desk/blanks?{DONE}=withdrawn"))),
        Err(error) => page(visit, fields, &findings(error)?, None).await,
    }
}

/// Where the page that was asked for begins.
fn after(visit: &Visit) -> Option<Cursor> {
    let named = visit.query_value(AFTER)?;
    let mut parts = named.split('~');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// What was typed, or everything that is wrong with it.
fn read(own: &Blanks, fields: &Fields) -> Result<Received, Vec<Finding>> {
    let mut found = vec![];
    // The head of a mission enters for it; an administrator chooses.
    let mission = match own.receives.as_deref() {
        Some([mission]) => mission.clone(),
        _ => MissionId(fields.trimmed("mission").to_owned()),
    };
    if mission.0.is_empty() {
        found.push(Finding::new("mission", "missing"));
    }
    let range = BlankRange::typed(fields.get("series"), fields.get("first"), fields.get("last"));
    if let Err(wrong) = &range {
        found.extend(wrong.iter().map(|(field, code)| Finding::new(field, code)));
    }
    let received_on = read_date(fields);
    found.extend(received_on.as_ref().err().cloned());
    if !fields.has("document") {
        found.push(Finding::new("document", "missing"));
    }
    match (range, received_on) {
        (Ok(range), Ok(received_on)) if found.is_empty() => {
            Ok(Received { mission, range, received_on, document: fields.trimmed("document").to_owned() })
        }
        _ => Err(found),
    }
}

fn read_date(fields: &Fields) -> Result<Date, Finding> {
    let parts = ["received-day", "received-month", "received-year"];
    if parts.iter().all(|part| !fields.has(part)) {
        return Err(Finding::new("received", "missing"));
    }
    match PartialDate::typed(fields.get(parts[0]), fields.get(parts[1]), fields.get(parts[2])) {
        Ok(PartialDate::Day(day)) => Ok(day),
        _ => Err(Finding::new("received", "unreadable")),
    }
}

async fn page(visit: &Visit, fields: &Fields, found: &[Finding], other: Option<String>) -> Outcome {
    let own = blanks(&visit.state.office, visit.actor()?, after(visit)).await?;
    let t = visit.t();
    let wrong = Wrong { visit, found, other };
    let controls = controls(visit, &own, fields, &wrong);
    let withdrawal = withdrawal(visit, &own, fields, &wrong);
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut both = error_lines(&controls);
    both.extend(error_lines(&withdrawal));
    let mut frame = visit.frame(t.s("blanks-title")).errors(both).wide();
    frame = match visit.query_value(DONE).as_deref() {
        Some("withdrawn") => frame.notice(t.s("blanks-withdrawn")),
        Some(_) => frame.notice(t.s("blanks-done")),
        None => frame,
    };
    let low = |(mission, left): &(MissionId, u32)| {
        let name = Clock::of(visit, mission).mission_name(mission);
        t.all("blanks-low", &[("mission", name), ("left", left.to_string()), ("limit", LOW_STOCK_BLANKS.to_string())])
    };
    visit.show_with(
        status,
        &Page {
            frame,
            nav: nav::links(visit),
            low: own.low.iter().map(low).collect(),
            stock: own.stock.iter().map(|own| stock_line(visit, own)).collect(),
            used: own.used.iter().map(|(own, case)| used_line(visit, own, case.as_deref())).collect(),
            controls,
            withdrawal,
            next: own.next.map(|(at, case, attempt)| visit.url(&format!("/desk/blanks?{AFTER}={at}~{case}~{attempt}"))),
            action: visit.url("/desk/blanks"),
            csv: visit.url("/desk/blanks/list"),
        },
    )
}

/// What is wrong with what was typed.
struct Wrong<'w> {
    visit: &'w Visit,
    found: &'w [Finding],
    other: Option<String>,
}

impl Wrong<'_> {
    fn at(&self, field: &str, max: impl std::fmt::Display) -> Option<String> {
        let finding = self.found.iter().find(|own| own.field == field)?;
        let args = [("max", max.to_string()), ("other", self.other.clone().unwrap_or_default())];
        let own = format!("blanks-{field}-error-{}", finding.code);
        let any = format!("blanks-number-error-{}", finding.code);
        Some(self.visit.t().first(&[&own, &any], &args))
    }
}

fn controls(visit: &Visit, own: &Blanks, fields: &Fields, wrong: &Wrong<'_>) -> Vec<Control> {
    let t = visit.t();
    let word = t.s("frame-title-error");
    if own.receives.as_ref().is_some_and(Vec::is_empty) {
        return vec![];
    }
    let line = |name: &str, error: Option<String>, width: &'static str| {
        Control::text(name, t.s(&format!("blanks-{name}")))
            .hint(t.maybe(&format!("blanks-{name}-hint")))
            .value(fields.get(name))
            .error(error, word.clone())
            .autocomplete("off")
            .width(width)
    };
    let mut controls = vec![];
    if own.receives.is_none() {
        let name = |own: &domain::mission::Mission| Clock::of(visit, &own.id).mission_name(&own.id);
        let missions = visit.state.office.catalogue().missions();
        let mut items = vec![Item::new("", t.s("blanks-mission-choose"))];
        items.extend(missions.iter().map(|own| Item::new(own.id.0.as_str(), name(own))));
        let control = Control::select("mission", t.s("blanks-mission"), items).value(fields.trimmed("mission"));
        controls.push(control.error(wrong.at("mission", ""), word.clone()));
    }
    let part = |part: &'static str, label: &str, width| DatePart {
        part,
        label: t.s(label),
        value: fields.get(&format!("received-{part}")).to_owned(),
        width,
    };
    let parts = vec![
        part("day", "desk-collection-day", 2),
        part("month", "desk-collection-month", 2),
        part("year", "desk-collection-year", 4),
    ];
    controls.extend([
        line("series", wrong.at("series", SERIES_CHARS_MAX), "govuk-input--width-5"),
        line("first", wrong.at("first", FIGURES_MAX), "govuk-input--width-10").numeric(),
        line("last", wrong.at("last", last_max(wrong)), "govuk-input--width-10").numeric(),
        Control::date("received", t.s("blanks-received"), parts).error(wrong.at("received", ""), word.clone()),
        line("document", wrong.at("document", DOCUMENT_CHARS_MAX), ""),
    ]);
    controls
}

/// Which delivery was typed wrongly, of those of which no blank was taken.
fn withdrawal(visit: &Visit, own: &Blanks, fields: &Fields, wrong: &Wrong<'_>) -> Vec<Control> {
    let (t, word) = (visit.t(), visit.t().s("frame-title-error"));
    let mine = |stock: &&Stock| {
        let is_own = own.receives.as_ref().is_none_or(|own| own.contains(&stock.delivery.mission));
        is_own && stock.used + stock.spoiled == 0
    };
    let item = |stock: &Stock| Item::new(stock.delivery.number.to_string(), stock.delivery.range.to_string());
    let items: Vec<Item> = own.stock.iter().filter(mine).map(item).collect();
    // Somebody took a blank of the last one meanwhile: that is said all the same.
    if items.is_empty() && wrong.at("delivery", "").is_none() {
        return vec![];
    }
    vec![
        Control::radios("delivery", t.s("blanks-delivery"), items)
            .value(fields.get("delivery"))
            .error(wrong.at("delivery", ""), word.clone()),
        Control::text("why", t.s("blanks-why"))
            .value(fields.get("why"))
            .error(wrong.at("why", REASON_CHARS_MAX), word)
            .autocomplete("off"),
    ]
}

/// The limit that the sentence at the last number names: figures, or blanks.
fn last_max(wrong: &Wrong<'_>) -> String {
    let blanks = wrong.found.iter().any(|own| own.code == "too-many");
    if blanks { DELIVERY_BLANKS_MAX.to_string() } else { FIGURES_MAX.to_string() }
}

fn stock_line(visit: &Visit, own: &Stock) -> [String; 6] {
    let (t, delivery) = (visit.t(), &own.delivery);
    let came = t.f2("blanks-came", "date", t.date(delivery.received_on), "document", &delivery.document);
    let mission = Clock::of(visit, &delivery.mission).mission_name(&delivery.mission);
    let counts = [own.free, own.used, own.spoiled].map(|count| count.to_string());
    let [free, used, spoiled] = counts;
    [delivery.range.to_string(), mission, came, free, used, spoiled]
}

fn used_line(visit: &Visit, own: &Used, case: Option<&str>) -> [String; 5] {
    let clock = Clock::of(visit, &own.mission);
    let case = case.map_or_else(|| visit.t().s("blanks-case-hidden"), ToOwned::to_owned);
    [own.blank.to_string(), clock.mission_name(&own.mission), clock.full(own.taken_at), case, became(visit, own)]
}

async fn csv(visit: Visit) -> Outcome {
    let used = list_of(&visit.state.office, visit.actor()?).await?;
    let t = visit.t();
    let head = ["number", "mission", "taken", "case", "became"].map(|name| t.s(&format!("blanks-col-{name}")));
    let mut text = row(&head);
    for (own, case) in &used {
        text.push_str(&row(&used_line(&visit, own, case.as_deref())));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"blanks.csv\""),
    ];
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    Ok((headers, format!("\u{feff}{text}")).into_response())
}

/// A line of CSV (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe.
fn row(cells: &[String]) -> String {
    let cell = |text: &String| {
        let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    format!("{}\r\n", cells.iter().map(cell).collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_never_breaks_out() {
        assert_eq!(row(&["=1+1".into(), "a \"b\", c".into()]), "\"'=1+1\",\"a \"\"b\"\", c\"\r\n");
    }

    #[test]
    fn everything_missing_in_a_delivery_is_told_at_once() {
        let own = Blanks { stock: vec![], used: vec![], next: None, low: vec![], receives: None };
        let found = read(&own, &Fields::decode(b"")).unwrap_err();
        let names: Vec<&str> = found.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(names, ["mission", "series", "first", "last", "received", "document"]);
    }
}
