//! An officer of its mission answers a question: a verdict, what is still needed, own words. The answer goes to the contacts that were named
//! and stands at the question's page until both are erased.

use super::{letter, mission, note, url};
use crate::decline_registration::{TEXT_CHARS_MAX, plain};
use crate::letters::Composed;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::enquiry::{Answer, Need, Verdict, erased_at};
use domain::ids::EnquiryId;
use domain::lang::Lang;
use domain::moment::Moment;
use jiff::Timestamp;
use serde_json::json;
use service::{Finding, Texts};
use store::enquiry::{Enquiry, State};
use store::journal::ANSWER_ENQUIRY;
use store::outbox::Channel;

/// An answer, as chosen and typed.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Name of the verdict.
    pub verdict: String,
    /// Names of the needs.
    pub needs: Vec<String>,
    /// Own words.
    pub words: String,
}

/// Reads an answer.
///
/// # Errors
/// Findings at `verdict` (`missing`), `needs` (`unknown`, `contradicts`), `words` (`missing`, `too-long`).
pub fn read(wanted: &Wanted) -> Result<Answer, OfficeError> {
    let mut found = vec![];
    let verdict = Verdict::from_name(&wanted.verdict);
    if verdict.is_none() {
        found.push(Finding::new("verdict", "missing"));
    }
    if wanted.needs.iter().any(|name| Need::from_name(name).is_none()) {
        found.push(Finding::new("needs", "unknown"));
    }
    let needs: Vec<Need> =
        Need::ALL.into_iter().filter(|own| wanted.needs.iter().any(|name| name == own.as_str())).collect();
    // A paper that is the basis cannot want the basis.
    if verdict == Some(Verdict::Counts) && needs.contains(&Need::Basis) {
        found.push(Finding::new("needs", "contradicts"));
    }
    let words = plain(&wanted.words);
    match words.chars().count() {
        0 if verdict.is_some_and(Verdict::needs_words) => found.push(Finding::new("words", "missing")),
        count if count > TEXT_CHARS_MAX => found.push(Finding::new("words", "too-long")),
        _ => {}
    }
    match verdict {
        Some(verdict) if found.is_empty() => Ok(Answer { verdict, needs, words }),
        _ => Err(OfficeError::Findings(found)),
    }
}

/// Sends the answer.
///
/// # Errors
/// As [`read`]; `NotFound` for another mission's; `NotAllowed` for who is no officer; `Stale` when it was answered meanwhile.
pub async fn answer(
    office: &Office,
    actor: &Actor,
    id: EnquiryId,
    wanted: &Wanted,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let wanted = wanted.clone();
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let own = store::enquiry::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                let officer = permission::answer_enquiry(&actor, &own)?;
                if own.state != State::Waiting {
                    return Err(OfficeError::Stale);
                }
                let answer = read(&wanted)?;
                let erase_at = erased_at(moment.now, true);
                if !store::enquiry::answer(tx, id, (&answer, officer), moment.now, erase_at).await? {
                    return Err(OfficeError::Stale);
                }
                let composed = compose(&inner, &own, &answer, moment.now, url(&inner, &own))?;
                let mail = (composed.subject, composed.body);
                let to = own.email.iter().map(|to| (Channel::Email, to, mail.clone()));
                let texts = own.phone.iter().map(|to| (Channel::Sms, to, (String::new(), composed.sms.clone())));
                for (channel, to, words) in to.chain(texts) {
                    let letter = letter(&own, "enquiry_answered", (channel, to), words, &moment);
                    store::enquiry::write_letter(tx, id, &letter).await?;
                }
                let what = json!({ "mission": own.mission, "verdict": answer.verdict, "needs": answer.needs });
                note(tx, ANSWER_ENQUIRY, &actor, id, what, &moment).await
            })
        })
        .await
}

/// The letter of an answer given at `at`, in the language of who asked, for an officer to read before it leaves. The secret of the private
/// link is not theirs to know.
///
/// # Errors
/// Faults only.
pub fn preview(office: &Office, own: &Enquiry, answer: &Answer, at: Timestamp) -> Result<Composed, OfficeError> {
    let url = url(office, own);
    let shown = match url.split_once('=') {
        Some((address, secret)) => format!("{address}={}", "•".repeat(secret.len())),
        None => url,
    };
    compose(office, own, answer, at, shown)
}

fn compose(
    office: &Office,
    own: &Enquiry,
    answer: &Answer,
    at: Timestamp,
    url: String,
) -> Result<Composed, OfficeError> {
    let mission = mission(office, own)?;
    let args = [
        ("mission", mission.name.get(own.lang).to_owned()),
        ("sent", super::day(office, own, mission, own.sent_at)),
        ("answer", said(office.texts(), own.lang, answer).join("\n\n")),
        ("erased", super::day(office, own, mission, erased_at(at, true))),
        ("url", url),
        ("phone", mission.phone.clone()),
    ];
    let args = args.map(|(name, value)| (name, value.into()));
    let text = |part: &str| office.texts().f(own.lang, &format!("letter-enquiry-answered-{part}"), &args);
    Ok(Composed { subject: text("subject"), body: text("body"), sms: text("sms") })
}

/// An answer in paragraphs.
pub fn said(texts: &Texts, lang: Lang, answer: &Answer) -> Vec<String> {
    let named = |prefix: &str, name: &str| texts.s(lang, &format!("{prefix}{}", name.replace('_', "-")));
    let mut said = vec![named("enquiry-verdict-", answer.verdict.as_str())];
    if !answer.needs.is_empty() {
        let lines = answer.needs.iter().map(|own| format!("\n– {}", named("enquiry-need-", own.as_str())));
        said.push(texts.s(lang, "enquiry-still-needed") + &lines.collect::<String>());
    }
    if !answer.words.is_empty() {
        said.push(texts.s(lang, "enquiry-officer-writes") + "\n" + &answer.words);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(verdict: &str, needs: &[&str], words: &str) -> Vec<(String, &'static str)> {
        let needs = needs.iter().map(|own| (*own).to_owned()).collect();
        match read(&Wanted { verdict: verdict.to_owned(), needs, words: words.to_owned() }) {
            Ok(_) => vec![],
            Err(OfficeError::Findings(found)) => found.into_iter().map(|own| (own.field, own.code)).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn an_answer_says_what_to_do_and_does_not_contradict_itself() {
        assert!(findings("counts", &["translation", "apostille"], "").is_empty());
        assert_eq!(findings("", &[], ""), [("verdict".to_owned(), "missing")]);
        assert_eq!(findings("counts", &["basis"], ""), [("needs".to_owned(), "contradicts")]);
        assert_eq!(findings("not_enough", &["visa"], ""), [("needs".to_owned(), "unknown")]);
        assert_eq!(findings("cannot_say", &[], " \u{7} "), [("words".to_owned(), "missing")]);
        assert_eq!(findings("counts", &[], &"a".repeat(TEXT_CHARS_MAX + 1)), [("words".to_owned(), "too-long")]);
        let wanted = Wanted {
            verdict: "not_enough".to_owned(),
            needs: ["original", "basis", "basis"].map(str::to_owned).to_vec(),
            words: "Ring us.".to_owned(),
        };
        assert_eq!(read(&wanted).unwrap().needs, [Need::Basis, Need::Original], "each once, in order");
    }
}
