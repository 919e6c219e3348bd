//! What the tools say of their own, in three languages; what a library refuses with is said by the library.
//! Here so that no sentence stands in one language only. It must never hold a value.

use super::args::LangName;

/// One sentence in three languages.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    kk: &'static str,
    ru: &'static str,
    en: &'static str,
}

impl Sentence {
    pub fn of(self, lang: LangName) -> &'static str {
        match lang {
            LangName::Kk => self.kk,
            LangName::Ru => self.ru,
            LangName::En => self.en,
        }
    }
}

pub const NO_CMS: Sentence = Sentence {
    kk: "Бұл оқылатын CMS қолтаңбасы емес.",
    ru: "Это не подпись CMS, которую можно прочитать.",
    en: "This is no CMS that can be read.",
};
pub const NOTHING_INSIDE: Sentence = Sentence {
    kk: "Қолтаңба құжаттан бөлек тұр (detached): ішінен алатын ештеңе жоқ.",
    ru: "Подпись стоит отдельно от документа (detached): извлекать нечего.",
    en: "The signature stands beside its document (it is detached): there is nothing inside to take out.",
};
pub const NO_SUCH_KEY: Sentence = Sentence {
    kk: "Мұндай аты бар кілт жоқ; --alias мәні мыналардың бірі болсын",
    ru: "Ключа с таким именем нет; дайте в --alias одно из",
    en: "There is no key of this name; give --alias with one of",
};
pub const SEVERAL_KEYS: Sentence = Sentence {
    kk: "Бірнеше кілт бар; --alias мәні мыналардың бірі болсын",
    ru: "Ключей несколько; дайте в --alias одно из",
    en: "There are several keys; give --alias with one of",
};
pub const NOT_UTF8: Sentence =
    Sentence {
        kk: "Құжат UTF-8 түрінде емес.", ru: "Документ не в UTF-8.", en: "The document is not in UTF-8."
    };
pub const SIGNED_BY: Sentence = Sentence { kk: "Қол қойған", ru: "Подписано", en: "Signed by" };
pub const IIN: Sentence = Sentence { kk: "ЖСН", ru: "ИИН", en: "IIN" };
pub const BIN: Sentence = Sentence { kk: "БСН", ru: "БИН", en: "BIN" };
pub const CERTIFICATE: Sentence =
    Sentence { kk: "сертификат нөмірі", ru: "сертификат", en: "certificate" };
pub const NO_ANSWER: Sentence = Sentence {
    kk: "Уақыт белгісі қызметінен жауап алынбады",
    ru: "Служба меток времени не дала ответа",
    en: "The timestamp service gave no answer",
};
pub const NO_SUCH_SIGNATURE: Sentence = Sentence {
    kk: "Мұндай нөмірлі қолтаңба жоқ; файлдағы қолтаңба саны",
    ru: "Подписи с таким номером нет; подписей в файле",
    en: "There is no signature of this number; signatures in the file",
};
pub const BINARY_ON_TERMINAL: Sentence = Sentence {
    kk: "Терминалға екілік деректер шығар еді; --out FILE беріңіз.",
    ru: "На терминал вышли бы двоичные данные; дайте --out FILE.",
    en: "This would send binary data to the terminal; give --out FILE.",
};
pub const FILE_EXISTS: Sentence = Sentence {
    kk: "Мұндай файл бар; ауыстыру үшін --force беріңіз.",
    ru: "Такой файл уже есть; чтобы заменить его, дайте --force.",
    en: "There is such a file; give --force to replace it.",
};
