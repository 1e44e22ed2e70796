# Comments a report should carry, in this project's own words. `comment-*` names the topic, `text-*` can be put in a report.

comment-C_G2 = Comment for ISH group 2
text-C_G2 =
    The ratio is at or above the cut-off while the HER2 copy number is below 4.0 per cell.
    Few data show whether such tumors respond to HER2-directed treatment; the small group in the first adjuvant trials showed no clear gain and was too small to settle it.
    ISH was therefore completed by IHC on the same tissue, and without a score of 3+ the specimen is reported as HER2-negative.
comment-C_G3 = Comment for ISH group 3
text-C_G3 =
    The HER2 copy number is 6.0 or more per cell while the ratio is below 2.0.
    Without protein overexpression there are not enough data on HER2-directed treatment, because such patients could not enter the first adjuvant trials.
    With an IHC score of 0 or 1+ on the same tissue the specimen is reported as HER2-negative.
comment-C_G4 = Comment for ISH group 4
text-C_G4 =
    The HER2 copy number is at least 4.0 and below 6.0 per cell while the ratio is below 2.0.
    It is not certain that HER2-directed treatment helps such patients unless IHC is 3+.
    Close to the cut-off a repeat can come out the other way by chance alone, so without a score of 3+ the specimen is reported as HER2-negative and is not tested again.
comment-C_2023_FOOTNOTE = Footnote on low HER2 expression (2023 affirmation)
text-C_2023_FOOTNOTE =
    HER2-negative (0, 1+, or 2+ without amplification) means that neither overexpression nor amplification was found; some HER2 protein may still be present.
    The semi-quantitative score is part of the result: with 1+, or 2+ without amplification, an antibody-drug conjugate directed at HER2 can be an option in metastatic disease.
    Since January 2025 the United States label also covers score 0 with faint membrane staining (ultralow) in hormone receptor-positive metastatic disease.
comment-C_INDETERMINATE_REASON = Reason for an indeterminate result
text-C_INDETERMINATE_REASON = HER2 could not be determined for a technical reason. State the reason, and ask for another specimen.
comment-C_HETEROGENEITY = Comment on heterogeneity
text-C_HETEROGENEITY = Tumor cells with more HER2 than the rest were seen. State their share and report both populations; consider testing more of the tumor.
comment-C_PREANALYTIC = Comment on tissue handling
text-C_PREANALYTIC = Fixation or time to fixation was outside the limits of the guideline, or is not known. State the deviation; a negative result deserves confirmation.
