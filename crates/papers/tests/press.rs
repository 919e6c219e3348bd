//! The papers as a reader, a validator and a designer see them. One binary, because linking Typst takes long.
//! Needs the fonts that `cargo xtask assets` makes and poppler-utils; validation also needs `page-validation` of PyPI.

#[cfg(test)]
#[path = "press/application.rs"]
mod application;
#[cfg(test)]
#[path = "press/certificate.rs"]
mod certificate;
#[cfg(test)]
#[path = "press/complaint_decision.rs"]
mod complaint_decision;
#[cfg(test)]
#[path = "press/fixture.rs"]
mod fixture;
#[cfg(test)]
#[path = "press/hostile.rs"]
mod hostile;
#[cfg(test)]
#[path = "press/reading.rs"]
mod reading;
#[cfg(test)]
#[path = "press/refusal.rs"]
mod refusal;
#[cfg(test)]
#[path = "press/standards.rs"]
mod standards;
#[cfg(test)]
#[path = "press/texts.rs"]
mod texts;
