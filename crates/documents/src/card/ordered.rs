//! Cards about the HER2 result that a medicine was ordered on.

use super::doubt::not_final;
use super::testing::{finding, writer};
use super::{Card, CardRule, Doubts, Draft, Indicator};
use crate::connect::{Case, row_ref};
use crate::drugs::{DrugsAsked, LabelRow, label_rows};
use crate::monitor::medicine_name;
use crate::patient::Outcome;
use crate::requirement::terms;
use crate::sentence::About;
use crate::timeline;
use crate::told::{Decided, Story};
use crate::words::Words;
use crate::writer::text;
use her2_case::{Her2Category, Her2Status, Question, Setting, Site, Term, TermSet};
use her2_pathway::monitoring::Medicine;
use jiff::civil::Date;

/// A medicine that is ordered, and for what.
#[derive(Clone, Copy, Debug)]
pub struct OrderedFor<'a> {
    /// The medicine. Those that do not act through HER2 get no card.
    pub medicine: &'a Medicine,
    /// Early or metastatic, where that is known: what the label lists for the other alone is then no settled matter.
    pub setting: Option<Setting>,
}

impl Case<'_> {
    /// The cards about the result that medicines are ordered on; none where the label lists a medicine for every result still possible.
    /// Nothing if there are no words of this language.
    pub fn order_cards(
        &self,
        ordered: &[OrderedFor<'_>],
        doubts: &Doubts<'_>,
        lang: &str,
    ) -> Option<Vec<Card>> {
        let words = Words::of(lang)?;
        if !ordered
            .iter()
            .any(|of| of.medicine.class().is_her2_directed())
        {
            return Some(Vec::new());
        }
        let story = self.story();
        // A result of another organ is looked at by other rules than those of these tables.
        let elsewhere = story.record.site.is_some_and(|of| of.value == Site::Other);
        if elsewhere || Outcome::of(&story) == Outcome::NotBreast {
            return Some(Vec::new());
        }
        let cards = ordered.iter();
        let cards = cards.filter_map(|of| card(&story, of, doubts, words));
        Some(cards.collect())
    }
}

/// What is to be said of a result.
enum Standing {
    None,
    Open,
    NotListed,
}

fn card(
    story: &Story<'_>,
    of: &OrderedFor<'_>,
    doubts: &Doubts<'_>,
    words: &'static Words,
) -> Option<Card> {
    if !of.medicine.class().is_her2_directed() {
        return None;
    }
    let label = Label::of(of, story.as_of);
    let name = medicine_name(words, of.medicine);
    let mut writer = writer(story, words);
    let Some(tested) = story.main() else {
        if doubts.of_results() {
            return None;
        }
        let about = story.status_about();
        let values = [text("medicine", &name)];
        let summary = writer.message("card-summary-order-no-result", &values);
        let said = writer.say("card-said-her2-no-result", &[], &about);
        let (rule, indicator) = (CardRule::OrderNoResult, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, &about);
        card.say(said);
        label.say(&mut card, &name);
        return Some(card.finish());
    };
    let decided = &tested.decided;
    let outcome = Outcome::of(story);
    let unsure =
        matches!(outcome, Outcome::Conflict | Outcome::Contradicts) || outcome.is_difference();
    let state = not_final(story.record);
    let standing = match label.standing(decided, story) {
        Standing::None if !unsure && (state.is_none() || label.listed.is_none()) => return None,
        Standing::NotListed if !unsure && state.is_none() && !doubts.of_results() => {
            Standing::NotListed
        }
        _ => Standing::Open,
    };
    let (rule, indicator, summary) = match standing {
        Standing::NotListed => (
            CardRule::OrderNotListed,
            Indicator::Critical,
            "card-summary-order-not-listed",
        ),
        _ => (
            CardRule::OrderOpen,
            Indicator::Warning,
            "card-summary-order-open",
        ),
    };
    let mut status = crate::clinician::status_words(&writer, decided);
    if let Some(code) = state {
        let state = writer.message(&format!("card-state-{code}"), &[]);
        status = format!("{status}, {state}");
    }
    let values = [text("medicine", &name), text("status", &status)];
    let summary = writer.message(summary, &values);
    let mut said = finding(&mut writer, story, tested);
    said.extend(doubts.beside(&mut writer, true));
    let mut card = Draft::new(writer, rule, indicator, summary, &decided.status_about);
    card.say(said);
    let conflicts = story.over.iter();
    let conflicts = conflicts.flat_map(|over| over.conflicts.iter().map(move |of| (over, of)));
    for (over, conflict) in conflicts.filter(|(_, of)| of.flag.is_some()).take(2) {
        let said = timeline::conflict(&mut card.writer, over, conflict);
        said.into_iter().for_each(|said| card.say(said));
    }
    label.say(&mut card, &name);
    Some(card.finish())
}

/// The rows of a label that are in force, and the results they are for.
struct Label {
    rows: Vec<LabelRow>,
    /// Of any setting; none if some row looks at no result, or there are no rows.
    listed: Option<TermSet<Her2Category>>,
    /// Of the setting that is known.
    here: TermSet<Her2Category>,
}

impl Label {
    fn of(of: &OrderedFor<'_>, as_of: Date) -> Self {
        let rows = of
            .medicine
            .drug
            .map(|drug| label_rows(drug, &DrugsAsked::on(as_of)));
        let mut rows = rows.unwrap_or_default();
        rows.retain(|row| row.row.in_force_on(as_of));
        let looks = !rows.is_empty() && rows.iter().all(|row| !row.categories.is_empty());
        let of_setting = |row: &&LabelRow| {
            of.setting.is_none() || row.setting.is_none() || row.setting == of.setting
        };
        let all = rows.iter().map(|row| row.categories);
        let listed = looks.then(|| all.fold(TermSet::EMPTY, TermSet::union));
        let here = rows.iter().filter(of_setting).map(|row| row.categories);
        Self {
            here: here.fold(TermSet::EMPTY, TermSet::union),
            listed,
            rows,
        }
    }

    /// How what is still possible stands to what the label lists. That it lists nothing is only said where no setting and no other sample
    /// could be meant: the setting of a record may be an old one.
    fn standing(&self, decided: &Decided, story: &Story<'_>) -> Standing {
        let Some(listed) = self.listed else {
            return Standing::None;
        };
        let some = |of: &Decided| possible(of).iter().any(|one| listed.contains(one));
        if possible(decided).iter().all(|one| self.here.contains(one)) {
            return Standing::None;
        }
        let samples = story.over.iter().flat_map(|over| &over.samples);
        let mut samples = samples.filter(|sample| sample.superseded_by.is_none());
        // Where the tables do not apply, they say nothing of what the label lists.
        let applies = !possible(decided).contains(Her2Category::NotApplicable);
        if !applies || some(decided) || samples.any(|sample| some(&sample.tested.decided)) {
            Standing::Open
        } else {
            Standing::NotListed
        }
    }

    /// What the label lists it for, setting by setting, with one row for each kind of result.
    fn say(&self, card: &mut Draft<'_>, medicine: &str) {
        if self.listed.is_none() {
            return;
        }
        let settings = Setting::ALL.iter().copied().map(Some).chain([None]);
        for setting in settings {
            let mut kinds: Vec<TermSet<Her2Category>> = Vec::new();
            let mut rows = Vec::new();
            for row in self.rows.iter().filter(|row| row.setting == setting) {
                if !kinds.contains(&row.categories) {
                    kinds.push(row.categories);
                    rows.push(row_ref(row.row));
                }
            }
            if rows.is_empty() {
                continue;
            }
            let because = Vec::new();
            let about = About::Finding { rows, because };
            let listed = kinds.into_iter().fold(TermSet::EMPTY, TermSet::union);
            let words = card.writer.words;
            let results = terms(words, Question::Her2Category, listed.bits());
            let setting = match setting {
                Some(setting) => words.term(Question::Setting, setting.name()),
                None => card.writer.message("card-any-setting", &[]),
            };
            let values = [
                text("medicine", medicine),
                text("setting", &setting),
                text("results", &results),
            ];
            let said = card.writer.say("card-said-label", &values, &about);
            card.say(said);
        }
    }
}

/// The results that can still be meant, each of them settled.
fn possible(decided: &Decided) -> TermSet<Her2Category> {
    use Her2Category::{Low, NotApplicable, Null, Positive, Ultralow};
    const NEGATIVE: [Her2Category; 3] = [Low, Ultralow, Null];
    let any = [Positive, Low, Ultralow, Null];
    match (decided.category, decided.status) {
        (Some(one @ (Positive | Low | Ultralow | Null | NotApplicable)), _) => TermSet::only(one),
        (_, Some(Her2Status::Negative)) => NEGATIVE.into_iter().collect(),
        _ => any.into_iter().collect(),
    }
}
