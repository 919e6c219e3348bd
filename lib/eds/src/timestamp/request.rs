//! Timestamp requests (RFC 3161 2.4.1), and the token out of a TSA's response (2.4.2) or the reason why there is none.
//! Here so that "no timestamp" is always explained (NCANode #15: a failure without a word). It must never send anything, and
//! never takes a token for proven: that is `timestamp::verify`, with the chain.

use std::fmt;

use super::tst_info;
use crate::algorithm::AlgorithmIdentifier;
use crate::cms;
use crate::der::write::{element, sequence, unsigned};
use crate::der::{self, Element, Error, Rules};
use crate::digest::DigestAlgorithm;
use crate::finding::Lang;
use crate::oid;

/// Octets of one response; more is refused.
pub const RESPONSE_BYTES_MAX: usize = 1024 * 1024;
/// Letters of a TSA's own words that are kept.
const STATUS_TEXT_CHARS_MAX: usize = 200;
/// Strings of a TSA's own words that are read.
const STATUS_TEXTS_MAX: usize = 16;

/// Asks for a token over `imprint`, the digest of a signature value. `policy` is the content octets of an OID. The TSA's
/// certificate is asked for, since the verdict needs it.
#[must_use]
pub fn request(digest: DigestAlgorithm, imprint: &[u8], nonce: &[u8], policy: Option<&[u8]>) -> Vec<u8> {
    let mut fields =
        vec![unsigned(&[1]), sequence(&[AlgorithmIdentifier::of(&digest.oid()), element(der::OCTET_STRING, imprint)])];
    fields.extend(policy.map(|policy| element(der::OBJECT_IDENTIFIER, policy)));
    fields.push(unsigned(nonce));
    fields.push(element(der::BOOLEAN, &[0xff]));
    sequence(&fields)
}

/// PKIFailureInfo. RFC 3161 2.4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    BadAlgorithm,
    BadRequest,
    BadDataFormat,
    TimeNotAvailable,
    UnacceptedPolicy,
    UnacceptedExtension,
    AdditionalInformationNotAvailable,
    SystemFailure,
}

impl Failure {
    /// Bit, name in the RFC.
    const ALL: [(Self, usize, &'static str); 8] = [
        (Self::BadAlgorithm, 0, "badAlg"),
        (Self::BadRequest, 2, "badRequest"),
        (Self::BadDataFormat, 5, "badDataFormat"),
        (Self::TimeNotAvailable, 14, "timeNotAvailable"),
        (Self::UnacceptedPolicy, 15, "unacceptedPolicy"),
        (Self::UnacceptedExtension, 16, "unacceptedExtension"),
        (Self::AdditionalInformationNotAvailable, 17, "addInfoNotAvailable"),
        (Self::SystemFailure, 25, "systemFailure"),
    ];

    /// The name RFC 3161 gives it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(failure, ..)| *failure == self).map_or("", |(.., name)| name)
    }
}

/// Why a response holds no token for this request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponseRefused {
    /// No TimeStampResp: a page of a proxy, a cut download.
    Unreadable(Error),
    /// The TSA said no.
    Failed {
        /// PKIStatus: 2 rejection, 3 waiting, 4 and 5 revocation.
        status: u64,
        failure: Option<Failure>,
        /// The TSA's own words, control characters dropped.
        text: Option<String>,
    },
    /// Granted, but without a token.
    TokenMissing,
    /// What stands for a token is none.
    TokenUnreadable,
    /// The token is over something else.
    ImprintDiffers,
    /// The token answers another request.
    NonceDiffers,
}

impl ResponseRefused {
    /// One sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let [kk, ru, en] = match self {
            Self::Unreadable(_) => [
                "Уақыт белгісі қызметінің жауабы оқылмайды.",
                "Ответ службы меток времени не читается.",
                "The answer of the timestamp service cannot be read.",
            ],
            Self::Failed { .. } => [
                "Уақыт белгісі қызметі белгі беруден бас тартты.",
                "Служба меток времени отказала в метке.",
                "The timestamp service refused to give a timestamp.",
            ],
            Self::TokenMissing | Self::TokenUnreadable => [
                "Уақыт белгісі қызметінің жауабында оқылатын белгі жоқ.",
                "В ответе службы меток времени нет метки, которую можно прочитать.",
                "The answer of the timestamp service holds no readable timestamp.",
            ],
            Self::ImprintDiffers => [
                "Уақыт белгісі басқа деректерге қойылған.",
                "Метка времени поставлена на другие данные.",
                "The timestamp is over other data.",
            ],
            Self::NonceDiffers => [
                "Уақыт белгісі басқа сұрауға берілген.",
                "Метка времени дана на другой запрос.",
                "The timestamp answers another request.",
            ],
        };
        let text = match lang {
            Lang::Kk => kk,
            Lang::Ru => ru,
            Lang::En => en,
        };
        match self.detail() {
            Some(detail) => format!("{text} ({detail})"),
            None => text.to_owned(),
        }
    }

    fn detail(&self) -> Option<String> {
        let Self::Failed { status, failure, text } = self else { return None };
        let mut parts = vec![format!("status {status}")];
        parts.extend(failure.map(|failure| failure.as_str().to_owned()));
        parts.extend(text.clone());
        Some(parts.join(", "))
    }
}

impl fmt::Display for ResponseRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for ResponseRefused {}

/// The token of a response to a request with this imprint and nonce, as it came.
pub fn token_of(response: &[u8], imprint: &[u8], nonce: Option<&[u8]>) -> Result<Vec<u8>, ResponseRefused> {
    let token = token_in(response)?;
    let message = cms::parse(token).map_err(|_| ResponseRefused::TokenUnreadable)?;
    if !oid::TST_INFO.is(message.content_type) {
        return Err(ResponseRefused::TokenUnreadable);
    }
    let octets = message.content.ok_or(ResponseRefused::TokenUnreadable)?.concat();
    let info = tst_info(&octets).map_err(|_| ResponseRefused::TokenUnreadable)?;
    if info.imprint != imprint {
        return Err(ResponseRefused::ImprintDiffers);
    }
    let (sent, came) = (nonce.map(der::without_leading_zeros), info.nonce.map(der::without_leading_zeros));
    if sent.is_some() && sent != came {
        return Err(ResponseRefused::NonceDiffers);
    }
    Ok(token.to_vec())
}

/// The token of a response to whatever request, as it came.
pub fn token_in(response: &[u8]) -> Result<&[u8], ResponseRefused> {
    let (refused, token) = read(response).map_err(ResponseRefused::Unreadable)?;
    match refused {
        Some(refused) => Err(refused),
        None => token.ok_or(ResponseRefused::TokenMissing),
    }
}

/// TimeStampResp: what the status refuses with, if it does, and the token.
fn read(response: &[u8]) -> Result<(Option<ResponseRefused>, Option<&[u8]>), Error> {
    if response.len() > RESPONSE_BYTES_MAX {
        return Err(Error::Limit);
    }
    let mut fields = der::single(response, Rules::Ber)?.must_be(der::SEQUENCE)?.enter()?;
    let mut info = fields.must_be(der::SEQUENCE)?.enter()?;
    let status = info.must_be(der::INTEGER)?.small()?;
    let text = info.optional(der::SEQUENCE)?.and_then(|list| words(&list));
    let failure = info.optional(der::BIT_STRING)?.and_then(|bits| failure(bits.named_bits().ok()?));
    info.finish()?;
    let token = fields.next()?.map(|token| token.raw);
    fields.finish()?;
    // granted, grantedWithMods.
    let refused = (status > 1).then_some(ResponseRefused::Failed { status, failure, text });
    Ok((refused, token))
}

fn words(list: &Element<'_>) -> Option<String> {
    let strings = list.enter().ok()?.rest(STATUS_TEXTS_MAX).ok()?;
    let text: Vec<_> = strings.iter().map(|string| String::from_utf8_lossy(string.content)).collect();
    let text: String =
        text.join("; ").chars().filter(|letter| !letter.is_control()).take(STATUS_TEXT_CHARS_MAX).collect();
    (!text.is_empty()).then_some(text)
}

fn failure(bits: &[u8]) -> Option<Failure> {
    let set = |bit: usize| bits.get(bit / 8).is_some_and(|octet| octet & (0x80 >> (bit % 8)) != 0);
    Failure::ALL.iter().find(|(_, bit, _)| set(*bit)).map(|(failure, ..)| *failure)
}
