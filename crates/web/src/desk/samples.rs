//! `/{lang}/desk/samples`: decisions drawn for a second look, for the head who does it; for an auditor, the months with their proof.
//! `/{lang}/desk/cases/{application}/sample`: the head says what it came to.

use super::clock::Clock;
use super::nav::{self, Link};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome as Answer, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::ids::ApplicationId;
use domain::sample::Outcome;
use office::sample::judge::judge;
use office::sample::view::{self, Line, Month};
use service::Finding;

/// The list.
#[derive(Template)]
#[template(path = "desk/samples.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// How many are drawn.
    pub share: String,
    /// Decisions that wait; `None` for who does not look at them.
    pub waiting: Option<Vec<Row>>,
    /// The months; `None` for who does not prove them.
    pub months: Option<Vec<[String; 5]>>,
}

/// A decision in words.
#[derive(Clone, Debug)]
pub struct Row {
    /// Reference and address of the case.
    pub reference: String,
    /// See there.
    pub case: String,
    /// Who decided, and when.
    pub cells: [String; 2],
    /// Where the result is written.
    pub judge: String,
}

/// The form.
#[derive(Template)]
#[template(path = "desk/sample.html")]
pub struct OnePage {
    /// Its frame.
    pub frame: Frame,
    /// Which decision.
    pub about: String,
    /// The case.
    pub case: String,
    /// Where the form goes.
    pub action: String,
    /// Which decision was seen.
    pub number: u32,
    /// What it came to, and why.
    pub controls: Vec<Control>,
}

/// The list's handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// The form's handlers.
pub fn one() -> MethodRouter<AppState> {
    get(ask).post(say)
}

async fn show(visit: Visit) -> Answer {
    let (office, actor, t) = (&visit.state.office, visit.actor()?, visit.t());
    let (mut waiting, mut months) = (None, None);
    if actor.role() == Role::Auditor {
        months =
            Some(view::months(office, actor, visit.moment.now).await?.iter().map(|own| month(&visit, own)).collect());
    } else {
        waiting = Some(view::waiting(office, actor).await?.iter().map(|own| row(&visit, own)).collect());
    }
    let mut frame = visit.frame(t.s("sample-title")).wide();
    if visit.query_value("done").is_some() {
        frame = frame.notice(t.s("sample-done"));
    }
    let share = t.f("sample-lead", "percent", office.catalogue().passport().sampled_percent());
    visit.show(&Page { frame, nav: nav::links(&visit), share, waiting, months })
}

fn row(visit: &Visit, own: &Line) -> Row {
    let case = visit.url(&format!("/desk/cases/{}", own.application));
    Row {
        reference: own.reference.clone(),
        judge: format!("{case}/sample"),
        case,
        cells: [own.officer.clone(), Clock::of(visit, &own.mission).full(own.decided_at)],
    }
}

fn month(visit: &Visit, own: &Month) -> [String; 5] {
    let t = visit.t();
    let secret = own.secret.clone().unwrap_or_else(|| t.s("sample-secret-later"));
    let agrees = match own.agrees {
        None => "sample-proof-later",
        Some(true) => "sample-proof-agrees",
        Some(false) => "sample-proof-differs",
    };
    let [all, drawn] = own.counts;
    let counts = t.f2("sample-counts", "drawn", drawn, "all", all);
    [own.period.clone(), counts, own.commitment.clone(), secret, t.s(agrees)]
}

async fn ask(visit: Visit, named: Named) -> Answer {
    let fields = super::act::kept(&visit).await?;
    page(&visit, named.get("application")?, &fields, &[]).await
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Answer {
    let id: ApplicationId = named.get("application")?;
    let said = (Outcome::from_name(fields.trimmed("outcome")), super::act::text(&fields, "reason"));
    let seen = fields.trimmed("seen_number").parse().map_err(|_| Problem::DoesNotFit);
    // Who may not is told that, whatever was posted.
    let number = match seen {
        Ok(number) => number,
        Err(wrong) => {
            view::one(&visit.state.office, visit.actor()?, id).await?;
            return Err(wrong);
        }
    };
    match judge(&visit.state.office, visit.actor()?, id, number, said, &visit.moment).await {
        Ok(()) => Ok(visit.go("/desk/samples?done=said")),
        Err(error) => page(&visit, id, &fields, &super::act::findings(error)?).await,
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Answer {
    let own = view::one(&visit.state.office, visit.actor()?, id).await?;
    let t = visit.t();
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        Some(t.f(&format!("sample-error-{name}-{}", own.code), "max", super::act::TEXT_CHARS_MAX))
    };
    let outcomes = Outcome::ALL.map(|one| {
        let key = super::key("sample-outcome-", one.as_str());
        Item::new(one.as_str(), t.s(&key)).hint(t.s(&format!("{key}-hint")))
    });
    let controls = vec![
        Control::radios("outcome", t.s("sample-outcome"), outcomes.into())
            .value(fields.get("outcome"))
            .error(error("outcome"), t.s("frame-error-word")),
        Control::textarea("reason", t.s("sample-reason"), 5)
            .hint(Some(t.s("sample-reason-hint")))
            .value(fields.get("reason"))
            .error(error("reason"), t.s("frame-error-word")),
    ];
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let row = row(visit, &own);
    let heading = t.f("sample-one-title", "reference", &own.reference);
    let frame = visit.frame(heading).back(visit.url("/desk/samples")).errors(error_lines(&controls));
    let about = t.f2("sample-about", "officer", &row.cells[0], "at", &row.cells[1]);
    visit.show_with(status, &OnePage { frame, about, case: row.case, action: row.judge, number: own.number, controls })
}
