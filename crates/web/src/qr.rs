//! Text as a QR code (ISO/IEC 18004), drawn as one path of an inline SVG: no picture to load, no style, nothing a policy forbids.

use qrcode::types::Color;
use qrcode::{EcLevel, QrCode};
use std::fmt::Write;

/// Light modules around the code, which a camera needs (ISO/IEC 18004, 9.1).
const QUIET_MODULES: usize = 4;

/// A drawn code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Width and height with the quiet zone, modules.
    pub size: usize,
    /// The dark modules: value of `d` of a path.
    pub path: String,
}

/// Draws `text`; `None` when it is too long for any code.
pub fn draw(text: &str) -> Option<Drawing> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                // Runs of a row are one rectangle each.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET_MODULES, y + QUIET_MODULES, run.len(), run.len());
            }
            x += run.len();
        }
    }
    Some(Drawing { size: width + 2 * QUIET_MODULES, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finder_patterns_stand_in_three_corners() {
        let drawn = draw("mobileSign:https://consul.example.kz/mobile/0/1").unwrap();
        let last = drawn.size - QUIET_MODULES - 7;
        for (x, y) in [(4, 4), (last, 4), (4, last)] {
            assert!(drawn.path.contains(&format!("M{x} {y}h7v1h-7z")), "{x} {y}: {}", drawn.path);
        }
        assert!(!drawn.path.contains(&format!("M{last} {last}h7v1h-7z")), "a fourth corner");
        assert_eq!(draw(&"x".repeat(3000)), None);
    }
}
