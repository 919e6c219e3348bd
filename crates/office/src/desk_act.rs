//! The common shape of every act on an application: look who asks, load, ask the domain, then store the state, the journal
//! entry and the letters, all in the caller's transaction.

use crate::{Fault, Office, OfficeError, declare_conflict, hearing, letters, outgoing, permission, send};
use domain::actor::Actor;
use domain::application::{Act, ActKind, Event, State, StateKind, transition};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::Tx;
use store::application::Application;

/// Who does what to which version of a case.
pub struct Doing<'d> {
    /// Who.
    pub actor: &'d Actor,
    /// When, with randomness.
    pub moment: &'d Moment,
    /// The version the person saw; another one means that somebody was first.
    pub seen_version: i64,
}

/// Loads one's own case, for an applicant.
pub async fn load_own(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<Application, OfficeError> {
    permission::applicant(actor)?;
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    permission::read_case(actor, &case)?;
    Ok(case)
}

/// Loads a case that `actor` may act on.
pub async fn load(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<Application, OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    permission::act_on_case(actor, &case)?;
    declare_conflict::must_not_concern(tx, actor, id).await?;
    Ok(case)
}

/// Does `act` to `case`. Further things to commit to in the journal come in `evidence`.
pub async fn perform(
    office: &Office,
    tx: &mut Tx,
    case: &mut Application,
    act: Act,
    doing: &Doing<'_>,
    evidence: &[(&str, Value)],
) -> Result<(), OfficeError> {
    if case.version != doing.seen_version {
        return Err(OfficeError::Stale);
    }
    let kind = act.kind();
    let now = doing.moment.now;
    let had_seat = case.state.kind() == StateKind::Ready;
    let (state, events) = transition(case.state.clone(), act, doing.actor.role(), now)?;
    if events.contains(&Event::TermMet) && case.term_met_at.is_none() {
        case.term_met_at = Some(now);
    }
    let mut commitments: BTreeMap<String, Value> =
        evidence.iter().map(|(what, value)| ((*what).to_owned(), value.clone())).collect();
    commitments.extend(term(office, tx, case, (&state, &events), now).await?);
    // A reminder must not make stale what an officer or the applicant is filling in.
    let quiet = matches!(kind, ActKind::RemindCorrection | ActKind::RemindCollection);
    let saved = match quiet {
        true => store::application::note_state(tx, case.id, case.version, &state).await?,
        false => store::application::save_state(tx, case.id, case.version, &state, case.term_met_at).await?,
    };
    if !saved {
        return Err(OfficeError::Stale);
    }
    case.state = state;
    case.version += i64::from(!quiet);
    // A seat belongs to an appointment that is still to come.
    if had_seat && case.state.kind() != StateKind::Ready {
        store::appointment::free(tx, case.id).await?;
    }
    if let Some(step) = case.state.hearing() {
        store::hearing::insert(tx, case.id, step, now).await?;
    }
    for event in events {
        commitments.extend(follow(office, tx, case, event, doing.moment).await?);
    }
    let state = serde_json::to_value(&case.state).map_err(|error| Fault::Broken(format!("state: {error}")))?;
    commitments.insert("state".to_owned(), state);
    commitments.insert("version".to_owned(), json!(case.version));
    let entry = store::journal::Entry {
        application: Some(case.id),
        act: kind.as_str(),
        actor: doing.actor,
        at: now,
        commitments,
    };
    store::journal::append(tx, &entry, doing.moment).await?;
    Ok(())
}

/// Moves the end of the term where the act moves it; what the act's entry commits to of it.
async fn term(
    office: &Office,
    tx: &mut Tx,
    case: &mut Application,
    (state, events): (&State, &[Event]),
    now: Timestamp,
) -> Result<BTreeMap<String, Value>, OfficeError> {
    if events.contains(&Event::TermBegins) {
        case.due_at = send::due_at(office, &case.mission, case.channel, now)?;
        case.term_met_at = None;
    } else if let Some(due_at) = hearing::waits_until(case.due_at, state, events, now) {
        case.due_at = due_at;
    } else {
        return Ok(BTreeMap::new());
    }
    store::application::begin_term(tx, case.id, case.due_at).await?;
    Ok(store::journal::term(case.due_at))
}

/// Writes what follows from an act and leaves the house; what the act's entry commits to of it.
async fn follow(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    event: Event,
    moment: &Moment,
) -> Result<Option<(String, Value)>, OfficeError> {
    match event {
        Event::Letter(letter) => {
            for row in letters::rows(office, tx, letter, case, &case.state, moment).await? {
                store::outbox::insert(tx, &row).await?;
            }
            Ok(None)
        }
        Event::DeathRegistered => outgoing::write(office, tx, case, moment).await.map(Some),
        Event::RecordAnnulled => outgoing::write_annulled(office, tx, case, moment).await.map(Some),
        Event::RecordReinstated => outgoing::write_reinstated(office, tx, case, moment).await.map(Some),
        Event::CertificateCorrected => outgoing::write_corrected(office, tx, case, moment).await.map(Some),
        Event::TermMet | Event::TermBegins | Event::TermWaits => Ok(None),
    }
}

/// One act that needs nothing but itself, as a whole verb.
pub async fn simple(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    act: Act,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = load(tx, &actor, id).await?;
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                perform(&inner, tx, &mut case, act, &doing, &[]).await
            })
        })
        .await
}
