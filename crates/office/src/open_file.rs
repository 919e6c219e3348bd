//! An officer opens the file of a case to its applicant (APPC 75): the list of what was done and by whom, the decisions, the notices to other bodies.
//! Only what a law protects is kept back (75(2)), and why is said. Notes of the desk to itself are no material of the case.

use crate::decline_registration::{plain, written};
use crate::motions::{self, New};
use crate::{Office, OfficeError, desk_act, letters};
use domain::actor::Actor;
use domain::application::{LetterKind, NotOpen};
use domain::decision::Decided;
use domain::ids::ApplicationId;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::motion::{FileItem, FileWay, Kind, Word};
use domain::outgoing::Outgoing;
use domain::paper::OfficerLine;
use jiff::Timestamp;
use service::Finding;
use service::checks::CheckKind;
use store::Tx;
use store::application::Application;
use store::motion::{Said, waiting};

/// What an officer typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// What is opened.
    pub items: Vec<FileItem>,
    /// Why the rest is not.
    pub withheld: String,
    /// When and where the person may look at it at the mission.
    pub visit: String,
}

/// Opens it.
///
/// # Errors
/// Findings at `withheld` where something is kept back without a reason, `visit` where the person wants to come and no time is said; `NotFound`;
/// `NotAllowed` for who decides no case; `Barred`; `NotOpen` where nothing waits.
pub async fn open(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    typed: Typed,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &actor, id).await?;
                let before = store::motion::of(tx, id).await?;
                let asked = asked(&before).ok_or(OfficeError::NotOpen(NotOpen::Act))?;
                let Word::AskFile { way } = asked.word else { return Err(OfficeError::NotOpen(NotOpen::Act)) };
                let (about, (items, withheld, visit)) = (asked.number, read(typed, way)?);
                let word = Word::OpenFile { items, withheld: withheld.clone(), visit: visit.clone() };
                let new = New { word, about: Some(about), awaits: None };
                motions::say(tx, &actor, &case, &before, new, &moment).await?;
                let says = |lang: Lang| {
                    let said = |key: &str, text: &str| match text {
                        "" => inner.texts().s(lang, &format!("{key}-none")),
                        text => text.to_owned(),
                    };
                    vec![("place", said("file-visit", &visit)), ("reason", said("file-withheld", &withheld))]
                };
                letters::motion::write(&inner, tx, LetterKind::FileOpened, &case, &says, &moment).await
            })
        })
        .await
}

/// What waits for an officer.
pub fn asked(said: &[Said]) -> Option<&Said> {
    waiting(said).into_iter().find(|own| own.word.kind() == Kind::SeeFile)
}

fn read(typed: Typed, way: FileWay) -> Result<(Vec<FileItem>, String, String), OfficeError> {
    let mut found = vec![];
    let is_whole = FileItem::ALL.into_iter().all(|own| typed.items.contains(&own));
    let mut text = |field: &str, text: String, is_asked: bool| match is_asked {
        false => plain(&text),
        true => written(field, text).unwrap_or_else(|error| {
            found.extend(match error {
                OfficeError::Findings(own) => own,
                _ => vec![Finding::new(field, "missing")],
            });
            String::new()
        }),
    };
    let withheld = if is_whole { String::new() } else { text("withheld", typed.withheld, true) };
    let visit = text("visit", typed.visit, way == FileWay::AtMission);
    if found.is_empty() { Ok((typed.items, withheld, visit)) } else { Err(OfficeError::Findings(found)) }
}

/// What was opened of the file, as its applicant reads it.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The last opening.
    pub said: Option<Said>,
    /// Every act: name in the journal, when, by whom of the desk. Where that was opened.
    pub acts: Vec<(String, Timestamp, Option<OfficerLine>)>,
    /// Notices to other bodies: which, when written. Where that was opened.
    pub notices: Vec<(Outgoing, Timestamp)>,
    /// Numbers of the decisions, each with its file and its proof. Where that was opened.
    pub decisions: Vec<u32>,
}

/// Acts that tell of other people, or of what a head has not answered yet: they are not in the list.
const TOLD_BY_NOTHING: [&str; 5] = [
    store::journal::CONFLICT,
    store::journal::JUDGE_LIKENESS,
    store::journal::PROPOSE_ANNULMENT,
    store::journal::DECLINE_ANNULMENT,
    "propose_slip",
];

/// What was opened to the applicant.
///
/// # Errors
/// `NotFound` for another person's case.
pub async fn opened(office: &Office, actor: &Actor, id: ApplicationId) -> Result<Opened, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &actor, id).await?;
                load(tx, &case).await
            })
        })
        .await
}

/// Was this part of the file opened, by the last word on it?
pub(crate) async fn gives(tx: &mut Tx, id: ApplicationId, item: FileItem) -> Result<bool, OfficeError> {
    let said = store::motion::of(tx, id).await?;
    let last = said.into_iter().rev().map(|own| own.word).find(|word| matches!(word, Word::OpenFile { .. }));
    Ok(matches!(last, Some(Word::OpenFile { items, .. }) if items.contains(&item)))
}

/// May the applicant read this decision once the file is open? One that was taken in spite of a look-alike tells of other people's cases, as
/// the official wrote it and as it is signed.
pub(crate) fn is_told(decided: &Decided) -> bool {
    let Decided::Grant { despite: Some(despite), .. } = decided else { return true };
    !despite.checks.iter().any(|check| check == CheckKind::Alike.as_str())
}

async fn load(tx: &mut Tx, case: &Application) -> Result<Opened, OfficeError> {
    let said = store::motion::of(tx, case.id).await?;
    let last = said.iter().rev().find(|own| matches!(own.word, Word::OpenFile { .. })).cloned();
    let Some(Word::OpenFile { items, .. }) = last.as_ref().map(|own| own.word.clone()) else {
        return Ok(Opened::default());
    };
    let mut opened = Opened { said: last, ..Opened::default() };
    if items.contains(&FileItem::Journal) {
        for line in store::journal::of_application(tx, case.id).await? {
            if TOLD_BY_NOTHING.contains(&line.act.as_str()) {
                continue;
            }
            let officer = line.actor.strip_prefix("officer:").and_then(|id| id.parse().ok());
            let officer = match officer {
                Some(officer) => store::officer::get(tx, officer).await?.map(|person| person.line),
                None => None,
            };
            opened.acts.push((line.act, line.at, officer));
        }
    }
    if items.contains(&FileItem::Decisions) {
        let decisions = store::decision::of(tx, case.id).await?.into_iter();
        opened.decisions = decisions.filter(|own| is_told(&own.statement.decided)).map(|own| own.number).collect();
    }
    if items.contains(&FileItem::Notices) {
        let notices = store::outgoing::of(tx, case.id).await?;
        opened.notices = notices.into_iter().map(|own| (own.kind, own.created_at)).collect();
    }
    Ok(opened)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::decision::Despite;

    #[test]
    fn a_decision_in_spite_of_a_look_alike_tells_of_others_and_is_not_told() {
        let granted = |checks: &[&str]| {
            let checks = checks.iter().map(|own| (*own).to_owned()).collect();
            Decided::Grant { despite: Some(Despite { checks, reason: "Record 12 of Paris is void".into() }) }
        };
        assert!(is_told(&Decided::Grant { despite: None }) && is_told(&granted(&["iin", "dates"])));
        assert!(!is_told(&granted(&["iin", "alike"])));
    }
}
