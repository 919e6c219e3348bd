//! Holds the answers of a case against its papers and saves what was found: it matches a page, it differs, or no paper says it.
//!
//! It advises whoever decides; no act waits for it. Each save is a row and a journal entry of its own; the last one counts.

use crate::decline_registration::plain;
use crate::sheets::{self, Sheet};
use crate::{Office, OfficeError, declare_conflict, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::comparison::{Line, PaperPage, Progress, Verdict};
use domain::ids::ApplicationId;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::request::Request;
use service::Finding;
use service::comparable::{Comparable, comparable};
use store::Tx;
use store::comparison::Comparison;
use store::journal::Entry;

/// Longest value as it stands on a paper, characters.
pub const SEEN_CHARS_MAX: usize = 300;

/// What an officer chose for one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The field.
    pub field: String,
    /// What they chose.
    pub choice: Choice,
    /// The page; needed for what matches or differs.
    pub at: Option<PaperPage>,
    /// What stands there; needed for what differs.
    pub seen: String,
}

/// The choices; an answer without one is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The page says the same.
    Matches,
    /// The page says something else.
    Differs,
    /// No paper says it.
    NotOnPaper,
}

impl Choice {
    /// All three.
    pub const ALL: [Choice; 3] = [Choice::Matches, Choice::Differs, Choice::NotOnPaper];

    /// Stable name, in forms and locale keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Choice::Matches => "matches",
            Choice::Differs => "differs",
            Choice::NotOnPaper => "not-on-paper",
        }
    }

    /// Of a stable name.
    pub fn from_name(name: &str) -> Option<Choice> {
        Choice::ALL.into_iter().find(|choice| choice.as_str() == name)
    }

    /// The choice behind a verdict.
    pub fn of(verdict: &Verdict) -> Choice {
        match verdict {
            Verdict::Matches { .. } => Choice::Matches,
            Verdict::Differs { .. } => Choice::Differs,
            Verdict::NotOnPaper => Choice::NotOnPaper,
        }
    }
}

/// Each answer that a paper can confirm, in `lang`, with what was found; nothing where it was not compared or has changed since.
pub fn compared(
    office: &Office,
    lang: Lang,
    request: &Request,
    last: Option<&Comparison>,
) -> Vec<(Comparable, Option<Verdict>)> {
    let lines = last.map(|own| own.lines.as_slice()).unwrap_or_default();
    comparable(office.catalogue(), office.texts(), lang, request)
        .into_iter()
        .map(|own| {
            let line = lines.iter().find(|line| line.field == own.field && line.answer == own.hash);
            let verdict = line.map(|line| line.verdict.clone());
            (own, verdict)
        })
        .collect()
}

/// How far the comparison is.
pub fn progress(compared: &[(Comparable, Option<Verdict>)]) -> Progress {
    Progress::of(compared.iter().map(|(_, verdict)| verdict.as_ref()))
}

/// Saves what was found, all of it: an answer that is not in `found` is not compared. False when nothing differs from the last save,
/// which is then left as it is. `seen_number`: the save that the officer saw, 0 for none.
///
/// # Errors
/// Findings at `at-FIELD` (`missing`), `seen-FIELD` (`missing`, `too-long`); `NotFound`, `NotAllowed`, `NotOpen` when the case is
/// ended, `Stale` when somebody saved meanwhile or the answer changed.
pub async fn compare_papers(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_number: u32,
    found: Vec<Found>,
    moment: &Moment,
) -> Result<bool, OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| Box::pin(async move { save(&inner, tx, &actor, id, seen_number, found, &moment).await }))
        .await
}

async fn save(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    seen_number: u32,
    found: Vec<Found>,
    moment: &Moment,
) -> Result<bool, OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    let officer = permission::compare_papers(actor, &case)?;
    declare_conflict::must_not_concern(tx, actor, id).await?;
    if case.state.kind().is_final() {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    let answers = comparable(office.catalogue(), office.texts(), case.language, &case.request);
    let lines = lines(&answers, &sheets::all(tx, &case).await?, found)?;
    let last = store::comparison::last(tx, id).await?;
    if last.as_ref().map_or(0, |own| own.number) != seen_number {
        return Err(OfficeError::Stale);
    }
    if last.map_or(lines.is_empty(), |own| own.lines == lines) {
        return Ok(false);
    }
    let own = Comparison { application: id, number: seen_number + 1, officer, saved_at: moment.now, lines };
    store::comparison::insert(tx, &own).await?;
    let entry = Entry {
        application: Some(id),
        act: store::journal::COMPARE,
        actor,
        at: moment.now,
        commitments: store::journal::comparing(&own)?,
    };
    store::journal::append(tx, &entry, moment).await?;
    Ok(true)
}

/// What is saved, in the order of the form, or all findings at once.
fn lines(answers: &[Comparable], sheets: &[Sheet], found: Vec<Found>) -> Result<Vec<Line>, OfficeError> {
    if found.iter().any(|own| answers.iter().all(|answer| answer.field != own.field)) {
        return Err(OfficeError::Stale);
    }
    let (mut lines, mut findings) = (vec![], vec![]);
    for answer in answers {
        let Some(own) = found.iter().find(|own| own.field == answer.field) else { continue };
        match verdict(own, sheets) {
            Ok(verdict) => lines.push(Line { field: answer.field.clone(), answer: answer.hash.clone(), verdict }),
            Err(more) => findings.extend(more),
        }
    }
    if findings.is_empty() { Ok(lines) } else { Err(OfficeError::Findings(findings)) }
}

fn verdict(own: &Found, sheets: &[Sheet]) -> Result<Verdict, Vec<Finding>> {
    let is_there = |at: &PaperPage| {
        sheets.iter().any(|sheet| sheet.file == at.file && (1..=sheet.pages.unwrap_or(u32::MAX)).contains(&at.page))
    };
    let at = own.at.filter(is_there).ok_or_else(|| Finding::new(&format!("at-{}", own.field), "missing"));
    let seen = plain(&own.seen);
    match own.choice {
        Choice::NotOnPaper => Ok(Verdict::NotOnPaper),
        Choice::Matches => at.map(|at| Verdict::Matches { at }).map_err(|finding| vec![finding]),
        Choice::Differs => {
            let code = match seen.chars().count() {
                0 => Some("missing"),
                1..=SEEN_CHARS_MAX => None,
                _ => Some("too-long"),
            };
            let wrong = code.map(|code| Finding::new(&format!("seen-{}", own.field), code));
            match (at, wrong) {
                (Ok(at), None) => Ok(Verdict::Differs { at, seen }),
                (at, wrong) => Err(at.err().into_iter().chain(wrong).collect()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::documents::DocumentKind;
    use domain::ids::AttachmentId;
    use jiff::Timestamp;
    use service::comparable::Origin;

    fn file() -> AttachmentId {
        AttachmentId(Moment::new(Timestamp::UNIX_EPOCH, [7; 32]).uuid("file"))
    }

    fn sheet() -> Sheet {
        Sheet {
            file: file(),
            document: DocumentKind::Medical,
            name: "a.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: 1,
            sha256: String::new(),
            pages: Some(2),
            uploaded_at: Timestamp::UNIX_EPOCH,
            replaced: false,
            scan: None,
        }
    }

    fn answer(field: &str) -> Comparable {
        let text = String::from;
        Comparable {
            section: text("death"),
            field: text(field),
            label: text("l"),
            value: text("v"),
            hash: text("h"),
            origin: Origin::Typed,
        }
    }

    fn found(choice: Choice, page: u32, seen: &str) -> Vec<Found> {
        vec![Found { field: "a".into(), choice, at: Some(PaperPage { file: file(), page }), seen: seen.into() }]
    }

    fn codes(found: Vec<Found>) -> Vec<String> {
        match lines(&[answer("a")], &[sheet()], found) {
            Ok(lines) => lines.iter().map(|line| Choice::of(&line.verdict).as_str().to_owned()).collect(),
            Err(OfficeError::Findings(all)) => all.iter().map(|own| format!("{} {}", own.field, own.code)).collect(),
            Err(other) => vec![other.to_string()],
        }
    }

    #[test]
    fn a_page_that_is_not_there_and_a_value_that_is_not_written_are_found_together() {
        assert_eq!(codes(found(Choice::Matches, 2, "")), ["matches"]);
        assert_eq!(codes(found(Choice::NotOnPaper, 9, "")), ["not-on-paper"]);
        assert_eq!(codes(found(Choice::Differs, 1, "1951")), ["differs"]);
        assert_eq!(codes(found(Choice::Matches, 3, "")), ["at-a missing"]);
        assert_eq!(codes(found(Choice::Differs, 0, " ")), ["at-a missing", "seen-a missing"]);
        assert_eq!(codes(found(Choice::Differs, 1, &"я".repeat(SEEN_CHARS_MAX + 1))), ["seen-a too-long"]);
    }

    #[test]
    fn what_is_not_asked_is_not_compared() {
        let mut other = found(Choice::NotOnPaper, 1, "");
        other[0].field = "b".into();
        assert_eq!(codes(other), [OfficeError::Stale.to_string()]);
    }
}
