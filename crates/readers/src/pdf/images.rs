//! The pictures of a scan, as files that a program for text recognition opens.

use super::font::{number, resolved};
use super::limits::{Budget, DEPTH};
use super::open;
use super::tree::{Page, pages};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use rustc_hash::FxHashSet;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pictures of one document that are given out.
const MOST: usize = 100;
/// Bytes of one picture, unpacked.
const LARGEST: usize = 64_000_000;
/// A side below this many points of the picture is a logo and no page.
const SMALLEST: i64 = 400;

/// A picture of a page. `Debug` shows its size only.
pub struct PageImage {
    /// The page, from 1.
    pub page: u32,
    /// The ending that its kind of file has: `jpg`, `jp2`, `tif`, `pgm`, `ppm`, `pbm`.
    pub ending: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for PageImage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PageImage({} bytes)", self.bytes.len())
    }
}

/// The pictures of the pages of a PDF, page by page; those of a kind that cannot be given out are left out.
pub fn images(bytes: &[u8]) -> Vec<PageImage> {
    catch_unwind(AssertUnwindSafe(|| found(bytes))).unwrap_or_default()
}

fn found(bytes: &[u8]) -> Vec<PageImage> {
    let Ok(document) = open::open(bytes) else {
        return Vec::new();
    };
    let mut images = Vec::new();
    for (number, page) in (1..).zip(pages(&document, &mut Budget::new())) {
        of_page(&document, number, &page, &mut images);
    }
    images
}

fn of_page(document: &Document, page_number: u32, page: &Page<'_>, images: &mut Vec<PageImage>) {
    let mut seen: FxHashSet<ObjectId> = FxHashSet::default();
    let mut open: Vec<(&Dictionary, usize)> =
        page.resources.map(|of| (of, 0)).into_iter().collect();
    while let Some((resources, depth)) = open.pop() {
        let Ok(objects) = resources
            .get_deref(b"XObject", document)
            .and_then(Object::as_dict)
        else {
            continue;
        };
        for (_, object) in objects.iter().take(1_000) {
            let is_new = object.as_reference().map_or(true, |id| seen.insert(id));
            let Ok(stream) = resolved(document, object).as_stream() else {
                continue;
            };
            if !is_new || images.len() >= MOST {
                continue;
            }
            match stream.dict.get(b"Subtype").and_then(Object::as_name) {
                Ok(b"Image") => {
                    let file = file(document, stream);
                    images.extend(file.map(|(ending, bytes)| PageImage {
                        page: page_number,
                        ending,
                        bytes,
                    }));
                }
                Ok(b"Form") if depth < DEPTH => {
                    if let Ok(inner) = stream
                        .dict
                        .get_deref(b"Resources", document)
                        .and_then(Object::as_dict)
                    {
                        open.push((inner, depth + 1));
                    }
                }
                _ => {}
            }
        }
    }
}

/// A picture as a file of its own kind, or of a plain one.
fn file(document: &Document, stream: &Stream) -> Option<(&'static str, Vec<u8>)> {
    let whole = |key: &[u8]| {
        stream
            .dict
            .get_deref(key, document)
            .and_then(Object::as_i64)
            .ok()
    };
    let (width, height) = (whole(b"Width")?, whole(b"Height")?);
    if width < SMALLEST || height < SMALLEST || width > 40_000 || height > 40_000 {
        return None;
    }
    let filters = stream.filters().unwrap_or_default();
    match filters.last() {
        Some(&b"DCTDecode") if filters.len() == 1 => return Some(("jpg", stream.content.clone())),
        Some(&b"JPXDecode") if filters.len() == 1 => return Some(("jp2", stream.content.clone())),
        Some(&b"CCITTFaxDecode") if filters.len() == 1 => {
            return fax(document, stream, width, height).map(|file| ("tif", file));
        }
        Some(&b"DCTDecode" | &b"JPXDecode" | &b"CCITTFaxDecode" | &b"JBIG2Decode") => return None,
        _ => {}
    }
    let depth = whole(b"BitsPerComponent").unwrap_or(1);
    let colours = colours(document, &stream.dict);
    let row = usize::try_from((width * depth * colours + 7) / 8).ok()?;
    let length = row
        .checked_mul(usize::try_from(height).ok()?)
        .filter(|length| *length <= LARGEST)?;
    let mut pixels = stream.get_plain_content_with_limit(LARGEST).ok()?;
    if pixels.len() < length {
        return None;
    }
    pixels.truncate(length);
    let (ending, kind, scale) = match (depth, colours) {
        (8, 1) => ("pgm", "P5", " 255"),
        (8, 3) => ("ppm", "P6", " 255"),
        (1, 1) => {
            // One is white here and black there, unless the picture says otherwise.
            if !is_inverted(document, stream) {
                pixels.iter_mut().for_each(|byte| *byte = !*byte);
            }
            ("pbm", "P4", "")
        }
        _ => return None,
    };
    let mut file = format!("{kind} {width} {height}{scale}\n").into_bytes();
    file.append(&mut pixels);
    Some((ending, file))
}

fn colours(document: &Document, dictionary: &Dictionary) -> i64 {
    match dictionary.get_deref(b"ColorSpace", document) {
        Ok(Object::Name(name)) if name == b"DeviceRGB" || name == b"CalRGB" => 3,
        Ok(Object::Name(name)) if name == b"DeviceCMYK" => 4,
        Ok(Object::Array(space)) => match space.first().and_then(|name| name.as_name().ok()) {
            Some(b"ICCBased") => space
                .get(1)
                .and_then(|profile| resolved(document, profile).as_stream().ok())
                .and_then(|profile| profile.dict.get(b"N").and_then(Object::as_i64).ok())
                .unwrap_or(3),
            Some(b"CalRGB") => 3,
            Some(b"Indexed") => 0,
            _ => 1,
        },
        _ => 1,
    }
}

fn is_inverted(document: &Document, stream: &Stream) -> bool {
    match stream.dict.get_deref(b"Decode", document) {
        Ok(Object::Array(range)) => range.first().is_some_and(|low| number(low) > 0.5),
        _ => false,
    }
}

/// A fax of group 4 in the frame of a TIFF.
fn fax(document: &Document, stream: &Stream, width: i64, height: i64) -> Option<Vec<u8>> {
    let parameters = stream.dict.get_deref(b"DecodeParms", document).ok()?;
    let parameters = match parameters {
        Object::Array(each) => resolved(document, each.first()?).as_dict().ok()?,
        one => one.as_dict().ok()?,
    };
    let of = |key: &[u8]| parameters.get(key).and_then(Object::as_i64).ok();
    if of(b"K")? >= 0 || of(b"Columns").unwrap_or(1728) != width {
        return None;
    }
    let black_is_one = parameters
        .get(b"BlackIs1")
        .and_then(Object::as_bool)
        .unwrap_or(false);
    let length = u32::try_from(stream.content.len()).ok()?;
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    // Width, height, bits, compression, meaning of zero, place, rows, length.
    let fields: [(u16, u32); 8] = [
        (256, width),
        (257, height),
        (258, 1),
        (259, 4),
        (262, u32::from(black_is_one)),
        (273, 8 + 2 + 8 * 12 + 4),
        (278, height),
        (279, length),
    ];
    let mut file = b"II\x2a\x00\x08\x00\x00\x00\x08\x00".to_vec();
    for (tag, value) in fields {
        file.extend(tag.to_le_bytes());
        file.extend(4_u16.to_le_bytes());
        file.extend(1_u32.to_le_bytes());
        file.extend(value.to_le_bytes());
    }
    file.extend(0_u32.to_le_bytes());
    file.extend(&stream.content);
    Some(file)
}
