//! Who a certificate speaks of: person, organisation, roles, in the NCA RK profile (EDS.md 4).
//! Here because IIN, BIN and the patronymic sit in attributes whose standard meaning is another one.
//! It must never invent: what the certificate does not say is `None`, and an IIN is twelve digits or nothing.

use jiff::Timestamp;

use crate::algorithm::Algorithm;
use crate::finding::Lang;
use crate::oid;
use crate::x509::Certificate;

/// Role of the holder, an extKeyUsage OID. EDS.md 4 (NCANode CertificateKeyUser, EDScheck KzEkuRoles).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Individual,
    IndividualInformationSystem,
    LegalEntity,
    Head,
    SigningRight,
    FinancialSigningRight,
    HumanResources,
    Employee,
    InformationSystem,
    TreasuryClient,
    /// УЦГО, the certification authority of state bodies.
    CivilServant,
    NcaStaff,
    RemoteIdentification,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 13] = [
        Self::Individual,
        Self::IndividualInformationSystem,
        Self::LegalEntity,
        Self::Head,
        Self::SigningRight,
        Self::FinancialSigningRight,
        Self::HumanResources,
        Self::Employee,
        Self::InformationSystem,
        Self::TreasuryClient,
        Self::CivilServant,
        Self::NcaStaff,
        Self::RemoteIdentification,
    ];

    /// From the content octets of an extKeyUsage OID.
    #[must_use]
    pub fn from_oid(content: &[u8]) -> Option<Self> {
        // 1.2.398.3.3.4., 1.2.398.3.2.3. and 1.2.398.3.17.3.
        const NCA: [u8; 6] = [0x2a, 0x83, 0x0e, 3, 3, 4];
        const STATE_BODIES: [u8; 6] = [0x2a, 0x83, 0x0e, 3, 2, 3];
        const OTHER_AUTHORITIES: [u8; 6] = [0x2a, 0x83, 0x0e, 3, 17, 3];
        const TREASURY: [u8; 9] = [0x2a, 0x83, 0x0e, 5, 19, 1, 2, 2, 1];
        if content == TREASURY.as_slice() {
            return Some(Self::TreasuryClient);
        }
        if let Some([1..=4]) = content.strip_prefix(STATE_BODIES.as_slice()) {
            return Some(Self::CivilServant);
        }
        if let Some(role) = content.strip_prefix(OTHER_AUTHORITIES.as_slice()) {
            return Self::of_other_authorities(role);
        }
        match content.strip_prefix(NCA.as_slice())? {
            [1, 1] => Some(Self::Individual),
            [1, 1, 1] => Some(Self::IndividualInformationSystem),
            [1, 2] => Some(Self::LegalEntity),
            [1, 2, 1] => Some(Self::Head),
            [1, 2, 2] => Some(Self::SigningRight),
            [1, 2, 3] => Some(Self::FinancialSigningRight),
            [1, 2, 4] => Some(Self::HumanResources),
            [1, 2, 5] => Some(Self::Employee),
            [1, 2, 6] => Some(Self::InformationSystem),
            [2, ..] => Some(Self::NcaStaff),
            [3, ..] => Some(Self::RemoteIdentification),
            _ => None,
        }
    }

    /// "The same roles" of other accredited authorities, 1.2.398.3.17.3.1 to .7 (EDS.md 4). That their order is the
    /// NCA's without its two systems is inferred from the count, not read anywhere.
    fn of_other_authorities(role: &[u8]) -> Option<Self> {
        match role {
            [1] => Some(Self::Individual),
            [2] => Some(Self::LegalEntity),
            [3] => Some(Self::Head),
            [4] => Some(Self::SigningRight),
            [5] => Some(Self::FinancialSigningRight),
            [6] => Some(Self::HumanResources),
            [7] => Some(Self::Employee),
            _ => None,
        }
    }

    /// By its stable name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::IndividualInformationSystem => "individual_information_system",
            Self::LegalEntity => "legal_entity",
            Self::Head => "head",
            Self::SigningRight => "signing_right",
            Self::FinancialSigningRight => "financial_signing_right",
            Self::HumanResources => "human_resources",
            Self::Employee => "employee",
            Self::InformationSystem => "information_system",
            Self::TreasuryClient => "treasury_client",
            Self::CivilServant => "civil_servant",
            Self::NcaStaff => "nca_staff",
            Self::RemoteIdentification => "remote_identification",
        }
    }
}

impl Role {
    /// What the role is called.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        let (en, ru, kk) = match self {
            Self::Individual => ("individual", "физическое лицо", "жеке тұлға"),
            Self::IndividualInformationSystem => (
                "information system of an individual",
                "информационная система физического лица",
                "жеке тұлғаның ақпараттық жүйесі",
            ),
            Self::LegalEntity => ("legal entity", "юридическое лицо", "заңды тұлға"),
            Self::Head => ("head of a legal entity", "первый руководитель", "бірінші басшы"),
            Self::SigningRight => {
                ("person with the right to sign", "лицо с правом подписи", "қол қою құқығы бар тұлға")
            }
            Self::FinancialSigningRight => (
                "person with the right to sign financial papers",
                "лицо с правом финансовой подписи",
                "қаржылық қол қою құқығы бар тұлға",
            ),
            Self::HumanResources => ("human resources officer", "сотрудник отдела кадров", "кадр бөлімінің қызметкері"),
            Self::Employee => ("employee of a legal entity", "сотрудник организации", "ұйым қызметкері"),
            Self::InformationSystem => ("information system", "информационная система", "ақпараттық жүйе"),
            Self::TreasuryClient => ("treasury client", "клиент казначейства", "қазынашылық клиенті"),
            Self::CivilServant => ("civil servant", "государственный служащий", "мемлекеттік қызметші"),
            Self::NcaStaff => ("staff of the NCA", "сотрудник НУЦ", "ҰКО қызметкері"),
            Self::RemoteIdentification => {
                ("remote identification", "удалённая идентификация", "қашықтан сәйкестендіру")
            }
        };
        match lang {
            Lang::En => en,
            Lang::Ru => ru,
            Lang::Kk => kk,
        }
    }
}

/// What a certificate says, ready to show and to keep.
#[derive(Clone, Debug)]
pub struct CertificateSummary {
    pub der: Vec<u8>,
    /// Lower-case hexadecimal.
    pub serial: String,
    pub subject: String,
    pub issuer: String,
    /// CN: "SURNAME GIVEN", or the name of a system.
    pub common_name: Option<String>,
    pub surname: Option<String>,
    /// CN without the surname.
    pub given: Option<String>,
    /// GIVENNAME of the NCA profile.
    pub patronymic: Option<String>,
    pub organization: Option<String>,
    /// Twelve digits after "IIN" in SERIALNUMBER; the check digit is not judged here.
    pub iin: Option<String>,
    /// Twelve digits after "BIN" in OU.
    pub bin: Option<String>,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
    pub roles: Vec<Role>,
    /// `None` for a key of unknown kind.
    pub algorithm: Option<Algorithm>,
}

impl CertificateSummary {
    #[must_use]
    pub fn of(certificate: &Certificate) -> Self {
        let subject = certificate.subject();
        let common_name = subject.first(&oid::COMMON_NAME).map(str::to_owned);
        let surname = subject.first(&oid::SURNAME).map(str::to_owned);
        let purposes = certificate.extensions().extended_key_usage.as_deref().unwrap_or_default();
        Self {
            der: certificate.der().to_vec(),
            serial: certificate.serial_text(),
            subject: subject.to_string(),
            issuer: certificate.issuer().to_string(),
            given: given(common_name.as_deref(), surname.as_deref()),
            patronymic: subject.first(&oid::GIVEN_NAME).map(str::to_owned),
            organization: subject.first(&oid::ORGANIZATION).map(str::to_owned),
            iin: subject.all(&oid::SERIAL_NUMBER).find_map(|text| number(text, "IIN")),
            bin: subject.all(&oid::ORGANIZATIONAL_UNIT).find_map(|text| number(text, "BIN")),
            not_before: certificate.not_before(),
            not_after: certificate.not_after(),
            roles: purposes.iter().filter_map(|purpose| Role::from_oid(purpose)).collect(),
            algorithm: certificate.key().ok().map(crate::algorithm::PublicKey::algorithm),
            common_name,
            surname,
        }
    }

    /// "SURNAME GIVEN PATRONYMIC", or the common name of what is not a person.
    #[must_use]
    pub fn full_name(&self) -> Option<String> {
        let common_name = self.common_name.as_deref()?;
        Some(match &self.patronymic {
            Some(patronymic) => format!("{common_name} {patronymic}"),
            None => common_name.to_owned(),
        })
    }

    /// The most telling role: the one below `legal_entity` where both are named.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.roles.iter().copied().find(|role| *role != Role::LegalEntity).or_else(|| self.roles.first().copied())
    }
}

fn given(common_name: Option<&str>, surname: Option<&str>) -> Option<String> {
    let rest = common_name?.strip_prefix(surname?)?;
    let given = rest.trim();
    (!given.is_empty() && rest.starts_with(char::is_whitespace)).then(|| given.to_owned())
}

fn number(text: &str, prefix: &str) -> Option<String> {
    let digits = text.trim().strip_prefix(prefix)?;
    (digits.len() == 12 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_name_is_what_follows_the_surname() {
        assert_eq!(given(Some("ТЕСТОВ ТЕСТ"), Some("ТЕСТОВ")).as_deref(), Some("ТЕСТ"));
        assert_eq!(given(Some("ТЕСТОВ"), Some("ТЕСТОВ")), None);
        assert_eq!(given(Some("ТЕСТОВА АННА"), Some("ТЕСТОВ")), None);
    }

    #[test]
    fn an_iin_is_twelve_digits_or_nothing() {
        assert_eq!(number("IIN123456789011", "IIN").as_deref(), Some("123456789011"));
        for text in ["IIN12345678901", "123456789011", "IIN12345678901x", "BIN123456789011"] {
            assert_eq!(number(text, "IIN"), None, "{text}");
        }
    }
}
