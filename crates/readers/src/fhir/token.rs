//! Values of JSON as they stand in the text, so that every one knows its place.

use her2_case::Span;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor, value};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// A string, number or truth value as it stands in the text.
///
/// `Debug` shows nothing of it.
#[derive(Clone, Copy)]
pub(super) struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    /// What it says. A list or an object says nothing.
    pub(super) fn value(self) -> Cow<'a, str> {
        match self.0.as_bytes().first() {
            Some(b'"') => {
                let inner = self.inner();
                if memchr::memchr(b'\\', inner.as_bytes()).is_none() {
                    return Cow::Borrowed(inner);
                }
                Cow::Owned(serde_json::from_str(self.0).unwrap_or_default())
            }
            Some(b'{' | b'[' | b'n') | None => Cow::Borrowed(""),
            Some(_) => Cow::Borrowed(self.0),
        }
    }

    /// What it says, if it is a string without escapes or a number: identifiers, codes and dates.
    pub(super) fn plain(self) -> Option<&'a str> {
        match self.value() {
            Cow::Borrowed(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// Its place in the text, without quotes.
    pub(super) fn span(self, text: &str) -> Span {
        let inner = self.inner();
        let start = offset(inner, text);
        Span::new(start, start + inner.len())
    }

    /// The place of a part of what it says. Where something is escaped it is the place of the whole.
    pub(super) fn span_of(self, part: &std::ops::Range<usize>, text: &str) -> Span {
        let whole = self.span(text);
        let direct = memchr::memchr(b'\\', self.0.as_bytes()).is_none();
        let start = whole.range().start;
        if direct && start + part.end <= whole.range().end {
            Span::new(start + part.start, start + part.end)
        } else {
            whole
        }
    }

    fn inner(self) -> &'a str {
        let quoted = self.0.strip_prefix('"');
        quoted
            .and_then(|rest| rest.strip_suffix('"'))
            .unwrap_or(self.0)
    }
}

/// Where a part of a text stands in it.
pub(super) fn offset(part: &str, text: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Text")
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&'a RawValue>::deserialize(from).map(|raw| Self(raw.get()))
    }
}

/// Several of something. Older versions of the format have one where newer ones have a list.
pub(super) struct Many<T>(pub(super) Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for Many<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOrMany<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or an object")
            }

            fn visit_unit<E>(self) -> Result<Vec<T>, E> {
                Ok(Vec::new())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
                let mut all = Vec::new();
                // A null in a list stands for nothing.
                while let Some(one) = list.next_element::<Option<T>>()? {
                    all.extend(one);
                }
                Ok(all)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
                T::deserialize(value::MapAccessDeserializer::new(map)).map(|one| vec![one])
            }
        }
        from.deserialize_any(OneOrMany(PhantomData)).map(Self)
    }
}
