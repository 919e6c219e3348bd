//! Draws a decision for a second look, or not, in the transaction that stores it.

use super::{PURPOSE, opened, says};
use crate::{Fault, Office, OfficeError};
use domain::actor::Actor;
use domain::moment::Moment;
use domain::sample::period;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::Tx;
use store::application::Application;
use store::decision::Decision;
use store::journal::Entry;
use store::sample::{Sample, Secret};

/// Draws by the secret of the month; what the decision's entry commits to, or nothing where the policy draws none.
///
/// # Errors
/// Faults only.
pub(crate) async fn draw(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    decision: &Decision,
    moment: &Moment,
) -> Result<Option<(&'static str, Value)>, OfficeError> {
    let percent = office.catalogue().passport().sampled_percent();
    if percent == 0 {
        return Ok(None);
    }
    let secret = secret(office, tx, moment).await?;
    let mut own = Sample {
        application: case.id,
        number: decision.number,
        mission: case.mission.clone(),
        officer: decision.officer,
        period: secret.period.clone(),
        percent,
        drawn: false,
        decided_at: decision.decided_at,
        judged: None,
    };
    own.drawn = says(opened(office, &secret)?, &own);
    store::sample::insert(tx, &own).await?;
    Ok(Some(("sample", own.facts())))
}

/// The secret of this month; the first decision makes it, and says its hash before it draws.
async fn secret(office: &Office, tx: &mut Tx, moment: &Moment) -> Result<Secret, OfficeError> {
    let period = period(moment.now);
    if let Some(own) = store::sample::secret(tx, &period).await? {
        return Ok(own);
    }
    let plain = moment.bytes("secret of the month's samples");
    let nonce = moment.bytes("nonce of the month's samples");
    let sealed = office.parts().keys.close(PURPOSE, &plain, &nonce);
    let sealed = sealed.ok_or_else(|| Fault::Broken("the secret of the samples does not close".to_owned()))?;
    let commitment = hex::encode(Sha256::digest(plain));
    let own = Secret { period, sealed, commitment, made_at: moment.now };
    if !store::sample::keep_secret(tx, &own).await? {
        // Another decision made one meanwhile.
        let other = store::sample::secret(tx, &own.period).await?;
        return other.ok_or_else(|| Fault::Broken(format!("the secret of {} is gone", own.period)).into());
    }
    let facts = json!({ "period": own.period, "sha256": own.commitment });
    let (act, commitments) = (store::journal::DRAW_SECRET, [("secret".to_owned(), facts)].into());
    let entry = Entry { application: None, act, actor: &Actor::System, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(own)
}
