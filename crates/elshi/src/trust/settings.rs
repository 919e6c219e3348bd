//! `trust.toml` of a trust folder, and the registers of the NCA's published addresses, which are of the same form.
//! Here so that the server, the commands and a verification read one set of keys. It must never guess: an unknown key is refused.

use std::path::Path;

use office::trust::Environment;
use serde::Deserialize;

use crate::resources;

/// Minutes between two looks at a list, where `refresh_minutes` says nothing.
const REFRESH_MINUTES: u32 = 60;

/// One file, read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    environment: EnvironmentName,
    /// Minutes between two looks at a list.
    refresh_minutes: Option<u32>,
    ocsp: Option<Address>,
    tsp: Option<Address>,
    /// Addresses of revocation lists.
    #[serde(default)]
    pub crl: Vec<CrlRow>,
    /// Certificates, pinned by their fingerprints.
    #[serde(default)]
    pub certificate: Vec<CertificateRow>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum EnvironmentName {
    Production,
    Test,
}

/// An address, bare or with where it is from.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Address {
    Bare(String),
    Row(CrlRow),
}

/// Address of a revocation list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrlRow {
    pub url: String,
    /// Where the address is from, in a register.
    pub source: Option<String>,
    /// `yes`, `partly`, `no`, in a register.
    pub verified: Option<Mark>,
}

/// A certificate of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateRow {
    /// Name of its file.
    pub name: Option<String>,
    /// Where it is published; without it the certificate is known and not fetched.
    pub url: Option<String>,
    /// SHA-256 of the certificate in DER, hexadecimal.
    pub sha256: String,
    pub source: Option<String>,
    pub verified: Option<Mark>,
}

/// How far a row was confirmed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    Yes,
    Partly,
    No,
}

/// The registers that are built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Register {
    Production,
    Test,
}

impl Settings {
    /// `trust.toml` of a folder.
    ///
    /// # Errors
    /// A sentence naming the file and what to do.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join("trust.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| {
            format!(
                "{}: {error}. A trust list is a folder with trust.toml (environment = \"production\" or \"test\") and the \
                 certificates of the NCA",
                path.display()
            )
        })?;
        Self::parse(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let settings: Self = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        let hexadecimal = |row: &&CertificateRow| row.sha256.len() != 64 || hex::decode(&row.sha256).is_err();
        if let Some(row) = settings.certificate.iter().find(hexadecimal) {
            return Err(format!("sha256 is {:?}, not 64 hexadecimal digits", row.sha256));
        }
        Ok(settings)
    }

    /// A register that is built in.
    ///
    /// # Errors
    /// A sentence; a test reads all of them.
    pub fn register(register: Register) -> Result<Self, String> {
        Self::parse(&register.text()?).map_err(|error| format!("{}: {error}", register.file()))
    }

    pub fn environment(&self) -> Environment {
        match self.environment {
            EnvironmentName::Production => Environment::Production,
            EnvironmentName::Test => Environment::Test,
        }
    }

    /// The register of the same environment.
    pub fn register_of_its_kind(&self) -> Register {
        match self.environment {
            EnvironmentName::Production => Register::Production,
            EnvironmentName::Test => Register::Test,
        }
    }

    pub fn ocsp(&self) -> Option<&str> {
        self.ocsp.as_ref().map(Address::url)
    }

    pub fn tsp(&self) -> Option<&str> {
        self.tsp.as_ref().map(Address::url)
    }

    pub fn refresh_minutes(&self) -> u32 {
        self.refresh_minutes.unwrap_or(REFRESH_MINUTES).max(1)
    }

    /// Addresses and certificates that nobody confirmed whole, each with where it is from.
    pub fn unverified(&self) -> impl Iterator<Item = (&str, &str)> {
        let mark = |row: &CrlRow| row.verified == Some(Mark::Yes);
        let services = [&self.ocsp, &self.tsp].into_iter().flatten().filter_map(|address| match address {
            Address::Row(row) => Some(row),
            Address::Bare(_) => None,
        });
        let addresses = services.chain(&self.crl).filter(move |row| !mark(row));
        let addresses = addresses.map(|row| (row.url.as_str(), row.source.as_deref().unwrap_or("?")));
        let certificates = self.certificate.iter().filter(|row| row.verified != Some(Mark::Yes));
        addresses.chain(certificates.map(|row| (row.title(), row.source.as_deref().unwrap_or("?"))))
    }

    /// The pin with this fingerprint.
    pub fn pin(&self, sha256: &str) -> Option<&CertificateRow> {
        self.certificate.iter().find(|row| row.sha256.eq_ignore_ascii_case(sha256))
    }
}

impl Address {
    fn url(&self) -> &str {
        match self {
            Self::Bare(url) => url,
            Self::Row(row) => &row.url,
        }
    }
}

impl CertificateRow {
    /// Name of the certificate's file, without its ending.
    pub fn title(&self) -> &str {
        self.name.as_deref().or(self.url.as_deref()).unwrap_or(&self.sha256)
    }
}

impl Register {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Production, Self::Test];

    /// Its path.
    pub fn file(self) -> &'static str {
        match self {
            Self::Production => "registers/trust/nca-production.toml",
            Self::Test => "registers/trust/nca-test.toml",
        }
    }

    /// The file as it stands; a new trust folder begins with it.
    ///
    /// # Errors
    /// A sentence when it is not built in.
    pub fn text(self) -> Result<String, String> {
        let octets = resources::register_file(self.file()).ok_or_else(|| format!("{} is not built in", self.file()))?;
        String::from_utf8(octets).map_err(|error| format!("{}: {error}", self.file()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_registers_names_its_source_and_mark() {
        for (register, environment) in
            [(Register::Production, Environment::Production), (Register::Test, Environment::Test)]
        {
            let settings = Settings::register(register).unwrap();
            assert_eq!(settings.environment(), environment);
            assert_eq!(settings.register_of_its_kind(), register);
            assert!(settings.ocsp().is_some() && settings.tsp().is_some());
            assert!(settings.crl.iter().all(|row| row.source.is_some() && row.verified.is_some()));
            assert!(settings.certificate.iter().all(|row| row.source.is_some() && row.verified.is_some()));
            for row in settings
                .crl
                .iter()
                .map(|row| &row.url)
                .chain(settings.certificate.iter().filter_map(|row| row.url.as_ref()))
            {
                assert!(row.starts_with("http://") || row.starts_with("https://"), "{row}");
            }
        }
    }

    #[test]
    fn a_key_with_a_slip_of_the_pen_is_refused() {
        for text in [
            "",
            "environment = \"live\"",
            "environment = \"test\"\noscp = \"http://ocsp/\"",
            "environment = \"test\"\n[[crl]]\nadress = \"http://crl/\"",
            "environment = \"test\"\n[[certificate]]\nsha256 = \"12\"",
        ] {
            assert!(Settings::parse(text).is_err(), "{text}");
        }
        let bare = Settings::parse("environment = \"test\"\nocsp = \"http://ocsp/\"").unwrap();
        assert_eq!(bare.ocsp(), Some("http://ocsp/"));
        assert_eq!(bare.refresh_minutes(), REFRESH_MINUTES);
    }
}
