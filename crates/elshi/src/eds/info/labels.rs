//! Names of what is shown, for programs and for people in three languages.
//! Here so that JSON and text cannot drift apart. It must never hold a value.

use eds::Role;

use super::super::args::LangName;

/// A name for programs and its words.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    pub name: &'static str,
    kk: &'static str,
    ru: &'static str,
    en: &'static str,
}

pub fn in_lang(label: &Label, lang: LangName) -> &'static str {
    match lang {
        LangName::Kk => label.kk,
        LangName::Ru => label.ru,
        LangName::En => label.en,
    }
}

const fn label(name: &'static str, kk: &'static str, ru: &'static str, en: &'static str) -> Label {
    Label { name, kk, ru, en }
}

// Kinds.
pub const CERTIFICATE: Label = label("certificate", "Куәлік (сертификат)", "Сертификат", "Certificate");
pub const CMS: Label = label("cms", "Қол қойылған файл (CMS)", "Подписанный файл (CMS)", "Signed file (CMS)");
pub const XML: Label = label("xml", "Қол қойылған XML", "Подписанный XML", "Signed XML");
pub const SIGNER: Label = label("signer", "Қол қоюшы", "Подписавший", "Signer");
pub const CRL: Label = label("crl", "Қайтарып алу тізімі", "Список отозванных сертификатов", "Revocation list");
pub const DELTA_CRL: Label = label(
    "delta_crl",
    "Қайтарып алу тізімінің өзгерістері (delta)",
    "Изменения списка отозванных (delta)",
    "Changes to a revocation list (delta)",
);
pub const OCSP: Label = label("ocsp_response", "OCSP жауабы", "Ответ OCSP", "OCSP response");
pub const ANSWER: Label = label("answer", "Жауап", "Ответ", "Answer");
pub const TIMESTAMP_TOKEN: Label = label("timestamp", "Уақыт белгісі", "Метка времени", "Timestamp");
pub const TIMESTAMP_RESPONSE: Label = label(
    "timestamp_response",
    "Уақыт белгісі қызметінің жауабы",
    "Ответ службы меток времени",
    "Answer of a timestamp service",
);
pub const TIMESTAMP_REQUEST: Label =
    label("timestamp_request", "Уақыт белгісін сұрау", "Запрос метки времени", "Request for a timestamp");
pub const KEYSTORE: Label = label("keystore", "Кілттер қоймасы", "Хранилище ключей", "Keystore");
pub const KEY: Label = label("key", "Құпия кілт", "Закрытый ключ", "Private key");

// Facts.
pub const SUBJECT: Label = label("subject", "Иесі", "Владелец", "Subject");
pub const ISSUER: Label = label("issuer", "Берген", "Издатель", "Issuer");
pub const SERIAL: Label = label("serial", "Нөмірі", "Серийный номер", "Serial number");
pub const NOT_BEFORE: Label = label("not_before", "Басталуы", "Действует с", "Valid from");
pub const NOT_AFTER: Label = label("not_after", "Аяқталуы", "Действует до", "Valid until");
pub const IIN: Label = label("iin", "ЖСН", "ИИН", "IIN");
pub const BIN: Label = label("bin", "БСН", "БИН", "BIN");
pub const ROLES: Label = label("roles", "Рөлдері", "Роли", "Roles");
pub const KEY_USAGE: Label = label("key_usage", "Кілттің мақсаты", "Назначение ключа", "Key usage");
pub const ALGORITHM: Label = label("algorithm", "Алгоритм", "Алгоритм", "Algorithm");
pub const BITS: Label = label("bits", "Ұзындығы, бит", "Длина, бит", "Bits");
pub const POLICIES: Label = label("policies", "Саясаттары", "Политики", "Policies");
pub const CRL_ADDRESSES: Label = label(
    "crl_addresses",
    "Қайтарып алу тізімінің мекенжайы (нұсқау ғана)",
    "Адрес списка отозванных (лишь подсказка)",
    "Address of the revocation list (a hint)",
);
pub const DELTA_ADDRESSES: Label = label(
    "delta_crl_addresses",
    "Тізім өзгерістерінің мекенжайы (нұсқау ғана)",
    "Адрес изменений списка (лишь подсказка)",
    "Address of changes to the list (a hint)",
);
pub const OCSP_ADDRESSES: Label = label(
    "ocsp_addresses",
    "OCSP мекенжайы (нұсқау ғана)",
    "Адрес OCSP (лишь подсказка)",
    "Address of the OCSP responder (a hint)",
);
pub const FINGERPRINT: Label = label("sha256", "SHA-256 таңбасы", "Отпечаток SHA-256", "SHA-256 fingerprint");
pub const NUMBER: Label = label("number", "Тізім нөмірі", "Номер списка", "Number");
pub const BASE_NUMBER: Label = label("base_number", "Негізгі тізім нөмірі", "Номер основного списка", "Base number");
pub const THIS_UPDATE: Label = label("this_update", "Шығарылған", "Выпущен", "Issued at");
pub const NEXT_UPDATE: Label = label("next_update", "Келесісі", "Следующий", "Next at");
pub const ENTRIES: Label = label("entries", "Жазба саны", "Записей", "Entries");
pub const PRODUCED_AT: Label = label("produced_at", "Жасалған", "Составлен", "Produced at");
pub const ANSWERS: Label = label("answers", "Жауап саны", "Ответов", "Answers");
pub const STATUS: Label = label("status", "Күйі", "Состояние", "Status");
pub const REVOKED_AT: Label = label("revoked_at", "Қайтарып алынған", "Отозван", "Revoked at");
pub const REFUSED: Label = label("refused", "Бас тартты", "Отказ", "Refused");
pub const GENERATED_AT: Label = label("generated_at", "Уақыты", "Время", "Time");
pub const POLICY: Label = label("policy", "Саясат", "Политика", "Policy");
pub const IMPRINT_ALGORITHM: Label =
    label("imprint_algorithm", "Хештің алгоритмі", "Алгоритм хеша", "Imprint algorithm");
pub const IMPRINT: Label = label("imprint", "Хеш", "Хеш", "Imprint");
pub const NONCE: Label = label("nonce", "Кездейсоқ сан", "Случайное число", "Nonce");
pub const AUTHORITY: Label = label("authority", "Белгіні қойған", "Поставила служба", "Authority");
pub const CONTENT_TYPE: Label = label("content_type", "Мазмұн түрі", "Вид содержания", "Content type");
pub const FORM: Label = label("form", "Түрі", "Вид", "Form");
pub const CONTENT_BYTES: Label = label("content_bytes", "Мазмұны, байт", "Содержание, байт", "Content, bytes");
pub const SIGNERS: Label = label("signers", "Қол саны", "Подписей", "Signatures");
pub const NAME: Label = label("name", "Аты", "Имя", "Name");
pub const SIGNING_TIME: Label =
    label("signing_time", "Қол қоюшы көрсеткен уақыт", "Время, указанное подписавшим", "Time stated by the signer");
pub const ALIAS: Label = label("alias", "Кілт аты", "Имя ключа", "Alias");
pub const KEYS: Label = label("keys", "Кілт саны", "Ключей", "Keys");

// Values that are words.
pub const ATTACHED: Label = label("attached", "құжат ішінде", "документ внутри", "document inside");
pub const DETACHED: Label = label("detached", "құжат бөлек", "документ отдельно", "document apart");
pub const GOOD: Label = label("good", "жарамды", "действует", "good");
pub const UNKNOWN: Label = label("unknown", "белгісіз", "неизвестен", "unknown");
pub const REVOKED: Label = label("revoked", "қайтарып алынған", "отозван", "revoked");

/// A value as people read it: words in their language, everything else as it is.
pub fn worded(fact: &Label, value: &str, lang: LangName) -> String {
    let word = |name: &str| {
        if fact.name == ROLES.name {
            return Role::named(name).map(|role| role.title(lang.lang()));
        }
        let words = [ATTACHED, DETACHED, GOOD, UNKNOWN, REVOKED];
        words.iter().find(|word| word.name == name).map(|word| in_lang(word, lang))
    };
    if ![ROLES.name, FORM.name, STATUS.name].contains(&fact.name) {
        return value.to_owned();
    }
    value.split(", ").map(|name| word(name).unwrap_or(name)).collect::<Vec<_>>().join(", ")
}

// Sentences.
pub const NO_PROOF: Label = label(
    "no_proof",
    "Бұл тек оқылды, тексерілген жоқ: `elshi eds verify` тексереді.",
    "Это только прочитано и ничего не доказывает: проверяет `elshi eds verify`.",
    "This was only read and proves nothing: `elshi eds verify` checks.",
);
pub const UNKNOWN_FILE: Label = label(
    "unknown",
    "Файлдың түрі танылмады.",
    "Файл неизвестного вида.",
    "This is no kind of file that is known here.",
);
pub const PASSWORD_MISSING: Label = label(
    "password_missing",
    "Бұл кілттер қоймасы: құпиясөзді --password-file не ELSHI_EDS_PASSWORD арқылы беріңіз.",
    "Это хранилище ключей: дайте пароль через --password-file или ELSHI_EDS_PASSWORD.",
    "This is a keystore: give its password with --password-file or ELSHI_EDS_PASSWORD.",
);
