//! Answers beside the papers: each answer that a paper can confirm, held against a page (UX.md 3.3). It advises; no act waits for it.

use super::act::kept;
use super::bar::Bar;
use super::pane::{Look, Pane, look_name, name_of, pane, parse, parse_look, title};
use crate::forms::{Fields, Item, Posted, encode};
use crate::frame::{ErrorLine, Frame};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::comparison::{PaperPage, Verdict};
use domain::ids::ApplicationId;
use office::cases::CaseView;
use office::compare_papers::{Choice, Found, SEEN_CHARS_MAX, compare_papers, compared, progress};
use office::sheets::{self, Sheet};
use service::Finding;
use service::comparable::Comparable;

/// Id of the form.
const FORM: &str = "compare";

/// Answers of a case with what was found for each.
pub type Compared = Vec<(Comparable, Option<Verdict>)>;

/// The page.
#[derive(Template)]
#[template(path = "desk/comparison.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// How far it is.
    pub progress: Vec<String>,
    /// Who saved last, and when.
    pub saved: Option<String>,
    /// The answers.
    pub rows: Vec<AnswerRow>,
    /// The reader may save.
    pub writes: bool,
    /// Where it goes.
    pub action: String,
    /// What goes with it: which save was seen, and how the page is looked at.
    pub hidden: Vec<super::Row>,
    /// The page that is shown; `None` when nothing is enclosed.
    pub pane: Option<Pane>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct AnswerRow {
    /// The field.
    pub field: String,
    /// What is asked.
    pub label: String,
    /// The answer.
    pub value: String,
    /// Where it comes from.
    pub origin: String,
    /// What was found, in words.
    pub found: String,
    /// The three ways, and none of them.
    pub choices: Vec<Item>,
    /// The pages.
    pub pages: Vec<Item>,
    /// What stands on the paper.
    pub seen: String,
    /// What is wrong with the page.
    pub page_error: Option<String>,
    /// What is wrong with what stands there.
    pub seen_error: Option<String>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(save)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, &kept(&visit).await?, &[]).await
}

async fn save(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let seen_number = fields.trimmed("seen_number").parse().unwrap_or(u32::MAX);
    let saved = compare_papers(office, actor, id, seen_number, read(&fields), &visit.moment);
    match saved.await {
        Ok(_) => {
            let next = parse_look(fields.trimmed("show")).or_else(|| parse_look(fields.trimmed("look")));
            let query = next.map(|look| format!("{}&", query_of(look))).unwrap_or_default();
            Ok(visit.go(&format!("/desk/cases/{id}/comparison?{query}done=saved")))
        }
        Err(error) => page(&visit, id, &fields, &super::act::findings(error)?).await,
    }
}

/// What was chosen, answer by answer; the office says which answers there are.
fn read(fields: &Fields) -> Vec<Found> {
    let chosen = fields.clone().into_map();
    let choice = |(name, value): (&String, &String)| {
        let field = name.strip_prefix("found-")?;
        let choice = Choice::from_name(value)?;
        let at = parse(fields.trimmed(&format!("at-{field}")));
        let seen = fields.trimmed(&format!("seen-{field}")).to_owned();
        Some(Found { field: field.to_owned(), choice, at, seen })
    };
    chosen.iter().filter_map(choice).collect()
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let (office, actor, t) = (&visit.state.office, visit.actor()?, visit.t());
    let view = office::cases::get(office, actor, id, visit.moment.now).await?;
    let compared = of(visit, &view).ok_or(Problem::NotFound)?;
    let sheets = sheets::of_case(office, actor, id).await?;
    let look = look(visit, fields, &sheets);
    let writes = actor.role() == Role::Officer && !view.line.state.is_final();
    let shown = match look {
        Some(look) => Some(beside(visit, id, &view, &sheets, look, writes).await?),
        None => None,
    };
    let rows: Vec<AnswerRow> =
        compared.iter().map(|(own, verdict)| row(visit, &sheets, look, own, verdict.as_ref(), fields, found)).collect();
    let case_url = visit.url(&format!("/desk/cases/{id}"));
    let heading = t.f("compare-title", "reference", &view.line.reference);
    let mut frame = visit.frame(heading).back(case_url.clone()).errors(error_lines(&rows)).wide();
    if visit.query_value("done").is_some() && found.is_empty() {
        frame = frame.notice(t.s("compare-done"));
    }
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(
        status,
        &Page {
            frame,
            bar: Bar::of(visit, &view),
            progress: sentences(&t, &compared),
            saved: saved(visit, &view),
            rows,
            writes,
            action: format!("{case_url}/comparison"),
            hidden: hidden(&view, fields, look),
            pane: shown,
        },
    )
}

/// The answers of a case with what was found; `None` for who does not read it.
pub fn of(visit: &Visit, view: &CaseView) -> Option<Compared> {
    let desk = view.desk.as_ref()?;
    let last = desk.comparison.as_ref().map(|(own, _)| own);
    Some(compared(&visit.state.office, visit.lang, &view.request, last))
}

/// How far a comparison is, in sentences.
pub fn sentences(t: &T, compared: &Compared) -> Vec<String> {
    let progress = progress(compared);
    vec![t.n("compare-differs", "count", progress.differs), t.n("compare-left", "count", progress.left())]
}

fn saved(visit: &Visit, view: &CaseView) -> Option<String> {
    let (own, officer) = view.desk.as_ref()?.comparison.as_ref()?;
    let when = super::clock::Clock::of(visit, &view.mission.id).full(own.saved_at);
    let who = officer.as_ref().map(|line| line.name.clone()).unwrap_or_default();
    Some(visit.t().f2("compare-saved", "when", when, "who", who))
}

/// What the address or the form shows; the first page when they name none that is there.
fn look(visit: &Visit, fields: &Fields, sheets: &[Sheet]) -> Option<Look> {
    let is_there = |look: &Look| {
        let at = look.at;
        sheets.iter().any(|own| own.file == at.file && (1..=own.pages.unwrap_or(u32::MAX)).contains(&at.page))
    };
    let value = |name: &str| visit.query_value(name);
    let named = || {
        let at = value("at").and_then(|text| parse(&text))?;
        Some(Look::new(at, value("zoom").as_deref(), value("turn").as_deref()))
    };
    let first = || sheets.first().map(|own| Look::new(PaperPage { file: own.file, page: 1 }, None, None));
    parse_look(fields.trimmed("look")).or_else(named).filter(is_there).or_else(first)
}

/// The page beside the answers. Who writes leafs by buttons of the form: what they marked is saved with it.
async fn beside(
    visit: &Visit,
    id: ApplicationId,
    view: &CaseView,
    sheets: &[Sheet],
    look: Look,
    writes: bool,
) -> Result<Pane, Problem> {
    let link = |own: Look| if writes { look_name(own) } else { url(visit, id, own) };
    let pane = pane(visit, (id, &view.mission.id), sheets, look, link).await?;
    Ok(Pane { form: writes.then_some(FORM), ..pane })
}

fn url(visit: &Visit, id: ApplicationId, look: Look) -> String {
    visit.url(&format!("/desk/cases/{id}/comparison?{}", query_of(look)))
}

fn query_of(look: Look) -> String {
    let degrees = look.turn.degrees().to_string();
    encode(&[("at", name_of(look.at)), ("zoom", look.zoom.to_string()), ("turn", degrees)])
}

fn hidden(view: &CaseView, fields: &Fields, look: Option<Look>) -> Vec<super::Row> {
    let last = view.desk.as_ref().and_then(|desk| desk.comparison.as_ref());
    let number = match fields.has("seen_number") {
        true => fields.trimmed("seen_number").to_owned(),
        false => last.map_or(0, |(own, _)| own.number).to_string(),
    };
    let mut rows = vec![super::Row::new("seen_number", number)];
    rows.extend(look.map(|look| super::Row::new("look", look_name(look))));
    rows
}

/// Every page of every file, one of them chosen.
fn page_items(visit: &Visit, sheets: &[Sheet], chosen: Option<PaperPage>) -> Vec<Item> {
    let pages = |sheet: &Sheet| sheet.pages.unwrap_or(1);
    let item = |sheet: &Sheet, page: u32| {
        let at = PaperPage { file: sheet.file, page };
        let words = format!("{} ({})", title(visit, sheet, page, pages(sheet)), sheet.name);
        Item { checked: chosen == Some(at), ..Item::new(name_of(at), words) }
    };
    sheets.iter().flat_map(|sheet| (1..=pages(sheet)).map(move |page| item(sheet, page))).collect()
}

fn row(
    visit: &Visit,
    sheets: &[Sheet],
    look: Option<Look>,
    own: &Comparable,
    verdict: Option<&Verdict>,
    fields: &Fields,
    found: &[Finding],
) -> AnswerRow {
    let t = visit.t();
    let name = |part: &str| format!("{part}-{}", own.field);
    // What was posted comes back as it was; else what was saved.
    let posted = fields.has("seen_number");
    let saved = verdict.map(|own| Choice::of(own).as_str()).unwrap_or_default().to_owned();
    let chosen = if posted { fields.trimmed(&name("found")).to_owned() } else { saved };
    let at = if posted { parse(fields.trimmed(&name("at"))) } else { verdict.and_then(page_of) };
    let seen = match (posted, verdict) {
        (true, _) => fields.trimmed(&name("seen")).to_owned(),
        (false, Some(Verdict::Differs { seen, .. })) => seen.clone(),
        _ => String::new(),
    };
    let choices = Choice::ALL.map(|choice| choice.as_str()).into_iter().chain([""]);
    let item = |value: &str| Item { checked: value == chosen, ..Item::new(value, word(&t, value)) };
    let error = |part: &str| {
        let finding = found.iter().find(|one| one.field == name(part))?;
        Some(t.f2(&format!("compare-error-{part}-{}", finding.code), "label", &own.label, "max", SEEN_CHARS_MAX))
    };
    AnswerRow {
        label: own.label.clone(),
        value: own.value.clone(),
        origin: t.s(&format!("compare-origin-{}", own.origin.as_str())),
        found: told(visit, sheets, verdict),
        choices: choices.map(item).collect(),
        pages: page_items(visit, sheets, at.or(look.map(|look| look.at))),
        seen,
        page_error: error("at"),
        seen_error: error("seen"),
        field: own.field.clone(),
    }
}

/// The word for a choice; for none of them, too.
fn word(t: &T, choice: &str) -> String {
    t.s(if choice.is_empty() { "compare-found-none".to_owned() } else { format!("compare-found-{choice}") }.as_str())
}

fn page_of(verdict: &Verdict) -> Option<PaperPage> {
    match verdict {
        Verdict::Matches { at } | Verdict::Differs { at, .. } => Some(*at),
        Verdict::NotOnPaper => None,
    }
}

/// What was found, in words: `Matches: page 2 of 3: Medical document`.
fn told(visit: &Visit, sheets: &[Sheet], verdict: Option<&Verdict>) -> String {
    let t = visit.t();
    let Some(verdict) = verdict else { return word(&t, "") };
    let words = word(&t, Choice::of(verdict).as_str());
    let place = page_of(verdict).and_then(|at| {
        let sheet = sheets.iter().find(|own| own.file == at.file)?;
        Some(title(visit, sheet, at.page, sheet.pages.unwrap_or(1)))
    });
    let seen = match verdict {
        Verdict::Differs { seen, .. } => Some(t.f("compare-seen-value", "seen", seen)),
        _ => None,
    };
    [Some(words), seen, place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What differs, in the words of `t`, part by part of the form: what the applicant can be asked about.
pub fn questions(visit: &Visit, view: &CaseView) -> Vec<(String, String)> {
    let lang = view.request.language;
    let last = view.desk.as_ref().and_then(|desk| desk.comparison.as_ref()).map(|(own, _)| own);
    let t = visit.t_in(lang);
    let mut asked: Vec<(String, String)> = vec![];
    for (own, verdict) in compared(&visit.state.office, lang, &view.request, last) {
        let Some(Verdict::Differs { seen, .. }) = verdict else { continue };
        let said = t.all("compare-question", &[("label", own.label), ("value", own.value), ("seen", seen)]);
        match asked.iter_mut().find(|(section, _)| *section == own.section) {
            Some((_, all)) => *all = format!("{all}\n{said}"),
            None => asked.push((own.section, said)),
        }
    }
    asked
}

fn error_lines(rows: &[AnswerRow]) -> Vec<ErrorLine> {
    let line = |part: &str, row: &AnswerRow, text: &Option<String>| {
        text.clone().map(|text| ErrorLine { field: format!("{part}-{}", row.field), text })
    };
    rows.iter()
        .flat_map(|row| [line("at", row, &row.page_error), line("seen", row, &row.seen_error)])
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_chosen_answers_are_read() {
        let file = "01a207a2-4334-7aab-85fb-6a02403964e1";
        let body = format!(
            "found-a=matches&at-a={file}.2&found-b=&found-c=differs&at-c=x&seen-c=+1951+&seen-d=lost&found-e=unknown"
        );
        let found = read(&Fields::decode(body.as_bytes()));
        let names: Vec<&str> = found.iter().map(|own| own.field.as_str()).collect();
        assert_eq!(names, ["a", "c"]);
        assert_eq!(found[0].at, Some(PaperPage { file: file.parse().unwrap(), page: 2 }));
        assert_eq!((found[1].at, found[1].seen.as_str()), (None, "1951"));
    }
}
