//! The request: what the applicant composes, reads whole and signs or confirms.
//!
//! The fields are those of APPC 63(2) (the request) and Family Code 270(3), 272, 274 (the person, the death, the
//! certificate). A `Request` is made only by `service`'s parser; holding one means every rule of the form was met.

mod canonical;

pub use canonical::CanonicalRequest;

use crate::country::CountryCode;
use crate::date::PartialDate;
use crate::ids::{AttachmentId, MissionId};
use crate::iin::Iin;
use crate::lang::{CertificateLang, Lang};
use crate::name::PersonName;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A whole request of the service "state registration of a death abroad".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Service and revision of its definition, for example `death-abroad`, 1.
    pub service: String,
    /// Revision of the service definition that this request was parsed with.
    pub revision: u32,
    /// The language the applicant reads and is written to in.
    pub language: Lang,
    /// The mission addressed (APPC 63(2): the body addressed).
    pub mission: MissionId,
    /// How the mission was found.
    pub mission_basis: MissionBasis,
    /// Why the person addresses another mission than the register names; only with [`MissionBasis::Objected`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mission_reason: Option<String>,
    /// Who requests.
    pub applicant: Applicant,
    /// Who died.
    pub deceased: Deceased,
    /// When and where.
    pub death: Death,
    /// The document that the registration rests on (Family Code 268).
    pub basis: Basis,
    /// The cause of death as written in the document.
    pub cause: Cause,
    /// Kazakh or Russian (Family Code 178(3)).
    pub certificate_language: CertificateLang,
    /// Identity papers and military ID that will be surrendered (Family Code 270(4)).
    pub surrendered: Surrendered,
    /// Who will collect the certificate.
    pub collector: Collector,
    /// The enclosed documents with the hash of every file.
    pub documents: Vec<EnclosedDocument>,
    /// Consent to access restricted personal data (Law on personal data, art. 8).
    pub consent: Consent,
    /// The day the request was composed for signing, in the mission's zone (APPC 63(2): date).
    pub date: Date,
    /// For an addendum: which application it amends. The rest of the request is then the application as amended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<Amends>,
}

impl Request {
    /// True when `other` says the same: the day, the application amended, the version of the consent and the ids of uploads are left aside.
    pub fn says_the_same(&self, other: &Request) -> bool {
        let plain = |request: &Request| {
            let mut plain = request.clone();
            plain.amends = None;
            plain.date = Date::ZERO;
            plain.consent.text_version.clear();
            for file in plain.documents.iter_mut().flat_map(|document| &mut document.files) {
                file.id = AttachmentId(uuid::Uuid::nil());
            }
            plain
        };
        plain(self) == plain(other)
    }
}

/// The application that an addendum amends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amends {
    /// Its reference.
    pub reference: String,
    /// SHA-256 (hex) of the file that was signed first: the addendum's signature binds the two.
    pub file_sha256: String,
    /// Which addendum to it, from 1.
    pub number: u32,
}

/// How the mission was found from the residence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissionBasis {
    /// One mission serves the country.
    OnlyMission,
    /// The split of the country is not known; the applicant chose (the officer sees "district not verified").
    Chosen,
    /// The country has no mission; the applicant named the one that answers for it, after asking.
    Asked,
    /// The register names another one; the applicant says that it is wrong, and why (UX.md PC5).
    Objected,
}

/// The person who requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Name; from the certificate for an EDS account.
    pub name: PersonName,
    /// Individual identification number.
    pub iin: Iin,
    /// True when an EDS proved the IIN, false when the person declared it.
    pub iin_proven: bool,
    /// Postal address (APPC 63(2)).
    pub address: Address,
    /// Telephone in E.164 and as typed.
    pub phone: Phone,
    /// May be empty when the phone takes messages.
    pub email: Option<String>,
    /// Relation to the person who died.
    pub relation: Relation,
    /// For whom, when under a power of attorney.
    pub principal: Option<Principal>,
}

/// An address abroad or in Kazakhstan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Country.
    pub country: CountryCode,
    /// Street and house.
    pub line1: String,
    /// Further line; may be empty.
    pub line2: String,
    /// Town or village.
    pub city: String,
    /// Postal code; may be empty.
    pub postal_code: String,
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// E.164, for example `+4930123456`.
    pub e164: String,
    /// As the person typed it.
    pub typed: String,
    /// The person wants text messages about this application.
    pub takes_texts: bool,
}

/// Relation to the person who died (UX.md PC9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "said", rename_all = "snake_case")]
pub enum Relation {
    /// Husband or wife.
    Spouse,
    /// Son or daughter.
    Child,
    /// Father or mother.
    Parent,
    /// Brother or sister.
    Sibling,
    /// Grandchild or grandparent.
    Grand,
    /// Another relative, in the person's words.
    OtherRelative(String),
    /// Friend, employer, hospital or other, in the person's words.
    Other(String),
    /// A representative under a power of attorney.
    Representative,
}

/// The person a representative acts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Principal {
    /// Name.
    pub name: PersonName,
    /// IIN or passport, as typed; may be empty.
    pub identity: String,
}

/// The person who died.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Deceased {
    /// A known person.
    Identified(Box<IdentifiedDeceased>),
    /// An unidentified body: only what the medical document says (Family Code 271).
    Unidentified {
        /// Description from the medical document.
        description: String,
        /// Sex as stated there.
        sex: Option<Sex>,
    },
}

/// A known person who died (Family Code 270(3), 272).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentifiedDeceased {
    /// Name, with the Latin spelling of the passport where given.
    pub name: PersonName,
    /// `None`: the applicant does not know it.
    pub iin: Option<Iin>,
    /// Sex.
    pub sex: Sex,
    /// Date of birth; may be partial.
    pub born: PartialDate,
    /// Country and place of birth; the place may be empty.
    pub birth_country: Option<CountryCode>,
    /// Place of birth; may be empty when unknown.
    pub birth_place: String,
    /// Citizenship.
    pub citizenship: CountryCode,
    /// Only if the identity document states it.
    pub ethnicity: Option<String>,
    /// Last place of residence, in the person's words.
    pub residence: String,
    /// Marital status.
    pub marital_status: MaritalStatus,
}

/// Sex as the record states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Male.
    Male,
    /// Female.
    Female,
}

/// Marital status (Family Code 270(3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MaritalStatus {
    /// Married.
    Married,
    /// Never married.
    NotMarried,
    /// Divorced.
    Divorced,
    /// Widowed.
    Widowed,
    /// The applicant does not know.
    Unknown,
}

/// The death.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Death {
    /// Date; partial only where the document shows no more.
    pub date: PartialDate,
    /// Country.
    pub country: CountryCode,
    /// Town, village or district, with the region if known.
    pub place: String,
}

/// The document that the registration rests on (Family Code 268).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Basis {
    /// A document of the established form of a medical organisation.
    Medical {
        /// Organisation.
        issued_by: String,
        /// Number; may be empty.
        number: String,
        /// Date of issue.
        issued_on: Date,
    },
    /// A court decision in force establishing the fact of death or declaring the person dead.
    Court {
        /// Court.
        court: String,
        /// Case number.
        case_number: String,
        /// Date of the decision.
        decided_on: Date,
        /// Date it came into force.
        in_force_on: Date,
    },
}

/// The cause of death as the document words it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "text", rename_all = "snake_case")]
pub enum Cause {
    /// Copied by the applicant.
    Copied(String),
    /// The officer copies it from the paper: nobody has to retype it.
    CopyFromPaper,
    /// The paper does not state one.
    NotStated,
}

/// Papers of the person who died that are surrendered at registration (Family Code 270(4)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surrendered {
    /// Identity document: kind and number as typed, or empty when it is lost or elsewhere.
    pub identity_document: String,
    /// Where it is now, in words, when it cannot be surrendered.
    pub identity_document_missing: String,
    /// A military ID exists and will be surrendered.
    pub military_id: bool,
}

/// Who collects the certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Collector {
    /// The applicant.
    Applicant,
    /// Another person, named; whether they may receive it is Family Code 273 (`receiver`).
    Other {
        /// Name.
        name: String,
        /// Relation or authority.
        authority: String,
    },
}

/// An enclosed document and its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnclosedDocument {
    /// What it is.
    pub kind: crate::documents::DocumentKind,
    /// The country whose body issued it.
    pub issued_in: CountryCode,
    /// Language of the text: `kk`, `ru`, `kk+ru` or another, as a BCP 47 tag or `other`.
    pub language: crate::documents::DocumentLanguage,
    /// Date of issue, where the document's rule needs it.
    pub issued_on: Option<Date>,
    /// Sealed with a stamp and in the prescribed form, as the applicant states.
    pub stamped: bool,
    /// What the applicant says about an apostille, a legalization or a translation.
    pub certified: crate::documents::Certified,
    /// The files, in page order.
    pub files: Vec<EnclosedFile>,
}

/// One file of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnclosedFile {
    /// Which upload.
    pub id: AttachmentId,
    /// File name as the person named it.
    pub name: String,
    /// Media type, told by content.
    pub media_type: String,
    /// Size in bytes of what is kept.
    pub bytes: u64,
    /// SHA-256 of the bytes kept and shown to the officer, hex.
    pub sha256: String,
}

/// Consent to access restricted personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Version of the text that was shown and agreed to ([`crate::consent::ConsentText`]).
    pub text_version: String,
}
