//! The queue: cases of one's own mission by the end of their term (an auditor sees all missions). Fifty rows a page.

use super::bar::DueWords;
use super::clock::Clock;
use super::key;
use super::nav::{self, Link};
use crate::forms::encode;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use domain::confirmation::ConfirmationKind;
use domain::ids::MissionId;
use office::cases::CaseLine;
use store::application::QueueFilter;

/// The page.
#[derive(Template)]
#[template(path = "desk/queue.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Only cases in a state that is not final.
    pub open_only: bool,
    /// Cases of several missions: a column names it.
    pub all_missions: bool,
    /// The zone of all times, when it is one.
    pub zone: Option<String>,
    /// Rows.
    pub rows: Vec<QueueRow>,
    /// Not the first page.
    pub is_later: bool,
    /// Address of the first page.
    pub first: String,
    /// Address of the next page.
    pub next: Option<String>,
}

/// A row in words.
#[derive(Clone, Debug)]
pub struct QueueRow {
    /// Address of the case, without the language.
    pub path: String,
    /// Reference.
    pub reference: String,
    /// End of the term.
    pub due: DueWords,
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
    /// What to notice.
    pub flags: Vec<String>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let actor = visit.actor()?;
    let open_only = visit.query_value("which").as_deref() != Some("all");
    let filter = if open_only { QueueFilter::Open } else { QueueFilter::All };
    let after = visit.query_value("after");
    let office = &visit.state.office;
    let queue = office::cases::queue(office, actor, filter, after.as_deref(), visit.lang, visit.moment.now).await?;
    let mission = own_mission(actor);
    let t = visit.t();
    let caption = match mission {
        Some(id) => Clock::of(&visit, id).mission_name(id),
        None => t.s("desk-queue-all-missions"),
    };
    visit.show(&Page {
        frame: visit.frame(t.s("desk-queue-title")).caption(caption).wide(),
        nav: nav::links(&visit),
        open_only,
        all_missions: mission.is_none(),
        zone: mission.map(|id| Clock::of(&visit, id).zone_name()),
        rows: queue.rows.iter().map(|line| row(&visit, line)).collect(),
        is_later: after.is_some(),
        first: address(open_only, None),
        next: queue.next.map(|cursor| address(open_only, Some(cursor))),
    })
}

fn own_mission(actor: &Actor) -> Option<&MissionId> {
    match actor {
        Actor::Staff { mission, .. } => mission.as_ref(),
        _ => None,
    }
}

fn address(open_only: bool, after: Option<String>) -> String {
    let mut pairs = vec![];
    if !open_only {
        pairs.push(("which", "all".to_owned()));
    }
    pairs.extend(after.map(|cursor| ("after", cursor)));
    if pairs.is_empty() { "/desk/queue".to_owned() } else { format!("/desk/queue?{}", encode(&pairs)) }
}

fn row(visit: &Visit, line: &CaseLine) -> QueueRow {
    let (t, clock) = (visit.t(), Clock::of(visit, &line.mission));
    QueueRow {
        path: format!("/desk/cases/{}", line.id),
        reference: line.reference.clone(),
        due: DueWords::of(visit, &clock, line),
        state: t.s(&format!("{}-officer", key("state-", line.state.as_str()))),
        deceased: line.deceased.clone(),
        applicant: line.applicant.clone(),
        sent: clock.short(line.sent_at),
        channel: t.s(&key("desk-channel-", &line.channel)),
        confirmation: t.s(confirmation_key(line.confirmation)),
        mission: clock.mission_name(&line.mission),
        flags: line.flags.iter().map(|flag| t.s(flag)).collect(),
    }
}

fn confirmation_key(kind: ConfirmationKind) -> &'static str {
    match kind {
        ConfirmationKind::Eds => "desk-confirmation-eds",
        ConfirmationKind::Otp => "desk-confirmation-otp",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_keeps_the_tab() {
        assert_eq!(address(true, None), "/desk/queue");
        assert_eq!(address(true, Some("1.a-b".into())), "/desk/queue?after=1.a-b");
        assert_eq!(address(false, Some("1.a-b".into())), "/desk/queue?which=all&after=1.a-b");
    }
}
