//! Digests printed by others: EDS.md 1 (the provider of the NCA), RFC 6986 section 10, and the tests of OpenSSL's gost engine.
//!
//! Here because agreement with one other program proves less. Must never take an expected value from this crate.

use gosthash::{Gost34311, Streebog256, Streebog512};

macro_rules! digest {
    ($hash:ty, $message:expr) => {{
        let mut hash = <$hash>::new();
        hash.update($message);
        hex::encode(hash.finish())
    }};
}

/// M2 of RFC 6986 (10.2), first octet first: a line of the Tale of Igor's Campaign in windows-1251.
const M2: &str = "d1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20\
                  f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb\
                  20c8e3eef0e5e2fb";
/// M1 of RFC 6986 (10.1), first octet first.
const M1: &[u8] = b"012345678901234567890123456789012345678901234567890123456789012";

#[test]
fn gost_34_311_of_the_nca() {
    assert_eq!(digest!(Gost34311, b""), "ce85b99cc46752fffee35cab9a7b0278abb4c2d2055cff685af4912c49490f8d");
    assert_eq!(
        digest!(Gost34311, b"This is message, length=32 bytes"),
        "b1c466d37519b82e8319819ff32595e047a28cb6f83eff1c6916a815a637fffa"
    );
}

#[test]
fn streebog_of_the_rfc() {
    // The RFC prints digests as numbers, the last octet first; here the first octet is first.
    assert_eq!(
        digest!(Streebog512, M1),
        "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa\
         00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48"
    );
    assert_eq!(digest!(Streebog256, M1), "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500");
    let m2 = hex::decode(M2).unwrap_or_default();
    assert_eq!(m2.len(), 72);
    assert_eq!(
        digest!(Streebog512, &m2),
        "1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376\
         035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28"
    );
    assert_eq!(digest!(Streebog256, &m2), "9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50");
}

#[test]
fn streebog_of_the_gost_engine() {
    // test/01-digest.t of gost-engine, as quoted by RustCrypto; the second runs a carry through the checksum.
    let first = b"12345670".repeat(128);
    assert_eq!(digest!(Streebog256, &first), "1906512b86a1283c68cec8419e57113efc562a1d0e95d8f4809542900c416fe4");
    assert_eq!(
        digest!(Streebog512, &first),
        "283587e434864d0d4bea97c0fb10e2dd421572fc859304bdf6a94673d652c590\
         49212bad7802b4fcf5eecc1f8fab569d60f2c20dbd789a7fe4efbd79d8137ee7"
    );
    let second = [0x00, 0x01, 0x02, 0x15, 0x84, 0x67, 0x45, 0x31].repeat(128);
    assert_eq!(digest!(Streebog256, &second), "2eb1306be3e490f18ff0e2571a077b3831c815c46c7d4fdf9e0e26de4032b3f3");
    assert_eq!(
        digest!(Streebog512, &second),
        "55656e5bcf795b499031a7833cd7dc18fe10d4a47e15be545c6ab3f304a4fe41\
         1c4c39de5b1fc6844880111441e0b92bf1ec2fb7840453fe39a2b70ced461968"
    );
}
