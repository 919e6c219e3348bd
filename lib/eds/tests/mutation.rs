//! Structured mutations of what the mini NCA mints: every octet changed, every element removed, doubled, swapped,
//! emptied. A change is never valid unless it leaves everything that counts as it was, and never a panic.
//! The fuzz targets of issue 3, part 8 go on where this deterministic part ends. Must never: take minutes.

#[path = "rules/setting.rs"]
mod setting;

#[path = "mutation/evidence.rs"]
mod evidence;
#[path = "mutation/message.rs"]
mod message;
#[path = "mutation/tree.rs"]
mod tree;
#[path = "mutation/whole.rs"]
mod whole;
