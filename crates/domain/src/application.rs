//! An application: the registered case of a request, its states and the acts that move it.

pub mod act;
pub mod correction;
pub mod event;
mod hearing;
pub mod state;
pub mod transition;
pub mod work;
pub mod workflow;

pub use act::{Act, ActKind, DeclineReason};
pub use correction::{Correction, CorrectionItem};
pub use event::{Event, LetterKind};
pub use state::{CertificateStage, Collection, Handover, State, StateKind};
pub use transition::{NotOpen, transition};
pub use work::Work;
