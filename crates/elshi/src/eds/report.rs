//! A verdict as text for people and as JSON for programs.
//! Here because both must say the same. It must never print control characters that came out of a certificate.

use std::path::Path;

use eds::{Finding, Lang, Outcome, Role, Severity, SignerVerdict, Verdict};
use serde_json::{Value, json};

/// One line of JSON: `{"file","verdict","findings":[{"code","text"}],"signers":[..]}`; what is unknown is null.
pub fn json(path: &Path, verdict: &Verdict, lang: Lang) -> String {
    json!({
        "file": path.to_string_lossy(),
        "verdict": verdict.outcome.as_str(),
        "findings": findings(&verdict.findings, lang),
        "signers": verdict.signers.iter().map(|signer| json_signer(signer, lang)).collect::<Vec<_>>(),
    })
    .to_string()
}

/// The line of a file that could not be read: it has no verdict.
pub fn json_unreadable(path: &Path, reason: &str) -> String {
    json!({
        "file": path.to_string_lossy(),
        "verdict": null,
        "findings": [{ "code": "file_unreadable", "text": reason }],
        "signers": [],
    })
    .to_string()
}

fn json_signer(signer: &SignerVerdict, lang: Lang) -> Value {
    json!({
        "verdict": signer.outcome.as_str(),
        "iin": signer.iin,
        "bin": signer.bin,
        "name": signer.name,
        "role": signer.role.map(Role::as_str),
        "algorithm": signer.algorithm.map(eds::Algorithm::as_str),
        "signing_time": signer.signing_time.map(|time| time.to_string()),
        "timestamp": signer.timestamp.as_ref().map(|timestamp| timestamp.at.to_string()),
        "findings": findings(&signer.findings, lang),
    })
}

fn findings(findings: &[Finding], lang: Lang) -> Vec<Value> {
    findings.iter().map(|finding| json!({ "code": finding.code.as_str(), "text": finding.sentence(lang) })).collect()
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
