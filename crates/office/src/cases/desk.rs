//! What the desk keeps for itself beside a case: comparisons, notes, conflicts, what other bodies were told. No page of an applicant reads it.

use crate::{OfficeError, account_blank, print_on_blank};
use domain::actor::Actor;

use domain::paper::OfficerLine;
use store::Tx;
use store::application::Application;
use store::comparison::Comparison;
use store::note::Note;

/// What the desk keeps for itself beside a case.
#[derive(Clone, Debug)]
pub struct DeskView {
    /// The last comparison with the papers, and who made it.
    pub comparison: Option<(Comparison, Option<OfficerLine>)>,
    /// Internal notes, the first one first, and who wrote them.
    pub notes: Vec<(Note, Option<OfficerLine>)>,
    /// What other bodies were told, or are to be told.
    pub outgoing: Vec<store::outgoing::Notice>,
    /// Who may not decide it: what was said, of whom and by whom, the first word first.
    pub conflicts: Vec<(store::conflict::Said, Option<OfficerLine>, Option<OfficerLine>)>,
    /// What was said of annulling its record, and by whom, the first word first.
    pub annulments: Vec<(store::annulment::Said, Option<OfficerLine>)>,
    /// Blanks that the case took, the first one first.
    pub blanks: Vec<store::blank::Used>,
    /// The mission keeps a stock of blanks.
    pub has_stock: bool,
    /// The reader may print the certificate on a blank, write one off, or say what became of an annulled one, now.
    pub may_print: bool,
}

/// Acts of the desk for itself.
pub(super) const OWN_ACTS: [&str; 14] = [
    "propose_slip",
    "decline_slip",
    store::journal::PROPOSE_ANNULMENT,
    store::journal::DECLINE_ANNULMENT,
    store::journal::COMPARE,
    store::journal::NOTE,
    store::journal::TELL_STAFF,
    store::journal::JUDGE_SAMPLE,
    store::journal::READ_SAMPLE,
    store::journal::JUDGE_LIKENESS,
    store::journal::CONFLICT,
    store::journal::TAKE_BLANK,
    store::journal::SPOIL_BLANK,
    store::journal::ACCOUNT_BLANK,
];

/// Loads it.
pub(super) async fn desk(tx: &mut Tx, actor: &Actor, case: &Application) -> Result<DeskView, OfficeError> {
    let id = case.id;
    let comparison = match store::comparison::last(tx, id).await? {
        Some(own) => Some((own.clone(), store::officer::get(tx, own.officer).await?.map(|person| person.line))),
        None => None,
    };
    let mut notes = vec![];
    for own in store::note::of(tx, id).await? {
        let officer = store::officer::get(tx, own.officer).await?;
        notes.push((own, officer.map(|person| person.line)));
    }
    let mut conflicts = vec![];
    for own in store::conflict::of(tx, id).await? {
        let of = store::officer::get(tx, own.officer).await?.map(|person| person.line);
        let by = store::officer::get(tx, own.said_by).await?.map(|person| person.line);
        conflicts.push((own, of, by));
    }
    let mut annulments = vec![];
    for own in store::annulment::of(tx, id).await? {
        let by = store::officer::get(tx, own.said_by).await?.map(|person| person.line);
        annulments.push((own, by));
    }
    let outgoing = store::outgoing::of(tx, id).await?;
    let blanks = store::blank::of_case(tx, id).await?;
    let has_stock = store::blank::has_stock(tx, &case.mission).await?;
    let may_print = has_stock && print_on_blank::is_open(tx, actor, case).await.is_ok()
        || account_blank::blank(tx, actor, case).await?.is_some();
    Ok(DeskView { comparison, notes, outgoing, conflicts, annulments, blanks, has_stock, may_print })
}

/// Family Code 179(4).
pub(super) fn is_barred(actor: &Actor, desk: Option<&DeskView>) -> bool {
    let (Actor::Staff { officer, .. }, Some(desk)) = (actor, desk) else { return false };
    let said: Vec<store::conflict::Said> = desk.conflicts.iter().map(|(own, ..)| own.clone()).collect();
    store::conflict::bars(&said, *officer)
}
