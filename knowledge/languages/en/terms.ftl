# Terms of findings, as a clinician reads them. Every term of the vocabulary has its words here.

status-POSITIVE = HER2-positive
status-NEGATIVE = HER2-negative
status-EQUIVOCAL = HER2 equivocal
status-PENDING = Pending
status-INDETERMINATE = Indeterminate
status-NOT_APPLICABLE = Not applicable
status-open = Not decided: { $possible }

category-HER2_POSITIVE = HER2-positive
category-HER2_LOW = HER2-low (1+, or 2+ without amplification)
category-HER2_ULTRALOW = HER2-ultralow (0 with faint incomplete staining)
category-HER2_NULL = HER2-null (0 without any staining)
category-HER2_ZERO_UNSPECIFIED = Score 0, staining detail not given
category-UNRESOLVED_0_VS_1PLUS = 0 or 1+, not told apart
category-UNDETERMINED = Not determined
category-UNDETERMINED_NO_IHC = Not determined: no IHC score
category-NOT_APPLICABLE = Not applicable

group-1 = 1
group-2 = 2
group-3 = 3
group-4 = 4
group-5 = 5

awaited-ISH = ISH on the same specimen
awaited-IHC = IHC on the tissue used for ISH
awaited-RECOUNT = Blinded recount by a second observer
awaited-ADJUDICATION = Settlement of two counts that differ
awaited-DUAL_PROBE_ISH = Dual-probe ISH
awaited-IHC_OR_DUAL_PROBE = IHC on the same tissue, dual-probe ISH, or both
awaited-NUMERIC_CLARIFICATION = Numbers that agree with each other

who-ISH = Pathology laboratory
who-IHC = Pathology laboratory
who-RECOUNT = Pathology laboratory, second observer
who-ADJUDICATION = Pathology laboratory, by its own procedure
who-DUAL_PROBE_ISH = Pathology laboratory
who-IHC_OR_DUAL_PROBE = Pathology laboratory
who-NUMERIC_CLARIFICATION = Laboratory that signed the ISH

action-REFLEX_ISH_SAME_SPECIMEN_OR_NEW_TEST = Reflex ISH on the same specimen, or order a new IHC or ISH test, on a new specimen if there is one.
action-PERFORM_IHC_SAME_TISSUE = Stain sections of the tissue used for ISH by IHC, and read both slides together.
action-SECOND_OBSERVER_RECOUNT_GE20 = Have a second observer, blinded to the first result, count at least 20 cells, the area of 2+ staining among them.
action-ADJUDICATE_INTERNAL = Settle the final category by the laboratory's own procedure.
action-DUAL_PROBE_ISH = Test with a dual probe; it gives the final result.
action-PERFORM_IHC_SAME_TISSUE_AND_OR_DUAL_PROBE = Stain the same tissue by IHC, test with a dual probe, or both.
action-REPEAT_ISH_OR_NEW_SPECIMEN = Repeat the ISH, or test another specimen.
action-REPEAT_TEST_OR_NEW_SPECIMEN = Repeat the test, or test another specimen.
action-ISH_REPEAT_OPTIONAL = The ISH may be repeated; the status does not depend on it.
action-REVIEW_DISCORDANCE = Review IHC and ISH together and find out why they differ.
action-IHC_NEEDED_FOR_LOW_ULTRALOW = IHC is needed if low or ultralow matters: ISH alone cannot tell them.
action-SLIDE_REVIEW_TO_SEPARATE_0_1PLUS = Have the slide read again if 0 against 1+ matters.
action-ASK_LAB_TO_CORRECT_NUMBERS = Ask the laboratory to correct or complete its numbers.
action-CONFIRM_NEGATIVE_ISH_OR_OTHER_SPECIMEN = Confirm the negative result by ISH or on another specimen.

flag-ISH_REJECTED = The ISH is not to be used: it was declared invalid, or fewer cells were counted than the guideline asks for.
flag-IHC_REJECTED = The IHC is not to be used: it was declared invalid.
flag-RECOUNT_INVALID = The recount does not count: too few cells, not blinded, or the same observer.
flag-RECOUNT_CHANGED_GROUP = The recount fell in another group than the first count.
flag-IHC_ISH_DISCORDANT = IHC and ISH point in different directions.
flag-NO_INVASIVE_COMPONENT = No invasive carcinoma was tested.
flag-SITE_NOT_BREAST = The specimen is not of the breast; these tables do not apply.
flag-NUMERIC_INCONSISTENCY = The printed ratio is not the quotient of the printed means, even allowing for their decimals.
flag-ROUNDING_CROSSES_CUTOFF = The exact totals and the printed values fall on different sides of a cut-off; the totals were used.
flag-COPY_NUMBER_MISSING = No HER2 copy number is given, so no group can be formed. The signed interpretation stands unverified.
flag-INTERPRETATION_CONFLICT = The signed interpretation contradicts the numbers. It was not overwritten.
flag-SCORE_PATTERN_MISMATCH = The described staining does not give the signed score. The signed score was used.
flag-EDITION_CHANGE = Another edition of the guideline reads the same values differently.
flag-DISCORDANT_SAME_TUMOUR = Two specimens of one tumor differ.
flag-DISCORDANT_PRIMARY_METASTASIS = Primary tumor and metastasis differ.

flag-recount-change = Recount: from group { $from } to group { $to }.

signed-positive = positive
signed-negative = negative
signed-equivocal = equivocal
signed-pending = pending
signed-indeterminate = indeterminate
signed-conflict = results that differ
signed-not_reported = no result

retest-NOT_STATED = The edition asks for nothing further.
retest-RETEST_NOT_NEEDED = No new test should be ordered: the result fits the histology.
retest-RETEST_MAY = A new test on the excision may be ordered.
retest-RETEST_SHOULD = A new test should be ordered: the result does not fit the histology.
retest-RETEST_MUST = A new test on the excision must be ordered.
