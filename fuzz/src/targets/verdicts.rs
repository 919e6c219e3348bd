//! Targets over the verdict: no panic, no memory without bound, and "valid" over nothing but what was signed.
//! What counts as signed: `signed_parts`. Must never take the engine's word for it.

use eds::input::{Decoded, decode_input};
use eds::{Evidence, Lang, Outcome, Policy, TrustList, Verdict, VerdictReport, verify};

use super::super::setting::{Setting, Signed, certificate_parts};
use super::super::signed_parts::{self, SignedXml};
use super::super::{script, tlv};

const POLICIES: [fn() -> Policy; 4] = [Policy::any, Policy::applicant, Policy::login, Policy::officer];

/// Any octets as a file, under any policy, with and without trust list, evidence and content.
pub fn verdict(setting: &Setting, data: &[u8]) {
    let Some((selector, file)) = data.split_first() else { return };
    let selector = usize::from(*selector);
    let policy = POLICIES[selector % 4]();
    let (none, nothing) = (TrustList::default(), Evidence::new());
    let trust = if selector & 4 == 0 { &setting.trust } else { &none };
    let evidence = if selector & 8 == 0 { &setting.evidence } else { &nothing };
    let contents: Vec<_> = setting.signed.iter().filter_map(|signed| signed.content.as_deref()).collect();
    let content =
        if selector & 16 == 0 { None } else { contents.get((selector >> 5) % contents.len().max(1)).copied() };
    let verdict = verify(file, content, trust, evidence, &policy, setting.now);
    assert!(verdict.outcome != Outcome::Valid || selector & 12 == 0, "valid without trust or revocation data");
    check(setting, file, content, &verdict);
}

/// A whole document; or octets as the content, the SignedInfo or the KeyInfo of a signed one.
pub fn xml(setting: &Setting, data: &[u8]) {
    let Some((selector, piece)) = data.split_first() else { return };
    let text = |signed: &&Signed| signed.file.first() == Some(&b'<');
    let Some(signed) = setting.signed.iter().find(text) else { return };
    let signed = String::from_utf8_lossy(&signed.file);
    let piece = String::from_utf8_lossy(piece);
    let inside = |begin: &str, end: &str| {
        let (before, rest) = signed.split_once(begin).unwrap();
        format!("{before}{begin}{piece}{end}{}", rest.split_once(end).unwrap().1)
    };
    let file = match selector % 4 {
        0 => piece.clone().into_owned(),
        1 => inside(">", "<ds:Signature "),
        2 => inside("<ds:SignedInfo>", "</ds:SignedInfo>"),
        _ => inside("<ds:KeyInfo>", "</ds:KeyInfo>"),
    };
    judge(setting, file.as_bytes(), None);
}

/// Octets as the timestamp token of a signature: a time is taken from minted tokens only.
pub fn timestamp(setting: &Setting, data: &[u8]) {
    let stamped = setting.signed.iter().find(|signed| signed.name == "stamped").unwrap();
    let Some(file) = with_token(&stamped.file, data) else { return };
    let verdict = verify(&file, None, &setting.trust, &setting.evidence, &Policy::any(), setting.now);
    check(setting, &file, None, &verdict);
    if verdict.signers.iter().any(|signer| signer.timestamp.is_some()) {
        let parts = signed_parts::of_cms(data, None).unwrap_or_default();
        let minted = !parts.is_empty() && parts.iter().all(|part| setting.tokens.contains(part));
        assert!(minted, "a time nobody witnessed");
    }
}

/// The message with this and no other unsigned attribute.
fn with_token(cms: &[u8], token: &[u8]) -> Option<Vec<u8>> {
    let info = tlv::first(cms)?.0.children()?;
    let mut body = info.get(1)?.children()?.first()?.children()?;
    let signer = body.pop()?.children()?.first()?.children()?;
    let attribute = tlv::write(0x30, &[&STAMP, tlv::write(0x31, token).as_slice()].concat());
    let fields: Vec<u8> = signer.iter().take(6).flat_map(|field| field.whole).copied().collect();
    let signer = tlv::write(0x30, &[fields, tlv::write(0xa1, &attribute)].concat());
    let before: Vec<u8> = body.iter().flat_map(|field| field.whole).copied().collect();
    let body = tlv::write(0x30, &[before, tlv::write(0x31, &signer)].concat());
    Some(tlv::write(0x30, &[info.first()?.whole, &tlv::write(0xa0, &body)].concat()))
}

/// id-aa-signatureTimeStampToken, as an OBJECT IDENTIFIER.
const STAMP: [u8; 13] = [0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x0e];

/// A signed CMS after a script of changes.
pub fn tamper_cms(setting: &Setting, data: &[u8]) {
    tamper(setting, data, |signed| signed.file.first() != Some(&b'<'));
}

/// A signed document after a script of changes.
pub fn tamper_xml(setting: &Setting, data: &[u8]) {
    tamper(setting, data, |signed| signed.file.first() == Some(&b'<'));
}

fn tamper(setting: &Setting, data: &[u8], of_form: fn(&Signed) -> bool) {
    let Some((number, script)) = data.split_first() else { return };
    let all: Vec<_> = setting.signed.iter().filter(|signed| of_form(signed)).collect();
    let signed = all[usize::from(*number) % all.len()];
    let file = script::applied(&signed.file, script);
    let verdict = judge(setting, &file, signed.content.as_deref());
    assert!(file != signed.file || verdict.outcome == Outcome::Valid, "{}: unchanged, and not valid", signed.name);
    if let Some(content) = &signed.content {
        let content = script::applied(content, script);
        let verdict = judge(setting, &signed.file, Some(&content));
        assert!(signed.content.as_ref() == Some(&content) || verdict.outcome == Outcome::Invalid, "another content");
    }
}

fn judge(setting: &Setting, file: &[u8], content: Option<&[u8]>) -> Verdict {
    let verdict = verify(file, content, &setting.trust, &setting.evidence, &Policy::any(), setting.now);
    check(setting, file, content, &verdict);
    verdict
}

/// What every verdict must be.
fn check(setting: &Setting, file: &[u8], content: Option<&[u8]>, verdict: &Verdict) {
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let report = VerdictReport::of(verdict, lang);
        let signers = report.signers.iter().flat_map(|signer| &signer.findings);
        assert!(report.findings.iter().chain(signers).all(|finding| !finding.text.is_empty()));
    }
    let told = verdict.outcome == Outcome::Valid || verdict.all_findings().next().is_some();
    assert!(told, "{:?} without a finding", verdict.outcome);
    if verdict.outcome != Outcome::Valid {
        return;
    }
    assert!(!verdict.signers.is_empty(), "valid without a signer");
    for signer in &verdict.signers {
        assert_eq!(signer.outcome, Outcome::Valid);
        let parts = signer.certificate.as_ref().and_then(|of| certificate_parts(&of.der));
        let issued = parts.is_some_and(|parts| setting.certificates.contains(&parts));
        assert!(issued, "valid by a certificate nobody issued");
    }
    let signed = match decode_input(file) {
        Ok(Decoded::Binary(cms)) => signed_parts::of_cms(&cms, content).is_some_and(|parts| {
            parts.len() == verdict.signers.len() && parts.iter().all(|part| setting.parts.contains(part))
        }),
        Ok(Decoded::Xml(text)) => SignedXml::of(text)
            .is_some_and(|document| setting.documents.iter().any(|minted| document.is_begun_by(minted))),
        Err(_) => false,
    };
    assert!(signed, "valid, and nobody signed this");
}
