//! libFuzzer's door to the target `pkcs12` (src/targets.rs says what it holds). Must never hold a check of its own.

#![no_main]

elshi_fuzz::door!("pkcs12");
