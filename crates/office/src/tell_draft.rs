//! Tells the person of a request that was not sent: that it is saved and how to come back (UX.md N01: when they leave a page, and later as a
//! reminder), and that it will be erased (N02). The warning is noted in the journal: without it nothing is erased.
//!
//! Never a name: the letters know a short number and a day. Who was typed for at a desk has no way in, so nothing is sent to them.

use crate::drafts::{self, Loaded};
use crate::letters::zone_of;
use crate::{Fault, Office, OfficeError};
use domain::actor::Actor;
use domain::draft_term::{DraftTerm, Step, Told, days_before};
use domain::ids::DraftId;
use domain::moment::Moment;
use domain::notices::{Reach, ways};
use service::{Answers, Value};
use store::Tx;
use store::journal::{Entry, WARN_DRAFT};
use store::outbox::{Channel, Letter};

/// Drafts of one round and kind: each is a transaction of its own.
const BATCH: i64 = 100;
/// Who leaves a page more than once a day gets one letter about a draft.
const SAVED_SECONDS: i64 = 24 * 3_600;
/// What the entry of the warning says.
const DUE: &str = "due";

/// The letters about a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// N01.
    Saved,
    /// N02.
    Expiring,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Kind::Saved => "draft_saved",
            Kind::Expiring => "draft_expiring",
        }
    }
}

/// N01, when the person leaves a page: by mail, once a day.
///
/// # Errors
/// Faults.
pub(crate) async fn saved(office: &Office, tx: &mut Tx, id: DraftId, moment: &Moment) -> Result<(), OfficeError> {
    let Some(term) = office.catalogue().passport().draft_term() else { return Ok(()) };
    let Some(loaded) = of_a_person(tx, id).await? else { return Ok(()) };
    if store::limit::hit(tx, &format!("draft saved {id}"), SAVED_SECONDS, moment.now).await? > 1 {
        return Ok(());
    }
    write(office, tx, Kind::Saved, &loaded, &term, moment).await
}

/// The job: reminders and warnings; how many drafts were told of.
///
/// # Errors
/// Faults of the store. One that fails does not stop the others: it is logged.
pub(crate) async fn tell_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let Some(term) = office.catalogue().passport().draft_term() else { return Ok(0) };
    let (asked, now) = (term.clone(), moment.now);
    let due = office
        .read(move |tx| {
            Box::pin(async move {
                let mut due = vec![];
                for told in 0..=asked.reminders() {
                    // Under an earlier rule there may have been more reminders than now.
                    let most = if told == asked.reminders() { u32::MAX } else { told };
                    let until = days_before(now, asked.next_days(told));
                    due.extend(store::draft_term::waiting(tx, (told, most), until, BATCH).await?);
                }
                Ok(due)
            })
        })
        .await?;
    let mut done = 0;
    for id in due {
        let (inner, term, moment) = (office.clone(), term.clone(), moment.clone());
        let told = office.write(move |tx| Box::pin(async move { tell(&inner, tx, id, &term, &moment).await }));
        match told.await {
            Ok(told) => done += usize::from(told),
            Err(OfficeError::NotFound) => {}
            Err(error) => tracing::error!(draft = %id, %error, "nobody could be told of a draft"),
        }
    }
    Ok(done)
}

async fn tell(
    office: &Office,
    tx: &mut Tx,
    id: DraftId,
    term: &DraftTerm,
    moment: &Moment,
) -> Result<bool, OfficeError> {
    // Locked: who comes back to it at this moment is first or second, never between.
    let Some(draft) = store::draft::get(tx, id).await?.filter(|draft| draft.sent_as.is_none()) else {
        return Ok(false);
    };
    let Some(kept) = store::draft_term::kept(tx, id).await? else { return Ok(false) };
    let (kind, told) = match term.due(&kept, moment.now) {
        Some(Step::Remind(count)) => (Kind::Saved, Told::Reminders(count)),
        Some(Step::Warn) => (Kind::Expiring, Told::Warned(moment.now)),
        Some(Step::Erase) | None => return Ok(false),
    };
    store::draft_term::told(tx, id, told).await?;
    if let Some(loaded) = of_a_person(tx, draft.id).await? {
        write(office, tx, kind, &loaded, term, moment).await?;
    }
    if kind == Kind::Expiring {
        let (actor, commitments) = (&Actor::System, store::journal::of_draft(id, DUE));
        let entry = Entry { application: None, act: WARN_DRAFT, actor, at: moment.now, commitments };
        store::journal::append(tx, &entry, moment).await?;
    }
    Ok(true)
}

/// The draft, where a person can come back to it: a new request that nobody typed for them.
async fn of_a_person(tx: &mut Tx, id: DraftId) -> Result<Option<Loaded>, OfficeError> {
    let draft = store::draft::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if draft.amends.is_some() || draft.typed.is_some() {
        return Ok(None);
    }
    Ok(Some(drafts::load(tx, draft.account, id).await?))
}

/// Writes the letter, the ways the person wishes; the warning at least one way, since without it nothing may be erased.
async fn write(
    office: &Office,
    tx: &mut Tx,
    kind: Kind,
    loaded: &Loaded,
    term: &DraftTerm,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (draft, person) = (&loaded.draft, &loaded.person);
    let context = loaded.context(office, moment.now)?;
    let typed = service::answers::contacts(office.catalogue(), &Answers(draft.answers.clone()), &context);
    let takes_texts = typed.phone.as_ref().is_some_and(|phone| phone.takes_texts);
    let email = typed.email.or_else(|| person.email.clone());
    let phone = typed.phone.map(|phone| phone.e164).or_else(|| person.phone.clone());
    let reach = Reach { has_mail: email.is_some(), has_phone: phone.is_some(), takes_texts };
    let goes = ways(person.notice_wish, kind == Kind::Expiring, reach);
    let lang = person.notice_lang.unwrap_or(draft.language);
    let mission = draft.mission.as_ref().and_then(|id| office.catalogue().mission(id));
    let mission = mission.ok_or_else(|| Fault::Registers(format!("draft {}: its mission", draft.id)))?;
    let mut letters = vec![];
    let say = |part: &str, url: String| {
        let day = term.erase_at(&loaded.kept, moment.now).to_zoned(zone_of(mission)).date();
        let args: [(&str, Value); 4] = [
            ("reference", drafts::number(draft).into()),
            ("date", office.texts().date(lang, day).into()),
            ("url", url.into()),
            ("mission", mission.name.get(lang).into()),
        ];
        office.texts().f(lang, &format!("letter-{}-{part}", kind.as_str().replace('_', "-")), &args)
    };
    let own = format!("{}/{}/request/{}", office.settings().host, lang.tag(), draft.id);
    if let Some(email) = email.filter(|_| goes.mail) {
        letters.push((Channel::Email, email, (say("subject", own.clone()), say("body", own))));
    }
    // N01 is no text message: it is not worth one.
    if let Some(phone) = phone.filter(|_| goes.text && kind == Kind::Expiring) {
        let short = format!("{}/{}/services", office.settings().host, lang.tag());
        letters.push((Channel::Sms, phone, (String::new(), say("sms", short))));
    }
    for (channel, to, words) in letters {
        let id = moment.uuid(&format!("letter {} {} {}", kind.as_str(), channel.as_str(), draft.id));
        let letter = Letter::to_leave(id, kind.as_str(), (channel, &to), lang, words, moment.now);
        let letter = Letter { account: Some(draft.account), ..letter };
        store::draft_term::write_letter(tx, draft.id, &letter).await?;
    }
    Ok(())
}
