//! Kept is on the disk: before a submission is answered, the signature's file and the database's log were fsynced. kill -9 shows
//! none of this (the kernel keeps what was written), so the system calls themselves are read.

use crate::harness::person::Chosen;
use crate::harness::skips::left_out;
use crate::harness::{Server, Setup};
use std::process::Command;

/// Calls that matter; `-y` names the files behind the numbers.
const STRACE: [&str; 7] = ["strace", "-D", "-f", "-y", "-s", "96", "-e"];
const CALLS: &str = "trace=read,recvfrom,fsync,fdatasync,sync_file_range,write,sendto,writev,sendmsg";

#[test]
fn fsync_comes_before_the_answer() {
    if !strace_works() {
        left_out("the order of fsync and answer: strace is not here or may not trace (Debian: strace)");
        return;
    }
    let place = tempfile::tempdir().unwrap();
    let trace = place.path().join("trace");
    let mut under: Vec<String> = STRACE.iter().map(|word| (*word).to_owned()).collect();
    under.extend([CALLS.to_owned(), "-o".to_owned(), trace.to_str().unwrap().to_owned()]);
    let mut server = Server::start_with(Setup { under, ..Setup::default() });
    let person = server.person("en");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = person.composes();
    let signature = Chosen::new("request.cms", key.sign_detached(&person.file_to_sign(&draft), server.now()));
    let page = person.get(&draft.page("signature")).ok();
    let sent = person.send_file(&page, &signature).ok();
    assert!(sent.path.ends_with("/sent"), "{}", sent.path);
    server.kill();
    let lines: Vec<String> = std::fs::read_to_string(&trace).unwrap().lines().map(str::to_owned).collect();

    // From the form's first bytes to the first bytes of its answer.
    let posted = lines.iter().rposition(|line| line.contains("\"POST /en/request/") && line.contains("/signature"));
    let posted = posted.expect("the form is in the trace");
    let answered = lines[posted..].iter().position(|line| is_sent(line) && line.contains("HTTP/1.1 303"));
    let answered = posted + answered.expect("the answer is in the trace");
    let between = &lines[posted..answered];
    assert!(synced(between, "/data/files/"), "no fsync of the signature's file:\n{}", between.join("\n"));
    let database = synced(between, "elshi.db-wal>");
    assert!(database, "no fsync of the database's log before the answer:\n{}", between.join("\n"));
}

fn is_sent(line: &str) -> bool {
    ["write(", "sendto(", "writev(", "sendmsg("].iter().any(|call| line.contains(call))
}

/// A sync of a file whose name contains `part` began and ended well within these lines.
fn synced(lines: &[String], part: &str) -> bool {
    lines.iter().enumerate().any(|(at, line)| {
        let call = ["fsync(", "fdatasync("].iter().find(|call| line.contains(**call));
        let Some(call) = call.filter(|_| line.contains(part)) else { return false };
        if line.ends_with("= 0") {
            return true;
        }
        let thread = line.split(' ').next().unwrap_or_default();
        let resumed = format!("{} resumed>", call.trim_end_matches('('));
        line.contains("<unfinished")
            && lines[at..]
                .iter()
                .any(|line| line.starts_with(thread) && line.contains(&resumed) && line.ends_with("= 0"))
    })
}

fn strace_works() -> bool {
    let tried = Command::new("strace").args(["-f", "-e", "trace=fsync", "-o", "/dev/null", "true"]).output();
    tried.is_ok_and(|output| output.status.success())
}
