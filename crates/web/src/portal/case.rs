//! `/{lang}/services/{application}`: one case as its applicant sees it (UX.md K2): where it stands, who acts next and by when.

use super::machine::{self, CheckCard};
use super::motions::{self, MotionCard};
use super::{hearing, questions, times};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::application::{ActKind, State, StateKind};
use domain::complaint::Subject;
use domain::decision::Decided;
use domain::ids::ApplicationId;
use domain::mission::Mission;
use office::cases::{CaseView, DecisionProof, DecisionView, Delivery, ProofView, SupplementView};
use service::summary::document_name;
use store::complaint::Filed;
use store::outbox::Fate;

/// The page.
#[derive(Template)]
#[template(path = "portal/case.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Where the case stands, in words.
    pub headline: String,
    /// Lines below: reasons, record, who acts next.
    pub told: Vec<String>,
    /// The next date, in the mission's zone and beside it on the clock of Astana.
    pub next: Option<(String, Option<String>)>,
    /// The term passed without a decision: when, with its place.
    pub overdue: Option<String>,
    /// What the mission asks: until when, each part with its words, and the address of the answer.
    pub asked: Option<Asked>,
    /// Address of the hearing before a refusal, and whether the person's word is awaited there.
    pub hearing: Option<(String, bool)>,
    /// Address of the form that starts again with these answers, where that is open.
    pub again: Option<String>,
    /// The end of the term or the collection time for a calendar: what is read, address.
    pub calendar: Option<(String, String)>,
    /// Address to choose another time.
    pub appointment: Option<String>,
    /// Address to complain, where that is open, and whether it is the next thing to do.
    pub complain: Option<(String, bool)>,
    /// Complaints that were filed: state and address.
    pub complaints: Vec<(String, String)>,
    /// What was asked for beside the decision.
    pub motions: Vec<MotionCard>,
    /// What may be asked for: words and address.
    pub may_ask: Vec<(String, String)>,
    /// Address to take the request back, while it is not decided.
    pub withdrawal: Option<String>,
    /// Appointment.
    pub collection: Option<CollectionCard>,
    /// The five steps.
    pub steps: Vec<Step>,
    /// What happened: text, time and place, who.
    pub timeline: Vec<(String, String, String)>,
    /// Notices, newest first.
    pub notices: Vec<NoticeCard>,
    /// Downloads: text and address.
    pub papers: Vec<(String, String)>,
    /// Who of the mission opened the case, and when last.
    pub readers: Vec<(String, String)>,
    /// How the request was confirmed.
    pub proof: Vec<String>,
    /// Addenda: when, and what they changed.
    pub supplements: Vec<SupplementCard>,
    /// What a machine checked.
    pub machine: Vec<CheckCard>,
    /// Answers as they stand.
    pub answers: Vec<questions::SummaryCard>,
    /// Other things to do.
    pub afterwards: String,
    /// Files as sent: document, name, address.
    pub files: Vec<(String, String, String)>,
}

/// What the mission asks.
pub struct Asked {
    /// Until when, with the place of the clock.
    pub until: String,
    /// Part and words.
    pub items: Vec<(String, String)>,
    /// Where the answer is begun.
    pub url: String,
}

/// The appointment.
pub struct CollectionCard {
    /// Day, time and place of the clock.
    pub when: String,
    /// The same on the clock of Astana.
    pub at_home: Option<String>,
    /// Mission and address; the address may be empty.
    pub mission: String,
    /// As published.
    pub address: String,
    /// False: "Check this with the mission before you travel".
    pub verified: bool,
    /// The officer's note.
    pub note: String,
}

/// An addendum.
pub struct SupplementCard {
    /// Which and when.
    pub title: String,
    /// Question, before, after.
    pub changes: Vec<questions::Change>,
}

/// A step of the tracker.
pub struct Step {
    /// Its name.
    pub name: String,
    /// Done.
    pub done: bool,
    /// The case is here.
    pub current: bool,
}

/// A notice.
pub struct NoticeCard {
    /// Its language, BCP 47: the person may have chosen another one since.
    pub lang: &'static str,
    /// Headline.
    pub subject: String,
    /// Text.
    pub body: String,
    /// When, with the place.
    pub at: String,
    /// What became of the mail and the text message.
    pub deliveries: Vec<String>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let case = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    visit.show(&page(&visit, &case))
}

fn page(visit: &Visit, case: &CaseView) -> Page {
    let t = visit.t();
    let mission = &case.mission;
    let kind = case.line.state;
    let frame = visit
        .frame(t.f("case-title", "name", &case.line.deceased))
        .back(visit.url("/services"))
        .help(Some(times::help(&t, mission)), Some(case.line.reference.clone()));
    let due = times::when(&t, case.due_at, mission);
    Page {
        frame,
        headline: if case.line.overdue { t.s("case-overdue-headline") } else { headline(&t, kind) },
        told: told(&t, case),
        next: kind
            .term_runs()
            .then(|| (t.f("case-decision-by", "when", &due), times::in_kazakhstan(&t, case.due_at, mission))),
        overdue: case.line.overdue.then_some(due),
        asked: asked(visit, &t, case),
        hearing: hearing_link(visit, case),
        appointment: case
            .open_acts
            .contains(&ActKind::ChangeCollection)
            .then(|| visit.url(&format!("/services/{}/appointment", case.line.id))),
        complain: case.may_complain.as_ref().map(|open| {
            (visit.url(&format!("/services/{}/complaint", case.line.id)), open.subjects != [Subject::Action])
        }),
        complaints: case
            .complaints
            .iter()
            .map(|own| {
                (t.s(&format!("complaint-state-{}", own.state.as_str())), visit.url(&format!("/complaints/{}", own.id)))
            })
            .collect(),
        motions: motions::cards(&t, case),
        may_ask: motions::links(visit, &t, case),
        again: case.may_start_again.then(|| visit.url(&format!("/services/{}/new-request", case.line.id))),
        calendar: calendar_entry(&case.state).filter(|_| !case.line.overdue).map(|kind| {
            (t.s(&format!("calendar-{kind}-add")), visit.url(&format!("/services/{}/calendar/{kind}", case.line.id)))
        }),
        withdrawal: case
            .open_acts
            .contains(&ActKind::Withdraw)
            .then(|| visit.url(&format!("/services/{}/withdrawal", case.line.id))),
        afterwards: times::afterwards(visit, &case.request),
        collection: collection(&t, case),
        steps: steps(&t, kind, case.timeline.iter().any(|line| line.act == "timeline-register")),
        timeline: timeline(&t, case),
        notices: case
            .notices
            .iter()
            .map(|notice| NoticeCard {
                lang: notice.lang.tag(),
                subject: notice.subject.clone(),
                body: notice.body.clone(),
                at: times::when(&t, notice.at, mission),
                deliveries: notice.deliveries.iter().filter_map(|own| delivery(&t, own, mission)).collect(),
            })
            .collect(),
        papers: papers(visit, &t, case),
        readers: readers(&t, case),
        proof: proof(&t, case),
        supplements: case.supplements.iter().map(|own| supplement(visit, &t, case, own)).collect(),
        machine: machine::cards(visit, &t, case),
        answers: questions::summary_of_request(visit, &case.request),
        files: files(visit, &t, case),
    }
}

fn timeline(t: &T, case: &CaseView) -> Vec<(String, String, String)> {
    let line = |own: &office::cases::TimelineLine| {
        let who = t.s(&format!("who-{}", own.actor_role.as_str()));
        (t.s(&own.act), times::when(t, own.at, &case.mission), who)
    };
    case.timeline.iter().map(line).collect()
}

/// The state in the applicant's words.
pub fn headline(t: &T, kind: StateKind) -> String {
    t.s(&format!("state-{}-applicant", kind.as_str().replace('_', "-")))
}

fn asked(visit: &Visit, t: &T, case: &CaseView) -> Option<Asked> {
    let correction = case.state.correction()?;
    let part = |section: &str| t.s(&format!("section-{section}-title"));
    Some(Asked {
        until: times::when(t, correction.answer_by, &case.mission),
        items: correction.items.iter().map(|item| (part(&item.section), item.said.clone())).collect(),
        url: visit.url(&format!("/services/{}/supplement", case.line.id)),
    })
}

fn told(t: &T, case: &CaseView) -> Vec<String> {
    let mission = &case.mission;
    match &case.state {
        State::DeclinedRegistration { reason, remedy, .. } => {
            let reason = t.s(&format!("decline-{}", reason.as_str().replace('_', "-")));
            vec![t.f("case-declined-reason", "reason", reason), t.f("case-declined-remedy", "remedy", remedy)]
        }
        State::Refused { grounds, reasons, .. } => {
            let mut told: Vec<String> =
                grounds.iter().map(|ground| t.s(&format!("ground-{}", ground.as_str().replace('_', "-")))).collect();
            told.push(t.f("case-refused-reasons", "reasons", reasons));
            told.push(t.s("case-refused-next"));
            told
        }
        State::Replaced { record, .. } => {
            vec![t.f2("case-record", "number", &record.number, "date", t.date(record.date)), t.s("case-replaced-next")]
        }
        State::Granted { record, .. } | State::Ready { record, .. } => {
            vec![t.f2("case-record", "number", &record.number, "date", t.date(record.date))]
        }
        State::Annulled { record, annulment, annulled_at, .. } => {
            let basis = t.s(&format!("annulment-basis-{}", annulment.basis.as_str().replace('_', "-")));
            let why =
                [("basis", basis), ("document", annulment.document.clone()), ("reason", annulment.reason.clone())];
            let mut told = vec![
                t.f2("case-record", "number", &record.number, "date", t.date(record.date)),
                t.f("case-annulled-at", "when", times::when(t, *annulled_at, mission)),
                t.all("case-annulled-why", &why),
                t.s("case-annulled-next"),
            ];
            let waits =
                |own: &Filed| own.body.subject == Subject::Annulment && !own.state.is_final() && !own.silence_told;
            if annulment.not_suspended.is_empty() && case.complaints.iter().any(waits) {
                told.push(t.s("complaint-suspends-annulment"));
            }
            told
        }
        State::Withdrawn { withdrawn_at, .. } => {
            vec![t.f("case-withdrawn-at", "when", times::when(t, *withdrawn_at, mission)), t.s("case-withdrawn-next")]
        }
        State::Collected { record, handover, .. } => vec![
            t.f2("case-record", "number", &record.number, "date", t.date(record.date)),
            t.f("case-collected-at", "when", times::when(t, handover.at, mission)),
        ],
        State::CorrectionRequested { .. } => {
            let passed = case.line.return_by.is_some();
            vec![t.s("case-asked-term"), t.s(if passed { "case-asked-passed" } else { "case-asked-otherwise" })]
        }
        State::Returned { reasons, returned_at, .. } => vec![
            t.f("case-returned-at", "when", times::when(t, *returned_at, mission)),
            t.f("case-returned-reasons", "reasons", reasons),
            t.s("case-returned-next"),
        ],
        State::PreliminaryRefusal { .. } => hearing::leads(t, case),
        State::Uncollected { record, missed, .. } => vec![
            t.f2("case-record", "number", &record.number, "date", t.date(record.date)),
            t.f("case-uncollected", "when", times::when(t, *missed, mission)),
        ],
        State::Transferred { transferred_at, reason, .. } => vec![
            t.f2("transfer-told", "mission", t.of(&mission.name), "when", times::when(t, *transferred_at, mission)),
            t.f("transfer-reason", "reason", reason),
            t.s("case-nothing-to-do"),
        ],
        // The term passed: the next word is that of the complaint.
        _ if case.line.overdue => vec![t.f("case-waits-for", "mission", t.of(&mission.name))],
        State::Submitted | State::SignatureCheckPending | State::InReview { .. } => {
            vec![t.f("case-waits-for", "mission", t.of(&mission.name)), t.s("case-nothing-to-do")]
        }
    }
}

fn hearing_link(visit: &Visit, case: &CaseView) -> Option<(String, bool)> {
    let url = visit.url(&format!("/services/{}/hearing", case.line.id));
    let answered = case.line.state == StateKind::PositionStated;
    let awaited =
        !answered && [ActKind::StatePosition, ActKind::RemarkProtocol].iter().any(|act| case.open_acts.contains(act));
    (!case.hearings.is_empty()).then_some((url, awaited))
}

/// Which entry a calendar can take now.
fn calendar_entry(state: &State) -> Option<&'static str> {
    match state.kind() {
        StateKind::Ready => Some("collection"),
        kind => kind.term_runs().then_some("deadline"),
    }
}

fn collection(t: &T, case: &CaseView) -> Option<CollectionCard> {
    let State::Ready { collection, .. } = &case.state else { return None };
    Some(CollectionCard {
        when: times::when(t, collection.at, &case.mission),
        at_home: times::in_kazakhstan(t, collection.at, &case.mission),
        mission: t.of(&case.mission.name).to_owned(),
        address: case.mission.address.clone(),
        verified: case.mission.mark == domain::provenance::Mark::Yes,
        note: collection.note.clone(),
    })
}

/// Sent, registered, checked, decision, collected. `registered`: a case that ended early had got so far.
pub fn steps(t: &T, kind: StateKind, registered: bool) -> Vec<Step> {
    let (done, names) = match kind {
        StateKind::SignatureCheckPending | StateKind::Submitted | StateKind::Transferred => (1, &STEPS),
        StateKind::InReview
        | StateKind::CorrectionRequested
        | StateKind::PreliminaryRefusal
        | StateKind::PositionStated
        | StateKind::HearingAsked
        | StateKind::HearingSet
        | StateKind::HearingHeld => (2, &STEPS),
        StateKind::Granted
        | StateKind::CertificateReserved
        | StateKind::CertificateReplacing
        | StateKind::CertificateReplaced
        | StateKind::CertificateIssued
        | StateKind::Ready
        | StateKind::Uncollected => (4, &STEPS),
        StateKind::Collected => (5, &STEPS),
        StateKind::Annulled => (4, &STEPS),
        StateKind::DeclinedRegistration | StateKind::Returned | StateKind::Withdrawn => {
            (1 + usize::from(registered), &STEPS)
        }
        StateKind::Refused => (4, &STEPS),
    };
    let waits = !kind.is_final();
    names
        .iter()
        .enumerate()
        .map(|(index, key)| Step { name: t.s(key), done: index < done, current: waits && index == done })
        .collect()
}

const STEPS: [&str; 5] = ["step-sent", "step-registered", "step-checked", "step-decision", "step-collected"];

fn readers(t: &T, case: &CaseView) -> Vec<(String, String)> {
    let reader = |own: &office::readings::Reader| {
        (format!("{}, {}", own.line.name, t.of(&own.line.post)), times::when(t, own.at, &case.mission))
    };
    case.readers.iter().map(reader).collect()
}

/// A refusal that its official signed with an EDS: the applicant has the signature beside it.
fn is_signed_refusal(own: &DecisionView) -> bool {
    matches!((&own.decided, &own.proof), (Decided::Refuse { .. }, DecisionProof::Eds { .. }))
}

/// Addenda among the papers of a case, each with its confirmation, and the scan of one that was signed by hand: kind and label.
pub fn addenda(t: &T, kinds: &[String]) -> Vec<(String, String)> {
    let numbers = kinds.iter().filter_map(|kind| kind.strip_prefix("supplement-"));
    let of_one = |number: &str| {
        ["supplement", "supplement-proof", "signed-supplement"]
            .map(|kind| (format!("{kind}-{number}"), t.f(&format!("paper-link-{kind}"), "number", number)))
    };
    let is_there = |(kind, _): &(String, String)| !kind.starts_with("signed-") || kinds.contains(kind);
    numbers.flat_map(of_one).filter(is_there).collect()
}

/// Downloads of the applicant: text and address.
pub fn papers(visit: &Visit, t: &T, case: &CaseView) -> Vec<(String, String)> {
    let url = |kind: &str| visit.url(&format!("/services/{}/papers/{kind}", case.line.id));
    let mut papers: Vec<(String, String)> = case
        .papers
        .iter()
        .filter(|kind| {
            !["supplement-", "signed-supplement-", "refusal-before-", "complaint-decision-"]
                .iter()
                .any(|own| kind.starts_with(own))
        })
        .map(|kind| (t.s(&format!("paper-link-{kind}")), url(kind)))
        .collect();
    papers.extend(addenda(t, &case.papers).into_iter().map(|(kind, label)| (label, url(&kind))));
    let cancelled = case.papers.iter().filter(|kind| kind.starts_with("refusal-before-"));
    papers.extend(cancelled.map(|kind| (t.s("paper-link-refusal-before"), url(kind))));
    let on_complaints = case.decisions.iter().filter(|own| matches!(own.decided, Decided::AnswerComplaint { .. }));
    papers.extend(on_complaints.flat_map(|own| {
        let kinds = [store::decision::complaint_paper(own.number), format!("decision-proof-{}", own.number)];
        let keys = ["paper-link-complaint-decision", "paper-link-complaint-decision-proof"];
        keys.into_iter().zip(kinds).map(|(key, kind)| (t.s(key), url(&kind))).collect::<Vec<_>>()
    }));
    let signed = case.decisions.iter().filter(|own| is_signed_refusal(own));
    papers.extend(
        signed.map(|own| (t.s("paper-link-refusal-signature"), url(&format!("decision-proof-{}", own.number)))),
    );
    papers.push((t.s("paper-link-proof"), url("proof")));
    if matches!(case.proof, ProofView::Eds { timestamp: Some(_), .. }) {
        papers.push((t.s("paper-link-stamped"), url("stamped")));
    }
    papers
}

/// Nothing is said of a letter that waits: it leaves within a minute, and the portal has the text.
fn delivery(t: &T, own: &Delivery, mission: &Mission) -> Option<String> {
    let (key, at) = match (own.fate, own.sent_at) {
        (Fate::Delivered(at), _) => ("delivery-arrived", at),
        (Fate::Undelivered(at), _) => ("delivery-not-arrived", at),
        (Fate::Failed(at), _) => ("delivery-failed", at),
        (Fate::Unknown, Some(at)) => ("delivery-sent", at),
        (Fate::Unknown, None) => return None,
    };
    let key = format!("{key}-{}", own.channel.as_str());
    Some(t.f2(&key, "to", &own.to, "when", times::when(t, at, mission)))
}

fn proof(t: &T, case: &CaseView) -> Vec<String> {
    let mission = &case.mission;
    match &case.proof {
        ProofView::Eds { signer, iin_masked, checked_at, findings, timestamp, .. } => {
            let mut lines = vec![t.f2("proof-eds", "signer", signer, "iin", iin_masked)];
            lines.extend(checked_at.map(|at| t.f("proof-checked", "when", times::when(t, at, mission))));
            lines.extend(timestamp.as_ref().map(|(at, authority)| {
                t.f2("proof-timestamp", "when", times::when(t, *at, mission), "authority", authority)
            }));
            lines.extend(findings.iter().map(|(_, sentence)| t.of(sentence).to_owned()));
            lines
        }
        ProofView::Otp { masked_number, confirmed_at } => {
            let mut lines = vec![t.f("proof-otp", "number", masked_number)];
            lines.extend(confirmed_at.map(|at| t.f("proof-confirmed", "when", times::when(t, at, mission))));
            lines
        }
        ProofView::Paper { accepted_at, .. } => {
            accepted_at.map(|at| t.f("case-proof-paper", "when", times::when(t, at, mission))).into_iter().collect()
        }
    }
}

fn supplement(visit: &Visit, t: &T, case: &CaseView, own: &SupplementView) -> SupplementCard {
    SupplementCard {
        title: t.f2("case-supplement", "number", own.number, "when", times::when(t, own.sent_at, &case.mission)),
        changes: questions::changes(visit, &own.before, &own.after),
    }
}

/// Files as sent: document, name, address.
pub fn files(visit: &Visit, t: &T, case: &CaseView) -> Vec<(String, String, String)> {
    case.documents
        .iter()
        .flat_map(|view| {
            let kind = document_name(t.texts(), t.lang, view.document.kind);
            view.document.files.iter().map(move |file| (kind.clone(), file.name.clone(), file.id))
        })
        .map(|(kind, name, id)| (kind, name, visit.url(&format!("/files/{id}"))))
        .collect()
}
