//! Whose act a complaint is about: the official is named in it (APPC 93(2)) and decides nothing about it (97(2)).

use crate::OfficeError;
use domain::actor::Actor;
use domain::application::ActKind;
use domain::complaint::Subject;
use domain::ids::OfficerId;
use domain::paper::OfficerLine;
use jiff::Timestamp;
use store::Tx;
use store::journal::TimelineEntry;

/// Did `actor` do, or leave undone, what a complaint of `subject` is about? A refusal, a return and a declined registration are one act; an annulment is two
/// people's. The term
/// was let pass by whoever has the case, or acted on it; where it may be about anything, by whoever acted on it. To give a case out, to
/// answer a complaint and to check a signature again are no acts on the case.
pub(crate) fn is_by(actor: &Actor, timeline: &[TimelineEntry], subject: Subject, assignee: Option<OfficerId>) -> bool {
    let me = actor.journal_id();
    let counts = |name: &str| match subject.act() {
        // Who proposed an annulment annulled as much as who agreed.
        Some(ActKind::Annul) => [ActKind::Annul.as_str(), store::journal::PROPOSE_ANNULMENT].contains(&name),
        Some(act) => act.as_str() == name,
        None => ActKind::ALL.iter().any(|act| act.as_str() == name) || ON_MOTIONS.contains(&name),
    };
    let has_it = matches!(actor, Actor::Staff { officer, .. } if assignee == Some(*officer));
    (subject == Subject::DeadlineMissed && has_it) || timeline.iter().any(|line| line.actor == me && counts(&line.act))
}

/// What officials say to what an applicant asks beside the decision (`domain::motion`): acts that may be complained of, too.
const ON_MOTIONS: [&str; 6] =
    ["grant_recusal", "refuse_recusal", "open_file", "decline_slip", "refuse_slip", "correct_certificate"];

/// When somebody of the mission, or the system for it, last acted on the case.
pub(crate) fn last_act<'t>(timeline: impl Iterator<Item = &'t TimelineEntry>) -> Option<Timestamp> {
    let acted = |line: &&TimelineEntry| {
        !line.actor.starts_with("account:") && ActKind::ALL.iter().any(|act| act.as_str() == line.act)
    };
    timeline.filter(acted).map(|line| line.at).max()
}

/// Name and post of the one who did, last, what the complaint is about; nobody where it may be about anything.
///
/// # Errors
/// Storage only.
pub(crate) async fn official(
    tx: &mut Tx,
    timeline: &[TimelineEntry],
    subject: Option<Subject>,
) -> Result<Option<OfficerLine>, OfficeError> {
    let Some(act) = subject.and_then(Subject::act) else { return Ok(None) };
    let last = timeline.iter().rev().find(|line| line.act == act.as_str());
    let id = last.and_then(|line| line.actor.strip_prefix("officer:")).and_then(|id| id.parse::<OfficerId>().ok());
    let Some(id) = id else { return Ok(None) };
    Ok(store::officer::get(tx, id).await?.map(|person| person.line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::actor::Role;
    use domain::complaint::{Answer, Decision};
    use uuid::Uuid;

    fn officer(number: u128, role: Role) -> Actor {
        Actor::Staff { officer: OfficerId(Uuid::from_u128(number)), role, mission: None }
    }

    fn did(actor: &Actor, act: &str) -> TimelineEntry {
        TimelineEntry {
            seq: 1,
            act: act.to_owned(),
            actor: actor.journal_id(),
            at: Timestamp::UNIX_EPOCH,
            for_whom: None,
        }
    }

    #[test]
    fn a_reviewer_who_decided_one_complaint_decides_the_next() {
        let reviewer = officer(1, Role::Reviewer);
        let decided = Answer::Decide { decision: Decision::Cancel, reasons: String::new() };
        let timeline = [did(&reviewer, decided.act())];
        for subject in Subject::ALL {
            assert!(!is_by(&reviewer, &timeline, subject, None), "{}", subject.as_str());
        }
    }

    #[test]
    fn who_has_the_case_answers_for_the_term_and_not_for_every_act() {
        let (has, acted) = (officer(1, Role::Officer), officer(2, Role::Officer));
        let timeline = [did(&has, store::journal::ASSIGN), did(&acted, ActKind::Register.as_str())];
        let by = |actor, subject| is_by(actor, &timeline, subject, Some(OfficerId(Uuid::from_u128(1))));
        assert!(by(&has, Subject::DeadlineMissed) && by(&acted, Subject::DeadlineMissed));
        assert!(!by(&has, Subject::Action) && by(&acted, Subject::Action));
        for subject in [Subject::Refusal, Subject::NotRegistered, Subject::Return, Subject::Annulment] {
            assert!(!by(&has, subject) && !by(&acted, subject), "{}", subject.as_str());
        }
        let timeline = [did(&acted, ActKind::Refuse.as_str())];
        assert!(is_by(&acted, &timeline, Subject::Refusal, None));
        let head = officer(3, Role::Supervisor);
        let timeline = [did(&acted, store::journal::PROPOSE_ANNULMENT), did(&head, ActKind::Annul.as_str())];
        let by = |actor| is_by(actor, &timeline, Subject::Annulment, None);
        assert!(by(&acted) && by(&head) && !by(&has), "who proposed and who agreed");
    }

    #[test]
    fn the_last_act_is_the_missions_and_not_the_persons() {
        let mission = officer(1, Role::Officer);
        let at = |second, line: TimelineEntry| TimelineEntry { at: Timestamp::from_second(second).unwrap(), ..line };
        let person = Actor::Applicant(domain::ids::AccountId(Uuid::nil()));
        let timeline = [
            at(1, did(&person, store::journal::SEND)),
            at(2, did(&mission, ActKind::Register.as_str())),
            at(3, did(&Actor::System, ActKind::IssueCertificate.as_str())),
            at(4, did(&mission, store::journal::ASSIGN)),
            at(5, did(&person, ActKind::ChangeCollection.as_str())),
        ];
        assert_eq!(last_act(timeline.iter()), Timestamp::from_second(3).ok());
        assert_eq!(last_act(timeline.iter().take(1)), None);
    }
}
