//! How long one question to one compiled table takes. Medians, one core: `cargo bench --package her2-knowledge`.

use her2_case::{Decimal, Kind, Question, Quotient};
use her2_knowledge::{care_tables, tables, tables_data};
use her2_pages::{Asked, Input, Known};
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 101;

fn main() {
    let number = |mantissa, scale| Decimal::new(mantissa, scale);
    let group = &tables::ASCO_CAP_2018_ISH_GROUP;
    measure("ish-group, two numbers", || {
        let asked = [
            Asked::new(Question::Her2Cep17Ratio, black_box(number(199, 2)), None),
            Asked::new(Question::Her2Copies, black_box(number(599, 2)), None),
        ];
        black_box(group.decide(&asked).one());
    });
    let totals = Quotient::new(number(79, 0), number(40, 0)).expect("forty is not zero");
    measure("ish-group, totals", || {
        let asked = [
            Asked::new(Question::Her2Cep17Ratio, black_box(totals), None),
            Asked::new(Question::Her2Copies, black_box(number(395, 2)), None),
        ];
        black_box(group.decide(&asked).one());
    });
    measure("ish-group, copies unknown, and what to ask", || {
        let ratio = Asked::new(Question::Her2Cep17Ratio, black_box(number(2, 0)), None);
        black_box(group.decide(&[ratio]).answer());
    });
    for (table, _) in tables_data().filter(|(table, _)| table.page().ends_with("/her2-status")) {
        let cells: Vec<_> = table.grid().map(|cell| cell.example).collect();
        let mut next = 0;
        measure(&format!("{}, all known", table.page()), || {
            next = (next + 1) % cells.len();
            let masks = table.masks(black_box(&cells[next]));
            black_box(table.rows_for(&masks).single());
        });
    }
    weigh_care();
}

/// One situation, weighed by every label and every care page.
fn weigh_care() {
    let term = |question: Question, name: &str| {
        let Kind::Terms(names) = question.kind() else {
            panic!("{} is a number", question.name())
        };
        let at = names.iter().position(|known| *known == name);
        let at = at.expect("the term is one of the vocabulary");
        Asked::new(question, Input::Terms(1 << at), None)
    };
    let whole = |question, value| Asked::new(question, Decimal::whole(value), None);
    let asked = [
        term(Question::Her2Category, "HER2_POSITIVE"),
        term(Question::Setting, "metastatic"),
        term(Question::Line, "second"),
        term(Question::HrStatus, "positive"),
        term(Question::Menopause, "post"),
        term(Question::BrainMetastases, "none"),
        term(Question::PriorTaxane, "yes"),
        term(Question::PriorHer2Antibody, "yes"),
        whole(Question::Her2RegimensMetastatic, 1),
        whole(Question::Her2Regimens, 2),
        whole(Question::ChemotherapyMetastatic, 1),
        whole(Question::MonthsSinceEarlyHer2, 14),
    ];
    let tables = care_tables();
    measure("what is known, by question", || {
        black_box(Known::of(black_box(&asked)));
    });
    let known = Known::of(&asked);
    let per_table = format!("all {} tables of options, weighed", tables.len());
    measure(&per_table, || {
        for table in tables {
            let weighed = table.choices.weigh(black_box(&known));
            black_box(weighed.met() | weighed.open());
        }
    });
}

fn measure(what: &str, mut once: impl FnMut()) {
    const AT_ONCE: u32 = 10_000;
    let mut rounds: Vec<_> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            (0..AT_ONCE).for_each(|_| once());
            start.elapsed().as_secs_f64() * 1e9 / f64::from(AT_ONCE)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    println!("{:7.1} ns  {what}", rounds[ROUNDS / 2]);
}
