//! What a record says, in short words for a professional, and the units of numbers.

use crate::words::{Value, Words};
use her2_case::{Kind, Question};

impl Words {
    /// An answer of a record, by what it is an answer to: `stain`, `side`.
    pub fn recorded(&self, what: &str, answer: &str) -> String {
        self.get(&format!("record-{what}-{answer}"), &[])
            .unwrap_or_else(|| answer.replace('_', " "))
    }

    /// A value of a record with its name: `ratio 2.1`.
    pub fn recorded_value(&self, what: &str, value: &str) -> String {
        self.get(&format!("record-{what}"), &[("value", Value::Text(value))])
            .unwrap_or_else(|| value.to_owned())
    }

    /// A number with the unit of the question that it answers: `70 kg`, `50 %`.
    pub fn amount(&self, number: &str, question: Question, one: bool) -> String {
        let unit = self.unit(question, one);
        match unit.as_str() {
            "" => number.to_owned(),
            "%" => self.recorded_value("percent", number),
            _ => format!("{number} {unit}"),
        }
    }

    /// The unit of the number that answers a question, for one or for several; nothing where it has none.
    pub fn unit(&self, question: Question, one: bool) -> String {
        let Kind::Number { unit } = question.kind() else {
            return String::new();
        };
        let named = unit.replace(' ', "-");
        let single = || self.get(&format!("unit-one-{named}"), &[]);
        let several = || self.get(&format!("unit-many-{named}"), &[]);
        one.then(single)
            .flatten()
            .or_else(several)
            .unwrap_or_else(|| unit.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use crate::words::Words;
    use her2_case::{Her2Word, Histology, Kind, Probe, Question, ReceptorStatus, Stain, Term};

    #[test]
    fn k8_every_answer_of_a_record_has_words_in_every_language() {
        fn names<T: Term>() -> Vec<&'static str> {
            T::ALL.iter().map(|term| term.name()).collect()
        }
        let answers = [
            ("stain", names::<Stain>()),
            ("probe", names::<Probe>()),
            ("word", names::<Her2Word>()),
            ("receptor", names::<ReceptorStatus>()),
            ("histology", names::<Histology>()),
        ];
        for lang in her2_knowledge::languages() {
            let words = Words::of(lang).unwrap();
            for (what, names) in &answers {
                for name in names {
                    let key = format!("record-{what}-{name}");
                    assert!(words.has(&key), "{lang}: {key} is missing");
                }
            }
        }
    }

    #[test]
    fn a_number_stands_with_its_unit_as_the_language_writes_it() {
        for (lang, question, number, one, said) in [
            ("en", Question::Lvef, "50", false, "50 %"),
            ("es", Question::Lvef, "50", false, "50%"),
            ("en", Question::PositiveNodes, "1", true, "1 node"),
            ("es", Question::PositiveNodes, "1", true, "1 ganglio"),
            ("es", Question::Age, "70", false, "70 a\u{f1}os"),
            ("en", Question::Her2Cep17Ratio, "2.0", false, "2.0"),
        ] {
            let words = Words::of(lang).unwrap();
            assert_eq!(words.amount(number, question, one), said);
        }
    }

    #[test]
    fn k8_every_unit_that_is_a_word_has_words_in_every_language() {
        for lang in her2_knowledge::languages() {
            let words = Words::of(lang).unwrap();
            for question in Question::ALL {
                let Kind::Number { unit } = question.kind() else {
                    continue;
                };
                let symbol = matches!(unit, "" | "%" | "mm" | "kg" | "Gy" | "h" | "min");
                let key = format!("unit-many-{}", unit.replace(' ', "-"));
                assert!(symbol || words.has(&key), "{lang}: {key} is missing");
            }
        }
    }
}
