//! Pages of applicants.

use crate::routes::Route;

/// Addresses of the portal.
pub const ROUTES: &[Route] = &[];
