//! Money and numbers as people read them.

use her2_case::Decimal;

/// Whole dollars, rounded half up, with commas: `$3,151`.
pub(crate) fn dollars(exact: Decimal) -> String {
    let whole = (exact.micros() + 500_000) / 1_000_000;
    format!("${}", grouped(whole))
}

/// The number without zeros at its end, with commas: `420`, `420.6`, `1,050`.
pub(crate) fn plain(value: Decimal) -> String {
    let whole = grouped(value.micros() / 1_000_000);
    let text = value.to_string();
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    match fraction.trim_end_matches('0') {
        "" => whole,
        fraction => format!("{whole}.{fraction}"),
    }
}

fn grouped(value: u128) -> String {
    let digits = value.to_string();
    let first = digits.len() % 3;
    let mut out = digits[..first].to_owned();
    for group in digits.as_bytes()[first..].chunks(3) {
        if !out.is_empty() {
            out.push(',');
        }
        out.extend(group.iter().copied().map(char::from));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_rounded_only_where_they_are_shown() {
        let shown = |text: &str| dollars(text.parse().unwrap());
        assert_eq!(shown("3151.050"), "$3,151");
        assert_eq!(shown("798.5"), "$799");
        assert_eq!(shown("798.499999"), "$798");
        assert_eq!(shown("1204567.5"), "$1,204,568");
        assert_eq!(shown("0"), "$0");
        assert_eq!(shown("100000"), "$100,000");
    }

    #[test]
    fn zeros_at_the_end_are_not_shown() {
        let shown = |text: &str| plain(text.parse().unwrap());
        assert_eq!(shown("420.600"), "420.6");
        assert_eq!(shown("70.0"), "70");
        assert_eq!(shown("100"), "100");
        assert_eq!(shown("1050"), "1,050");
    }
}
