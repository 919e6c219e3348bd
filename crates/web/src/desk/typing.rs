//! `/{lang}/desk/paper/new`: somebody came without a filled-in form. Who it is and where they live; then the pages that everybody fills in.

use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::portal::{identity, questions};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::country::CountryCode;
use domain::lang::Lang;
use office::OfficeError;
use office::start_draft::REASON_CHARS_MAX;
use office::type_request::{self, Person};
use service::Finding;
use service::answers::MISSION_REASON;

/// The page.
#[derive(Template)]
#[template(path = "desk/typing.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The questions.
    pub controls: Vec<Control>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(begin)
}

async fn show(visit: Visit) -> Outcome {
    // Who may not accept paper learns it here, not after having typed.
    type_request::begun(&visit.state.office, visit.actor()?).await?;
    page(&visit, StatusCode::OK, &Fields::default(), &[])
}

async fn begin(visit: Visit, Posted(fields): Posted) -> Outcome {
    let mut found = vec![];
    let residence = CountryCode::parse(fields.trimmed("country"));
    if residence.is_err() {
        found.push(Finding::new("country", "missing"));
    }
    let language = Lang::from_tag(fields.trimmed("language"));
    if language.is_none() {
        found.push(Finding::new("language", "missing"));
    }
    let person = Person {
        identity: identity::typed(&fields),
        language: language.unwrap_or(visit.lang),
        residence: residence.unwrap_or(CountryCode::KZ),
        because: fields.get(MISSION_REASON).to_owned(),
    };
    let checked = type_request::check(&visit.state.office, visit.actor()?, &person);
    match checked {
        Ok(()) if found.is_empty() => {}
        Ok(()) => return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found),
        Err(OfficeError::Findings(more)) => {
            let only_where_known = |own: &Finding| residence.is_ok() || own.field != MISSION_REASON;
            found.extend(more.into_iter().filter(only_where_known));
            return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found);
        }
        Err(other) => return Err(other.into()),
    }
    match type_request::start(&visit.state.office, visit.actor()?, person, &visit.moment).await {
        Ok(draft) => Ok(visit.go(&format!("/request/{draft}"))),
        Err(OfficeError::Findings(found)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found),
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, status: StatusCode, fields: &Fields, found: &[Finding]) -> Outcome {
    let controls = controls(visit, fields, found);
    let frame = visit.frame(visit.t().s("typing-title")).back(visit.url("/desk/paper")).errors(error_lines(&controls));
    visit.show_with(status, &Page { frame, controls })
}

fn controls(visit: &Visit, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let t = visit.t();
    let word = t.s("frame-error-word");
    let error = |field: &str| {
        let own = found.iter().find(|own| own.field == field)?;
        Some(t.f(&format!("typing-error-{field}-{}", own.code), "max", REASON_CHARS_MAX))
    };
    let languages = Lang::ALL.iter().map(|lang| Item::new(lang.tag(), t.s(&format!("typing-language-{}", lang.tag()))));
    let mut controls = identity::controls(&t, "typing-iin", fields, found);
    controls.extend([
        Control::radios("language", t.s("typing-language"), languages.collect())
            .value(fields.trimmed("language"))
            .error(error("language"), word.clone()),
        Control::select("country", t.s("typing-country"), questions::countries(visit))
            .value(fields.trimmed("country"))
            .error(error("country"), word.clone()),
        Control::textarea(MISSION_REASON, t.s("typing-reason"), 3)
            .hint(Some(t.s("typing-reason-hint")))
            .value(fields.get(MISSION_REASON))
            .error(error(MISSION_REASON), word),
    ]);
    controls
}
