//! `/{lang}/account`: who is signed in, where letters go, and on which devices the account is open; `/account/email` and
//! `/account/sessions` change the last two, `account_phone` the
//! telephone, `account_notices` how letters come.

use super::account_notices;
use crate::forms::{Control, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use office::OfficeError;
use office::account::{self, AccountView};

/// The page.
#[derive(Template)]
#[template(path = "portal/account.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What is known: label and value.
    pub rows: Vec<(String, String)>,
    /// What there is to know about the IIN.
    pub note: Option<String>,
    /// Addresses to change the telephone and the mail address, with the links' words.
    pub changes: Vec<(String, String)>,
    /// A number that waits, in a sentence, and the address that stops it.
    pub waits: Option<(String, String)>,
    /// Devices: when signed in, last seen, whether it is this one.
    pub sessions: Vec<(String, String, bool)>,
    /// Address of the form that ends the others.
    pub end: String,
}

/// The page of the mail address.
#[derive(Template)]
#[template(path = "portal/account_email.html")]
pub struct EmailPage {
    /// Its frame.
    pub frame: Frame,
    /// The question.
    pub control: Control,
    /// Address of the form.
    pub action: String,
}

/// The handlers of the account.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// The handlers of the mail address.
pub fn email() -> MethodRouter<AppState> {
    get(ask_email).post(change_email)
}

/// The handlers of the other devices.
pub fn sessions() -> MethodRouter<AppState> {
    post(end_others)
}

async fn show(visit: Visit) -> Outcome {
    let t = visit.t();
    let view = mine(&visit).await?;
    // There is no mission to name a clock: the person's requests may lie at several.
    let when = |at: Timestamp| {
        let utc = at.to_zoned(TimeZone::UTC);
        t.f2("account-moment", "date", t.date(utc.date()), "time", utc.strftime("%H:%M"))
    };
    let mut frame = visit.frame(t.s("account-title")).back(visit.url("/services"));
    let done = visit
        .query_value("done")
        .filter(|done| matches!(done.as_str(), "email" | "notices" | "objection" | "phone" | "sessions"));
    frame.notice = done.map(|done| t.s(&format!("account-done-{done}")));
    let page = Page {
        frame,
        rows: rows(&visit, &view),
        note: view.stated_elsewhere.then(|| t.s("account-iin-also")),
        changes: changes(&visit, &view),
        waits: view.waiting_phone.as_ref().map(|(phone, at)| {
            (t.f2("account-phone-waits", "phone", phone, "when", when(*at)), visit.url("/account/phone/objection"))
        }),
        sessions: view.sessions.iter().map(|own| (when(own.created_at), when(own.seen_at), own.is_this)).collect(),
        end: visit.url("/account/sessions"),
    };
    visit.show(&page)
}

fn changes(visit: &Visit, view: &AccountView) -> Vec<(String, String)> {
    let phone = if view.phone_masked.is_some() { "account-phone-change" } else { "account-phone-add" };
    [
        ("/account/phone", phone),
        ("/account/email", "account-email-change"),
        ("/account/notices", "account-notices-change"),
    ]
    .map(|(page, words)| (visit.url(page), visit.t().s(words)))
    .into()
}

/// One's own account.
///
/// # Errors
/// `NotAllowed` for staff, faults.
pub async fn mine(visit: &Visit) -> Result<AccountView, Problem> {
    let token = visit.token.clone().unwrap_or_default();
    Ok(account::get(&visit.state.office, visit.actor()?, &token, visit.moment.now).await?)
}

fn rows(visit: &Visit, view: &AccountView) -> Vec<(String, String)> {
    let t = visit.t();
    let own = &view.account;
    let nothing = || t.s("check-not-provided");
    let iin_key = if own.iin_proven { "account-iin-proven" } else { "account-iin-declared" };
    let iin = view.iin_masked.as_ref().map(|masked| t.f(iin_key, "iin", masked));
    let mut rows = vec![
        (t.s("account-name"), own.name.as_ref().map_or_else(nothing, |name| name.official())),
        (t.s("account-iin"), iin.unwrap_or_else(nothing)),
        (t.s("account-phone"), view.phone_masked.clone().unwrap_or_else(nothing)),
        (t.s("account-email"), own.email.clone().unwrap_or_else(nothing)),
    ];
    rows.extend(account_notices::rows(&t, own));
    rows
}

async fn ask_email(visit: Visit) -> Outcome {
    let email = match visit.kept_fields().await? {
        Some(typed) => typed.get("email").to_owned(),
        None => mine(&visit).await?.account.email.unwrap_or_default(),
    };
    email_page(&visit, StatusCode::OK, &email, None)
}

async fn change_email(visit: Visit, Posted(fields): Posted) -> Outcome {
    let typed = fields.get("email");
    match account::change_email(&visit.state.office, visit.actor()?, typed, &visit.moment).await {
        Ok(()) => Ok(visit.go("/account?done=email")),
        Err(OfficeError::Findings(_)) => {
            let error = visit.t().s("account-email-error");
            email_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, Some(error))
        }
        Err(other) => Err(other.into()),
    }
}

fn email_page(visit: &Visit, status: StatusCode, typed: &str, error: Option<String>) -> Result<Response, Problem> {
    let t = visit.t();
    let control = Control::text("email", t.s("account-email-label"))
        .hint(Some(t.s("account-email-hint")))
        .value(typed)
        .error(error, t.s("frame-error-word"))
        .input_type("email")
        .autocomplete("email")
        .plain();
    let frame = visit
        .frame(t.s("account-email-title"))
        .back(visit.url("/account"))
        .errors(error_lines(std::slice::from_ref(&control)))
        .keeps_typed();
    visit.show_with(status, &EmailPage { frame, control, action: visit.url("/account/email") })
}

async fn end_others(visit: Visit, Posted(_): Posted) -> Outcome {
    let token = visit.token.clone().unwrap_or_default();
    account::end_other_sessions(&visit.state.office, visit.actor()?, &token).await?;
    Ok(visit.go("/account?done=sessions"))
}
