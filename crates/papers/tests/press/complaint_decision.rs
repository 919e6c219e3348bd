//! The decision on a complaint: the parts of APPC 101(1), each of the decisions of 100(1), in every language.

use crate::fixture::{PRESS, iin, names, officer, request, three};
use crate::reading::Printed;
use domain::complaint::{Complaint, Decision, Subject, Wish};
use domain::ids::MissionId;
use domain::lang::{CertificateLang, Lang};
use domain::paper::{ComplaintDecisionPaper, Press};
use jiff::civil::date;

fn complaint(language: Lang, subject: Subject) -> Complaint {
    let applicant = request(language, CertificateLang::Ru).applicant;
    Complaint {
        reference: "DR-26-7K4FQX-3".into(),
        language,
        considered_by: three("Сыртқы істер министрлігі", "Министерство иностранных дел", "Ministry of Foreign Affairs"),
        mission: MissionId("berlin".into()),
        official: Some(officer()),
        name: applicant.name,
        iin: iin("991231400014"),
        iin_proven: true,
        postal_address: applicant.address,
        residence: "Lindenstraße 7, 10969 Berlin".into(),
        subject,
        learned_on: date(2026, 11, 23),
        circumstances: "Апостиль на второй странице, #1 *и* $2.".into(),
        wishes: vec![Wish::Cancel, Wish::Other],
        late_because: String::new(),
        attachments: vec![],
        date: date(2026, 11, 24),
    }
}

fn print(language: Lang, subject: Subject, decision: Option<Decision>, is_signed: bool) -> String {
    let (own, names) = (complaint(language, subject), names(false));
    let paper = ComplaintDecisionPaper {
        complaint: &own,
        filed_on: date(2026, 11, 24),
        brief: &three("Бас тарту", "Отказ от 23 ноября", "The refusal"),
        decision,
        reasons: "Статья 84, пункт 4: апостиль есть.",
        follows: &three("Өтініш қайта қаралады.", "Заявление рассматривается заново.", "It is considered anew."),
        date: date(2026, 11, 30),
        officer: &officer(),
        beside: CertificateLang::Ru,
        names: &names,
        is_signed,
    };
    Printed::new(&PRESS.complaint_decision(&paper).unwrap()).text()
}

#[test]
fn appc_101_1_every_part_is_printed_in_the_language_of_the_complaint() {
    let text = print(Lang::Ru, Subject::Refusal, Some(Decision::Cancel), false);
    for needed in [
        "Решение по жалобе",
        "30 ноября 2026 г.",
        "Министерство иностранных дел",
        "991231400014",
        "Отказ от 23 ноября",
        "#1 *и* $2.",
        "Статья 84, пункт 4",
        "подпункт 1)",
        "статья 100, пункт 6",
        "рассматривается заново",
        "Место печати",
    ] {
        assert!(text.contains(needed), "{needed:?} is missing in {text}");
    }
    let kazakh = print(Lang::Kk, Subject::Annulment, None, true);
    assert!(kazakh.contains("Шағым бойынша шешім") && kazakh.contains("91-баптың"), "{kazakh}");
    assert!(!kazakh.contains("Решение по жалобе") && !kazakh.contains("Место печати"), "{kazakh}");
    let english = print(Lang::En, Subject::Annulment, None, false);
    assert!(english.contains("Decision on a complaint") && english.contains("Решение по жалобе"), "{english}");
}

#[test]
fn each_decision_and_each_subject_has_its_words() {
    for lang in Lang::ALL {
        for decision in Decision::ALL.into_iter().map(Some).chain([None]) {
            assert!(print(lang, Subject::Annulment, decision, false).contains("100"), "{decision:?}");
        }
        for subject in Subject::ALL {
            assert!(!print(lang, subject, Some(Decision::SendBack), true).is_empty());
        }
    }
}
