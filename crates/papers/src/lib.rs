//! papers: see ARCHITECTURE.md.
