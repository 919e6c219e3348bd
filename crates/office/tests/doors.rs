//! The doors of the office against a real database: codes, keys, the desk's sign-in, sessions. Papers and letters leave to fakes.
#![cfg(test)]

#[path = "doors/challenges.rs"]
mod challenges;
#[path = "doors/codes.rs"]
mod codes;
#[path = "doors/fixture.rs"]
mod fixture;
#[path = "doors/mobile.rs"]
mod mobile;
#[path = "doors/registers.rs"]
mod registers;
#[path = "doors/staff.rs"]
mod staff;
#[path = "doors/verification.rs"]
mod verification;
