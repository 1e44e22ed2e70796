//! The newest version of the survival model against the output of its published code.

use super::decimal;
use super::worked::table;
use her2_case::{Detection, Grade, Term};
use her2_knowledge::prognosis::predict;
use her2_pathway::prognosis::{Generation, Hormone, Nodes, PredictInputs, Treatment, survival};

const FILE: &str = "predict-v3-2.md";

/// Yes, no, or not known, by the word that means yes.
fn known(cell: &str, yes: &str) -> Option<bool> {
    (cell != "-").then(|| cell == yes)
}

fn person(cells: &[String]) -> PredictInputs {
    PredictInputs {
        age: decimal(&cells[1]),
        detection: Detection::from_name(&cells[2]),
        size: decimal(&cells[3]),
        grade: Grade::from_name(&cells[4]),
        nodes: Nodes::Count(cells[5].parse().unwrap()),
        er_positive: cells[6] == "positive",
        her2_positive: known(&cells[7], "positive"),
        ki67_high: known(&cells[8], "high"),
        pr_positive: known(&cells[9], "positive"),
        smoker: cells[10] == "yes",
    }
}

/// The five steps after surgery alone, each with what came before; what acts on nothing is left out.
fn steps(plan: &[String], person: &PredictInputs) -> Vec<Treatment> {
    let mut steps = vec![Treatment::default()];
    let mut add = |change: &dyn Fn(&mut Treatment)| {
        let mut next = *steps.last().unwrap();
        change(&mut next);
        steps.push(next);
    };
    add(&|step| step.radiotherapy = (plan[1] != "-").then(|| decimal(&plan[1])));
    add(&|step| {
        step.hormone = (plan[2] == "yes" && person.er_positive).then_some(Hormone::Standard)
    });
    add(&|step| {
        step.chemotherapy = match plan[3].as_str() {
            "second" => Some(Generation::Second),
            "third" => Some(Generation::Third),
            _ => None,
        };
    });
    add(&|step| step.her2 = plan[4] == "yes" && person.her2_positive == Some(true));
    add(&|step| step.bisphosphonate = plan[5] == "yes");
    steps
}

#[test]
fn every_published_pair_is_met_to_the_last_printed_digit() {
    let model = &predict()[0];
    assert_eq!(model.score.id, "predict-v3-2");
    let (people, plans) = (table(FILE, "People"), table(FILE, "Treatment planned"));
    let pairs = table(FILE, "Overall survival");
    assert_eq!((people.len(), pairs.len()), (7, 20));
    let mut worst: f64 = 0.0;
    for pair in &pairs {
        let of = |rows: &[Vec<String>]| rows.iter().find(|row| row[0] == pair[0]).unwrap().clone();
        let person = person(&of(&people));
        let year = pair[1].parse().unwrap();
        for (step, printed) in steps(&of(&plans), &person).into_iter().zip(&pair[2..]) {
            let ours = survival(model, &person, step).unwrap().overall(year);
            let difference = (ours - printed.parse::<f64>().unwrap()).abs();
            worst = worst.max(difference);
            assert!(
                difference <= 6e-11,
                "person {}, year {year}: {ours} is not {printed}",
                pair[0]
            );
        }
    }
    println!("worst absolute difference over the pairs: {worst:e} percentage points");
}
