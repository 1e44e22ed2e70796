//! How content is moved and turned on a page.

use super::font::{number, resolved};
use lopdf::{Dictionary, Document, Object};

/// The six numbers of a transformation.
pub(super) type Matrix = [f32; 6];
/// Nothing is moved.
pub(super) const STRAIGHT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The first matrix, then the second.
pub(super) fn then(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// Where a point goes.
pub(super) fn moved(m: Matrix, x: f32, y: f32) -> (f32, f32) {
    (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
}

/// Quarter turns of a direction on the page, if it is near one.
pub(super) fn turns(x: f32, y: f32) -> Option<u8> {
    if y.abs() * 8.0 < x.abs() {
        Some(if x > 0.0 { 0 } else { 2 })
    } else if x.abs() * 8.0 < y.abs() {
        Some(if y > 0.0 { 1 } else { 3 })
    } else {
        None
    }
}

/// A matrix that a dictionary gives.
pub(super) fn matrix(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<Matrix> {
    match dictionary.get_deref(key, document) {
        Ok(Object::Array(numbers)) if numbers.len() == 6 => Some(std::array::from_fn(|at| {
            number(resolved(document, &numbers[at]))
        })),
        _ => None,
    }
}
