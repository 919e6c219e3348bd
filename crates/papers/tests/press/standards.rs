//! PDF/A and PDF/UA as an independent validator sees them: `page-validation` of PyPI, in the Python of
//! `ELSHI_VENV` or `target/venv`. Without it the test says loudly that it checked nothing; where `ELSHI_VENV` is set,
//! its absence fails.

use crate::fixture::{REASONS, names, print_application, print_certificate, print_refusal, request};
use crate::reading::Printed;
use domain::lang::{CertificateLang, Lang};
use std::path::PathBuf;
use std::process::Command;

const CHECK: &str = "
import page, sys
path, profiles = sys.argv[1], sys.argv[2:]
for profile in profiles:
    found = page.validate_pdf(path, profile=profile)
    if not found.is_compliant:
        print(profile, [str(failure) for failure in found.failures][:5])
";

fn python() -> Option<PathBuf> {
    let folder = match std::env::var_os("ELSHI_VENV") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/venv")),
    };
    let python = folder.join("bin/python");
    let there = Command::new(&python).args(["-c", "import page"]).output().is_ok_and(|output| output.status.success());
    assert!(there || std::env::var_os("ELSHI_VENV").is_none(), "ELSHI_VENV is set but has no page-validation");
    if !there {
        eprintln!("SKIPPED: PDF/A and PDF/UA were not validated: no page-validation in {}", folder.display());
    }
    there.then_some(python)
}

fn findings(python: &PathBuf, pdf: &[u8], profiles: &[&str]) -> String {
    let printed = Printed::new(pdf);
    let output = Command::new(python).args(["-c", CHECK]).arg(printed.path()).args(profiles).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    String::from_utf8(said).unwrap()
}

/// Pressed bytes may end with a carriage return by chance; with the line feed before `endstream` the validator takes both for the end of
/// the line and counts one byte too few (`qpdf --check` finds nothing). Any other finding stands.
fn is_misread(pdf: &[u8], found: &str) -> bool {
    let by_chance = pdf.windows(12).any(|bytes| bytes.starts_with(b"\r\nendstream"));
    by_chance && found.matches("rule_id").count() == 1 && found.contains("PDFA3A-STREAM-LENGTH-001")
}

#[test]
fn every_paper_in_every_language_is_valid() {
    let Some(python) = python() else { return };
    for test in [false, true] {
        let names = names(test);
        for (language, certificate) in
            [(Lang::Kk, CertificateLang::Kk), (Lang::Ru, CertificateLang::Ru), (Lang::En, CertificateLang::Kk)]
        {
            let request = request(language, certificate);
            let papers = [
                (print_application(&request, &names), ["3a", "ua1"]),
                (print_certificate(&request, certificate, &names), ["2a", "ua1"]),
                (print_refusal(&request, language, REASONS, &names), ["2a", "ua1"]),
            ];
            for (pdf, profiles) in papers {
                let found = findings(&python, &pdf, &profiles);
                assert!(found.is_empty() || is_misread(&pdf, &found), "{language:?} {profiles:?}: {found}");
            }
        }
    }
}

#[test]
fn the_validator_sees_a_fault() {
    let Some(python) = python() else { return };
    let pdf = print_certificate(&request(Lang::Ru, CertificateLang::Ru), CertificateLang::Ru, &names(false));
    let claim: &[u8] = b"<pdfaid:part>2</pdfaid:part>";
    let at = pdf.windows(claim.len()).position(|window| window == claim).unwrap();
    let mut spoilt = pdf.clone();
    spoilt[at..at + claim.len()].copy_from_slice(b"<pdfaid:part>9</pdfaid:part>");
    assert_ne!(findings(&python, &spoilt, &["2a"]), "");
}
