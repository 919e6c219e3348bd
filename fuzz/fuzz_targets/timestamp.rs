//! libFuzzer's door to the target `timestamp` (src/targets.rs says what it holds). Must never hold a check of its own.

#![no_main]

elshi_fuzz::door!("timestamp");
