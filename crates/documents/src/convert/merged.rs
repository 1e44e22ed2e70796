//! The results of a specimen as formats want them that have one place for each: one protein test, one gene test, one word.

use super::LeftOut;
use her2_case::{
    Assay, Context, Fact, Her2Result, Receptor, ReceptorResult, ReceptorStatus, Record, Span,
    Specimen,
};

/// One specimen, or one tumour of it that the record names.
pub(crate) struct Tested<'a> {
    /// The position of the specimen in the record.
    pub at: usize,
    pub specimen: &'a Specimen,
    /// The number of the tumour among those the record names in the specimen, from 1.
    pub named_tumor: Option<usize>,
    pub ihc: Option<Her2Result>,
    pub ish: Option<Her2Result>,
    /// A statement that names no test.
    pub unnamed: Option<Her2Result>,
    pub er: Option<&'a ReceptorResult>,
    pub pr: Option<&'a ReceptorResult>,
}

impl Tested<'_> {
    /// Whether nothing was found on it, or nothing that counts.
    pub fn says_nothing(&self) -> bool {
        let tests = self.ihc.is_some() || self.ish.is_some() || self.unnamed.is_some();
        let receptors = self.er.is_some() || self.pr.is_some() || self.specimen.ki67.is_some();
        !tests && !receptors
    }
}

/// The specimens of a record. What stands for none of them, or does not count, is left out and told.
pub(crate) fn tested<'a>(record: &'a Record, left_out: &mut LeftOut) -> Vec<Tested<'a>> {
    let mut all = Vec::new();
    for (at, specimen) in record.specimens.iter().enumerate() {
        let standing: Vec<&Her2Result> = specimen
            .her2
            .iter()
            .filter(|result| stands(result, left_out))
            .collect();
        let mut tumors: Vec<Option<Span>> = standing.iter().map(|result| result.tumor).collect();
        tumors.sort();
        tumors.dedup();
        if tumors.is_empty() {
            tumors.push(None);
        }
        for (number, tumor) in tumors.iter().enumerate() {
            let mut of = |assay: Assay| {
                let results = standing.iter().copied();
                let of_it = results.filter(|one| one.assay == assay && one.tumor == *tumor);
                merged(of_it, left_out)
            };
            let mut one = Tested {
                at,
                specimen,
                named_tumor: tumor.map(|_| number + 1),
                ihc: of(Assay::Ihc),
                ish: of(Assay::Ish),
                unnamed: of(Assay::Unspecified),
                er: None,
                pr: None,
            };
            if number == 0 {
                one.er = receptor(record, specimen, at, Receptor::Er, left_out);
                one.pr = receptor(record, specimen, at, Receptor::Pr, left_out);
            }
            all.push(one);
        }
    }
    all
}

/// Whether a result is one of this specimen that counts.
fn stands(result: &Her2Result, left_out: &mut LeftOut) -> bool {
    let reason = if result.superseded {
        "a HER2 result that a later part of the record replaces"
    } else if result.context == Context::Prior {
        "a HER2 result of an earlier specimen"
    } else if result.implied {
        "a HER2 result that is only implied"
    } else if result.assay == Assay::Rtpcr {
        "a HER2 score of an RNA test"
    } else {
        return true;
    };
    left_out.add(reason);
    false
}

/// One result of several of one test. Where two of them differ neither value is written: nobody can tell here which one holds.
fn merged<'a>(
    results: impl Iterator<Item = &'a Her2Result>,
    left_out: &mut LeftOut,
) -> Option<Her2Result> {
    let all: Vec<&Her2Result> = results.collect();
    let mut one = (*all.first()?).clone();
    if all.len() == 1 {
        return Some(one);
    }
    let mut agree = true;
    one.score = agreed(&all, |result| result.score, &mut agree);
    one.percent = agreed(&all, |result| result.percent, &mut agree);
    one.stain = agreed(&all, |result| result.stain, &mut agree);
    one.ratio = agreed(&all, |result| result.ratio, &mut agree);
    one.her2_copies = agreed(&all, |result| result.her2_copies, &mut agree);
    one.cep17_copies = agreed(&all, |result| result.cep17_copies, &mut agree);
    one.her2_total = agreed(&all, |result| result.her2_total, &mut agree);
    one.cep17_total = agreed(&all, |result| result.cep17_total, &mut agree);
    one.cells = agreed(&all, |result| result.cells, &mut agree);
    one.observers = agreed(&all, |result| result.observers, &mut agree);
    one.group = agreed(&all, |result| result.group, &mut agree);
    one.word = agreed(&all, |result| result.word, &mut agree);
    one.claimed_category = agreed(&all, |result| result.claimed_category, &mut agree);
    one.probe = all.iter().find_map(|result| result.probe);
    left_out.add_if(!agree, "HER2 values of one test that contradict each other");
    Some(one)
}

fn agreed<T: PartialEq + Copy>(
    all: &[&Her2Result],
    of: impl Fn(&Her2Result) -> Option<Fact<T>>,
    agree: &mut bool,
) -> Option<Fact<T>> {
    let mut given = all.iter().filter_map(|result| of(result));
    let first = given.next()?;
    if given.any(|other| other.value != first.value) {
        *agree = false;
        return None;
    }
    Some(first)
}

/// The receptor of a specimen; of the first one also the patient's, where no specimen has it.
fn receptor<'a>(
    record: &'a Record,
    specimen: &'a Specimen,
    at: usize,
    which: Receptor,
    left_out: &mut LeftOut,
) -> Option<&'a ReceptorResult> {
    let of_it = |result: &&ReceptorResult| result.receptor == which;
    let mut standing: Vec<&ReceptorResult> = specimen.receptors.iter().filter(of_it).collect();
    standing.retain(|result| {
        let counts = !result.superseded && result.context == Context::Current;
        left_out.add_if(
            !counts,
            "a receptor result that is replaced or of an earlier specimen",
        );
        counts
    });
    let anywhere = || {
        let specimens = record.specimens.iter();
        specimens
            .flat_map(|specimen| &specimen.receptors)
            .any(|result| result.receptor == which)
    };
    let differ = standing.windows(2).any(|pair| {
        (pair[0].status, pair[0].percent.map(|fact| fact.value))
            != (pair[1].status, pair[1].percent.map(|fact| fact.value))
    });
    if differ {
        left_out.add("receptor results that differ within a specimen");
        return None;
    }
    let of_patient = match which {
        Receptor::Er => record.er.as_ref(),
        Receptor::Pr => record.pr.as_ref(),
    };
    let is_result = |result: &&ReceptorResult| {
        !matches!(
            result.status,
            ReceptorStatus::Conflict | ReceptorStatus::NotReported
        )
    };
    let found = standing.last().copied();
    let first = at == 0 && !anywhere();
    found
        .or_else(|| of_patient.filter(|_| first))
        .filter(is_result)
}
