//! Every act by every role, tried from every state that can be reached: no path leads to an unlawful state.
//!
//! The walk is exhaustive, not sampled: the acts that are open form a short graph.
#![cfg(test)]

use domain::actor::Role;
use domain::application::act::DeclineReason;
use domain::application::{Act, CertificateStage, Event, Handover, LetterKind, State, transition};
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
    })
}

/// Every act, with lawful data and with the data that the law forbids.
fn acts() -> Vec<Act> {
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
        Act::HandOver { handover: handover(true) },
        Act::HandOver { handover: handover(false) },
        Act::Withdraw { reason: String::new() },
    ]
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
        State::Collected { handover, number, record } => {
            assert!(handover.originals_seen);
            assert_eq!((number.0.as_str(), record.number.as_str()), ("DA-26-0000001", "R1"));
        }
        State::Granted { certificate: CertificateStage::Issued { number, .. }, .. } => {
            assert_eq!(number.0, "DA-26-0000001")
        }
        State::Granted { .. } | State::SignatureCheckPending | State::Submitted | State::InReview { .. } => {}
        State::Withdrawn { withdrawn_at, .. } => assert_eq!(*withdrawn_at, now()),
    }
    let met = walk.events.iter().filter(|event| **event == Event::TermMet).count();
    assert_eq!(
        met,
        usize::from(matches!(walk.state, State::Ready { .. } | State::Collected { .. } | State::Refused { .. })),
        "the term is met once, by the refusal or the notice with the collection time: {:?}",
        walk.state
    );
}

#[test]
fn no_sequence_of_acts_reaches_an_unlawful_state() {
    let mut open: Vec<Walk> = [State::SignatureCheckPending, State::Submitted]
        .into_iter()
        .map(|state| Walk { state, events: vec![], steps: 0 })
        .collect();
    let (mut ends, mut walked) = (std::collections::BTreeSet::new(), 0_usize);
    while let Some(walk) = open.pop() {
        check(&walk);
        walked += 1;
        assert!(walk.steps <= 7, "no path is endless");
        let mut stuck = true;
        for role in Role::ALL {
            for act in acts() {
                let Ok((state, events)) = transition(walk.state.clone(), act, role, now()) else { continue };
                // The person may take back what is not decided, and nothing else.
                let own = role == Role::Applicant && matches!(state, State::Withdrawn { .. });
                assert!(own || matches!(role, Role::Officer | Role::System), "{} moved an application", role.as_str());
                assert!(!own || walk.state.record().is_none(), "decided already");
                // Another appointment is the only act that leaves the state as it is.
                if state.kind() == walk.state.kind() {
                    assert!(matches!(state, State::Ready { .. }), "{}", state.kind().as_str());
                    assert_eq!(events, [Event::Letter(LetterKind::Ready)]);
                    stuck = false;
                    continue;
                }
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
