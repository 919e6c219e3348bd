//! The contract of `elshi eds sign`, `extract`, `timestamp` and `info`: what they write, say and exit with.
//! Runs the built binary on keystores and evidence of testkit's mini NCA, and lets `elshi eds verify` judge what came out.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::process::{Command, Output};

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use testkit::{Algorithm, Nca, PersonSpec};

const AT: &str = "2026-11-22T14:00:00Z";
const DOCUMENT: &[u8] = b"an application\r\n\x00\xff";
const PASSWORD: &str = "\u{441}\u{44b}\u{43d}\u{430}\u{49b} 1";

/// A folder with a trust list, keystores and a document.
struct Desk {
    folder: tempfile::TempDir,
    nca: Nca,
}

fn at() -> Timestamp {
    AT.parse().unwrap()
}

fn desk() -> Desk {
    let nca = Nca::new([7; 32], at());
    let desk = Desk { folder: tempfile::tempdir().unwrap(), nca };
    let (one, two) = (desk.person("one", Algorithm::Gost512), desk.person("two", Algorithm::Gost2004));
    std::fs::create_dir_all(desk.folder.path().join("trust/crl")).unwrap();
    for algorithm in [Algorithm::Gost512, Algorithm::Gost2004] {
        let (hierarchy, name) = (desk.nca.hierarchy(algorithm), algorithm.name());
        desk.write(&format!("trust/root_{name}.cer"), &hierarchy.root.certificate.der);
        desk.write(&format!("trust/nca_{name}.cer"), &hierarchy.issuing.certificate.der);
        let hour = SignedDuration::from_hours(1);
        desk.write(&format!("{name}.crl"), &desk.nca.crl_of(algorithm, at() - hour, at() + hour * 48));
    }
    desk.write("one.p12", &testkit::pkcs12::write(&[("one", &one)], PASSWORD));
    desk.write("two.p12", &testkit::pkcs12::write(&[("two", &two)], PASSWORD));
    desk.write("both.p12", &testkit::pkcs12::write(&[("one", &one), ("two", &two)], PASSWORD));
    desk.write("password", format!("{PASSWORD}\r\n").as_bytes());
    desk.write("wrong", b"wrong");
    desk.write("document", DOCUMENT);
    desk.write("order.xml", "<order><name>Әйгерім</name></order>".as_bytes());
    desk.write("garbage", b"%PDF-1.7");
    desk.write("one.cer", &one.certificate.der);
    desk
}

impl Desk {
    fn person(&self, id: &str, algorithm: Algorithm) -> testkit::Person {
        self.nca.person(&PersonSpec::individual(id, algorithm))
    }

    fn write(&self, name: &str, octets: &[u8]) {
        std::fs::write(self.folder.path().join(name), octets).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.path().join(name)).unwrap()
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_elshi"));
        command.arg("eds").args(line.split(' ')).current_dir(self.folder.path()).env_remove("ELSHI_EDS_PASSWORD");
        command
    }

    fn run(&self, line: &str) -> Output {
        self.command(line).output().unwrap()
    }

    /// Runs and says the exit code; standard error is shown where the test fails.
    fn code(&self, line: &str) -> i32 {
        let output = self.run(line);
        eprint!("{line}: {}", String::from_utf8_lossy(&output.stderr));
        output.status.code().unwrap()
    }

    /// Signs at the time of the tests.
    fn sign(&self, line: &str) -> i32 {
        self.code(&format!("sign {line} --password-file password --at {AT}"))
    }

    fn verify(&self, line: &str) -> (i32, Value) {
        let output = self.run(&format!(
            "verify {line} --trust trust --crl gost512.crl --crl gost2004.crl --at 2026-11-23T10:00:00Z --json"
        ));
        (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap())
    }
}

#[test]
fn what_is_signed_is_valid_and_the_signer_is_named() {
    let desk = desk();
    let output = desk.run(&format!("sign document --key one.p12 --password-file password --at {AT}"));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("СЫНАҚОВА") && said.contains("IIN 850417400014"), "{said}");
    let (code, verdict) = desk.verify("document.cms");
    assert_eq!((code, &verdict["signers"][0]["signing_time"]), (0, &AT.into()), "{verdict}");
    assert_eq!(verdict["signers"][0]["name"], "СЫНАҚОВА ӘЙГЕРІМ ҮЛГІҚЫЗЫ");
}

#[test]
fn a_signature_may_stand_beside_the_document_and_in_armour() {
    let desk = desk();
    assert_eq!(desk.sign("document --key one.p12 --detached --pem --out beside.pem"), 0);
    assert!(desk.read("beside.pem").starts_with(b"-----BEGIN CMS-----"));
    assert_eq!(desk.verify("beside.pem").0, 2);
    assert_eq!(desk.verify("beside.pem --content document").0, 0);
    assert_eq!(desk.verify("beside.pem --content order.xml").0, 1);
}

#[test]
fn one_more_signs_and_both_are_shown() {
    let desk = desk();
    for (name, more) in [("inside", ""), ("beside", " --detached"), ("armour", " --pem")] {
        assert_eq!(desk.sign(&format!("document --key one.p12 --out {name}{more}")), 0);
        assert_eq!(desk.sign(&format!("document --key two.p12 --add-to {name} --out {name}.both")), 0);
        let (code, verdict) = desk.verify(&format!("{name}.both --content document"));
        assert_eq!((code, verdict["signers"].as_array().unwrap().len()), (0, 2), "{verdict}");
    }
    assert_eq!(desk.sign("order.xml --key two.p12 --add-to inside --out other"), 1);
    assert_eq!(desk.sign("document --key two.p12 --add-to garbage --out other"), 1);
}

#[test]
fn xml_is_signed_and_co_signed() {
    let desk = desk();
    assert_eq!(desk.code("sign order.xml --xml --key one.p12 --password-file password"), 0);
    assert_eq!(desk.code("sign order.xml.signed.xml --xml --key two.p12 --password-file password --out both.xml"), 0);
    let (code, verdict) = desk.verify("both.xml");
    assert_eq!((code, verdict["signers"].as_array().unwrap().len()), (0, 2), "{verdict}");
    assert_eq!(desk.code("sign document --xml --key one.p12 --password-file password --out no"), 1);
}

#[test]
fn the_password_comes_from_a_file_or_the_environment() {
    let desk = desk();
    assert_eq!(desk.code("sign document --key one.p12 --password-file wrong --out -"), 1);
    assert_eq!(desk.code("sign document --key one.p12 --out -"), 64);
    let mut command = desk.command("sign document --key one.p12 --out signed");
    assert_eq!(command.env("ELSHI_EDS_PASSWORD", PASSWORD).status().unwrap().code(), Some(0));
    let output = desk.command("sign document --key one.p12 --out -").env("ELSHI_EDS_PASSWORD", "qwErty7").output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty() && !String::from_utf8_lossy(&output.stderr).contains("qwErty7"));
}

#[test]
fn of_several_keys_one_is_named() {
    let desk = desk();
    assert_eq!(desk.sign("document --key both.p12 --out signed"), 1);
    assert_eq!(desk.sign("document --key both.p12 --alias three --out signed"), 1);
    assert_eq!(desk.sign("document --key both.p12 --alias two --out signed"), 0);
    assert_eq!(desk.verify("signed").1["signers"][0]["algorithm"], "gost2004");
}

#[test]
fn the_document_comes_out_byte_for_byte() {
    let desk = desk();
    assert_eq!(desk.sign("document --key one.p12"), 0);
    assert_eq!(desk.code("extract document.cms --out out"), 0);
    assert_eq!(desk.read("out"), DOCUMENT);
    assert_eq!(desk.run("extract document.cms").stdout, DOCUMENT);
    let mut ber = testkit::cms::Options::attached(at());
    ber.indefinite = true;
    let long: Vec<u8> = (0..100_000_u32).map(|at| at.to_le_bytes()[0]).collect();
    desk.write("ber.cms", &testkit::cms::sign(&[&desk.person("one", Algorithm::Gost512)], &long, &ber));
    assert_eq!(desk.run("extract ber.cms").stdout, long);
}

#[test]
fn where_nothing_is_inside_nothing_is_written() {
    let desk = desk();
    assert_eq!(desk.sign("document --key one.p12 --detached --out beside"), 0);
    for file in ["beside", "garbage", "order.xml", "one.cer"] {
        let output = desk.run(&format!("extract {file} --out out"));
        assert_eq!(output.status.code(), Some(1), "{file}");
        assert!(!output.stderr.is_empty() && !desk.folder.path().join("out").exists(), "{file}");
    }
}

#[test]
fn nothing_is_overwritten_unasked() {
    let desk = desk();
    assert_eq!(desk.sign("document --key one.p12"), 0);
    desk.write("kept", b"kept");
    for line in ["extract document.cms --out kept", "timestamp document.cms --request-out kept"] {
        assert_eq!(desk.code(line), 1, "{line}");
        assert_eq!(desk.read("kept"), b"kept");
    }
    assert_eq!(desk.sign("document --key one.p12 --out kept"), 1);
    assert_eq!(desk.read("kept"), b"kept");
    assert_eq!(desk.code("extract document.cms --out kept --force"), 0);
    assert_eq!(desk.read("kept"), DOCUMENT);
}

#[test]
fn a_timestamp_is_asked_for_and_put_in() {
    let desk = desk();
    let tsa = desk.nca.tsa(Algorithm::Gost512);
    assert_eq!(desk.sign("document --key one.p12 --out first"), 0);
    assert_eq!(desk.sign("document --key two.p12 --add-to first --out signed"), 0);
    assert_eq!(desk.code("timestamp signed --signer 2 --request-out request"), 0);
    desk.write("answer", &tsa.respond(&desk.read("request"), at() + SignedDuration::from_mins(1)));
    assert_eq!(desk.code("timestamp signed --signer 2 --response answer --out stamped"), 0);
    let (code, verdict) = desk.verify("stamped");
    assert_eq!(code, 0, "{verdict}");
    let times: Vec<_> = verdict["signers"].as_array().unwrap().iter().map(|signer| &signer["timestamp"]).collect();
    assert!(times.contains(&&"2026-11-22T14:01:00Z".into()) && times.contains(&&Value::Null), "{times:?}");
    // The answer to another request, a refusal, and no answer at all.
    assert_eq!(desk.code("timestamp signed --signer 1 --response answer --out no"), 1);
    desk.write("refusal", &testkit::tsa::rejection(testkit::tsa::BAD_REQUEST, "no"));
    for answer in ["refusal", "garbage", "one.cer"] {
        assert_eq!(desk.code(&format!("timestamp signed --signer 2 --response {answer} --out no")), 1, "{answer}");
    }
    assert_eq!(desk.code("timestamp signed --signer 3 --request-out no"), 1);
    assert!(!desk.folder.path().join("no").exists());
}

fn info(desk: &Desk, file: &str) -> Value {
    let output = desk.run(&format!("info {file} --json --password-file password"));
    assert_eq!(output.status.code(), Some(0), "{file}: {output:?}");
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(line["file"], file);
    line["items"][0].clone()
}

/// Kinds of what is inside.
fn parts(item: &Value) -> Vec<&str> {
    item["parts"].as_array().unwrap().iter().map(|part| part["kind"].as_str().unwrap()).collect()
}

#[test]
fn every_kind_of_file_is_told() {
    let desk = desk();
    let certificate = info(&desk, "one.cer");
    assert_eq!(certificate["kind"], "certificate");
    assert_eq!(certificate["iin"], "850417400014");
    assert_eq!((&certificate["algorithm"], &certificate["bits"]), (&"gost512".into(), &"512".into()));
    assert!(certificate["key_usage"].as_str().unwrap().contains("nonRepudiation"));
    assert_eq!(certificate["sha256"].as_str().unwrap().len(), 64);
    assert_eq!((&certificate["roles"], &certificate["policies"]), (&"individual".into(), &"1.2.398.3.3.2".into()));
    assert_eq!(certificate["crl_addresses"], "http://nca.test/crl/nca_gost512.crl");
    assert_eq!(certificate["delta_crl_addresses"], "http://nca.test/crl/nca_d_gost512.crl");
    assert_eq!(certificate["ocsp_addresses"], "http://nca.test/ocsp/");
    let list = info(&desk, "gost512.crl");
    assert_eq!((&list["kind"], &list["entries"]), (&"crl".into(), &"0".into()));
    let keystore = info(&desk, "both.p12");
    assert_eq!((&keystore["kind"], &keystore["keys"]), (&"keystore".into(), &"2".into()));
    assert_eq!(keystore["parts"][1]["alias"], "two");
    assert_eq!(keystore["parts"][1]["parts"][0]["kind"], "certificate");
    let one = testkit::certificate::Certificate::read(&desk.read("one.cer"));
    desk.write("answer", &desk.nca.responder(Algorithm::Gost512).about(&one.serial, at()));
    let answer = info(&desk, "answer");
    assert_eq!((&answer["kind"], &answer["parts"][0]["status"]), (&"ocsp_response".into(), &"good".into()));
    desk.write("failure", &testkit::ocsp::failure(6));
    assert!(info(&desk, "failure")["refused"].is_string());
}

#[test]
fn signed_files_and_timestamps_are_told() {
    let desk = desk();
    assert_eq!(desk.sign("document --key one.p12 --detached --pem --out beside"), 0);
    assert_eq!(desk.sign("document --key one.p12 --out signed"), 0);
    assert_eq!(desk.code("sign order.xml --xml --key one.p12 --password-file password --out signed.xml"), 0);
    let (beside, signed, xml) = (info(&desk, "beside"), info(&desk, "signed"), info(&desk, "signed.xml"));
    assert_eq!((&beside["kind"], &beside["form"]), (&"cms".into(), &"detached".into()));
    assert_eq!((&signed["form"], &signed["content_bytes"]), (&"attached".into(), &DOCUMENT.len().to_string().into()));
    assert_eq!(parts(&signed), ["signer", "certificate"]);
    assert_eq!(signed["parts"][0]["signing_time"], AT);
    assert_eq!((&xml["kind"], parts(&xml)), (&"xml".into(), vec!["signer", "certificate"]));
    assert_eq!(desk.code("timestamp signed --request-out request"), 0);
    let tsa = desk.nca.tsa(Algorithm::Gost512);
    desk.write("answer", &tsa.respond(&desk.read("request"), at()));
    desk.write("token", &tsa.token(testkit::Digest::Sha256, b"a message", at()));
    desk.write("refusal", &testkit::tsa::rejection(testkit::tsa::BAD_REQUEST, "no"));
    assert_eq!(desk.code("timestamp signed --response answer --out stamped"), 0);
    let (request, answer, token) = (info(&desk, "request"), info(&desk, "answer"), info(&desk, "token"));
    assert_eq!(request["kind"], "timestamp_request");
    assert_eq!((&answer["kind"], parts(&answer)), (&"timestamp_response".into(), vec!["timestamp"]));
    assert_eq!(answer["parts"][0]["imprint"], request["imprint"]);
    assert_eq!(answer["parts"][0]["nonce"], request["nonce"]);
    assert_eq!((&token["kind"], &token["generated_at"]), (&"timestamp".into(), &AT.into()));
    assert!(token["authority"].as_str().unwrap().contains("TIME STAMPING AUTHORITY"));
    assert!(info(&desk, "refusal")["refused"].as_str().unwrap().contains("badRequest"));
    assert_eq!(parts(&info(&desk, "stamped")), ["signer", "timestamp", "certificate"]);
}

#[test]
fn what_is_not_told_exits_1_and_does_not_hide_the_others() {
    let desk = desk();
    for line in ["garbage", "order.xml", "one.p12", "one.p12 --password-file wrong", "garbage one.cer"] {
        assert_eq!(desk.code(&format!("info {line}")), 1, "{line}");
    }
    let output = desk.run("info absent garbage one.cer --json");
    assert_eq!(output.status.code(), Some(66));
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 2, "each problem is said");
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines[0]["error"].is_string() && lines[1]["error"].is_string() && lines[2]["error"].is_null(), "{text}");
    let bundle = ["one.cer", "trust/nca_gost512.cer"].map(|name| testkit::cms::pem(&desk.read(name))).concat();
    desk.write("bundle.pem", format!("two certificates\n{bundle}").as_bytes());
    let output = desk.run("info bundle.pem --json");
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(line["items"].as_array().unwrap().len(), 2);
}

#[test]
fn people_read_labels_in_three_languages_and_that_nothing_is_proven() {
    let desk = desk();
    for (lang, label, sentence) in [
        ("en", "Valid until:", "proves nothing"),
        ("ru", "Действует до:", "ничего не доказывает"),
        ("kk", "Аяқталуы:", "тексерілген жоқ"),
    ] {
        let text = String::from_utf8(desk.run(&format!("info one.cer --lang {lang}")).stdout).unwrap();
        assert!(text.contains(label) && text.contains(sentence), "{text}");
        let role = match lang {
            "en" => "individual",
            "ru" => "физическое лицо",
            _ => "жеке тұлға",
        };
        assert!(text.contains(role), "{text}");
        assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control()), "{text}");
    }
}

#[test]
fn refusals_are_said_in_three_languages() {
    let desk = desk();
    assert_eq!(desk.sign("document --key one.p12 --detached --out beside"), 0);
    for (line, words) in [
        (
            "sign document --key one.p12 --password-file wrong",
            ["password is wrong", "Пароль неверен", "Құпиясөз дұрыс емес"],
        ),
        ("sign document --key both.p12 --password-file password", ["several keys", "Ключей несколько", "Бірнеше кілт"]),
        ("extract beside", ["nothing inside", "извлекать нечего", "алатын ештеңе жоқ"]),
        ("extract garbage", ["no CMS", "не подпись CMS", "CMS қолтаңбасы емес"]),
        ("timestamp beside --request-out document", ["--force to replace", "заменить", "ауыстыру"]),
        ("timestamp beside --signer 2 --request-out no", ["in the file: 1", "в файле: 1", "саны: 1"]),
    ] {
        for (lang, words) in ["en", "ru", "kk"].into_iter().zip(words) {
            let output = desk.run(&format!("{line} --lang {lang}"));
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(output.status.code() == Some(1) && said.contains(words), "{line} {lang}: {said}");
        }
    }
}

#[test]
fn control_characters_of_a_certificate_do_not_reach_the_terminal() {
    let desk = desk();
    let mut spec = PersonSpec::individual("evil", Algorithm::Gost512);
    spec.surname = "A\u{1b}[2JB\u{202e}C\n".to_owned();
    let person = desk.nca.person(&spec);
    desk.write("evil.p12", &testkit::pkcs12::write(&[("\u{1b}]0;x\u{7}", &person)], PASSWORD));
    desk.write("evil.cer", &person.certificate.der);
    assert_eq!(desk.sign("document --key evil.p12 --out evil.cms"), 0);
    for line in [
        "info evil.cer evil.cms",
        "info evil.p12 --password-file password",
        "sign document --key evil.p12 --alias none --password-file password",
        "sign document --key evil.p12 --password-file password --out evil2.cms",
    ] {
        let output = desk.run(line);
        let all = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!all.is_empty());
        assert!(all.chars().all(|letter| letter == '\n' || !letter.is_control() && letter != '\u{202e}'), "{all:?}");
    }
}

#[test]
fn wrong_usage_exits_64_and_unreadable_files_66() {
    let desk = desk();
    assert_eq!(desk.sign("document --key one.p12 --out signed"), 0);
    for line in [
        "sign document",
        "sign document --key one.p12 --password secret",
        "sign document --key one.p12 --password-file password --xml --detached",
        "sign - --key - --password-file password",
        "sign document --key one.p12 --password-file password --at yesterday",
        "info",
        "info - -",
        "info document --lang de",
        "extract",
        "timestamp signed",
        "timestamp signed --response document",
        "timestamp signed --request-out a --response b --out c",
        "timestamp signed --signer 0 --request-out a",
    ] {
        assert_eq!(desk.code(line), 64, "{line}");
    }
    for line in [
        "sign absent --key one.p12 --password-file password",
        "sign document --key absent --password-file password",
        "sign document --key one.p12 --password-file absent",
        "sign document --key one.p12 --password-file password --add-to absent",
        "info absent one.cer",
        "info one.p12 --password-file absent",
        "extract absent",
        "timestamp absent --request-out a",
        "timestamp signed --response absent --out a",
    ] {
        assert_eq!(desk.code(line), 66, "{line}");
    }
}

#[test]
fn every_help_teaches() {
    let desk = desk();
    for verb in ["info", "extract", "sign", "timestamp"] {
        let output = desk.run(&format!("{verb} --help"));
        assert_eq!(output.status.code(), Some(0));
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Examples:") && text.contains("Exit codes:"), "{verb}");
    }
}
