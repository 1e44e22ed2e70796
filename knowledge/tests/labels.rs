//! The labels and the prices, held against days and figures written down here a second time.

#![allow(clippy::unwrap_used)]

use her2_case::{Decimal, Listing, Mark, Term};
use her2_knowledge::{care_table, care_tables, drugs, price_list_on};
use her2_pages::Row;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The page, the first day of an indication, the regimen, and how many rows name that regimen from that day.
const FIRST_DAYS: [(&str, &str, &str, usize); 36] = [
    ("drugs/trastuzumab-metastatic", "1998-09-25", "th", 1),
    (
        "drugs/trastuzumab-metastatic",
        "1998-09-25",
        "trastuzumab",
        1,
    ),
    ("drugs/trastuzumab-early", "2006-11-16", "ac-th", 3),
    ("drugs/trastuzumab-early", "2008-01-18", "trastuzumab", 3),
    ("drugs/trastuzumab-early", "2008-05-22", "tch", 3),
    ("drugs/trastuzumab-dkst-metastatic", "2017-12-01", "th", 1),
    ("drugs/trastuzumab-pkrb-metastatic", "2018-12-14", "th", 1),
    ("drugs/trastuzumab-dttb-metastatic", "2019-01-18", "th", 1),
    ("drugs/trastuzumab-qyyp-metastatic", "2019-03-11", "th", 1),
    ("drugs/trastuzumab-anns-metastatic", "2019-06-13", "th", 1),
    ("drugs/trastuzumab-strf-metastatic", "2024-04-25", "th", 1),
    (
        "drugs/trastuzumab-hyaluronidase-metastatic",
        "2019-02-28",
        "th",
        1,
    ),
    (
        "drugs/trastuzumab-hyaluronidase-early",
        "2019-02-28",
        "tch",
        3,
    ),
    ("drugs/pertuzumab-metastatic", "2012-06-08", "thp", 2),
    ("drugs/pertuzumab-early", "2013-09-30", "tchp", 2),
    ("drugs/pertuzumab-early", "2017-12-20", "tchp", 2),
    ("drugs/pertuzumab-early", "2017-12-20", "hp-chemotherapy", 1),
    ("drugs/pertuzumab-dpzb-metastatic", "2025-11-13", "thp", 2),
    (
        "drugs/pertuzumab-trastuzumab-hyaluronidase-early",
        "2020-06-29",
        "tchp",
        2,
    ),
    (
        "drugs/pertuzumab-trastuzumab-hyaluronidase-metastatic",
        "2020-06-29",
        "thp",
        2,
    ),
    (
        "drugs/trastuzumab-emtansine-metastatic",
        "2013-02-22",
        "tdm1",
        2,
    ),
    ("drugs/trastuzumab-emtansine-early", "2019-05-03", "tdm1", 1),
    (
        "drugs/trastuzumab-deruxtecan-metastatic",
        "2019-12-20",
        "tdxd",
        1,
    ),
    (
        "drugs/trastuzumab-deruxtecan-metastatic",
        "2022-05-04",
        "tdxd",
        2,
    ),
    (
        "drugs/trastuzumab-deruxtecan-metastatic",
        "2022-08-05",
        "tdxd",
        2,
    ),
    (
        "drugs/trastuzumab-deruxtecan-metastatic",
        "2025-01-27",
        "tdxd",
        1,
    ),
    (
        "drugs/trastuzumab-deruxtecan-metastatic",
        "2025-12-15",
        "tdxd-pertuzumab",
        1,
    ),
    (
        "drugs/trastuzumab-deruxtecan-early",
        "2026-05-15",
        "tdxd-then-thp",
        1,
    ),
    (
        "drugs/trastuzumab-deruxtecan-early",
        "2026-05-15",
        "tdxd",
        1,
    ),
    (
        "drugs/tucatinib-metastatic",
        "2020-04-17",
        "tucatinib-trastuzumab-capecitabine",
        1,
    ),
    ("drugs/neratinib-early", "2017-07-17", "neratinib", 1),
    (
        "drugs/neratinib-metastatic",
        "2020-02-25",
        "neratinib-capecitabine",
        1,
    ),
    (
        "drugs/lapatinib-metastatic",
        "2007-03-13",
        "lapatinib-capecitabine",
        1,
    ),
    (
        "drugs/lapatinib-metastatic",
        "2010-01-29",
        "lapatinib-letrozole",
        1,
    ),
    (
        "drugs/margetuximab-metastatic",
        "2020-12-16",
        "margetuximab-chemotherapy",
        1,
    ),
    (
        "drugs/palbociclib-metastatic",
        "2026-06-24",
        "hp-endocrine-palbociclib",
        1,
    ),
];

/// Indications that ended: the last day.
const LAST_DAYS: [(&str, &str, &str); 2] = [
    ("drugs/pertuzumab-early", "2013-09-30", "2017-12-19"),
    (
        "drugs/trastuzumab-deruxtecan-metastatic",
        "2019-12-20",
        "2022-05-03",
    ),
];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The rows of a label that name the regimen and are in force on that day.
fn in_force(page: &str, regimen: &str, on: Date) -> Vec<&'static Row> {
    let rows = care_table(page).unwrap().choices.data().rows().iter();
    let named = rows.filter(|row| row.carried("option") == Some(regimen));
    named.filter(|row| row.in_force_on(on)).collect()
}

#[test]
fn an_indication_begins_on_its_day_and_not_on_the_day_before() {
    for (page, first, regimen, count) in FIRST_DAYS {
        let first = day(first);
        let began: Vec<_> = (in_force(page, regimen, first).into_iter())
            .filter(|row| row.from() == Some(first))
            .collect();
        assert_eq!(began.len(), count, "{page} {first} {regimen}");
        let before = in_force(page, regimen, first.yesterday().unwrap());
        assert!(
            before.iter().all(|row| row.from() != Some(first)),
            "{page} {first} {regimen}"
        );
    }
}

#[test]
fn an_indication_that_was_replaced_ends_on_its_day_and_another_follows() {
    for (page, first, last) in LAST_DAYS {
        let rows = care_table(page).unwrap().choices.data().rows().iter();
        let ended: Vec<_> = rows.filter(|row| row.from() == Some(day(first))).collect();
        assert!(!ended.is_empty(), "{page}");
        for row in ended {
            assert_eq!(row.until(), Some(day(last)), "{page} {}", row.anchor());
            assert!(row.in_force_on(day(last)));
            let after = day(last).tomorrow().unwrap();
            assert!(!row.in_force_on(after));
            let regimen = row.carried("option").unwrap();
            assert!(
                !in_force(page, regimen, after).is_empty(),
                "{page} {regimen}"
            );
        }
    }
}

#[test]
fn first_line_with_the_conjugate_is_listed_from_the_middle_of_december_2025() {
    let on = |text| {
        in_force(
            "drugs/trastuzumab-deruxtecan-metastatic",
            "tdxd-pertuzumab",
            day(text),
        )
        .len()
    };
    assert_eq!(
        [
            on("2025-12-01"),
            on("2025-12-14"),
            on("2025-12-15"),
            on("2026-01-01")
        ],
        [0, 0, 1, 1]
    );
}

#[test]
fn no_row_of_a_label_begins_on_a_day_that_is_no_approval_of_its_page() {
    for table in care_tables().iter().filter(|table| table.drug.is_some()) {
        let drug = table.drug.unwrap();
        let days: BTreeSet<Date> = drug
            .approvals
            .iter()
            .map(|approval| approval.date)
            .collect();
        for row in table.choices.data().rows() {
            assert!(
                days.contains(&row.from().unwrap()),
                "{} {}",
                table.page,
                row.anchor()
            );
        }
    }
}

#[test]
fn only_what_ended_was_accelerated() {
    for table in care_tables().iter().filter(|table| table.drug.is_some()) {
        for row in table.choices.data().rows() {
            let accelerated = usize::from(row.answer) == Listing::IndicatedAccelerated.index();
            assert_eq!(
                accelerated,
                row.until().is_some(),
                "{} {}",
                table.page,
                row.anchor()
            );
        }
    }
}

#[test]
fn a_biosimilar_lists_what_its_reference_lists_and_is_never_surer() {
    let what = |page: &str| {
        let rows = care_table(page).unwrap().choices.data().rows().iter();
        let open = rows.filter(|row| row.until().is_none());
        open.map(|row| row.carried("option").unwrap())
            .collect::<Vec<_>>()
    };
    for like in drugs() {
        let Some(reference) = like.reference else {
            continue;
        };
        for setting in ["early", "metastatic"] {
            let (own, other) = (
                format!("drugs/{}-{setting}", like.id),
                format!("drugs/{reference}-{setting}"),
            );
            assert_eq!(what(&own), what(&other), "{own}");
            let rows = care_table(&own).unwrap().choices.data().rows();
            assert!(
                rows.iter()
                    .all(|row| !row.also::<Mark>().contains(Mark::Checked)),
                "{own}"
            );
        }
    }
}

#[test]
fn a_medicine_without_an_indication_in_the_breast_has_no_label_table() {
    for medicine in drugs() {
        let listed = care_tables()
            .iter()
            .any(|table| table.drug.is_some_and(|of| of.id == medicine.id));
        assert_eq!(listed, medicine.breast, "{}", medicine.id);
    }
}

/// The extract of the payer's file, if it is there.
fn extract() -> Option<String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let shared =
        std::env::var_os("HER2_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    std::fs::read_to_string(shared.join("data/prices/cms-asp-2025q4-her2.csv")).ok()
}

#[test]
fn the_prices_are_those_of_the_extract_and_each_code_of_a_medicine_has_one() {
    let list = price_list_on(day("2025-10-01")).unwrap();
    assert!(list.in_force_on(day("2025-12-31")) && !list.in_force_on(day("2026-01-01")));
    for medicine in drugs() {
        for code in medicine.codes.iter().filter(|code| code.system == "hcpcs") {
            let price = list.price(code.code).unwrap();
            assert_eq!(code.per, Some(price.unit), "{}", medicine.id);
        }
    }
    assert!(
        list.price("Q5115").is_none(),
        "a rituximab stands among these codes"
    );
    let Some(text) = extract() else {
        println!("skipped: no extract of the payer's file");
        return;
    };
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(fields).collect();
    assert_eq!(rows.len(), list.prices.len());
    for row in rows {
        let price = list.price(row[0]).unwrap();
        assert_eq!(price.unit, row[2].to_lowercase());
        assert_eq!(price.limit, row[3].parse::<Decimal>().unwrap());
        assert_eq!(price.coinsurance, Some(row[4].parse::<Decimal>().unwrap()));
    }
}

/// The fields of a line; a comma within quotes is none.
fn fields(line: &str) -> Vec<&str> {
    let mut quoted = false;
    line.split(|letter: char| {
        quoted ^= letter == '"';
        letter == ',' && !quoted
    })
    .collect()
}
