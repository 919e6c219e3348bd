//! Prints a whole request to be signed by hand and brought to the mission (service page: "at the mission on paper"). The request waits as
//! a draft until an officer accepts the paper; changing an answer afterwards means printing again.

use crate::attach_file::File;
use crate::prepare_request::{self, prepare_request};
use crate::send::{self, Standing};
use crate::{Fault, Office, OfficeError, drafts, permission};
use domain::actor::Actor;
use domain::form_number::FormNumber;
use domain::ids::{AccountId, DraftId};
use domain::moment::Moment;
use domain::request::{CanonicalRequest, Request};
use jiff::Timestamp;
use service::Answers;
use store::draft::Draft;
use store::paper_form::{PaperForm, Slip};

/// The form of a draft as its applicant sees it.
#[derive(Clone, Debug)]
pub struct FormView {
    /// Number on every page.
    pub number: String,
    /// When it was printed.
    pub printed_at: Timestamp,
    /// False when an answer or a file was changed since: it has to be printed again.
    pub is_current: bool,
    /// Slips of the mission that did not accept it, the newest first.
    pub slips: Vec<Slip>,
}

/// Prints. While nothing was changed, the same form of the same day stays with its number.
///
/// # Errors
/// All findings of the request at once; `NotOpen` for an addendum that is asked for no more; `Stale` when it was sent or changed meanwhile.
pub async fn print_form(office: &Office, actor: &Actor, id: DraftId, moment: &Moment) -> Result<(), OfficeError> {
    let account = permission::applicant(actor)?;
    let view = prepare_request(office, actor, id, moment).await?;
    let standing = office.read(move |tx| Box::pin(send::standing(tx, account, id))).await?;
    let Standing::Waiting(waiting) = standing else { return Err(OfficeError::Stale) };
    let (draft, prepared) = *waiting;
    let amends = draft.amends;
    let (before, amended) = office
        .read(move |tx| {
            Box::pin(async move {
                let amended = match amends {
                    Some(case) => store::application::get(tx, case).await?,
                    None => None,
                };
                Ok((store::paper_form::get(tx, id).await?, amended))
            })
        })
        .await?;
    if before.is_some_and(|form| is_current(&draft, &form) && form.request_json == prepared.request_json) {
        return Ok(());
    }
    let number = FormNumber::make(view.request.date.year(), &moment.bytes("form number")).as_str().to_owned();
    let canonical = CanonicalRequest::of(&view.request).map_err(|error| Fault::Broken(error.to_string()))?;
    // An addendum is brought to the mission that has the case, wherever the request was addressed to.
    let mission = amended.as_ref().map_or_else(|| view.request.mission.clone(), |case| case.mission.clone());
    let was = amended.map(|case| case.request);
    let pdf = prepare_request::set(office, view.request, canonical, was, Some(number.clone())).await?;
    let form = PaperForm {
        draft: id,
        number,
        mission,
        draft_version: prepared.draft_version,
        file: office.store().keep(pdf).await?,
        request_json: prepared.request_json,
        printed_at: moment.now,
    };
    office
        .write(move |tx| {
            Box::pin(async move {
                match send::standing(tx, account, id).await? {
                    Standing::Waiting(now) if now.0.version == form.draft_version => {
                        Ok(store::paper_form::put(tx, &form).await?)
                    }
                    _ => Err(OfficeError::Stale),
                }
            })
        })
        .await
}

/// The person will not bring it after all: the mission sees it no more.
///
/// # Errors
/// `NotFound` for another person's draft; `Stale` when it was accepted already.
pub async fn forget_form(office: &Office, actor: &Actor, id: DraftId, moment: &Moment) -> Result<(), OfficeError> {
    let (account, now) = (permission::applicant(actor)?, moment.now);
    office
        .write(move |tx| {
            Box::pin(async move {
                if drafts::owned(tx, account, id).await?.sent_as.is_some() {
                    return Err(OfficeError::Stale);
                }
                Ok(store::paper_form::remove(tx, id, now).await?)
            })
        })
        .await
}

/// Would the request be the same today, but for its date? The account's name or the rules may have changed since it was printed.
pub(crate) async fn still_says(
    office: &Office,
    draft: &Draft,
    printed: &Request,
    now: Timestamp,
) -> Result<bool, OfficeError> {
    let (account, id) = (draft.account, draft.id);
    let loaded = office.read(move |tx| Box::pin(async move { drafts::load(tx, account, id).await })).await?;
    let context = loaded.context(office, now)?;
    let answers = Answers(loaded.draft.answers.clone());
    let today = service::parse_request(office.catalogue(), &answers, &drafts::uploads(&loaded.attachments), &context);
    let canonical = |request: &Request| {
        CanonicalRequest::of(request).map_err(|error| Fault::Broken(format!("canonical JSON: {error}")))
    };
    let Ok(mut today) = today else { return Ok(false) };
    today.date = printed.date;
    today.amends = printed.amends.clone();
    Ok(canonical(&today)?.bytes() == canonical(printed)?.bytes())
}

/// The form of one's own draft, if it was printed.
///
/// # Errors
/// `NotFound` for another person's draft.
pub async fn form(office: &Office, actor: &Actor, id: DraftId) -> Result<Option<FormView>, OfficeError> {
    current(office, permission::applicant(actor)?, id).await
}

/// The printed file.
///
/// # Errors
/// `NotFound`; `Stale` when the draft was changed since.
pub async fn file(office: &Office, actor: &Actor, id: DraftId) -> Result<File, OfficeError> {
    let account = permission::applicant(actor)?;
    let form = office
        .read(move |tx| {
            Box::pin(async move {
                let draft = drafts::owned(tx, account, id).await?;
                let form = store::paper_form::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if is_current(&draft, &form) { Ok(form) } else { Err(OfficeError::Stale) }
            })
        })
        .await?;
    pdf(office, &form).await
}

/// The PDF of a form.
pub(crate) async fn pdf(office: &Office, form: &PaperForm) -> Result<File, OfficeError> {
    let bytes = office.store().blobs().get(&form.file).await?;
    Ok(File { name: format!("{}.pdf", form.number), media_type: "application/pdf".to_owned(), bytes })
}

/// Does the form say what the draft says?
pub(crate) fn is_current(draft: &Draft, form: &PaperForm) -> bool {
    draft.sent_as.is_none() && draft.version == form.draft_version
}

async fn current(office: &Office, account: AccountId, id: DraftId) -> Result<Option<FormView>, OfficeError> {
    office
        .read(move |tx| {
            Box::pin(async move {
                let draft = drafts::owned(tx, account, id).await?;
                let Some(form) = store::paper_form::get(tx, id).await? else { return Ok(None) };
                let slips = store::paper_form::slips_of(tx, id).await?;
                let is_current = is_current(&draft, &form);
                Ok(Some(FormView { number: form.number, printed_at: form.printed_at, is_current, slips }))
            })
        })
        .await
}
