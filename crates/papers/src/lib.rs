//! The papers of the path as PDF: application, certificate, refusal, complaint. Implements `domain::paper::Press` with Typst.
//!
//! Pure: fonts, templates and sentences come in as values, bytes go out; the same paper gives the same bytes. Nothing
//! here opens a file, reads a clock or decides anything: it prints what the domain hands over, and a person's words are
//! data for the template, never markup. Only the binary links this crate.

mod application;
mod certificate;
mod complaint;
mod complaint_decision;
mod dates;
mod officer;
mod printable;
mod refusal;
mod sheet;
mod slip;
mod templates;
mod typesetter;
mod words;

pub use domain::paper::PressError;
pub use templates::PaperTemplates;
pub use words::Words;

use domain::lang::Lang;
use domain::paper::{
    ApplicationPaper, CertificatePaper, ComplaintDecisionPaper, ComplaintPaper, Press, PrintedNames, RefusalPaper,
    SlipPaper,
};
use serde::Serialize;
use sheet::Tongue;
use typesetter::{Kind, Typesetter};

/// The press: fonts and templates prepared once, used by many threads.
pub struct TypstPress {
    typesetter: Typesetter,
    words: Box<dyn Words>,
}

impl TypstPress {
    /// `fonts`: whole TTF or OTF files, at least a regular and a bold face of one family; the first family sets the
    /// papers and further ones fill in for scripts it lacks. `words`: the sentences of `papers.ftl`.
    ///
    /// # Errors
    /// [`PressError`] when no font can be read or the fonts lack a Kazakh, Russian or Latin letter.
    pub fn new(
        fonts: Vec<Vec<u8>>,
        templates: &PaperTemplates,
        words: Box<dyn Words>,
    ) -> Result<TypstPress, PressError> {
        Ok(TypstPress { typesetter: Typesetter::new(fonts, templates)?, words })
    }

    fn tongue<'a>(&'a self, names: &'a PrintedNames, languages: (Lang, Option<Lang>)) -> Tongue<'a> {
        Tongue { words: &*self.words, names, main: languages.0, beside: languages.1 }
    }

    fn print(&self, kind: Kind, sheet: &impl Serialize, attachment: Option<&[u8]>) -> Result<Vec<u8>, PressError> {
        let fault = |error: serde_json::Error| PressError(error.to_string());
        let mut data = serde_json::to_value(sheet).map_err(fault)?;
        let replaced = self.typesetter.coverage().make_printable(&mut data);
        if let Some(fields) = data.as_object_mut() {
            fields.insert("unprintable_met".into(), replaced.into());
        }
        self.typesetter.set(kind, serde_json::to_vec(&data).map_err(fault)?, attachment)
    }
}

impl Press for TypstPress {
    fn application(&self, paper: &ApplicationPaper<'_>) -> Result<Vec<u8>, PressError> {
        let tongue = self.tongue(paper.names, application::tongue_languages(paper.request));
        let sheet = application::sheet(paper, &tongue, self.typesetter.family());
        self.print(Kind::Application, &sheet, Some(paper.canonical.bytes()))
    }

    fn certificate(&self, paper: &CertificatePaper<'_>) -> Result<Vec<u8>, PressError> {
        let tongue = self.tongue(paper.names, (paper.language.into(), None));
        let sheet = certificate::sheet(paper, &tongue, self.typesetter.family());
        self.print(Kind::Certificate, &sheet, None)
    }

    fn refusal(&self, paper: &RefusalPaper<'_>) -> Result<Vec<u8>, PressError> {
        let tongue = self.tongue(paper.names, refusal::tongue_languages(paper));
        let sheet = refusal::sheet(paper, &tongue, self.typesetter.family());
        self.print(Kind::Refusal, &sheet, None)
    }

    fn complaint(&self, paper: &ComplaintPaper<'_>) -> Result<Vec<u8>, PressError> {
        let tongue = self.tongue(paper.names, complaint::tongue_languages(paper));
        let sheet = complaint::sheet(paper, &tongue, self.typesetter.family());
        self.print(Kind::Complaint, &sheet, Some(paper.canonical))
    }

    fn complaint_decision(&self, paper: &ComplaintDecisionPaper<'_>) -> Result<Vec<u8>, PressError> {
        let tongue = self.tongue(paper.names, complaint_decision::tongue_languages(paper));
        let sheet = complaint_decision::sheet(paper, &tongue, self.typesetter.family());
        self.print(Kind::ComplaintDecision, &sheet, None)
    }

    fn slip(&self, paper: &SlipPaper<'_>) -> Result<Vec<u8>, PressError> {
        let tongue = self.tongue(paper.names, slip::tongue_languages(paper));
        let sheet = slip::sheet(paper, &tongue, self.typesetter.family());
        self.print(Kind::Slip, &sheet, None)
    }
}
