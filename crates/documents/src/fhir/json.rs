//! JSON with keys in the order they are given and numbers as they were printed: `2.30` stays `2.30`.

use std::fmt::Write;

/// A value.
pub(super) enum Json {
    /// A string.
    Text(String),
    /// A number or a boolean, as it stands.
    Literal(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

/// Keys and values. What is empty is never held: the format has no empty strings, lists or objects.
#[derive(Default)]
pub(super) struct Object(Vec<(&'static str, Json)>);

impl Object {
    /// This object with a value more.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<Json>) -> Self {
        self.set(key, value);
        self
    }

    /// This object with a value more, if there is one.
    #[must_use]
    pub fn maybe(mut self, key: &'static str, value: Option<impl Into<Json>>) -> Self {
        if let Some(value) = value {
            self.set(key, value);
        }
        self
    }

    /// Holds everything of another object too.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Holds a value more.
    pub fn set(&mut self, key: &'static str, value: impl Into<Json>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((key, value));
        }
    }
}

impl Json {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Literal(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Object(object) => object.0.is_empty(),
        }
    }

    /// Appends it on one line.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => quote(text, out),
            Self::Literal(literal) => out.push_str(literal),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(object) => {
                out.push('{');
                for (at, (key, value)) in object.0.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    quote(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        let items = items.into_iter().map(Into::into);
        Self::List(items.filter(|item: &Self| !item.is_empty()).collect())
    }
}

impl From<jiff::civil::Date> for Json {
    fn from(date: jiff::civil::Date) -> Self {
        Self::Text(date.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_not_written_and_strings_are_escaped() {
        let none: Vec<&str> = Vec::new();
        let object = Object::default()
            .with("a", "x\"\\\n\u{1}é")
            .with("b", "")
            .with("c", none)
            .with("d", Object::default())
            .with("e", Json::Literal("2.30".to_owned()))
            .maybe("f", None::<&str>);
        let mut out = String::new();
        Json::from(object).write(&mut out);
        assert_eq!(out, "{\"a\":\"x\\\"\\\\\\n\\u0001é\",\"e\":2.30}");
        assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok());
    }
}
