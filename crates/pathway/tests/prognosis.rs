//! Prognostic scores agree with published values, with a second implementation, and with what their formulas promise.

#![allow(clippy::unwrap_used)]

#[path = "prognosis/properties.rs"]
mod properties;
#[path = "prognosis/published.rs"]
mod published;
#[path = "prognosis/second_implementation.rs"]
mod second_implementation;
#[path = "prognosis/situations.rs"]
mod situations;
#[path = "prognosis/small_scores.rs"]
mod small_scores;
#[path = "prognosis/worked.rs"]
mod worked;

use her2_case::Decimal;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}
