//! The officer at the end of a decision. Until decisions are signed by the officer's EDS, the paper gives name and
//! post, a place for signature and stamp, and says so (DECISIONS.md).

use crate::sheet::{Text, Tongue};
use domain::paper::OfficerLine;
use serde::Serialize;

/// The data of `officer` in `layout.typ`.
#[derive(Serialize)]
pub(crate) struct Officer {
    name: String,
    post: Text,
    signature: Text,
    stamp: Text,
    /// Made with test keys: the word "sample" stands where the stamp would go.
    sample: bool,
    note: Text,
    /// Signed by hand: there is a place for signature and stamp.
    by_hand: bool,
}

impl Officer {
    /// `note_key`: the sentence that says how this paper is signed.
    pub(crate) fn of(line: &OfficerLine, tongue: &Tongue<'_>, note_key: &str) -> Officer {
        Officer {
            name: line.name.clone(),
            post: tongue.trilingual(&line.post),
            signature: tongue.word("paper-place-signature"),
            stamp: tongue.word(if tongue.names.test { "paper-sample" } else { "paper-place-stamp" }),
            sample: tongue.names.test,
            note: tongue.word(note_key),
            by_hand: true,
        }
    }

    /// Says that the decision is signed with the officer's EDS, where it is: then there is nothing to sign by hand.
    pub(crate) fn signing(self, is_signed: bool, tongue: &Tongue<'_>) -> Officer {
        match is_signed {
            true => Officer { note: tongue.word("paper-signed-eds"), by_hand: false, ..self },
            false => self,
        }
    }
}
