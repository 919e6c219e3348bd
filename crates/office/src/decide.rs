//! What the two ways of deciding share: the statement of what is decided, and the transaction that stores the decision with its proof and does
//! the act. Signed with the official's EDS: `decide_signed`; sealed with their second factor: `decide_sealed`.

use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, four_eyes, grant, permission, refuse, sample};
use domain::actor::Actor;
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, NotOpen};
use domain::decision::{Decided, Purpose, Statement, Way};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::request::CanonicalRequest;
use serde_json::{Value, json};
use store::decision::Decision;
use store::{BlobKey, Tx};

/// A decision that was not taken yet.
pub(crate) struct Prepared {
    /// What is decided.
    pub statement: Statement,
    /// The statement as it is signed or sealed.
    pub bytes: Vec<u8>,
    /// The refusal; its blob is stored.
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
    let (inner, asking) = (office.clone(), actor.clone());
    let (case, person) = office
        .read(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &asking, id).await?;
                four_eyes::must_be_another(&inner, tx, &asking, &case).await?;
                let person = store::officer::get(tx, officer).await?.ok_or(OfficeError::NotFound)?;
                Ok((case, person))
            })
        })
        .await?;
    if !is_open(case.state.kind(), act_of(&decided), actor.role()) {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
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
    let paper = match decided {
        Decided::Grant => None,
        Decided::Refuse { grounds, reasons } => {
            let pdf = refuse::set(office, case, (person.line, way), grounds, reasons, moment).await?;
            Some(office.store().blobs().put(pdf).await?)
        }
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
    let (id, is_grant) = (proven.statement.application, proven.statement.decided == Decided::Grant);
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
    let mut case = desk_act::load(tx, actor, id).await?;
    four_eyes::must_be_another(office, tx, actor, &case).await?;
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
    store::decision::insert(tx, &own).await?;
    if way == Way::Eds {
        store::proof_time::wait(tx, &own.proof, id, moment.now).await?;
    }
    let (name, hash) = store::journal::deciding(&own)?;
    let drawn = sample::draw(office, tx, &case, &own, moment).await?;
    let doing = Doing { actor, moment, seen_version };
    match (own.statement.decided, own.statement.paper_sha256) {
        (Decided::Grant, _) => {
            let evidence: Vec<(&str, Value)> = [(name.as_str(), hash)].into_iter().chain(drawn).collect();
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
        (Decided::Refuse { .. }, None) => Err(Fault::Broken(format!("{id}: a refusal without a paper")).into()),
    }
}

fn checked(decided: Decided) -> Result<Decided, OfficeError> {
    match decided {
        Decided::Grant => Ok(Decided::Grant),
        Decided::Refuse { grounds, .. } if grounds.is_empty() => Err(OfficeError::finding("grounds", "missing")),
        Decided::Refuse { mut grounds, reasons } => {
            grounds.sort();
            grounds.dedup();
            Ok(Decided::Refuse { grounds, reasons: written("reasons", reasons)? })
        }
    }
}

fn act_of(decided: &Decided) -> ActKind {
    match decided {
        Decided::Grant => ActKind::Grant,
        Decided::Refuse { .. } => ActKind::Refuse,
    }
}
