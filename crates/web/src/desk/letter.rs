//! The very letter that an act will send, in the applicant's language, before the act is done.

use crate::problem::Problem;
use crate::visit::Visit;
use domain::application::{Act, transition};
use office::cases::CaseView;
use office::letters::{compose, letter_of};

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
    let (state, events) = transition(view.state.clone(), act, role, visit.moment.now).map_err(|_| Problem::NotOpen)?;
    let lang = view.letters_in.tag();
    let Some(kind) = letter_of(&events) else { return Ok(Shown { lang, ..Shown::default() }) };
    let letter = compose(&visit.state.office, kind, view.into(), &state, view.letters_in)?;
    Ok(Shown { lang, subject: letter.subject, body: letter.body, sms: letter.sms })
}
