//! What holds for the documents of a patient with several records.

use crate::page::{Block, Page};
use crate::reading_grade::count;
use crate::sample::{Sample, sample};
use crate::spanish_tests::EASE;
use crate::{
    Case, Over, Sources, TextStyle, clinician_json, clinician_page, html, page_json, patient_page,
    text,
};
use her2_case::*;
use her2_pathway::timeline::{Timeline, of_history};
use jiff::civil::{Date, date};
use std::borrow::Cow;

const AS_OF: Date = date(2026, 11, 22);

/// Reports of one patient, the texts they were read from, and the course around them.
struct Patient {
    records: Vec<Record>,
    texts: Vec<Cow<'static, [u8]>>,
    histories: Vec<History>,
}

impl Patient {
    fn of(samples: Vec<Sample>) -> Self {
        let mut patient = Self {
            records: Vec::new(),
            texts: Vec::new(),
            histories: Vec::new(),
        };
        for (at, mut sample) in samples.into_iter().enumerate() {
            sample.record.set_source(u16::try_from(at).unwrap());
            patient.texts.push(Cow::Borrowed(sample.text.as_bytes()));
            patient.histories.push(History::of(sample.record.clone()));
            patient.records.push(sample.record);
        }
        patient
    }

    fn timeline(&self) -> Timeline {
        let courses: Vec<&Course> = self.histories.iter().map(|of| &of.course).collect();
        of_history(&self.records, &courses, AS_OF, None)
    }

    fn with<T>(&self, work: impl Fn(&Case<'_>) -> T) -> T {
        let timeline = self.timeline();
        let sources = Sources::new(&self.records, &self.texts, &self.histories);
        let record = &self.records[timeline.main];
        work(&Case {
            record,
            source: sources.text(record.source),
            finding: timeline.finding(),
            as_of: AS_OF,
            over: Some(Over {
                timeline: &timeline,
                sources,
            }),
        })
    }

    fn pages(&self) -> [Page; 2] {
        self.with(|case| {
            [
                patient_page(case, "en").unwrap(),
                clinician_page(case, "en").unwrap(),
            ]
        })
    }
}

fn report(
    name: &'static str,
    text: &'static str,
    day: Option<Date>,
    score: IhcScore,
    printed: &str,
) -> Sample {
    let words = text.split_once("HER2").map(|(_, rest)| rest).unwrap();
    let said = format!("HER2{}", words.trim_end_matches('.'));
    sample(name, text, |b| {
        b.breast("breast");
        b.specimen("breast", Procedure::CoreBiopsy);
        b.score(&said, score, score, printed);
        let origin = b.at("breast");
        let record = b.record();
        record.date = day.map(|day| Fact::new(day, origin));
        record.specimens[0].side = Some(Laterality::Left);
    })
}

fn first() -> Sample {
    let day = Some(date(2019, 3, 4));
    report(
        "first",
        "Left breast. HER2 IHC 1+.",
        day,
        IhcScore::One,
        "1+",
    )
}

fn second() -> Sample {
    let day = Some(date(2023, 5, 11));
    report(
        "second",
        "Left breast, again. HER2 IHC 3+.",
        day,
        IhcScore::Three,
        "3+",
    )
}

fn undated() -> Sample {
    report(
        "undated",
        "Some breast. HER2 IHC 2+.",
        None,
        IhcScore::Two,
        "2+",
    )
}

fn therapy() -> Fact<PriorTherapy> {
    let given = PriorTherapy {
        medicines: vec![("a medicine".to_owned(), MedicineClass::Her2Antibody)],
        setting: None,
        timing: None,
        started: Some(date(2019, 4, 1)),
        ended: None,
        outcome: PriorOutcome::Unknown,
    };
    Fact::new(given, Origin::span(Span::new(0, 4)))
}

fn all() -> Patient {
    let mut patient = Patient::of(vec![first(), second(), undated()]);
    patient.histories[0].course.therapies.push(therapy());
    patient
}

fn section(page: &Page) -> Option<&crate::Section> {
    page.sections
        .iter()
        .find(|section| section.id == "timeline")
}

#[test]
fn one_sample_has_no_timeline_and_its_documents_are_as_without() {
    let patient = Patient::of(vec![first()]);
    let (with, without) = patient.with(|case| {
        let without = Case {
            over: None,
            ..*case
        };
        let both = |case: &Case<'_>| {
            let pages = [patient_page(case, "en"), clinician_page(case, "en")];
            let texts = pages.map(|page| html(&page.unwrap()));
            (texts, clinician_json(case, "en").unwrap())
        };
        (both(case), both(&without))
    });
    assert_eq!(with, without);
    assert!(patient.pages().iter().all(|page| section(page).is_none()));
}

#[test]
fn every_sample_stands_in_every_document_with_its_own_words() {
    let patient = all();
    for page in patient.pages() {
        let timeline = section(&page).expect("there are several samples");
        assert!(
            timeline
                .blocks
                .iter()
                .any(|block| matches!(block, Block::Lanes(_)))
        );
        let quoted: Vec<&str> = page
            .quotes
            .iter()
            .map(|quote| quote.words.as_str())
            .collect();
        for words in ["1+", "2+", "3+"] {
            assert!(
                quoted.iter().any(|quote| quote.contains(words)),
                "{words}: {quoted:?}"
            );
        }
        for name in ["first.txt", "second.txt", "undated.txt"] {
            let named = |quote: &crate::Quote| quote.source.as_deref() == Some(name);
            assert!(page.quotes.iter().any(named), "{name}");
        }
        assert!(
            page.sentences()
                .iter()
                .all(|said| !said.words().contains('\u{27e8}'))
        );
    }
}

#[test]
fn p1_a_sentence_over_time_shows_the_quotes_it_rests_on_and_names_its_row() {
    for page in all().pages() {
        for said in page.sentences() {
            for place in said.about().places() {
                let span = place.as_span().unwrap();
                let shown = said.marks().iter().any(|mark| {
                    let quote = &page.quotes[mark - 1];
                    let name =
                        ["first.txt", "second.txt", "undated.txt"][usize::from(place.record)];
                    quote.source.as_deref() == Some(name)
                        && quote.span[0] <= span.start
                        && span.end <= quote.span[1]
                });
                assert!(shown, "{}", said.words());
            }
            if let crate::About::Finding { rows, .. } = said.about() {
                assert!(!rows.is_empty(), "{}", said.words());
            }
        }
    }
}

#[test]
fn the_patient_s_page_over_time_is_easy_to_read() {
    let [page, _] = all().pages();
    let grade = count(&page, &[]).grade();
    assert!(grade <= 8.0, "{grade:.2}");
    let spanish = all().with(|case| patient_page(case, "es").unwrap());
    let ease = count(&spanish, &[her2_knowledge::version()]).ease_of_spanish();
    assert!(ease >= EASE, "{ease:.1}");
}

#[test]
fn the_timeline_fits_every_width() {
    for page in all().pages() {
        for width in 40..=200 {
            for ascii in [false, true] {
                let style = TextStyle {
                    width,
                    ascii,
                    ..TextStyle::default()
                };
                let written = text(&page, style);
                let odd: String = written.chars().filter(|c| !c.is_ascii()).collect();
                assert!(!ascii || odd.is_empty(), "{odd}");
                let long = |line: &&str| line.chars().count() > width && line.contains(' ');
                let address = |line: &&str| line.contains("://");
                let long: Vec<&str> = written
                    .lines()
                    .filter(|line| long(line) && !address(line))
                    .collect();
                assert!(long.is_empty(), "{width}: {long:?}");
            }
        }
    }
}

#[test]
fn the_picture_is_told_in_words_and_by_more_than_colour() {
    let [page, _] = all().pages();
    let html = html(&page);
    let from = html
        .find("timeline-1-said")
        .expect("the picture is described");
    let words = &html[from..];
    for part in [
        "March 4, 2019: HER2-negative",
        "May 11, 2023: HER2-positive",
        "date not given: no final result",
        "a medicine: from April 1, 2019, last day not given",
    ] {
        assert!(words.contains(part), "{part}");
    }
    let (circle, square) = (
        "circle class=\"lane-mark neg\"",
        "rect class=\"lane-mark pos\"",
    );
    assert!(html.contains(circle) && html.contains(square) && html.contains("lane-mark mid"));
}

#[test]
fn the_timeline_is_json_in_every_document() {
    let (page, summary) = all().with(|case| {
        let page = page_json(&patient_page(case, "en").unwrap());
        (page, clinician_json(case, "en").unwrap())
    });
    let page: serde_json::Value = serde_json::from_str(&page).unwrap();
    let lanes = |value: &serde_json::Value| value["kind"] == "lanes";
    let blocks = page["sections"][0]["blocks"].as_array().unwrap();
    assert!(blocks.iter().any(lanes));
    let summary: serde_json::Value = serde_json::from_str(&summary).unwrap();
    let timeline = &summary["timeline"];
    let samples = timeline["samples"].as_array().unwrap();
    assert_eq!(samples.len(), 3);
    assert_eq!(samples[0]["date"], "2019-03-04");
    assert_eq!(samples[0]["quotes"][0]["source"], "first.txt");
    assert!(timeline["current"]["rows"][0]["row"].is_string());
    assert_eq!(timeline["therapies"][0]["started"], "2019-04-01");
    assert!(!timeline["conflicts"].as_array().unwrap().is_empty());
}

#[test]
fn a_value_of_data_is_named_by_its_path_to_who_knows_formats_and_in_plain_words_to_others() {
    let mut patient = all();
    let record = &mut patient.records[0];
    let span = record.specimens[0].her2[0].origin.as_span().unwrap();
    record.specimens[0].her2[0].origin = Origin::span(Span::new(22, 24));
    record
        .paths
        .add(Span::new(22, 24), "Observation/a.valueString");
    assert!(span.start < 22);
    let place = |page: &Page| {
        let mut quotes = page.quotes.iter();
        let of = quotes.find(|quote| quote.path.is_some()).unwrap();
        (of.words.clone(), of.place.clone().unwrap())
    };
    let [plain, formal] = patient.pages();
    assert_eq!(
        place(&plain),
        (
            "1+".to_owned(),
            "from your record’s data, first.txt".to_owned()
        )
    );
    assert_eq!(
        place(&formal),
        (
            "1+".to_owned(),
            "Observation/a.valueString, first.txt".to_owned()
        )
    );
}
