//! Which ways a notice goes: as the person wishes, else as the request says. What the law requires a mission to tell goes at least one way
//! whatever the wish; the notice in the portal is always there beside it.

/// Which ways a person wants notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeWish {
    /// By mail.
    Mail,
    /// By text message.
    Texts,
    /// By both.
    Both,
}

impl NoticeWish {
    /// All.
    pub const ALL: [NoticeWish; 3] = [NoticeWish::Mail, NoticeWish::Texts, NoticeWish::Both];

    /// Stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            NoticeWish::Mail => "email",
            NoticeWish::Texts => "sms",
            NoticeWish::Both => "both",
        }
    }

    /// The wish of a stable name.
    pub fn from_name(name: &str) -> Option<NoticeWish> {
        NoticeWish::ALL.into_iter().find(|wish| wish.as_str() == name)
    }

    /// Mail is among them.
    pub fn by_mail(self) -> bool {
        self != NoticeWish::Texts
    }

    /// Text messages are among them.
    pub fn by_text(self) -> bool {
        self != NoticeWish::Mail
    }
}

/// How a person can be reached about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// An address is known.
    pub has_mail: bool,
    /// A number is known.
    pub has_phone: bool,
    /// The request says "send me text messages".
    pub takes_texts: bool,
}

/// The ways of one notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// By mail.
    pub mail: bool,
    /// By text message.
    pub text: bool,
}

/// The ways a notice goes. `required`: the law requires that it is told.
pub fn ways(wish: Option<NoticeWish>, required: bool, reach: Reach) -> Ways {
    let Reach { has_mail, has_phone, takes_texts } = reach;
    let wanted = match wish {
        None => Ways { mail: has_mail, text: has_phone && takes_texts },
        Some(wish) => Ways { mail: has_mail && wish.by_mail(), text: has_phone && wish.by_text() },
    };
    if required && !wanted.mail && !wanted.text {
        return Ways { mail: has_mail, text: has_phone && !has_mail };
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(has_mail: bool, has_phone: bool, takes_texts: bool) -> Reach {
        Reach { has_mail, has_phone, takes_texts }
    }

    fn told(wish: Option<NoticeWish>, required: bool, reach: Reach) -> (bool, bool) {
        let Ways { mail, text } = ways(wish, required, reach);
        (mail, text)
    }

    #[test]
    fn a_wish_goes_before_what_the_request_says() {
        let all = reach(true, true, true);
        assert_eq!(told(None, false, all), (true, true));
        assert_eq!(told(None, false, reach(true, true, false)), (true, false));
        assert_eq!(told(Some(NoticeWish::Mail), false, all), (true, false));
        assert_eq!(told(Some(NoticeWish::Texts), false, all), (false, true));
        assert_eq!(told(Some(NoticeWish::Both), false, reach(true, true, false)), (true, true));
        assert_eq!(told(Some(NoticeWish::Mail), false, reach(false, true, true)), (false, false));
    }

    #[test]
    fn what_the_law_requires_goes_at_least_one_way() {
        let wishes = [None, Some(NoticeWish::Mail), Some(NoticeWish::Texts), Some(NoticeWish::Both)];
        for wish in wishes {
            for reach in [reach(true, true, false), reach(true, false, false), reach(false, true, false)] {
                let (mail, text) = told(wish, true, reach);
                assert!(mail || text, "{wish:?} {reach:?}");
                assert!((reach.has_mail || !mail) && (reach.has_phone || !text), "{wish:?} {reach:?}");
            }
        }
        assert_eq!(told(Some(NoticeWish::Mail), true, reach(false, true, false)), (false, true));
        assert_eq!(
            told(Some(NoticeWish::Texts), true, reach(true, true, true)),
            (false, true),
            "no second way is added"
        );
    }

    #[test]
    fn stable_names_come_back() {
        for wish in NoticeWish::ALL {
            assert_eq!(NoticeWish::from_name(wish.as_str()), Some(wish));
        }
        assert_eq!(NoticeWish::from_name("none"), None);
    }
}
