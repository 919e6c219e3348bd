//! The panel of signing by the phone app: the code, the link for this phone, and in words how far it is (UX.md H4a). Used to sign in
//! and to sign a request. Without a script "Check again" asks; it is a link, so asking changes nothing.

use super::sign_panel;
use crate::api::egov_mobile::signing::{code_text, launch_link};
use crate::frame::ErrorLine;
use crate::public::phone;
use crate::qr::{Drawing, draw};
use crate::texts::T;
use crate::visit::Visit;
use office::mobile_signing::view::{Stage, View};

/// Id of the button that begins again: where the error summary leads.
const AGAIN: &str = "again";

/// The panel.
pub struct MobilePanel {
    /// Address of the page: of its forms, and of "Check again".
    pub action: String,
    /// Hidden field.
    pub csrf: String,
    /// Stable name of the stage, for the script; `begin` before anything was begun.
    pub stage: &'static str,
    /// How far it is, in words; empty before anything was begun.
    pub said: String,
    /// The code, while it works.
    pub code: Option<Code>,
    /// Who signed and may go on; a sign-in only.
    pub signer: Option<String>,
    /// Why the signature was not taken.
    pub refused: Option<String>,
    /// Address of the phone of a demonstration, with the text of the code.
    pub simulated: Option<String>,
}

/// The code and what is beside it.
pub struct Code {
    /// The drawing.
    pub drawing: Drawing,
    /// What it says, for programs that cannot see.
    pub text: String,
    /// Opens the app on this phone.
    pub launch: String,
    /// The number that the app shows too.
    pub number: String,
    /// How long it works, in words.
    pub left: String,
    /// The same in seconds, for the script.
    pub seconds: i64,
}

impl MobilePanel {
    /// The panel of `visit`'s page, whose address is `action`.
    pub fn new(visit: &Visit, action: String, view: Option<&View>) -> MobilePanel {
        let t = visit.t();
        let stage = view.map(|view| &view.stage);
        let name = stage.map_or("begin", stage_name);
        let signer = match stage {
            Some(Stage::Signed { signer }) => Some(signer.clone()),
            _ => None,
        };
        let refused = match stage {
            Some(Stage::Refused(problem)) => Some(sign_panel::sentence(&t, problem)),
            _ => None,
        };
        let code = view.filter(|view| matches!(view.stage, Stage::Waiting | Stage::Fetched));
        let code = code.and_then(|view| Code::of(visit, view));
        MobilePanel {
            action,
            csrf: visit.csrf.clone(),
            stage: name,
            said: said(&t, name, signer.as_deref()),
            simulated: code.as_ref().and_then(|code| phone::link(visit, &code.text)),
            code,
            signer,
            refused,
        }
    }

    /// True when the page is only to be begun, or begun again.
    pub fn may_begin(&self) -> bool {
        matches!(self.stage, "begin" | "refused" | "expired")
    }

    /// Lines of the error summary.
    pub fn errors(&self) -> Vec<ErrorLine> {
        self.refused.iter().map(|text| ErrorLine { field: AGAIN.to_owned(), text: text.clone() }).collect()
    }
}

/// How far it is, in a sentence.
pub fn said(t: &T, stage: &str, signer: Option<&str>) -> String {
    match (stage, signer) {
        ("begin" | "refused", _) => String::new(),
        (_, Some(signer)) => t.f("mobile-said-signed", "name", signer),
        (other, None) => t.s(&format!("mobile-said-{other}")),
    }
}

fn stage_name(stage: &Stage) -> &'static str {
    match stage {
        Stage::Waiting => "waiting",
        Stage::Fetched => "fetched",
        Stage::Signed { .. } => "signed",
        Stage::Sent => "sent",
        Stage::Refused(_) => "refused",
        Stage::Expired => "expired",
    }
}

impl Code {
    fn of(visit: &Visit, view: &View) -> Option<Code> {
        let host = &visit.state.office.settings().host;
        let text = code_text(host, view.id, &view.tag);
        let seconds = view.expires_at.duration_since(visit.moment.now).as_secs().max(1);
        Some(Code {
            drawing: draw(&text)?,
            text,
            launch: launch_link(host, view.id, &view.tag),
            number: view.number.clone(),
            left: visit.t().n("mobile-left", "count", (seconds + 59) / 60),
            seconds,
        })
    }
}
