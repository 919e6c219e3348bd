//! Rule: no absolute path of one machine in any text file; a path is relative to the workspace, or asked for.

use super::tree::{Fault, Tree};

/// Folders whose name at the start of a path means somebody's machine.
const FOLDERS: [&str; 4] = [concat!("/wo", "rk/"), concat!("/fa", "rm/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.files.iter().filter(|f| !f.path.ends_with(".lock") && !f.path.ends_with("package-lock.json")) {
        for (i, line) in file.text().lines().enumerate() {
            if let Some(folder) = FOLDERS.into_iter().find(|f| starts_a_path(line, f)) {
                faults.push(Fault::new(&file.path, i + 1, format!("names a path below {folder}")));
            }
        }
    }
    faults
}

/// Does the folder stand at the start of a path, not in the middle of an address or of a relative path?
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line.split_at(at).0.chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || ".-_}".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_one_machine_is_found() {
        let own = format!("see {}main/a.txt", FOLDERS[0]);
        let tree = Tree::of(&[("a.md", &own), ("b.md", "https://host/homework/x and target/homes/y")]);
        assert_eq!(check(&tree).iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["a.md"]);
    }
}
