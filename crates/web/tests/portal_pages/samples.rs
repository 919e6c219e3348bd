//! A sample of every page.

use askama::Template;
use domain::date::PartialDate;
use domain::lang::Lang;
use domain::mission::Mission;
use service::answers::{Advice, Answers};
use service::checks::CheckKind;
use service::form::Facts;
use service::{Catalogue, Finding, Texts, Value};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use web::forms::control::DatePart;
use web::forms::{Control, Fields, Item, Part, error_lines};
use web::frame::{Account, Frame, HelpMission, LanguageLink};
use web::portal::hearing;
use web::portal::machine::CheckCard;
use web::portal::mobile_panel::{self, Code, MobilePanel};
use web::portal::motions::{FormPage, MotionCard};
use web::portal::questions::{Asked, Change, SummaryCard, blocks};
use web::portal::sign_panel::{OIDS_SIGN, SignPanel, drop_texts, messages};
use web::portal::{
    account, account_notices, account_phone, appointment, case, check, code as confirmation, files, history, identity,
    more_pages, new_request,
};
use web::portal::{advice, deletion, page_check, removal, section, see_file, sent};
use web::portal::{
    request_mobile, sign_in, sign_in_code, sign_in_eds, sign_in_mobile, sign_in_phone, signature, task_list, upload,
};
use web::problem::{Problem, ProblemPage};
use web::public::verify_signature::result::{Shown, View};
use web::public::{codes, letters, phone, service_page, verify_signature};
use web::scanned::ScanLine;
use web::texts::T;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// All texts of the project.
pub fn texts() -> Arc<Texts> {
    let mut files = BTreeMap::new();
    for lang in Lang::ALL {
        for entry in std::fs::read_dir(root().join("locales").join(lang.tag())).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("locales/{}/{}", lang.tag(), path.file_name().unwrap().to_str().unwrap());
            files.insert(name, std::fs::read(path).unwrap());
        }
    }
    Arc::new(Texts::load(&files).unwrap())
}

/// The real service and registers; the countries' names come from the built assets (`cargo xtask assets`).
fn catalogue() -> Catalogue {
    let mut files = BTreeMap::new();
    let mut folders = vec!["services/death-abroad".to_owned(), "registers".to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else {
                files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    let countries = std::fs::read(root().join("assets/dist/countries.json")).expect("run `cargo xtask assets` first");
    files.insert("countries.json".to_owned(), countries);
    Catalogue::load(&files).unwrap()
}

fn frame(t: &T, heading: impl Into<String>) -> Frame {
    Frame {
        t: t.clone(),
        heading: heading.into(),
        caption: Some("Caption <b>x".into()),
        back: Some("/kk/".into()),
        errors: vec![],
        notice: Some("Notice <b>x".into()),
        account: Account::Applicant,
        csrf: "token".into(),
        session_seconds: Some(1_800),
        test: true,
        wide: false,
        signs: true,
        owner: Some(("A <b>x".into(), Some("/assets/owner.png".into()))),
        keeps: true,
        enter: ("step", "send"),
        languages: vec![LanguageLink { tag: "kk", name: "Қазақша", url: "/kk/".into(), current: true }],
        assets: Arc::default(),
        help: Some(HelpMission { name: "Посольство".into(), phone: "+49 30 1".into() }),
        reference: Some("DR-26-7K4FQ2-X".into()),
        typing: None,
        printed_from: "https://elshi.example/kk/".into(),
        demo: true,
    }
}

fn url(rest: &str) -> String {
    format!("/kk/{rest}")
}

fn panel(t: &T, broken: bool) -> SignPanel {
    let error = broken.then(|| t.all("signature-error-expired", &[("date", "1".into())]));
    SignPanel {
        action: url("sign-in/eds"),
        csrf: "token".into(),
        ticket: "ticket".into(),
        content_url: url("challenge"),
        ncalayer: "wss://127.0.0.1:13579".into(),
        oids: OIDS_SIGN,
        any_chain: true,
        file: Control::file("cms-file", t.s("sign-file-label"), ".cms")
            .error(error, "Error:")
            .drop_texts(drop_texts(t)),
        codes: vec!["expired".into()],
        messages: messages(t),
        locale: t.lang.tag(),
    }
}

fn cards() -> Vec<SummaryCard> {
    let rows = vec![("Surname".into(), "Ахметова <b>x".into()), ("Patronymic".into(), String::new())];
    vec![SummaryCard { title: "Person".into(), change: Some(url("change")), rows }]
}

fn three(name: &str) -> Vec<(String, String, String)> {
    vec![(name.into(), "скан <b>x.pdf".into(), url("files/1"))]
}

/// Every page by name.
pub fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let texts = texts();
    let t = T::alone(Arc::clone(&texts), lang);
    let mut out: Vec<(&'static str, String)> = vec![];
    public_pages(&t, &mut out);
    sign_in_pages(&t, &mut out);
    request_pages(&t, &mut out);
    deletion_page(&t, &mut out);
    sending_pages(&t, &mut out);
    case_pages(&t, &mut out);
    sentences(&t);
    assert_eq!(texts.missing_count(), 0, "a text is missing in {}", lang.tag());
    out
}

fn verification(t: &T, out: &mut Vec<(&'static str, String)>) {
    let page = |errors: [Option<&'static str>; 2], view| {
        let [signature, document] = verify_signature::fields(t, "15 MB", errors);
        let frame = frame(t, t.s("verify-title")).errors(error_lines(&[signature.clone(), document.clone()]));
        verify_signature::Page { frame, signature, document, action: url("verify-signature"), view }.render().unwrap()
    };
    out.push(("verify_signature", page([Some("verify-error-missing"), Some("verify-error-too-big")], None)));
    out.push(("verify_signature empty", page([Some("verify-error-empty"), None], None)));
    let at = jiff::Timestamp::UNIX_EPOCH;
    let part = Part { name: "a <b>x".into(), bytes: vec![1], ..Part::default() };
    let shown = Shown::of(&part, Some(&part));
    let (list, none) = (eds::TrustList::default(), eds::Evidence::new());
    let verdict = eds::verify(&[0x30], None, &list, &none, &eds::Policy::any(), at);
    out.push(("verify_signature unreadable", page([None, None], Some(View::new(t, &shown, &verdict, at)))));
    for key in keys("verify.ftl") {
        t.all(
            &key,
            &[
                ("at", "1".into()),
                ("limit", "1".into()),
                ("name", "1".into()),
                ("size", "1".into()),
                ("field", "1".into()),
            ],
        );
    }
}

/// Keys of a file of sentences, for those that are chosen at run time.
fn keys(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("locales/en").join(file)).unwrap();
    text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.to_owned()).collect()
}

fn public_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    for problem in Problem::samples() {
        let title = t.s(&format!("problem-{}-title", problem.name()));
        let body = t.s(&format!("problem-{}-body", problem.name()));
        let page = ProblemPage {
            frame: frame(t, title),
            t: t.clone(),
            body,
            until: Some(t.all("time-utc", &[("date", "1".into()), ("time", "2".into())])),
            request_id: Some("id".into()),
            on: (url(""), "problem-start"),
        };
        out.push((problem.name(), page.render().unwrap()));
    }
    verification(t, out);
    let catalogue = catalogue();
    let passport = service_page::rows(t, catalogue.passport());
    assert_eq!(passport.len(), 10, "the law's ten fields");
    let page = service_page::Page { frame: frame(t, t.s("service-title")), passport, request: url("request/new") };
    out.push(("service_page", page.render().unwrap()));
    let letter = |channel| letters::Shown {
        channel,
        to: "+49".into(),
        lang: "kk",
        subject: "S".into(),
        body: "<b>x".into(),
        at: "2026".into(),
    };
    let letters = ["dev-letters-email", "dev-letters-sms", "dev-letters-portal"].map(letter).into();
    let page = letters::Page { frame: frame(t, t.s("dev-letters-title")), letters };
    out.push(("letters", page.render().unwrap()));
    let codes = vec![("officer <b>x".into(), "123456".into())];
    let page = codes::Page { frame: frame(t, t.s("dev-codes-title")), codes };
    out.push(("codes", page.render().unwrap()));
    for (done, key) in [(false, "mobile-phone-no-key"), (false, "mobile-phone-no-code"), (true, "mobile-app-over")] {
        let keys = vec![Item::new("applicant1", "applicant1")];
        let controls = vec![
            Control::text("code", t.s("mobile-phone-code")),
            Control::radios("key", t.s("mobile-phone-key"), keys).error(Some(t.s(key)), "Error:"),
        ];
        let mut frame = frame(t, t.s("mobile-phone-title"));
        if !done {
            frame = frame.errors(error_lines(&controls));
        }
        let page = phone::Page { frame, controls, done, action: "/dev/phone".into() };
        out.push(("phone", page.render().unwrap()));
    }
}

fn sign_in_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    let ways = || {
        vec![
            Item::new("eds", t.s("sign-in-eds")).hint(t.s("sign-in-eds-hint")),
            Item::new("phone", t.s("sign-in-phone")),
        ]
    };
    let way =
        Control::radios("way", t.s("sign-in-way"), ways()).error(Some(t.s("sign-in-error")), t.s("frame-error-word"));
    let errors = error_lines(std::slice::from_ref(&way));
    let page =
        sign_in::Page { frame: frame(t, t.s("sign-in-title")).errors(errors), way, action: url("sign-in"), kept: true };
    out.push(("sign_in with an error", page.render().unwrap()));
    for broken in [false, true] {
        let panel = panel(t, broken);
        let page = sign_in_eds::Page {
            frame: frame(t, t.s("sign-in-eds-title")).errors(panel.errors()),
            challenge: "Elshi\npurpose: sign-in".into(),
            panel,
            phone: url("sign-in/phone"),
        };
        out.push(("sign_in_eds", page.render().unwrap()));
    }
    mobile_pages(t, out);
    let controls = vec![Control::text("phone", t.s("sign-in-phone-label")).error(Some("no".into()), "Error:")];
    let page = sign_in_phone::Page {
        frame: frame(t, t.s("sign-in-phone-title")).errors(error_lines(&controls)),
        controls,
        action: url("sign-in/phone"),
        eds: url("sign-in/eds"),
    };
    out.push(("sign_in_phone", page.render().unwrap()));
    let page = sign_in_code::Page {
        frame: frame(t, t.all("sign-in-code-title", &[("phone", "+49 ••12".into())])),
        code: Control::text("code", t.s("code-label")),
        phone: "+4930".into(),
        action: url("sign-in/code"),
        again: url("sign-in/phone"),
        other: url("sign-in/phone"),
    };
    out.push(("sign_in_code", page.render().unwrap()));
    let controls =
        identity::controls(t, "identity-iin-label", &Fields::default(), &[Finding::new("identity-iin", "impossible")]);
    let page = identity::Page {
        frame: frame(t, t.s("identity-title")).errors(error_lines(&controls)),
        controls,
        action: url("identity"),
    };
    out.push(("identity", page.render().unwrap()));
}

fn task_lists(t: &T, out: &mut Vec<(&'static str, String)>) {
    let task = |status, done| task_list::Task { name: "You".into(), url: url("you"), status, done };
    for check in [None, Some(url("check"))] {
        let check_asked =
            check.as_ref().map(|_| ("1".to_owned(), vec![("Part <b>x".to_owned(), "said <b>x".to_owned())]));
        let page = task_list::Page {
            frame: frame(t, t.s("tasks-title")),
            progress: t.all("tasks-done", &[("done", "1".into()), ("all", "5".into())]),
            tasks: vec![task("task-done", true), task("task-started", false), task("task-not-started", false)],
            kept: check_asked.is_none().then(|| kept(true)),
            asked: check_asked,
            check,
        };
        out.push(("task_list", page.render().unwrap()));
    }
}

/// A draft that goes on a day and may be thrown away, or neither.
fn kept(whole: bool) -> task_list::Kept {
    task_list::Kept {
        number: "DN-26-7K4FQ2-X".into(),
        until: whole.then(|| "22 мамыр".into()),
        delete: whole.then(|| url("request/1/deletion")),
    }
}

fn draft_row(name: Option<String>) -> history::DraftRow {
    let kept = kept(name.is_some());
    history::DraftRow { url: url("request/1"), kept, name, progress: "1".into(), changed: "2".into() }
}

fn deletion_page(t: &T, out: &mut Vec<(&'static str, String)>) {
    let page = deletion::Page {
        frame: frame(t, t.s("deletion-title")),
        name: Some("A <b>x".into()),
        number: "DN-26-7K4FQ2-X".into(),
        lost: vec![t.f("deletion-files", "count", 2), t.f("deletion-form", "number", "PF-26-7K4FQ2-X")],
        action: url("deletion"),
        back: url("request/1"),
    };
    out.push(("deletion", page.render().unwrap()));
}

fn request_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    let catalogue = catalogue();
    for said in ["", "new-mission-one", "new-mission-choose", "new-mission-ask"] {
        let heading = if said.is_empty() {
            t.s("new-country-title")
        } else {
            t.all(&format!("{said}-title"), &[("country", "X".into())])
        };
        let cards = catalogue.missions().iter().map(|one: &Mission| new_request::card(t, one)).collect();
        let items = vec![Item::new("berlin", "Berlin")];
        let page = new_request::Page {
            wrong: url("request/new?country=AT&other=yes"),
            frame: frame(t, heading),
            controls: vec![Control::radios("mission", t.s("new-mission-label"), items)],
            cards,
            said,
            country: if said.is_empty() { String::new() } else { "DE".into() },
            action: url("request/new"),
            again: url("request/new"),
        };
        out.push(("new_request", page.render().unwrap()));
    }
    task_lists(t, out);
    let row = || files::FileRow {
        name: "a <b>x.pdf".into(),
        size: "1".into(),
        url: url("files/1"),
        is_photo: true,
        check: url("check"),
        replace: url("files/x?instead=1"),
        remove: url("removal"),
        scan: Some(ScanLine { words: "<b>".into(), harmful: true }),
    };
    let document = |kind, files| files::Document {
        kind,
        name: "Document".into(),
        why: Some("why".into()),
        optional: true,
        files,
        add: url("files/x"),
        add_key: "files-add",
        earlier: vec![files::EarlierRow {
            words: t.all(
                "files-earlier",
                &[("reference", "DR-26-X".into()), ("date", "1".into()), ("names", "<b>a.pdf".into())],
            ),
            from: "x".into(),
            action: url("files/x/earlier"),
        }],
    };
    for documents in [vec![], vec![document("medical", vec![row()]), document("kinship", vec![])]] {
        let frame = frame(t, t.s("files-title"));
        let page = files::Page {
            frame,
            limits: "limits".into(),
            used: t.all("files-used", &[("used", "1".into()), ("all", "2".into())]),
            documents,
            next: url("next"),
            facts: url("documents"),
        };
        out.push(("files", page.render().unwrap()));
    }
    document_pages(t, row, out);
    let page = removal::Page {
        frame: frame(t, t.s("removal-title")),
        name: "a <b>x".into(),
        action: url("removal"),
        back: url("files"),
    };
    out.push(("removal", page.render().unwrap()));
}

/// One page of a document: the upload, the check, the question for the next.
fn document_pages(t: &T, row: impl Fn() -> files::FileRow, out: &mut Vec<(&'static str, String)>) {
    let used = t.all("files-used", &[("used", "1".into()), ("all", "2".into())]);
    for instead in [None, Some("b <b>x.png".to_owned())] {
        let file = Control::file("file", t.s("upload-label"), "image/png")
            .error(Some(t.s("file-error-empty")), "Error:")
            .drop_texts(drop_texts(t));
        let heading = match &instead {
            None => t.all("upload-title", &[("document", "D".into()), ("page", "1".into())]),
            Some(_) => t.all("upload-title-again", &[("document", "D".into())]),
        };
        let page = upload::Page {
            frame: frame(t, heading).errors(error_lines(std::slice::from_ref(&file))),
            file,
            instead,
            used: used.clone(),
            files: vec![row()],
            action: url("files/x"),
            uploads: url("uploads"),
            kind: "medical",
            done: url("files"),
        };
        out.push(("upload", page.render().unwrap()));
    }
    out.push(("advice", advice_page(t)));
    for is_photo in [true, false] {
        let readable = page_check::question(t, Some(t.s("page-check-error")));
        let page = page_check::Page {
            frame: frame(t, t.s("page-check-title")).errors(error_lines(std::slice::from_ref(&readable))),
            name: "a <b>x".into(),
            file: url("files/1"),
            is_photo,
            turn: is_photo.then(|| url("turn")),
            pages: Some(t.n("page-check-pages", "count", 2)),
            scan: Some(ScanLine { words: "<b>".into(), harmful: is_photo }),
            readable,
            action: url("check"),
            removal: url("removal"),
        };
        out.push(("page_check", page.render().unwrap()));
    }
    let another = more_pages::question(t, Some(t.s("more-pages-error")));
    let page = more_pages::Page {
        frame: frame(t, t.s("more-pages-title")).errors(error_lines(std::slice::from_ref(&another))),
        files: vec![row()],
        used,
        another,
        action: url("more"),
    };
    out.push(("more_pages", page.render().unwrap()));
}

/// Signing by phone in every stage.
fn mobile_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    for stage in ["begin", "waiting", "fetched", "signed", "refused", "expired"] {
        let panel = || mobile(t, stage);
        let page = sign_in_mobile::Page {
            frame: frame(t, t.s("mobile-sign-in-title")).errors(panel().errors()),
            panel: panel(),
            eds: url("sign-in/eds"),
            phone: url("sign-in/phone"),
        };
        out.push(("sign_in_mobile", page.render().unwrap()));
        let page = request_mobile::Page {
            lead: "lead".to_owned(),
            frame: frame(t, t.s("mobile-request-title")).errors(panel().errors()),
            panel: panel(),
            file: url("file"),
            signature: url("signature"),
            code: url("code"),
        };
        out.push(("request_mobile", page.render().unwrap()));
    }
    mobile_panel::said(t, "sent", None);
}

fn mobile(t: &T, stage: &'static str) -> MobilePanel {
    let signer = (stage == "signed").then(|| "СЫНАҚОВА <b>x".to_owned());
    let code = || Code {
        drawing: web::qr::draw("mobileSign:https://consul.example.kz/mobile/0/1").unwrap(),
        text: "mobileSign:".into(),
        launch: "https://m.egov.kz/mobileSign/?link=".into(),
        number: "042".into(),
        left: t.n("mobile-left", "count", 3),
        seconds: 180,
    };
    MobilePanel {
        action: url("sign-in/mobile"),
        csrf: "token".into(),
        stage,
        said: mobile_panel::said(t, stage, signer.as_deref()),
        code: matches!(stage, "waiting" | "fetched").then(code),
        signer,
        refused: (stage == "refused").then(|| t.s("signature-error-changed")),
        simulated: Some("/dev/phone?code=x".to_owned()),
    }
}

fn sending_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    for ready in [false, true] {
        let page = check::Page {
            frame: frame(t, t.s("check-title")),
            changes: if ready { changes() } else { vec![] },
            cards: cards(),
            files: if ready { three("Medical") } else { vec![] },
            change_files: url("files"),
            findings: if ready { vec![] } else { vec![("Enter <b>x".into(), url("person"))] },
            prepared: ready.then(|| ("abc".into(), "1 kB".into())),
            rules: vec![("Medical".into(), "text <b>x".into(), ready)],
            scans_wait: ready,
            file: url("file"),
            signature: url("signature"),
            code: url("code"),
            mobile: ready.then(|| url("mobile")),
            by_hand_only: false,
            on_paper: url("paper"),
            eds_first: ready,
        };
        out.push(("check", page.render().unwrap()));
    }
    let page = signature::Page {
        frame: frame(t, t.s("signature-title")),
        sha256: "abc".into(),
        size: "1 kB".into(),
        file: url("file"),
        panel: panel(t, true),
        code: url("code"),
        mobile: Some(url("mobile")),
    };
    out.push(("signature", page.render().unwrap()));
    for masked in [None, Some("+49 ••12".to_owned())] {
        let page = confirmation::Page {
            frame: frame(t, t.s("confirm-title")),
            sha256: "abc".into(),
            file: url("file"),
            masked,
            code: Control::text("code", t.s("code-label")),
            signature: url("signature"),
        };
        out.push(("code", page.render().unwrap()));
    }
    for addendum in [None, Some("next <b>x".to_owned())] {
        let page = sent::Page {
            addendum,
            frame: frame(t, t.s("sent-title")),
            reference: "DR".into(),
            sent: ("1".into(), Some(t.all("time-in-kazakhstan", &[("date", "1".into()), ("time", "2".into())]))),
            registered_on: "2".into(),
            due: ("3".into(), None),
            mission: "Посольство".into(),
            signature_pending: true,
            case: url("services/1"),
            copy: url("copy"),
            afterwards: url("afterwards"),
        };
        out.push(("sent", page.render().unwrap()));
    }
}

fn checked(t: &T) -> Vec<CheckCard> {
    let card = |kind: CheckKind| CheckCard {
        name: t.s(&format!("checks-name-{}", kind.as_str())),
        factors: t.s(&format!("machine-{}", kind.as_str())),
        outcome: Some(t.s("checks-outcome-fail")),
        found: vec!["found <b>x".into()],
    };
    CheckKind::ALL.map(card).to_vec()
}

fn changes() -> Vec<Change> {
    vec![Change { label: "Q <b>x".into(), before: "b <b>x".into(), after: "a <b>x".into() }]
}

fn case_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    for kind in domain::application::StateKind::ALL {
        let page = case::Page {
            frame: frame(t, t.all("case-title", &[("name", "Ахметова <b>x".into())])),
            headline: case::headline(t, kind),
            told: vec![t.all("case-record", &[("number", "1".into()), ("date", "2".into())])],
            next: kind.term_runs().then(|| (t.all("case-decision-by", &[("when", "1".into())]), Some("(2)".into()))),
            overdue: kind.term_runs().then(|| "1".into()),
            hearing: Some((url("services/1/hearing"), true)),
            motions: vec![MotionCard { title: "T <b>x".into(), lines: vec!["l <b>x".into()] }],
            may_ask: vec![(t.s("motion-link-recusal"), url("services/1/recusal"))],
            again: Some("/kk/services/1/new-request".to_owned()),
            calendar: Some(("<b>".to_owned(), "/kk/services/1/calendar/deadline".to_owned())),
            withdrawal: Some("/kk/services/1/withdrawal".to_owned()),
            afterwards: url("afterwards"),
            collection: Some(case::CollectionCard {
                when: "1".into(),
                at_home: Some("2".into()),
                mission: "M".into(),
                address: "A <b>x".into(),
                verified: false,
                note: "note <b>x".into(),
            }),
            asked: Some(asked_of_the_applicant()),
            appointment: Some(url("services/1/appointment")),
            complain: Some((url("services/1/complaint"), true)),
            complaints: vec![("<b>x".into(), url("complaints/1"))],
            supplements: vec![case::SupplementCard { title: "T <b>x".into(), changes: changes() }],
            steps: case::steps(t, kind, true),
            timeline: vec![(t.s("timeline-send"), "1".into(), t.s("who-applicant"))],
            notices: vec![case::NoticeCard {
                lang: "kk",
                subject: "S".into(),
                body: "<b>x".into(),
                at: "1".into(),
                deliveries: vec!["<i>d".into()],
            }],
            readers: vec![("Name <b>x, post".into(), "now".into())],
            papers: vec![(t.s("paper-link-proof"), url("proof"))],
            proof: vec![t.all("proof-eds", &[("signer", "S".into()), ("iin", "••".into())])],
            machine: checked(t),
            answers: cards(),
            files: three("Medical"),
        };
        let html = page.render().unwrap();
        assert!(html.matches("aria-current=\"step\"").count() <= 1);
        out.push((kind.as_str(), html));
    }
    motion_pages(t, out);
    appointment_pages(t, out);
    account_pages(t, out);
    let case = |overdue| history::CaseRow {
        url: url("services/1"),
        name: "Ахметова <b>x".into(),
        reference: "DR".into(),
        state: "state".into(),
        next: Some("next".into()),
        overdue,
        sent: "1".into(),
    };
    for (drafts, cases) in
        [(vec![], vec![]), (vec![draft_row(None), draft_row(Some("A <b>x".into()))], vec![case(true), case(false)])]
    {
        let asked = history::EnquiryRow { url: url("enquiries/1"), mission: "M <b>x".into(), state: "s".into() };
        let enquiries = if cases.is_empty() { vec![] } else { vec![asked] };
        let frame = frame(t, t.s("history-title"));
        let page = history::Page { frame, drafts, cases, enquiries, new: url("request/new") };
        out.push(("history", page.render().unwrap()));
    }
}

fn asked_of_the_applicant() -> case::Asked {
    let items = vec![("Part <b>x".into(), "said <b>x".into())];
    case::Asked { until: "1".into(), items, url: url("services/1/supplement") }
}

fn motion_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    let page = FormPage {
        frame: frame(t, t.s("recusal-title")),
        leads: vec!["l <b>x".into()],
        controls: vec![Control::textarea("reason", t.s("recusal-reason"), 5)],
        button: "recusal-send",
        action: url("services/1/recusal"),
        case: url("services/1"),
    };
    out.push(("recusal", page.render().unwrap()));
    let page = hearing::Page {
        frame: frame(t, t.s("hearing-title")),
        leads: vec!["l <b>x".into()],
        cards: vec![(t.f("hearing-heading", "when", "1"), vec![(t.s("hearing-row-reasons"), "r <b>x".into())])],
        asks: Some((vec![Control::textarea("words", t.s("hearing-words"), 5)], "hearing-send")),
        version: 1,
        action: url("services/1/hearing"),
        case: url("services/1"),
    };
    out.push(("hearing", page.render().unwrap()));
    let page = see_file::Page {
        frame: frame(t, t.s("file-title")),
        papers: vec![(t.s("paper-link-proof"), url("proof"))],
        told: vec!["t <b>x".into()],
        decisions: vec![("d <b>x".into(), url("papers/decision-1"))],
        acts: vec![(t.s("timeline-send"), "1".into(), "A <b>x".into())],
        notices: vec![("n <b>x".into(), "1".into())],
        controls: vec![Control::text("way", t.s("file-way"))],
        action: url("services/1/see-file"),
    };
    out.push(("file of the case", page.render().unwrap()));
}

fn account_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    let page = account::Page {
        note: Some(t.s("account-iin-also")),
        frame: frame(t, t.s("account-title")),
        rows: vec![(t.s("account-name"), "A <b>x".into())],
        changes: vec![
            (url("account/phone"), t.s("account-phone-add")),
            (url("account/email"), t.s("account-email-change")),
        ],
        waits: Some(("W <b>x".into(), url("account/phone/objection"))),
        sessions: vec![("1".into(), "2".into(), true), ("3".into(), "4".into(), false)],
        end: url("account/sessions"),
    };
    out.push(("account", page.render().unwrap()));
    let control = Control::text("email", t.s("account-email-label")).error(Some(t.s("account-email-error")), "Error:");
    let page =
        account::EmailPage { frame: frame(t, t.s("account-email-title")), control, action: url("account/email") };
    out.push(("account_email", page.render().unwrap()));
    let found = [Finding::new("channel", "no-mail"), Finding::new("language", "missing")];
    let page = account_notices::Page {
        frame: frame(t, t.s("account-notices-title")),
        controls: account_notices::controls(t, &Fields::default(), &found),
        action: url("account/notices"),
    };
    out.push(("account_notices", page.render().unwrap()));
    let control =
        Control::text("phone", t.s("sign-in-phone-label")).error(Some(t.s("account-phone-error-taken")), "Error:");
    let page = account_phone::Page {
        frame: frame(t, t.s("account-phone-title")),
        controls: vec![control],
        action: url("account/phone"),
    };
    out.push(("account_phone", page.render().unwrap()));
}

fn appointment_pages(t: &T, out: &mut Vec<(&'static str, String)>) {
    for days in [
        vec![],
        vec![appointment::Day {
            name: "D <b>x".into(),
            times: vec![("slot".into(), "v".into(), "T <b>x".into(), true)],
        }],
    ] {
        let page = appointment::Page {
            frame: frame(t, t.s("appointment-title")),
            now: t.all("appointment-now", &[("when", "1".into())]),
            until: Some(t.all("appointment-until", &[("when", "1".into())])),
            place: "P <b>x".into(),
            error: Some(t.s("appointment-error-taken")),
            days,
            version: 1,
            action: url("services/1/appointment"),
            case: url("services/1"),
        };
        out.push(("appointment", page.render().unwrap()));
    }
}

/// Sentences that pages take by a computed key.
fn sentences(t: &T) {
    for kind in office::SignatureProblem::KINDS {
        t.all(&format!("signature-error-{kind}"), &[("name", "N".into()), ("date", "1".into())]);
    }
    let file = office::FileProblem::TooBig { bytes_max: 1 };
    t.all(file.key(), &[("limit", "1".into())]);
    t.all(office::FileProblem::TooMany { files_max: 2 }.key(), &[("limit", "2".into())]);
    t.all(office::FileProblem::TooManyPages { pages_max: 2 }.key(), &[("limit", "2".into())]);
    let full = office::FileProblem::Full { bytes_max: 2, used: 1 };
    t.all(full.key(), &[("limit", "2".into()), ("used", "1".into())]);
    use office::FileProblem as F;
    for problem in [F::Missing, F::Empty, F::WrongType, F::Damaged, F::Encrypted, F::Active, F::Stopped] {
        t.s(problem.key());
    }
    t.n("otp-error-wrong", "tries", 2);
    t.all("otp-error-locked", &[("wait", t.n("wait-minutes", "count", 3))]);
    t.all("otp-error-too-soon", &[("wait", t.n("wait-seconds", "count", 3))]);
    for key in ["otp-error-not-six-digits", "otp-error-expired", "otp-error-bad-phone"] {
        t.s(key);
    }
    for role in domain::actor::Role::ALL {
        t.s(&format!("who-{}", role.as_str()));
    }
    for kind in ["application", "certificate", "refusal", "proof"] {
        t.s(&format!("paper-link-{kind}"));
    }
}

/// Every section of the form: empty, filled in, and with a finding at every field.
pub fn sections(lang: Lang) -> Vec<(&'static str, String)> {
    let (texts, catalogue) = (texts(), catalogue());
    let t = T::alone(Arc::clone(&texts), lang);
    let form = catalogue.form();
    let mut out = vec![];
    for section in &form.sections {
        let mut filled = Answers::default();
        for field in form.sections.iter().flat_map(|section| &section.fields) {
            filled.set(&field.name, field.options.last().map_or("A <b>x", String::as_str));
        }
        let mut first = Answers::default();
        for field in form.sections.iter().flat_map(|section| &section.fields) {
            first.set(&field.name, field.options.first().map_or("", String::as_str));
        }
        let wrong: Vec<Finding> = section.fields.iter().map(|field| Finding::new(&field.name, "empty")).collect();
        for (answers, findings) in [(Answers::default(), vec![]), (filled, vec![]), (first, wrong)] {
            for facts in
                [Facts { iin_proven: true, kinship_needed: false }, Facts { iin_proven: false, kinship_needed: true }]
            {
                let countries = vec![Item::new("KZ", "Kazakhstan")];
                let consent = catalogue.consents().newest();
                let findings = &findings;
                let asked = Asked { t: &t, form, section, answers: &answers, findings, facts, countries, consent };
                let blocks = blocks(&asked);
                let errors = blocks.iter().flat_map(|block| error_lines(&block.controls)).collect();
                let page = section::Page {
                    frame: frame(&t, t.s(&format!("section-{}-title", section.id))).errors(errors),
                    lead: t.maybe(&format!("section-{}-intro", section.id)).unwrap_or_default(),
                    kept: true,
                    version: 1,
                    blocks,
                    letters: true,
                    action: url("section"),
                };
                out.push(("section", page.render().unwrap()));
            }
        }
    }
    let part = DatePart { part: "day", label: t.s("date-day"), value: String::new(), width: 2 };
    assert_eq!(part.width, 2);
    assert_eq!(texts.missing_count(), 0, "a text is missing in {}", lang.tag());
    out
}

/// A date that another answer contradicts, and a word of two alphabets.
fn advice_page(t: &T) -> String {
    let catalogue = catalogue();
    let word = Finding::new("deceased-given", "mixed").with("word", "A <b>x".into());
    let date = |year| Value::PartialDate(PartialDate::Year(year));
    let born = Advice {
        finding: Finding::new("deceased-born", "iin").with("date", date(1961)),
        typed: date(1962),
        meant: Some((date(1961), vec![])),
    };
    let all = [born, Advice { finding: word, typed: "A <b>x".into(), meant: None }];
    let questions = advice::questions(t, catalogue.form(), &all, &Fields::default(), true);
    let page = advice::Page {
        frame: frame(t, t.s("advice-title")).errors(error_lines(&questions)),
        remarks: advice::remarks(t, catalogue.form(), &all),
        questions,
        version: 1,
        action: url("section/advice"),
        answers: url("section"),
    };
    page.render().unwrap()
}

/// One section in English with these answers.
pub fn section_of(id: &str, typed: &[(&str, &str)], kinship_needed: bool) -> String {
    let (texts, catalogue) = (texts(), catalogue());
    let t = T::alone(texts, Lang::En);
    let form = catalogue.form();
    let section = form.section(id).unwrap();
    let mut answers = Answers::default();
    for (name, value) in typed {
        answers.set(name, value);
    }
    let facts = Facts { iin_proven: true, kinship_needed };
    let consent = catalogue.consents().newest();
    let asked = Asked { t: &t, form, section, answers: &answers, findings: &[], facts, countries: vec![], consent };
    let controls = blocks(&asked).into_iter().flat_map(|block| block.controls);
    controls.map(|control| control.render().unwrap()).collect()
}
