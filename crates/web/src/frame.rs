//! The frame of a page: title, language switch, account, back link, errors, help. Every page template holds one as `frame`.

use crate::assets::AssetNames;
use crate::desk::nav;
use crate::switch;
use crate::texts::T;
use crate::visit::Visit;
use domain::lang::Lang;
use office::session::SessionView;
use std::sync::Arc;

/// Who is signed in, as the header shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Account {
    /// Nobody.
    Nobody,
    /// An applicant.
    Applicant,
    /// A person of a mission, an auditor or an administrator.
    Staff {
        /// Their name.
        name: String,
        /// The room they begin in: address without the language, and key of its text.
        room: (&'static str, &'static str),
    },
}

impl Account {
    /// Of a session.
    pub fn of(session: Option<&SessionView>) -> Account {
        match session {
            None => Account::Nobody,
            Some(session) => match &session.officer {
                Some(officer) => {
                    Account::Staff { name: officer.line.name.clone(), room: nav::first_room(&session.actor) }
                }
                None => Account::Applicant,
            },
        }
    }
}

/// One line of the error summary: what is wrong and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorLine {
    /// Id of the field, without `#`; empty when the error belongs to no field.
    pub field: String,
    /// The sentence, the same as at the field.
    pub text: String,
}

/// A link of the language switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// This page in that language.
    pub url: String,
    /// True for the page's own language.
    pub current: bool,
}

/// The mission a person can ask, in the help block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpMission {
    /// Name in the page's language.
    pub name: String,
    /// Telephone; empty when not known.
    pub phone: String,
}

/// See the module.
#[derive(Clone)]
pub struct Frame {
    /// Texts of the page.
    pub t: T,
    /// The one H1.
    pub heading: String,
    /// Section above the heading; also in the title.
    pub caption: Option<String>,
    /// Address of the page before this one.
    pub back: Option<String>,
    /// What is wrong with what was typed.
    pub errors: Vec<ErrorLine>,
    /// A neutral message about what has just been done.
    pub notice: Option<String>,
    /// Who is signed in.
    pub account: Account,
    /// Seconds until the session ends; `None` where nobody is signed in.
    pub session_seconds: Option<i64>,
    /// Hidden field of forms.
    pub csrf: String,
    /// True under a trust list of test keys: every page says so.
    pub test: bool,
    /// True for the officer's wide pages.
    pub wide: bool,
    /// True when a page loads the script of signing.
    pub signs: bool,
    /// The page has a form `page` whose typed answers go along to another language.
    pub keeps: bool,
    /// Name and value of the button that Enter presses in that form.
    pub enter: (&'static str, &'static str),
    /// This page in other languages.
    pub languages: Vec<LanguageLink>,
    /// Names of style sheet and scripts.
    pub assets: Arc<AssetNames>,
    /// Whom to ask.
    pub help: Option<HelpMission>,
    /// Reference of the case, for the help block.
    pub reference: Option<String>,
    /// Public address and path of the page, for the head of a printed page.
    pub printed_from: String,
    /// For whom a person of the desk types: their name.
    pub typing: Option<String>,
    /// True in the demonstration: a link to the letters.
    pub demo: bool,
    /// Whose installation it is: name in the page's language, and address of the logo.
    pub owner: Option<(String, Option<String>)>,
}

impl Frame {
    /// The frame of a page with this heading.
    pub fn new(visit: &Visit, heading: String) -> Frame {
        let settings = visit.state.office.settings();
        Frame {
            t: visit.t(),
            heading,
            caption: None,
            back: None,
            errors: vec![],
            notice: None,
            account: visit.account(),
            session_seconds: visit.session_seconds(),
            csrf: visit.csrf.clone(),
            test: visit.state.office.is_test(),
            wide: false,
            signs: false,
            keeps: false,
            enter: ("", ""),
            languages: languages(visit.lang, &visit.path, &visit.query),
            assets: Arc::clone(&visit.state.names),
            help: None,
            reference: None,
            typing: visit.typing_for(),
            printed_from: format!("{}{}", settings.host, visit.url(&visit.path)),
            demo: settings.demo,
            owner: visit
                .state
                .settings
                .owner
                .as_ref()
                .map(|own| (own.name.get(visit.lang).to_owned(), own.logo.clone())),
        }
    }

    /// Adds the section above the heading.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Frame {
        self.caption = Some(caption.into());
        self
    }

    /// Adds the back link.
    #[must_use]
    pub fn back(mut self, address: impl Into<String>) -> Frame {
        self.back = Some(address.into());
        self
    }

    /// Adds the error summary; the title then says so first.
    #[must_use]
    pub fn errors(mut self, errors: Vec<ErrorLine>) -> Frame {
        self.errors = errors;
        self
    }

    /// Adds a neutral message about what has just been done.
    #[must_use]
    pub fn notice(mut self, text: impl Into<String>) -> Frame {
        self.notice = Some(text.into());
        self
    }

    /// Adds whom to ask and the reference to name.
    #[must_use]
    pub fn help(mut self, mission: Option<HelpMission>, reference: Option<String>) -> Frame {
        self.help = mission;
        self.reference = reference;
        self
    }

    /// Makes the page as wide as an officer's screen.
    #[must_use]
    pub fn wide(mut self) -> Frame {
        self.wide = true;
        self
    }

    /// Loads the script of signing.
    #[must_use]
    pub fn signs(mut self) -> Frame {
        self.signs = true;
        self
    }

    /// Lets the language switch take what was typed along: the page's form has the id `page`, and its handler asks
    /// [`Visit::kept_fields`].
    #[must_use]
    pub fn keeps_typed(mut self) -> Frame {
        self.keeps = true;
        self
    }

    /// The same for a form whose first button has a name: Enter presses it.
    #[must_use]
    pub fn keeps_typed_entering(mut self, name: &'static str, value: &'static str) -> Frame {
        self.enter = (name, value);
        self.keeps_typed()
    }

    /// Where the form `page` is posted to come back in the language of `link`.
    pub fn switch(&self, link: &LanguageLink) -> String {
        let own = self.languages.iter().find(|own| own.current).map_or("", |own| own.url.as_str());
        let sign = if own.contains('?') { '&' } else { '?' };
        format!("{own}{sign}{}={}", switch::LANGUAGE, link.tag)
    }

    /// `[Error: ]{H1} – {section} – {service}` (UX.md 2.1).
    pub fn title(&self) -> String {
        let mut title = String::new();
        if !self.errors.is_empty() {
            title.push_str(&self.t.s("frame-title-error"));
            title.push(' ');
        }
        title.push_str(&self.heading);
        for part in [self.caption.clone(), Some(self.t.s("frame-service-name"))].into_iter().flatten() {
            if part != self.heading {
                title.push_str(" – ");
                title.push_str(&part);
            }
        }
        title
    }

    /// The words of the heading, each with whether it is a number with dashes: such a number stays whole at the end of a line.
    pub fn heading_words(&self) -> impl Iterator<Item = (&str, bool)> {
        let whole = |word: &str| word.matches('-').count() > 1 && word.contains(|c: char| c.is_ascii_digit());
        self.heading.split(' ').map(move |word| (word, whole(word)))
    }

    /// The name of the person of a mission who is signed in.
    pub fn staff_name(&self) -> Option<&str> {
        match &self.account {
            Account::Staff { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Where the header leads: address without the language, and key of its text. Staff begin in their first room.
    pub fn home(&self) -> (&'static str, &'static str) {
        match &self.account {
            Account::Staff { room, .. } => *room,
            _ => ("/", "frame-service-name"),
        }
    }

    /// True when an applicant is signed in.
    pub fn is_applicant(&self) -> bool {
        self.account == Account::Applicant
    }

    /// Longest time of a session, hours.
    pub fn session_hours(&self) -> i64 {
        office::session::ABSOLUTE.as_hours()
    }

    /// True when anybody is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.account != Account::Nobody
    }

    /// An address in the page's language.
    pub fn url(&self, path: &str) -> String {
        format!("/{}{path}", self.t.lang.tag())
    }
}

fn languages(lang: Lang, path: &str, query: &str) -> Vec<LanguageLink> {
    let query = switch::own_query(query, None);
    Lang::ALL
        .into_iter()
        .map(|one| LanguageLink {
            tag: one.tag(),
            name: match one {
                Lang::Kk => "Қазақша",
                Lang::Ru => "Русский",
                Lang::En => "English",
            },
            url: format!("/{}{path}{query}", one.tag()),
            current: one == lang,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_keeps_the_page_and_its_query() {
        let links = languages(Lang::Ru, "/request/new", "country=DE");
        let urls: Vec<&str> = links.iter().map(|link| link.url.as_str()).collect();
        assert_eq!(urls, ["/kk/request/new?country=DE", "/ru/request/new?country=DE", "/en/request/new?country=DE"]);
        assert_eq!(links.iter().filter(|link| link.current).count(), 1);
    }
}
