//! `/{lang}/services/{application}/calendar/{kind}`: the collection time or the end of the term as a calendar entry (RFC 5545).
//!
//! Instants are written in universal time, so that every calendar shows them on its own clock. Must never name the person who died:
//! calendars are shared and shown on lock screens.

use super::times;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use domain::application::State;
use domain::ids::ApplicationId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use office::cases::CaseView;

/// Octets of a line before it is folded (RFC 5545 3.1).
const LINE_BYTES_MAX: usize = 75;

/// One entry.
struct Entry {
    id: String,
    at: Timestamp,
    written_at: Timestamp,
    title: String,
    place: String,
    text: String,
    url: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (id, kind): (ApplicationId, String) = (named.get("application")?, named.get("kind")?);
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let entry = entry(&visit, &visit.t(), &view, &kind).ok_or(Problem::NotFound)?;
    let name = format!("attachment; filename=\"{}-{kind}.ics\"", view.line.reference);
    let head = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((head, written(&entry)).into_response())
}

/// The entry of a case; `None` where there is no such time.
fn entry(visit: &Visit, t: &T, view: &CaseView, kind: &str) -> Option<Entry> {
    let at = match (&view.state, kind) {
        (State::Ready { collection, .. }, "collection") => collection.at,
        (state, "deadline") if state.kind().term_runs() => view.due_at,
        _ => return None,
    };
    let place = [t.of(&view.mission.name), &view.mission.address];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let when = times::when(t, at, &view.mission);
    Some(Entry {
        id: format!("{}-{kind}", view.line.id),
        at,
        written_at: visit.moment.now,
        title: t.f(&format!("calendar-{kind}-title"), "reference", &view.line.reference),
        place: if kind == "collection" { place } else { String::new() },
        text: t.f(&format!("calendar-{kind}-text"), "when", when),
        url: format!("{}{}", visit.state.office.settings().host, visit.url(&format!("/services/{}", view.line.id))),
    })
}

fn written(entry: &Entry) -> String {
    let stamp = |at: Timestamp| at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Elshi//Elshi//EN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@elshi", entry.id),
        format!("DTSTAMP:{}", stamp(entry.written_at)),
        format!("DTSTART:{}", stamp(entry.at)),
        format!("SUMMARY:{}", escaped(&entry.title)),
        format!("DESCRIPTION:{}", escaped(&entry.text)),
        format!("URL:{}", entry.url),
    ];
    if !entry.place.is_empty() {
        lines.push(format!("LOCATION:{}", escaped(&entry.place)));
    }
    let alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D"].map(str::to_owned);
    lines.extend(alarm);
    lines.push(format!("DESCRIPTION:{}", escaped(&entry.title)));
    lines.extend(["END:VALARM", "END:VEVENT", "END:VCALENDAR"].map(str::to_owned));
    lines.iter().map(|line| folded(line)).collect()
}

/// TEXT of RFC 5545 3.3.11.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n")
}

/// Lines of at most 75 octets, cut between characters; each ends in CRLF.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 16);
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE_BYTES_MAX {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_whole_escaped_and_folded() {
        let text = written(&Entry {
            id: "7-collection".into(),
            at: "2026-11-25T09:30:00Z".parse().unwrap(),
            written_at: "2026-11-23T09:00:00Z".parse().unwrap(),
            title: "Куәлікті алу; DR-26-AAAAAA".into(),
            place: "Елшілік, Berlin".into(),
            text: "Бір\nекі ".repeat(20),
            url: "https://consul.example.kz/kk/services/7".into(),
        });
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.contains("\r\nDTSTART:20261125T093000Z\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Куәлікті алу\\; DR-26-AAAAAA") && text.contains("LOCATION:Елшілік\\, Berlin"));
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES_MAX), "{text}");
        assert!(!text.replace("\r\n", "").contains('\n'), "no bare line feed");
        assert_eq!(text.replace("\r\n ", "").matches("Бір\\nекі").count(), 20);
    }
}
