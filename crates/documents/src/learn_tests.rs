//! What holds for every topic.

use crate::page::{Block, Page};
use crate::reading_grade::count;
use crate::sentence::About;
use crate::{TextStyle, html, page_json, text, topic_page, topics_page};
use her2_case::Mark;
use her2_knowledge::{Rhythm, Schedule, Topic, monitoring, topics};

const GRADE: f64 = 8.0;

fn pages() -> impl Iterator<Item = (&'static Topic, Page)> {
    topics()
        .iter()
        .map(|topic| (topic, topic_page(topic.id, "en").unwrap()))
}

#[test]
fn every_topic_reads_at_grade_eight_or_less() {
    let mut hard = Vec::new();
    for (topic, page) in pages() {
        let grade = count(&page, &[]).grade();
        println!("{:20} {grade:5.2}", topic.id);
        if grade > GRADE {
            hard.push((topic.id, grade));
        }
    }
    assert!(hard.is_empty(), "{hard:?}");
}

#[test]
fn every_topic_has_a_way_to_go_on() {
    for (topic, page) in pages() {
        let asks = |block: &Block| matches!(block, Block::Ask(asks) if !asks.is_empty());
        let mut blocks = page.sections.iter().flat_map(|section| &section.blocks);
        assert!(
            blocks.any(asks) || topic.shows.is_some(),
            "{}: nothing to tick off",
            topic.id
        );
        assert!(!page.lead.is_empty(), "{}: no lead", topic.id);
        assert!(!topic.related.is_empty(), "{}: no related topic", topic.id);
        let ids: Vec<&str> = page.sections.iter().map(|section| section.id).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{}: {ids:?}", topic.id);
    }
}

#[test]
fn no_sentence_of_a_topic_is_unsure_and_none_is_missing() {
    for (topic, page) in pages() {
        for sentence in page.sentences() {
            assert!(
                !sentence.words().contains('\u{27e8}'),
                "{}: {}",
                topic.id,
                sentence.words()
            );
            assert_eq!(sentence.about().mark(), Mark::Checked, "{}", topic.id);
            if let About::Knowledge { cite, .. } = sentence.about() {
                assert!(
                    page.sources
                        .iter()
                        .any(|source| source.cites.contains(cite)),
                    "{cite}"
                );
                assert!(
                    !sentence.sources().is_empty(),
                    "{}: {}",
                    topic.id,
                    sentence.words()
                );
            }
        }
    }
}

#[test]
fn numbers_on_survival_stand_in_one_topic_only() {
    for (topic, page) in pages() {
        let words: Vec<String> = page
            .sentences()
            .iter()
            .map(|said| said.words().to_lowercase())
            .collect();
        let own = |said: &&String| !said.contains("her2 learn numbers");
        let tells = |said: &String| {
            [
                "surviv",
                "prognos",
                "life expect",
                "die ",
                "death",
                "people live",
            ]
            .iter()
            .any(|word| said.contains(word))
        };
        let found: Vec<_> = words
            .iter()
            .filter(own)
            .filter(|said| tells(said))
            .collect();
        assert_eq!(topic.survival, !found.is_empty(), "{}: {found:?}", topic.id);
    }
}

#[test]
fn no_topic_tells_what_to_take() {
    for (topic, page) in pages() {
        for sentence in page.sentences() {
            let words = sentence.words().to_lowercase();
            for forbidden in [
                "you should take",
                "you should stop",
                "you need to take",
                "do not worry",
                "cure",
            ] {
                assert!(!words.contains(forbidden), "{}: {words}", topic.id);
            }
        }
    }
}

#[test]
fn the_list_names_every_topic_and_warns_of_numbers() {
    let page = topics_page("en").unwrap();
    let shown = text(&page, TextStyle::default());
    for topic in topics() {
        assert!(
            shown.contains(&format!("\n  {}: ", topic.id)),
            "{}",
            topic.id
        );
        let about = About::Frame(topic.page);
        let said = page
            .sentences()
            .into_iter()
            .filter(|said| *said.about() == about)
            .count();
        assert_eq!(said > 2, topic.survival, "{}", topic.id);
    }
    assert!(count(&page, &[]).grade() <= GRADE);
    assert!(
        topic_page("no-such-topic", "en").is_none()
            && topic_page("her2", "no-such-language").is_none()
    );
}

#[test]
fn the_same_topic_gives_the_same_bytes_in_every_form() {
    for (topic, page) in pages() {
        let again = topic_page(topic.id, "en").unwrap();
        assert_eq!(html(&page), html(&again));
        assert_eq!(page_json(&page), page_json(&again));
        for source in &page.sources {
            assert!(
                html(&page).contains(&*source.words.replace('&', "&amp;")),
                "{}",
                topic.id
            );
        }
    }
}

#[test]
#[ignore = "writes the topics for looking at"]
fn write_the_topics() {
    let folder = std::env::temp_dir().join("her2-topics");
    std::fs::create_dir_all(&folder).unwrap();
    let list = topics_page("en").unwrap();
    for (name, page) in pages()
        .map(|(topic, page)| (topic.id, page))
        .chain([("index", list)])
    {
        std::fs::write(folder.join(format!("{name}.html")), html(&page)).unwrap();
        std::fs::write(
            folder.join(format!("{name}.txt")),
            text(&page, TextStyle::default()),
        )
        .unwrap();
    }
}

/// Each `N weeks`, `N months` and `N years` of some words, in weeks or months.
fn spans(words: &str) -> Vec<(u16, bool)> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let span = |pair: &[&str]| {
        let number: u16 = pair[0].parse().ok()?;
        match pair[1].trim_end_matches('.') {
            "weeks" => Some((number, false)),
            "months" => Some((number, true)),
            "years" => Some((12 * number, true)),
            _ => None,
        }
    };
    words.windows(2).filter_map(span).collect()
}

#[test]
fn what_is_watched_is_what_the_pages_of_monitoring_say() {
    let heart = her2_knowledge::topic("heart").unwrap();
    let mut held = 0;
    for said in heart.said() {
        for (number, months) in spans(said.words) {
            let schedules = monitoring().iter().flat_map(|page| page.schedules);
            let of_source = schedules
                .filter(|schedule| Some(schedule.cite) == said.cite)
                .filter(|schedule| schedule.mark == Mark::Checked);
            let says = |schedule: &Schedule| {
                let lasts = months && schedule.for_months == Some(number);
                lasts
                    || match schedule.rhythm {
                        Rhythm::Weeks { every, .. } => !months && every == number,
                        Rhythm::Months { every } => months && every == number,
                        _ => false,
                    }
            };
            assert!(of_source.into_iter().any(says), "{number}: {}", said.words);
            held += 1;
        }
    }
    assert_eq!(held, 5, "numbers with a unit in the topic");
}
