//! `/{lang}/desk/registers/changes/{change}`: what a change does, row by row, and the words of its maker and of the second administrator.

use super::consent_words::ConsentView;
use super::letter_words::LetterView;
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::district::DistrictAnswer;
use jiff::Timestamp;
use jiff::civil::Date;
use office::registers::{self, Change, Misfit, Shown, TEXT_CHARS_MAX, capital};
use service::Finding;
use service::difference::{Changed, How};
use store::register::Stage;
use uuid::Uuid;

/// Most rows of a file that are shown; the file itself is given whole.
const ROWS_MAX: usize = 300;

/// The page.
#[derive(Template)]
#[template(path = "desk/register_change.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Why, by whom, when, how far.
    pub rows: Vec<super::Row>,
    /// What differs in each file.
    pub files: Vec<FileView>,
    /// Countries that another mission would serve.
    pub moved: Vec<[String; 3]>,
    /// Letters as they would be read.
    pub letters: Vec<LetterView>,
    /// The text of the consent as it would be read.
    pub consent: Option<ConsentView>,
    /// What the reader may do.
    pub step: Step,
    /// Questions of it.
    pub controls: Vec<Control>,
}

/// What the reader may do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Read.
    Nothing,
    /// Put one's draft forward, or take it back.
    Propose,
    /// Take back what one put forward.
    Withdraw,
    /// Say yes or no.
    Decide,
}

/// A file with what differs.
#[derive(Clone, Debug)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// Address of the file whole.
    pub url: String,
    /// How much differs.
    pub count: String,
    /// The rows.
    pub rows: Vec<RowView>,
    /// How many are not shown; empty for none.
    pub more: Option<String>,
}

/// A row that differs.
#[derive(Clone, Debug)]
pub struct RowView {
    /// New, gone, altered.
    pub how: String,
    /// Which.
    pub row: String,
    /// Column, before, after.
    pub cells: Vec<[String; 3]>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

/// The handler of a file of a change.
pub fn file() -> MethodRouter<AppState> {
    get(take)
}

async fn take(visit: Visit, named: Named) -> Outcome {
    let (id, name): (Uuid, String) = (named.get("change")?, named.get("name")?);
    let bytes = registers::file_of_change(&visit.state.office, visit.actor()?, id, &name).await?;
    super::registers::given(&name, bytes)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("change")?, &Fields::default(), &[], None).await
}

async fn change(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: Uuid = named.get("change")?;
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    let done = match fields.get("step") {
        "propose" => match read_date(&fields) {
            Ok(from) => registers::propose(office, actor, id, from, moment).await,
            Err(found) => return page(&visit, id, &fields, &[found], None).await,
        },
        "withdraw" => registers::withdraw(office, actor, id, moment).await,
        "reject" => registers::reject(office, actor, id, fields.get("word").to_owned(), moment).await,
        "approve" => match registers::approve(office, actor, id, moment).await {
            Ok(Err(Misfit::Data(why))) => return page(&visit, id, &fields, &[], Some(&why)).await,
            Ok(Err(Misfit::Findings(found))) => return page(&visit, id, &fields, &found, None).await,
            Ok(Ok(())) => Ok(()),
            Err(error) => Err(error),
        },
        _ => return Err(Problem::DoesNotFit),
    };
    match done {
        Ok(()) => Ok(visit.go(&format!("/desk/registers/changes/{id}"))),
        Err(error) => page(&visit, id, &fields, &super::act::findings(error)?, None).await,
    }
}

/// The first day, at midnight of the capital; nothing = as soon as it is approved.
fn read_date(fields: &Fields) -> Result<Option<Timestamp>, Finding> {
    let text = fields.trimmed("from");
    if text.is_empty() {
        return Ok(None);
    }
    let date = text.parse::<Date>().or_else(|_| Date::strptime("%d.%m.%Y", text)).ok();
    let start = date.and_then(|date| date.to_zoned(capital()).ok());
    start.map(|start| Some(start.timestamp())).ok_or_else(|| Finding::new("from", "unreadable"))
}

async fn page(visit: &Visit, id: Uuid, fields: &Fields, found: &[Finding], misfit: Option<&str>) -> Outcome {
    let t = visit.t();
    let own = registers::change(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let step = step(&own);
    let controls = controls(&t, step, fields, found, misfit);
    let is_good = found.is_empty() && misfit.is_none();
    let status = if is_good { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = visit.frame(t.s("registers-change-title")).wide().back(visit.url("/desk/registers"));
    let page = Page {
        frame: frame.errors(error_lines(&controls)),
        rows: rows(&t, &own.change),
        files: own.files.iter().map(|(name, changed)| file_view(visit, id, name, changed)).collect(),
        moved: own
            .moved
            .iter()
            .map(|(country, before, after)| {
                let name = visit.state.office.catalogue().country(*country);
                let name = name.map_or_else(|| country.to_string(), |name| t.of(name).to_owned());
                [name, served(visit, before), served(visit, after)]
            })
            .collect(),
        letters: own.letters.iter().map(|own| LetterView::new(&t, own)).collect(),
        consent: own.consent.as_ref().map(|text| ConsentView::new(&t, text)),
        step,
        controls,
    };
    visit.show_with(status, &page)
}

fn step(own: &Shown) -> Step {
    match own.change.stage {
        Stage::Draft if own.keeps && own.change.is_mine => Step::Propose,
        Stage::Proposed if own.keeps && own.change.is_mine => Step::Withdraw,
        Stage::Proposed if own.keeps => Step::Decide,
        Stage::Approved if own.may_withdraw => Step::Withdraw,
        _ => Step::Nothing,
    }
}

fn rows(t: &T, own: &Change) -> Vec<super::Row> {
    let mut rows = vec![
        super::Row::new(t.s("registers-reason"), own.reason.clone()),
        super::Row::new(t.s("registers-made"), format!("{}, {}", own.drafted_by.name, clock(own.drafted_at))),
        super::Row::new(t.s("registers-stage"), t.s(&format!("registers-stage-{}", own.stage.as_str()))),
        super::Row::new(t.s("registers-from"), from(t, own)),
    ];
    if let (Some(who), Some(at)) = (&own.decided_by, own.decided_at) {
        rows.push(super::Row::new(t.s("registers-decided"), format!("{}, {}", who.name, clock(at))));
    }
    if !own.word.is_empty() {
        rows.push(super::Row::new(t.s("registers-word"), own.word.clone()));
    }
    rows
}

/// On the clock of the capital, for which these pages speak.
pub(super) fn clock(at: Timestamp) -> String {
    at.to_zoned(capital()).strftime("%d.%m.%Y %H:%M").to_string()
}

/// From when it is in force.
pub(super) fn from(t: &T, own: &Change) -> String {
    match own.from {
        Some(from) => clock(from),
        None => t.s("registers-from-approval"),
    }
}

fn file_view(visit: &Visit, id: Uuid, name: &str, changed: &[Changed]) -> FileView {
    let t = visit.t();
    let how = |how: How| match how {
        How::Added => "registers-added",
        How::Removed => "registers-removed",
        How::Altered => "registers-altered",
    };
    let row = |own: &Changed| RowView {
        how: t.s(how(own.how)),
        row: own.row.clone(),
        cells: own.cells.iter().map(|cell| [cell.column.clone(), cell.before.clone(), cell.after.clone()]).collect(),
    };
    let more = changed.len().saturating_sub(ROWS_MAX);
    FileView {
        name: name.to_owned(),
        url: visit.url(&format!("/desk/registers/changes/{id}/files/{name}")),
        count: t.n("registers-differs", "count", changed.len()),
        rows: changed.iter().take(ROWS_MAX).map(row).collect(),
        more: (more > 0).then(|| t.n("registers-more", "count", more)),
    }
}

/// Who serves a country, in words.
pub(super) fn served(visit: &Visit, answer: &DistrictAnswer) -> String {
    let name = |id| super::statistics::mission_name(visit, id);
    match answer {
        DistrictAnswer::One(one) => name(one),
        DistrictAnswer::Choose(many) => {
            let names = many.iter().map(name).collect::<Vec<_>>().join("; ");
            visit.t().f("registers-choose", "missions", names)
        }
        DistrictAnswer::Ask => visit.t().s("registers-ask"),
    }
}

fn controls(t: &T, step: Step, fields: &Fields, found: &[Finding], misfit: Option<&str>) -> Vec<Control> {
    let word = || t.s("frame-error-word");
    let error = |names: &[&str]| {
        let own = found.iter().find(|own| names.contains(&own.field.as_str()))?;
        Some(t.f(&format!("registers-error-{}-{}", own.field, own.code), "max", TEXT_CHARS_MAX))
    };
    match step {
        Step::Propose => vec![
            Control::text("from", t.s("registers-from"))
                .hint(Some(t.s("registers-from-hint")))
                .value(fields.get("from"))
                .error(error(&["from"]), word())
                .width("govuk-input--width-10")
                .autocomplete("off"),
        ],
        Step::Decide => {
            let unfit = misfit.map(|why| t.f("registers-error-files-unfit", "why", why));
            vec![
                Control::textarea("word", t.s("registers-word"), 3)
                    .hint(Some(t.s("registers-word-hint")))
                    .value(fields.get("word"))
                    .error(error(&["word", "approve"]).or(unfit), word()),
            ]
        }
        Step::Withdraw | Step::Nothing => vec![],
    }
}
