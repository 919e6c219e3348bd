//! A person who signed in by phone states name and IIN. The IIN is declared, not proven: it blocks nobody, shows nothing of
//! anybody else, and is looked at again at the handover (DECISIONS.md, Identity).

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::iin::Iin;
use domain::name::{NamePart, PersonName, TypedName};
use service::Finding;

/// What the person typed.
#[derive(Clone, Debug, Default)]
pub struct IdentityInput {
    /// Surname; may be empty.
    pub surname: String,
    /// Given name.
    pub given: String,
    /// Patronymic; may be empty.
    pub patronymic: String,
    /// IIN.
    pub iin: String,
}

/// Stores name and IIN of a phone account.
///
/// # Errors
/// Findings at `identity-surname`, `identity-given`, `identity-patronymic`, `identity-iin`; `NotAllowed` for an account whose
/// IIN an EDS proved.
pub async fn declare_identity(office: &Office, actor: &Actor, input: IdentityInput) -> Result<(), OfficeError> {
    let account = permission::applicant(actor)?;
    let (name, iin) = parse(office, &input)?;
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut own = store::account::get(tx, account).await?.ok_or(OfficeError::NotFound)?;
                if own.iin_proven {
                    return Err(OfficeError::NotAllowed);
                }
                own.name = Some(name);
                own.iin = Some(iin.as_str().to_owned());
                store::account::update(tx, &own).await?;
                // A file that was prepared says the old name: every open draft is another one now.
                for draft in store::draft::of_account(tx, account).await? {
                    if !store::draft::save(tx, &draft, draft.version).await? {
                        return Err(OfficeError::Stale);
                    }
                }
                Ok(())
            })
        })
        .await
}

pub(crate) fn parse(office: &Office, input: &IdentityInput) -> Result<(PersonName, Iin), OfficeError> {
    let mut findings = vec![];
    let typed = TypedName {
        surname: &input.surname,
        given: &input.given,
        patronymic: &input.patronymic,
        ..TypedName::default()
    };
    let name = PersonName::parse(typed);
    if let Err(errors) = &name {
        for error in errors {
            findings.push(Finding::new(&field_of(error.part), error.kind.code()));
        }
    }
    let digits: String = input.iin.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let iin = Iin::parse(&digits, office.iin_rules());
    if let Err(error) = &iin {
        findings.push(Finding::new("identity-iin", error.code()));
    }
    match (name, iin) {
        (Ok(name), Ok(iin)) => Ok((name, iin)),
        _ => Err(OfficeError::Findings(findings)),
    }
}

fn field_of(part: NamePart) -> String {
    format!("identity-{}", part.as_str())
}
