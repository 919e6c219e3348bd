//! The path of an applicant, page by page: sign in, request online, fill in, enclose, sign or confirm. Without a script, as the
//! pages allow it; every field is found on its page.

use super::clock::eventually;
use super::files;
use super::page::Page;
use super::person::{Chosen, Person};
use super::server::Server;
use jiff::Timestamp;
use testkit::Person as Signer;
use testkit::nca::demo::iin;

/// What a person answers, section by section.
#[derive(Clone, Debug)]
pub struct Answers {
    sections: Vec<(&'static str, Vec<(&'static str, String)>)>,
}

impl Answers {
    /// A daughter whose father died in Berlin on Thursday; the hospital's paper is apostilled and translated.
    pub fn of_a_daughter() -> Answers {
        let sections = [
            ("you", &YOU[..]),
            ("person", &PERSON[..]),
            ("death", &DEATH[..]),
            ("documents", &DOCUMENTS[..]),
            ("collecting", &COLLECTING[..]),
        ];
        let owned = |fields: &[(&'static str, &str)]| {
            fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect::<Vec<_>>()
        };
        let answers = Answers { sections: sections.iter().map(|(id, fields)| (*id, owned(fields))).collect() };
        answers.with("deceased-iin", &iin("521104300", 1))
    }

    /// The same with another answer.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Answers {
        let mut fields = self.sections.iter_mut().flat_map(|(_, fields)| fields);
        let field = fields.find(|(own, _)| *own == name).unwrap_or_else(|| panic!("no answer {name}"));
        value.clone_into(&mut field.1);
        self
    }

    /// The fields of a section.
    pub fn section(&self, id: &str) -> Vec<(&str, &str)> {
        let found = self.sections.iter().find(|(own, _)| *own == id).unwrap_or_else(|| panic!("no section {id}"));
        found.1.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }

    /// Names of the sections, in order.
    pub fn section_names(&self) -> Vec<&'static str> {
        self.sections.iter().map(|(id, _)| *id).collect()
    }
}

const YOU: [(&str, &str); 8] = [
    ("relation", "child"),
    ("address-country", "DE"),
    ("address-line1", "Lindenstraße 7"),
    ("address-city", "Berlin"),
    ("address-postal-code", "10969"),
    ("phone", "+49 1512 3456789"),
    ("phone-texts", "yes"),
    ("email", "aigerim@example.org"),
];

const PERSON: [(&str, &str); 15] = [
    ("deceased-known", "yes"),
    ("deceased-surname", "Сынақов"),
    ("deceased-given", "Үлгі"),
    ("deceased-iin", ""),
    ("deceased-sex", "male"),
    ("deceased-born-day", "4"),
    ("deceased-born-month", "11"),
    ("deceased-born-year", "1952"),
    ("deceased-birth-country", "KZ"),
    ("deceased-citizenship", "KZ"),
    ("deceased-residence", "Lindenstraße 7, 10969 Berlin"),
    ("deceased-marital-status", "widowed"),
    ("surrendered", "will_bring"),
    ("surrendered-document", "Жеке куәлік 012345678"),
    ("surrendered-military", "no"),
];

const DEATH: [(&str, &str); 12] = [
    ("death-date-day", "19"),
    ("death-date-month", "11"),
    ("death-date-year", "2026"),
    ("death-country", "DE"),
    ("death-place", "Berlin, Charité"),
    ("basis", "medical"),
    ("medical-issued-by", "Charité"),
    ("medical-number", "T-4711"),
    ("medical-issued-on-day", "20"),
    ("medical-issued-on-month", "11"),
    ("medical-issued-on-year", "2026"),
    ("cause", "not_stated"),
];

const DOCUMENTS: [(&str, &str); 5] = [
    ("basis-country", "DE"),
    ("basis-language", "de"),
    ("basis-stamped", "yes"),
    ("basis-certified", "apostille"),
    ("basis-translation", "yes"),
];

const COLLECTING: [(&str, &str); 3] = [("collector", "applicant"), ("certificate-language", "kk"), ("consent", "yes")];

/// The documents that these answers call for, each in another kind of file.
fn enclosures() -> [(&'static str, Chosen); 3] {
    [
        ("medical", files::medical()),
        ("apostille", Chosen::new("Apostille.jpg", files::jpeg())),
        ("translation", Chosen::new("Аударма.png", files::png())),
    ]
}

/// A request that is being composed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its address: `/en/request/…`.
    pub path: String,
}

impl Draft {
    /// A page of the draft: `check`, `signature`, `files/medical`.
    pub fn page(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }
}

impl Person {
    /// Signs in with a key: the challenge is downloaded, signed with any program, and the signature uploaded.
    pub fn signs_in_with(&self, key: &Signer, at: Timestamp) -> Page {
        let ways = self.open("/sign-in").ok();
        let panel = self.send(&ways, &[("way", "eds")]).ok();
        self.answers_challenge(&panel, key, at)
    }

    /// Signs the challenge of a page that asks for it.
    pub fn answers_challenge(&self, panel: &Page, key: &Signer, at: Timestamp) -> Page {
        let challenge = self.follow(panel, "/sign-in/eds/challenge").ok();
        let signature = key.sign_detached(&challenge.bytes, at);
        self.send_file(panel, &Chosen::new("sign-in.cms", signature))
    }

    /// Signs in with a telephone: the code comes in a text message.
    pub fn signs_in_by_phone(&self, server: &Server, number: &str) -> Page {
        let ways = self.open("/sign-in").ok();
        let asks = self.send(&ways, &[("way", "phone")]).ok();
        let before = codes(server, number).len();
        let sent = self.send(&asks, &[("phone", number)]).ok();
        let code = next_code(server, number, before);
        self.send(&sent, &[("code", &code)]).ok()
    }

    /// "Request online": the country of residence, then the mission where there is a choice.
    pub fn begins(&self, country: &str, mission: &str) -> Draft {
        let asks = self.open("/request/new").ok();
        let missions = self.send(&asks, &[("country", country)]).ok();
        let tasks = self.send(&missions, &[("mission", mission)]).ok();
        let path = tasks.path.split('?').next().unwrap().to_owned();
        assert!(path.contains("/request/"), "{path}");
        Draft { path }
    }

    /// Fills in one section.
    pub fn fills_in(&self, draft: &Draft, section: &str, answers: &Answers) -> Page {
        self.send_by(&self.get(&draft.page(section)).ok(), &answers.section(section), "continue")
    }

    /// Encloses a file with a document.
    pub fn encloses(&self, draft: &Draft, document: &str, file: &Chosen) -> Page {
        self.send_file(&self.get(&draft.page(&format!("files/{document}"))).ok(), file)
    }

    /// Every section and every document of these answers.
    pub fn completes(&self, draft: &Draft, answers: &Answers) {
        for section in answers.section_names() {
            let _ = self.fills_in(draft, section, answers).ok();
        }
        for (document, file) in enclosures() {
            let _ = self.encloses(draft, document, &file).ok();
        }
    }

    /// A whole request of the daughter to the embassy in Berlin, ready to be checked and sent.
    pub fn composes(&self) -> Draft {
        let draft = self.begins("DE", "berlin");
        self.completes(&draft, &Answers::of_a_daughter());
        draft
    }

    /// The exact file to be signed.
    pub fn file_to_sign(&self, draft: &Draft) -> Vec<u8> {
        let check = self.get(&draft.page("check")).ok();
        let address = draft.page("file");
        assert!(check.links().contains(&address), "nothing to sign yet: {}", check.text());
        self.get(&address).ok().bytes
    }

    /// Signs the file with a program of their own and uploads the signature.
    pub fn signs(&self, draft: &Draft, key: &Signer, at: Timestamp) -> Page {
        let signature = key.sign_detached(&self.file_to_sign(draft), at);
        self.sends_signature(draft, signature)
    }

    /// Uploads a signature.
    pub fn sends_signature(&self, draft: &Draft, signature: impl Into<Vec<u8>>) -> Page {
        self.send_file(&self.get(&draft.page("signature")).ok(), &Chosen::new("request.cms", signature))
    }
}

/// The reference on the page of a request that was sent.
pub fn reference(sent: &Page) -> String {
    let text = sent.text();
    let at = text.find("DR-26-").unwrap_or_else(|| panic!("no reference: {text}"));
    text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// One-time codes that were sent to a number, oldest first.
pub fn codes(server: &Server, number: &str) -> Vec<String> {
    let letters = server.letters("sms");
    let own = letters.iter().filter(|letter| letter.lines().next() == Some(number));
    own.filter_map(|letter| letter.rsplit_once('#').map(|(_, code)| code.trim().to_owned())).collect()
}

/// Waits for the code that comes after the first `before`.
pub fn next_code(server: &Server, number: &str, before: usize) -> String {
    eventually("a one-time code", || codes(server, number).into_iter().nth(before))
}
