//! The verification service: `/api/eds/v1`, the face of NCANode 3 and the public page, asked as programs and people ask.
//!
//! Bad input gets a finding with a code and a sentence, never a fault of ours; every answer is held against the OpenAPI document.

mod hostile;
mod limits;
mod ncanode;
mod own;
mod page;
mod program;
mod schema;
