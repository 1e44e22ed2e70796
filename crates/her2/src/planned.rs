//! A plan of care with what it was made from.

use crate::decide_lines::edition_or_newest;
use crate::{CareInput, Document, NoMedicine, Reading};
use her2_case::{Decimal, Edition, Question};
use her2_documents::{AskedQuestion, Over, PacketAsked, PlanCase};
use her2_pathway::staging::StageTable;
use her2_pathway::testing::CaseFinding;
use her2_pathway::therapy::{Plan, plan};
use her2_pathway::timeline::Timeline;
use jiff::civil::Date;
use std::fmt;

/// A plan of care with what it was made from: a record, a case that was given, or both.
///
/// `Debug` shows counts only.
pub struct Planned<'a> {
    reading: Option<&'a Reading<'a>>,
    timeline: Option<Timeline>,
    input: CareInput,
    plan: Plan,
}

impl CareInput {
    /// The plan on that day. What was given counts before what the record says.
    ///
    /// ```
    /// let json = br#"{"setting":"metastatic","line":"first"}"#;
    /// let input = her2::CareInput::read(json)?;
    /// let planned = input.plan(None, jiff::civil::date(2026, 11, 22), None);
    /// assert!(planned.plan().waiting_for_her2());
    /// # Ok::<(), her2::CareInputError>(())
    /// ```
    pub fn plan<'a>(
        self,
        reading: Option<&'a Reading<'a>>,
        as_of: Date,
        edition: Option<Edition>,
    ) -> Planned<'a> {
        let timeline = reading.map(|reading| reading.timeline(as_of, edition));
        let both = reading.zip(timeline.as_ref());
        let mut input = both.map_or_else(Self::default, |(reading, timeline)| {
            Self::of_reading(reading, timeline, as_of)
        });
        input.join(self);
        let her2 = input.her2(timeline.as_ref(), edition_or_newest(edition, as_of));
        Planned {
            plan: plan(her2, input.case(), as_of),
            reading,
            timeline,
            input,
        }
    }
}

/// What a document about a plan tells besides. Nothing by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanWith<'a> {
    /// A table of prognostic stages, used and named if one is given.
    pub stage_table: Option<&'a StageTable>,
    /// Prognostic scores, which are for research and change nothing else.
    pub prognosis: bool,
}

impl<'a> Planned<'a> {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Everything that was given, the record's part included.
    pub fn input(&self) -> &CareInput {
        &self.input
    }

    /// The record, if there was one.
    pub fn reading(&self) -> Option<&'a Reading<'a>> {
        self.reading
    }

    /// What the record gives for HER2, if there was one.
    pub fn finding(&self) -> Option<&CaseFinding> {
        self.timeline.as_ref().map(Timeline::finding)
    }

    /// The patient over time, if there was a record.
    pub fn timeline(&self) -> Option<&Timeline> {
        self.timeline.as_ref()
    }

    /// The clinician's view of the plan, in the words of a language; nothing if there are none of it.
    pub fn document(&self, with: PlanWith<'_>, lang: &str) -> Option<Document> {
        let page = her2_documents::plan_page(&self.told(with), lang)?;
        Some(Document::new(page, self.json(with, lang)))
    }

    /// The same as a page alone, which takes half the time.
    pub fn page(&self, with: PlanWith<'_>, lang: &str) -> Option<Document> {
        let page = her2_documents::plan_page(&self.told(with), lang)?;
        Some(Document::new(page, None))
    }

    pub(crate) fn plan_page(&self, with: PlanWith<'_>, lang: &str) -> Option<her2_documents::Page> {
        her2_documents::plan_page(&self.told(with), lang)
    }

    /// The plan as one JSON object on one line; nothing if there are no words of this language.
    pub fn json(&self, with: PlanWith<'_>, lang: &str) -> Option<String> {
        her2_documents::plan_json(&self.told(with), lang)
    }

    /// The packet for an insurance appeal or a prior authorisation: the quote of the result, the rule, the label, every requirement with the fact
    /// behind it, the guidelines, the missing piece, what to attach and where an appeal goes. For the clinician's view; nothing if there are no
    /// words of this language.
    ///
    /// It lays out and claims nothing. Without a HER2 result for which medicines against HER2 are listed it names none of them. Its JSON is the
    /// tree of its sentences. [`packet_asked`] finds what a name means.
    ///
    /// ```
    /// let report = b"SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma. HER2 by IHC: positive (score 3+).";
    /// let reading = her2::read("report.txt", report);
    /// let mut input = her2::CareInput::default();
    /// input.answer("line", "second")?;
    /// let planned = input.plan(Some(&reading), jiff::civil::date(2026, 11, 22), None);
    /// let packet = planned.packet(her2::PacketAsked::Every, "en").expect("English is there");
    /// assert!(packet.text(80, false).contains("score 3+"));
    /// # Ok::<(), her2::CareInputError>(())
    /// ```
    pub fn packet(&self, asked: PacketAsked, lang: &str) -> Option<Document> {
        let told = self.told(PlanWith::default());
        let page = her2_documents::packet_page(&told, asked, lang)?;
        Some(Document::new(page, None))
    }

    /// The map of the way through care, "you are here", in plain words for the patient and the family; nothing if there are no words of this
    /// language. It names no treatment. Of a record alone: `CareInput::default().plan(Some(&reading), day, None).map("en")`.
    ///
    /// The clinician's map is a section of [`Self::document`], with the id `map`.
    pub fn map(&self, lang: &str) -> Option<Document> {
        let page = her2_documents::map_page(&self.told(PlanWith::default()), lang)?;
        Some(Document::new(page, None))
    }

    fn told<'b>(&'b self, with: PlanWith<'b>) -> PlanCase<'b> {
        PlanCase {
            plan: &self.plan,
            case: self.input.case(),
            record: self
                .reading
                .zip(self.timeline.as_ref())
                .map(|(reading, timeline)| {
                    let record = &reading.records()[timeline.main];
                    (record, reading.source_of(record))
                }),
            over: self
                .reading
                .zip(self.timeline.as_ref())
                .map(|(reading, timeline)| Over {
                    timeline,
                    sources: reading.sources(),
                }),
            weight: self.weight(),
            stage_table: with.stage_table,
            prognosis: with.prognosis,
        }
    }

    /// The open questions in the words of a language, those that settle the most options first; none if it has no words.
    pub fn asks(&self, lang: &str) -> Vec<AskedQuestion> {
        let Some(words) = her2_documents::Words::of(lang) else {
            return Vec::new();
        };
        let asks = self.plan.asks();
        asks.iter()
            .map(|ask| AskedQuestion::new(words, ask.question, ask.options))
            .collect()
    }

    /// The body weight, if it is known.
    pub fn weight(&self) -> Option<Decimal> {
        let amount = self.input.case().amount(Question::Weight)?;
        amount.exact()
    }
}

/// For what [`Planned::packet`] is asked: an option or a medicine by any of its names, or everything that fits if none is given.
///
/// ```
/// assert!(her2::packet_asked(Some("J9355")).is_ok());
/// assert!(her2::packet_asked(Some("nothing of this name")).is_err());
/// ```
pub fn packet_asked(name: Option<&str>) -> Result<PacketAsked, NoMedicine> {
    let Some(name) = name else {
        return Ok(PacketAsked::Every);
    };
    PacketAsked::named(name).map_err(|nearest| NoMedicine { nearest })
}

impl fmt::Debug for Planned<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Planned({:?})", self.plan)
    }
}
