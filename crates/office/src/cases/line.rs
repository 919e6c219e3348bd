//! A case as a row of a list.

use crate::leave::StandIn;
use crate::{Office, OfficeError, letters, return_request};
use domain::application::state::is_overdue;
use domain::application::{Collection, State, StateKind};
use domain::confirmation::ConfirmationKind;
use domain::deadline::Channel;
use domain::ids::{ApplicationId, MissionId};
use domain::lang::Lang;
use domain::request::MissionBasis;
use jiff::Timestamp;
use store::application::Application;

/// A row.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// The case.
    pub id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// Name of the person who died.
    pub deceased: String,
    /// Name of the applicant.
    pub applicant: String,
    /// State.
    pub state: StateKind,
    /// The clock passed and the term was not met.
    pub overdue: bool,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// End of the term.
    pub due_at: Timestamp,
    /// Mission.
    pub mission: MissionId,
    /// `portal` or `paper`.
    pub channel: Channel,
    /// What was asked was not answered in its time: until when the law wants the request returned (APPC 64(7)).
    pub return_by: Option<Timestamp>,
    /// How it was confirmed.
    pub confirmation: ConfirmationKind,
    /// Locale keys of what an officer should notice.
    pub flags: Vec<String>,
    /// Appointment, when set.
    pub collection: Option<Collection>,
    /// Name of the officer who has taken it up; known where staff reads.
    pub assignee: Option<String>,
    /// They are away: who does their work.
    pub stand_in: Option<StandIn>,
}

/// The row of `case`.
pub fn line(office: &Office, case: &Application, lang: Lang, now: Timestamp) -> CaseLine {
    CaseLine {
        id: case.id,
        reference: case.reference.clone(),
        deceased: letters::deceased_name(office, &case.request, lang),
        applicant: case.request.applicant.name.official(),
        state: case.state.kind(),
        overdue: is_overdue(case.state.kind(), case.due_at, now),
        sent_at: case.sent_at,
        due_at: case.due_at,
        mission: case.mission.clone(),
        channel: case.channel,
        return_by: return_request::return_by(office, case, now),
        confirmation: case.confirmation,
        flags: flags(case),
        collection: match &case.state {
            State::Ready { collection, .. } => Some(collection.clone()),
            _ => None,
        },
        assignee: None,
        stand_in: None,
    }
}

fn flags(case: &Application) -> Vec<String> {
    let request = &case.request;
    [
        ("flag-district-not-verified", request.mission_basis != MissionBasis::OnlyMission),
        ("flag-mission-objected", request.mission_basis == MissionBasis::Objected),
        ("flag-iin-declared", !request.applicant.iin_proven),
        ("flag-representative", request.applicant.principal.is_some()),
        ("flag-signature-pending", case.state.kind() == StateKind::SignatureCheckPending),
    ]
    .into_iter()
    .filter(|(_, raised)| *raised)
    .map(|(key, _)| key.to_owned())
    .collect()
}

/// Opaque cursor behind `case`.
pub fn cursor(case: &Application) -> String {
    format!("{}.{}", case.due_at.as_microsecond(), case.id)
}

/// Reads a cursor.
pub fn parse_cursor(text: &str) -> Result<(Timestamp, ApplicationId), OfficeError> {
    let parsed = text.split_once('.').and_then(|(due, id)| {
        let due = Timestamp::from_microsecond(due.parse().ok()?).ok()?;
        Some((due, id.parse().ok()?))
    });
    parsed.ok_or(OfficeError::NotFound)
}
