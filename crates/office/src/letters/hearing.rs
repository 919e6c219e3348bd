//! What letters about a hearing say (UX.md N15, N16): what is planned and why, when and where the person is heard, the protocol and the remarks on it.

use super::grounds_text;
use crate::Office;
use domain::hearing::{Hearing, Meeting, Remarks, Stage};
use domain::lang::Lang;
use domain::mission::Mission;
use domain::paper::OfficerLine;
use jiff::Timestamp;

/// Names and values.
pub(super) fn arguments(office: &Office, own: &Hearing, mission: &Mission, lang: Lang) -> Vec<(&'static str, String)> {
    let texts = office.texts();
    let clock = super::zone_of(mission);
    let moment = |at: Timestamp| texts.moment_at(lang, at, &clock, &mission.city);
    let date = |at: Timestamp| texts.date(lang, at.to_zoned(clock.clone()).date());
    let line = |own: &OfficerLine| format!("{}, {}", own.name, own.post.get(lang));
    let meets = |meeting: &Meeting| {
        vec![("when", moment(meeting.at)), ("place", meeting.place.clone()), ("official", line(&meeting.listens))]
    };
    let mut args = vec![("decide_on", date(own.decide_by))];
    args.extend(match &own.stage {
        Stage::Set { wish, meeting } => {
            let way = texts.s(lang, &format!("hearing-way-{}", wish.way.as_str().replace('_', "-")));
            [meets(meeting), vec![("way", way)]].concat()
        }
        Stage::Held { protocol, remarks: Remarks::Answered { answer, reason, .. }, .. } => {
            let decision = texts.s(lang, &format!("hearing-remarks-{}", answer.as_str()));
            vec![("decision", decision), ("reason", reason.clone()), ("when", moment(protocol.began_at))]
        }
        Stage::Held { protocol, .. } => vec![
            ("when", moment(protocol.began_at)),
            ("answer_by", moment(protocol.remarks_by)),
            ("answer_by_date", date(protocol.remarks_by)),
        ],
        Stage::Awaited | Stage::Stated { .. } | Stage::Waived { .. } | Stage::Asked { .. } => vec![
            ("grounds", grounds_text(office, &own.grounds, lang)),
            ("reason", own.reasons.clone()),
            ("remedy", own.remedy.clone()),
            ("official", line(&own.listens)),
            ("answer_by", moment(own.object_by)),
            ("answer_by_date", date(own.object_by)),
        ],
    });
    args
}
