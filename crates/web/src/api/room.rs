//! Room for bodies in memory: large requests wait for each other, so that many at once cannot fill it.
//! It must never let a request in whose body is larger than all the room.

use super::problem::Refused;
use axum::http::{HeaderMap, header};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Kilobytes of bodies in flight, of all requests together.
const ROOM_KILOBYTES_MAX: usize = 256_000;
/// A request waits so long for room, seconds.
const WAIT_SECONDS_MAX: u64 = 10;

/// The room. Cheap to clone.
#[derive(Clone)]
pub struct Room(Arc<Semaphore>);

impl Default for Room {
    fn default() -> Room {
        Room(Arc::new(Semaphore::new(ROOM_KILOBYTES_MAX)))
    }
}

impl Room {
    /// Room for a body of what its headers say, or of `bytes_max` where they say nothing; given back when dropped.
    ///
    /// # Errors
    /// `TooLarge` for a body that says it is larger than `bytes_max`; `Busy` when none came free in time.
    pub async fn for_body(&self, headers: &HeaderMap, bytes_max: usize) -> Result<OwnedSemaphorePermit, Refused> {
        let said = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        let bytes = said.unwrap_or(bytes_max);
        if bytes > bytes_max {
            return Err(Refused::BodyTooLarge { bytes_max });
        }
        self.for_bytes(bytes).await.ok_or(Refused::Busy)
    }

    /// Room for so many bytes; given back when dropped. `None` when none came free in time.
    pub async fn for_bytes(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let kilobytes = u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX);
        let free = Arc::clone(&self.0).acquire_many_owned(kilobytes);
        tokio::time::timeout(Duration::from_secs(WAIT_SECONDS_MAX), free).await.ok()?.ok()
    }
}
