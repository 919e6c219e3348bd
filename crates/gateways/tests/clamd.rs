//! clamd on good and bad days: what it found, what it could not look at, and what is nobody's fault of this file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use gateways::{Clamd, Found, NotScanned, Scanner};
use std::time::Duration;
use testkit::clamd::{EICAR_THREAT, Mood, eicar};

/// Longer than any answer of this computer, even of a busy one.
const PATIENT: Duration = Duration::from_secs(60);

async fn scan(daemon: &testkit::Clamd, file: &[u8]) -> Result<Found, NotScanned> {
    Clamd::new(&daemon.address, PATIENT).unwrap().scan(file.to_vec()).await
}

#[tokio::test]
async fn what_is_found_is_told_by_its_name() {
    let daemon = testkit::Clamd::on_a_port().unwrap();
    assert_eq!(scan(&daemon, b"a paper").await, Ok(Found::Nothing));
    let hidden = [b"%PDF-1.7 ".as_slice(), eicar().as_bytes(), b" %%EOF"].concat();
    assert_eq!(scan(&daemon, &hidden).await, Ok(Found::Threat(EICAR_THREAT.to_owned())));
    assert_eq!(daemon.came()[1].0, hidden, "byte for byte");
}

#[tokio::test]
async fn a_unix_socket_serves_as_well_and_long_files_go_in_pieces() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clamd.ctl");
    let nobody = Clamd::new(&format!("unix:{}", path.display()), PATIENT).unwrap();
    assert!(matches!(nobody.scan(b"a paper".to_vec()).await, Err(NotScanned::Nobody(_))), "nobody listens yet");
    let daemon = testkit::Clamd::at(&path).unwrap();
    let file: Vec<u8> = (0..300_000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect();
    assert_eq!(nobody.scan(file.clone()).await, Ok(Found::Nothing));
    assert_eq!(daemon.came(), [(file, 65_536)]);
}

#[tokio::test]
async fn bad_days_are_told_apart_and_none_is_clean() {
    let daemon = testkit::Clamd::on_a_port().unwrap();
    for mood in [Mood::HangsUp, Mood::Says("stream: Can't allocate memory ERROR")] {
        daemon.is(mood);
        assert!(matches!(scan(&daemon, b"a paper").await, Err(NotScanned::ThisOne(_))), "{mood:?}");
    }
    daemon.is(Mood::Says("220 mail.example.kz ESMTP"));
    assert!(matches!(scan(&daemon, b"a paper").await, Err(NotScanned::Nobody(_))));
    daemon.is(Mood::Works);
    daemon.takes_bytes(100_000);
    assert_eq!(scan(&daemon, &[7; 100_000]).await, Ok(Found::Nothing));
    for size in [100_001, 20_000_000] {
        assert!(matches!(scan(&daemon, &vec![7; size]).await, Err(NotScanned::Never(_))), "{size}");
    }
    let came = daemon.came().len();
    assert!(matches!(scan(&daemon, &vec![7; 25_000_001]).await, Err(NotScanned::Never(_))));
    assert_eq!(daemon.came().len(), came, "it is not even asked");
}

#[tokio::test]
async fn silence_ends_after_its_time() {
    let daemon = testkit::Clamd::on_a_port().unwrap();
    daemon.is(Mood::Slow);
    let hasty = Clamd::new(&daemon.address, Duration::from_secs(1)).unwrap();
    assert!(matches!(hasty.scan(b"a paper".to_vec()).await, Err(NotScanned::ThisOne(_))));
    daemon.is(Mood::Works);
    assert_eq!(hasty.scan(b"a paper".to_vec()).await, Ok(Found::Nothing));
}
