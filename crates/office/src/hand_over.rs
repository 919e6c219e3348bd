//! Hands the certificate over to a person whom Family Code 273 names, after their identity document and the originals were seen.

use crate::blanks::current;
use crate::decline_registration::plain;
use crate::desk_act::{self, Doing};
use crate::surrender_receipt::surrender_receipt;
use crate::{Office, OfficeError};
use domain::actor::Actor;
use domain::application::{Act, Handover};
use domain::blank::{BlankNumber, may_print};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::receiver::{Receiver, may_receive};
use service::Finding;
use store::blank::Used;

/// Longest number of an identity document, characters.
const NUMBER_CHARS_MAX: usize = 40;

/// Longest text, characters.
pub const TEXT_CHARS_MAX: usize = 500;

/// What the officer enters at the desk.
#[derive(Clone, Debug)]
pub struct HandOverInput {
    /// Who receives it.
    pub receiver: Receiver,
    /// Kind of the identity document shown.
    pub identity_document: String,
    /// Its number.
    pub identity_number: String,
    /// The originals of the enclosed documents were seen and agree.
    pub originals_seen: bool,
    /// Papers of the person who died that were surrendered.
    pub surrendered: String,
    /// Series and number read off the blank; asked only where the mission keeps a stock.
    pub blank: String,
}

/// The blank that is handed over: the one in the register must be the one in the officer's hand (UX.md 3.5, step 5). `None` where the
/// mission keeps no stock. `used`: the blanks of the case.
///
/// # Errors
/// At `blank`: `not-printed`, `missing`, `mismatch`.
pub fn blank_in_hand(has_stock: bool, used: &[Used], typed: &str) -> Result<Option<BlankNumber>, Finding> {
    if !has_stock {
        return Ok(None);
    }
    let current = current(used).ok_or_else(|| Finding::new("blank", "not-printed"))?;
    if typed.trim().is_empty() {
        return Err(Finding::new("blank", "missing"));
    }
    match current.is_typed(typed) {
        true => Ok(Some(current.clone())),
        false => Err(Finding::new("blank", "mismatch")),
    }
}

/// Hands over.
///
/// # Errors
/// Findings at the fields; `NotFound`, `NotOpen`, `Stale`.
pub async fn hand_over(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    input: HandOverInput,
    moment: &Moment,
) -> Result<(), OfficeError> {
    check(&input)?;
    let typed = input.blank.clone();
    let mut handover = Box::new(Handover {
        at: moment.now,
        receiver: input.receiver,
        identity_document: plain(&input.identity_document),
        identity_number: plain(&input.identity_number),
        originals_seen: input.originals_seen,
        surrendered: plain(&input.surrendered),
        blank: None,
    });
    let is_surrendered = !handover.surrendered.is_empty();
    let (inner, who, doing_at) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &who, id).await?;
                let has_stock = store::blank::has_stock(tx, &case.mission).await?;
                let used = store::blank::of_case(tx, id).await?;
                handover.blank = match blank_in_hand(has_stock, &used, &typed) {
                    // Before its time the act is not open, whatever was typed.
                    Err(finding) if may_print(case.state.kind()) => return Err(OfficeError::Findings(vec![finding])),
                    read => read.ok().flatten(),
                };
                let doing = Doing { actor: &who, moment: &doing_at, seen_version };
                desk_act::perform(&inner, tx, &mut case, Act::HandOver { handover }, &doing, &[]).await
            })
        })
        .await?;
    // It is handed over, whatever happens now: whoever asks for the receipt later gets the same one.
    if is_surrendered && let Err(error) = surrender_receipt(office, actor, id, moment).await {
        tracing::error!(application = %id, %error, "the receipt of surrendered papers could not be made yet");
    }
    Ok(())
}

fn check(input: &HandOverInput) -> Result<(), OfficeError> {
    let mut findings = vec![];
    if let Err(refused) = may_receive(&input.receiver) {
        findings.push(Finding::new("receiver", refused.code()));
    }
    if input.identity_document.trim().is_empty() {
        findings.push(Finding::new("identity_document", "missing"));
    }
    match input.identity_number.trim().chars().count() {
        0 => findings.push(Finding::new("identity_number", "missing")),
        count if count > NUMBER_CHARS_MAX => findings.push(Finding::new("identity_number", "too-long")),
        _ => {}
    }
    for (field, text) in [("identity_document", &input.identity_document), ("surrendered", &input.surrendered)] {
        if text.chars().count() > TEXT_CHARS_MAX {
            findings.push(Finding::new(field, "too-long"));
        }
    }
    if !input.originals_seen {
        findings.push(Finding::new("originals_seen", "missing"));
    }
    if findings.is_empty() { Ok(()) } else { Err(OfficeError::Findings(findings)) }
}
