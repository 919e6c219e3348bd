//! The form of a CMS: attributes that must stand once, encodings, what may lie beside the signature.

use eds::{Code, Outcome, Policy, verify};
use testkit::cms::{Attribute, Encoding, Message, Signer, SignerName, signing_certificate};
use testkit::{Algorithm, Digest, ber, der, oids};

use crate::setting::{DAY, codes, expect, expect_valid, judge, lists, nca, now, person, trust};

const CONTENT: &[u8] = b"content";
const G: Algorithm = Algorithm::Gost512;

fn verdict(change: impl Fn(Message<'static>) -> Message<'static>) -> eds::Verdict {
    let nca = nca();
    let message = change(Message::new(CONTENT, vec![Signer::new(&person(&nca, G), now())]));
    judge(&message.encode(), &nca, &lists(&nca))
}

fn with_attributes(attributes: &[Attribute]) -> eds::Verdict {
    verdict(|mut message| {
        message.signers[0].attributes = Some(attributes.to_vec());
        message
    })
}

#[test]
fn content_type_must_stand_once_and_name_the_content() {
    use Attribute::{ContentType, MessageDigest, Other};
    let foreign = Other(oids::CONTENT_TYPE, vec![der::oid(oids::TST_INFO)]);
    let two_values = Other(oids::CONTENT_TYPE, vec![der::oid(oids::DATA), der::oid(oids::TST_INFO)]);
    let none = Other(oids::CONTENT_TYPE, vec![]);
    expect_valid(&with_attributes(&[ContentType, MessageDigest]));
    for (attributes, code) in [
        (vec![MessageDigest], Code::ContentTypeMissing),
        (vec![ContentType, ContentType, MessageDigest], Code::ContentTypeDoubled),
        (vec![two_values, MessageDigest], Code::ContentTypeDoubled),
        (vec![none, MessageDigest], Code::ContentTypeDoubled),
        (vec![foreign, MessageDigest], Code::ContentTypeDiffers),
    ] {
        expect(&with_attributes(&attributes), Outcome::Invalid, code);
    }
}

#[test]
fn message_digest_must_stand_once_and_be_an_octet_string() {
    use Attribute::{ContentType, MessageDigest, Other};
    let digest = Digest::Streebog512.of(CONTENT);
    let twice = Other(oids::MESSAGE_DIGEST, vec![der::octet_string(&digest), der::octet_string(b"x")]);
    let as_bits = Other(oids::MESSAGE_DIGEST, vec![der::bit_string(&digest)]);
    for (attributes, code) in [
        (vec![ContentType, twice], Code::MessageDigestDoubled),
        (vec![ContentType, as_bits], Code::DigestMismatch),
        (vec![ContentType, MessageDigest, MessageDigest], Code::MessageDigestDoubled),
        (vec![ContentType], Code::MessageDigestMissing),
    ] {
        expect(&with_attributes(&attributes), Outcome::Invalid, code);
    }
}

#[test]
fn a_signing_time_that_cannot_be_read_is_only_warned_of() {
    use Attribute::{ContentType, MessageDigest, Other, SigningTime};
    let words = Other(oids::SIGNING_TIME, vec![der::utf8("yesterday")]);
    for attributes in [
        vec![ContentType, MessageDigest, words],
        vec![ContentType, MessageDigest, SigningTime(now()), SigningTime(now() - DAY)],
    ] {
        let verdict = with_attributes(&attributes);
        expect(&verdict, Outcome::Valid, Code::SigningTimeUnreadable);
        assert_eq!(verdict.signers[0].signing_time, None);
    }
}

#[test]
fn signing_certificate_must_name_the_signers_certificate_where_it_stands() {
    let nca = nca();
    let other = nca.responder(G).signer;
    for digest in [Digest::Sha1, Digest::Sha256, Digest::Sha512, Digest::Streebog512] {
        expect_valid(&verdict(|mut message| {
            message.signers[0]
                .attributes
                .as_mut()
                .into_iter()
                .for_each(|all| all.push(Attribute::SigningCertificate(digest)));
            message
        }));
        let whole = signing_certificate(digest, &other.certificate);
        let value = ber::read(&whole).0.child(1).child(0).whole.to_vec();
        let kind = if digest == Digest::Sha1 { oids::SIGNING_CERTIFICATE } else { oids::SIGNING_CERTIFICATE_V2 };
        let foreign = verdict(|mut message| {
            let foreign = Attribute::Other(kind, vec![value.clone()]);
            message.signers[0].attributes.as_mut().into_iter().for_each(|all| all.push(foreign.clone()));
            message
        });
        expect(&foreign, Outcome::Invalid, Code::SigningCertificateDiffers);
    }
}

#[test]
fn indefinite_lengths_and_segments_are_read_everywhere() {
    for segment in [1, 3, 1_000] {
        for name in [SignerName::IssuerAndSerial, SignerName::KeyIdentifier] {
            expect_valid(&verdict(|mut message| {
                message.encoding = Encoding::Indefinite { segment };
                message.signers[0].name = name;
                message
            }));
        }
    }
    let nca = nca();
    let mut message = Message::new(CONTENT, Algorithm::ALL.map(|one| Signer::new(&person(&nca, one), now())).into());
    message.encoding = Encoding::Indefinite { segment: 5 };
    message.attached = false;
    let cms = message.encode();
    expect_valid(&verify(&cms, Some(CONTENT), trust(&nca), &lists(&nca), &Policy::any(), now()));
    let (trust, lists) = (trust(&nca), lists(&nca));
    for length in 0..cms.len() {
        let verdict = verify(&cms[..length], Some(CONTENT), trust, &lists, &Policy::any(), now());
        assert_eq!(verdict.outcome, Outcome::Invalid, "{length}");
    }
}

#[test]
fn other_content_types_need_signed_attributes() {
    let typed = |attributes: bool| {
        verdict(|mut message| {
            message.content_type = "1.2.398.9.1";
            if !attributes {
                message.signers[0].attributes = None;
            }
            message
        })
    };
    expect_valid(&typed(true));
    expect(&typed(false), Outcome::Invalid, Code::SignedAttributesRequired);
}

#[test]
fn an_empty_document_is_a_document() {
    let nca = nca();
    let signer = person(&nca, G);
    expect_valid(&judge(&signer.sign_attached(b"", now()), &nca, &lists(&nca)));
    let detached = signer.sign_detached(b"", now());
    expect_valid(&verify(&detached, Some(b""), trust(&nca), &lists(&nca), &Policy::any(), now()));
}

#[test]
fn versions_of_signed_data_are_those_of_rfc_5652() {
    for (version, good) in
        [(0, false), (1, true), (2, false), (3, true), (4, true), (5, true), (6, false), (255, false)]
    {
        let verdict = verdict(|mut message| {
            message.version = Some(version);
            message
        });
        assert_eq!(verdict.outcome == Outcome::Valid, good, "{version} {:?}", codes(&verdict));
        assert!(good || codes(&verdict) == [Code::Malformed]);
    }
}

#[test]
fn certificates_that_belong_to_nobody_or_cannot_be_read_do_no_harm() {
    let nca = nca();
    let strangers: Vec<_> = [nca.responder(G).signer, nca.tsa(Algorithm::Rsa).signer]
        .into_iter()
        .map(|holder| holder.certificate.der)
        .collect();
    expect_valid(&verdict(|message| Message { certificates: strangers.clone(), ..message }));
    let broken = verdict(|message| Message { certificates: vec![der::sequence(&[der::null()])], ..message });
    expect(&broken, Outcome::Valid, Code::EmbeddedUnreadable);
}

#[test]
fn lists_and_answers_inside_the_message_count_as_those_beside_it() {
    let mut nca = nca();
    let signer = person(&nca, G);
    let serial = signer.certificate.serial.clone();
    let none = eds::Evidence::new();
    let message = |crls: Vec<Vec<u8>>, ocsp: Vec<Vec<u8>>| {
        Message { crls, ocsp, ..Message::new(CONTENT, vec![Signer::new(&signer, now())]) }.encode()
    };
    let good_answer = nca.responder(G).about(&serial, now());
    let good_list = nca.crl(now() - DAY, now() + DAY);
    expect_valid(&judge(&message(vec![good_list.clone()], vec![]), &nca, &none));
    expect_valid(&judge(&message(vec![], vec![good_answer.clone()]), &nca, &none));
    nca.revoke(&signer, now() - DAY);
    let (bad_list, bad_answer) = (nca.crl(now() - DAY, now() + DAY), nca.responder(G).about(&serial, now()));
    for (crls, ocsp) in [
        (vec![bad_list.clone()], vec![]),
        (vec![], vec![bad_answer.clone()]),
        (vec![good_list], vec![bad_answer]),
        (vec![bad_list], vec![good_answer]),
    ] {
        expect(&judge(&message(crls, ocsp), &nca, &none), Outcome::Invalid, Code::CertificateRevoked);
    }
    let unreadable = message(vec![der::sequence(&[der::null()])], vec![der::sequence(&[der::null()])]);
    expect(&judge(&unreadable, &nca, &none), Outcome::Indeterminate, Code::EmbeddedUnreadable);
}

#[test]
fn octets_after_the_end_or_inside_left_over_are_refused() {
    let nca = nca();
    let cms = person(&nca, G).sign_attached(CONTENT, now());
    let mut longer = cms.clone();
    longer.push(0);
    assert_eq!(codes(&judge(&longer, &nca, &lists(&nca))), [Code::TrailingBytes]);
    // A third field in ContentInfo, a sixth in SignedData.
    let info = ber::read(&cms).0.children();
    let third = der::sequence(&[info[0].whole.to_vec(), info[1].whole.to_vec(), der::null()]);
    let fields: Vec<_> = info[1].child(0).children().iter().map(|field| field.whole.to_vec()).collect();
    let sixth = der::sequence(&[fields, vec![der::null()]].concat());
    let sixth = der::sequence(&[info[0].whole.to_vec(), der::explicit(0, &sixth)]);
    for changed in [third, sixth] {
        assert_eq!(codes(&judge(&changed, &nca, &lists(&nca))), [Code::TrailingBytes]);
    }
}
