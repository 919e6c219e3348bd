//! Composes letters in the applicant's language. A letter is written into the outbox in the transaction of the act it tells of.
//!
//! SMS never bear a name of the person who died (lock screens, UX.md 2.13).

mod hearing;
pub(crate) mod motion;
mod wish;

pub(crate) use wish::{Wish, wish};

use crate::cases::CaseView;
use crate::one_time_code::VALID;
use crate::{Fault, Office, OfficeError};
use domain::annulment::Annulment;
use domain::application::{Correction, CorrectionItem, DeclineReason, Event, Handover, LetterKind, State};
use domain::certificate::{ActRecord, CertificateNumber};
use domain::complaint::{ComplaintState, Subject};
use domain::ids::{AccountId, ApplicationId, MissionId};
use domain::lang::Lang;
use domain::mission::Mission;
use domain::moment::Moment;
use domain::notices::{Reach, ways};
use domain::refusal::Ground;
use domain::request::{Deceased, Request};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use service::Value;
use store::Tx;
use store::application::Application;
use store::complaint::Filed;
use store::outbox::{Channel, Letter};

/// A letter before it is addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Subject of the mail and headline of the notice.
    pub subject: String,
    /// Text of the mail and of the notice.
    pub body: String,
    /// Text of the SMS.
    pub sms: String,
}

/// What a letter tells of: a case in the shape that both the store and the case page have.
#[derive(Clone, Copy, Debug)]
pub struct About<'c> {
    /// The case.
    pub id: ApplicationId,
    /// Its reference.
    pub reference: &'c str,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// End of the term.
    pub due_at: Timestamp,
    /// The mission that has it.
    pub mission: &'c MissionId,
    /// The request.
    pub request: &'c Request,
}

impl<'c> From<&'c Application> for About<'c> {
    fn from(case: &'c Application) -> About<'c> {
        let Application { id, reference, sent_at, due_at, mission, request, .. } = case;
        About { id: *id, reference, sent_at: *sent_at, due_at: *due_at, mission, request }
    }
}

impl<'c> From<&'c CaseView> for About<'c> {
    fn from(view: &'c CaseView) -> About<'c> {
        let line = &view.line;
        About {
            id: line.id,
            reference: &line.reference,
            sent_at: line.sent_at,
            due_at: line.due_at,
            mission: &line.mission,
            request: &view.request,
        }
    }
}

/// The very letter that an act will send, for the officer's preview and for sending. `lang`: that of
/// [`CaseView::letters_in`].
///
/// # Errors
/// [`Fault::Registers`] when the mission is not in the register.
pub fn compose(
    office: &Office,
    kind: LetterKind,
    case: About<'_>,
    state: &State,
    lang: Lang,
) -> Result<Composed, OfficeError> {
    let mission = mission(office, case.mission)?;
    let mut args = arguments(office, &case, state, mission, lang);
    if kind == LetterKind::Reinstated {
        args.extend(reinstated(office, state, mission, lang));
    }
    Ok(said(office, kind, lang, args))
}

/// Subject, text and SMS of a letter.
fn said(office: &Office, kind: LetterKind, lang: Lang, args: Vec<(&'static str, String)>) -> Composed {
    let args: Vec<(&str, Value)> = args.into_iter().map(|(name, value)| (name, Value::Text(value))).collect();
    let short = format!("{}/{}/services", office.settings().host, lang.tag());
    // A text message has room for the address of the history, not of the case (UX.md 2.13: two segments).
    let short: Vec<(&str, Value)> = args
        .iter()
        .map(|(name, value)| (*name, if *name == "url" { short.as_str().into() } else { value.clone() }))
        .collect();
    let text = |part: &str, args: &[(&str, Value)]| {
        office.texts().f(lang, &format!("letter-{}-{part}", kind.as_str().replace('_', "-")), args)
    };
    Composed { subject: text("subject", &args), body: text("body", &args), sms: text("sms", &short) }
}

/// The very letter about a complaint, for the preview and for sending. `own.state` is the one that the letter tells of.
///
/// # Errors
/// As [`compose`].
pub fn compose_complaint(
    office: &Office,
    kind: LetterKind,
    case: About<'_>,
    own: &Filed,
    lang: Lang,
) -> Result<Composed, OfficeError> {
    let texts = office.texts();
    let mission = mission(office, &own.mission)?;
    let clock = zone_of(mission);
    let mut args = arguments(office, &case, &State::Submitted, mission, lang);
    args.retain(|(name, _)| *name != "url");
    args.push(("url", format!("{}/{}/complaints/{}", office.settings().host, lang.tag(), own.id)));
    args.push(("higher_body", own.body.considered_by.get(lang).to_owned()));
    if let Some(terms) = own.terms {
        let at = |at| texts.moment_at(lang, at, &clock, &mission.city);
        args.push(("forward_by", at(terms.forward_by)));
        args.push(("decide_by", at(terms.decide_by)));
    }
    if let ComplaintState::Forwarded { extension: Some(more), .. } = &own.state {
        let key = format!("complaint-extension-{}", more.ground.as_str().replace('_', "-"));
        args.push(("basis", texts.s(lang, &key)));
        args.push(("reason", more.reasons.clone()));
    }
    let (decision, reasons) = match &own.state {
        ComplaintState::Satisfied { reasons, .. } => ("satisfied", reasons.clone()),
        ComplaintState::Decided { decision, reasons, .. } => (decision.as_str(), reasons.clone()),
        _ => ("", String::new()),
    };
    if !decision.is_empty() {
        args.push(("decision", texts.s(lang, &format!("complaint-decision-{}", decision.replace('_', "-")))));
        // What the mission does now is said where something is to be done; the way to court stands in every letter.
        let follows = own.state.is_for_the_person().then(|| texts.s(lang, what_follows(own)));
        args.push(("reason", follows.map_or(reasons.clone(), |follows| format!("{reasons}\n\n{follows}"))));
    }
    Ok(said(office, kind, lang, args))
}

/// The sentence that says what follows from an answer: an act is undone only where there was one.
pub fn what_follows(own: &Filed) -> &'static str {
    match own.state.is_for_the_person() {
        true if own.state.reopens(own.body.subject) => match own.body.subject {
            Subject::Annulment => "complaint-restored",
            _ => "complaint-reopened",
        },
        true => "complaint-carried-out",
        false => "complaint-court",
    }
}

/// The rows of a letter about a complaint.
///
/// # Errors
/// As [`compose`].
pub(crate) async fn complaint_rows(
    office: &Office,
    tx: &mut Tx,
    kind: LetterKind,
    case: &Application,
    own: &Filed,
    moment: &Moment,
) -> Result<Vec<Letter>, OfficeError> {
    let wish = wish(tx, case).await?;
    let composed = compose_complaint(office, kind, case.into(), own, wish.lang)?;
    Ok(addressed(kind, case, &composed, &wish, moment))
}

/// The rows of a letter: the notice in the portal always; mail and SMS as the person wishes, else where the request names them.
///
/// # Errors
/// As [`compose`].
pub(crate) async fn rows(
    office: &Office,
    tx: &mut Tx,
    kind: LetterKind,
    case: &Application,
    state: &State,
    moment: &Moment,
) -> Result<Vec<Letter>, OfficeError> {
    let wish = wish(tx, case).await?;
    let composed = compose(office, kind, case.into(), state, wish.lang)?;
    Ok(addressed(kind, case, &composed, &wish, moment))
}

fn addressed(kind: LetterKind, case: &Application, said: &Composed, wish: &Wish, moment: &Moment) -> Vec<Letter> {
    let applicant = &case.request.applicant;
    let phone = &applicant.phone;
    // Where the request names no address, the account's serves who asked for mails later, and the law's letters.
    let asked = wish.ways.is_some() || kind.is_required();
    let email = applicant.email.as_ref().or(wish.email.as_ref().filter(|_| asked));
    let reach = Reach { has_mail: email.is_some(), has_phone: !phone.e164.is_empty(), takes_texts: phone.takes_texts };
    let goes = ways(wish.ways, kind.is_required(), reach);
    let row = |channel, to: &str, words| row(kind, case, wish.lang, (channel, to), words, moment);
    let mut rows = vec![row(Channel::Portal, "", (&said.subject, &said.body))];
    if let Some(email) = email.filter(|_| goes.mail) {
        rows.push(row(Channel::Email, email, (&said.subject, &said.body)));
    }
    if goes.text {
        rows.push(row(Channel::Sms, &phone.e164, ("", &said.sms)));
    }
    rows
}

/// Stable name of the SMS with a one-time password.
pub(crate) const OTP: &str = "otp";
/// What the key of a one-time password's text is for.
const OTP_BOX: &str = "otp letter";

/// The SMS with a one-time password. Bound to our host, so that a phone offers it only there. The row holds the text encrypted
/// (hex): who reads the database or its backup reads no code.
///
/// # Errors
/// [`Fault::Broken`] when the text cannot be encrypted.
pub(crate) fn otp_letter(
    office: &Office,
    phone: &str,
    code: &str,
    lang: Lang,
    moment: &Moment,
) -> Result<Letter, Fault> {
    let host = office.settings().host.split("://").last().unwrap_or_default().to_owned();
    let minutes = VALID.as_mins().to_string();
    let body = office.texts().f(
        lang,
        "letter-otp-sms",
        &[("code", code.into()), ("minutes", minutes.into()), ("host", host.into())],
    );
    let sealed = office.parts().keys.close(OTP_BOX, body.as_bytes(), &moment.bytes("otp letter nonce"));
    let body = hex::encode(sealed.ok_or_else(|| Fault::Broken("one-time password letter".to_owned()))?);
    let (id, words) = (moment.uuid("letter otp"), (String::new(), body));
    Ok(Letter::to_leave(id, OTP, (Channel::Sms, phone), lang, words, moment.now))
}

/// The text of a letter as a person reads it; `None` when it was blanked or our keys cannot open it.
pub(crate) fn readable(office: &Office, letter: &Letter) -> Option<String> {
    if letter.kind != OTP {
        return Some(letter.body.clone());
    }
    let sealed = hex::decode(&letter.body).ok()?;
    String::from_utf8(office.parts().keys.open(OTP_BOX, &sealed)?).ok()
}

/// The mission of a case.
pub(crate) fn mission_of<'o>(office: &'o Office, case: &Application) -> Result<&'o Mission, OfficeError> {
    mission(office, &case.mission)
}

fn mission<'o>(office: &'o Office, id: &MissionId) -> Result<&'o Mission, OfficeError> {
    let found = office.catalogue().mission(id);
    found.ok_or_else(|| Fault::Registers(format!("mission {id} is not in the register")).into())
}

/// The name of the person who died, as letters and lists show it.
pub(crate) fn deceased_name(office: &Office, request: &Request, lang: Lang) -> String {
    match &request.deceased {
        Deceased::Identified(person) if lang == Lang::En => person.name.western(),
        Deceased::Identified(person) => person.name.official(),
        Deceased::Unidentified { .. } => office.texts().s(lang, "unidentified-person"),
    }
}

fn row(
    kind: LetterKind,
    case: &Application,
    lang: Lang,
    (channel, to): (Channel, &str),
    (subject, body): (&str, &str),
    moment: &Moment,
) -> Letter {
    let label = format!("letter {} {} {channel:?}", case.id, kind.as_str());
    let words = (subject.to_owned(), body.to_owned());
    Letter {
        application: Some(case.id),
        account: Some(case.account),
        sent_at: (channel == Channel::Portal).then_some(moment.now),
        ..Letter::to_leave(moment.uuid(&label), kind.as_str(), (channel, to), lang, words, moment.now)
    }
}

fn arguments(
    office: &Office,
    case: &About<'_>,
    state: &State,
    mission: &Mission,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let texts = office.texts();
    let clock = zone_of(mission);
    let local = |at: Timestamp| at.to_zoned(clock.clone());
    let mut args = vec![
        ("reference", case.reference.to_owned()),
        ("url", format!("{}/{}/services/{}", office.settings().host, lang.tag(), case.id)),
        ("mission", mission.name.get(lang).to_owned()),
        ("deadline", texts.moment_at(lang, case.due_at, &clock, &mission.city)),
        ("name", deceased_name(office, case.request, lang)),
        ("date", texts.date(lang, local(case.sent_at).date())),
        ("time", local(case.sent_at).strftime("%H:%M").to_string()),
        ("zone", mission.city.get(lang).to_owned()),
        ("phone", mission.phone.clone()),
    ];
    match state {
        State::DeclinedRegistration { reason, remedy, declined_at } => {
            args.extend([("reason", decline_text(office, *reason, lang)), ("remedy", remedy.clone())]);
            args.push(("appeal_until", appeal_until(office, case.sent_at, &local(*declined_at), lang)));
        }
        State::CorrectionRequested { correction, .. } => {
            args.push(("items", items_text(office, correction, lang)));
            args.push(("answer_by", texts.moment_at(lang, correction.answer_by, &clock, &mission.city)));
            args.push(("answer_by_date", texts.date(lang, local(correction.answer_by).date())));
        }
        State::Returned { asked, reasons, returned_at } => {
            args.push(("reason", reasons.clone()));
            args.push(("answer_by", texts.moment_at(lang, asked.answer_by, &clock, &mission.city)));
            args.push(("appeal_until", appeal_until(office, case.sent_at, &local(*returned_at), lang)));
            replace_time(&mut args, office, lang, &local(*returned_at));
        }
        State::Granted { record, .. } => args.push(("record", record.number.clone())),
        State::Ready { record, collection, .. } => {
            args.push(("record", record.number.clone()));
            replace_time(&mut args, office, lang, &local(collection.at));
            let lines = [mission.name.get(lang), &mission.address, &collection.note];
            let told: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            args.push(("place", told.join("\n")));
        }
        State::Uncollected { missed, .. } => replace_time(&mut args, office, lang, &local(*missed)),
        State::Collected { record, number, handover } => {
            handed_over(&mut args, office, lang, (record, number, handover), &local(handover.at));
        }
        State::Refused { grounds, reasons, refused_at } => {
            args.push(("grounds", grounds_text(office, grounds, lang)));
            args.push(("reason", reasons.clone()));
            args.push(("appeal_until", appeal_until(office, case.sent_at, &local(*refused_at), lang)));
            replace_time(&mut args, office, lang, &local(*refused_at));
        }
        State::Withdrawn { withdrawn_at, .. } => replace_time(&mut args, office, lang, &local(*withdrawn_at)),
        State::Annulled { record, number, annulment, annulled_at, .. } => {
            let annulled_at = local(*annulled_at);
            args.extend([("record", record.number.clone()), ("certificate", number.0.clone())]);
            args.extend(annulled(office, case.sent_at, annulment, &annulled_at, lang));
            replace_time(&mut args, office, lang, &annulled_at);
        }
        State::Transferred { to, reason, .. } => {
            args.extend([("reason", reason.clone()), ("to", place(office, to, lang))]);
        }
        State::PreliminaryRefusal { hearing: own, .. } => args.extend(hearing::arguments(office, own, mission, lang)),
        State::SignatureCheckPending | State::Submitted | State::InReview { .. } | State::Replaced { .. } => {}
    }
    args
}

/// Why a record was annulled, and what may be done about it.
fn annulled(
    office: &Office,
    sent_at: Timestamp,
    annulment: &Annulment,
    at: &Zoned,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let rules = office.edition().at(sent_at);
    let mut args: Vec<_> = why_annulled(office, annulment, lang).into_iter().collect();
    args.push(("appeal_until", appeal_until(office, sent_at, at, lang)));
    args.push(("body", rules.passport().complaint.higher_body.get(lang).to_owned()));
    args.push(("suspension", suspension(office, annulment, lang)));
    args
}

/// The record that is valid again, and what the person may do with its certificate.
fn reinstated(office: &Office, state: &State, mission: &Mission, lang: Lang) -> [(&'static str, String); 3] {
    let texts = office.texts();
    let record = state.record().map(|own| own.number.clone()).unwrap_or_default();
    let certificate = state.certificate().map(|own| own.0.clone()).unwrap_or_default();
    let next = match state {
        State::Ready { collection, .. } => {
            let when = texts.moment_at(lang, collection.at, &zone_of(mission), &mission.city);
            texts.f(lang, "reinstated-next-ready", &[("when", when.into())])
        }
        State::Uncollected { .. } => texts.s(lang, "reinstated-next-uncollected"),
        State::Collected { .. } => texts.s(lang, "reinstated-next-collected"),
        _ => texts.s(lang, "reinstated-next-issued"),
    };
    [("record", record), ("certificate", certificate), ("next", next)]
}

/// What a complaint does to the annulment until it is decided (APPC 96).
fn suspension(office: &Office, own: &Annulment, lang: Lang) -> String {
    match own.not_suspended.as_str() {
        "" => office.texts().s(lang, "annulment-suspended-by-complaint"),
        why => office.texts().f(lang, "annulment-not-suspended", &[("why", why.into())]),
    }
}

/// Basis, paper and reason of an annulment.
pub(crate) fn why_annulled(office: &Office, own: &Annulment, lang: Lang) -> [(&'static str, String); 3] {
    let basis = office.texts().s(lang, &format!("annulment-basis-{}", own.basis.as_str().replace('_', "-")));
    [("basis", basis), ("document", own.document.clone()), ("reason", own.reason.clone())]
}

/// The record, the time and the words of a handover.
fn handed_over(
    args: &mut Vec<(&'static str, String)>,
    office: &Office,
    lang: Lang,
    (record, number, handover): (&ActRecord, &CertificateNumber, &Handover),
    local: &Zoned,
) {
    args.push(("record", record.number.clone()));
    args.push(("certificate", number.0.clone()));
    let collector = format!("receiver-{}", handover.receiver.kind().replace('_', "-"));
    args.push(("collector", office.texts().s(lang, &collector)));
    replace_time(args, office, lang, local);
}

/// Name, address and telephone of a mission, what is known of them.
fn place(office: &Office, id: &MissionId, lang: Lang) -> String {
    let Some(mission) = office.catalogue().mission(id) else { return id.0.clone() };
    let lines = [mission.name.get(lang), &mission.address, &mission.phone];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn replace_time(args: &mut Vec<(&'static str, String)>, office: &Office, lang: Lang, local: &Zoned) {
    args.retain(|(name, _)| *name != "date" && *name != "time");
    args.push(("date", office.texts().date(lang, local.date())));
    args.push(("time", local.strftime("%H:%M").to_string()));
}

/// The mission's zone; UTC when the register names none that is known (the check at the start excludes it).
pub(crate) fn zone_of(mission: &Mission) -> TimeZone {
    TimeZone::get(&mission.zone).unwrap_or(TimeZone::UTC)
}

pub(crate) fn decline_text(office: &Office, reason: DeclineReason, lang: Lang) -> String {
    office.texts().s(lang, &format!("decline-{}", reason.as_str().replace('_', "-")))
}

/// Each part that is asked for with the officer's words, a line each.
pub(crate) fn items_text(office: &Office, correction: &Correction, lang: Lang) -> String {
    let line = |item: &CorrectionItem| {
        let section = office.texts().s(lang, &format!("section-{}-title", item.section));
        format!("– {section}: {}", item.said)
    };
    correction.items.iter().map(line).collect::<Vec<_>>().join("\n")
}

pub(crate) fn grounds_text(office: &Office, grounds: &[Ground], lang: Lang) -> String {
    let named: Vec<String> = grounds
        .iter()
        .map(|ground| office.texts().s(lang, &format!("ground-{}", ground.as_str().replace('_', "-"))))
        .collect();
    named.join("; ")
}

/// A letter to an account that is about no case.
pub(crate) fn of_account(
    kind: &str,
    account: AccountId,
    (channel, to): (Channel, &str),
    lang: Lang,
    words: (String, String),
    moment: &Moment,
) -> Letter {
    let id = moment.uuid(&format!("letter {kind} {} {account}", channel.as_str()));
    Letter { account: Some(account), ..Letter::to_leave(id, kind, (channel, to), lang, words, moment.now) }
}

/// Three months from the day the person learned of the act (APPC 92(1)).
fn appeal_until(office: &Office, sent_at: Timestamp, decided_at: &Zoned, lang: Lang) -> String {
    let months = office.edition().at(sent_at).passport().complaint.file_months;
    office.texts().date(lang, domain::complaint::file_until(decided_at.date(), months))
}

/// Which letter follows from an act, for the officer's preview.
pub fn letter_of(events: &[Event]) -> Option<LetterKind> {
    events.iter().find_map(|event| match event {
        Event::Letter(kind) => Some(*kind),
        _ => None,
    })
}
