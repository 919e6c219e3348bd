//! Rules that look at several answers at once. Each finding names the field where the person can mend it.

use super::field::{read_date, read_iin, read_partial_date};
use super::{Answers, Finding, ParseContext};
use crate::catalogue::Catalogue;
use crate::texts::Value;
use domain::date::PartialDate;
use jiff::civil::Date;

/// Everything that is wrong across fields; the caller keeps what is about fields that are asked and are fine by themselves.
pub fn findings(catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Vec<Finding> {
    let today = context.today(catalogue);
    let mut found = Vec::new();
    reach(answers, &mut found);
    person(answers, context, today, &mut found);
    death(answers, today, &mut found);
    basis(answers, today, &mut found);
    for name in ["kinship-issued-on", "attorney-issued-on"] {
        not_future(name, read_date(answers, name).ok(), today, &mut found);
    }
    found
}

/// Somebody must be reachable: an email address, or text messages.
fn reach(answers: &Answers, found: &mut Vec<Finding>) {
    if answers.get("phone-texts") == "no" && answers.tidy("email").is_empty() {
        found.push(Finding::new("email", "empty"));
    }
}

fn person(answers: &Answers, context: &ParseContext, today: Date, found: &mut Vec<Finding>) {
    if answers.tidy("deceased-surname").is_empty() && answers.tidy("deceased-given").is_empty() {
        found.push(Finding::new("deceased-given", "empty"));
    }
    let unknown = answers.get("deceased-iin-unknown") == "yes";
    match (answers.tidy("deceased-iin").is_empty(), unknown) {
        (true, false) => found.push(Finding::new("deceased-iin", "empty")),
        (false, true) => found.push(Finding::new("deceased-iin", "both")),
        _ => {}
    }
    if read_iin(answers.get("deceased-iin"), context).is_ok_and(|iin| iin == context.applicant.iin) {
        found.push(Finding::new("deceased-iin", "applicant"));
    }
    let born = read_partial_date(answers, "deceased-born").ok();
    not_future("deceased-born", born.map(PartialDate::earliest), today, found);
}

/// Not in the future, not before birth; partial only where the paper shows no more; not in Kazakhstan.
fn death(answers: &Answers, today: Date, found: &mut Vec<Finding>) {
    if answers.get("death-country") == "KZ" {
        found.push(Finding::new("death-country", "kazakhstan"));
    }
    let Ok(died) = read_partial_date(answers, "death-date") else { return };
    let whole = read_date(answers, "death-date");
    if let (Err(error), false) = (whole, answers.get("death-date-partial") == "yes") {
        found.push(Finding::new("death-date", error.code()));
        return;
    }
    not_future("death-date", Some(died.earliest()), today, found);
    let known = answers.get("deceased-known") == "yes";
    match read_partial_date(answers, "deceased-born") {
        Ok(born) if known && died.latest() < born.earliest() => {
            found.push(Finding::new("death-date", "before-birth").with("date", Value::PartialDate(born)));
        }
        _ => {}
    }
}

/// The paper: of an accepted kind, issued between the death and today; a court decision in force.
fn basis(answers: &Answers, today: Date, found: &mut Vec<Finding>) {
    if answers.get("basis") == "local_death_certificate" {
        found.push(Finding::new("basis", "not-accepted"));
    }
    let issued = read_date(answers, "medical-issued-on").ok();
    not_future("medical-issued-on", issued, today, found);
    // A date of death in the future has its own finding; no second one follows from it.
    let died = read_partial_date(answers, "death-date").ok().filter(|died| died.earliest() <= today);
    match (issued, died) {
        (Some(issued), Some(died)) if issued < died.earliest() => {
            let finding = Finding::new("medical-issued-on", "before-death");
            found.push(finding.with("date", Value::PartialDate(died)));
        }
        _ => {}
    }
    let decided = read_date(answers, "court-decided-on").ok();
    let in_force = read_date(answers, "court-in-force-on").ok();
    not_future("court-decided-on", decided, today, found);
    not_future("court-in-force-on", in_force, today, found);
    match (decided, in_force) {
        (Some(decided), Some(in_force)) if in_force < decided => {
            let finding = Finding::new("court-in-force-on", "before-decision");
            found.push(finding.with("date", Value::Date(decided)));
        }
        _ => {}
    }
}

fn not_future(name: &str, date: Option<Date>, today: Date, found: &mut Vec<Finding>) {
    if date.is_some_and(|date| date > today) {
        found.push(Finding::new(name, "future").with("today", Value::Date(today)));
    }
}
