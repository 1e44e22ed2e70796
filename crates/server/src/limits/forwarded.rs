//! Who asks, behind proxies: the address that counts is the nearest one that no trusted proxy has.
//!
//! A header is believed only as far as trusted proxies wrote it. Each adds the address it was asked from at the end, so the list is read from
//! its end: what stands before the first address that is not trusted was written by somebody unknown.

use crate::Network;
use axum::http::{HeaderMap, HeaderName, header};
use std::net::{IpAddr, SocketAddr};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that counts for a request that came from `peer`.
pub(super) fn asker(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|of| of.holds(*address));
    if !is_trusted(&peer) {
        return peer;
    }
    let nearest = |named: Vec<Option<IpAddr>>| {
        let mut nearest = peer;
        for address in named.into_iter().rev() {
            // What is no address ends the list: the proxy that wrote it is all that is known.
            let Some(address) = address else { break };
            nearest = address;
            if !is_trusted(&address) {
                break;
            }
        }
        nearest
    };
    let common = lines(headers, &X_FORWARDED_FOR).map(|line| nearest(of_common(&line)));
    let standard = lines(headers, &header::FORWARDED).map(|line| nearest(of_standard(&line)));
    match (common, standard) {
        (None, None) => peer,
        (Some(one), None) | (None, Some(one)) => one,
        // A proxy that writes one of them passes the other on as it came, from anybody.
        (Some(one), Some(other)) if one == other => one,
        (Some(_), Some(_)) => peer,
    }
}

/// All lines of a header, as one list; nothing if there is none.
fn lines(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let lines = headers.get_all(name).iter();
    let lines: Vec<&str> = lines.map(|line| line.to_str().unwrap_or("?")).collect();
    (!lines.is_empty()).then(|| lines.join(","))
}

/// `X-Forwarded-For`: addresses with commas between them.
fn of_common(line: &str) -> Vec<Option<IpAddr>> {
    line.split(',').map(address).collect()
}

/// `Forwarded` (RFC 7239): elements with commas between them, of pairs with semicolons between them.
fn of_standard(line: &str) -> Vec<Option<IpAddr>> {
    let elements = unquoted(line, ',').into_iter();
    elements
        .map(|element| {
            let pairs = unquoted(element, ';').into_iter();
            let mut named = pairs.filter_map(|pair| {
                let (name, value) = pair.trim().split_once('=')?;
                name.eq_ignore_ascii_case("for").then_some(value)
            });
            named.next().and_then(address)
        })
        .collect()
}

/// The parts between signs that stand in no quotes.
fn unquoted(text: &str, sign: char) -> Vec<&str> {
    let mut within = false;
    text.split(|letter| {
        within ^= letter == '"';
        letter == sign && !within
    })
    .collect()
}

/// An address with or without quotes, brackets and a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    let bare = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let with_port = || text.parse::<SocketAddr>().ok().map(|of| of.ip());
    let address = bare.unwrap_or(text).parse().ok().or_else(with_port);
    address.map(|of: IpAddr| of.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::asker;
    use crate::Network;
    use axum::http::{HeaderMap, HeaderName};
    use std::net::IpAddr;

    const COMMON: &str = "x-forwarded-for";
    const STANDARD: &str = "forwarded";

    fn asked(peer: &str, lines: &[(&str, &str)]) -> String {
        let trusted: Vec<Network> = ["10.0.0.0/8", "2001:db8:ffff::/48"]
            .map(|network| network.parse().unwrap())
            .into();
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            let name: HeaderName = name.parse().unwrap();
            headers.append(name, value.parse().unwrap());
        }
        let peer: IpAddr = peer.parse().unwrap();
        asker(peer, &headers, &trusted).to_string()
    }

    #[test]
    fn who_is_no_trusted_proxy_says_nothing_about_others() {
        for line in [(COMMON, "192.0.2.1"), (STANDARD, "for=192.0.2.1")] {
            assert_eq!(asked("198.51.100.7", &[line]), "198.51.100.7");
        }
        assert_eq!(asked("10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn the_last_address_that_is_not_trusted_counts() {
        for (line, counts) in [
            ("192.0.2.1", "192.0.2.1"),
            ("203.0.113.9, 192.0.2.1", "192.0.2.1"),
            ("203.0.113.9, 192.0.2.1, 10.1.2.3", "192.0.2.1"),
            ("10.9.9.9, 10.1.2.3", "10.9.9.9"),
            ("192.0.2.1:4711", "192.0.2.1"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
            ("::ffff:192.0.2.1", "192.0.2.1"),
            ("192.0.2.1, unknown, 10.1.2.3", "10.1.2.3"),
            ("192.0.2.1, nonsense", "10.0.0.1"),
            ("", "10.0.0.1"),
        ] {
            assert_eq!(asked("10.0.0.1", &[(COMMON, line)]), counts, "{line}");
        }
        let lines = [(COMMON, "203.0.113.9"), (COMMON, "192.0.2.1")];
        assert_eq!(asked("10.0.0.1", &lines), "192.0.2.1");
    }

    #[test]
    fn the_header_of_the_standard_is_read_too() {
        for (line, counts) in [
            ("for=192.0.2.1", "192.0.2.1"),
            (
                "proto=https;For=\"192.0.2.1:4711\";by=10.0.0.1",
                "192.0.2.1",
            ),
            ("for=203.0.113.9, for=\"[2001:db8::1]:80\"", "2001:db8::1"),
            (
                "for=192.0.2.1;host=\"a,for=203.0.113.9\", for=10.1.2.3",
                "192.0.2.1",
            ),
            ("for=192.0.2.1, for=_hidden", "10.0.0.1"),
            ("by=192.0.2.1", "10.0.0.1"),
        ] {
            assert_eq!(asked("10.0.0.1", &[(STANDARD, line)]), counts, "{line}");
        }
    }

    #[test]
    fn headers_that_contradict_each_other_count_for_nothing() {
        let both = |one, other| asked("10.0.0.1", &[(COMMON, one), (STANDARD, other)]);
        assert_eq!(both("192.0.2.1", "for=203.0.113.9"), "10.0.0.1");
        assert_eq!(both("192.0.2.1", "for=192.0.2.1"), "192.0.2.1");
    }
}
