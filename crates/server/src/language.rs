//! The language of an answer, as the header `Accept-Language` asks for it.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

const OTHERWISE: &str = "en";

/// The language there are words of that is wanted most; English if there is none.
pub(crate) fn of(headers: &HeaderMap) -> &'static str {
    let wanted = headers.get(header::ACCEPT_LANGUAGE);
    let wanted = wanted.and_then(|value| value.to_str().ok());
    best(wanted.unwrap_or_default(), &her2::languages())
}

fn best(wanted: &str, known: &[&'static str]) -> &'static str {
    let mut best = (0, OTHERWISE);
    for one in wanted.split(',').take(32) {
        let mut parts = one.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default();
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        let weight = weight.map_or(1_000, thousandths);
        let first = tag.split('-').next().unwrap_or_default();
        let found = match tag {
            "*" => Some(OTHERWISE),
            _ => known
                .iter()
                .copied()
                .find(|lang| lang.eq_ignore_ascii_case(first)),
        };
        if let Some(lang) = found.filter(|_| weight > best.0) {
            best = (weight, lang);
        }
    }
    best.1
}

/// A weight such as `0.8` in thousandths; what is none counts as nothing.
fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    match (whole, digits) {
        ("1", true) => 1_000,
        ("0", true) => format!("{part:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

/// The answer with its language.
pub(crate) fn said(lang: &'static str, mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang));
    headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_wanted_most_is_taken_of_those_there_are() {
        for (wanted, lang) in [
            ("", "en"),
            ("es", "es"),
            ("es-MX,es;q=0.9,en;q=0.8", "es"),
            ("en;q=0.5, es;q=0.7", "es"),
            ("de, fr;q=0.9", "en"),
            ("de, es;q=0.1", "es"),
            ("*", "en"),
            ("es;q=0", "en"),
            ("es;q=nonsense", "en"),
            (";;;,,,q=;es;", "en"),
        ] {
            assert_eq!(best(wanted, &["en", "es"]), lang, "{wanted}");
        }
        assert_eq!(best("es", &["en"]), "en");
    }
}
