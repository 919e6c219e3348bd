//! Puts a question to the mission of the district, with photos of the paper, by anybody. Bounded three ways: by network, by mailbox or
//! telephone or account, and by what the whole database keeps.
//!
//! Must never say whether a mailbox or a telephone is known here, nor send a text message to a number that nobody has proven to be theirs:
//! only an officer's answer goes there.

use super::{letter, limits, link_hash, link_secret, mission, note, path, url};
use crate::attach_file::{checked, plain_name};
use crate::decline_registration::plain;
use crate::{Fault, FileProblem, Office, OfficeError, file_check};
use domain::actor::Actor;
use domain::country::CountryCode;
use domain::deadline::{end_of_term, registration_date};
use domain::enquiry::{ANSWER_WORKING_DAYS, erased_at};
use domain::ids::{AccountId, EnquiryId, MissionId};
use domain::lang::Lang;
use domain::moment::Moment;
use jiff::Timestamp;
use serde_json::json;
use service::Finding;
use service::answers::is_email;
use sha2::{Digest, Sha256};
use store::Tx;
use store::enquiry::{Enquiry, File, FileLine, State};
use store::journal::ASK_ENQUIRY;
use store::outbox::Channel;

/// Longest question, characters.
pub const QUESTION_CHARS_MAX: usize = 1000;
/// Which paper there may be, by the check tool's names.
pub const PAPERS: [&str; 4] = ["medical", "court_decision", "local_death_certificate", "other"];
/// On board a ship or plane, as the check tool has it.
const AT_SEA: &str = "at-sea";
const HOUR_SECONDS: i64 = 3600;
const DAY_SECONDS: i64 = 86_400;
/// Forms that one network may post in an hour, right or wrong.
const TRIES_OF_A_NETWORK_MAX: i64 = 60;
/// Questions of one network in an hour.
const OF_A_NETWORK_MAX: i64 = 10;
/// What one network may leave in a day, megabytes, each begun one counted.
const MEGABYTES_OF_A_NETWORK_MAX: i64 = 100;
/// Questions of one mailbox, telephone or account in a day.
const OF_A_PERSON_MAX: i64 = 3;
/// Questions of everybody in a day.
const OF_ALL_MAX: i64 = 500;
/// What all questions that are kept may take, bytes.
const KEPT_BYTES_MAX: i64 = 5_000_000_000;
const MEGABYTE: u64 = 1_000_000;

/// What is asked, as typed.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Whom.
    pub mission: MissionId,
    /// Where the person died, as the check tool has it.
    pub country: String,
    /// Which paper there is, as the check tool has it.
    pub paper: String,
    /// Where who asks lives: a telephone number without a country code belongs there.
    pub lives: Option<CountryCode>,
    /// In their words.
    pub question: String,
    /// Where the answer goes.
    pub email: String,
    /// Where the answer goes.
    pub phone: String,
}

/// A file as it came: its place on the page, from 1.
#[derive(Clone, Debug)]
pub struct Came {
    /// Which field.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// Its bytes; `None` where with it all together were more than is taken.
    pub bytes: Option<Vec<u8>>,
}

/// What became of it.
#[derive(Clone, Debug)]
pub enum Asked {
    /// It is with the mission; where who asked reads it, without the language.
    Sent(String),
    /// All that is wrong with it.
    Wrong(Wrong),
}

/// What is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wrong {
    /// Findings at `question` (`too-long`), `email` (`missing`, `format`), `phone` (`format`).
    pub findings: Vec<Finding>,
    /// At the place of each file.
    pub files: Vec<(usize, FileProblem)>,
}

/// Counts a form of `remote`, before its body is read.
///
/// # Errors
/// `TooMany` above the limit.
pub async fn admit(office: &Office, remote: &str, moment: &Moment) -> Result<(), OfficeError> {
    let (key, now) = (format!("enquiry form from {remote}"), moment.now);
    office
        .write(move |tx| Box::pin(async move { count(tx, &key, HOUR_SECONDS, 1, TRIES_OF_A_NETWORK_MAX, now).await }))
        .await
}

/// Puts the question.
///
/// # Errors
/// `NotFound` for a mission, country or paper that there is not; `TooMany` above a limit, with the instant from which it may be tried again; faults.
pub async fn ask(
    office: &Office,
    actor: Option<&Actor>,
    lang: Lang,
    wanted: Wanted,
    came: Vec<Came>,
    remote: &str,
    moment: &Moment,
) -> Result<Asked, OfficeError> {
    let account = match actor {
        Some(Actor::Applicant(account)) => Some(*account),
        _ => None,
    };
    if !is_about_something(office, &wanted) {
        return Err(OfficeError::NotFound);
    }
    let (own, findings) = read(office, account, lang, wanted, moment).await?;
    let (files, problems) = take(office, came).await?;
    if !findings.is_empty() || !problems.is_empty() {
        return Ok(Asked::Wrong(Wrong { findings, files: problems }));
    }
    let (inner, remote, moment) = (office.clone(), remote.to_owned(), moment.clone());
    let path = path(office, &own);
    office
        .write(move |tx| {
            Box::pin(async move {
                bounded(tx, &own, &files, &remote, moment.now).await?;
                store::enquiry::insert(tx, &own, &files).await?;
                for letter in received(&inner, &own, &moment)? {
                    store::enquiry::write_letter(tx, own.id, &letter).await?;
                }
                let by = account.map_or(Actor::System, Actor::Applicant);
                let what = json!({ "mission": own.mission, "files": files.len() });
                note(tx, ASK_ENQUIRY, &by, own.id, what, &moment).await
            })
        })
        .await?;
    Ok(Asked::Sent(path))
}

/// The mission, the country and the paper are ones that the pages offer.
fn is_about_something(office: &Office, wanted: &Wanted) -> bool {
    let catalogue = office.catalogue();
    let country = CountryCode::parse(&wanted.country).ok().and_then(|code| catalogue.country(code));
    let is_place = wanted.country == AT_SEA || country.is_some();
    is_place && catalogue.mission(&wanted.mission).is_some() && PAPERS.contains(&wanted.paper.as_str())
}

/// The question as it is kept, and what is wrong with it.
async fn read(
    office: &Office,
    account: Option<AccountId>,
    lang: Lang,
    wanted: Wanted,
    moment: &Moment,
) -> Result<(Enquiry, Vec<Finding>), OfficeError> {
    let mut findings = vec![];
    let question = plain(&wanted.question);
    if question.chars().count() > QUESTION_CHARS_MAX {
        findings.push(Finding::new("question", "too-long"));
    }
    let mut email = Some(wanted.email.trim().to_owned()).filter(|typed| !typed.is_empty());
    if email.as_ref().is_some_and(|typed| !is_email(typed)) {
        findings.push(Finding::new("email", "format"));
    }
    let mut phone = None;
    if !wanted.phone.trim().is_empty() {
        match service::phone::parse(&wanted.phone, wanted.lives.as_ref()) {
            Ok(read) => phone = Some(read.e164),
            Err(_) => findings.push(Finding::new("phone", "format")),
        }
    } else if email.is_none() {
        match account {
            None => findings.push(Finding::new("email", "missing")),
            Some(account) => (email, phone) = contacts(office, account).await?,
        }
    }
    let id = EnquiryId(moment.uuid("enquiry"));
    let own = Enquiry {
        id,
        link_hash: link_hash(&link_secret(office, id)),
        answer_by: answer_by(office, &wanted.mission, moment.now)?,
        mission: wanted.mission,
        account,
        lang,
        email,
        phone,
        country: wanted.country,
        paper: wanted.paper,
        question,
        sent_at: moment.now,
        state: State::Waiting,
        erase_at: erased_at(moment.now, false),
    };
    Ok((own, findings))
}

/// Where the account is reached already.
async fn contacts(office: &Office, id: AccountId) -> Result<(Option<String>, Option<String>), OfficeError> {
    let account = office.read(move |tx| Box::pin(async move { Ok(store::account::get(tx, id).await?) })).await?;
    Ok(account.map(|own| (own.email, own.phone)).unwrap_or_default())
}

/// Until when an answer is promised: like a term, it begins on the next working day and ends with office hours.
pub fn answer_by(office: &Office, mission: &MissionId, now: Timestamp) -> Result<Timestamp, OfficeError> {
    let calendar = office.catalogue().calendar(mission);
    let calendar = calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))?;
    let unknown = |error: domain::calendar::NoHolidayData| Fault::Registers(error.to_string());
    let first = registration_date(now, calendar).map_err(unknown)?;
    Ok(end_of_term(first, ANSWER_WORKING_DAYS, calendar).map_err(unknown)?)
}

/// The files as they are kept, or what is wrong with each.
async fn take(office: &Office, came: Vec<Came>) -> Result<(Vec<File>, Vec<(usize, FileProblem)>), OfficeError> {
    let limits = limits(office);
    let (mut files, mut problems, mut kept) = (vec![], vec![], 0_u64);
    if came.is_empty() {
        problems.push((1, FileProblem::Missing));
    }
    for (came, number) in came.into_iter().zip(1_u32..) {
        let full = FileProblem::TooBig { bytes_max: limits.bytes };
        if usize::try_from(number).unwrap_or(usize::MAX) > limits.files {
            problems.push((came.place, FileProblem::TooMany { files_max: limits.files }));
            break;
        }
        let Some(bytes) = came.bytes else {
            problems.push((came.place, full));
            continue;
        };
        match checked(office, bytes, file_check::turn().await).await {
            Ok((checked, sha256_received)) => {
                let bytes = checked.bytes.len();
                kept = kept.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
                if kept > limits.bytes {
                    problems.push((came.place, full));
                    continue;
                }
                let line = FileLine {
                    number,
                    name: plain_name(&came.name),
                    media_type: checked.media_type.to_owned(),
                    bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
                    sha256_received,
                };
                files.push(File { line, content: checked.bytes });
            }
            Err(OfficeError::File(problem)) => problems.push((came.place, problem)),
            Err(other) => return Err(other),
        }
    }
    Ok((files, problems))
}

/// Is there room for one more: of this network, of this person, of everybody?
async fn bounded(tx: &mut Tx, own: &Enquiry, files: &[File], remote: &str, now: Timestamp) -> Result<(), OfficeError> {
    let bytes: u64 = files.iter().map(|file| u64::try_from(file.line.bytes).unwrap_or(0)).sum();
    let megabytes = i64::try_from(bytes.div_ceil(MEGABYTE)).unwrap_or(i64::MAX).max(1);
    count(tx, &format!("enquiries from {remote}"), HOUR_SECONDS, 1, OF_A_NETWORK_MAX, now).await?;
    let key = format!("enquiry megabytes from {remote}");
    count(tx, &key, DAY_SECONDS, megabytes, MEGABYTES_OF_A_NETWORK_MAX, now).await?;
    let account = own.account.map(|id| id.to_string());
    for contact in [&own.email, &own.phone, &account].into_iter().flatten() {
        // The contact itself is not written down for counting.
        let key = format!("enquiries of {}", hex::encode(Sha256::digest(contact.to_lowercase())));
        count(tx, &key, DAY_SECONDS, 1, OF_A_PERSON_MAX, now).await?;
    }
    count(tx, "enquiries of all", DAY_SECONDS, 1, OF_ALL_MAX, now).await?;
    let kept = store::enquiry::bytes_kept(tx).await?;
    if kept.saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX)) > KEPT_BYTES_MAX {
        tracing::error!(kept, "no room for questions before applying");
        return Err(OfficeError::TooMany { retry_at: store::limit::window_end(DAY_SECONDS, now) });
    }
    Ok(())
}

async fn count(tx: &mut Tx, key: &str, seconds: i64, hits: i64, most: i64, now: Timestamp) -> Result<(), OfficeError> {
    for _ in 0..hits {
        if store::limit::hit(tx, key, seconds, now).await? > most {
            return Err(OfficeError::TooMany { retry_at: store::limit::window_end(seconds, now) });
        }
    }
    Ok(())
}

/// To the mailbox: that it is with the mission, until when an answer is promised, and where it can be read.
fn received(office: &Office, own: &Enquiry, moment: &Moment) -> Result<Vec<store::outbox::Letter>, OfficeError> {
    let mission = mission(office, own)?;
    let args = [
        ("mission", mission.name.get(own.lang).to_owned()),
        ("answer_by", super::day(office, own, mission, own.answer_by)),
        ("erased", super::day(office, own, mission, own.erase_at)),
        ("url", url(office, own)),
        ("phone", mission.phone.clone()),
    ];
    let args = args.map(|(name, value)| (name, value.into()));
    let text = |part: &str| office.texts().f(own.lang, &format!("letter-enquiry-received-{part}"), &args);
    let to = own.email.iter();
    Ok(to
        .map(|to| letter(own, "enquiry_received", (Channel::Email, to), (text("subject"), text("body")), moment))
        .collect())
}
