//! `/{lang}/identity`: who signed in by phone states name and IIN. The IIN is declared, not proven (DECISIONS.md, Identity).

use crate::entry::{after_sign_in, carried_query};
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Visit, see_other};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use office::OfficeError;
use office::declare_identity::{IdentityInput, declare_identity};
use service::Finding;

/// The page.
#[derive(Template)]
#[template(path = "portal/identity.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The questions.
    pub controls: Vec<Control>,
    /// Address of the form.
    pub action: String,
}

/// Name of the question, its `autocomplete` token, whether it may be empty.
const QUESTIONS: [(&str, &str, bool); 4] = [
    ("identity-surname", "family-name", true),
    ("identity-given", "given-name", false),
    ("identity-patronymic", "additional-name", true),
    ("identity-iin", "off", false),
];

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(declare)
}

async fn show(visit: Visit) -> Outcome {
    let fields = visit.kept_fields().await?.unwrap_or_else(|| known(&visit));
    page(&visit, StatusCode::OK, &fields, &[])
}

async fn declare(visit: Visit, Posted(fields): Posted) -> Outcome {
    match declare_identity(&visit.state.office, visit.actor()?, typed(&fields)).await {
        Ok(()) => Ok(see_other(&after_sign_in(&visit, "/request/new"))),
        Err(OfficeError::Findings(findings)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fields, &findings),
        Err(other) => Err(other.into()),
    }
}

/// Name and IIN, as typed.
pub fn typed(fields: &Fields) -> IdentityInput {
    IdentityInput {
        surname: fields.get("identity-surname").to_owned(),
        given: fields.get("identity-given").to_owned(),
        patronymic: fields.get("identity-patronymic").to_owned(),
        iin: fields.get("identity-iin").to_owned(),
    }
}

/// What the account already says.
fn known(visit: &Visit) -> Fields {
    let mut fields = Fields::default();
    if let Some(account) = visit.session.as_ref().and_then(|session| session.account.as_ref()) {
        if let Some(name) = &account.name {
            fields.put("identity-surname", &name.surname);
            fields.put("identity-given", &name.given);
            fields.put("identity-patronymic", name.patronymic.as_deref().unwrap_or_default());
        }
        fields.put("identity-iin", account.iin.as_deref().unwrap_or_default());
    }
    fields
}

fn sentence(t: &T, finding: &Finding) -> String {
    t.first(&[&format!("{}-error-{}", finding.field, finding.code), &format!("error-{}", finding.code)], &[])
}

fn page(visit: &Visit, status: StatusCode, fields: &Fields, findings: &[Finding]) -> Result<Response, Problem> {
    let t = visit.t();
    let controls = controls(&t, "identity-iin-label", fields, findings);
    let frame =
        visit.frame(t.s("identity-title")).back(visit.url("/services")).errors(error_lines(&controls)).keeps_typed();
    let action = visit.url(&format!("/identity{}", carried_query(visit)));
    visit.show_with(status, &Page { frame, controls, action })
}

/// The questions with what was typed and what is wrong; `whose_iin`: key of the label of the IIN.
pub fn controls(t: &T, whose_iin: &str, fields: &Fields, findings: &[Finding]) -> Vec<Control> {
    QUESTIONS
        .into_iter()
        .map(|(name, token, optional)| {
            let mut label = if name == "identity-iin" { t.s(whose_iin) } else { t.s(&format!("{name}-label")) };
            if optional {
                label = format!("{label} {}", t.s("option-optional"));
            }
            let error = findings.iter().find(|finding| finding.field == name);
            let control = Control::text(name, label)
                .hint(t.maybe(&format!("{name}-hint")))
                .value(fields.get(name))
                .error(error.map(|finding| sentence(t, finding)), t.s("frame-error-word"))
                .autocomplete(token)
                .plain();
            if name == "identity-iin" { control.numeric().width("govuk-input--width-20") } else { control }
        })
        .collect()
}
