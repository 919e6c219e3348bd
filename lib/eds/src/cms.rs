//! CMS SignedData (RFC 5652) in DER or BER, with the octets that were signed kept as they came.
//! Here because NCALayer returns it, for documents and inside timestamps. It must never say that a signature holds:
//! it only takes the message apart, refuses what does not add up, and leaves nothing unread.

use std::borrow::Cow;

use crate::algorithm::AlgorithmIdentifier;
use crate::der::{self, Element, Error, Reader, Rules};
use crate::name::Name;
use crate::oid::{self, Oid};

/// Signers in one message; more is refused.
pub const SIGNERS_MAX: usize = 100;
/// Certificates or CRLs in one message; more is refused.
pub const CERTIFICATES_MAX: usize = 256;
/// Octets of all certificates and CRLs of one message together; more is refused.
pub const CERTIFICATES_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Attributes of one signer, and values of one attribute; more is refused.
pub const ATTRIBUTES_MAX: usize = 64;
/// Digest algorithms a message may announce; more is refused.
const DIGESTS_MAX: usize = 128;

/// Why octets are not a SignedData.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not readable; where the reader stood is named.
    Malformed(&'static str, Error),
    /// A ContentInfo, or another structure, that is not SignedData.
    NotSignedData,
}

/// A message taken apart. Borrowed from the input.
#[derive(Debug)]
pub struct SignedData<'a> {
    pub content_type: &'a [u8],
    /// Segments of the encapsulated content; `None` = detached.
    pub content: Option<Vec<&'a [u8]>>,
    /// Certificates in DER, unread.
    pub certificates: Vec<&'a [u8]>,
    /// CRLs in DER, unread.
    pub crls: Vec<&'a [u8]>,
    /// OCSP responses in DER (RFC 5940), unread.
    pub ocsp: Vec<&'a [u8]>,
    pub signers: Vec<SignerInfo<'a>>,
}

/// How a signer's certificate is named. RFC 5652 5.3.
#[derive(Debug)]
pub enum SignerIdentifier<'a> {
    IssuerAndSerial { issuer: Box<Name>, serial: &'a [u8] },
    SubjectKeyIdentifier(&'a [u8]),
}

/// One signature.
#[derive(Debug)]
pub struct SignerInfo<'a> {
    pub sid: SignerIdentifier<'a>,
    pub digest: AlgorithmIdentifier<'a>,
    pub signed_attributes: Option<Attributes<'a>>,
    pub algorithm: AlgorithmIdentifier<'a>,
    pub signature: Cow<'a, [u8]>,
    pub unsigned_attributes: Option<Attributes<'a>>,
}

/// SET OF Attribute.
#[derive(Debug)]
pub struct Attributes<'a> {
    content: &'a [u8],
    list: Vec<Attribute<'a>>,
}

#[derive(Debug)]
struct Attribute<'a> {
    oid: &'a [u8],
    values: Vec<Element<'a>>,
}

/// The only value of an attribute that must stand once.
#[derive(Debug)]
pub enum Only<'a> {
    Missing,
    /// More than one attribute of the type, or not exactly one value.
    Doubled,
    Value(Element<'a>),
}

impl<'a> Attributes<'a> {
    fn parse(set: &Element<'a>) -> Result<Self, Error> {
        let mut list = Vec::new();
        for item in set.enter()?.rest(ATTRIBUTES_MAX)? {
            let mut fields = item.must_be(der::SEQUENCE)?.enter()?;
            let oid = fields.must_be(der::OBJECT_IDENTIFIER)?.content;
            let values = fields.must_be(der::SET)?.enter()?.rest(ATTRIBUTES_MAX)?;
            fields.finish()?;
            list.push(Attribute { oid, values });
        }
        Ok(Self { content: set.content, list })
    }

    /// Reads the attributes out of octets that stand where content should. Detects the confusion of RFC 5652 without
    /// signedAttrs: a signature over attributes passed off as a signature over content.
    #[must_use]
    pub fn disguised_as_content(content: &'a [u8]) -> bool {
        let read = || Self::parse(&der::single(content, Rules::Ber).ok()?.must_be(der::SET).ok()?).ok();
        read().is_some_and(|attributes| !matches!(attributes.only(&oid::MESSAGE_DIGEST), Only::Missing))
    }

    #[must_use]
    pub fn only(&self, wanted: &Oid) -> Only<'a> {
        let mut found = self.list.iter().filter(|attribute| wanted.is(attribute.oid));
        match (found.next(), found.next()) {
            (None, _) => Only::Missing,
            (Some(Attribute { values, .. }), None) => match values.as_slice() {
                [value] => Only::Value(*value),
                _ => Only::Doubled,
            },
            (Some(_), Some(_)) => Only::Doubled,
        }
    }

    /// Values of all attributes of this type.
    pub fn values(&self, wanted: &'a Oid) -> impl Iterator<Item = &Element<'a>> {
        self.list.iter().filter(|attribute| wanted.is(attribute.oid)).flat_map(|attribute| &attribute.values)
    }

    /// The octets that are signed: an explicit SET OF tag and shortest length before the original content.
    /// RFC 5652 5.4. The order of the attributes is left as it came, as the signer hashed it.
    #[must_use]
    pub fn signed_header(&self) -> Vec<u8> {
        let length = self.content.len();
        let mut header = vec![der::SET];
        match u8::try_from(length) {
            Ok(short) if short < 0x80 => header.push(short),
            _ => {
                let octets = length.to_be_bytes();
                let octets = der::without_leading_zeros(&octets);
                header.push(0x80 | u8::try_from(octets.len()).unwrap_or(8));
                header.extend_from_slice(octets);
            }
        }
        header
    }

    #[must_use]
    pub fn content(&self) -> &'a [u8] {
        self.content
    }
}

/// Takes apart a ContentInfo that fills `input`. Left-over octets are `Malformed("message", Trailing)`.
pub fn parse(input: &[u8]) -> Result<SignedData<'_>, Refused> {
    let at = |place: &'static str| move |error| Refused::Malformed(place, error);
    let mut reader = Reader::new(input, Rules::Ber);
    let outer = reader.read().map_err(at("message"))?;
    reader.finish().map_err(at("message"))?;
    if outer.tag != der::SEQUENCE {
        return Err(Refused::NotSignedData);
    }
    let mut info = outer.enter().map_err(at("message"))?;
    match info.optional(der::OBJECT_IDENTIFIER) {
        Ok(Some(content_type)) if oid::SIGNED_DATA.is(content_type.content) => {}
        Ok(_) => return Err(Refused::NotSignedData),
        Err(error) => return Err(Refused::Malformed("message", error)),
    }
    let wrapper = info.must_be(der::context_constructed(0)).map_err(at("message"))?;
    info.finish().map_err(at("message"))?;
    let mut inner = wrapper.enter().map_err(at("message"))?;
    let body = inner.must_be(der::SEQUENCE).map_err(at("SignedData"))?;
    inner.finish().map_err(at("message"))?;
    signed_data(&body)
}

fn signed_data<'a>(body: &Element<'a>) -> Result<SignedData<'a>, Refused> {
    let at = |place: &'static str| move |error| Refused::Malformed(place, error);
    let mut fields = body.enter().map_err(at("SignedData"))?;
    let version = fields.must_be(der::INTEGER).and_then(|version| version.small()).map_err(at("version"))?;
    if !matches!(version, 1 | 3 | 4 | 5) {
        return Err(Refused::Malformed("version", Error::Value));
    }
    let digests = fields.must_be(der::SET).and_then(|set| set.enter()?.rest(DIGESTS_MAX));
    for digest in digests.map_err(at("digestAlgorithms"))? {
        AlgorithmIdentifier::parse(&digest).map_err(at("digestAlgorithms"))?;
    }
    let (content_type, content) = encapsulated(&mut fields).map_err(at("encapContentInfo"))?;
    let mut message = SignedData {
        content_type,
        content,
        certificates: Vec::new(),
        crls: Vec::new(),
        ocsp: Vec::new(),
        signers: Vec::new(),
    };
    certificates(&mut fields, &mut message).map_err(at("certificates"))?;
    revocations(&mut fields, &mut message).map_err(at("crls"))?;
    let signers = fields.must_be(der::SET).and_then(|set| set.enter()?.rest(SIGNERS_MAX)).map_err(at("signerInfos"))?;
    fields.finish().map_err(at("SignedData"))?;
    for signer in &signers {
        message.signers.push(signer_info(signer).map_err(at("SignerInfo"))?);
    }
    Ok(message)
}

type Encapsulated<'a> = (&'a [u8], Option<Vec<&'a [u8]>>);

/// EncapsulatedContentInfo; PKCS #7 data is an OCTET STRING as well.
fn encapsulated<'a>(fields: &mut Reader<'a>) -> Result<Encapsulated<'a>, Error> {
    let mut info = fields.must_be(der::SEQUENCE)?.enter()?;
    let content_type = info.must_be(der::OBJECT_IDENTIFIER)?.content;
    let content = match info.optional(der::context_constructed(0))? {
        None => None,
        Some(wrapper) => {
            let mut inner = wrapper.enter()?;
            let segments = inner.read()?.octet_segments(der::OCTET_STRING)?;
            inner.finish()?;
            Some(segments)
        }
    };
    info.finish()?;
    Ok((content_type, content))
}

fn certificates<'a>(fields: &mut Reader<'a>, message: &mut SignedData<'a>) -> Result<(), Error> {
    let Some(set) = fields.optional(der::context_constructed(0))? else { return Ok(()) };
    if set.raw.len() > CERTIFICATES_BYTES_MAX {
        return Err(Error::Limit);
    }
    for choice in set.enter()?.rest(CERTIFICATES_MAX)? {
        // Other CertificateChoices (attribute certificates) prove nothing here and are stepped over.
        if choice.tag == der::SEQUENCE {
            message.certificates.push(choice.raw);
        }
    }
    Ok(())
}

fn revocations<'a>(fields: &mut Reader<'a>, message: &mut SignedData<'a>) -> Result<(), Error> {
    let Some(set) = fields.optional(der::context_constructed(1))? else { return Ok(()) };
    if set.raw.len() > CERTIFICATES_BYTES_MAX {
        return Err(Error::Limit);
    }
    for choice in set.enter()?.rest(CERTIFICATES_MAX)? {
        if choice.tag == der::SEQUENCE {
            message.crls.push(choice.raw);
        } else if choice.tag == der::context_constructed(1) {
            let mut other = choice.enter()?;
            if oid::OTHER_REVOCATION_OCSP.is(other.must_be(der::OBJECT_IDENTIFIER)?.content) {
                message.ocsp.push(other.read()?.raw);
            }
        }
    }
    Ok(())
}

fn signer_info<'a>(element: &Element<'a>) -> Result<SignerInfo<'a>, Error> {
    let mut fields = element.must_be(der::SEQUENCE)?.enter()?;
    let version = fields.must_be(der::INTEGER)?.small()?;
    let sid = fields.read()?;
    let sid = match (version, sid.tag) {
        (1, der::SEQUENCE) => {
            let mut pair = sid.enter()?;
            let issuer = Box::new(Name::parse(&pair.read()?)?);
            let serial = pair.must_be(der::INTEGER)?.content;
            pair.finish()?;
            SignerIdentifier::IssuerAndSerial { issuer, serial }
        }
        (3, tag) if tag == der::context(0) => SignerIdentifier::SubjectKeyIdentifier(sid.content),
        (1 | 3, _) => return Err(Error::Tag),
        _ => return Err(Error::Value),
    };
    let digest = AlgorithmIdentifier::parse(&fields.read()?)?;
    let signed_attributes =
        fields.optional(der::context_constructed(0))?.map(|set| Attributes::parse(&set)).transpose()?;
    let algorithm = AlgorithmIdentifier::parse(&fields.read()?)?;
    let segments = fields.read()?.octet_segments(der::OCTET_STRING)?;
    let signature = match segments.as_slice() {
        [whole] => Cow::Borrowed(*whole),
        several => Cow::Owned(several.concat()),
    };
    let unsigned_attributes =
        fields.optional(der::context_constructed(1))?.map(|set| Attributes::parse(&set)).transpose()?;
    fields.finish()?;
    Ok(SignerInfo { sid, digest, signed_attributes, algorithm, signature, unsigned_attributes })
}
