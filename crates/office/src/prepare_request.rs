//! Sets the exact file that will be signed: the whole request is parsed, every finding is told at once, and the PDF with the
//! canonical JSON inside is stored. The same answers give the same file, set once a day at most; a file counts on the day it bears.

use crate::attach_file::File;
use crate::{Fault, Office, OfficeError, drafts, permission, supplement};
use domain::actor::Actor;
use domain::ids::DraftId;
use domain::moment::Moment;
use domain::paper::{ApplicationPaper, PrintedNames};
use domain::request::{CanonicalRequest, Request};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use service::Answers;
use store::draft::Draft;
use store::prepared::Prepared;

/// The file as the check page tells of it.
#[derive(Clone, Debug)]
pub struct PreparedView {
    /// SHA-256 of the PDF, hex.
    pub sha256: String,
    /// Its size.
    pub bytes_len: usize,
    /// The request in it.
    pub request: Request,
}

/// Parses the whole draft and stores the file to be signed. While nothing has changed since, today's file is not set again.
///
/// # Errors
/// All findings at once; `Stale` when the draft was changed meanwhile.
pub async fn prepare_request(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    moment: &Moment,
) -> Result<PreparedView, OfficeError> {
    let account = permission::applicant(actor)?;
    let (loaded, prepared) = office
        .read(move |tx| {
            Box::pin(async move { Ok((drafts::load(tx, account, id).await?, store::prepared::get(tx, id).await?)) })
        })
        .await?;
    if loaded.draft.sent_as.is_some() {
        return Err(OfficeError::Stale);
    }
    let context = loaded.context(office, moment.now)?;
    let infected = drafts::infected(office, &loaded, &context);
    let drafts::Loaded { draft, attachments: files, amended, .. } = loaded;
    let answers = Answers(draft.answers.clone());
    let parsed = service::parse_request(office.catalogue(), &answers, &drafts::uploads(&files), &context);
    let mut request = match parsed {
        Ok(request) if infected.is_empty() => request,
        parsed => return Err(OfficeError::Findings([parsed.err().unwrap_or_default(), infected].concat())),
    };
    let before = amended.map(|amended| supplement::amend(&mut request, amended)).transpose()?;
    let canonical =
        CanonicalRequest::of(&request).map_err(|error| Fault::Broken(format!("canonical JSON: {error}")))?;
    if let Some(file) = prepared.filter(|one| stands(one, draft.version, canonical.bytes())).map(|one| one.file)
        && let Ok(pdf) = office.store().blobs().get(&file).await
    {
        return Ok(PreparedView { sha256: file.0, bytes_len: pdf.len(), request });
    }
    let pdf = set(office, request.clone(), canonical.clone(), before, None).await?;
    let bytes_len = pdf.len();
    let file = office.store().keep(pdf).await?;
    let sha256 = file.0.clone();
    store_prepared(office, &draft, file, canonical, moment).await?;
    Ok(PreparedView { sha256, bytes_len, request })
}

/// The file that was prepared, for reading before signing.
///
/// # Errors
/// `NotFound`; `Stale` when the draft was changed after it was prepared.
pub async fn file(office: &Office, actor: &Actor, id: DraftId) -> Result<File, OfficeError> {
    let account = permission::applicant(actor)?;
    let prepared = office
        .read(move |tx| {
            Box::pin(async move {
                let draft = drafts::owned(tx, account, id).await?;
                current(&draft, store::prepared::get(tx, id).await?)
            })
        })
        .await?;
    let bytes = office.store().blobs().get(&prepared.file).await?;
    Ok(File { name: "request.pdf".to_owned(), media_type: "application/pdf".to_owned(), bytes })
}

/// The prepared file, if it still is what the draft says.
pub(crate) fn current(draft: &Draft, prepared: Option<Prepared>) -> Result<Prepared, OfficeError> {
    let prepared = prepared.ok_or(OfficeError::Stale)?;
    if prepared.draft_version == draft.version { Ok(prepared) } else { Err(OfficeError::Stale) }
}

/// The request bears today's date at its mission (APPC 63(2)); one that was left over midnight is prepared again before it is sent.
///
/// # Errors
/// `Stale` on any other day.
pub(crate) fn dated_today(office: &Office, request: &Request, now: Timestamp) -> Result<(), OfficeError> {
    let calendar = office.catalogue().calendar(&request.mission);
    let zone = calendar.map_or(TimeZone::UTC, |calendar| calendar.zone.clone());
    if request.date == now.to_zoned(zone).date() { Ok(()) } else { Err(OfficeError::Stale) }
}

/// What was agreed to is what would be agreed to now: where a new text of the consent came into force since, the person is asked again.
///
/// # Errors
/// `Stale` for an earlier text.
pub(crate) fn agrees_to_todays_text(office: &Office, request: &Request) -> Result<(), OfficeError> {
    let newest = &office.catalogue().consents().newest().version;
    if request.consent.text_version == *newest { Ok(()) } else { Err(OfficeError::Stale) }
}

/// The stored file is what would be set now: made from this version, and the same request to the byte, its date included.
fn stands(prepared: &Prepared, version: i64, canonical: &[u8]) -> bool {
    prepared.draft_version == version && prepared.request_json == canonical
}

/// Names that papers print for codes.
pub(crate) fn printed_names(office: &Office, request: &Request) -> Result<PrintedNames, OfficeError> {
    let names = office.catalogue().printed_names(request, office.is_test());
    names.ok_or_else(|| Fault::Registers(format!("mission {} is not in the register", request.mission)).into())
}

/// Sets the file. `form_number`: for signing by hand.
pub(crate) async fn set(
    office: &Office,
    request: Request,
    canonical: CanonicalRequest,
    before: Option<Request>,
    form_number: Option<String>,
) -> Result<Vec<u8>, OfficeError> {
    let names = printed_names(office, &request)?;
    let agreed = office.catalogue().consents().version(&request.consent.text_version).cloned();
    let lacking = || Fault::Registers(format!("no words of the consent {:?}", request.consent.text_version));
    let consent = agreed.ok_or_else(lacking)?;
    let press = office.parts().press.clone();
    let set = tokio::task::spawn_blocking(move || {
        press.application(&ApplicationPaper {
            request: &request,
            canonical: &canonical,
            names: &names,
            consent: &consent,
            before: before.as_ref(),
            form_number: form_number.as_deref(),
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}

async fn store_prepared(
    office: &Office,
    draft: &Draft,
    file: store::BlobKey,
    canonical: CanonicalRequest,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let prepared = Prepared {
        draft: draft.id,
        draft_version: draft.version,
        file,
        request_json: canonical.bytes().to_vec(),
        prepared_at: moment.now,
    };
    let (account, id) = (draft.account, draft.id);
    office
        .write(move |tx| {
            Box::pin(async move {
                let now = drafts::owned(tx, account, id).await?;
                if now.version != prepared.draft_version || now.sent_as.is_some() {
                    return Err(OfficeError::Stale);
                }
                Ok(store::prepared::put(tx, &prepared).await?)
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_stands_for_its_version_and_its_day() {
        let prepared = Prepared {
            draft: DraftId(Moment::new(Timestamp::UNIX_EPOCH, [7; 32]).uuid("draft")),
            draft_version: 3,
            file: store::BlobKey::of(b"pdf"),
            request_json: br#"{"date":"2026-12-11"}"#.to_vec(),
            prepared_at: Timestamp::UNIX_EPOCH,
        };
        assert!(stands(&prepared, 3, br#"{"date":"2026-12-11"}"#));
        assert!(!stands(&prepared, 4, br#"{"date":"2026-12-11"}"#), "the draft was changed");
        assert!(!stands(&prepared, 3, br#"{"date":"2026-12-12"}"#), "another day");
    }
}
