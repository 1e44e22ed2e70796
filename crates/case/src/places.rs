//! Every place of a record, so that all of them can be moved at once.

use crate::{Fact, Her2Result, Origin, Place, ReceptorResult, Record, Span};

fn of<T>(fact: &mut Option<Fact<T>>, to: &mut impl FnMut(&mut Origin)) {
    if let Some(fact) = fact {
        to(&mut fact.origin);
    }
}

impl Record {
    /// Hands every place of the record to `to`, the tumours that results are named after included.
    pub fn each_origin(&mut self, to: &mut impl FnMut(&mut Origin)) {
        for specimen in &mut self.specimens {
            specimen.label.iter_mut().for_each(&mut *to);
            for result in &mut specimen.her2 {
                of_result(result, to);
            }
            for result in &mut specimen.receptors {
                of_receptor(result, to);
            }
            of(&mut specimen.ki67, to);
        }
        for result in self.er.iter_mut().chain(&mut self.pr) {
            of_receptor(result, to);
        }
        self.her2_status.1.iter_mut().for_each(&mut *to);
        for remark in &mut self.remarks {
            to(&mut remark.origin);
        }
        for problem in &mut self.problems {
            problem.origin.iter_mut().for_each(&mut *to);
        }
        of(&mut self.site, to);
        of(&mut self.date, to);
        of(&mut self.stated_edition, to);
        let handling = &mut self.preanalytics;
        of(&mut handling.fixation_hours, to);
        of(&mut handling.ischaemia_minutes, to);
        of(&mut handling.formalin, to);
        of(&mut handling.decalcified, to);
        let tumor = &mut self.tumor;
        of(&mut tumor.grade, to);
        of(&mut tumor.histology, to);
        of(&mut tumor.size_mm, to);
        of(&mut tumor.nodes_positive, to);
        of(&mut tumor.nodes_examined, to);
        of(&mut tumor.t, to);
        of(&mut tumor.n, to);
        of(&mut tumor.m, to);
        of(&mut tumor.tnm_prefix, to);
        of(&mut tumor.laterality, to);
        of(&mut tumor.multiple, to);
        of(&mut tumor.lvi, to);
        of(&mut tumor.margins, to);
        of(&mut tumor.dcis, to);
        of(&mut tumor.treatment_effect, to);
        of(&mut tumor.metastatic_site, to);
        of(&mut tumor.invasive, to);
        of(&mut tumor.ki67, to);
    }

    /// Moves every range of the record's text, those of its paths included.
    pub fn relocate(&mut self, to: impl Fn(Span) -> Span) {
        self.each_origin(&mut |origin| {
            if let Place::Span(span) = &mut origin.place {
                *span = to(*span);
            }
        });
        self.paths.relocate(to);
    }

    /// Says that the record was read from the source at this position.
    pub fn set_source(&mut self, source: u16) {
        self.source = source;
        self.each_origin(&mut |origin| origin.record = source);
    }
}

fn of_receptor(result: &mut ReceptorResult, to: &mut impl FnMut(&mut Origin)) {
    to(&mut result.origin);
    of(&mut result.percent, to);
    of(&mut result.allred, to);
    of(&mut result.h_score, to);
}

fn of_result(result: &mut Her2Result, to: &mut impl FnMut(&mut Origin)) {
    to(&mut result.origin);
    of(&mut result.score, to);
    of(&mut result.percent, to);
    of(&mut result.stain, to);
    of(&mut result.ratio, to);
    of(&mut result.her2_copies, to);
    of(&mut result.cep17_copies, to);
    of(&mut result.her2_total, to);
    of(&mut result.cep17_total, to);
    of(&mut result.cells, to);
    of(&mut result.observers, to);
    of(&mut result.group, to);
    of(&mut result.word, to);
    of(&mut result.claimed_category, to);
    if let Some(tumor) = &mut result.tumor {
        let mut origin = Origin::span(*tumor);
        to(&mut origin);
        *tumor = origin.as_span().unwrap_or(*tumor);
    }
}
