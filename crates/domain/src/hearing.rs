//! The hearing before a refusal (APPC 73, 74): what the mission plans and why, how the person answers, what was said. Here because the state, the
//! letters, the pages and the journal speak of the same thing. Must never decide which service hears: that is the passport's.

use crate::application::ActKind;
use crate::paper::OfficerLine;
use crate::refusal::Ground;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Least working days between the notice and the decision: APPC 73(1).
pub const NOTICE_WORKING_DAYS_MIN: u32 = 3;

/// Least working days for objections, and to ask to be heard: APPC 73(3).
pub const OBJECTION_WORKING_DAYS_MIN: u32 = 2;

/// Least working days for remarks on the protocol: APPC 74(6).
pub const REMARK_WORKING_DAYS_MIN: u32 = 3;

/// How a person wants to speak (APPC 73(1)1), 3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OralWay {
    /// At the mission.
    InPerson,
    /// By video.
    Video,
    /// By telephone.
    Phone,
}

impl OralWay {
    /// Every way.
    pub const ALL: [OralWay; 3] = [OralWay::InPerson, OralWay::Video, OralWay::Phone];

    /// Stable name in data, forms and locales (`hearing-way-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            OralWay::InPerson => "in_person",
            OralWay::Video => "video",
            OralWay::Phone => "phone",
        }
    }

    /// The one of a stable name.
    pub fn from_name(name: &str) -> Option<OralWay> {
        OralWay::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// The preliminary decision, and how far the hearing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// At least one; a refusal can rest on no other.
    pub grounds: Vec<Ground>,
    /// What is wrong, in the officer's words.
    pub reasons: String,
    /// How it can be mended, in the officer's words.
    pub remedy: String,
    /// Who listens.
    pub listens: OfficerLine,
    /// When the person was told.
    pub told_at: Timestamp,
    /// Until when objections are made, and being heard is asked for (73(3)).
    pub object_by: Timestamp,
    /// No refusal before (73(1)): the day of the decision begins.
    pub decide_from: Timestamp,
    /// The day of the decision ends.
    pub decide_by: Timestamp,
    /// How far it is.
    pub stage: Stage,
}

/// How far a hearing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// The person's word is awaited.
    Awaited,
    /// The person answered in writing: no protocol is kept (73(3)).
    Stated {
        /// In the person's words.
        position: String,
        /// When.
        stated_at: Timestamp,
    },
    /// The person asked that there is no hearing (73(2)5)).
    Waived {
        /// When.
        waived_at: Timestamp,
    },
    /// The person asked to be heard; a time is to be set.
    Asked {
        /// What was asked.
        wish: Wish,
    },
    /// The time is set.
    Set {
        /// What was asked.
        wish: Wish,
        /// When and where.
        meeting: Meeting,
    },
    /// The hearing was held, or the person did not come; there is a protocol (74).
    Held {
        /// What was asked.
        wish: Wish,
        /// What was written down.
        protocol: Box<Protocol>,
        /// What the person says of it.
        remarks: Remarks,
    },
}

/// That a person wants to be heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// How.
    pub way: OralWay,
    /// What is to be known: hours that suit, a number; may be empty.
    pub said: String,
    /// When it was asked.
    pub asked_at: Timestamp,
}

/// When and where a person is heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The instant.
    pub at: Timestamp,
    /// Room, link of the video call or number.
    pub place: String,
    /// Who listens.
    pub listens: OfficerLine,
}

/// The protocol of an oral hearing: APPC 74(2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protocol {
    /// Room, link or number (74(2)1)).
    pub place: String,
    /// When it began.
    pub began_at: Timestamp,
    /// When it ended.
    pub ended_at: Timestamp,
    /// The official who presided.
    pub presided: OfficerLine,
    /// Who kept the protocol (74(2)2)).
    pub secretary: String,
    /// Who took part (74(2)3)).
    pub present: String,
    /// Explanations, questions and answers (74(2)5)). The question itself is the preliminary decision.
    pub said: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when the person may say what is wrong with it (74(6)).
    pub remarks_by: Timestamp,
}

/// Remarks on a protocol: APPC 74(6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "remarks", rename_all = "snake_case")]
pub enum Remarks {
    /// The person has not said anything.
    Awaited,
    /// The person read it and has none.
    None {
        /// When.
        said_at: Timestamp,
    },
    /// The person has some; the official who presided answers.
    Made {
        /// In the person's words.
        said: String,
        /// When.
        said_at: Timestamp,
    },
    /// They were answered.
    Answered {
        /// In the person's words.
        said: String,
        /// When.
        said_at: Timestamp,
        /// How.
        answer: Answer,
        /// Why.
        reason: String,
        /// When they were answered.
        answered_at: Timestamp,
    },
}

/// What becomes of remarks: APPC 74(6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Taken in.
    Accepted,
    /// Taken in partly.
    Partly,
    /// Not taken in.
    Declined,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Answer; 3] = [Answer::Accepted, Answer::Partly, Answer::Declined];

    /// Stable name in data, forms and locales (`hearing-remarks-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Answer::Accepted => "accepted",
            Answer::Partly => "partly",
            Answer::Declined => "declined",
        }
    }

    /// The one of a stable name.
    pub fn from_name(name: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

impl Hearing {
    /// What the case itself allows now, of the acts that the table opens in its state.
    pub fn allows(&self, act: ActKind, now: Timestamp) -> bool {
        match (act, &self.stage) {
            (ActKind::Refuse, stage) => stage.lets_refuse() && (stage.is_waived() || now >= self.decide_from),
            // Late words in writing are read as long as nothing is decided (72(5)); a hearing is asked for in time.
            (ActKind::AskHearing, _) => now <= self.object_by,
            (ActKind::RecordHearing, Stage::Set { meeting, .. }) => now >= meeting.at,
            (ActKind::RemarkProtocol, Stage::Held { protocol, remarks: Remarks::Awaited, .. }) => {
                now <= protocol.remarks_by
            }
            (ActKind::AnswerRemarks, Stage::Held { remarks: Remarks::Made { .. }, .. }) => true,
            (ActKind::RecordHearing | ActKind::RemarkProtocol | ActKind::AnswerRemarks, _) => false,
            _ => true,
        }
    }

    /// May a refusal rest on these? On nothing that the person was not heard about.
    pub fn covers(&self, grounds: &[Ground]) -> bool {
        grounds.iter().all(|ground| self.grounds.contains(ground))
    }
}

impl Stage {
    /// More words of the person, after those that were written before.
    pub(crate) fn with(&self, words: String) -> String {
        match self {
            Stage::Stated { position, .. } if words.trim().is_empty() => position.clone(),
            Stage::Stated { position, .. } => format!("{position}\n\n{words}"),
            _ => words,
        }
    }

    fn is_waived(&self) -> bool {
        matches!(self, Stage::Waived { .. })
    }

    /// The person has the word, or remarks wait for an answer.
    fn lets_refuse(&self) -> bool {
        let waits = matches!(self, Stage::Asked { .. } | Stage::Set { .. });
        !waits && !matches!(self, Stage::Held { remarks: Remarks::Made { .. }, .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_stable() {
        assert!(OralWay::ALL.into_iter().all(|own| OralWay::from_name(own.as_str()) == Some(own)));
        assert!(Answer::ALL.into_iter().all(|own| Answer::from_name(own.as_str()) == Some(own)));
        assert_eq!(OralWay::from_name("written"), None, "writing is no oral hearing");
    }
}
