//! `elshi eds timestamp`: the request for a timestamp of a signature, and the answer put into the file.
//! Here in two steps because this program uses no network: what is sent, and to whom, is the caller's.
//! It must never attach a token that is over something else.

use eds::cms;
use eds::digest::DigestAlgorithm;
use eds::input::{Decoded, decode_input};
use eds::timestamp::{request, token_of};

use super::sentence::{NO_CMS, NO_SUCH_SIGNATURE};
use super::tool_args::{TimestampArgs, reads_twice};
use super::{Failed, load, output};

/// Octets of the nonce.
const NONCE_BYTES: usize = 8;
/// Hashed before the signature, so that the nonce is no digest that is used elsewhere.
const NONCE_LABEL: &[u8] = b"elshi eds timestamp nonce";

pub fn run(args: &TimestampArgs) -> Result<(), Failed> {
    if reads_twice([Some(&args.file), args.response.as_ref()].into_iter().flatten().map(AsRef::as_ref)) {
        return Err(Failed::Usage("standard input can be read once; give \"-\" once".to_owned()));
    }
    let lang = args.lang.lang();
    let input = load::file(&args.file)?;
    let no_cms = || Failed::Refused(NO_CMS.of(args.lang).to_owned());
    let Ok(Decoded::Binary(binary)) = decode_input(&input) else { return Err(no_cms()) };
    let message = cms::parse(&binary).map_err(|_| no_cms())?;
    let position = usize::from(args.signer).saturating_sub(1);
    let Some(info) = message.signers.get(position) else {
        let count = message.signers.len();
        return Err(Failed::Refused(format!("{}: {count}", NO_SUCH_SIGNATURE.of(args.lang))));
    };
    let imprint = DigestAlgorithm::Sha256.digest(&[&info.signature]);
    let nonce = nonce(&info.signature);
    if let Some(path) = &args.request_out {
        let asked = request(DigestAlgorithm::Sha256, &imprint, &nonce, None);
        return output::write(path, &[&asked], args.force, args.lang).map_err(Failed::Refused);
    }
    // clap has seen to it that both are given.
    let (Some(response), Some(out)) = (&args.response, &args.out) else {
        return Err(Failed::Usage("give --request-out, or --response with --out".to_owned()));
    };
    let answer = load::file(response)?;
    let token = token_of(&answer, &imprint, Some(&nonce)).map_err(|refused| Failed::Refused(refused.sentence(lang)))?;
    let stamped = signer::cms::with_token(&binary, position, &token);
    let stamped = stamped.map_err(|error| Failed::Refused(error.sentence(lang)))?;
    output::write(out, &[&stamped], args.force, args.lang).map_err(Failed::Refused)
}

/// Made of the signature, so that the second call knows what the first one sent. It need not be secret: the imprint already
/// ties the answer to the signature.
fn nonce(signature: &[u8]) -> Vec<u8> {
    let mut digest = DigestAlgorithm::Sha256.digest(&[NONCE_LABEL, signature]);
    digest.truncate(NONCE_BYTES);
    digest
}
