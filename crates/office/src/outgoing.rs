//! Notices to other bodies that follow from a registered death: written with the record, handed over by a loop of its own, at least once,
//! for as long as it takes. What each says is `docs/outgoing-notices.md`. The act never waits for a receiver.

use crate::{Fault, Office, OfficeError, permission, slips};
use domain::actor::Actor;
use domain::application::State;
use domain::certificate::ActRecord;
use domain::complaint::Subject;
use domain::moment::Moment;
use domain::motion::Word;
use domain::outgoing::Outgoing;
use domain::request::{Deceased, IdentifiedDeceased};
use domain::slip::corrected;
use futures_util::future::join_all;
use gateways::{NotTaken, Webhook};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use store::Tx;
use store::application::Application;
use store::complaint::Filed;
use store::outgoing::{Health, Notice};

/// Longer than a receiver may take to answer.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// Notices of one kind that one round hands over.
const ROUND_MAX: usize = 50;
const WAIT_MAX: SignedDuration = SignedDuration::from_hours(1);

/// Who takes which notices.
pub type Receivers = BTreeMap<Outgoing, Webhook>;

/// Writes the notices that the record of this case owes, and says what the act's entry commits to of them.
pub(crate) async fn write(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    moment: &Moment,
) -> Result<(String, Value), OfficeError> {
    let State::Granted { record, .. } = &case.state else {
        return Err(Fault::Broken(format!("case {}: no record to tell of", case.id)).into());
    };
    let told = |kind: Outgoing| Some((format!("kz.elshi.{}.v1", kind.as_str()), data(kind, case, record)));
    write_each(office, tx, case, record, moment, told).await
}

/// Writes to every body that was told of the record that it is void.
pub(crate) async fn write_annulled(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    moment: &Moment,
) -> Result<(String, Value), OfficeError> {
    let State::Annulled { record, annulment, annulled_at, .. } = &case.state else {
        return Err(Fault::Broken(format!("case {}: its record is not annulled", case.id)).into());
    };
    let told = |kind: Outgoing| {
        let more = [("annulled_at", annulled_at.to_string()), ("basis", annulment.basis.as_str().to_owned())];
        Some((format!("kz.elshi.{}.annulled.v1", kind.as_str()), of_record(case, record, more)))
    };
    write_each(office, tx, case, record, moment, told).await
}

/// Writes to every body that was told what a corrected certificate says otherwise (APPC 82); who was told nothing of that learns nothing.
pub(crate) async fn write_corrected(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    moment: &Moment,
) -> Result<(String, Value), OfficeError> {
    let said = store::motion::of(tx, case.id).await?;
    let record = case.state.record().ok_or_else(|| Fault::Broken(format!("case {}: no record to tell of", case.id)))?;
    let slips = slips::agreed(&said);
    let last = said.iter().rev().find_map(|own| match &own.word {
        Word::CorrectCertificate { slips, .. } => Some(slips.len()),
        _ => None,
    });
    let earlier = slips.len().saturating_sub(last.unwrap_or_default());
    let as_of = |count: usize| Application {
        request: corrected(&case.request, slips.get(..count).unwrap_or_default()),
        ..case.clone()
    };
    let (before, after) = (as_of(earlier), as_of(slips.len()));
    let told = |kind: Outgoing| {
        let mut now = data(kind, &after, record);
        if now == data(kind, &before, record) {
            return None;
        }
        if let Value::Object(fields) = &mut now {
            fields.insert("corrected_at".to_owned(), json!(moment.now.to_string()));
        }
        Some((format!("kz.elshi.{}.corrected.v1", kind.as_str()), now))
    };
    write_each(office, tx, case, record, moment, told).await
}

/// Writes to the same bodies that the annulment was cancelled.
pub(crate) async fn write_reinstated(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    moment: &Moment,
) -> Result<(String, Value), OfficeError> {
    let record = case.state.record().ok_or_else(|| Fault::Broken(format!("case {}: no record stands", case.id)))?;
    let told = |kind: Outgoing| {
        let more = [("reinstated_at", moment.now.to_string())];
        Some((format!("kz.elshi.{}.reinstated.v1", kind.as_str()), of_record(case, record, more)))
    };
    write_each(office, tx, case, record, moment, told).await
}

/// Writes to them that a complaint suspended the annulment (APPC 96(1)); `None` where the complaint is about something else, or the annulment says
/// why it stays in force (96(2)).
pub(crate) async fn write_suspended(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    own: &Filed,
    moment: &Moment,
) -> Result<Option<(String, Value)>, OfficeError> {
    write_of_complaint(office, tx, case, own, ("annulment_suspended", moment)).await
}

/// Writes to them that the annulment is carried out again: the complaint was not satisfied, or its term passed. `None` as above, and where
/// that was told when the term passed.
pub(crate) async fn write_resumed(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    own: &Filed,
    moment: &Moment,
) -> Result<Option<(String, Value)>, OfficeError> {
    match own.silence_told {
        true => Ok(None),
        false => write_of_complaint(office, tx, case, own, ("annulment_resumed", moment)).await,
    }
}

async fn write_of_complaint(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    own: &Filed,
    (what, moment): (&str, &Moment),
) -> Result<Option<(String, Value)>, OfficeError> {
    let State::Annulled { record, annulment, .. } = &case.state else { return Ok(None) };
    if own.body.subject != Subject::Annulment || !annulment.not_suspended.is_empty() {
        return Ok(None);
    }
    let told = |kind: Outgoing| {
        let more = [("at", moment.now.to_string())];
        Some((format!("kz.elshi.{}.{what}.v1", kind.as_str()), of_record(case, record, more)))
    };
    write_each(office, tx, case, record, moment, told).await.map(Some)
}

/// What a later notice says of a record that the receiver has: which one, and what became of it.
fn of_record<const N: usize>(case: &Application, record: &ActRecord, more: [(&str, String); N]) -> Value {
    let own = [
        ("record_number", record.number.clone()),
        ("record_date", record.date.to_string()),
        ("mission", case.mission.0.clone()),
    ];
    own.into_iter()
        .chain(more)
        .map(|(name, value)| (name.to_owned(), Value::String(value)))
        .collect::<Map<_, _>>()
        .into()
}

async fn write_each(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    record: &ActRecord,
    moment: &Moment,
    told: impl Fn(Outgoing) -> Option<(String, Value)>,
) -> Result<(String, Value), OfficeError> {
    let mut notices = vec![];
    for kind in Outgoing::ALL.into_iter().filter(|kind| kind.is_owed(&case.request.deceased)) {
        let Some(told) = told(kind) else { continue };
        let id = moment.uuid(kind.as_str());
        let event = event(office, told, record, &id.to_string(), moment.now);
        let notice = Notice {
            id,
            application: case.id,
            kind,
            body: serde_json::to_vec(&event).map_err(|error| Fault::Broken(format!("notice: {error}")))?,
            created_at: moment.now,
            attempts: 0,
            next_at: moment.now,
            taken_at: None,
            last_error: None,
        };
        store::outgoing::insert(tx, &notice).await?;
        notices.push(notice);
    }
    Ok(store::journal::notifying(&notices))
}

/// A CloudEvents 1.0 event in JSON.
fn event(office: &Office, (kind, data): (String, Value), record: &ActRecord, id: &str, now: Timestamp) -> Value {
    json!({
        "specversion": "1.0",
        "id": id,
        "source": office.settings().host,
        "type": kind,
        "subject": record.number,
        "time": now.to_string(),
        "datacontenttype": "application/json",
        "data": data,
    })
}

/// Each body learns what its duty needs and nothing else.
fn data(kind: Outgoing, case: &Application, record: &ActRecord) -> Value {
    let request = &case.request;
    let mut data = Map::new();
    data.insert("record_number".to_owned(), json!(record.number));
    data.insert("record_date".to_owned(), json!(record.date.to_string()));
    data.insert("mission".to_owned(), json!(case.mission.0));
    data.insert("death_date".to_owned(), json!(request.death.date));
    if let Deceased::Identified(person) = &request.deceased {
        match kind {
            Outgoing::KeyRevocation => drop(data.insert("iin".to_owned(), json!(person.iin))),
            Outgoing::ConsularDeregistration => named(&mut data, person),
            Outgoing::RegisterCopy => {
                named(&mut data, person);
                known(&mut data, person);
            }
        }
    }
    if kind == Outgoing::RegisterCopy {
        if let Deceased::Unidentified { description, sex } = &request.deceased {
            data.insert("unidentified".to_owned(), json!({ "description": description, "sex": sex }));
        }
        data.insert("death_country".to_owned(), json!(request.death.country));
        data.insert("death_place".to_owned(), json!(request.death.place));
        data.insert("cause".to_owned(), json!(request.cause));
        data.insert("basis".to_owned(), json!(request.basis));
        let applicant = &request.applicant;
        data.insert("applicant".to_owned(), json!({ "name": applicant.name, "address": applicant.address }));
    }
    Value::Object(data)
}

fn named(data: &mut Map<String, Value>, person: &IdentifiedDeceased) {
    data.insert("iin".to_owned(), json!(person.iin));
    data.insert("name".to_owned(), json!(person.name));
    data.insert("born".to_owned(), json!(person.born));
}

/// What else the record holds of the person (Family Code 272).
fn known(data: &mut Map<String, Value>, person: &IdentifiedDeceased) {
    data.insert("birth_country".to_owned(), json!(person.birth_country));
    data.insert("birth_place".to_owned(), json!(person.birth_place));
    data.insert("residence".to_owned(), json!(person.residence));
    data.insert("sex".to_owned(), json!(person.sex));
    data.insert("citizenship".to_owned(), json!(person.citizenship));
    data.insert("ethnicity".to_owned(), json!(person.ethnicity));
    data.insert("marital_status".to_owned(), json!(person.marital_status));
}

/// Hands over what is due. `fresh` gives the moment of each try.
///
/// # Errors
/// Faults of the store; what a receiver says is written on the notice and tried again later.
pub async fn round(office: &Office, fresh: impl Fn() -> Result<Moment, String> + Sync) -> Result<usize, OfficeError> {
    // Side by side: a body that answers slowly keeps no other waiting.
    let receivers = office.parts().receivers.iter();
    let rounds = join_all(receivers.map(|(kind, receiver)| serve(office, *kind, receiver, &fresh))).await;
    rounds.into_iter().sum()
}

async fn serve(
    office: &Office,
    kind: Outgoing,
    receiver: &Webhook,
    fresh: &(impl Fn() -> Result<Moment, String> + Sync),
) -> Result<usize, OfficeError> {
    for handed in 0..ROUND_MAX {
        let now = fresh().map_err(Fault::Broken)?.now;
        let claimed = office
            .write(move |tx| Box::pin(async move { Ok(store::outgoing::claim(tx, kind, now, LEASE).await?) }))
            .await?;
        let Some(notice) = claimed else { return Ok(handed) };
        if !hand_over(office, receiver, notice, now).await? {
            return Ok(handed);
        }
    }
    Ok(ROUND_MAX)
}

/// False when the receiver serves nobody now.
async fn hand_over(office: &Office, receiver: &Webhook, notice: Notice, now: Timestamp) -> Result<bool, OfficeError> {
    let Notice { id, kind, attempts, body, .. } = notice;
    let done = receiver.deliver(&id.to_string(), now, body).await;
    let next = now + wait(attempts);
    if let Err(error) = &done {
        tracing::warn!(notice = %id, kind = kind.as_str(), %error, "notice not taken, will be tried again");
    }
    let goes_on = !matches!(done, Err(NotTaken::Nobody(_)));
    office
        .write(move |tx| {
            Box::pin(async move {
                match done {
                    Ok(()) => drop(store::outgoing::taken(tx, id, now).await?),
                    Err(NotTaken::ThisOne(why)) => store::outgoing::failed(tx, id, next, &why).await?,
                    Err(NotTaken::Nobody(why)) => {
                        store::outgoing::failed(tx, id, next, &why).await?;
                        store::outgoing::rest(tx, kind, next).await?;
                    }
                }
                Ok(())
            })
        })
        .await?;
    Ok(goes_on)
}

/// 1, 2, 4 ... minutes, at most an hour; a duty of the law does not end by itself.
fn wait(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.saturating_sub(1).clamp(0, 10)).unwrap_or(0);
    SignedDuration::from_mins(1_i64 << doublings).min(WAIT_MAX)
}

/// One kind of notice, for the administrator.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Which.
    pub kind: Outgoing,
    /// Host of its receiver; `None`: nobody takes it, and its notices wait.
    pub receiver: Option<String>,
    /// How they are.
    pub health: Health,
}

/// How all notices are.
///
/// # Errors
/// `NotAllowed` for everybody but administrators of the whole installation.
pub async fn standing(office: &Office, actor: &Actor) -> Result<Vec<Standing>, OfficeError> {
    permission::reads_installation(actor)?;
    let mut healths = office
        .read(move |tx| {
            Box::pin(async move {
                let mut all = BTreeMap::new();
                for kind in Outgoing::ALL {
                    all.insert(kind, store::outgoing::health(tx, kind).await?);
                }
                Ok(all)
            })
        })
        .await?;
    let receivers = &office.parts().receivers;
    let standing = |kind: Outgoing| Standing {
        kind,
        receiver: receivers.get(&kind).map(Webhook::describe),
        health: healths.remove(&kind).unwrap_or_default(),
    };
    Ok(Outgoing::ALL.into_iter().map(standing).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_a_minute_to_an_hour() {
        let minutes: Vec<i64> = [1, 2, 3, 6, 7, 40].into_iter().map(|tries| wait(tries).as_secs() / 60).collect();
        assert_eq!(minutes, [1, 2, 4, 32, 60, 60]);
    }
}
