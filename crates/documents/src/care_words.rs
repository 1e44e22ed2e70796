//! The words of the questions and terms of care.

use crate::words::Words;
use her2_case::Question;
use her2_knowledge::Regimen;

impl Words {
    /// The name of a regimen with its abbreviation.
    pub fn regimen(&self, regimen: &Regimen) -> String {
        let name = self.said(regimen.name);
        match regimen.abbreviation {
            Some(short) => format!("{name} ({})", self.said(short)),
            None => name.to_owned(),
        }
    }

    /// The short name of a question; its name in pages where there are no words.
    pub fn question(&self, question: Question) -> String {
        let name = question.name();
        self.get(&format!("question-{name}"), &[])
            .unwrap_or_else(|| name.to_owned())
    }

    /// The question as it is put to somebody.
    pub fn ask(&self, question: Question) -> Option<String> {
        self.get(&format!("question-{}.ask", question.name()), &[])
    }

    /// What counts for the answer.
    pub fn help(&self, question: Question) -> Option<String> {
        self.get(&format!("question-{}.help", question.name()), &[])
    }

    /// An answer to a question; the term itself where there are no words.
    pub fn term(&self, question: Question, term: &str) -> String {
        self.get(&format!("term-{}-{term}", question.name()), &[])
            .or_else(|| self.get(&format!("term-{term}"), &[]))
            .unwrap_or_else(|| term.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use crate::words::Words;
    use her2_case::{Kind, Question};

    /// The questions of care: those from the setting on, and the HER2 result.
    fn questions() -> Vec<Question> {
        let first = Question::ALL
            .iter()
            .position(|question| *question == Question::Setting)
            .unwrap();
        let mut questions = Question::ALL[first..].to_vec();
        questions.push(Question::Her2Category);
        questions
    }

    #[test]
    fn k8_every_question_and_term_of_care_has_words_in_every_language() {
        assert!(questions().len() > 60);
        for lang in her2_knowledge::languages() {
            let words = Words::of(lang).unwrap();
            for question in questions() {
                let name = question.name();
                assert!(
                    words.has(&format!("question-{name}")),
                    "{lang}: question-{name} is missing"
                );
                assert!(words.ask(question).is_some(), "{lang}: {name} is not asked");
                assert!(words.help(question).is_some(), "{lang}: {name} has no help");
                let Kind::Terms(terms) = question.kind() else {
                    continue;
                };
                for term in terms.iter().filter(|term| !matches!(**term, "yes" | "no")) {
                    assert!(
                        words.has(&format!("term-{name}-{term}")),
                        "{lang}: term-{name}-{term} is missing"
                    );
                }
            }
            assert!(words.has("term-yes") && words.has("term-no"));
        }
    }
}
