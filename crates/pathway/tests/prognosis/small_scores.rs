//! The small scores against published and hand-made values, and what they refuse.

use super::decimal;
use super::worked::table;
use her2_case::{Grade, StageGroup, Term};
use her2_pathway::prognosis::{
    CpsEgInputs, Cts5Inputs, NpiInputs, NuclearPoint, RcbInputs, Refusal, cps_eg, cts5, npi, rcb,
};

const FILE: &str = "small-scores.md";

fn grade(cell: &str) -> Grade {
    Grade::from_name(cell).unwrap()
}

fn nodes(cell: &str) -> u32 {
    cell.parse().unwrap()
}

#[test]
fn the_index_of_size_grade_and_nodes_is_exact_and_classed_unrounded() {
    for row in table(FILE, "NPI") {
        let inputs = NpiInputs {
            size: decimal(&row[0]),
            grade: grade(&row[1]),
            nodes: nodes(&row[2]),
        };
        let index = npi(inputs).unwrap();
        assert_eq!(
            (index.value().to_string(), index.class()),
            (row[3].clone(), row[4].as_str())
        );
    }
    for size in ["0", "0.99", "300.1"] {
        let inputs = NpiInputs {
            size: decimal(size),
            grade: Grade::One,
            nodes: 0,
        };
        assert_eq!(npi(inputs).unwrap_err(), [Refusal::Size], "{size}");
    }
}

#[test]
fn the_score_of_late_recurrence_is_exact_and_classed_unrounded() {
    for row in table(FILE, "CTS5") {
        let inputs = Cts5Inputs {
            size: decimal(&row[0]),
            grade: grade(&row[1]),
            nodes: nodes(&row[2]),
            age: decimal(&row[3]),
        };
        let score = cts5(inputs).unwrap();
        assert_eq!(
            (score.value().to_string(), score.class()),
            (row[4].clone(), row[5].as_str())
        );
    }
    let inputs = Cts5Inputs {
        size: decimal("0.5"),
        grade: Grade::One,
        nodes: 0,
        age: decimal("24"),
    };
    assert_eq!(cts5(inputs).unwrap_err(), [Refusal::Size, Refusal::Age]);
}

fn burden(cells: [&str; 6]) -> RcbInputs {
    RcbInputs {
        length: decimal(cells[0]),
        width: decimal(cells[1]),
        cellularity: decimal(cells[2]),
        in_situ: decimal(cells[3]),
        nodes: nodes(cells[4]),
        node_size: decimal(cells[5]),
    }
}

#[test]
fn the_index_of_residual_disease_meets_its_check_values() {
    let mut worst: f64 = 0.0;
    for row in table(FILE, "RCB") {
        let cells = [&row[0], &row[1], &row[2], &row[3], &row[4], &row[5]].map(String::as_str);
        let index = rcb(burden(cells)).unwrap();
        let difference = (index.value() - row[6].parse::<f64>().unwrap()).abs();
        worst = worst.max(difference);
        assert!(difference < 1e-11, "{row:?}: {}", index.value());
        assert_eq!(index.class(), row[7], "{row:?}");
    }
    println!("worst absolute difference over the pairs: {worst:e}");
}

#[test]
fn measurements_that_contradict_each_other_are_refused() {
    for (cells, why) in [
        (["20", "15", "5", "0", "2", "0"], Refusal::NodesWithoutSize),
        (["20", "15", "5", "0", "0", "3"], Refusal::NodesWithoutSize),
        (["20", "0", "5", "0", "0", "0"], Refusal::BedWithoutWidth),
        (["0", "15", "0", "0", "0", "0"], Refusal::BedWithoutWidth),
        (["0", "0", "5", "0", "0", "0"], Refusal::CancerWithoutBed),
        (["20", "15", "101", "0", "0", "0"], Refusal::Percent),
        (["20", "15", "5", "100.5", "0", "0"], Refusal::Percent),
    ] {
        assert_eq!(rcb(burden(cells)).unwrap_err(), [why], "{cells:?}");
    }
}

#[test]
fn stages_receptor_and_grade_give_their_points() {
    let stage = |cell: &str| StageGroup::from_name(cell).unwrap();
    for row in table(FILE, "CPS+EG") {
        let (by, value) = row[3].split_once(' ').unwrap();
        let inputs = CpsEgInputs {
            before: stage(&row[0]),
            after: stage(&row[1]),
            er_positive: row[2] == "positive",
            grade: match by {
                "total" => NuclearPoint::NottinghamTotal(decimal(value)),
                _ => NuclearPoint::Nuclear(grade(value)),
            },
        };
        assert_eq!(cps_eg(inputs).unwrap().points(), nodes(&row[4]), "{row:?}");
    }
    let given = |before: &str, after: &str, total: &str| CpsEgInputs {
        before: stage(before),
        after: stage(after),
        er_positive: true,
        grade: NuclearPoint::NottinghamTotal(decimal(total)),
    };
    for (before, after) in [("0", "I"), ("IV", "0"), ("no-group", "0"), ("IIA", "IV")] {
        let after = if after == "I" { "IA" } else { after };
        let refused = cps_eg(given(before, after, "5"));
        assert_eq!(refused.unwrap_err(), [Refusal::Stage], "{before} {after}");
    }
    assert_eq!(
        cps_eg(given("IIA", "0", "10")).unwrap_err(),
        [Refusal::Grade]
    );
}
