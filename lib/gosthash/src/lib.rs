//! GOST 34.311-95 and Streebog (GOST R 34.11-2012, RFC 6986) at the pace that large signed documents need.
//!
//! Both are streamed: `new`, `update` as often as there are octets, `finish`. Only public data is hashed here, so tables are looked up
//! by the data; a secret would leak through the cache. No IO, no clock, no allocation, no unsafe. Must never: learn what is hashed.
#![forbid(unsafe_code)]

mod blocks;
mod gost34311;
mod psi;
mod sboxes;
mod streebog;
mod streebog_constants;
mod streebog_tables;
mod wide;

pub use gost34311::Gost34311;
pub use streebog::{Streebog256, Streebog512};
