//! DER as a tree that can be changed and written again, lengths right: a mutation is then about meaning, not length.
//! Must never: read octets that are not well-formed test material.

use testkit::{ber, der};

/// One element; `children` where it is constructed.
#[derive(Clone, Debug)]
pub struct Node {
    tag: u8,
    content: Vec<u8>,
    children: Vec<Self>,
}

/// What is done to one element.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    Remove,
    Double,
    SwapWithNext,
    Empty,
    Retag,
}

const CHANGES: [Change; 5] = [Change::Remove, Change::Double, Change::SwapWithNext, Change::Empty, Change::Retag];

impl Node {
    pub fn read(octets: &[u8]) -> Self {
        let element = ber::read(octets).0;
        let constructed = element.tag & 0x20 != 0;
        let children = if constructed { element.children() } else { Vec::new() };
        Self {
            tag: element.tag,
            content: if constructed { Vec::new() } else { element.content.to_vec() },
            children: children.iter().map(|child| Self::read(child.whole)).collect(),
        }
    }

    pub fn write(&self) -> Vec<u8> {
        let children: Vec<u8> = self.children.iter().flat_map(Self::write).collect();
        der::element(self.tag, &[&self.content[..], &children].concat())
    }

    /// Every change of every element below the root, each alone.
    pub fn changes(&self) -> Vec<(String, Vec<u8>)> {
        let mut paths = Vec::new();
        self.paths(&mut Vec::new(), &mut paths);
        let mut out = Vec::new();
        for path in paths {
            for change in CHANGES {
                let mut copy = self.clone();
                if copy.change(&path, change) {
                    out.push((format!("{change:?} {path:?}"), copy.write()));
                }
            }
        }
        out
    }

    fn paths(&self, here: &mut Vec<usize>, out: &mut Vec<Vec<usize>>) {
        for (at, child) in self.children.iter().enumerate() {
            here.push(at);
            out.push(here.clone());
            child.paths(here, out);
            here.pop();
        }
    }

    /// `false`: nothing to do there.
    fn change(&mut self, path: &[usize], change: Change) -> bool {
        let [at, rest @ ..] = path else { return false };
        let at = *at;
        if !rest.is_empty() {
            return self.children[at].change(rest, change);
        }
        match change {
            Change::Remove => drop(self.children.remove(at)),
            Change::Double => self.children.insert(at, self.children[at].clone()),
            Change::SwapWithNext if at + 1 < self.children.len() => self.children.swap(at, at + 1),
            Change::SwapWithNext => return false,
            Change::Empty => {
                self.children[at].content.clear();
                self.children[at].children.clear();
            }
            Change::Retag => self.children[at].tag ^= 1,
        }
        true
    }
}
