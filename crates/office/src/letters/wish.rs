//! How the person of a case wants its letters: the account's wish, else what the request says.

use crate::OfficeError;
use domain::lang::Lang;
use domain::notices::NoticeWish;
use store::Tx;
use store::application::Application;

/// How the person of a case wants its letters.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    /// The language: the account's wish, else that of the request.
    pub(crate) lang: Lang,
    /// The ways; `None`: as the request says.
    pub(super) ways: Option<NoticeWish>,
    /// The account's address, for a request that names none.
    pub(super) email: Option<String>,
}

/// Reads it from the account.
///
/// # Errors
/// Faults of the store.
pub(crate) async fn wish(tx: &mut Tx, case: &Application) -> Result<Wish, OfficeError> {
    let own = store::account::get(tx, case.account).await?;
    let lang = own.as_ref().and_then(|own| own.notice_lang).unwrap_or(case.language);
    let (ways, email) = own.map(|own| (own.notice_wish, own.email)).unwrap_or_default();
    Ok(Wish { lang, ways, email })
}
