//! `elshi eds timestamp`: the request for a timestamp of a signature, and the answer put into the file.
//! Here in one step with a network, and in two without: then what is sent, and to whom, is the caller's.
//! It must never attach a token that is over something else.

use eds::cms;
use eds::digest::DigestAlgorithm;
use eds::input::{Decoded, decode_input};
use eds::timestamp::{request, token_of};
use gateways::nca::{HttpNca, Nca, Patience, Question};

use super::sentence::{NO_ANSWER, NO_CMS, NO_SUCH_SIGNATURE};
use super::tool_args::{TimestampArgs, reads_twice};
use super::{Failed, load, output};
use crate::edge::random;
use crate::trust::seed;

/// What the command line must say.
const WAYS: &str = "give --tsa with --out, or --request-out, or --response with --out";
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
    let answer = match (&args.tsa, &args.response) {
        (Some(address), _) => {
            let asked = request(DigestAlgorithm::Sha256, &imprint, &nonce, None);
            ask(address, asked)
                .map_err(|why| Failed::Refused(format!("{}: {address}: {why}", NO_ANSWER.of(args.lang))))?
        }
        (None, Some(response)) => load::file(response)?,
        (None, None) => return Err(Failed::Usage(WAYS.to_owned())),
    };
    let Some(out) = &args.out else { return Err(Failed::Usage(WAYS.to_owned())) };
    let token = token_of(&answer, &imprint, Some(&nonce)).map_err(|refused| Failed::Refused(refused.sentence(lang)))?;
    let stamped = signer::cms::with_token(&binary, position, &token);
    let stamped = stamped.map_err(|error| Failed::Refused(error.sentence(lang)))?;
    output::write(out, &[&stamped], args.force, args.lang).map_err(Failed::Refused)
}

/// The answer of the authority at `address`, in the time a person waits.
fn ask(address: &str, asked: Vec<u8>) -> Result<Vec<u8>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let nca = HttpNca::new(Patience::PERSON, seed(&random()?))?;
    runtime.block_on(async { nca.ask(address, &Question::Timestamp(asked)).await.got() })
}

/// Made of the signature, so that the second call knows what the first one sent. It need not be secret: the imprint already
/// ties the answer to the signature.
fn nonce(signature: &[u8]) -> Vec<u8> {
    let mut digest = DigestAlgorithm::Sha256.digest(&[NONCE_LABEL, signature]);
    digest.truncate(NONCE_BYTES);
    digest
}
