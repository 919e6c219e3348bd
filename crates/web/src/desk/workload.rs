//! Who has how much: the supervisor's board.

use super::checks;
use super::clock::Clock;
use super::motions::{self, Waits};
use super::nav::{self, Link};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use office::workload;

/// The page.
#[derive(Template)]
#[template(path = "desk/workload.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Name, open, due today, overdue.
    pub rows: Vec<(String, [i64; 3])>,
    /// Second looks at decisions, counted, and their list.
    pub samples: (String, String),
    /// Annulments that wait for the head's word: reference and address.
    pub annulments: Vec<(String, String)>,
    /// Records that were made although a check did not agree, the newest first.
    pub overrides: Vec<Override>,
    /// What applicants asked for and waits for the head's word.
    pub motions: Waits,
}

/// A record that was made although a check did not agree.
#[derive(Clone, Debug)]
pub struct Override {
    /// Its reference, and the address of the case.
    pub case: (String, String),
    /// The checks.
    pub checks: String,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub official: String,
    /// When.
    pub at: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let t = visit.t();
    let board = workload::board(&visit.state.office, visit.actor()?, visit.moment.now).await?;
    let rows = board.into_iter().map(|line| {
        let name = match line.officer {
            None => t.s("desk-workload-nobody"),
            Some((_, name)) if name.is_empty() => t.s("desk-workload-gone"),
            Some((_, name)) => match &line.away {
                Some(away) => {
                    let told = t.f2("desk-workload-away", "last", t.date(away.last), "substitute", &away.name);
                    format!("{name}: {told}")
                }
                None => name,
            },
        };
        (name, [line.load.open, line.load.today, line.load.late])
    });
    let waiting = office::annul::waiting_of(&visit.state.office, visit.actor()?).await?;
    let link = |(id, reference)| (reference, visit.url(&format!("/desk/cases/{id}/annulment")));
    let [drawn, waiting_again, order, found] =
        office::sample::view::counts(&visit.state.office, visit.actor()?).await?;
    let counts = [("drawn", drawn), ("waiting", waiting_again), ("order", order), ("found", found)];
    let samples = t.all("desk-workload-samples", &counts.map(|(name, count)| (name, count.to_string())));
    visit.show(&Page {
        samples: (samples, visit.url("/desk/samples")),
        frame: visit.frame(t.s("desk-workload-title")).wide(),
        nav: nav::links(&visit),
        rows: rows.collect(),
        annulments: waiting.into_iter().map(link).collect(),
        overrides: overrides(&visit, &t).await?,
        motions: motions::waiting(&visit).await?,
    })
}

async fn overrides(visit: &Visit, t: &T) -> Result<Vec<Override>, Problem> {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let Actor::Staff { mission: Some(mission), .. } = actor else { return Ok(vec![]) };
    let clock = Clock::of(visit, mission);
    let line = |own: office::despite::Line| Override {
        case: (own.reference, visit.url(&format!("/desk/cases/{}", own.id))),
        checks: checks::names(t, &own.despite.checks),
        reason: own.despite.reason,
        official: own.official.map(|who| format!("{}, {}", who.name, t.of(&who.post))).unwrap_or_default(),
        at: clock.full(own.decided_at),
    };
    Ok(office::despite::of_mission(office, actor).await?.into_iter().map(line).collect())
}
