//! The words of a language, by message name.

use crate::sentence::Foreign;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use her2_knowledge::{Language, every_language};
use std::sync::{LazyLock, OnceLock};

/// The words of one language.
pub struct Words {
    language: &'static Language,
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
static LOADED: LazyLock<Vec<(&'static Language, OnceLock<Words>)>> = LazyLock::new(|| {
    every_language()
        .iter()
        .map(|language| (language, OnceLock::new()))
        .collect()
});

impl Words {
    /// The words of this language, if there are any.
    pub fn of(lang: &str) -> Option<&'static Self> {
        let (language, words) = LOADED.iter().find(|(known, _)| known.tag == lang)?;
        Some(words.get_or_init(|| Self::load(language)))
    }

    fn load(language: &'static Language) -> Self {
        let lang = language.tag;
        let id = lang.parse().expect("folder names are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for (name, source) in language.files {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{lang}/{name}.ftl: {errors:?}"));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|errors| panic!("{lang}/{name}.ftl: {errors:?}"));
        }
        Self { language, bundle }
    }

    /// The language tag.
    pub fn lang(&self) -> &'static str {
        self.language.tag
    }

    /// The language.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// Words of a page in this language; names, codes and titles of sources stay as they are.
    pub fn said<'a>(&self, words: &'a str) -> &'a str {
        self.language.said(words)
    }

    /// English words that stand on a page of this language: another language, unless it is that of the pages itself.
    pub(crate) fn foreign(&self, words: &str) -> Option<Foreign> {
        let source = every_language()
            .iter()
            .find(|language| language.is_source)?;
        (!self.language.is_source).then(|| Foreign {
            words: words.to_owned(),
            lang: source.tag,
        })
    }

    /// That no clinician has read the words of this language yet, for documents that are no pages; nothing where one has.
    pub fn notice(&self) -> Option<String> {
        let unread = !self.language.reviewed;
        unread.then(|| self.get("language-not-reviewed", &[]))?
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
