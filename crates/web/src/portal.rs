//! Pages of applicants: signing in, composing a request, signing it, and what became of it.

pub mod account;
pub mod account_notices;
pub mod account_phone;
pub mod advice;
mod again;
pub mod answer;
pub mod appointment;
pub mod calendar;
pub mod case;
pub mod check;
pub mod checked_request;
pub mod code;
pub mod complaint;
pub mod complaint_mobile;
pub mod complaint_proof;
pub mod deletion;
pub mod earlier;
pub mod enquiry;
pub mod file;
pub mod files;
pub mod hearing;
pub mod history;
pub mod identity;
pub mod machine;
pub mod mobile_panel;
pub mod more_pages;
pub mod motions;
pub mod new_request;
pub mod on_paper;
pub mod page_check;
pub mod paper;
pub mod questions;
pub mod recusal;
pub mod removal;
pub mod request_mobile;
pub mod section;
pub mod see_file;
pub mod sent;
pub mod sign_in;
pub mod sign_in_challenge;
pub mod sign_in_code;
pub mod sign_in_eds;
pub mod sign_in_mobile;
pub mod sign_in_phone;
pub mod sign_out;
pub mod sign_panel;
pub mod signature;
pub mod slip;
mod stay;
pub mod task_list;
pub mod times;
pub mod turn;
pub mod upload;
pub mod withdrawal;

pub(crate) use sign_panel::{CMS, CMS_FILE, drop_texts};

use crate::frame::HelpMission;
use crate::routes::{GET, GET_POST, POST, Route, Who, page, signing, upload as upload_page};
use crate::visit::Visit;
use office::drafts::DraftView;

/// Addresses of the portal.
pub const ROUTES: &[Route] = &[
    page("/{lang}/sign-in", GET_POST, Who::Public, sign_in::service),
    signing("/{lang}/sign-in/eds", Who::Public, sign_in_eds::service),
    page("/{lang}/sign-in/eds/challenge", GET, Who::Public, sign_in_challenge::service),
    page("/{lang}/sign-in/mobile", GET_POST, Who::EgovMobile, sign_in_mobile::service),
    page("/{lang}/sign-in/phone", GET_POST, Who::Public, sign_in_phone::service),
    page("/{lang}/sign-in/code", GET_POST, Who::Public, sign_in_code::service),
    page("/{lang}/sign-out", POST, Who::Public, sign_out::service),
    page("/{lang}/session", POST, Who::Public, stay::service),
    page("/{lang}/account", GET, Who::Applicant, account::service),
    page("/{lang}/account/email", GET_POST, Who::Applicant, account::email),
    page("/{lang}/account/notices", GET_POST, Who::Applicant, account_notices::service),
    page("/{lang}/account/phone", GET_POST, Who::Applicant, account_phone::service),
    page("/{lang}/account/phone/code", GET_POST, Who::Applicant, account_phone::code),
    page("/{lang}/account/phone/objection", POST, Who::Applicant, account_phone::objection),
    page("/{lang}/account/sessions", POST, Who::Applicant, account::sessions),
    page("/{lang}/identity", GET_POST, Who::Applicant, identity::service),
    page("/{lang}/request/new", GET_POST, Who::Applicant, new_request::service),
    page("/{lang}/request/checked/{answers}", GET_POST, Who::Applicant, checked_request::service),
    page("/{lang}/request/{draft}", GET, Who::Typing, task_list::service),
    page("/{lang}/request/{draft}/{section}", GET_POST, Who::Typing, section::service),
    page("/{lang}/request/{draft}/{section}/advice", GET_POST, Who::Typing, advice::service),
    page("/{lang}/request/{draft}/files", GET, Who::Typing, files::service),
    upload_page("/{lang}/request/{draft}/files/{kind}", Who::Typing, upload::service),
    page("/{lang}/request/{draft}/files/{kind}/more", GET_POST, Who::Typing, more_pages::service),
    page("/{lang}/request/{draft}/files/{kind}/{file}/check", GET_POST, Who::Typing, page_check::service),
    page("/{lang}/request/{draft}/files/{kind}/{file}/removal", GET_POST, Who::Typing, removal::service),
    page("/{lang}/request/{draft}/files/{kind}/{file}/turn", POST, Who::Typing, turn::service),
    page("/{lang}/request/{draft}/files/{kind}/earlier", POST, Who::Applicant, earlier::service),
    page("/{lang}/request/{draft}/check", GET, Who::Typing, check::service),
    page("/{lang}/request/{draft}/file", GET, Who::Typing, file::prepared),
    signing("/{lang}/request/{draft}/signature", Who::Applicant, signature::service),
    page("/{lang}/request/{draft}/mobile", GET_POST, Who::Applicant, request_mobile::service),
    page("/{lang}/request/{draft}/code", GET_POST, Who::Applicant, code::service),
    page("/{lang}/request/{draft}/paper", GET_POST, Who::Typing, on_paper::service),
    page("/{lang}/request/{draft}/paper/form", GET, Who::Typing, on_paper::form),
    page("/{lang}/request/{draft}/deletion", GET_POST, Who::Applicant, deletion::service),
    page("/{lang}/request/{draft}/sent", GET, Who::Applicant, sent::service),
    page("/{lang}/files/{file}", GET, Who::Typing, file::service),
    page("/{lang}/enquiries/{enquiry}", GET_POST, Who::Applicant, enquiry::service),
    page("/{lang}/services", GET, Who::Applicant, history::service),
    page("/{lang}/services/{application}", GET, Who::Applicant, case::service),
    page("/{lang}/services/{application}/new-request", POST, Who::Applicant, again::service),
    page("/{lang}/services/{application}/supplement", POST, Who::Applicant, answer::service),
    page("/{lang}/services/{application}/appointment", GET_POST, Who::Applicant, appointment::service),
    page("/{lang}/services/{application}/calendar/{kind}", GET, Who::Applicant, calendar::service),
    page("/{lang}/services/{application}/withdrawal", GET_POST, Who::Applicant, withdrawal::service),
    page("/{lang}/services/{application}/hearing", GET_POST, Who::Applicant, hearing::service),
    page("/{lang}/services/{application}/recusal", GET_POST, Who::Applicant, recusal::service),
    page("/{lang}/services/{application}/see-file", GET_POST, Who::Applicant, see_file::service),
    page("/{lang}/services/{application}/correct-slip", GET_POST, Who::Applicant, slip::service),
    page("/{lang}/services/{application}/complaint", GET_POST, Who::Applicant, complaint::form),
    page("/{lang}/services/{application}/papers/{kind}", GET, Who::Applicant, paper::service),
    page("/{lang}/complaints/{complaint}", GET, Who::Applicant, complaint::service),
    page("/{lang}/complaints/{complaint}/file", GET, Who::Applicant, complaint::file),
    page("/{lang}/complaints/{complaint}/proof", GET, Who::Applicant, complaint::proof),
    signing("/{lang}/complaints/{complaint}/signature", Who::Applicant, complaint_proof::signature),
    page("/{lang}/complaints/{complaint}/code", GET_POST, Who::Applicant, complaint_proof::code),
    page("/{lang}/complaints/{complaint}/mobile", GET_POST, Who::Applicant, complaint_mobile::service),
];

/// Until which day a draft is kept, on its mission's calendar; `None` where it is kept without end.
fn kept_until(visit: &Visit, view: &DraftView) -> Option<String> {
    let mission = view.draft.mission.as_ref().and_then(|id| visit.state.office.catalogue().mission(id));
    Some(times::day(&visit.t(), view.erased_at?, mission?))
}

/// The mission of a draft, for the help block.
fn draft_help(visit: &Visit, view: &DraftView) -> Option<HelpMission> {
    let mission = view.draft.mission.as_ref()?;
    visit.state.office.catalogue().mission(mission).map(|mission| times::help(&visit.t(), mission))
}
