//! DER and BER reading of hostile bytes: tag, length, value, and nothing else.
//! It is here because NCA RK material mixes strict DER (certificates, CRLs) with indefinite-length BER (CMS), and
//! because signatures are checked over the original octets, which a re-encoding decoder would lose.
//! It must never panic, allocate in proportion to a claimed length, or recurse.

pub mod write;

/// How deep constructed values may nest before reading stops.
pub const DEPTH_MAX: u8 = 32;
/// Segments of one constructed OCTET STRING; more is refused, or empty ones would cost more memory than they are long.
pub const SEGMENTS_MAX: usize = 1 << 20;

pub const BOOLEAN: u8 = 0x01;
pub const INTEGER: u8 = 0x02;
pub const BIT_STRING: u8 = 0x03;
pub const OCTET_STRING: u8 = 0x04;
pub const NULL: u8 = 0x05;
pub const OBJECT_IDENTIFIER: u8 = 0x06;
pub const ENUMERATED: u8 = 0x0a;
pub const UTF8_STRING: u8 = 0x0c;
pub const PRINTABLE_STRING: u8 = 0x13;
pub const T61_STRING: u8 = 0x14;
pub const IA5_STRING: u8 = 0x16;
pub const UTC_TIME: u8 = 0x17;
pub const GENERALIZED_TIME: u8 = 0x18;
pub const BMP_STRING: u8 = 0x1e;
pub const SEQUENCE: u8 = 0x30;
pub const SET: u8 = 0x31;
const CONSTRUCTED: u8 = 0x20;

/// Context tag `[n]`, primitive encoding. X.690 8.1.2.
#[must_use]
pub const fn context(n: u8) -> u8 {
    0x80 | n
}

/// Context tag `[n]`, constructed encoding. X.690 8.1.2.
#[must_use]
pub const fn context_constructed(n: u8) -> u8 {
    0xa0 | n
}

/// Which encoding rules the sender was bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// X.690 clause 10: definite, shortest lengths.
    Der,
    /// X.690 clause 8: indefinite and long lengths are allowed.
    Ber,
}

/// Why octets could not be read. The sender's fault in every case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The value ends before its length says.
    Truncated,
    /// A length that is reserved, not the shortest in DER, or beyond this machine.
    Length,
    /// Another tag stands where the structure wants one, or a tag form that X.509 and CMS never use.
    Tag,
    /// Nested deeper than [`DEPTH_MAX`].
    Depth,
    /// Octets are left over after the value.
    Trailing,
    /// The value is outside its type.
    Value,
    /// More items than the reader accepts.
    Limit,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Truncated => "truncated",
            Self::Length => "length",
            Self::Tag => "tag",
            Self::Depth => "depth",
            Self::Trailing => "trailing octets",
            Self::Value => "value",
            Self::Limit => "limit",
        })
    }
}

impl std::error::Error for Error {}

/// One value: its tag, its content octets and all its octets as they came.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    pub tag: u8,
    /// Content octets, without the end-of-contents octets of an indefinite length.
    pub content: &'a [u8],
    /// Header, content and (if indefinite) end-of-contents octets.
    pub raw: &'a [u8],
    /// Where `raw` begins, counted from the start of the outermost input.
    pub offset: usize,
    content_offset: usize,
    rules: Rules,
    depth: u8,
}

impl<'a> Element<'a> {
    /// Reads the values inside.
    pub fn enter(&self) -> Result<Reader<'a>, Error> {
        if self.depth >= DEPTH_MAX {
            return Err(Error::Depth);
        }
        Ok(Reader { input: self.content, offset: self.content_offset, rules: self.rules, depth: self.depth + 1 })
    }

    /// Where `raw` lies in the outermost input.
    #[must_use]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.offset..self.offset + self.raw.len()
    }

    pub fn must_be(self, tag: u8) -> Result<Self, Error> {
        if self.tag == tag { Ok(self) } else { Err(Error::Tag) }
    }

    /// Content of a non-negative INTEGER or ENUMERATED without leading zero octets (zero itself is empty).
    pub fn unsigned(&self) -> Result<&'a [u8], Error> {
        if self.content.first().is_none_or(|first| first & 0x80 != 0) {
            return Err(Error::Value);
        }
        Ok(without_leading_zeros(self.content))
    }

    /// A small non-negative INTEGER or ENUMERATED.
    pub fn small(&self) -> Result<u64, Error> {
        let octets = self.unsigned()?;
        if octets.len() > 8 {
            return Err(Error::Value);
        }
        Ok(octets.iter().fold(0, |sum, octet| (sum << 8) | u64::from(*octet)))
    }

    /// Octets of a BIT STRING that has no unused bits.
    pub fn whole_bits(&self) -> Result<&'a [u8], Error> {
        match self.content.split_first() {
            Some((0, octets)) => Ok(octets),
            _ => Err(Error::Value),
        }
    }

    /// Octets of a BIT STRING used as a list of named bits, unused bits cleared by the sender.
    pub fn named_bits(&self) -> Result<&'a [u8], Error> {
        match self.content.split_first() {
            Some((unused, octets)) if *unused < 8 && (*unused == 0 || !octets.is_empty()) => Ok(octets),
            _ => Err(Error::Value),
        }
    }

    pub fn boolean(&self) -> Result<bool, Error> {
        match self.content {
            [0] => Ok(false),
            [_] => Ok(true),
            _ => Err(Error::Value),
        }
    }

    /// Segments of an OCTET STRING of content tag `tag`: one if primitive, its parts if constructed (BER).
    pub fn octet_segments(&self, tag: u8) -> Result<Vec<&'a [u8]>, Error> {
        let mut segments = Vec::new();
        if self.tag == tag {
            segments.push(self.content);
            return Ok(segments);
        }
        if self.rules == Rules::Der || self.tag != tag | CONSTRUCTED {
            return Err(Error::Tag);
        }
        let mut open = vec![self.enter()?];
        while let Some(reader) = open.last_mut() {
            match reader.next()? {
                None => {
                    open.pop();
                }
                Some(_) if segments.len() >= SEGMENTS_MAX => return Err(Error::Limit),
                Some(part) if part.tag == OCTET_STRING => segments.push(part.content),
                Some(part) if part.tag == OCTET_STRING | CONSTRUCTED => open.push(part.enter()?),
                Some(_) => return Err(Error::Tag),
            }
        }
        Ok(segments)
    }
}

/// Drops leading zero octets; used to compare serial numbers whatever padding they carry.
#[must_use]
pub fn without_leading_zeros(octets: &[u8]) -> &[u8] {
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    octets.get(zeros..).unwrap_or_default()
}

/// Reads values one after another. `next` at the end says `None`; `finish` refuses left-overs.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    input: &'a [u8],
    offset: usize,
    rules: Rules,
    depth: u8,
}

struct Header {
    tag: u8,
    len: usize,
    /// `None` = indefinite.
    content: Option<usize>,
}

impl<'a> Reader<'a> {
    #[must_use]
    pub fn new(input: &'a [u8], rules: Rules) -> Self {
        Self { input, offset: 0, rules, depth: 0 }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.input.is_empty()
    }

    /// The next tag, if any value is left.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.input.first().copied()
    }

    #[expect(clippy::should_implement_trait, reason = "fallible, so it cannot be Iterator::next")]
    pub fn next(&mut self) -> Result<Option<Element<'a>>, Error> {
        if self.input.is_empty() {
            return Ok(None);
        }
        let header = header(self.input, self.rules)?;
        let (content_len, raw_len) = match header.content {
            Some(len) => (len, header.len.checked_add(len).ok_or(Error::Length)?),
            None => {
                let end = indefinite_end(self.input, header.len, DEPTH_MAX.saturating_sub(self.depth))?;
                (end - header.len, end + 2)
            }
        };
        let raw = self.input.get(..raw_len).ok_or(Error::Truncated)?;
        let content = raw.get(header.len..header.len + content_len).ok_or(Error::Truncated)?;
        let element = Element {
            tag: header.tag,
            content,
            raw,
            offset: self.offset,
            content_offset: self.offset + header.len,
            rules: self.rules,
            depth: self.depth,
        };
        self.input = self.input.get(raw_len..).unwrap_or_default();
        self.offset += raw_len;
        Ok(Some(element))
    }

    pub fn read(&mut self) -> Result<Element<'a>, Error> {
        self.next()?.ok_or(Error::Truncated)
    }

    pub fn must_be(&mut self, tag: u8) -> Result<Element<'a>, Error> {
        self.read()?.must_be(tag)
    }

    /// The next value if it has this tag, else nothing is read.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Element<'a>>, Error> {
        if self.peek() == Some(tag) { self.next() } else { Ok(None) }
    }

    pub fn finish(&self) -> Result<(), Error> {
        if self.input.is_empty() { Ok(()) } else { Err(Error::Trailing) }
    }

    /// All values that are left, at most `max` of them.
    pub fn rest(mut self, max: usize) -> Result<Vec<Element<'a>>, Error> {
        let mut all = Vec::new();
        while let Some(element) = self.next()? {
            if all.len() >= max {
                return Err(Error::Limit);
            }
            all.push(element);
        }
        Ok(all)
    }
}

/// Reads exactly one value that fills `input`.
pub fn single(input: &[u8], rules: Rules) -> Result<Element<'_>, Error> {
    let mut reader = Reader::new(input, rules);
    let element = reader.read()?;
    reader.finish()?;
    Ok(element)
}

fn header(input: &[u8], rules: Rules) -> Result<Header, Error> {
    let tag = *input.first().ok_or(Error::Truncated)?;
    if tag & 0x1f == 0x1f {
        return Err(Error::Tag);
    }
    let first = *input.get(1).ok_or(Error::Truncated)?;
    if first < 0x80 {
        return Ok(Header { tag, len: 2, content: Some(usize::from(first)) });
    }
    if first == 0x80 {
        let allowed = rules == Rules::Ber && tag & CONSTRUCTED != 0;
        return if allowed { Ok(Header { tag, len: 2, content: None }) } else { Err(Error::Length) };
    }
    let count = usize::from(first & 0x7f);
    if count > 8 {
        return Err(Error::Length);
    }
    let octets = input.get(2..2 + count).ok_or(Error::Truncated)?;
    let value = octets.iter().fold(0u64, |sum, octet| (sum << 8) | u64::from(*octet));
    let shortest = value >= 0x80 && octets.first().is_some_and(|octet| *octet != 0);
    if rules == Rules::Der && !shortest {
        return Err(Error::Length);
    }
    let content = usize::try_from(value).map_err(|_| Error::Length)?;
    Ok(Header { tag, len: 2 + count, content: Some(content) })
}

/// Position of the end-of-contents octets that close an indefinite value whose content starts at `start`.
/// One pass with a counter; definite values are stepped over whole.
fn indefinite_end(input: &[u8], start: usize, depth_left: u8) -> Result<usize, Error> {
    let mut position = start;
    let mut open = 0u8;
    loop {
        let rest = input.get(position..).ok_or(Error::Truncated)?;
        if rest.starts_with(&[0, 0]) {
            if open == 0 {
                return Ok(position);
            }
            open -= 1;
            position += 2;
            continue;
        }
        let header = header(rest, Rules::Ber)?;
        position = position.checked_add(header.len).ok_or(Error::Length)?;
        match header.content {
            Some(len) => position = position.checked_add(len).ok_or(Error::Length)?,
            None if open >= depth_left => return Err(Error::Depth),
            None => open += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_two_to_the_63_are_refused() {
        let bytes = [0x30, 0x88, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3];
        assert_eq!(single(&bytes, Rules::Ber).err(), Some(Error::Truncated));
        let bytes = [0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(single(&bytes, Rules::Ber).err(), Some(Error::Length));
        assert_eq!(single(&[0x30, 0x89, 1], Rules::Ber).err(), Some(Error::Length));
    }

    #[test]
    fn der_refuses_what_ber_allows() {
        assert!(single(&[0x04, 0x81, 0x01, 0xaa], Rules::Ber).is_ok());
        assert_eq!(single(&[0x04, 0x81, 0x01, 0xaa], Rules::Der).err(), Some(Error::Length));
        assert!(single(&[0x30, 0x80, 0x00, 0x00], Rules::Ber).is_ok());
        assert_eq!(single(&[0x30, 0x80, 0x00, 0x00], Rules::Der).err(), Some(Error::Length));
    }

    #[test]
    fn indefinite_octets_keep_their_segments_and_raw_bytes() {
        let bytes = [0x24, 0x80, 0x04, 0x02, 1, 2, 0x24, 0x80, 0x04, 0x01, 3, 0, 0, 0, 0];
        let element = single(&bytes, Rules::Ber).unwrap();
        assert_eq!(element.raw, &bytes);
        assert_eq!(element.octet_segments(OCTET_STRING).unwrap(), vec![&[1u8, 2][..], &[3u8][..]]);
    }

    #[test]
    fn segments_end_at_the_limit() {
        let mut bytes = vec![0x24, 0x80];
        bytes.extend([0x04, 0x00].repeat(SEGMENTS_MAX));
        let whole = |bytes: &[u8]| single(bytes, Rules::Ber).unwrap().octet_segments(OCTET_STRING).map(|all| all.len());
        assert_eq!(whole(&[&bytes[..], &[0, 0]].concat()), Ok(SEGMENTS_MAX));
        assert_eq!(whole(&[&bytes[..], &[0x04, 0, 0, 0]].concat()), Err(Error::Limit));
    }

    #[test]
    fn nesting_ends_at_the_limit() {
        let indefinite = [0x30, 0x80].repeat(10_000);
        assert_eq!(Reader::new(&indefinite, Rules::Ber).read().err(), Some(Error::Depth));
        let mut definite = vec![];
        for _ in 0..100 {
            let mut outer = vec![0x30, u8::try_from(definite.len()).unwrap_or(0x7f).min(0x7f)];
            outer.append(&mut definite);
            definite = outer;
            definite.truncate(0x7f);
        }
        let mut reader = Reader::new(&[0x30, 0x00], Rules::Der);
        let mut element = reader.read().unwrap();
        element.depth = DEPTH_MAX;
        assert_eq!(element.enter().err(), Some(Error::Depth));
    }
}
