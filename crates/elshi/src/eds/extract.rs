//! `elshi eds extract`: the document out of a signature that holds it, octet for octet.
//! Here because people are sent `.cms` files and want to read them. It must never say that the signature holds.

use eds::cms;
use eds::input::{Decoded, decode_input};

use super::sentence::{NO_CMS, NOTHING_INSIDE};
use super::tool_args::ExtractArgs;
use super::{Failed, load, output};

pub fn run(args: &ExtractArgs) -> Result<(), Failed> {
    let input = load::file(&args.file)?;
    let Ok(Decoded::Binary(binary)) = decode_input(&input) else {
        return Err(Failed::Refused(NO_CMS.of(args.lang).to_owned()));
    };
    let message = cms::parse(&binary).map_err(|_| Failed::Refused(NO_CMS.of(args.lang).to_owned()))?;
    let Some(segments) = message.content else {
        return Err(Failed::Refused(NOTHING_INSIDE.of(args.lang).to_owned()));
    };
    output::write(&args.out, &segments, args.force, args.lang).map_err(Failed::Refused)
}
