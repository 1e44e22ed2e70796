# One patient over time: every sample, the result that counts now and why, what differs, and what to ask.

heading-timeline = Your HER2 results over time
timeline-intro =
    Your records tell of { $count } samples of tissue.
    Each one keeps a result of its own.
    They are never mixed into one.
timeline-current = Sample { $number } counts now.
timeline-no-current = None of them can be picked as the one that counts now.
timeline-awaited = The result of sample { $number } is still open. It may change the answer.
timeline-last-settled = The last final result is that of sample { $number }: { $result }.
timeline-rest = The rest of this page is about the report of sample { $number }.
frame-patient-several =
    This page puts the words of your records into plain words.
    It does not examine you, it is not medical advice, and it does not replace your care team.
    It shows no survival numbers and it does not pick a treatment.
    Read it at your own pace, alone or with someone you trust.
    Do not use it in an emergency.
clinician-frame-several =
    Derived from several records of one patient by fixed tables; every conclusion names its words, its row and its source.
    What is not about the timeline is about the record of the current sample.
    For review by a professional together with the records. Not for emergencies, not a cleared medical device, not medical advice.
heading-timeline-differ = What does not match
heading-timeline-ask = What you may want to ask

sample-line = Sample { $number }, { $day }: { $what }. Result: { $result }.
sample-line-undated = Sample { $number }, date not given: { $what }. Result: { $result }.
sample-current = This result counts now.
sample-superseded = A later report about this sample, number { $number } here, replaced it.
sample-quoted = It is known only from the words of another report.
sample-low = { $result }, with a low amount of HER2 (HER2-low)
sample-ultralow = { $result }, with a very low amount of HER2 (HER2-ultralow)
sample-point-primary = the first tumor
sample-point-after_neoadjuvant = what was left after drug treatment
sample-point-recurrence = a tumor that came back
sample-point-metastasis = a place the cancer spread to
sample-procedure-core_biopsy = needle biopsy
sample-procedure-excision = surgery that took out the tumor
sample-procedure-mastectomy = surgery that took out the breast
sample-procedure-nodes = lymph nodes
sample-procedure-metastasis = tissue of a spread
sample-side-left = left side
sample-side-right = right side
sample-side-bilateral = both sides
sample-unknown = a sample of tissue

lanes-title = HER2 results over time
lanes-said = A line for each tumor, from the oldest sample to the newest.
lanes-said-sample = Sample { $number }, { $lane }, { $day }: { $result }.
lanes-said-therapy = { $name }: from { $from }, { $until }.
lanes-until = until { $until }
lanes-until-unknown = last day not given
lane-left = Left breast
lane-right = Right breast
lane-bilateral = Both breasts
lane-unknown = Tumor, side not given
lane-metastasis = Metastasis
lane-unassigned = Not known which tumor
lane-numbered = { $name }, tumor { $number }
lane-negative = HER2-negative
lane-positive = HER2-positive
lane-open = no final result
lane-current = counts now
lane-undated = date not given

# Which sample counts, by the terms of the page `current-sample`.
current-rule-nothing = No sample gives a result that can be used.
current-rule-of-the-report = One report tells of all samples. It was read as a whole, by the rules for one report.
current-rule-latest-final = The newest final result counts. It tells most about the cancer as it is now.
current-rule-latest-positive = The samples differ, or one is still open. A positive result then counts, so that it is not missed.
current-rule-latest-open = The newest result is not final. Until it is, there is no final answer.
current-rule-latest-final-of-spread = The cancer came back or spread, and that tissue was tested. Its result counts now.
current-rule-latest-positive-of-spread = Samples of the cancer that came back or spread differ. The positive one counts, so that it is not missed.
current-rule-latest-open-of-spread = The tissue of the cancer that came back or spread was tested. That result is not final yet.
current-rule-latest-unusable = The newest sample gave no result that can be used.

clinician-current-rule-nothing = No sample has a usable result.
clinician-current-rule-of-the-report = The rule within the one report chose it.
clinician-current-rule-latest-final = The latest settled sample.
clinician-current-rule-latest-positive = The latest positive sample: results differ or are open, with nothing between them that explains it.
clinician-current-rule-latest-open = The latest sample, which is not settled.
clinician-current-rule-latest-final-of-spread = The latest settled sample of a metastasis or recurrence.
clinician-current-rule-latest-positive-of-spread = The latest positive sample of a metastasis or recurrence.
clinician-current-rule-latest-open-of-spread = The latest sample of a metastasis or recurrence, which is not settled.
clinician-current-rule-latest-unusable = The latest sample, though it cannot be used.

# What two samples contradict each other about, by the terms of the page `discordance`.
discordance-independent = Samples { $one } and { $two } are of two tumors. Two tumors may differ.
discordance-same-tumour = Samples { $one } and { $two } seem to be of the same tumor, but their results differ.
discordance-after-treatment = Sample { $two } was taken after drug treatment. Its result is not that of sample { $one }.
discordance-recurrence = Sample { $two } is of a tumor that came back. Its result is not that of sample { $one }.
discordance-primary-metastasis = Samples { $one } and { $two } are of the first tumor and of a spread. Their results differ.
discordance-metastases = Samples { $one } and { $two } are of two spreads of the cancer. Their results differ.
discordance-quoted-differently = A report quotes another result of sample { $one } than the one on file. Compare it with sample { $two }.
discordance-amended = A later report of the same tissue says something else: compare samples { $one } and { $two }.
discordance-why = This can be real. A cancer can change, or be different from place to place. A test can also be wrong.

clinician-discordance-independent = Samples { $one } and { $two }: different tumors, no contradiction.
clinician-discordance-same-tumour = Samples { $one } and { $two }: one tumor, different results. Compare the slides; heterogeneity or an error of testing.
clinician-discordance-after-treatment = Samples { $one } and { $two }: residual disease differs from the result before treatment.
clinician-discordance-recurrence = Samples { $one } and { $two }: the recurrence differs from the tumor.
clinician-discordance-primary-metastasis = Samples { $one } and { $two }: primary and metastasis differ. Both are kept.
clinician-discordance-metastases = Samples { $one } and { $two }: metastases differ.
clinician-discordance-quoted-differently = Samples { $one } and { $two }: a report quotes another result than the one on file.
clinician-discordance-amended = Samples { $one } and { $two }: a later report of the same specimen replaces the earlier one.

# Low and ultralow, by the terms of the page `low-over-time`.
low-over-time-steady = The sample that counts now shows a low amount of HER2, and no other sample says otherwise.
low-over-time-appeared = The sample that counts now shows a low amount of HER2. Another one did not.
low-over-time-vanished = Another sample showed a low amount of HER2. The one that counts now does not.
low-over-time-never = No sample showed a low amount of HER2.
low-over-time-not-known = The sample that counts now does not tell if the amount of HER2 is low.

clinician-low-steady = Low or ultralow in the current sample, and in no other one otherwise.
clinician-low-appeared = Low or ultralow in the current sample, not in every other one.
clinician-low-vanished = Low or ultralow in another sample, not in the current one.
clinician-low-never = Low or ultralow in no sample.
clinician-low-not-known = The current sample does not tell low or ultralow.

advice-sample = A new test was advised after sample { $number }. No result of it is in these records.
advice-metastasis = The cancer has spread, and no usable test of that tissue is in these records. The rules ask for one where tissue can be had.
clinician-advice-sample = After sample { $number }: { $advice }
clinician-advice-metastasis = A metastasis is known and has no usable result: it must be tested where tissue can be had; avoid decalcified bone.

ask-over-time-which = Which of these results do you use for my care now, and why?
ask-over-time-differ = Why do my results differ? Can the lab look at both samples again?
ask-over-time-open = When will the open result be final?
ask-over-time-low = One of my samples was HER2-low. Does that matter for my care?
ask-over-time-test = Should a new sample be tested for HER2?
ask-over-time-undated = One result has no date. Can you tell me when that sample was taken?
ask-over-time-missing = Do you know of other HER2 results of mine that are not here?

# For the clinician.
clinician-heading-timeline = Results over time
clinician-timeline-caption = Every sample with its own finding, oldest first; nothing is averaged
clinician-timeline-rules = What follows over time, by row
column-number = No.
column-date = Date
column-sample = Sample
column-tests = Tests
column-today = Today’s edition
column-own = Own edition
column-role = Standing
clinician-day-reported = { $day } (reported)
clinician-day-none = not given
clinician-point-primary = primary
clinician-point-after_neoadjuvant = after neoadjuvant therapy
clinician-point-recurrence = recurrence
clinician-point-metastasis = metastasis
clinician-standing-current = current
clinician-standing-superseded = replaced by { $number }
clinician-standing-quoted = quoted only
clinician-standing-kept = kept
clinician-timeline-current = Current result
clinician-timeline-conflict = Contradiction
clinician-timeline-low = Low and ultralow
clinician-timeline-advice = Test again
clinician-timeline-sample = Sample { $number }: { $words }
clinician-timeline-awaited = awaited: sample { $number }
clinician-timeline-settled = last settled: sample { $number }

heading-plan-timeline = HER2 over time

quote-line = line { $line }
quote-data = from your record’s data
quote-in-source = { $place }, { $source }
from-record-source = read in the record { $source }
