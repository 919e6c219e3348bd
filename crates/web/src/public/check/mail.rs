//! `/{lang}/check/mail`: the list of the check tool by mail (UX.md PC10). The answers stay in the address; the mailbox is asked for and not kept.

use super::answers::{Answers, Step};
use super::list::things;
use super::page::address;
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use office::OfficeError;
use office::mail_list::{self, List};

/// The page.
#[derive(Template)]
#[template(path = "public/check_mail.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Where it went; the page asks while this is empty.
    pub sent_to: String,
    /// The question.
    pub controls: Vec<Control>,
    /// Where the form goes.
    pub action: String,
    /// Back to the list.
    pub list: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(send)
}

/// The answers of the address; without all of them there is no list to send.
fn answers(visit: &Visit) -> Result<Answers, Problem> {
    let catalogue = visit.state.office.catalogue();
    let answers = Answers::read(catalogue, |name| visit.query_value(name).filter(|value| !value.is_empty()));
    if answers.step() == Step::Result { Ok(answers) } else { Err(Problem::NotFound) }
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, &answers(&visit)?, &visit.kept_fields().await?.unwrap_or_default(), "", None)
}

async fn send(visit: Visit, Posted(fields): Posted) -> Outcome {
    let answers = answers(&visit)?;
    let (t, office) = (visit.t(), &visit.state.office);
    let mission = answers.mission().and_then(|id| office.catalogue().mission(&id));
    let mission = mission.map(|own| [t.of(&own.name), own.address.as_str(), own.phone.as_str()].join("\n"));
    let things = things(&visit, &t, &answers).into_iter().map(|thing| (thing.title, thing.lines)).collect();
    let url = format!("{}{}", office.settings().host, address(&visit, &answers));
    let list = List { things, mission: mission.unwrap_or_default().trim().to_owned(), url };
    let email = fields.trimmed("email");
    match mail_list::send(office, email, &list, visit.lang, &visit.remote, &visit.moment).await {
        Ok(()) => page(&visit, &answers, &Fields::default(), email, None),
        Err(OfficeError::Findings(found)) => {
            let code = found.first().map_or("missing", |own| own.code);
            page(&visit, &answers, &fields, "", Some(t.s(&format!("check-mail-error-{code}"))))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, answers: &Answers, fields: &Fields, sent_to: &str, error: Option<String>) -> Outcome {
    let t = visit.t();
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let controls = vec![
        Control::text("email", t.s("check-mail-email"))
            .value(fields.get("email"))
            .error(error, t.s("frame-error-word"))
            .input_type("email")
            .autocomplete("email")
            .plain(),
    ];
    let list = address(visit, answers);
    let title = if sent_to.is_empty() { "check-mail-title" } else { "check-mail-sent-title" };
    let mut frame = visit.frame(t.s(title)).back(list.clone()).errors(error_lines(&controls));
    frame.keeps = sent_to.is_empty();
    visit.show_with(
        status,
        &Page {
            frame,
            sent_to: sent_to.to_owned(),
            controls,
            action: list.replacen("/check?", "/check/mail?", 1),
            list,
        },
    )
}
