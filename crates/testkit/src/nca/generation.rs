//! The generations of authorities one meets: names in another order, key identifiers of four octets, path lengths.
//!
//! Root keys of 2020 are RSA-4096 in life; here they are RSA-2048, because making a longer one takes a debug build
//! seconds. Must never: be needed for an ordinary test, which has `Nca::hierarchy`.

use jiff::SignedDuration;

use super::authority::Authority;
use super::template::{Template, key_identifier};
use super::{Hierarchy, Nca, extensions, subject};
use crate::holder::Holder;
use crate::key::derive;
use crate::{Algorithm, Key, Person, PersonSpec};

const YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Generation {
    /// Root of 2015 (CN, O, C) and NCA of 2018 (C, CN), whose certificates name it CN, C by a key identifier of four
    /// octets.
    Y2018,
    /// Root and NCA of 2020, path length 0.
    Y2020,
    /// Root and NCA of 2022: `Nca::hierarchy`.
    Y2022,
    /// The authority of state bodies (C, O, CN) under a root of the NCA.
    StateBodies,
}

impl Generation {
    pub const ALL: [Self; 4] = [Self::Y2018, Self::Y2020, Self::Y2022, Self::StateBodies];
}

impl Nca {
    /// Root and issuing authority as that generation looks.
    pub fn generation(&self, generation: Generation, algorithm: Algorithm) -> Hierarchy {
        let key = |label: &str| {
            Key::from_seed(algorithm, derive(&self.seed, &format!("{label} {generation:?} {}", algorithm.name())))
        };
        let years = (self.at - YEAR * 5, self.at + YEAR * 10);
        let root = |subject: Vec<u8>| -> Holder {
            let key = key("root");
            let identifier = key_identifier(&key.public_key_info());
            Template::new(subject, years, extensions::authority(&identifier, &identifier)).self_signed(key)
        };
        let issuing = |root: &Holder, subject: Vec<u8>, octets: usize, path_len: Option<u64>| -> Holder {
            let key = key("issuing");
            let identifier = key_identifier(&key.public_key_info());
            let above = &root.certificate.subject_key_identifier;
            let mut extensions = extensions::authority(&identifier[..octets], above);
            extensions[0] = extensions::basic_constraints(path_len);
            Template::new(subject, years, extensions).issue(root, key)
        };
        match generation {
            Generation::Y2022 => {
                let hierarchy = self.hierarchy(algorithm);
                Hierarchy { root: hierarchy.root.clone(), issuing: hierarchy.issuing.clone() }
            }
            Generation::Y2018 => {
                let root = root(subject::authority_of_organization("НЕГІЗГІ ОРТАЛЫҚ 2015", "РМК «СЫНАҚ»", false));
                let holder = issuing(&root, subject::authority_of_2018("ҰЛТТЫҚ ОРТАЛЫҚ 2018"), 4, None);
                let issues_as = Some(subject::reversed(holder.name()));
                Hierarchy { root: root.into(), issuing: Authority { issues_as, ..holder.into() } }
            }
            Generation::Y2020 => {
                let root = root(subject::authority("НЕГІЗГІ ОРТАЛЫҚ 2020", algorithm));
                let issuing = issuing(&root, subject::authority("ҰКО 3.0", algorithm), 20, Some(0));
                Hierarchy { root: root.into(), issuing: issuing.into() }
            }
            Generation::StateBodies => {
                let root = self.hierarchy(algorithm).root.clone();
                let name = subject::authority_of_organization("МЕМЛЕКЕТТІК ОРГАНДАР ОРТАЛЫҒЫ", "Қазақстан", true);
                let issuing = issuing(&(&root).into(), name, 20, None);
                Hierarchy { root, issuing: issuing.into() }
            }
        }
    }

    /// A certificate of that generation's issuing authority.
    pub fn person_of(&self, generation: Generation, spec: &PersonSpec) -> Person {
        let label = format!("person {} {generation:?} {}", spec.id, spec.algorithm.name());
        let key = Key::from_seed(spec.algorithm, derive(&self.seed, &label));
        self.generation(generation, spec.algorithm).issuing.issue_person(spec, key, self.validity(spec.validity))
    }
}
