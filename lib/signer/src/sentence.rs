//! What a person is told where a keystore does not open or a signature is not made, in Kazakh, Russian and English.
//! Here apart so that each error stands once with all its languages. It must never quote a password or a key.

use std::fmt;

use eds::Lang;

use crate::keystore::KeystoreError;
use crate::signature::SignError;

/// Kazakh, Russian, English, and what is told beside them.
type Told<'a> = ([&'static str; 3], Option<&'a str>);

fn in_lang(([kk, ru, en], detail): Told<'_>, lang: Lang) -> String {
    let text = match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    };
    detail.map_or_else(|| text.to_owned(), |detail| format!("{text} ({detail})"))
}

impl KeystoreError {
    /// One sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let told: Told<'_> = match self {
            Self::NotKeystore => (
                [
                    "Бұл PKCS#12 кілттер қоймасы емес.",
                    "Это не хранилище ключей PKCS#12.",
                    "This is no PKCS#12 keystore.",
                ],
                None,
            ),
            Self::WrongPassword => (["Құпиясөз дұрыс емес.", "Пароль неверен.", "The password is wrong."], None),
            Self::Damaged(place) => (
                ["Кілттер қоймасы бүлінген.", "Хранилище ключей повреждено.", "The keystore is damaged."],
                Some(*place),
            ),
            Self::UnknownAlgorithm(which) => (
                [
                    "Кілттер қоймасының алгоритмі белгісіз.",
                    "Алгоритм хранилища ключей неизвестен.",
                    "The keystore uses an algorithm that is not known here.",
                ],
                Some(which.as_str()),
            ),
            Self::Limit(which) => (
                [
                    "Кілттер қоймасы рұқсат етілген шектен асады.",
                    "Хранилище ключей превышает допустимый предел.",
                    "The keystore exceeds a limit.",
                ],
                Some(*which),
            ),
            Self::NoKey => (
                [
                    "Кілттер қоймасында құпия кілт жоқ.",
                    "В хранилище нет закрытого ключа.",
                    "There is no private key in the keystore.",
                ],
                None,
            ),
        };
        in_lang(told, lang)
    }
}

impl SignError {
    /// One sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        in_lang(self.told(), lang)
    }

    fn told(&self) -> Told<'_> {
        let detail = match self {
            Self::Unreadable(place) | Self::Xml(place) => Some(*place),
            _ => None,
        };
        let texts = match self {
            Self::NoCertificate => [
                "Бұл кілттің сертификаты жоқ.",
                "Нет сертификата этого ключа.",
                "There is no certificate that belongs to the key.",
            ],
            Self::KeyDiffers => [
                "Сертификат бұл кілттікі емес.",
                "Сертификат не от этого ключа.",
                "The certificate does not belong to the key.",
            ],
            Self::Key => ["Кілт бүлінген.", "Ключ повреждён.", "The key is damaged."],
            Self::NoSigner => ["Қол қоюшы көрсетілмеген.", "Подписывающий не указан.", "Nobody was named to sign."],
            Self::Unreadable(_) => {
                ["Бар қолтаңба оқылмайды.", "Имеющаяся подпись не читается.", "The existing signature cannot be read."]
            }
            Self::ContentMissing => [
                "Құжаттың өзі керек: ол қолтаңбаның ішінде жоқ.",
                "Нужен сам документ: внутри подписи его нет.",
                "The document is needed: it is not inside the existing signature.",
            ],
            Self::ContentDiffers => [
                "Берілген құжат қолтаңбаның ішіндегіден өзгеше.",
                "Дан другой документ, не тот, что внутри подписи.",
                "The document is another one than that inside the existing signature.",
            ],
            Self::Signers => [
                "Мұндай қолтаңба жоқ немесе қолтаңба саны шектен асады.",
                "Такой подписи нет, или подписей слишком много.",
                "There is no such signature, or there are too many.",
            ],
            Self::TokenDiffers => [
                "Уақыт белгісі бұл қолтаңбаға қойылмаған.",
                "Метка времени поставлена не на эту подпись.",
                "The timestamp is not over this signature.",
            ],
            Self::Xml(_) => [
                "Бұл XML құжатына қол қою мүмкін емес.",
                "Этот документ XML подписать нельзя.",
                "The XML document cannot be signed.",
            ],
        };
        (texts, detail)
    }
}

impl fmt::Display for KeystoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for KeystoreError {}
impl std::error::Error for SignError {}
