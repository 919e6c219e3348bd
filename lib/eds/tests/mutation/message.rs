//! What a signed message is: the parts of a CMS that count. Two messages with the same parts mean the same.
//! Must never: lean on the reader that is tested.

use testkit::ber::{self, Element};

/// Content type, content, and of each signer the name, algorithms, attributes and signature; certificates as a set.
#[derive(PartialEq, Eq)]
pub struct Parts {
    content_type: Vec<u8>,
    content: Vec<u8>,
    certificates: Vec<Vec<u8>>,
    signers: Vec<Vec<Vec<u8>>>,
}

/// `None`: not a SignedData of that form.
pub fn parts(cms: &[u8]) -> Option<Parts> {
    let (outer, rest) = ber::parse(cms)?;
    if !rest.is_empty() {
        return None;
    }
    let wrapper = outer.items()?.get(1)?.items()?;
    let body = wrapper.first()?.items()?;
    let encapsulated = body.get(2)?.items()?;
    let signers = body.iter().rfind(|field| field.tag == 0x31)?.items()?;
    let mut certificates: Vec<_> = match body.iter().find(|field| field.tag == 0xa0) {
        Some(set) => set.items()?.iter().map(certificate).collect::<Option<_>>()?,
        None => Vec::new(),
    };
    certificates.sort();
    certificates.dedup();
    // The same signature told twice is no second one.
    let mut signers = signers.iter().map(signer).collect::<Option<Vec<_>>>()?;
    signers.dedup();
    Some(Parts {
        content_type: encapsulated.first()?.whole.to_vec(),
        content: encapsulated.get(1)?.content.to_vec(),
        certificates,
        signers,
    })
}

/// Of a certificate what is signed and the signature; the NULL beside it is not signed and says nothing.
fn certificate(item: &Element<'_>) -> Option<Vec<u8>> {
    let fields = item.items()?;
    let [signed, _, signature] = fields.as_slice() else { return None };
    Some([signed.whole, signature.whole].concat())
}

/// issuerAndSerialNumber with the attributes of the name in one order: the verdict tolerates any.
fn identifier(field: &Element<'_>) -> Option<Vec<u8>> {
    let fields = field.items()?;
    let [issuer, serial] = fields.as_slice() else { return None };
    let mut attributes: Vec<_> = issuer.items()?.iter().map(|attribute| attribute.whole.to_vec()).collect();
    attributes.sort();
    Some([attributes.concat(), serial.whole.to_vec()].concat())
}

/// Everything but the version and the unsigned attributes; parameters of algorithms, absent or NULL, left out.
fn signer(info: &Element<'_>) -> Option<Vec<Vec<u8>>> {
    let fields = info.items()?;
    let part = |(at, field): (usize, &Element<'_>)| match (at, field.tag) {
        (0, _) | (_, 0xa1) => None,
        (1, 0x30) => identifier(field),
        (2.., 0x30) => field.items()?.first().map(|oid| oid.whole.to_vec()),
        _ => Some(field.whole.to_vec()),
    };
    Some(fields.iter().enumerate().filter_map(part).collect())
}

impl Parts {
    pub fn has_signer(&self, wanted: &Vec<Vec<u8>>) -> bool {
        self.signers.contains(wanted)
    }

    pub fn all_signers(&self, holds: impl FnMut(&Vec<Vec<u8>>) -> bool) -> bool {
        self.signers.iter().all(holds)
    }
}
