//! Operators of a page's content, one after the other, with their operands. Never recursive: what nests is flattened or taken as it stands.

use memchr::memmem;
use std::borrow::Cow;

/// Operands that are kept for one operator: few for what is painted, several hundred for the entries of a table of codes.
const MOST_OPERANDS: usize = 4096;
/// Pieces of one array that are kept.
const MOST_PIECES: usize = 100_000;

/// What stands before an operator.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand<'a> {
    Number(f32),
    Name(Cow<'a, [u8]>),
    Text(Vec<u8>),
    /// The pieces of an array; one within it is flattened.
    Array(Vec<Element>),
    /// A dictionary as it stands, without its brackets.
    Dictionary(&'a [u8]),
}

/// A piece of an array: what is shown, and how far the next piece is moved.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Element {
    Text(Vec<u8>),
    Shift(f32),
}

/// The operators of some content.
pub(super) struct Operations<'a> {
    bytes: &'a [u8],
    at: usize,
    /// What stands before the operator that was last given.
    pub(super) operands: Vec<Operand<'a>>,
}

enum Token<'a> {
    Number(f32),
    Name(Cow<'a, [u8]>),
    Text(Vec<u8>),
    Open,
    Close,
    Dictionary(&'a [u8]),
    Word(&'a [u8]),
}

impl<'a> Operations<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            operands: Vec::new(),
        }
    }

    /// The next operator; its operands are in `operands` until the one after it is asked for.
    pub(super) fn step(&mut self) -> Option<&'a [u8]> {
        self.operands.clear();
        let mut array: Option<(usize, Vec<Element>)> = None;
        loop {
            let token = self.token()?;
            if let Some((depth, elements)) = &mut array {
                let room = elements.len() < MOST_PIECES;
                match token {
                    Token::Open => *depth += 1,
                    Token::Close if *depth > 0 => *depth -= 1,
                    Token::Close => {
                        let elements = std::mem::take(elements);
                        array = None;
                        self.push(Operand::Array(elements));
                    }
                    Token::Text(text) if room => elements.push(Element::Text(text)),
                    Token::Number(shift) if room => elements.push(Element::Shift(shift)),
                    // An operator within an array: its closing bracket is missing.
                    Token::Word(word) if word != b"null" && word != b"true" && word != b"false" => {
                        let elements = std::mem::take(elements);
                        self.push(Operand::Array(elements));
                        return Some(word);
                    }
                    _ => {}
                }
                continue;
            }
            match token {
                Token::Open => array = Some((0, Vec::new())),
                Token::Close => {}
                Token::Number(number) => self.push(Operand::Number(number)),
                Token::Name(name) => self.push(Operand::Name(name)),
                Token::Text(text) => self.push(Operand::Text(text)),
                Token::Dictionary(inner) => self.push(Operand::Dictionary(inner)),
                Token::Word(b"ID") => self.pass_image(),
                Token::Word(b"null" | b"true" | b"false") => {}
                Token::Word(word) => return Some(word),
            }
        }
    }

    fn push(&mut self, operand: Operand<'a>) {
        if self.operands.len() < MOST_OPERANDS {
            self.operands.push(operand);
        }
    }

    /// The number at a position among the operands.
    pub(super) fn number(&self, at: usize) -> f32 {
        match self.operands.get(at) {
            Some(Operand::Number(number)) => *number,
            _ => 0.0,
        }
    }

    /// Six numbers, if there are as many.
    pub(super) fn matrix(&self) -> Option<[f32; 6]> {
        (self.operands.len() >= 6).then(|| std::array::from_fn(|at| self.number(at)))
    }

    /// Passes over the bytes of an image that stands in the content.
    fn pass_image(&mut self) {
        let rest = &self.bytes[self.at..];
        let end = memmem::find_iter(rest, b"EI").find(|end| {
            let before = end.checked_sub(1).and_then(|at| rest.get(at));
            let after = rest.get(end + 2);
            before.is_some_and(|byte| is_space(*byte)) && after.is_none_or(|byte| is_space(*byte))
        });
        self.at += end.map_or(rest.len(), |end| end + 2);
    }

    fn token(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                _ if is_space(byte) => self.at += 1,
                b'%' => self.at = self.find(self.at, |byte| byte == b'\r' || byte == b'\n'),
                b'[' | b'{' => {
                    self.at += 1;
                    return Some(Token::Open);
                }
                b']' | b'}' => {
                    self.at += 1;
                    return Some(Token::Close);
                }
                b'(' => return Some(Token::Text(self.literal())),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                    return Some(Token::Dictionary(self.dictionary()));
                }
                b'<' => return Some(Token::Text(self.hexadecimal())),
                b'>' | b')' => self.at += 1,
                b'/' => {
                    let start = self.at + 1;
                    self.at = self.find(start, |byte| !is_regular(byte));
                    return Some(Token::Name(name(&self.bytes[start..self.at])));
                }
                _ => {
                    let start = self.at;
                    self.at = self.find(start, |byte| !is_regular(byte));
                    let word = &self.bytes[start..self.at];
                    return Some(match number(word) {
                        Some(number) => Token::Number(number),
                        None => Token::Word(word),
                    });
                }
            }
        }
    }

    fn find(&self, from: usize, end: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[from.min(self.bytes.len())..];
        let length = rest.iter().position(|byte| end(*byte));
        from + length.unwrap_or(rest.len())
    }

    /// A dictionary's inside; its end is the bracket of the same depth, outside of strings.
    fn dictionary(&mut self) -> &'a [u8] {
        let start = self.at + 2;
        let mut depth = 0_usize;
        self.at = start;
        while let Some(byte) = self.bytes.get(self.at) {
            let twice = self.bytes.get(self.at + 1) == Some(byte);
            match byte {
                b'(' => {
                    self.literal();
                    continue;
                }
                b'<' if twice => {
                    depth += 1;
                    self.at += 1;
                }
                b'>' if twice => {
                    self.at += 1;
                    if depth == 0 {
                        self.at += 1;
                        return &self.bytes[start..self.at - 2];
                    }
                    depth -= 1;
                }
                _ => {}
            }
            self.at += 1;
        }
        &self.bytes[start.min(self.bytes.len())..]
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0_usize;
        self.at += 1;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(*byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.bytes.get(self.at) else {
            return;
        };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.bytes.get(self.at) else {
                        break;
                    };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push(u8::try_from(code & 0xFF).unwrap_or(0));
            }
            b'\r' => {
                if self.bytes.get(self.at) == Some(&b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            other => text.push(*other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let start = self.at + 1;
        let end = self.find(start, |byte| byte == b'>');
        self.at = end + 1;
        hex(&self.bytes[start..end])
    }
}

/// The bytes that hexadecimal digits stand for; an odd last one counts for sixteen times itself.
pub(super) fn hex(digits: &[u8]) -> Vec<u8> {
    let mut values = digits.iter().filter_map(|digit| hex_digit(*digit));
    let mut bytes = Vec::with_capacity(digits.len() / 2 + 1);
    while let Some(high) = values.next() {
        bytes.push(high << 4 | values.next().unwrap_or(0));
    }
    bytes
}

fn hex_digit(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

/// A name with its `#` escapes undone.
fn name(raw: &[u8]) -> Cow<'_, [u8]> {
    if !raw.contains(&b'#') {
        return Cow::Borrowed(raw);
    }
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == b'#'
            && let [high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (hex_digit(*high), hex_digit(*low))
        {
            bytes.push(high << 4 | low);
            rest = after;
        } else {
            bytes.push(*byte);
        }
    }
    Cow::Owned(bytes)
}

fn number(word: &[u8]) -> Option<f32> {
    let is_number = word
        .iter()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
    if !is_number || !word.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    // Some writers put a second sign into a number; what stands before it counts.
    let end = text[1..].find(['+', '-']).map_or(text.len(), |at| at + 1);
    text[..end]
        .parse()
        .ok()
        .filter(|number: &f32| number.is_finite())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0 | 12)
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_come_with_their_operands() {
        let mut content =
            Operations::new(b"BT /F1 12 Tf [(a\\)b) -120.5 <4142>]TJ % x\n(q\\101) ' ET");
        assert_eq!(content.step(), Some(&b"BT"[..]));
        assert_eq!(content.step(), Some(&b"Tf"[..]));
        assert_eq!(content.operands[0], Operand::Name(b"F1"[..].into()));
        assert_eq!(content.step(), Some(&b"TJ"[..]));
        assert_eq!(
            content.operands[0],
            Operand::Array(vec![
                Element::Text(b"a)b".to_vec()),
                Element::Shift(-120.5),
                Element::Text(b"AB".to_vec()),
            ])
        );
        assert_eq!(content.step(), Some(&b"'"[..]));
        assert_eq!(content.operands[0], Operand::Text(b"qA".to_vec()));
        assert_eq!(content.step(), Some(&b"ET"[..]));
        assert_eq!(content.step(), None);
    }

    #[test]
    fn an_image_in_the_content_is_passed_over() {
        let mut content = Operations::new(b"BI /W 1 ID \x00(EIx\xff EI Q");
        assert_eq!(content.step(), Some(&b"BI"[..]));
        assert_eq!(content.step(), Some(&b"Q"[..]));
    }

    #[test]
    fn what_never_closes_comes_to_an_end() {
        for bytes in [&b"[[[["[..], b"<<<<", b"((((", b"<41", b"/", b"1 2 3"] {
            let nested = bytes.repeat(25_000);
            let mut content = Operations::new(&nested);
            while content.step().is_some() {}
        }
    }
}
