//! Decides whether an official goes on handling a case (APPC 67(3)-(11)): the head of the section, of the head the higher body, never the
//! official. Granted, they are kept from it as by a conflict of their own, and nobody of the mission lifts that.

use crate::ask_recusal::official_of;
use crate::decline_registration::written;
use crate::motions::{self, New};
use crate::workload::takes_cases_of;
use crate::{Office, OfficeError, declare_conflict, letters, permission, readings};
use domain::actor::Actor;
use domain::application::{LetterKind, NotOpen};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use domain::lang::Lang;
use domain::moment::Moment;
use domain::motion::{Kind, Word};
use domain::paper::OfficerLine;
use jiff::Timestamp;
use store::Tx;
use store::application::Application;
use store::motion::{Said, waiting};
use store::reading::What;

/// What was asked and answered, for who reads it.
#[derive(Clone, Debug)]
pub struct View {
    /// Reference of the case.
    pub reference: String,
    /// Its mission.
    pub mission: MissionId,
    /// The applicant.
    pub applicant: String,
    /// What was said, the first word first: the word, of whom, by whom.
    pub said: Vec<(Said, Option<OfficerLine>, Option<OfficerLine>)>,
    /// Which words wait for the reader, and may be answered by them.
    pub mine: Vec<u32>,
    /// Officers of the mission who could take the case, those who are asked about and who may not decide it left out.
    pub others: usize,
    /// The reader reads the case whole too.
    pub reads_case: bool,
}

/// What was asked about the officials of a case.
///
/// # Errors
/// `NotFound` for who may not read it, and where nothing was asked.
pub async fn get(office: &Office, actor: &Actor, id: ApplicationId, now: Timestamp) -> Result<View, OfficeError> {
    let asking = actor.clone();
    let view = office
        .read(move |tx| {
            Box::pin(async move {
                let (case, said) = load(tx, &asking, id).await?;
                view(tx, &asking, &case, said).await
            })
        })
        .await?;
    readings::note(office, actor, id, What::Case, now).await?;
    Ok(view)
}

/// Decides about the word of `seen_number`.
///
/// # Errors
/// Findings at `reason`; `NotFound`; `NotAllowed` for the official it is about and for who does not decide it; `Barred`; `NotOpen` where it
/// does not wait.
pub async fn decide(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    (seen_number, granted): (u32, bool),
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reason = written("reason", reason)?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (case, before) = load(tx, &actor, id).await?;
                let official = waiting_word(&actor, &case, &before, seen_number)?;
                declare_conflict::must_not_concern(tx, &actor, id).await?;
                let word = match granted {
                    true => Word::GrantRecusal { reason: reason.clone() },
                    false => Word::RefuseRecusal { reason: reason.clone() },
                };
                let new = New { word, about: Some(seen_number), awaits: None };
                motions::say(tx, &actor, &case, &before, new, &moment).await?;
                if granted && !declare_conflict::is_barred(tx, id, official).await? {
                    declare_conflict::say(tx, &actor, &case, (official, true, reason.clone()), &moment).await?;
                }
                let line = store::officer::get(tx, official).await?.ok_or(OfficeError::NotFound)?.line;
                tell(&inner, tx, &case, (line, granted, reason), &moment).await
            })
        })
        .await
}

/// Was the official kept from the case at the applicant's word? That stands: the decision is final (67(10)).
pub(crate) async fn is_recused(tx: &mut Tx, id: ApplicationId, officer: OfficerId) -> Result<bool, OfficeError> {
    Ok(recused(&store::motion::of(tx, id).await?).contains(&officer))
}

/// The officials who were kept from the case at the applicant's word.
pub fn recused(said: &[Said]) -> Vec<OfficerId> {
    let granted = said.iter().filter(|own| matches!(own.word, Word::GrantRecusal { .. }));
    granted.filter_map(|own| official(said, own.about)).collect()
}

fn official(said: &[Said], number: u32) -> Option<OfficerId> {
    said.iter().find(|own| own.number == number).and_then(|own| official_of(&own.word))
}

/// The case with its words, for who may read those on recusal.
async fn load(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(Application, Vec<Said>), OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    let said = store::motion::of(tx, id).await?;
    let own: Vec<&Said> = said.iter().filter(|own| own.word.kind() == Kind::Recusal).collect();
    permission::read_recusal(actor, &case, &own)?;
    if own.is_empty() { Err(OfficeError::NotFound) } else { Ok((case, said)) }
}

/// The official about whom `number` asks, where this person may answer it.
fn waiting_word(actor: &Actor, case: &Application, said: &[Said], number: u32) -> Result<OfficerId, OfficeError> {
    let waits = waiting(said).into_iter().find(|own| own.number == number && own.word.kind() == Kind::Recusal);
    let waits = waits.ok_or(OfficeError::NotOpen(NotOpen::Act))?;
    let official = official(said, number).ok_or(OfficeError::NotFound)?;
    permission::decide_recusal(actor, case, waits.waits_for, official)?;
    Ok(official)
}

async fn view(tx: &mut Tx, actor: &Actor, case: &Application, said: Vec<Said>) -> Result<View, OfficeError> {
    let barred = declare_conflict::is_barred(tx, case.id, permission::staff(actor)?).await?;
    let numbers = said.iter().map(|own| own.number);
    let mine: Vec<u32> =
        numbers.filter(|number| !barred && waiting_word(actor, case, &said, *number).is_ok()).collect();
    let mut lines = vec![];
    for own in said.iter().filter(|own| own.word.kind() == Kind::Recusal) {
        let of = line(tx, official(&said, own.about)).await?;
        let by = line(tx, own.said_by).await?;
        lines.push((own.clone(), of, by));
    }
    Ok(View {
        reference: case.reference.clone(),
        mission: case.mission.clone(),
        applicant: case.request.applicant.name.official(),
        others: others(tx, case, &said).await?,
        reads_case: permission::read_whole(tx, actor, case).await.is_ok(),
        said: lines,
        mine,
    })
}

async fn line(tx: &mut Tx, officer: Option<OfficerId>) -> Result<Option<OfficerLine>, OfficeError> {
    match officer {
        Some(officer) => Ok(store::officer::get(tx, officer).await?.map(|person| person.line)),
        None => Ok(None),
    }
}

/// Officers who could take the case if what waits is granted.
async fn others(tx: &mut Tx, case: &Application, said: &[Said]) -> Result<usize, OfficeError> {
    let conflicts = store::conflict::of(tx, case.id).await?;
    let asked: Vec<OfficerId> = waiting(said).into_iter().filter_map(|own| official_of(&own.word)).collect();
    let people = store::officer::list(tx).await?;
    let takes = people.iter().filter(|own| takes_cases_of(own, &case.mission) && !asked.contains(&own.id));
    Ok(takes.filter(|own| !store::conflict::bars(&conflicts, own.id)).count())
}

/// Within two working days of the decision (67(11)): with it.
async fn tell(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    (line, granted, reason): (OfficerLine, bool, String),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let key = if granted { "recusal-decision-granted" } else { "recusal-decision-refused" };
    let says = |lang: Lang| {
        vec![
            ("official", format!("{}, {}", line.name, line.post.get(lang))),
            ("decision", office.texts().s(lang, key)),
            ("reason", reason.clone()),
        ]
    };
    letters::motion::write(office, tx, LetterKind::RecusalDecided, case, &says, moment).await
}
