//! The very letter that an act will send, in the applicant's language, before the act is done.

use crate::problem::Problem;
use crate::visit::Visit;
use domain::application::{Act, transition};
use domain::ids::{AccountId, DraftId};
use office::cases::CaseView;
use office::letters::{compose, letter_of};
use store::BlobKey;
use store::application::Application;
use uuid::Uuid;

/// A letter to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Language of the letter, BCP 47.
    pub lang: &'static str,
    /// Subject.
    pub subject: String,
    /// Text of the mail and of the notice.
    pub body: String,
    /// Text message.
    pub sms: String,
}

impl Shown {
    /// Key of the sentence that names its language.
    pub fn language_key(&self) -> &'static str {
        match self.lang {
            "kk" => "desk-letter-language-kk",
            "ru" => "desk-letter-language-ru",
            _ => "desk-letter-language-en",
        }
    }
}

/// The letter of `act` done to the case now.
///
/// # Errors
/// [`Problem::NotOpen`] when the domain does not allow the act.
pub fn preview(visit: &Visit, view: &CaseView, act: Act) -> Result<Shown, Problem> {
    let role = visit.actor()?.role();
    let (state, _) = transition(view.state.clone(), act, role, visit.moment.now).map_err(|_| Problem::NotOpen)?;
    let lang = view.request.language.tag();
    let Some(kind) = letter_of(state.kind()) else { return Ok(Shown { lang, ..Shown::default() }) };
    let letter = compose(&visit.state.office, kind, &case(view), &state)?;
    Ok(Shown { lang, subject: letter.subject, body: letter.body, sms: letter.sms })
}

/// The case in the shape that letters are composed from. Letters read neither the account, the draft nor the proof.
fn case(view: &CaseView) -> Application {
    Application {
        id: view.line.id,
        reference: view.line.reference.clone(),
        account: AccountId(Uuid::nil()),
        draft: DraftId(Uuid::nil()),
        mission: view.line.mission.clone(),
        channel: view.line.channel.clone(),
        state: view.state.clone(),
        version: view.version,
        sent_at: view.line.sent_at,
        registration_date: view.registration_date,
        due_at: view.due_at,
        term_met_at: view.term_met_at,
        request: view.request.clone(),
        file: BlobKey(view.file_sha256.clone()),
        confirmation: view.line.confirmation,
        proof: BlobKey(String::new()),
        proof_detail: serde_json::Value::Null,
        language: view.request.language,
    }
}
