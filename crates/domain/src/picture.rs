//! Pages of enclosed papers as pictures: what is asked for, and the trait that draws them. `pictures` draws with hayro; only the binary
//! links that, and lets a process of its own do it. A picture shows what is kept; it is never kept itself, and never proves anything.

/// A quarter turn clockwise, or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Turn {
    /// As it is kept.
    #[default]
    None,
    /// 90 degrees clockwise.
    Right,
    /// 180 degrees.
    Half,
    /// 270 degrees clockwise.
    Left,
}

impl Turn {
    /// All four.
    pub const ALL: [Turn; 4] = [Turn::None, Turn::Right, Turn::Half, Turn::Left];

    /// Degrees clockwise.
    pub fn degrees(self) -> u32 {
        match self {
            Turn::None => 0,
            Turn::Right => 90,
            Turn::Half => 180,
            Turn::Left => 270,
        }
    }

    /// Of 0, 90, 180 or 270 degrees.
    pub fn of_degrees(degrees: u32) -> Option<Turn> {
        Turn::ALL.into_iter().find(|turn| turn.degrees() == degrees)
    }

    /// One quarter more, clockwise.
    #[must_use]
    pub fn next(self) -> Turn {
        Turn::of_degrees((self.degrees() + 90) % 360).unwrap_or_default()
    }
}

/// Widest picture that is drawn, pixels.
pub const WIDTH_PIXELS_MAX: u32 = 3200;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// Which page, from 1; a photo has one.
    pub page: u32,
    /// Width of the picture, pixels; a photo is never drawn larger than it is.
    pub width_pixels: u32,
    /// Turned by the reader.
    pub turn: Turn,
}

/// The media type that a page of a file of `media_type` is drawn in; `None` for files that are not drawn at all.
pub fn drawn_as(media_type: &str) -> Option<&'static str> {
    match media_type {
        "application/pdf" | "image/png" => Some("image/png"),
        "image/jpeg" => Some("image/jpeg"),
        _ => None,
    }
}

/// Draws pages. Waits until it is done: call it where waiting is allowed.
pub trait Draws: Send + Sync {
    /// The picture, of the media type of [`drawn_as`]; `None` when the page is not there or cannot be drawn within the limits.
    fn draw(&self, media_type: &str, file: Vec<u8>, wanted: Wanted) -> Option<Vec<u8>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_quarter_turns_lead_back() {
        for turn in Turn::ALL {
            assert_eq!(Turn::of_degrees(turn.degrees()), Some(turn));
            assert_eq!(turn.next().next().next().next(), turn);
        }
        assert_eq!(Turn::Left.next(), Turn::None);
        assert_eq!(Turn::of_degrees(45), None);
    }
}
