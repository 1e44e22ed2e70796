//! The short form: what was typed becomes a small record in words, which is read like any other.

use super::given::Sources;
use super::route::{html, show};
use super::{Given, Reply, Visit};
use her2_case::Decimal;
use her2_documents::site::{self, Field, Frame, NumbersForm};
use jiff::civil::Date;

/// The form, or the page about what was typed into it.
pub(super) fn answer(visit: &Visit<'_>, frame: &Frame<'_>) -> Reply {
    let mut form = NumbersForm::default();
    let sent = Field::ALL
        .iter()
        .any(|field| visit.raw(field.name()).next().is_some());
    if !sent {
        return html(frame, 200, site::numbers(frame, &form));
    }
    for field in Field::ALL {
        if let Some(value) = visit.field(field.name()) {
            let value = pointed(field, value);
            form.wrong
                .extend(wrong(field, &value).map(|kind| (field, kind)));
            form.given.push((field, value));
        }
    }
    let of_her2 = [
        Field::Ihc,
        Field::Percent,
        Field::Word,
        Field::Ratio,
        Field::Her2,
    ];
    form.empty = of_her2.iter().all(|field| form.value(*field).is_empty());
    if form.empty || !form.wrong.is_empty() {
        return html(frame, 422, site::numbers(frame, &form));
    }
    let name = frame
        .words
        .get("site-numbers-name", &[])
        .unwrap_or_default();
    let sources = Sources {
        given: vec![Given {
            name,
            bytes: record(&form).into_bytes(),
        }],
        travelled: 0,
    };
    show(visit, frame, "/record", &sources)
}

/// A number with a decimal comma, as many people write it, with a point; anything else as it was typed.
fn pointed(field: Field, value: &str) -> String {
    let fraction = [Field::Ratio, Field::Her2, Field::Cep17, Field::Percent].contains(&field);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
    match value.split_once(',') {
        // Three digits may be the thousands of a count.
        Some((whole, part)) if fraction && digits(whole) && digits(part) && part.len() < 3 => {
            format!("{whole}.{part}")
        }
        _ => value.to_owned(),
    }
}

/// The kind of value that a field wants, where it holds another.
fn wrong(field: Field, value: &str) -> Option<&'static str> {
    let number = || value.parse::<Decimal>().ok();
    match field {
        Field::Ratio | Field::Her2 | Field::Cep17 => number().is_none().then_some("number"),
        Field::Percent => {
            let fits = number().is_some_and(|percent| percent <= Decimal::whole(100));
            (!fits).then_some("percent")
        }
        Field::Cells => {
            let fits = value
                .parse::<u32>()
                .is_ok_and(|cells| (1..100_000).contains(&cells));
            (!fits).then_some("cells")
        }
        Field::Date => value.parse::<Date>().is_err().then_some("date"),
        _ => (!field.terms().contains(&value)).then_some("term"),
    }
}

/// The record in the words that laboratories use, a line for each value. Reports are read in English.
fn record(form: &NumbersForm) -> String {
    let mut lines = vec!["PATHOLOGY RESULTS TYPED IN BY THE READER OF THE PAGE".to_owned()];
    let mut put = |field: Field, label: &str, unit: &str| {
        let value = form.value(field);
        if !value.is_empty() {
            lines.push(format!("{label}: {value}{unit}"));
        }
    };
    put(Field::Date, "Date of report", "");
    match form.value(Field::Invasive) {
        "yes" => lines.push("Diagnosis: Breast: Invasive carcinoma".to_owned()),
        "no" => lines.push("Diagnosis: Breast: No invasive carcinoma".to_owned()),
        _ => lines.push("Specimen: Breast".to_owned()),
    }
    let mut put = |field: Field, label: &str, unit: &str| {
        let value = form.value(field);
        if !value.is_empty() {
            lines.push(format!("{label}: {value}{unit}"));
        }
    };
    put(Field::Er, "Estrogen receptor", "");
    put(Field::Pr, "Progesterone receptor", "");
    put(Field::Word, "HER2", "");
    put(Field::Ihc, "HER2 IHC score", "");
    put(
        Field::Percent,
        "HER2 IHC percentage of cells with staining",
        " %",
    );
    put(Field::Ratio, "HER2 FISH HER2/CEP17 ratio", "");
    put(Field::Her2, "HER2 FISH average HER2 signals per cell", "");
    put(Field::Cep17, "HER2 FISH average CEP17 signals per cell", "");
    put(Field::Cells, "HER2 FISH cells counted", "");
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use her2_case::{Amount, Her2Result, Her2Word, ReceptorStatus, Record};

    fn read(given: &[(Field, &str)]) -> Record {
        let form = NumbersForm {
            given: given
                .iter()
                .map(|(field, value)| (*field, (*value).to_owned()))
                .collect(),
            ..NumbersForm::default()
        };
        crate::read("numbers", record(&form).as_bytes())
            .record()
            .clone()
    }

    fn each<T>(record: &Record, of: impl Fn(&Her2Result) -> Option<T>) -> Vec<T> {
        record.her2_results().filter_map(of).collect()
    }

    fn exactly(value: &str) -> Amount {
        Amount::Exactly(value.parse().expect("a number of the test"))
    }

    #[test]
    fn every_score_is_read_as_it_was_chosen_and_nothing_else_is() {
        for invasive in ["yes", ""] {
            for score in Field::Ihc.terms() {
                let record = read(&[(Field::Invasive, invasive), (Field::Ihc, score)]);
                let scores = each(&record, |result| {
                    result.score.map(|score| score.value.to_string())
                });
                assert_eq!(scores, [*score], "{invasive}");
                assert!(each(&record, |result| result.ratio).is_empty());
                assert!(record.problems.is_empty(), "{:?}", record.problems);
            }
        }
    }

    #[test]
    fn numbers_are_read_as_they_were_typed() {
        for (ratio, her2, cep17, cells, percent) in [
            ("2.25", "3.6", "1.6", "30", "10"),
            ("1.99", "4.0", "2", "20", "0.5"),
            ("0.9", "12", "13.3", "100", "100"),
        ] {
            let record = read(&[
                (Field::Invasive, "yes"),
                (Field::Ihc, "2+"),
                (Field::Percent, percent),
                (Field::Ratio, ratio),
                (Field::Her2, her2),
                (Field::Cep17, cep17),
                (Field::Cells, cells),
                (Field::Date, "2026-10-05"),
            ]);
            assert_eq!(
                each(&record, |result| result.ratio.map(|fact| fact.value)),
                [exactly(ratio)]
            );
            assert_eq!(
                each(&record, |result| result.her2_copies.map(|fact| fact.value)),
                [exactly(her2)]
            );
            assert_eq!(
                each(&record, |result| result.cep17_copies.map(|fact| fact.value)),
                [exactly(cep17)]
            );
            assert_eq!(
                each(&record, |result| result
                    .cells
                    .map(|fact| fact.value.to_string())),
                [cells]
            );
            assert_eq!(
                each(&record, |result| result.percent.map(|fact| fact.value)),
                [exactly(percent)]
            );
            assert_eq!(
                record.date.map(|date| date.value),
                Some(jiff::civil::date(2026, 10, 5))
            );
        }
    }

    #[test]
    fn each_number_alone_is_read_alone() {
        let of = |field| read(&[(Field::Invasive, "yes"), (field, "4.5")]);
        let record = of(Field::Ratio);
        assert_eq!(
            each(&record, |result| result.ratio.map(|fact| fact.value)),
            [exactly("4.5")]
        );
        assert!(each(&record, |result| result.her2_copies).is_empty());
        let record = of(Field::Her2);
        assert_eq!(
            each(&record, |result| result.her2_copies.map(|fact| fact.value)),
            [exactly("4.5")]
        );
        assert!(each(&record, |result| result.ratio).is_empty());
    }

    #[test]
    fn words_are_read_as_they_were_chosen() {
        for (term, word) in [
            ("positive", Her2Word::Positive),
            ("negative", Her2Word::Negative),
            ("equivocal", Her2Word::Equivocal),
        ] {
            let record = read(&[(Field::Invasive, "yes"), (Field::Word, term)]);
            assert_eq!(
                each(&record, |result| result.word.map(|fact| fact.value)),
                [word],
                "{term}"
            );
        }
        for (term, status) in [
            ("positive", ReceptorStatus::Positive),
            ("negative", ReceptorStatus::Negative),
        ] {
            let record = read(&[
                (Field::Invasive, "yes"),
                (Field::Ihc, "1+"),
                (Field::Er, term),
                (Field::Pr, term),
            ]);
            let er = record.er.as_ref().map(|er| er.status);
            let pr = record.pr.as_ref().map(|pr| pr.status);
            assert_eq!((er, pr), (Some(status), Some(status)));
        }
    }

    #[test]
    fn that_it_is_not_invasive_is_read_so() {
        use jiff::civil::date;
        let status = |invasive| {
            let form = [(Field::Invasive, invasive), (Field::Ihc, "3+")];
            let form = NumbersForm {
                given: form
                    .iter()
                    .map(|(field, value)| (*field, (*value).to_owned()))
                    .collect(),
                ..NumbersForm::default()
            };
            let text = record(&form);
            let reading = crate::read("numbers", text.as_bytes());
            reading.decide(date(2026, 11, 22), None).finding().status()
        };
        assert_eq!(status("yes"), Some(crate::Her2Status::Positive));
        assert_ne!(status("no"), Some(crate::Her2Status::Positive));
    }
}
