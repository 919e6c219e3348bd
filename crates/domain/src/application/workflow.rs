//! The State x Act x Role table as Markdown: a change of law shows in review as a changed table.

use super::act::ActKind;
use super::state::StateKind;
use super::transition::is_open;
use crate::actor::Role;

/// The table that a test keeps equal to `docs/workflow.md`.
pub fn table() -> String {
    let mut out = String::from(
        "# Workflow\n\nGenerated from `crates/domain/src/application/transition.rs`; \
         `cargo nextest run -p domain workflow` compares it. A cell names the roles the act is open to; an empty cell is not open to anybody.\n\n| state |",
    );
    for act in ActKind::ALL {
        out.push_str(&format!(" {} |", act.as_str()));
    }
    out.push_str("\n|---|");
    out.push_str(&"---|".repeat(ActKind::ALL.len()));
    for state in StateKind::ALL {
        out.push_str(&format!("\n| {}{} |", state.as_str(), if state.is_final() { " (final)" } else { "" }));
        for act in ActKind::ALL {
            let roles: Vec<&str> =
                Role::ALL.into_iter().filter(|role| is_open(state, act, *role)).map(Role::as_str).collect();
            out.push_str(&format!(" {} |", roles.join(", ")));
        }
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workflow_table_is_the_one_in_docs() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/workflow.md");
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(kept, table(), "docs/workflow.md differs from the code; it should be:\n{}", table());
    }

    #[test]
    fn every_state_that_is_not_final_has_an_act_open_to_somebody() {
        for state in StateKind::ALL {
            let acts = |role: &Role| super::super::transition::open_acts(state, *role);
            let open = Role::ALL.iter().flat_map(acts).any(|act| {
                !matches!(act, ActKind::Reopen | ActKind::Restore | ActKind::Annul | ActKind::CorrectCertificate)
            });
            assert_eq!(open, !state.is_final(), "{}", state.as_str());
        }
    }
}
