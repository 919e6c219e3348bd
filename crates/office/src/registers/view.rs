//! What an administrator and an auditor read of the registers: the files in force, what was changed, what a change would do.

use super::decide::may_withdraw;
use super::edition::{self, Edition};
use super::name_of;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::consent::ConsentText;
use domain::country::CountryCode;
use domain::district::DistrictAnswer;
use domain::ids::{MissionId, OfficerId};
use domain::paper::OfficerLine;
use jiff::Timestamp;
use service::Catalogue;
use service::catalogue::CHANGEABLE;
use service::difference::{self, Changed};
use store::Tx;
use store::register::Stage;
use uuid::Uuid;

/// Most changes on the list.
const CHANGES_MAX: i64 = 100;

/// The first page of the registers.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Files, in the order of the list.
    pub files: Vec<FileLine>,
    /// The newest changes first.
    pub changes: Vec<Change>,
    /// May make and decide changes.
    pub keeps: bool,
}

/// A file in force.
#[derive(Clone, Debug)]
pub struct FileLine {
    /// `missions.csv`.
    pub name: &'static str,
    /// Lines.
    pub lines: usize,
    /// Facts in it that are not confirmed.
    pub unverified: usize,
    /// Differs from what is shipped.
    pub changed: bool,
    /// The release has another file than the one that the first change was made from: the change hides it.
    pub is_behind: bool,
}

/// A change with who made and who decided it.
#[derive(Clone, Debug)]
pub struct Change {
    /// Id.
    pub id: Uuid,
    /// Why.
    pub reason: String,
    /// How far.
    pub stage: Stage,
    /// Its maker.
    pub drafted_by: OfficerLine,
    /// When.
    pub drafted_at: Timestamp,
    /// In force from then.
    pub from: Option<Timestamp>,
    /// Who decided.
    pub decided_by: Option<OfficerLine>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// What they said.
    pub word: String,
    /// The reader made it.
    pub is_mine: bool,
}

/// A change opened.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The change.
    pub change: Change,
    /// Each of its files with what differs.
    pub files: Vec<(String, Vec<Changed>)>,
    /// Countries that another mission would serve: who does before, who after.
    pub moved: Vec<(CountryCode, DistrictAnswer, DistrictAnswer)>,
    /// Letters that it changes, as they would be read.
    pub letters: Vec<super::letters::Read>,
    /// The text of the consent that it would show, where that is a new one.
    pub consent: Option<ConsentText>,
    /// May decide and make changes.
    pub keeps: bool,
    /// May take it back.
    pub may_withdraw: bool,
}

/// A country with who serves it.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The country.
    pub country: CountryCode,
    /// Who serves it.
    pub answer: DistrictAnswer,
}

/// The files and the changes.
///
/// # Errors
/// `NotAllowed` but for administrators of the whole installation and auditors of all missions.
pub async fn overview(office: &Office, actor: &Actor) -> Result<Overview, OfficeError> {
    permission::reads_registers(actor)?;
    let me = permission::staff(actor)?;
    let inner = office.clone();
    let (changes, behind) = office
        .read(move |tx| {
            Box::pin(async move {
                let mut lines = vec![];
                for own in store::register::newest(tx, CHANGES_MAX).await? {
                    lines.push(line(tx, own, me).await?);
                }
                Ok((lines, edition::behind(&inner, tx).await?))
            })
        })
        .await?;
    let files = CHANGEABLE.into_iter().map(|path| file_line(office, path, &behind)).collect();
    Ok(Overview { files, changes, keeps: permission::keeps_registers(actor).is_ok() })
}

/// The bytes of a file in force, for download.
///
/// # Errors
/// As [`overview`]; `NotFound` for a name that is none of them.
pub fn current_file(office: &Office, actor: &Actor, name: &str) -> Result<Vec<u8>, OfficeError> {
    permission::reads_registers(actor)?;
    let path = super::path_of(name).ok_or(OfficeError::NotFound)?;
    office.edition().files.get(&path).cloned().ok_or(OfficeError::NotFound)
}

/// A change with what it does: a draft over what is agreed now, a decided one over what it was made from.
///
/// # Errors
/// As [`overview`]; `NotFound`, also for another's draft.
pub async fn change(office: &Office, actor: &Actor, id: Uuid, now: Timestamp) -> Result<Shown, OfficeError> {
    permission::reads_registers(actor)?;
    let keeps = permission::keeps_registers(actor).is_ok();
    let me = permission::staff(actor)?;
    let inner = office.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let own = store::register::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if own.stage == Stage::Draft && own.drafted_by != me {
                    return Err(OfficeError::NotFound);
                }
                let mut files = store::register::files(tx, id).await?;
                for file in &mut files {
                    file.content = edition::resolved(&inner, &file.path, std::mem::take(&mut file.content));
                }
                let edition = own.edition.unwrap_or(i64::MAX);
                let base = edition::composed(&inner, tx, |other| other.edition.is_some_and(|n| n < edition)).await?;
                let mut after = base.files.clone();
                after.extend(files.iter().map(|file| (file.path.clone(), file.content.clone())));
                let differences = files.iter().map(|file| {
                    let before = base.files.get(&file.path).map(Vec::as_slice).unwrap_or_default();
                    (name_of(&file.path).to_owned(), difference::between(&file.path, before, &file.content))
                });
                let differences = differences.collect();
                // One that does not fit any more moves nobody.
                let loaded = Catalogue::load(&after).ok();
                let moved = loaded.as_ref().map(|after| moved(&base, after)).unwrap_or_default();
                let consent = loaded.map(|after| after.consents().newest().clone());
                let consent = consent.filter(|text| text != base.catalogue.consents().newest());
                let may_withdraw = keeps && may_withdraw(tx, &own, me, now).await?;
                let letters = super::letters::of_change(&inner, &after, &files);
                let change = line(tx, own, me).await?;
                Ok(Shown { change, files: differences, moved, letters, consent, keeps, may_withdraw })
            })
        })
        .await
}

/// A file of a change whole, for who decides about it.
///
/// # Errors
/// As [`change`]; `NotFound` for a file that it does not have.
pub async fn file_of_change(office: &Office, actor: &Actor, id: Uuid, name: &str) -> Result<Vec<u8>, OfficeError> {
    permission::reads_registers(actor)?;
    let (me, name) = (permission::staff(actor)?, name.to_owned());
    office
        .read(move |tx| {
            Box::pin(async move {
                let own = store::register::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if own.stage == Stage::Draft && own.drafted_by != me {
                    return Err(OfficeError::NotFound);
                }
                let mut files = store::register::files(tx, id).await?.into_iter();
                let file = files.find(|file| name_of(&file.path) == name).ok_or(OfficeError::NotFound)?;
                Ok(file.content)
            })
        })
        .await
}

/// Every country with who serves it.
///
/// # Errors
/// As [`overview`].
pub fn coverage(office: &Office, actor: &Actor) -> Result<Vec<Answered>, OfficeError> {
    permission::reads_registers(actor)?;
    let catalogue = office.catalogue();
    let answered = |country: &CountryCode| Answered { country: *country, answer: catalogue.resolve(*country) };
    Ok(catalogue.countries().keys().map(answered).collect())
}

fn moved(base: &Edition, after: &Catalogue) -> Vec<(CountryCode, DistrictAnswer, DistrictAnswer)> {
    let both = base.catalogue.countries().keys().map(|own| (*own, base.catalogue.resolve(*own), after.resolve(*own)));
    both.filter(|(_, before, after)| served(before) != served(after)).collect()
}

fn served(answer: &DistrictAnswer) -> Vec<&MissionId> {
    match answer {
        DistrictAnswer::One(one) => vec![one],
        DistrictAnswer::Choose(many) => many.iter().collect(),
        DistrictAnswer::Ask => vec![],
    }
}

fn file_line(office: &Office, path: &'static str, behind: &[String]) -> FileLine {
    let now = office.edition().files.get(path);
    let lines = now.map_or(0, |bytes| bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count());
    FileLine {
        name: name_of(path),
        lines,
        unverified: office.catalogue().unverified().iter().filter(|fact| fact.file == path).count(),
        changed: now != office.parts().files.get(path),
        is_behind: behind.iter().any(|own| own == path),
    }
}

async fn line(tx: &mut Tx, own: store::register::Change, me: OfficerId) -> Result<Change, OfficeError> {
    let decided_by = match own.decided_by {
        Some(who) => Some(name(tx, who).await?),
        None => None,
    };
    Ok(Change {
        id: own.id,
        reason: own.reason,
        stage: own.stage,
        drafted_by: name(tx, own.drafted_by).await?,
        drafted_at: own.drafted_at,
        from: own.from,
        decided_by,
        decided_at: own.decided_at,
        word: own.word,
        is_mine: own.drafted_by == me,
    })
}

async fn name(tx: &mut Tx, who: OfficerId) -> Result<OfficerLine, OfficeError> {
    let found = store::officer::get(tx, who).await?.ok_or(OfficeError::NotFound)?;
    Ok(found.line)
}
