//! Synthetic cases, for measuring a full desk and for learning on one. In a demonstration only.
//!
//! They were never sent: no file was signed and no letter went out. The journal has a chain for those that are open, so that they can be
//! worked on, and none for the others, so that `elshi journal verify` names them. Names, dates and IINs are made up; the IINs have right check digits.

use crate::{Fault, Office, OfficeError};
use domain::actor::Actor;
use domain::application::{CertificateStage, Correction, CorrectionItem, Handover, State};
use domain::certificate::{ActRecord, CertificateNumber};
use domain::confirmation::ConfirmationKind;
use domain::ids::{AccountId, ApplicationId, DraftId, MissionId, OfficerId};
use domain::iin::Iin;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::name::PersonName;
use domain::receiver::Receiver;
use domain::reference::Reference;
use domain::refusal::Ground;
use domain::request::{MissionBasis, Request};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::collections::BTreeMap;
use store::account::Account;
use store::application::Application;
use store::draft::Draft;
use store::{BlobKey, Tx};

/// Cases of one transaction.
const AT_ONCE: u64 = 500;
/// Cases of one account.
const PER_ACCOUNT: u64 = 50;
/// The cases come from so many days.
const DAYS: u64 = 1_000;
/// Cases that are still open, at most.
const OPEN_MAX: u64 = 2_000;
/// In place of every file and every proof.
const FILE: &[u8] = b"Elshi: a synthetic case has no file.\n";

const SURNAMES: [&str; 32] = [
    "Ахметов",
    "Оспанов",
    "Сәрсенов",
    "Жұмабаев",
    "Нұрланов",
    "Әлиев",
    "Қасымов",
    "Смағұлов",
    "Тоқтаров",
    "Бекетов",
    "Ибраев",
    "Мұратов",
    "Ермеков",
    "Сейітов",
    "Қайратов",
    "Дәулетов",
    "Омаров",
    "Садықов",
    "Тілеубаев",
    "Шәріпов",
    "Хасенов",
    "Рахимов",
    "Байжанов",
    "Есенов",
    "Мәдиев",
    "Молдабаев",
    "Төлегенов",
    "Искаков",
    "Құдайбергенов",
    "Абдрахманов",
    "Ғабдуллин",
    "Юсупов",
];
const GIVEN: [&str; 24] = [
    "Ержан",
    "Нұрлан",
    "Серік",
    "Қанат",
    "Бауыржан",
    "Асқар",
    "Дәурен",
    "Мұрат",
    "Әлихан",
    "Тимур",
    "Арман",
    "Ғалым",
    "Айгүл",
    "Әйгерім",
    "Гүлнар",
    "Сәуле",
    "Жанар",
    "Дина",
    "Мәдина",
    "Ұлжан",
    "Зарина",
    "Алма",
    "Раушан",
    "Күләш",
];
/// The first that are names of men.
const MEN: usize = 12;

/// Adds `count` cases to those there are; `told` hears how many there are after each transaction.
///
/// # Errors
/// Faults of the store.
pub async fn fill(office: &Office, count: u64, moment: &Moment, told: impl Fn(u64)) -> Result<(), OfficeError> {
    let file = office.store().keep(FILE.to_vec()).await?;
    let missions: Vec<MissionId> = office.catalogue().missions().iter().map(|mission| mission.id.clone()).collect();
    if missions.is_empty() {
        return Err(Fault::Registers("no mission".to_owned()).into());
    }
    let all = store::queue::Tab::All;
    let there = office.read(move |tx| Box::pin(async move { Ok(store::queue::count(tx, None, all, i64::MAX).await?) }));
    let first = u64::try_from(there.await?).unwrap_or(0);
    let mut next = 0;
    while next < count {
        let until = count.min(next + AT_ONCE);
        let making = Making { office: office.clone(), first, count, moment: moment.clone(), file: file.clone() };
        let missions = missions.clone();
        office
            .write(move |tx| {
                Box::pin(async move {
                    for number in next..until {
                        making.add(tx, number, &missions).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        next = until;
        told(next);
    }
    Ok(())
}

struct Making {
    office: Office,
    /// Cases that were there before: references and IINs go on from here.
    first: u64,
    count: u64,
    moment: Moment,
    file: BlobKey,
}

impl Making {
    async fn add(&self, tx: &mut Tx, number: u64, missions: &[MissionId]) -> Result<(), OfficeError> {
        let random = self.moment.bytes(&format!("case {number}"));
        let account = AccountId(self.moment.uuid(&format!("account {}", number / PER_ACCOUNT)));
        let [applicant, deceased] = [name(&random, 0), name(&random, 6)];
        if number.is_multiple_of(PER_ACCOUNT) {
            let person = self.person(account, applicant.clone());
            store::account::insert(tx, &person).await?;
        }
        // A third comes to one mission, as Berlin has it; the rest is spread.
        let berlin = missions.iter().find(|mission| mission.0 == "berlin").filter(|_| number.is_multiple_of(3));
        let mission = berlin.or_else(|| missions.get(drawn(&random, 12) % missions.len()));
        let mission = mission.ok_or_else(|| Fault::Registers("no mission".to_owned()))?.clone();
        let sent_at = self.sent_at(number);
        let place = self.first + number;
        let iins = [iin(&self.office, place * 2)?, iin(&self.office, place * 2 + 1)?];
        let request = request(&self.office, &mission, [&applicant, &deceased], iins, sent_at)?;
        let draft = Draft {
            id: DraftId(self.moment.uuid(&format!("draft {number}"))),
            account,
            service: request.service.clone(),
            revision: request.revision,
            language: Lang::Kk,
            mission: Some(mission.clone()),
            mission_basis: Some(MissionBasis::OnlyMission),
            answers: BTreeMap::new(),
            version: 1,
            created_at: sent_at,
            updated_at: sent_at,
            sent_as: None,
            amends: None,
            typed: None,
        };
        store::draft::insert(tx, &draft).await?;
        let state = self.state(number, sent_at)?;
        let case = Application {
            id: ApplicationId(self.moment.uuid(&format!("application {number}"))),
            reference: reference(place, sent_at),
            account,
            draft: draft.id,
            mission,
            channel: domain::deadline::Channel::Portal,
            version: 1,
            sent_at,
            registration_date: request.date,
            due_at: sent_at + SignedDuration::from_hours(24),
            term_met_at: (!state.kind().term_runs()).then(|| sent_at + SignedDuration::from_hours(8)),
            state,
            file: self.file.clone(),
            confirmation: ConfirmationKind::Otp,
            proof: self.file.clone(),
            proof_detail: json!({}),
            language: request.language,
            request,
            assignee: None,
        };
        store::application::insert(tx, &case).await?;
        // Nobody is written to.
        store::application::note_overdue(tx, case.id, true).await?;
        if case.state.kind().is_final() { Ok(()) } else { self.enter(tx, &case).await }
    }

    fn person(&self, id: AccountId, name: PersonName) -> Account {
        Account {
            id,
            iin: None,
            iin_proven: false,
            name: Some(name),
            phone: None,
            email: None,
            lang: Lang::Kk,
            notice_wish: None,
            notice_lang: None,
            created_at: self.moment.now,
        }
    }

    /// The first entry of an open case: whoever grants it has a request that the journal vouches for.
    async fn enter(&self, tx: &mut Tx, case: &Application) -> Result<(), OfficeError> {
        let entry = store::journal::Entry {
            application: Some(case.id),
            act: store::journal::SEND,
            actor: &Actor::Applicant(case.account),
            at: case.sent_at,
            commitments: store::journal::sending(case)?,
        };
        store::journal::append(tx, &entry, &self.moment).await?;
        Ok(())
    }

    /// The last one now, the first one [`DAYS`] ago.
    fn sent_at(&self, number: u64) -> Timestamp {
        let seconds = (self.count - number) * DAYS * 86_400 / self.count.max(1);
        let back = SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX));
        self.moment.now.checked_sub(back).unwrap_or(self.moment.now)
    }

    fn state(&self, number: u64, sent_at: Timestamp) -> Result<State, OfficeError> {
        let record = || ActRecord {
            number: format!("R-{number}"),
            date: sent_at.to_zoned(jiff::tz::TimeZone::UTC).date(),
            made_by: OfficerId(uuid::Uuid::nil()),
        };
        let certificate = || CertificateNumber(format!("C-{number}"));
        let open = self.count - number <= OPEN_MAX.min(self.count / 5);
        Ok(match (open, number % 5) {
            (true, 0) => State::Submitted,
            (true, 1 | 2) => State::InReview { registered_at: sent_at },
            (true, 3) => {
                let item = CorrectionItem { section: "documents".to_owned(), said: "Екінші бет".to_owned() };
                let until = sent_at + SignedDuration::from_hours(72);
                let asked = Correction::ask(vec![item], until, sent_at).map_err(OfficeError::NotOpen)?;
                State::CorrectionRequested { registered_at: sent_at, correction: asked }
            }
            (true, _) => State::Granted {
                record: record(),
                certificate: CertificateStage::Issued { number: certificate(), paper_sha256: self.file.0.clone() },
            },
            (false, 0) => State::Refused {
                grounds: vec![Ground::UnreliableDocuments],
                reasons: "—".to_owned(),
                refused_at: sent_at,
            },
            (false, _) => State::Collected {
                record: record(),
                number: certificate(),
                handover: Handover {
                    at: sent_at,
                    receiver: Receiver::CloseRelative { name: "—".to_owned() },
                    identity_document: "passport".to_owned(),
                    identity_number: "N0".to_owned(),
                    originals_seen: true,
                    surrendered: String::new(),
                    blank: None,
                },
            },
        })
    }
}

/// Six letters hold two to the thirtieth: drawn, a hundred thousand cases would meet. An odd factor never brings two numbers together.
fn reference(number: u64, sent_at: Timestamp) -> String {
    let spread = number.wrapping_mul(0x2545_F491);
    let mut letters = [0; 32];
    for (place, letter) in letters.iter_mut().take(6).enumerate() {
        *letter = u8::try_from((spread >> (5 * place)) & 31).unwrap_or(0);
    }
    Reference::make(sent_at.to_zoned(jiff::tz::TimeZone::UTC).year(), &letters).to_string()
}

/// A number from two bytes of what was drawn.
fn drawn(random: &[u8; 32], place: usize) -> usize {
    let byte = |place: usize| random.get(place).copied().map_or(0, usize::from);
    byte(place) * 256 + byte(place + 1)
}

fn name(random: &[u8; 32], place: usize) -> PersonName {
    let (surname, given, father) = (drawn(random, place), drawn(random, place + 2), drawn(random, place + 4));
    let (surname, given) = (SURNAMES[surname % SURNAMES.len()], given % GIVEN.len());
    let is_man = given < MEN;
    PersonName {
        surname: if is_man { surname.to_owned() } else { format!("{surname}а") },
        given: GIVEN[given].to_owned(),
        patronymic: Some(format!("{}{}", GIVEN[father % MEN], if is_man { "ұлы" } else { "қызы" })),
        latin: None,
    }
}

/// The IIN number `number` of its own: a day of birth, a serial number, and the digit that is right.
fn iin(office: &Office, number: u64) -> Result<Iin, OfficeError> {
    let (day, serial) = (number % 10_000, number / 10_000);
    let born = format!("{:02}{:02}{:02}", 40 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
    let mut tries = (0..10_000_u64).flat_map(|turn| (0..10).map(move |last| (turn, last)));
    let found = tries.find_map(|(turn, last)| {
        let text = format!("{born}4{:04}{last}", (serial + turn * 100) % 10_000);
        Iin::parse(&text, office.iin_rules()).ok()
    });
    found.ok_or_else(|| Fault::Broken("no IIN".to_owned()).into())
}

fn request(
    office: &Office,
    mission: &MissionId,
    [applicant, deceased]: [&PersonName; 2],
    [applicant_iin, iin]: [Iin; 2],
    sent_at: Timestamp,
) -> Result<Request, OfficeError> {
    let country = office.catalogue().mission(mission).map(|own| own.country.to_string()).unwrap_or_default();
    let date = sent_at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let passport = office.catalogue().passport();
    let made = serde_json::from_value(json!({
        "service": passport.id, "revision": passport.revision, "language": "kk", "mission": mission,
        "mission_basis": "only_mission",
        "applicant": {
            "name": applicant, "iin": applicant_iin, "iin_proven": false,
            "address": {"country": country, "line1": "1", "line2": "", "city": "—", "postal_code": ""},
            "phone": {"e164": "+77010000000", "typed": "+7 701 000 00 00", "takes_texts": false}, "email": null,
            "relation": {"kind": "child"}, "principal": null
        },
        "deceased": {
            "kind": "identified", "name": deceased, "iin": iin, "sex": "male", "born": "1950", "birth_country": null,
            "birth_place": "", "citizenship": "KZ", "ethnicity": null, "residence": "—", "marital_status": "unknown"
        },
        "death": {"date": date.to_string(), "country": country, "place": "—"},
        "basis": {"kind": "medical", "issued_by": "—", "number": "1", "issued_on": date.to_string()},
        "cause": {"kind": "copy_from_paper"}, "certificate_language": "kk",
        "surrendered": {"identity_document": "", "identity_document_missing": "lost", "military_id": false},
        "collector": {"kind": "applicant"}, "documents": [],
        "consent": {"text_version": office.catalogue().consents().newest().version}, "date": date
    }));
    made.map_err(|error| Fault::Broken(format!("synthetic request: {error}")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_cases_have_one_reference() {
        let all: std::collections::BTreeSet<String> =
            (0..20_000).map(|n| reference(n, Timestamp::UNIX_EPOCH)).collect();
        assert_eq!(all.len(), 20_000);
    }

    #[test]
    fn names_are_of_one_kind_throughout() {
        let mut random = [0; 32];
        random[3] = u8::try_from(MEN).unwrap();
        let her = name(&random, 0);
        assert!(her.surname.ends_with('а') && her.patronymic.unwrap().ends_with("қызы"));
        let him = name(&[0; 32], 0);
        assert!(him.surname.ends_with('в') && him.patronymic.unwrap().ends_with("ұлы"));
    }
}
