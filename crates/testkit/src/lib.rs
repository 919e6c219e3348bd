//! testkit: a mini NCA, the keys it issues, their signatures, a reader of NCA keystores, a simulated NCALayer and phone,
//! a sample receiver of notices, a fake of clamd.
//!
//! For tests and the demo. It signs; it never verifies, so that no verifier is tested by itself.
//! Must never: be a dependency of the shipped binary, or hold a key that opens anything real.

pub mod algorithm;
pub mod ber;
pub mod certificate;
pub mod clamd;
pub mod cms;
pub mod corpus;
pub mod der;
pub mod digest;
pub mod holder;
pub mod key;
pub mod nca;
pub mod ncalayer;
pub mod ocsp;
pub mod oids;
pub mod person;
pub mod phone;
pub mod pkcs12;
pub mod receiver;
pub mod scheme;
pub mod tsa;
pub mod xml;

pub use algorithm::Algorithm;
pub use clamd::Clamd;
pub use digest::Digest;
pub use holder::Holder;
pub use key::Key;
pub use nca::Nca;
pub use ncalayer::Ncalayer;
pub use person::{Person, PersonSpec, Purpose, Role, Validity};
pub use phone::Phone;
pub use receiver::Receiver;
