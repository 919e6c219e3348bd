//! CMS of the corpus: every form that is right, every form that is wrong.
//!
//! Must never: need a list or an answer of its own; that is `evidence`.

use super::Verdict::{Indeterminate, Invalid, Valid};
use super::{CONTENT, Corpus, with_changed};
use crate::cms::{Attribute, Encoding, Message, MessageDigest, Options, Signer, SignerName, pem, sign};
use crate::nca::extensions::{SIGN_AND_COMMIT, critical, key_usage};
use crate::nca::generation::Generation;
use crate::scheme::Scheme;
use crate::{Algorithm, Digest, Nca, PersonSpec, Purpose, Role, Validity, oids, pkcs12};

pub(super) fn add(corpus: &mut Corpus) {
    for algorithm in Algorithm::ALL {
        forms(corpus, algorithm);
        generations(corpus, algorithm);
    }
    certificates(corpus);
    roles(corpus);
    wrong_forms(corpus);
    weak(corpus);
}

fn forms(corpus: &mut Corpus, algorithm: Algorithm) {
    let (at, name) = (corpus.at(), algorithm.name());
    let person = corpus.person("applicant", algorithm);
    let own = |options: Options| sign(&[&person], CONTENT, &options);
    let attached = Options::attached(at);
    let by_key = Options { signer_name: SignerName::KeyIdentifier, ..attached };
    let bare = Options { signed_attributes: false, ..attached };
    let outer = Options { indefinite: true, ..attached };
    corpus.add(format!("p12/{name}.p12"), pkcs12::write(&[("applicant", &person)], super::PASSWORD));
    corpus.case(&format!("cms/{name}_attached.cms"), own(attached), Valid, "as NCALayer signs");
    corpus.case(&format!("cms/{name}_detached.cms"), own(Options::detached(at)), Valid, "as NCALayer signs");
    corpus.case(&format!("cms/{name}_attached.pem"), pem(&own(attached)).into_bytes(), Valid, "armoured");
    corpus.case(&format!("cms/{name}_by_key.cms"), own(by_key), Valid, "subjectKeyIdentifier names the signer");
    corpus.case(&format!("cms/{name}_no_attributes.cms"), own(bare), Valid, "RFC 5652 allows it over plain data");
    corpus.case(&format!("cms/{name}_ber_outer.cms"), own(outer), Valid, "indefinite lengths outside");
    let signer = Signer::new(&person, at).and(Attribute::SigningCertificate(Digest::Sha256));
    let everywhere = Message { encoding: Encoding::Indefinite { segment: 9 }, ..Message::new(CONTENT, vec![signer]) };
    corpus.case(
        &format!("cms/{name}_ber.cms"),
        everywhere.encode(),
        Valid,
        "indefinite lengths and segments everywhere",
    );
    let changed = with_changed(&own(attached), CONTENT);
    corpus.case(&format!("cms/{name}_changed.cms"), changed, Invalid, "the content was changed");
    let broken = own(Options { break_signature: true, ..attached });
    corpus.case(&format!("cms/{name}_broken.cms"), broken, Invalid, "a bit of the signature was changed");
}

fn generations(corpus: &mut Corpus, algorithm: Algorithm) {
    for generation in Generation::ALL {
        let person = corpus.nca.person_of(generation, &PersonSpec::individual("applicant", algorithm));
        let name = format!("cms/{generation:?}_{}.cms", algorithm.name()).to_lowercase();
        corpus.case(&name, person.sign_attached(CONTENT, corpus.at()), Valid, "an older or another authority");
    }
}

fn certificates(corpus: &mut Corpus) {
    let at = corpus.at();
    let gost = Algorithm::Gost512;
    let expired = corpus.expired(gost).sign_attached(CONTENT, at);
    corpus.case("cms/expired.cms", expired, Indeterminate, "expired, and no proof that the signature is older");
    let spec = PersonSpec { validity: Validity::NotYetValid, ..PersonSpec::individual("future", gost) };
    let future = corpus.nca.person(&spec).sign_attached(CONTENT, at);
    corpus.case("cms/not_yet_valid.cms", future, Invalid, "the certificate is not valid yet");
    for algorithm in [Algorithm::Rsa, Algorithm::Gost2004] {
        let spec = PersonSpec { purpose: Purpose::Authenticate, ..PersonSpec::individual("auth", algorithm) };
        let name = format!("cms/{}_auth_key.cms", algorithm.name());
        let cms = corpus.nca.person(&spec).sign_attached(CONTENT, at);
        corpus.case(&name, cms, Invalid, "a key for authentication has no nonRepudiation");
    }
    let stranger = Nca::new([0xee; 32], at).person(&PersonSpec::individual("stranger", gost));
    corpus.case("cms/unknown_issuer.cms", stranger.sign_attached(CONTENT, at), Indeterminate, "no chain to the list");
    let extensions = [key_usage(SIGN_AND_COMMIT), critical("1.2.398.9.9", b"")];
    let odd = Signer::new(corpus.nca.holder(gost, "ODD", &extensions), at);
    let odd = Message::new(CONTENT, vec![odd]).encode();
    corpus.case("cms/unknown_critical_extension.cms", odd, Invalid, "RFC 5280 4.2");
    let forged = with_changed(&corpus.person("applicant", gost).sign_attached(CONTENT, at), b"IIN850417");
    corpus.case("cms/changed_certificate.cms", forged, Invalid, "the certificate was changed");
}

fn roles(corpus: &mut Corpus) {
    let (bin, organization) = ("120340000014".to_owned(), "ТОО «СЫНАҚ»".to_owned());
    let legal = |make: fn(String, String) -> Role| make(bin.clone(), organization.clone());
    let roles = [
        ("head", legal(|bin, organization| Role::FirstHead { bin, organization })),
        ("right_to_sign", legal(|bin, organization| Role::RightToSign { bin, organization })),
        ("financial", legal(|bin, organization| Role::FinancialRightToSign { bin, organization })),
        ("human_resources", legal(|bin, organization| Role::HumanResources { bin, organization })),
        ("employee", legal(|bin, organization| Role::Employee { bin, organization })),
        ("civil_servant", legal(|bin, organization| Role::CivilServant { bin, organization })),
        ("without_purposes", legal(|bin, organization| Role::WithoutPurposes { bin, organization })),
        ("treasury", legal(|bin, organization| Role::TreasuryClient { bin, organization, code: "ROLE01".into() })),
        (
            "system",
            legal(|bin, organization| Role::InformationSystem { bin, organization, system: "1.2.398.6.10.1.1".into() }),
        ),
        ("nca_staff", Role::NcaStaff),
    ];
    for (name, role) in roles {
        let person = corpus.nca.person(&PersonSpec { role, ..PersonSpec::individual(name, Algorithm::Gost512) });
        corpus.add(format!("certificates/{name}.cer"), person.certificate.der.clone());
        let cms = person.sign_attached(CONTENT, corpus.at());
        corpus.case(&format!("cms/role_{name}.cms"), cms, Valid, "any role may sign where no policy forbids it");
    }
}

fn wrong_forms(corpus: &mut Corpus) {
    let at = corpus.at();
    let people = Algorithm::ALL.map(|algorithm| corpus.person("applicant", algorithm));
    let all: Vec<_> = people.iter().collect();
    let attached = Options::attached(at);
    corpus.case("cms/co_signed.cms", sign(&all, CONTENT, &attached), Valid, "three signers of three algorithms");
    let one_bad = people.each_ref().map(|person| Signer::new(person, at));
    let one_bad = one_bad.into_iter().enumerate().map(|(at, one)| Signer { broken: at == 1, ..one }).collect();
    corpus.case("cms/co_signed_one_broken.cms", Message::new(CONTENT, one_bad).encode(), Invalid, "one of three");
    corpus.case("cms/no_signers.cms", sign(&[], CONTENT, &attached), Invalid, "nobody signed");
    let own = |options: Options| sign(&[&people[0]], CONTENT, &options);
    let none = own(Options { embed_certificates: false, ..attached });
    corpus.case("cms/no_certificates.cms", none, Indeterminate, "the signer's certificate is missing");
    for (name, digest) in
        [("wrong", MessageDigest::Wrong), ("missing", MessageDigest::Missing), ("doubled", MessageDigest::Doubled)]
    {
        let cms = own(Options { message_digest: digest, ..attached });
        corpus.case(&format!("cms/digest_{name}.cms"), cms, Invalid, "messageDigest must stand once and fit");
    }
    let whole = own(attached);
    corpus.case("cms/truncated.cms", whole[..whole.len() / 2].to_vec(), Invalid, "cut off");
    corpus.case("cms/trailing.cms", [&whole[..], &[0]].concat(), Invalid, "octets after the end");
    let mut untyped = Signer::new(&people[0], at);
    untyped.attributes = Some(vec![Attribute::MessageDigest]);
    corpus.case("cms/no_content_type.cms", Message::new(CONTENT, vec![untyped]).encode(), Invalid, "RFC 5652 11.1");
    corpus.add("cms/empty.cms", Vec::new());
    corpus.ask("cms/empty.cms", vec![], vec![], Invalid, "nothing");
}

fn weak(corpus: &mut Corpus) {
    let rsa = corpus.person("applicant", Algorithm::Rsa);
    for (name, scheme) in [
        ("sha1", Scheme::rsa(Digest::Sha1)),
        ("sha1_by_digest", Scheme::rsa(Digest::Sha1).named(oids::RSA_ENCRYPTION)),
        ("md5", Scheme::rsa(Digest::Sha256).named(oids::MD5_WITH_RSA)),
    ] {
        let signer = Signer { scheme, ..Signer::new(&rsa, corpus.at()) };
        let cms = Message::new(CONTENT, vec![signer]).encode();
        corpus.case(&format!("cms/weak_{name}.cms"), cms, Invalid, "a weak digest");
    }
}
