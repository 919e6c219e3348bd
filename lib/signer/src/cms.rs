//! CMS SignedData (RFC 5652) in exactly NCALayer's shape (EDS.md 3.1): version 1, DER, NULL parameters, issuer and serial,
//! contentType, signingTime and messageDigest signed, only the signers' certificates inside.
//! It must never copy the content more than once, nor verify.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use eds::der;
use eds::digest::DigestAlgorithm;
use eds::oid::{self, Oid};

use crate::signature::{SignError, Signer, Signing};
use crate::writer::{self, explicit, header, sequence, set_of, sorted};

mod existing;

pub use existing::{add, with_token};

/// Characters of a line of PEM.
const PEM_LINE_CHARS: usize = 64;

/// How to sign.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The content stays outside.
    pub detached: bool,
    pub signing: Signing,
}

/// Signs `content` by everyone in `signers`.
///
/// # Errors
/// [`SignError::NoSigner`], [`SignError::Key`].
pub fn sign(content: &[u8], signers: &[Signer<'_>], options: &Options) -> Result<Vec<u8>, SignError> {
    if signers.is_empty() {
        return Err(SignError::NoSigner);
    }
    let mut infos = Vec::new();
    for signer in signers {
        infos.push(signer_info(signer, oid::DATA.as_bytes(), &[content], &options.signing)?);
    }
    let digests = unique(signers.iter().map(|signer| writer::algorithm(&signer.key().digest().oid())));
    let certificates = unique(signers.iter().map(|signer| signer.certificate().der().to_vec()));
    let before = [writer::unsigned(&[1]), set_of(digests)].concat();
    let after = [explicit(0, &sorted(certificates)), set_of(infos)].concat();
    Ok(assembled(&before, content, !options.detached, &after))
}

/// NCALayer's armour of a CMS.
#[must_use]
pub fn pem(cms: &[u8]) -> String {
    let text = STANDARD.encode(cms);
    let mut out = String::with_capacity(text.len() + text.len() / PEM_LINE_CHARS + 64);
    out.push_str("-----BEGIN CMS-----\n");
    let mut rest = text.as_str();
    while let Some((line, after)) =
        rest.split_at_checked(PEM_LINE_CHARS.min(rest.len())).filter(|(line, _)| !line.is_empty())
    {
        out.push_str(line);
        out.push('\n');
        rest = after;
    }
    out.push_str("-----END CMS-----\n");
    out
}

/// SignerInfo of one signer over the segments of a content.
pub(crate) fn signer_info(
    signer: &Signer<'_>,
    content_type: &[u8],
    content: &[&[u8]],
    signing: &Signing,
) -> Result<Vec<u8>, SignError> {
    let (key, certificate) = (signer.key(), signer.certificate());
    let digest: DigestAlgorithm = key.digest();
    let attribute = |kind: &Oid, value: Vec<u8>| sequence(&[writer::oid(kind), set_of(vec![value])]);
    let attributes = sorted(vec![
        attribute(&oid::CONTENT_TYPE, writer::element(der::OBJECT_IDENTIFIER, content_type)),
        attribute(&oid::SIGNING_TIME, writer::time(signing.at)),
        attribute(&oid::MESSAGE_DIGEST, writer::octet_string(&digest.digest(content))),
    ]);
    let signed = digest.digest(&[&writer::element(der::SET, &attributes)]);
    let signature = key.sign(&signed, &signing.added).ok_or(SignError::Key)?;
    let serial = writer::element(der::INTEGER, certificate.serial());
    Ok(sequence(&[
        writer::unsigned(&[1]),
        sequence(&[certificate.issuer().raw().to_vec(), serial]),
        writer::algorithm(&digest.oid()),
        explicit(0, &attributes),
        writer::algorithm(&key.signature()),
        writer::octet_string(&signature),
    ]))
}

/// Parts of a SET OF, each once.
fn unique(parts: impl Iterator<Item = Vec<u8>>) -> Vec<Vec<u8>> {
    let mut all: Vec<_> = parts.collect();
    all.sort();
    all.dedup();
    all
}

/// ContentInfo with SignedData of a content.
fn assembled(before: &[u8], content: &[u8], attached: bool, after: &[u8]) -> Vec<u8> {
    let data = writer::oid(&oid::DATA);
    if !attached {
        return around(before, &[&sequence(&[data])], after);
    }
    let octets = header(der::OCTET_STRING, content.len());
    let wrapper = header(der::context_constructed(0), octets.len() + content.len());
    let inside = [data, wrapper, octets].concat();
    let whole = header(der::SEQUENCE, inside.len() + content.len());
    around(before, &[&whole, &inside, content], after)
}

/// ContentInfo and SignedData around its encapsulated content, which is copied once.
fn around(before: &[u8], encapsulated: &[&[u8]], after: &[u8]) -> Vec<u8> {
    let length: usize = encapsulated.iter().map(|part| part.len()).sum();
    let body = [&header(der::SEQUENCE, before.len() + length + after.len()), before].concat();
    let inside = body.len() + length + after.len();
    let wrapper = header(der::context_constructed(0), inside);
    let kind = writer::oid(&oid::SIGNED_DATA);
    let outer = header(der::SEQUENCE, kind.len() + wrapper.len() + inside);
    let mut out = Vec::with_capacity(outer.len() + kind.len() + wrapper.len() + inside);
    for part in [&outer, &kind, &wrapper, &body].map(Vec::as_slice).into_iter().chain(encapsulated.iter().copied()) {
        out.extend_from_slice(part);
    }
    out.extend_from_slice(after);
    out
}
