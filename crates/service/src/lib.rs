//! service: see ARCHITECTURE.md.
