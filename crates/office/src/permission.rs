//! Who may see and do what. Default deny: each question names the actors it says yes to, everyone else gets a no.

use crate::{Office, OfficeError};
use domain::actor::{Actor, Role};
use domain::complaint::ComplaintState;
use domain::ids::{AccountId, MissionId, OfficerId};
use domain::motion::WaitsFor;
use domain::paper::OfficerLine;
use store::Tx;
use store::application::Application;
use store::complaint::Filed;
use store::enquiry::Enquiry;
use store::motion::Said;

/// The account of an applicant; anybody else is not allowed.
pub fn applicant(actor: &Actor) -> Result<AccountId, OfficeError> {
    match actor {
        Actor::Applicant(account) => Ok(*account),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// The person of the desk, whatever they are; anybody else is not allowed.
pub fn staff(actor: &Actor) -> Result<OfficerId, OfficeError> {
    match actor {
        Actor::Staff { officer, .. } => Ok(*officer),
        Actor::Applicant(_) | Actor::System => Err(OfficeError::NotAllowed),
    }
}

/// Name and post of the person of the desk, as papers and letters show them.
pub(crate) async fn line(office: &Office, actor: &Actor) -> Result<OfficerLine, OfficeError> {
    let officer = staff(actor)?;
    let person = office.read(move |tx| Box::pin(async move { Ok(store::officer::get(tx, officer).await?) })).await?;
    person.map(|own| own.line).ok_or(OfficeError::NotFound)
}

/// May `actor` read this case? Others learn only that it is not found.
pub fn read_case(actor: &Actor, case: &Application) -> Result<(), OfficeError> {
    let allowed = match actor {
        Actor::Applicant(account) => *account == case.account,
        Actor::Staff { role: Role::Clerk | Role::Officer | Role::Supervisor, mission: Some(mission), .. } => {
            *mission == case.mission
        }
        Actor::Staff { role: Role::Auditor, mission, .. } => mission.as_ref().is_none_or(|own| *own == case.mission),
        Actor::Staff { .. } | Actor::System => false,
    };
    if allowed { Ok(()) } else { Err(OfficeError::NotFound) }
}

/// May `actor` read this case with its papers? As [`read_case`]; a reviewer reads the file that came with a complaint (APPC 91(4)).
pub async fn read_whole(tx: &mut Tx, actor: &Actor, case: &Application) -> Result<(), OfficeError> {
    if !matches!(actor, Actor::Staff { role: Role::Reviewer, .. }) {
        return read_case(actor, case);
    }
    let complaints = store::complaint::of(tx, case.id).await?;
    if complaints.iter().any(|own| reaches_reviewer(&own.state)) { Ok(()) } else { Err(OfficeError::NotFound) }
}

fn reaches_reviewer(state: &ComplaintState) -> bool {
    matches!(state, ComplaintState::Forwarded { .. } | ComplaintState::Decided { .. })
}

/// May `actor` read this complaint as staff?
pub fn read_complaint(actor: &Actor, own: &Filed, case: &Application) -> Result<(), OfficeError> {
    match actor {
        Actor::Staff { role: Role::Reviewer, .. } if reaches_reviewer(&own.state) => Ok(()),
        Actor::Staff { role: Role::Officer | Role::Supervisor | Role::Auditor, .. } => read_case(actor, case),
        _ => Err(OfficeError::NotFound),
    }
}

/// Whose complaints this person answers: those of one mission, or (`None`) those that were forwarded to the higher body.
pub fn complaints(actor: &Actor) -> Result<Option<&MissionId>, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Officer, mission: Some(mission), .. } => Ok(Some(mission)),
        Actor::Staff { role: Role::Reviewer, .. } => Ok(None),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// May `actor` read what the desk keeps for itself beside this case: comparisons and notes? Never an applicant, never a reviewer.
pub fn read_desk(actor: &Actor, case: &Application) -> Result<(), OfficeError> {
    match actor {
        Actor::Staff { role: Role::Officer | Role::Supervisor | Role::Auditor, .. } => read_case(actor, case),
        _ => Err(OfficeError::NotFound),
    }
}

/// The person who may write a note on this case: an officer or supervisor of its mission.
pub fn write_note(actor: &Actor, case: &Application) -> Result<OfficerId, OfficeError> {
    read_desk(actor, case)?;
    match actor {
        Actor::Staff { officer, role: Role::Officer | Role::Supervisor, .. } => Ok(*officer),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// The officer of its mission who may hold the answers of this case against the papers.
pub fn compare_papers(actor: &Actor, case: &Application) -> Result<OfficerId, OfficeError> {
    act_on_case(actor, case)?;
    match actor {
        Actor::Staff { officer, .. } => Ok(*officer),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// May `actor` act on this case as an officer of its mission (or as the system's own job)?
pub fn act_on_case(actor: &Actor, case: &Application) -> Result<(), OfficeError> {
    match actor {
        Actor::System => Ok(()),
        Actor::Staff { role: Role::Officer, .. } => read_case(actor, case),
        Actor::Staff { .. } => read_case(actor, case).and(Err(OfficeError::NotAllowed)),
        Actor::Applicant(_) => read_case(actor, case).and(Err(OfficeError::NotAllowed)),
    }
}

/// The mission whose queue this person sees; `None` = every mission (auditor of the whole system).
pub fn queue(actor: &Actor) -> Result<Option<&MissionId>, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Clerk | Role::Officer | Role::Supervisor, mission: Some(mission), .. } => {
            Ok(Some(mission))
        }
        Actor::Staff { role: Role::Auditor, mission, .. } => Ok(mission.as_ref()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Who keeps filters of the queue: a person who works it every day.
pub fn keeps_filters(actor: &Actor) -> Result<OfficerId, OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Clerk | Role::Officer | Role::Supervisor, mission: Some(_) } => {
            Ok(*officer)
        }
        _ => Err(OfficeError::NotAllowed),
    }
}

/// The clerk or officer and the mission for which they accept requests on paper.
pub fn intake(actor: &Actor) -> Result<(OfficerId, &MissionId), OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Clerk | Role::Officer, mission: Some(mission) } => Ok((*officer, mission)),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// The mission whose people this person gives cases to.
pub fn supervisor(actor: &Actor) -> Result<&MissionId, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Supervisor, mission: Some(mission), .. } => Ok(mission),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Who keeps leaves, and whose: the head and the administrator of a mission for its people, the administrator of all for everybody (`None`).
pub fn keeps_leaves(actor: &Actor) -> Result<(OfficerId, Option<&MissionId>), OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Supervisor, mission: Some(mission) } => Ok((*officer, Some(mission))),
        Actor::Staff { officer, role: Role::Administrator, mission } => Ok((*officer, mission.as_ref())),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Who is warned of terms, and may say where to: an officer or the head of a mission.
pub fn is_warned(actor: &Actor) -> Result<(OfficerId, &MissionId), OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Officer | Role::Supervisor, mission: Some(mission) } => {
            Ok((*officer, mission))
        }
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Who decides cases, gives them out or decides complaints, and may therefore have a conflict of their own (Family Code 179(4), APPC 67).
pub fn may_be_barred(actor: &Actor) -> Result<OfficerId, OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Officer | Role::Supervisor | Role::Reviewer, .. } => Ok(*officer),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// May this person read what the applicant asked about an official? Who decides cases of the mission, its auditor, and the higher body where it
/// decides that.
pub fn read_recusal(actor: &Actor, case: &Application, said: &[&Said]) -> Result<(), OfficeError> {
    match actor {
        Actor::Staff { role: Role::Officer | Role::Supervisor | Role::Auditor, .. } => read_case(actor, case),
        Actor::Staff { role: Role::Reviewer, .. }
            if said.iter().any(|own| own.waits_for == Some(WaitsFor::HigherBody)) =>
        {
            Ok(())
        }
        _ => Err(OfficeError::NotFound),
    }
}

/// Who decides whether an official goes on handling the case: the head of its mission's section, or the higher body (APPC 67(4), (6)); never
/// the official.
pub fn decide_recusal(
    actor: &Actor,
    case: &Application,
    waits_for: Option<WaitsFor>,
    official: OfficerId,
) -> Result<(), OfficeError> {
    let allowed = match (actor, waits_for) {
        (Actor::Staff { role: Role::Supervisor, .. }, Some(WaitsFor::Head)) => read_case(actor, case).is_ok(),
        (Actor::Staff { role: Role::Reviewer, .. }, Some(WaitsFor::HigherBody)) => true,
        _ => false,
    };
    if allowed && staff(actor)? != official { Ok(()) } else { Err(OfficeError::NotAllowed) }
}

/// The mission at whose desk this person works.
pub fn desk_of_mission(actor: &Actor) -> Result<&MissionId, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Officer | Role::Supervisor, mission: Some(mission), .. } => Ok(mission),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// The person who may read a question put to a mission before applying: an officer of it, or its head. Others learn only that it is not found.
pub fn read_enquiry(actor: &Actor, own: &Enquiry) -> Result<OfficerId, OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Officer | Role::Supervisor, mission: Some(mission) }
            if *mission == own.mission =>
        {
            Ok(*officer)
        }
        _ => Err(OfficeError::NotFound),
    }
}

/// The officer of its mission who may answer a question put before applying.
pub fn answer_enquiry(actor: &Actor, own: &Enquiry) -> Result<OfficerId, OfficeError> {
    let officer = read_enquiry(actor, own)?;
    match actor {
        Actor::Staff { role: Role::Officer, .. } => Ok(officer),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// May `actor` read this question as the one who put it, signed in?
pub fn own_enquiry(actor: &Actor, own: &Enquiry) -> Result<(), OfficeError> {
    match actor {
        Actor::Applicant(account) if own.account == Some(*account) => Ok(()),
        _ => Err(OfficeError::NotFound),
    }
}

/// The mission whose counts this person reads; `None` = all missions.
pub fn statistics(actor: &Actor) -> Result<Option<&MissionId>, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Supervisor, mission: Some(mission), .. } => Ok(Some(mission)),
        Actor::Staff { role: Role::Auditor | Role::Administrator, mission, .. } => Ok(mission.as_ref()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Whose stock of blanks this person reads; `None` = every mission's.
pub fn read_blanks(actor: &Actor) -> Result<Option<&MissionId>, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Officer | Role::Supervisor, mission: Some(mission), .. } => Ok(Some(mission)),
        Actor::Staff { role: Role::Auditor | Role::Administrator, mission, .. } => Ok(mission.as_ref()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Who may enter a delivery of blanks: the head and the administrator of a mission for it, the administrator of all for every one (`None`).
pub fn receive_blanks(actor: &Actor) -> Result<(OfficerId, Option<&MissionId>), OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Supervisor, mission: Some(mission) } => Ok((*officer, Some(mission))),
        Actor::Staff { officer, role: Role::Administrator, mission } => Ok((*officer, mission.as_ref())),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// May this person read which case a blank went to? An administrator keeps the stock and reads no cases.
pub fn read_cases_of_blanks(actor: &Actor) -> bool {
    matches!(actor, Actor::Staff { role: Role::Officer | Role::Supervisor | Role::Auditor, .. })
}

/// Who reads how the installation is: an administrator and an auditor of all of it.
pub fn reads_installation(actor: &Actor) -> Result<(), OfficeError> {
    match actor {
        Actor::Staff { role: Role::Administrator | Role::Auditor, mission: None, .. } => Ok(()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Who changes the registers: an administrator of the whole installation.
pub fn keeps_registers(actor: &Actor) -> Result<OfficerId, OfficeError> {
    match actor {
        Actor::Staff { officer, role: Role::Administrator, mission: None } => Ok(*officer),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Who reads them with their changes: also an auditor of all missions.
pub fn reads_registers(actor: &Actor) -> Result<(), OfficeError> {
    match actor {
        Actor::Staff { role: Role::Administrator | Role::Auditor, mission: None, .. } => Ok(()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Whose people this person keeps: those of one mission, or (`None`) everybody.
pub fn keeps_people_of(actor: &Actor) -> Result<Option<&MissionId>, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Administrator, mission, .. } => Ok(mission.as_ref()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// May `actor` read of every mission? An auditor of all.
pub fn audits_all(actor: &Actor) -> Result<(), OfficeError> {
    match actor {
        Actor::Staff { role: Role::Auditor, mission: None, .. } => Ok(()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// Of whose cases this person reads who did and opened what: the head and the auditor of a mission of its cases, an auditor of all of
/// everything (`None`).
pub fn readings(actor: &Actor) -> Result<Option<&MissionId>, OfficeError> {
    match actor {
        Actor::Staff { role: Role::Supervisor, mission: Some(mission), .. } => Ok(Some(mission)),
        Actor::Staff { role: Role::Auditor, mission, .. } => Ok(mission.as_ref()),
        _ => Err(OfficeError::NotAllowed),
    }
}

/// May `actor` read the journal's proof? It counts the cases of every mission: a person of one would learn of the others.
pub fn journal(actor: &Actor) -> Result<(), OfficeError> {
    match actor {
        Actor::Staff { role: Role::Auditor | Role::Administrator, mission: None, .. } => Ok(()),
        _ => Err(OfficeError::NotAllowed),
    }
}
