//! Every page of the desk in every language: no key is missing, one H1, headings in order, columns named, fields labelled.

#![expect(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

use askama::Template;
use domain::consent::{ConsentText, ConsentWords};
use domain::lang::Lang;
use domain::provenance::Mark;
use service::checks::{CheckKind, Outcome};
use service::{Texts, UnverifiedFact};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use web::desk::act::{ConfirmPage, Confirmation, FormPage, Offer, PAGES, Shell};
use web::desk::bar::{Bar, DueWords};
use web::desk::case::{self, ActLink, Event, Section, Supplement, Told};
use web::desk::checks;
use web::desk::comparison::{self, AnswerRow};
use web::desk::conflict;
use web::desk::consent_words;
use web::desk::day;
use web::desk::documents::{Document, FileLine, Rule};
use web::desk::due::Due;
use web::desk::duplicate;
use web::desk::intake;
use web::desk::kept::{self, KeptLink};
use web::desk::letter::Shown;
use web::desk::letter_words::Group;
use web::desk::motions;
use web::desk::nav::Link;
use web::desk::notes::{self, NoteLine};
use web::desk::pane::{Pane, Tool};
use web::desk::people;
use web::desk::proof::Panel;
use web::desk::queue::{self, QueueRow, TabLink};
use web::desk::recusal;
use web::desk::see_file;
use web::desk::sheet::{self, FileLinks};
use web::desk::slip;
use web::desk::statistics;
use web::desk::telephone;
use web::desk::typed_removal;
use web::desk::{Row, blank, blanks, journal, key, sign_in, system};
use web::desk::{enquiries, enquiry};
use web::forms::{Control, Item, error_lines};
use web::frame::{Account, Frame};
use web::scanned::ScanLine;
use web::texts::T;

fn texts() -> Arc<Texts> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales"));
    let mut files = BTreeMap::new();
    for lang in Lang::ALL {
        for entry in std::fs::read_dir(root.join(lang.tag())).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("locales/{}/{}", lang.tag(), path.file_name().unwrap().to_str().unwrap());
            files.insert(name, std::fs::read(path).unwrap());
        }
    }
    Arc::new(Texts::load(&files).unwrap())
}

fn frame(t: &T, heading: String) -> Frame {
    Frame {
        t: t.clone(),
        heading,
        caption: Some("Посольство".into()),
        back: Some("/kk/desk/queue".into()),
        errors: vec![],
        notice: Some(t.s("desk-registration-done")),
        account: Account::Staff { name: "А. Ж. Сериков".into(), room: ("/desk/queue", "desk-nav-queue") },
        csrf: "token".into(),
        session_seconds: Some(1_800),
        test: true,
        wide: true,
        signs: false,
        owner: Some(("A <b>x".into(), Some("/assets/owner.png".into()))),
        keeps: false,
        enter: ("step", "send"),
        languages: vec![],
        assets: Arc::default(),
        help: None,
        reference: Some("DR-26-7K4FQ2-X".into()),
        typing: None,
        printed_from: "https://elshi.example/kk/desk".into(),
        demo: true,
    }
}

fn bar(t: &T) -> Bar {
    Bar {
        reference: "DR-26-7K4FQ2-X".into(),
        deceased: "АХМЕТОВА Әлия <b>".into(),
        applicant: "АХМЕТОВ Нұрлан".into(),
        state: t.s("state-in-review-officer"),
        due: DueWords { class: "app-due", words: Due::Hours(3).words(t), at: "14.12.2026 18:00".into() },
        return_due: Some(DueWords {
            class: "app-due app-due--overdue",
            words: Due::OverdueHours(2).words(t),
            at: "17.12.2026 18:00".into(),
        }),
        mission: "Берлин".into(),
        assignee: "Сейітова А. Б.".into(),
    }
}

fn row() -> Row {
    Row::new("label", "value")
}

fn shell() -> Shell {
    Shell { action: "/kk/desk/cases/x/refusal".into(), version: 3, case_url: "/kk/desk/cases/x".into() }
}

fn controls(t: &T, error: bool) -> Vec<Control> {
    let error = error.then(|| t.s("desk-field-error-missing"));
    let word = t.s("frame-title-error");
    let items = ["a", "b"].map(|name| Item::new(name, name)).to_vec();
    vec![
        Control::radios("reason", "r", items.clone()).hint(Some("h".into())).error(error.clone(), word.clone()),
        Control::checkboxes("grounds", "c", items).error(error.clone(), word.clone()),
        Control::text("number", "n").value("<script>").error(error.clone(), word.clone()),
        Control::textarea("remedy", "w", 4).error(error, word),
    ]
}

fn queue_page(t: &T) -> queue::Page {
    let nav = vec![Link { path: "/desk/queue", key: "desk-nav-queue", current: true }];
    let row = QueueRow {
        id: "01a207a2-4334-7aab-85fb-6a02403964e1".into(),
        assignee: String::new(),
        path: "/desk/cases/x".into(),
        reference: "DR-26-7K4FQ2-X".into(),
        chosen: true,
        due: bar(t).due,
        return_due: bar(t).return_due,
        state: t.s("state-submitted-officer"),
        deceased: "А".into(),
        applicant: "Б".into(),
        sent: "11.12.2026 17:59".into(),
        channel: t.s("desk-channel-portal"),
        confirmation: t.s("desk-confirmation-eds"),
        mission: "Берлин".into(),
        flags: vec![t.s("flag-iin-declared")],
    };
    queue::Page {
        frame: frame(t, t.s("desk-queue-title")),
        nav,
        tabs: vec![TabLink { path: "/desk/queue".into(), words: t.s("desk-tab-open"), current: true }],
        needs_you: Some(queue::NeedsYou { rows: vec![row.clone()], more: true, found: true }),
        kept: Some(kept::Panel {
            links: vec![KeptLink {
                path: "/desk/queue?filter=x".into(),
                name: "<b>".into(),
                id: "x".into(),
                current: true,
            }],
            keeps: Some(t.f("kept-keeps-search", "text", "<i>")),
            name: Control::text("kept_name", t.s("kept-name")).plain(),
            is_open: true,
            tab: "all",
            search: "<i>".into(),
        }),
        search: Control::text("search", t.s("desk-search-label")).plain(),
        searched: None,
        caption: t.s("desk-tab-caption-open"),
        empty: t.s("desk-queue-empty-open"),
        by_due: true,
        may_take: true,
        may_choose: true,
        officers: vec![("x".into(), "<i>".into())],
        officer: "x".into(),
        tab: "open",
        after: "1.x".into(),
        all_missions: true,
        zone: Some("Берлин".into()),
        rows: vec![row],
        is_later: true,
        first: "/desk/queue".into(),
        next: Some("/desk/queue?after=1.x".into()),
    }
}

fn case_page(t: &T) -> case::Page {
    let rule = Rule { name: "r".into(), sentence: "s".into(), mark: Some(t.s("mark-no")), doubtful: true };
    let file = FileLine {
        url: None,
        pages: "/kk/x".into(),
        name: "a.pdf".into(),
        sha256: "00ff".into(),
        scan: Some(harmful()),
    };
    let document = Document { title: "d".into(), stated: vec![row()], rules: vec![rule], files: vec![file] };
    case::Page {
        mission_reason: Some("Я живу в другом городе".into()),
        frame: frame(t, t.f("desk-case-title", "reference", "DR-26-7K4FQ2-X")),
        bar: bar(t),
        overdue_since: Some("14.12.2026 18:00".into()),
        id: "01a207a2-4334-7aab-85fb-6a02403964e1".into(),
        is_mine: Some(false),
        acts_here: true,
        acts: PAGES
            .map(|page| ActLink { url: format!("/kk/x/{}", page.noun), key: key("act-", page.act.as_str()) })
            .to_vec(),
        facts: vec![row()],
        flags: vec![t.s("flag-representative")],
        checks: checks_of(t),
        answers: vec![Section { title: "s".into(), rows: vec![row(), Row::new("empty", "")] }],
        documents: vec![document],
        supplements: vec![Supplement {
            title: "s".into(),
            asked: vec![row()],
            changes: vec![],
            proof: Panel { sentence: t.s("desk-proof-valid"), attention: false, rows: vec![row()], findings: vec![] },
        }],
        proof: Panel { sentence: t.s("desk-proof-valid"), attention: true, rows: vec![row()], findings: vec![row()] },
        decisions: vec![("Refused".into(), vec![row()])],
        hearings: vec![(t.f("hearing-heading", "when", "1"), vec![row()])],
        papers: vec![row()],
        timeline: vec![Event { title: t.s("timeline-send"), meta: "m".into() }],
        notices: vec![Told {
            lang: "ru",
            subject: "s".into(),
            at: "a".into(),
            body: "b\nc".into(),
            deliveries: vec!["d".into()],
        }],
        own: Some(case::Own {
            progress: progress(t),
            differs: vec![row()],
            comparison: "/kk/x/comparison".into(),
            ask: Some("/kk/x/correction?from=papers".into()),
            notes: vec![note()],
            notes_url: "/kk/x/notes".into(),
            outgoing: vec![row()],
            alike: alike(),
            conflicts: vec![note()],
            conflict_url: "/kk/x/conflict".into(),
            telephone: Some("/kk/x/telephone".into()),
            motions: motions::Section {
                notes: vec![note()],
                links: vec![("/kk/x/recusal".into(), t.s("motion-desk-recusal"))],
            },
            annulments: vec![],
            annulment: Some(("/kk/x/annulment".into(), "annulment-link-propose")),
        }),
    }
}

/// Every check in every outcome.
fn checks_of(t: &T) -> checks::Panel {
    let line = |(number, kind): (usize, CheckKind)| {
        Outcome::ALL.map(|outcome| checks::Line {
            number,
            name: t.s(&format!("checks-name-{}", kind.as_str())),
            outcome: t.s(&format!("checks-outcome-{}", outcome.as_str())),
            tag: " govuk-tag--red",
            found: vec!["found <b>x".into()],
            at: "now".into(),
            seen: Some((t.s("desk-case-proof"), "#proof".into())),
        })
    };
    checks::Panel { computed: "now".into(), lines: (1..).zip(CheckKind::ALL).flat_map(line).collect() }
}

fn progress(t: &T) -> Vec<String> {
    vec![t.n("compare-differs", "count", 2), t.n("compare-left", "count", 5)]
}

fn telephone_page(t: &T, waits: Vec<Row>) -> telephone::Page {
    let error = Some(t.s("desk-telephone-iin-error-other"));
    telephone::Page {
        frame: frame(t, t.f("desk-telephone-title", "reference", "R")),
        bar: bar(t),
        waits,
        controls: vec![Control::text("iin", t.s("desk-telephone-iin")).error(error, "Error:")],
        sent: Some("+49 <b>".into()),
    }
}

fn statistics_page(t: &T) -> statistics::Page {
    let line = |name: &str, bar| statistics::Line { name: name.into(), count: t.s("statistics-few"), bar };
    statistics::Page {
        frame: frame(t, t.s("statistics-title")),
        nav: vec![],
        of: t.s("statistics-all"),
        controls: vec![Control::text("from", t.s("statistics-from"))],
        terms: vec![statistics::TermRow { mission: "m".into(), ended: "7".into(), in_time: "99 %".into(), bar: 99 }],
        sentences: vec![t.n("statistics-days", "count", 3)],
        tables: vec![
            statistics::Table {
                title: t.s("statistics-by-month"),
                rows: vec![line("2026-11", 100)],
                total: "9".into(),
            },
            statistics::Table { title: t.s("statistics-by-ground"), rows: vec![], total: "0".into() },
        ],
        csv: "/kk/desk/statistics/table".into(),
    }
}

fn alike() -> duplicate::Section {
    let line = duplicate::Line {
        reference: "DR-26-AAAAAAB".into(),
        url: "/kk/x/duplicates/y".into(),
        words: vec!["w".into(), "<v>".into()],
    };
    duplicate::Section { alike: vec![line], records: vec!["BERLIN-2026-000001".into()] }
}

fn note() -> NoteLine {
    NoteLine { meta: "14.12.2026".into(), text: "<b>a\nb".into() }
}

fn harmful() -> ScanLine {
    ScanLine { words: "<b>Eicar".into(), harmful: true }
}

fn pane(t: &T, drawn: bool) -> Pane {
    let tool = |key: &str| Tool { url: "/kk/x".into(), words: t.s(key) };
    Pane {
        title: t.all("sheet-title", &[("page", "1".into()), ("pages", "2".into()), ("document", "<b>".into())]),
        facts: t.all("sheet-facts", &[("name", "a.pdf".into()), ("uploaded", "x".into()), ("size", "1".into())]),
        sha256: "00ff".into(),
        picture: drawn.then(|| "/kk/x/picture?width=1200&turn=0".into()),
        zoom: 150,
        original: drawn.then(|| "/kk/desk/files/x".into()),
        scan: Some(harmful()),
        replaced: true,
        form: None,
        tools: ["sheet-smaller", "sheet-larger", "sheet-turn"].map(tool).to_vec(),
        leaves: ["sheet-previous", "sheet-next", "sheet-previous-document", "sheet-next-document"].map(tool).to_vec(),
    }
}

/// The viewer, the comparison and the notes.
fn paper_pages(t: &T) -> Vec<(String, Result<String, askama::Error>)> {
    let file = FileLinks { name: "<b>".into(), url: "/kk/x".into(), current: true, beside: "/kk/y".into() };
    let viewer = sheet::Page {
        frame: frame(t, "x".into()),
        bar: bar(t),
        panes: vec![pane(t, true), pane(t, false)],
        alone: Some("/kk/x".into()),
        files: vec![file],
        comparison: Some("/kk/x/comparison".into()),
    };
    let answer = |field: &str, error: bool| AnswerRow {
        field: field.into(),
        label: "l".into(),
        value: "<b>".into(),
        origin: t.s("compare-origin-typed"),
        found: t.s("compare-found-none"),
        choices: ["matches", "differs", ""].map(|name| Item::new(name, "c")).to_vec(),
        pages: ["1", "2"].map(|name| Item::new(name, "p")).to_vec(),
        seen: "\"<b>".into(),
        page_error: error.then(|| t.f("compare-error-at-missing", "label", "l")),
        seen_error: error.then(|| t.f2("compare-error-seen-too-long", "label", "l", "max", 300)),
    };
    let comparison = |writes: bool| comparison::Page {
        frame: frame(t, t.f("compare-title", "reference", "DR-26-7K4FQ2-X")),
        bar: bar(t),
        progress: progress(t),
        saved: Some(t.f2("compare-saved", "when", "x", "who", "y")),
        rows: vec![answer("a", false), answer("b", true)],
        writes,
        action: "/kk/x/comparison".into(),
        hidden: vec![Row::new("seen_number", "1")],
        pane: Some(Pane { form: writes.then_some("compare"), ..pane(t, true) }),
    };
    let note_control = Control::textarea("note", t.s("note-label"), 4).hint(Some(t.s("note-hint")));
    let notes = notes::Page {
        frame: frame(t, t.f("note-title", "reference", "DR-26-7K4FQ2-X")),
        bar: bar(t),
        notes: vec![note()],
        note: Some(note_control.error(Some(t.s("note-error-missing")), t.s("frame-title-error"))),
        action: "/kk/x/notes".into(),
    };
    vec![
        ("viewer".into(), viewer.render()),
        ("comparison".into(), comparison(true).render()),
        ("comparison to read".into(), comparison(false).render()),
        ("notes".into(), notes.render()),
    ]
}

/// Requests on paper, with what was begun at the desk.
fn intake_pages(t: &T) -> Vec<(String, Result<String, askama::Error>)> {
    let removal = typed_removal::Page {
        frame: frame(t, t.s("typing-discard-title")),
        name: "<b>".into(),
        changed: "23.11.2026 10:00".into(),
        back: "/kk/desk/paper".into(),
    };
    let begun = || intake::BegunLine {
        url: "/kk/request/x".into(),
        name: "<b>".into(),
        changed: "23.11.2026 10:00".into(),
        removal: "/kk/desk/paper/x/removal".into(),
    };
    let list = intake::List {
        frame: frame(t, t.s("intake-title")),
        nav: vec![],
        number: Control::text("number", t.s("intake-number")),
        begin: "/kk/desk/paper/new".into(),
        begun: vec![begun(), begun()],
        forms: vec![("/kk/desk/paper/x".into(), ["n", "<b>", "d", "p"].map(str::to_owned))],
    };
    vec![("typed removal".into(), removal.render()), ("requests on paper".into(), list.render())]
}

/// The stock of blanks, and printing on one.
fn blank_pages(t: &T) -> Vec<(String, Result<String, askama::Error>)> {
    let empty = blanks::Page {
        frame: frame(t, t.s("blanks-title")),
        nav: vec![],
        low: vec![],
        stock: vec![],
        used: vec![],
        controls: vec![],
        withdrawal: vec![],
        next: None,
        action: "/kk/desk/blanks".into(),
        csv: "/kk/desk/blanks/list".into(),
    };
    let stock = blanks::Page {
        frame: frame(t, t.s("blanks-title")),
        low: vec![t.all("blanks-low", &[("mission", "x".into()), ("left", "3".into()), ("limit", "20".into())])],
        stock: vec![["AB <b>", "m", "c", "1", "2", "3"].map(Into::into)],
        used: vec![["AB <b>", "m", "t", "DR-26", "u"].map(Into::into)],
        controls: controls(t, true),
        nav: vec![],
        withdrawal: vec![],
        next: None,
        action: "/kk/desk/blanks".into(),
        csv: "/kk/desk/blanks/list".into(),
    };
    let error = Some(t.s("blank-number-error-mismatch"));
    let printing = blank::Page {
        frame: frame(t, t.f("blank-title", "reference", "DR-26-7K4FQ2-X")),
        bar: bar(t),
        lead: t.f("blank-proposed", "blank", "AB 0000102"),
        used: vec![["AB 0000101".into(), "x".into(), t.f("blank-spoiled", "reason", "<b>")]],
        paper: Some(Row::new(t.f("blank-open", "blank", "AB 0000101"), "/kk/x")),
        number: Some(Control::text("number", t.s("blank-number")).error(error, t.s("frame-title-error"))),
        spoil: Some(("AB 0000102".into(), Control::textarea("reason", t.s("blank-reason"), 3))),
        account: None,
        action: "/kk/x/blank".into(),
        case_url: "/kk/x".into(),
    };
    vec![("blanks".into(), stock.render()), ("no blanks".into(), empty.render()), ("blank".into(), printing.render())]
}

/// The form and the last word of every act.
fn act_pages(t: &T) -> Vec<(String, Result<String, askama::Error>)> {
    let letter = Shown { lang: "ru", subject: "s".into(), body: "b\n\nc".into(), sms: "m".into() };
    let mut pages = vec![];
    for page in PAGES {
        let heading = t.f(&format!("desk-{}-title", page.name), "reference", "DR-26-7K4FQ2-X");
        let lead = t.s(&format!("desk-{}-lead", page.name));
        let button = format!("desk-{}-button", page.name);
        assert!(!t.s(&format!("desk-{}-done", page.name)).is_empty());
        let controls = controls(t, true);
        let frame = frame(t, heading).errors(error_lines(&controls));
        pages.push((
            format!("form {}", page.noun),
            FormPage {
                frame: frame.clone(),
                bar: bar(t),
                act: shell(),
                leads: vec![lead.clone()],
                facts: vec![row()],
                controls,
            }
            .render(),
        ));
        pages.push((
            format!("confirm {}", page.noun),
            ConfirmPage {
                frame: frame.errors(vec![]),
                bar: bar(t),
                act: shell(),
                leads: vec![lead],
                rows: vec![row()],
                hidden: vec![Row::new("remedy", "a\"b")],
                letter: letter.clone(),
                decision: Some(Confirmation {
                    code: None,
                    by_eds: true,
                    reason: Some(Control::textarea("despite", t.s("checks-despite"), 4)),
                }),
                button,
                offer: Some(Offer { sentence: "<b>".into(), link: "<b>".into(), url: "/a".into() }),
            }
            .render(),
        ));
    }
    pages
}

/// Pages of the administrator's people.
fn people_pages(t: &T) -> Vec<(String, Result<String, askama::Error>)> {
    vec![
        (
            "people".to_owned(),
            people::Page {
                frame: frame(t, t.s("people-title")),
                nav: vec![],
                people: vec![people::Row {
                    id: "i".into(),
                    key: Some("/k".to_owned()),
                    cells: ["l", "n", "r", "m", "k", "<s>"].map(String::from),
                    may_close: true,
                    may_reset: true,
                }],
                add: "/kk/desk/people/new".into(),
            }
            .render(),
        ),
        (
            "person".to_owned(),
            people::NewPage {
                frame: frame(t, t.s("people-new-title")),
                controls: vec![Control::text("login", t.s("people-login"))],
            }
            .render(),
        ),
        (
            "person given".to_owned(),
            people::GivenPage { frame: frame(t, t.s("people-given-title")), rows: vec![row()] }.render(),
        ),
    ]
}

/// Pages of what stands beside a case, and of counts.
fn beside_pages(t: &T) -> Vec<(String, Result<String, askama::Error>)> {
    vec![
        (
            "two cases that look alike".to_owned(),
            duplicate::Page {
                frame: frame(t, t.f2("alike-title", "one", "A", "other", "B")),
                bar: bar(t),
                why: vec!["w".into()],
                references: ["A".into(), "B".into()],
                other: "/kk/y".into(),
                rows: [true, false]
                    .map(|is_same| duplicate::Both { label: "l".into(), values: ["a".into(), "<b>".into()], is_same })
                    .into(),
                notes: vec![note()],
                controls: vec![],
            }
            .render(),
        ),
        (
            "day".to_owned(),
            day::Page {
                frame: frame(t, t.s("day-title")),
                nav: vec![],
                about: "d".into(),
                before: "/kk/desk/day?date=2026-11-26".into(),
                after: "/kk/desk/day?date=2026-11-28".into(),
                is_off: true,
                visits: vec![day::Row {
                    time: "10:30".into(),
                    reference: "DR-26-AAAAAAB".into(),
                    url: "/kk/desk/cases/x".into(),
                    cells: ["a", "b", "c", "<d>"].map(String::from),
                    to_move: Some("/kk/desk/cases/x/collection".into()),
                }],
                closures: vec![day::Closed { words: "w".into(), id: Some("i".into()) }],
                action: "/kk/desk/day?date=2026-11-27".into(),
                controls: vec![Control::text("from", t.s("day-from"))],
            }
            .render(),
        ),
        ("questions before applying".to_owned(), enquiries_page(t).render()),
        ("question before applying".to_owned(), enquiry_page(t).render()),
        (
            "conflict".to_owned(),
            conflict::Page {
                frame: frame(t, t.f("conflict-title", "reference", "R")),
                bar: bar(t),
                lead: t.s("conflict-lead"),
                forms: vec![conflict::Ask {
                    controls: vec![Control::textarea("own_reason", t.s("conflict-reason"), 3)],
                    button: "conflict-button",
                    step: "declare",
                }],
                notes: vec![note()],
            }
            .render(),
        ),
        ("consent".to_owned(), consent_page(t, false).render()),
        ("consent to be changed".to_owned(), consent_page(t, true).render()),
        ("recusal".to_owned(), recusal_page(t).render()),
        ("slip".to_owned(), slip_page(t).render()),
        ("file".to_owned(), file_page(t).render()),
        ("telephone".to_owned(), telephone_page(t, vec![]).render()),
        ("telephone that waits".to_owned(), telephone_page(t, vec![row()]).render()),
        ("statistics".to_owned(), statistics_page(t).render()),
    ]
}

fn consent_page(t: &T, keeps: bool) -> consent_words::Page {
    let words = |lang: &str| ConsentWords::each(|part| format!("{lang} {} <b>", part.as_str()));
    let text =
        |version: &str| ConsentText { version: version.into(), kk: words("kk"), ru: words("ru"), en: words("en") };
    let version = |(name, is_open): (&str, bool)| consent_words::VersionView {
        title: t.f2("consents-version", "version", name, "when", t.s("consents-shown")),
        source: t.f2("consents-source", "source", "<s>", "known", t.s("mark-partly")),
        text: consent_words::ConsentView::new(t, &text(name)),
        is_open,
    };
    let about = vec![Control::text("version", t.s("consents-field-version"))];
    let controls = vec![Control::textarea("data-kk", t.s("consents-part-data"), 4)];
    consent_words::Page {
        frame: frame(t, t.s("consents-title")),
        versions: [("2", true), ("1", false)].map(version).into(),
        about: if keeps { about } else { vec![] },
        groups: if keeps { vec![Group { title: t.s("letters-language-kk"), controls }] } else { vec![] },
        reason: keeps.then(|| Control::textarea("reason", t.s("registers-reason"), 3)),
    }
}

fn recusal_page(t: &T) -> recusal::Page {
    recusal::Page {
        frame: frame(t, t.f("recusal-desk-title", "reference", "R")),
        lead: t.s("recusal-decide-lead"),
        rows: vec![row()],
        nobody_else: true,
        case: Some("/kk/x".into()),
        seen: Some(1),
        controls: vec![Control::textarea("reason", t.s("recusal-decision-reason"), 4)],
        notes: vec![note()],
    }
}

fn slip_page(t: &T) -> slip::Page {
    let ask = |name: &str, step, button| conflict::Ask { controls: vec![Control::text(name, "l")], step, button };
    slip::Page {
        frame: frame(t, t.f("slip-desk-title", "reference", "R")),
        bar: bar(t),
        lead: t.s("slip-decide-lead"),
        rows: vec![row()],
        seen: Some((1, 2)),
        forms: vec![ask("given", "propose", "slip-propose"), ask("reason", "decline", "slip-decline")],
        notes: vec![note()],
    }
}

fn file_page(t: &T) -> see_file::Page {
    see_file::Page {
        frame: frame(t, t.f("file-desk-title", "reference", "R")),
        bar: bar(t),
        lead: t.s("file-desk-lead"),
        rows: vec![row()],
        controls: vec![Control::textarea("withheld", t.s("file-withheld"), 3)],
        notes: vec![note()],
    }
}

fn enquiries_page(t: &T) -> enquiries::Page {
    let row = |late| enquiries::Row {
        url: "/kk/desk/enquiries/x".into(),
        sent: "23.11.2026 09:00".into(),
        day: "30.11.2026 18:00".into(),
        late,
        cells: ["a", "b", "<c>"].map(String::from),
    };
    enquiries::Page {
        frame: frame(t, t.s("enquiries-title")),
        nav: vec![],
        lead: "l".into(),
        lists: [enquiries::List::waiting(vec![row(true), row(false)]), enquiries::List::answered(vec![])],
    }
}

fn enquiry_page(t: &T) -> enquiry::Page {
    let photo = |is_picture| enquiry::Photo { url: "/kk/f".into(), words: "<b>.jpg (1 MB)".into(), is_picture };
    enquiry::Page {
        frame: frame(t, t.f("enquiry-desk-title", "when", "23.11.2026 09:00")),
        rows: vec![row()],
        files: vec![photo(true), photo(false)],
        lead: t.s("enquiry-desk-lead"),
        answer: "<a>".into(),
        lang: "ru",
        letter: Some(Shown { lang: "ru", subject: "s".into(), body: "b".into(), sms: "m".into() }),
        hidden: vec![Row::new("verdict", "counts")],
        controls: vec![Control::textarea("words", t.s("enquiry-words"), 3)],
    }
}

/// Every template with a sample: name and markup.
fn pages(t: &T) -> Vec<(String, String)> {
    let fact =
        UnverifiedFact { file: "f.csv".into(), line: 3, what: "hours".into(), why: "no source".into(), mark: Mark::No };
    let mut pages = vec![
        ("queue".to_owned(), queue_page(t).render()),
        ("empty queue".to_owned(), queue::Page { rows: vec![], next: None, is_later: false, ..queue_page(t) }.render()),
        ("case".to_owned(), case_page(t).render()),
        (
            "read-only case".to_owned(),
            case::Page { acts_here: false, acts: vec![], documents: vec![], notices: vec![], ..case_page(t) }.render(),
        ),
        ("case without acts".to_owned(), case::Page { acts: vec![], ..case_page(t) }.render()),
        (
            "sign-in".to_owned(),
            sign_in::Page {
                frame: frame(t, t.s("desk-sign-in-title")),
                eds: "/kk/desk/sign-in/eds".into(),
                action: "/kk/desk/sign-in".into(),
                controls: controls(t, true),
            }
            .render(),
        ),
        (
            "journal".to_owned(),
            journal::Page {
                frame: frame(t, t.s("desk-journal-title")),
                nav: vec![],
                whole: false,
                result: t.s("desk-journal-broken"),
                fault: Some("entry 4".into()),
                facts: vec![row()],
                expect: Control::text("expect", t.s("desk-journal-expect")),
            }
            .render(),
        ),
        (
            "system".to_owned(),
            system::Page {
                frame: frame(t, t.s("desk-system-title")),
                nav: vec![],
                facts: vec![row()],
                seal: "-----BEGIN CERTIFICATE-----".to_owned(),
                gateways: vec![row()],
                outgoing: vec![row()],
                count: 2,
                counts: vec![row()],
                unverified: vec![fact],
                more: 1,
            }
            .render(),
        ),
    ];
    pages.extend(beside_pages(t));
    pages.extend(people_pages(t));
    pages.extend(act_pages(t));
    pages.extend(paper_pages(t));
    pages.extend(intake_pages(t));
    pages.extend(blank_pages(t));
    pages.into_iter().map(|(name, html)| (name, html.unwrap())).collect()
}

/// Leaves the page in the build folder, for the eyes of a person with a browser.
fn keep_to_look_at(name: &str, html: &str) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name.replace(' ', "-")).with_extension("html");
    std::fs::write(file, html).unwrap();
}

/// The beginnings of all tags of a name, each to its `>`.
fn tags<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    html.match_indices(&format!("<{name}"))
        .filter_map(|(at, open)| html.get(at..).filter(|rest| rest[open.len()..].starts_with([' ', '>'])))
        .map(|rest| &rest[..rest.find('>').unwrap()])
        .collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    rest.split_once('"').map(|(value, _)| value)
}

#[test]
fn every_page_in_every_language_without_a_missing_key() {
    let texts = texts();
    for lang in Lang::ALL {
        for (name, html) in pages(&T::alone(Arc::clone(&texts), lang)) {
            keep_to_look_at(&format!("desk {} {name}", lang.tag()), &html);
            assert!(
                !html.contains('⟦'),
                "{} {name}: {:?}",
                lang.tag(),
                html.split('⟦').nth(1).map(|rest| rest.split('⟧').next())
            );
            assert!(html.contains(&format!("<html lang=\"{}\"", lang.tag())), "{name}");
            assert!(!html.contains("<b>") && !html.contains("<script>"), "{name} does not escape");
            assert!(!html.contains(" style=") && !html.contains(" onclick="), "{name} has something inline");
        }
    }
    assert_eq!(texts.missing_count(), 0);
}

#[test]
fn headings_go_down_one_step_at_a_time_from_one_h1() {
    for (name, html) in pages(&T::alone(texts(), Lang::Ru)) {
        let main = html.split_once("<main").unwrap().1;
        let mut levels: Vec<(usize, usize)> = (1..=6_usize)
            .flat_map(|level| {
                main.match_indices(&format!("<h{level}")).map(move |(at, _)| (at, level)).collect::<Vec<_>>()
            })
            .collect();
        levels.sort_unstable();
        assert_eq!(levels.iter().filter(|(_, level)| *level == 1).count(), 1, "{name}");
        let from_h1: Vec<usize> = levels.iter().map(|(_, level)| *level).skip_while(|level| *level != 1).collect();
        for pair in from_h1.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{name}: h{} after h{}", pair[1], pair[0]);
        }
    }
}

#[test]
fn columns_and_rows_are_named_and_fields_are_labelled() {
    for (name, html) in pages(&T::alone(texts(), Lang::En)) {
        for th in tags(&html, "th") {
            assert!(attribute(th, "scope").is_some(), "{name}: {th}");
        }
        let labels: Vec<&str> = tags(&html, "label").into_iter().filter_map(|tag| attribute(tag, "for")).collect();
        for field in ["input", "textarea", "select"].into_iter().flat_map(|field| tags(&html, field)) {
            if attribute(field, "type") != Some("hidden") {
                let id = attribute(field, "id").unwrap_or_default();
                assert!(labels.contains(&id), "{name}: {field}");
            }
        }
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: an id stands twice");
    }
}

#[test]
fn a_cell_of_a_table_that_stands_as_blocks_names_its_column() {
    for (name, html) in pages(&T::alone(texts(), Lang::Kk)) {
        for table in html.split("<table class=\"app-queue app-stack\">").skip(1) {
            let (head, body) = table.split("</table>").next().unwrap().split_once("</thead>").unwrap();
            let columns: Vec<&str> =
                head.split("scope=\"col\"").skip(1).map(|th| th.split(['>', '<']).nth(1).unwrap()).collect();
            for cell in
                tags(body, "td").into_iter().filter(|cell| attribute(cell, "class") != Some("app-queue__choose"))
            {
                let label = attribute(cell, "data-label").unwrap_or_default();
                assert!(columns.contains(&label), "{name}: {cell} of {columns:?}");
            }
        }
    }
}

#[test]
fn a_reference_in_a_heading_stays_whole() {
    let t = T::alone(texts(), Lang::En);
    let heading = |words: &str| {
        frame(&t, words.to_owned()).heading_words().map(|(word, whole)| (word.to_owned(), whole)).collect::<Vec<_>>()
    };
    let told = heading("Case DR-26-7K4FQ2-X: a one-time code 2026-11");
    assert_eq!(
        told.iter().filter(|(_, whole)| *whole).map(|(word, _)| word.as_str()).collect::<Vec<_>>(),
        ["DR-26-7K4FQ2-X:"]
    );
    assert_eq!(told.len(), 6, "no word is lost");
}

#[test]
fn every_posted_form_carries_the_hidden_field_and_the_version() {
    for (name, html) in pages(&T::alone(texts(), Lang::Kk)) {
        for form in html.split("<form ").skip(1).filter(|form| form.starts_with("method=\"post\"")) {
            let body = form.split("</form>").next().unwrap();
            assert!(body.contains("name=\"csrf\" value=\"token\""), "{name}");
            // A question before applying has no versions: it is answered once, and nothing else of it changes. What is said beside the decision
            // is numbered by itself, what an officer notices first has no number yet, and what was begun is thrown away whole.
            let is_numbered =
                ["question before applying", "recusal", "slip", "typed removal"].iter().any(|own| name == *own);
            if body.contains("name=\"step\"") && !is_numbered {
                assert!(body.contains("name=\"seen_version\" value=\"3\""), "{name}");
            }
            if name == "recusal" && body.contains("name=\"step\"") {
                assert!(body.contains("name=\"seen_number\""), "{name}");
            }
        }
    }
}
