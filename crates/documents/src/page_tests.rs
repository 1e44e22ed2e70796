//! What holds for every page, whatever the report.

use crate::page::Page;
use crate::patient::{self, Outcome};
use crate::reading_grade::count;
use crate::sample::{Sample, sample};
use crate::samples::samples;
use crate::sentence::About;
use crate::told::Story;
use crate::{Case, Source, TextStyle, Words, clinician, html, page_json, text};
use her2_case::{Flag, IhcScore, Problem, Procedure, Severity, Term};
use her2_pathway::testing::{self, CaseFinding};
use jiff::civil::date;

const GRADE: f64 = 8.0;
const UNAVOIDABLE: &str = include_str!("../../../knowledge/languages/en/unavoidable.txt");

fn found(sample: &Sample) -> CaseFinding {
    testing::of_record(&sample.record, date(2026, 11, 22), None)
}

fn case<'a>(sample: &'a Sample, finding: &'a CaseFinding) -> Case<'a> {
    Case {
        record: &sample.record,
        source: Source::from(sample.text),
        finding,
        as_of: date(2026, 11, 22),
        over: None,
    }
}

fn english() -> &'static Words {
    Words::of("en").unwrap()
}

/// Every sample with its patient page and its clinician's summary.
fn pages() -> Vec<(&'static str, Outcome, Page, Page)> {
    samples()
        .iter()
        .map(|sample| {
            let finding = found(sample);
            let story = case(sample, &finding).story();
            let patient = patient::page(&story, english());
            let clinician = clinician::page(&story, english());
            (sample.name, Outcome::of(&story), patient, clinician)
        })
        .collect()
}

#[test]
fn every_outcome_has_a_sample_and_every_sample_its_outcome() {
    let pages = pages();
    for outcome in Outcome::ALL {
        let shown = pages.iter().any(|(_, shown, ..)| shown == outcome);
        assert!(shown, "{outcome:?} has no sample");
    }
}

#[test]
fn every_patient_page_reads_at_grade_eight_or_less() {
    let terms: Vec<&str> = UNAVOIDABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    let mut worst = 0.0_f64;
    for (name, _, page, _) in pages() {
        let with = count(&page, &[]).grade();
        let without = count(&page, &terms).grade();
        println!("{name:24} {with:5.2}   without unavoidable terms {without:5.2}");
        worst = worst.max(with);
    }
    assert!(worst <= GRADE, "the hardest page reads at grade {worst:.2}");
}

#[test]
fn no_message_is_missing_on_any_page() {
    for (name, _, patient, clinician) in pages() {
        for page in [patient, clinician] {
            for sentence in page.sentences() {
                assert!(
                    !sentence.words().contains('\u{27e8}'),
                    "{name}: {}",
                    sentence.words()
                );
            }
        }
    }
}

#[test]
fn p1_every_sentence_is_about_something_and_shows_the_quotes_it_rests_on() {
    for (name, _, patient, clinician) in pages() {
        for page in [&patient, &clinician] {
            for sentence in page.sentences() {
                let spans = sentence
                    .about()
                    .places()
                    .into_iter()
                    .filter_map(her2_case::Origin::as_span);
                for span in spans {
                    let shown = sentence.marks().iter().any(|mark| {
                        let [start, end] = page.quotes[mark - 1].span;
                        start <= span.start && span.end <= end
                    });
                    assert!(shown, "{name}: {}", sentence.words());
                }
                if let About::Finding { rows, .. } = sentence.about() {
                    assert!(
                        !rows.is_empty(),
                        "{name}: a finding without a row: {}",
                        sentence.words()
                    );
                }
            }
        }
    }
}

#[test]
fn p1_every_settled_finding_names_a_fact_and_a_row() {
    for sample in samples() {
        let finding = found(&sample);
        for tested in case(&sample, &finding).story().tested {
            let decided = &tested.decided;
            assert_eq!(
                decided.possible.len() == 1,
                decided.possible.single() == decided.status,
                "{}",
                sample.name
            );
            assert!(!decided.status_about.places().is_empty(), "{}", sample.name);
            assert!(!decided.steps.is_empty(), "{}", sample.name);
        }
    }
}

/// Every rendering of both documents, white space made one.
fn renderings(story: &Story<'_>, words: &'static Words) -> [(&'static str, String); 7] {
    let patient = patient::page(story, words);
    let clinician = clinician::page(story, words);
    let wide = TextStyle {
        width: 100,
        ..TextStyle::default()
    };
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = |html: String| html.replace("&quot;", "\"").replace("&amp;", "&");
    [
        ("patient", one_line(text(&patient, wide))),
        ("patient", plain(html(&patient))),
        ("patient", page_json(&patient)),
        ("clinician", text(&clinician, wide)),
        ("clinician", html(&clinician)),
        ("clinician", page_json(&clinician)),
        ("clinician", clinician::json(story, words)),
    ]
}

#[test]
fn p8_every_flag_and_problem_is_in_every_rendering() {
    let problems = [
        "empty",
        "other-organ",
        "no-her2",
        "not-english",
        "invalid-utf8",
        "never-heard-of",
    ];
    for mut sample in samples() {
        for code in problems {
            sample.record.problems.push(Problem {
                code,
                severity: Severity::Warning,
                message: format!("this is the message of {code}"),
                origin: None,
            });
        }
        let finding = found(&sample);
        let mut story = case(&sample, &finding).story();
        story.flags = Flag::ALL.iter().copied().collect();
        let languages = her2_knowledge::languages().map(|lang| Words::of(lang).unwrap());
        let each = languages.flat_map(|words| renderings(&story, words).map(|of| (words, of)));
        for (words, (reader, rendering)) in each {
            for flag in Flag::ALL {
                let notice = words.get(&format!("notice-{}", flag.name()), &[]).unwrap();
                let shown = if reader == "patient" {
                    notice
                } else {
                    flag.name().to_owned()
                };
                assert!(
                    rendering.contains(&shown),
                    "{}, {reader}: {shown}",
                    sample.name
                );
            }
            for code in problems {
                let known = words.get(&format!("problem-{code}"), &[]);
                let shown = match known {
                    Some(notice) if reader == "patient" => notice,
                    _ => format!("this is the message of {code}"),
                };
                assert!(
                    rendering.contains(&shown),
                    "{}, {reader}: {shown}",
                    sample.name
                );
            }
        }
    }
}

#[test]
fn problems_that_read_alike_are_said_once_with_all_their_places() {
    let sample = sample("alike", "Breast, one value and another one.", |b| {
        b.breast("Breast");
        for origin in [Some(b.at("value")), None, Some(b.at("another"))] {
            b.record().problems.push(Problem {
                code: "value-not-understood",
                severity: Severity::Warning,
                message: "somewhere".to_owned(),
                origin,
            });
        }
    });
    let finding = found(&sample);
    let story = case(&sample, &finding).story();
    let said = english().get("problem-value-not-understood", &[]).unwrap();
    let page = patient::page(&story, english());
    let alike: Vec<_> = (page.sentences().into_iter())
        .filter(|sentence| sentence.words() == said)
        .collect();
    assert_eq!(alike.len(), 1);
    assert_eq!(alike[0].about().places().len(), 2);
    let clinician = text(&clinician::page(&story, english()), TextStyle::default());
    assert_eq!(clinician.matches("somewhere").count(), 3);
}

#[test]
fn words_of_a_report_are_never_markup() {
    let sample = sample(
        "markup",
        "Breast <script>alert(1)</script> HER2 \"3+\" & <b>more</b>",
        |b| {
            b.specimen("<script>alert(1)</script>", Procedure::CoreBiopsy);
            b.score(
                "HER2 \"3+\" & <b>more</b>",
                IhcScore::Three,
                IhcScore::Three,
                "3+",
            );
        },
    );
    let finding = found(&sample);
    let story = case(&sample, &finding).story();
    for page in [
        patient::page(&story, english()),
        clinician::page(&story, english()),
    ] {
        let html = html(&page);
        assert!(!html.contains("<script") && !html.contains("<b>"));
        assert!(html.contains("&lt;b&gt;more"));
        assert!(!format!("{page:?}").contains("alert"));
        assert!(
            !page
                .sentences()
                .iter()
                .any(|said| format!("{said:?}").contains("alert"))
        );
    }
}

#[test]
fn p6_the_same_input_gives_the_same_bytes() {
    for (one, other) in pages().into_iter().zip(pages()) {
        assert_eq!(html(&one.2), html(&other.2));
        assert_eq!(page_json(&one.3), page_json(&other.3));
    }
}

#[test]
fn html_loads_nothing_runs_nothing_and_escapes_the_report() {
    for (name, _, patient, clinician) in pages() {
        for page in [patient, clinician] {
            let html = html(&page);
            for forbidden in [
                "<script", "src=", "url(", "@import", "<link", "<iframe", "<img", " on",
            ] {
                let found = html.split("</style>").nth(1).unwrap().contains(forbidden);
                assert!(!found || forbidden == " on", "{name}: {forbidden}");
            }
            assert!(html.contains("default-src 'none'"));
            assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\">"));
        }
    }
}

#[test]
fn no_patient_page_speaks_of_survival_or_tells_what_to_take() {
    for (name, _, page, _) in pages() {
        for sentence in page.sentences() {
            let words = sentence.words().to_lowercase();
            for forbidden in [
                "prognos",
                "life expect",
                "you should take",
                "you should stop",
                "mab ",
                "deruxtecan",
                "cure",
                "do not worry",
            ] {
                assert!(!words.contains(forbidden), "{name}: {words}");
            }
        }
    }
}

#[test]
#[ignore = "writes the pages for looking at"]
fn write_the_pages() {
    let folder = std::env::temp_dir().join("her2-pages");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, _, patient, clinician) in pages() {
        for (kind, page) in [("patient", patient), ("clinician", clinician)] {
            let file = |ending: &str| folder.join(format!("{name}-{kind}.{ending}"));
            std::fs::write(file("html"), html(&page)).unwrap();
            std::fs::write(file("txt"), text(&page, TextStyle::default())).unwrap();
        }
    }
}

#[test]
#[ignore = "prints what is decided of each sample"]
fn print_decisions() {
    for sample in samples() {
        let finding = found(&sample);
        let story = case(&sample, &finding).story();
        println!(
            "{:22} {:?} flags {:?} edition {:?}",
            sample.name,
            Outcome::of(&story),
            story.all_flags(),
            story.own.as_ref().map(|o| o.edition.id)
        );
        for t in &story.tested {
            let d = &t.decided;
            println!(
                "      {:?} {:?} g{:?} aw{:?} act{:?} com{:?} signed {:?} because {}",
                d.status,
                d.category,
                d.group,
                d.awaited,
                d.actions,
                d.comments,
                t.signed,
                d.status_about.places().len()
            );
        }
    }
}

/// Relative luminance of `#rrggbb` or `#rgb`.
fn luminance(color: &str) -> f64 {
    let hex = color.trim().trim_start_matches('#');
    let wide = hex.len() == 6;
    let channel = |at: usize| {
        let part = if wide {
            &hex[2 * at..2 * at + 2]
        } else {
            &hex[at..=at]
        };
        let value = u32::from_str_radix(part, 16).unwrap();
        let value = f64::from(if wide { value } else { value * 17 }) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

#[test]
fn every_pair_of_colors_has_the_contrast_of_wcag_aa() {
    let style = include_str!("html/page.css");
    let themes: Vec<&str> = style
        .split(":root {")
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap())
        .collect();
    assert_eq!(themes.len(), 3, "light, dark and print");
    for theme in themes {
        let color = |name: &str| {
            let after = theme
                .split(&format!("--{name}: "))
                .nth(1)
                .unwrap_or_else(|| panic!("{name}"));
            luminance(after.split(';').next().unwrap())
        };
        let contrast = |one: &str, other: &str| {
            let (one, other) = (color(one), color(other));
            (one.max(other) + 0.05) / (one.min(other) + 0.05)
        };
        for (words, paper) in [
            ("ink", "paper"),
            ("ink", "card"),
            ("soft", "paper"),
            ("link", "paper"),
            ("link", "card"),
            ("zone-ink", "neg"),
            ("zone-ink", "mid"),
            ("zone-ink", "pos"),
            ("here-ink", "here"),
        ] {
            let found = contrast(words, paper);
            assert!(found >= 4.5, "{words} on {paper}: {found:.2}");
        }
        for (shape, paper) in [
            ("accent", "paper"),
            ("here", "paper"),
            ("here", "neg"),
            ("here", "mid"),
            ("here", "pos"),
        ] {
            let found = contrast(shape, paper);
            assert!(found >= 3.0, "{shape} on {paper}: {found:.2}");
        }
    }
}
