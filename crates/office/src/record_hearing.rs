//! Writes down what was said at a hearing: the protocol of APPC 74(2), on the day of the hearing or after it. The applicant reads it and has three working
//! days for remarks (74(6)); the day of the decision comes after them, and the term waits for that.

use crate::cases::CaseView;
use crate::decline_registration::written;
use crate::{Office, OfficeError, desk_act, hearing, permission};
use domain::actor::Actor;
use domain::application::{Act, NotOpen};
use domain::hearing::{Protocol, Stage};
use domain::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Time;

/// What an officer wrote.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// When it began and ended, on the mission's clock, on the day that was set.
    pub times: Option<(Time, Time)>,
    /// Who kept the protocol.
    pub secretary: String,
    /// Who took part; that nobody came.
    pub present: String,
    /// Explanations, questions, answers.
    pub said: String,
}

/// Writes it down.
///
/// # Errors
/// Findings at `times` (`missing`, `no-such-time`, `ahead`), `secretary`, `present`, `said`; `NotFound`, `NotOpen`, `Stale`.
pub async fn record_hearing(
    office: &Office,
    actor: &Actor,
    (view, seen_version): (&CaseView, i64),
    written: Written,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let act = act(office, actor, view, written, moment.now).await?;
    desk_act::simple(office, actor, view.line.id, seen_version, act, moment).await
}

/// The act, for the preview of its letter and for doing it.
///
/// # Errors
/// As [`record_hearing`].
pub async fn act(
    office: &Office,
    actor: &Actor,
    view: &CaseView,
    own: Written,
    now: Timestamp,
) -> Result<Act, OfficeError> {
    let Some(Stage::Set { meeting, .. }) = view.state.hearing().map(|own| &own.stage) else {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    };
    let calendar = hearing::calendar(office, &view.mission.id)?;
    let wrong = |code| OfficeError::finding("times", code);
    let (from, to) = own.times.ok_or_else(|| wrong("missing"))?;
    let day = calendar.date(meeting.at);
    let instant = |time| calendar.instant(day.to_datetime(time)).ok_or_else(|| wrong("no-such-time"));
    let (began_at, ended_at) = (instant(from)?, instant(to)?);
    if ended_at < began_at || ended_at > now {
        return Err(wrong("ahead"));
    }
    let terms = hearing::terms(office, view.line.sent_at);
    let days = terms.map_or(domain::hearing::REMARK_WORKING_DAYS_MIN, |own| own.remark_working_days);
    let remarks_by = hearing::end_of(calendar, days, now)?;
    let protocol = Protocol {
        place: meeting.place.clone(),
        began_at,
        ended_at,
        presided: permission::line(office, actor).await?,
        secretary: written("secretary", own.secretary)?,
        present: written("present", own.present)?,
        said: written("said", own.said)?,
        made_at: now,
        remarks_by,
    };
    Ok(Act::RecordHearing {
        protocol: Box::new(protocol),
        decide: hearing::day_after(calendar, remarks_by).map_err(|_| wrong("no-such-time"))?,
    })
}
