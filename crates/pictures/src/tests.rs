//! Pictures are what the pages are, within the limits, and hostile bytes give none.

use super::*;
use image::GenericImageView;

const WIDTH: u32 = 120;

fn wanted(page: u32, turn: Turn) -> Wanted {
    Wanted { page, width_pixels: WIDTH, turn }
}

/// A PDF of one page with this box, black in its upper left quarter.
fn pdf(width: u32, height: u32) -> Vec<u8> {
    let content = format!("0 {} {} {} re f", height / 2, width / 2, height / 2);
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R /Resources << >> >>"),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = vec![];
    for (number, object) in objects.iter().enumerate() {
        places.push(text.len());
        text += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let table = text.len();
    text += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        text += &format!("{place:010} 00000 n \n");
    }
    text += &format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    text.into_bytes()
}

/// A photo of 200 by 100, black on its left half.
fn photo() -> DynamicImage {
    let mut photo = image::RgbImage::from_pixel(200, 100, image::Rgb([255, 255, 255]));
    for (x, _, pixel) in photo.enumerate_pixels_mut() {
        if x < 100 {
            *pixel = image::Rgb([0, 0, 0]);
        }
    }
    DynamicImage::ImageRgb8(photo)
}

fn drawn(media_type: &str, file: Vec<u8>, wanted: Wanted) -> DynamicImage {
    image::load_from_memory(&draw(media_type, file, wanted).expect("a picture")).unwrap()
}

/// Where the picture is dark: upper left, upper right, lower left, lower right.
fn dark(picture: &DynamicImage) -> [bool; 4] {
    let (width, height) = picture.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| picture.get_pixel(width * x / 4, height * y / 4).0[0] < 128)
}

#[test]
fn a_page_is_drawn_at_the_wanted_width_and_turned() {
    let page = drawn("application/pdf", pdf(200, 100), wanted(1, Turn::None));
    assert_eq!(page.dimensions(), (WIDTH, WIDTH / 2));
    assert_eq!(dark(&page), [true, false, false, false]);
    let right = drawn("application/pdf", pdf(200, 100), wanted(1, Turn::Right));
    assert_eq!(right.dimensions(), (WIDTH, WIDTH * 2));
    assert_eq!(dark(&right), [false, true, false, false]);
    assert_eq!(dark(&drawn("application/pdf", pdf(200, 100), wanted(1, Turn::Half))), [false, false, false, true]);
    assert_eq!(dark(&drawn("application/pdf", pdf(200, 100), wanted(1, Turn::Left))), [false, false, true, false]);
}

#[test]
fn a_page_that_is_not_there_gives_no_picture() {
    for page in [0, 2, u32::MAX] {
        assert_eq!(draw("application/pdf", pdf(200, 100), wanted(page, Turn::None)), None, "{page}");
        assert_eq!(draw("image/png", png(&photo()).unwrap(), wanted(page, Turn::None)), None, "{page}");
    }
    assert_eq!(draw("text/html", b"<script>".to_vec(), wanted(1, Turn::None)), None);
}

#[test]
fn photos_are_made_smaller_but_never_larger() {
    for (media_type, file) in [("image/png", png(&photo()).unwrap()), ("image/jpeg", jpeg(photo()).unwrap())] {
        let small = drawn(media_type, file.clone(), wanted(1, Turn::None));
        assert_eq!(small.dimensions(), (WIDTH, WIDTH / 2), "{media_type}");
        assert_eq!(dark(&small), [true, false, true, false], "{media_type}");
        let large = Wanted { width_pixels: 3000, ..wanted(1, Turn::None) };
        assert_eq!(drawn(media_type, file, large).dimensions(), (200, 100), "{media_type}");
    }
}

/// A telephone held upright writes a lying picture and says so in its Exif.
#[test]
fn a_photo_stands_as_its_exif_says() {
    let plain = jpeg(photo()).unwrap();
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let file = [&plain[..2], &[0xFF, 0xE1], &length, exif, &plain[2..]].concat();
    let upright = drawn("image/jpeg", file, wanted(1, Turn::None));
    assert_eq!(upright.dimensions(), (100, 200), "a quarter turn to the right");
    assert_eq!(dark(&upright), [true, true, false, false]);
}

#[test]
fn no_picture_is_larger_than_the_limits() {
    for (width, height) in [(1, 14_000), (14_000, 1), (14_000, 14_000)] {
        let file = pdf(width, height);
        let Some(picture) = draw("application/pdf", file, Wanted { width_pixels: u32::MAX, ..wanted(1, Turn::None) })
        else {
            continue;
        };
        let (across, down) = image::load_from_memory(&picture).unwrap().dimensions();
        assert!(across <= SIDE_PIXELS_MAX && down <= SIDE_PIXELS_MAX, "{across} {down}");
        assert!(u64::from(across) * u64::from(down) <= PIXELS_MAX + u64::from(SIDE_PIXELS_MAX), "{across} {down}");
    }
}

#[test]
fn a_picture_that_says_it_is_enormous_is_not_opened() {
    let mut bomb = png(&photo()).unwrap();
    // Width and height of IHDR (ISO 15948, 11.2.2); its check sum would not hold either.
    bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0]);
    assert_eq!(draw("image/png", bomb, wanted(1, Turn::None)), None);
}

#[test]
fn broken_bytes_give_no_picture_and_no_panic() {
    for (media_type, whole) in [
        ("application/pdf", pdf(200, 100)),
        ("image/png", png(&photo()).unwrap()),
        ("image/jpeg", jpeg(photo()).unwrap()),
    ] {
        for cut in (0..whole.len()).step_by(whole.len() / 12 + 1) {
            let _ = draw(media_type, whole[..cut].to_vec(), wanted(1, Turn::None));
            let mut changed = whole.clone();
            changed[cut] ^= 0xFF;
            let _ = draw(media_type, changed, wanted(1, Turn::None));
        }
        assert_eq!(draw(media_type, vec![], wanted(1, Turn::None)), None);
    }
}
