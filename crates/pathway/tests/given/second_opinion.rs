//! The 2018 matrix a second time, written from the text of the guideline and not from the pages: plain code over hundredths.
//! It shares nothing with the tables it checks.

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ihc {
    None,
    Rejected,
    Zero,
    ZeroOrOne,
    One,
    Two,
    Three,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ish {
    None,
    Rejected,
    TooFewCells,
    /// Ratio and copies in hundredths.
    Dual(u32, u32),
    Single(u32),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recount {
    pub ratio: u32,
    pub copies: u32,
    pub cells: u32,
    pub blinded: bool,
    pub other_observer: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    pub ihc: Ihc,
    pub ish: Ish,
    pub same_tissue: bool,
    pub recount: Option<Recount>,
    pub adjudicated: Option<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    pub status: &'static str,
    pub category: &'static str,
    pub group: Option<u8>,
    pub pending: &'static str,
    pub actions: Vec<&'static str>,
    pub comments: Vec<&'static str>,
    pub flags: Vec<&'static str>,
}

pub fn group(ratio: u32, copies: u32) -> u8 {
    if ratio >= 200 {
        if copies >= 400 { 1 } else { 2 }
    } else if copies >= 600 {
        3
    } else if copies >= 400 {
        4
    } else {
        5
    }
}

pub fn opinion(case: &Case) -> Opinion {
    let low = matches!(case.ihc, Ihc::Zero | Ihc::ZeroOrOne | Ihc::One);
    let mut says = Opinion {
        status: "",
        category: "",
        group: None,
        pending: "",
        actions: vec![],
        comments: vec![],
        flags: vec![],
    };
    match case.ish {
        Ish::None => without_ish(case.ihc, low, &mut says),
        Ish::Rejected | Ish::TooFewCells => with_rejected_ish(case.ihc, low, &mut says),
        Ish::Single(copies) => single(case, copies, low, &mut says),
        Ish::Dual(ratio, copies) => dual(case, group(ratio, copies), low, &mut says),
    }
    if case.ihc == Ihc::Rejected {
        says.flags.push("IHC_REJECTED");
    }
    categorize(case.ihc, &mut says);
    says.actions.sort_unstable();
    says.comments.sort_unstable();
    says.flags.sort_unstable();
    says
}

fn without_ish(ihc: Ihc, low: bool, says: &mut Opinion) {
    match ihc {
        Ihc::None => {
            says.status = "PENDING";
            says.pending = "IHC_OR_DUAL_PROBE";
            says.actions
                .push("PERFORM_IHC_SAME_TISSUE_AND_OR_DUAL_PROBE");
        }
        Ihc::Rejected => indeterminate(says),
        Ihc::Two => {
            says.status = "EQUIVOCAL";
            says.pending = "ISH";
            says.actions.push("REFLEX_ISH_SAME_SPECIMEN_OR_NEW_TEST");
        }
        _ => says.status = if low { "NEGATIVE" } else { "POSITIVE" },
    }
}

fn with_rejected_ish(ihc: Ihc, low: bool, says: &mut Opinion) {
    says.flags.push("ISH_REJECTED");
    match ihc {
        Ihc::None | Ihc::Rejected => indeterminate(says),
        Ihc::Two => {
            says.status = "EQUIVOCAL";
            says.pending = "ISH";
            says.actions.push("REPEAT_ISH_OR_NEW_SPECIMEN");
        }
        _ => {
            says.status = if low { "NEGATIVE" } else { "POSITIVE" };
            says.actions.push("ISH_REPEAT_OPTIONAL");
        }
    }
}

fn indeterminate(says: &mut Opinion) {
    says.status = "INDETERMINATE";
    says.actions.push("REPEAT_TEST_OR_NEW_SPECIMEN");
    says.comments.push("C_INDETERMINATE_REASON");
}

fn discordant(says: &mut Opinion) {
    says.flags.push("IHC_ISH_DISCORDANT");
    says.actions.push("REVIEW_DISCORDANCE");
}

fn single(case: &Case, copies: u32, low: bool, says: &mut Opinion) {
    if copies >= 600 {
        says.status = "POSITIVE";
        if low {
            discordant(says);
            says.actions.push("DUAL_PROBE_ISH");
        }
    } else if copies < 400 {
        says.status = "NEGATIVE";
        if case.ihc == Ihc::Three {
            says.status = "POSITIVE";
            discordant(says);
        }
    } else if matches!(case.ihc, Ihc::None | Ihc::Rejected) || !case.same_tissue {
        says.status = "PENDING";
        says.pending = "IHC_OR_DUAL_PROBE";
        says.actions
            .push("PERFORM_IHC_SAME_TISSUE_AND_OR_DUAL_PROBE");
    } else if case.ihc == Ihc::Two {
        says.status = "EQUIVOCAL";
        says.pending = "DUAL_PROBE_ISH";
        says.actions.push("DUAL_PROBE_ISH");
    } else {
        says.status = if low { "NEGATIVE" } else { "POSITIVE" };
    }
}

fn dual(case: &Case, group: u8, low: bool, says: &mut Opinion) {
    says.group = Some(group);
    match group {
        1 => {
            says.status = "POSITIVE";
            if low {
                discordant(says);
            }
        }
        5 => {
            says.status = "NEGATIVE";
            if case.ihc == Ihc::Three {
                says.status = "POSITIVE";
                discordant(says);
            }
        }
        _ => workup(case, group, low, says),
    }
}

fn workup(case: &Case, group: u8, low: bool, says: &mut Opinion) {
    let comment = ["C_G2", "C_G3", "C_G4"][usize::from(group) - 2];
    if matches!(case.ihc, Ihc::None | Ihc::Rejected) || !case.same_tissue {
        says.status = "PENDING";
        says.pending = "IHC";
        says.actions.push("PERFORM_IHC_SAME_TISSUE");
    } else if low {
        says.status = "NEGATIVE";
        says.comments.push(comment);
    } else if case.ihc == Ihc::Three {
        says.status = "POSITIVE";
    } else {
        recounted(case, group, comment, says);
    }
}

fn recounted(case: &Case, first: u8, comment: &'static str, says: &mut Opinion) {
    let valid = |again: &Recount| again.cells >= 20 && again.blinded && again.other_observer;
    match case.recount {
        Some(again) if valid(&again) => {
            let second = group(again.ratio, again.copies);
            if second == first {
                final_group(first, comment, says);
            } else {
                says.flags
                    .push(CHANGED[usize::from(first) - 2][usize::from(second) - 1]);
                if let Some(settled) = case.adjudicated {
                    says.group = Some(settled);
                    let comment = match settled {
                        2 => "C_G2",
                        4 => "C_G4",
                        _ => "",
                    };
                    final_group(settled, comment, says);
                } else {
                    says.status = "PENDING";
                    says.pending = "ADJUDICATION";
                    says.actions.push("ADJUDICATE_INTERNAL");
                }
            }
        }
        again => {
            says.status = "PENDING";
            says.pending = "RECOUNT";
            says.actions.push("SECOND_OBSERVER_RECOUNT_GE20");
            if again.is_some() {
                says.flags.push("RECOUNT_INVALID");
            }
        }
    }
}

const CHANGED: [[&str; 5]; 3] = [
    ["2_TO_1", "2_TO_2", "2_TO_3", "2_TO_4", "2_TO_5"],
    ["3_TO_1", "3_TO_2", "3_TO_3", "3_TO_4", "3_TO_5"],
    ["4_TO_1", "4_TO_2", "4_TO_3", "4_TO_4", "4_TO_5"],
];

/// With a score of 2+.
fn final_group(group: u8, comment: &'static str, says: &mut Opinion) {
    if matches!(group, 1 | 3) {
        says.status = "POSITIVE";
    } else {
        says.status = "NEGATIVE";
        if !comment.is_empty() {
            says.comments.push(comment);
        }
    }
}

fn categorize(ihc: Ihc, says: &mut Opinion) {
    says.category = match says.status {
        "POSITIVE" => "HER2_POSITIVE",
        "NEGATIVE" => {
            if !matches!(ihc, Ihc::None | Ihc::Rejected) {
                says.comments.push("C_2023_FOOTNOTE");
            }
            match ihc {
                Ihc::Zero => "HER2_ZERO_UNSPECIFIED",
                Ihc::ZeroOrOne => {
                    says.actions.push("SLIDE_REVIEW_TO_SEPARATE_0_1PLUS");
                    "UNRESOLVED_0_VS_1PLUS"
                }
                Ihc::One | Ihc::Two => "HER2_LOW",
                Ihc::None | Ihc::Rejected => {
                    says.actions.push("IHC_NEEDED_FOR_LOW_ULTRALOW");
                    "UNDETERMINED_NO_IHC"
                }
                Ihc::Three => panic!("a valid 3+ is never negative"),
            }
        }
        _ => "UNDETERMINED",
    };
}
