//! A posted signature: from the script as a field, or without a script as a file. Nothing is decoded here; the engine reads PEM, DER and base64.

use super::{Fields, Posted, Upload};
use crate::portal::{CMS, CMS_FILE};
use crate::problem::Problem;
use crate::state::AppState;
use axum::extract::{FromRequest, Request};
use axum::http::header;

/// A signature as posted.
#[derive(Debug, Default)]
pub struct Signed {
    /// Other fields.
    pub fields: Fields,
    /// Bytes of the signature; empty when nothing was chosen.
    pub cms: Vec<u8>,
}

impl FromRequest<AppState> for Signed {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Signed, Problem> {
        let with_file = request
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|value| value.as_bytes().starts_with(b"multipart/form-data"));
        if with_file {
            let mut upload = Upload::from_request(request, state).await?;
            let cms = upload.take(CMS_FILE).map(|part| part.bytes).unwrap_or_default();
            return Ok(Signed { fields: upload.fields, cms });
        }
        let Posted(fields) = Posted::from_request(request, state).await?;
        let cms = fields.get(CMS).as_bytes().to_vec();
        Ok(Signed { fields, cms })
    }
}
