//! Typst as a pure function: a template, a data file and an attachment in, PDF bytes out.
//!
//! Everything a template may read is named here and given as bytes; there is no file system, no network, no clock and
//! no package registry behind this world. Never put a person's text into a template's source: it goes through
//! `paper.json`, which Typst reads as data, so `#`, `*` and `$` print as themselves.

use crate::printable::Coverage;
use crate::templates::PaperTemplates;
use domain::paper::PressError;
use sha2::{Digest, Sha256};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Name under which a template finds what it prints.
const DATA_FILE: &str = "/paper.json";
/// Name under which a template finds the file it attaches.
const ATTACHMENT_FILE: &str = "/request.json";
/// Name of the module that the templates share.
const LAYOUT_FILE: &str = "/layout.typ";
/// A memoised result is dropped when this many papers were set without it: memory stays flat.
const MEMO_AGE_PAPERS_MAX: usize = 8;

/// Which of the templates to set, and by which standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Application,
    Certificate,
    Refusal,
    Complaint,
    ComplaintDecision,
    Slip,
}

impl Kind {
    fn file(self) -> &'static str {
        match self {
            Kind::Application => "/application.typ",
            Kind::Certificate => "/certificate.typ",
            // Both are decisions of one shape.
            Kind::Refusal | Kind::ComplaintDecision => "/refusal.typ",
            Kind::Complaint => "/complaint.typ",
            Kind::Slip => "/slip.typ",
        }
    }

    /// PDF/A-3a allows the attachment (A-2a refuses any); both go with PDF/UA-1.
    fn standards(self) -> [PdfStandard; 2] {
        match self {
            Kind::Application | Kind::Complaint => [PdfStandard::A_3a, PdfStandard::Ua_1],
            Kind::Certificate | Kind::Refusal | Kind::ComplaintDecision | Kind::Slip => {
                [PdfStandard::A_2a, PdfStandard::Ua_1]
            }
        }
    }
}

/// Fonts, library and sources, prepared once.
pub(crate) struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    coverage: Coverage,
    family: String,
}

impl Typesetter {
    /// `fonts`: whole TrueType or OpenType files; the first one's family sets the papers.
    pub(crate) fn new(fonts: Vec<Vec<u8>>, templates: &PaperTemplates) -> Result<Typesetter, PressError> {
        let fonts: Vec<Font> = fonts.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let family = match fonts.first() {
            Some(font) => font.info().family.to_string(),
            None => return Err(PressError("no font was given that can be read".into())),
        };
        let coverage = Coverage::of(&fonts);
        coverage.check_alphabets()?;
        let sources = [
            (LAYOUT_FILE, &templates.layout),
            (Kind::Application.file(), &templates.application),
            (Kind::Certificate.file(), &templates.certificate),
            (Kind::Refusal.file(), &templates.refusal),
            (Kind::Complaint.file(), &templates.complaint),
            (Kind::Slip.file(), &templates.slip),
        ];
        let sources = sources
            .into_iter()
            .map(|(path, text)| Ok(Source::new(file_id(path)?, text.clone())))
            .collect::<Result<Vec<_>, PressError>>()?;
        Ok(Typesetter {
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            coverage,
            family,
        })
    }

    /// What the fonts can print.
    pub(crate) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// The family that sets the papers.
    pub(crate) fn family(&self) -> &str {
        &self.family
    }

    /// Sets one paper. The identifier of the PDF follows from the content, so the same content gives the same bytes.
    pub(crate) fn set(&self, kind: Kind, data: Vec<u8>, attachment: Option<&[u8]>) -> Result<Vec<u8>, PressError> {
        let ident = ident(kind, &data, attachment);
        let desk = Desk {
            shop: self,
            main: file_id(kind.file())?,
            data: (file_id(DATA_FILE)?, Bytes::new(data)),
            attachment: (file_id(ATTACHMENT_FILE)?, attachment.map(|bytes| Bytes::new(bytes.to_vec()))),
        };
        let standards = PdfStandards::new(&kind.standards()).map_err(|e| PressError(e.message().to_string()))?;
        let options = PdfOptions { ident: Smart::Custom(ident), standards, ..PdfOptions::default() };
        let set = typst::compile::<PagedDocument>(&desk);
        let pdf = match set.output {
            Ok(_) if !set.warnings.is_empty() => Err(told(kind, &set.warnings)),
            Ok(document) => typst_pdf::pdf(&document, &options).map_err(|faults| told(kind, &faults)),
            Err(faults) => Err(told(kind, &faults)),
        };
        comemo::evict(MEMO_AGE_PAPERS_MAX);
        pdf
    }
}

/// The world of one paper.
struct Desk<'a> {
    shop: &'a Typesetter,
    main: FileId,
    data: (FileId, Bytes),
    attachment: (FileId, Option<Bytes>),
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shop.sources.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            return Ok(self.data.1.clone());
        }
        match &self.attachment {
            (name, Some(bytes)) if *name == id => Ok(bytes.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(path: &str) -> Result<FileId, PressError> {
    let path = VirtualPath::new(path).map_err(|_| PressError(format!("{path} is not a path")))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn ident(kind: Kind, data: &[u8], attachment: Option<&[u8]>) -> String {
    let mut hash = Sha256::new();
    hash.update(kind.file());
    hash.update(Sha256::digest(data));
    hash.update(Sha256::digest(attachment.unwrap_or_default()));
    hex::encode(hash.finalize())
}

/// The messages of Typst. They quote templates and fonts, so they go to the log, never to a person.
fn told(kind: Kind, faults: &[SourceDiagnostic]) -> PressError {
    let messages: Vec<String> = faults.iter().map(|fault| fault.message.to_string()).collect();
    PressError(format!("{}: {}", kind.file(), messages.join("; ")))
}
