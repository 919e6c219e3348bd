//! What the first entry of a case commits to: every column that later acts, letters and papers are made from.
//!
//! One place names the columns for the office, which commits them, and for the verification, which compares them. Must never
//! read a column through the domain: what is compared is what is stored.

use super::record::{EntryRecord, canonical, commitment, hash};
use crate::application::Application;
use crate::comparison::Comparison;
use crate::complaint::{Filed, Terms};
use crate::error::StoreError;
use crate::note::Note;
use crate::row::{self, bad};
use crate::supplement::Supplement;
use crate::transaction::{Tx, on};
use crate::ts::Ts;
use domain::application::ActKind;
use domain::ids::{ApplicationId, DraftId, OfficerId};
use domain::request::Request;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

const TABLE: &str = "application";
/// The act of the first entry of every case.
pub const SEND: &str = "send";
/// The name under which the SHA-256 of the request's canonical JSON is committed.
pub(super) const REQUEST: &str = "request";
/// The end of the term.
pub(super) const DUE_AT: &str = "due_at";
/// The same for the detail of the proof.
pub(super) const PROOF_DETAIL: &str = "proof_detail";

/// The columns of a case that the journal speaks of, as they are stored.
#[derive(sqlx::FromRow)]
pub(super) struct CaseRow {
    pub reference: String,
    account: Uuid,
    draft: Uuid,
    mission: String,
    channel: String,
    pub state: String,
    sent_at: Ts,
    registration_date: String,
    due_at: Ts,
    pub term_met_at: Option<Ts>,
    request: Vec<u8>,
    file: String,
    confirmation: String,
    proof: String,
    proof_detail: String,
    lang: String,
    pub assignee: Option<Uuid>,
}

impl CaseRow {
    fn of(case: &Application) -> Result<CaseRow, StoreError> {
        Ok(CaseRow {
            reference: case.reference.clone(),
            account: case.account.0,
            draft: case.draft.0,
            mission: case.mission.0.clone(),
            channel: case.channel.as_str().to_owned(),
            state: row::to_json(TABLE, &case.state)?,
            sent_at: Ts(case.sent_at),
            registration_date: case.registration_date.to_string(),
            due_at: Ts(case.due_at),
            term_met_at: case.term_met_at.map(Ts),
            request: canonical(&case.request)?,
            file: case.file.0.clone(),
            confirmation: row::to_name(TABLE, &case.confirmation)?,
            proof: case.proof.0.clone(),
            proof_detail: case.proof_detail.to_string(),
            lang: case.language.tag().to_owned(),
            assignee: case.assignee.map(|officer| officer.0),
        })
    }

    pub(super) async fn load(tx: &mut Tx, id: Uuid) -> Result<Option<CaseRow>, StoreError> {
        Ok(on!(tx, |c| {
            sqlx::query_as(
            "SELECT reference, account, draft, mission, channel, state, sent_at, registration_date, due_at, term_met_at,
                    request, file, confirmation, proof, proof_detail, lang, assignee
             FROM application WHERE id = $1"
        )
        .bind(id)
        .fetch_optional(c)
        })?)
    }

    /// What does not change after sending, and the detail of the proof, by the name it is committed under.
    pub(super) fn facts(&self) -> [(&'static str, String); 14] {
        [
            (REQUEST, hex::encode(hash(&self.request))),
            ("mission", self.mission.clone()),
            ("account", self.account.to_string()),
            ("file", self.file.clone()),
            ("proof", self.proof.clone()),
            (PROOF_DETAIL, detail_hash(&self.proof_detail)),
            ("reference", self.reference.clone()),
            (DUE_AT, self.due_at.text()),
            ("draft", self.draft.to_string()),
            ("channel", self.channel.clone()),
            ("sent_at", self.sent_at.text()),
            ("registration_date", self.registration_date.clone()),
            ("confirmation", self.confirmation.clone()),
            ("lang", self.lang.clone()),
        ]
    }
}

/// SHA-256, hex, of the canonical form of JSON text; of the text itself when it is no JSON, which fits no commitment.
pub(super) fn detail_hash(text: &str) -> String {
    let canonical = serde_json::from_str::<Value>(text).ok().and_then(|value| canonical(&value).ok());
    hex::encode(hash(canonical.as_deref().unwrap_or(text.as_bytes())))
}

/// What the entry [`SEND`] commits to: `state`, and every fact of `case` that [`super::verify`] compares. Instants are in
/// RFC 3339 with microseconds, `request` and `proof_detail` are SHA-256 in hex of the canonical JSON (RFC 8785).
///
/// # Errors
/// [`StoreError::BadRow`] when a value cannot be written as JSON; the types of a case leave no such value.
pub fn sending(case: &Application) -> Result<BTreeMap<String, Value>, StoreError> {
    let state = serde_json::to_value(&case.state).map_err(|error| bad(TABLE, error))?;
    let facts = CaseRow::of(case)?.facts();
    let mut commitments: BTreeMap<String, Value> =
        facts.into_iter().map(|(what, value)| (what.to_owned(), json!(value))).collect();
    commitments.insert("state".to_owned(), state);
    Ok(commitments)
}

#[derive(sqlx::FromRow)]
struct Opened {
    bytes: Vec<u8>,
    hash: Vec<u8>,
    salt: Vec<u8>,
    value: Vec<u8>,
}

/// What the entry of an addendum commits to beside the new state: its request, file, proof and draft, under the names of [`sending`].
///
/// # Errors
/// [`StoreError::BadRow`] when a value cannot be written as JSON; the types leave no such value.
pub fn supplementing(own: &Supplement, amended: &Request) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        (REQUEST, json!(hex::encode(hash(&canonical(amended)?)))),
        ("file", json!(own.file.0)),
        ("proof", json!(own.proof.0)),
        (PROOF_DETAIL, json!(detail_hash(&own.proof_detail.to_string()))),
        ("draft", json!(own.draft.to_string())),
        (CONFIRMATION, json!(row::to_name(TABLE, &own.confirmation)?)),
        (ASKED, json!(detail_hash(&row::to_json(TABLE, &own.asked)?))),
        (SENT_AT, json!(Ts(own.sent_at).text())),
    ])
}

/// What an addendum's entry commits besides: how it was confirmed, SHA-256 of what had been asked, and when it was sent.
pub(super) const CONFIRMATION: &str = "confirmation";
pub(super) const ASKED: &str = "asked";
pub(super) const SENT_AT: &str = "sent_at";

/// Under which the entry of an addendum that was signed by hand commits to the scan of the paper.
pub const SIGNED_SUPPLEMENT: &str = "signed_supplement";

/// The act of filing a complaint; its answers are `domain::complaint::Answer::act`.
pub const FILE_COMPLAINT: &str = "file_complaint";
/// The act of looking again at the EDS of a complaint.
pub const RECHECK_COMPLAINT: &str = "recheck_complaint";
/// Under which every entry of a complaint commits which one, and what its row says: all but the version, the moment it was begun
/// (`created_at`) and whether its EDS waits for the NCA (`awaits_nca`), which decide nothing.
pub(super) const COMPLAINT: &str = "complaint";
pub(super) const COMPLAINT_FACTS: &str = "complaint_facts";

/// What every entry of a complaint commits to.
///
/// # Errors
/// [`StoreError::BadRow`] when a value cannot be written as JSON; the types leave no such value.
pub fn complaining(own: &Filed) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok(BTreeMap::from([
        (COMPLAINT.to_owned(), json!(own.id.to_string())),
        (COMPLAINT_FACTS.to_owned(), complaint_facts(own)?),
    ]))
}

/// The facts as they are compared; `body` and `proof_detail` are SHA-256 in hex of the canonical JSON (RFC 8785).
pub(super) fn complaint_facts(own: &Filed) -> Result<Value, StoreError> {
    let body = serde_json_canonicalizer::to_vec(&own.body).map_err(|error| bad(TABLE, error))?;
    let proof = own.proof.as_ref();
    let confirmation = proof.map(|proof| row::to_name(TABLE, &proof.confirmation)).transpose()?;
    let instant = |of: fn(&Terms) -> Timestamp| own.terms.as_ref().map(|terms| Ts(of(terms)).text());
    Ok(json!({
        "account": own.account.to_string(),
        "body": hex::encode(hash(&body)),
        "confirmation": confirmation,
        "decide_by": instant(|terms| terms.decide_by),
        "file": own.file.0,
        "filed_at": instant(|terms| terms.filed_at),
        "forward_by": instant(|terms| terms.forward_by),
        "mission": own.mission.0,
        "proof": proof.map(|proof| proof.file.0.clone()),
        "proof_detail": proof.map(|proof| detail_hash(&proof.detail.to_string())),
        "state": serde_json::to_value(&own.state).map_err(|error| bad(TABLE, error))?,
    }))
}

/// The act of taking a case up, giving it to somebody, or laying it down.
pub const ASSIGN: &str = "assign";
/// Under which it commits to whom; empty: to nobody.
pub(super) const ASSIGNEE: &str = "assignee";

/// What the entry [`ASSIGN`] commits to.
pub fn assigning(assignee: Option<OfficerId>) -> BTreeMap<String, Value> {
    BTreeMap::from([(ASSIGNEE.to_owned(), json!(assignee.map(|own| own.to_string()).unwrap_or_default()))])
}

/// The act of saving what was found when answers were held against the papers.
pub const COMPARE: &str = "compare_papers";
/// The act of writing an internal note.
pub const NOTE: &str = "note";
/// Under which each commits SHA-256, hex, of the canonical JSON of its row: the journal proves it and holds none of its words.
pub(super) const COMPARED: &str = "comparison";
pub(super) const NOTED: &str = "note";

/// What the entry [`COMPARE`] commits to.
///
/// # Errors
/// [`StoreError::BadRow`] when a value cannot be written as JSON; the types leave no such value.
pub fn comparing(own: &Comparison) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok(BTreeMap::from([(COMPARED.to_owned(), json!(row_hash(&own.facts()?)?))]))
}

/// A person of the desk was added, closed or reset: entries of no case.
pub const NAME_KEY: &str = "name_key";
/// As above.
pub const ADD_PERSON: &str = "add_person";
/// As above.
pub const CLOSE_PERSON: &str = "close_person";
/// As above.
pub const RESET_PERSON: &str = "reset_person";

/// A change of the registers was put forward, approved, declined or taken back: entries of no case.
pub const PROPOSE_REGISTERS: &str = "propose_registers";
/// As above.
pub const APPROVE_REGISTERS: &str = "approve_registers";
/// As above.
pub const REJECT_REGISTERS: &str = "reject_registers";
/// As above.
pub const WITHDRAW_REGISTERS: &str = "withdraw_registers";

/// The applicant was told that the term has passed.
pub const TELL_OVERDUE: &str = "tell_overdue";

/// The secret of a month was made by which decisions are drawn for a second look: an entry of no case, with its hash.
pub const DRAW_SECRET: &str = "draw_secret";
/// A head said what a second look came to; the official read what was found.
pub const JUDGE_SAMPLE: &str = "judge_sample";
/// As above.
pub const READ_SAMPLE: &str = "read_sample";

/// The staff were told how much of the term has passed.
pub const TELL_STAFF: &str = "tell_staff";
/// A person of the desk said whether and where they are written to.
pub const STAFF_MAIL: &str = "staff_mail";

/// A leave of an official was entered, with who stands in.
pub const ENTER_LEAVE: &str = "enter_leave";
/// A leave was ended early or cancelled.
pub const END_LEAVE: &str = "end_leave";

/// A mission's hours were closed, or opened again: entries of no case.
pub const CLOSE_HOURS: &str = "close_hours";
/// As above.
pub const OPEN_HOURS: &str = "open_hours";

/// A question before applying was put, opened by an officer for the first time, answered, erased: entries of no case. They hold ids and
/// counts only, for what was asked is erased and the journal is not.
pub const ASK_ENQUIRY: &str = "ask_enquiry";
/// As above.
pub const READ_ENQUIRY: &str = "read_enquiry";
/// As above.
pub const ANSWER_ENQUIRY: &str = "answer_enquiry";
/// As above.
pub const ERASE_ENQUIRY: &str = "erase_enquiry";

/// What was begun at the desk and never accepted was thrown away: an entry of no case, with the draft's id alone.
pub const DISCARD_TYPED: &str = "discard_typed";
/// The person of a request that was not sent was told that it will be erased; it was erased: entries of no case, which hold its id and why.
pub const WARN_DRAFT: &str = "warn_draft";
/// As above.
pub const ERASE_DRAFT: &str = "erase_draft";

/// What they commit to.
pub fn of_draft(id: DraftId, why: &str) -> BTreeMap<String, Value> {
    [("draft".to_owned(), json!({ "id": id, "why": why }))].into()
}

/// The act that says whether somebody may not decide a case.
pub const CONFLICT: &str = "conflict";
/// SHA-256 of what was said.
pub(super) const CONFLICTING: &str = "conflicting";

/// What the entry [`CONFLICT`] commits to.
///
/// # Errors
/// Only for facts that cannot be JSON.
pub fn conflicting(own: &crate::conflict::Said) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok([(CONFLICTING.to_owned(), json!(row_hash(&own.facts())?))].into())
}

/// An officer proposed to annul the record, or the head declined it; the yes is the act itself.
pub const PROPOSE_ANNULMENT: &str = "propose_annulment";
/// As above.
pub const DECLINE_ANNULMENT: &str = "decline_annulment";
/// SHA-256 of what was said.
pub(super) const ANNULLING: &str = "annulling";

/// What an entry about an annulment commits to of the word.
///
/// # Errors
/// Only for facts that cannot be JSON.
pub fn annulling(own: &crate::annulment::Said) -> Result<(String, Value), StoreError> {
    Ok((ANNULLING.to_owned(), json!(row_hash(&own.facts())?)))
}

/// SHA-256 of a word on what the applicant asked for beside the decision.
pub(super) const MOTION: &str = "motion";

/// What the entry of such a word commits to; its act is the word's own.
///
/// # Errors
/// Only for facts that cannot be JSON.
pub fn asking(own: &crate::motion::Said) -> Result<(String, Value), StoreError> {
    Ok((MOTION.to_owned(), json!(row_hash(&own.facts()?)?)))
}

/// SHA-256 of a decision with its proof.
pub(super) const DECISION: &str = "decision";

/// What the entry of an act that decides commits to of the decision.
///
/// # Errors
/// Only for facts that cannot be JSON.
pub fn deciding(own: &crate::decision::Decision) -> Result<(String, Value), StoreError> {
    Ok((DECISION.to_owned(), json!(row_hash(&own.facts())?)))
}

/// The mission of a case: committed at sending, and by an act that forwards it.
pub const MISSION: &str = "mission";

/// The act that extends the term of a complaint.
pub const EXTEND_COMPLAINT: &str = "extend_complaint";
/// The act that tells a person that the term of their complaint passed without a decision.
pub const TELL_SILENCE: &str = "tell_silence";

/// The act that says of two cases whether they tell of the same death.
pub const JUDGE_LIKENESS: &str = "judge_likeness";
/// SHA-256 of what was said.
pub(super) const JUDGED: &str = "judged";

/// What the entry [`JUDGE_LIKENESS`] commits to.
///
/// # Errors
/// Only for facts that cannot be JSON.
pub fn judging(own: &crate::likeness::Judged) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok([(JUDGED.to_owned(), json!(row_hash(&own.facts())?))].into())
}

/// The notices to other bodies that the entry of an act commits to.
pub(super) const OUTGOING: &str = "outgoing";

/// What the entry of an act commits to of the notices that it brings.
pub fn notifying(notices: &[crate::outgoing::Notice]) -> (String, Value) {
    (OUTGOING.to_owned(), Value::Array(notices.iter().map(crate::outgoing::Notice::facts).collect()))
}

/// What the entry [`NOTE`] commits to.
///
/// # Errors
/// As [`comparing`].
pub fn noting(own: &Note) -> Result<BTreeMap<String, Value>, StoreError> {
    Ok(BTreeMap::from([(NOTED.to_owned(), json!(row_hash(&own.facts())?))]))
}

/// SHA-256, hex, of the canonical JSON of what a row says.
pub(super) fn row_hash(facts: &Value) -> Result<String, StoreError> {
    Ok(hex::encode(hash(&canonical(facts)?)))
}

/// What an entry commits to by which the term begins again.
pub fn term(due_at: Timestamp) -> BTreeMap<String, Value> {
    BTreeMap::from([(DUE_AT.to_owned(), json!(Ts(due_at).text()))])
}

/// The act of looking again at the EDS of an addendum.
pub const RECHECK: &str = "recheck_supplement";
/// Under which it commits which addendum, and the new detail whole.
pub(super) const NUMBER: &str = "supplement";
pub(super) const SUPPLEMENT_VERDICT: &str = "supplement_verdict";

/// What the entry [`RECHECK`] commits to.
pub fn rechecking(number: u32, detail: Value) -> BTreeMap<String, Value> {
    BTreeMap::from([(NUMBER.to_owned(), json!(number)), (SUPPLEMENT_VERDICT.to_owned(), detail)])
}

/// SHA-256, hex, of the request as it stands: as it was sent, or as the last addendum amended it; opened from that entry. `None` when
/// the case has no such entry.
///
/// # Errors
/// [`StoreError::BadRow`] when the entry or the value was changed.
pub async fn request_standing(tx: &mut Tx, application: ApplicationId) -> Result<Option<String>, StoreError> {
    let found: Option<Opened> = on!(tx, |c| sqlx::query_as(
        "SELECT e.bytes, e.hash, s.salt, s.value FROM journal_entry e JOIN journal_secret s ON s.entry = e.id
         WHERE e.chain = $1 AND (e.act = $2 OR e.act = $3) AND s.what = $4 ORDER BY e.seq DESC LIMIT 1"
    )
    .bind(application.to_string())
    .bind(SEND)
    .bind(ActKind::Supplement.as_str())
    .bind(REQUEST)
    .fetch_optional(c))?;
    let Some(Opened { bytes, hash: stored, salt, value }) = found else { return Ok(None) };
    let damaged = |error: serde_json::Error| bad("journal_entry", error);
    let record: EntryRecord = serde_json::from_slice(&bytes).map_err(damaged)?;
    let whole =
        hash(&bytes).as_slice() == stored && record.commitments.get(REQUEST) == Some(&commitment(&salt, &value));
    if !whole {
        return Err(bad("journal_entry", format_args!("{application}: the sending was changed")));
    }
    serde_json::from_slice(&value).map(Some).map_err(damaged)
}
