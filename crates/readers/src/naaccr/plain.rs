//! Items as nearly every file has them, `<Item naaccrId="sex">2</Item>`, without the events of the XML in between.

use memchr::{memchr, memchr2};

/// Names of items are far shorter.
const LONGEST_ID: usize = 64;

/// How such an item begins and ends.
pub(super) struct Plain {
    opening: String,
    closing: String,
}

/// An item that is written so.
pub(super) struct PlainItem<'a> {
    pub(super) id: &'a str,
    /// The text as it stands: without elements, references and comments.
    pub(super) text: &'a str,
    /// Where the text begins.
    pub(super) start: usize,
    /// One past the end of the item.
    pub(super) end: usize,
}

impl Plain {
    pub(super) fn new(item: &str) -> Self {
        Self {
            opening: format!("<{item} naaccrId=\""),
            closing: format!("</{item}>"),
        }
    }

    /// The next item, if nothing but space stands before it and it is written in the plain way.
    pub(super) fn next<'a>(&self, text: &'a str, from: usize) -> Option<PlainItem<'a>> {
        let bytes = text.as_bytes();
        let space = bytes.get(from..)?.iter();
        let space = space.take_while(|byte| byte.is_ascii_whitespace()).count();
        let named = bytes[from + space..].strip_prefix(self.opening.as_bytes())?;
        let length = memchr(b'"', &named[..named.len().min(LONGEST_ID)])?;
        let id_at = from + space + self.opening.len();
        let id = text.get(id_at..id_at + length)?;
        if id.contains(['&', '<', '>']) || named.get(length + 1) != Some(&b'>') {
            return None;
        }
        let start = id_at + length + "\">".len();
        let held = memchr2(b'<', b'&', &bytes[start..])?;
        let rest = &bytes[start + held..];
        rest.starts_with(self.closing.as_bytes())
            .then(|| PlainItem {
                id,
                text: &text[start..start + held],
                start,
                end: start + held + self.closing.len(),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(text: &str) -> Option<(&str, &str, usize, usize)> {
        let item = Plain::new("n:Item").next(text, 1)?;
        Some((item.id, item.text, item.start, item.end))
    }

    #[test]
    fn only_what_needs_no_further_reading_is_plain() {
        let plain = ">\n <n:Item naaccrId=\"sex\"> 2</n:Item><";
        assert_eq!(next(plain), Some(("sex", " 2", 26, 37)));
        assert_eq!(
            next("><n:Item naaccrId=\"sex\"></n:Item>").map(|of| of.1),
            Some("")
        );
        for other in [
            "> a<n:Item naaccrId=\"sex\">2</n:Item>",
            "><Item naaccrId=\"sex\">2</Item>",
            "><n:Item  naaccrId=\"sex\">2</n:Item>",
            "><n:Item naaccrId='sex'>2</n:Item>",
            "><n:Item naaccrId=\"sex\" naaccrNum=\"220\">2</n:Item>",
            "><n:Item naaccrId=\"s&#101;x\">2</n:Item>",
            "><n:Item naaccrId=\"sex\">&#50;</n:Item>",
            "><n:Item naaccrId=\"sex\">2<!-- -->1</n:Item>",
            "><n:Item naaccrId=\"sex\">2<a/></n:Item>",
            "><n:Item naaccrId=\"sex\">2</n:Item >",
            "><n:Item naaccrId=\"sex\">2",
            "><n:Item naaccrId=\"sex",
            ">",
        ] {
            assert_eq!(next(other), None, "{other}");
        }
    }
}
