# One set of fixed sentences for each outcome: `lead` comes first, `meaning` explains, `next` says what usually follows.
# One sentence a line. Numbers come from the report. Reading grade 8 or less.

lead-positive = Your report shows HER2-positive breast cancer.
lead-positive-discordant = By the rules your report reads as HER2-positive, but its two HER2 tests do not agree.
lead-negative-low = Your report shows HER2-negative breast cancer with a low level of HER2, which is called HER2-low.
lead-negative-ultralow = Your report shows HER2-negative breast cancer with only a trace of HER2, which is called HER2-ultralow.
lead-negative-null = Your report shows HER2-negative breast cancer, and no HER2 was seen on the cells.
lead-negative-zero = Your report shows HER2-negative breast cancer, with a score of 0.
lead-negative-zero-or-one = Your report shows HER2-negative breast cancer, with a score of 0 or 1+.
lead-negative-unscored = Your report shows HER2-negative breast cancer, but it does not give the score.
lead-equivocal = Your HER2 result is not final yet: the first test was in between, and one more test is needed.
lead-equivocal-ordered = Your HER2 result is not final yet: the first test was in between, and a second test is on its way.
lead-pending-ordered = Your HER2 result is not in this report yet.
lead-pending-step = Your HER2 result is not final yet: one more step is needed.
lead-pending-numbers = Your HER2 result is not clear, because the numbers in the report do not fit together.
lead-pending-number-missing = Your HER2 result is not clear yet, because the report does not give all the numbers.
lead-indeterminate = The HER2 test did not give an answer, so a new test is needed.
lead-contradicts = Your report says two things about HER2 that do not agree, and this page cannot tell which one is right.
lead-conflict = Your report has more than one HER2 result, and they are not the same.
lead-not-reported = This page found no HER2 result in the report.
lead-not-breast = This report does not seem to be about breast cancer, so this page cannot explain a HER2 result from it.
lead-not-invasive = The HER2 test in this report was not done on invasive cancer, so the HER2 rules do not apply to it.
lead-unreadable = This file could not be read as a pathology report.
lead-prior = It comes from an earlier sample that the report mentions.
lead-mismatch = But the report describes the staining in a way that does not fit this score. Ask if the lab can check it.
lead-over-differ = This is the result of one of your samples. Another sample has a different result.
lead-over-open = This is the result of one of your samples. Another sample has no final result yet.
lead-over-both = This is the result of one of your samples. Another sample has a different result, and one has no final result yet.

meaning-positive =
    HER2-positive means that the cancer cells make too much HER2, or have extra copies of its gene.
    HER2 sits on the outside of a cell and can tell it to grow.
    Some treatments are made to find HER2 and block it.
    Your care team can tell you if one of them fits your case.
meaning-negative-low =
    Some HER2 was found, but less than in HER2-positive cancer.
    HER2-low is still a kind of HER2-negative.
    It can matter for some people, mostly when a cancer has spread or has come back.
    Ask your care team if it matters for you.
meaning-negative-ultralow =
    Only a few cells showed a faint edge of HER2.
    HER2-ultralow is still a kind of HER2-negative.
    It can matter for some people, mostly when a cancer has spread or has come back.
    Ask your care team if it matters for you.
meaning-negative-null =
    The test saw no HER2 on the outside of the cancer cells in this sample.
    This is HER2-negative.
    It says nothing about the other features of the cancer.
meaning-negative-zero =
    A score of 0 is HER2-negative.
    It can mean that no HER2 was seen, or that a few cells had a faint trace.
    The report does not say which of the two it was.
    The difference can matter for some people, mostly when a cancer has spread or has come back.
meaning-negative-zero-or-one =
    Both scores are HER2-negative.
    The report does not say which of the two it was.
    The difference can matter for some people, mostly when a cancer has spread or has come back.
meaning-negative-unscored =
    HER2-negative means that the test did not find too much HER2 in this sample.
    There may still be a little HER2 on the cells.
    Without the score, no one can tell from this report.
meaning-equivocal =
    In between means that the test is not positive and not negative.
    It is not good news or bad news yet.
    A second test can come out either way.
    Until then, your HER2 status is open.
meaning-pending-ordered =
    The report says that a HER2 test is planned or is still being done.
    This does not mean that HER2 is positive, and it does not mean that it is negative.
meaning-pending-step =
    The tests so far do not settle your HER2 status.
    This does not mean that HER2 is positive, and it does not mean that it is negative.
meaning-pending-numbers =
    A lab prints more than one number for this test, and the numbers should agree.
    Here they do not, so this page does not read a result from them.
    The lab can check what was counted.
meaning-pending-number-missing =
    The gene test has two numbers, and the rules need both of them.
    At least one of them was not found in the report, so this page does not read a result from it.
    This does not mean that HER2 is positive, and it does not mean that it is negative.
meaning-indeterminate =
    A problem with the sample or with the test can be the cause.
    This does not mean that HER2 is positive, and it does not mean that it is negative.
    The rules ask the lab to say why, and to test again.
meaning-contradicts =
    One part of the report points to HER2-positive, and another part points to HER2-negative.
    It may be a slip in the report, or this page may have read it wrong.
    Neither one should count until the lab has checked it.
    Compare the words of your report at the end of this page.
meaning-conflict =
    Two tumors, two samples or two labs can come to different HER2 results.
    Each line below stands on its own.
    This page does not mix them into one.
meaning-not-reported =
    This does not mean that HER2 is negative.
    The result may be in another report, such as the report of your biopsy, or in a later addition.
meaning-not-breast =
    HER2 is tested in some other cancers too, but with other rules.
    This page only knows the rules for breast cancer.
meaning-not-invasive =
    Invasive means that the cancer has grown out of the milk ducts.
    The HER2 rules are made for invasive cancer only.
    A test on other cells does not tell the HER2 status of an invasive cancer.
meaning-unreadable =
    There may be no text in the file, or it may be another kind of paper.
    Nothing was read from it, so nothing is said about HER2.

# How the outcome came about, from the tests.
why-ihc-3 = The protein test gave a score of 3+, and the rules call that positive.
why-ihc-low = The protein test gave a score of { $score }, and the rules call that negative.
why-ihc-2 = The protein test gave a score of 2+, which is in between.
why-ish-amplified = The gene test found extra copies of the HER2 gene, and the rules call that positive.
why-ish-not-amplified = The gene test did not find extra copies of the HER2 gene, and the rules call that negative.
why-group-negative =
    The two numbers of the gene test point in different ways, which is rare.
    In such a case the rules look at the protein test too.
    Taken together, the rules call your result negative.
why-group-open =
    The two numbers of the gene test point in different ways, which is rare.
    In such a case the rules ask for one more step before the result is final.
why-group-positive =
    The two numbers of the gene test point in different ways, which is rare.
    In such a case the rules look at the protein test too.
    Taken together, the rules call your result positive.
why-word = The report gives this result in words. It does not give the score or the numbers behind it.
why-implied = The report only says this in passing. It does not name a HER2 test.
why-prior = This result comes from an earlier sample that the report mentions.
why-other-specimen = This is the result of { $label }.

result-of-specimen = { $label }: { $result }
result-positive = HER2-positive
result-negative = HER2-negative
result-equivocal = in between
result-pending = not final yet
result-indeterminate = without an answer
result-not-applicable = not covered by the HER2 rules
specimen-number = Sample { $number }
result-number = result { $number }
specimen-prior = An earlier sample

# Which rules.
rules-chosen = This page used the { $body } rules of { $year }.
rules-affirmed = A group of experts looked at them again in { $year } and kept them.
rules-stated = Your report says that it used the { $body } rules of { $year }.
rules-by-date = By its date, your report seems to use the { $body } rules of { $year }.
rules-reading = By those rules of { $year }, the same test reads as { $result }.
rules-signed-stays = What your lab signed stays as it is. The rules have changed over the years, so both readings are shown.
rules-ask = Ask your care team what this means for you now.

lead-differs-step = Your report reads as { $signed }, but it does not show every step that the rules of { $year } ask for.
lead-differs-numbers = Your report reads as { $signed }, but the numbers of its gene test do not fit together.
lead-differs-number-missing = Your report reads as { $signed }, but it does not give all the numbers that the rules of { $year } ask for.
lead-differs-invasive = Your report reads as { $signed }, but the HER2 rules are for invasive cancer, and this page found none in the sample that was tested.
lead-differs = Your report reads as { $signed }, but by the rules of { $year } the same test reads as { $result }.
lead-differs-samples = Your report as a whole reads as { $signed }, but by the rules of { $year } one of its samples reads as { $result }.
meaning-differs =
    What your lab signed stays as it is.
    The rules for HER2 have changed over the years, and sometimes a word and the numbers beside it do not match.
    This page does not choose between the two readings.
    Ask your care team which one guides your care.
meaning-differs-step =
    What your lab signed stays as it is.
    The lab may have done the step and not written it down.
    From the report alone, this page cannot tell.
    Your care team can ask the lab if the result is final.
meaning-differs-numbers =
    What your lab signed stays as it is.
    A lab prints more than one number for this test, and the numbers should agree.
    Here they do not, or this page has read one of them wrong.
    The lab can check what was counted.
meaning-differs-number-missing =
    What your lab signed stays as it is.
    The gene test has two numbers, and the rules need both of them.
    At least one of them was not found in the report, so this page cannot check the result.
meaning-differs-invasive =
    What your lab signed stays as it is.
    Invasive means that the cancer has grown out of the place where it began.
    A test on other cells does not tell the HER2 status of an invasive cancer.
