//! Numbers that stand for an unknown value: `99.9`, `999`, `-1`. Only what no tissue and no calendar can give is one; a ratio of 9.9 stays.

use her2_knowledge::TableItem;

/// Whether a number is written in nines, or below zero, and is none that this column can hold.
pub fn stands_for_unknown(item: TableItem, text: &str) -> bool {
    let text = text.trim();
    let (below_zero, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let is_number = !whole.is_empty()
        && whole.len() <= 12
        && (whole.bytes().chain(fraction.bytes())).all(|byte| byte.is_ascii_digit());
    let Some(most) = highest(item).filter(|_| is_number) else {
        return false;
    };
    if below_zero {
        return whole
            .bytes()
            .chain(fraction.bytes())
            .any(|byte| byte != b'0');
    }
    let nines = |text: &str| text.bytes().all(|byte| byte == b'9');
    let in_nines = nines(whole) && (nines(fraction) || fraction.bytes().all(|byte| byte == b'0'));
    let value = whole.parse().unwrap_or(u64::MAX);
    in_nines && (value > most || value == most && !fraction.is_empty() && nines(fraction))
}

/// The highest number that a column of this item can hold; nothing where it holds no numbers.
fn highest(item: TableItem) -> Option<u64> {
    use TableItem as I;
    Some(match item {
        // Scores, grades and groups have one digit, of which 9 is none.
        I::Her2IhcScore | I::Grade | I::IshGroup | I::ErAllred | I::PrAllred | I::Observers => 8,
        I::Her2Ratio | I::Her2Copies | I::Cep17Copies => 50,
        I::Her2IhcPercent | I::ErPercent | I::PrPercent | I::Ki67 => 100,
        I::ErHScore | I::PrHScore => 300,
        I::Her2SignalsTotal | I::Cep17SignalsTotal => 5000,
        I::Cells => 500,
        I::NodesPositive | I::NodesExamined => 90,
        I::SizeMm => 400,
        I::SizeCm => 40,
        I::StatedEdition => 2100,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nines_beyond_what_can_be_measured_stand_for_unknown() {
        use TableItem as I;
        for (item, text, is) in [
            (I::Her2Ratio, "9.9", false),
            (I::Her2Ratio, "9.99", false),
            (I::Her2Ratio, "99", true),
            (I::Her2Ratio, "99.9", true),
            (I::Her2Ratio, "999", true),
            (I::Her2Ratio, "-1", true),
            (I::Her2Ratio, "-9.00", true),
            (I::Her2Ratio, "2.1", false),
            (I::Her2Ratio, "72", false),
            (I::Her2Copies, "99.99", true),
            (I::Cep17Copies, "9.9", false),
            (I::ErPercent, "99", false),
            (I::ErPercent, "999", true),
            (I::Ki67, "-9", true),
            (I::Her2IhcScore, "9", true),
            (I::Her2IhcScore, "3", false),
            (I::Her2IhcScore, "-", false),
            (I::NodesPositive, "9", false),
            (I::NodesPositive, "99", true),
            (I::SizeMm, "99", false),
            (I::SizeMm, "999", true),
            (I::SizeCm, "9.9", false),
            (I::SizeCm, "99.9", true),
            (I::Cells, "99", false),
            (I::Cells, "999", true),
            (I::Patient, "999", false),
            (I::Her2IhcWord, "999", false),
        ] {
            assert_eq!(stands_for_unknown(item, text), is, "{item:?} {text}");
        }
    }
}
