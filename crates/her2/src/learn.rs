//! What a newcomer may want to learn.

use crate::Document;
use her2_knowledge::topics;

/// Names of the topics, in the order in which they are read.
pub fn topic_names() -> Vec<&'static str> {
    topics().iter().map(|topic| topic.id).collect()
}

/// The topic that was probably meant, if one is like the name at all.
pub fn nearest_topic(name: &str) -> Option<&'static str> {
    her2_knowledge::nearest_topic(name).map(|topic| topic.id)
}

/// A topic, or the list of topics, in this language. Nothing if there is no such topic or there are no words of this language.
pub fn learn(topic: Option<&str>, lang: &str) -> Option<Document> {
    let page = match topic {
        Some(topic) => her2_documents::topic_page(topic, lang),
        None => her2_documents::topics_page(lang),
    };
    Some(Document::new(page?, None))
}
