//! Pages of enclosed papers as pictures: a PDF by hayro, a photo by `image`. Bytes in, bytes out.
//!
//! The bytes come from outside. Everything that is drawn is bounded here: pixels of the picture, pixels of a photo, the memory of its
//! decoder. What a hostile PDF may still do to the stack, the clock and the memory within hayro cannot be bounded in one process: the
//! binary lets a process of its own do the work and ends it (`crates/elshi/src/picture.rs`). Scripts, actions and files inside a PDF are
//! not even read. Must never keep a picture, read a file or a clock.

mod pdf;
mod photo;

use domain::picture::{Turn, WIDTH_PIXELS_MAX, Wanted};
use image::{DynamicImage, ImageFormat};
use std::io::Cursor;

/// Most pixels of a picture that is drawn.
const PIXELS_MAX: u64 = 16_000_000;
/// Longest side of a picture that is drawn, pixels.
const SIDE_PIXELS_MAX: u32 = 8_000;
/// How well a photo is kept, of 100.
const JPEG_QUALITY: u8 = 85;

/// Draws one page; `None` when it is not there or cannot be drawn.
pub fn draw(media_type: &str, file: Vec<u8>, wanted: Wanted) -> Option<Vec<u8>> {
    let wanted = Wanted { width_pixels: wanted.width_pixels.clamp(1, WIDTH_PIXELS_MAX), ..wanted };
    match media_type {
        "application/pdf" => png(&pdf::draw(file, wanted)?),
        "image/png" => png(&photo::draw(&file, ImageFormat::Png, wanted)?),
        "image/jpeg" => jpeg(photo::draw(&file, ImageFormat::Jpeg, wanted)?),
        _ => None,
    }
}

/// The scale at which a page of `width` and `height` has the wanted width once it is turned, within the limits.
fn scale(width: f32, height: f32, wanted: Wanted) -> f32 {
    let across = if matches!(wanted.turn, Turn::Right | Turn::Left) { height } else { width };
    let pixels: f32 = u16::try_from(wanted.width_pixels).unwrap_or(u16::MAX).into();
    let sides = f64::from(SIDE_PIXELS_MAX) / f64::from(width.max(height));
    let area =
        (f64::from(u32::try_from(PIXELS_MAX).unwrap_or(u32::MAX)) / (f64::from(width) * f64::from(height))).sqrt();
    let most = sides.min(area);
    let wanted = f64::from(pixels) / f64::from(across);
    #[expect(clippy::cast_possible_truncation, reason = "a scale needs no more digits")]
    let scale = wanted.min(most) as f32;
    scale
}

fn turned(picture: DynamicImage, turn: Turn) -> DynamicImage {
    match turn {
        Turn::None => picture,
        Turn::Right => picture.rotate90(),
        Turn::Half => picture.rotate180(),
        Turn::Left => picture.rotate270(),
    }
}

fn png(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut out = Cursor::new(vec![]);
    picture.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(out.into_inner())
}

fn jpeg(picture: DynamicImage) -> Option<Vec<u8>> {
    let mut out = vec![];
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
    encoder.encode_image(&picture.into_rgb8()).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests;
