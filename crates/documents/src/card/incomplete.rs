//! The card that says that not everything was sent.

use super::testing::{is_breast_cancer, writer};
use super::{Card, CardRule, Draft, Indicator};
use crate::connect::Case;
use crate::sentence::About;
use crate::words::Words;
use crate::writer::text;
use her2_case::Course;

impl Case<'_> {
    /// Whether breast cancer is known at all.
    pub fn is_breast_cancer(&self, courses: &[&Course]) -> bool {
        is_breast_cancer(self.story().record, courses)
    }

    /// The card that says that searches of these names had further answers, so that something may be missing. Nothing if there are no words
    /// of this language.
    pub fn incomplete_card(&self, searches: &[&str], lang: &str) -> Option<Card> {
        let words = Words::of(lang)?;
        let story = self.story();
        let about = About::NotSaid("further-answers");
        let mut writer = writer(&story, words);
        let names = searches.join(", ");
        let summary = writer.message("card-summary-records-incomplete", &[]);
        let said = writer.say(
            "card-said-records-incomplete",
            &[text("searches", &names)],
            &about,
        );
        let (rule, indicator) = (CardRule::Incomplete, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, &about);
        card.say(said);
        Some(card.finish())
    }
}
