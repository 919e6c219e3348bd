//! Answers without findings, put together as a request. Only fields that are asked are read: what was typed before an answer changed
//! and is no longer asked never gets into the request.

use super::MISSION_REASON;
use super::field::{read_country, read_date, read_iin, read_partial_date, read_phone};
use super::{Answers, ParseContext, UploadedDocument, documents, facts, relation_of};
use crate::catalogue::Catalogue;
use domain::lang::CertificateLang;
use domain::name::{PersonName, TypedName};
use domain::request::{
    Address, Applicant, Basis, Cause, Collector, Consent, Death, Deceased, IdentifiedDeceased, MaritalStatus,
    MissionBasis, Principal, Relation, Request, Sex, Surrendered,
};

/// `None` only when the answers have findings.
pub fn build(
    catalogue: &Catalogue,
    answers: &Answers,
    uploads: &[UploadedDocument],
    context: &ParseContext,
) -> Option<Request> {
    let asked = only_asked(catalogue, answers, context);
    let passport = catalogue.passport();
    if asked.get("consent") != "yes" {
        return None;
    }
    Some(Request {
        service: passport.id.clone(),
        revision: passport.revision,
        language: context.language,
        mission: context.mission.clone(),
        mission_basis: context.mission_basis,
        mission_reason: mission_reason(answers, context),
        applicant: applicant(catalogue, &asked, context)?,
        deceased: deceased(catalogue, &asked, context)?,
        death: Death {
            date: read_partial_date(&asked, "death-date").ok()?,
            country: read_country(catalogue, &asked, "death-country")?,
            place: asked.tidy("death-place"),
        },
        basis: basis(&asked)?,
        cause: match asked.get("cause") {
            "copied" => Cause::Copied(asked.tidy("cause-text")),
            "copy_from_paper" => Cause::CopyFromPaper,
            "not_stated" => Cause::NotStated,
            _ => return None,
        },
        certificate_language: match asked.get("certificate-language") {
            "kk" => CertificateLang::Kk,
            "ru" => CertificateLang::Ru,
            _ => return None,
        },
        surrendered: Surrendered {
            identity_document: asked.tidy("surrendered-document"),
            identity_document_missing: asked.tidy("surrendered-missing"),
            military_id: asked.get("surrendered-military") == "yes",
        },
        collector: match asked.get("collector") {
            "applicant" => Collector::Applicant,
            "other" => Collector::Other {
                name: asked.tidy("collector-name"),
                authority: asked.get("collector-authority").to_owned(),
            },
            _ => return None,
        },
        documents: documents::enclosed(catalogue, &asked, uploads, context)?,
        consent: Consent { text_version: catalogue.consents().newest().version.clone() },
        date: context.today(catalogue),
        amends: None,
    })
}

/// The answers to the questions that are asked.
fn only_asked(catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Answers {
    let form = catalogue.form();
    let facts = facts(answers, &context.applicant);
    let mut asked = Answers::default();
    for field in form.sections.iter().flat_map(|section| form.shown(section, answers, facts)) {
        for name in super::field_answers(field) {
            asked.set(&name, answers.get(&name));
        }
    }
    asked
}

fn applicant(catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Option<Applicant> {
    let relation = relation_of(answers.get("relation"), answers.tidy("relation-said"))?;
    let principal = match relation {
        Relation::Representative => {
            let name = name(answers, "principal")?;
            Some(Principal { name, identity: answers.tidy("principal-identity") })
        }
        _ => None,
    };
    Some(Applicant {
        name: context.applicant.name.clone(),
        iin: context.applicant.iin.clone(),
        iin_proven: context.applicant.proven,
        address: Address {
            country: read_country(catalogue, answers, "address-country")?,
            line1: answers.tidy("address-line1"),
            line2: answers.tidy("address-line2"),
            city: answers.tidy("address-city"),
            postal_code: answers.tidy("address-postal-code"),
        },
        phone: read_phone(catalogue, answers, context)?,
        email: Some(answers.tidy("email")).filter(|email| !email.is_empty()),
        relation,
        principal,
    })
}

fn deceased(catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Option<Deceased> {
    if answers.get("deceased-known") == "no" {
        let description = answers.tidy("deceased-description");
        return Some(Deceased::Unidentified { description, sex: sex(answers.get("deceased-body-sex")) });
    }
    let text = |name: &str| Some(answers.tidy(name)).filter(|text| !text.is_empty());
    let iin = match text("deceased-iin") {
        Some(typed) => Some(read_iin(&typed, context).ok()?),
        None => None,
    };
    Some(Deceased::Identified(Box::new(IdentifiedDeceased {
        name: name(answers, "deceased")?,
        iin,
        sex: sex(answers.get("deceased-sex"))?,
        born: read_partial_date(answers, "deceased-born").ok()?,
        birth_country: read_country(catalogue, answers, "deceased-birth-country"),
        birth_place: answers.tidy("deceased-birth-place"),
        citizenship: read_country(catalogue, answers, "deceased-citizenship")?,
        ethnicity: text("deceased-ethnicity"),
        residence: answers.tidy("deceased-residence"),
        marital_status: match answers.get("deceased-marital-status") {
            "married" => MaritalStatus::Married,
            "not_married" => MaritalStatus::NotMarried,
            "divorced" => MaritalStatus::Divorced,
            "widowed" => MaritalStatus::Widowed,
            "unknown" => MaritalStatus::Unknown,
            _ => return None,
        },
    })))
}

fn basis(answers: &Answers) -> Option<Basis> {
    match answers.get("basis") {
        "medical" => Some(Basis::Medical {
            issued_by: answers.tidy("medical-issued-by"),
            number: answers.tidy("medical-number"),
            issued_on: read_date(answers, "medical-issued-on").ok()?,
        }),
        "court_decision" => Some(Basis::Court {
            court: answers.tidy("court-name"),
            case_number: answers.tidy("court-case-number"),
            decided_on: read_date(answers, "court-decided-on").ok()?,
            in_force_on: read_date(answers, "court-in-force-on").ok()?,
        }),
        _ => None,
    }
}

fn name(answers: &Answers, prefix: &str) -> Option<PersonName> {
    let part = |part: &str| answers.get(&format!("{prefix}-{part}"));
    PersonName::parse(TypedName {
        surname: part("surname"),
        given: part("given"),
        patronymic: part("patronymic"),
        latin_surname: part("latin-surname"),
        latin_given: part("latin-given"),
    })
    .ok()
}

fn sex(text: &str) -> Option<Sex> {
    match text {
        "male" => Some(Sex::Male),
        "female" => Some(Sex::Female),
        _ => None,
    }
}

/// Asked before the form, where the person says that the register names the wrong mission.
fn mission_reason(answers: &Answers, context: &ParseContext) -> Option<String> {
    (context.mission_basis == MissionBasis::Objected).then(|| answers.tidy(MISSION_REASON))
}
