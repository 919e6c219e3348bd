//! The enclosed documents of a case, each with what the machine's rule says about legalization and translation, and how well the
//! dates behind the rule are known. The rule advises; an officer decides (Digital Code, the article before 44, point 4).

use super::Row;
use super::clock::Clock;
use crate::scanned::ScanLine;
use crate::texts::T;
use crate::visit::Visit;
use domain::country::CountryCode;
use domain::ids::{ApplicationId, MissionId};
use domain::provenance::Mark;
use domain::request::{EnclosedDocument, EnclosedFile};
use domain::scan::Scan;
use office::cases::DocumentView;
use service::summary::{document_name, legalization_text};

const KILOBYTE: u64 = 1000;

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// What the applicant stated about it.
    pub stated: Vec<Row>,
    /// What the rules say.
    pub rules: Vec<Rule>,
    /// Its files.
    pub files: Vec<FileLine>,
}

/// The answer of one rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Which rule.
    pub name: String,
    /// What it says.
    pub sentence: String,
    /// How well its dates are known; `None` when it rests on no date.
    pub mark: Option<String>,
    /// The dates are not confirmed.
    pub doubtful: bool,
}

/// A file to open.
#[derive(Clone, Debug)]
pub struct FileLine {
    /// Address; `None` where the file is not given out.
    pub url: Option<String>,
    /// Address of its first page in the viewer.
    pub pages: String,
    /// Name and size.
    pub name: String,
    /// Hash of the bytes kept, hex.
    pub sha256: String,
    /// What the virus scanner says of it.
    pub scan: Option<ScanLine>,
}

/// A document in words.
pub fn shown(visit: &Visit, (id, mission): (ApplicationId, &MissionId), view: &DocumentView) -> Document {
    let (t, document) = (visit.t(), &view.document);
    let clock = Clock::of(visit, mission);
    let scan_of = |scan: &Option<Scan>| scan.as_ref().map(|scan| ScanLine::desk(&t, &clock, scan));
    let files = document.files.iter().zip(&view.scans);
    Document {
        title: document_name(visit.state.office.texts(), visit.lang, document.kind),
        stated: stated(visit, &t, document),
        rules: vec![legalization(visit, &t, view), translation(&t, view.translation)],
        files: files.map(|(file, scan)| file_line(visit, &t, id, file, scan_of(scan))).collect(),
    }
}

fn stated(visit: &Visit, t: &T, document: &EnclosedDocument) -> Vec<Row> {
    let country = country(visit, document.issued_in);
    let issued = match document.issued_on {
        Some(date) => t.f2("desk-document-issued-on", "country", country, "date", t.date(date)),
        None => t.f("desk-document-issued-in", "country", country),
    };
    let language = format!("field-document-language-option-{}", document.language.as_str());
    let language = t.maybe(&language).unwrap_or_else(|| document.language.as_str().to_owned());
    let yes_no = |yes: bool| t.s(if yes { "desk-yes" } else { "desk-no" });
    let certified = format!("field-document-certified-option-{}", document.certified.by.as_str());
    vec![
        Row::new(t.s("desk-document-issued"), issued),
        Row::new(t.s("desk-document-language"), language),
        Row::new(t.s("desk-document-stamped"), yes_no(document.stamped)),
        Row::new(t.s("desk-document-certified"), t.s(&certified)),
        Row::new(t.s("desk-document-translation"), yes_no(document.certified.translation_enclosed)),
    ]
}

fn legalization(visit: &Visit, t: &T, view: &DocumentView) -> Rule {
    let (need, office) = (view.legalization, &visit.state.office);
    let sentence = legalization_text(office.catalogue(), office.texts(), visit.lang, view.document.issued_in, need);
    Rule {
        name: t.s("desk-rule-legalization"),
        sentence,
        mark: need.mark().map(|mark| t.s(&format!("mark-{}", mark.as_str()))),
        doubtful: need.mark().is_some_and(|mark| mark != Mark::Yes),
    }
}

fn translation(t: &T, needed: bool) -> Rule {
    let sentence = t.s(if needed { "translation-needed" } else { "translation-not-needed" });
    Rule { name: t.s("desk-rule-translation"), sentence, mark: None, doubtful: false }
}

fn file_line(visit: &Visit, t: &T, id: ApplicationId, file: &EnclosedFile, scan: Option<ScanLine>) -> FileLine {
    let size = t.n("desk-size", "count", file.bytes.div_ceil(KILOBYTE));
    FileLine {
        url: is_given_out(scan.as_ref()).then(|| visit.url(&format!("/desk/files/{}", file.id))),
        pages: visit.url(&format!("/desk/cases/{id}/pages/{}/1", file.id)),
        name: format!("{} ({size})", file.name),
        sha256: file.sha256.clone(),
        scan,
    }
}

/// The original goes to the desk, unless something harmful was found in it.
pub fn is_given_out(scan: Option<&ScanLine>) -> bool {
    scan.is_none_or(|scan| !scan.harmful)
}

fn country(visit: &Visit, code: CountryCode) -> String {
    let name = visit.state.office.catalogue().country(code);
    name.map_or_else(|| code.to_string(), |name| visit.t().of(name).to_owned())
}
