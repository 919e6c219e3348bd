//! Every name and fixed value of eGov Mobile's protocol, in this one place: read in the server code of others, never tried with the
//! app (EDS.md 5, marked unverified). When somebody tries it, what differs is mended here.
//!
//! Our own answers are written with exactly these names; what the app sends is read whatever its case and underscores.

use serde_json::Value;

/// Before the address in the code.
pub const CODE_PREFIX: &str = "mobileSign:";
/// Opens the app on the same phone. The older `mgovsign.page.link` was an address of Firebase Dynamic Links, a service that ended in
/// August 2025.
pub const LAUNCH: &str = "https://m.egov.kz/mobileSign/";
/// The query name of [`LAUNCH`].
pub const LAUNCH_LINK: &str = "link";

/// What is asked, in words.
pub const DESCRIPTION: &str = "description";
/// When it is too late, RFC 3339.
pub const EXPIRY_DATE: &str = "expiry_date";
/// Who asks.
pub const ORGANISATION: &str = "organisation";
/// Name in Russian.
pub const NAME_RU: &str = "nameRu";
/// Name in Kazakh.
pub const NAME_KK: &str = "nameKz";
/// Name in English.
pub const NAME_EN: &str = "nameEn";
/// Business identification number.
pub const BIN: &str = "bin";
/// The number of no organisation: an installation that offers this way will name its own.
pub const BIN_OF_NOBODY: &str = "000000000000";
/// Where the documents are.
pub const DOCUMENT: &str = "document";
/// Their address.
pub const URI: &str = "uri";
/// How the app proves its right.
pub const AUTH_TYPE: &str = "auth_type";
/// By `Authorization: Bearer`.
pub const AUTH_BY_TOKEN: &str = "Token";
/// The token.
pub const AUTH_TOKEN: &str = "auth_token";

/// What kind of signature.
pub const SIGN_METHOD: &str = "signMethod";
/// A CMS without the file inside.
pub const CMS_DETACHED: &str = "CMS_SIGN_ONLY";
/// Version of the protocol.
pub const VERSION: &str = "version";
/// The only version seen.
pub const VERSION_NOW: u32 = 1;
/// The documents.
pub const DOCUMENTS: &str = "documentsToSign";
/// Number of a document.
pub const ID: &str = "id";
/// What is told about a document: pairs of [`NAME`] and [`VALUE`].
pub const META: &str = "meta";
/// Of a pair.
pub const NAME: &str = "name";
/// Of a pair.
pub const VALUE: &str = "value";
/// The file inside [`DOCUMENT`].
pub const FILE: &str = "file";
/// Its kind.
pub const MIME: &str = "mime";
/// A PDF.
pub const MIME_PDF: &str = "@file/pdf";
/// Plain text.
pub const MIME_TEXT: &str = "text/plain";
/// Base64 of the file; in what comes back, of its signature.
pub const DATA: &str = "data";

/// Of an answer.
pub const CODE: &str = "code";
/// Of an answer.
pub const MESSAGE: &str = "message";
/// [`CODE`] when the signature was taken.
pub const CODE_TAKEN: &str = "200";
/// [`MESSAGE`] when the signature was taken.
pub const MESSAGE_TAKEN: &str = "success";

/// A field of what the app sent, whatever its case and underscores: `auth_token`, `authToken`.
pub fn field<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let plain = |name: &str| name.replace('_', "").to_ascii_lowercase();
    let wanted = plain(name);
    value.as_object()?.iter().find(|(own, _)| plain(own) == wanted).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_whatever_their_case() {
        let value = serde_json::json!({ "documents_to_sign": [1], "Data": "x" });
        assert_eq!(field(&value, DOCUMENTS), Some(&serde_json::json!([1])));
        assert_eq!(field(&value, DATA).and_then(Value::as_str), Some("x"));
        assert_eq!(field(&value, MIME), None);
        assert_eq!(field(&serde_json::json!(["data"]), DATA), None);
    }
}
