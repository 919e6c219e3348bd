//! Messages, documents and tokens: the verdict over the whole file.

use eds::{Code, Evidence, Outcome, Policy, verify};
use testkit::cms::{Message, Signer};
use testkit::{Algorithm, Digest, Nca, PersonSpec, Validity, xml};

use crate::message::parts;
use crate::setting::{DAY, expect, expect_valid, judge, lists, nca, now, person, trust};
use crate::tree::Node;

struct Case {
    nca: Nca,
    lists: Evidence,
}

fn case() -> Case {
    let nca = nca();
    Case { lists: lists(&nca), nca }
}

impl Case {
    fn outcome(&self, file: &[u8]) -> Outcome {
        verify(file, None, trust(&self.nca), &self.lists, &Policy::any(), now()).outcome
    }

    /// A changed message that is still valid must mean the same.
    #[track_caller]
    fn must_mean_the_same(&self, original: &[u8], changed: &[u8], what: &str) {
        if changed != original && self.outcome(changed) == Outcome::Valid {
            assert!(parts(changed) == parts(original), "{what} is valid and means something else");
        }
    }
}

#[test]
fn no_octet_of_a_message_can_change_its_meaning_and_stay_valid() {
    let case = case();
    for algorithm in Algorithm::ALL {
        let cms = person(&case.nca, algorithm).sign_attached(b"content", now());
        assert_eq!(case.outcome(&cms), Outcome::Valid);
        for at in 0..cms.len() {
            let mut changed = cms.clone();
            // Each position gets another bit, and over the positions all of them.
            changed[at] ^= 1 << (at % 8);
            case.must_mean_the_same(&cms, &changed, &format!("{algorithm:?} octet {at}"));
        }
    }
}

#[test]
fn no_element_of_a_message_can_go_come_or_move_and_change_its_meaning() {
    let case = case();
    for algorithm in Algorithm::ALL {
        let cms = person(&case.nca, algorithm).sign_attached(b"content", now());
        let tree = Node::read(&cms);
        assert_eq!(tree.write(), cms);
        let mut tried = 0;
        for (what, changed) in tree.changes() {
            case.must_mean_the_same(&cms, &changed, &format!("{algorithm:?} {what}"));
            tried += 1;
        }
        assert!(tried > 500, "{tried}");
    }
}

#[test]
fn elements_of_two_signers_cannot_be_mixed() {
    let case = case();
    let two = [Algorithm::Rsa, Algorithm::Gost2004].map(|one| Signer::new(&person(&case.nca, one), now()));
    let cms = Message::new(b"content", two.into()).encode();
    assert_eq!(case.outcome(&cms), Outcome::Valid);
    for (what, changed) in Node::read(&cms).changes() {
        if case.outcome(&changed) == Outcome::Valid {
            // A signature may be left out or told twice: that is another message, whose signers all signed.
            let (before, after) = (parts(&cms), parts(&changed));
            let known = |signer: &Vec<Vec<u8>>| before.as_ref().is_some_and(|all| all.has_signer(signer));
            assert!(after.is_some_and(|after| after.all_signers(known)), "{what}");
        }
    }
}

#[test]
fn no_octet_of_a_document_can_change_and_stay_valid() {
    let case = case();
    for algorithm in [Algorithm::Rsa, Algorithm::Gost2004] {
        let signed = xml::sign("<a x=\"1\"><b>text</b></a>", &person(&case.nca, algorithm), &xml::Options::default());
        assert_eq!(case.outcome(signed.as_bytes()), Outcome::Valid);
        for at in 0..signed.len() {
            let mut changed = signed.clone().into_bytes();
            changed[at] ^= 1 << (at % 8);
            let near = &signed[at.saturating_sub(20)..(at + 20).min(signed.len())];
            assert_ne!(case.outcome(&changed), Outcome::Valid, "{at}: ..{near}..");
        }
    }
}

#[test]
fn no_piece_of_a_document_can_go_or_come_twice_and_stay_valid() {
    let case = case();
    let signed = xml::sign("<a><b>text</b></a>", &person(&case.nca, Algorithm::Rsa), &xml::Options::default());
    // Every pair of tags that stand open and shut is an element: remove it, double it, empty it.
    let starts: Vec<_> =
        signed.match_indices('<').map(|(at, _)| at).filter(|at| !signed[*at..].starts_with("</")).collect();
    for start in starts {
        let name: String = signed[start + 1..].chars().take_while(|letter| !" >".contains(*letter)).collect();
        let close = format!("</{name}>");
        let end = start + signed[start..].find(&close).map_or(0, |at| at + close.len());
        let open_end = start + signed[start..].find('>').map_or(0, |at| at + 1);
        let element = &signed[start..end];
        for (what, changed) in [
            ("remove", format!("{}{}", &signed[..start], &signed[end..])),
            ("double", format!("{element}{}", &signed[end..])),
            ("empty", format!("{}{}{close}", &signed[..open_end], &signed[end..])),
        ] {
            let changed = if what == "double" { format!("{}{element}{changed}", &signed[..start]) } else { changed };
            // The certificate may be told twice: KeyInfo is a hint.
            let hint = what == "double" && matches!(name.as_str(), "ds:X509Data" | "ds:X509Certificate");
            assert_eq!(case.outcome(changed.as_bytes()) == Outcome::Valid, hint, "{what} {name}");
        }
    }
}

#[test]
fn no_octet_and_no_element_of_a_token_can_change_and_still_prove_a_time() {
    let case = case();
    let validity = Validity::Between(now() - DAY * 375, now() - DAY * 10);
    let spec = PersonSpec { validity, ..PersonSpec::individual("expired", Algorithm::Rsa) };
    let (signer, tsa) = (case.nca.person(&spec), case.nca.tsa(Algorithm::Rsa));
    let at = now() - DAY * 30;
    let message = |token: Vec<u8>| {
        let stamped = Signer::new(&signer, at).stamped(move |_| vec![token.clone()]);
        Message::new(b"content", vec![stamped]).encode()
    };
    let bare = Message::new(b"content", vec![Signer::new(&signer, at)]).encode();
    let unproven = judge(&bare, &case.nca, &case.lists);
    expect(&unproven, Outcome::Indeterminate, Code::CertificateExpired);
    let token = tsa.token(Digest::Sha256, &unproven.signers[0].signature, at);
    let judged = |token: Vec<u8>| judge(&message(token), &case.nca, &case.lists);
    expect_valid(&judged(token.clone()));
    let octets = (0..token.len()).map(|at| {
        let mut changed = token.clone();
        changed[at] ^= 1 << (at % 8);
        (format!("octet {at}"), changed)
    });
    for (what, changed) in octets.chain(Node::read(&token).changes()) {
        let verdict = judged(changed.clone());
        if verdict.signers.first().is_some_and(|signer| signer.timestamp.is_some()) {
            assert!(parts(&changed) == parts(&token), "{what} counts and means something else");
        } else {
            let ignored = verdict.all_findings().any(|finding| finding.code == Code::TimestampIgnored);
            assert!(ignored || verdict.outcome == Outcome::Invalid, "{what} is left aside without a word");
        }
    }
}
