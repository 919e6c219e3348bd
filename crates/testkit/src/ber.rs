//! A small BER reader (X.690) for keystores, certificates and requests: definite and indefinite lengths, constructed
//! strings.
//!
//! `read` and `children` panic on malformed input: it is test material. Requests come from the programs under test and
//! go through `parse` and `items`, which say `None`. Must never: read anything a stranger sent.

/// One element: its whole encoding and its content.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    pub tag: u8,
    pub whole: &'a [u8],
    pub content: &'a [u8],
}

/// The first element of `input` and what follows it.
pub fn read(input: &[u8]) -> (Element<'_>, &[u8]) {
    parse(input).expect("well-formed test material")
}

/// The same, or `None` where the octets do not add up.
pub fn parse(input: &[u8]) -> Option<(Element<'_>, &[u8])> {
    let [tag, first, ..] = *input else { return None };
    if tag & 0x1f == 0x1f {
        return None;
    }
    let first = usize::from(first);
    if first == 0x80 {
        let mut rest = &input[2..];
        while !rest.starts_with(&[0, 0]) {
            rest = parse(rest)?.1;
        }
        let end = input.len() - rest.len();
        let whole = &input[..end + 2];
        return Some((Element { tag, whole, content: &input[2..end] }, &rest[2..]));
    }
    let (header, length) = if first < 0x80 {
        (2, first)
    } else {
        let octets = input.get(2..2 + (first & 0x7f)).filter(|octets| octets.len() <= 4)?;
        (2 + octets.len(), octets.iter().fold(0, |length, octet| length << 8 | usize::from(*octet)))
    };
    let (whole, rest) = input.split_at_checked(header + length)?;
    Some((Element { tag, whole, content: &whole[header..] }, rest))
}

impl<'a> Element<'a> {
    /// The elements inside a constructed one.
    pub fn children(&self) -> Vec<Element<'a>> {
        self.items().expect("well-formed test material")
    }

    /// The elements inside, or `None` where the octets do not add up.
    pub fn items(&self) -> Option<Vec<Element<'a>>> {
        let mut rest = self.content;
        let mut out = Vec::new();
        while !rest.is_empty() {
            let (element, after) = parse(rest)?;
            out.push(element);
            rest = after;
        }
        Some(out)
    }

    pub fn child(&self, index: usize) -> Element<'a> {
        self.children()[index]
    }

    /// The octets of a string that may be constructed of segments.
    pub fn octets(&self) -> Vec<u8> {
        if self.tag & 0x20 == 0 {
            return self.content.to_vec();
        }
        self.children().iter().flat_map(Element::octets).collect()
    }

    /// Dotted form of an OBJECT IDENTIFIER.
    pub fn oid(&self) -> String {
        assert_eq!(self.tag, 0x06, "an object identifier");
        let mut arcs = Vec::new();
        let mut value = 0_u64;
        for octet in self.content {
            value = value << 7 | u64::from(octet & 0x7f);
            if octet & 0x80 == 0 {
                arcs.push(value);
                value = 0;
            }
        }
        let top = (arcs[0] / 40).min(2);
        let mut out = format!("{top}.{}", arcs[0] - top * 40);
        for arc in &arcs[1..] {
            out.push_str(&format!(".{arc}"));
        }
        out
    }

    /// A small INTEGER.
    pub fn number(&self) -> u64 {
        self.content.iter().fold(0, |value, octet| value << 8 | u64::from(*octet))
    }
}
