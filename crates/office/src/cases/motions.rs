//! What the applicant asked for beside the decision, as the applicant or the desk reads it.

use super::desk::OWN_ACTS;
use crate::ask_recusal::{self, official_of};
use crate::{OfficeError, ask_file, ask_slip};
use domain::actor::Actor;
use domain::ids::OfficerId;
use domain::motion::Kind;
use domain::paper::OfficerLine;
use store::Tx;
use store::application::Application;
use store::motion::Said;

/// What was said, and what may be asked for.
#[derive(Clone, Debug, Default)]
pub struct MotionsView {
    /// What was said, the first word first; the applicant does not read what the desk says to itself.
    pub said: Vec<MotionLine>,
    /// What the reader may still ask for: the applicant only.
    pub may_ask: Vec<Kind>,
}

/// A word.
#[derive(Clone, Debug)]
pub struct MotionLine {
    /// As stored.
    pub said: Said,
    /// Who of the desk said it.
    pub by: Option<OfficerLine>,
    /// The official it is about.
    pub official: Option<OfficerLine>,
}

impl MotionsView {
    /// Locale keys of what waits for an answer.
    pub(super) fn flags(&self) -> Vec<String> {
        let words = self.words();
        let mut flags: Vec<String> = vec![];
        for own in store::motion::waiting(&words) {
            let key = flag(own.word.kind());
            if !flags.contains(&key) {
                flags.push(key);
            }
        }
        flags
    }

    /// The words alone.
    pub fn words(&self) -> Vec<Said> {
        self.said.iter().map(|own| own.said.clone()).collect()
    }
}

/// Loads it.
pub(super) async fn motions(tx: &mut Tx, actor: &Actor, case: &Application) -> Result<MotionsView, OfficeError> {
    let is_applicant = matches!(actor, Actor::Applicant(_));
    let all = store::motion::of(tx, case.id).await?;
    let may_ask = if is_applicant { open(case, &all) } else { vec![] };
    let mut said = vec![];
    for own in all {
        if is_applicant && OWN_ACTS.contains(&own.word.act()) {
            continue;
        }
        let official = line(tx, official_of(&own.word)).await?;
        let by = line(tx, own.said_by).await?;
        said.push(MotionLine { said: own, by, official });
    }
    Ok(MotionsView { said, may_ask })
}

/// Locale key of the mark that something of this kind waits.
pub(crate) fn flag(kind: Kind) -> String {
    format!("flag-motion-{}", kind.as_str().replace('_', "-"))
}

async fn line(tx: &mut Tx, officer: Option<OfficerId>) -> Result<Option<OfficerLine>, OfficeError> {
    match officer {
        Some(officer) => Ok(store::officer::get(tx, officer).await?.map(|own| own.line)),
        None => Ok(None),
    }
}

fn open(case: &Application, said: &[Said]) -> Vec<Kind> {
    let state = case.state.kind();
    let is_open = |own: &Kind| match own {
        Kind::Recusal => ask_recusal::is_open(state),
        Kind::SeeFile => ask_file::is_open(said),
        Kind::CorrectSlip => ask_slip::is_open(state, said),
    };
    Kind::ALL.into_iter().filter(is_open).collect()
}
