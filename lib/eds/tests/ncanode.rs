//! The complaints on NCANode and the holes in it that EDS.md 7 lists, one test each: what this library does instead.
//! Issue numbers are those of github.com/malikzh/NCANode. Where a complaint is about HTTP or the network, the other
//! half stands with the NCANode-compatible face (`tests/stories/eds_service`) or with the network (`crates/gateways/tests`).

#[path = "rules/setting.rs"]
mod setting;

#[path = "ncanode/complaints.rs"]
mod complaints;
#[path = "ncanode/holes.rs"]
mod holes;
#[path = "ncanode/network.rs"]
mod network;
