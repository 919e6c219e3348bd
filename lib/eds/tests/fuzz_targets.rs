//! The bodies of the fuzz targets (`fuzz/`) as ordinary tests: over every seed, over changed seeds, and over what they found.
//! Here so that the gate runs them without libFuzzer. Must never run two at once: they measure the heap.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, OnceLock, PoisonError};

#[path = "../../../fuzz/src/lib.rs"]
#[expect(dead_code, reason = "the door is for libFuzzer")]
#[expect(clippy::panic, reason = "a target says what it found by a panic")]
mod fuzz;
#[path = "fuzz_targets/mint.rs"]
mod mint;

use fuzz::tlv::Node;
use fuzz::{Random, Setting, TARGETS, mutate, run};

/// Changed seeds a target.
const CHANGES: usize = 300;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn setting() -> &'static Setting {
    static SETTING: OnceLock<Setting> = OnceLock::new();
    SETTING.get_or_init(|| Setting::of(mint::seeds()))
}

#[test]
fn every_target_holds_over_its_seeds() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    for target in &TARGETS {
        let mut count = 0;
        for seed in setting().corpus(target.name) {
            run(setting(), target.name, seed);
            count += 1;
        }
        assert!(count > 1, "{} has no seeds", target.name);
        run(setting(), target.name, b"");
    }
}

#[test]
fn every_target_holds_over_changed_seeds() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    for target in &TARGETS {
        let seeds: Vec<_> = setting().corpus(target.name).collect();
        let mut random = Random::new(7);
        for number in 0..CHANGES {
            let seed = seeds[random.below(seeds.len())];
            let structured = mutate::structured(seed, target, seed.len() * 2, u32::try_from(number).unwrap());
            let changed = structured.unwrap_or_else(|| {
                let mut changed = seed.to_vec();
                for _ in 0..=random.below(3) {
                    let at = random.below(changed.len());
                    changed[at] = random.octet();
                }
                changed
            });
            run(setting(), target.name, &changed);
        }
    }
}

#[test]
fn a_signature_outside_the_record_is_called_a_forgery() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut blind = Setting::of(mint::seeds());
    blind.parts.clear();
    blind.bodies.clear();
    blind.tokens.clear();
    blind.documents.clear();
    for (target, name) in [("verdict", "attached"), ("verdict", "xml"), ("certificate", "nca-gost512"), ("crl", "rsa")]
    {
        let wanted = format!("{target}/{name}");
        let (_, seed) = setting().seeds.iter().find(|(name, _)| *name == wanted).unwrap();
        assert!(catch_unwind(AssertUnwindSafe(|| run(&blind, target, seed))).is_err(), "{wanted} passes");
        run(setting(), target, seed);
    }
}

#[test]
fn memory_out_of_bounds_is_noticed() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let reserve = |len: usize| catch_unwind(|| fuzz::bound::within("test", 10, || drop(vec![0u8; len])));
    assert!(reserve(fuzz::bound::MEMORY_BASE_BYTES_MAX / 2).is_ok());
    assert!(reserve(fuzz::bound::MEMORY_BASE_BYTES_MAX * 2).is_err());
}

#[test]
fn the_dearest_shapes_stay_within_the_bound() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let many = |piece: &str, count: usize| piece.repeat(count);
    let spaces: String = (0..250).map(|at| format!(" xmlns:n{at}='urn:{at}'")).collect();
    let documents = [
        format!("0<a>{}</a>", many("<b/>", 50_000)),
        format!("0<a>{}</a>", many("<b c='' d='' e=''/>", 10_000)),
        format!("0<a{spaces}>{}</a>", many("<b/>", 20_000)),
        format!("0{}{}", many("<a>", 5_000), many("</a>", 5_000)),
        format!("0<a>{}</a>", many("t<![CDATA[x]]>", 10_000)),
        format!("1{}", many("<b/>", 50_000)),
        format!("1{}", many("&#65;", 40_000)),
        format!("3{}", many("<ds:X509Certificate>MAA=</ds:X509Certificate>", 5_000)),
    ];
    documents.iter().for_each(|document| run(setting(), "xml", document.as_bytes()));
    let values = [0x05, 0x00].repeat(100_000);
    let ends = [[0x30, 0x80].repeat(30), [0x24, 0x80].repeat(30), [0x04, 0x00].repeat(100_000)].concat();
    for rules in [0, 1] {
        run(setting(), "der", &[&[rules], values.as_slice()].concat());
        run(setting(), "der", &[&[rules], ends.as_slice()].concat());
    }
    let mut armour = b"MAMBAQA=\n".repeat(20_000);
    run(setting(), "input", &armour);
    armour.extend(b"-----BEGIN A-----\nMAA=\n-----END A-----\n".repeat(5_000));
    run(setting(), "input", &armour);
}

#[test]
fn the_second_reader_writes_what_it_read() {
    for kind in ["certificate", "crl", "ocsp", "timestamp", "cms"] {
        for seed in setting().corpus(kind) {
            assert_eq!(Node::read(seed).unwrap().written(), seed, "{kind}");
        }
    }
}
