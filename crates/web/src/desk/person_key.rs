//! `/{lang}/desk/people/{officer}/key`: an administrator names the IIN of an official's EDS, or takes it away.

use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::OfficerId;
use office::people;
use service::Finding;

/// The page.
#[derive(Template)]
#[template(path = "desk/person_key.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Where the form goes.
    pub action: String,
    /// Whose, by login and name.
    pub who: String,
    /// The question.
    pub control: Control,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(ask).post(name)
}

async fn ask(visit: Visit, named: Named) -> Outcome {
    question(&visit, named.get("officer")?, &super::act::kept(&visit).await?, &[]).await
}

async fn name(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (id, office): (OfficerId, _) = (named.get("officer")?, &visit.state.office);
    match people::name_key(office, visit.actor()?, id, fields.trimmed("iin"), &visit.moment).await {
        Ok(()) => Ok(visit.go("/desk/people?done=key")),
        Err(error) => question(&visit, id, &fields, &super::act::findings(error)?).await,
    }
}

async fn question(visit: &Visit, id: OfficerId, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let all = people::list(&visit.state.office, visit.actor()?, visit.moment.now).await?;
    let person = all.into_iter().find(|own| own.id == id && own.active).ok_or(Problem::NotFound)?;
    if person.is_me {
        return Err(Problem::NotOpen);
    }
    let error = found.first().map(|one| t.s(&format!("people-error-iin-{}", one.code)));
    let control = Control::text("iin", t.s("people-iin"))
        .hint(Some(t.s("people-key-hint")))
        .value(fields.get("iin"))
        .error(error, t.s("frame-title-error"))
        .autocomplete("off")
        .numeric()
        .width("govuk-input--width-20");
    let errors = error_lines(std::slice::from_ref(&control));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = visit.frame(t.s("people-key-title")).back(visit.url("/desk/people")).errors(errors);
    let action = visit.url(&format!("/desk/people/{id}/key"));
    visit.show_with(status, &Page { frame, action, who: format!("{}: {}", person.login, person.line.name), control })
}
