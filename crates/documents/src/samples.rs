//! One invented report for each kind of page.

mod nothing;
mod open;
mod rare;
mod settled;
mod shapes;

use crate::sample::Sample;

/// Every sample.
pub(crate) fn samples() -> Vec<Sample> {
    let mut all = settled::settled();
    all.extend(open::open());
    all.extend(rare::rare());
    all.extend(nothing::nothing());
    all
}
