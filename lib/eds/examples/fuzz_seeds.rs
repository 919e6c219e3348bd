//! Writes the seeds of the fuzz targets into a folder: `cargo run -p eds --example fuzz_seeds -- target/fuzz/seeds`.
//! Here because `fuzz/` itself can not sign. Must never write anywhere but into that folder.

#![expect(clippy::unwrap_used, reason = "a tool for developers: it stops at the first fault")]

#[path = "../tests/fuzz_targets/mint.rs"]
mod mint;

fn main() {
    let folder = std::env::args_os().nth(1).map(std::path::PathBuf::from);
    let folder = folder.unwrap_or_else(|| std::path::PathBuf::from("target/fuzz/seeds"));
    let seeds = mint::seeds();
    for (name, octets) in &seeds {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, octets).unwrap();
    }
    println!("{} seeds in {}", seeds.len(), folder.display());
}
