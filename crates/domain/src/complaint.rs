//! A complaint (APPC 91-100): a path of its own beside the application it is about.
//!
//! It is filed with the body whose act it is about, which satisfies it in full or forwards it with the file (91(4)); the higher body
//! ends it in one of six decisions (100(1)), made by somebody else than the official complained of (97(2)) and never to the person's
//! disadvantage (98(6)): no decision here can worsen the case.

use crate::actor::Role;
use crate::application::{ActKind, LetterKind, StateKind};
use crate::ids::MissionId;
use crate::iin::Iin;
use crate::lang::{Lang, Trilingual};
use crate::name::PersonName;
use crate::paper::OfficerLine;
use crate::request::{Address, EnclosedFile};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// What a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The refusal.
    Refusal,
    /// The request was not registered.
    NotRegistered,
    /// The request was returned (APPC 64(7)).
    Return,
    /// The record was annulled (Family Code 185).
    Annulment,
    /// The term passed without a decision (APPC 91(2)).
    DeadlineMissed,
    /// Something an official did or did not do.
    Action,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Subject; 6] = [
        Subject::Refusal,
        Subject::NotRegistered,
        Subject::Return,
        Subject::Annulment,
        Subject::DeadlineMissed,
        Subject::Action,
    ];

    /// Stable name in forms, data and locales (`complaint-subject-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Subject::Refusal => "refusal",
            Subject::NotRegistered => "not_registered",
            Subject::Return => "return",
            Subject::Annulment => "annulment",
            Subject::DeadlineMissed => "deadline_missed",
            Subject::Action => "action",
        }
    }

    /// The act it is about; `None` where it may be about anything that was done or left undone. Who did it decides nothing about the
    /// complaint (97(2)).
    pub fn act(self) -> Option<ActKind> {
        match self {
            Subject::Refusal => Some(ActKind::Refuse),
            Subject::NotRegistered => Some(ActKind::DeclineRegistration),
            Subject::Return => Some(ActKind::ReturnRequest),
            Subject::Annulment => Some(ActKind::Annul),
            Subject::DeadlineMissed | Subject::Action => None,
        }
    }

    /// True where an answer for the person opens a case that stands at `state` again: only what the complaint is about is undone.
    pub fn undoes(self, state: StateKind) -> bool {
        matches!(
            (self, state),
            (Subject::Refusal, StateKind::Refused)
                | (Subject::NotRegistered, StateKind::DeclinedRegistration)
                | (Subject::Return, StateKind::Returned)
                | (Subject::Annulment, StateKind::Annulled)
        )
    }

    /// The subject of a stable name.
    pub fn from_name(name: &str) -> Option<Subject> {
        Subject::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// What the person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// Cancel the decision and register.
    Cancel,
    /// Decide now.
    DecideNow,
    /// Explain.
    Explain,
    /// As said in the person's words.
    Other,
}

impl Wish {
    /// Every wish.
    pub const ALL: [Wish; 4] = [Wish::Cancel, Wish::DecideNow, Wish::Explain, Wish::Other];

    /// Stable name in forms, data and locales (`complaint-wish-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Wish::Cancel => "cancel",
            Wish::DecideNow => "decide_now",
            Wish::Explain => "explain",
            Wish::Other => "other",
        }
    }
}

/// The last day to file: so many months from the day the person learned (92(1)). A missed term bars nothing (92(3)).
pub fn file_until(learned_on: Date, months: u32) -> Date {
    learned_on.checked_add(i64::from(months).months()).unwrap_or(learned_on)
}

/// The complaint as it is signed: everything that APPC 93(2) lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Reference of the application.
    pub reference: String,
    /// The language the person reads.
    pub language: Lang,
    /// The body that considers it.
    pub considered_by: Trilingual,
    /// The body whose act it is about, and with which it is filed.
    pub mission: MissionId,
    /// The official, where the act names one.
    pub official: Option<OfficerLine>,
    /// Who complains.
    pub name: PersonName,
    /// Individual identification number.
    pub iin: Iin,
    /// True when an EDS proved it.
    pub iin_proven: bool,
    /// Postal address.
    pub postal_address: Address,
    /// Actual residence, in the person's words.
    pub residence: String,
    /// What it is about.
    pub subject: Subject,
    /// The day the person learned of it (92(1)).
    pub learned_on: Date,
    /// Circumstances and evidence, in the person's words.
    pub circumstances: String,
    /// What is asked for; at least one.
    pub wishes: Vec<Wish>,
    /// Why later than the term; a missed term never bars a complaint (92(3)).
    pub late_because: String,
    /// Attachments, of the files of the application.
    pub attachments: Vec<EnclosedFile>,
    /// The day it was composed for signing, in the mission's zone.
    pub date: Date,
}

impl Complaint {
    /// Canonical JSON (RFC 8785), attached to the file that is signed.
    ///
    /// # Errors
    /// When a value cannot be represented in JSON; the types leave no such value.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json_canonicalizer::to_vec(self)
    }
}

/// The six decisions of APPC 100(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The act is cancelled.
    Cancel,
    /// The act is cancelled and a new one is to be adopted.
    CancelAndAdopt,
    /// An action is to be performed.
    PerformAction,
    /// Left without satisfaction.
    WithoutSatisfaction,
    /// Sent back with the violations named.
    SendBack,
    /// Left without consideration (95).
    WithoutConsideration,
}

impl Decision {
    /// Every decision, in the order of the article.
    pub const ALL: [Decision; 6] = [
        Decision::Cancel,
        Decision::CancelAndAdopt,
        Decision::PerformAction,
        Decision::WithoutSatisfaction,
        Decision::SendBack,
        Decision::WithoutConsideration,
    ];

    /// Stable name in forms, data and locales (`complaint-decision-…`).
    pub const fn as_str(self) -> &'static str {
        match self {
            Decision::Cancel => "cancel",
            Decision::CancelAndAdopt => "cancel_and_adopt",
            Decision::PerformAction => "perform_action",
            Decision::WithoutSatisfaction => "without_satisfaction",
            Decision::SendBack => "send_back",
            Decision::WithoutConsideration => "without_consideration",
        }
    }

    /// The decision of a stable name.
    pub fn from_name(name: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|one| one.as_str() == name)
    }

    /// True where it is for the person: something is to be done.
    pub fn is_for_the_person(self) -> bool {
        !matches!(self, Decision::WithoutSatisfaction | Decision::WithoutConsideration)
    }

    /// True where it undoes an act. A complaint about none has nothing to cancel.
    pub fn cancels(self) -> bool {
        matches!(self, Decision::Cancel | Decision::CancelAndAdopt)
    }
}

/// For what the term of a complaint may be extended (Law on public services 25(4)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionGround {
    /// A further study or check, also on the spot.
    FurtherStudy,
    /// Further information.
    Information,
}

impl ExtensionGround {
    /// Every ground, in the order of the article.
    pub const ALL: [ExtensionGround; 2] = [ExtensionGround::FurtherStudy, ExtensionGround::Information];

    /// Stable name in forms, data and locales (`complaint-extension-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            ExtensionGround::FurtherStudy => "further_study",
            ExtensionGround::Information => "information",
        }
    }

    /// The ground of a stable name.
    pub fn from_name(name: &str) -> Option<ExtensionGround> {
        ExtensionGround::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// The higher body needs more time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// For what.
    pub ground: ExtensionGround,
    /// Why, in words that the person reads.
    pub reasons: String,
    /// Working days more.
    pub working_days: u32,
    /// When it was extended.
    pub at: Timestamp,
}

/// Where a complaint stands. Stored as JSON; the tag is [`ComplaintState::as_str`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ComplaintState {
    /// Written, not signed.
    Draft,
    /// Filed with the mission.
    Received,
    /// The mission satisfied it in full. Final.
    Satisfied {
        /// What is done, in words.
        reasons: String,
        /// When.
        at: Timestamp,
    },
    /// The mission forwarded it with the file.
    Forwarded {
        /// When.
        at: Timestamp,
        /// The term was extended; once at most.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        extension: Option<Extension>,
    },
    /// The higher body decided. Final.
    Decided {
        /// Which of the six.
        decision: Decision,
        /// The reasons (101).
        reasons: String,
        /// When.
        at: Timestamp,
    },
}

impl ComplaintState {
    /// Stable name in the database and in locales (`complaint-state-…`).
    pub fn as_str(&self) -> &'static str {
        match self {
            ComplaintState::Draft => "draft",
            ComplaintState::Received => "received",
            ComplaintState::Satisfied { .. } => "satisfied",
            ComplaintState::Forwarded { .. } => "forwarded",
            ComplaintState::Decided { .. } => "decided",
        }
    }

    /// True when nothing can follow.
    pub fn is_final(&self) -> bool {
        matches!(self, ComplaintState::Satisfied { .. } | ComplaintState::Decided { .. })
    }

    /// The letter that tells of it; none for a draft.
    pub fn letter(&self) -> Option<LetterKind> {
        match self {
            ComplaintState::Draft => None,
            ComplaintState::Received => Some(LetterKind::ComplaintReceived),
            ComplaintState::Forwarded { extension: Some(_), .. } => Some(LetterKind::ComplaintExtended),
            ComplaintState::Forwarded { .. } => Some(LetterKind::ComplaintForwarded),
            ComplaintState::Satisfied { .. } | ComplaintState::Decided { .. } => Some(LetterKind::ComplaintDecided),
        }
    }

    /// The reasons of an answer of substance; empty where there is none yet.
    pub fn reasons(&self) -> String {
        match self {
            ComplaintState::Satisfied { reasons, .. } | ComplaintState::Decided { reasons, .. } => reasons.clone(),
            _ => String::new(),
        }
    }

    /// True where it was answered for the person: something is to be done.
    pub fn is_for_the_person(&self) -> bool {
        match self {
            ComplaintState::Satisfied { .. } => true,
            ComplaintState::Decided { decision, .. } => decision.is_for_the_person(),
            _ => false,
        }
    }

    /// True where the act is undone: it was answered for the person, and there is an act to undo. A request is decided anew; an annulled record
    /// is valid again, but where only some other action is to be performed.
    pub fn reopens(&self, subject: Subject) -> bool {
        let only_an_action = matches!(self, ComplaintState::Decided { decision: Decision::PerformAction, .. });
        self.is_for_the_person() && subject.act().is_some() && !(subject == Subject::Annulment && only_an_action)
    }
}

/// An answer to a complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Satisfy it in full.
    Satisfy {
        /// What is done, in words.
        reasons: String,
    },
    /// Forward it with the file.
    Forward,
    /// Decide it.
    Decide {
        /// Which of the six.
        decision: Decision,
        /// The reasons.
        reasons: String,
    },
}

impl Answer {
    /// Stable names in forms, in the order of the law.
    pub const NAMES: [&str; 8] = [
        "satisfy",
        "forward",
        Decision::Cancel.as_str(),
        Decision::CancelAndAdopt.as_str(),
        Decision::PerformAction.as_str(),
        Decision::WithoutSatisfaction.as_str(),
        Decision::SendBack.as_str(),
        Decision::WithoutConsideration.as_str(),
    ];

    /// The answer of a stable name; to forward needs no reasons.
    pub fn named(name: &str, reasons: String) -> Option<Answer> {
        match name {
            "satisfy" => Some(Answer::Satisfy { reasons }),
            "forward" => Some(Answer::Forward),
            _ => Decision::from_name(name).map(|decision| Answer::Decide { decision, reasons }),
        }
    }

    /// The act in the journal.
    pub fn act(&self) -> &'static str {
        match self {
            Answer::Satisfy { .. } => "satisfy_complaint",
            Answer::Forward => "forward_complaint",
            Answer::Decide { .. } => "decide_complaint",
        }
    }
}

/// Why an answer is not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerNotOpen {
    /// Not in this state, or not to this role.
    #[error("this answer is not open now")]
    Answer,
    /// The official complained of decides nothing about it (97(2)).
    #[error("the complaint is about this official")]
    OwnAct,
    /// An answer of substance needs its reasons (101).
    #[error("reasons are missing")]
    NoReasons,
}

/// Moves a complaint. `own_act`: the one who answers made the act complained of; such a one may only forward. Where the complaint is about
/// no act, none can be cancelled.
///
/// # Errors
/// [`AnswerNotOpen`].
pub fn answer(
    state: &ComplaintState,
    answer: Answer,
    subject: Subject,
    role: Role,
    own_act: bool,
    now: Timestamp,
) -> Result<ComplaintState, AnswerNotOpen> {
    let reasoned =
        |reasons: String| if reasons.trim().is_empty() { Err(AnswerNotOpen::NoReasons) } else { Ok(reasons) };
    match (state, role, answer) {
        (ComplaintState::Received, Role::Officer, Answer::Forward) => {
            Ok(ComplaintState::Forwarded { at: now, extension: None })
        }
        (ComplaintState::Received, Role::Officer, Answer::Satisfy { .. })
        | (ComplaintState::Forwarded { .. }, Role::Reviewer, Answer::Decide { .. })
            if own_act =>
        {
            Err(AnswerNotOpen::OwnAct)
        }
        (ComplaintState::Received, Role::Officer, Answer::Satisfy { reasons }) => {
            Ok(ComplaintState::Satisfied { reasons: reasoned(reasons)?, at: now })
        }
        (ComplaintState::Forwarded { .. }, Role::Reviewer, Answer::Decide { decision, .. })
            if decision.cancels() && subject.act().is_none() =>
        {
            Err(AnswerNotOpen::Answer)
        }
        (ComplaintState::Forwarded { .. }, Role::Reviewer, Answer::Decide { decision, reasons }) => {
            Ok(ComplaintState::Decided { decision, reasons: reasoned(reasons)?, at: now })
        }
        _ => Err(AnswerNotOpen::Answer),
    }
}

/// May the term be extended? By the higher body, which is a central one: the law gives a mission no longer term. Once, and before the term has
/// passed: after it the complaint counts as refused (APPC 100(5)).
pub fn may_extend(state: &ComplaintState, role: Role, own_act: bool, has_passed: bool) -> bool {
    let is_open = matches!(state, ComplaintState::Forwarded { extension: None, .. });
    is_open && role == Role::Reviewer && !own_act && !has_passed
}

/// Extends the term.
///
/// # Errors
/// [`AnswerNotOpen`].
pub fn extend(
    state: &ComplaintState,
    extension: Extension,
    role: Role,
    own_act: bool,
    has_passed: bool,
) -> Result<ComplaintState, AnswerNotOpen> {
    match state {
        ComplaintState::Forwarded { .. } if own_act && role == Role::Reviewer => Err(AnswerNotOpen::OwnAct),
        ComplaintState::Forwarded { at, .. } if may_extend(state, role, own_act, has_passed) => {
            if extension.reasons.trim().is_empty() {
                return Err(AnswerNotOpen::NoReasons);
            }
            Ok(ComplaintState::Forwarded { at: *at, extension: Some(extension) })
        }
        _ => Err(AnswerNotOpen::Answer),
    }
}

/// The names of the answers open now. `web` asks this and never decides by itself.
pub fn open_answers(state: &ComplaintState, subject: Subject, role: Role, own_act: bool) -> Vec<&'static str> {
    let open = |name: &str| {
        Answer::named(name, "reasons".to_owned())
            .is_some_and(|own| answer(state, own, subject, role, own_act, Timestamp::UNIX_EPOCH).is_ok())
    };
    Answer::NAMES.into_iter().filter(|name| open(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-26T09:00:00Z".parse().unwrap()
    }

    fn answers() -> Vec<Answer> {
        let decide = |decision| Answer::Decide { decision, reasons: "the paper is good".into() };
        let mut all: Vec<Answer> = Decision::ALL.into_iter().map(decide).collect();
        all.extend([Answer::Forward, Answer::Satisfy { reasons: "the record will be made".into() }]);
        all
    }

    #[test]
    fn the_mission_satisfies_or_forwards_and_the_higher_body_decides() {
        let states = [
            ComplaintState::Draft,
            ComplaintState::Received,
            ComplaintState::Forwarded { at: now(), extension: None },
            ComplaintState::Satisfied { reasons: "x".into(), at: now() },
            ComplaintState::Decided { decision: Decision::Cancel, reasons: "x".into(), at: now() },
        ];
        for state in states {
            for role in Role::ALL {
                for own in answers() {
                    let open = matches!(
                        (&state, role, &own),
                        (ComplaintState::Received, Role::Officer, Answer::Forward | Answer::Satisfy { .. })
                            | (ComplaintState::Forwarded { .. }, Role::Reviewer, Answer::Decide { .. })
                    );
                    let moved = answer(&state, own.clone(), Subject::Refusal, role, false, now());
                    assert_eq!(moved.is_ok(), open, "{} {} {own:?}", state.as_str(), role.as_str());
                    assert!(moved.is_ok() || !state.is_final() || moved == Err(AnswerNotOpen::Answer));
                }
            }
        }
    }

    #[test]
    fn the_official_complained_of_may_only_forward() {
        let satisfy = Answer::Satisfy { reasons: "x".into() };
        let received = ComplaintState::Received;
        assert_eq!(
            answer(&received, satisfy, Subject::Refusal, Role::Officer, true, now()),
            Err(AnswerNotOpen::OwnAct)
        );
        assert!(answer(&received, Answer::Forward, Subject::Refusal, Role::Officer, true, now()).is_ok());
        let decide = Answer::Decide { decision: Decision::WithoutSatisfaction, reasons: "x".into() };
        let forwarded = ComplaintState::Forwarded { at: now(), extension: None };
        assert_eq!(
            answer(&forwarded, decide, Subject::Refusal, Role::Reviewer, true, now()),
            Err(AnswerNotOpen::OwnAct)
        );
    }

    #[test]
    fn public_services_25_4_the_higher_body_extends_once_before_the_end_with_a_reason() {
        let extension = |reasons: &str| Extension {
            ground: ExtensionGround::Information,
            reasons: reasons.into(),
            working_days: 10,
            at: now(),
        };
        let forwarded = ComplaintState::Forwarded { at: now(), extension: None };
        let done = extend(&forwarded, extension("the hospital answers"), Role::Reviewer, false, false).unwrap();
        assert_eq!(done.letter(), Some(LetterKind::ComplaintExtended));
        let again =
            |state: &ComplaintState, role, own_act, passed| extend(state, extension("x"), role, own_act, passed);
        assert!(again(&done, Role::Reviewer, false, false).is_err(), "once");
        assert!(again(&forwarded, Role::Reviewer, false, true).is_err(), "the term has passed");
        assert!(again(&forwarded, Role::Officer, false, false).is_err(), "a mission has no longer term");
        assert!(again(&ComplaintState::Received, Role::Reviewer, false, false).is_err());
        assert_eq!(again(&forwarded, Role::Reviewer, true, false), Err(AnswerNotOpen::OwnAct));
        let silent = extend(&forwarded, extension(" "), Role::Reviewer, false, false);
        assert_eq!(silent, Err(AnswerNotOpen::NoReasons));
    }

    #[test]
    fn the_names_of_open_answers_are_those_that_are_taken() {
        let forwarded = ComplaintState::Forwarded { at: now(), extension: None };
        assert_eq!(
            open_answers(&ComplaintState::Received, Subject::Refusal, Role::Officer, false),
            ["satisfy", "forward"]
        );
        assert_eq!(open_answers(&ComplaintState::Received, Subject::Refusal, Role::Officer, true), ["forward"]);
        assert_eq!(
            open_answers(&forwarded, Subject::Refusal, Role::Reviewer, false),
            Decision::ALL.map(Decision::as_str)
        );
        assert!(open_answers(&forwarded, Subject::Refusal, Role::Reviewer, true).is_empty());
        assert!(open_answers(&forwarded, Subject::Refusal, Role::Officer, false).is_empty());
    }

    #[test]
    fn where_there_is_no_act_none_is_cancelled() {
        let forwarded = ComplaintState::Forwarded { at: now(), extension: None };
        for subject in Subject::ALL {
            let open = open_answers(&forwarded, subject, Role::Reviewer, false);
            let undoes = StateKind::ALL.into_iter().any(|state| subject.undoes(state));
            for decision in Decision::ALL {
                let offered = open.contains(&decision.as_str());
                assert_eq!(offered, undoes || !decision.cancels(), "{} {}", subject.as_str(), decision.as_str());
                let decided = ComplaintState::Decided { decision, reasons: "x".into(), at: now() };
                let other_action = subject == Subject::Annulment && decision == Decision::PerformAction;
                let undone = undoes && decision.is_for_the_person() && !other_action;
                assert_eq!(decided.reopens(subject), undone, "{}", subject.as_str());
            }
        }
    }

    #[test]
    fn only_what_the_complaint_is_about_is_undone() {
        for subject in Subject::ALL {
            for state in StateKind::ALL {
                let undone = matches!(
                    (subject, state),
                    (Subject::Refusal, StateKind::Refused)
                        | (Subject::NotRegistered, StateKind::DeclinedRegistration)
                        | (Subject::Return, StateKind::Returned)
                        | (Subject::Annulment, StateKind::Annulled)
                );
                assert_eq!(subject.undoes(state), undone, "{} {}", subject.as_str(), state.as_str());
            }
        }
    }

    #[test]
    fn three_months_end_on_the_same_day_or_the_last_one() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(file_until(day("2026-11-26"), 3), day("2027-02-26"));
        assert_eq!(file_until(day("2026-11-30"), 3), day("2027-02-28"));
    }

    #[test]
    fn an_answer_of_substance_has_reasons() {
        let decide = Answer::Decide { decision: Decision::SendBack, reasons: " ".into() };
        let forwarded = ComplaintState::Forwarded { at: now(), extension: None };
        assert_eq!(
            answer(&forwarded, decide, Subject::Refusal, Role::Reviewer, false, now()),
            Err(AnswerNotOpen::NoReasons)
        );
    }

    #[test]
    fn four_of_the_six_decisions_are_for_the_person_and_none_worsens_the_case() {
        let open: Vec<bool> = Decision::ALL.into_iter().map(Decision::is_for_the_person).collect();
        assert_eq!(open, [true, true, true, false, true, false]);
        for decision in Decision::ALL {
            assert_eq!(Decision::from_name(decision.as_str()), Some(decision));
        }
    }
}
