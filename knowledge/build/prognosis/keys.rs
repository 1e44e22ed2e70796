//! The head of a page, key by key. A key that nobody takes is refused.

use her2_pages::compile::{Document, Faults};
use jiff::civil::Date;
use toml::{Table, Value};

/// The marks that a fact may have.
const MARKS: [(&str, &str); 3] = [
    ("checked", "Checked"),
    ("to-verify", "ToVerify"),
    ("less-sure", "LessSure"),
];

/// What is left of a head, or of a table in it.
pub struct Keys<'a> {
    document: &'a Document,
    name: String,
    left: Table,
}

impl<'a> Keys<'a> {
    /// The whole head.
    pub fn of(document: &'a Document, faults: &mut Faults) -> Option<Self> {
        let read = document.head.parse::<Table>();
        let left = read.map_err(|error| {
            let span = error.span().map_or(0, |span| span.start);
            faults.add(
                document.head_line(span),
                format!("head: {}", error.message().replace('\n', " ")),
            );
        });
        Some(Self {
            document,
            name: String::new(),
            left: left.ok()?,
        })
    }

    /// The line of a key: the first one that starts with it.
    pub fn line(&self, key: &str) -> u32 {
        let starts = |line: &str| {
            let rest = line.trim_start_matches('[').strip_prefix(key);
            rest.is_some_and(|rest| rest.trim_start().starts_with(['=', ']']))
        };
        let at = self.document.head.lines().position(starts);
        at.map_or(1, |at| u32::try_from(at + 2).unwrap_or(1))
    }

    fn wrong<T>(&self, key: &str, wants: &str, faults: &mut Faults) -> Option<T> {
        let name = &self.name;
        faults.add(self.line(key), format!("`{name}{key}` wants {wants}"));
        None
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.left.contains_key(key)
    }

    /// Takes a key that may be missing.
    pub fn maybe(&mut self, key: &str) -> Option<Value> {
        self.left.remove(key)
    }

    /// Takes a text.
    pub fn text(&mut self, key: &str, faults: &mut Faults) -> Option<String> {
        match self.maybe(key) {
            Some(Value::String(text)) if !text.is_empty() => Some(text),
            _ => self.wrong(key, "a text in quotes", faults),
        }
    }

    /// Takes a number that is used in a formula.
    pub fn float(&mut self, key: &str, faults: &mut Faults) -> Option<f64> {
        let value = self.maybe(key);
        value
            .as_ref()
            .and_then(float)
            .or_else(|| self.wrong(key, "a number", faults))
    }

    /// Takes such a number if it is there.
    pub fn maybe_float(&mut self, key: &str, faults: &mut Faults) -> Option<f64> {
        self.left
            .contains_key(key)
            .then(|| self.float(key, faults))?
    }

    /// Takes a whole number that is not negative.
    pub fn whole(&mut self, key: &str, faults: &mut Faults) -> Option<u32> {
        let value = self.maybe(key).and_then(|value| value.as_integer());
        value
            .and_then(|value| u32::try_from(value).ok())
            .or_else(|| self.wrong(key, "a whole number", faults))
    }

    /// Takes a number that is compared or added exactly; it stands in quotes. Gives Rust source.
    pub fn decimal(&mut self, key: &str, faults: &mut Faults) -> Option<String> {
        let value = self.maybe(key);
        let text = value.as_ref().and_then(Value::as_str);
        text.and_then(decimal)
            .or_else(|| self.wrong(key, "a decimal in quotes", faults))
    }

    /// Takes two whole numbers, from and to. Gives Rust source.
    pub fn range(&mut self, key: &str, faults: &mut Faults) -> Option<String> {
        let value = self.maybe(key);
        let ends: Option<Vec<u32>> = value.as_ref().and_then(Value::as_array).and_then(|ends| {
            let whole = |end: &Value| u32::try_from(end.as_integer()?).ok();
            ends.iter().map(whole).collect()
        });
        match ends.as_deref() {
            Some([from, to]) if from < to => {
                Some(format!("(Decimal::whole({from}), Decimal::whole({to}))"))
            }
            _ => self.wrong(key, "two whole numbers such as `[25, 85]`", faults),
        }
    }

    /// Takes a plain day.
    pub fn day(&mut self, key: &str, faults: &mut Faults) -> Option<Date> {
        let day = self.maybe(key).and_then(|day| match day {
            Value::Datetime(day) => day.to_string().parse().ok(),
            _ => None,
        });
        day.or_else(|| self.wrong(key, "a plain day such as `2026-11-22`", faults))
    }

    /// Takes the mark of a fact. Gives its name in Rust.
    pub fn mark(&mut self, faults: &mut Faults) -> Option<&'static str> {
        let text = self.text("mark", faults)?;
        let known = MARKS.iter().find(|(name, _)| *name == text);
        known
            .map(|(_, rust)| *rust)
            .or_else(|| self.wrong("mark", "checked, to-verify or less-sure", faults))
    }

    /// Takes a table of the head.
    pub fn table(&mut self, key: &str, faults: &mut Faults) -> Option<Keys<'a>> {
        match self.maybe(key) {
            Some(Value::Table(left)) => Some(Keys {
                document: self.document,
                name: format!("{key}."),
                left,
            }),
            _ => self.wrong(key, "a table of its own", faults),
        }
    }

    /// Takes a table that may be missing.
    pub fn maybe_table(&mut self, key: &str, faults: &mut Faults) -> Option<Keys<'a>> {
        self.left
            .contains_key(key)
            .then(|| self.table(key, faults))?
    }

    /// Takes a list of tables; none if there is no such key.
    pub fn tables(&mut self, key: &str, faults: &mut Faults) -> Vec<Keys<'a>> {
        let list = match self.maybe(key) {
            None => return Vec::new(),
            Some(Value::Array(list)) => list,
            Some(_) => {
                let _: Option<()> = self.wrong(key, "a list of tables", faults);
                return Vec::new();
            }
        };
        let tables = list.into_iter().filter_map(|value| match value {
            Value::Table(left) => Some(Keys {
                document: self.document,
                name: format!("{key}."),
                left,
            }),
            _ => self.wrong(key, "a list of tables", faults),
        });
        tables.collect()
    }

    /// Every key was taken.
    pub fn finish(self, faults: &mut Faults) {
        for key in self.left.keys() {
            let name = &self.name;
            faults.add(self.line(key), format!("unknown key `{name}{key}`"));
        }
    }
}

/// A number of TOML as a float.
pub fn float(value: &Value) -> Option<f64> {
    match value {
        Value::Float(number) if number.is_finite() => Some(*number),
        // Whole numbers in heads are far below the limit of exactness.
        Value::Integer(number) => i32::try_from(*number).ok().map(f64::from),
        _ => None,
    }
}

/// Rust source of a decimal.
pub fn decimal(text: &str) -> Option<String> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let given = !whole.is_empty() && (text.contains('.') != fraction.is_empty());
    if !plain || !given || fraction.contains('.') || fraction.len() > 6 || whole.len() > 12 {
        return None;
    }
    let digits: u64 = format!("{whole}{fraction}").parse().ok()?;
    Some(format!("Decimal::new({digits}, {})", fraction.len()))
}
