//! A person of the desk: signs in with login, password and the code of the moment; opens cases; acts on them page by page.

use super::page::Page;
use super::person::Person;
use super::server::Server;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use totp_rs::{Algorithm, Builder, Secret};

/// Password of every demonstration login (crates/elshi/src/demo.rs).
pub const PASSWORD: &str = "demo-demo-demo";
/// Password of those who are added.
const PASSWORD_OF_ADDED: &str = "a long password";
/// Step of a code (RFC 6238), seconds.
const STEP_SECONDS: u64 = 30;

/// A person of the desk who signed in.
pub struct Officer {
    /// With a browser.
    pub person: Person,
}

impl Officer {
    /// Signs in. Once for each login and story: no code is taken twice.
    pub fn signs_in(server: &Server, login: &str) -> Officer {
        Officer::with_code(server, login, PASSWORD, &code(login, server))
    }

    /// A colleague of Berlin's officer whom the administrator adds; signs in with the secret that was printed.
    pub fn is_added(server: &Server, login: &str, name: &str) -> Officer {
        Officer::is_added_at(server, "berlin", login, name)
    }

    /// An officer of another mission whom the administrator adds.
    pub fn is_added_at(server: &Server, mission: &str, login: &str, name: &str) -> Officer {
        Officer::is_added_as(server, "officer", Some(mission), login, name)
    }

    /// Anybody whom the command line adds; `None`: of all missions.
    pub fn is_added_as(server: &Server, role: &str, mission: Option<&str>, login: &str, name: &str) -> Officer {
        let (data, trust) = (server.data(), server.trust());
        let place = ["--data", data.to_str().unwrap(), "--trust", trust.to_str().unwrap(), "--demo"];
        let mut posts = vec!["--post-kk", "консул", "--post-ru", "консул", "--post-en", "consul"];
        posts.extend(mission.iter().flat_map(|mission| ["--mission", mission]));
        let who = ["admin", "add-staff", "--login", login, "--role", role, "--name", name];
        let added =
            server.elshi_hears(&[&who[..], &posts, &place].concat(), format!("{PASSWORD_OF_ADDED}\n").as_bytes());
        let said = String::from_utf8(added.stdout).unwrap();
        let secret =
            said.split("secret ").nth(1).unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&added.stderr)));
        Officer::with_code(server, login, PASSWORD_OF_ADDED, &code_at(from_base32(secret.trim()), server.now()))
    }

    /// Somebody whose password and code secret (base 32) were told by a page: they set a password of their own.
    pub fn with_secret(server: &Server, login: &str, password: &str, secret: &str) -> Officer {
        let (person, code) = (server.person("en"), code_at(from_base32(secret), server.now()));
        let page = person.open("/desk/sign-in").ok();
        let typed = [("login", login), ("password", password), ("code", &*code)];
        let asked = person.send(&page, &typed).must_be(422);
        let with = |own: &'static str| [typed[1], typed[2], ("own_password", own)];
        for poor in ["short", ""] {
            let _ = person.send(&asked, &with(poor)).must_be(422);
        }
        let entered = person.send(&asked, &with(PASSWORD_OF_ADDED)).ok();
        assert!(!entered.path.contains("sign-in"), "{login} stays outside: {}", entered.text());
        Officer { person }
    }

    fn with_code(server: &Server, login: &str, password: &str, code: &str) -> Officer {
        let person = server.person("en");
        let page = person.open("/desk/sign-in").ok();
        let entered = person.send(&page, &[("login", login), ("password", password), ("code", code)]).ok();
        assert!(!entered.path.contains("sign-in"), "{login} stays outside: {}", entered.text());
        Officer { person }
    }

    /// A person whom the command line adds to an installation that is no demonstration.
    pub fn of_an_installation(server: &Server, role: &str) -> Officer {
        let (login, letters) = ("a.seitova", server.desk_drawer().join("letters"));
        let mut words = vec!["admin", "add-staff", "--login", login, "--role", role, "--name", "С. А."];
        words.extend(["--post-kk", "әкімші", "--post-ru", "администратор", "--post-en", "administrator"]);
        let data = server.data();
        words.extend(["--letters-folder", letters.to_str().unwrap(), "--data", data.to_str().unwrap()]);
        let trust = server.trust();
        words.extend(["--trust", trust.to_str().unwrap()]);
        let said = server.elshi_hears(&words, format!("{PASSWORD}\n").as_bytes());
        let said = String::from_utf8(said.stdout).unwrap();
        let secret = said.split("secret ").nth(1).unwrap_or_else(|| panic!("no secret: {said}")).trim();
        let secret = Secret::try_from_base32(secret).unwrap();
        let person = server.person("en");
        let page = person.open("/desk/sign-in").ok();
        let code = code_at(secret.to_vec(), this_computers_time());
        let entered = person.send(&page, &[("login", login), ("password", PASSWORD), ("code", &code)]).ok();
        assert!(!entered.path.contains("sign-in"), "{login} stays outside: {}", entered.text());
        Officer { person }
    }

    /// The case with this reference, from the queue.
    pub fn opens(&self, reference: &str) -> Case<'_> {
        let queue = self.person.open("/desk/queue?tab=all").ok();
        queue.must_say(reference);
        let html = queue.html();
        let link = html
            .select(&super::page::select("a[href*='/desk/cases/']"))
            .find(|link| link.text().collect::<String>().contains(reference))
            .unwrap_or_else(|| panic!("the queue has no link for {reference}"));
        Case { officer: self, path: link.attr("href").unwrap().to_owned() }
    }

    /// True when the queue (all states) names the reference.
    pub fn sees(&self, reference: &str) -> bool {
        self.person.open("/desk/queue?tab=all").ok().says(reference)
    }
}

/// A case on the desk.
pub struct Case<'o> {
    officer: &'o Officer,
    /// Its address.
    pub path: String,
}

impl Case<'_> {
    /// The page of the case.
    pub fn page(&self) -> Page {
        self.officer.person.get(&self.path).ok()
    }

    /// The page of an act: `registration`, `record`, `refusal` …
    pub fn act(&self, noun: &str) -> Page {
        self.officer.person.get(&format!("{}/{noun}", self.path))
    }

    /// Does an act whose page only shows the letter and asks for the last word.
    pub fn does(&self, noun: &str) -> Page {
        let look = self.act(noun).ok();
        self.sends(&look)
    }

    /// Registers the request and makes the record; the certificate comes by itself.
    pub fn has_its_certificate(&self) -> Page {
        self.does("registration");
        self.does("record");
        super::eventually("the certificate", || Some(self.paper("certificate")).filter(|paper| paper.status == 200))
    }

    /// Fills in the page of an act, reads the letter, gives the last word.
    pub fn fills_in(&self, noun: &str, fields: &[(&str, &str)]) -> Page {
        let look = self.officer.person.send_by(&self.act(noun).ok(), fields, "preview").ok();
        self.sends(&look)
    }

    fn sends(&self, look: &Page) -> Page {
        let done = self.officer.person.press(look, "send").ok();
        // A case that was forwarded has no page to go back to.
        let is_done = done.path.starts_with(&self.path) || done.path.ends_with("/desk/queue?taken=transfer");
        assert!(is_done, "not done: {}: {}", done.path, done.text());
        done
    }

    /// A paper of the case.
    pub fn paper(&self, kind: &str) -> Page {
        self.officer.person.get(&format!("{}/papers/{kind}", self.path))
    }
}

/// The code that the login's app shows now.
pub fn code(login: &str, server: &Server) -> String {
    let secret = Sha256::digest(format!("elshi demonstration {login}")).iter().take(20).copied().collect();
    code_at(secret, server.now())
}

fn code_at(secret: Vec<u8>, at: Timestamp) -> String {
    let app = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_step_duration(STEP_SECONDS);
    let app = app.with_secret(secret).build().unwrap();
    app.generate(u64::try_from(at.as_second()).unwrap()).to_string()
}

#[expect(clippy::disallowed_methods, reason = "an installation that is no demonstration has this computer's clock")]
fn this_computers_time() -> Timestamp {
    Timestamp::now()
}

/// RFC 4648, 6, without padding.
fn from_base32(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (vec![], 0_u32, 0_u32);
    for letter in text.bytes() {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|own| *own == letter).unwrap();
        (bits, held) = (bits << 5 | u32::try_from(value).unwrap(), held + 5);
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).unwrap());
        }
    }
    bytes
}
