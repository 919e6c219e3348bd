//! `/{lang}/desk/me`: a person's own page: whether and where they are written to when terms pass.

use super::nav::{self, Link};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;
use office::sample::read::read;
use office::sample::view;
use office::staff_mail::{self, EMAIL_CHARS_MAX};
use service::Finding;

/// The page.
#[derive(Template)]
#[template(path = "desk/me.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// What second looks found in their decisions: the case, and the words.
    pub found: Vec<(String, String)>,
    /// When they are warned, in words.
    pub warned: String,
    /// Address and language.
    pub controls: Vec<Control>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

async fn show(visit: Visit) -> Outcome {
    let mut fields = super::act::kept(&visit).await?;
    if let Some((email, lang)) = staff_mail::get(&visit.state.office, visit.actor()?).await?
        && !fields.has("language")
    {
        fields.put("email", &email);
        fields.put("language", lang.tag());
    }
    page(&visit, &fields, &[]).await
}

async fn change(visit: Visit, Posted(fields): Posted) -> Outcome {
    if let Ok(id) = fields.trimmed("read").parse() {
        read(&visit.state.office, visit.actor()?, id, &visit.moment).await?;
        return Ok(visit.go("/desk/me"));
    }
    let lang = Lang::from_tag(fields.trimmed("language")).unwrap_or(visit.lang);
    let email = fields.trimmed("email");
    match staff_mail::save(&visit.state.office, visit.actor()?, email, lang, &visit.moment).await {
        Ok(()) if email.is_empty() => Ok(visit.go("/desk/me?done=none")),
        Ok(()) => Ok(visit.go("/desk/me?done=mail")),
        Err(error) => page(&visit, &fields, &super::act::findings(error)?).await,
    }
}

async fn page(visit: &Visit, fields: &Fields, found: &[Finding]) -> Outcome {
    let controls = controls(visit, fields, found);
    let t = visit.t();
    let seen = view::found(&visit.state.office, visit.actor()?).await?;
    let line = |own: view::Line| {
        let words = t.f2("sample-found-line", "reference", &own.reference, "reason", &own.reason);
        (own.application.to_string(), words)
    };
    let mut frame = visit.frame(t.s("me-title")).errors(error_lines(&controls));
    match visit.query_value("done").as_deref() {
        Some("mail") => frame = frame.notice(t.s("me-done-mail")),
        Some(_) => frame = frame.notice(t.s("me-done-none")),
        None => {}
    }
    let shares = visit.state.office.catalogue().passport().warned_at().iter();
    let shares: Vec<String> = shares.map(|share| format!("{share} %")).collect();
    let warned = match shares.is_empty() {
        true => t.s("me-warned-end"),
        false => t.f("me-warned", "shares", shares.join(", ")),
    };
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(
        status,
        &Page { frame, nav: nav::links(visit), found: seen.into_iter().map(line).collect(), warned, controls },
    )
}

fn controls(visit: &Visit, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let t = visit.t();
    let languages = Lang::ALL.map(|lang| Item::new(lang.tag(), t.s(&format!("account-language-{}", lang.tag()))));
    let wrong = found.iter().find(|own| own.field == "email");
    let wrong = wrong.map(|own| t.f(&format!("me-error-email-{}", own.code), "max", EMAIL_CHARS_MAX));
    let language = if fields.has("language") { fields.get("language") } else { visit.lang.tag() };
    vec![
        Control::text("email", t.s("me-email"))
            .hint(Some(t.s("me-email-hint")))
            .value(fields.get("email"))
            .error(wrong, t.s("frame-error-word"))
            .input_type("email")
            .autocomplete("email"),
        Control::radios("language", t.s("me-language"), languages.into()).value(language),
    ]
}
