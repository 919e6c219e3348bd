//! A signed challenge opens one session, whatever the hour.

use crate::fixture::{Desk, moment};
use domain::lang::Lang;
use office::{OfficeError, sign_in_eds};

#[tokio::test]
async fn a_challenge_is_answered_once_even_over_the_full_hour() {
    let desk = Desk::open().await;
    let made = moment(3590);
    let challenge = sign_in_eds::challenge(&desk.office, sign_in_eds::Door::Portal, &made);
    let cms = desk.person.sign_attached(challenge.text.as_bytes(), made.now);
    let answer = |second: i64| {
        let (desk, cms, ticket) = (&desk, &cms, &challenge.ticket);
        async move { sign_in_eds::answer(&desk.office, ticket, cms, Lang::Ru, &moment(second)).await }
    };
    assert!(answer(3595).await.unwrap().first_time);
    let again = answer(3605).await;
    assert!(matches!(&again, Err(OfficeError::Signature(problem)) if problem.kind == "used"), "{again:?}");
}
