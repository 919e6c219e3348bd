//! Without a key: a son signs in with his telephone, states who he is, encloses his passport and confirms the exact file by a code.
//! It is a confirmation and is never called a signature; the server's seal over it can be verified by anybody.

use crate::harness::files::{self, pdf_text};
use crate::harness::person::Chosen;
use crate::harness::request::{codes, next_code, reference};
use crate::harness::{Answers, Officer, Server, Words};
use testkit::nca::demo::iin;

const NUMBER: &str = "+4915123456789";

#[test]
fn one_time_password() {
    let server = Server::start();
    let son = server.person("kk");
    let words = Words::of("kk");
    let _ = son.signs_in_by_phone(&server, NUMBER);

    // He states his name and IIN once; a mistyped IIN is told, and nothing typed is lost.
    let asks = son.open("/request/new").ok();
    assert!(asks.path.starts_with("/kk/identity"), "{}", asks.path);
    let own = iin("820315300", 1);
    let wrong = format!("{}{}", &own[..11], (own[11..].parse::<u8>().unwrap() + 1) % 10);
    let identity = [("identity-surname", "Сынақов"), ("identity-given", "Ержан"), ("identity-iin", wrong.as_str())];
    let told = son.send(&asks, &identity).must_be(422);
    told.must_say(&words.s("identity-iin-error-impossible"));
    assert_eq!(told.value("identity-given"), "Ержан");
    let _ = son.send(&told, &[("identity-iin", &own)]).ok();

    // He composes the request. His IIN is only declared, so his passport page is asked for.
    let draft = son.begins("DE", "berlin");
    son.completes(&draft, &Answers::of_a_daughter());
    let unfinished = son.get(&draft.page("check")).ok();
    assert!(unfinished.links().iter().any(|link| link.contains("files/applicant_passport") || link.contains("/files")));
    unfinished.must_say(&words.s("check-findings-title"));
    let passport = Chosen::new("Паспорт.pdf", files::pdf("passport"));
    let _ = son.encloses(&draft, "applicant_passport", &passport).ok();
    let file = son.file_to_sign(&draft);

    // The code goes to the number that signed in. A wrong code is told with the tries that are left.
    let before = codes(&server, NUMBER).len();
    let page = son.get(&draft.page("code")).ok();
    let page = son.press(&page, "send").ok();
    let code = next_code(&server, NUMBER, before);
    let other = if code == "000000" { "000001" } else { "000000" };
    let page = son.send_by(&page, &[("code", other)], "confirm").must_be(422);
    page.must_say(&words.piece("otp-error-wrong", &["tries"]));
    let sent = son.send_by(&page, &[("code", &code)], "confirm").ok();
    let reference = reference(&sent);
    server.letter("sms", &[NUMBER, &reference]);

    // The proof is the institution's seal over a statement that names the file; anybody can verify it.
    let history = son.open("/services").ok();
    let case = son.follow(&history, "/services/").ok();
    case.must_say(&words.piece("proof-otp", &["number"]));
    let proof = son.follow(&case, "/papers/proof").ok();
    assert_eq!(son.follow(&case, "/papers/application").ok().bytes, file);
    let sealed = server.desk_drawer().join("proof.cms");
    std::fs::write(&sealed, &proof.bytes).unwrap();
    seal_is_valid(&server, &sealed);
    let statement = String::from_utf8_lossy(&proof.bytes).into_owned();
    assert!(statement.contains(&sha256(&file)), "the statement names the file: {statement}");
    let printed = pdf_text(&file);
    assert!(printed.contains("Сынақов") || printed.contains("СЫНАҚОВ"), "{printed}");

    // The officer sees that the IIN is declared, not proven.
    let consul = Officer::signs_in(&server, "officer.berlin");
    let english = Words::of("en");
    consul.opens(&reference).page().must_say(&english.s("flag-iin-declared"));
    server.journal_is_whole(&[]);
}

fn seal_is_valid(server: &Server, sealed: &std::path::Path) {
    let trust = server.data().join("keys");
    let (trust, at) = (trust.to_str().unwrap(), server.now().to_string());
    let words = ["eds", "verify", sealed.to_str().unwrap(), "--trust", trust, "--at", &at];
    let output = server.elshi(&words);
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{said}");
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
