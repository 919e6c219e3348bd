//! Peak memory of judging a 100 MB attached GOST-2015-512 CMS that is read from a file as the command line reads it.
//!
//! Here for `cargo xtask bench eds`. `cms_memory make DIR` writes the message, certificates and CRL; `cms_memory judge DIR`, another
//! process, judges it and prints its peak memory and the size of the file, bytes. It must never print figures of a verdict that is
//! not "valid".

use eds::{Evidence, Outcome, Policy, TrustList, verify};
use jiff::{SignedDuration, Timestamp};
use memory::peak_kib;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use testkit::{Algorithm, Nca, PersonSpec};

#[path = "pace/memory.rs"]
mod memory;

/// What is signed, bytes.
const CONTENT_BYTES: usize = 100_000_000;
/// The command line's limit, bytes.
const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;
const DAY: SignedDuration = SignedDuration::from_hours(24);
const AT: &str = "2026-11-22T14:00:00Z";

fn main() -> Result<(), String> {
    if cfg!(debug_assertions) {
        return Err("a debug build is not measured; use `cargo xtask bench cms_100mb_peak_memory`".to_owned());
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let at: Timestamp = AT.parse().map_err(|error| format!("{error}"))?;
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", folder] => make(Path::new(folder), at),
        ["judge", folder] => judge(Path::new(folder), at),
        _ => Err(format!("{arguments:?} is not `make DIR` or `judge DIR`")),
    }
}

fn make(folder: &Path, at: Timestamp) -> Result<(), String> {
    let nca = Nca::new([7; 32], at);
    let signer = nca.person(&PersonSpec::individual("bench", Algorithm::Gost512));
    let hierarchy = nca.hierarchy(Algorithm::Gost512);
    let write = |name: &str, octets: &[u8]| fs::write(folder.join(name), octets).map_err(|error| error.to_string());
    write("root.cer", &hierarchy.root.certificate.der)?;
    write("nca.cer", &hierarchy.issuing.certificate.der)?;
    write("nca.crl", &nca.crl(at - DAY, at + DAY))?;
    write("large.cms", &signer.sign_attached(&vec![0x5A; CONTENT_BYTES], at))
}

fn judge(folder: &Path, at: Timestamp) -> Result<(), String> {
    let read = |name: &str| limited(&folder.join(name)).map_err(|error| format!("{name}: {error}"));
    let files = [read("root.cer")?, read("nca.cer")?];
    let (trust, _) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
    let mut evidence = Evidence::new();
    evidence.add_crl("nca.crl", &read("nca.crl")?).map_err(|error| error.to_string())?;
    let input = read("large.cms")?;
    let verdict = verify(&input, None, &trust, &evidence, &Policy::applicant(), at);
    if verdict.outcome != Outcome::Valid {
        return Err(format!("not valid: {:?}", verdict.all_findings().map(|finding| finding.code).collect::<Vec<_>>()));
    }
    println!("{} {}", peak_kib()? * 1024, input.len());
    Ok(())
}

fn limited(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut octets = Vec::new();
    File::open(path)?.take(FILE_BYTES_MAX + 1).read_to_end(&mut octets)?;
    Ok(octets)
}
