//! libFuzzer's door to the target `tamper_xml` (src/targets.rs says what it holds). Must never hold a check of its own.

#![no_main]

elshi_fuzz::door!("tamper_xml");
