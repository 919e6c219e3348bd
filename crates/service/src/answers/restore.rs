//! A request as answers again: so that one piece of code shows a request on the check page, the case page and the paper, and so that
//! a declined request can be sent again without typing it again.

use super::Answers;
use domain::date::PartialDate;
use domain::documents::DocumentKind;
use domain::documents::translation::translation_needed;
use domain::lang::Lang;
use domain::name::PersonName;
use domain::request::{Basis, Cause, Collector, Deceased, IdentifiedDeceased, MaritalStatus, Relation, Request, Sex};

/// The answers that give `request`.
pub fn answers_of(request: &Request) -> Answers {
    let mut answers = Answers::default();
    applicant(request, &mut answers);
    match &request.deceased {
        Deceased::Identified(person) => identified(request, person, &mut answers),
        Deceased::Unidentified { description, sex } => {
            answers.set("deceased-known", "no");
            answers.set("deceased-description", description);
            answers.set("deceased-body-sex", sex.map_or("not_stated", sex_name));
        }
    }
    death(request, &mut answers);
    for document in &request.documents {
        let prefix = match document.kind {
            DocumentKind::Medical | DocumentKind::CourtDecision => "basis",
            DocumentKind::Kinship => "kinship",
            DocumentKind::PowerOfAttorney => "attorney",
            _ => continue,
        };
        let mut set = |name: &str, value: &str| answers.set(&format!("{prefix}-{name}"), value);
        set("country", document.issued_in.as_str());
        set("language", document.language.as_str());
        set("stamped", yes_no(document.stamped));
        set("certified", document.certified.by.as_str());
        if translation_needed(&document.language) {
            set("translation", yes_no(document.certified.translation_enclosed));
        }
        if let (true, Some(date)) = (prefix != "basis", document.issued_on) {
            set_date(&mut answers, &format!("{prefix}-issued-on"), PartialDate::Day(date));
        }
    }
    let kinship = request.documents.iter().any(|document| document.kind == DocumentKind::Kinship);
    answers.set("kinship-enclosed", yes_no(kinship));
    match &request.collector {
        Collector::Applicant => answers.set("collector", "applicant"),
        Collector::Other { name, authority } => {
            answers.set("collector", "other");
            answers.set("collector-name", name);
            answers.set("collector-authority", authority);
        }
    }
    answers.set("certificate-language", Lang::from(request.certificate_language).tag());
    answers.set("consent", "yes");
    answers.set(&super::version_name("consent"), &request.consent.text_version);
    answers
}

fn applicant(request: &Request, answers: &mut Answers) {
    let applicant = &request.applicant;
    let (relation, said) = match &applicant.relation {
        Relation::Spouse => ("spouse", ""),
        Relation::Child => ("child", ""),
        Relation::Parent => ("parent", ""),
        Relation::Sibling => ("sibling", ""),
        Relation::Grand => ("grand", ""),
        Relation::OtherRelative(said) => ("other_relative", said.as_str()),
        Relation::Other(said) => ("other", said.as_str()),
        Relation::Representative => ("representative", ""),
    };
    answers.set("relation", relation);
    answers.set("relation-said", said);
    if let Some(principal) = &applicant.principal {
        set_name(answers, "principal", &principal.name);
        answers.set("principal-identity", &principal.identity);
    }
    answers.set("address-country", applicant.address.country.as_str());
    answers.set("address-line1", &applicant.address.line1);
    answers.set("address-line2", &applicant.address.line2);
    answers.set("address-city", &applicant.address.city);
    answers.set("address-postal-code", &applicant.address.postal_code);
    answers.set("phone", &applicant.phone.typed);
    answers.set("phone-texts", if applicant.phone.takes_texts { "yes" } else { "no" });
    if let Some(reason) = &request.mission_reason {
        answers.set(super::MISSION_REASON, reason);
    }
    answers.set("email", applicant.email.as_deref().unwrap_or_default());
}

fn identified(request: &Request, person: &IdentifiedDeceased, answers: &mut Answers) {
    answers.set("deceased-known", "yes");
    set_name(answers, "deceased", &person.name);
    match &person.iin {
        Some(iin) => answers.set("deceased-iin", iin.as_str()),
        None => answers.set("deceased-iin-unknown", "yes"),
    }
    answers.set("deceased-sex", sex_name(person.sex));
    set_date(answers, "deceased-born", person.born);
    answers.set("deceased-birth-country", person.birth_country.as_ref().map_or("", |code| code.as_str()));
    answers.set("deceased-birth-place", &person.birth_place);
    answers.set("deceased-citizenship", person.citizenship.as_str());
    answers.set("deceased-ethnicity", person.ethnicity.as_deref().unwrap_or_default());
    answers.set("deceased-residence", &person.residence);
    let marital = match person.marital_status {
        MaritalStatus::Married => "married",
        MaritalStatus::NotMarried => "not_married",
        MaritalStatus::Divorced => "divorced",
        MaritalStatus::Widowed => "widowed",
        MaritalStatus::Unknown => "unknown",
    };
    answers.set("deceased-marital-status", marital);
    let surrendered = &request.surrendered;
    answers.set("surrendered", if surrendered.identity_document.is_empty() { "cannot" } else { "will_bring" });
    answers.set("surrendered-document", &surrendered.identity_document);
    answers.set("surrendered-missing", &surrendered.identity_document_missing);
    answers.set("surrendered-military", yes_no(surrendered.military_id));
}

fn death(request: &Request, answers: &mut Answers) {
    set_date(answers, "death-date", request.death.date);
    if request.death.date.whole().is_none() {
        answers.set("death-date-partial", "yes");
    }
    answers.set("death-country", request.death.country.as_str());
    answers.set("death-place", &request.death.place);
    match &request.basis {
        Basis::Medical { issued_by, number, issued_on } => {
            answers.set("basis", "medical");
            answers.set("medical-issued-by", issued_by);
            answers.set("medical-number", number);
            set_date(answers, "medical-issued-on", PartialDate::Day(*issued_on));
        }
        Basis::Court { court, case_number, decided_on, in_force_on } => {
            answers.set("basis", "court_decision");
            answers.set("court-name", court);
            answers.set("court-case-number", case_number);
            set_date(answers, "court-decided-on", PartialDate::Day(*decided_on));
            set_date(answers, "court-in-force-on", PartialDate::Day(*in_force_on));
        }
    }
    let (cause, text) = match &request.cause {
        Cause::Copied(text) => ("copied", text.as_str()),
        Cause::CopyFromPaper => ("copy_from_paper", ""),
        Cause::NotStated => ("not_stated", ""),
    };
    answers.set("cause", cause);
    answers.set("cause-text", text);
}

fn set_name(answers: &mut Answers, prefix: &str, name: &PersonName) {
    answers.set(&format!("{prefix}-surname"), &name.surname);
    answers.set(&format!("{prefix}-given"), &name.given);
    answers.set(&format!("{prefix}-patronymic"), name.patronymic.as_deref().unwrap_or_default());
    if let Some(latin) = &name.latin {
        answers.set(&format!("{prefix}-latin-surname"), &latin.surname);
        answers.set(&format!("{prefix}-latin-given"), &latin.given);
    }
}

fn set_date(answers: &mut Answers, name: &str, date: PartialDate) {
    let first = date.earliest();
    answers.set(&format!("{name}-year"), &first.year().to_string());
    if !matches!(date, PartialDate::Year(_)) {
        answers.set(&format!("{name}-month"), &first.month().to_string());
    }
    if matches!(date, PartialDate::Day(_)) {
        answers.set(&format!("{name}-day"), &first.day().to_string());
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn sex_name(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
    }
}
