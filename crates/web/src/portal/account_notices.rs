//! `/{lang}/account/notices`: which ways and in which language notices come.

use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;
use domain::notices::NoticeWish;
use office::OfficeError;
use office::change_notices::{AS_STATED, change_notices};
use service::Finding;
use store::account::Account;

/// The page.
#[derive(Template)]
#[template(path = "portal/account_notices.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Both questions.
    pub controls: Vec<Control>,
    /// Address of the form.
    pub action: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(ask).post(change)
}

async fn ask(visit: Visit) -> Outcome {
    let own = super::account::mine(&visit).await?.account;
    let mut fields = Fields::default();
    fields.put("channel", name_of(own.notice_wish));
    fields.put("language", own.reads().tag());
    page(&visit, StatusCode::OK, &fields, &[])
}

async fn change(visit: Visit, Posted(fields): Posted) -> Outcome {
    let wanted = (fields.trimmed("channel"), fields.trimmed("language"));
    match change_notices(&visit.state.office, visit.actor()?, wanted, &visit.moment).await {
        Ok(()) => Ok(visit.go("/account?done=notices")),
        Err(OfficeError::Findings(found)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found),
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, status: StatusCode, fields: &Fields, found: &[Finding]) -> Result<Response, Problem> {
    let t = visit.t();
    let controls = controls(&t, fields, found);
    let frame = visit.frame(t.s("account-notices-title")).back(visit.url("/account")).errors(error_lines(&controls));
    visit.show_with(status, &Page { frame, controls, action: visit.url("/account/notices") })
}

/// Both questions with what was chosen and what is wrong.
pub fn controls(t: &T, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let names = [AS_STATED].into_iter().chain(NoticeWish::ALL.map(NoticeWish::as_str));
    let ways = names.map(|name| Item::new(name, t.s(&format!("account-notices-{name}")))).collect();
    let languages = Lang::ALL.map(|lang| Item::new(lang.tag(), t.s(&format!("account-language-{}", lang.tag()))));
    [("channel", ways), ("language", languages.into())]
        .into_iter()
        .map(|(name, items)| {
            let error = found.iter().find(|own| own.field == name);
            let error = error.map(|own| t.s(&format!("account-notices-error-{name}-{}", own.code)));
            Control::radios(name, t.s(&format!("account-notices-{name}-label")), items)
                .value(fields.get(name))
                .error(error, t.s("frame-error-word"))
        })
        .collect()
}

fn name_of(wish: Option<NoticeWish>) -> &'static str {
    wish.map_or(AS_STATED, NoticeWish::as_str)
}

/// What the account page says: the ways and the language.
pub fn rows(t: &T, own: &Account) -> [(String, String); 2] {
    [
        (t.s("account-notices"), t.s(&format!("account-notices-{}", name_of(own.notice_wish)))),
        (t.s("account-notices-language"), t.s(&format!("account-language-{}", own.reads().tag()))),
    ]
}
