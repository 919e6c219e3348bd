//! Our hashes against RustCrypto's: any octets in any pieces, every length around a block's border, a message of 1 MiB.
//!
//! Here because a table or a carry may be wrong where no printed answer looks. Must never compare ours with ours alone.

use gosthash::{Gost34311, Streebog256, Streebog512};
use proptest::prelude::*;
use streebog::Digest;

macro_rules! ours {
    ($hash:ty, $pieces:expr) => {{
        let mut hash = <$hash>::new();
        $pieces.iter().for_each(|piece| hash.update(piece));
        hash.finish().to_vec()
    }};
}

fn agree(pieces: &[&[u8]]) {
    let whole = pieces.concat();
    let said = || format!("{:?} octets", pieces.iter().map(|piece| piece.len()).collect::<Vec<_>>());
    assert_eq!(ours!(Gost34311, pieces), gost94::Gost94Test::digest(&whole).to_vec(), "34.311, {}", said());
    assert_eq!(ours!(Streebog256, pieces), streebog::Streebog256::digest(&whole).to_vec(), "256, {}", said());
    assert_eq!(ours!(Streebog512, pieces), streebog::Streebog512::digest(&whole).to_vec(), "512, {}", said());
}

/// Octets that look random and are the same each time.
fn mixed(length: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}

/// A message and where it is cut.
fn cut_message() -> impl Strategy<Value = (Vec<u8>, Vec<usize>)> {
    prop::collection::vec(any::<u8>(), 0..=2000)
        .prop_flat_map(|whole| (prop::collection::vec(0..=whole.len(), 0..8), Just(whole)))
        .prop_map(|(mut cuts, whole)| {
            cuts.sort_unstable();
            (whole, cuts)
        })
}

proptest! {
    #[test]
    fn any_octets_in_any_pieces((whole, cuts) in cut_message()) {
        let mut pieces = Vec::new();
        let mut from = 0;
        for cut in cuts.into_iter().chain([whole.len()]) {
            pieces.push(&whole[from..cut]);
            from = cut;
        }
        agree(&pieces);
    }
}

#[test]
fn every_length_around_the_borders_of_blocks() {
    for length in 0..=200 {
        let whole = mixed(length);
        agree(&[&whole]);
        // All ones: every addition of the checksum carries.
        agree(&[&vec![0xFF; length]]);
    }
}

#[test]
fn every_cut_around_the_borders_of_blocks() {
    for length in [31, 32, 33, 63, 64, 65, 127, 128, 129] {
        let whole = mixed(length);
        for cut in 0..=length {
            agree(&[&whole[..cut], &[], &whole[cut..]]);
        }
        agree(&whole.chunks(1).collect::<Vec<_>>());
    }
}

#[test]
fn a_message_of_a_mebibyte() {
    let whole = mixed(1024 * 1024);
    agree(&[&whole]);
    agree(&whole.chunks(1000).collect::<Vec<_>>());
}

#[test]
fn a_copy_under_way_goes_its_own_way() {
    let whole = mixed(100);
    let mut first = Streebog512::new();
    first.update(&whole[..70]);
    let mut second = first.clone();
    first.update(&whole[70..]);
    second.update(b"other");
    assert_eq!(first.finish().to_vec(), ours!(Streebog512, [&whole]));
    assert_ne!(second.finish().to_vec(), ours!(Streebog512, [&whole]));
}
