//! People of a demonstration: two missions, one person per role, with passwords everybody may know. Only `serve --demo` and `elshi demo` make them.
//! `elshi demo --cases N` fills the desk beside them.

use crate::compose::{self, OfficeArgs};
use crate::edge::SystemEdge;
use clap::Args;
use domain::actor::Role;
use domain::ids::MissionId;
use domain::lang::Trilingual;
use domain::moment::Moment;
use domain::paper::OfficerLine;
use office::staff::{self, NewStaff};
use office::{Office, OfficeError, rehearsal};

/// The password of every demonstration login.
pub const PASSWORD: &str = "demo-demo-demo";

struct Person {
    login: &'static str,
    role: Role,
    mission: Option<&'static str>,
    name: &'static str,
    /// Of the test key `officer` (testkit's mini NCA).
    iin: Option<&'static str>,
    post: [&'static str; 3],
}

const CONSUL: [&str; 3] = ["консул", "консул", "consul"];
const PEOPLE: [Person; 7] = [
    Person {
        login: "officer.berlin",
        role: Role::Officer,
        mission: Some("berlin"),
        name: "Сейітова А. Б.",
        iin: Some("850615400016"),
        post: CONSUL,
    },
    Person {
        login: "officer.ankara",
        role: Role::Officer,
        mission: Some("ankara"),
        name: "Жұмабаев Н. Қ.",
        iin: None,
        post: CONSUL,
    },
    Person {
        login: "clerk.berlin",
        role: Role::Clerk,
        mission: Some("berlin"),
        name: "Дәулетова Р. С.",
        iin: None,
        post: ["құжат қабылдаушы", "специалист по приёму документов", "intake clerk"],
    },
    Person {
        login: "supervisor.berlin",
        role: Role::Supervisor,
        mission: Some("berlin"),
        name: "Әбенов М. Т.",
        iin: None,
        post: ["консулдық бөлімнің басшысы", "заведующий консульским отделом", "head of the consular section"],
    },
    Person {
        login: "reviewer",
        role: Role::Reviewer,
        mission: None,
        name: "Төлегенова Ж.",
        iin: None,
        post: ["шағымдарды қарау жөніндегі маман", "специалист по рассмотрению жалоб", "reviewer of complaints"],
    },
    Person {
        login: "auditor",
        role: Role::Auditor,
        mission: None,
        name: "Әлиева С.",
        iin: None,
        post: ["аудитор", "аудитор", "auditor"],
    },
    Person {
        login: "admin",
        role: Role::Administrator,
        mission: None,
        name: "Оспанов Т.",
        iin: None,
        post: ["әкімші", "администратор", "administrator"],
    },
];

/// Fill a demonstration with synthetic cases, to measure a full desk or to learn on one.
///
/// The cases were never sent: they have no files and no letters, and those that are closed no chain in the journal. Run again, it adds as
/// many once more. Not for an installation that serves people.
///
/// Example: `elshi demo --cases 1000 --data DATA --trust TRUST`, then `elshi serve --demo --data DATA --trust TRUST`
#[derive(Args, Debug)]
pub struct DemoArgs {
    #[command(flatten)]
    office: OfficeArgs,
    /// How many cases to add.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    cases: u64,
}

/// Runs the command.
///
/// # Errors
/// A sentence.
pub fn run(mut args: DemoArgs) -> Result<(), String> {
    args.office.demo = true;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())?.block_on(fill(args))
}

async fn fill(args: DemoArgs) -> Result<(), String> {
    let edge = SystemEdge::starting(None);
    let office = compose::compose(&args.office, "127.0.0.1:8080", edge.fresh()?.now).await?.office;
    let sentence = |error: OfficeError| error.to_string();
    let is_demo = staff::exists(&office, PEOPLE[0].login).await.map_err(sentence)?;
    if !is_demo && staff::anybody(&office).await.map_err(sentence)? {
        return Err("this installation has people of its own and is no demonstration: nothing was added".to_owned());
    }
    seed(&office, || edge.fresh()).await?;
    let count = args.cases;
    rehearsal::fill(&office, count, &edge.fresh()?, |done| eprint!("\r{done} of {count} cases"))
        .await
        .map_err(sentence)?;
    eprintln!();
    println!("Added {count} synthetic cases. The desk opens with `elshi serve --demo` and the same folders.");
    Ok(())
}

/// Adds who is missing.
///
/// # Errors
/// A sentence.
pub async fn seed(office: &Office, moment: impl Fn() -> Result<Moment, String>) -> Result<(), String> {
    for person in PEOPLE {
        if staff::exists(office, person.login).await.map_err(|error| error.to_string())? {
            continue;
        }
        let [kk, ru, en] = person.post.map(str::to_owned);
        let new = NewStaff {
            login: person.login.to_owned(),
            password: PASSWORD.to_owned(),
            role: person.role,
            mission: person.mission.map(|slug| MissionId(slug.to_owned())),
            line: OfficerLine { name: person.name.to_owned(), post: Trilingual { kk, ru, en } },
            iin: person.iin.map(str::to_owned),
            totp_secret: Some(staff::demo_secret(person.login)),
        };
        staff::add(office, new, &moment()?).await.map_err(|error| format!("{}: {error}", person.login))?;
    }
    Ok(())
}

/// What the terminal shows when the demonstration stands.
pub fn announce(host: &str) {
    println!("\nElshi stands at {host}/  (a demonstration: test keys, nobody is written to)");
    println!("  request online        {host}/en/");
    println!("  letters and SMS sent  {host}/dev/letters");
    println!("  the desk              {host}/en/desk/sign-in   password {PASSWORD}");
    for person in PEOPLE {
        println!("    {:<18} {:<14} code: {host}/dev/codes", person.login, person.role.as_str());
    }
    println!(
        "  sign in with a test EDS: the simulated NCALayer answers by itself; or by any phone number, the code is in the letters;"
    );
    println!("  or with eGov Mobile: the page with its code leads to a simulated phone\n");
}
