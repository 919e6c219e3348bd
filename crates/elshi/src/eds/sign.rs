//! `elshi eds sign`: a signature with a key of a keystore, in the form NCALayer makes.
//! Here for institutions that sign by script and for everyone who tries the portal with test keys.
//! It must never take a password as an argument, or sign without saying who did.

use std::path::Path;

use eds::CertificateSummary;
use eds::input::{Decoded, decode_input};
use jiff::Timestamp;
use signer::{Entry, Keystore, SignError, Signer, Signing};

use super::args::LangName;
use super::sentence::{BIN, CERTIFICATE, IIN, NO_CMS, NO_SUCH_KEY, NOT_UTF8, SEVERAL_KEYS, SIGNED_BY};
use super::tool_args::{SignArgs, reads_twice};
use super::{Failed, load, output, password};
use crate::edge;

pub fn run(args: &SignArgs, now: Timestamp) -> Result<(), Failed> {
    let paths = [Some(&args.file), Some(&args.key), args.password_file.as_ref(), args.add_to.as_ref()];
    if reads_twice(paths.into_iter().flatten().map(AsRef::as_ref)) {
        return Err(Failed::Usage("standard input can be read once; give \"-\" once".to_owned()));
    }
    let Some(password) = password::read(args.password_file.as_deref())? else {
        let variable = password::VARIABLE;
        return Err(Failed::Usage(format!(
            "give the password with --password-file FILE or in the variable {variable}"
        )));
    };
    let lang = args.lang.lang();
    let key = load::file(&args.key)?;
    let keystore = Keystore::open(&key, &password).map_err(|error| refused(&args.key, &error.sentence(lang)))?;
    let entry = chosen(&keystore, args)?;
    let signer = entry.signer().map_err(|error| refused(&args.key, &error.sentence(lang)))?;
    let content = load::file(&args.file)?;
    let signing = Signing { at: args.at.unwrap_or(now), added: edge::random().map_err(Failed::Refused)? };
    let signed = signed(args, &content, &signer, &signing)?;
    output::write(&args.destination(), &[&signed], args.force, args.lang).map_err(Failed::Refused)?;
    output::say(&format!("{}: {}", SIGNED_BY.of(args.lang), who(&signer, args.lang)));
    Ok(())
}

fn refused(path: &Path, why: &str) -> Failed {
    Failed::Refused(format!("{}: {why}", path.display()))
}

fn chosen<'a>(keystore: &'a Keystore, args: &SignArgs) -> Result<&'a Entry, Failed> {
    keystore.entry(args.alias.as_deref()).ok_or_else(|| {
        let names: Vec<_> = keystore.entries().iter().filter_map(|entry| entry.alias.as_deref()).collect();
        let why = if args.alias.is_some() { NO_SUCH_KEY } else { SEVERAL_KEYS };
        refused(&args.key, &format!("{}: {}", why.of(args.lang), names.join(", ")))
    })
}

fn signed(args: &SignArgs, content: &[u8], signer: &Signer<'_>, signing: &Signing) -> Result<Vec<u8>, Failed> {
    let failed = |error: SignError| Failed::Refused(error.sentence(args.lang.lang()));
    if args.xml {
        let text = std::str::from_utf8(content).map_err(|_| refused(&args.file, NOT_UTF8.of(args.lang)))?;
        return signer::xml::sign(text, signer, signing).map(String::into_bytes).map_err(failed);
    }
    let cms = match &args.add_to {
        Some(path) => {
            let existing = load::file(path)?;
            let Ok(Decoded::Binary(existing)) = decode_input(&existing) else {
                return Err(refused(path, NO_CMS.of(args.lang)));
            };
            signer::cms::add(&existing, Some(content), *signer, signing).map_err(failed)?
        }
        None => {
            let options = signer::cms::Options { detached: args.detached, signing: *signing };
            signer::cms::sign(content, &[*signer], &options).map_err(failed)?
        }
    };
    Ok(if args.pem { signer::cms::pem(&cms).into_bytes() } else { cms })
}

fn who(signer: &Signer<'_>, lang: LangName) -> String {
    let summary = CertificateSummary::of(signer.certificate());
    let mut parts = vec![summary.full_name().unwrap_or_else(|| summary.subject.clone())];
    parts.extend(summary.iin.map(|iin| format!("{} {iin}", IIN.of(lang))));
    parts.extend(summary.bin.map(|bin| format!("{} {bin}", BIN.of(lang))));
    parts.push(format!("{} {}", CERTIFICATE.of(lang), summary.serial));
    parts.join(", ")
}
