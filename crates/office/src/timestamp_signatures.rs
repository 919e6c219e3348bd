//! Proof of time: asks a time-stamping authority for a token over each signature that was received (Digital Code 50(3), RFC 3161).
//!
//! Here as a job, because nobody waits for it: the application is sent without. A token counts only when the engine has accepted it;
//! then it is kept beside the CMS, which stays as received. Must never lose or change a signature because the authority is silent.

use crate::{Office, OfficeError, supplement};
use domain::actor::Actor;
use domain::moment::Moment;
use eds::digest::DigestAlgorithm;
use eds::input::{Decoded, decode_input};
use eds::timestamp::{TokenInfo, request, token_of};
use eds::{Policy, TimestampSummary};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::collections::BTreeMap;
use store::BlobKey;
use store::proof_time::{ProofTime, Stamped};

/// Signatures of one round.
const BATCH: i64 = 20;
/// Octets of the nonce.
const NONCE_BYTES: usize = 8;
/// After a failure the next try is one minute later, then two, four, up to this many.
const RETRY_MINUTES_MAX: i64 = 60;
/// The clock of an authority may be ahead of ours by this much.
const CLOCK_AHEAD_MAX: SignedDuration = SignedDuration::from_mins(5);
/// Letters of a failure that are kept.
const FAILURE_CHARS_MAX: usize = 300;
/// The act in the journal; the timeline's text is `timeline-timestamp`.
pub const TIMESTAMP: &str = "timestamp";

/// One round; how many signatures got their token. `fresh` reads the clock: an answer is judged at the moment it came. Nothing is
/// asked where no authority is named.
///
/// # Errors
/// Faults of the store. Silence of the authority is none.
pub async fn round(office: &Office, fresh: impl Fn() -> Result<Moment, String>) -> Result<usize, OfficeError> {
    let authority = &office.parts().time;
    if authority.address().is_none() {
        return Ok(0);
    }
    let moment = fresh().map_err(crate::Fault::Broken)?;
    let now = moment.now;
    let due = office.read(move |tx| Box::pin(async move { Ok(store::proof_time::due(tx, now, BATCH).await?) })).await?;
    let mut done = 0;
    for row in due {
        match stamp(office, &row, &fresh).await {
            Ok(true) => done += 1,
            Ok(false) => {}
            Err(error) => {
                // One that cannot be stamped keeps no other waiting.
                tracing::error!(application = %row.application, %error, "no timestamp");
                postpone(office, &row, now, &error.to_string()).await?;
            }
        }
    }
    Ok(done)
}

/// Asks for the token of one signature; true when it is kept.
async fn stamp(
    office: &Office,
    row: &ProofTime,
    fresh: &impl Fn() -> Result<Moment, String>,
) -> Result<bool, OfficeError> {
    let authority = &office.parts().time;
    let moment = fresh().map_err(crate::Fault::Broken)?;
    let received = office.store().blobs().get(&row.proof).await?;
    let Some((cms, signature)) = signature_of(&received) else {
        postpone(office, row, moment.now, "the stored proof is no CMS of one signer").await?;
        return Ok(false);
    };
    let imprint = DigestAlgorithm::Sha256.digest(&[&signature]);
    let nonce = nonce(&moment, row);
    let answer = authority.ask(&request(DigestAlgorithm::Sha256, &imprint, &nonce, None)).await;
    let moment = fresh().map_err(crate::Fault::Broken)?;
    let stamped = match answer.and_then(|answer| {
        let token = token_of(&answer, &imprint, Some(&nonce)).map_err(|refused| refused.to_string())?;
        let stamped = signer::cms::with_token(&cms, 0, &token).map_err(|error| error.to_string())?;
        Ok((stamped, token))
    }) {
        Ok((stamped, token)) => accepted(office, row, stamped, &token, moment.now).await?,
        Err(why) => Err(why),
    };
    match stamped {
        Ok((file, summary)) => keep(office, row, file, &summary, &moment).await,
        Err(why) => postpone(office, row, moment.now, &why).await.map(|()| false),
    }
}

/// The CMS in binary (a person may have uploaded PEM), and the signature value that a token is asked over.
fn signature_of(received: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let Ok(Decoded::Binary(cms)) = decode_input(received) else { return None };
    let message = eds::cms::parse(&cms).ok()?;
    let [signer] = message.signers.as_slice() else { return None };
    let signature = signer.signature.to_vec();
    Some((cms.into_owned(), signature))
}

/// Never the same twice, positive as an INTEGER.
fn nonce(moment: &Moment, row: &ProofTime) -> Vec<u8> {
    let random = moment.bytes(&format!("timestamp nonce {} {}", row.proof.0, row.tries));
    let mut nonce: Vec<u8> = random.into_iter().take(NONCE_BYTES).collect();
    if let Some(first) = nonce.first_mut() {
        *first = (*first & 0x7f) | 0x40;
    }
    nonce
}

/// What the engine says of the token: over this signature, by an authority of the trust list, not of the future.
async fn accepted(
    office: &Office,
    row: &ProofTime,
    stamped: Vec<u8>,
    token: &[u8],
    now: Timestamp,
) -> Result<Result<(Vec<u8>, TimestampSummary), String>, OfficeError> {
    let Ok(info) = TokenInfo::read(token) else { return Ok(Err("the token cannot be read".to_owned())) };
    let ahead = info.at.duration_since(now);
    if ahead > CLOCK_AHEAD_MAX {
        return Ok(Err(format!("the token is of {}, which is still to come: one of the clocks is wrong", info.at)));
    }
    let (application, proof) = (row.application, row.proof.clone());
    let file =
        office.read(move |tx| Box::pin(async move { supplement::signed_file(tx, application, &proof).await })).await?;
    let content = office.store().blobs().get(&file).await?;
    let trust = office.parts().trust.snapshot();
    let at = now.max(info.at);
    let judged = tokio::task::spawn_blocking(move || {
        let policy = Policy::applicant();
        let verdict = eds::verify(&stamped, Some(&content), &trust.list, &trust.evidence, &policy, at);
        (stamped, verdict)
    });
    let (stamped, verdict) =
        judged.await.map_err(|error| crate::Fault::Broken(format!("signature engine: {error}")))?;
    let Some(signer) = verdict.signers.first() else { return Ok(Err("the engine found no signer".to_owned())) };
    match &signer.timestamp {
        Some(summary) => Ok(Ok((stamped, summary.clone()))),
        None => {
            let said = signer.findings.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>().join(", ");
            Ok(Err(format!("the engine does not accept the token: {said}")))
        }
    }
}

/// The file first, then the row and the journal's entry in one transaction.
async fn keep(
    office: &Office,
    row: &ProofTime,
    stamped: Vec<u8>,
    summary: &TimestampSummary,
    moment: &Moment,
) -> Result<bool, OfficeError> {
    let file = office.store().keep(stamped).await?;
    let (proof, application, moment) = (row.proof.clone(), row.application, moment.clone());
    let stamped = Stamped { file, at: summary.at, authority: summary.authority.clone() };
    office
        .write(move |tx| {
            Box::pin(async move {
                if !store::proof_time::stamp(tx, &proof, &stamped).await? {
                    return Ok(false);
                }
                let entry = store::journal::Entry {
                    application: Some(application),
                    act: TIMESTAMP,
                    actor: &Actor::System,
                    at: moment.now,
                    commitments: commitments(&proof, &stamped),
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(true)
            })
        })
        .await
}

fn commitments(proof: &BlobKey, stamped: &Stamped) -> BTreeMap<String, serde_json::Value> {
    let facts =
        [("proof", json!(proof.0)), ("stamped", json!(stamped.file.0)), ("stamped_at", json!(stamped.at.to_string()))];
    facts.into_iter().map(|(what, value)| (what.to_owned(), value)).collect()
}

async fn postpone(office: &Office, row: &ProofTime, now: Timestamp, why: &str) -> Result<(), OfficeError> {
    tracing::warn!(application = %row.application, tries = row.tries + 1, why, "no timestamp yet; it is asked for again");
    let next = next_try(now, row.tries);
    let (proof, why) = (row.proof.clone(), why.chars().take(FAILURE_CHARS_MAX).collect::<String>());
    office
        .write(move |tx| Box::pin(async move { Ok(store::proof_time::postpone(tx, &proof, next, &why).await?) }))
        .await
}

fn next_try(now: Timestamp, tries: i64) -> Timestamp {
    let doubled = u32::try_from(tries).ok().and_then(|tries| 1_i64.checked_shl(tries)).filter(|minutes| *minutes > 0);
    let minutes = doubled.unwrap_or(RETRY_MINUTES_MAX).min(RETRY_MINUTES_MAX);
    now.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_authority_is_asked_ever_more_seldom_and_never_given_up() {
        let now = Timestamp::UNIX_EPOCH;
        for (tries, minutes) in [(0, 1), (1, 2), (5, 32), (6, 60), (62, 60), (63, 60), (64, 60), (i64::MAX, 60)] {
            assert_eq!(next_try(now, tries), now + SignedDuration::from_mins(minutes), "{tries}");
        }
    }
}
