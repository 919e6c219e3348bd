//! Pages for everybody.

use crate::routes::Route;

/// Addresses of the public pages.
pub const ROUTES: &[Route] = &[];
