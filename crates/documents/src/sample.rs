//! Invented reports with what was read from them, one for each kind of page. For tests only.

use her2_case::*;

/// An invented report and the record of it.
pub(crate) struct Sample {
    pub name: &'static str,
    pub text: &'static str,
    pub record: Record,
}

/// Builds a record from words of its text.
pub(crate) struct Builder {
    text: &'static str,
    record: Record,
}

pub(crate) fn sample(
    name: &'static str,
    text: &'static str,
    build: impl FnOnce(&mut Builder),
) -> Sample {
    let mut builder = Builder {
        text,
        record: Record::empty(format!("{name}.txt"), RecordKind::Report),
    };
    build(&mut builder);
    Sample {
        name,
        text,
        record: builder.record,
    }
}

impl Builder {
    pub fn at(&self, words: &str) -> Origin {
        let start = self
            .text
            .find(words)
            .expect("the words stand in the report");
        Origin::span(Span::new(start, start + words.len()))
    }

    pub fn fact<T>(&self, value: T, words: &str) -> Fact<T> {
        Fact::new(value, self.at(words))
    }

    pub fn number(&self, words: &str) -> Fact<Amount> {
        let amount = match words.strip_prefix('<') {
            Some(rest) => Amount::Below(rest.trim().parse().expect("a number")),
            None => Amount::Exactly(words.parse().expect("a number")),
        };
        self.fact(amount, words)
    }

    pub fn specimen(&mut self, label: &str, procedure: Procedure) -> &mut Self {
        let label = Some(self.at(label));
        self.record.specimens.push(Specimen {
            label,
            side: None,
            procedure: Some(procedure),
            date: None,
            her2: Vec::new(),
            receptors: Vec::new(),
            ki67: None,
            ..Specimen::default()
        });
        self
    }

    /// A HER2 result said with these words.
    pub fn her2(
        &mut self,
        assay: Assay,
        words: &str,
        fill: impl FnOnce(&Self, &mut Her2Result),
    ) -> &mut Self {
        let mut result = Her2Result::empty(assay, self.at(words));
        fill(self, &mut result);
        if self.record.specimens.is_empty() {
            self.record.specimens.push(Specimen {
                label: None,
                side: None,
                procedure: None,
                date: None,
                her2: Vec::new(),
                receptors: Vec::new(),
                ki67: None,
                ..Specimen::default()
            });
        }
        let specimen = self.record.specimens.last_mut().expect("just made");
        specimen.her2.push(result);
        self
    }

    pub fn score(
        &mut self,
        words: &str,
        low: IhcScore,
        high: IhcScore,
        printed: &str,
    ) -> &mut Self {
        self.her2(Assay::Ihc, words, |b, result| {
            let reading = ScoreReading {
                low,
                high,
                zero_plus: false,
            };
            result.score = Some(b.fact(reading, printed));
        })
    }

    pub fn ratio(&mut self, words: &str, ratio: &str, copies: &str) -> &mut Self {
        self.her2(Assay::Ish, words, |b, result| {
            result.probe = Some(Probe::Dual);
            result.ratio = Some(b.number(ratio));
            result.her2_copies = Some(b.number(copies));
        })
    }

    pub fn word(&mut self, assay: Assay, words: &str, word: Her2Word) -> &mut Self {
        self.her2(assay, words, |b, result| {
            result.word = Some(b.fact(word, words));
        })
    }

    pub fn status(&mut self, status: RecordStatus, words: &str) -> &mut Self {
        self.record.her2_status = (status, Some(self.at(words)));
        self
    }

    pub fn breast(&mut self, words: &str) -> &mut Self {
        self.record.site = Some(self.fact(Site::Breast, words));
        self
    }

    pub fn receptor(
        &mut self,
        receptor: Receptor,
        words: &str,
        status: ReceptorStatus,
        percent: Option<&str>,
    ) -> &mut Self {
        let result = ReceptorResult {
            receptor,
            status,
            percent: percent.map(|words| self.number(words)),
            allred: None,
            h_score: None,
            context: Context::Current,
            superseded: false,
            origin: self.at(words),
        };
        match receptor {
            Receptor::Er => self.record.er = Some(result),
            Receptor::Pr => self.record.pr = Some(result),
        }
        self
    }

    pub fn problem(&mut self, code: &'static str, severity: Severity, message: &str) -> &mut Self {
        self.record.problems.push(Problem {
            code,
            severity,
            message: message.to_owned(),
            origin: None,
        });
        self
    }

    pub fn record(&mut self) -> &mut Record {
        &mut self.record
    }
}
