//! scratch
#[path = "../../../fuzz/src/lib.rs"]
mod fuzz;
#[path = "../tests/fuzz_targets/mint.rs"]
mod mint;
fn main() {
    let setting = fuzz::Setting::of(mint::seeds());
    let data = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let all: Vec<_> = setting.signed.iter().filter(|s| s.file.first() != Some(&b'<')).collect();
    let signed = all[usize::from(data[0]) % all.len()];
    println!("seed {}", signed.name);
    let file = fuzz::script::applied(&signed.file, &data[1..]);
    std::fs::write("/tmp/a.der", &signed.file).unwrap();
    std::fs::write("/tmp/b.der", &file).unwrap();
    let v = eds::verify(
        &file,
        signed.content.as_deref(),
        &setting.trust,
        &setting.evidence,
        &eds::Policy::any(),
        setting.now,
    );
    println!("{:?} {:?}", v.outcome, v.all_findings().collect::<Vec<_>>());
}
