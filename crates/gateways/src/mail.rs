//! A letter as a mail (RFC 5322): the text, the same text as HTML, its files.
//!
//! Here so that the folder and the SMTP gateway send the same mail. The HTML is made of the text alone: paragraphs and addresses to
//! follow, no picture, no style, nothing that is fetched. Must never hold a word that the text does not.

use crate::{NotDelivered, Parcel};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};

/// The mail of a parcel, from this sender.
pub(crate) fn message(parcel: &Parcel, from: &Mailbox) -> Result<Message, NotDelivered> {
    let failed = |what: &str, error: String| NotDelivered::for_good(format!("{what}: {error}"));
    let to: Mailbox = parcel.to.parse().map_err(|error| failed("address", format!("{error}")))?;
    let text = MultiPart::alternative()
        .singlepart(SinglePart::plain(parcel.body.clone()))
        .singlepart(SinglePart::html(html(parcel)));
    let mut body = MultiPart::mixed().multipart(text);
    for (name, bytes) in &parcel.attachments {
        let kind = ContentType::parse("application/pdf").map_err(|error| failed("type", format!("{error}")))?;
        body = body.singlepart(Attachment::new(name.clone()).body(bytes.clone(), kind));
    }
    let builder = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(parcel.subject.clone())
        .message_id(Some(format!("<{}@{}>", parcel.id, from.email.domain())))
        .date(std::time::SystemTime::from(parcel.at))
        .raw_header(plain("Content-Language", &parcel.lang))
        // No holiday notice shall answer a machine (RFC 3834).
        .raw_header(plain("Auto-Submitted", "auto-generated"));
    builder.multipart(body).map_err(|error| failed("message", error.to_string()))
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The text as a page: a blank line begins a paragraph, an address can be followed.
fn html(parcel: &Parcel) -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"ltr\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>\n",
        escaped(&parcel.lang),
        escaped(&parcel.subject)
    );
    out.push_str(&paragraphs(&parcel.body));
    out.push_str("</body>\n</html>\n");
    out
}

/// The text of a letter as it stands in the page of a mail: also for who looks at it before it is sent.
pub fn paragraphs(body: &str) -> String {
    let mut out = String::new();
    for paragraph in body.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let lines: Vec<String> = paragraph.lines().map(line).collect();
        out.push_str(&format!("<p>{}</p>\n", lines.join("<br>\n")));
    }
    out
}

fn line(text: &str) -> String {
    let word = |word: &str| {
        // A full stop behind an address ends the sentence.
        let address = word.trim_end_matches(['.', ',', ';', ')']);
        if address.starts_with("https://") || address.starts_with("http://") {
            let rest = word.strip_prefix(address).unwrap_or_default();
            format!("<a href=\"{0}\">{0}</a>{1}", escaped(address), escaped(rest))
        } else {
            escaped(word)
        }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A sender such as `Consul <consul@example.org>`.
pub(crate) fn sender(from: &str) -> Result<Mailbox, String> {
    from.parse().map_err(|error| format!("sender {from}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn parcel(body: &str) -> Parcel {
        Parcel {
            id: "7".into(),
            by_mail: true,
            to: "a@example.org".into(),
            subject: "Өтініш <1>".into(),
            body: body.into(),
            lang: "kk".into(),
            at: Timestamp::UNIX_EPOCH,
            report_to: None,
            attachments: vec![],
        }
    }

    #[test]
    fn the_page_says_what_the_text_says_and_fetches_nothing() {
        let page = html(&parcel("Сәлеметсіз бе,\n<script>a & b</script>\n\nhttps://consul.example.kz/kk/services."));
        assert!(page.contains("<html lang=\"kk\" dir=\"ltr\">") && page.contains("<title>Өтініш &lt;1&gt;</title>"));
        assert!(page.contains("<p>Сәлеметсіз бе,<br>\n&lt;script&gt;a &amp; b&lt;/script&gt;</p>"));
        assert!(
            page.contains(
                "<a href=\"https://consul.example.kz/kk/services\">https://consul.example.kz/kk/services</a>."
            )
        );
        assert!(!page.contains("<script") && !page.contains("style") && !page.contains("src="));
    }

    #[test]
    fn a_mail_keeps_its_identity_and_asks_no_machine_to_answer() {
        let from = sender("Elshi <elshi@consul.example.kz>").unwrap();
        let mail = String::from_utf8(message(&parcel("x"), &from).unwrap().formatted()).unwrap();
        for line in [
            "Message-ID: <7@consul.example.kz>",
            "Content-Language: kk",
            "Auto-Submitted: auto-generated",
            "multipart/alternative",
        ] {
            assert!(mail.contains(line), "{line}: {mail}");
        }
        let bad = message(&Parcel { to: "not an address".into(), ..parcel("x") }, &from).unwrap_err();
        assert!(bad.for_good, "no later try makes it an address");
    }
}
