//! gateways: see ARCHITECTURE.md.
