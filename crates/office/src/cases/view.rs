//! One case whole, as the applicant or the officer may see it.

use super::decisions::{DecisionView, decisions};
use super::desk::{DeskView, OWN_ACTS, desk, is_barred};
use super::line::{CaseLine, line};
use super::motions::{MotionsView, motions};
use super::notices::{Notice, notices};
use super::papers::papers;
use crate::complain::{self, Open};
use crate::leave::{self, StandIn};
use crate::readings::Reader;
use crate::workload::takes_cases_of;
use crate::{
    Office, OfficeError, checks, complained_of, four_eyes, hearing, letters, permission, scan_files, start_again,
};
use domain::actor::{Actor, Role};
use domain::application::transition::open_acts;
use domain::application::{ActKind, Correction, State};
use domain::complaint::ComplaintState;
use domain::confirmation::ConfirmationKind;
use domain::documents::legalization::{LegalizationNeed, legalization};
use domain::documents::translation::translation_needed;
use domain::hearing::Hearing;
use domain::ids::{ApplicationId, DraftId, OfficerId};
use domain::iin::Iin;
use domain::lang::{Lang, Trilingual};
use domain::mission::Mission;
use domain::paper::OfficerLine;
use domain::request::{EnclosedDocument, Request};
use domain::scan::Scan;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use store::application::Application;
use store::complaint::Filed;
use store::journal::TimelineEntry;
use store::officer::Officer;
use store::outbox::Letter;
use store::proof_time::Stamped;
use store::supplement::Supplement;
use store::{BlobKey, Tx};

/// A case.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// Its row.
    pub line: CaseLine,
    /// Its state.
    pub state: State,
    /// Version to send back with an act.
    pub version: i64,
    /// The request as sent.
    pub request: Request,
    /// The mission asks for two officials: whether the reader registered the case, and so does not decide it; `None`: it does not ask.
    pub registered_by_me: Option<bool>,
    /// Acts open to the reader.
    pub open_acts: Vec<ActKind>,
    /// The reader has taken it up; `None` where they can neither take it up nor lay it down.
    pub is_mine: Option<bool>,
    /// The applicant may start a new request with these answers.
    pub may_start_again: bool,
    /// The mission.
    pub mission: Mission,
    /// Enclosed documents, each with its rule.
    pub documents: Vec<DocumentView>,
    /// Complaints that were filed, the first one first.
    pub complaints: Vec<Filed>,
    /// The applicant may complain: about what.
    pub may_complain: Option<Open>,
    /// Addenda, the first one first.
    pub supplements: Vec<SupplementView>,
    /// How it was confirmed.
    pub proof: ProofView,
    /// Decisions, the first one first.
    pub decisions: Vec<DecisionView>,
    /// What was done, oldest first.
    pub timeline: Vec<TimelineLine>,
    /// Notices to the applicant, newest first.
    pub notices: Vec<Notice>,
    /// Papers that exist.
    pub papers: Vec<String>,
    /// For the applicant: who of the staff opened the case, the latest first.
    pub readers: Vec<Reader>,
    /// Date of registration in law.
    pub registration_date: Date,
    /// End of the term.
    pub due_at: Timestamp,
    /// When the term was met.
    pub term_met_at: Option<Timestamp>,
    /// SHA-256 of the file that was signed or confirmed, hex.
    pub file_sha256: String,
    /// The language of its letters: as the person wishes, else that of the request.
    pub letters_in: Lang,
    /// The version of the consent that was in force when it was sent.
    pub consent_in_force: String,
    /// What the desk keeps for itself; `None` for everybody else.
    pub desk: Option<DeskView>,
    /// What the applicant asked for beside the decision.
    pub motions: MotionsView,
    /// The service hears before a refusal, or this case is or was heard.
    pub hears: bool,
    /// Each hearing as it stands, the first one first (APPC 73).
    pub hearings: Vec<Hearing>,
}

/// A document with what the law asks of it.
#[derive(Clone, Debug)]
pub struct DocumentView {
    /// As enclosed.
    pub document: EnclosedDocument,
    /// Legalization or apostille.
    pub legalization: LegalizationNeed,
    /// Needs a translation into Kazakh or Russian.
    pub translation: bool,
    /// What the virus scanner says of each of its files; `None` where nobody was asked.
    pub scans: Vec<Option<Scan>>,
}

/// An addendum.
#[derive(Clone, Debug)]
pub struct SupplementView {
    /// Which one, from 1.
    pub number: u32,
    /// The draft it was.
    pub draft: DraftId,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// What had been asked.
    pub asked: Correction,
    /// The request before it.
    pub before: Request,
    /// The request after it.
    pub after: Request,
    /// How it was confirmed.
    pub proof: ProofView,
    /// SHA-256 of the file that was signed or confirmed, hex.
    pub file_sha256: String,
}

/// The proof.
#[derive(Clone, Debug)]
pub enum ProofView {
    /// An EDS.
    Eds {
        /// `valid` or `indeterminate`.
        outcome: String,
        /// Name in the certificate.
        signer: String,
        /// IIN, masked.
        iin_masked: String,
        /// `rsa`, `gost2004`, `gost512`.
        algorithm: String,
        /// Findings with their sentences.
        findings: Vec<(String, Trilingual)>,
        /// When the engine looked.
        checked_at: Option<Timestamp>,
        /// Proof of time: genTime and the authority's name, once it is there.
        timestamp: Option<(Timestamp, String)>,
    },
    /// A one-time password.
    Otp {
        /// Where the code went.
        masked_number: String,
        /// When.
        confirmed_at: Option<Timestamp>,
    },
    /// Signed by hand, accepted at the desk.
    Paper {
        /// Number of the printed form.
        form_number: String,
        /// Who accepted it.
        official: String,
        /// When.
        accepted_at: Option<Timestamp>,
        /// Kind of the identity document that was seen.
        identity_document: String,
        /// Its number.
        identity_number: String,
    },
}

/// A line of the timeline.
#[derive(Clone, Debug)]
pub struct TimelineLine {
    /// When.
    pub at: Timestamp,
    /// Locale key `timeline-…`.
    pub act: String,
    /// Role of the one who did it.
    pub actor_role: Role,
    /// The officer, where one did it.
    pub officer: Option<OfficerLine>,
    /// Who was away, where a substitute did it for them; told to staff alone.
    pub for_whom: Option<String>,
}

/// An entry, who did it, and for whom.
type Done = (TimelineEntry, Option<Officer>, Option<Officer>);

/// What is loaded in one read.
pub struct Parts {
    case: Application,
    timeline: Vec<Done>,
    letters: Vec<Letter>,
    papers: Vec<String>,
    time: Option<Stamped>,
    supplements: Vec<(Supplement, Option<Stamped>)>,
    decisions: Vec<DecisionView>,
    complaints: Vec<Filed>,
    assignee: Option<Officer>,
    stand_in: Option<StandIn>,
    readers: Vec<Reader>,
    desk: Option<DeskView>,
    scans: BTreeMap<BlobKey, Scan>,
    letters_in: Lang,
    motions: MotionsView,
    hearings: Vec<Hearing>,
}

/// People that are named to the applicant.
const READERS_MAX: i64 = 20;

/// Loads a case that `actor` may read.
pub async fn load(tx: &mut Tx, actor: Actor, id: ApplicationId, now: Timestamp) -> Result<Parts, OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    permission::read_whole(tx, &actor, &case).await?;
    let mut timeline = vec![];
    for line in store::journal::of_application(tx, id).await? {
        let officer = match line.actor.strip_prefix("officer:").and_then(|id| id.parse::<OfficerId>().ok()) {
            Some(officer) => store::officer::get(tx, officer).await?,
            None => None,
        };
        let away = match line.for_whom.filter(|_| matches!(actor, Actor::Staff { .. })) {
            Some(away) => store::officer::get(tx, away).await?,
            None => None,
        };
        timeline.push((line, officer, away));
    }
    let letters = store::outbox::of_application(tx, id).await?;
    let papers = papers(tx, &case).await?;
    let time = store::proof_time::get(tx, &case.proof).await?.and_then(|time| time.token);
    let mut supplements = vec![];
    for own in store::supplement::of(tx, id).await? {
        let time = store::proof_time::get(tx, &own.proof).await?.and_then(|time| time.token);
        supplements.push((own, time));
    }
    let decisions = decisions(tx, id).await?;
    let complaints = store::complaint::of(tx, id).await?;
    let assignee = match case.assignee.filter(|_| matches!(actor, Actor::Staff { .. })) {
        Some(officer) => store::officer::get(tx, officer).await?,
        None => None,
    };
    let stand_in = match &assignee {
        Some(own) => leave::stand_in(tx, &actor, own.id, &case.mission, now).await?,
        None => None,
    };
    let readers = match actor {
        Actor::Applicant(_) => readers(tx, id).await?,
        Actor::Staff { .. } | Actor::System => vec![],
    };
    let desk = match permission::read_desk(&actor, &case) {
        Ok(()) => Some(desk(tx, &actor, &case).await?),
        Err(_) => None,
    };
    let letters_in = letters::wish(tx, &case).await?.lang;
    // What the desk does for itself is not told outside.
    timeline.retain(|(line, ..)| desk.is_some() || !OWN_ACTS.contains(&line.act.as_str()));
    let scans = scans(tx, &case).await?;
    let motions = motions(tx, &actor, &case).await?;
    let hearings = store::hearing::of(tx, id).await?;
    Ok(Parts {
        case,
        timeline,
        letters,
        papers,
        time,
        supplements,
        decisions,
        complaints,
        assignee,
        stand_in,
        readers,
        letters_in,
        desk,
        scans,
        motions,
        hearings,
    })
}

async fn scans(tx: &mut Tx, case: &Application) -> Result<BTreeMap<BlobKey, Scan>, OfficeError> {
    let mut scans = BTreeMap::new();
    for file in case.request.documents.iter().flat_map(|document| &document.files) {
        let blob = BlobKey(file.sha256.clone());
        if let Some(scan) = store::scan::get(tx, &blob).await? {
            scans.insert(blob, scan);
        }
    }
    Ok(scans)
}

async fn readers(tx: &mut Tx, id: ApplicationId) -> Result<Vec<Reader>, OfficeError> {
    let mut readers = vec![];
    for own in store::reading::of_application(tx, id, READERS_MAX).await? {
        if let Some(person) = store::officer::get(tx, own.officer).await? {
            readers.push(Reader { line: person.line, at: own.at });
        }
    }
    Ok(readers)
}

/// The view of what was loaded.
pub fn view(office: &Office, actor: &Actor, parts: Parts, now: Timestamp) -> Result<CaseView, OfficeError> {
    let Parts {
        case,
        timeline,
        letters: sent,
        papers,
        time,
        supplements,
        decisions,
        complaints,
        assignee,
        stand_in,
        readers,
        letters_in,
        desk,
        scans,
        motions,
        hearings,
    } = parts;
    let scans = scan_files::all_told(office, scans);
    let mission = letters::mission_of(office, &case)?.clone();
    let staff = matches!(actor, Actor::Staff { .. });
    // One at a time: what is not answered yet is gone on with, not begun again.
    let unanswered = complaints.iter().any(|own| !matches!(own.state, ComplaintState::Draft) && !own.state.is_final());
    let last_act = complained_of::last_act(timeline.iter().map(|(line, ..)| line));
    let may_complain = if staff || unanswered { None } else { Some(complain::open(office, &case, last_act, now)?) };
    let is_gone = assignee.as_ref().is_none_or(|own| !takes_cases_of(own, &case.mission));
    let assignee = assignee.map(|own| own.line.name);
    let entries = timeline.iter().map(|(line, ..)| line);
    let registered_by_me = four_eyes::applies(office, &case.mission).then(|| four_eyes::is_by(actor, entries));
    let barred = is_barred(actor, desk.as_ref());
    let mut line = CaseLine { assignee, stand_in, ..line(office, &case, case.language, now) };
    line.flags.extend(motions.flags());
    Ok(CaseView {
        line,
        version: case.version,
        open_acts: if barred { vec![] } else { open_now(office, (&case, actor), registered_by_me == Some(true), now) },
        registered_by_me,
        is_mine: if barred { None } else { is_mine(&case, actor, is_gone) },
        may_start_again: !staff && start_again::is_open(case.state.kind()),
        documents: case.request.documents.iter().map(|own| document(office, own, &case, &scans)).collect(),
        complaints: complaints.into_iter().filter(|own| own.state != ComplaintState::Draft).collect(),
        may_complain,
        supplements: supplement_views(&case, supplements),
        proof: proof(&case.request.applicant.iin, case.confirmation, &case.proof_detail, time),
        decisions,
        timeline: timeline.into_iter().map(timeline_line).collect(),
        notices: notices(&sent),
        papers: papers.into_iter().filter(|kind| staff || !kind.starts_with("certificate")).collect(),
        readers,
        registration_date: case.registration_date,
        due_at: case.due_at,
        term_met_at: case.term_met_at,
        consent_in_force: checks::consent_served(office, &case),
        file_sha256: case.file.0.clone(),
        letters_in,
        desk,
        motions,
        hears: hearing::applies(office, case.sent_at) || !hearings.is_empty(),
        hearings,
        state: case.state,
        request: case.request,
        mission,
    })
}

/// `is_gone`: nobody has the case, or somebody who is no officer of the mission any more.
fn is_mine(case: &Application, actor: &Actor, is_gone: bool) -> Option<bool> {
    match (actor, case.assignee) {
        _ if case.state.kind().is_final() => None,
        (Actor::Staff { role: Role::Officer, .. }, None) => Some(false),
        (Actor::Staff { officer, role: Role::Officer, .. }, Some(own)) if own == *officer => Some(true),
        (Actor::Staff { role: Role::Officer, .. }, Some(_)) => is_gone.then_some(false),
        _ => None,
    }
}

/// The acts of the table that the case itself allows now: a refusal and a return wait for an answer that was asked for.
fn open_now(office: &Office, (case, actor): (&Application, &Actor), same_hands: bool, now: Timestamp) -> Vec<ActKind> {
    let awaited = case.state.correction().is_some_and(|own| own.is_awaited(now));
    let mut open = open_acts(case.state.kind(), actor.role());
    let waits = |act: &ActKind| matches!(act, ActKind::Refuse | ActKind::PlanRefusal | ActKind::ReturnRequest);
    open.retain(|act| !(awaited && waits(act)));
    open.retain(|act| hearing::lets(office, case, *act, now));
    // Another official signs the record or the refusal.
    open.retain(|act| !(same_hands && matches!(act, ActKind::Grant | ActKind::Refuse)));
    if let State::Ready { collection, .. } = &case.state {
        open.retain(|act| *act != ActKind::ReportNoShow || now >= collection.at);
    }
    open
}

fn document(
    office: &Office,
    own: &EnclosedDocument,
    case: &Application,
    scans: &BTreeMap<BlobKey, Scan>,
) -> DocumentView {
    let treaties = office.catalogue().treaties();
    DocumentView {
        legalization: legalization(own.kind, own.issued_in, own.issued_on, case.registration_date, treaties),
        translation: own.kind.is_subject_to_legalization() && translation_needed(&own.language),
        scans: own.files.iter().map(|file| scans.get(&BlobKey(file.sha256.clone())).cloned()).collect(),
        document: own.clone(),
    }
}

/// Each addendum between the request before it and the one that came after.
fn supplement_views(case: &Application, sent: Vec<(Supplement, Option<Stamped>)>) -> Vec<SupplementView> {
    let after: Vec<Request> =
        sent.iter().skip(1).map(|(own, _)| own.was.clone()).chain([case.request.clone()]).collect();
    let view = |((own, time), after): ((Supplement, Option<Stamped>), Request)| SupplementView {
        proof: proof(&after.applicant.iin, own.confirmation, &own.proof_detail, time),
        number: own.number,
        draft: own.draft,
        file_sha256: own.file.0,
        sent_at: own.sent_at,
        asked: own.asked,
        before: own.was,
        after,
    };
    sent.into_iter().zip(after).map(view).collect()
}

/// What a proof says, of the person with `iin`.
pub(crate) fn proof(iin: &Iin, confirmation: ConfirmationKind, detail: &Value, time: Option<Stamped>) -> ProofView {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    match confirmation {
        ConfirmationKind::Eds => ProofView::Eds {
            outcome: text(detail, "outcome"),
            signer: text(detail, "signer"),
            iin_masked: iin.masked(),
            algorithm: text(detail, "algorithm"),
            findings: findings(detail),
            checked_at: text(detail, "checked_at").parse().ok(),
            timestamp: time.map(|stamped| (stamped.at, stamped.authority)),
        },
        ConfirmationKind::Otp => {
            let statement = detail.get("statement").cloned().unwrap_or_default();
            ProofView::Otp {
                masked_number: text(&statement, "masked_number"),
                confirmed_at: text(&statement, "confirmed_at").parse().ok(),
            }
        }
        ConfirmationKind::Paper => {
            let statement = detail.get("statement").cloned().unwrap_or_default();
            ProofView::Paper {
                form_number: text(&statement, "form_number"),
                official: statement.get("official").map(|own| text(own, "name")).unwrap_or_default(),
                accepted_at: text(&statement, "accepted_at").parse().ok(),
                identity_document: text(&statement, "identity_document"),
                identity_number: text(&statement, "identity_number"),
            }
        }
    }
}

fn findings(detail: &Value) -> Vec<(String, Trilingual)> {
    let kept = detail.get("findings").and_then(Value::as_array).cloned().unwrap_or_default();
    kept.iter()
        .filter_map(|finding| {
            let code = finding.get("code").and_then(Value::as_str)?.to_owned();
            Some((code, serde_json::from_value(finding.clone()).ok()?))
        })
        .collect()
}

fn timeline_line((line, officer, away): Done) -> TimelineLine {
    let role = match (line.actor.split(':').next(), &officer) {
        (Some("account"), _) => Role::Applicant,
        (Some("officer"), person) => person.as_ref().map_or(Role::Officer, |person| person.role),
        _ => Role::System,
    };
    let act = format!("timeline-{}", line.act.replace('_', "-"));
    TimelineLine {
        at: line.at,
        act,
        actor_role: role,
        officer: officer.map(|person| person.line),
        for_whom: away.map(|person| person.line.name),
    }
}
