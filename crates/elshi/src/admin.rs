//! `elshi admin`: adds people of the desk, closes and resets their accounts. The password comes on standard input, so that it stays out of the shell's history.

use crate::compose::{self, OfficeArgs};
use crate::edge::SystemEdge;
use clap::{Args, Subcommand};
use domain::actor::Role;
use domain::ids::MissionId;
use domain::lang::Trilingual;
use domain::paper::OfficerLine;
use office::staff::{self, NewStaff, PASSWORD_CHARS_MIN, Welcome};
use office::{Office, OfficeError};
use std::io::BufRead;

/// Add people of the desk, close or reset their accounts.
#[derive(Args, Debug)]
pub struct AdminArgs {
    #[command(subcommand)]
    command: AdminCommand,
}

#[derive(Debug, Subcommand)]
enum AdminCommand {
    /// Add a person. Reads the password from standard input; prints the secret for their authenticator app once.
    ///
    /// Example: `elshi admin add-staff --data DATA --login a.seitova --role officer --mission berlin --name "Сейітова А. Б."
    /// --post-kk консул --post-ru консул --post-en consul < password.txt`
    #[command(name = "add-staff")]
    Add(Box<AddStaff>),
    /// Close a person's account: they cannot sign in any more and their sessions end.
    ///
    /// Example: `elshi admin close-staff --data DATA --login a.seitova`
    #[command(name = "close-staff")]
    Close(Box<OneStaff>),
    /// Give a person a new password (from standard input) and a new secret for their authenticator app, printed once. Opens a
    /// closed or locked account; their sessions end.
    ///
    /// Example: `elshi admin reset-staff --data DATA --login a.seitova < password.txt`
    #[command(name = "reset-staff")]
    Reset(Box<OneStaff>),
}

#[derive(Args, Debug)]
struct AddStaff {
    #[command(flatten)]
    office: OfficeArgs,
    /// Login.
    #[arg(long)]
    login: String,
    /// clerk (takes requests on paper in), officer, supervisor (gives cases out), reviewer (decides complaints), auditor or administrator.
    #[arg(long, value_parser = staff_role)]
    role: Role,
    /// Mission, by its short name in the register. Clerks, officers and supervisors need one.
    #[arg(long)]
    mission: Option<String>,
    /// Surname and initials as they sign.
    #[arg(long)]
    name: String,
    /// IIN of their EDS: with it they sign in and sign decisions. May be named later, on the desk's page of people.
    #[arg(long)]
    iin: Option<String>,
    /// Post in Kazakh.
    #[arg(long)]
    post_kk: String,
    /// Post in Russian.
    #[arg(long)]
    post_ru: String,
    /// Post in English.
    #[arg(long)]
    post_en: String,
}

#[derive(Args, Debug)]
struct OneStaff {
    #[command(flatten)]
    office: OfficeArgs,
    /// Login.
    #[arg(long)]
    login: String,
}

/// Runs the command.
///
/// # Errors
/// A sentence.
pub fn run(args: AdminArgs) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    match args.command {
        AdminCommand::Add(new) => runtime.block_on(add(*new, password()?)),
        AdminCommand::Close(who) => runtime.block_on(close(*who)),
        AdminCommand::Reset(who) => runtime.block_on(reset(*who, password()?)),
    }
}

fn password() -> Result<String, String> {
    let mut password = String::new();
    eprintln!("password (at least {PASSWORD_CHARS_MIN} characters), then Enter:");
    std::io::stdin().lock().read_line(&mut password).map_err(|error| format!("password: {error}"))?;
    Ok(password.trim_end_matches(['\r', '\n']).to_owned())
}

async fn add(new: AddStaff, password: String) -> Result<(), String> {
    let office = office_of(&new.office).await?;
    let moment = SystemEdge::starting(None).fresh()?;
    let line = OfficerLine { name: new.name, post: Trilingual { kk: new.post_kk, ru: new.post_ru, en: new.post_en } };
    let person = NewStaff {
        login: new.login,
        password,
        role: new.role,
        mission: new.mission.map(MissionId),
        line,
        totp_secret: None,
        iin: new.iin,
    };
    let welcome = staff::add(&office, person, &moment).await.map_err(|error| sentence(&error))?;
    print!("added. {}", secret_of(&welcome));
    Ok(())
}

async fn close(who: OneStaff) -> Result<(), String> {
    let office = office_of(&who.office).await?;
    let moment = SystemEdge::starting(None).fresh()?;
    let sessions = staff::close(&office, &who.login, &moment).await.map_err(|error| sentence(&error))?;
    println!("closed; {sessions} sessions ended");
    Ok(())
}

async fn reset(who: OneStaff, password: String) -> Result<(), String> {
    let office = office_of(&who.office).await?;
    let moment = SystemEdge::starting(None).fresh()?;
    let welcome = staff::reset(&office, &who.login, password, &moment).await.map_err(|error| sentence(&error))?;
    print!("reset; their sessions ended. {}", secret_of(&welcome));
    Ok(())
}

async fn office_of(args: &OfficeArgs) -> Result<Office, String> {
    Ok(compose::compose(args, "127.0.0.1:8080", SystemEdge::starting(None).fresh()?.now).await?.office)
}

fn secret_of(welcome: &Welcome) -> String {
    format!("For their authenticator app, shown once:\n  {}\n  secret {}\n", welcome.otpauth, welcome.secret_base32)
}

fn sentence(error: &OfficeError) -> String {
    match error {
        OfficeError::Findings(findings) => findings
            .iter()
            .map(|finding| match (finding.field.as_str(), finding.code) {
                ("password", _) => format!("the password needs at least {PASSWORD_CHARS_MIN} characters"),
                ("mission", "missing") => "an officer needs --mission".to_owned(),
                ("mission", _) => "this mission is not in the register (registers/missions.csv)".to_owned(),
                ("iin", _) => "this is no IIN: twelve digits, the last one checks the others".to_owned(),
                (field, code) => format!("{field}: {code}"),
            })
            .collect::<Vec<_>>()
            .join("; "),
        OfficeError::Fault(office::Fault::Store(store::StoreError::Conflict { .. })) => {
            "this login or this IIN exists already".to_owned()
        }
        OfficeError::NotFound => "nobody has this login".to_owned(),
        other => other.to_string(),
    }
}

fn staff_role(name: &str) -> Result<Role, String> {
    match Role::from_name(name) {
        Some(role) if office::people::ROLES.contains(&role) => Ok(role),
        _ => Err("clerk, officer, supervisor, reviewer, auditor or administrator".to_owned()),
    }
}
