//! What the pages of the acts share: open the case for exactly one act, ask, show the letter, do, go back to the case.
//!
//! An act that the office does not list as open is never shown and never sent on.

use super::bar::Bar;
use super::letter::Shown;
use super::{Row, comparison};
use crate::forms::{Control, Fields, error_lines};
use crate::frame::{ErrorLine, Frame};
use crate::problem::{Outcome, Problem};
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::application::ActKind;
use domain::ids::ApplicationId;
use office::OfficeError;
use office::cases::CaseView;
use service::Finding;

/// Query name of the act that has just been done.
pub const DONE: &str = "done";
/// Longest text of an officer, characters; the office holds the same limit.
pub const TEXT_CHARS_MAX: usize = office::decline_registration::TEXT_CHARS_MAX;

/// One act as a page.
#[derive(Clone, Copy, Debug)]
pub struct ActPage {
    /// The act.
    pub act: ActKind,
    /// Last part of its address.
    pub noun: &'static str,
    /// Middle part of its keys: `desk-<name>-title`, `-lead`, `-button`.
    pub name: &'static str,
}

/// Every act that has a page, for links and tests.
pub const PAGES: [ActPage; 15] = [
    super::registration::PAGE,
    super::declined_registration::PAGE,
    super::record::PAGE,
    super::correction::PAGE,
    super::return_of_request::PAGE,
    super::preliminary_refusal::PAGE,
    super::hearing::PAGE,
    super::hearing_protocol::PAGE,
    super::hearing_remarks::PAGE,
    super::resumed_review::PAGE,
    super::refusal::PAGE,
    super::collection::PAGE,
    super::handover::PAGE,
    super::no_show::PAGE,
    super::transfer::PAGE,
];

/// What the browser asks of a form of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Write or change.
    Edit,
    /// Show the letter.
    Preview,
    /// Do it.
    Send,
    /// Prepare it to be signed with an EDS.
    Sign,
}

impl Step {
    /// Of a posted form; anything unknown only shows.
    pub fn of(fields: &Fields) -> Step {
        match fields.get("step") {
            "send" => Step::Send,
            "edit" => Step::Edit,
            "sign" => Step::Sign,
            _ => Step::Preview,
        }
    }
}

/// A case opened for one act.
pub struct Opened {
    /// The page.
    pub page: ActPage,
    /// The case.
    pub id: ApplicationId,
    /// The case whole.
    pub view: CaseView,
    /// The version that the person saw.
    pub version: i64,
}

/// Address and version that a form of an act carries.
#[derive(Clone, Debug)]
pub struct Shell {
    /// Where the form goes.
    pub action: String,
    /// Version that the person saw.
    pub version: i64,
    /// The case.
    pub case_url: String,
}

/// A page that asks for what the act needs.
#[derive(Template)]
#[template(path = "desk/form.html")]
pub struct FormPage {
    /// Frame of the page.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// Address and version.
    pub act: Shell,
    /// Sentences above.
    pub leads: Vec<String>,
    /// What helps to answer.
    pub facts: Vec<Row>,
    /// Questions.
    pub controls: Vec<Control>,
}

/// A page that shows the letter and asks for the last word.
#[derive(Template)]
#[template(path = "desk/confirm.html")]
pub struct ConfirmPage {
    /// Frame of the page.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// Address and version.
    pub act: Shell,
    /// Sentences above.
    pub leads: Vec<String>,
    /// What was written.
    pub rows: Vec<Row>,
    /// The same, as it is posted.
    pub hidden: Vec<Row>,
    /// The letter.
    pub letter: Shown,
    /// How a decision is confirmed; `None` for an act that is none.
    pub decision: Option<Confirmation>,
    /// Key of the button.
    pub button: String,
    /// What the law has for such a case instead.
    pub offer: Option<Offer>,
}

/// Another act that fits better.
pub struct Offer {
    /// Why.
    pub sentence: String,
    /// Words of its link.
    pub link: String,
    /// Its address.
    pub url: String,
}

/// How a decision is confirmed: with an EDS where the official has one, else with their code where the last one is old.
pub struct Confirmation {
    /// The code, where it is asked for.
    pub code: Option<Control>,
    /// The official's EDS is known.
    pub by_eds: bool,
    /// A reason that is asked for beside it.
    pub reason: Option<Control>,
}

/// Questions of a form with what helps to answer them.
#[derive(Default)]
pub struct Form {
    /// Sentences above.
    pub leads: Vec<String>,
    /// What helps to answer.
    pub facts: Vec<Row>,
    /// Questions.
    pub controls: Vec<Control>,
}

/// What is shown before the last word.
pub struct Confirm {
    /// Sentences above.
    pub leads: Vec<String>,
    /// What was written.
    pub rows: Vec<Row>,
    /// The same, as it is posted.
    pub hidden: Vec<Row>,
    /// The letter.
    pub letter: Shown,
    /// How a decision is confirmed.
    pub decision: Option<Confirmation>,
}

impl Confirmation {
    /// What is asked of this official now.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who is no official.
    pub async fn of(visit: &Visit, page: ActPage, found: &[Finding]) -> Result<Confirmation, Problem> {
        let (office, actor, t) = (&visit.state.office, visit.actor()?, visit.t());
        let asked = office::second_factor::is_asked(office, actor, visit.moment.now).await?;
        let is_wrong = found.iter().any(|one| one.field == "code");
        let code = (asked || is_wrong).then(|| {
            Control::text("code", t.s("decision-code"))
                .hint(Some(t.s("decision-code-hint")))
                .numeric()
                .autocomplete("one-time-code")
                .width("govuk-input--width-10")
                .error(error_of(visit, page, found, "code"), t.s("frame-title-error"))
        });
        Ok(Confirmation { code, by_eds: office::decide_signed::is_offered(office, actor).await?, reason: None })
    }
}

/// Opens the case of the address for `page`.
///
/// # Errors
/// [`Problem::NotFound`] for another mission's case, [`Problem::NotOpen`] when the act is not open to this person now.
pub async fn open(visit: &Visit, named: &Named, page: ActPage) -> Result<Opened, Problem> {
    let id: ApplicationId = named.get("application")?;
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    // Where nobody is heard there is no such page.
    if page.act.is_of_hearing() && !view.hears {
        return Err(Problem::NotFound);
    }
    let decides = matches!(page.act, ActKind::Grant | ActKind::Refuse);
    if decides && view.registered_by_me == Some(true) && !view.open_acts.contains(&page.act) {
        return Err(Problem::SameHands);
    }
    if !view.open_acts.contains(&page.act) {
        return Err(Problem::NotOpen);
    }
    let version = view.version;
    Ok(Opened { page, id, view, version })
}

impl Opened {
    /// The same with the version that a posted form names: what a second officer did meanwhile is not overwritten.
    #[must_use]
    pub fn seen_in(mut self, fields: &Fields) -> Opened {
        self.version = fields.trimmed("seen_version").parse().unwrap_or(-1);
        self
    }

    /// Asks; 422 when something is wrong with what was typed.
    ///
    /// # Errors
    /// [`Problem::Fault`] when the template fails.
    pub fn ask(&self, visit: &Visit, form: Form) -> Outcome {
        let errors = error_lines(&form.controls);
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        visit.show_with(
            status,
            &FormPage {
                frame: self.frame(visit, errors).keeps_typed(),
                bar: Bar::of(visit, &self.view),
                act: self.shell(visit),
                leads: form.leads,
                facts: form.facts,
                controls: form.controls,
            },
        )
    }

    /// Shows the letter and asks for the last word.
    ///
    /// # Errors
    /// [`Problem::Fault`] when the template fails.
    pub fn confirm(&self, visit: &Visit, confirm: Confirm) -> Outcome {
        self.confirm_or(visit, confirm, None)
    }

    /// The same beside what the law has instead.
    ///
    /// # Errors
    /// [`Problem::Fault`] when the template fails.
    pub fn confirm_or(&self, visit: &Visit, confirm: Confirm, offer: Option<Offer>) -> Outcome {
        let asked = confirm.decision.iter().flat_map(|own| [&own.reason, &own.code]).flatten();
        let errors: Vec<ErrorLine> = asked.flat_map(|own| error_lines(std::slice::from_ref(own))).collect();
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        visit.show_with(
            status,
            &ConfirmPage {
                frame: self.frame(visit, errors).keeps_typed_entering("step", "send"),
                bar: Bar::of(visit, &self.view),
                act: self.shell(visit),
                leads: confirm.leads,
                rows: confirm.rows,
                hidden: confirm.hidden,
                letter: confirm.letter,
                decision: confirm.decision,
                button: format!("desk-{}-button", self.page.name),
                offer,
            },
        )
    }

    /// Back to the case, which then says what was done.
    pub fn done(&self, visit: &Visit) -> Response {
        visit.go(&format!("/desk/cases/{}?{DONE}={}", self.id, self.page.noun))
    }

    /// The sentence of what the page is for.
    pub fn lead(&self, visit: &Visit) -> Vec<String> {
        vec![visit.t().s(&format!("desk-{}-lead", self.page.name))]
    }

    /// The same, and how far the comparison with the papers is: it advises, the officer decides.
    pub fn lead_after_papers(&self, visit: &Visit) -> Vec<String> {
        let compared = comparison::of(visit, &self.view).map(|own| comparison::sentences(&visit.t(), &own));
        let mut leads = self.lead(visit);
        leads.extend(compared.map(|sentences| sentences.join(" ")));
        leads
    }

    fn frame(&self, visit: &Visit, errors: Vec<ErrorLine>) -> Frame {
        let key = format!("desk-{}-title", self.page.name);
        let heading = visit.t().f(&key, "reference", &self.view.line.reference);
        let back = visit.url(&format!("/desk/cases/{}", self.id));
        visit.frame(heading).back(back).errors(errors).wide()
    }

    fn shell(&self, visit: &Visit) -> Shell {
        let case_url = visit.url(&format!("/desk/cases/{}", self.id));
        Shell { action: format!("{case_url}/{}", self.page.noun), version: self.version, case_url }
    }
}

/// A text of several lines as it is kept: browsers post CRLF, letters carry LF.
pub fn text(fields: &Fields, name: &str) -> String {
    fields.trimmed(name).replace("\r\n", "\n")
}

/// What was typed before the session expired, or nothing.
///
/// # Errors
/// Faults only.
pub async fn kept(visit: &Visit) -> Result<Fields, Problem> {
    Ok(visit.kept_fields().await?.unwrap_or_default())
}

/// What is wrong with one field of a page, in words, or nothing.
pub fn error_of(visit: &Visit, page: ActPage, findings: &[Finding], field: &str) -> Option<String> {
    let finding = findings.iter().find(|finding| finding.field == field)?;
    let own = format!("desk-{}-{}-error-{}", page.name, field.replace('_', "-"), finding.code);
    let any = format!("desk-field-error-{}", finding.code);
    let args = [("max", TEXT_CHARS_MAX.to_string())];
    Some(visit.t().first(&[&own, &any, "desk-field-error-missing"], &args))
}

/// The findings of a verb that was not done because of them.
///
/// # Errors
/// Every other error of the verb, as its page.
pub fn findings(error: OfficeError) -> Result<Vec<Finding>, Problem> {
    match error {
        OfficeError::Findings(findings) => Ok(findings),
        other => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_word_send_sends() {
        let step = |body: &str| Step::of(&Fields::decode(body.as_bytes()));
        assert_eq!(step("step=send"), Step::Send);
        assert_eq!(step("step=edit"), Step::Edit);
        assert_eq!(step("step=sign"), Step::Sign);
        for other in ["", "step=SEND", "step=send&step=send", "step=preview"] {
            assert_eq!(step(other), Step::Preview, "{other}");
        }
    }

    #[test]
    fn every_act_of_an_officer_has_one_page_of_its_own() {
        use domain::actor::Role;
        use domain::application::StateKind;
        use domain::application::transition::is_open;
        let automatic = [ActKind::ReserveCertificate, ActKind::IssueCertificate, ActKind::Reopen, ActKind::Restore];
        for act in ActKind::ALL.into_iter().filter(|act| !automatic.contains(act)) {
            let officers = StateKind::ALL.into_iter().any(|state| is_open(state, act, Role::Officer));
            let pages = PAGES.iter().filter(|page| page.act == act).count();
            assert_eq!(pages, usize::from(officers), "{}", act.as_str());
        }
    }
}
