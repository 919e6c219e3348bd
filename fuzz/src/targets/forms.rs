//! Targets over the readers of one form each. Every one walks all it was given, so that lazy fields are read too.
//! Must never end at "it was refused": what was read has to be what stands there.

use std::hint::black_box;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use eds::der::{Element, Error, Reader, Rules, single};
use eds::input::{Decoded, decode_bundle, decode_input};
use eds::{Certificate, CertificateSummary, cms, crl::Crl, name::Name, ocsp::OcspResponse, oid};

use super::super::setting::{Setting, body, ocsp_body};
use super::super::tlv;

/// Every value at every depth, by DER or BER; offsets must lead back to the octets.
pub fn der(_: &Setting, data: &[u8]) {
    let Some((rules, input)) = data.split_first() else { return };
    let rules = if rules & 1 == 0 { Rules::Der } else { Rules::Ber };
    let mut open = vec![Reader::new(input, rules)];
    while let Some(reader) = open.last_mut() {
        match reader.next() {
            Ok(Some(element)) => {
                assert_eq!(input.get(element.range()), Some(element.raw), "a range leads elsewhere");
                read_as_everything(&element);
                if element.tag & 0x20 != 0 {
                    open.extend(element.enter());
                }
            }
            Ok(None) | Err(_) => drop(open.pop()),
        }
    }
    let _ = Reader::new(input, rules).rest(16).map(|all| assert!(all.len() <= 16));
    assert!(!single(input, rules).is_ok_and(|element| element.raw.len() != input.len()));
}

fn read_as_everything(element: &Element<'_>) {
    let _ =
        black_box((element.unsigned(), element.small(), element.whole_bits(), element.named_bits(), element.boolean()));
    let _ = black_box(oid::dotted(element.content));
    if let Ok(segments) = element.octet_segments(element.tag & !0x20) {
        let len: usize = segments.iter().map(|segment| segment.len()).sum();
        assert!(len <= element.raw.len(), "segments overlap");
    }
    let _: Result<Name, Error> = Name::parse(element);
}

/// A certificate is refused, or kept as it came; a minted issuer's signature is on nothing but what it issued.
pub fn certificate(setting: &Setting, data: &[u8]) {
    let Ok(certificate) = Certificate::from_der(data) else { return };
    assert_eq!(certificate.der(), data);
    let summary = CertificateSummary::of(&certificate);
    let _ = black_box((summary.full_name(), summary.role(), certificate.is_self_issued(), certificate.key_octets()));
    assert!(certificate.is_identified_by(certificate.issuer(), certificate.serial()));
    let _ = black_box(certificate.verify_issued_by(&certificate));
    for issuer in &setting.issuers {
        if certificate.verify_issued_by(issuer).is_ok() {
            let known = body(data).is_some_and(|body| setting.bodies.contains(&body));
            assert!(known, "a certificate that {} never issued", issuer.subject());
        }
    }
}

/// A list finds each number it names and no other; a minted issuer signed nothing but its lists.
pub fn crl(setting: &Setting, data: &[u8]) {
    let Ok(crl) = Crl::from_der(data.to_vec()) else { return };
    let _ = black_box((
        crl.issuer().to_string(),
        crl.next_update(),
        crl.scope(),
        crl.unknown_critical(),
        crl.applies_to(&crl),
    ));
    assert!(
        crl.find(&[0x7f; 40]).is_ok_and(|found| found.is_none()) || data.windows(40).any(|part| part == [0x7f; 40])
    );
    let mut listed = 0;
    for number in numbers(data).unwrap_or_default() {
        assert!(!matches!(crl.find(&number), Ok(None)), "a listed number is not found");
        listed += 1;
    }
    assert!(crl.len() == listed || listed == 0, "{} entries, {listed} seen", crl.len());
    for issuer in &setting.issuers {
        if crl.is_signed_by(issuer) {
            let known = body(data).is_some_and(|body| setting.bodies.contains(&body));
            assert!(known, "a list that {} never signed", issuer.subject());
        }
    }
}

/// Serial numbers of revokedCertificates, by the other reader.
fn numbers(list: &[u8]) -> Option<Vec<Vec<u8>>> {
    let body = tlv::first(list)?.0.children()?.first()?.children()?;
    let after_times = body.iter().position(|field| matches!(field.tag, 0x17 | 0x18))?;
    let entries = body.get(after_times..)?.iter().find(|field| field.tag == 0x30)?.children()?;
    entries.iter().map(|entry| Some(entry.children()?.first()?.content.to_vec())).collect()
}

/// A response speaks of nobody it does not name; a minted issuer authorised nothing but its responses.
pub fn ocsp(setting: &Setting, data: &[u8]) {
    let Ok(response) = OcspResponse::from_der(data) else { return };
    let _ = black_box(response.produced_at());
    for issuer in &setting.issuers {
        for certificate in &setting.issuers {
            response.answers_for(certificate, issuer).for_each(|answer| drop(black_box(answer.clone())));
        }
        if response.signer(issuer, std::iter::empty()).is_some() {
            let known = ocsp_body(data).is_some_and(|body| setting.bodies.contains(&body));
            assert!(known, "a response that {} never authorised", issuer.subject());
        }
    }
}

/// A message is refused, or taken apart into pieces of itself.
pub fn cms(_: &Setting, data: &[u8]) {
    let Ok(message) = cms::parse(data) else { return };
    let content: usize = message.content.iter().flatten().map(|segment| segment.len()).sum();
    let aside = message.certificates.iter().chain(&message.crls).chain(&message.ocsp).map(|part| part.len());
    assert!(content + aside.sum::<usize>() <= data.len(), "pieces overlap");
    assert!(message.signers.len() <= cms::SIGNERS_MAX);
    for signer in &message.signers {
        for attributes in signer.signed_attributes.iter().chain(&signer.unsigned_attributes) {
            let _ = black_box((attributes.only(&oid::CONTENT_TYPE), attributes.only(&oid::MESSAGE_DIGEST)));
            let header = attributes.signed_header();
            let whole = [header.as_slice(), attributes.content()].concat();
            assert!(single(&whole, Rules::Der).is_ok_and(|set| set.content == attributes.content()), "a wrong header");
            assert!(attributes.values(&oid::TIMESTAMP_TOKEN).count() <= cms::ATTRIBUTES_MAX * cms::ATTRIBUTES_MAX);
        }
    }
    for segment in message.content.iter().flatten() {
        let _ = black_box(cms::Attributes::disguised_as_content(segment));
    }
}

/// A name equals itself, and its text can be written.
pub fn name(_: &Setting, data: &[u8]) {
    let Ok(element) = single(data, Rules::Der) else { return };
    let Ok(name) = Name::parse(&element) else { return };
    assert!(name.matches(&name.clone()) && name.raw() == data);
    let _ = black_box((name.to_string(), name.first(&oid::COMMON_NAME), name.all(&oid::SERIAL_NUMBER).count()));
}

/// Octets that begin as DER come back whole through every armour; nothing is made of nothing.
pub fn input(_: &Setting, data: &[u8]) {
    let decoded = decode_input(data);
    let bundle = decode_bundle(data);
    if let Ok(Decoded::Binary(octets)) = &decoded {
        assert!(!octets.is_empty() && octets.len() <= data.len());
        assert!(bundle.is_ok_and(|all| all.len() == 1 && all[0] == octets.as_ref()), "two readings of one file");
    }
    let der = [&[0x30], data].concat();
    let base64 = STANDARD.encode(&der);
    let pem = format!("-----BEGIN CMS-----\n{base64}\n-----END CMS-----\n");
    for armour in [base64.trim_end_matches('='), &base64, &pem] {
        assert!(matches!(decode_input(armour.as_bytes()), Ok(Decoded::Binary(octets)) if octets == der), "{armour}");
        assert!(decode_bundle(armour.as_bytes()).is_ok_and(|all| all == [der.clone()]));
    }
}
