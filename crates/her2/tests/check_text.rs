//! What a person sees who checks a report: the whole way from the text to the screen.

use her2_documents::diagnostics::{Checked, Shown, text};
use her2_documents::{Source, Words};
use her2_pathway::review::review;
use her2_pathway::testing::of_record;
use jiff::civil::date;

fn checked(report: &str) -> String {
    let record = her2_readers::read("report.txt", report.as_bytes());
    let finding = of_record(&record, date(2026, 11, 22), None);
    let shown: Vec<_> = review(&record, &finding).iter().map(Shown::of).collect();
    let checked = Checked {
        name: "report.txt",
        source: Source::from(report),
        shown: &shown,
    };
    text(
        &checked,
        Words::of("en").expect("English is compiled in"),
        106,
        false,
    )
}

#[test]
fn a_synoptic_report_whose_group_and_numbers_disagree() {
    let report = "\
FINAL DIAGNOSIS
Left breast, 2 o'clock, core biopsy: Invasive ductal carcinoma, Nottingham grade 2.

Biomarkers (block A1)
Estrogen receptor: Positive (95%)
HER2 (by immunohistochemistry): Equivocal (Score 2+)
HER2 (by in situ hybridization, dual probe): Negative (not amplified), Group 5
  Average HER2 signals per cell: 4.4
  Average CEP17 signals per cell: 2.8
  HER2/CEP17 ratio: 1.6
  Number of invasive cells counted: 18
  Number of observers: 2
Fixation time: 24 hours. Cold ischemia time: 10 minutes.
";
    insta::assert_snapshot!(checked(report), @r"
    error[ish-group-numbers-conflict]: Stated ISH group and printed numbers disagree
      --> report.txt:7:72
       |
     7 | HER2 (by in situ hybridization, dual probe): Negative (not amplified), Group 5
       |                                                                        ^^^^^^^ said 5
       |
      ::: 
    10 |   HER2/CEP17 ratio: 1.6
       |                     ---
       |
      ::: 
     8 |   Average HER2 signals per cell: 4.4
       |                                  ---
       |
       = why: The group follows from ratio and copy number and from nothing else.
       = do: Check the numbers against the counting sheet and correct the group or the numbers.
       = source: ASCO/CAP 2018. Figure 3: dual probe

    error[ish-fewer-than-20-cells]: ISH counted in fewer than 20 cells
      --> report.txt:11:37
       |
    11 |   Number of invasive cells counted: 18
       |                                     ^^ too few
       |
       = why: Ratio and copy number are averages, and an average of a few cells swings with each of
              them.
       = do: Count more cells, choose another block, or repeat the test; if that cannot be done, report
             the result as indeterminate and say why.
       = source: ASCO/CAP 2018. When a test is rejected
    ");
}

#[test]
fn a_report_on_one_line_whose_score_and_word_disagree() {
    let report = "BREAST, RIGHT, MASTECTOMY: INFILTRATING DUCTAL CARCINOMA, POORLY DIFFERENTIATED, 2.1 CM. \
        MARGINS NEGATIVE FOR TUMOR. ESTROGEN RECEPTOR: NEGATIVE. PROGESTERONE RECEPTOR: NEGATIVE. - HER-2/NEU BY \
        IMMUNOHISTOCHEMISTRY: POSITIVE (1+). FIBROCYSTIC CHANGES AND SCLEROSING ADENOSIS IN THE REMAINING TISSUE. \
        FIXED IN FORMALIN FOR 24 HOURS. COLD ISCHEMIA TIME: 10 MINUTES. TWELVE LYMPH NODES NEGATIVE FOR TUMOR (0/12).";
    insta::assert_snapshot!(checked(report), @r"
    error[score-word-conflict]: IHC score and signed word contradict each other
     --> report.txt:1:227
      |
    1 | … - HER-2/NEU BY IMMUNOHISTOCHEMISTRY: POSITIVE (1+). FIBROCYSTIC CHANGES AND SCLEROSING ADENOSIS …
      |                                        --------  ^^ negative score
      |
      = why: Each score has one word: 0 and 1+ are negative, 2+ is equivocal, 3+ is positive.
      = do: Look at the slide again and issue an amended report in which score and word agree.
      = source: ASCO/CAP 2018. Figure 1: immunohistochemistry
    ");
}

#[test]
fn nothing_is_said_of_a_report_in_order_or_of_another_organ() {
    let in_order = "\
Left breast, core biopsy: Invasive ductal carcinoma, Nottingham grade 3.
Estrogen receptor: Negative (0%). Progesterone receptor: Negative (0%).
HER2 (by immunohistochemistry): Positive (Score 3+), intense complete membrane staining in 90% of tumor cells.
Fixation time: 24 hours. Cold ischemia time: 10 minutes. Fixative: 10% neutral buffered formalin.
";
    assert_eq!(checked(in_order), "");
    let stomach = "Stomach, biopsy: Gastric adenocarcinoma, intestinal type. HER2 by immunohistochemistry: equivocal (2+).";
    assert_eq!(checked(stomach), "");
}
