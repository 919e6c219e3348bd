//! The demo: builds what is missing, starts the simulated NCALayer and the server as children, and waits for them.
//!
//! One command from a clone to a page. Must never leave a child behind: Ctrl-C reaches the children with us, and we wait
//! for each of them before we end.

use crate::workspace::Workspace;
use crate::{assets, process};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// A Ctrl-C of the terminal reaches the children by itself; those still running after this long are asked once more.
const OWN_END_WAIT: Duration = Duration::from_secs(2);

/// One process of the demo.
struct Child {
    /// How we name it in messages.
    name: &'static str,
    /// Program in the target folder.
    program: &'static str,
    args: Vec<String>,
}

/// What happens while the demo runs.
enum Event {
    Ended(&'static str, Result<ExitStatus, String>),
    Signal,
}

/// The processes of the demo, in the order of their start. Flags of the programs are written here and nowhere else.
fn demo_children(demo: &Path) -> Vec<Child> {
    let below = |name: &str| demo.join(name).to_string_lossy().into_owned();
    let words = |args: &[&str]| args.iter().map(ToString::to_string).collect::<Vec<_>>();
    vec![
        Child {
            name: "NCALayer",
            program: "elshi-demo",
            args: [words(&["ncalayer", "--people"]), vec![below("nca")]].concat(),
        },
        Child {
            name: "server",
            program: "elshi",
            args: [
                words(&["serve", "--demo", "--ncalayer", "ws://127.0.0.1:13579", "--data"]),
                vec![below("data"), "--trust".to_owned(), below("nca/trust")],
                phone_keys(demo),
            ]
            .concat(),
        },
    ]
}

/// The keystore of the simulated phone; a demo that was made before there was one goes on without it.
fn phone_keys(demo: &Path) -> Vec<String> {
    let file = demo.join("nca/phone.p12");
    if file.is_file() { vec!["--phone-keys".to_owned(), file.to_string_lossy().into_owned()] } else { vec![] }
}

/// Builds, prepares, starts, waits.
pub fn run(workspace: &Workspace) -> Result<(), String> {
    println!("[1/4] assets");
    assets::assets(workspace)?;
    println!("[2/4] building elshi and the simulated NCALayer (the first time takes some minutes)");
    let build = ["build", "--package", "elshi", "--package", "testkit"];
    process::run(process::cargo().args(build).current_dir(&workspace.root))?;
    let (bin, demo) = (workspace.target.join("debug"), workspace.target.join("demo"));
    prepare_nca(&bin, &demo)?;
    println!("[4/4] starting the demo (Ctrl-C stops it; {} holds all it writes)", demo.display());
    let (send, events) = mpsc::channel();
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).map_err(|e| format!("signals: {e}"))?;
    let of_signals = send.clone();
    thread::spawn(move || signals.forever().try_for_each(|_| of_signals.send(Event::Signal)));
    let mut running = Vec::new();
    for child in demo_children(&demo) {
        match start(&bin, &child, &workspace.root, send.clone()) {
            Ok(pid) => running.push((child.name, pid)),
            Err(why) => {
                stop(&events, running);
                return Err(why);
            }
        }
    }
    wait(&events, running)
}

/// The mini NCA is made once: its keys stay the same while the demo's data lives.
fn prepare_nca(bin: &Path, demo: &Path) -> Result<(), String> {
    let nca = demo.join("nca");
    if nca.is_dir() {
        println!("[3/4] the demo's certification authority is there");
        return Ok(());
    }
    println!("[3/4] making the demo's certification authority and test keys");
    std::fs::create_dir_all(demo).map_err(|e| format!("{}: {e}", demo.display()))?;
    let made = process::run(Command::new(bin.join("elshi-demo")).args(["nca", "--out"]).arg(&nca));
    made.inspect_err(|_| drop(std::fs::remove_dir_all(&nca)))
}

/// Starts one child in our own process group and reports its end on the channel.
fn start(bin: &Path, child: &Child, root: &Path, events: mpsc::Sender<Event>) -> Result<u32, String> {
    let program = bin.join(child.program);
    let started = Command::new(&program).args(&child.args).current_dir(root).spawn();
    let mut process = started.map_err(|e| format!("{} did not start: {e}", program.display()))?;
    let (name, pid) = (child.name, process.id());
    thread::spawn(move || events.send(Event::Ended(name, process.wait().map_err(|e| e.to_string()))));
    Ok(pid)
}

/// Waits until someone asks to stop (well) or a child ends by itself (an error: the demo is not whole any more).
fn wait(events: &Receiver<Event>, mut running: Vec<(&'static str, u32)>) -> Result<(), String> {
    match events.recv() {
        Ok(Event::Signal) | Err(_) => {
            stop(events, running);
            println!("demo stopped");
            Ok(())
        }
        Ok(Event::Ended(name, how)) => {
            running.retain(|(n, _)| *n != name);
            stop(events, running);
            let how = how.map_or_else(|e| e, |status| status.to_string());
            Err(format!("the demo's {name} ended by itself ({how}); see its last lines above"))
        }
    }
}

/// Waits for every child; asks those that had no signal of their own; a second signal kills.
fn stop(events: &Receiver<Event>, mut running: Vec<(&'static str, u32)>) {
    let mut asked = false;
    while !running.is_empty() {
        let event = if asked {
            events.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            events.recv_timeout(OWN_END_WAIT)
        };
        match event {
            Ok(Event::Ended(name, _)) => running.retain(|(n, _)| *n != name),
            Ok(Event::Signal) => running.iter().for_each(|(_, pid)| signal("-KILL", *pid)),
            Err(RecvTimeoutError::Timeout) => {
                running.iter().for_each(|(_, pid)| signal("-INT", *pid));
                asked = true;
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Sends a signal to one child by its id. A child that ended meanwhile is no failure.
fn signal(which: &str, pid: u32) {
    process::works(Command::new("kill").args([which, &pid.to_string()]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_that_ends_by_itself_is_an_error_and_the_others_are_stopped() {
        let (send, events) = mpsc::channel();
        let long = Child { name: "long", program: "sleep", args: vec!["600".into()] };
        let short = Child { name: "short", program: "false", args: vec![] };
        let bin = Path::new("/bin");
        let running: Vec<_> =
            [long, short].iter().map(|c| (c.name, start(bin, c, bin, send.clone()).unwrap())).collect();
        let long_pid = running[0].1;
        let why = wait(&events, running).unwrap_err();
        assert!(why.contains("short"), "{why}");
        assert!(!process::works(Command::new("kill").args(["-0", &long_pid.to_string()])), "the other child lives on");
    }
}
