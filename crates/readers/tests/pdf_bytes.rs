//! PDFs with any bytes: read to the end, without a fault, in bounded time and memory.

#![allow(clippy::unwrap_used, reason = "a test may")]

use flate2::Compression;
use flate2::write::ZlibEncoder;
use her2_readers::pdf;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

/// A PDF of these objects, numbered from 1; the first is the catalogue.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    let mut tail = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        writeln!(tail, "{place:010} 00000 n ").unwrap();
    }
    writeln!(
        tail,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF",
        places.len() + 1
    )
    .unwrap();
    bytes.extend(tail.into_bytes());
    bytes
}

fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< /Length {} {dictionary} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A page with this content and a plain font.
fn page(content: &[u8]) -> Vec<u8> {
    page_with("", content)
}

fn page_with(dictionary: &str, content: &[u8]) -> Vec<u8> {
    file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>".to_vec(),
        stream(dictionary, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
        stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>", b"/X Do /X Do"),
    ])
}

fn codes(bytes: &[u8]) -> Vec<&'static str> {
    let begun = Instant::now();
    let told = pdf::text(bytes);
    assert!(
        begun.elapsed() < Duration::from_secs(60),
        "{:?}",
        begun.elapsed()
    );
    for (_, range) in &told.pages {
        assert!(told.text.get(range.clone()).is_some());
    }
    told.problems.iter().map(|problem| problem.code).collect()
}

const CONTENT: &[u8] =
    b"BT /F1 12 Tf 72 700 Td (HER2: ) Tj (Positive \\(3+\\)) Tj 0 -14 Td (ER: 95%) Tj ET";

#[test]
fn a_plain_page_is_read() {
    let told = pdf::text(&page(CONTENT));
    assert_eq!(told.text, "HER2: Positive (3+)\nER: 95%\n");
    assert!(told.problems.is_empty());
    assert_eq!(told.pages, [(1, 0..27)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..3_000)) {
        codes(&[b"%PDF-1.7\n".as_slice(), &bytes].concat());
    }

    #[test]
    fn any_content_is_read(bytes in prop::collection::vec(any::<u8>(), 0..1_000)) {
        codes(&page(&bytes));
    }

    #[test]
    fn operators_in_any_order_are_read(
        operators in prop::collection::vec(prop::sample::select(&[
            "BT", "ET", "q", "Q", "/F1 12 Tf", "/F1 -3 Tf", "1 0 0 1 72 700 Tm", "0 1 -1 0 5 5 cm", "(HER2 3+) Tj", "T*", "(x) '",
            "1 2 (y) \"", "[(a) -500 (b)] TJ", "/X Do", "0 0 100 0 re", "/Span << /ActualText (fi) >> BDC", "EMC", "99999999 0 Td", "0 Tz",
        ]), 0..60),
    ) {
        codes(&page(operators.join("\n").as_bytes()));
    }

    #[test]
    fn a_pdf_with_other_bytes_in_it_is_read(changes in prop::collection::vec((0..1_000_usize, any::<u8>()), 1..20)) {
        let mut bytes = page(CONTENT);
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        codes(&bytes);
    }

    #[test]
    fn a_pdf_cut_off_anywhere_is_read(end in 0..1_000_usize) {
        let bytes = page(CONTENT);
        codes(&bytes[..end.min(bytes.len())]);
    }
}

#[test]
fn what_is_broken_or_locked_is_told() {
    assert_eq!(codes(b"%PDF-1.7\nnothing"), ["pdf-broken"]);
    let pages_of_none = file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [] >>".to_vec(),
    ]);
    assert_eq!(codes(&pages_of_none), ["pdf-broken"]);
    let locked = String::from_utf8_lossy(&page(CONTENT)).replace(
        "/Root 1 0 R",
        "/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) >> /ID [(a) (a)]",
    );
    assert_eq!(codes(locked.as_bytes()), ["pdf-encrypted"]);
}

#[test]
fn a_picture_of_text_is_told_to_be_one() {
    let scan = file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>".to_vec(),
        stream("", b"q 612 0 0 792 0 0 cm /I Do Q"),
        stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x00"),
    ]);
    let told = pdf::text(&scan);
    assert_eq!(told.text, "");
    assert_eq!(codes(&scan), ["scan-without-text"]);
}

#[test]
fn deep_nesting_comes_to_an_end() {
    let deep = 100_000;
    for (open, close) in [("[", "]"), ("<<", ">>"), ("(", ")"), ("/A<<", ">>")] {
        let nested = format!("{}{}", open.repeat(deep), close.repeat(deep));
        codes(&page(nested.as_bytes()));
        codes(&page(open.repeat(deep).as_bytes()));
        let object = file(&[
            format!("<< /Type /Catalog /Pages 2 0 R /X {nested} >>").into_bytes(),
            nested.clone().into_bytes(),
        ]);
        codes(&object);
    }
}

#[test]
fn a_tree_of_pages_that_is_deep_wide_or_round_comes_to_an_end() {
    let catalog = || b"<< /Type /Catalog /Pages 2 0 R >>".to_vec();
    let round = file(&[
        catalog(),
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] >>".to_vec(),
    ]);
    codes(&round);
    let deep: Vec<Vec<u8>> =
        std::iter::once(catalog())
            .chain((3..30_000).map(|next| {
                format!("<< /Type /Pages /Kids [{next} 0 R {next} 0 R] >>").into_bytes()
            }))
            .collect();
    codes(&file(&deep));
    let wide = format!(
        "<< /Type /Pages /Kids [{}] >>",
        "<< /Type /Page >> ".repeat(100_000)
    );
    codes(&file(&[catalog(), wide.into_bytes()]));
}

#[test]
fn a_form_within_itself_comes_to_an_end() {
    assert!(codes(&page(&b"/X Do ".repeat(1_000))).contains(&"pdf-limit"));
}

#[test]
fn what_unpacks_to_very_much_is_not_unpacked() {
    let bomb = packed(&vec![b' '; 200_000_000]);
    assert!(bomb.len() < 400_000);
    assert!(codes(&page_with("/Filter /FlateDecode", &bomb)).contains(&"pdf-limit"));
    let twice = packed(&bomb);
    assert!(
        codes(&page_with("/Filter [/FlateDecode /FlateDecode]", &twice)).contains(&"pdf-limit")
    );
}

#[test]
fn a_table_of_letters_with_the_widest_range_costs_nothing() {
    let objects = |table: &[u8]| {
        file(&[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            b"<< /Type /Page /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_vec(),
            stream("", b"BT /F1 12 Tf 72 700 Td <00010002> Tj ET"),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /W [0 4294967295 500] >>] /ToUnicode 6 0 R >>".to_vec(),
            stream("", table),
        ])
    };
    let wide = objects(b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
    codes(&wide);
    let plain = objects(b"1 beginbfrange <0000> <FFFF> <2264> endbfrange");
    assert_eq!(pdf::text(&plain).text, "\u{2265}\u{2266}\n");
}

#[test]
fn much_text_takes_a_time_that_grows_with_it() {
    let lines = |count: usize| {
        let mut content = b"BT /F1 8 Tf 9 TL 30 780 Td\n".to_vec();
        for at in 0..count {
            content
                .extend(format!("(HER2 is {at} at this place   and there) Tj T*\n").into_bytes());
            if at % 80 == 79 {
                content.extend(b"0 720 Td\n");
            }
        }
        page(&content)
    };
    let time = |bytes: &[u8]| {
        let begun = Instant::now();
        codes(bytes);
        begun.elapsed()
    };
    let few = time(&lines(200)).max(Duration::from_millis(20));
    let many = time(&lines(2_000));
    assert!(many < few * 30, "{few:?} and {many:?}");
}
