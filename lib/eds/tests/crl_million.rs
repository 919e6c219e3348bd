//! A revocation list of a million entries: memory and time (issue 3, part 5). A binary of its own, so that no other test's memory
//! counts. A debug build takes a tenth of it, with a tenth of the bound.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use eds::Evidence;
use jiff::{SignedDuration, Timestamp};
use testkit::{Algorithm, Nca, der};

/// Entries of the list.
const ENTRIES: u32 = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };
/// 64 MiB for a million.
const MEMORY_BYTES_MAX: usize = 64 * 1024 * 1024 / (1_000_000 / ENTRIES as usize);
const LOOKUPS: u32 = 20_000;
/// Of one look-up; a release build needs about one.
const LOOKUP_MICROSECONDS_MAX: u128 = 50;

/// Memory of this process that lies in RAM.
#[cfg(target_os = "linux")]
fn resident_bytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse::<usize>().unwrap() * 1024
}

#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::disallowed_methods, reason = "a test that measures")]
fn a_list_of_a_million_entries_is_small_and_quick() {
    let at: Timestamp = "2026-11-22T14:00:00Z".parse().unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    let nca = Nca::new([7; 32], at);
    let listed = der::integer(&[0x11; 20]);
    let list = nca.list(Algorithm::Gost512, at, at + SignedDuration::from_hours(24));
    std::fs::write(file.path(), list.with_strangers(ENTRIES, at).with(&listed, at, Some(1)).sign()).unwrap();
    let before = resident_bytes();
    let mut evidence = Evidence::new();
    let begun = std::time::Instant::now();
    evidence.add_crl_file("crl", std::fs::read(file.path()).unwrap()).unwrap();
    let read_in = begun.elapsed();
    let taken = resident_bytes().saturating_sub(before);
    let crl = &evidence.crls()[0];
    assert_eq!(crl.len(), ENTRIES as usize + 1);
    let size = usize::try_from(file.as_file().metadata().unwrap().len()).unwrap();
    assert!(taken >= size / 2, "nothing was measured: {taken}");
    let mut found = 0;
    let begun = std::time::Instant::now();
    for number in 0..LOOKUPS {
        let mut serial = [0x5a; 20];
        serial[1..5].copy_from_slice(&number.wrapping_mul(0x9e37_79b1).to_be_bytes());
        found += u32::from(crl.find(&serial).unwrap().is_some());
        assert!(crl.find(&number.to_be_bytes()).unwrap().is_none());
    }
    let lookup = begun.elapsed().as_nanos() / u128::from(LOOKUPS * 2);
    assert_eq!(found, LOOKUPS);
    assert_eq!(crl.find(&[0x11; 20]).unwrap().unwrap().reason, Some(1));
    println!("{ENTRIES} entries, file {size} bytes: read in {read_in:?}, {taken} bytes resident, look-up {lookup} ns");
    assert!(taken < MEMORY_BYTES_MAX, "{taken} bytes");
    assert!(lookup < LOOKUP_MICROSECONDS_MAX * 1000, "{lookup} ns");
}
