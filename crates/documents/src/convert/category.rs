//! The only text of a record that is written as it is: categories of TNM.

/// Whether a category is short and made of the letters that categories are made of.
pub(crate) fn is_category(category: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"()+-.,/ ".contains(&byte);
    let first = category.trim_start_matches(|c: char| c.is_ascii_lowercase());
    first.starts_with(['T', 'N', 'M']) && category.len() <= 24 && category.bytes().all(letters)
}

#[cfg(test)]
mod tests {
    use super::is_category;

    #[test]
    fn a_category_is_no_sentence() {
        for category in ["T2", "T1c(m)", "N1mi", "N0(i+)(sn)", "MX", "TX", "mT2"] {
            assert!(is_category(category), "{category}");
        }
        for other in [
            "",
            "Doe, Jane",
            "T|2",
            "T2\nN0",
            "T2 as said by Dr. Nobody of this clinic",
        ] {
            assert!(!is_category(other), "{other}");
        }
    }
}
