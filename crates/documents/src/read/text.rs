//! The facts of a record as lines for people: what, its value, and the words it was read from.

use crate::Source;
use her2_case::{
    Context, Fact, Her2Result, Laterality, Margin, Origin, Presence, Procedure, ReceptorResult,
    Record, Span, Term,
};
use std::fmt::{Display, Write};

const QUOTE_WIDTH: usize = 72;
const NAME_WIDTH: usize = 18;
const VALUE_WIDTH: usize = 22;

/// The facts of a record, one a line, each with the line of the record and the words it was read from.
pub fn read_text(record: &Record, source: Source<'_>) -> String {
    let mut lines = Lines {
        out: String::new(),
        source,
    };
    lines.heading(&shown(&record.name));
    let (status, origin) = record.her2_status;
    lines.row("HER2, as stated", status.name(), origin);
    lines.fact("date", record.date.as_ref());
    lines.fact("edition stated", record.stated_edition.as_ref());
    for (index, specimen) in record.specimens.iter().enumerate() {
        lines.specimen_heading(index, specimen.label, specimen.procedure, specimen.side);
        for result in &specimen.her2 {
            lines.her2(result);
        }
    }
    lines.heading("Other findings");
    lines.receptor("ER", record.er.as_ref());
    lines.receptor("PR", record.pr.as_ref());
    lines.tumor(record);
    lines.handling(record);
    for remark in &record.remarks {
        let words = remark.value.name().replace('-', " ");
        lines.row("remark", &words, Some(remark.origin));
    }
    if !record.problems.is_empty() {
        lines.heading("Odd in this record");
        for problem in &record.problems {
            let what = format!("{} [{}]", problem.severity.name(), problem.code);
            lines.row(&what, "", problem.origin);
            let _ = writeln!(lines.out, "    {}", shown(&problem.message));
        }
    }
    lines.out
}

struct Lines<'a> {
    out: String,
    source: Source<'a>,
}

impl Lines<'_> {
    fn heading(&mut self, words: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let _ = writeln!(self.out, "{words}");
    }

    fn specimen_heading(
        &mut self,
        index: usize,
        label: Option<Origin>,
        procedure: Option<Procedure>,
        side: Option<Laterality>,
    ) {
        let mut words = format!("Specimen {}", index + 1);
        let label = label.and_then(|origin| self.source.quote_of(origin));
        let parts = [
            label.map(|words| shown(&words)),
            side.map(|side| side.name().to_owned()),
            procedure.map(|procedure| procedure.name().replace('_', " ")),
        ];
        for part in parts.into_iter().flatten() {
            let _ = write!(words, ", {part}");
        }
        self.heading(&words);
    }

    /// One fact: its name, its value, and where it was read; below it, if the value is long.
    fn row(&mut self, name: &str, value: &str, origin: Option<Origin>) {
        let line = format!("  {name:<NAME_WIDTH$} {value:<VALUE_WIDTH$}");
        let Some(span) = origin.and_then(Origin::as_span) else {
            let _ = writeln!(self.out, "{}", line.trim_end());
            return;
        };
        let quote = cut(&shown(&self.source.quote(span)));
        let place = match self.source.path(span) {
            Some(path) => format!("{path}: "),
            None if self.source.has_lines() && !self.source.is_named() => {
                format!("line {}: ", self.source.line_number(span))
            }
            None => String::new(),
        };
        let below = value.chars().count() > VALUE_WIDTH;
        let gap = if below {
            format!("\n  {:NAME_WIDTH$} ", "")
        } else {
            " ".to_owned()
        };
        let _ = writeln!(
            self.out,
            "{}{gap}{place}\"{quote}\"",
            if below { line.trim_end() } else { &line }
        );
    }

    fn fact<T: Display>(&mut self, name: &str, fact: Option<&Fact<T>>) {
        self.named(name, fact, ToString::to_string);
    }

    fn named<T>(&mut self, name: &str, fact: Option<&Fact<T>>, show: impl FnOnce(&T) -> String) {
        if let Some(fact) = fact {
            self.row(name, &show(&fact.value), Some(fact.origin));
        }
    }

    fn her2(&mut self, result: &Her2Result) {
        let mut values = Vec::new();
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                values.push(format!("{name}{value}"));
            }
        };
        add(
            "",
            result.word.map(|word| word.value.name().replace('_', " ")),
        );
        add("score ", result.score.map(|score| score.value.to_string()));
        add(
            "",
            result.percent.map(|percent| format!("{} %", percent.value)),
        );
        add(
            "",
            result
                .stain
                .map(|stain| stain.value.name().replace('_', " ")),
        );
        add("ratio ", result.ratio.map(|ratio| ratio.value.to_string()));
        add(
            "HER2 per cell ",
            result.her2_copies.map(|n| n.value.to_string()),
        );
        add(
            "CEP17 per cell ",
            result.cep17_copies.map(|n| n.value.to_string()),
        );
        add(
            "HER2 total ",
            result.her2_total.map(|n| n.value.to_string()),
        );
        add(
            "CEP17 total ",
            result.cep17_total.map(|n| n.value.to_string()),
        );
        add("cells ", result.cells.map(|n| n.value.to_string()));
        add("observers ", result.observers.map(|n| n.value.to_string()));
        add(
            "group ",
            result.group.map(|group| group.value.name().to_owned()),
        );
        add(
            "named ",
            result.claimed_category.map(|c| c.value.name().to_owned()),
        );
        add("probe ", result.probe.map(|probe| probe.name().to_owned()));
        add(
            "tumor: ",
            result.tumor.map(|span| shown(&self.source.quote(span))),
        );
        let marks = [
            (result.context == Context::Prior, "earlier specimen"),
            (result.superseded, "replaced later in the report"),
            (result.implied, "implied only"),
        ];
        values.extend(
            marks
                .into_iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, words)| format!("({words})")),
        );
        let name = format!("HER2 {}", result.assay.name());
        self.row(&name, &values.join(", "), Some(result.origin));
    }

    fn receptor(&mut self, name: &str, result: Option<&ReceptorResult>) {
        let Some(result) = result else {
            return self.row(name, "not reported", None);
        };
        let mut value = result.status.name().replace('_', " ");
        if let Some(percent) = result.percent {
            let _ = write!(value, ", {} %", percent.value);
        }
        if let Some(total) = result.allred {
            let _ = write!(value, ", Allred {}", total.value);
        }
        if let Some(score) = result.h_score {
            let _ = write!(value, ", H-score {}", score.value);
        }
        self.row(name, &value, Some(result.origin));
    }

    fn tumor(&mut self, record: &Record) {
        let tumor = &record.tumor;
        let seen = |presence: &Presence| presence.name().to_owned();
        self.fact("Ki-67 (%)", tumor.ki67.as_ref());
        self.named("grade", tumor.grade.as_ref(), |grade| {
            grade.name().to_owned()
        });
        self.named("histology", tumor.histology.as_ref(), |type_| {
            type_.name().replace('_', " ")
        });
        self.fact("size (mm)", tumor.size_mm.as_ref());
        self.fact("nodes positive", tumor.nodes_positive.as_ref());
        self.fact("nodes examined", tumor.nodes_examined.as_ref());
        let prefix = tumor
            .tnm_prefix
            .as_ref()
            .map_or("", |prefix| prefix.value.name());
        for category in [&tumor.t, &tumor.n, &tumor.m] {
            self.named("stage", category.as_ref(), |category| {
                format!("{prefix}{category}")
            });
        }
        self.named("side", tumor.laterality.as_ref(), |side| {
            side.name().to_owned()
        });
        self.named("several tumors", tumor.multiple.as_ref(), yes_no);
        self.named("invasive", tumor.invasive.as_ref(), yes_no);
        self.named("vessel invasion", tumor.lvi.as_ref(), seen);
        self.named("margins", tumor.margins.as_ref(), |margin| {
            Margin::name(*margin).to_owned()
        });
        self.named("DCIS", tumor.dcis.as_ref(), seen);
        self.named("treatment effect", tumor.treatment_effect.as_ref(), seen);
        self.named("metastasis in", tumor.metastatic_site.as_ref(), |site| {
            site.name().replace('_', " ")
        });
    }

    fn handling(&mut self, record: &Record) {
        let handling = &record.preanalytics;
        self.fact("fixation (h)", handling.fixation_hours.as_ref());
        self.fact("to fixative (min)", handling.ischaemia_minutes.as_ref());
        self.named("formalin", handling.formalin.as_ref(), yes_no);
        self.named("decalcified", handling.decalcified.as_ref(), yes_no);
    }
}

fn yes_no(yes: &bool) -> String {
    if *yes { "yes" } else { "no" }.to_owned()
}

/// One line of printable words: white space is one space, other control characters are left out.
pub(crate) fn shown(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().filter(|c| !c.is_control()).collect()
}

fn cut(words: &str) -> String {
    if words.chars().count() <= QUOTE_WIDTH {
        return words.to_owned();
    }
    words
        .chars()
        .take(QUOTE_WIDTH - 3)
        .chain("...".chars())
        .collect()
}

impl Source<'_> {
    /// Whether there is more than one line.
    pub fn has_lines(self) -> bool {
        let text = self.bytes().trim_ascii();
        text.contains(&b'\n')
    }

    /// The number of the line a range starts on, from 1.
    pub fn line_number(self, span: Span) -> usize {
        let before = span.range().start.min(self.bytes().len());
        1 + self.bytes()[..before]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
    }
}
