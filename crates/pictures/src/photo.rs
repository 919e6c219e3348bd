//! A photo: set upright as its Exif says, made small enough, turned.

use crate::{scale, turned};
use domain::picture::Wanted;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Most pixels of a photo that is opened: the largest cameras of telephones.
const PHOTO_PIXELS_MAX: u64 = 110_000_000;
/// Most memory that its decoder takes, bytes.
const DECODER_BYTES_MAX: u64 = 512_000_000;

pub fn draw(file: &[u8], format: ImageFormat, wanted: Wanted) -> Option<DynamicImage> {
    if wanted.page != 1 {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODER_BYTES_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PHOTO_PIXELS_MAX || limits.reserve(decoder.total_bytes()).is_err() {
        return None;
    }
    let upright = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(upright);
    Some(turned(smaller(picture, wanted), wanted.turn))
}

/// Not wider than wanted once it is turned; never larger than it is.
fn smaller(picture: DynamicImage, wanted: Wanted) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    #[expect(clippy::cast_precision_loss, reason = "sides of pictures are small numbers")]
    let (across, down) = (width as f32, height as f32);
    let scale = scale(across, down, wanted);
    if scale >= 1.0 {
        return picture;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "smaller than a side")]
    let side = |side: f32| ((side * scale).round() as u32).max(1);
    picture.thumbnail_exact(side(across), side(down))
}
