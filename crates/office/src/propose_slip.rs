//! An officer says which slip of the pen is in the certificate and what is right by the papers of the case (APPC 82(1)), or that what the applicant
//! pointed out is none. Nothing is put right before the head of the section agrees.

use crate::decline_registration::written;
use crate::motions::{self, New};
use crate::{Office, OfficeError, ask_slip, desk_act, letters, slips};
use domain::actor::Actor;
use domain::application::{LetterKind, NotOpen};
use domain::ids::ApplicationId;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::motion::{Kind, WaitsFor, Word};
use domain::slip::{Field, Slip, slips as slips_of};
use service::Finding;
use store::Tx;
use store::application::Application;
use store::motion::{Said, waiting};

/// What an officer typed: what is right in each field, and the paper that shows it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// What is right; a field that was not typed stays.
    pub right: Vec<(Field, String)>,
    /// The paper of the case.
    pub basis: String,
}

/// Says it.
///
/// # Errors
/// Findings at the fields' names, `slips` where nothing differs, `basis`; `NotFound`; `NotAllowed` for who decides no case; `Barred`; `NotOpen`
/// without a certificate, or while the head's word is awaited.
pub async fn propose(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    typed: Typed,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &actor, id).await?;
                let before = store::motion::of(tx, id).await?;
                let asked = for_officer(&before);
                if asked.is_none() && !ask_slip::is_open(case.state.kind(), &before) {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                let (slips, basis) = read(tx, &case, typed).await?;
                let (about, due) = (asked.map(|own| own.about), asked.and_then(|own| own.due_at));
                let word = Word::ProposeSlip { slips, basis };
                let new = New { word, about, awaits: Some((WaitsFor::Head, due)) };
                motions::say(tx, &actor, &case, &before, new, &moment).await
            })
        })
        .await
}

/// What was pointed out is no slip; the applicant reads why.
///
/// # Errors
/// Findings at `reason`; `NotFound`; `NotAllowed`; `Barred`; `NotOpen` where nothing that the applicant pointed out waits.
pub async fn refuse(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reason = written("reason", reason)?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &actor, id).await?;
                let before = store::motion::of(tx, id).await?;
                let asked = for_officer(&before).ok_or(OfficeError::NotOpen(NotOpen::Act))?;
                let word = Word::RefuseSlip { reason: reason.clone() };
                let new = New { word, about: Some(asked.about), awaits: None };
                motions::say(tx, &actor, &case, &before, new, &moment).await?;
                let says = |_: Lang| vec![("reason", reason.clone())];
                letters::motion::write(&inner, tx, LetterKind::SlipRefused, &case, &says, &moment).await
            })
        })
        .await
}

/// What an officer has to answer.
pub fn for_officer(said: &[Said]) -> Option<&Said> {
    let mut waits = waiting(said).into_iter();
    waits.find(|own| own.word.kind() == Kind::CorrectSlip && own.waits_for == Some(WaitsFor::Officer))
}

/// What was typed, against what the certificate says now.
async fn read(tx: &mut Tx, case: &Application, typed: Typed) -> Result<(Vec<Slip>, String), OfficeError> {
    let certified = slips::as_certified(tx, case).await?;
    let right = |field: Field| typed.right.iter().find(|(own, _)| *own == field).map(|(_, text)| text.clone());
    let mut found = vec![];
    let slips = slips_of(&certified, right).unwrap_or_else(|wrong| {
        found.extend(wrong.into_iter().map(|(field, code)| Finding::new(field.as_str(), code)));
        vec![]
    });
    if slips.is_empty() && found.is_empty() {
        found.push(Finding::new("slips", "missing"));
    }
    match written("basis", typed.basis) {
        Ok(basis) if found.is_empty() => Ok((slips, basis)),
        Err(OfficeError::Findings(own)) => Err(OfficeError::Findings(found.into_iter().chain(own).collect())),
        Err(other) => Err(other),
        Ok(_) => Err(OfficeError::Findings(found)),
    }
}
