# The frame of every page: titles, headings, labels, and the lines that do not depend on the report.

page-title = Your HER2 result in plain words
clinician-title = HER2 summary for the clinician

frame-patient =
    This page puts the words of one report into plain words.
    It does not examine you, it is not medical advice, and it does not replace your care team.
    It shows no survival numbers and it does not pick a treatment.
    Read it at your own pace, alone or with someone you trust.
    Do not use it in an emergency.

heading-tested = What was tested
heading-meaning = What it means
heading-missing = What is not known yet
heading-also = What else the report says
heading-notices = Please look at these points
heading-rules = Which rules were used
heading-questions = Questions you may want to ask
heading-words = The words explained
heading-quotes = The exact words of your report
heading-sources = Sources

questions-hint = Tick the ones you want to bring to your visit.

label-skip = Skip to the main part
label-quote = quote
label-line = line
label-contents = On this page
label-source = source
label-to-verify = to verify
label-less-sure = to verify, less sure

foot-made = A computer program made this page from your report by fixed rules.
foot-version = Rules and words, version { $version }.
foot-checked = The rules were last compared with their sources on { $date }.
foot-limits = It can be wrong where a report is hard to read. The report itself always counts.
foot-device = It is not a cleared medical device.
source-undated = no date; looked at { $date }
