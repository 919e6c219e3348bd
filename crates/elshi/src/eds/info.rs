//! `elshi eds info`: what a file is and what it says, without a verdict.
//! Here because people are sent files under any name and ask what they are. It must never let reading look like a proof.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::args::LangName;
use super::tool_args::{InfoArgs, reads_twice};
use super::{EXIT_INVALID, EXIT_NO_INPUT, EXIT_VALID, Failed, load, output, password};

mod labels;
mod message;
mod tell;

use labels::{Label, in_lang};

/// One thing: what it is, what it says, what is in it.
#[derive(Debug)]
struct Seen {
    kind: Label,
    facts: Vec<(Label, String)>,
    parts: Vec<Seen>,
}

/// One line of JSON: facts by name, times in RFC 3339.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    error: Option<String>,
    items: Vec<Value>,
}

/// The exit code: every file is told, or its problem said, before the sum is made.
pub fn run(args: &InfoArgs, now: Timestamp) -> Result<u8, Failed> {
    let paths = args.files.iter().chain(&args.password_file);
    if reads_twice(paths.map(AsRef::as_ref)) {
        return Err(Failed::Usage("standard input can be read once; give \"-\" once".to_owned()));
    }
    let password = password::read(args.password_file.as_deref())?;
    let (mut unreadable, mut unknown) = (false, false);
    for path in &args.files {
        let name = path.to_string_lossy();
        match load::file(path) {
            Ok(input) => match tell::tell(&input, password.as_ref().map(|text| text.as_str()), now, args.lang) {
                Ok(all) => output::print(&told(args, &name, &all)),
                Err(problem) => {
                    unknown = true;
                    failed(args, &name, problem.sentence(args.lang));
                }
            },
            Err(error) => {
                unreadable = true;
                failed(args, &name, error.reason);
            }
        }
    }
    Ok(match (unreadable, unknown) {
        (true, _) => EXIT_NO_INPUT,
        (false, true) => EXIT_INVALID,
        (false, false) => EXIT_VALID,
    })
}

fn failed(args: &InfoArgs, name: &str, why: String) {
    output::say(&format!("{name}: {why}"));
    if args.json {
        output::print(&json(&Line { file: name, error: Some(why), items: Vec::new() }));
    }
}

fn told(args: &InfoArgs, name: &str, all: &[Seen]) -> String {
    if args.json {
        return json(&Line { file: name, error: None, items: all.iter().map(object).collect() });
    }
    let mut lines = vec![output::clean(name)];
    for seen in all {
        text(seen, args.lang, 1, &mut lines);
    }
    lines.push(format!("  {}", in_lang(&labels::NO_PROOF, args.lang)));
    lines.join("\n")
}

fn json(line: &Line<'_>) -> String {
    // Strings and nulls only: there is nothing that could not be written.
    serde_json::to_string(line).unwrap_or_default()
}

fn object(seen: &Seen) -> Value {
    let mut map = Map::new();
    map.insert("kind".to_owned(), seen.kind.name.into());
    for (label, value) in &seen.facts {
        map.insert(label.name.to_owned(), value.clone().into());
    }
    if !seen.parts.is_empty() {
        map.insert("parts".to_owned(), seen.parts.iter().map(object).collect());
    }
    Value::Object(map)
}

fn text(seen: &Seen, lang: LangName, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    lines.push(format!("{indent}{}", in_lang(&seen.kind, lang)));
    for (label, value) in &seen.facts {
        lines.push(format!(
            "{indent}  {}: {}",
            in_lang(label, lang),
            output::clean(&labels::worded(label, value, lang))
        ));
    }
    for part in &seen.parts {
        text(part, lang, depth + 1, lines);
    }
}
