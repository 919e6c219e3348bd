//! Signatures for tools and tests: keystores of the NCA RK (PKCS#12), and CMS and XML signatures made with them.
//!
//! Apart from `eds` because this room holds secret keys and that one never does. No IO, no clock, no randomness: the time
//! and 32 random octets are arguments. Must never: verify, print a secret, or panic on any octets.

#![forbid(unsafe_code)]

pub mod cms;
mod key;
pub mod keystore;
mod sentence;
mod signature;
pub mod writer;
pub mod xml;

pub use key::{KeyRefused, PrivateKey};
pub use keystore::{Entry, Keystore, KeystoreError};
pub use signature::{SignError, Signer, Signing};
