//! The hearing before a refusal, act by act (APPC 73, 74): who may do what when, and that no refusal comes before the person could speak.
#![cfg(test)]

use domain::actor::Role;
use domain::application::transition::open_acts;
use domain::application::{Act, ActKind, Event, LetterKind, NotOpen, State, StateKind, transition};
use domain::hearing::{Answer, Hearing, Meeting, OralWay, Protocol, Remarks, Stage};
use domain::lang::Trilingual;
use domain::paper::OfficerLine;
use domain::refusal::Ground;
use jiff::{Timestamp, ToSpan};

fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn day(days: i64) -> Timestamp {
    now() + (24 * days).hours()
}

fn official() -> OfficerLine {
    let post = Trilingual { kk: "к".into(), ru: "к".into(), en: "c".into() };
    OfficerLine { name: "A. Seitova".into(), post }
}

fn planned() -> Box<Hearing> {
    Box::new(Hearing {
        grounds: vec![Ground::UnreliableDocuments],
        reasons: "the seal is missing".into(),
        remedy: "a copy with the seal".into(),
        listens: official(),
        told_at: now(),
        object_by: day(2),
        decide_from: day(4),
        decide_by: day(4) + 9.hours(),
        stage: Stage::Awaited,
    })
}

fn told() -> State {
    let review = State::InReview { registered_at: now() };
    transition(review, Act::PlanRefusal { hearing: planned() }, Role::Officer, now()).unwrap().0
}

fn refuse(grounds: &[Ground]) -> Act {
    Act::Refuse { grounds: grounds.to_vec(), reasons: "the seal is still missing".into() }
}

fn refuses(state: &State, at: Timestamp) -> Result<(), NotOpen> {
    transition(state.clone(), refuse(&[Ground::UnreliableDocuments]), Role::Officer, at).map(|_| ())
}

fn does(state: State, act: Act, role: Role, at: Timestamp) -> (State, Vec<Event>) {
    transition(state, act, role, at).unwrap()
}

#[test]
fn appc_73_1_no_refusal_before_the_day_that_was_told() {
    let review = State::InReview { registered_at: now() };
    let (state, events) = does(review, Act::PlanRefusal { hearing: planned() }, Role::Officer, now());
    assert_eq!(events, [Event::TermWaits, Event::Letter(LetterKind::PreliminaryRefusal)]);
    assert!(state.kind() == StateKind::PreliminaryRefusal && state.kind().term_runs());
    assert_eq!(refuses(&state, day(3)), Err(NotOpen::AnswerAwaited));
    assert_eq!(refuses(&state, day(4)), Ok(()), "silence is no obstacle (73(3))");
    let (state, events) = does(state, Act::StatePosition { position: "it is there".into() }, Role::Applicant, day(1));
    assert_eq!((state.kind(), events), (StateKind::PositionStated, vec![]));
    assert_eq!(refuses(&state, day(3)), Err(NotOpen::AnswerAwaited), "an answer does not shorten the notice");
    // Who answered may have more to say, and may still ask to be heard while there is time (73(3)).
    let more = Act::StatePosition { position: "and here is page 3".into() };
    let stated = does(state.clone(), more, Role::Applicant, day(3)).0;
    let Stage::Stated { position, .. } = &stated.hearing().unwrap().stage else { panic!("{stated:?}") };
    assert_eq!(position, "it is there\n\nand here is page 3");
    let ask = || Act::AskHearing { way: OralWay::Phone, said: "mornings".into() };
    let asked = does(state.clone(), ask(), Role::Applicant, day(1)).0;
    let Stage::Asked { wish } = &asked.hearing().unwrap().stage else { panic!("{asked:?}") };
    assert_eq!(wish.said, "it is there\n\nmornings");
    assert_eq!(transition(state.clone(), ask(), Role::Applicant, day(3)), Err(NotOpen::TooLate));
    assert_eq!(refuses(&state, day(4)), Ok(()));
}

#[test]
fn appc_73_2_5_who_asks_for_no_hearing_does_not_wait_and_a_favourable_turn_never_does() {
    let waived = does(told(), Act::WaiveHearing, Role::Applicant, now()).0;
    assert_eq!(refuses(&waived, now()), Ok(()));
    let (state, events) = does(told(), Act::ResumeReview, Role::Officer, now());
    assert_eq!(state, State::InReview { registered_at: now() });
    assert_eq!(events, [Event::Letter(LetterKind::ReviewResumed)]);
}

#[test]
fn a_refusal_rests_on_nothing_that_the_person_was_not_heard_about() {
    let also = [Ground::UnreliableDocuments, Ground::NoConsent];
    let other = transition(told(), refuse(&also), Role::Officer, day(4));
    assert_eq!(other.unwrap_err(), NotOpen::GroundNotHeard);
    assert_eq!(transition(told(), refuse(&[]), Role::Officer, day(4)).unwrap_err(), NotOpen::NoGround);
}

#[test]
fn appc_73_3_a_hearing_is_asked_for_in_time_and_what_is_written_late_is_read() {
    let ask = || Act::AskHearing { way: OralWay::Video, said: String::new() };
    let late = day(2) + 1.second();
    assert_eq!(transition(told(), ask(), Role::Applicant, late).unwrap_err(), NotOpen::TooLate);
    assert!(transition(told(), ask(), Role::Applicant, day(2)).is_ok());
    let write = Act::StatePosition { position: "late, but here".into() };
    assert!(transition(told(), write, Role::Applicant, late).is_ok());
    let nothing = Act::StatePosition { position: " ".into() };
    assert_eq!(transition(told(), nothing, Role::Applicant, now()).unwrap_err(), NotOpen::NoReasons);
}

#[test]
fn a_plan_has_grounds_reasons_a_way_to_mend_and_time() {
    let plan = |change: fn(&mut Hearing)| {
        let mut hearing = planned();
        change(&mut hearing);
        let review = State::InReview { registered_at: now() };
        transition(review, Act::PlanRefusal { hearing }, Role::Officer, now()).unwrap_err()
    };
    assert_eq!(plan(|own| own.grounds.clear()), NotOpen::NoGround);
    assert_eq!(plan(|own| own.reasons.clear()), NotOpen::NoReasons);
    assert_eq!(plan(|own| own.remedy.clear()), NotOpen::NoReasons);
    assert_eq!(plan(|own| own.object_by = now()), NotOpen::NoTimeToAnswer);
    assert_eq!(plan(|own| own.decide_from = day(1)), NotOpen::NoTimeToAnswer);
    assert_eq!(plan(|own| own.decide_by = day(4)), NotOpen::NoTimeToAnswer);
}

fn protocol(began: Timestamp) -> Box<Protocol> {
    Box::new(Protocol {
        place: "room 3".into(),
        began_at: began,
        ended_at: began + 30.minutes(),
        presided: official(),
        secretary: "B. Ospanov".into(),
        present: "the applicant".into(),
        said: "The seal is on page 2.".into(),
        made_at: began,
        remarks_by: day(8),
    })
}

#[test]
fn appc_74_an_oral_hearing_has_a_time_a_protocol_and_answered_remarks() {
    let ask = Act::AskHearing { way: OralWay::InPerson, said: "mornings".into() };
    let asked = does(told(), ask, Role::Applicant, day(1)).0;
    assert_eq!(refuses(&asked, day(9)), Err(NotOpen::Act), "who asked to be heard is heard first");
    let set =
        |at, decide| Act::SetHearing { meeting: Meeting { at, place: "room 3".into(), listens: official() }, decide };
    let past = transition(asked.clone(), set(day(1), (day(4), day(5))), Role::Officer, day(1)).unwrap_err();
    assert_eq!(past, NotOpen::HearingInThePast);
    let (state, events) = does(asked, set(day(3), (day(4), day(5))), Role::Officer, day(1));
    assert_eq!(events, [Event::TermWaits, Event::Letter(LetterKind::HearingSet)]);
    assert_eq!(refuses(&state, day(9)), Err(NotOpen::Act));
    let record = |began| Act::RecordHearing { protocol: protocol(began), decide: (day(9), day(10)) };
    let early = transition(state.clone(), record(day(3)), Role::Officer, day(2)).unwrap_err();
    assert_eq!(early, NotOpen::AnswerAwaited);
    let (state, events) = does(state, record(day(3)), Role::Officer, day(3) + 1.hour());
    assert_eq!(events, [Event::TermWaits, Event::Letter(LetterKind::HearingRecorded)]);
    assert_eq!(refuses(&state, day(8)), Err(NotOpen::AnswerAwaited), "remarks have their time (74(6))");
    assert_eq!(refuses(&state, day(9)), Ok(()));

    let remark = |said: &str| Act::RemarkProtocol { said: said.into() };
    let none = does(state.clone(), remark(""), Role::Applicant, day(4)).0;
    assert_eq!(refuses(&none, day(9)), Ok(()));
    let late = transition(state.clone(), remark("x"), Role::Applicant, day(8) + 1.second()).unwrap_err();
    assert_eq!(late, NotOpen::AnswerAwaited);
    let made = does(state, remark("it was page 3"), Role::Applicant, day(4)).0;
    assert_eq!(refuses(&made, day(9)), Err(NotOpen::AnswerAwaited), "remarks are answered first");
    assert!(transition(made.clone(), remark("once more"), Role::Applicant, day(4)).is_err());
    let answer = Act::AnswerRemarks { answer: Answer::Accepted, reason: "page 3 it is".into() };
    let answered = does(made, answer, Role::Officer, day(5)).0;
    let Some(Stage::Held { remarks: Remarks::Answered { said, .. }, .. }) = answered.hearing().map(|own| &own.stage)
    else {
        panic!("{answered:?}")
    };
    assert_eq!(said, "it was page 3");
    assert_eq!(refuses(&answered, day(9)), Ok(()));
}

#[test]
fn who_asked_to_be_heard_may_write_instead_and_withdraw_at_any_time() {
    let ask = Act::AskHearing { way: OralWay::Phone, said: String::new() };
    let asked = does(told(), ask, Role::Applicant, now()).0;
    let written =
        does(asked.clone(), Act::StatePosition { position: "rather in writing".into() }, Role::Applicant, now());
    assert_eq!(written.0.kind(), StateKind::PositionStated);
    let gone = does(asked, Act::Withdraw { reason: String::new() }, Role::Applicant, now()).0;
    assert!(matches!(gone, State::Withdrawn { .. }));
    for kind in StateKind::ALL.into_iter().filter(|kind| kind.is_heard()) {
        assert!(open_acts(kind, Role::Officer).contains(&ActKind::ResumeReview), "{}", kind.as_str());
        assert!(!open_acts(kind, Role::Officer).contains(&ActKind::Grant), "it is checked again first");
        for role in [Role::Clerk, Role::Supervisor, Role::Reviewer, Role::System] {
            assert_eq!(open_acts(kind, role), [], "{} {}", kind.as_str(), role.as_str());
        }
    }
}
