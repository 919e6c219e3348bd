//! The clock and the randomness of this computer, read here and nowhere else.

use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use rand::TryRng;
use rand::rngs::SysRng;

/// The clock of this computer, moved by an offset in a demonstration.
#[derive(Clone, Copy, Debug)]
pub struct SystemEdge {
    offset: SignedDuration,
}

impl SystemEdge {
    /// The clock as it is, or starting at `from` (demonstrations and tests).
    pub fn starting(from: Option<Timestamp>) -> SystemEdge {
        let offset = from.map_or(SignedDuration::ZERO, |from| from.duration_since(clock()));
        SystemEdge { offset }
    }

    /// A fresh moment.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn fresh(&self) -> Result<Moment, String> {
        Ok(Moment::new(clock() + self.offset, random()?))
    }
}

impl web::Edge for SystemEdge {
    fn moment(&self) -> Moment {
        match self.fresh() {
            Ok(moment) => moment,
            Err(why) => {
                // Without randomness nothing that follows is safe: ids, codes and sessions would be known to others.
                tracing::error!(%why, "no randomness");
                std::process::abort();
            }
        }
    }
}

/// Now.
#[expect(clippy::disallowed_methods, reason = "the binary is where the clock is read")]
pub fn clock() -> Timestamp {
    Timestamp::now()
}

/// 32 bytes of the operating system's randomness.
///
/// # Errors
/// When it gives none.
pub fn random() -> Result<[u8; 32], String> {
    let mut bytes = [0_u8; 32];
    SysRng.try_fill_bytes(&mut bytes).map_err(|error| format!("no randomness from the operating system: {error}"))?;
    Ok(bytes)
}
