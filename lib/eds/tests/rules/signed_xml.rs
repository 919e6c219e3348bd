//! Signed XML: one Reference to the whole document, those transforms, a Signature under the root, nothing hidden.

use eds::{Code, Outcome, Policy, Verdict, verify, verify_existing};
use testkit::xml::{C14N, C14N_WITH_COMMENTS, ENVELOPED, Options, XMLDSIG, sign};
use testkit::{Algorithm, Person, PersonSpec, Validity};

use crate::setting::{DAY, codes, expect, expect_valid, judge, lists, nca, now, person, trust};

const DOCUMENT: &str = "<a><b>text</b></a>";
const WITH_ID: &str = "<a Id=\"whole\"><b Id=\"part\">text</b></a>";

fn verdict(document: &str) -> Verdict {
    let nca = nca();
    judge(document.as_bytes(), &nca, &lists(&nca))
}

fn signer() -> Person {
    person(&nca(), Algorithm::Gost512)
}

fn with(options: Options) -> Verdict {
    verdict(&sign(DOCUMENT, &signer(), &options))
}

#[test]
fn a_signature_known_to_have_existed_is_judged_at_that_instant() {
    let nca = nca();
    let mut spec = PersonSpec::individual("expired", Algorithm::Gost512);
    spec.validity = Validity::Expired;
    let signed = sign(DOCUMENT, &nca.person(&spec), &Options::default());
    let judged = |existed_at| {
        verify_existing(signed.as_bytes(), None, trust(&nca), &lists(&nca), &Policy::any(), existed_at, now())
    };
    expect_valid(&judged(now() - DAY * 60));
    expect(&judged(now()), Outcome::Indeterminate, Code::CertificateExpired);
}

#[test]
fn the_provider_s_form_is_valid_with_every_algorithm() {
    let nca = nca();
    for algorithm in Algorithm::ALL {
        let signed = sign(DOCUMENT, &person(&nca, algorithm), &Options::default());
        let verdict = judge(signed.as_bytes(), &nca, &lists(&nca));
        expect_valid(&verdict);
        assert_eq!(verdict.signers[0].algorithm.map(eds::Algorithm::as_str), Some(algorithm.name()));
        let both = verify(signed.as_bytes(), Some(signed.as_bytes()), trust(&nca), &lists(&nca), &Policy::any(), now());
        expect_valid(&both);
        let other = verify(signed.as_bytes(), Some(b"<a/>"), trust(&nca), &lists(&nca), &Policy::any(), now());
        expect(&other, Outcome::Invalid, Code::ContentDiffers);
    }
}

#[test]
fn prefixes_line_ends_and_namespaces_of_the_document_do_not_matter() {
    expect_valid(&with(Options { prefix: "", ..Options::default() }));
    expect_valid(&with(Options { prefix: "dsig", ..Options::default() }));
    expect_valid(&with(Options { carriage_returns: true, ..Options::default() }));
    expect_valid(&with(Options { transforms: vec![ENVELOPED, C14N], ..Options::default() }));
    let document = "<z:a xmlns=\"urn:d\" xmlns:z=\"urn:z\" y=\"1\" z:x=\"2\">ә<b></b></z:a>";
    let in_scope = Some(format!(" xmlns=\"urn:d\" xmlns:ds=\"{XMLDSIG}\" xmlns:z=\"urn:z\""));
    expect_valid(&verdict(&sign(document, &signer(), &Options { in_scope, ..Options::default() })));
}

#[test]
fn the_reference_is_to_the_whole_document_or_to_its_root() {
    let to = |uri: &str| verdict(&sign(WITH_ID, &signer(), &Options { uri: uri.to_owned(), ..Options::default() }));
    expect_valid(&to(""));
    expect_valid(&to("#whole"));
    for uri in ["#part", "#other", "#", "whole", "#xpointer(/)", "http://nca.test/a.xml"] {
        expect(&to(uri), Outcome::Invalid, Code::XmlForm);
    }
}

#[test]
fn there_is_exactly_one_reference() {
    for references in [0, 2] {
        expect(&with(Options { references, ..Options::default() }), Outcome::Invalid, Code::XmlForm);
    }
}

#[test]
fn the_transforms_are_enveloped_then_canonical_and_no_others() {
    let exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    for transforms in [
        vec![],
        vec![ENVELOPED],
        vec![C14N],
        vec![C14N_WITH_COMMENTS, ENVELOPED],
        vec![ENVELOPED, exclusive],
        vec![ENVELOPED, C14N, C14N],
        vec![ENVELOPED, "http://www.w3.org/TR/1999/REC-xslt-19991116"],
        vec!["http://www.w3.org/TR/1999/REC-xpath-19991116", C14N],
    ] {
        expect(&with(Options { transforms, ..Options::default() }), Outcome::Invalid, Code::XmlForm);
    }
    for canonicalization in [exclusive, C14N_WITH_COMMENTS] {
        expect(&with(Options { canonicalization, ..Options::default() }), Outcome::Invalid, Code::XmlForm);
    }
}

#[test]
fn a_signature_is_a_child_of_the_root() {
    let signed = sign(DOCUMENT, &signer(), &Options::default());
    let (start, end) = (signed.find("<ds:Signature ").unwrap_or(0), signed.find("</a>").unwrap_or(0));
    let signature = &signed[start..end];
    for moved in [
        format!("<a><b>text{signature}</b></a>"),
        format!("<a><b>text</b><c>{signature}</c></a>"),
        format!("<evil>{signed}</evil>"),
        format!("<a><b>evil</b><c>{signed}</c></a>"),
    ] {
        expect(&verdict(&moved), Outcome::Invalid, Code::XmlForm);
    }
    // At another place under the root it is over the same document.
    expect_valid(&verdict(&format!("<a>{signature}<b>text</b></a>")));
}

#[test]
fn comments_are_free_and_everything_else_is_signed() {
    let signed = sign(DOCUMENT, &signer(), &Options::default());
    for free in [
        signed.replace("<b>", "<!-- not signed --><b>"),
        signed.replace("text", "te<!-- -->xt"),
        format!("<!-- before -->{signed}<!-- after -->"),
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{signed}\n"),
        signed.replace("<b>", "<b >").replace("text", "<![CDATA[text]]>"),
    ] {
        expect_valid(&verdict(&free));
    }
    for bound in [
        signed.replace("text", "tekst"),
        signed.replace("text", "text "),
        signed.replace("<b>", "<b c=\"\">"),
        signed.replace("<b>", " <b>"),
        signed.replace("<b>", "<?pi?><b>"),
        signed.replace("<b>", "<b xmlns=\"urn:x\">"),
        signed.replace("<a>", "<a xmlns:q=\"urn:q\">"),
        format!("<?pi before?>{signed}"),
    ] {
        expect(&verdict(&bound), Outcome::Invalid, Code::DigestMismatch);
    }
}

#[test]
fn document_types_and_entities_are_refused() {
    let signed = sign(DOCUMENT, &signer(), &Options::default());
    for start in [
        "<!DOCTYPE a>",
        "<!DOCTYPE a SYSTEM \"http://nca.test/a.dtd\">",
        "<!DOCTYPE a [<!ENTITY t \"text\">]>",
        "<!DOCTYPE a [<!ATTLIST b Id ID #IMPLIED>]>",
    ] {
        assert_eq!(codes(&verdict(&format!("{start}{signed}"))), [Code::Malformed]);
    }
    assert_eq!(codes(&verdict(&signed.replace("text", "&text;"))), [Code::Malformed]);
}

#[test]
fn co_signatures_stand_in_the_order_they_were_made() {
    let nca = nca();
    let [one, two, three] = Algorithm::ALL.map(|algorithm| person(&nca, algorithm));
    let first = sign(DOCUMENT, &one, &Options::default());
    let second = sign(&first, &two, &Options::default());
    let third = sign(&second, &three, &Options::default());
    let known = lists(&nca);
    let of = |text: &str| judge(text.as_bytes(), &nca, &known);
    expect_valid(&of(&third));
    // Swapped: each is still a signature, but over another document.
    let part = |longer: &str, shorter: &str| longer[shorter.len() - 4..longer.len() - 4].to_owned();
    let (a, b) = (part(&first, DOCUMENT), part(&second, &first));
    expect(&of(&format!("<a><b>text</b>{b}{a}</a>")), Outcome::Invalid, Code::DigestMismatch);
    expect(&of(&format!("<a><b>text</b>{a}{a}</a>")), Outcome::Invalid, Code::DigestMismatch);
    // Without the last one, the earlier ones stand.
    expect_valid(&of(&second));
}

#[test]
fn a_signature_without_its_certificate_is_indeterminate_until_one_is_given() {
    let nca = nca();
    let signed = sign(DOCUMENT, &signer(), &Options { embed_certificate: false, ..Options::default() });
    let mut known = lists(&nca);
    expect(&judge(signed.as_bytes(), &nca, &known), Outcome::Indeterminate, Code::SignerCertificateMissing);
    known.add_certificate("signer.cer", &signer().certificate.der).ok();
    expect_valid(&judge(signed.as_bytes(), &nca, &known));
}

#[test]
fn a_digest_or_signature_method_of_another_key_is_refused() {
    let nca = nca();
    let rsa = person(&nca, Algorithm::Rsa);
    let (gost_signature, gost_digest) = testkit::xml::methods(Algorithm::Gost512);
    let wrong = sign(DOCUMENT, &rsa, &Options { signature_method: Some(gost_signature), ..Options::default() });
    expect(&verdict(&wrong), Outcome::Invalid, Code::AlgorithmDiffers);
    let wrong = sign(DOCUMENT, &rsa, &Options { digest_method: Some(gost_digest), ..Options::default() });
    expect(&verdict(&wrong), Outcome::Invalid, Code::DigestMismatch);
    let sha1 = Some("http://www.w3.org/2000/09/xmldsig#sha1");
    let weak = sign(DOCUMENT, &rsa, &Options { digest_method: sha1, ..Options::default() });
    assert_eq!(verdict(&weak).outcome, Outcome::Invalid);
    let rsa_sha1 = Some("http://www.w3.org/2000/09/xmldsig#rsa-sha1");
    let weak = sign(DOCUMENT, &rsa, &Options { signature_method: rsa_sha1, ..Options::default() });
    expect(&verdict(&weak), Outcome::Invalid, Code::AlgorithmWeak);
}
