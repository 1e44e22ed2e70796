# The plan for the clinician, and asking at a terminal.

asking-number = Please type a number ({ $unit }), with a point for decimals and no commas, or press Enter if it is not known.
asking-choice = Please type the number of a choice, or press Enter if it is not known.
asking-begin = Questions open: { $count }. Enter: not known.  { $help }: what counts.  { $enough }: show the plan now.
asking-put = { $ask } (touches { $count ->
    [one] { $count } option
   *[other] { $count } options
  })

plan-title = Care options by situation, for professionals
plan-lead-her2 = HER2 result: { $result }.
plan-lead-ruled-out = HER2 result: { $result }. No medicine directed against HER2 is listed for it.
plan-lead-waiting = The HER2 result is not known well enough. Until it is, no option directed against HER2 is shown.
plan-lead-met = { $count ->
    [0] No option has all of its requirements met.
    [one] One option has all of its requirements met.
   *[other] { $count } options have all of their requirements met.
  }
plan-lead-open = { $count ->
    [0] None waits for an answer.
    [one] One waits for an answer.
   *[other] { $count } wait for an answer.
  }
plan-lead-closed = { $count ->
    [0] None is closed.
    [one] One is closed.
   *[other] { $count } are closed.
  }
plan-frame =
    This page shows what labels and guidelines list for a situation; it is for health professionals, who check it against the sources.
    It informs and is no advice, it chooses nothing for one person, and the order of options is no order of preference.
    A statement marked as to verify was not read in its primary source. Not for emergencies, not a cleared medical device.
plan-as-of = As of { $date }.
plan-listed-means = Each option is listed for this situation by the sources named with it. To be listed is not to be advised.
plan-none = No source of this program lists an option of which every requirement is met.
plan-none-waiting = Without a HER2 result no option of which every requirement is met can be shown.
plan-disagree = Sources disagree on this option.
plan-against-every = A source speaks against every medicine against HER2 in this situation.
plan-listed-if = Also by { $by }: { $listing }, { $since }, if { $why }
plan-monitoring = `her2 monitor` makes the schedule of what is watched with these medicines, and answers measured values.

heading-plan-her2 = HER2 result
heading-plan-situation = The situation as understood
heading-plan-stage = Stage
heading-plan-asks = What to ask next
heading-plan-met = Medicines listed for this situation
heading-plan-cautions = What sources speak against here
heading-plan-cautions-open = What sources would speak against, if an answer turns out so
heading-plan-open = Would open with more answers
heading-plan-closed = Closed, and why
heading-plan-checks = Before the first dose
heading-plan-monitoring = What is watched

plan-her2-result = Result
plan-her2-basis = Rests on
plan-her2-awaited = Awaited
plan-her2-actions = Asked for
plan-her2-nothing = Nothing is known of HER2.
plan-her2-stated = An answer of the person who asked.
plan-her2-read = The record.
plan-her2-found = The testing guideline, from the words of the record or the values that were given.
plan-waiting = Medicines directed against HER2 are listed for HER2-positive, HER2-low or HER2-ultralow disease only. They are left out here until the result is known.

plan-given-before = Given before: { $name } (therapy { $number }, outcome: { $outcome }).
plan-contradiction = The answers on { $one } and { $other } contradict each other, so neither of them is used. Give the right one.
plan-lvef-undated = The answer on LVEF has no day and is not used: the newest measured value is { $percent }% on { $date }.
plan-situation-not-given = Not given, since the list of therapies is complete: { $names }.
plan-situation-nothing = Nothing is known of the situation yet.
from-record = record
from-person = answer
from-answer = answer: { $question }
from-recurrence = answer: day of the recurrence
from-prior-complete = answer: the list of therapies is complete
from-prior = therapy { $number }: { $medicines }
from-lvef = measurement of { $date }
from-derived = follows from other answers
from-derived-of = follows from { $from }

plan-stage-stated = As the record states it
plan-stage-anatomic = Anatomic stage group
plan-stage-prognostic = Prognostic stage, as stated
plan-stage-licensed = Prognostic stage, by the table that was loaded
plan-stage-licensed-said = { $stage }: { $name }, line { $lines } (SHA-256 { $hash }).
plan-stage-licensed-asks = Open until this is known: { $names }.
plan-stage-note = The anatomic group serves orientation. The prognostic stage is read where it is stated; its tables are under licence and no part of this program.

plan-asks-more = { $more } further questions could settle options.
plan-asks-how = Answer with `--answer QUESTION=VALUE`, in a file with `--case`, or at a terminal when asked.

plan-label-of = US label of { $name }
plan-since = since { $date }
plan-from = not before { $date }
plan-ended = until { $date }
plan-not-met = { $needed } (here: { $known })
plan-not-known = Not known: { $names }.
plan-is-met = Met: { $names }.
plan-closed-note = Of each option the row that comes nearest is shown; a closed option may have further rows.

column-known = Known
column-from = From
column-ask = Question
column-options = Options
column-answers = Answer with
column-listed-by = Listed by
column-met = For
column-option = Option
column-opens-if = Opens if
column-not-met = Not met
column-other = Not known, met
column-year = In 52 weeks
column-check = Check
column-standing = Standing

caption-plan-situation = What is known, and from where
caption-plan-asks = Open questions, those that settle most options first
caption-plan-listed = Who lists it
caption-plan-open = Options that an answer could open
caption-plan-closed = Closed options
caption-plan-cost = Cost of the medicines named above
caption-plan-checks = Checks before the first dose

cost-biosimilars = biosimilars { $low } to { $high } a dose

heading-plan-measures = Other measures listed for this situation
plan-by-project = Practice without a named body (rule of this project)
plan-labels-like = the same in the labels of { $names }
plan-trials = Rests on { $trials }.
plan-against = { $names } ({ $why }):
plan-against-open = { $names }, if { $why }:
plan-other-her2 = The sources held here speak of { $needs } disease only and say nothing for this result of: { $names }.
plan-other-setting = Belong to the other setting: { $names }.

column-medicines = For
check-heart = LVEF as the label asks
check-heart-measured = LVEF measured before the first dose (no verified limit for it is held here)
check-pregnancy = No pregnancy
check-lung = No inflammation of the lung
check-met = met
check-open = not known: { $question }
check-closed = not met (here: { $known })
plan-checks-note = A check that is not met closes the option; one that is not known leaves it where it is, and is asked for.
plan-waits-for-her2 = Wait for the HER2 result: { $names }.

# The empty case: remarks beside its keys.
template-how = Replace null by an answer. Keys that begin with _ are remarks. What is null is not known.
template-one-of = { $ask } One of: { $terms }; or a list of these.
template-number = { $ask } A number in { $unit }, or { $example }.
template-her2 = HER2 evidence as for `her2 decide`: { $example }.
template-prior = Therapies that were given: { $example }. Outcome: { $terms }.
template-prior-complete = Whether that list is complete: true or false. Without true, counts are lower bounds.
template-recurrence = The day of the recurrence: { $example }.
template-prognostic-stage = The prognostic stage as a record states it: { $example }.
template-started = Days of the first doses: { $example }.
