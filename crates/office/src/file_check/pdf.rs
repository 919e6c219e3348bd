//! A PDF before it is taken: whole, of few pages, without password and without active content at any depth. Reads with bounds on
//! decompression and on the number of objects; never runs or renders anything.

use crate::FileProblem;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};
use std::cell::Cell;

/// Pages of one PDF.
const PAGES_MAX: usize = 200;
/// Where the mark of a PDF's end stands, counted from the end: readers look no further back (ISO 32000-1, implementation note 18).
const PDF_END_BYTES: usize = 1024;
/// What the streams that are read may grow to, all of one file together.
const DECOMPRESSED_BYTES_MAX: usize = 32_000_000;
/// Objects of one file, those inside others counted: a thousand for each page and more.
const OBJECTS_MAX: usize = 1_000_000;

/// Actions that run, send, or open something outside the pages (ISO 32000-1, 12.6.4).
const ACTIONS: [&[u8]; 8] =
    [b"JavaScript", b"Launch", b"ImportData", b"SubmitForm", b"GoToR", b"GoToE", b"Rendition", b"RichMediaExecute"];
/// Annotations that bring a file or a player with them (ISO 32000-1, 12.5.6).
const ANNOTATIONS: [&[u8]; 6] = [b"RichMedia", b"FileAttachment", b"Movie", b"Sound", b"Screen", b"3D"];
/// Keys that hold scripts or files wherever they stand (ISO 32000-1, tables 31, 217 and 218).
const KEYS: [&[u8]; 4] = [b"JS", b"JavaScript", b"EmbeddedFiles", b"XFA"];

/// What the reading of one file may take at first.
const ALL: Left = Left { objects: OBJECTS_MAX, decompressed_bytes: DECOMPRESSED_BYTES_MAX };

/// What the reading of one file may still take.
#[derive(Clone, Copy)]
struct Left {
    objects: usize,
    decompressed_bytes: usize,
}

thread_local! {
    /// For the file that is read on this thread: lopdf's filter is a bare function, called on the thread that reads.
    static LEFT: Cell<Left> = const { Cell::new(Left { objects: 0, decompressed_bytes: 0 }) };
}

/// Looks at a PDF; the number of its pages.
///
/// # Errors
/// `Damaged`, `Encrypted`, `TooManyPages`, `Active`.
pub fn check(bytes: &[u8]) -> Result<usize, FileProblem> {
    check_within(bytes, ALL)
}

fn check_within(bytes: &[u8], left: Left) -> Result<usize, FileProblem> {
    // The reader mends a cut file from what it finds; a cut file has lost its end (ISO 32000-1, 7.5.5).
    let tail = bytes.get(bytes.len().saturating_sub(PDF_END_BYTES)..).unwrap_or_default();
    if !tail.windows(5).any(|five| five == b"%%EOF") {
        return Err(FileProblem::Damaged);
    }
    let document = load(bytes, left)?;
    if document.is_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(FileProblem::Encrypted);
    }
    let pages = document.get_pages().len();
    if pages == 0 {
        return Err(FileProblem::Damaged);
    }
    if pages > PAGES_MAX {
        return Err(FileProblem::TooManyPages { pages_max: PAGES_MAX });
    }
    let trailer = dictionary_is_active(&document, &document.trailer);
    let active = trailer || document.objects.values().any(|object| is_active(&document, object));
    if active { Err(FileProblem::Active) } else { Ok(pages) }
}

fn load(bytes: &[u8], left: Left) -> Result<Document, FileProblem> {
    LEFT.set(left);
    let options = LoadOptions {
        filter: Some(counted),
        max_decompressed_size: Some(left.decompressed_bytes),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| FileProblem::Damaged)?;
    if LEFT.get().objects == 0 { Err(FileProblem::Damaged) } else { Ok(document) }
}

/// Takes an object while the file has not more than it may: after that nothing is kept or decompressed. The reader goes on with
/// `object` itself for some and with the answer for others, so both are the object.
fn counted(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let mut left = LEFT.get();
    left.objects = left.objects.saturating_sub(size(object));
    if let Object::Stream(stream) = object
        && stream.dict.has_type(b"ObjStm")
        && left.objects > 0
    {
        left = after_object_stream(stream, left);
    }
    LEFT.set(left);
    if left.objects == 0 { None } else { Some((id, object.clone())) }
}

/// Looks into an object stream before the reader makes objects of it, each many times its text. One that cannot be decompressed
/// ends the reading: another reader might see in it what this one does not.
fn after_object_stream(stream: &Stream, left: Left) -> Left {
    let nothing = Left { objects: 0, decompressed_bytes: 0 };
    let Ok(content) = stream.get_plain_content_with_limit(left.decompressed_bytes) else { return nothing };
    if tokens(&content) >= left.objects {
        return nothing;
    }
    Left { decompressed_bytes: left.decompressed_bytes.saturating_sub(content.len()), ..left }
}

/// No fewer than the objects written in `content`: each delimiter and each run of regular characters (ISO 32000-1, 7.2.2).
fn tokens(content: &[u8]) -> usize {
    let mut inside = false;
    let mut count = 0;
    for byte in content {
        let (space, delimiter) = (matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' '), b"([{<)]}>/%".contains(byte));
        if delimiter || (!space && !inside) {
            count += 1;
        }
        inside = !space && !delimiter;
    }
    count
}

/// The object and everything inside it.
fn size(object: &Object) -> usize {
    let mut waiting = vec![object];
    let mut count = 0_usize;
    while let Some(one) = waiting.pop() {
        count = count.saturating_add(1);
        inside(one, &mut waiting);
    }
    count
}

/// Adds what stands directly inside `object`. The list holds at most every object once; nothing recurses.
fn inside<'a>(object: &'a Object, waiting: &mut Vec<&'a Object>) {
    match object {
        Object::Array(items) => waiting.extend(items),
        Object::Dictionary(own) => waiting.extend(own.iter().map(|(_, value)| value)),
        Object::Stream(own) => waiting.extend(own.dict.iter().map(|(_, value)| value)),
        _ => {}
    }
}

/// True when the object or anything directly inside it, at any depth, is active. References need no walk: every object is looked at.
fn is_active(document: &Document, object: &Object) -> bool {
    let mut waiting = vec![object];
    while let Some(one) = waiting.pop() {
        let own = match one {
            Object::Dictionary(own) => Some(own),
            Object::Stream(own) => Some(&own.dict),
            _ => None,
        };
        if own.is_some_and(|own| dictionary_is_active(document, own)) {
            return true;
        }
        inside(one, &mut waiting);
    }
    false
}

fn dictionary_is_active(document: &Document, own: &Dictionary) -> bool {
    let named = |key: &[u8], names: &[&[u8]]| {
        own.get_deref(key, document).and_then(Object::as_name).is_ok_and(|name| names.contains(&name))
    };
    KEYS.iter().any(|key| own.has(key))
        || named(b"S", &ACTIONS)
        || named(b"Subtype", &ANNOTATIONS)
        || acts_by_itself(document, own)
        || encloses_file(document, own)
}

/// A file specification with the file inside (ISO 32000-1, table 44).
fn encloses_file(document: &Document, own: &Dictionary) -> bool {
    own.get_deref(b"EF", document)
        .and_then(Object::as_dict)
        .is_ok_and(|files| [&b"F"[..], b"UF", b"DOS", b"Mac", b"Unix"].iter().any(|key| files.has(key)))
}

/// Additional actions (ISO 32000-1, 12.6.3): a dictionary of actions. A font that happens to be named `AA` holds none.
fn acts_by_itself(document: &Document, own: &Dictionary) -> bool {
    let Ok(held) = own.get_deref(b"AA", document).and_then(Object::as_dict) else { return false };
    held.iter().any(|(_, value)| {
        let value = document.dereference(value).map(|(_, value)| value);
        value.and_then(Object::as_dict).is_ok_and(|action| action.has(b"S"))
    })
}

#[cfg(test)]
mod tests;
