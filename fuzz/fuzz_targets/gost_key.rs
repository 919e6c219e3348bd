//! libFuzzer's door to the target `gost_key` (src/targets.rs says what it holds). Must never hold a check of its own.

#![no_main]

elshi_fuzz::door!("gost_key");
