//! A page of a PDF, by hayro: on white, with the fonts that every reader has.

use crate::{scale, turned};
use domain::picture::Wanted;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{DynamicImage, RgbaImage};

pub fn draw(file: Vec<u8>, wanted: Wanted) -> Option<DynamicImage> {
    let pdf = Pdf::new(file).ok()?;
    let page = pdf.pages().get(usize::try_from(wanted.page).ok()?.checked_sub(1)?)?;
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return None;
    }
    let scale = scale(width, height, wanted);
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(pixels(width * scale)),
        height: Some(pixels(height * scale)),
        bg_color: WHITE,
    };
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (drawn.width(), drawn.height());
    // On white nothing is left to see through: the colours are the colours.
    let picture = RgbaImage::from_raw(width.into(), height.into(), drawn.data_as_u8_slice().to_vec())?;
    Some(turned(DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(picture).into_rgb8()), wanted.turn))
}

/// A side, at least one pixel.
fn pixels(side: f32) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates; the scale is bounded")]
    let side = side.round() as u16;
    side.max(1)
}
