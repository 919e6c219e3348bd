//! `/dev/phone`: a phone for people without the app: it reads a code and signs with a key of the demonstration. Exists in a
//! demonstration only. The address carries the code, as a camera would.

use super::developer_frame;
use crate::api::egov_mobile::signing::{Reading, read_code};
use crate::forms::{Control, Item, Posted, encode, error_lines};
use crate::frame::Frame;
use crate::portal::sign_panel;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;
use office::mobile_signing::{NotServed, rehearse};
use office::sign_cms::KeyFile;

/// Password of keystores of test keys (EDS.md 2).
const PASSWORD: &str = "Qwerty12";
/// Query name and field of the code.
const CODE: &str = "code";

/// The page.
#[derive(Template)]
#[template(path = "public/phone.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The code and whose key.
    pub controls: Vec<Control>,
    /// The code was signed just now.
    pub done: bool,
    /// Address of the form.
    pub action: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(sign)
}

/// Address of this page with a code in it; `None` where no keys are at hand.
pub fn link(visit: &Visit, code: &str) -> Option<String> {
    visit.state.settings.phone_keys.as_ref()?;
    Some(format!("/dev/phone?{}", encode(&[("lang", visit.lang.tag().to_owned()), (CODE, code.to_owned())])))
}

async fn show(visit: Visit) -> Outcome {
    let code = visit.query_value(CODE).unwrap_or_default();
    page(&visit, StatusCode::OK, (&code, ""), None, false).await
}

async fn sign(visit: Visit, Posted(fields): Posted) -> Outcome {
    let (code, key) = (fields.trimmed(CODE), fields.trimmed("key"));
    let t = visit.t_in(lang(&visit));
    let Some(Reading { id, tag }) = read_code(code) else {
        let error = t.s("mobile-phone-no-code");
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, (code, key), Some((CODE, error)), false).await;
    };
    let keystore = KeyFile { alias: Some(key.to_owned()), ..keystore(&visit)? };
    let done = rehearse::rehearse(&visit.state.office, (id, &tag), keystore, &visit.remote, &visit.moment).await;
    let error = match done {
        Ok(()) => return page(&visit, StatusCode::OK, (code, key), None, true).await,
        Err(NotServed::Refused(problem)) => ("key", sign_panel::sentence(&t, &problem)),
        Err(NotServed::Over | NotServed::Token) => (CODE, t.s("mobile-app-over")),
        Err(NotServed::Office(office::OfficeError::NotFound)) => ("key", t.s("mobile-phone-no-key")),
        Err(NotServed::Office(other)) => return Err(other.into()),
    };
    page(&visit, StatusCode::UNPROCESSABLE_ENTITY, (code, key), Some(error), false).await
}

fn lang(visit: &Visit) -> Lang {
    visit.query_value("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::En)
}

fn keystore(visit: &Visit) -> Result<KeyFile, Problem> {
    let octets = visit.state.settings.phone_keys.clone().ok_or(Problem::NotFound)?;
    Ok(KeyFile { octets, password: PASSWORD.to_owned(), alias: None })
}

async fn page(
    visit: &Visit,
    status: StatusCode,
    (code, key): (&str, &str),
    error: Option<(&str, String)>,
    done: bool,
) -> Outcome {
    let frame = developer_frame(visit, "/dev/phone", "mobile-phone-title");
    let keys = rehearse::keys(&visit.state.office, keystore(visit)?).await?;
    let (t, word) = (&frame.t, frame.t.s("frame-error-word"));
    let own = |field: &str| error.as_ref().filter(|(own, _)| *own == field).map(|(_, text)| text.clone());
    let keys = keys.into_iter().map(|name| Item::new(name.clone(), name)).collect();
    let controls = vec![
        Control::text(CODE, t.s("mobile-phone-code")).value(code).error(own(CODE), word.clone()),
        Control::radios("key", t.s("mobile-phone-key"), keys).value(key).error(own("key"), word),
    ];
    let action = format!("/dev/phone?lang={}", t.lang.tag());
    let frame = frame.errors(error_lines(&controls));
    visit.show_with(status, &Page { frame, controls, done, action })
}
