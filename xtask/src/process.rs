//! Starting other programs and saying plainly how they ended.
//!
//! One place so that every habit reports a missing program and a failed one alike. Must never swallow an exit status.

use std::process::{Command, Stdio};

/// Runs to the end with its output shown. `Err` names the command and how it ended.
pub fn run(command: &mut Command) -> Result<(), String> {
    let shown = shown(command);
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` ended with {status}")),
        Err(e) => Err(format!("`{shown}` did not start: {e}")),
    }
}

/// Runs to the end and gives what it printed to stdout; all it said goes into the error.
pub fn output(command: &mut Command) -> Result<String, String> {
    let shown = shown(command);
    let out = command.stdin(Stdio::null()).output().map_err(|e| format!("`{shown}` did not start: {e}"))?;
    if out.status.success() {
        return Ok(String::from_utf8_lossy(&out.stdout).into_owned());
    }
    let said = [out.stdout, out.stderr].concat();
    Err(format!("`{shown}` ended with {}: {}", out.status, String::from_utf8_lossy(&said).trim()))
}

/// Does this command run and end well? Its output is not shown.
pub fn works(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Is a program of this name on the path?
pub fn on_path(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path).any(|dir| dir.join(program).is_file())
}

/// Cargo itself, the one that started us.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|w| w.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_and_a_missing_program_are_told_apart() {
        let failed = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(failed.contains("sh -c exit 3") && failed.contains('3'), "{failed}");
        let missing = run(&mut Command::new("no-such-program-of-elshi")).unwrap_err();
        assert!(missing.contains("did not start"), "{missing}");
    }
}
