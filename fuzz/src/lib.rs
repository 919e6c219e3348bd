//! Fuzz targets over everything that reads a stranger's octets, and over the verdict as a whole.
//!
//! Here, apart from libFuzzer, so that `lib/eds/tests/fuzz_targets.rs` runs the same bodies as ordinary tests.
//! Must never: take a panic, memory out of bounds or a "valid" over octets nobody signed for anything but a failure.

pub mod bound;
pub mod mutate;
mod random;
pub mod script;
pub mod setting;
pub mod signed_parts;
pub mod targets;
pub mod tlv;

pub use random::Random;
pub use setting::Setting;
pub use targets::{TARGETS, run};

/// The bodies of one libFuzzer program: the target, and a mutator that knows tag, length and value.
#[macro_export]
macro_rules! door {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(|data: &[u8]| {
            $crate::run($crate::Setting::of_folder(), $name, data);
        });

        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            let target = $crate::targets::named($name);
            match $crate::mutate::structured(&data[..size], target, max_size, seed) {
                Some(changed) => {
                    data[..changed.len()].copy_from_slice(&changed);
                    changed.len()
                }
                None => libfuzzer_sys::fuzzer_mutate(data, size, max_size),
            }
        });
    };
}
