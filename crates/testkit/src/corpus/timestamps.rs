//! Timestamps of the corpus: on signatures whose certificate expired ten days ago, so that each token decides.
//!
//! Must never: let a signature be valid for another reason than its token.

use super::Verdict::{Indeterminate, Valid};
use super::{CONTENT, Corpus, DAY};
use crate::cms::{Encoding, Message, Signer};
use crate::nca::extensions::purposes;
use crate::tsa::{self, Tsa};
use crate::{Algorithm, Digest, Nca, oids};

pub(super) fn add(corpus: &mut Corpus) {
    let (now, at) = (corpus.at(), corpus.at() - DAY * 30);
    for algorithm in Algorithm::ALL {
        let tsa = corpus.nca.tsa(algorithm);
        for digest in [Digest::Sha1, Digest::Sha256, Digest::Gost34311, Digest::Streebog512] {
            let signer = Signer::new(&corpus.expired(algorithm), at);
            let stamped = signer.stamped(|signature| vec![tsa.token(digest, signature, at)]);
            let name = format!("{}_{digest:?}", algorithm.name()).to_lowercase();
            let cms = Message::new(CONTENT, vec![stamped]).encode();
            corpus.case(&format!("cms/stamped_{name}.cms"), cms, Valid, "signed before the certificate expired");
            let request = tsa::request(digest, CONTENT, Some(&[1, 2, 3]), true);
            corpus.add(format!("tsp/{name}.tsr"), tsa.respond(&request, now));
            corpus.add(format!("tsp/{name}.tsq"), request);
            corpus.add(format!("tsp/{name}.tst"), tsa.token(digest, CONTENT, now));
        }
    }
    corpus.add("tsp/rejected.tsr", tsa::rejection(tsa::SYSTEM_FAILURE, "the clock stands"));
    let own = corpus.nca.tsa(Algorithm::Gost512);
    let odd = |validity, extensions: &[Vec<u8>]| {
        Tsa::new(corpus.nca.holder_valid(Algorithm::Gost512, "ODD TSA", extensions, validity))
    };
    let years = (now - DAY * 700, now + DAY * 700);
    let stamping = [purposes(&[oids::TIME_STAMPING])];
    let cases = [
        ("ber", Tsa { encoding: Encoding::Indefinite { segment: 9 }, ..own.clone() }, Valid, "a token in BER"),
        ("other", Tsa { other_imprint: true, ..own.clone() }, Indeterminate, "the token is over something else"),
        ("broken", Tsa { broken: true, ..own.clone() }, Indeterminate, "a bit of the token was changed"),
        ("future", Tsa { skew: DAY * 31, ..own.clone() }, Indeterminate, "the token is from tomorrow"),
        ("no_purpose", odd(years, &[purposes(&[oids::OCSP_SIGNING])]), Indeterminate, "no TSA"),
        ("expired_tsa", odd((now - DAY * 90, now - DAY * 60), &stamping), Indeterminate, "the TSA had expired"),
        ("since_expired_tsa", odd((now - DAY * 90, now - DAY), &stamping), Valid, "the TSA was in force then"),
        (
            "unknown_tsa",
            Nca::new([0xee; 32], now).tsa(Algorithm::Gost512),
            Indeterminate,
            "the TSA's root is not listed",
        ),
    ];
    for (name, tsa, verdict, reason) in cases {
        let signer = Signer::new(&corpus.expired(Algorithm::Gost512), at);
        let stamped = signer.stamped(|signature| vec![tsa.token(Digest::Streebog512, signature, at)]);
        let cms = Message::new(CONTENT, vec![stamped]).encode();
        corpus.case(&format!("cms/stamp_{name}.cms"), cms, verdict, reason);
    }
}
