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
use scraper::{ElementRef, Html};
use std::collections::BTreeSet;
use std::path::Path;
use table::{Sheet, Wrong};
use world::World;

/// The three languages of the portal.
const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];
/// Nothing is sent: the page itself says what is missing, each with a link to the page where it is mended.
const LOOK: &str = "look";
/// Sentences that no test shows yet. May only become fewer: a new one has its line in a table.
const UNSHOWN_MAX: usize = 75;
/// What the page makes itself, and what is never sent back: secrets.
const NOT_KEPT: [&str; 7] = ["csrf", "version", "seen_version", "act", "step", "password", "code"];

/// What is typed, field by field.
type Typed<'t> = [(&'t str, String)];

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
        let html = page.html();
        let forms = forms(&html);
        for wrong in &sheet.wrongs {
            let told = if sheet.button == LOOK {
                is_listed(&html, wrong, &words)
            } else {
                let typed = sheet.base.iter().chain(&wrong.typed);
                let typed: Vec<_> = typed.map(|(name, value)| (name.as_str(), world.fill(value))).collect();
                send(person, &page, &forms, &typed, &sheet.button)
                    .and_then(|(sent, answer)| is_told(&answer.html(), wrong, &words, Some((&sent, &typed[..]))))
            };
            failures.extend(told.err().map(|why| format!("{address} {:?} {}: {why}", wrong.typed, wrong.key)));
        }
    }
    failures
}

/// Typed over what the page shows, and sent: what was sent, and the page that says it is wrong.
fn send(person: &Person, page: &Page, forms: &[Form], typed: &Typed<'_>, button: &str) -> Result<(Form, Page), String> {
    let form = with_all(forms, typed).ok_or_else(|| format!("no form for {typed:?}: {}", page.text()))?;
    let form = typed.iter().fold(form.clone(), |form, (name, value)| form.puts(name, value)).press(button);
    let answer = person.submit(page, &form);
    match answer.status {
        422 => Ok((form, answer)),
        other => Err(format!("{other} at {}: {}", answer.path, answer.text())),
    }
}

/// The page itself says it, and a link leads to where it is mended.
fn is_listed(html: &Html, wrong: &Wrong, words: &Words) -> Result<(), String> {
    has_error_title(html, words)?;
    let is_it = |link: &ElementRef<'_>| words.is(&wrong.key, &said(*link));
    let link = html.select(&select("#findings a")).find(is_it).ok_or("is not listed")?;
    let leads = link.attr("href").is_some_and(|href| href.ends_with(&wrong.field));
    if leads { Ok(()) } else { Err(format!("leads to {:?}", link.attr("href"))) }
}

/// The page says it everywhere where it has to, and nothing else; `sent`: and shows what was typed.
fn is_told(html: &Html, wrong: &Wrong, words: &Words, sent: Option<(&Form, &Typed<'_>)>) -> Result<(), String> {
    has_error_title(html, words)?;
    stands_at_its_field(html, wrong, words)?;
    stands_in_the_summary(html, wrong, words)?;
    sent.map_or(Ok(()), |(form, typed)| nothing_is_lost(html, form, typed))
}

fn has_error_title(html: &Html, words: &Words) -> Result<(), String> {
    let title = html.select(&select("title")).next().map(said).unwrap_or_default();
    if title.starts_with(&words.s("frame-title-error")) { Ok(()) } else { Err(format!("the title is {title:?}")) }
}

/// One error on the page: this sentence, after the word that says so. Where one letter more than the limit was typed and the sentence
/// says a number, it is the limit.
fn stands_at_its_field(html: &Html, wrong: &Wrong, words: &Words) -> Result<(), String> {
    let all: Vec<String> = html.select(&select(".govuk-error-message")).map(said).collect();
    let own = html.select(&select(&format!("[id='{}-error']", wrong.field))).next().map(said);
    let own = own.ok_or_else(|| format!("not at its field: {all:?}"))?;
    let sentence = own.strip_prefix(&words.s("frame-error-word")).map(str::trim_start);
    if all.len() != 1 || !sentence.is_some_and(|sentence| words.is(&wrong.key, sentence)) {
        return Err(format!("says {all:?}"));
    }
    let number: String = own.chars().filter(char::is_ascii_digit).collect();
    let letters = |value: &str| value.strip_prefix('{')?.split('}').next()?.parse::<u32>().ok();
    match wrong.typed.iter().find_map(|(_, value)| letters(value)) {
        Some(letters) if !number.is_empty() && number != (letters - 1).to_string() => Err(format!("says {own:?}")),
        _ => Ok(()),
    }
}

/// The same sentence in the summary; its link leads to an input of the field.
fn stands_in_the_summary(html: &Html, wrong: &Wrong, words: &Words) -> Result<(), String> {
    let lines: Vec<ElementRef<'_>> = html.select(&select(".govuk-error-summary__list li")).collect();
    let [line] = lines[..] else { return Err(format!("{} lines in the summary", lines.len())) };
    let link = line.select(&select("a[href^='#']")).next().ok_or("the summary has no link")?;
    if !words.is(&wrong.key, &said(link)) {
        return Err(format!("the summary says {:?}", said(link)));
    }
    let id = link.attr("href").unwrap_or_default().trim_start_matches('#');
    let input = html.select(&select(&format!("[id='{id}']"))).next();
    let name = input.and_then(|input| input.attr("name")).unwrap_or_default();
    let is_its = name == wrong.field || name.strip_prefix(&wrong.field).is_some_and(|rest| rest.starts_with('-'));
    if is_its { Ok(()) } else { Err(format!("the summary leads to #{id}, an input {name:?}")) }
}

/// Every field that the page asks with these answers shows what was sent, unless it is no choice that the page could offer.
fn nothing_is_lost(html: &Html, sent: &Form, typed: &Typed<'_>) -> Result<(), String> {
    let forms = forms(html);
    let form = with_all(&forms, typed).ok_or_else(|| format!("no form with {typed:?} any more"))?;
    for name in sent.names().filter(|name| !NOT_KEPT.contains(name) && form.has(name)) {
        let (was, is) = (sent.value(name), form.value(name));
        if sent.offers(name, &was) && was.trim() != is.trim() {
            return Err(format!("{name} was {was:?} and is {is:?}"));
        }
    }
    Ok(())
}

fn with_all<'f>(forms: &'f [Form], typed: &Typed<'_>) -> Option<&'f Form> {
    forms.iter().find(|form| typed.iter().all(|(name, _)| form.has(name)))
}

/// Forms that can be seen.
fn forms(html: &Html) -> Vec<Form> {
    html.select(&select("form")).filter(|form| form.attr("hidden").is_none()).map(Form::read).collect()
}

fn said(element: ElementRef<'_>) -> String {
    tidy(&element.text().collect::<String>())
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
