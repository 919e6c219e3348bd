//! On what a figure was taken: processor, cores, load, system, commit. A figure without these says nothing.

use crate::process;
use crate::workspace::Workspace;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

/// One line for the head of a table.
pub fn describe(workspace: &Workspace) -> String {
    let cores = available_parallelism().map_or_else(|_| "unknown".to_owned(), |n| n.to_string());
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown").to_owned();
    let git = |args: &[&str]| process::output(Command::new("git").args(args).current_dir(&workspace.root)).ok();
    let commit = git(&["rev-parse", "--short", "HEAD"]).map_or_else(|| "unknown".to_owned(), |c| c.trim().to_owned());
    let changed = git(&["status", "--porcelain"]).is_some_and(|said| !said.trim().is_empty());
    let changed = if changed { " with uncommitted changes" } else { "" };
    let (processor, system) = (processor(), system());
    format!("Commit {commit}{changed}; {processor}, {cores} cores, load {load} at the start; {system}.")
}

fn processor() -> String {
    let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = told.lines().find_map(|line| line.strip_prefix("model name"));
    name.map_or_else(|| "unknown processor".to_owned(), |rest| rest.trim_start_matches([' ', '\t', ':']).to_owned())
}

fn system() -> String {
    let told = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!("Linux {}", told.trim())
}
