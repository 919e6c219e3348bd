//! One case: answers, documents with the machine's rules, the proof, what happened, what the applicant was told, and the acts that
//! the office lists as open to the reader (UX.md 3.3).

use super::act::{DONE, PAGES};
use super::bar::Bar;
use super::clock::Clock;
use super::correction::{FROM, PAPERS};
use super::documents::{self, Document};
use super::notes::NoteLine;
use super::proof::{self, Panel};
use super::{
    Row, annulment, blank, checks, comparison, conflict, decision, duplicate, hearing, key, motions, nav, notes,
    outgoing, telephone,
};
use crate::frame::Frame;
use crate::portal::case::addenda;
use crate::portal::questions::{Change, changes};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::application::{ActKind, State, StateKind};
use domain::comparison::Verdict;
use domain::ids::ApplicationId;
use office::cases::{CaseView, Delivery, Notice, ProofView, SupplementView, TimelineLine};
use service::comparable::Comparable;
use service::summary::summary_of;
use store::outbox::Fate;

/// The page.
#[derive(Template)]
#[template(path = "desk/case.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// The case in short.
    pub bar: Bar,
    /// The term passed: until when it was, in words.
    pub overdue_since: Option<String>,
    /// The case, as it is posted.
    pub id: String,
    /// The reader has taken it up; `None` where they can neither take it up nor lay it down.
    pub is_mine: Option<bool>,
    /// The reader may act on cases at all.
    pub acts_here: bool,
    /// Acts open to the reader.
    pub acts: Vec<ActLink>,
    /// Further facts: when it was sent, the date of registration, the record, the collection.
    pub facts: Vec<Row>,
    /// What to notice.
    pub flags: Vec<String>,
    /// Why another mission was addressed than the register names.
    pub mission_reason: Option<String>,
    /// The machine's checks.
    pub checks: checks::Panel,
    /// Answers, section by section.
    pub answers: Vec<Section>,
    /// Enclosed documents.
    pub documents: Vec<Document>,
    /// Addenda: title, what was asked, what changed.
    pub supplements: Vec<Supplement>,
    /// The proof.
    pub proof: Panel,
    /// Decisions: heading and facts, the first one first.
    pub decisions: Vec<(String, Vec<Row>)>,
    /// Hearings before a refusal: heading and lines, the first one first.
    pub hearings: Vec<(String, Vec<Row>)>,
    /// Papers: label and address.
    pub papers: Vec<Row>,
    /// What happened.
    pub timeline: Vec<Event>,
    /// What the applicant was told.
    pub notices: Vec<Told>,
    /// What the desk keeps for itself; `None` for who does not read it.
    pub own: Option<Own>,
}

/// What the desk keeps for itself.
pub struct Own {
    /// How far the comparison with the papers is.
    pub progress: Vec<String>,
    /// What differs: the question, and both values.
    pub differs: Vec<Row>,
    /// The page of the comparison.
    pub comparison: String,
    /// Asks the applicant about what differs, where that is open.
    pub ask: Option<String>,
    /// Internal notes, the newest first.
    pub notes: Vec<NoteLine>,
    /// The page of the notes.
    pub notes_url: String,
    /// Notices to other bodies: which, and how each is.
    pub outgoing: Vec<Row>,
    /// Cases that look like the same death.
    pub alike: duplicate::Section,
    /// Who may not decide it, the newest word first.
    pub conflicts: Vec<NoteLine>,
    /// The page on which that is said.
    pub conflict_url: String,
    /// The page of a lost telephone, for an officer.
    pub telephone: Option<String>,
    /// What the applicant asked for beside the decision.
    pub motions: motions::Section,
    /// What was said of annulling the record, the newest word first.
    pub annulments: Vec<NoteLine>,
    /// The page of that: address and key of its link.
    pub annulment: Option<(String, &'static str)>,
}

/// An addendum.
pub struct Supplement {
    /// Which and when.
    pub title: String,
    /// What had been asked.
    pub asked: Vec<Row>,
    /// What it changed.
    pub changes: Vec<Change>,
    /// How it was confirmed, and what is to be noticed.
    pub proof: Panel,
}

/// A link to the page of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActLink {
    /// Address.
    pub url: String,
    /// Key of its text.
    pub key: String,
}

/// Answers of one section.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Questions and answers.
    pub rows: Vec<Row>,
}

/// A line of the timeline.
#[derive(Clone, Debug)]
pub struct Event {
    /// What.
    pub title: String,
    /// When and who.
    pub meta: String,
}

/// A notice.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its language, BCP 47.
    pub lang: &'static str,
    /// Headline.
    pub subject: String,
    /// When.
    pub at: String,
    /// Text.
    pub body: String,
    /// Where else it went.
    pub deliveries: Vec<String>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let actor = visit.actor()?;
    let view = office::cases::get(&visit.state.office, actor, id, visit.moment.now).await?;
    let (t, clock) = (visit.t(), Clock::of(&visit, &view.mission.id));
    let (alike, counted) = match &view.desk {
        Some(_) => duplicate::section(&visit, id, &clock).await.map(|(alike, counted)| (Some(alike), Some(counted)))?,
        None => (None, None),
    };
    visit.show(&Page {
        frame: frame(&visit, &view),
        bar: Bar::of(&visit, &view),
        overdue_since: view.line.overdue.then(|| clock.full(view.due_at)),
        id: id.to_string(),
        is_mine: view.is_mine,
        acts_here: actor.role() == Role::Officer,
        acts: acts(&visit, id, &view),
        facts: facts(&visit, &clock, &view),
        mission_reason: view.request.mission_reason.clone(),
        flags: view.line.flags.iter().map(|flag| t.s(flag)).collect(),
        answers: answers(&visit, &view),
        documents: view
            .documents
            .iter()
            .map(|document| documents::shown(&visit, (id, &view.mission.id), document))
            .collect(),
        supplements: view.supplements.iter().map(|own| supplement(&visit, &clock, &view, own)).collect(),
        proof: proof::panel(&visit, &view.mission.id, &view.proof, &view.file_sha256),
        decisions: view.decisions.iter().map(|own| decision::shown(&visit, &clock, own)).collect(),
        hearings: hearing::sections(&visit, &view),
        papers: papers(&visit, id, &view),
        timeline: view.timeline.iter().map(|line| event(&visit, &clock, line)).collect(),
        notices: view.notices.iter().map(|notice| told(&visit, &clock, notice)).collect(),
        checks: checks::panel(&visit, id, &view, counted),
        own: alike.and_then(|alike| own(&visit, id, &view, alike)),
    })
}

fn own(visit: &Visit, id: ApplicationId, view: &CaseView, alike: duplicate::Section) -> Option<Own> {
    let (t, compared, notes) = (visit.t(), comparison::of(visit, view)?, notes::lines(visit, view)?);
    let differs = |(own, verdict): &(Comparable, Option<Verdict>)| match verdict {
        Some(Verdict::Differs { seen, .. }) => {
            Some(Row::new(own.label.clone(), t.f2("compare-both", "value", &own.value, "seen", seen)))
        }
        _ => None,
    };
    let differs: Vec<Row> = compared.iter().filter_map(differs).collect();
    let case = format!("/desk/cases/{id}");
    let asks = !differs.is_empty() && view.open_acts.contains(&ActKind::RequestCorrection);
    Some(Own {
        progress: comparison::sentences(&t, &compared),
        ask: asks.then(|| visit.url(&format!("{case}/correction?{FROM}={PAPERS}"))),
        differs,
        comparison: visit.url(&format!("{case}/comparison")),
        notes,
        notes_url: visit.url(&format!("{case}/notes")),
        alike,
        conflicts: conflict::lines(visit, &Clock::of(visit, &view.mission.id), view),
        conflict_url: visit.url(&format!("{case}/conflict")),
        telephone: telephone::link(visit, &case),
        motions: motions::section(visit, &Clock::of(visit, &view.mission.id), view),
        annulments: annulment::lines(visit, &Clock::of(visit, &view.mission.id), view),
        annulment: annulment::link(visit, view).map(|key| (visit.url(&format!("{case}/annulment")), key)),
        outgoing: view.desk.iter().flat_map(|desk| outgoing::rows(visit, view, desk)).collect(),
    })
}

fn frame(visit: &Visit, view: &CaseView) -> Frame {
    let t = visit.t();
    let heading = t.f("desk-case-title", "reference", &view.line.reference);
    let back = visit.actor().map_or("/desk/queue", |actor| nav::first_room(actor).0);
    let frame = visit.frame(heading).back(visit.url(back)).wide();
    let Some(done) = visit.query_value(DONE) else { return frame };
    match (done.as_str(), PAGES.into_iter().find(|page| page.noun == done)) {
        (_, Some(page)) => frame.notice(t.s(&format!("desk-{}-done", page.name))),
        ("take", None) => frame.notice(t.s("desk-case-taken")),
        ("accepted", None) => frame.notice(t.s("intake-accepted")),
        ("addendum", None) => frame.notice(t.s("intake-addendum-accepted")),
        ("release", None) => frame.notice(t.s("desk-case-released")),
        ("left", None) => frame.notice(t.s("desk-case-left")),
        _ => frame,
    }
}

/// Key of the link to the blank of a case: to print, or to say what became of it.
fn blank_key(view: &CaseView) -> &'static str {
    if view.line.state == StateKind::Annulled { "blank-act-account" } else { "blank-act" }
}

/// The open acts, and printing on a blank while that is open.
fn acts(visit: &Visit, id: ApplicationId, view: &CaseView) -> Vec<ActLink> {
    let case = visit.url(&format!("/desk/cases/{id}"));
    let mut acts = links(&case, &view.open_acts);
    if view.desk.as_ref().is_some_and(|desk| desk.may_print) {
        acts.push(ActLink { url: format!("{case}/blank"), key: blank_key(view).to_owned() });
    }
    acts
}

/// Links to the pages of the acts that are open; an act without a page (the system's own) has no link.
pub fn links(case: &str, open: &[ActKind]) -> Vec<ActLink> {
    PAGES
        .iter()
        .filter(|page| open.contains(&page.act))
        .map(|page| ActLink { url: format!("{case}/{}", page.noun), key: key("act-", page.act.as_str()) })
        .collect()
}

fn facts(visit: &Visit, clock: &Clock<'_>, view: &CaseView) -> Vec<Row> {
    let t = visit.t();
    let mut rows = vec![
        Row::new(t.s("desk-case-sent"), clock.full(view.line.sent_at)),
        Row::new(t.s("desk-case-registration"), t.date(view.registration_date)),
    ];
    if let Some(at) = view.term_met_at {
        rows.push(Row::new(t.s("desk-case-met"), clock.full(at)));
    }
    if let Some(record) = view.state.record() {
        let text = t.f2("desk-case-record-value", "number", &record.number, "date", t.date(record.date));
        rows.push(Row::new(t.s("desk-case-record"), text));
    }
    let told = matches!(
        view.state,
        State::Ready { .. } | State::Uncollected { .. } | State::Collected { .. } | State::Replaced { .. }
    );
    if let Some(number) = view.state.number().filter(|_| told) {
        rows.push(Row::new(t.s("desk-handover-number"), number.to_string()));
    }
    if let Some(blank) = view.desk.as_ref().and_then(|desk| office::blanks::current(&desk.blanks)) {
        rows.push(Row::new(t.s("blank-fact"), blank.to_string()));
    }
    if let Some(mine) = view.registered_by_me {
        let words = t.s(if mine { "four-eyes-mine" } else { "four-eyes-on" });
        rows.push(Row::new(t.s("four-eyes"), words));
    }
    for own in &view.complaints {
        let text = t.s(&format!("complaint-state-{}", own.state.as_str()));
        rows.push(Row::new(t.s("desk-case-complaint"), text));
    }
    if let Some(collection) = &view.line.collection {
        rows.push(Row::new(t.s("desk-case-collection"), clock.full(collection.at)));
    }
    rows
}

fn answers(visit: &Visit, view: &CaseView) -> Vec<Section> {
    let office = &visit.state.office;
    summary_of(office.catalogue(), office.texts(), visit.lang, &view.request)
        .into_iter()
        .map(|section| Section {
            title: section.title,
            rows: section.rows.into_iter().map(|row| Row::new(row.label, row.value)).collect(),
        })
        .collect()
}

fn supplement(visit: &Visit, clock: &Clock<'_>, view: &CaseView, own: &SupplementView) -> Supplement {
    let t = visit.t();
    let part = |section: &str| t.s(&format!("section-{section}-title"));
    Supplement {
        title: t.f2("case-supplement", "number", own.number, "when", clock.full(own.sent_at)),
        asked: own.asked.items.iter().map(|item| Row::new(part(&item.section), item.said.clone())).collect(),
        changes: changes(visit, &own.before, &own.after),
        proof: proof::panel(visit, &view.mission.id, &own.proof, &own.file_sha256),
    }
}

fn papers(visit: &Visit, id: ApplicationId, view: &CaseView) -> Vec<Row> {
    let (t, kinds) = (visit.t(), &view.papers);
    let stamped = matches!(view.proof, ProofView::Eds { timestamp: Some(_), .. });
    let url = |kind: &str| visit.url(&format!("/desk/cases/{id}/papers/{kind}"));
    let sent_later = addenda(&t, kinds).into_iter().map(|(kind, label)| Row::new(label, url(&kind)));
    kinds
        .iter()
        .map(String::as_str)
        .filter(|kind| {
            ![
                "supplement-",
                "signed-supplement-",
                "refusal-before-",
                "certificate-blank-",
                "certificate-before-",
                "complaint-decision-",
            ]
            .iter()
            .any(|own| kind.starts_with(own))
        })
        .chain(["proof"])
        .chain(stamped.then_some("stamped"))
        .map(|kind| Row::new(t.s(&key("desk-paper-", kind)), url(kind)))
        .chain(sent_later)
        .chain(view.decisions.iter().flat_map(|own| {
            [("decision", "paper-link-decision"), ("decision-proof", "paper-link-decision-proof")]
                .map(|(kind, key)| Row::new(t.f(key, "number", own.number), url(&format!("{kind}-{}", own.number))))
        }))
        .chain(
            kinds
                .iter()
                .filter(|kind| kind.starts_with("complaint-decision-"))
                .map(|kind| Row::new(t.s("paper-link-complaint-decision"), url(kind))),
        )
        .chain(blank::papers(visit, id, view))
        .chain(kinds.iter().filter_map(|kind| {
            let aside =
                [("refusal-before-", "paper-link-refusal-before"), ("certificate-before-", "slip-paper-before")];
            let (_, words) = aside.into_iter().find(|(own, _)| kind.starts_with(own))?;
            Some(Row::new(t.s(words), url(kind)))
        }))
        .collect()
}

fn event(visit: &Visit, clock: &Clock<'_>, line: &TimelineLine) -> Event {
    let t = visit.t();
    let who = match &line.officer {
        Some(officer) => format!("{}, {}", officer.name, t.of(&officer.post)),
        None => t.s(&format!("desk-who-{}", line.actor_role.as_str())),
    };
    let who = match &line.for_whom {
        Some(name) => t.f2("desk-for-whom", "who", who, "name", name),
        None => who,
    };
    Event { title: t.s(&line.act), meta: format!("{} · {who}", clock.full(line.at)) }
}

fn told(visit: &Visit, clock: &Clock<'_>, notice: &Notice) -> Told {
    let t = visit.t();
    let delivery = |own: &Delivery| {
        let channel = t.s(&format!("desk-notice-channel-{}", own.channel.as_str()));
        let (key, at) = match (own.fate, own.sent_at) {
            (Fate::Delivered(at), _) => ("desk-notice-arrived", Some(at)),
            (Fate::Undelivered(at), _) => ("desk-notice-not-arrived", Some(at)),
            (Fate::Failed(at), _) => ("desk-notice-failed", Some(at)),
            (Fate::Unknown, Some(at)) => ("desk-notice-delivered", Some(at)),
            (Fate::Unknown, None) => ("desk-notice-waiting", None),
        };
        let at = at.map(|at| clock.full(at)).unwrap_or_default();
        t.all(key, &[("channel", channel), ("to", own.to.clone()), ("at", at)])
    };
    let mut deliveries = vec![t.s("desk-notice-portal")];
    deliveries.extend(notice.deliveries.iter().map(delivery));
    Told {
        lang: notice.lang.tag(),
        subject: notice.subject.clone(),
        at: clock.full(notice.at),
        body: notice.body.clone(),
        deliveries,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::application::StateKind;
    use domain::application::transition::open_acts;

    #[test]
    fn a_case_links_only_to_acts_that_are_open() {
        for state in StateKind::ALL {
            for role in Role::ALL {
                let open = open_acts(state, role);
                let links = links("/kk/desk/cases/x", &open);
                for page in PAGES {
                    let has = links.iter().any(|link| link.url.ends_with(&format!("/{}", page.noun)));
                    assert_eq!(has, open.contains(&page.act), "{} {} {}", state.as_str(), role.as_str(), page.noun);
                }
                if role != Role::Officer {
                    assert!(links.is_empty(), "{} {}", state.as_str(), role.as_str());
                }
            }
        }
    }
}
