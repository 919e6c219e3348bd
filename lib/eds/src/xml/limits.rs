//! What a document may cost, counted before it is parsed: attributes of one element and in all, namespace declarations.
//! Here because the parser compares the attributes of an element with each other. It must never decide what is well
//! formed: where markup is broken it counts something, and the parser refuses.

/// Attributes of one element; more is refused.
pub const ATTRIBUTES_MAX: usize = 256;
/// Attributes of a document; more is refused.
pub const DOCUMENT_ATTRIBUTES_MAX: usize = 500_000;
/// Namespace declarations of a document; more is refused.
pub const NAMESPACES_MAX: usize = 256;

/// No limit is exceeded.
pub(super) fn are_kept(text: &str) -> bool {
    if text.matches("xmlns").nth(NAMESPACES_MAX).is_some() {
        return false;
    }
    let mut in_all = 0_usize;
    let mut rest = text.as_bytes();
    while let Some(tag) = rest.iter().position(|octet| *octet == b'<') {
        let (count, after) = markup(rest.get(tag..).unwrap_or_default());
        in_all += count;
        if count > ATTRIBUTES_MAX || in_all > DOCUMENT_ATTRIBUTES_MAX {
            return false;
        }
        rest = after;
    }
    true
}

/// Attributes of the markup that begins `text`, and what follows it.
fn markup(text: &[u8]) -> (usize, &[u8]) {
    for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if text.starts_with(begin.as_bytes()) {
            let body = text.get(begin.len()..).unwrap_or_default();
            let at = body.windows(end.len()).position(|window| window == end.as_bytes());
            return (0, at.and_then(|at| body.get(at + end.len()..)).unwrap_or_default());
        }
    }
    let mut count = 0;
    let mut quote = None;
    for (at, octet) in text.iter().enumerate().skip(1) {
        match (quote, octet) {
            (None, b'=') => count += 1,
            (None, b'>') => return (count, text.get(at + 1..).unwrap_or_default()),
            (None, b'"' | b'\'') => quote = Some(octet),
            (Some(open), closing) if open == closing => quote = None,
            _ => {}
        }
    }
    (count, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(attributes: usize) -> String {
        let all: String = (0..attributes).map(|at| format!(" a{at}='>=<'")).collect();
        format!("<a{all}>")
    }

    #[test]
    fn attributes_of_one_element_are_counted() {
        assert!(are_kept(&element(ATTRIBUTES_MAX)));
        assert!(!are_kept(&element(ATTRIBUTES_MAX + 1)));
        assert!(!are_kept(&format!("<!-- < -->{}", element(ATTRIBUTES_MAX + 1))));
    }

    #[test]
    fn text_comments_and_instructions_hold_no_attributes() {
        let signs = "=".repeat(ATTRIBUTES_MAX + 1);
        assert!(are_kept(&format!("<?x {signs}?><!-- {signs} --><a>{signs}<![CDATA[{signs}]]></a>")));
    }

    #[test]
    fn attributes_in_all_are_counted() {
        let one = element(250);
        assert!(are_kept(&one.repeat(DOCUMENT_ATTRIBUTES_MAX / 250)));
        assert!(!are_kept(&one.repeat(DOCUMENT_ATTRIBUTES_MAX / 250 + 1)));
    }
}
