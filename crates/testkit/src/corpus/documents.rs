//! Signed XML of the corpus.
//!
//! Must never: canonicalise; the documents are canonical as they stand.

use super::Corpus;
use super::Verdict::{Invalid, Valid};
use crate::xml::{C14N, ENVELOPED, Options, sign};
use crate::{Algorithm, Person};

const DOCUMENT: &str = "<application Id=\"whole\"><name>СЫНАҚОВА</name><deceased Id=\"part\"></deceased></application>";

pub(super) fn add(corpus: &mut Corpus) {
    let people = Algorithm::ALL.map(|algorithm| corpus.person("applicant", algorithm));
    let mut all = DOCUMENT.to_owned();
    for person in &people {
        let signed = sign(DOCUMENT, person, &Options::default());
        let name = person.algorithm().name();
        corpus.case(&format!("xml/{name}.xml"), signed.clone().into_bytes(), Valid, "as the NCA's software signs");
        let changed = signed.replace("СЫНАҚОВА", "СЫНАҚОВ");
        corpus.case(&format!("xml/{name}_changed.xml"), changed.into_bytes(), Invalid, "the document was changed");
        all = sign(&all, person, &Options::default());
    }
    corpus.case("xml/co_signed.xml", all.into_bytes(), Valid, "each signature is over the earlier ones");
    forms(corpus, &people[0]);
}

fn forms(corpus: &mut Corpus, person: &Person) {
    let with = |options: Options| sign(DOCUMENT, person, &options);
    let plain = with(Options::default());
    let (start, end) = (plain.find("<ds:Signature ").unwrap(), plain.rfind("</application>").unwrap());
    let (before, signature) = (&plain[..start], &plain[start..end]);
    let to = |uri: &str| with(Options { uri: uri.to_owned(), ..Options::default() });
    let moved = format!("{before}<more>{signature}</more></application>");
    let cases = [
        ("by_id", to("#whole"), Valid, "the root's Id"),
        ("comment", plain.replace("<name>", "<!-- free --><name>"), Valid, "comments are not digested"),
        ("default_namespace", with(Options { prefix: "", ..Options::default() }), Valid, "no prefix"),
        ("carriage_returns", with(Options { carriage_returns: true, ..Options::default() }), Valid, "&#13; in base64"),
        ("part", to("#part"), Invalid, "only a part is signed"),
        ("two_references", with(Options { references: 2, ..Options::default() }), Invalid, "one Reference only"),
        ("no_references", with(Options { references: 0, ..Options::default() }), Invalid, "one Reference only"),
        (
            "order",
            with(Options { transforms: vec![C14N, ENVELOPED], ..Options::default() }),
            Invalid,
            "other transforms",
        ),
        ("doctype", format!("<!DOCTYPE application>{plain}"), Invalid, "no document types"),
        ("wrapped", format!("<evil>{plain}</evil>"), Invalid, "the Signature is not under the root"),
        ("moved", moved, Invalid, "the Signature is not a child of the root"),
        ("unsigned", DOCUMENT.to_owned(), Invalid, "nobody signed"),
        ("malformed", plain.replace("</name>", ""), Invalid, "no XML"),
    ];
    for (name, text, verdict, reason) in cases {
        corpus.case(&format!("xml/{name}.xml"), text.into_bytes(), verdict, reason);
    }
}
