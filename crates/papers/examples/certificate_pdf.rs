//! Times the certificate as the server prints it: one press that stays up, each paper for another person. Prints the median, ms.
//!
//! Here for `cargo xtask bench certificate_pdf`, which compares it with ReportLab. It must never print the same certificate twice:
//! Typst would remember it. The argument names a file for the last PDF.

#[path = "../tests/press/fixture.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_imports,
    reason = "the tests' fixture: it also makes applications and refusals"
)]
mod fixture;
#[path = "../tests/press/texts.rs"]
#[expect(dead_code, clippy::unwrap_used, clippy::panic, reason = "the tests' sentences")]
mod texts;

use domain::lang::{CertificateLang, Lang};
use domain::request::Deceased;
use fixture::{deceased, names, person, print_certificate, request};
use std::time::Instant;

/// Unmeasured papers: fonts and templates become known.
const WARM_ROUNDS: usize = 20;
/// Measured papers.
const ROUNDS: usize = 200;

#[expect(clippy::disallowed_methods, reason = "a bench is an edge: it measures with this machine's clock")]
fn main() -> Result<(), String> {
    if cfg!(debug_assertions) {
        return Err("a debug build is not measured; use `cargo xtask bench certificate_pdf`".to_owned());
    }
    let (mut times, mut pdf) = (Vec::new(), Vec::new());
    for round in 0..WARM_ROUNDS + ROUNDS {
        let language = if round % 2 == 0 { CertificateLang::Kk } else { CertificateLang::Ru };
        let mut request = request(Lang::Ru, language);
        request.deceased = another(round);
        let began = Instant::now();
        pdf = print_certificate(&request, language, &names(false));
        if round >= WARM_ROUNDS {
            times.push(began.elapsed());
        }
    }
    if let Some(path) = std::env::args().nth(1) {
        std::fs::write(&path, &pdf).map_err(|error| format!("{path}: {error}"))?;
    }
    times.sort();
    let median = times.get(times.len() / 2).ok_or("nothing was measured")?;
    println!("{:.3}", median.as_secs_f64() * 1000.0);
    Ok(())
}

/// Somebody whose names no other round has.
fn another(round: usize) -> Deceased {
    let letters: Vec<char> = "әғқңөұүһіабвгдежзк".chars().collect();
    let ending: String =
        (0..3).filter_map(|place| letters.get(round / letters.len().pow(place) % letters.len())).collect();
    let mut deceased = deceased();
    deceased.name = person(&format!("Үлгі{ending}ов"), &format!("Сынақ{ending}"), &format!("Өмір{ending}ұлы"));
    deceased.residence = format!("Berlin, Nordendstraße {round}");
    Deceased::Identified(Box::new(deceased))
}
