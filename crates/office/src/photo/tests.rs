//! Photos as telephones write them: the picture and its orientation stay, the place never does. Never names a real place.

use super::*;

const GPS: &[u8] = b"GPS 52.52 13.40";

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], content].concat()
}

/// Orientation 6 and a place.
fn exif() -> Vec<u8> {
    let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    exif.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0 ");
    exif.extend(GPS);
    exif
}

/// Two scans with stuffed zeros, a restart and fill bytes inside, and a table between them.
fn scans() -> Vec<u8> {
    let first = [&segment(START_OF_SCAN, &[1, 2])[..], &[7, 0xFF, 0, 7, 0xFF, 0xD3, 7, 0xFF, 0xFF, 0, 7]].concat();
    let second = [&segment(0xC4, &[3; 9])[..], &segment(START_OF_SCAN, &[4, 5]), &[8, 8]].concat();
    [first, second].concat()
}

fn photo(before: &[u8], after: &[u8]) -> Vec<u8> {
    let tables = segment(0xDB, &[9; 65]);
    [&[0xFF, 0xD8][..], before, &segment(APP1, &exif()), &tables, &scans(), &[0xFF, 0xD9], after].concat()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// What every kept photo of [`photo`] is: once Exif, with the orientation alone, and the whole picture.
fn assert_clean(kept: &[u8]) {
    assert!(!holds(kept, b"GPS"), "a place was kept");
    assert_eq!(kept.windows(4).filter(|four| four == b"Exif").count(), 1);
    assert!(holds(kept, &exif_of(6)), "the orientation was lost");
    assert!(kept.ends_with(&[&scans()[..], &[0xFF, 0xD9]].concat()), "the picture was cut");
    assert_eq!(jpeg(kept).as_deref(), Some(kept), "twice is once");
}

#[test]
fn a_photo_keeps_its_orientation_and_picture_and_loses_the_place() {
    assert_clean(&jpeg(&photo(&[], &[])).unwrap());
}

#[test]
fn fill_bytes_before_a_marker_hide_nothing() {
    assert_clean(&jpeg(&photo(&[0xFF, 0xFF, 0xFF], &[])).unwrap());
    assert_clean(&jpeg(&photo(&segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), &[])).unwrap());
}

#[test]
fn what_follows_the_first_picture_goes() {
    let second = photo(&[], &[]);
    let motion = [&b"\0\0\0\x18ftypmp42"[..], GPS, b"MotionPhoto_Data"].concat();
    for trailer in [&second[..], &motion, GPS, &[0; 40], &[0xFF]] {
        assert_clean(&jpeg(&photo(&[], trailer)).unwrap());
    }
}

#[test]
fn xmp_iptc_comments_and_unknown_segments_go_and_colours_stay() {
    let others = [
        segment(APP1, &[b"http://ns.adobe.com/xap/1.0/\0", GPS].concat()),
        segment(0xED, GPS),
        segment(0xE2, &[b"MPF\0", GPS].concat()),
        segment(0xEB, GPS),
        segment(COMMENT, GPS),
        segment(APP1, &exif()),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01"),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
    ];
    let kept = jpeg(&photo(&others.concat(), &[])).unwrap();
    assert_clean(&kept);
    assert!(holds(&kept, b"ICC_PROFILE") && holds(&kept, b"Adobe"));
}

#[test]
fn a_place_between_two_scans_goes() {
    let place = segment(APP1, &[b"Exif\0\0", GPS].concat());
    let bytes = [&[0xFF, 0xD8][..], &segment(START_OF_SCAN, &[1]), &[7, 7], &place, &scans(), &[0xFF, 0xD9]].concat();
    assert!(!holds(&jpeg(&bytes).unwrap(), b"GPS"));
}

#[test]
fn no_cut_photo_is_kept_and_none_panics() {
    let whole = photo(&[0xFF, 0xFF], &[]);
    for cut in 0..whole.len() {
        assert_eq!(jpeg(&whole[..cut]), None, "cut at {cut}");
        assert_eq!(png(&whole[..cut]), None);
    }
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        for value in [0, 0xFF, 0xD8, 0xDA, 1] {
            changed[at] = value;
            jpeg(&changed);
        }
    }
}

#[test]
fn a_png_loses_its_texts_and_what_follows_its_end() {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        [&u32::try_from(content.len()).unwrap().to_be_bytes()[..], kind, content, &[0; 4]].concat()
    };
    let chunks = [
        chunk(b"IHDR", &[0; 13]),
        chunk(b"gAMA", &[0; 4]),
        chunk(b"eXIf", GPS),
        chunk(b"iTXt", GPS),
        chunk(b"caBX", GPS),
        chunk(b"IEND", b""),
        chunk(b"tEXt", GPS),
    ];
    let picture = [&b"\x89PNG\r\n\x1a\n"[..], &chunks.concat()].concat();
    let kept = png(&picture).unwrap();
    assert!(!holds(&kept, b"GPS"));
    assert!(holds(&kept, b"IHDR") && holds(&kept, b"gAMA") && holds(&kept, b"IEND"));
    let end = picture.windows(4).position(|four| four == b"IEND").unwrap() + 8;
    for cut in 0..end {
        assert_eq!(png(&picture[..cut]), None, "cut at {cut}");
    }
}

#[test]
fn four_turns_are_none_and_the_picture_is_not_touched() {
    let jfif = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    let plain = [&[0xFF, 0xD8][..], &jfif, &segment(0xDB, &[9; 65]), &scans(), &[0xFF, 0xD9]].concat();
    let bare = [&[0xFF, 0xD8][..], &segment(0xDB, &[9; 65]), &scans(), &[0xFF, 0xD9]].concat();
    for kept in [jpeg(&plain).unwrap(), jpeg(&bare).unwrap(), jpeg(&photo(&[], &[])).unwrap()] {
        let mut turns = vec![kept.clone()];
        for _ in 0..4 {
            let next = turned(turns.last().unwrap()).unwrap();
            assert!(next.ends_with(&[&segment(0xDB, &[9; 65])[..], &scans(), &[0xFF, 0xD9]].concat()));
            assert_eq!(jpeg(&next).as_deref(), Some(&next[..]), "what is kept is kept as it is");
            turns.push(next);
        }
        assert_eq!(turns[4], kept);
        assert_eq!(turns.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
    }
    // The camera said "right"; once more to the right is upside down.
    assert!(holds(&turned(&jpeg(&photo(&[], &[])).unwrap()).unwrap(), &exif_of(3)));
}

/// Rows of the picture under each orientation, and what a quarter clockwise makes of them.
#[test]
fn a_turn_is_a_quarter_clockwise_under_every_orientation() {
    type Square = [u8; 4];
    let right = |[a, b, c, d]: Square| [c, a, d, b];
    let mirrored = |[a, b, c, d]: Square| [b, a, d, c];
    let shown = |orientation: u8| {
        let turns = |own: Square, count: usize| (0..count).fold(own, |own, _| right(own));
        let square = [1, 2, 3, 4];
        match orientation {
            1 => square,
            2 => mirrored(square),
            3 => turns(square, 2),
            4 => mirrored(turns(square, 2)),
            5 => mirrored(turns(square, 1)),
            6 => turns(square, 1),
            7 => mirrored(turns(square, 3)),
            8 => turns(square, 3),
            other => panic!("{other}"),
        }
    };
    for orientation in 1..=8 {
        assert_eq!(shown(turned_orientation(orientation).unwrap()), right(shown(orientation)), "{orientation}");
    }
    assert_eq!([0, 9].map(turned_orientation), [None, None]);
}

#[test]
fn what_was_not_kept_is_not_turned() {
    for bytes in
        [&[][..], &[0xFF, 0xD8], &[0xFF, 0xD8, 0xFF], &[0xFF, 0xD8, 0xFF, 0xE1, 0, 8, 1, 2, 3, 4, 5, 6], b"\x89PNG"]
    {
        assert_eq!(turned(bytes), None);
    }
}
