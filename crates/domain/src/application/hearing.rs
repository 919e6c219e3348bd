//! The hearing before a refusal as moves of a case (APPC 73, 74): part of the state machine, in a file of its own for its length. That a service
//! hears at all is asked by the office; a case that is being heard goes on whatever the passport says later.

use super::act::{Act, ActKind};
use super::event::{Event, LetterKind};
use super::state::State;
use super::transition::{Moved, NotOpen, said};
use crate::hearing::{Hearing, Meeting, Protocol, Remarks, Stage, Wish};
use jiff::Timestamp;

/// Plans the refusal: the person is told and may speak.
pub(super) fn plan(registered_at: Timestamp, hearing: Hearing, now: Timestamp) -> Moved {
    if hearing.grounds.is_empty() {
        return Err(NotOpen::NoGround);
    }
    let (reasons, remedy) = (said(hearing.reasons)?, said(hearing.remedy)?);
    if hearing.object_by <= now || hearing.decide_from < hearing.object_by || hearing.decide_by <= hearing.decide_from {
        return Err(NotOpen::NoTimeToAnswer);
    }
    let hearing = Hearing { reasons, remedy, told_at: now, stage: Stage::Awaited, ..hearing };
    let hearing = Box::new(hearing);
    let told = vec![Event::TermWaits, Event::Letter(LetterKind::PreliminaryRefusal)];
    Ok((State::PreliminaryRefusal { registered_at, hearing }, told))
}

/// Every other act of a hearing.
pub(super) fn hearing(registered_at: Timestamp, mut own: Box<Hearing>, act: Act, now: Timestamp) -> Moved {
    if !own.allows(act.kind(), now) {
        return Err(if act.kind() == ActKind::AskHearing { NotOpen::TooLate } else { NotOpen::AnswerAwaited });
    }
    let events = match act {
        // The favourable turn needs no waiting (73(2)1)).
        Act::ResumeReview => {
            return Ok((State::InReview { registered_at }, vec![Event::Letter(LetterKind::ReviewResumed)]));
        }
        Act::StatePosition { position } => {
            let position = own.stage.with(said(position)?);
            own.stage = Stage::Stated { position, stated_at: now };
            vec![]
        }
        Act::WaiveHearing => {
            own.stage = Stage::Waived { waived_at: now };
            vec![]
        }
        Act::AskHearing { way, said } => {
            let said = own.stage.with(said);
            own.stage = Stage::Asked { wish: Wish { way, said, asked_at: now } };
            vec![]
        }
        Act::SetHearing { meeting, decide } => set(&mut own, meeting, decide, now)?,
        Act::RecordHearing { protocol, decide } => record(&mut own, protocol, decide, now)?,
        Act::RemarkProtocol { said } => {
            let Stage::Held { remarks, .. } = &mut own.stage else { return Err(NotOpen::Act) };
            *remarks = match said.trim().is_empty() {
                true => Remarks::None { said_at: now },
                false => Remarks::Made { said, said_at: now },
            };
            vec![]
        }
        Act::AnswerRemarks { answer, reason } => {
            let Stage::Held { remarks, .. } = &mut own.stage else { return Err(NotOpen::Act) };
            let Remarks::Made { said: words, said_at } = remarks.clone() else { return Err(NotOpen::Act) };
            *remarks = Remarks::Answered { said: words, said_at, answer, reason: said(reason)?, answered_at: now };
            vec![Event::Letter(LetterKind::RemarksAnswered)]
        }
        _ => return Err(NotOpen::Act),
    };
    Ok((State::PreliminaryRefusal { registered_at, hearing: own }, events))
}

/// From when and until when the decision is planned.
pub type Decide = (Timestamp, Timestamp);

fn set(own: &mut Hearing, meeting: Meeting, decide: Decide, now: Timestamp) -> Result<Vec<Event>, NotOpen> {
    let (Stage::Asked { wish } | Stage::Set { wish, .. }) = own.stage.clone() else { return Err(NotOpen::Act) };
    if meeting.at <= now {
        return Err(NotOpen::HearingInThePast);
    }
    let meeting = Meeting { place: said(meeting.place)?, ..meeting };
    own.stage = Stage::Set { wish, meeting };
    later(own, decide);
    Ok(vec![Event::TermWaits, Event::Letter(LetterKind::HearingSet)])
}

fn record(
    own: &mut Hearing,
    mut protocol: Box<Protocol>,
    decide: Decide,
    now: Timestamp,
) -> Result<Vec<Event>, NotOpen> {
    let Stage::Set { wish, .. } = own.stage.clone() else { return Err(NotOpen::Act) };
    if protocol.ended_at < protocol.began_at || protocol.ended_at > now || protocol.remarks_by <= now {
        return Err(NotOpen::NoTimeToAnswer);
    }
    for text in [&protocol.place, &protocol.secretary, &protocol.present, &protocol.said] {
        said(text.clone())?;
    }
    protocol.made_at = now;
    own.stage = Stage::Held { wish, protocol, remarks: Remarks::Awaited };
    later(own, decide);
    Ok(vec![Event::TermWaits, Event::Letter(LetterKind::HearingRecorded)])
}

/// The day of the decision only moves away from now: nothing that was promised is taken back.
fn later(own: &mut Hearing, (from, by): Decide) {
    own.decide_from = own.decide_from.max(from);
    own.decide_by = own.decide_by.max(by);
}
