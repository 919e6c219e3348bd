//! The applicant's answer to what the mission asked: begun as a copy of what was sent last, and sent as a signed addendum (UX.md 2.9).
//!
//! An addendum is a request that amends: the same pages, checks and proofs serve it. The first signature stays as it is, and the
//! addendum's file names the file it was over.

use crate::desk_act::{self, Doing};
use crate::drafts::{self, Amended};
use crate::send::Sent;
use crate::signature::{self, Instants};
use crate::{Fault, Office, OfficeError};
use domain::actor::Actor;
use domain::application::{Act, NotOpen};
use domain::confirmation::{Confirmation, ConfirmationKind, Revocation, SignedRequest};
use domain::ids::{ApplicationId, AttachmentId, DraftId};
use domain::moment::Moment;
use domain::request::{Amends, Request};
use serde_json::{Value, json};
use store::draft::Draft;
use store::prepared::Prepared;
use store::supplement::Supplement;
use store::{BlobKey, Tx};

/// Opens the answer to what the mission asked, or finds the one that was begun.
///
/// # Errors
/// `NotFound` for another person's case, `NotOpen` when nothing is asked.
pub async fn start(office: &Office, actor: &Actor, id: ApplicationId, moment: &Moment) -> Result<DraftId, OfficeError> {
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                // The case is locked: a second click finds the answer that the first began.
                let case = desk_act::load_own(tx, &actor, id).await?;
                let asked = case.state.correction().ok_or(OfficeError::NotOpen(NotOpen::Act))?;
                if let Some(begun) = store::draft::amending(tx, id).await? {
                    if drafts::answers(&begun, asked) {
                        return Ok(begun.id);
                    }
                    // An answer to an earlier question, never sent.
                    store::draft::erase(tx, begun.id, moment.now).await?;
                }
                let (sent, _) = drafts::last_sent(tx, &case).await?;
                let from = sent.id;
                let draft = Draft {
                    id: DraftId(moment.uuid("draft supplement")),
                    version: 1,
                    created_at: moment.now,
                    updated_at: moment.now,
                    sent_as: None,
                    amends: Some(id),
                    typed: None,
                    ..sent
                };
                store::draft::insert(tx, &draft).await?;
                for mut file in store::attachment::of_draft(tx, from).await? {
                    file.id = AttachmentId(moment.uuid(&format!("attachment supplement {}", file.id)));
                    file.draft = draft.id;
                    store::attachment::insert(tx, &file).await?;
                }
                Ok(draft.id)
            })
        })
        .await
}

/// Makes `request` an addendum to the case; gives the request before it.
///
/// # Errors
/// `NotOpen` when the mission asks no more; a finding at `supplement` when nothing was changed.
pub(crate) fn amend(request: &mut Request, amended: Amended) -> Result<Request, OfficeError> {
    let Amended { case, asked, sent_before, .. } = amended;
    if asked.is_none() {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    if request.says_the_same(&case.request) {
        return Err(OfficeError::finding("supplement", "nothing-changed"));
    }
    request.amends = Some(Amends {
        reference: case.reference,
        file_sha256: case.file.0,
        number: u32::try_from(sent_before).unwrap_or(u32::MAX).saturating_add(1),
    });
    Ok(case.request)
}

/// Sends the addendum: the case has the amended request from now on and is checked again.
pub(crate) async fn send(
    office: &Office,
    tx: &mut Tx,
    (draft, amended): (Draft, ApplicationId),
    prepared: &Prepared,
    signed: &SignedRequest,
    (proof, proof_detail): (BlobKey, Value),
    moment: &Moment,
) -> Result<Sent, OfficeError> {
    let mut case = store::application::get(tx, amended).await?.ok_or(OfficeError::NotFound)?;
    let asked = case.state.correction().cloned().ok_or(OfficeError::NotOpen(NotOpen::Act))?;
    if !drafts::answers(&draft, &asked) {
        return Err(OfficeError::Stale);
    }
    let number = u32::try_from(store::supplement::of(tx, amended).await?.len()).unwrap_or(u32::MAX).saturating_add(1);
    if signed.request().amends.as_ref().is_none_or(|own| own.number != number) {
        return Err(OfficeError::Stale);
    }
    let was = std::mem::replace(&mut case.request, signed.request().clone());
    store::application::save_request(tx, &case).await?;
    let own = Supplement {
        application: amended,
        number,
        draft: draft.id,
        asked,
        was,
        file: prepared.file.clone(),
        confirmation: signed.kind(),
        proof,
        proof_detail,
        sent_at: moment.now,
    };
    store::supplement::insert(tx, &own, awaits_nca(signed)).await?;
    if own.confirmation == ConfirmationKind::Eds {
        store::proof_time::wait(tx, &own.proof, amended, moment.now).await?;
    }
    sent(tx, draft, amended, moment).await?;
    let paper = store::paper::Paper {
        application: amended,
        kind: format!("supplement-{number}"),
        number: None,
        file: own.file.clone(),
        created_at: moment.now,
    };
    store::paper::insert(tx, &paper).await?;
    let scan = keep_scan(tx, amended, number, signed, moment).await?;
    let applicant = Actor::Applicant(case.account);
    let doing = Doing { actor: &applicant, moment, seen_version: case.version };
    let mut evidence = store::journal::supplementing(&own, &case.request)?;
    evidence.extend(scan.map(|scan| (store::journal::SIGNED_SUPPLEMENT, json!(scan))));
    if let Confirmation::Paper(own) = signed.confirmation() {
        evidence.push(("accepted_by", json!(own.statement().officer.to_string())));
    }
    desk_act::perform(office, tx, &mut case, Act::Supplement, &doing, &evidence).await?;
    Ok(Sent { application: case.id, reference: case.reference })
}

/// Of an addendum that was signed by hand: the scan of the paper, beside it.
async fn keep_scan(
    tx: &mut Tx,
    id: ApplicationId,
    number: u32,
    signed: &SignedRequest,
    moment: &Moment,
) -> Result<Option<String>, OfficeError> {
    let Confirmation::Paper(own) = signed.confirmation() else { return Ok(None) };
    let scan = own.statement().scan_sha256.clone();
    let paper = store::paper::Paper {
        application: id,
        kind: format!("signed-supplement-{number}"),
        number: None,
        file: BlobKey(scan.clone()),
        created_at: moment.now,
    };
    store::paper::insert(tx, &paper).await?;
    Ok(Some(scan))
}

fn awaits_nca(signed: &SignedRequest) -> bool {
    matches!(signed.confirmation(), Confirmation::Eds(own) if own.revocation() == Revocation::AwaitsNca)
}

async fn sent(tx: &mut Tx, mut draft: Draft, case: ApplicationId, moment: &Moment) -> Result<(), OfficeError> {
    let seen = draft.version;
    draft.sent_as = Some(case);
    draft.updated_at = moment.now;
    if store::draft::save(tx, &draft, seen).await? { Ok(()) } else { Err(OfficeError::Stale) }
}

/// Asks again about the EDS of an addendum whose revocation data was missing; true when it got its answer. The case goes on either
/// way: the officer sees what the engine says and may ask once more.
///
/// # Errors
/// Faults.
pub(crate) async fn recheck(
    office: &Office,
    id: ApplicationId,
    number: u32,
    moment: &Moment,
) -> Result<bool, OfficeError> {
    let all = office.read(move |tx| Box::pin(async move { Ok(store::supplement::of(tx, id).await?) })).await?;
    let own = all.into_iter().find(|own| own.number == number).ok_or(OfficeError::NotFound)?;
    let cms = office.store().blobs().get(&own.proof).await?;
    let file = office.store().blobs().get(&own.file).await?;
    let at = Instants { existed_at: own.sent_at, now: moment.now };
    let (verdict, _) = signature::verdict(office, &cms, file, eds::Policy::applicant(), at).await?;
    if verdict.outcome == eds::Outcome::Indeterminate {
        return Ok(false);
    }
    let detail = crate::submit_signed::detail(&verdict, moment);
    let moment = moment.clone();
    office
        .write(move |tx| {
            Box::pin(async move {
                if !store::supplement::judged(tx, own.application, own.number, &detail).await? {
                    return Ok(false);
                }
                let entry = store::journal::Entry {
                    application: Some(own.application),
                    act: store::journal::RECHECK,
                    actor: &Actor::System,
                    at: moment.now,
                    commitments: store::journal::rechecking(own.number, detail),
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(true)
            })
        })
        .await
}

/// The file that a signature of the case is over: the request's, or that of the addendum or complaint it came with.
pub(crate) async fn signed_file(tx: &mut Tx, id: ApplicationId, proof: &BlobKey) -> Result<BlobKey, OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if case.proof == *proof {
        return Ok(case.file);
    }
    if let Some(own) = store::supplement::of(tx, id).await?.into_iter().find(|own| own.proof == *proof) {
        return Ok(own.file);
    }
    if let Some(own) = store::decision::of(tx, id).await?.into_iter().find(|own| own.proof == *proof) {
        return Ok(own.file);
    }
    let of = |own: &store::complaint::Filed| own.proof.as_ref().is_some_and(|own| own.file == *proof);
    let own = store::complaint::of(tx, id).await?.into_iter().find(of);
    Ok(own.ok_or_else(|| Fault::Broken(format!("{id}: a signature of no file")))?.file)
}
