//! Who acts: a person or the system itself, with the role that decides what is open to them.

use crate::ids::{AccountId, MissionId, OfficerId};
use serde::{Deserialize, Serialize};

/// A role in the workflow table. What a role may do is decided by `application::transition` and, for the rest, in `office`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The person who requests the registration.
    Applicant,
    /// Takes requests on paper in at a mission and sees what became of them; decides none.
    Clerk,
    /// The consular officer of a mission.
    Officer,
    /// The head of a mission's consular section: sees its cases and gives them out, decides none.
    Supervisor,
    /// Decides complaints for the higher body.
    Reviewer,
    /// Reads everything, changes nothing.
    Auditor,
    /// Keeps the installation; decides no case.
    Administrator,
    /// The system's own jobs.
    System,
}

impl Role {
    /// Every role, for tables and tests.
    pub const ALL: [Role; 8] = [
        Role::Applicant,
        Role::Clerk,
        Role::Officer,
        Role::Supervisor,
        Role::Reviewer,
        Role::Auditor,
        Role::Administrator,
        Role::System,
    ];

    /// Stable name in data and in the workflow table.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Applicant => "applicant",
            Role::Clerk => "clerk",
            Role::Officer => "officer",
            Role::Supervisor => "supervisor",
            Role::Reviewer => "reviewer",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
            Role::System => "system",
        }
    }

    /// The role of a stable name.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

/// Somebody who is known to the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// An applicant, by account.
    Applicant(AccountId),
    /// A person of a mission (clerk, officer, auditor, administrator). `mission` is `None` only for reviewers, auditors and administrators of the whole system.
    Staff {
        /// Who.
        officer: OfficerId,
        /// As what.
        role: Role,
        /// The mission whose cases this person may see.
        mission: Option<MissionId>,
    },
    /// A job of the system.
    System,
}

impl Actor {
    /// The role that the workflow sees.
    pub fn role(&self) -> Role {
        match self {
            Actor::Applicant(_) => Role::Applicant,
            Actor::Staff { role, .. } => *role,
            Actor::System => Role::System,
        }
    }

    /// The id that the journal keeps: never a name.
    pub fn journal_id(&self) -> String {
        match self {
            Actor::Applicant(id) => format!("account:{id}"),
            Actor::Staff { officer, .. } => format!("officer:{officer}"),
            Actor::System => "system".to_owned(),
        }
    }
}
