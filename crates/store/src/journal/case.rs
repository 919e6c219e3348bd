//! A case against its chain: what the desk reads and the papers print must be what the entries commit to.
//!
//! The columns of the application, its papers and its certificate are compared, so that a change made behind the journal in
//! any of them is named.

use super::chain::Secrets;
use super::record::{EntryRecord, hash};
use super::report::Defect;
use super::sending::{
    ANNULLING, ASKED, ASSIGNEE, COMPARE, COMPARED, COMPLAINT, COMPLAINT_FACTS, CONFIRMATION, CONFLICT, CONFLICTING,
    CaseRow, DECISION, DECLINE_ANNULMENT, DUE_AT, JUDGE_LIKENESS, JUDGED, MISSION, MOTION, NOTE, NOTED, NUMBER,
    OUTGOING, PROOF_DETAIL, PROPOSE_ANNULMENT, REQUEST, SEND, SENT_AT, SIGNED_SUPPLEMENT, SUPPLEMENT_VERDICT,
    complaint_facts, detail_hash, row_hash,
};
use super::stock::{BLANK, BLANK_SPOILED, BLANK_UNRETURNED, TAKE_BLANK};
use super::words;
use crate::error::StoreError;
use crate::transaction::{Tx, on};
use crate::ts::Ts;
use domain::application::{ActKind, State, StateKind};
use domain::certificate::CertificateNumber;
use domain::complaint::ComplaintState;
use domain::ids::ApplicationId;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The new state of every act.
const STATE: &str = "state";
/// The paper of an act.
const FILE: &str = "file";
/// The act that puts a timestamp beside a signature, and what its entry commits: the CMS, the CMS with the token, genTime.
const TIMESTAMP: &str = "timestamp";
/// A later detail of the proof, whole: the entry that commits it replaces the column.
const VERDICT: &str = "verdict";
/// The scan of a request that was signed by hand.
const SIGNED_FORM: &str = "signed_form";
/// Acts that make a receipt, and its kind: of a request on paper, of papers that were surrendered.
const RECEIPTS: [(&str, &str); 2] = [("receipt", "receipt"), ("surrender_receipt", "surrender-receipt")];

/// What the entries of one chain commit to, gathered on the walk.
#[derive(Default)]
pub(super) struct Committed {
    /// The sending's facts: what -> text.
    sent: BTreeMap<String, String>,
    /// SHA-256, hex.
    proof_detail: Option<String>,
    /// The last one, canonical JSON.
    state: Option<Vec<u8>>,
    /// The `at` of the first entry whose state meets the term.
    term_met_at: Option<String>,
    /// Kind of paper -> its file.
    papers: BTreeMap<String, String>,
    /// Who has taken it up; empty: nobody.
    assignee: String,
    reserved_at: Option<String>,
    issued_at: Option<String>,
    /// Numbers of certificates in which a slip was put right, the first one first, and when each was replaced.
    replaced: Vec<(String, String)>,
    /// Signature -> the file with its timestamp, and genTime.
    stamped: BTreeMap<String, (String, String)>,
    /// Addenda, the first one first: the request before, and what the entry commits.
    supplements: Vec<Addendum>,
    /// SHA-256, hex, of each comparison with the papers and of each note, the first one first.
    comparisons: Vec<Option<String>>,
    notes: Vec<Option<String>>,
    /// The same of each blank that the case took, and of each that was spoiled.
    blanks: Vec<String>,
    spoiled: Vec<String>,
    unreturned: Vec<String>,
    /// The same of what was said of who may not decide it.
    conflicts: Vec<Option<String>>,
    /// The same of what was said of annulling the record.
    annulments: Vec<Option<String>>,
    /// The same of each decision.
    decisions: Vec<String>,
    /// The same of each word on what the applicant asked for beside the decision.
    motions: Vec<String>,
    /// The same of each step of a hearing, as the states tell it.
    hearings: Vec<String>,
    /// The same of what was said of cases that look alike.
    judged: Vec<Option<String>>,
    /// Notices to other bodies, as the entries commit them.
    outgoing: Vec<serde_json::Value>,
    /// Complaints: which -> its facts as the last entry commits them.
    complaints: BTreeMap<String, serde_json::Value>,
}

/// An addendum as a row or as an entry tells it: SHA-256 of the request before, file, proof, SHA-256 of the proof's detail, draft, way of
/// confirmation, SHA-256 of what was asked, when it was sent.
type Addendum = [Option<String>; 8];

impl Committed {
    /// Takes what one checked entry commits to.
    pub(super) fn take(&mut self, record: &EntryRecord, opened: &Secrets) {
        if record.act == SEND && record.seq == 1 {
            self.sent = opened.keys().filter_map(|what| Some((what.clone(), text(opened, what)?))).collect();
            self.proof_detail = text(opened, PROOF_DETAIL);
            self.paper("application", text(opened, FILE));
        } else if record.act == ActKind::IssueCertificate.as_str() {
            self.paper("certificate", text(opened, FILE));
            self.issued_at = Some(record.at.clone());
        } else if record.act == ActKind::Refuse.as_str() {
            self.paper("refusal", text(opened, FILE));
        } else if [ActKind::Reopen, ActKind::Restore].iter().any(|act| record.act == act.as_str()) {
            if let Some(due) = text(opened, DUE_AT) {
                self.sent.insert(DUE_AT.to_owned(), due);
                self.term_met_at = None;
            }
            if let Some(file) = self.papers.remove("refusal") {
                let there: Vec<String> = self.papers.keys().cloned().collect();
                self.paper(&crate::paper::aside("refusal", &there), Some(file));
            }
        } else if words::moves_the_term(&record.act) {
            self.sent.extend(text(opened, DUE_AT).map(|due| (DUE_AT.to_owned(), due)));
        } else if record.act == ActKind::ReserveCertificate.as_str() {
            self.reserved_at = Some(record.at.clone());
        } else if record.act == ActKind::CorrectCertificate.as_str() {
            self.replace(record);
        } else if record.act == ActKind::Supplement.as_str() {
            self.supplement(opened);
        } else if record.act == ActKind::Transfer.as_str() {
            self.sent.extend(text(opened, MISSION).map(|to| (MISSION.to_owned(), to)));
            self.assignee = String::new();
        } else if record.act == TIMESTAMP {
            let facts = ["proof", "stamped", "stamped_at"].map(|what| text(opened, what));
            if let [Some(proof), Some(file), Some(at)] = facts {
                self.stamped.insert(proof, (file, at));
            }
        }
        self.beside(record, opened);
        self.take_blank(record, opened);
        if let Some((_, kind)) = RECEIPTS.into_iter().find(|(act, _)| *act == record.act) {
            self.paper(kind, text(opened, FILE));
        }
        if let Some(scan) = text(opened, SIGNED_FORM) {
            self.paper("signed-form", Some(scan));
        }
        self.complain(record, opened);
        if let Some((_, verdict)) = opened.get(SUPPLEMENT_VERDICT) {
            let number = opened.get(NUMBER).and_then(|(_, value)| serde_json::from_slice::<usize>(value).ok());
            if let Some(own) = number.and_then(|number| self.supplements.get_mut(number.wrapping_sub(1))) {
                own[3] = Some(hex::encode(hash(verdict)));
            }
        }
        if let Some((_, verdict)) = opened.get(VERDICT) {
            self.proof_detail = Some(hex::encode(hash(verdict)));
        }
        let Some((_, state)) = opened.get(STATE) else { return };
        let parsed = serde_json::from_slice::<State>(state).ok();
        let kind = parsed.as_ref().map(State::kind);
        self.hearings.extend(parsed.as_ref().and_then(words::step));
        if self.term_met_at.is_none() && kind.is_some_and(meets_term) {
            self.term_met_at = Some(record.at.clone());
        }
        self.state = Some(state.clone());
    }

    /// An addendum: the request as amended, its file, and the scan of one that was signed by hand.
    fn supplement(&mut self, opened: &Secrets) {
        let before = self.sent.get(REQUEST).cloned();
        let [file, proof, detail, draft] = [FILE, "proof", PROOF_DETAIL, "draft"].map(|what| text(opened, what));
        let [how, asked, at] = [CONFIRMATION, ASKED, SENT_AT].map(|what| text(opened, what));
        let number = self.supplements.len() + 1;
        self.paper(&format!("supplement-{number}"), file.clone());
        if let Some(scan) = text(opened, SIGNED_SUPPLEMENT) {
            self.paper(&format!("signed-supplement-{number}"), Some(scan));
        }
        self.supplements.push([before, file, proof, detail, draft, how, asked, at]);
        if let Some(request) = text(opened, REQUEST) {
            self.sent.insert(REQUEST.to_owned(), request);
        }
    }

    /// What the desk says for itself, and what other bodies are told.
    fn beside(&mut self, record: &EntryRecord, opened: &Secrets) {
        match record.act.as_str() {
            COMPARE => self.comparisons.push(text(opened, COMPARED)),
            PROPOSE_ANNULMENT | DECLINE_ANNULMENT => self.annulments.push(text(opened, ANNULLING)),
            act if [ActKind::Annul, ActKind::Restore].iter().any(|own| own.as_str() == act) => {
                self.annulments.push(text(opened, ANNULLING));
            }
            CONFLICT => self.conflicts.push(text(opened, CONFLICTING)),
            JUDGE_LIKENESS => self.judged.push(text(opened, JUDGED)),
            NOTE => self.notes.push(text(opened, NOTED)),
            _ => {}
        }
        self.decisions.extend(text(opened, DECISION));
        self.motions.extend(text(opened, MOTION));
        if let Some(assignee) = text(opened, ASSIGNEE) {
            self.assignee = assignee;
        }
        if let Some((_, notices)) = opened.get(OUTGOING) {
            self.outgoing.extend(serde_json::from_slice::<Vec<serde_json::Value>>(notices).unwrap_or_default());
        }
    }

    /// Where a complaint stands, and the paper of its decision.
    fn complain(&mut self, record: &EntryRecord, opened: &Secrets) {
        if let Some(complaint) = text(opened, COMPLAINT) {
            let facts = opened.get(COMPLAINT_FACTS).and_then(|(_, value)| serde_json::from_slice(value).ok());
            self.complaints.insert(complaint, facts.unwrap_or_default());
        }
        if ["satisfy_complaint", "decide_complaint"].contains(&record.act.as_str()) {
            let number = u32::try_from(self.decisions.len()).unwrap_or(u32::MAX);
            self.paper(&crate::decision::complaint_paper(number), text(opened, FILE));
        }
    }

    /// The certificate that stood is kept beside; the corrected one has a number and no paper yet.
    fn replace(&mut self, record: &EntryRecord) {
        let state = self.state.as_deref().and_then(|json| serde_json::from_slice::<State>(json).ok());
        let number = state.as_ref().and_then(State::number).map(|number| number.0.clone());
        self.replaced.push((number.unwrap_or_default(), record.at.clone()));
        self.reserved_at = Some(record.at.clone());
        self.issued_at = None;
        if let Some(file) = self.papers.remove("certificate") {
            self.paper(&format!("certificate-before-{}", self.replaced.len()), Some(file));
        }
    }

    fn take_blank(&mut self, record: &EntryRecord, opened: &Secrets) {
        self.blanks.extend(text(opened, BLANK));
        self.spoiled.extend(text(opened, BLANK_SPOILED));
        self.unreturned.extend(text(opened, BLANK_UNRETURNED));
        if record.act == TAKE_BLANK {
            self.paper(&crate::blank::paper_kind(self.blanks.len()), text(opened, FILE));
        }
    }

    fn paper(&mut self, kind: &str, file: Option<String>) {
        if let Some(file) = file {
            self.papers.insert(kind.to_owned(), file);
        }
    }

    fn fact(&self, what: &str) -> Option<&String> {
        if what == PROOF_DETAIL { self.proof_detail.as_ref() } else { self.sent.get(what) }
    }
}

/// The term is met by the refusal or the notice with the collection time (DECISIONS.md, The clock).
fn meets_term(kind: StateKind) -> bool {
    matches!(kind, StateKind::Refused | StateKind::Ready)
}

fn text(opened: &Secrets, what: &str) -> Option<String> {
    opened.get(what).and_then(|(_, value)| serde_json::from_slice(value).ok())
}

/// The first thing in the case `id` that is not what its entries commit to.
pub(super) async fn check(tx: &mut Tx, id: Uuid, committed: &Committed) -> Result<Option<Defect>, StoreError> {
    let Some(row) = CaseRow::load(tx, id).await? else { return Ok(Some(Defect::ApplicationMissing)) };
    if let Some(defect) = columns(&row, committed) {
        return Ok(Some(defect));
    }
    let state = serde_json::from_str::<State>(&row.state).ok();
    let number = state.as_ref().and_then(State::number);
    if let Some(defect) = papers(tx, id, committed, number).await? {
        return Ok(Some(defect));
    }
    if let Some(defect) = timestamps(tx, id, committed).await? {
        return Ok(Some(defect));
    }
    if let Some(defect) = supplements(tx, id, committed).await? {
        return Ok(Some(defect));
    }
    if let Some(defect) = complaints(tx, id, committed).await? {
        return Ok(Some(defect));
    }
    if let Some(defect) = beside(tx, ApplicationId(id), committed).await? {
        return Ok(Some(defect));
    }
    if let Some(defect) = outgoing(tx, ApplicationId(id), committed).await? {
        return Ok(Some(defect));
    }
    certificate(tx, id, committed, state.as_ref()).await
}

/// What the desk keeps beside the case: comparisons and notes.
async fn beside(tx: &mut Tx, id: ApplicationId, committed: &Committed) -> Result<Option<Defect>, StoreError> {
    let compared = match crate::comparison::of(tx, id).await {
        Ok(rows) => rows.iter().map(|own| row_hash(&own.facts()?)).collect::<Result<Vec<_>, _>>()?,
        // A row that cannot be read is not what was committed.
        Err(StoreError::BadRow { .. }) => return Ok(Some(Defect::ComparisonDiffers)),
        Err(other) => return Err(other),
    };
    if compared.into_iter().map(Some).collect::<Vec<_>>() != committed.comparisons {
        return Ok(Some(Defect::ComparisonDiffers));
    }
    let notes = crate::note::of(tx, id).await?;
    let notes = notes.iter().map(|own| row_hash(&own.facts())).collect::<Result<Vec<_>, _>>()?;
    if notes.into_iter().map(Some).collect::<Vec<_>>() != committed.notes {
        return Ok(Some(Defect::NoteDiffers));
    }
    let conflicts = crate::conflict::of(tx, id).await?;
    let conflicts = conflicts.iter().map(|own| row_hash(&own.facts())).collect::<Result<Vec<_>, _>>()?;
    if conflicts.into_iter().map(Some).collect::<Vec<_>>() != committed.conflicts {
        return Ok(Some(Defect::ConflictDiffers));
    }
    let annulments = crate::annulment::of(tx, id).await?;
    let annulments = annulments.iter().map(|own| row_hash(&own.facts())).collect::<Result<Vec<_>, _>>()?;
    if annulments.into_iter().map(Some).collect::<Vec<_>>() != committed.annulments {
        return Ok(Some(Defect::AnnulmentDiffers));
    }
    let judged = crate::likeness::of(tx, id).await?;
    let judged = judged.iter().map(|own| row_hash(&own.facts())).collect::<Result<Vec<_>, _>>()?;
    if judged.into_iter().map(Some).collect::<Vec<_>>() != committed.judged {
        return Ok(Some(Defect::LikenessDiffers));
    }
    let decisions = crate::decision::of(tx, id).await?;
    let decisions = decisions.iter().map(|own| row_hash(&own.facts())).collect::<Result<Vec<_>, _>>()?;
    if decisions != committed.decisions {
        return Ok(Some(Defect::DecisionDiffers));
    }
    if let Some(defect) = words::motions(tx, id, &committed.motions).await? {
        return Ok(Some(defect));
    }
    if let Some(defect) = words::hearings(tx, id, &committed.hearings).await? {
        return Ok(Some(defect));
    }
    blanks(tx, id, committed).await
}

/// The blanks that the case took.
async fn blanks(tx: &mut Tx, id: ApplicationId, committed: &Committed) -> Result<Option<Defect>, StoreError> {
    let used = crate::blank::of_case(tx, id).await?;
    let taken = used.iter().map(|own| row_hash(&own.facts())).collect::<Result<Vec<_>, _>>()?;
    let spoiled = used.iter().filter_map(crate::blank::Used::spoiled_facts);
    let spoiled = spoiled.map(|facts| row_hash(&facts)).collect::<Result<Vec<_>, _>>()?;
    let unreturned = used.iter().filter_map(crate::blank::Used::unreturned_facts);
    let mut unreturned = unreturned.map(|facts| row_hash(&facts)).collect::<Result<Vec<_>, _>>()?;
    let mut said = committed.unreturned.clone();
    unreturned.sort();
    said.sort();
    let same = taken == committed.blanks && spoiled == committed.spoiled && unreturned == said;
    Ok((!same).then_some(Defect::BlankDiffers))
}

/// What other bodies were told, or are to be told.
async fn outgoing(tx: &mut Tx, id: ApplicationId, committed: &Committed) -> Result<Option<Defect>, StoreError> {
    let rows = match crate::outgoing::of(tx, id).await {
        Ok(rows) => rows,
        // A row that cannot be read is not what was committed.
        Err(StoreError::BadRow { .. }) => return Ok(Some(Defect::OutgoingDiffers)),
        Err(other) => return Err(other),
    };
    let mut there: Vec<String> = rows.iter().map(|own| own.facts().to_string()).collect();
    let mut said: Vec<String> = committed.outgoing.iter().map(ToString::to_string).collect();
    there.sort();
    said.sort();
    Ok((there != said).then_some(Defect::OutgoingDiffers))
}

async fn complaints(tx: &mut Tx, id: Uuid, committed: &Committed) -> Result<Option<Defect>, StoreError> {
    let rows = match crate::complaint::of(tx, ApplicationId(id)).await {
        Ok(rows) => rows,
        // A row that cannot be read is not what was committed.
        Err(StoreError::BadRow { .. }) => return Ok(Some(Defect::ComplaintDiffers)),
        Err(other) => return Err(other),
    };
    let mut there = BTreeMap::new();
    for own in rows.iter().filter(|own| own.state != ComplaintState::Draft) {
        there.insert(own.id.to_string(), complaint_facts(own)?);
    }
    Ok((there != committed.complaints).then_some(Defect::ComplaintDiffers))
}

#[derive(sqlx::FromRow)]
struct AddendumRow {
    was: Vec<u8>,
    file: String,
    proof: String,
    proof_detail: String,
    draft: Uuid,
    confirmation: String,
    asked: String,
    sent_at: Ts,
}

impl AddendumRow {
    fn facts(self) -> Addendum {
        let (was, detail, asked) = (hash(&self.was), detail_hash(&self.proof_detail), detail_hash(&self.asked));
        let (draft, at) = (self.draft.to_string(), self.sent_at.text());
        [hex::encode(was), self.file, self.proof, detail, draft, self.confirmation, asked, at].map(Some)
    }
}

async fn supplements(tx: &mut Tx, id: Uuid, committed: &Committed) -> Result<Option<Defect>, StoreError> {
    let rows: Vec<AddendumRow> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT was, file, proof, proof_detail, draft, confirmation, asked, sent_at FROM supplement WHERE application = $1
         ORDER BY number"
    )
    .bind(id)
    .fetch_all(c)
    })?;
    let there: Vec<Addendum> = rows.into_iter().map(AddendumRow::facts).collect();
    Ok((there != committed.supplements).then_some(Defect::SupplementDiffers))
}

async fn timestamps(tx: &mut Tx, id: Uuid, committed: &Committed) -> Result<Option<Defect>, StoreError> {
    let rows: Vec<(String, String, Option<Ts>)> = on!(tx, |c| sqlx::query_as(
        "SELECT proof, stamped, stamped_at FROM proof_time WHERE application = $1 AND stamped IS NOT NULL"
    )
    .bind(id)
    .fetch_all(c))?;
    let there: BTreeMap<_, _> = rows
        .into_iter()
        .map(|(proof, file, at)| (proof, (file, at.map(|at| at.0.to_string()).unwrap_or_default())))
        .collect();
    Ok((there != committed.stamped).then_some(Defect::TimestampDiffers))
}

fn columns(row: &CaseRow, committed: &Committed) -> Option<Defect> {
    let now: Option<serde_json::Value> = serde_json::from_str(&row.state).ok();
    let last = committed.state.as_deref().and_then(|json| serde_json::from_slice::<serde_json::Value>(json).ok());
    if now.is_none() || now != last {
        return Some(Defect::StateDiffers);
    }
    for (what, value) in row.facts() {
        match committed.fact(what) {
            None => return Some(Defect::SendingMissing(what)),
            Some(sent) if *sent != value => return Some(Defect::of_column(what)),
            Some(_) => {}
        }
    }
    if row.assignee.map(|own| own.to_string()).unwrap_or_default() != committed.assignee {
        return Some(Defect::of_column(ASSIGNEE));
    }
    let met = row.term_met_at.map(Ts::text);
    (met != committed.term_met_at).then_some(Defect::TermMetDiffers)
}

async fn papers(
    tx: &mut Tx,
    id: Uuid,
    committed: &Committed,
    number: Option<&CertificateNumber>,
) -> Result<Option<Defect>, StoreError> {
    let rows: Vec<(String, Option<String>, String)> =
        on!(tx, |c| sqlx::query_as("SELECT kind, number, file FROM paper WHERE application = $1 ORDER BY kind")
            .bind(id)
            .fetch_all(c))?;
    for (kind, printed, file) in &rows {
        let before = kind.strip_prefix("certificate-before-").and_then(|number| number.parse::<usize>().ok());
        let number = match before {
            Some(before) => committed.replaced.get(before.wrapping_sub(1)).map(|(number, _)| number),
            None if kind == "certificate" => number.map(|number| &number.0),
            None => None,
        };
        if committed.papers.get(kind.as_str()) != Some(file) || printed.as_ref() != number {
            return Ok(Some(Defect::PaperDiffers(kind.clone())));
        }
    }
    let lost = committed.papers.keys().find(|kind| !rows.iter().any(|(there, _, _)| there == *kind));
    Ok(lost.map(|kind| Defect::PaperDiffers(kind.clone())))
}

#[derive(sqlx::FromRow)]
struct CertificateRow {
    number: String,
    officer: Uuid,
    reserved_at: Ts,
    file: Option<String>,
    issued_at: Option<Ts>,
}

async fn certificate(
    tx: &mut Tx,
    id: Uuid,
    committed: &Committed,
    state: Option<&State>,
) -> Result<Option<Defect>, StoreError> {
    let row: Option<CertificateRow> = on!(tx, |c| sqlx::query_as(
        "SELECT number, officer, reserved_at, file, issued_at FROM certificate WHERE application = $1"
    )
    .bind(id)
    .fetch_optional(c))?;
    let before = crate::certificate::before(tx, ApplicationId(id)).await?;
    let before: Vec<(String, String)> = before.into_iter().map(|(own, _, at)| (own.0, Ts(at).text())).collect();
    if before != committed.replaced {
        return Ok(Some(Defect::CertificateDiffers));
    }
    let same = match (row, state.and_then(State::number)) {
        (None, None) => true,
        (Some(row), Some(number)) => {
            row.number == number.0
                && Some(row.officer) == state.and_then(State::record).map(|record| record.made_by.0)
                && Some(row.reserved_at.text()) == committed.reserved_at
                && row.file.as_ref() == committed.papers.get("certificate")
                && row.issued_at.map(Ts::text) == committed.issued_at
        }
        _ => false,
    };
    Ok((!same).then_some(Defect::CertificateDiffers))
}
