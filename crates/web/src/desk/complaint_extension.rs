//! `/{lang}/desk/complaints/{complaint}/extension`: the higher body says for what it needs more time (Law on public services 25(4)).

use super::act::{DONE, TEXT_CHARS_MAX, findings, kept, text};
use super::complaint::has_passed;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::complaint::{ExtensionGround, may_extend};
use office::answer_complaint;
use office::extend_complaint::{Wanted, days_max, extend_complaint};
use service::Finding;
use uuid::Uuid;

const REASONS_ROWS: u8 = 4;

/// The page.
#[derive(Template)]
#[template(path = "desk/complaint_extension.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Questions.
    pub controls: Vec<Control>,
    /// Version that the person saw.
    pub version: i64,
    /// Address of the form.
    pub action: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(send)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("complaint")?, &kept(&visit).await?, &[]).await
}

async fn send(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let wanted = Wanted {
        ground: ExtensionGround::from_name(fields.trimmed("ground")),
        working_days: fields.trimmed("days").parse().ok(),
        reasons: text(&fields, "reasons"),
    };
    let seen = fields.trimmed("seen_version").parse().unwrap_or(-1);
    match extend_complaint(&visit.state.office, visit.actor()?, id, seen, wanted, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/desk/complaints/{id}?{DONE}=answer"))),
        Err(error) => page(&visit, id, &fields, &findings(error)?).await,
    }
}

async fn page(visit: &Visit, id: Uuid, fields: &Fields, found: &[Finding]) -> Outcome {
    let (t, office, actor) = (visit.t(), &visit.state.office, visit.actor()?);
    let own = answer_complaint::get(office, actor, id, visit.moment.now).await?;
    if !may_extend(&own.filed.state, actor.role(), own.own_act, has_passed(&own.filed, visit.moment.now)) {
        return Err(Problem::NotOpen);
    }
    let controls = controls(visit, fields, found);
    let back = visit.url(&format!("/desk/complaints/{id}"));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page {
        frame: visit
            .frame(t.f("desk-extension-title", "reference", &own.filed.body.reference))
            .back(back.clone())
            .errors(error_lines(&controls))
            .wide(),
        controls,
        version: own.filed.version,
        action: format!("{back}/extension"),
    };
    visit.show_with(status, &page)
}

fn controls(visit: &Visit, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let t = visit.t();
    let most = days_max(&visit.state.office);
    let word = t.s("frame-title-error");
    let error = |field: &str| {
        let own = found.iter().find(|own| own.field == field)?;
        let max = if field == "days" { most.to_string() } else { TEXT_CHARS_MAX.to_string() };
        Some(t.f(&format!("desk-extension-{field}-error-{}", own.code), "max", max))
    };
    let ground = |own: ExtensionGround| {
        Item::new(own.as_str(), t.s(&format!("complaint-extension-{}", own.as_str().replace('_', "-"))))
    };
    vec![
        Control::radios("ground", t.s("desk-extension-ground"), ExtensionGround::ALL.map(ground).into())
            .value(fields.get("ground"))
            .error(error("ground"), word.clone()),
        Control::text("days", t.s("desk-extension-days"))
            .hint(Some(t.f("desk-extension-days-hint", "max", most)))
            .value(fields.get("days"))
            .numeric()
            .autocomplete("off")
            .width("govuk-input--width-3")
            .error(error("days"), word.clone()),
        Control::textarea("reasons", t.s("desk-extension-reasons"), REASONS_ROWS)
            .hint(Some(t.s("desk-extension-reasons-hint")))
            .value(fields.get("reasons"))
            .error(error("reasons"), word),
    ]
}
