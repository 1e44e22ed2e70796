//! What may be written as a result of the patient's invasive cancer.
//!
//! Most formats have no place for "of an earlier specimen" or "of carcinoma in situ" that every reader would look at. A result written there
//! would come back as the current one, so it is left out, and that is said.

use her2_case::{Context, Record};

/// What was left out, each with how often: names of facts, never values.
type LeftOutList = Vec<(&'static str, u32)>;

/// The records without results of earlier specimens and of carcinoma in situ alone, and what was left out; nothing if that is nothing.
pub fn only_current(records: &[Record]) -> Option<(Vec<Record>, LeftOutList)> {
    let (mut prior, mut in_situ) = (0, 0);
    let mut kept = records.to_vec();
    for record in &mut kept {
        let is_in_situ = record
            .tumor
            .invasive
            .is_some_and(|invasive| !invasive.value);
        for specimen in &mut record.specimens {
            specimen.her2.retain(|result| {
                let earlier = result.context == Context::Prior;
                prior += u32::from(earlier);
                in_situ += u32::from(is_in_situ && !earlier);
                !earlier && !is_in_situ
            });
            specimen
                .receptors
                .retain(|result| result.context == Context::Current);
        }
    }
    let left_out = [
        ("HER2 of a carcinoma in situ", in_situ),
        ("HER2 of an earlier specimen", prior),
    ];
    let left_out: Vec<_> = left_out
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .collect();
    (!left_out.is_empty()).then_some((kept, left_out))
}
