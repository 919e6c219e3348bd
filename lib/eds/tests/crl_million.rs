//! A revocation list of a million entries: what it keeps in memory (issue 3, part 5), and that each entry is found. A binary of
//! its own, because it counts the heap. How long a look-up takes is printed, and never judged.

use eds::Evidence;
use jiff::{SignedDuration, Timestamp};
use peak_alloc::PeakAlloc;
use testkit::{Algorithm, Nca, der};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Entries of the list.
const ENTRIES: u32 = 1_000_000;
/// 64 MiB.
const MEMORY_BYTES_MAX: usize = 64 * 1024 * 1024;
const LOOKUPS: u32 = 20_000;

#[test]
#[expect(clippy::disallowed_methods, reason = "a figure that is printed")]
fn a_list_of_a_million_entries_is_small_and_quick() {
    let at: Timestamp = "2026-11-22T14:00:00Z".parse().unwrap();
    let nca = Nca::new([7; 32], at);
    let listed = der::integer(&[0x11; 20]);
    let list = nca.list(Algorithm::Gost512, at, at + SignedDuration::from_hours(24));
    let octets = list.with_strangers(ENTRIES, at).with(&listed, at, Some(1)).sign();
    let (size, before) = (octets.len(), HEAP.current_usage());
    let mut evidence = Evidence::new();
    evidence.add_crl_file("crl", octets).unwrap();
    // The file's own octets were there before: they moved into the list.
    let taken = size + HEAP.current_usage() - before;
    let crl = &evidence.crls()[0];
    assert_eq!(crl.len(), ENTRIES as usize + 1);
    assert!(taken > size, "nothing was measured: {taken}");
    assert!(taken < MEMORY_BYTES_MAX, "{taken} bytes");
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
    println!("{ENTRIES} entries, file {size} bytes, {taken} bytes kept, look-up {lookup} ns");
}
