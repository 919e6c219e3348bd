//! office: see ARCHITECTURE.md.
