//! An enclosed file of a case, as it is kept.

use crate::forms::encode;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::ids::AttachmentId;
use office::attach_file::File;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: AttachmentId = named.get("attachment")?;
    let file = office::attach_file::read_file(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    Ok(inline(file))
}

/// A file to look at in the browser, of the type that its content told.
pub fn inline(file: File) -> Response {
    // RFC 6266 with the name as RFC 8187 wants it.
    let name = encode(&[("filename*", format!("UTF-8''{}", file.name))]).replacen("UTF-8%27%27", "UTF-8''", 1);
    let name = name.replacen("filename%2A=", "filename*=", 1).replace('/', "%2F");
    let mut response = file.bytes.into_response();
    let values = [(header::CONTENT_TYPE, file.media_type), (header::CONTENT_DISPOSITION, format!("inline; {name}"))];
    for (header, value) in values {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(header, value);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_break_out_of_its_header() {
        let file = File { name: "қ\"\r\nX: y/.pdf".into(), media_type: "application/pdf".into(), bytes: vec![1] };
        let response = inline(file);
        let value = response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert_eq!(value, "inline; filename*=UTF-8''%D2%9B%22%0D%0AX%3A%20y%2F.pdf");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/pdf");
    }
}
