//! One row of a register by a form: the same change as a whole file, made of the file agreed last with that row put in, altered or taken out.
//! Rows that one administrator changes one after another stay in one draft, as long as it is their draft.

use super::draft::{File, Misfit};
use super::edition::{self, Edition};
use super::name_of;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::moment::Moment;
use service::rows::{Row, Table, rows, table, with};
use store::register::Stage;
use uuid::Uuid;

/// Changes among which one's own draft is looked for.
const LOOKED_AT_MAX: i64 = 100;
/// Most rows that are shown at once; a search finds the others.
pub const ROWS_MAX: usize = 200;

/// Rows of a table.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The table.
    pub table: &'static Table,
    /// Those that were looked for.
    pub rows: Vec<Row>,
    /// How many there are of these.
    pub found: usize,
    /// The reader's own draft that they stand in.
    pub draft: Option<Uuid>,
    /// May change them.
    pub keeps: bool,
}

/// A row to be changed.
#[derive(Clone, Debug)]
pub struct Open {
    /// The table.
    pub table: &'static Table,
    /// The row; `None`: a new one.
    pub row: Option<Row>,
    /// May change it.
    pub keeps: bool,
}

/// What the form leads to.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// This row.
    Cells(Vec<String>),
    /// No such row.
    End,
}

/// The rows that hold every word of `search`, in the order of the file agreed last.
///
/// # Errors
/// `NotAllowed` but for who reads the registers; `NotFound` for what is no table.
pub async fn list(office: &Office, actor: &Actor, name: &str, search: &str) -> Result<Listed, OfficeError> {
    permission::reads_registers(actor)?;
    let table = table(name).ok_or(OfficeError::NotFound)?;
    let now = newest(office, actor, table).await?;
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let mut all = rows(&now.bytes);
    all.retain(|row| {
        let text = row.cells.join(" ").to_lowercase();
        words.iter().all(|word| text.contains(word))
    });
    let found = all.len();
    all.truncate(ROWS_MAX);
    Ok(Listed { table, rows: all, found, draft: now.draft, keeps: permission::keeps_registers(actor).is_ok() })
}

/// A row by its id; `new` for one that is not there yet.
///
/// # Errors
/// As [`list`]; `NotFound` also for a row that was changed meanwhile.
pub async fn open(office: &Office, actor: &Actor, name: &str, id: &str) -> Result<Open, OfficeError> {
    permission::reads_registers(actor)?;
    let table = table(name).ok_or(OfficeError::NotFound)?;
    let keeps = permission::keeps_registers(actor).is_ok();
    if id == NEW {
        permission::keeps_registers(actor)?;
        return Ok(Open { table, row: None, keeps });
    }
    let now = newest(office, actor, table).await?;
    let row = rows(&now.bytes).into_iter().find(|row| row.id == id).ok_or(OfficeError::NotFound)?;
    Ok(Open { table, row: Some(row), keeps })
}

/// Id of a row that is not there yet.
pub const NEW: &str = "new";

/// Keeps a draft with this row.
///
/// # Errors
/// As [`open`]; `NotOpen` for the end of a row that may not end. What is wrong is the inner answer, findings by the names of columns.
pub async fn draft(
    office: &Office,
    actor: &Actor,
    (name, id): (&str, &str),
    wanted: Wanted,
    reason: String,
    moment: &Moment,
) -> Result<Result<Uuid, Misfit>, OfficeError> {
    permission::keeps_registers(actor)?;
    let table = table(name).ok_or(OfficeError::NotFound)?;
    let now = newest(office, actor, table).await?;
    let all = rows(&now.bytes);
    let old = all.iter().find(|row| row.id == id);
    if old.is_none() && id != NEW {
        return Err(OfficeError::NotFound);
    }
    let new = match wanted {
        Wanted::End if old.is_none() || !table.may_end => return Err(OfficeError::NotOpen(NotOpen::Act)),
        Wanted::End => None,
        Wanted::Cells(cells) => {
            let found = table.check(&cells, &now.edition.catalogue);
            if !found.is_empty() {
                return Ok(Err(Misfit::Findings(found)));
            }
            Some(cells)
        }
    };
    if old.map(|row| &row.cells) == new.as_ref() && old.is_some() {
        return Ok(Err(Misfit::Findings(vec![service::Finding::new("files", "same")])));
    }
    let file = File { name: name_of(table.path).to_owned(), bytes: with(&now.bytes, old, new.as_deref()) };
    match now.draft {
        Some(id) => super::draft::redraft(office, actor, id, file, reason, moment).await,
        None => super::draft(office, actor, vec![file], reason, moment).await,
    }
}

/// The table that a form begins with.
struct Newest {
    edition: Edition,
    bytes: Vec<u8>,
    /// The reader's own draft that these bytes are of.
    draft: Option<Uuid>,
}

/// The file agreed last, or the reader's own draft of exactly it.
async fn newest(office: &Office, actor: &Actor, table: &'static Table) -> Result<Newest, OfficeError> {
    let me = permission::staff(actor)?;
    let inner = office.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let edition = edition::composed(&inner, tx, |_| true).await?;
                let bytes = edition.files.get(table.path).cloned().unwrap_or_default();
                let base = edition::sha256(&bytes);
                let newest = store::register::newest(tx, LOOKED_AT_MAX).await?;
                for own in newest.iter().filter(|own| own.stage == Stage::Draft && own.drafted_by == me) {
                    let files = store::register::files(tx, own.id).await?;
                    if let Some(file) = files.into_iter().find(|file| file.path == table.path && file.base == base) {
                        return Ok(Newest { edition, bytes: file.content, draft: Some(own.id) });
                    }
                }
                Ok(Newest { edition, bytes, draft: None })
            })
        })
        .await
}
