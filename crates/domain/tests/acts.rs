//! Every act by every role, tried from every state that can be reached: no path leads to an unlawful state.
//!
//! The walk is exhaustive, not sampled: the acts that are open form a short graph.
#![cfg(test)]

use domain::actor::Role;
use domain::annulment::{Annulment, Basis};
use domain::application::act::DeclineReason;
use domain::application::correction::CorrectionItem;
use domain::application::{Act, CertificateStage, Collection, Event, Handover, LetterKind, State, transition};
use domain::certificate::{ActRecord, CertificateNumber};
use domain::receiver::Receiver;
use domain::refusal::Ground;
use jiff::{Timestamp, ToSpan};

fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

fn handover(originals_seen: bool) -> Box<Handover> {
    Box::new(Handover {
        at: now(),
        receiver: Receiver::Heir { name: "A".into() },
        identity_document: "passport".into(),
        identity_number: "N1".into(),
        originals_seen,
        surrendered: String::new(),
        blank: None,
    })
}

/// Every act, with lawful data and with the data that the law forbids.
fn acts() -> Vec<Act> {
    let ask = |said: &str, hours: i64| Act::RequestCorrection {
        items: vec![CorrectionItem { section: "documents".into(), said: said.into() }],
        answer_by: now() + hours.hours(),
    };
    let refuse = |grounds: &[Ground], reasons: &str| Act::Refuse { grounds: grounds.to_vec(), reasons: reasons.into() };
    let decline =
        |remedy: &str| Act::DeclineRegistration { reason: DeclineReason::IncompleteDocuments, remedy: remedy.into() };
    vec![
        Act::ConfirmSignature,
        Act::RejectSignature { remedy: "sign again".into() },
        Act::RejectSignature { remedy: " ".into() },
        Act::Register,
        decline("enclose the document"),
        decline(""),
        ask("the second page", 24),
        ask("the second page", -1),
        ask(" ", 24),
        Act::RequestCorrection { items: vec![], answer_by: now() + 24.hours() },
        Act::RemindCorrection { due: 1 },
        Act::Supplement,
        Act::ReturnRequest { reasons: "page 2".into() },
        Act::Grant {
            record: ActRecord {
                number: "R1".into(),
                date: jiff::civil::date(2026, 11, 22),
                made_by: domain::ids::OfficerId(uuid::Uuid::nil()),
            },
        },
        refuse(&[Ground::NoConsent], "no consent was given"),
        refuse(&[], "no ground"),
        refuse(&[Ground::NoConsent], " "),
        Act::ReserveCertificate { number: CertificateNumber("DA-26-0000001".into()) },
        Act::IssueCertificate { paper_sha256: "ab".into() },
        Act::SetCollection { at: now() + 24.hours(), note: String::new() },
        Act::SetCollection { at: now(), note: String::new() },
        Act::ChangeCollection { at: now() + 48.hours() },
        Act::ChangeCollection { at: now() },
        Act::RemindCollection,
        Act::ReportNoShow,
        Act::HandOver { handover: handover(true) },
        Act::HandOver { handover: handover(false) },
        Act::Withdraw { reason: String::new() },
    ]
}

fn forward(reason: &str) -> Act {
    let mission = |id: &str| domain::ids::MissionId(id.into());
    Act::Transfer { from: mission("berlin"), to: mission("paris"), reason: reason.into() }
}

fn forwarded() -> State {
    transition(State::Submitted, forward("she lives in Lyon"), Role::Officer, now()).unwrap().0
}

/// APPC 65(1). Not among [`acts`]: missions may forward a case to each other without end.
#[test]
fn appc_65_1_a_case_is_forwarded_before_the_decision_with_a_reason_and_a_letter() {
    for state in [State::Submitted, forwarded(), State::InReview { registered_at: now() }] {
        let (moved, events) = transition(state.clone(), forward("she lives in Lyon"), Role::Officer, now()).unwrap();
        assert!(matches!(moved, State::Transferred { .. }) && moved.kind().term_runs(), "the term does not stop");
        assert_eq!(events, [Event::Letter(LetterKind::Transferred)]);
        assert!(transition(state.clone(), forward(" "), Role::Officer, now()).is_err());
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Officer) {
            assert!(transition(state.clone(), forward("x"), role, now()).is_err(), "{}", role.as_str());
        }
    }
    let refuse = Act::Refuse { grounds: vec![Ground::NoConsent], reasons: "no consent was given".into() };
    let (refused, _) = transition(State::InReview { registered_at: now() }, refuse, Role::Officer, now()).unwrap();
    assert!(transition(refused, forward("x"), Role::Officer, now()).is_err(), "what is decided stays");
}

/// Family Code 185. Not among [`acts`]: it follows also after the end of the path.
#[test]
fn family_code_185_a_record_is_annulled_by_the_head_with_a_paper_and_a_reason() {
    let record = || ActRecord {
        number: "R1".into(),
        date: jiff::civil::date(2026, 11, 22),
        made_by: domain::ids::OfficerId(uuid::Uuid::nil()),
    };
    let number = || CertificateNumber("DA-26-0000001".into());
    let issued = CertificateStage::Issued { number: number(), paper_sha256: "ab".into() };
    let collection = Collection { at: now() + 24.hours(), note: String::new() };
    let annul = |document: &str, reason: &str| Act::Annul {
        annulment: Annulment {
            basis: Basis::CourtDecision,
            document: document.into(),
            reason: reason.into(),
            not_suspended: String::new(),
        },
    };
    let good = || annul("decision of the court of Almaty of 20 November", "recorded twice");
    for state in [
        State::Granted { record: record(), certificate: issued },
        State::Ready { record: record(), number: number(), collection },
        State::Uncollected { record: record(), number: number(), missed: now() },
        State::Collected { record: record(), number: number(), handover: *handover(true) },
    ] {
        let (annulled, events) = transition(state.clone(), good(), Role::Supervisor, now()).unwrap();
        assert!(matches!(&annulled, State::Annulled { number: own, .. } if *own == number()));
        assert!(annulled.kind().is_final() && annulled.record() == Some(&record()));
        assert_eq!(events, [Event::RecordAnnulled, Event::Letter(LetterKind::Annulled)]);
        assert!(transition(annulled, good(), Role::Supervisor, now()).is_err(), "once");
        for (document, reason) in [(" ", "recorded twice"), ("a decision", "")] {
            assert!(transition(state.clone(), annul(document, reason), Role::Supervisor, now()).is_err());
        }
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Supervisor) {
            assert!(transition(state.clone(), good(), role, now()).is_err(), "{}", role.as_str());
        }
    }
    assert!(transition(State::InReview { registered_at: now() }, good(), Role::Supervisor, now()).is_err());
}

/// One step of a path.
struct Walk {
    state: State,
    events: Vec<Event>,
    steps: usize,
}

fn check(walk: &Walk) {
    match &walk.state {
        State::Refused { grounds, reasons, .. } => assert!(!grounds.is_empty() && !reasons.trim().is_empty()),
        State::DeclinedRegistration { remedy, .. } => assert!(!remedy.trim().is_empty()),
        State::Ready { collection, number, record } => {
            assert!(collection.at > now());
            assert_eq!((number.0.as_str(), record.number.as_str()), ("DA-26-0000001", "R1"));
        }
        State::Uncollected { missed, number, record } => {
            assert!(*missed <= now());
            assert_eq!((number.0.as_str(), record.number.as_str()), ("DA-26-0000001", "R1"));
        }
        State::Collected { handover, number, record } => {
            assert!(handover.originals_seen);
            assert_eq!((number.0.as_str(), record.number.as_str()), ("DA-26-0000001", "R1"));
        }
        State::Granted { certificate: CertificateStage::Issued { number, .. }, .. } => {
            assert_eq!(number.0, "DA-26-0000001")
        }
        State::Granted { .. } | State::SignatureCheckPending | State::Submitted | State::InReview { .. } => {}
        State::CorrectionRequested { correction, .. } => {
            assert!(correction.answer_by > now() && correction.items.iter().all(|item| !item.said.trim().is_empty()));
        }
        State::Returned { .. } => panic!("the time to answer has not passed"),
        State::Withdrawn { withdrawn_at, .. } => assert_eq!(*withdrawn_at, now()),
        State::Annulled { .. } | State::Replaced { .. } | State::PreliminaryRefusal { .. } => {
            panic!("none of these acts annuls, corrects or hears")
        }
        State::Transferred { reason, .. } => assert!(!reason.trim().is_empty()),
    }
    let met = walk.events.iter().filter(|event| **event == Event::TermMet).count();
    assert_eq!(
        met,
        usize::from(matches!(
            walk.state,
            State::Ready { .. } | State::Uncollected { .. } | State::Collected { .. } | State::Refused { .. }
        )),
        "the term is met once, by the refusal or the notice with the collection time: {:?}",
        walk.state
    );
}

#[test]
fn no_sequence_of_acts_reaches_an_unlawful_state() {
    let mut open: Vec<Walk> = [State::SignatureCheckPending, State::Submitted, forwarded()]
        .into_iter()
        .map(|state| Walk { state, events: vec![], steps: 0 })
        .collect();
    let (mut ends, mut walked) = (std::collections::BTreeSet::new(), 0_usize);
    while let Some(walk) = open.pop() {
        check(&walk);
        walked += 1;
        assert!(walk.steps <= 8, "no path is endless");
        let mut stuck = true;
        for role in Role::ALL {
            for act in acts() {
                let Ok((state, events)) = transition(walk.state.clone(), act, role, now()) else { continue };
                // The person may answer what was asked, choose another time and take back what is not decided, and nothing else.
                if walk.state.correction().is_some()
                    && role == Role::Applicant
                    && matches!(state, State::InReview { .. })
                {
                    assert_eq!(events, [Event::Letter(LetterKind::Supplemented)], "back to where it was asked from");
                    stuck = false;
                    continue;
                }
                // Another appointment and a reminder are the only acts that leave the state as it is.
                if state.kind() == walk.state.kind() {
                    let letters: &[LetterKind] = match (&state, role) {
                        (State::Ready { .. }, Role::System) => &[LetterKind::CollectionReminder],
                        (State::Ready { .. }, _) => &[LetterKind::CollectionChanged],
                        (State::CorrectionRequested { .. }, Role::System) => &[LetterKind::CorrectionReminder],
                        _ => panic!("{} by {}", state.kind().as_str(), role.as_str()),
                    };
                    assert!(letters.iter().all(|letter| events == [Event::Letter(*letter)]), "{events:?}");
                    stuck = false;
                    continue;
                }
                let own = role == Role::Applicant && matches!(state, State::Withdrawn { .. });
                assert!(own || matches!(role, Role::Officer | Role::System), "{} moved an application", role.as_str());
                assert!(!own || walk.state.record().is_none(), "decided already");
                let events = walk.events.iter().copied().chain(events).collect();
                stuck = false;
                open.push(Walk { state, events, steps: walk.steps + 1 });
            }
        }
        assert_eq!(stuck, walk.state.kind().is_final());
        if stuck {
            ends.insert(walk.state.kind().as_str());
        }
    }
    assert_eq!(ends.into_iter().collect::<Vec<_>>(), ["collected", "declined_registration", "refused", "withdrawn"]);
    assert!(walked > 20, "{walked}");
}

#[test]
fn every_end_is_told_to_the_applicant() {
    let (_, events) = transition(
        State::InReview { registered_at: now() },
        Act::Refuse { grounds: vec![Ground::UnreliableDocuments], reasons: "the seal is missing".into() },
        Role::Officer,
        now(),
    )
    .unwrap();
    assert_eq!(events, [Event::TermMet, Event::Letter(LetterKind::Refused)]);
}

#[test]
fn a_refusal_waits_for_the_answer_that_was_asked_for() {
    let asked = Act::RequestCorrection {
        items: vec![CorrectionItem { section: "documents".into(), said: "the second page".into() }],
        answer_by: now() + 24.hours(),
    };
    let (state, events) = transition(State::InReview { registered_at: now() }, asked, Role::Officer, now()).unwrap();
    assert_eq!(events, [Event::Letter(LetterKind::CorrectionRequested)]);
    let refuse = || Act::Refuse { grounds: vec![Ground::NoConsent], reasons: "no consent was given".into() };
    let at = |hours: i64| transition(state.clone(), refuse(), Role::Officer, now() + hours.hours());
    assert_eq!(at(24), Err(domain::application::NotOpen::AnswerAwaited));
    assert!(at(25).is_ok());
    assert!(state.kind().term_runs(), "the term does not stop");
}

/// APPC 64(6)-(7). Not in the walk, whose clock stands: it follows only after the time to answer.
#[test]
fn appc_64_7_what_was_not_mended_in_its_time_is_returned_and_decides_nothing() {
    let asked = Act::RequestCorrection {
        items: vec![CorrectionItem { section: "documents".into(), said: "the second page".into() }],
        answer_by: now() + 24.hours(),
    };
    let (state, _) = transition(State::InReview { registered_at: now() }, asked, Role::Officer, now()).unwrap();
    let at = |reasons: &str, role, hours: i64| {
        transition(state.clone(), Act::ReturnRequest { reasons: reasons.into() }, role, now() + hours.hours())
    };
    assert_eq!(at("page 2", Role::Officer, 24), Err(domain::application::NotOpen::AnswerAwaited), "the last instant");
    assert_eq!(at(" ", Role::Officer, 25), Err(domain::application::NotOpen::NoReasons));
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Officer) {
        assert!(at("page 2", role, 25).is_err(), "{}", role.as_str());
    }
    let (returned, events) = at("page 2", Role::Officer, 25).unwrap();
    assert!(matches!(&returned, State::Returned { asked, .. } if asked.items[0].said == "the second page"));
    assert_eq!(events, [Event::Letter(LetterKind::Returned)], "no term is met: nothing was decided");
    assert!(returned.kind().is_final() && returned.record().is_none());
    // A late answer counts until then.
    let late = transition(state.clone(), Act::Supplement, Role::Applicant, now() + 25.hours()).unwrap().0;
    assert!(matches!(late, State::InReview { .. }));
    let back = Act::ReturnRequest { reasons: "page 2".into() };
    assert!(transition(late, back, Role::Officer, now() + 26.hours()).is_err(), "answered");
    // A complaint opens it again, and the term begins.
    let (open, events) = transition(returned, Act::Reopen, Role::System, now() + 48.hours()).unwrap();
    assert!(matches!(open, State::InReview { .. }) && events == [Event::TermBegins]);
}

#[test]
fn who_did_not_come_chooses_another_time_or_simply_comes() {
    let record = ActRecord {
        number: "R1".into(),
        date: jiff::civil::date(2026, 11, 22),
        made_by: domain::ids::OfficerId(uuid::Uuid::nil()),
    };
    let collection = Collection { at: now() + 1.hours(), note: "gate 2".into() };
    let ready = State::Ready { record, number: CertificateNumber("DA-26-0000001".into()), collection };
    let missed = |at| transition(ready.clone(), Act::ReportNoShow, Role::Officer, at);
    assert_eq!(missed(now()), Err(domain::application::NotOpen::CollectionStillAhead));
    let (state, events) = missed(now() + 2.hours()).unwrap();
    assert_eq!(events, [Event::Letter(LetterKind::NoShow)]);
    assert!(!state.kind().term_runs(), "the term stays met");
    let again = Act::ChangeCollection { at: now() + 48.hours() };
    let (back, events) = transition(state.clone(), again, Role::Applicant, now() + 2.hours()).unwrap();
    assert_eq!(events, [Event::Letter(LetterKind::CollectionChanged)]);
    assert!(matches!(back, State::Ready { .. }));
    let served =
        transition(state, Act::HandOver { handover: handover(true) }, Role::Officer, now() + 3.hours()).unwrap().0;
    assert!(matches!(served, State::Collected { .. }));
}

#[test]
fn a_complaint_opens_what_was_ended_against_the_person_and_nothing_else() {
    let refuse = Act::Refuse { grounds: vec![Ground::NoConsent], reasons: "no consent was given".into() };
    let (refused, _) = transition(State::InReview { registered_at: now() }, refuse, Role::Officer, now()).unwrap();
    let (open, events) = transition(refused.clone(), Act::Reopen, Role::System, now()).unwrap();
    assert!(matches!(open, State::InReview { .. }));
    assert_eq!(events, [Event::TermBegins]);
    let decline = Act::DeclineRegistration { reason: DeclineReason::WrongMission, remedy: "ask the other one".into() };
    let (declined, _) = transition(State::Submitted, decline, Role::Officer, now()).unwrap();
    assert_eq!(transition(declined, Act::Reopen, Role::System, now()).unwrap().0, State::Submitted);
    // Also where the key was at fault: to wait for the check again would decline it again by itself.
    let reject = Act::RejectSignature { remedy: "sign again".into() };
    let (rejected, _) = transition(State::SignatureCheckPending, reject, Role::System, now()).unwrap();
    assert_eq!(transition(rejected, Act::Reopen, Role::System, now()).unwrap().0, State::Submitted);
    for role in Role::ALL.into_iter().filter(|role| *role != Role::System) {
        assert!(transition(refused.clone(), Act::Reopen, role, now()).is_err(), "{}", role.as_str());
    }
    let withdrawn = State::Withdrawn { reason: String::new(), withdrawn_at: now() };
    assert!(transition(withdrawn, Act::Reopen, Role::System, now()).is_err());
}

/// APPC 82. Not among [`acts`]: a corrected certificate can have a slip, too.
#[test]
fn appc_82_a_slip_is_put_right_by_the_head_and_a_corrected_certificate_is_handed_over() {
    let record = || ActRecord {
        number: "R1".into(),
        date: jiff::civil::date(2026, 11, 22),
        made_by: domain::ids::OfficerId(uuid::Uuid::nil()),
    };
    let number = |n: u8| CertificateNumber(format!("DA-26-000000{n}"));
    let issued = CertificateStage::Issued { number: number(1), paper_sha256: "ab".into() };
    let collection = Collection { at: now() + 24.hours(), note: String::new() };
    let correct = || Act::CorrectCertificate { number: number(2) };
    let told = [
        State::Ready { record: record(), number: number(1), collection },
        State::Uncollected { record: record(), number: number(1), missed: now() },
        State::Collected { record: record(), number: number(1), handover: *handover(true) },
        State::Replaced { record: record(), certificate: issued.clone(), corrected_at: now() },
    ];
    for state in told {
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Supervisor) {
            assert!(transition(state.clone(), correct(), role, now()).is_err(), "{}", role.as_str());
        }
        let (moved, events) = transition(state, correct(), Role::Supervisor, now()).unwrap();
        assert_eq!((moved.number(), events.as_slice()), (Some(&number(2)), &[Event::CertificateCorrected][..]));
        assert!(!moved.kind().term_runs() && !moved.kind().is_final());
        assert!(transition(moved.clone(), correct(), Role::Supervisor, now()).is_err(), "one after the other");
        let issue = Act::IssueCertificate { paper_sha256: "cd".into() };
        let (moved, _) = transition(moved, issue, Role::System, now()).unwrap();
        let hand = Act::HandOver { handover: handover(true) };
        let (moved, _) = transition(moved, hand, Role::Officer, now()).unwrap();
        assert_eq!(moved.number(), Some(&number(2)));
    }
    // Before anybody was told, the term goes on.
    let state = State::Granted { record: record(), certificate: issued };
    let (moved, _) = transition(state, correct(), Role::Supervisor, now()).unwrap();
    assert!(matches!(&moved, State::Granted { certificate: CertificateStage::Reserved { .. }, .. }));
    assert!(moved.kind().term_runs());
}
