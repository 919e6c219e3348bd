//! A script of changes to a message that was signed: libFuzzer writes the script, the message stays a real one.
//! Here so that every try begins at a valid signature. Must never leave the octets as they are and call it a change.

use super::mutate;
use super::random::Random;
use super::tlv::Node;

/// Steps of one script.
const STEPS_MAX: usize = 8;
/// Octets of one step: what, where (two octets), how.
const STEP_LEN: usize = 4;

/// The message after the script.
#[must_use]
pub fn applied(message: &[u8], script: &[u8]) -> Vec<u8> {
    let mut out = message.to_vec();
    for step in script.chunks_exact(STEP_LEN).take(STEPS_MAX) {
        let [what, high, low, how] = *step else { break };
        let place = usize::from(u16::from_be_bytes([high, low]));
        step_of(&mut out, what, place, how);
    }
    out
}

fn step_of(out: &mut Vec<u8>, what: u8, place: usize, how: u8) {
    let at = place % out.len().max(1);
    match what % 8 {
        0 | 1 => {
            if let Some(octet) = out.get_mut(at) {
                *octet ^= how;
            }
        }
        2 => {
            if let Some(octet) = out.get_mut(at) {
                *octet = how;
            }
        }
        3 => out.insert(at, how),
        4 => drop(out.drain(at..(at + usize::from(how) + 1).min(out.len()))),
        5 => {
            let piece: Vec<u8> = out.iter().skip(at).take(usize::from(how)).copied().collect();
            out.splice(at..at, piece);
        }
        _ => {
            if let Some(mut tree) = Node::read(out) {
                mutate::change(&mut tree, &mut Random::new(place as u64 * 256 + u64::from(how)));
                *out = tree.written();
            }
        }
    }
}
