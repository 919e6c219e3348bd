//! An applicant's way to a request that waits for its signature: sign in with a key, compose, enclose, sign.
//!
//! Here because a submission can be timed only when all before it is true. Fields are sent as the pages name them; a page that
//! refuses ends the bench with its address. It must never skip a page that a person cannot skip.

use super::form::{Form, forms};
use super::http::{Answer, Browser, Pairs};
use super::server::Place;

/// Whose key signs (testkit, GOST R 34.10-2015, 512 bits).
const SIGNER: &str = "applicant1";
/// Statuses of a form that was taken.
const SEE_OTHER: u16 = 303;

/// A request whose file is signed and whose signature is not sent yet.
pub struct Signed {
    path: String,
    form: Form,
    field: String,
    cms: Vec<u8>,
}

impl Signed {
    /// The address of its draft.
    pub fn draft(&self) -> &str {
        self.path.trim_end_matches("/signature")
    }

    /// Sends it: the request that is timed.
    pub fn submit(&self, browser: &mut Browser) -> Result<Answer, String> {
        let answer = browser.post_file(&self.path, &self.form.hidden, &self.field, ("request.cms", &self.cms))?;
        if answer.status == SEE_OTHER && answer.location.as_deref().is_some_and(|to| to.ends_with("/sent")) {
            return Ok(answer);
        }
        Err(format!("{} answered {} instead of sending the request", self.path, answer.status))
    }
}

/// Signs in by a signed challenge.
pub fn sign_in(browser: &mut Browser, place: &Place) -> Result<(), String> {
    // The first page gives an anonymous form its cookie.
    page(browser, "/en/sign-in")?;
    let html = page(browser, "/en/sign-in/eds")?;
    let form = file_form(&html).ok_or("the page of signing in takes no file")?;
    let link = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let link =
        link.map(|address| address.replace("&amp;", "&")).find(|address| address.contains("/sign-in/eds/challenge"));
    let challenge = browser.get(&link.ok_or("no challenge to sign")?)?;
    let cms = place.sign(SIGNER, &challenge.body)?;
    let field = form.file.as_deref().unwrap_or_default();
    taken(browser.post_file(&form.action, &form.hidden, field, ("sign-in.cms", &cms))?, "/en/sign-in/eds").map(drop)
}

/// Begins a draft for the embassy in Berlin and gives its address.
pub fn begin(browser: &mut Browser) -> Result<String, String> {
    let html = page(browser, "/en/request/new")?;
    let asked = send(browser, "/en/request/new", &html, &[("country", "DE")])?;
    let html = match asked.status {
        SEE_OTHER => page(browser, asked.location.as_deref().unwrap_or_default())?,
        200 => asked.text(),
        status => return Err(format!("/en/request/new answered {status}")),
    };
    let begun = taken(send(browser, "/en/request/new", &html, &[("mission", "berlin")])?, "/en/request/new")?;
    begun.split('?').next().map(str::to_owned).ok_or_else(|| "the draft has no address".to_owned())
}

/// Answers all sections, encloses the documents, has the file made and signs it.
pub fn compose(browser: &mut Browser, place: &Place) -> Result<Signed, String> {
    let draft = begin(browser)?;
    for (section, answers) in SECTIONS {
        let path = format!("{draft}/{section}");
        let html = page(browser, &path)?;
        taken(send(browser, &path, &html, answers)?, &path)?;
    }
    for document in DOCUMENTS {
        let path = format!("{draft}/files/{document}");
        let form = file_form(&page(browser, &path)?).ok_or_else(|| format!("{path} takes no file"))?;
        let field = form.file.as_deref().unwrap_or_default();
        taken(browser.post_file(&path, &form.hidden, field, ("paper.pdf", PDF.as_bytes()))?, &path)?;
    }
    page(browser, &format!("{draft}/check"))?;
    let path = format!("{draft}/signature");
    let form = file_form(&page(browser, &path)?).ok_or_else(|| format!("{path} takes no file"))?;
    let file = browser.get(&format!("{draft}/file"))?;
    let cms = place.sign(SIGNER, &file.body)?;
    Ok(Signed { path, field: form.file.clone().unwrap_or_default(), form, cms })
}

/// A page that must be there.
pub fn page(browser: &mut Browser, path: &str) -> Result<String, String> {
    let answer = browser.get(path)?;
    if answer.status == 200 { Ok(answer.text()) } else { Err(format!("{path} answered {}", answer.status)) }
}

fn file_form(html: &str) -> Option<Form> {
    forms(html).into_iter().find(|form| form.file.is_some())
}

/// Fills in the form that has all these fields and presses its first button that continues.
pub fn send(browser: &mut Browser, path: &str, html: &str, answers: &[(&str, &str)]) -> Result<Answer, String> {
    let has = |form: &Form, name: &str| form.names.iter().any(|own| own == name);
    let form = forms(html).into_iter().find(|form| answers.iter().all(|(name, _)| has(form, name)));
    let form = form.ok_or_else(|| {
        let missing = answers.iter().filter(|(name, _)| !forms(html).iter().any(|form| has(form, name)));
        let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
        format!("{path} does not ask for {}", missing.join(", "))
    })?;
    let mut pairs: Pairs = form.hidden.clone();
    pairs.extend(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    pairs.extend(form.buttons.into_iter().find(|(_, value)| value == "continue"));
    browser.post(if form.action.is_empty() { path } else { &form.action }, &pairs)
}

/// Where a form that was taken leads.
fn taken(answer: Answer, path: &str) -> Result<String, String> {
    match (answer.status, answer.location) {
        (SEE_OTHER, Some(to)) => Ok(to),
        (status, _) => Err(format!("{path} answered {status} and did not take the form")),
    }
}

/// A daughter whose father died in Berlin; every name is invented, the IIN has a right check digit.
const SECTIONS: [(&str, &[(&str, &str)]); 5] = [
    (
        "you",
        &[
            ("relation", "child"),
            ("address-country", "DE"),
            ("address-line1", "Lindenstraße 7"),
            ("address-city", "Berlin"),
            ("address-postal-code", "10969"),
            ("phone", "+49 1512 3456789"),
            ("phone-texts", "yes"),
            ("email", "aigerim@example.org"),
        ],
    ),
    (
        "person",
        &[
            ("deceased-known", "yes"),
            ("deceased-surname", "Сынақов"),
            ("deceased-given", "Үлгі"),
            ("deceased-iin", "521104300016"),
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
        ],
    ),
    (
        "death",
        &[
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
        ],
    ),
    (
        "documents",
        &[
            ("basis-country", "DE"),
            ("basis-language", "de"),
            ("basis-stamped", "yes"),
            ("basis-certified", "apostille"),
            ("basis-translation", "yes"),
        ],
    ),
    ("collecting", &[("collector", "applicant"), ("certificate-language", "kk"), ("consent", "yes")]),
];

/// The documents these answers call for.
const DOCUMENTS: [&str; 3] = ["medical", "apostille", "translation"];

/// A PDF of one empty page (ISO 32000-1, 7.5).
const PDF: &str = "%PDF-1.4\n\
    1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
    2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
    3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n\
    xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \n\
    trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n186\n%%EOF\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_pdf_points_at_its_objects() {
        let table = PDF.split("startxref\n").nth(1).and_then(|rest| rest.lines().next()).unwrap();
        assert!(PDF[table.parse::<usize>().unwrap()..].starts_with("xref"));
        for (at, object) in [(9, "1 0 obj"), (58, "2 0 obj"), (115, "3 0 obj")] {
            assert!(PDF[at..].starts_with(object), "{object}");
        }
    }
}
