//! Wrong input, line by line from a table: in each language the sentence of exactly its key at the field, in the summary of errors with a
//! link to the field, and everything that was typed still there. A sentence of `locales` that no line and no other story calls forth
//! fails the run: nobody may be told something that was never read in a test.

mod codes;
mod keys;
mod papers;
mod table;
mod world;

use crate::harness::form::Form;
use crate::harness::page::select;
use crate::harness::words::tidy;
use crate::harness::{Page, Person, Server, Words};
use std::collections::BTreeSet;
use std::path::Path;
use table::{Sheet, Wrong};
use world::World;

/// The three languages of the portal.
const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];
/// Nothing is sent: the page itself says what is missing, each with a link to the page where it is mended.
const LOOK: &str = "look";
/// Sentences that no test shows yet. May only become fewer: a new one has its line in a table.
const UNSHOWN_MAX: usize = 56;
/// What the page makes itself, and what is never sent back: secrets.
const NOT_KEPT: [&str; 7] = ["csrf", "version", "seen_version", "act", "step", "password", "code"];

#[test]
fn bad_fields() {
    let server = Server::start();
    let world = World::new(&server);
    let sheets = table::sheets();
    let failures: Vec<String> = std::thread::scope(|scope| {
        let walks: Vec<_> = LANGUAGES
            .map(|lang| {
                let (world, sheets) = (&world, &sheets);
                scope.spawn(move || walk(world, sheets, lang))
            })
            .into();
        walks.into_iter().flat_map(|walk| walk.join().unwrap()).collect()
    });
    assert!(failures.is_empty(), "{} of the table:\n{}", failures.len(), failures.join("\n"));
    server.journal_is_whole(&[]);
}

/// Everything that is not as it should be, in one language.
fn walk(world: &World, sheets: &[Sheet], lang: &str) -> Vec<String> {
    let words = Words::of(lang);
    let mut failures = vec![];
    for sheet in sheets {
        let person = world.who(sheet);
        let address = format!("/{lang}{}", world.fill(&sheet.address));
        let page = person.get(&address);
        if page.status != 200 {
            failures.push(format!("GET {address}: {} {}", page.status, page.text()));
            continue;
        }
        for wrong in &sheet.wrongs {
            let told = if sheet.button == LOOK {
                is_listed(&page, wrong, &words)
            } else {
                is_told(world, person, &page, sheet, wrong, &words)
            };
            failures.extend(told.err().map(|why| format!("{address} {:?} {}: {why}", wrong.typed, wrong.key)));
        }
    }
    failures
}

/// The page itself says it, and a link leads to where it is mended.
fn is_listed(page: &Page, wrong: &Wrong, words: &Words) -> Result<(), String> {
    has_error_title(page, words)?;
    let html = page.html();
    let is_it = |link: &scraper::ElementRef<'_>| words.is(&wrong.key, &link.text().collect::<String>());
    let found = html.select(&select("#findings a")).find(is_it);
    let link = found.ok_or_else(|| format!("is not listed: {}", page.text()))?;
    let leads = link.attr("href").is_some_and(|href| href.ends_with(&wrong.field));
    if leads { Ok(()) } else { Err(format!("leads to {:?}", link.attr("href"))) }
}

/// Typed over what the page shows, and sent.
fn is_told(
    world: &World,
    person: &Person,
    page: &Page,
    sheet: &Sheet,
    wrong: &Wrong,
    words: &Words,
) -> Result<(), String> {
    let typed: Vec<(&str, String)> =
        sheet.base.iter().chain(&wrong.typed).map(|(name, value)| (name.as_str(), world.fill(value))).collect();
    let form = page.forms().into_iter().find(|form| typed.iter().all(|(name, _)| form.has(name)));
    let form = form.ok_or_else(|| format!("no form for {typed:?}: {}", page.text()))?;
    let form = typed.iter().fold(form, |form, (name, value)| form.puts(name, value)).press(&sheet.button);
    let answer = person.submit(page, &form);
    if answer.status != 422 {
        return Err(format!("{} at {}: {}", answer.status, answer.path, answer.text()));
    }
    has_error_title(&answer, words)?;
    stands_at_its_field(&answer, wrong, words)?;
    names_the_limit(&answer, wrong)?;
    stands_in_the_summary(&answer, wrong, words)?;
    nothing_is_lost(&answer, &form, &typed)
}

fn has_error_title(page: &Page, words: &Words) -> Result<(), String> {
    let html = page.html();
    let title = html.select(&select("title")).next().map(|title| tidy(&title.text().collect::<String>()));
    let title = title.unwrap_or_default();
    if title.starts_with(&words.s("frame-title-error")) { Ok(()) } else { Err(format!("the title is {title:?}")) }
}

/// One error on the page: this sentence, after the word that says so.
fn stands_at_its_field(page: &Page, wrong: &Wrong, words: &Words) -> Result<(), String> {
    let (html, all) = (page.html(), page.errors());
    let said = html.select(&select(&format!("[id='{}-error']", wrong.field))).next();
    let said =
        said.map(|one| tidy(&one.text().collect::<String>())).ok_or_else(|| format!("not at its field: {all:?}"))?;
    let sentence = said.strip_prefix(&words.s("frame-error-word")).map(str::trim_start);
    if !sentence.is_some_and(|sentence| words.is(&wrong.key, sentence)) {
        return Err(format!("says {said:?}"));
    }
    if all.len() == 1 { Ok(()) } else { Err(format!("says more than one thing: {all:?}")) }
}

/// One letter more than the limit was typed: where the sentence says a number, it is the limit.
fn names_the_limit(page: &Page, wrong: &Wrong) -> Result<(), String> {
    let said = page.errors().concat();
    let number: String = said.chars().filter(char::is_ascii_digit).collect();
    let typed =
        wrong.typed.iter().find_map(|(_, value)| value.strip_prefix('{')?.split('}').next()?.parse::<u32>().ok());
    match typed {
        Some(letters) if !number.is_empty() && number != (letters - 1).to_string() => Err(format!("says {said:?}")),
        _ => Ok(()),
    }
}

/// The same sentence in the summary; its link leads to an input of the field.
fn stands_in_the_summary(page: &Page, wrong: &Wrong, words: &Words) -> Result<(), String> {
    let html = page.html();
    let lines: Vec<_> = html.select(&select(".govuk-error-summary__list li")).collect();
    let [line] = lines[..] else { return Err(format!("{} lines in the summary", lines.len())) };
    let link = line.select(&select("a[href^='#']")).next().ok_or("the summary has no link")?;
    if !words.is(&wrong.key, &link.text().collect::<String>()) {
        return Err(format!("the summary says {:?}", link.text().collect::<String>()));
    }
    let id = link.attr("href").unwrap_or_default().trim_start_matches('#');
    let input = html.select(&select(&format!("[id='{id}']"))).next();
    let name = input.and_then(|input| input.attr("name")).unwrap_or_default();
    let is_its = name == wrong.field || name.strip_prefix(&wrong.field).is_some_and(|rest| rest.starts_with('-'));
    if is_its { Ok(()) } else { Err(format!("the summary leads to #{id}, an input {name:?}")) }
}

/// Every field that the page asks with these answers shows what was sent, unless it is no choice that the page could offer.
fn nothing_is_lost(page: &Page, sent: &Form, typed: &[(&str, String)]) -> Result<(), String> {
    let form = page.forms().into_iter().find(|form| typed.iter().all(|(name, _)| form.has(name)));
    let form = form.ok_or_else(|| format!("no form with {typed:?} any more"))?;
    for name in sent.names().filter(|name| !NOT_KEPT.contains(name) && form.has(name)) {
        let (was, is) = (sent.value(name), form.value(name));
        if sent.offers(name, &was) && was.trim() != is.trim() {
            return Err(format!("{name} was {was:?} and is {is:?}"));
        }
    }
    Ok(())
}

/// Each sentence of `locales` that says what is wrong is called forth by a line of the table or by a story that names it.
#[test]
fn bad_fields_leaves_no_sentence_out() {
    let told: BTreeSet<String> =
        table::sheets().into_iter().flat_map(|sheet| sheet.wrongs).map(|wrong| wrong.key).collect();
    let (mut known, mut unshown) = (told.clone(), 0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for one in table::elsewhere() {
        assert!(!told.contains(&one.key), "{} stands in the table: take it out of elsewhere.txt", one.key);
        if one.test == "-" {
            unshown += 1;
        } else {
            let test = std::fs::read_to_string(folder.join(&one.test));
            let test = test.unwrap_or_else(|error| panic!("{}: {error}", one.test));
            assert!(table::names(&test, &one.key), "{} does not name {}", one.test, one.key);
        }
        assert!(known.insert(one.key.clone()), "{} stands twice in elsewhere.txt", one.key);
    }
    assert!(unshown <= UNSHOWN_MAX, "{unshown} sentences are in no test");
    let all: BTreeSet<String> = table::keys_of_errors().into_iter().collect();
    assert!(all.len() > 300, "{}", all.len());
    let untold: Vec<&String> = all.difference(&known).collect();
    assert!(untold.is_empty(), "{} sentences are in no test:\n{untold:#?}", untold.len());
    let gone: Vec<&String> = known.difference(&all).collect();
    assert!(gone.is_empty(), "no such sentences: {gone:?}");
}
