//! A verdict as text for people and as JSON for programs.
//! Here because both must say the same. It must never print control characters that came out of a certificate.

use std::path::Path;

use eds::report::FindingReport;
use eds::{Finding, Lang, Outcome, Severity, SignerVerdict, Verdict, VerdictReport};
use serde::Serialize;

/// One line of JSON: `{"file","verdict","findings":[{"code","text"}],"signers":[..]}`.
#[derive(Serialize)]
struct Line<'a, T> {
    file: &'a str,
    #[serde(flatten)]
    said: T,
}

/// What is said of a file that could not be read: it has no verdict.
#[derive(Serialize)]
struct NoVerdict {
    verdict: Option<()>,
    findings: [FindingReport; 1],
    signers: [(); 0],
}

/// The line of a file; what is unknown is null.
pub fn json(path: &Path, verdict: &Verdict, lang: Lang) -> String {
    line_of(path, VerdictReport::of(verdict, lang))
}

/// The line of a file that could not be read.
pub fn json_unreadable(path: &Path, reason: &str) -> String {
    let finding = FindingReport { code: "file_unreadable", text: reason.to_owned() };
    line_of(path, NoVerdict { verdict: None, findings: [finding], signers: [] })
}

fn line_of(path: &Path, said: impl Serialize) -> String {
    let line = Line { file: &path.to_string_lossy(), said };
    // Strings and nulls only: there is nothing that could not be written.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Labels of the text, one set a language.
struct Words {
    verdict: fn(Outcome) -> &'static str,
    signer: &'static str,
    iin: &'static str,
    bin: &'static str,
    unknown: &'static str,
    stated: &'static str,
    proven: &'static str,
    warning: &'static str,
}

fn words(lang: Lang) -> Words {
    match lang {
        Lang::En => Words {
            verdict: |outcome| match outcome {
                Outcome::Valid => "VALID",
                Outcome::Invalid => "INVALID",
                Outcome::Indeterminate => "INDETERMINATE (not proven)",
            },
            signer: "Signed by",
            iin: "IIN",
            bin: "BIN",
            unknown: "unknown",
            stated: "Time stated by the signer",
            proven: "Time proven by a timestamp",
            warning: "note",
        },
        Lang::Ru => Words {
            verdict: |outcome| match outcome {
                Outcome::Valid => "ПОДПИСЬ ДЕЙСТВИТЕЛЬНА",
                Outcome::Invalid => "ПОДПИСЬ НЕДЕЙСТВИТЕЛЬНА",
                Outcome::Indeterminate => "НЕ ДОКАЗАНО",
            },
            signer: "Подписал(а)",
            iin: "ИИН",
            bin: "БИН",
            unknown: "неизвестно",
            stated: "Время, указанное подписавшим",
            proven: "Время, доказанное меткой",
            warning: "замечание",
        },
        Lang::Kk => Words {
            verdict: |outcome| match outcome {
                Outcome::Valid => "ҚОЛТАҢБА ЖАРАМДЫ",
                Outcome::Invalid => "ҚОЛТАҢБА ЖАРАМСЫЗ",
                Outcome::Indeterminate => "ДӘЛЕЛДЕНБЕГЕН",
            },
            signer: "Қол қойған",
            iin: "ЖСН",
            bin: "БСН",
            unknown: "белгісіз",
            stated: "Қол қоюшы көрсеткен уақыт",
            proven: "Уақыт белгісімен дәлелденген уақыт",
            warning: "ескерту",
        },
    }
}

/// A few lines for people.
pub fn human(path: &Path, verdict: &Verdict, lang: Lang) -> String {
    let words = words(lang);
    let mut lines = vec![format!("{}: {}", path.display(), (words.verdict)(verdict.outcome))];
    lines.extend(verdict.findings.iter().map(|finding| line(finding, &words, lang)));
    for signer in &verdict.signers {
        human_signer(signer, &words, lang, &mut lines);
    }
    lines
        .iter()
        .map(|line| line.chars().filter(|letter| !letter.is_control()).collect())
        .collect::<Vec<String>>()
        .join("\n")
}

fn human_signer(signer: &SignerVerdict, words: &Words, lang: Lang, lines: &mut Vec<String>) {
    let mut who = vec![signer.name.clone().unwrap_or_else(|| words.unknown.to_owned())];
    who.extend(signer.iin.as_ref().map(|iin| format!("{} {iin}", words.iin)));
    who.extend(signer.bin.as_ref().map(|bin| format!("{} {bin}", words.bin)));
    who.extend(signer.role.map(|role| role.title(lang).to_owned()));
    who.extend(signer.algorithm.map(|algorithm| algorithm.as_str().to_owned()));
    lines.push(format!("  {}: {} - {}", words.signer, who.join(", "), (words.verdict)(signer.outcome)));
    lines.extend(signer.signing_time.map(|time| format!("    {}: {time}", words.stated)));
    lines.extend(signer.timestamp.as_ref().map(|timestamp| format!("    {}: {}", words.proven, timestamp.at)));
    lines.extend(signer.findings.iter().map(|finding| format!("  {}", line(finding, words, lang))));
}

fn line(finding: &Finding, words: &Words, lang: Lang) -> String {
    let mark = if finding.severity() == Severity::Warning { format!("{}: ", words.warning) } else { String::new() };
    format!("  - {mark}{} [{}; {}]", finding.sentence(lang), finding.code.as_str(), finding.code.rule())
}
