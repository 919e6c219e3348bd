//! Additions to a CMS that exists: one more signer, a timestamp token. Everything that is not added to stays octet for octet.
//! Here because one file is signed by several people on several days (NCANode #159). It must never check the signatures that are
//! there: that is `eds::verify`, before or after.

use eds::cms::{SIGNERS_MAX, SignedData, parse};
use eds::der::{self, Element, Error, Rules};
use eds::oid;
use eds::timestamp::TokenInfo;

use super::signer_info;
use crate::signature::{SignError, Signer, Signing};
use crate::writer::{self, element, explicit, sequence, set_of, sorted};

/// Elements of one SET of a message; `eds::cms` has refused longer ones by then.
const ELEMENTS_MAX: usize = 1024;

/// Adds the signature of one more signer. `content` is needed where it is not inside.
///
/// # Errors
/// [`SignError`]: an unreadable message, a missing or another content.
pub fn add(
    existing: &[u8],
    content: Option<&[u8]>,
    signer: Signer<'_>,
    signing: &Signing,
) -> Result<Vec<u8>, SignError> {
    let message = read(existing)?;
    if message.signers.len() >= SIGNERS_MAX {
        return Err(SignError::Signers);
    }
    let segments = match (&message.content, content) {
        (None, None) => return Err(SignError::ContentMissing),
        (None, Some(given)) => vec![given],
        (Some(inside), Some(given)) if !is_same(inside, given) => return Err(SignError::ContentDiffers),
        (Some(inside), _) => inside.clone(),
    };
    let mut parts = Parts::read(existing)?;
    parts.signers.push(signer_info(&signer, message.content_type, &segments, signing)?);
    add_once(&mut parts.digests, writer::algorithm(&signer.key().digest().oid()));
    add_once(parts.certificates.get_or_insert_default(), signer.certificate().der().to_vec());
    Ok(parts.assembled())
}

/// Adds a timestamp token over the signature of one signer, counted from 0 in the order of the file.
///
/// # Errors
/// [`SignError::TokenDiffers`] where the token is over something else, [`SignError::Signers`] where there is no such signer.
pub fn with_token(cms: &[u8], signer: usize, token: &[u8]) -> Result<Vec<u8>, SignError> {
    let message = read(cms)?;
    let signature = &message.signers.get(signer).ok_or(SignError::Signers)?.signature;
    let info = TokenInfo::read(token).map_err(|_| SignError::Unreadable("timestamp"))?;
    if !info.imprint.is_over(signature) {
        return Err(SignError::TokenDiffers);
    }
    let mut parts = Parts::read(cms)?;
    let info = parts.signers.get_mut(signer).ok_or(SignError::Signers)?;
    *info = stamped(info, token).map_err(|_| SignError::Unreadable("SignerInfo"))?;
    Ok(parts.assembled())
}

fn read(cms: &[u8]) -> Result<SignedData<'_>, SignError> {
    use eds::cms::Refused;
    parse(cms).map_err(|refused| match refused {
        Refused::Malformed(place, _) => SignError::Unreadable(place),
        Refused::NotSignedData => SignError::Unreadable("no SignedData"),
    })
}

fn is_same(segments: &[&[u8]], given: &[u8]) -> bool {
    let mut rest = given;
    segments.iter().all(|segment| rest.strip_prefix(*segment).inspect(|after| rest = after).is_some())
        && rest.is_empty()
}

/// DER sorts a SET OF; an element that is there already is not written twice.
fn add_once(set: &mut Vec<Vec<u8>>, one: Vec<u8>) {
    if !set.contains(&one) {
        set.push(one);
    }
}

/// SignerInfo with one more unsigned attribute.
fn stamped(info: &[u8], token: &[u8]) -> Result<Vec<u8>, Error> {
    let attribute = sequence(&[writer::oid(&oid::TIMESTAMP_TOKEN), set_of(vec![token.to_vec()])]);
    let mut fields = raws(&der::single(info, Rules::Ber)?)?;
    let unsigned = der::context_constructed(1);
    let mut attributes = match fields.pop_if(|last| last.first() == Some(&unsigned)) {
        Some(set) => raws(&der::single(&set, Rules::Ber)?)?,
        None => Vec::new(),
    };
    attributes.push(attribute);
    fields.push(explicit(1, &sorted(attributes)));
    Ok(sequence(&fields))
}

/// The elements inside, each as it came.
fn raws(outer: &Element<'_>) -> Result<Vec<Vec<u8>>, Error> {
    Ok(outer.enter()?.rest(ELEMENTS_MAX)?.iter().map(|inner| inner.raw.to_vec()).collect())
}

/// SignedData by its fields, each as it came.
struct Parts<'a> {
    version: &'a [u8],
    digests: Vec<Vec<u8>>,
    /// The longest part by far; borrowed.
    encapsulated: &'a [u8],
    certificates: Option<Vec<Vec<u8>>>,
    crls: &'a [u8],
    signers: Vec<Vec<u8>>,
}

impl<'a> Parts<'a> {
    fn read(cms: &'a [u8]) -> Result<Self, SignError> {
        Self::fields(cms).map_err(|_| SignError::Unreadable("SignedData"))
    }

    fn fields(cms: &'a [u8]) -> Result<Self, Error> {
        let mut info = der::single(cms, Rules::Ber)?.enter()?;
        info.must_be(der::OBJECT_IDENTIFIER)?;
        let body = info.must_be(der::context_constructed(0))?.enter()?.must_be(der::SEQUENCE)?;
        let mut fields = body.enter()?;
        Ok(Self {
            version: fields.must_be(der::INTEGER)?.raw,
            digests: raws(&fields.must_be(der::SET)?)?,
            encapsulated: fields.must_be(der::SEQUENCE)?.raw,
            certificates: fields.optional(der::context_constructed(0))?.map(|set| raws(&set)).transpose()?,
            crls: fields.optional(der::context_constructed(1))?.map_or(&[], |set| set.raw),
            signers: raws(&fields.must_be(der::SET)?)?,
        })
    }

    fn assembled(self) -> Vec<u8> {
        let certificates = self.certificates.map(|set| explicit(0, &sorted(set))).unwrap_or_default();
        let before = [self.version, &set_of(self.digests)].concat();
        let after = [&certificates, self.crls, &element(der::SET, &sorted(self.signers))].concat();
        super::around(&before, &[self.encapsulated], &after)
    }
}
