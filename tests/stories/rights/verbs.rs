//! The verbs of the office that take an actor, read from its source: none of them may be forgotten by the table.

use std::collections::BTreeSet;
use std::path::Path;

/// Parts of other verbs, or asked only by the worker: no page comes to them, each with the verb that asks the permission.
const INNER: [(&str, &str); 8] = [
    ("cases::view::load", "cases::get"),
    ("desk_act::load_own", "withdraw::withdraw"),
    ("desk_act::load", "register::register"),
    ("desk_act::simple", "register::register"),
    ("issue_certificate::issue_certificate", "grant::grant"),
    ("reserve_certificate::reserve_certificate", "grant::grant"),
    ("type_request::hand", "the door of a draft's pages for who types: typed.rs"),
    ("rooms::open_to", "every page of the desk: rooms_that_open"),
];

/// True for a part of another verb.
pub fn is_inner(verb: &str) -> bool {
    INNER.iter().any(|(own, _)| *own == verb)
}

/// `module::verb` of each public function with an argument of type `&Actor`.
pub fn with_an_actor(office: &Path) -> BTreeSet<String> {
    let mut verbs = BTreeSet::new();
    read(office, office, &mut verbs);
    assert!(verbs.len() > 100, "{verbs:?}");
    verbs
}

fn read(root: &Path, folder: &Path, verbs: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, verbs);
            continue;
        }
        let module = path.strip_prefix(root).unwrap().with_extension("").to_string_lossy().replace('/', "::");
        // The questions themselves.
        if module != "permission" {
            let text = std::fs::read_to_string(&path).unwrap();
            verbs.extend(functions(&text).map(|name| format!("{module}::{name}")));
        }
    }
}

fn functions(text: &str) -> impl Iterator<Item = &str> {
    let starts = ["\npub async fn ", "\npub fn "].into_iter().flat_map(|start| text.split(start).skip(1));
    starts.filter_map(|rest| {
        let (head, _) = rest.split_once(" {\n")?;
        head.contains("actor: &Actor").then(|| head.split(['(', '<']).next().unwrap_or_default())
    })
}
