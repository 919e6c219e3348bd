//! The open verification: bounded, and without a way to sign where the keys are people's.

use crate::fixture::{Desk, moment};
use eds::{Outcome, Policy};
use office::sign_cms::{KeyFile, look_into, sign_cms};
use office::trust::Environment;
use office::verify_file::{SignedFile, admit, verify_file};
use office::{OfficeError, VERIFY_PER_MINUTE_MAX};

#[tokio::test]
async fn keystores_are_looked_into_under_test_keys_only() {
    let keys = || vec![KeyFile { octets: b"no keystore".to_vec(), password: "x".into(), alias: None }];
    let real = Desk::under(Environment::Production).await;
    assert!(matches!(look_into(&real.office, keys()).await, Err(OfficeError::NotFound)));
    let signed = sign_cms(&real.office, b"x".to_vec(), keys(), false, &moment(0)).await;
    assert!(matches!(signed, Err(OfficeError::NotFound)));
    let test = Desk::under(Environment::Test).await;
    let signed = sign_cms(&test.office, b"x".to_vec(), keys(), false, &moment(0)).await.unwrap();
    assert!(signed.unwrap_err().contains("keystore"));
}

#[tokio::test]
async fn an_address_is_counted_by_the_minute() {
    let desk = Desk::open().await;
    for _ in 0..VERIFY_PER_MINUTE_MAX {
        admit(&desk.office, "198.51.100.1", &moment(1)).await.unwrap();
    }
    let refused = admit(&desk.office, "198.51.100.1", &moment(2)).await;
    assert!(matches!(&refused, Err(OfficeError::TooMany { retry_at }) if *retry_at == moment(60).now), "{refused:?}");
    admit(&desk.office, "198.51.100.2", &moment(2)).await.unwrap();
    admit(&desk.office, "198.51.100.1", &moment(61)).await.unwrap();
}

#[tokio::test]
async fn the_verdict_is_the_engine_s_by_this_trust_list() {
    let desk = Desk::open().await;
    let at = moment(0).now;
    let signature = desk.person.sign_attached(b"a document", at);
    let verdict = verify_file(&desk.office, SignedFile { signature, content: None }, Policy::any(), at).await.unwrap();
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", verdict.findings);
}
