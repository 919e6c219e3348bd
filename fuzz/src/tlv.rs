//! A second, small reader and writer of tag, length and value, made apart from the one it checks (`eds::der`).
//! Here for mutations that keep lengths right, and to say what of a message is signed.
//! Must never be shared with the engine: two readers that agree prove more than one.

/// How deep the reader goes.
const DEPTH_MAX: u8 = 40;

/// One value as it came.
#[derive(Clone, Copy, Debug)]
pub struct Tlv<'a> {
    pub tag: u8,
    pub content: &'a [u8],
    pub whole: &'a [u8],
}

/// The first value and what follows it.
#[must_use]
pub fn first(input: &[u8]) -> Option<(Tlv<'_>, &[u8])> {
    first_at(input, 0)
}

fn first_at(input: &[u8], depth: u8) -> Option<(Tlv<'_>, &[u8])> {
    let (tag, length) = (*input.first()?, *input.get(1)?);
    if depth > DEPTH_MAX || tag & 0x1f == 0x1f {
        return None;
    }
    if length == 0x80 {
        let mut rest = input.get(2..)?;
        while !rest.starts_with(&[0, 0]) {
            rest = first_at(rest, depth + 1)?.1;
        }
        let end = input.len() - rest.len();
        return Some((Tlv { tag, content: input.get(2..end)?, whole: input.get(..end + 2)? }, rest.get(2..)?));
    }
    let (header, length) = if length < 0x80 {
        (2, usize::from(length))
    } else {
        let octets = input.get(2..2 + usize::from(length & 0x7f))?;
        let significant = octets.iter().skip_while(|octet| **octet == 0);
        if significant.clone().count() > 4 {
            return None;
        }
        (2 + octets.len(), significant.fold(0, |sum, octet| (sum << 8) | usize::from(*octet)))
    };
    let (whole, rest) = input.split_at_checked(header + length)?;
    Some((Tlv { tag, content: whole.get(header..)?, whole }, rest))
}

impl<'a> Tlv<'a> {
    /// The values inside, if its content is nothing but values.
    #[must_use]
    pub fn children(&self) -> Option<Vec<Tlv<'a>>> {
        let mut rest = self.content;
        let mut all = Vec::new();
        while !rest.is_empty() {
            let (value, after) = first(rest)?;
            all.push(value);
            rest = after;
        }
        Some(all)
    }

    /// The octets of a string that may be made of segments.
    #[must_use]
    pub fn octets(&self) -> Option<Vec<u8>> {
        if self.tag & 0x20 == 0 {
            return Some(self.content.to_vec());
        }
        let mut all = Vec::new();
        for part in self.children()? {
            all.extend(part.octets()?);
        }
        Some(all)
    }
}

/// Tag, shortest definite length, content.
#[must_use]
pub fn write(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let octets: Vec<u8> = length.into_iter().skip_while(|octet| *octet == 0).collect();
    let mut out = vec![tag];
    match octets.as_slice() {
        [] => out.push(0),
        [short] if *short < 0x80 => out.push(*short),
        long => {
            out.push(0x80 | u8::try_from(long.len()).unwrap_or(8));
            out.extend_from_slice(long);
        }
    }
    out.extend_from_slice(content);
    out
}

/// A tree that can be changed and written again.
#[derive(Clone, Debug)]
pub struct Node {
    pub tag: u8,
    pub body: Body,
}

#[derive(Clone, Debug)]
pub enum Body {
    Octets(Vec<u8>),
    /// Values inside, after octets that are none (the count of unused bits of a BIT STRING).
    Nodes {
        before: Vec<u8>,
        nodes: Vec<Node>,
        indefinite: bool,
    },
}

impl Node {
    /// The tree of a value that fills `input`. Strings that hold values (extensions, keys) are opened as well.
    #[must_use]
    pub fn read(input: &[u8]) -> Option<Self> {
        let (value, rest) = first(input)?;
        rest.is_empty().then(|| Self::of(&value, 0))
    }

    fn of(value: &Tlv<'_>, depth: u8) -> Self {
        let before: &[u8] = if value.tag == 0x03 && value.content.first() == Some(&0) { &[0] } else { &[] };
        let inner = Tlv { content: value.content.get(before.len()..).unwrap_or_default(), ..*value };
        let opens = value.tag & 0x20 != 0 || (matches!(value.tag, 0x03 | 0x04) && inner.content.len() > 2);
        let nodes = if opens && depth < DEPTH_MAX { inner.children() } else { None };
        let body = match nodes {
            Some(nodes) => Body::Nodes {
                before: before.to_vec(),
                nodes: nodes.iter().map(|node| Self::of(node, depth + 1)).collect(),
                indefinite: value.whole.get(1) == Some(&0x80),
            },
            None => Body::Octets(value.content.to_vec()),
        };
        Self { tag: value.tag, body }
    }

    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        match &self.body {
            Body::Octets(octets) => write(self.tag, octets),
            Body::Nodes { before, nodes, indefinite } => {
                let mut content = before.clone();
                nodes.iter().for_each(|node| content.extend(node.written()));
                if *indefinite {
                    [&[self.tag, 0x80], content.as_slice(), &[0, 0]].concat()
                } else {
                    write(self.tag, &content)
                }
            }
        }
    }

    /// How many nodes, itself among them.
    #[must_use]
    pub fn count(&self) -> usize {
        match &self.body {
            Body::Octets(_) => 1,
            Body::Nodes { nodes, .. } => 1 + nodes.iter().map(Self::count).sum::<usize>(),
        }
    }

    /// The node of this number in document order, itself being 0.
    pub fn at(&mut self, number: usize) -> Option<&mut Self> {
        if number == 0 {
            return Some(self);
        }
        let Body::Nodes { nodes, .. } = &mut self.body else { return None };
        let mut left = number - 1;
        for node in nodes {
            let count = node.count();
            if left < count {
                return node.at(left);
            }
            left -= count;
        }
        None
    }
}
