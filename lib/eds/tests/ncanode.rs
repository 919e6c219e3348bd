//! The complaints on NCANode and the holes in it that EDS.md 7 lists, one test each: what this library does instead.
//! Issue numbers are those of github.com/malikzh/NCANode. Where a complaint is about HTTP or the network, the other
//! half stands in the suites of the NCANode-compatible face (`crates/web`) and of `gateways/nca`; the test says so.

#[path = "rules/setting.rs"]
mod setting;

#[path = "ncanode/complaints.rs"]
mod complaints;
#[path = "ncanode/holes.rs"]
mod holes;
#[path = "ncanode/network.rs"]
mod network;
