//! Decides with the official's own EDS: the exact file is prepared and read first, then signed by the key whose IIN the official has. A refusal
//! is signed as the PDF that the applicant gets; the making of a record is signed as its statement, for its number comes with the act.

use crate::attach_file::File;
use crate::decide::{self, Proven};
use crate::signature::{self, Instants};
use crate::submit_signed::detail;
use crate::{Fault, Office, OfficeError, SignatureProblem, cases, desk_act, grant, permission};
use domain::actor::Actor;
use domain::confirmation::{Revocation, VerifiedSignature};
use domain::decision::{Decided, Statement, Way};
use domain::ids::ApplicationId;
use domain::iin::Iin;
use domain::moment::Moment;
use eds::Policy;
use jiff::{SignedDuration, Timestamp};
use store::decision::Draft;
use uuid::Uuid;

/// A prepared decision can be signed for so long; it also ends with its day, for a refusal bears a date.
pub const VALID: SignedDuration = SignedDuration::from_mins(30);

/// A prepared decision as its official reads it.
#[derive(Clone, Debug)]
pub struct ToSign {
    /// What is decided.
    pub statement: Statement,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Its size.
    pub bytes_len: usize,
}

/// May `actor` decide with an EDS: is their IIN known?
///
/// # Errors
/// `NotAllowed` for who is no official.
pub async fn is_offered(office: &Office, actor: &Actor) -> Result<bool, OfficeError> {
    Ok(iin_of(office, actor).await?.is_some())
}

/// Prepares what will be signed.
///
/// # Errors
/// As `decide_sealed::decide`; `NotOpen` for an official without an IIN.
pub async fn prepare(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    decided: Decided,
    moment: &Moment,
) -> Result<Uuid, OfficeError> {
    if iin_of(office, actor).await?.is_none() {
        return Err(OfficeError::NotOpen(domain::application::NotOpen::Act));
    }
    let prepared = decide::prepare(office, actor, seen, decided, Way::Eds, moment).await?;
    let file = match prepared.paper {
        Some(paper) => paper,
        None => office.store().keep(prepared.bytes).await?,
    };
    let draft = Draft {
        id: moment.uuid("decision"),
        application: seen.0,
        officer: prepared.statement.officer,
        statement: prepared.statement,
        file,
        prepared_at: moment.now,
    };
    let id = draft.id;
    office.write(move |tx| Box::pin(async move { Ok(store::decision::keep_draft(tx, &draft).await?) })).await?;
    Ok(id)
}

/// What is to be signed.
///
/// # Errors
/// `NotFound` for another's, for one that was signed, and for one of another case; `Stale` for one that is too old.
pub async fn get(
    office: &Office,
    actor: &Actor,
    named: (ApplicationId, Uuid),
    now: Timestamp,
) -> Result<ToSign, OfficeError> {
    let draft = standing(office, actor, named, now).await?;
    let bytes_len = office.store().blobs().get(&draft.file).await?.len();
    Ok(ToSign { statement: draft.statement, sha256: draft.file.0, bytes_len })
}

/// The exact file.
///
/// # Errors
/// As [`get`].
pub async fn file(
    office: &Office,
    actor: &Actor,
    named: (ApplicationId, Uuid),
    now: Timestamp,
) -> Result<File, OfficeError> {
    let draft = standing(office, actor, named, now).await?;
    let bytes = office.store().blobs().get(&draft.file).await?;
    let (ending, media_type) = cases::file_type(&bytes);
    let name = format!("{}-decision.{ending}", draft.statement.reference);
    Ok(File { name, media_type: media_type.to_owned(), bytes })
}

/// Checks the signature and decides.
///
/// # Errors
/// The signature's cause; as [`get`]; `NotOpen`, `Stale`.
pub async fn sign(
    office: &Office,
    actor: &Actor,
    named: (ApplicationId, Uuid),
    cms: &[u8],
    moment: &Moment,
) -> Result<(), OfficeError> {
    let draft = standing(office, actor, named, moment.now).await?;
    let expected = iin_of(office, actor).await?.ok_or(OfficeError::NotOpen(domain::application::NotOpen::Act))?;
    let file = office.store().blobs().get(&draft.file).await?;
    let at = Instants::first_seen(moment.now);
    let (verdict, file) = signature::verdict(office, cms, file, Policy::officer(), at).await?;
    let said = detail(&verdict, moment);
    let verified = VerifiedSignature::accept(cms.to_vec(), &file, &verdict, &expected, office.iin_rules())
        .map_err(|refused| OfficeError::Signature(signature::for_official(signature::problem(&verdict, &refused))))?;
    if verified.revocation() != Revocation::Checked {
        return Err(OfficeError::Signature(SignatureProblem::plain("unchecked")));
    }
    let proof = office.store().keep(verified.cms().to_vec()).await?;
    let proven = Proven { statement: draft.statement, file: draft.file, way: Way::Eds, proof, detail: said };
    decide::record(office, actor, proven, moment).await
}

async fn standing(
    office: &Office,
    actor: &Actor,
    (id, decision): (ApplicationId, Uuid),
    now: Timestamp,
) -> Result<Draft, OfficeError> {
    let (officer, asking) = (permission::staff(actor)?, actor.clone());
    let (case, draft) = office
        .read(move |tx| {
            Box::pin(async move {
                let draft = store::decision::draft(tx, decision).await?.filter(|own| own.application == id);
                let case = match &draft {
                    Some(own) => decide::load(tx, &asking, id, &own.statement.decided).await,
                    None => desk_act::load(tx, &asking, id).await,
                };
                // Who may only read the case is told that there is nothing to do here.
                let case = case.map_err(|error| match error {
                    OfficeError::NotAllowed => OfficeError::NotOpen(domain::application::NotOpen::Act),
                    other => other,
                })?;
                Ok((case, draft))
            })
        })
        .await?;
    let draft = draft.filter(|own| own.officer == officer).ok_or(OfficeError::NotFound)?;
    let same_day = grant::local_date(office, &case, draft.prepared_at)? == grant::local_date(office, &case, now)?;
    let age = now.duration_since(draft.prepared_at);
    match same_day && age <= VALID && draft.statement.version == case.version {
        true => Ok(draft),
        false => Err(OfficeError::Stale),
    }
}

async fn iin_of(office: &Office, actor: &Actor) -> Result<Option<Iin>, OfficeError> {
    let officer = permission::staff(actor)?;
    let person = office.read(move |tx| Box::pin(async move { Ok(store::officer::get(tx, officer).await?) })).await?;
    let iin = person.and_then(|person| person.iin);
    let read =
        |iin: String| Iin::parse(&iin, office.iin_rules()).map_err(|_| Fault::Broken("an official's IIN".into()));
    Ok(iin.map(read).transpose()?)
}
