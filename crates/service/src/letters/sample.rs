//! What letters are filled with to be looked at and measured: the longest values that real ones carry. Nobody of these people lives.

use crate::texts::Value;
use domain::lang::Lang;

/// A reference.
pub const REFERENCE: &str = "DR-26-7K4FQ2-X";
/// The person who died.
pub const NAME: &str = "АХМЕТОВА Әлия Серікқызы";
/// A one-time code.
pub const CODE: &str = "123456";
const HOST: &str = "elshi.mfa.gov.kz";
const PHONE: &str = "+49 30 47 00 71 11";

/// What officials write.
const LONG: [&str; 19] = [
    "place",
    "reason",
    "remedy",
    "grounds",
    "body",
    "collector",
    "items",
    "higher_body",
    "decision",
    "to",
    "basis",
    "document",
    "answer",
    "things",
    "way",
    "next",
    "suspension",
    "official",
    "cases",
];

/// A zone of two words, the longest month, the addresses of a portal.
pub fn values(letter: &str, lang: Lang, is_sms: bool) -> Vec<(&'static str, Value)> {
    let (date, city, zone, mission, text) = match lang {
        Lang::Kk => (
            "2026 жылғы 24 қыркүйек",
            "Санкт-Петербург",
            "Санкт-Петербург уақыты",
            "Қазақстан Республикасының Елшілігі (Берлин)",
            "Қызметкердің сөздері",
        ),
        Lang::Ru => (
            "24 сентября 2026 г.",
            "Санкт-Петербург",
            "время Санкт-Петербурга",
            "Посольство Республики Казахстан (Берлин)",
            "Слова сотрудника",
        ),
        Lang::En => (
            "24 September 2026",
            "Saint Petersburg time",
            "Saint Petersburg time",
            "Embassy of the Republic of Kazakhstan in Berlin",
            "Words of the officer",
        ),
    };
    let moment = format!("{date}, 18:00 ({city})");
    let address = format!("https://{HOST}/{}/services", lang.tag());
    // A text message names the history, not the case, for want of room.
    let id = "01a207a2-4334-7aab-85fb-6a02403964e1";
    let url = match letter {
        // The only way to an answer for who has no account.
        own if own.starts_with("enquiry-") => format!("https://{HOST}/{}/enquiries/{id}", lang.tag()),
        _ if is_sms => address,
        _ => format!("{address}/{id}"),
    };
    let mut values: Vec<(&'static str, Value)> = vec![("url", url.into()), ("time", "18:00".into())];
    let mut put = |names: &[&'static str], text: &str| values.extend(names.iter().map(|name| (*name, text.into())));
    put(&["reference"], REFERENCE);
    put(&["name"], NAME);
    put(&["date", "answer_by_date", "decide_on", "appeal_until", "erased", "sent"], date);
    put(&["deadline", "answer_by", "forward_by", "decide_by", "when"], &moment);
    put(&["zone"], zone);
    put(&["phone", "call"], PHONE);
    put(&["code"], CODE);
    put(&["minutes"], "15");
    put(&["hours"], "24");
    put(&["host"], HOST);
    put(&["record", "certificate", "number"], "26-0000123");
    put(&["count"], "3");
    put(&["mission"], mission);
    put(&LONG, text);
    values
}
