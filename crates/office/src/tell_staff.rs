//! Warns the staff while a term passes: who has the case (or stands in for them) and the head of the mission, at the shares that the passport
//! names and at the end. A job; of each share once for each term. What is told at one time goes to a person in one letter.

use crate::{Office, OfficeError, declare_conflict, leave, letters};
use domain::actor::{Actor, Role};
use domain::deadline::{Channel, share_passed};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use domain::moment::Moment;
use jiff::Timestamp;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
use store::application::Application;
use store::journal::Entry;
use store::outbox::{Channel as Way, Letter};
use store::warning::Told;

/// Name of the letter in the outbox.
pub(crate) const KIND: &str = "staff_warning";
/// Cases of one round.
const BATCH: i64 = 200;
/// Cases that one letter names; of the rest it says how many there are.
const NAMED_MAX: usize = 30;
/// The share of a term that is its end.
pub const END_PERCENT: u32 = 100;

/// One round; of how many cases somebody was told.
///
/// # Errors
/// Faults of the store. A mission that fails does not stop the others: it is logged.
pub(crate) async fn tell_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    plan(office).await?;
    let now = moment.now;
    let due = office.read(move |tx| Box::pin(async move { Ok(store::warning::due(tx, now, BATCH).await?) })).await?;
    let mut by_mission: BTreeMap<MissionId, Vec<ApplicationId>> = BTreeMap::new();
    for (mission, id) in due {
        by_mission.entry(mission).or_default().push(id);
    }
    let mut told = 0;
    for (mission, cases) in by_mission {
        match tell(office, mission.clone(), cases, moment).await {
            Ok(done) => told += done,
            Err(error) => tracing::error!(mission = %mission.0, %error, "the staff could not be warned"),
        }
    }
    Ok(told)
}

/// Plans the first warning of terms that have none.
async fn plan(office: &Office) -> Result<(), OfficeError> {
    let waiting =
        office.read(move |tx| Box::pin(async move { Ok(store::warning::unplanned(tx, BATCH).await?) })).await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let inner = office.clone();
    office
        .write(move |tx| {
            Box::pin(async move {
                for id in waiting {
                    let Some(case) = readable(tx, id).await else { continue };
                    let next = steps(&inner, &case).first().map(|(_, at)| *at);
                    store::warning::note(tx, id, Some(Told { percent: 0, next, near: false })).await?;
                }
                Ok(())
            })
        })
        .await
}

/// The case. One that cannot be read is logged and keeps no other waiting.
async fn readable(tx: &mut Tx, id: ApplicationId) -> Option<Application> {
    match store::application::get(tx, id).await {
        Ok(case) => case,
        Err(error) => {
            tracing::error!(application = %id, %error, "nobody could be warned of this case");
            None
        }
    }
}

/// The shares of a case's term and when they have passed, rising. Where the registers do not tell, its end alone: a case must not stop the job.
fn steps(office: &Office, case: &Application) -> Vec<(u32, Timestamp)> {
    let passport = office.catalogue().passport();
    let days = match case.channel {
        Channel::Portal => passport.term.portal_working_days,
        Channel::Paper => passport.term.paper_working_days,
    };
    let calendar = office.catalogue().calendar(&case.mission);
    let at = |share| calendar.and_then(|own| share_passed(case.due_at, days, share, own).ok()).map(|at| (share, at));
    passport.warned_at().iter().filter_map(|share| at(*share)).chain([(END_PERCENT, case.due_at)]).collect()
}

/// What a person is told of a case.
struct Line {
    reference: String,
    share: u32,
    due_at: Timestamp,
}

async fn tell(
    office: &Office,
    mission: MissionId,
    cases: Vec<ApplicationId>,
    moment: &Moment,
) -> Result<usize, OfficeError> {
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let heads = heads(tx, &mission, moment.now).await?;
                let mut digests: BTreeMap<OfficerId, Vec<Line>> = BTreeMap::new();
                let mut told = 0;
                for id in cases {
                    let Some(case) = readable(tx, id).await else { continue };
                    let Some(share) = note(&inner, tx, &case, moment.now).await? else { continue };
                    let people = people(tx, &case, &heads, moment.now).await?;
                    write_down(tx, &case, share, &people, &moment).await?;
                    for person in people {
                        let (reference, due_at) = (case.reference.clone(), case.due_at);
                        digests.entry(person).or_default().push(Line { reference, share, due_at });
                    }
                    told += 1;
                }
                for (person, lines) in digests {
                    if let Some(letter) = letter(&inner, tx, (person, &mission), &lines, &moment).await? {
                        store::outbox::insert(tx, &letter).await?;
                    }
                }
                Ok(told)
            })
        })
        .await
}

/// Notes the last share that has passed; `None` where none has, or the term was met or begun anew since it was looked up.
async fn note(office: &Office, tx: &mut Tx, case: &Application, now: Timestamp) -> Result<Option<u32>, OfficeError> {
    let before = store::warning::told(tx, case.id).await?;
    let Some(before) = before.filter(|own| own.next.is_some_and(|at| at <= now)) else { return Ok(None) };
    if !case.state.kind().term_runs() || case.term_met_at.is_some() {
        // Met since it was looked up: nothing comes any more.
        store::warning::note(tx, case.id, Some(Told { next: None, ..before })).await?;
        return Ok(None);
    }
    let steps = steps(office, case);
    let passed = steps.iter().rev().find(|(_, at)| *at <= now).map(|(share, _)| *share);
    let next = steps.iter().find(|(_, at)| *at > now).map(|(_, at)| *at);
    let last = office.catalogue().passport().warned_at().last().copied().unwrap_or(END_PERCENT);
    let share = passed.unwrap_or_default();
    let told = Told { percent: i64::from(share).max(before.percent), next, near: share >= last };
    store::warning::note(tx, case.id, Some(told)).await?;
    Ok(passed.filter(|share| i64::from(*share) > before.percent))
}

async fn write_down(
    tx: &mut Tx,
    case: &Application,
    share: u32,
    people: &BTreeSet<OfficerId>,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let facts = [("term", json!(case.due_at)), ("percent", json!(share)), ("told", json!(people))];
    let entry = Entry {
        application: Some(case.id),
        act: store::journal::TELL_STAFF,
        actor: &Actor::System,
        at: moment.now,
        commitments: facts.map(|(what, value)| (what.to_owned(), value)).into(),
    };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

/// The heads of a mission, or where it has none its officers: those who are there, and those who stand in for one.
async fn heads(tx: &mut Tx, mission: &MissionId, now: Timestamp) -> Result<BTreeSet<OfficerId>, OfficeError> {
    let all = store::officer::list(tx).await?;
    let of = |role: Role| {
        let here =
            all.iter().filter(move |own| own.active && own.role == role && own.mission.as_ref() == Some(mission));
        here.map(|own| own.id).collect::<Vec<_>>()
    };
    let told = Some(of(Role::Supervisor)).filter(|heads| !heads.is_empty()).unwrap_or_else(|| of(Role::Officer));
    let mut people = BTreeSet::new();
    for person in told {
        people.insert(at_work(tx, person, mission, now).await?);
    }
    Ok(people)
}

async fn at_work(
    tx: &mut Tx,
    officer: OfficerId,
    mission: &MissionId,
    now: Timestamp,
) -> Result<OfficerId, OfficeError> {
    Ok(leave::away(tx, officer, mission, now).await?.map_or(officer, |own| own.substitute))
}

/// Who is told of a case: who has it, or stands in for them, and the heads; nobody who may not decide it (Family Code 179(4)).
async fn people(
    tx: &mut Tx,
    case: &Application,
    heads: &BTreeSet<OfficerId>,
    now: Timestamp,
) -> Result<BTreeSet<OfficerId>, OfficeError> {
    let mut people = heads.clone();
    if let Some(officer) = case.assignee {
        people.insert(at_work(tx, officer, &case.mission, now).await?);
    }
    let mut free = BTreeSet::new();
    for person in people {
        if !declare_conflict::is_barred(tx, case.id, person).await? {
            free.insert(person);
        }
    }
    Ok(free)
}

/// The letter to who wants one: references and times, no names.
async fn letter(
    office: &Office,
    tx: &mut Tx,
    (person, mission): (OfficerId, &MissionId),
    lines: &[Line],
    moment: &Moment,
) -> Result<Option<Letter>, OfficeError> {
    let Some((email, lang)) = store::warning::mail(tx, person).await? else { return Ok(None) };
    let Some(mission) = office.catalogue().mission(mission) else { return Ok(None) };
    let text = |key: &str, args: &[(&str, String)]| {
        let args: Vec<(&str, service::Value)> =
            args.iter().map(|(name, value)| (*name, service::Value::Text(value.clone()))).collect();
        office.texts().f(lang, key, &args)
    };
    let said = |own: &Line| {
        let key = if own.share >= END_PERCENT { "staff-warning-over" } else { "staff-warning-passed" };
        let due = office.texts().moment_at(lang, own.due_at, &letters::zone_of(mission), &mission.city);
        text(key, &[("reference", own.reference.clone()), ("percent", own.share.to_string()), ("due", due)])
    };
    let mut named: Vec<String> = lines.iter().take(NAMED_MAX).map(said).collect();
    if lines.len() > NAMED_MAX {
        named.push(text("staff-warning-more", &[("count", (lines.len() - NAMED_MAX).to_string())]));
    }
    let url = format!("{}/{}/desk/queue", office.settings().host, lang.tag());
    let args = [("cases", named.join("\n")), ("count", lines.len().to_string()), ("url", url)];
    let words = (text("letter-staff-warning-subject", &args), text("letter-staff-warning-body", &args));
    let id = moment.uuid(&format!("warning to {person} of {}", mission.id.0));
    Ok(Some(Letter::to_leave(id, KIND, (Way::Email, &email), lang, words, moment.now)))
}
