//! A moment: the time and the randomness of one act, read once at the edge and passed inwards.
//!
//! Everything random in an act (ids, salts, codes, tokens) is derived from the moment's seed by label, so a
//! test that passes the same moment sees the same result. Never make a `Moment` from anything but the edge.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Time and randomness of one act.
#[derive(Clone)]
pub struct Moment {
    /// The instant of the act, cut to microseconds (the precision of both databases).
    pub now: Timestamp,
    seed: [u8; 32],
}

impl Moment {
    /// `seed`: 32 bytes from the operating system, used for this act only.
    pub fn new(now: Timestamp, seed: [u8; 32]) -> Moment {
        let now = Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now);
        Moment { now, seed }
    }

    /// 32 unpredictable bytes that belong to `label`; the same label gives the same bytes.
    pub fn bytes(&self, label: &str) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"elshi moment\0");
        hash.update(self.seed);
        hash.update(label.as_bytes());
        hash.finalize().into()
    }

    /// A time-ordered identifier (UUIDv7, RFC 9562) for `label`.
    pub fn uuid(&self, label: &str) -> Uuid {
        let random = self.bytes(label);
        let mut tail = [0_u8; 10];
        tail.copy_from_slice(&random[..10]);
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }
}

impl std::fmt::Debug for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Moment({})", self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_give_different_bytes_and_the_seed_never_shows() {
        let moment = Moment::new("2026-11-22T09:00:00.1234567Z".parse().unwrap(), [7; 32]);
        assert_ne!(moment.bytes("a"), moment.bytes("b"));
        assert_eq!(moment.bytes("a"), moment.bytes("a"));
        assert_eq!(moment.now.subsec_nanosecond() % 1000, 0);
        assert!(!format!("{moment:?}").contains("7, 7"));
        assert_eq!(moment.uuid("a").get_version_num(), 7);
    }
}
