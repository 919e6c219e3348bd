//! What an applicant may ask for beside the decision: that an official does not handle the case (APPC 67), to see its file (75), that a slip of
//! the pen is corrected (82). Each has a term of its own and is answered in words; none stops the term of the case.

use crate::certificate::CertificateNumber;
use crate::ids::OfficerId;
use crate::slip::Slip;
use serde::{Deserialize, Serialize};

/// Working days to decide a recusal, from the day it was asked for: APPC 67(3).
pub const RECUSAL_WORKING_DAYS_MAX: u32 = 3;

/// Working days to let the file be seen, from the day it was asked for: APPC 75(1).
pub const SEE_FILE_WORKING_DAYS_MAX: u32 = 3;

/// How a person wants to see the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileWay {
    /// On the portal.
    Portal,
    /// At the mission, at a time that an officer names.
    AtMission,
}

impl FileWay {
    /// Both.
    pub const ALL: [FileWay; 2] = [FileWay::Portal, FileWay::AtMission];

    /// Stable name in data, forms and locales (`file-way-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            FileWay::Portal => "portal",
            FileWay::AtMission => "at_mission",
        }
    }

    /// The one of a stable name.
    pub fn from_name(name: &str) -> Option<FileWay> {
        FileWay::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// A part of the file beyond what is the applicant's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileItem {
    /// Every act, when and by whom.
    Journal,
    /// The decisions with their signatures or seals.
    Decisions,
    /// What other bodies were told, and when.
    Notices,
}

impl FileItem {
    /// Every part.
    pub const ALL: [FileItem; 3] = [FileItem::Journal, FileItem::Decisions, FileItem::Notices];

    /// Stable name in data, forms and locales (`file-item-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            FileItem::Journal => "journal",
            FileItem::Decisions => "decisions",
            FileItem::Notices => "notices",
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// That an official does not handle the case.
    Recusal,
    /// To see the file of the case.
    SeeFile,
    /// That a slip in the certificate is put right.
    CorrectSlip,
}

impl Kind {
    /// Every kind, in the order of the Code.
    pub const ALL: [Kind; 3] = [Kind::Recusal, Kind::SeeFile, Kind::CorrectSlip];

    /// Stable name in data, addresses and locales (`motion-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Recusal => "recusal",
            Kind::SeeFile => "see_file",
            Kind::CorrectSlip => "correct_slip",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// Whose word is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaitsFor {
    /// An officer of the mission.
    Officer,
    /// The head of the section.
    Head,
    /// The higher body.
    HigherBody,
}

impl WaitsFor {
    const ALL: [WaitsFor; 3] = [WaitsFor::Officer, WaitsFor::Head, WaitsFor::HigherBody];

    /// Stable name in data and locales (`motion-waits-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            WaitsFor::Officer => "officer",
            WaitsFor::Head => "head",
            WaitsFor::HigherBody => "higher_body",
        }
    }

    /// The one of a stable name.
    pub fn from_name(name: &str) -> Option<WaitsFor> {
        WaitsFor::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// Why an official may not handle a case: APPC 67(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 1) took part in it, or represented somebody who does.
    TookPart,
    /// 2) a close relative, spouse or in-law of a participant.
    Relative,
    /// 3) depends on a participant, by service or otherwise.
    Dependence,
    /// 4) has an interest in how it ends, or something else makes one doubt that they are impartial.
    Interest,
}

impl Ground {
    /// Every ground, in the order of the article.
    pub const ALL: [Ground; 4] = [Ground::TookPart, Ground::Relative, Ground::Dependence, Ground::Interest];

    /// Stable name in data, forms and locales (`recusal-ground-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Ground::TookPart => "took_part",
            Ground::Relative => "relative",
            Ground::Dependence => "dependence",
            Ground::Interest => "interest",
        }
    }

    /// The ground of a stable name.
    pub fn from_name(name: &str) -> Option<Ground> {
        Ground::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// A word: a request, or an answer to one. Stored as JSON; the tag is [`Word::act`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Word {
    /// The applicant asks that an official does not handle the case.
    AskRecusal {
        /// Which official.
        official: OfficerId,
        /// On what ground.
        ground: Ground,
        /// The circumstances, in the person's words.
        reason: String,
    },
    /// They do not handle it any more.
    GrantRecusal {
        /// Why, in words that the applicant reads.
        reason: String,
    },
    /// They go on handling it.
    RefuseRecusal {
        /// Why, in words that the applicant reads.
        reason: String,
    },
    /// The applicant asks to see the file.
    AskFile {
        /// How.
        way: FileWay,
    },
    /// An officer opened it.
    OpenFile {
        /// What of it, beyond what is the applicant's own.
        items: Vec<FileItem>,
        /// Why the rest is kept back; empty where nothing is.
        withheld: String,
        /// When and where the person may look at it at the mission; may be empty.
        visit: String,
    },
    /// The applicant points out a slip in the certificate.
    AskSlip {
        /// What is written wrongly, what is right, and which paper shows it; in the person's words.
        what: String,
    },
    /// An officer says what is to be put right.
    ProposeSlip {
        /// At least one.
        slips: Vec<Slip>,
        /// The paper of the case that shows it.
        basis: String,
    },
    /// The head does not agree.
    DeclineSlip {
        /// Why; the officer reads it.
        reason: String,
    },
    /// The head agrees: a corrected certificate takes the place of the one with the slip.
    CorrectCertificate {
        /// What was put right.
        slips: Vec<Slip>,
        /// By which paper.
        basis: String,
        /// The certificate that is not valid any more.
        replaced: CertificateNumber,
    },
    /// What the applicant pointed out is no slip, or the certificate is as the papers are.
    RefuseSlip {
        /// Why, in words that the applicant reads.
        reason: String,
    },
}

impl Word {
    /// Stable name: the act in the journal and in locales (`timeline-…`, `motion-word-…`).
    pub fn act(&self) -> &'static str {
        match self {
            Word::AskRecusal { .. } => "ask_recusal",
            Word::GrantRecusal { .. } => "grant_recusal",
            Word::RefuseRecusal { .. } => "refuse_recusal",
            Word::AskFile { .. } => "ask_file",
            Word::OpenFile { .. } => "open_file",
            Word::AskSlip { .. } => "ask_slip",
            Word::ProposeSlip { .. } => "propose_slip",
            Word::DeclineSlip { .. } => "decline_slip",
            Word::CorrectCertificate { .. } => "correct_certificate",
            Word::RefuseSlip { .. } => "refuse_slip",
        }
    }

    /// What it is about.
    pub fn kind(&self) -> Kind {
        match self {
            Word::AskRecusal { .. } | Word::GrantRecusal { .. } | Word::RefuseRecusal { .. } => Kind::Recusal,
            Word::AskFile { .. } | Word::OpenFile { .. } => Kind::SeeFile,
            Word::AskSlip { .. }
            | Word::ProposeSlip { .. }
            | Word::DeclineSlip { .. }
            | Word::CorrectCertificate { .. }
            | Word::RefuseSlip { .. } => Kind::CorrectSlip,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appc_67_knows_four_grounds() {
        assert_eq!(Ground::ALL.map(Ground::as_str), ["took_part", "relative", "dependence", "interest"]);
        assert!(Ground::ALL.into_iter().all(|own| Ground::from_name(own.as_str()) == Some(own)));
        assert_eq!(Ground::from_name("rude"), None);
    }

    #[test]
    fn a_word_is_stored_under_the_name_of_its_act() {
        let words = [
            Word::AskRecusal { official: OfficerId(uuid::Uuid::nil()), ground: Ground::Relative, reason: "x".into() },
            Word::GrantRecusal { reason: "x".into() },
            Word::RefuseRecusal { reason: "x".into() },
        ];
        for word in words {
            let json = serde_json::to_value(&word).unwrap();
            assert_eq!(json["act"], word.act());
            assert!(Kind::ALL.contains(&word.kind()));
        }
    }
}
