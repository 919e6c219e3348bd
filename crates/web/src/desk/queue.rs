//! The queue: cases of one's own mission by the end of their term (an auditor sees all missions), under tabs of work; and the search
//! over them. Fifty rows a page.

use super::act::DONE;
use super::bar::DueWords;
use super::clock::Clock;
use super::kept::{self, FILTER, Panel};
use super::key;
use super::nav::{self, Link};
use crate::forms::{Control, Fields, Posted, encode, error_lines};
use crate::frame::{ErrorLine, Frame};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::actor::{Actor, Role};
use domain::confirmation::ConfirmationKind;
use domain::ids::{ApplicationId, MissionId};
use office::OfficeError;
use office::assign::{Wanted, assign};
use office::cases::CaseLine;
use office::kept_filters::{self, Shows};
use office::queue::{self, Tab};
use service::Finding;

/// The page.
#[derive(Template)]
#[template(path = "desk/queue.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// The tabs.
    pub tabs: Vec<TabLink>,
    /// Cases of which the reader was warned; `None` where there is none, and on a search.
    pub needs_you: Option<NeedsYou>,
    /// The reader's own filters; `None` for who keeps none.
    pub kept: Option<Panel>,
    /// The field of the search.
    pub search: Control,
    /// What was searched for.
    pub searched: Option<String>,
    /// Headline of the table.
    pub caption: String,
    /// What is said where there is no row.
    pub empty: String,
    /// Rows are in the order of their terms.
    pub by_due: bool,
    /// Cases of several missions: a column names it.
    pub all_missions: bool,
    /// The zone of all times, when it is one.
    pub zone: Option<String>,
    /// The reader may take cases up.
    pub may_take: bool,
    /// The reader may choose rows at all: to take them up, to give them, or to lay them down.
    pub may_choose: bool,
    /// To whom the reader may give cases: id and name.
    pub officers: Vec<(String, String)>,
    /// The one who was chosen before a mistake.
    pub officer: String,
    /// Where the form of taking up comes back to: name of the tab.
    pub tab: &'static str,
    /// And its page; empty: the first.
    pub after: String,
    /// Rows.
    pub rows: Vec<QueueRow>,
    /// Not the first page.
    pub is_later: bool,
    /// Address of the first page.
    pub first: String,
    /// Address of the next page.
    pub next: Option<String>,
}

/// "Needs you now".
#[derive(Clone, Debug)]
pub struct NeedsYou {
    /// The cases, by the end of their terms.
    pub rows: Vec<QueueRow>,
    /// There are more of them.
    pub more: bool,
    /// A second look at a decision of the reader found something.
    pub found: bool,
}

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabLink {
    /// Address without the language.
    pub path: String,
    /// Its words with the number of cases.
    pub words: String,
    /// The one that is shown.
    pub current: bool,
}

/// A row in words.
#[derive(Clone, Debug)]
pub struct QueueRow {
    /// The case, as it is posted.
    pub id: String,
    /// It was chosen before a mistake.
    pub chosen: bool,
    /// Address of the case, without the language.
    pub path: String,
    /// Reference.
    pub reference: String,
    /// End of the term.
    pub due: DueWords,
    /// End of the term to return it, where that runs.
    pub return_due: Option<DueWords>,
    /// State in the officer's words.
    pub state: String,
    /// Name of the person who died.
    pub deceased: String,
    /// Name of the applicant.
    pub applicant: String,
    /// When it was sent.
    pub sent: String,
    /// Portal or paper.
    pub channel: String,
    /// How it was confirmed.
    pub confirmation: String,
    /// Mission.
    pub mission: String,
    /// Who has taken it up; empty: nobody.
    pub assignee: String,
    /// What to notice.
    pub flags: Vec<String>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(posted)
}

async fn show(visit: Visit) -> Outcome {
    if let Some(id) = visit.query_value(FILTER) {
        let id = id.parse().map_err(|_| Problem::NotFound)?;
        return match kept_filters::open(&visit.state.office, visit.actor()?, id).await?.shows {
            Shows::Tab(tab) => page(&visit, StatusCode::OK, tab, &Fields::default(), &[]).await,
            Shows::Search(text) => found(&visit, &text, &Fields::default(), &[]).await,
        };
    }
    let tab = match visit.query_value("tab") {
        None => Tab::Open,
        Some(name) => Tab::from_name(&name).ok_or(Problem::NotFound)?,
    };
    page(&visit, StatusCode::OK, tab, &Fields::default(), &[]).await
}

/// A search, posted so that no name and no IIN stands in an address; or cases to be taken up or laid down.
async fn posted(visit: Visit, Posted(fields): Posted) -> Outcome {
    if let Ok(id) = fields.trimmed("forget").parse() {
        return kept::forget(&visit, id).await;
    }
    match (fields.trimmed("act"), fields.trimmed("search")) {
        ("keep", _) => kept::keep(&visit, &fields).await,
        ("take", _) => assigned(&visit, &fields, ("take", Wanted::Take)).await,
        ("release", _) => assigned(&visit, &fields, ("release", Wanted::Release)).await,
        ("give", _) => match fields.trimmed("officer").parse() {
            Ok(officer) => assigned(&visit, &fields, ("give", Wanted::Give(officer))).await,
            Err(_) => mistaken(&visit, &fields, &[Finding::new("officer", "missing")]).await,
        },
        (_, "") => page(&visit, StatusCode::OK, Tab::Open, &Fields::default(), &[]).await,
        (_, text) => found(&visit, text, &Fields::default(), &[]).await,
    }
}

async fn assigned(visit: &Visit, fields: &Fields, (act, wanted): (&str, Wanted)) -> Outcome {
    let tab = Tab::from_name(fields.trimmed("tab")).unwrap_or(Tab::Open);
    let cases: Result<Vec<ApplicationId>, _> = fields.get("case").split_whitespace().map(str::parse).collect();
    let cases = cases.map_err(|_| Problem::NotFound)?;
    // From the page of a case one comes back to it.
    let only = cases.first().copied().filter(|_| fields.has("stay"));
    match assign(&visit.state.office, visit.actor()?, cases, wanted, &visit.moment).await {
        Ok(done) => Ok(visit.go(&match only {
            Some(case) if done.done > 0 => format!("/desk/cases/{case}?{DONE}={act}"),
            Some(case) if done.left > 0 => format!("/desk/cases/{case}?{DONE}=left"),
            // It was so before.
            Some(case) => format!("/desk/cases/{case}"),
            None => {
                let page = address(tab, None);
                let joint = if page.contains('?') { '&' } else { '?' };
                format!("{page}{joint}taken={act}&done={}&left={}", done.done, done.left)
            }
        })),
        Err(OfficeError::Findings(found)) => mistaken(visit, fields, &found).await,
        Err(other) => Err(other.into()),
    }
}

/// The page as it was before a mistake in its form: the same rows, the same ones chosen.
async fn mistaken(visit: &Visit, fields: &Fields, found: &[Finding]) -> Outcome {
    let tab = Tab::from_name(fields.trimmed("tab")).unwrap_or(Tab::Open);
    page(visit, StatusCode::UNPROCESSABLE_ENTITY, tab, fields, found).await
}

/// The page of a tab; `found`: what is wrong with a form of it that was posted with `fields`.
///
/// # Errors
/// As `office::queue::page`.
pub async fn page(
    visit: &Visit,
    status: StatusCode,
    tab: Tab,
    fields: &Fields,
    found: &[Finding],
) -> Result<Response, Problem> {
    let (actor, t) = (visit.actor()?, visit.t());
    let after = place(visit, fields);
    let chosen: Vec<&str> = fields.get("case").split_whitespace().collect();
    let office = &visit.state.office;
    let queue = queue::page(office, actor, tab, after.as_deref(), visit.lang, visit.moment.now).await?;
    let tabs = queue.counts.iter().map(|(own, count)| tab_link(visit, *own, *count, *own == tab)).collect();
    let search = search_field(visit, "", None);
    let shown = Page {
        frame: told(visit, actor, found, &search),
        nav: nav::links(visit),
        tabs,
        needs_you: needs_you(visit, actor).await?,
        kept: kept::panel(visit, (tab, ""), fields, found).await?,
        search,
        searched: None,
        caption: t.f(&format!("desk-tab-caption-{}", key("", tab.as_str())), "percent", last_share(visit)),
        empty: t.s(if tab == Tab::Open { "desk-queue-empty-open" } else { "desk-queue-empty-tab" }),
        by_due: true,
        all_missions: own_mission(actor).is_none(),
        zone: own_mission(actor).map(|id| Clock::of(visit, id).zone_name()),
        may_take: actor.role() == Role::Officer,
        may_choose: matches!(actor.role(), Role::Officer | Role::Supervisor),
        officers: officers(visit, actor).await?,
        officer: fields.trimmed("officer").to_owned(),
        tab: tab.as_str(),
        rows: queue.rows.iter().map(|line| row(visit, line, &chosen)).collect(),
        is_later: after.is_some(),
        after: after.unwrap_or_default(),
        first: address(tab, None),
        next: queue.next.map(|cursor| address(tab, Some(cursor))),
    };
    visit.show_with(status, &shown)
}

/// Which page of the tab: as its address says, or the form that was posted from it; `None`: the first.
fn place(visit: &Visit, fields: &Fields) -> Option<String> {
    let posted = Some(fields.trimmed("after").to_owned()).filter(|cursor| !cursor.is_empty());
    visit.query_value("after").or(posted)
}

/// The frame of a tab: what is wrong with a form of it, or what became of the cases.
fn told(visit: &Visit, actor: &Actor, found: &[Finding], search: &Control) -> Frame {
    let t = visit.t();
    let errors = found.iter().map(|finding| ErrorLine {
        field: finding.field.clone(),
        text: match finding.field.as_str() {
            kept_filters::NAME => kept::message(visit, finding),
            field => {
                let key = format!("desk-assign-{field}-error-{}", finding.code);
                t.f(&key, "max", office::assign::CASES_MAX)
            }
        },
    });
    let frame = kept::told(visit, frame(visit, actor))
        .errors(errors.chain(error_lines(std::slice::from_ref(search))).collect());
    let number = |name: &str| visit.query_value(name).and_then(|text| text.parse::<usize>().ok()).unwrap_or(0);
    match visit.query_value("taken").filter(|done| matches!(done.as_str(), "take" | "release" | "give" | "transfer")) {
        Some(done) => {
            frame.notice(t.n2(&format!("desk-assign-{done}"), "done", number("done"), "left", number("left")))
        }
        None => frame,
    }
}

/// What a search found; `wrong`: what is wrong with keeping it, posted with `fields`.
///
/// # Errors
/// As `office::queue::search`.
pub async fn found(visit: &Visit, text: &str, fields: &Fields, wrong: &[Finding]) -> Outcome {
    let (actor, t, office) = (visit.actor()?, visit.t(), &visit.state.office);
    let (status, lines, error) = match queue::search(office, actor, text, visit.lang, visit.moment.now).await {
        Ok(lines) if wrong.is_empty() => (StatusCode::OK, lines, None),
        Ok(lines) => (StatusCode::UNPROCESSABLE_ENTITY, lines, None),
        Err(OfficeError::Findings(_)) => {
            let error = t.f("desk-search-error-too-long", "max", queue::SEARCH_CHARS_MAX);
            (StatusCode::UNPROCESSABLE_ENTITY, vec![], Some(error))
        }
        Err(other) => return Err(other.into()),
    };
    let search = search_field(visit, text, error);
    let page = Page {
        frame: told(visit, actor, wrong, &search),
        nav: nav::links(visit),
        tabs: Tab::of(actor).map(|tab| tab_link(visit, tab, None, false)).collect(),
        needs_you: None,
        kept: kept::panel(visit, (Tab::All, text), fields, wrong).await?,
        search,
        searched: Some(text.to_owned()),
        caption: counted(visit, lines.len()),
        empty: t.s("desk-search-nothing"),
        by_due: false,
        all_missions: own_mission(actor).is_none(),
        zone: own_mission(actor).map(|id| Clock::of(visit, id).zone_name()),
        may_take: false,
        may_choose: false,
        officers: vec![],
        officer: String::new(),
        tab: Tab::Open.as_str(),
        after: String::new(),
        rows: lines.iter().map(|line| row(visit, line, &[])).collect(),
        is_later: false,
        first: address(Tab::Open, None),
        next: None,
    };
    visit.show_with(status, &page)
}

/// How many cases a search found.
fn counted(visit: &Visit, count: usize) -> String {
    match count {
        queue::ROWS => visit.t().f("desk-search-many", "count", queue::ROWS),
        count => visit.t().n("desk-search-found", "count", count),
    }
}

fn frame(visit: &Visit, actor: &Actor) -> Frame {
    let caption = match own_mission(actor) {
        Some(id) => Clock::of(visit, id).mission_name(id),
        None => visit.t().s("desk-queue-all-missions"),
    };
    visit.frame(visit.t().s("desk-queue-title")).caption(caption).wide()
}

fn search_field(visit: &Visit, text: &str, error: Option<String>) -> Control {
    let t = visit.t();
    Control::text("search", t.s("desk-search-label"))
        .hint(Some(t.s("desk-search-hint")))
        .value(text)
        .error(error, t.s("frame-error-word"))
        .plain()
}

fn tab_link(visit: &Visit, tab: Tab, count: Option<i64>, current: bool) -> TabLink {
    let name = tab_name(visit, tab);
    let words = match count {
        None => name,
        Some(many) if many >= queue::COUNTED_MAX => format!("{name} ({}+)", queue::COUNTED_MAX - 1),
        Some(count) => format!("{name} ({count})"),
    };
    TabLink { path: address(tab, None), words, current }
}

/// What a tab is called.
pub fn tab_name(visit: &Visit, tab: Tab) -> String {
    visit.t().f(&format!("desk-tab-{}", key("", tab.as_str())), "percent", last_share(visit))
}

/// The last share of a term before its end at which the staff are warned.
fn last_share(visit: &Visit) -> u32 {
    let shares = visit.state.office.catalogue();
    shares.passport().warned_at().last().copied().unwrap_or(office::tell_staff::END_PERCENT)
}

async fn needs_you(visit: &Visit, actor: &Actor) -> Result<Option<NeedsYou>, Problem> {
    let lines = office::needs_you::list(&visit.state.office, actor, visit.lang, visit.moment.now).await?;
    let rows: Vec<QueueRow> = lines.iter().take(office::needs_you::ROWS).map(|line| row(visit, line, &[])).collect();
    let found = !office::sample::view::found(&visit.state.office, actor).await?.is_empty();
    let more = lines.len() > office::needs_you::ROWS;
    Ok((found || !rows.is_empty()).then_some(NeedsYou { rows, more, found }))
}

async fn officers(visit: &Visit, actor: &Actor) -> Result<Vec<(String, String)>, Problem> {
    if actor.role() != Role::Supervisor {
        return Ok(vec![]);
    }
    let people = office::workload::officers(&visit.state.office, actor, visit.moment.now).await?;
    Ok(people.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

fn own_mission(actor: &Actor) -> Option<&MissionId> {
    match actor {
        Actor::Staff { mission, .. } => mission.as_ref(),
        _ => None,
    }
}

/// Address of a page of a tab, without the language.
pub fn address(tab: Tab, after: Option<String>) -> String {
    let mut pairs = vec![];
    if tab != Tab::Open {
        pairs.push(("tab", tab.as_str().to_owned()));
    }
    pairs.extend(after.map(|cursor| ("after", cursor)));
    if pairs.is_empty() { "/desk/queue".to_owned() } else { format!("/desk/queue?{}", encode(&pairs)) }
}

fn row(visit: &Visit, line: &CaseLine, chosen: &[&str]) -> QueueRow {
    let (t, clock) = (visit.t(), Clock::of(visit, &line.mission));
    let id = line.id.to_string();
    QueueRow {
        chosen: chosen.contains(&id.as_str()),
        id,
        path: format!("/desk/cases/{}", line.id),
        reference: line.reference.clone(),
        due: DueWords::of(visit, &clock, line),
        return_due: DueWords::of_return(visit, &clock, line),
        state: t.s(&format!("{}-officer", key("state-", line.state.as_str()))),
        deceased: line.deceased.clone(),
        applicant: line.applicant.clone(),
        sent: clock.short(line.sent_at),
        channel: t.s(&key("desk-channel-", line.channel.as_str())),
        confirmation: t.s(confirmation_key(line.confirmation)),
        mission: clock.mission_name(&line.mission),
        assignee: super::bar::assignee(&t, line),
        flags: line.flags.iter().map(|flag| t.s(flag)).collect(),
    }
}

fn confirmation_key(kind: ConfirmationKind) -> &'static str {
    match kind {
        ConfirmationKind::Eds => "desk-confirmation-eds",
        ConfirmationKind::Otp => "desk-confirmation-otp",
        ConfirmationKind::Paper => "desk-confirmation-paper",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::application::Work;

    #[test]
    fn the_next_page_keeps_the_tab() {
        assert_eq!(address(Tab::Open, None), "/desk/queue");
        assert_eq!(address(Tab::Open, Some("1.a-b".into())), "/desk/queue?after=1.a-b");
        let hand_over = Tab::Work(Work::HandOver);
        assert_eq!(address(hand_over, Some("1.a-b".into())), "/desk/queue?tab=hand_over&after=1.a-b");
    }
}
