//! Mutations that keep tags, lengths and nesting right, so that they reach behind the readers.
//! Here because single octets seldom get past a length. Must never depend on anything but its arguments.

use super::random::Random;
use super::targets::Target;
use super::tlv::{Body, Node};

/// A mutation of DER that `data` holds after the target's own leading octets; `None` = let libFuzzer do it.
#[must_use]
pub fn structured(data: &[u8], target: &Target, max_size: usize, seed: u32) -> Option<Vec<u8>> {
    let mut random = Random::new(u64::from(seed));
    if !target.takes_der || random.below(2) == 0 {
        return None;
    }
    let (selector, der) = data.split_at_checked(target.selector_len)?;
    let mut tree = Node::read(der)?;
    for _ in 0..=random.below(3) {
        change(&mut tree, &mut random);
    }
    let changed = [selector, &tree.written()].concat();
    (changed.len() <= max_size).then_some(changed)
}

/// One change somewhere in the tree.
pub fn change(tree: &mut Node, random: &mut Random) {
    let count = tree.count();
    let Some(other) = tree.at(random.below(count)).cloned() else { return };
    let number = random.below(count);
    let Some(node) = tree.at(number) else { return };
    match random.below(8) {
        0 => *node = other,
        1 => node.tag = random.octet(),
        2 => node.tag ^= 1 << random.below(8),
        3 => node.body = Body::Octets(Vec::new()),
        _ => match &mut node.body {
            Body::Octets(octets) => change_octets(octets, random),
            Body::Nodes { nodes, indefinite, .. } => change_nodes(nodes, indefinite, other, random),
        },
    }
}

fn change_octets(octets: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(octets.len());
    match random.below(4) {
        0 => octets.truncate(at),
        1 => octets.insert(at, random.octet()),
        2 => octets.extend_from_within(at..),
        _ => {
            if let Some(octet) = octets.get_mut(at) {
                *octet = random.octet();
            }
        }
    }
}

fn change_nodes(nodes: &mut Vec<Node>, indefinite: &mut bool, other: Node, random: &mut Random) {
    let (one, two) = (random.below(nodes.len()), random.below(nodes.len()));
    match random.below(5) {
        0 => *indefinite = !*indefinite,
        1 => nodes.insert(one, other),
        2 if !nodes.is_empty() => drop(nodes.remove(one)),
        3 if !nodes.is_empty() => nodes.swap(one, two),
        _ => nodes.extend(nodes.get(one).cloned()),
    }
}
