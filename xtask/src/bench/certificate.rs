//! How long a certificate takes to print, beside ReportLab printing the same lines with the same fonts in the same run.
//!
//! The certificate is printed by `papers` itself (its example `certificate_pdf`), each time for another person. Must never compare with
//! a figure of another machine: where ReportLab cannot be installed, the peer is missing.

use super::Measured;
use super::rig::Rig;
use crate::process;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What ReportLab is asked to do.
const PEER_SCRIPT: &str = include_str!("reportlab_peer.py");

/// Median milliseconds, warm.
pub fn pdf(rig: &Rig) -> Result<Measured, String> {
    let folder = rig.workspace.target.join("bench/certificate");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    crate::assets::assets(rig.workspace)?;
    let sample = folder.join("sample.pdf");
    let value = number(&process::output(rig.example("papers", "certificate_pdf")?.arg(&sample))?)?;
    let peer_value = reportlab(rig, &sample).inspect_err(|why| eprintln!("certificate_pdf: no peer: {why}")).ok();
    Ok(Measured::beside(value, peer_value))
}

fn reportlab(rig: &Rig, sample: &Path) -> Result<f64, String> {
    let python = python_with_reportlab(&rig.workspace.target)?;
    let lines = sample.with_extension("txt");
    process::output(Command::new("pdftotext").arg("-layout").arg(sample).arg(&lines))?;
    let mut print = Command::new(python);
    print.args(["-c", PEER_SCRIPT]).arg(rig.workspace.path("assets/dist/papers")).arg(lines);
    number(&process::output(print.arg(sample.with_extension("reportlab.pdf")))?)
}

/// A Python of the target folder's own with ReportLab of PyPI.
fn python_with_reportlab(target: &Path) -> Result<PathBuf, String> {
    let venv = target.join("venv");
    let python = venv.join("bin/python");
    if !process::works(Command::new(&python).args(["-c", "import reportlab"])) {
        eprintln!("certificate_pdf: installing ReportLab into {}", venv.display());
        process::output(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        process::output(Command::new(&python).args(["-m", "pip", "install", "--quiet", "reportlab"]))?;
    }
    Ok(python)
}

fn number(said: &str) -> Result<f64, String> {
    said.trim().parse().map_err(|_| format!("not a number: {said:?}"))
}
