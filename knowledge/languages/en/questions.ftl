# Questions to take along, one a line; by outcome, then for everybody.

questions-positive =
    What does HER2-positive mean for my choices?
    Does my heart need to be checked before or during some treatments?
questions-negative-low =
    Does HER2-low change anything for me now, or only later?
    Should HER2 be tested again if the cancer comes back or spreads?
questions-negative-ultralow =
    Does HER2-ultralow change anything for me now, or only later?
    Should HER2 be tested again if the cancer comes back or spreads?
questions-negative-null =
    Is it sure that no HER2 was seen, and does that matter for me?
    Should HER2 be tested again if the cancer comes back or spreads?
questions-negative-zero =
    Was there any faint staining, and does that matter for me?
    Should HER2 be tested again if the cancer comes back or spreads?
questions-negative-zero-or-one =
    Was my score 0 or 1+, and does that matter for me?
    Should HER2 be tested again if the cancer comes back or spreads?
questions-negative-unscored =
    What was my HER2 score, and which test was used?
    Should HER2 be tested again if the cancer comes back or spreads?
questions-equivocal =
    Has the second test been ordered, and on which sample?
    When will the result be here, and who will call me?
    Can other plans go on while we wait?
questions-pending-ordered =
    When will the HER2 result be here, and who will call me?
    Can other plans go on while we wait?
questions-pending-step =
    Who makes sure that the missing step is done?
    When will the result be here, and who will call me?
    Can other plans go on while we wait?
questions-pending-numbers =
    Can the lab check the numbers of the gene test?
    Will I get a corrected report?
questions-pending-number-missing =
    Can the lab give the number of HER2 copies in each cell?
    What did the lab itself call the result?
questions-indeterminate =
    Why did the test not work?
    Is there enough tissue left to test again, or do I need a new biopsy?
    When will the new result be here, and who will call me?
questions-conflict =
    Which result belongs to which tumor or sample?
    Does the lab think that both results are right?
    How do you plan with results that differ?
questions-not-reported =
    Has HER2 been tested?
    Which report has the result, and can I have a copy?
questions-not-breast =
    Is this the right report?
    Does HER2 matter for my kind of cancer?
questions-not-invasive =
    Is there any invasive cancer in my samples?
    If so, has HER2 been tested on it?
questions-unreadable =
    Can I have a copy of my report as text?

questions-one-test = Was one HER2 test enough, or should the other one be done too?
questions-retest = The rules say that a new HER2 test can be useful in a case like mine. Do I need one?
questions-samples = Two samples gave different HER2 results. Which one counts for me, and why?
questions-group = My gene test was one of the rare kinds. How sure is the lab of the result?
questions-older = My report used older rules. Does the result change by the rules of today?
questions-mismatch = Some parts of my HER2 result do not match. Can the lab look at it again?
questions-everybody =
    What do all my results mean when you put them together?
    How can I get a second opinion?
questions-differs =
    Why do the two readings of my HER2 test differ?
    Which one do you use for me, and why?
    Should the test be done again?
questions-differs-step =
    Is my HER2 result final?
    Was the missing step done, and where is it written?
questions-differs-numbers =
    Can the lab check the numbers of the gene test?
    Does the result stay the same after that?
questions-differs-number-missing =
    Can the lab give the number of HER2 copies in each cell?
    Does the result stay the same by the rules of today?
questions-differs-invasive =
    Is there any invasive cancer in my samples?
    If so, has HER2 been tested on it?
questions-contradicts =
    Which HER2 result is right?
    Can the lab check it, and send a corrected report if needed?
