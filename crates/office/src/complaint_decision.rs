//! The decision on a complaint as a document (APPC 101), set before the transaction that stores it, so that the letter and the paper tell the same.

use crate::{Fault, Office, OfficeError, grant, letters, prepare_request};
use domain::application::State;
use domain::complaint::{ComplaintState, Subject};
use domain::decision::Way;
use domain::lang::{Lang, Trilingual};
use domain::moment::Moment;
use domain::paper::{ComplaintDecisionPaper, OfficerLine};
use store::application::Application;
use store::complaint::Filed;

/// Sets it; `own.state` is the answer. `way` says on it how it is signed.
pub(crate) async fn set(
    office: &Office,
    case: Application,
    own: Filed,
    (officer, way): (OfficerLine, Way),
    moment: &Moment,
) -> Result<Vec<u8>, OfficeError> {
    let date = grant::local_date(office, &case, moment.now)?;
    let filed_on = own.terms.map_or(Ok(own.body.date), |terms| grant::local_date(office, &case, terms.filed_at))?;
    let names = prepare_request::printed_names(office, &case.request)?;
    let brief = brief(office, &case, own.body.subject)?;
    let follows = each(|lang| office.texts().s(lang, letters::what_follows(&own)));
    let decision = match own.state {
        ComplaintState::Decided { decision, .. } => Some(decision),
        _ => None,
    };
    let (reasons, beside) = (own.state.reasons(), case.request.certificate_language);
    let press = office.parts().press.clone();
    let set = tokio::task::spawn_blocking(move || {
        press.complaint_decision(&ComplaintDecisionPaper {
            complaint: &own.body,
            filed_on,
            brief: &brief,
            decision,
            reasons: &reasons,
            follows: &follows,
            date,
            officer: &officer,
            beside,
            names: &names,
            is_signed: way == Way::Eds,
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}

/// What the complaint is about, in short (APPC 101(1)4)).
fn brief(office: &Office, case: &Application, subject: Subject) -> Result<Trilingual, OfficeError> {
    let texts = office.texts();
    let day = |at| grant::local_date(office, case, at);
    let plain = |key: &str| each(|lang| texts.s(lang, key));
    Ok(match (subject, &case.state) {
        (Subject::Refusal, State::Refused { grounds, reasons, refused_at }) => {
            let date = day(*refused_at)?;
            each(|lang| {
                let grounds = letters::grounds_text(office, grounds, lang);
                let args = [("date", texts.date(lang, date).into()), ("why", format!("{grounds}. {reasons}").into())];
                texts.f(lang, "complaint-brief-refusal", &args)
            })
        }
        (Subject::NotRegistered, State::DeclinedRegistration { reason, declined_at, .. }) => {
            let date = day(*declined_at)?;
            each(|lang| {
                let why = letters::decline_text(office, *reason, lang);
                let args = [("date", texts.date(lang, date).into()), ("why", why.into())];
                texts.f(lang, "complaint-brief-not-registered", &args)
            })
        }
        (Subject::Return, State::Returned { reasons, returned_at, .. }) => {
            let date = day(*returned_at)?;
            each(|lang| {
                let args = [("date", texts.date(lang, date).into()), ("why", reasons.clone().into())];
                texts.f(lang, "complaint-brief-return", &args)
            })
        }
        (Subject::Annulment, State::Annulled { record, annulment, annulled_at, .. }) => {
            let date = day(*annulled_at)?;
            each(|lang| {
                let [(_, basis), (_, document), (_, reason)] = letters::why_annulled(office, annulment, lang);
                let args = [
                    ("date", texts.date(lang, date).into()),
                    ("record", record.number.clone().into()),
                    ("why", format!("{basis}, {document}. {reason}").into()),
                ];
                texts.f(lang, "complaint-brief-annulment", &args)
            })
        }
        (Subject::DeadlineMissed, _) => {
            let date = day(case.due_at)?;
            each(|lang| texts.f(lang, "complaint-brief-deadline-missed", &[("date", texts.date(lang, date).into())]))
        }
        // The act stands no more as it was: its name says what it was.
        (Subject::Refusal, _) => plain("complaint-subject-refusal"),
        (Subject::NotRegistered, _) => plain("complaint-subject-not-registered"),
        (Subject::Return, _) => plain("complaint-subject-return"),
        (Subject::Annulment, _) => plain("complaint-subject-annulment"),
        (Subject::Action, _) => plain("complaint-subject-action"),
    })
}

fn each(say: impl Fn(Lang) -> String) -> Trilingual {
    Trilingual { kk: say(Lang::Kk), ru: say(Lang::Ru), en: say(Lang::En) }
}
