//! What the two ways of deciding share: the statement of what is decided, and the transaction that stores the decision with its proof and does
//! the act. Signed with the official's EDS: `decide_signed`; sealed with their second factor: `decide_sealed`.

use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::{
    Fault, Office, OfficeError, annul, answer_complaint, complaint_decision, despite, four_eyes, grant, hearing,
    permission, refuse, sample,
};
use domain::actor::Actor;
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, NotOpen};
use domain::decision::{Decided, Purpose, Statement, Way};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::request::CanonicalRequest;
use serde_json::{Value, json};
use store::application::Application;
use store::decision::Decision;
use store::{BlobKey, Tx};

/// A decision that was not taken yet.
pub(crate) struct Prepared {
    /// What is decided.
    pub statement: Statement,
    /// The statement as it is signed or sealed.
    pub bytes: Vec<u8>,
    /// The refusal, or the decision on a complaint; its blob is stored.
    pub paper: Option<BlobKey>,
}

/// A decision with its proof; all blobs are stored.
pub(crate) struct Proven {
    pub statement: Statement,
    pub file: BlobKey,
    pub way: Way,
    pub proof: BlobKey,
    pub detail: Value,
}

/// Checks that `actor` may decide this now and sets the paper of a refusal.
///
/// # Errors
/// Findings at `grounds` and `reasons`; `NotAllowed`, `NotFound`, `Barred`, `SameHands`, `NotOpen`, `Stale`.
pub(crate) async fn prepare(
    office: &Office,
    actor: &Actor,
    (id, seen_version): (ApplicationId, i64),
    decided: Decided,
    way: Way,
    moment: &Moment,
) -> Result<Prepared, OfficeError> {
    let decided = checked(decided)?;
    let officer = permission::staff(actor)?;
    let (asking, wanted, inner, now) = (actor.clone(), decided, office.clone(), moment.now);
    let (case, answered, person, decided) = office
        .read(move |tx| {
            Box::pin(async move {
                let case = for_deciding(&inner, tx, &asking, id, &wanted).await?;
                hearing::lets_decide(&inner, &case, &wanted, now)?;
                may_be_decided(tx, &asking, &case, &wanted).await?;
                let answered = answer_complaint::answered(&inner, tx, &asking, &wanted, now).await?;
                let person = store::officer::get(tx, officer).await?.ok_or(OfficeError::NotFound)?;
                let wanted = despite::explained(&inner, tx, &asking, id, wanted, now).await?;
                Ok((case, answered, person, wanted))
            })
        })
        .await?;
    if case.version != seen_version {
        return Err(OfficeError::Stale);
    }
    let broken = |error: serde_json::Error| Fault::Broken(format!("statement: {error}"));
    let statement = Statement {
        purpose: Purpose::Decision,
        application: id,
        reference: case.reference.clone(),
        version: seen_version,
        request_sha256: CanonicalRequest::of(&case.request).map_err(broken)?.sha256().to_owned(),
        mission: case.mission.clone(),
        officer,
        prepared_at: moment.now,
        decided: decided.clone(),
        paper_sha256: None,
        second_factor_at: None,
    };
    let pdf = match (decided, answered) {
        (Decided::Refuse { grounds, reasons }, _) => {
            Some(refuse::set(office, case, (person.line, way), grounds, reasons, moment).await?)
        }
        (Decided::AnswerComplaint { .. }, Some(filed)) => {
            Some(complaint_decision::set(office, case, filed, (person.line, way), moment).await?)
        }
        _ => None,
    };
    let paper = match pdf {
        Some(pdf) => Some(office.store().keep(pdf).await?),
        None => None,
    };
    let statement = Statement { paper_sha256: paper.as_ref().map(|own| own.0.clone()), ..statement };
    let bytes = statement.bytes().map_err(broken)?;
    Ok(Prepared { statement, bytes, paper })
}

/// Stores the decision and does its act.
///
/// # Errors
/// `NotFound`, `Barred`, `SameHands`, `NotOpen`, `Stale`.
pub(crate) async fn record(office: &Office, actor: &Actor, proven: Proven, moment: &Moment) -> Result<(), OfficeError> {
    let (inner, doer, now) = (office.clone(), actor.clone(), moment.clone());
    let id = proven.statement.application;
    let is_grant = matches!(proven.statement.decided, Decided::Grant { .. });
    office.write(move |tx| Box::pin(async move { store_it(&inner, tx, &doer, proven, &now).await })).await?;
    if is_grant && let Err(error) = grant::finish(office, actor, id, moment).await {
        tracing::warn!(application = %id, %error, "the certificate waits for the job");
    }
    Ok(())
}

async fn store_it(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    proven: Proven,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let Proven { statement, file, way, proof, detail } = proven;
    let (id, seen_version) = (statement.application, statement.version);
    let mut case = for_deciding(office, tx, actor, id, &statement.decided).await?;
    hearing::lets_decide(office, &case, &statement.decided, moment.now)?;
    let number = u32::try_from(store::decision::of(tx, id).await?.len()).unwrap_or(u32::MAX).saturating_add(1);
    let own = Decision {
        application: id,
        number,
        officer: statement.officer,
        statement,
        file,
        way,
        proof,
        detail,
        decided_at: moment.now,
    };
    despite::keep(office, tx, actor, &case, &own).await?;
    store::decision::insert(tx, &own).await?;
    if way == Way::Eds {
        store::proof_time::wait(tx, &own.proof, id, moment.now).await?;
    }
    let (name, hash) = store::journal::deciding(&own)?;
    let drawn = match own.statement.decided {
        Decided::Grant { .. } | Decided::Refuse { .. } => sample::draw(office, tx, &case, &own, moment).await?,
        Decided::Annul { .. } | Decided::AnswerComplaint { .. } => None,
    };
    let doing = Doing { actor, moment, seen_version };
    match (own.statement.decided, own.statement.paper_sha256) {
        (Decided::Grant { despite }, _) => {
            let despite = despite.map(|own| ("despite", json!(own.checks)));
            let evidence: Vec<(&str, Value)> =
                [(name.as_str(), hash)].into_iter().chain(drawn).chain(despite).collect();
            let record = grant::next_record(office, tx, &case, own.officer, moment).await?;
            desk_act::perform(office, tx, &mut case, Act::Grant { record }, &doing, &evidence).await
        }
        (Decided::Refuse { grounds, reasons }, Some(paper)) => {
            let evidence = [(name.as_str(), hash), ("file", json!(paper))];
            let evidence: Vec<(&str, Value)> = evidence.into_iter().chain(drawn).collect();
            desk_act::perform(office, tx, &mut case, Act::Refuse { grounds, reasons }, &doing, &evidence).await?;
            let file = BlobKey(paper);
            let kind = "refusal".to_owned();
            let paper = store::paper::Paper { application: id, kind, number: None, file, created_at: moment.now };
            Ok(store::paper::insert(tx, &paper).await?)
        }
        (decided @ Decided::AnswerComplaint { .. }, Some(paper)) => {
            let kept = (own.number, BlobKey(paper));
            answer_complaint::carry_out(office, tx, actor, &decided, (kept, (name, hash)), moment).await
        }
        (Decided::Annul { proposal, annulment }, _) => {
            annul::carry_out(office, tx, case, (proposal, annulment), &doing, (&name, hash)).await
        }
        (Decided::Refuse { .. } | Decided::AnswerComplaint { .. }, None) => {
            Err(Fault::Broken(format!("{id}: a decision without its paper")).into())
        }
    }
}

fn checked(decided: Decided) -> Result<Decided, OfficeError> {
    match decided {
        Decided::Refuse { grounds, .. } if grounds.is_empty() => Err(OfficeError::finding("grounds", "missing")),
        Decided::Refuse { mut grounds, reasons } => {
            grounds.sort();
            grounds.dedup();
            Ok(Decided::Refuse { grounds, reasons: written("reasons", reasons)? })
        }
        Decided::AnswerComplaint { complaint, seen, decision, reasons } => {
            Ok(Decided::AnswerComplaint { complaint, seen, decision, reasons: written("reasons", reasons)? })
        }
        // What is said of checks is read where it is known whether there are any.
        other @ (Decided::Grant { .. } | Decided::Annul { .. }) => Ok(other),
    }
}

/// The case of what is decided, for who may decide such a thing.
///
/// # Errors
/// `NotFound`, `NotAllowed`, `Barred`.
pub(crate) async fn load(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    decided: &Decided,
) -> Result<Application, OfficeError> {
    match decided {
        Decided::Grant { .. } | Decided::Refuse { .. } => desk_act::load(tx, actor, id).await,
        Decided::Annul { .. } => annul::as_head(tx, actor, id).await,
        Decided::AnswerComplaint { complaint, .. } => answer_complaint::case_of(tx, actor, id, *complaint).await,
    }
}

/// The case, for who may decide this of it: where the policy asks for two officials, another than who registered it.
async fn for_deciding(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    decided: &Decided,
) -> Result<Application, OfficeError> {
    let case = load(tx, actor, id, decided).await?;
    if matches!(decided, Decided::Grant { .. } | Decided::Refuse { .. }) {
        four_eyes::must_be_another(office, tx, actor, &case).await?;
    }
    Ok(case)
}

/// Whether it is open now. Of a complaint that is asked by `answer_complaint::answered`.
async fn may_be_decided(tx: &mut Tx, actor: &Actor, case: &Application, decided: &Decided) -> Result<(), OfficeError> {
    let act = match decided {
        Decided::Grant { .. } => ActKind::Grant,
        Decided::Refuse { .. } => ActKind::Refuse,
        Decided::Annul { proposal, .. } => {
            let said = store::annulment::of(tx, case.id).await?;
            annul::of_another(actor, &said, *proposal)?;
            ActKind::Annul
        }
        Decided::AnswerComplaint { .. } => return Ok(()),
    };
    if is_open(case.state.kind(), act, actor.role()) { Ok(()) } else { Err(OfficeError::NotOpen(NotOpen::Act)) }
}
