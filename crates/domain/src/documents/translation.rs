//! Documents in a foreign language are translated into the state or the Russian language (service page, step 6).

use super::DocumentLanguage;

/// Is a translation needed for a document in this language?
pub fn translation_needed(language: &DocumentLanguage) -> bool {
    !matches!(language.as_str(), "kk" | "ru" | "kk+ru")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_and_russian_need_none_and_everything_else_does() {
        let needed = |tag| translation_needed(&DocumentLanguage::parse(tag).unwrap());
        assert!(!needed("kk") && !needed("ru") && !needed("kk+ru"));
        assert!(needed("de") && needed("en") && needed("ky") && needed("other"));
    }
}
