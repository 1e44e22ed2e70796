# Flags of a finding and problems of a record, for the patient. Each must be shown.

notice-ISH_REJECTED = The gene test in this report cannot be used by the rules. Reasons can be too few cells, or signals that are hard to see.
notice-IHC_REJECTED = The protein test in this report cannot be used by the rules.
notice-RECOUNT_INVALID = The second count in this report does not meet the rules, so it was not used.
notice-RECOUNT_CHANGED_GROUP = The second count fell in another group than the first one. The lab has to settle this.
notice-IHC_ISH_DISCORDANT = The protein test and the gene test point in different ways. It is worth asking if both were looked at again.
notice-NO_INVASIVE_COMPONENT = The sample that was tested had no invasive cancer in it.
notice-SITE_NOT_BREAST = The report is about another part of the body. The rules for breast cancer were not used.
notice-NUMERIC_INCONSISTENCY = The numbers of the gene test do not fit together. Ask if the lab can check them.
notice-ROUNDING_CROSSES_CUTOFF = The result is very close to a limit, and rounded numbers would tell another story. The exact counts were used.
notice-COPY_NUMBER_MISSING = This page did not find the number of HER2 copies, so the result could not be checked.
notice-INTERPRETATION_CONFLICT = The numbers in the report and the word the lab chose do not match. Ask your doctor which one counts.
notice-SCORE_PATTERN_MISMATCH = The score and the way the staining is described do not match. Ask your doctor if the lab can check it.
notice-EDITION_CHANGE = The reading of this test depends on which year's rules are used.
notice-DISCORDANT_SAME_TUMOUR = Two results that seem to be of the same tumor differ.
notice-DISCORDANT_PRIMARY_METASTASIS = The first tumor and a later one gave different HER2 results.

problem-empty = The file is empty.
problem-binary = The file is not plain text, so it could not be read.
problem-too-large = The file is too large to read.
problem-not-a-pathology-report = The text does not look like a pathology report.
problem-other-organ = The report is about another part of the body.
problem-no-her2 = The whole text was searched for a HER2 result.
problem-not-english = The report does not seem to be in English, and this page can only read English reports.
problem-invalid-utf8 = Some letters in the file were damaged.
problem-contradictory = The report says things about HER2 that do not agree with each other.
problem-truncated = The text of the report seems to end in the middle, so something may be missing.
problem-prior-only = The HER2 result comes from an earlier report or from another lab. The first report has the details.
problem-any = Something in the report is unusual: { $message }
