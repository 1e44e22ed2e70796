//! What holds for every medicine, whatever its name.

use super::entry::{Entry, FIELDS, Field};
use super::{DrugsAsked, asked_for, cost, drug_page, drugs_csv, drugs_json, drugs_page, find_drug};
use crate::money::dollars;
use crate::{Page, TextStyle, Words, html, text};
use her2_case::{Decimal, Her2Category, Mark, MedicineClass, Setting};
use her2_knowledge::{Drug, drugs, medicine_named};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);

fn conjugate() -> &'static Drug {
    let mut of_class = drugs()
        .iter()
        .filter(|drug| drug.class == MedicineClass::AdcTopoisomerase);
    of_class.next().unwrap()
}

fn pages(asked: &DrugsAsked) -> Vec<Page> {
    let mut pages = vec![drugs_page(asked, "en").unwrap()];
    pages.extend(
        drugs()
            .iter()
            .map(|drug| drug_page(drug, asked, "en").unwrap()),
    );
    pages
}

#[test]
fn no_word_is_missing_and_no_cell_of_facts_is_empty() {
    for page in pages(&DrugsAsked::on(TODAY)) {
        for sentence in page.sentences() {
            assert!(
                !sentence.words().contains('\u{27e8}'),
                "{}",
                sentence.words()
            );
        }
        for section in &page.sections {
            for block in &section.blocks {
                let crate::Block::Facts(facts) = block else {
                    continue;
                };
                for (name, said) in facts {
                    let empty = said.iter().any(|said| said.words().trim().is_empty());
                    assert!(!said.is_empty() && !empty, "{}", name.words());
                }
            }
        }
    }
}

#[test]
fn every_medicine_is_found_by_each_of_its_names_and_a_slip_gives_the_nearest() {
    for drug in drugs() {
        let names = [drug.id].into_iter().chain(drug.brands.iter().copied());
        for name in names.chain(drug.us_name).chain(drug.abbreviation) {
            let found = find_drug(&name.to_uppercase()).unwrap();
            assert_eq!(found.id, drug.id, "{name}");
        }
        let brand = drug.brands[0];
        let slip = format!("{}x", &brand[..brand.len() - 1]);
        if medicine_named(&slip).is_none() {
            assert_eq!(
                find_drug(&slip).unwrap_err(),
                Some(brand.to_lowercase()).as_deref()
            );
        }
    }
    assert_eq!(find_drug("J9358").unwrap().id, conjugate().id);
    assert!(find_drug("water").is_err());
}

/// The options of a setting that the label of the conjugate has in force on a day.
fn options(day: Date, setting: Setting) -> usize {
    let asked = DrugsAsked {
        setting: Some(setting),
        ..DrugsAsked::on(day)
    };
    let rows = super::labels::rows(conjugate(), &asked);
    rows.iter().filter(|row| row.row.in_force_on(day)).count()
}

#[test]
fn a_label_is_answered_as_of_the_day() {
    let first_line = (date(2025, 12, 14), date(2025, 12, 15));
    let late = Setting::Metastatic;
    assert_eq!(options(first_line.0, late) + 1, options(first_line.1, late));
    assert_eq!(options(date(2026, 5, 14), Setting::Early), 0);
    assert_eq!(options(date(2026, 5, 15), Setting::Early), 2);
    assert_eq!(options(date(2019, 12, 19), late), 0);
    assert_eq!(options(date(2019, 12, 20), late), 1);
}

#[test]
fn low_and_ultralow_are_labelled_for_one_class_and_from_their_days_on() {
    let found = |her2: Her2Category, day: Date| -> Vec<MedicineClass> {
        let asked = DrugsAsked {
            her2: Some(her2),
            ..DrugsAsked::on(day)
        };
        let found = asked_for(&asked);
        found
            .iter()
            .map(|drug| drug.class)
            .filter(|class| class.is_her2_directed())
            .collect()
    };
    let conjugate = vec![MedicineClass::AdcTopoisomerase];
    assert!(found(Her2Category::Low, date(2022, 8, 4)).is_empty());
    assert_eq!(found(Her2Category::Low, date(2022, 8, 5)), conjugate);
    assert!(found(Her2Category::Ultralow, date(2025, 1, 26)).is_empty());
    assert_eq!(found(Her2Category::Ultralow, date(2025, 1, 27)), conjugate);
    assert!(found(Her2Category::Positive, TODAY).len() > 10);
    assert!(found(Her2Category::Null, TODAY).is_empty());
}

#[test]
fn seventy_kilograms_cost_what_the_published_examples_say() {
    let asked = DrugsAsked::on(TODAY);
    for (code, first, each) in [
        ("J9355", Some("$4,201"), "$3,151"),
        ("Q5112", None, "$798"),
        ("Q5113", None, "$2,913"),
        ("Q5114", None, "$1,692"),
        ("Q5116", None, "$1,176"),
        ("Q5117", None, "$1,997"),
        ("Q5146", None, "$1,681"),
        ("J9356", None, "$3,686"),
        ("J9306", Some("$14,294"), "$7,147"),
        ("J9316", Some("$11,178"), "$7,452"),
        ("J9354", None, "$10,624"),
        ("J9358", None, "$11,332"),
        ("J9353", None, "$11,022"),
    ] {
        let priced = cost::priced(find_drug(code).unwrap(), &asked);
        let shown = priced
            .iter()
            .any(|priced| dollars(priced.cost.maintenance.dollars) == each);
        assert!(shown, "{code}");
        if let Some(first) = first {
            let loading = priced.iter().filter_map(|priced| priced.cost.loading);
            assert!(
                loading
                    .into_iter()
                    .any(|cost| dollars(cost.dollars) == first),
                "{code}"
            );
        }
    }
}

#[test]
fn a_medicine_without_a_figure_says_so_and_before_the_first_list_nothing_has_one() {
    let early = DrugsAsked::on(date(2025, 9, 30));
    for drug in drugs() {
        assert!(cost::priced(drug, &early).is_empty(), "{}", drug.id);
        let words = Words::of("en").unwrap();
        let asked = DrugsAsked::on(TODAY);
        let entry = Entry {
            drug,
            asked: &asked,
            words,
        };
        let said = entry.field(Field::Cost);
        let figure = said.iter().any(|said| said.words.contains('$'));
        assert!(!said.is_empty(), "{}", drug.id);
        assert_eq!(
            figure,
            !cost::priced(drug, &asked).is_empty(),
            "{}",
            drug.id
        );
    }
}

#[test]
fn the_weight_counts_for_doses_by_weight_alone() {
    let heavy = DrugsAsked {
        weight: Some(Decimal::whole(140)),
        ..DrugsAsked::on(TODAY)
    };
    let cost = |code: &str, asked: &DrugsAsked| {
        let priced = cost::priced(find_drug(code).unwrap(), asked);
        priced[0].cost.maintenance.units
    };
    let usual = DrugsAsked::on(TODAY);
    assert_eq!(cost("J9355", &heavy), 2 * cost("J9355", &usual));
    assert_eq!(cost("J9306", &heavy), cost("J9306", &usual));
}

#[test]
fn what_was_not_read_in_its_source_is_marked_and_never_in_the_verified_view() {
    let asked = DrugsAsked {
        verified_only: true,
        ..DrugsAsked::on(TODAY)
    };
    for page in pages(&asked) {
        for sentence in page.sentences() {
            assert_eq!(
                sentence.about().mark(),
                Mark::Checked,
                "{}",
                sentence.words()
            );
        }
    }
    let json = drugs_json(None, &asked, "en").unwrap();
    assert!(!json.contains("to-verify\"") && !json.contains("less-sure\""));
    let csv = drugs_csv(None, &asked, "en").unwrap();
    assert!(!csv.contains("to-verify") && !csv.contains("less-sure"));
}

#[test]
fn what_is_left_out_because_nobody_read_it_is_not_told_as_nothing() {
    let words = Words::of("en").unwrap();
    let all = DrugsAsked::on(TODAY);
    let verified = DrugsAsked {
        verified_only: true,
        ..all
    };
    let fields = [Field::Early, Field::Metastatic, Field::Boxed, Field::Dose];
    let mut left_out = 0;
    for drug in drugs() {
        let of = |asked| Entry { drug, asked, words };
        let (full, read) = (of(&all), of(&verified));
        for field in fields {
            let (full, read) = (full.field(field), read.field(field));
            if full.iter().any(|said| said.mark != Mark::Checked) && !read.is_empty() {
                let nothing = ["indication-none", "boxed-none"];
                let nothing = nothing.map(|name| words.get(name, &[]).unwrap());
                let told = read.iter().any(|said| nothing.contains(&said.words));
                assert!(!told, "{}: {field:?}", drug.id);
            }
            assert_eq!(full.is_empty(), read.is_empty(), "{}: {field:?}", drug.id);
            let words = words.get("left-out-unread", &[]).unwrap();
            left_out += usize::from(read.iter().any(|said| said.words == words));
        }
    }
    assert!(left_out > 0, "something is left out");
}

#[test]
fn p8_every_boxed_warning_is_in_every_rendering() {
    let asked = DrugsAsked::on(TODAY);
    let words = Words::of("en").unwrap();
    let wide = TextStyle {
        width: 100,
        ..TextStyle::default()
    };
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for drug in drugs() {
        let page = drug_page(drug, &asked, "en").unwrap();
        let csv = drugs_csv(Some(drug), &asked, "en").unwrap();
        let json = drugs_json(Some(drug), &asked, "en").unwrap();
        let shown = [one_line(text(&page, wide)), html(&page), csv];
        for warning in drug.boxed_warnings {
            let said = words.get(&format!("boxed-{}", warning.topic), &[]).unwrap();
            for shown in &shown {
                assert!(shown.contains(&said), "{}: {said}", drug.id);
            }
            assert!(json.contains(warning.topic));
        }
    }
}

#[test]
fn csv_has_a_source_and_a_mark_for_every_cell() {
    let csv = drugs_csv(None, &DrugsAsked::on(TODAY), "en").unwrap();
    let rows: Vec<Vec<String>> = csv.lines().map(cells).collect();
    assert_eq!(rows.len(), drugs().len() + 1);
    for row in &rows {
        assert_eq!(row.len(), 2 + 4 * FIELDS.len());
    }
    for row in &rows[1..] {
        for field in row[2..].chunks(4) {
            assert_eq!(field[0].is_empty(), field[1].is_empty(), "{field:?}");
            assert_eq!(field[0].is_empty(), field[3].is_empty(), "{field:?}");
        }
    }
}

fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for sign in line.chars() {
        match sign {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    cells.push(cell);
    cells
}

#[test]
fn the_table_and_a_page_are_as_they_were_read() {
    let plain = |page: &Page| {
        text(page, TextStyle::default()).replace(her2_knowledge::version(), "VERSION")
    };
    let asked = DrugsAsked::on(TODAY);
    insta::assert_snapshot!("drugs-table", plain(&drugs_page(&asked, "en").unwrap()));
    let page = drug_page(conjugate(), &asked, "en").unwrap();
    insta::assert_snapshot!("drug-page", plain(&page));
}
