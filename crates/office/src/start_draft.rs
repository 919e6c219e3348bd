//! Request online: find the mission by residence and open a draft there.

use crate::{Office, OfficeError, drafts, permission};
use domain::actor::Actor;
use domain::country::CountryCode;
use domain::district::DistrictAnswer;
use domain::ids::{DraftId, MissionId};
use domain::lang::Lang;
use domain::moment::Moment;
use domain::request::MissionBasis;
use service::answers::MISSION_REASON;
use service::form::FieldKind;
use std::collections::BTreeMap;
use store::account::Account;
use store::draft::Draft;

/// Longest reason for another mission, characters.
pub const REASON_CHARS_MAX: usize = 1_000;
/// Unsent drafts of one account at a time.
pub const DRAFTS_MAX: usize = 20;

/// Opens a draft at the mission whose district covers `residence`, or at the one that was `chosen` where the split of the
/// country is not known.
///
/// # Errors
/// Findings at `mission`: `choose` when a choice is needed, `ask` when the country has no mission, `not-offered`; at `mission-reason`: `missing`,
/// `too-long`, where another mission is named than the register does.
pub async fn start_draft(
    office: &Office,
    actor: &Actor,
    lang: Lang,
    residence: &CountryCode,
    chosen: Option<&MissionId>,
    known: FirstAnswers,
    moment: &Moment,
) -> Result<DraftId, OfficeError> {
    let account = permission::applicant(actor)?;
    let because = known.0.get(MISSION_REASON).map(|text| text.trim()).unwrap_or_default();
    let (mission, basis) = resolve(office, residence, chosen, because)?;
    let mut answers = first_answers(office, residence, &known);
    if basis == MissionBasis::Objected {
        answers.insert(MISSION_REASON.to_owned(), because.to_owned());
    }
    let draft = Draft {
        id: DraftId(moment.uuid("draft")),
        account,
        service: office.catalogue().passport().id.clone(),
        revision: office.catalogue().passport().revision,
        language: lang,
        mission: Some(mission),
        mission_basis: Some(basis),
        answers,
        version: 1,
        created_at: moment.now,
        updated_at: moment.now,
        sent_as: None,
        amends: None,
        typed: None,
    };
    let (id, inner) = (draft.id, office.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let person = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
                drafts::known(&inner, &person)?;
                let draft = Draft { answers: with_contacts(draft.answers, &person), ..draft };
                if store::draft::of_account(tx, account).await?.len() >= DRAFTS_MAX {
                    return Err(OfficeError::finding("draft", "too-many"));
                }
                Ok(store::draft::insert(tx, &draft).await?)
            })
        })
        .await?;
    Ok(id)
}

/// The form's defaults and what is known already: nothing is asked twice.
pub(crate) fn first_answers(
    office: &Office,
    residence: &CountryCode,
    known: &FirstAnswers,
) -> BTreeMap<String, String> {
    let form = office.catalogue().form();
    let mut answers = form.defaults();
    for (name, value) in &known.0 {
        // Only what the form offers: the section's page still asks for the rest.
        let fits = form.field(name).is_some_and(|field| match field.kind {
            FieldKind::Choice => field.options.contains(value),
            FieldKind::Country => {
                CountryCode::parse(value).is_ok_and(|code| office.catalogue().country(code).is_some())
            }
            _ => false,
        });
        if fits {
            answers.set(name, value);
        }
    }
    answers.set("address-country", residence.as_str());
    answers.0
}

/// Where the account is reached already.
fn with_contacts(mut answers: BTreeMap<String, String>, person: &Account) -> BTreeMap<String, String> {
    for (name, known) in [("email", &person.email), ("phone", &person.phone)] {
        if let Some(known) = known {
            answers.entry(name.to_owned()).or_insert_with(|| known.clone());
        }
    }
    answers
}

/// Answers that were given before the draft was there, by the form's names; those that the form does not offer are left out.
#[derive(Clone, Debug, Default)]
pub struct FirstAnswers(pub BTreeMap<String, String>);

/// The mission of a residence: one, a stated choice, or a question.
pub fn resolve(
    office: &Office,
    residence: &CountryCode,
    chosen: Option<&MissionId>,
    because: &str,
) -> Result<(MissionId, MissionBasis), OfficeError> {
    match (office.catalogue().resolve(*residence), chosen) {
        (DistrictAnswer::One(mission), chosen) if chosen.is_none_or(|own| *own == mission) => {
            Ok((mission, MissionBasis::OnlyMission))
        }
        (DistrictAnswer::Choose(_), None) => Err(OfficeError::finding("mission", "choose")),
        (DistrictAnswer::Choose(missions), Some(chosen)) if missions.contains(chosen) => {
            Ok((chosen.clone(), MissionBasis::Chosen))
        }
        (DistrictAnswer::Ask, None) => Err(OfficeError::finding("mission", "ask")),
        (DistrictAnswer::Ask, Some(chosen)) if office.catalogue().mission(chosen).is_some() => {
            Ok((chosen.clone(), MissionBasis::Asked))
        }
        // The person knows better than the register, and says why: the officer decides.
        (DistrictAnswer::One(_) | DistrictAnswer::Choose(_), Some(chosen))
            if office.catalogue().mission(chosen).is_some() =>
        {
            match because.chars().count() {
                0 => Err(OfficeError::finding(MISSION_REASON, "missing")),
                count if count > REASON_CHARS_MAX => Err(OfficeError::finding(MISSION_REASON, "too-long")),
                _ => Ok((chosen.clone(), MissionBasis::Objected)),
            }
        }
        _ => Err(OfficeError::finding("mission", "not-offered")),
    }
}
