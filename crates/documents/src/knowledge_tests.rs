//! What holds for every statement of the knowledge, whatever page it stands on.

use crate::page::{Block, Grid, Page, Section};
use crate::sentence::About;
use crate::words::Words;
use crate::writer::{Parts, Writer};
use crate::{TextStyle, html, page_json, text};
use her2_case::Mark;
use her2_pages::Citation;

fn page(mark: Mark) -> Page {
    let edition = her2_knowledge::editions().first().unwrap();
    let about = About::Knowledge {
        page: "a/page",
        cite: Citation {
            edition: edition.id,
            anchor: edition.anchors[0].0,
        },
        mark,
    };
    let mut writer = Writer::for_knowledge(Words::of("en").unwrap());
    let title = writer.literal("Title".to_owned(), &about);
    let said = writer.literal("Statement.".to_owned(), &about);
    let cell = writer.literal("Cell words".to_owned(), &about);
    let label = writer.label("heading-sources");
    let grid = Grid {
        caption: label.clone(),
        head: vec![label.clone(), label.clone()],
        rows: vec![vec![vec![cell.clone()], vec![cell]]],
    };
    writer.page(Parts {
        title,
        lead: vec![said],
        frame: vec![],
        sections: vec![Section {
            id: "grid",
            heading: label.clone(),
            blocks: vec![Block::Grid(grid)],
        }],
        quotes_heading: label,
        foot: vec![],
    })
}

fn renderings(page: &Page) -> Vec<String> {
    let narrow = TextStyle {
        width: 24,
        ..TextStyle::default()
    };
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    vec![
        one_line(text(page, TextStyle::default())),
        one_line(text(page, narrow)),
        html(page),
        page_json(page),
    ]
}

#[test]
fn p8_the_mark_of_a_statement_is_in_every_rendering_and_only_where_it_belongs() {
    for (mark, words) in [
        (Mark::ToVerify, ["(to verify)", "to-verify"]),
        (Mark::LessSure, ["(to verify, less sure)", "less-sure"]),
    ] {
        for shown in renderings(&page(mark)) {
            let times: usize = words.iter().map(|words| shown.matches(words).count()).sum();
            assert!(times >= 3, "{mark:?}: {shown}");
        }
        for shown in renderings(&page(Mark::Checked)) {
            assert!(!words.iter().any(|words| shown.contains(words)), "{shown}");
        }
    }
}

#[test]
fn every_statement_leads_to_its_source_in_every_rendering() {
    let page = page(Mark::Checked);
    assert_eq!(page.sources.len(), 1);
    for shown in renderings(&page) {
        let number = shown.contains("[S1]") || shown.contains("\"sources\":[1]");
        assert!(number, "{shown}");
        let named = page.sources[0].words.split(' ').next().unwrap();
        assert!(shown.contains(named), "{shown}");
    }
}

#[test]
fn a_grid_stands_side_by_side_where_it_fits() {
    let shown = text(&page(Mark::Checked), TextStyle::default());
    let beside = shown
        .lines()
        .any(|line| line.matches("Cell words").count() == 2);
    assert!(beside, "{shown}");
}
