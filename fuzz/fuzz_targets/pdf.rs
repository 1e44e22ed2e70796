//! Any bytes as a PDF, or as the content of its page: read must come to an end without a fault.
#![no_main]

use libfuzzer_sys::fuzz_target;

const PAGE: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] >>\nendobj\n\
    3 0 obj\n<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n";

fuzz_target!(|bytes: &[u8]| {
    // Half of the inputs are the content of a page, the others a file from its first bytes.
    let whole = match bytes.split_first() {
        Some((first, rest)) if first & 1 == 1 => {
            let mut file = PAGE.as_bytes().to_vec();
            file.extend(format!("4 0 obj\n<< /Length {} >>\nstream\n", rest.len()).into_bytes());
            file.extend(rest);
            file.extend(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF");
            file
        }
        _ => [b"%PDF-1.4\n".as_slice(), bytes].concat(),
    };
    her2::read_each("fuzz.pdf", &whole, &mut |reading| {
        let _ = (reading.text(), reading.json());
    });
    let _ = her2::page_images(&whole);
});
