//! The server is killed (SIGKILL) at seeded random moments of a submission. After the restart either the application is there whole,
//! with file, proof, journal entry and letters, or the draft is; never half, never two; and what was answered is there.

use crate::harness::clock::tick;
use crate::harness::request::reference;
use crate::harness::skips::told;
use crate::harness::{Draft, Person, Server, eventually};
use reqwest::blocking::Client;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// Kills of the gate, and of the full run (`ELSHI_FULL`).
const KILLS: u64 = 25;
const KILLS_FULL: u64 = 1000;
/// Kills at most, in times of those.
const TRIES_MAX: u64 = 4;
/// The longest delay grows by this much when a kill came before everything, and shrinks when it came after the answer: so the delays
/// find where the moments are on this machine, today.
const STEP: f64 = 1.15;
/// The longest delay at the beginning.
const DELAY_FIRST: Duration = Duration::from_millis(60);
/// Never shorter than this.
const DELAY_MIN: Duration = Duration::from_millis(4);
/// Seed of the delays; printed with every failure.
const SEED: u64 = 0x00E1_5111;

/// Where a kill hit, as far as one can see from outside.
#[derive(Clone, Copy, Debug, Default)]
struct Hits {
    /// Nothing of the submission was durable yet.
    before: u64,
    /// Something was durable, nothing was answered.
    inside: u64,
    /// The answer had arrived.
    after: u64,
}

impl Hits {
    fn misses_one(self) -> bool {
        self.before == 0 || self.inside == 0 || self.after == 0
    }
}

/// A draft with the file to be signed and its signature.
struct Ready {
    draft: Draft,
    file: Vec<u8>,
    signature: Vec<u8>,
}

#[test]
fn kill_nine() {
    let kills = if told("ELSHI_FULL").is_some() { KILLS_FULL } else { KILLS };
    let mut server = Server::start();
    let mut person = server.person("en");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let before = entries(&server);
    let span = DELAY_FIRST;
    let mut story = Story { hits: Hits::default(), sent: 0, waiting: None, span };
    let mut round = 0;
    // A moment that was never hit gets more tries before that counts as a failure.
    while round < kills || (story.hits.misses_one() && round < kills * TRIES_MAX) {
        story.round(&mut server, &mut person, round);
        round += 1;
    }
    let hits = story.hits;
    println!("{round} kills, at last within {:?}: {hits:?}", story.span);
    assert!(!hits.misses_one(), "a moment was never hit: {hits:?}, seed {SEED:#x}");
    letters_and_journal(&server, &person, story.sent);
    assert_eq!(entries(&server), before + story.sent, "one application, one entry");
}

/// What is known from round to round.
struct Story {
    hits: Hits,
    sent: u64,
    waiting: Option<Ready>,
    span: Duration,
}

impl Story {
    fn round(&mut self, server: &mut Server, person: &mut Person, round: u64) {
        let mut ready = self.waiting.take().unwrap_or_else(|| fresh(server, person));
        // New at every try, so that what of it is durable can be told: its signing time is another second.
        ready.signature = server.signer("applicant1").sign_detached(&ready.file, server.now());
        let answered = submits_and_dies(server, person, &ready, self.span.mul_f64(part_of(round)));
        server.run();
        person.find_again(server);
        let there = whole_or_not_at_all(server, person, &ready);
        assert!(there || !answered, "round {round}: what was answered is gone (seed {SEED:#x})");
        self.sent += u64::from(there);
        assert_eq!(count(person), self.sent, "round {round}: applications (seed {SEED:#x})");
        match (answered, there || has_blob(server, &ready.signature)) {
            (true, _) => {
                self.hits.after += 1;
                self.span = self.span.div_f64(STEP).max(DELAY_MIN);
            }
            (false, true) => self.hits.inside += 1,
            (false, false) => {
                self.hits.before += 1;
                self.span = self.span.mul_f64(STEP);
            }
        }
        self.waiting = (!there).then_some(ready);
    }
}

/// A draft ready to be signed; signs in again when the session is over.
fn fresh(server: &Server, person: &mut Person) -> Ready {
    if person.open("/services").path.contains("/sign-in") {
        let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    }
    let draft = person.composes();
    let file = person.file_to_sign(&draft);
    Ready { draft, file, signature: vec![] }
}

/// A number of 0..1 for a round: SplitMix64 over the seed.
fn part_of(round: u64) -> f64 {
    let mut z = SEED.wrapping_add((round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^= z >> 31;
    f64::from(u32::try_from(z >> 32).unwrap()) / f64::from(u32::MAX)
}

/// True when the answer arrived before the server was killed.
fn submits_and_dies(server: &mut Server, person: &Person, ready: &Ready, delay: Duration) -> bool {
    let csrf = person.csrf();
    std::thread::scope(|scope| {
        let post = scope.spawn(|| post(person, &csrf, ready));
        let began = tick();
        while began.elapsed() < delay {
            std::hint::spin_loop();
        }
        server.kill();
        post.join().unwrap() == Some(303)
    })
}

/// Posts the signature as the page's script does; the status, if an answer came. No redirect is followed.
fn post(person: &Person, csrf: &str, ready: &Ready) -> Option<u16> {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let form = [("csrf", csrf.to_owned()), ("cms", testkit::cms::pem(&ready.signature))];
    let request = client.post(person.whole_address(&ready.draft.page("signature"))).header("cookie", person.cookies());
    request.form(&form).send().ok().map(|answer| answer.status().as_u16())
}

/// True when the application is there; then it is whole. Else the draft is, as it was.
fn whole_or_not_at_all(server: &Server, person: &Person, cut: &Ready) -> bool {
    let sent = person.get(&cut.draft.page("sent"));
    if sent.status == 404 {
        let files = person.get(&cut.draft.page("files")).ok();
        files.must_say("Todesbescheinigung.pdf");
        assert_eq!(person.get(&cut.draft.page("you")).ok().value("address-line1"), "Lindenstraße 7");
        assert_eq!(person.get(&cut.draft.page("file")).ok().bytes, cut.file, "the draft is another one");
        return false;
    }
    let sent = sent.ok();
    let reference = reference(&sent);
    let case = person
        .get(&sent.links().into_iter().find(|link| link.contains("/services/") && !link.contains("papers")).unwrap())
        .ok();
    case.must_say(&reference);
    assert_eq!(person.follow(&case, "/papers/application").ok().bytes, cut.file);
    let proof = person.follow(&case, "/papers/proof").ok().bytes;
    assert!(proof == cut.signature || proof == testkit::cms::pem(&cut.signature).into_bytes(), "another proof");
    case.must_say("we have received your application");
    case.must_say(&crate::harness::Words::of("en").s("timeline-send"));
    server.journal_is_whole(&[]);
    true
}

/// Applications of this person.
fn count(person: &Person) -> u64 {
    u64::try_from(person.open("/services").ok().text().matches("DR-26-").count()).unwrap()
}

/// Is the signature durable in the folder of files already? Only for counting where a kill hit.
fn has_blob(server: &Server, signature: &[u8]) -> bool {
    let pem = testkit::cms::pem(signature);
    let keys: Vec<String> = [signature, pem.as_bytes(), pem.trim().as_bytes()]
        .iter()
        .map(|bytes| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
        .collect();
    let mut folders = vec![server.data().join("files")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if keys.contains(&name) {
                return true;
            }
        }
    }
    false
}

/// Every application has its one letter, in the end.
fn letters_and_journal(server: &Server, person: &Person, sent: u64) {
    eventually("all letters", || {
        let letters = server.letters("eml");
        let said = letters.iter().filter(|letter| letter.contains("We have received your application")).count();
        (u64::try_from(said).unwrap() == sent).then_some(())
    });
    assert_eq!(count(person), sent);
}

/// Entries of the whole journal.
fn entries(server: &Server) -> u64 {
    let told = server.journal_is_whole(&[]);
    told.split(' ').nth(1).and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{told}"))
}
