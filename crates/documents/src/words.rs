//! The words of a language, by message name.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::{LazyLock, OnceLock};

/// The words of one language.
pub struct Words {
    lang: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// Values for the placeholders of a message.
pub type Values<'a> = &'a [(&'static str, Value<'a>)];

/// A value for a placeholder.
#[derive(Clone)]
pub enum Value<'a> {
    /// Words or a number as printed.
    Text(&'a str),
    /// A count, which may choose between singular and plural.
    Count(u32),
}

/// One place for each language, filled when the language is first asked for.
static LOADED: LazyLock<Vec<(&'static str, OnceLock<Words>)>> = LazyLock::new(|| {
    her2_knowledge::languages()
        .map(|lang| (lang, OnceLock::new()))
        .collect()
});

impl Words {
    /// The words of this language, if there are any.
    pub fn of(lang: &str) -> Option<&'static Self> {
        let (lang, words) = LOADED.iter().find(|(known, _)| *known == lang)?;
        Some(words.get_or_init(|| Self::load(lang, her2_knowledge::language(lang))))
    }

    fn load(lang: &'static str, files: &[(&str, &str)]) -> Self {
        let id = lang.parse().expect("folder names are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for (name, source) in files {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{lang}/{name}.ftl: {errors:?}"));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|errors| panic!("{lang}/{name}.ftl: {errors:?}"));
        }
        Self { lang, bundle }
    }

    /// The language tag.
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// Whether there are words of this name.
    pub fn has(&self, name: &str) -> bool {
        self.bundle.has_message(name)
    }

    /// The message with its placeholders filled; absent if there is none of this name. `name.part` is a message's part.
    pub fn get(&self, name: &str, values: Values<'_>) -> Option<String> {
        let (message, part) = match name.split_once('.') {
            Some((message, part)) => (message, Some(part)),
            None => (name, None),
        };
        let message = self.bundle.get_message(message)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::new();
        for (key, value) in values {
            let value = match value {
                Value::Text(text) => FluentValue::from(*text),
                Value::Count(count) => FluentValue::from(*count),
            };
            args.set(*key, value);
        }
        let mut errors = Vec::new();
        let words = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        debug_assert!(errors.is_empty(), "{name}: {errors:?}");
        Some(words)
    }
}
