# What is not known yet, and who can answer it.

missing-none = For the HER2 result itself, the rules ask for no further test.
missing-ISH =
    The second test, the gene test (ISH or FISH), is still open.
    The pathology lab can do it on the same sample. Your doctor can tell you if it has been ordered.
missing-ISH-ordered =
    The report says that the second test, the gene test (ISH or FISH), is on its way.
    Ask your doctor when the result is due and who will call you.
missing-ISH-again =
    The second test, the gene test (ISH or FISH), has to be done again, because the first try cannot be used.
    The pathology lab can do it. Your doctor can tell you if it has been ordered.
missing-IHC =
    The rules ask for the protein test (IHC) on the same piece of tissue.
    This page did not find one in the report.
    The pathology lab can tell if it was done. Your doctor can ask for it.
missing-RECOUNT =
    The rules ask that a second person counts the gene copies, without knowing the first count.
    This page did not find such a count in the report.
    The pathology lab can tell if it was done.
missing-ADJUDICATION =
    Two counts came out in different groups.
    The pathology lab has to settle which one counts. Your doctor can ask how it was settled.
missing-DUAL_PROBE_ISH =
    A gene test that counts two markers is still open.
    The pathology lab can do it on the same sample. Your doctor can tell you if it has been ordered.
missing-IHC_OR_DUAL_PROBE =
    The protein test (IHC), or a gene test with two markers, is still open.
    The pathology lab can do it. Your doctor can ask for it.
missing-NUMERIC_CLARIFICATION =
    The numbers of the gene test have to be checked.
    The pathology lab can do this. Your doctor can ask for it.

missing-over-open = The result of sample { $number } is not final yet. Ask your doctor when it is due and who will call you.
missing-ordered = The HER2 result is still to come. Ask your doctor when it is due and who will call you.
missing-her2 = It is open if HER2 was tested. Ask your doctor, and ask in which report the result stands.
missing-retest = The HER2 test has to be done again. Ask your doctor if there is enough tissue left, or if a new sample is needed.
missing-which-tumor = It is open which of the results guides your care. Ask your doctor to go through them one by one.
missing-which-right = It is open which part of the report is right. The pathology lab can check it. Your doctor can ask for it.
missing-which-reading = It is open which of the two readings guides your care. Ask your doctor, and ask if the pathology lab can look again.
missing-zero-detail = It is open if the score of 0 had a faint trace or none at all. If it matters for you, the pathology lab can look at the slide again.
missing-zero-or-one = It is open if the score was 0 or 1+. If it matters for you, the pathology lab can look at the slide again.
missing-score = The HER2 score is not given. If it matters for you, ask the pathology lab for it.
missing-copies = The number of HER2 copies was not found in the report. The pathology lab can add it.
missing-discordant = The two HER2 tests do not match. Ask your doctor if the pathology lab has looked at both again.
missing-hormone = This page did not find the hormone receptors ({ $which }) in the report. Ask your doctor where they stand.
missing-retest-asked = The rules say that a new HER2 test can be useful in a case like this. Ask your doctor if one is planned.
missing-handling = The tissue was not handled within the limits of the rules, so a negative result should be checked again. Ask your doctor how.
missing-not-invasive = The HER2 status of an invasive cancer, if there is one, is not known from this report. Ask your doctor if one was found.
missing-report = The text of the report is missing. Ask your clinic for a copy you can read, or for the text of it.
