//! The officer's desk.

use crate::routes::Route;

/// Addresses of the desk.
pub const ROUTES: &[Route] = &[];
