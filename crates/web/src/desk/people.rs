//! `/{lang}/desk/people`: who works at the desk; an administrator adds, closes and resets. Passwords and secrets are shown once, on the answer
//! itself, and stand nowhere else.

use super::key;
use super::nav::{self, Link};
use super::statistics::mission_name;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::ids::{MissionId, OfficerId};
use domain::lang::Trilingual;
use domain::paper::OfficerLine;
use office::people::{self, Given, ROLES, Reach, TEXT_CHARS_MAX, Wanted};
use service::Finding;

/// The choice of no mission. Not empty: an empty one is the list's own first line.
const ALL: &str = "all";

/// The list.
#[derive(Template)]
#[template(path = "desk/people.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Everybody.
    pub people: Vec<Row>,
    /// Adds somebody.
    pub add: String,
}

/// A person.
#[derive(Clone, Debug)]
pub struct Row {
    /// Id.
    pub id: String,
    /// Login, name and post, role, mission, EDS, whether they may sign in.
    pub cells: [String; 6],
    /// Names their EDS.
    pub key: Option<String>,
    /// What can be done.
    pub may_close: bool,
    /// See there.
    pub may_reset: bool,
}

/// The questions about somebody new.
#[derive(Template)]
#[template(path = "desk/person.html")]
pub struct NewPage {
    /// Its frame.
    pub frame: Frame,
    /// The questions.
    pub controls: Vec<Control>,
}

/// What is told once.
#[derive(Template)]
#[template(path = "desk/person_given.html")]
pub struct GivenPage {
    /// Its frame.
    pub frame: Frame,
    /// Login, password, secret, address for an app.
    pub rows: Vec<super::Row>,
}

/// The list's handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

/// The handlers of the questions.
pub fn new_person() -> MethodRouter<AppState> {
    get(ask).post(add)
}

async fn show(visit: Visit) -> Outcome {
    let t = visit.t();
    let people = people::list(&visit.state.office, visit.actor()?, visit.moment.now).await?;
    let mut frame = visit.frame(t.s("people-title")).wide();
    match visit.query_value("done").as_deref() {
        Some("key") => frame = frame.notice(t.s("people-key-done")),
        Some(_) => frame = frame.notice(t.s("people-closed")),
        None => {}
    }
    visit.show(&Page {
        frame,
        nav: nav::links(&visit),
        people: people.iter().map(|own| row(&visit, own)).collect(),
        add: visit.url("/desk/people/new"),
    })
}

async fn change(visit: Visit, Posted(fields): Posted) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    if let Ok(id) = fields.trimmed("close").parse::<OfficerId>() {
        people::close(office, actor, id, &visit.moment).await?;
        return Ok(visit.go("/desk/people?done=closed"));
    }
    let id: OfficerId = fields.trimmed("reset").parse().map_err(|_| crate::problem::Problem::DoesNotFit)?;
    let given = people::reset(office, actor, id, &visit.moment).await?;
    told(&visit, &given)
}

async fn ask(visit: Visit) -> Outcome {
    // Who may not is told before they type.
    people::list(&visit.state.office, visit.actor()?, visit.moment.now).await?;
    questions(&visit, &super::act::kept(&visit).await?, &[])
}

async fn add(visit: Visit, Posted(fields): Posted) -> Outcome {
    let text = |name: &str| fields.trimmed(name).to_owned();
    let reach = match text("mission") {
        none if none.is_empty() => None,
        all if all == ALL => Some(Reach::All),
        one => Some(Reach::Mission(MissionId(one))),
    };
    let post = Trilingual { kk: text("post_kk"), ru: text("post_ru"), en: text("post_en") };
    let wanted = Wanted {
        login: text("login"),
        role: Role::from_name(fields.trimmed("role")).filter(|role| ROLES.contains(role)),
        reach,
        line: OfficerLine { name: text("name"), post },
        iin: text("iin"),
    };
    match people::add(&visit.state.office, visit.actor()?, wanted, &visit.moment).await {
        Ok(given) => told(&visit, &given),
        Err(error) => questions(&visit, &fields, &super::act::findings(error)?),
    }
}

fn row(visit: &Visit, own: &people::Person) -> Row {
    let t = visit.t();
    let mission = own.mission.as_ref().map_or_else(|| t.s("people-all-missions"), |id| mission_name(visit, id));
    let state = match (own.active, own.locked_until) {
        (false, _) => "people-state-closed",
        (true, Some(_)) => "people-state-locked",
        (true, None) => "people-state-open",
    };
    Row {
        id: own.id.to_string(),
        cells: [
            own.login.clone(),
            format!("{}, {}", own.line.name, t.of(&own.line.post)),
            t.s(&key("people-role-", own.role.as_str())),
            mission,
            t.s(if own.has_key { "people-key-yes" } else { "people-key-no" }),
            t.s(state),
        ],
        key: (own.active && !own.is_me).then(|| visit.url(&format!("/desk/people/{}/key", own.id))),
        may_close: own.active && !own.is_me,
        may_reset: !own.is_me,
    }
}

fn told(visit: &Visit, given: &Given) -> Outcome {
    let t = visit.t();
    let frame = visit.frame(t.s("people-given-title")).back(visit.url("/desk/people"));
    let row = |label: &str, value: &str| super::Row::new(t.s(label), value);
    let rows = vec![
        row("people-login", &given.login),
        row("people-password", &given.password),
        row("people-secret", &given.welcome.secret_base32),
        row("people-otpauth", &given.welcome.otpauth),
    ];
    visit.show(&GivenPage { frame, rows })
}

fn questions(visit: &Visit, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        let own_key = format!("people-error-{}-{}", name.replace('_', "-"), own.code);
        let any = format!("people-error-{}", own.code);
        Some(t.first(&[&own_key, &any], &[("max", TEXT_CHARS_MAX.to_string())]))
    };
    let word = || t.s("frame-title-error");
    let text = |name: &str| {
        Control::text(name, t.s(&format!("people-{}", name.replace('_', "-"))))
            .value(fields.get(name))
            .error(error(name), word())
            .autocomplete("off")
    };
    let roles = ROLES.map(|role| {
        let key = key("people-role-", role.as_str());
        Item::new(role.as_str(), t.s(&key)).hint(t.s(&format!("{key}-hint")))
    });
    let missions = visit.state.office.catalogue().missions().iter();
    let missions = missions.map(|own| Item::new(own.id.0.clone(), own.name.get(visit.lang).to_owned()));
    let missions = [Item::new(ALL, t.s("people-all-missions"))].into_iter().chain(missions).collect();
    let controls = vec![
        text("login").hint(Some(t.s("people-login-hint"))),
        text("name").hint(Some(t.s("people-name-hint"))),
        text("post_kk"),
        text("post_ru"),
        text("post_en"),
        Control::radios("role", t.s("people-role"), roles.into())
            .value(fields.get("role"))
            .error(error("role"), word()),
        Control::select("mission", t.s("people-mission"), missions)
            .value(fields.get("mission"))
            .error(error("mission"), word()),
        text("iin").hint(Some(t.s("people-iin-hint"))).numeric(),
    ];
    let frame = visit.frame(t.s("people-new-title")).back(visit.url("/desk/people")).errors(error_lines(&controls));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(status, &NewPage { frame, controls })
}
