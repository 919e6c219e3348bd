//! Canonical XML 1.0, inclusive, without comments (W3C REC-xml-c14n-20010315).
//! Here because the digest of a document and the signature over SignedInfo are over this form.
//! It must never recurse: documents nest as deep as their sender likes.

use roxmltree::{Attribute, Node};

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The whole document without the subtrees in `left_out`, whose tail text stays; or the root alone, where a reference
/// names it. Both kinds of reference drop comments (XMLDSig 4.4.3.3).
pub(super) fn document(root: Node<'_, '_>, left_out: &[Node<'_, '_>], root_alone: bool) -> Vec<u8> {
    let mut out = Vec::new();
    if root_alone {
        element(root, left_out, &mut out);
        return out;
    }
    let mut after_root = false;
    for node in root.document().root().children() {
        if node == root {
            element(root, left_out, &mut out);
            after_root = true;
        } else if node.is_pi() {
            if after_root {
                out.push(b'\n');
            }
            instruction(node, &mut out);
            if !after_root {
                out.push(b'\n');
            }
        }
    }
    out
}

/// One element with the namespaces and xml: attributes it inherits.
pub(super) fn subtree(apex: Node<'_, '_>) -> Vec<u8> {
    let mut out = Vec::new();
    element(apex, &[], &mut out);
    out
}

fn element(apex: Node<'_, '_>, left_out: &[Node<'_, '_>], out: &mut Vec<u8>) {
    let mut current = apex;
    loop {
        // In document order, so that a hundred signatures over a large document do not cost a hundred comparisons a node.
        let skipped = left_out.binary_search_by_key(&current.id().get(), |node| node.id().get()).is_ok();
        if !skipped {
            open(current, apex, out);
        }
        if let (false, Some(child)) = (skipped, current.first_child()) {
            current = child;
            continue;
        }
        if !skipped {
            close(current, out);
        }
        loop {
            if current == apex {
                return;
            }
            if let Some(sibling) = current.next_sibling() {
                current = sibling;
                break;
            }
            let Some(parent) = current.parent() else { return };
            current = parent;
            close(current, out);
        }
    }
}

fn open(node: Node<'_, '_>, apex: Node<'_, '_>, out: &mut Vec<u8>) {
    if node.is_text() {
        escape(node.text().unwrap_or_default(), false, out);
    } else if node.is_pi() {
        instruction(node, out);
    } else if node.is_element() {
        out.push(b'<');
        out.extend_from_slice(qualified_name(node).as_bytes());
        namespaces(node, apex, out);
        attributes(node, apex, out);
        out.push(b'>');
    }
}

fn close(node: Node<'_, '_>, out: &mut Vec<u8>) {
    if node.is_element() {
        out.extend_from_slice(b"</");
        out.extend_from_slice(qualified_name(node).as_bytes());
        out.push(b'>');
    }
}

fn instruction(node: Node<'_, '_>, out: &mut Vec<u8>) {
    let Some(instruction) = node.pi() else { return };
    out.extend_from_slice(b"<?");
    out.extend_from_slice(instruction.target.as_bytes());
    if let Some(value) = instruction.value {
        out.push(b' ');
        out.extend_from_slice(value.as_bytes());
    }
    out.extend_from_slice(b"?>");
}

/// The name as written: prefixes count in canonical XML.
fn qualified_name<'i>(node: Node<'_, 'i>) -> &'i str {
    let source = node.document().input_text().get(node.range()).unwrap_or_default();
    let name = source.strip_prefix('<').unwrap_or(source);
    let end = name.find(|letter: char| letter.is_whitespace() || letter == '/' || letter == '>');
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

/// (prefix or "", uri) in scope, without the fixed `xml` and without an empty default.
fn in_scope<'a>(node: Node<'a, '_>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let of_node = node.namespaces().map(|namespace| (namespace.name().unwrap_or_default(), namespace.uri()));
    of_node.filter(|(prefix, uri)| *prefix != "xml" && !(prefix.is_empty() && uri.is_empty()))
}

/// The parser gives an element without declarations the very list of its parent.
fn declares_nothing(node: Node<'_, '_>, parent: Node<'_, '_>) -> bool {
    let (own, above) = (node.namespaces(), parent.namespaces());
    own.len() == above.len() && own.zip(above).all(|(own, above)| std::ptr::eq(own, above))
}

/// Declarations that the output above does not have yet, by prefix. C14N 2.3.
fn namespaces(node: Node<'_, '_>, apex: Node<'_, '_>, out: &mut Vec<u8>) {
    let parent = if node == apex { None } else { node.parent_element() };
    if parent.is_some_and(|parent| declares_nothing(node, parent)) {
        return;
    }
    let above: Vec<_> = parent.into_iter().flat_map(in_scope).collect();
    let own: Vec<_> = in_scope(node).collect();
    let mut fresh: Vec<_> = own.iter().copied().filter(|pair| !above.contains(pair)).collect();
    let had_default = above.iter().any(|(prefix, _)| prefix.is_empty());
    if had_default && !own.iter().any(|(prefix, _)| prefix.is_empty()) {
        fresh.push(("", ""));
    }
    fresh.sort_unstable();
    for (prefix, uri) in fresh {
        out.extend_from_slice(b" xmlns");
        if !prefix.is_empty() {
            out.push(b':');
            out.extend_from_slice(prefix.as_bytes());
        }
        out.extend_from_slice(b"=\"");
        escape(uri, true, out);
        out.push(b'"');
    }
}

/// Attributes by namespace and name; at the apex also the nearest xml: attributes of the ancestors. C14N 2.4.
fn attributes(node: Node<'_, '_>, apex: Node<'_, '_>, out: &mut Vec<u8>) {
    let mut all: Vec<Attribute<'_, '_>> = node.attributes().collect();
    if node == apex {
        for ancestor in node.ancestors().skip(1) {
            for attribute in ancestor.attributes().filter(|attribute| attribute.namespace() == Some(XML)) {
                let known = |own: &Attribute<'_, '_>| {
                    own.namespace() == attribute.namespace() && own.name() == attribute.name()
                };
                if !all.iter().any(known) {
                    all.push(attribute);
                }
            }
        }
    }
    all.sort_by_key(|attribute| (attribute.namespace().unwrap_or_default(), attribute.name()));
    let source = node.document().input_text();
    for attribute in all {
        out.push(b' ');
        out.extend_from_slice(source.get(attribute.range_qname()).unwrap_or_default().as_bytes());
        out.extend_from_slice(b"=\"");
        escape(attribute.value(), true, out);
        out.push(b'"');
    }
}

/// C14N 2.3: what is escaped in text and in attribute values.
fn escape(text: &str, in_attribute: bool, out: &mut Vec<u8>) {
    for octet in text.bytes() {
        let replaced: &[u8] = match (octet, in_attribute) {
            (b'&', _) => b"&amp;",
            (b'<', _) => b"&lt;",
            (b'\r', _) => b"&#xD;",
            (b'>', false) => b"&gt;",
            (b'"', true) => b"&quot;",
            (b'\t', true) => b"&#x9;",
            (b'\n', true) => b"&#xA;",
            _ => {
                out.push(octet);
                continue;
            }
        };
        out.extend_from_slice(replaced);
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    fn canonical(text: &str) -> String {
        let document = Document::parse(text).unwrap();
        String::from_utf8(super::document(document.root_element(), &[], false)).unwrap()
    }

    #[test]
    fn order_quotes_empty_elements_and_comments() {
        let text = "<?xml version=\"1.0\"?><!-- a --><?p  x ?>\n<b:a z='1' xmlns:b='urn:b' b:y='2' xmlns='urn:d' a='\"'><!-- c --><e/>\r\n&#13;&gt;<![CDATA[<]]></b:a>\n<?q?>";
        let expected = "<?p x ?>\n<b:a xmlns=\"urn:d\" xmlns:b=\"urn:b\" a=\"&quot;\" z=\"1\" b:y=\"2\"><e></e>\n&#xD;&gt;&lt;</b:a>\n<?q?>";
        assert_eq!(canonical(text), expected);
    }

    #[test]
    fn an_inherited_namespace_is_written_once_and_an_undone_one_is_undone() {
        let text = "<a xmlns=\"urn:a\"><b xmlns=\"urn:a\"><c xmlns=\"\"><d/></c></b></a>";
        assert_eq!(canonical(text), "<a xmlns=\"urn:a\"><b><c xmlns=\"\"><d></d></c></b></a>");
    }
}
